# SPDX-License-Identifier: EUPL-1.2
"""The closed dossiers that a new signal is about: shut until the weegploeg decides, then readable or not."""

from collections.abc import Sequence

from PySide6 import QtWidgets

from gemeente_pga.domain.tekst import datum_lang
from gemeente_pga.store.queries.heropening import HEROPEND, Heropening
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import knop, label, links
from gemeente_pga.ui.widgets.kaart import Kaart

WACHT = (
    "Dit is een nieuw signaal over iemand met een gesloten dossier. Dat blijft dicht tot de weegploeg heeft "
    "besloten."
)


class Heropenkaart(Kaart):
    """One line per old dossier, by number; a button once it may be read."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__("Eerder dossier van deze persoon")
        self.omgeving = omgeving
        self._getoond: tuple[Heropening, ...] = ()
        self._rijen = QtWidgets.QWidget(self)
        self.inhoud.addWidget(self._rijen)
        self.hide()

    def toon(self, vragen: Sequence[Heropening]) -> None:
        """Show these; the card is not there without any."""
        self.setVisible(bool(vragen))
        if tuple(vragen) == self._getoond:
            return
        self._getoond = tuple(vragen)
        self._rijen.hide()
        self._rijen.deleteLater()
        self._rijen = QtWidgets.QWidget(self)
        kolom = QtWidgets.QVBoxLayout(self._rijen)
        kolom.setContentsMargins(0, 0, 0, 0)
        for vraag in vragen:
            kolom.addWidget(label(_zin(vraag)))
            if vraag.uitkomst == HEROPEND:
                kolom.addLayout(links(self._maak_knop(vraag)))
        self.inhoud.addWidget(self._rijen)

    def _maak_knop(self, vraag: Heropening) -> QtWidgets.QPushButton:
        return knop(
            f"Dossier {vraag.nummer} inzien",
            lambda: self.omgeving.window.open("dossier", vraag.oud_dossier_id),
            icoon="lock-open",
            naam=f"knop_eerder_dossier_{vraag.nummer}",
        )


def _zin(vraag: Heropening) -> str:
    if not vraag.uitkomst:
        return f"Dossier {vraag.nummer}. {WACHT}"
    op = f" op {datum_lang(vraag.besloten_op)}" if vraag.besloten_op else ""
    if vraag.uitkomst == HEROPEND:
        return (
            f"Dossier {vraag.nummer}. De weegploeg nam het nieuwe signaal{op} op. U mag het eerdere dossier "
            "met die reden inzien. Er verandert niets meer in."
        )
    return f"Dossier {vraag.nummer}. Het nieuwe signaal is{op} niet opgenomen. Dit dossier blijft dicht."
