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
_MEESTE_VONDSTEN = 2_000
_RUIM_RAAK = 24  # points: beside a line still means that line
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


@dataclass(frozen=True, slots=True)
class Vlak:
    """A part of a page, from its top left corner, as fractions of its width and height."""

    x: float
    y: float
    breed: float
    hoog: float


@dataclass(frozen=True, slots=True)
class Vondst:
    """One hit: the page, counted from 0, and where it is; in two parts when it goes over a line."""

    blad: int
    vlakken: tuple[Vlak, ...]


def find_woorden(pdf: bytes, woord: str) -> tuple[Vondst, ...]:
    """Every place where these words stand, in reading order; large or small letters alike."""
    uit = []
    with opened(pdf) as document:
        for nummer, pagina in enumerate(document):
            breedte, hoogte = pagina.get_size()
            tekst = pagina.get_textpage()
            zoeker = tekst.search(woord)
            while (plek := zoeker.get_next()) is not None:
                uit.append(Vondst(nummer, _vlakken(tekst, plek, breedte, hoogte)))
                if len(uit) == _MEESTE_VONDSTEN:
                    return tuple(uit)
    return tuple(uit)


def select_tekst(
    pdf: bytes, nummer: int, van: tuple[float, float], tot: tuple[float, float]
) -> tuple[str, tuple[Vlak, ...]]:
    """The text between two places of a page (fractions, from the top left), and where it is; "" for none."""
    with opened(pdf) as document:
        pagina = document[nummer]
        breedte, hoogte = pagina.get_size()
        tekst = pagina.get_textpage()
        plekken = [
            tekst.get_index(x * breedte, (1 - y) * hoogte, _RUIM_RAAK, _RUIM_RAAK) for x, y in (van, tot)
        ]
        if None in plekken:
            return "", ()
        eerste, laatste = sorted(plekken)
        bereik = (eerste, laatste - eerste + 1)
        gekozen = tekst.get_text_range(*bereik).replace("\r\n", "\n").replace("\ufffe", "-")
        return gekozen, _vlakken(tekst, bereik, breedte, hoogte)


def _vlakken(
    tekst: pdfium.PdfTextPage, plek: tuple[int, int], breedte: float, hoogte: float
) -> tuple[Vlak, ...]:
    vlakken = []
    for nummer in range(tekst.count_rects(*plek)):
        links, onder, rechts, boven = tekst.get_rect(nummer)
        vlakken.append(
            Vlak(links / breedte, 1 - boven / hoogte, (rechts - links) / breedte, (boven - onder) / hoogte)
        )
    return tuple(vlakken)


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
