# SPDX-License-Identifier: EUPL-1.2
"""Whole dossiers to another kluis, and out of one: two cards, each with what is asked there."""

from PySide6 import QtWidgets

from gemeente_pga.ui import theme
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.scherm import Scherm
from gemeente_pga.ui.screens.andere_kluis_meegeven import Meegeven
from gemeente_pga.ui.screens.andere_kluis_overnemen import Overnemen
from gemeente_pga.ui.widgets.rolblad import Rolblad


class AndereKluisScherm(Scherm):
    """What comes in stands above: it is what somebody waits for."""

    code = "andere_kluis"
    titel = "Naar of uit een andere kluis"
    wegwijzersleutel = "andere_kluis"
    tabellen = frozenset({"dossier", "signaal", "casus", "gemeente"})

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.overnemen = Overnemen(omgeving)
        self.meegeven = Meegeven(omgeving)
        blad = QtWidgets.QWidget()
        kolom = QtWidgets.QVBoxLayout(blad)
        kolom.setContentsMargins(*(theme.RUIMTE[3],) * 4)
        kolom.setSpacing(theme.RUIMTE[3])
        for kaart in (self.overnemen, self.meegeven):
            kolom.addWidget(kaart)
        kolom.addStretch(1)
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.addWidget(Rolblad(blad))

    def toon(self, onderwerp_id: int | None, veld: str = "") -> None:
        """Ready to choose a file."""
        super().toon(onderwerp_id, veld)
        if not veld:
            self.overnemen.kies_knop.setFocus()

    def herlaad(self) -> None:
        """What can be given; what was opened and typed stays."""
        with self.omgeving.store.reader() as r:
            self.meegeven.toon(r)
            self.overnemen.toon(r)
