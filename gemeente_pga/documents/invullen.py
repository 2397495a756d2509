# SPDX-License-Identifier: EUPL-1.2
"""Parts to fill in with a pen: empty lines, boxes to tick, and an answer with both."""

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from gemeente_pga.documents.delen import Verhaal
from gemeente_pga.documents.letters import escape
from gemeente_pga.documents.opmaak import BREEDTE, CEL, GRIJS, INKT, LIJN
from gemeente_pga.documents.tabel import Par, Rij, Tabel, Vorm
from gemeente_pga.documents.tags import Doek, require_doek

REGEL = 8 * mm
_VAK = 7 * mm
_OMDAT = 62 * mm  # of an answer that has a line behind it


class Schrijfregels(Flowable):
    """Empty lines to write on; mere decoration."""

    def __init__(self, aantal: int, hoog: float = REGEL) -> None:
        super().__init__()
        self.aantal, self.hoog = aantal, hoog

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.width, self.height = aW, self.aantal * self.hoog
        return self.width, self.height

    def draw(self) -> None:
        doek = require_doek(self)
        with doek.versiering():
            doek.setStrokeColor(LIJN)
            doek.setLineWidth(0.6)
            for nummer in range(self.aantal):
                doek.line(0, nummer * self.hoog, self.width, nummer * self.hoog)


class Keuzes(Flowable):
    """Boxes to tick, each with its word; a word "" is a box alone."""

    def __init__(self, woorden: Sequence[str]) -> None:
        super().__init__()
        self.woorden = list(woorden)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.width, self.height = aW, 14.0
        return self.width, self.height

    def draw(self) -> None:
        doek = require_doek(self)
        x = 0.0
        for woord in self.woorden:
            self._draw_box(doek, x)
            if woord:
                with doek.tekst("P"):
                    doek.setFillColor(INKT)
                    doek.setFont(CEL.fontName, CEL.fontSize)
                    doek.drawString(x + 16, 2.5, woord)
            x += doek.stringWidth(woord, CEL.fontName, CEL.fontSize) + 34

    def _draw_box(self, doek: Doek, x: float) -> None:
        with doek.versiering():
            doek.setStrokeColor(GRIJS)
            doek.setLineWidth(0.9)
            doek.rect(x + 0.5, 0.5, 11, 11, stroke=1, fill=0)


def antwoordvak(antwoorden: Sequence[str]) -> Verhaal:
    """The answers to choose from, one a line; one that ends in … has a line to go on."""
    rijen = []
    for antwoord in antwoorden:
        open_ = antwoord.endswith("…")
        regel: Verhaal = [Schrijfregels(1, 12)] if open_ else []
        rijen.append(Rij([[Keuzes([""])], [Par(escape(antwoord.rstrip(" …")), CEL)], regel]))
    vorm = Vorm(soort="L", boven=1.5, onder=2.5, lijnen=False, heel_tot=200)
    vak = Tabel((_VAK, _OMDAT, BREEDTE - _VAK - _OMDAT), rijen, vorm)
    vak.spaceAfter = 4
    return [vak]
