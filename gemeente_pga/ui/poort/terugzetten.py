# SPDX-License-Identifier: EUPL-1.2
"""The page of the first start on which a back-up is chosen and read about, before it is put back."""

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.backup import Terugzetplan
from gemeente_pga.domain.moment import moment_kort
from gemeente_pga.ui import theme
from gemeente_pga.ui.poort.wizard_bladen import Blad
from gemeente_pga.ui.widgets.invoer import Passend
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.opsomming import Opsomming

_RIJEN = 4  # more back-ups than these scroll: what the chosen one means stays in sight


class TerugzetBlad(Blad):
    """`gekozen`: put this one back. `terug`: none of them."""

    gekozen = QtCore.Signal(object)
    terug = QtCore.Signal()
    titel = "Welke back-up zet u terug?"
    kort = "Terugzetten"
    uitleg = "De nieuwste staat bovenaan. Kies een oudere alleen als de nieuwste niet goed is."

    def __init__(self) -> None:
        super().__init__()
        self.lijst = Lijst(self)
        self.lijst.setAccessibleName("Back-ups in deze map")
        self.lijst.stel_in(
            [
                Kolom[Terugzetplan](
                    "Gemaakt", lambda p: moment_kort(p.kopie.gemaakt_op.isoformat()), rek=True
                ),
                Kolom[Terugzetplan]("Gaat open met", lambda p: p.kopie.sleutel.woorden),
                Kolom[Terugzetplan]("Handelingen", lambda p: str(p.kopie.handelingen)),
            ],
            sleutel=lambda p: p.kopie.map,
        )
        self.passend = Passend(self.lijst, rijen=_RIJEN)
        self.lijst.gekozen.connect(lambda _rij: self._toon_plan())
        self.plan = Opsomming()
        self.doe_knop = QtWidgets.QPushButton("&Deze back-up terugzetten")
        self.doe_knop.setProperty("rol", "primair")
        self.doe_knop.clicked.connect(self._kies)
        self.niet_knop = QtWidgets.QPushButton("&Niet terugzetten")
        self.niet_knop.clicked.connect(self.terug)
        kaart = Kaart()
        kaart.inhoud.addWidget(self.lijst)
        kaart.inhoud.addWidget(self.plan)
        knoppen = QtWidgets.QHBoxLayout()
        knoppen.setSpacing(theme.RUIMTE[1])
        knoppen.addWidget(self.doe_knop)
        knoppen.addWidget(self.niet_knop)
        knoppen.addStretch(1)
        kaart.inhoud.addLayout(knoppen)
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(theme.RUIMTE[2])
        indeling.addWidget(kaart)

    def zet(self, plannen: tuple[Terugzetplan, ...]) -> None:
        """These are there; the newest is chosen."""
        self.lijst.toon(plannen)
        self.passend.pas_aan()
        self.lijst.selectRow(0)
        self._toon_plan()

    def _toon_plan(self) -> None:
        plan = self.lijst.rij()
        if isinstance(plan, Terugzetplan):
            self.plan.zet(plan.zinnen())

    def _kies(self) -> None:
        plan = self.lijst.rij()
        if isinstance(plan, Terugzetplan):
            self.gekozen.emit(plan.kopie.map)
