# SPDX-License-Identifier: EUPL-1.2
"""Reading PDFs back in tests: words, places of characters, fonts."""

import io
import re
from collections.abc import Iterator

import pikepdf
import pypdfium2

from gemeente_pga.ui.pdf import read_bladen


def page_texts(pdf: bytes) -> tuple[str, ...]:
    """The text of each page."""
    return tuple(blad.tekst for blad in read_bladen(pdf))


def words(pdf: bytes) -> list[str]:
    """All words, in order."""
    return re.findall(r"[\w'’.-]*\w", "\n".join(page_texts(pdf)))


def squeezed(tekst: str) -> str:
    """The text without any space, so that it does not matter where a line broke."""
    return "".join(tekst.split())


def text(pdf: bytes) -> str:
    """All text without spaces."""
    return squeezed("".join(page_texts(pdf)))


def characters(pdf: bytes) -> Iterator[tuple[int, str, tuple[float, float, float, float]]]:
    """(page, character, (left, bottom, right, top)) of everything that is printed."""
    document = pypdfium2.PdfDocument(pdf)
    for nummer in range(len(document)):
        tekst = document[nummer].get_textpage()
        alles = tekst.get_text_range()
        for plek in range(tekst.count_chars()):
            teken = alles[plek : plek + 1]
            if teken.strip():
                yield nummer, teken, tekst.get_charbox(plek)
    document.close()


def fonts(pdf: bytes) -> dict[str, bool]:
    """Name of each font in the file -> is it embedded?"""
    gevonden: dict[str, bool] = {}
    with pikepdf.open(io.BytesIO(pdf)) as bestand:
        for ding in bestand.objects:
            if isinstance(ding, pikepdf.Dictionary) and ding.get("/Type") == "/Font":
                beschrijving = ding.get("/FontDescriptor")
                ingesloten = beschrijving is not None and "/FontFile2" in beschrijving
                gevonden[str(ding.BaseFont)] = ingesloten
    return gevonden
