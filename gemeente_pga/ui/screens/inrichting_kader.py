# SPDX-License-Identifier: EUPL-1.2
"""Inrichting, tab Juridisch kader: what the program works with, where it comes from, how sure it is."""

from html import escape

from PySide6 import QtCore

from gemeente_pga.domain.bewaartermijn import describe_termijn
from gemeente_pga.domain.kader import NIET_VASTGESTELD, Criterium, Kader, Streeftermijn
from gemeente_pga.ui import theme
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.inrichting_deel import Deel, regel

ZEKERHEID = {
    "L": "wettekst gelezen",
    "Lx": "bekende wettekst, niet opnieuw gelezen",
    "O": "officiële toelichting",
    "S": "andere bron",
    "I": "afgeleid uit andere feiten",
    "R": "uit herinnering, niet gecontroleerd",
}

_KLEIN = theme.PUNTEN["klein"]


class KaderDeel(Deel):
    """Criteria, tests, grounds and terms as text: to read, and to take to the jurist."""

    titel = "Juridisch kader"
    wegwijzersleutel = "inrichting_kader"
    leeswerk = True

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        kader = omgeving.kader
        kop = self.kaart(kader.titel)
        kop.inhoud.addWidget(regel(f"Versie van {kader.versiedag}. {kader.opmerking}"))
        uitleg = "Met wat ‘niet vastgesteld’ heet rekent het programma niet. In documenten staat het erbij."
        kop.inhoud.addWidget(regel(uitleg, "stil"))
        for titel, html in (
            ("Wettelijke criteria", _criteria(kader, kader.wettelijke_criteria)),
            ("Zorgvuldigheidstoetsen", _criteria(kader, kader.zorgvuldigheidstoetsen)),
            ("Grondslagen om informatie te geven en te krijgen", _grondslagen(kader)),
            ("Termijnen", _termijnen(kader)),
        ):
            tekst = regel(html)  # as high as it is: only the page scrolls
            tekst.setTextFormat(QtCore.Qt.TextFormat.RichText)
            tekst.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
            self.kaart(titel).inhoud.addWidget(tekst)
        self.sluit_af()


def _criteria(kader: Kader, lijst: tuple[Criterium, ...]) -> str:
    return "".join(
        f"<p><b>{c.code.upper()} {escape(c.korte_naam)}</b>{_merk(c.status)}<br>{escape(c.vraag)}<br>"
        f"<span style='font-size: {_KLEIN}pt'>{escape(c.toelichting)}<br>"
        f"{_bron(kader, c.bron, c.zekerheid)}</span></p>"
        for c in lijst
    )


def _grondslagen(kader: Kader) -> str:
    return "".join(
        f"<p><b>{escape(g.naam)}</b>{_merk(g.status)}<br>{escape(f'{g.wet} {g.vindplaats}'.rstrip())}. "
        f"{escape(g.voorwaarden)}<br><span style='font-size: {_KLEIN}pt'>{escape(g.opmerking)} "
        f"{_bron(kader, g.bron, g.zekerheid)}</span></p>"
        for g in kader.alle_grondslagen
    )


def _termijnen(kader: Kader) -> str:
    bewaren = "".join(
        f"<p><b>{escape(t.onderwerp)}</b><br>{escape(describe_termijn(t))}</p>" for t in kader.bewaartermijnen
    )
    werk = "".join(
        f"<p><b>{escape(t.onderwerp)}</b>{_merk(t.status)}<br>{escape(_werktermijn(t))}</p>"
        for t in kader.streeftermijnen
    )
    return f"<h4>Bewaren</h4>{bewaren}<h4>In het werk</h4>{werk}"


def _werktermijn(termijn: Streeftermijn) -> str:
    if termijn.periode:
        return f"{termijn.periode.woorden}. {termijn.opmerking}"
    return termijn.opmerking or "Geen termijn gevonden."


def _merk(status: str) -> str:
    return " – <i>niet vastgesteld</i>" if status == NIET_VASTGESTELD else ""


def _bron(kader: Kader, bronnen: tuple[str, ...], zekerheid: str) -> str:
    namen = "; ".join(escape(kader.toon_bron(b)) for b in bronnen)
    return f"Bron: {namen} ({ZEKERHEID[zekerheid]})."
