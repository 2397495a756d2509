# SPDX-License-Identifier: EUPL-1.2
"""Reading PDFs back in tests: words, places of characters, fonts."""

import io
import re

import pikepdf

from gemeente_pga.ui.pdf import opened, read_bladen


def page_texts(pdf: bytes) -> tuple[str, ...]:
    """The text of each page."""
    return tuple(blad.tekst for blad in read_bladen(pdf))


def title(pdf: bytes) -> str:
    """The title in the properties of the file."""
    with opened(pdf) as document:
        return str(document.get_metadata_dict()["Title"])


def words(pdf: bytes) -> list[str]:
    """All words, in order."""
    return re.findall(r"[\w'’.-]*\w", "\n".join(page_texts(pdf)))


def squeezed(tekst: str) -> str:
    """The text without any space, so that it does not matter where a line broke."""
    return "".join(tekst.split())


def text(pdf: bytes) -> str:
    """All text without spaces."""
    return squeezed("".join(page_texts(pdf)))


def characters(pdf: bytes) -> list[tuple[int, str, tuple[float, float, float, float]]]:
    """(page, character, (left, bottom, right, top)) of everything that is printed."""
    alle = []
    with opened(pdf) as document:
        for nummer in range(len(document)):
            tekst = document[nummer].get_textpage()
            alles = tekst.get_text_range()
            for plek in range(tekst.count_chars()):
                teken = alles[plek : plek + 1]
                if teken.strip():
                    alle.append((nummer, teken, tekst.get_charbox(plek)))
    return alle


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
