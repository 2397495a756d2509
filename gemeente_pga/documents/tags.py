# SPDX-License-Identifier: EUPL-1.2
"""The structure of a document while it is drawn: headings, paragraphs, lists, tables; the rest is decoration.

The canvas gathers here in reading order what each piece of the page is; afwerking.py writes it into the PDF.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from gemeente_pga.documents.letters import TEKST, register_fonts
from gemeente_pga.documents.opmaak import GRIJS


@dataclass(frozen=True)
class Invulveld:
    """A field to type in, or with keuze one box of a choice. vak: left, bottom, right, top on that page."""

    naam: str
    uitleg: str
    pagina: int
    vak: tuple[float, float, float, float]
    maximum: int = 0
    regels: int = 1
    keuze: str = ""
    groep: str = ""


@dataclass(slots=True)
class Knoop:
    """One element of the structure. inhoud: elements, or (page, number) of a marked piece of that page."""

    soort: str
    inhoud: "list[Knoop | tuple[int, int]]" = field(default_factory=list)
    bereik: str = ""  # of a TH: Column or Row
    veld: Invulveld | None = None  # of a Form


class Doek(Canvas):
    """A canvas that knows what it draws. knopen[page][number] = the element a marked piece belongs to."""

    def __init__(self, uit: str | IO[bytes], **opties: Any) -> None:  # Any: platypus fills them in
        register_fonts()
        eigen = {"initialFontName": TEKST, "pdfVersion": (1, 7), "pageCompression": 0}  # finish() compresses
        super().__init__(uit, **{**opties, **eigen})
        self._code: list[str]
        self._doc: Any  # reportlab's own
        self.wortel = Knoop("Document")
        self.knopen: list[list[Knoop]] = []
        self.koppen, self.niveau = 0, -1  # of the table of contents
        self._open = [self.wortel]
        self._versiering = False
        self.bladtekst = ""  # in place of the page numbers

    @contextmanager
    def element(self, soort: str, knoop: Knoop | None = None) -> Iterator[Knoop]:
        """What is drawn inside belongs to this element; knoop: go on with one that began earlier."""
        if knoop is None:
            knoop = Knoop(soort)
            if not self._versiering:
                self._open[-1].inhoud.append(knoop)
        self._open.append(knoop)
        try:
            yield knoop
        finally:
            self._open.pop()

    @contextmanager
    def tekst(self, soort: str = "", knoop: Knoop | None = None) -> Iterator[Knoop]:
        """Text is drawn inside, as an element of its own, or as part of the open one when soort is empty."""
        if self._versiering:
            yield Knoop("")
            return
        with self.element(soort, knoop if soort else self._open[-1]) as eigen:
            pagina = self.getPageNumber() - 1
            while len(self.knopen) <= pagina:
                self.knopen.append([])
            nummer = len(self.knopen[pagina])
            self.knopen[pagina].append(eigen)
            eigen.inhoud.append((pagina, nummer))
            self._code.append(f"/{eigen.soort} <</MCID {nummer}>> BDC")
            yield eigen
            self._code.append("EMC")

    @contextmanager
    def versiering(self, *, blad: bool = False) -> Iterator[None]:
        """What is drawn inside has no meaning of its own; blad: it belongs to the page (header, footer)."""
        self._code.append("/Artifact <</Type /Pagination>> BDC" if blad else "/Artifact BMC")
        self._versiering = True
        yield
        self._versiering = False
        self._code.append("EMC")

    def save(self) -> None:
        """Finish the last page; only now it is known what the page number in each footer says."""
        if len(self._code):
            self.showPage()
        aantal = self.getPageNumber() - 1
        for nummer in range(1, aantal + 1):
            self.beginForm(f"pagina_{nummer}", lowerx=-150, lowery=-5, upperx=5, uppery=15)
            self.setFont(TEKST, 9)
            self.setFillColor(GRIJS)
            self.drawRightString(0, 0, self.bladtekst or f"pagina {nummer} van {aantal}")
            self.endForm()
        Canvas.save(self)

    def hand_over(self) -> tuple[Knoop, list[list[Knoop]]]:
        """The gathered structure of a drawing that is done; the drawing itself is let go, with its rings."""
        wortel, knopen = self.wortel, self.knopen
        self._doc.__dict__.clear()
        self.__dict__.clear()
        return wortel, knopen


def require_doek(deel: Flowable) -> Doek:
    """The canvas that the part is being drawn on."""
    doek = deel.canv
    if not isinstance(doek, Doek):
        raise TypeError("this part needs a canvas that keeps the structure")
    return doek
