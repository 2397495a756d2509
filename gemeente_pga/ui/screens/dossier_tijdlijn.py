# SPDX-License-Identifier: EUPL-1.2
"""Tijdlijn: what happened and when it became known here, drawn and in words, filtered, and on to paper."""

import json
from datetime import date

from PySide6 import QtWidgets

from gemeente_pga.domain.stap import Ontbreekt
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.domain.tijdlijn import SOORTEN, WEGING, Tijdlijnpunt, kies_punten
from gemeente_pga.store.queries.tijdlijn import tijdlijn
from gemeente_pga.store.store import Reader
from gemeente_pga.ui import theme
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import Beeld, Deel, knop, label, links
from gemeente_pga.ui.widgets.stroom import StroomLayout
from gemeente_pga.ui.widgets.tijdas import Tijdas
from gemeente_pga.ui.widgets.tijdlijn import Tijdlijn

UITLEG = (
    "Boven staat wanneer iets gebeurde, onder wanneer u het hoorde of vastlegde. Een schuine lijn betekent: "
    "u hoorde het later of legde het later vast. Met ≈ is de dag van het gebeuren niet bekend; dan staat het "
    "op de dag dat u het hoorde."
)
_GEBEURD, _BEKEND = "gebeurd", "bekend"


class TijdlijnTab(Deel):
    """The tab."""

    code = "tijdlijn"
    titel = "Tijdlijn"
    wegwijzersleutel = "casus_tijdlijn"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self._punten: tuple[Tijdlijnpunt, ...] = ()
        self._bouw_keuzes()
        self._bouw_lijn()

    def toon(self, r: Reader, beeld: Beeld) -> None:
        """All points; the filter stays."""
        super().toon(r, beeld)
        nieuw = tijdlijn(r, beeld.dossier_id, self.omgeving.kader)
        if nieuw != self._punten:
            self._punten = nieuw
            self._vul_momenten()
            self._filter()
        aanwezig = {p.soort for p in nieuw}
        for soort, vinkje in self.vinkjes.items():
            vinkje.setVisible(soort in aanwezig)
        self.later.setVisible(any(p.later_bekend for p in nieuw))
        for deel in (self.keuzes, self.as_, self.lijn, self.papier):
            deel.setVisible(bool(nieuw))
        self.papier.setVisible(bool(nieuw) and not self.omgeving.alleen_kijken)

    def naar_onderdeel(self, veld: str) -> bool:
        """The line itself."""
        if veld not in {"", self.code}:
            return False
        self.lijn.setFocus()
        return True

    def plek(self) -> str:
        """What is chosen here and which point, for coming back after locking."""
        uit = [soort for soort, vinkje in self.vinkjes.items() if not vinkje.isChecked()]
        gegevens = {"uit": uit, "later": self.later.isChecked(), "punt": self.lijn.currentIndex().row()}
        gegevens |= {"volgorde": self.volgorde.currentData(), "tot": self.moment.currentData()}
        return json.dumps(gegevens)

    def naar_plek(self, plek: str) -> None:
        """As it was left."""
        if not plek.startswith("{"):
            super().naar_plek(plek)
            return
        gegevens = json.loads(plek)
        for soort, vinkje in self.vinkjes.items():
            vinkje.setChecked(soort not in gegevens["uit"])
        self.later.setChecked(gegevens["later"])
        for keuze, waarde in ((self.volgorde, gegevens["volgorde"]), (self.moment, gegevens["tot"])):
            keuze.setCurrentIndex(max(0, keuze.findData(waarde)))
        if gegevens["punt"] >= 0:
            self.lijn.kies(gegevens["punt"])

    # ---- choosing

    def _filter(self) -> None:
        aan = {soort for soort, vinkje in self.vinkjes.items() if vinkje.isChecked()}
        tot = self.moment.currentData()
        punten = kies_punten(
            self._punten,
            aan,
            tot=date.fromisoformat(tot) if tot else None,
            alleen_later=self.later.isChecked() and not self.later.isHidden(),
            op_bekend=self.volgorde.currentData() == _BEKEND,
        )
        self.lijn.toon(punten)
        self.as_.toon(punten)
        self.leeg.setText(
            "Bij deze keuze staat er niets op de tijdlijn."
            if self._punten
            else "Er is nog niets met een datum vastgelegd."
        )
        self.leeg.setVisible(not punten)

    def _vul_momenten(self) -> None:
        """Today, and each day on which the weegploeg decided: what was known here then."""
        was = self.moment.currentData()
        dagen = dict.fromkeys(p.gebeurd_op for p in self._punten if p.soort == WEGING)
        self.moment.blockSignals(True)
        self.moment.clear()
        self.moment.addItem("Alles wat nu bekend is", "")
        for dag in dagen:
            self.moment.addItem(f"Bekend bij de weging van {datum_kort(dag)}", dag.isoformat())
        self.moment.setCurrentIndex(max(0, self.moment.findData(was)))
        self.moment.blockSignals(False)

    def _open(self, punt: Tijdlijnpunt) -> None:
        if punt.scherm and punt.scherm != "dossier":
            self.omgeving.window.open(punt.scherm, punt.onderwerp_id)

    def _naar_papier(self) -> None:
        self.naar.emit(Ontbreekt("", "dossier", "tijdlijn_papier"))

    # ---- building

    def _bouw_keuzes(self) -> None:
        self.keuzes = QtWidgets.QWidget()
        stroom = StroomLayout(self.keuzes, ruimte=theme.RUIMTE[1])
        self.volgorde, self.moment = QtWidgets.QComboBox(self.keuzes), QtWidgets.QComboBox(self.keuzes)
        self.volgorde.addItem("Zoals het gebeurde", _GEBEURD)
        self.volgorde.addItem("Zoals het bekend werd", _BEKEND)
        breed = QtWidgets.QComboBox.SizeAdjustPolicy.AdjustToContents
        for keuze, naam, woord in (
            (self.volgorde, "volgorde", "Volgorde van de lijst"),
            (self.moment, "moment", "Wat bekend was"),
        ):
            keuze.setObjectName(f"tijdlijn_{naam}")
            keuze.setAccessibleName(woord)
            keuze.setSizeAdjustPolicy(breed)
            keuze.currentIndexChanged.connect(lambda _n: self._filter())
            stroom.addWidget(keuze)
        self.vinkjes: dict[str, QtWidgets.QCheckBox] = {}
        self.later = self._vinkje("Alleen wat u later hoorde", "later", aan=False)
        stroom.addWidget(self.later)
        for soort, woord in SOORTEN:
            self.vinkjes[soort] = self._vinkje(woord, soort, aan=True)
            stroom.addWidget(self.vinkjes[soort])

    def _vinkje(self, woord: str, naam: str, *, aan: bool) -> QtWidgets.QCheckBox:
        vinkje = QtWidgets.QCheckBox(woord, self.keuzes)
        vinkje.setObjectName(f"tijdlijn_{naam}")
        vinkje.setChecked(aan)
        vinkje.toggled.connect(self._filter)
        return vinkje

    def _bouw_lijn(self) -> None:
        self.as_, self.lijn = Tijdas(), Tijdlijn()
        self.as_.setObjectName("dossier_tijdlijn_as")
        self.lijn.setObjectName("dossier_tijdlijn_lijst")
        self.lijn.setMinimumHeight(240)
        self.lijn.geopend.connect(self._open)
        self.lijn.gekozen.connect(self.as_.kies)
        self.as_.gekozen.connect(self.lijn.kies)
        self.as_.geopend.connect(lambda _n: self._open(self.lijn.punten()[_n]))
        self.leeg = label("", "stil")
        self.papier = knop(
            "Tijdlijn op &papier …", self._naar_papier, icoon="printer", naam="tijdlijn_papier"
        )
        for deel in (label(UITLEG, "stil"), self.keuzes, self.as_, self.leeg):
            self.kolom.addWidget(deel)
        self.kolom.addWidget(self.lijn, 1)
        self.kolom.addLayout(links(self.papier))
        self._filter()
