# SPDX-License-Identifier: EUPL-1.2
"""The blank telephone note: one sheet to write on when the program is not at hand."""

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from gemeente_pga.documents.blad import build
from gemeente_pga.documents.delen import Verhaal, hoofd, kop, opmerking, samenvatting, slot, vetcel
from gemeente_pga.documents.opmaak import BREEDTE, CEL, GRIJS, INKT, LIJN
from gemeente_pga.documents.tabel import Rij, Tabel, Vorm
from gemeente_pga.documents.tags import Doek, require_doek
from gemeente_pga.domain.stukken import TelefoonnotitieBlanco

_REGEL = 8 * mm


class _Schrijfregels(Flowable):
    """Empty lines to write on; mere decoration."""

    def __init__(self, aantal: int) -> None:
        super().__init__()
        self.aantal = aantal

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.width, self.height = aW, self.aantal * _REGEL
        return self.width, self.height

    def draw(self) -> None:
        doek = require_doek(self)
        with doek.versiering():
            doek.setStrokeColor(LIJN)
            doek.setLineWidth(0.6)
            for nummer in range(self.aantal):
                doek.line(0, nummer * _REGEL, self.width, nummer * _REGEL)


class _Keuzes(Flowable):
    """Boxes to tick, each with its word."""

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


def render(gegevens: TelefoonnotitieBlanco, *, code: str = "") -> bytes:
    """The blank note as PDF, on one page."""
    waar = f" bij {gegevens.contactpunt}" if gegevens.contactpunt else ""
    verhaal = [
        *hoofd(gegevens.kop, "Voor een melding die u telefonisch krijgt"),
        *samenvatting(
            gegevens.kop,
            "Een blanco notitie voor als het programma niet bij de hand is.",
            f"Vul in tijdens of direct na het gesprek. Leg de notitie dezelfde dag vast{waar}.",
            waarover="Een melding waar nog geen casus van is.",
        ),
        _form(
            [
                ("Ontvangen", "datum en tijd", [_Schrijfregels(1)]),
                ("Aangenomen door", "", [_Schrijfregels(1)]),
                ("Beller", "naam, functie, organisatie", [_Schrijfregels(1)]),
                ("Terugbelnummer", "bel terug via bekend nummer", [_Schrijfregels(1)]),
                ("Acuut gevaar?", "bij ja: nu 112, politie of OM", [_Keuzes(["ja", "nee"])]),
                ("Naam noemen?", "mag betrokkene de naam weten", [_Keuzes(["ja", "nee", "niet gevraagd"])]),
                ("Over wie gaat het?", "zoals de beller het zegt", [_Schrijfregels(1)]),
            ]
        ),
        *kop("Wat zegt de beller?", 2),
        _form(
            [
                ("Zelf gezien of gehoord", "wat, waar, wanneer", [_Schrijfregels(4)]),
                ("Van anderen gehoord", "van wie", [_Schrijfregels(2)]),
                ("Wat de beller denkt", "", [_Schrijfregels(2)]),
            ]
        ),
        _form(
            [
                ("Teruggebeld", "datum, tijd, via welk nummer", [_Schrijfregels(1)]),
                ("Vastgelegd", "datum, tijd, door", [_Schrijfregels(1)]),
            ]
        ),
        *opmerking("Vernietig dit blad zodra de notitie in het programma staat."),
    ]
    return build(gegevens.kop, [*verhaal, *slot(code)])


def _form(velden: Sequence[tuple[str, str, Verhaal]]) -> Tabel:
    rijen = [Rij([vetcel(label, ("", hulp)), inhoud]) for label, hulp, inhoud in velden]
    return Tabel((50 * mm, BREEDTE - 50 * mm), rijen, Vorm(boven=2, onder=3, lijnen=False, rijkoppen=(0,)))
