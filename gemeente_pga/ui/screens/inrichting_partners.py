# SPDX-License-Identifier: EUPL-1.2
"""Inrichting, tab Partners: the list left, one partner right."""

from collections.abc import Mapping
from datetime import date

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.inrichting import Partij, beoordeel_partij
from gemeente_pga.handelingen.inrichting import register_partij
from gemeente_pga.store.queries.inrichting import PartijRij, partijen
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import vul_keuzes
from gemeente_pga.ui.forms.ui_partij import Ui_Partij
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.inrichting_deel import Deel, als_dict, regel
from gemeente_pga.ui.widgets.invoer import Wikkelend
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst

_SMAL = 760  # narrower than this there is no room for two cards


class PartnersDeel(Deel):
    """Organisations at the table, with the person to call."""

    titel = "Partners"
    wegwijzersleutel = "inrichting_partners"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self._partij_id: int | None = None
        self.lijst = Lijst(self)
        self.lijst.setAccessibleName("Partners")
        self.lijst.setMinimumHeight(260)
        self.lijst.stel_in(
            [
                Kolom[PartijRij]("Organisatie", lambda p: p.partij.naam, rek=True),
                Kolom[PartijRij]("Plaats aan tafel", _plaats),
            ],
            sleutel=lambda p: p.id,
        )
        self.wikkelend = Wikkelend(self.lijst)
        self.lijst.gekozen.connect(self._kies)
        uitleg = "De drie kernpartijen wegen samen elk signaal. Wie stopt, blijft in oude stukken staan."
        links = Kaart("Met wie u werkt", self)
        links.inhoud.addWidget(regel(uitleg, "stil"))
        links.inhoud.addWidget(self.lijst)
        rechts = self.kaart("Partner")
        self._titel = rechts
        self.formulier, ui = self.formulier_in(rechts, Ui_Partij, None)
        soorten = [p for p in omgeving.kader.partijen if p.deelname != "nooit"]
        vul_keuzes(ui.soortComboBox, [(p.code, p.naam) for p in soorten])
        self.knop("Partner vastleggen", self._leg_vast)
        nieuw = QtWidgets.QPushButton("Nieuwe partner", self)
        theme.zet_icoon(nieuw, "plus")
        nieuw.clicked.connect(self._begin_nieuw)
        links.inhoud.addWidget(nieuw, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        self._naast = QtWidgets.QBoxLayout(QtWidgets.QBoxLayout.Direction.LeftToRight)
        self._naast.setSpacing(theme.RUIMTE[3])
        self._naast.addWidget(links, 3)
        self._naast.addWidget(rechts, 2)
        self.inhoud.addLayout(self._naast)
        self.sluit_af()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """On a small screen the partner stands below the list."""
        super().resizeEvent(event)
        richting = QtWidgets.QBoxLayout.Direction
        smal = event.size().width() < _SMAL
        self._naast.setDirection(richting.TopToBottom if smal else richting.LeftToRight)

    def herlaad(self) -> None:
        """The list; the chosen partner stays chosen."""
        with self.omgeving.store.reader() as r:
            rijen = partijen(r, ook_gestopte=True)
        self.lijst.toon(rijen)
        if self.formulier.vuil:
            return
        if self._partij_id is not None:
            self.lijst.kies(self._partij_id)
        elif rijen:
            self.lijst.selectRow(0)

    def _kies(self, rij: PartijRij) -> None:
        if self.formulier.vuil and rij.id != self._partij_id:
            self.formulier.bewaar_concept()
        self._partij_id = rij.id
        self._titel.zet_titel(rij.partij.naam)
        self.formulier.zet_concept(("partij", str(rij.id)))
        self.formulier.wis_gebreken()
        self.formulier.vul(als_dict(rij.partij))
        self.formulier.herstel_concept()

    def _begin_nieuw(self) -> None:
        self.lijst.setCurrentIndex(QtCore.QModelIndex())
        self.lijst.clearSelection()
        self._partij_id = None
        self._titel.zet_titel("Nieuwe partner")
        self.formulier.zet_concept(("partij", ""))
        self.formulier.wis()
        self.formulier.vul({"actief": True})
        self.formulier.herstel_concept()
        self.formulier.focus("soort")

    def _leg_vast(self) -> None:
        self.leg_vast(self.formulier, self._beoordeel, self._registreer, "Partner vastgelegd.")

    def _beoordeel(self, invoer: Mapping[str, object], vandaag: date) -> Partij | list[Gebrek]:
        return beoordeel_partij(invoer, self.omgeving.kader, vandaag)

    def _registreer(self, partij: Partij) -> None:
        self._partij_id = register_partij(self.omgeving.store, partij, self._partij_id)
        self.formulier.vergeet_concept()  # else what was recorded now is there again at the next new partner
        self.formulier.zet_concept(("partij", str(self._partij_id)))


def _plaats(rij: PartijRij) -> str:
    if not rij.partij.actief:
        return "Gestopt"
    return "Kernpartij" if rij.partij.kernpartij else "Als de casus het vraagt"
