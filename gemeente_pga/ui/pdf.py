# SPDX-License-Identifier: EUPL-1.2
"""Looking at a PDF from memory: sizes, text and pictures of its pages. No file is ever written.

PDFium knows one thread only: with two of them inside it ends the whole process. So everything here, closing
included, happens under one lock. Slow work belongs in the worker; what comes out is plain data.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2 as pdfium

from gemeente_pga.domain.exemplaar import Vak

PUNTEN_PER_INCH = 72
_EEN_TEGELIJK = threading.Lock()


@dataclass(frozen=True, slots=True)
class Blad:
    """One page: its size in points and its text."""

    breedte: float
    hoogte: float
    tekst: str


@dataclass(frozen=True, slots=True)
class Beeld:
    """One page as pixels: BGRX, four bytes a pixel, or grey, one byte; rows of `stap` bytes."""

    nummer: int
    breedte: int
    hoogte: int
    stap: int
    pixels: bytes


def read_bladen(pdf: bytes) -> tuple[Blad, ...]:
    """Size and text of every page. ValueError when these bytes are no readable PDF."""
    with opened(pdf) as document:
        uit = []
        for pagina in document:
            tekst = pagina.get_textpage().get_text_bounded()
            breedte, hoogte = pagina.get_size()
            uit.append(Blad(breedte, hoogte, tekst.replace("\r\n", "\n").replace("\ufffe", "-")))
        return tuple(uit)


def draw_blad(pdf: bytes, nummer: int, dpi: float) -> Beeld:
    """One page, counted from 0, at this many dots per inch."""
    with opened(pdf) as document:
        bitmap = document[nummer].render(scale=dpi / PUNTEN_PER_INCH, prefer_bgrx=True)
        try:
            return Beeld(nummer, bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        finally:
            bitmap.close()


def read_maten(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """The size of every page in points. ValueError when these bytes are no readable PDF."""
    with opened(pdf) as document:
        return tuple(document.get_page_size(nummer) for nummer in range(len(document)))


def draw_grijs(pdf: bytes, nummer: int, dpi: float, vak: Vak | None = None) -> Beeld:
    """One page in grey, one byte a pixel; vak: only this part of it."""
    with opened(pdf) as document:
        blad = document[nummer]
        breedte, hoogte = blad.get_size()
        rand = (vak.x, vak.y, breedte - vak.x - vak.breed, hoogte - vak.y - vak.hoog) if vak else (0, 0, 0, 0)
        bitmap = blad.render(scale=dpi / PUNTEN_PER_INCH, grayscale=True, crop=rand)
        try:
            return Beeld(nummer, bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        finally:
            bitmap.close()


@contextmanager
def opened(pdf: bytes) -> Iterator[pdfium.PdfDocument]:
    """The document, for us alone until the end of the block; closing it closes its pages."""
    with _EEN_TEGELIJK:
        try:
            document = pdfium.PdfDocument(pdf)
        except pdfium.PdfiumError as fout:
            raise ValueError("not a readable PDF") from fout
        try:
            yield document
        finally:
            document.close()
