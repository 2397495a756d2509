# SPDX-License-Identifier: EUPL-1.2
"""The page: header, footer, page numbers, and a story of parts turned into the bytes of a PDF."""

import io
import itertools
from collections.abc import Sequence
from typing import Any, Literal

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageTemplate

from gemeente_pga.documents import opmaak
from gemeente_pga.documents.afwerking import finish
from gemeente_pga.documents.letters import (
    MEDIUM,
    TEKST,
    draw_line,
    fit_line,
    line_width,
    plain,
    register_fonts,
)
from gemeente_pga.documents.opmaak import BOVEN, BREED, BREEDTE, GRIJS, HOOG, INKT, LIJN, LINKS, ONDER
from gemeente_pga.documents.tabel import Kopregel, Par, Tabel
from gemeente_pga.documents.tags import Doek
from gemeente_pga.domain.stukken import Kop, Staat

STAAT_TEKST = {Staat.CONCEPT: "Concept", Staat.TER_REACTIE: "Ter reactie", Staat.VASTGESTELD: ""}
_EERSTE_BOVEN = 32 * mm
_MAX_LOGO = 40 * mm, 15 * mm
_RECHTERKANT = 68 * mm  # of the first line of the page: how confidential, and the kenmerk


def build(kop: Kop, verhaal: Sequence[Flowable], *, bladtekst: str = "") -> bytes:
    """The PDF of this head and these parts. Same input, same bytes; title and author name nobody.

    bladtekst: what stands in place of the page numbers.
    """
    register_fonts()
    uit = io.BytesIO()
    doeken: list[Doek] = []

    def make_doek(*args: Any, **opties: Any) -> Doek:  # Any: platypus fills them in
        doeken.append(Doek(*args, **opties))
        doeken[-1].bladtekst = bladtekst
        return doeken[-1]

    _Blad(uit, kop).build([NextPageTemplate("vervolg"), *_link(list(verhaal))], canvasmaker=make_doek)
    wortel, knopen = doeken.pop().hand_over()
    return finish(uit, wortel, knopen)


def _link(verhaal: list[Flowable]) -> list[Flowable]:
    """Tell each heading what follows it."""
    for nu, straks in itertools.pairwise(verhaal):
        if isinstance(nu, Kopregel) and isinstance(straks, Par | Tabel):
            nu.volgt = straks
    return verhaal


