# SPDX-License-Identifier: EUPL-1.2
"""Looking at a PDF from memory: sizes, text and pictures of its pages. No file is ever written.

Runs inside the worker, one job at a time, because PDFium knows one thread only. Gives plain data.
"""

from dataclasses import dataclass

import pypdfium2 as pdfium

PUNTEN_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Blad:
    """One page: its size in points and its text."""

    breedte: float
    hoogte: float
    tekst: str


@dataclass(frozen=True, slots=True)
class Beeld:
    """One page as pixels: BGRX, four bytes a pixel, rows of `stap` bytes."""

    nummer: int
    breedte: int
    hoogte: int
    stap: int
    pixels: bytes


def read_bladen(pdf: bytes) -> tuple[Blad, ...]:
    """Size and text of every page. ValueError when these bytes are no readable PDF."""
    document = _open(pdf)
    try:
        uit = []
        for pagina in document:
            tekst = pagina.get_textpage().get_text_bounded()
            breedte, hoogte = pagina.get_size()
            uit.append(Blad(breedte, hoogte, tekst.replace("\r\n", "\n").replace("\ufffe", "-")))
        return tuple(uit)
    finally:
        document.close()


def draw_blad(pdf: bytes, nummer: int, dpi: float) -> Beeld:
    """One page, counted from 0, at this many dots per inch."""
    document = _open(pdf)
    try:
        bitmap = document[nummer].render(scale=dpi / PUNTEN_PER_INCH, prefer_bgrx=True)
        return Beeld(nummer, bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    finally:
        document.close()


def _open(pdf: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(pdf)
    except pdfium.PdfiumError as fout:
        raise ValueError("not a readable PDF") from fout
