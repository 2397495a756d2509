# SPDX-License-Identifier: EUPL-1.2
"""Inrichting, tab Juridisch kader: what the program works with, where it comes from, how sure it is."""

from html import escape

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.bewaartermijn import describe_termijn
from gemeente_pga.domain.kader import (
    NIET_VASTGESTELD,
    STATUSNAMEN,
    VASTGESTELD,
    Criterium,
    Kader,
    Streeftermijn,
)
from gemeente_pga.store.queries.dossiers import actief_kader_id
from gemeente_pga.store.queries.kader import kader_van, termijnvaststellingen, vaststellingen, waarderegels
from gemeente_pga.ui import theme
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.inrichting_deel import Deel, regel
from gemeente_pga.ui.screens.inrichting_kaders import Kaderskaart
from gemeente_pga.ui.screens.inrichting_ronde import Rondekaart
from gemeente_pga.ui.screens.inrichting_waarde import Waardekaart

ZEKERHEID = {
    "L": "wettekst gelezen",
    "Lx": "bekende wettekst, niet opnieuw gelezen",
    "O": "officiële toelichting",
    "S": "andere bron",
    "I": "afgeleid uit andere feiten",
    "R": "uit herinnering, niet gecontroleerd",
}
_UITLEG = "Met wat ‘niet vastgesteld’ heet rekent het programma niet. In documenten staat het erbij."
_DELEN = (
    "Wettelijke criteria",
    "Zorgvuldigheidstoetsen",
    "Grondslagen om informatie te geven en te krijgen",
    "Termijnen",
)

_KLEIN = theme.PUNTEN["klein"]


class KaderDeel(Deel):
    """The kader as it counts: to read, to fill in, and to have vastgesteld by a jurist."""

    titel = "Juridisch kader"
    wegwijzersleutel = "inrichting_kader"
    leeswerk = True
    tabellen = frozenset({"kader", "kaderwaarde", "vaststellingsronde", "vaststelling"})

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        kop = self.kaart("Het kader in gebruik")
        self.wat, self.stand = regel(""), regel("")
        kop.inhoud.addWidget(self.wat)
        kop.inhoud.addWidget(self.stand)
        kop.inhoud.addWidget(regel(_UITLEG, "stil"))
        self.ronde, self.waarde = Rondekaart(omgeving), Waardekaart(omgeving)
        self.ronde.wijzig.connect(self.waarde.begin)
        self.inhoud.addWidget(self.ronde)
        self.inhoud.addWidget(self.waarde)
        self.kaders = Kaderskaart(omgeving)
        self.inhoud.addWidget(self.kaders)
        self.teksten: dict[str, QtWidgets.QLabel] = {}
        for titel in _DELEN:
            tekst = self.teksten[titel] = regel("")  # as high as it is: only the page scrolls
            tekst.setTextFormat(QtCore.Qt.TextFormat.RichText)
            tekst.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
            self.kaart(titel).inhoud.addWidget(tekst)
        self.sluit_af()

    def herlaad(self) -> None:
        """What counts now; a form that is being typed in stays as it is."""
        with self.omgeving.store.reader() as r:
            kader_id = actief_kader_id(r)
            if kader_id is None:
                return
            kader, getekend = kader_van(r, kader_id), vaststellingen(r, kader_id)
            self.kaders.vul_in(r)
            regels, termijnen = waarderegels(r, kader_id), termijnvaststellingen(r, kader_id)
        self.wat.setText(f"{kader.titel}. {kader.ingevuld} {kader.opmerking}")
        self.stand.setText(f"Dit kader als geheel: {STATUSNAMEN[kader.status].lower()}.")
        self.ronde.vul_in(kader_id, kader, getekend)
        self.waarde.vul_in(kader_id, kader, regels)
        bewaren = "".join(
            f"<p><b>{escape(t.onderwerp)}</b><br>{escape(describe_termijn(t, termijnen.get(t.code)))}</p>"
            for t in kader.bewaartermijnen
        )
        html = (
            _criteria(kader, kader.wettelijke_criteria),
            _criteria(kader, kader.zorgvuldigheidstoetsen),
            _grondslagen(kader),
            f"<h4>Bewaren</h4>{bewaren}<h4>In het werk</h4>{_werktermijnen(kader)}",
        )
        for titel, tekst in zip(_DELEN, html, strict=True):
            self.teksten[titel].setText(tekst)


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


def _werktermijnen(kader: Kader) -> str:
    return "".join(
        f"<p><b>{escape(t.onderwerp)}</b>{_merk(t.status)}<br>{escape(_werktermijn(t))}</p>"
        for t in kader.streeftermijnen
    )


def _werktermijn(termijn: Streeftermijn) -> str:
    if termijn.periode:
        return f"{termijn.periode.woorden}. {termijn.opmerking}"
    return termijn.opmerking or "Geen termijn die telt."


def _merk(status: str) -> str:
    return f" – <i>{STATUSNAMEN[status].lower()}</i>" if status in (NIET_VASTGESTELD, VASTGESTELD) else ""


def _bron(kader: Kader, bronnen: tuple[str, ...], zekerheid: str) -> str:
    namen = "; ".join(escape(kader.toon_bron(b)) for b in bronnen)
    return f"Bron: {namen} ({ZEKERHEID[zekerheid]})."