class _Blad(BaseDocTemplate):
    def __init__(self, uit: io.BytesIO, kop: Kop) -> None:
        super().__init__(
            uit,
            pagesize=(BREED, HOOG),
            title=plain(f"{kop.documentsoort} {kop.kenmerk}")[:200],
            author=plain(_name(kop))[:200],
            subject=plain(kop.vertrouwelijkheid)[:200],
            creator="gemeente-pga",
            lang="nl-NL",
            displayDocTitle=1,
            invariant=1,
        )
        self.kop, self.gemeente = kop, _name(kop)
        self.kleuren = opmaak.choose_kleuren(kop.accentkleur)
        self.addPageTemplates(
            [
                PageTemplate("eerste", [_frame(_EERSTE_BOVEN)], onPage=self._first_page),
                PageTemplate("vervolg", [_frame(BOVEN)], onPage=self._next_page),
            ]
        )

    def _first_page(self, doek: Canvas, _blad: BaseDocTemplate) -> None:
        assert isinstance(doek, Doek)  # noqa: S101 - build() makes no other
        with doek.versiering(blad=True):
            y = HOOG - 20 * mm
            x = LINKS + self._draw_logo(doek, y)
            doek.setFillColor(self.kleuren.accent)
            self._draw_name(doek, x, y)
            _right(doek, self.kop.vertrouwelijkheid, y + 1.9 * mm, 64 * mm)
            _right(doek, self.kop.kenmerk, y - 2.4 * mm, 64 * mm)
            doek.setStrokeColor(self.kleuren.accent)
            doek.setLineWidth(1.4)
            doek.line(LINKS, y - 5.5 * mm, LINKS + BREEDTE, y - 5.5 * mm)
            self._draw_footer(doek)

    def _next_page(self, doek: Canvas, _blad: BaseDocTemplate) -> None:
        assert isinstance(doek, Doek)  # noqa: S101 - build() makes no other
        with doek.versiering(blad=True):
            y = HOOG - 15 * mm
            doek.setFillColor(GRIJS)
            kop = self.kop
            links = _join(self.gemeente, kop.documentsoort, kop.kenmerk)
            draw_line(doek, LINKS, y, fit_line(links, TEKST, BREEDTE - 32 * mm))
            _right(doek, STAAT_TEKST[kop.staat], y, 30 * mm)
            doek.setStrokeColor(LIJN)
            doek.setLineWidth(0.5)
            doek.line(LINKS, y - 2.5 * mm, LINKS + BREEDTE, y - 2.5 * mm)
            self._draw_footer(doek)

    def _draw_name(self, doek: Doek, x: float, y: float) -> None:
        """The municipality beside its logo: large when there is room, else on two lines."""
        ruimte = LINKS + BREEDTE - x - _RECHTERKANT
        if line_width(fit_line(self.gemeente, MEDIUM, BREEDTE, 13), 13) <= ruimte:
            draw_line(doek, x, y, fit_line(self.gemeente, MEDIUM, ruimte, 13), 13)
            return
        woorden = self.gemeente.split()
        helft = len(self.gemeente) / 2
        knip = min(range(1, len(woorden) + 1), key=lambda n: abs(helft - len(" ".join(woorden[:n]))))
        for regel, hoogte in ((woorden[:knip], 1.9 * mm), (woorden[knip:], -2.4 * mm)):
            draw_line(doek, x, y + hoogte, fit_line(" ".join(regel), MEDIUM, ruimte, 10.5), 10.5)

    def _draw_logo(self, doek: Doek, y: float) -> float:
        """The width taken by the logo; 0 when there is none, or none that can be read."""
        if not self.kop.logo:
            return 0.0
        try:
            beeld = ImageReader(io.BytesIO(self.kop.logo))
            breed, hoog = beeld.getSize()
        except (OSError, ValueError):
            return 0.0
        maat = min(_MAX_LOGO[0] / breed, _MAX_LOGO[1] / hoog)
        doek.drawImage(beeld, LINKS, y - 3 * mm, breed * maat, hoog * maat, mask="auto")
        return float(breed * maat + 4 * mm)

    def _draw_footer(self, doek: Doek) -> None:
        kop, y = self.kop, 14.5 * mm
        doek.setStrokeColor(LIJN)
        doek.setLineWidth(0.5)
        doek.line(LINKS, y + 4.5 * mm, LINKS + BREEDTE, y + 4.5 * mm)
        doek.setFillColor(GRIJS)
        nummers = f"{kop.nummersoort} {', '.join(kop.nummers)}" if kop.nummers else ""
        voor = f"Exemplaar voor {kop.bestemd_voor}" if kop.bestemd_voor else ""
        delen = (
            "OEFENING" if kop.oefening else "",
            opmaak.format_datum(kop.datum),
            kop.vertrouwelijkheid,
        )
        draw_line(doek, LINKS, y, fit_line(_join(*delen), TEKST, BREEDTE - 32 * mm))
        draw_line(doek, LINKS, y - 4 * mm, fit_line(_join(nummers, voor), TEKST, BREEDTE))
        doek.saveState()
        doek.translate(LINKS + BREEDTE, y)
        doek.doForm(f"pagina_{doek.getPageNumber()}")
        doek.restoreState()


def _name(kop: Kop) -> str:
    """Gemeente Waterhoven, also when only the name of the place was filled in."""
    return kop.gemeente if kop.gemeente.lower().startswith("gemeente ") else f"Gemeente {kop.gemeente}"


class _Vak(Frame):
    """The room for the text of a page. What is drawn or cut up is emptied: no long paper is there whole."""

    def add(self, flowable: Flowable, canv: Canvas, trySplit: int = 0) -> Literal[0, 1]:
        """Draw the part when it fits; 1 when it did."""
        gelukt = super().add(flowable, canv, trySplit)
        if gelukt:
            flowable.__dict__.clear()
        return gelukt

    def split(self, flowable: Flowable, canv: Canvas) -> list[Flowable]:
        """The parts that take the place of this one; empty when it stays."""
        delen: list[Flowable] = super().split(flowable, canv)
        if delen:
            flowable.__dict__.clear()
        return delen


def _frame(boven: float) -> Frame:
    return _Vak(
        LINKS, ONDER, BREEDTE, HOOG - boven - ONDER,
        leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
    )  # fmt: skip


def _join(*delen: str) -> str:
    return " · ".join(deel for deel in delen if deel)


def _right(doek: Doek, tekst: str, y: float, breedte: float) -> None:
    doek.setFillColor(INKT)
    stukken = fit_line(tekst, TEKST, breedte)
    draw_line(doek, LINKS + BREEDTE - line_width(stukken, 9), y, stukken)
