# SPDX-License-Identifier: EUPL-1.2
"""Tijdlijn: what happened and when it became known here, filtered by kind."""

from PySide6 import QtWidgets

from gemeente_pga.domain.tijdlijn import SOORTEN, Tijdlijnpunt
from gemeente_pga.store.queries.tijdlijn import tijdlijn
from gemeente_pga.store.store import Reader
from gemeente_pga.ui import theme
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import Beeld, Deel, label
from gemeente_pga.ui.widgets.stroom import StroomLayout
from gemeente_pga.ui.widgets.tijdlijn import Tijdlijn

UITLEG = (
    "Links staat wanneer iets gebeurde. Hoorde u het later, of legde u het later vast, dan staat dat erbij. "
    "Met ≈ is de dag van het gebeuren niet bekend; dan staat het op de dag dat u het hoorde."
)


class TijdlijnTab(Deel):
    """The tab."""

    code = "tijdlijn"
    titel = "Tijdlijn"
    wegwijzersleutel = "casus_tijdlijn"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self._punten: tuple[Tijdlijnpunt, ...] = ()
        vak = QtWidgets.QWidget()
        stroom = StroomLayout(vak, ruimte=theme.RUIMTE[1])
        self.vinkjes: dict[str, QtWidgets.QCheckBox] = {}
        for soort, woord in SOORTEN:
            vinkje = QtWidgets.QCheckBox(woord, vak)
            vinkje.setObjectName(f"tijdlijn_{soort}")
            vinkje.setChecked(True)
            vinkje.toggled.connect(self._filter)
            stroom.addWidget(vinkje)
            self.vinkjes[soort] = vinkje
        self.lijn = Tijdlijn()
        self.lijn.setObjectName("dossier_tijdlijn_lijst")
        self.lijn.setMinimumHeight(320)
        self.lijn.geopend.connect(self._open)
        self.leeg = label("Er is nog niets met een datum vastgelegd.", "stil")
        for deel in (label(UITLEG, "stil"), vak, self.leeg):
            self.kolom.addWidget(deel)
        self.kolom.addWidget(self.lijn, 1)

    def toon(self, r: Reader, beeld: Beeld) -> None:
        """All points; the filter stays."""
        super().toon(r, beeld)
        nieuw = tijdlijn(r, beeld.dossier_id, self.omgeving.kader)
        if nieuw != self._punten:
            self._punten = nieuw
            self._filter()
        aanwezig = {p.soort for p in nieuw}
        for soort, vinkje in self.vinkjes.items():
            vinkje.setVisible(soort in aanwezig)
        self.leeg.setVisible(not nieuw)
        self.lijn.setVisible(bool(nieuw))

    def naar_onderdeel(self, veld: str) -> bool:
        """The line itself."""
        if veld not in {"", self.code}:
            return False
        self.lijn.setFocus()
        return True

    def _filter(self) -> None:
        aan = {soort for soort, vinkje in self.vinkjes.items() if vinkje.isChecked()}
        self.lijn.toon([p for p in self._punten if p.soort in aan])

    def _open(self, punt: Tijdlijnpunt) -> None:
        if punt.scherm and punt.scherm != "dossier":
            self.omgeving.window.open(punt.scherm, punt.onderwerp_id)
