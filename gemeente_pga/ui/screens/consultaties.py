# SPDX-License-Identifier: EUPL-1.2
"""The list of consultaties zonder naam, newest first, to find one again."""

from PySide6 import QtCore, QtGui

from gemeente_pga.store.queries.consultatie import Consultatieblad, aantal_consultaties, lijst_consultaties
from gemeente_pga.ui.form import Formulier, nieuwe_sneltoets
from gemeente_pga.ui.forms.ui_consultaties import Ui_Consultaties
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.scherm import Scherm
from gemeente_pga.ui.screens.consultatiekaart import KOLOMMEN
from gemeente_pga.ui.widgets.invoer import Wikkelend
from gemeente_pga.ui.widgets.lijst import Kolom

_WACHT_MS = 150


class ConsultatiesScherm(Scherm):
    """Enter opens one, Ctrl+Shift+N records a new one. Words inside the texts are not searched."""

    code = "consultaties"
    titel = "Consultaties zonder naam"
    wegwijzersleutel = "consultatie"
    tabellen = frozenset({"consultatie"})

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.ui = Ui_Consultaties()
        self.ui.setupUi(self)
        self.formulier = Formulier(self)
        los = Kolom[Consultatieblad]("Dossier", lambda c: c.nummer or "staat los")
        self.ui.consultatiesLijst.stel_in([*KOLOMMEN, los], sleutel=lambda c: c.id)
        self.wikkelend = Wikkelend(self.ui.consultatiesLijst)
        self.ui.consultatiesLijst.geopend.connect(lambda c: omgeving.window.open("consultatie", c.id))
        self.ui.nieuwPushButton.clicked.connect(self._nieuw)
        self.nieuw_actie = nieuwe_sneltoets(QtGui.QAction("&Nieuwe consultatie", self), "Ctrl+Shift+N")
        self.nieuw_actie.triggered.connect(self._nieuw)
        self.addAction(self.nieuw_actie)
        self._klok = QtCore.QTimer(self)
        self._klok.setSingleShot(True)
        self._klok.setInterval(_WACHT_MS)
        self._klok.timeout.connect(self._filter)
        self.formulier.gewijzigd.connect(self._klok.start)

    def acties(self) -> list[QtGui.QAction]:
        """A new one, also from the menu."""
        return [self.nieuw_actie]

    def toon(self, onderwerp_id: int | None, veld: str = "") -> None:
        """Ready to open the newest."""
        super().toon(onderwerp_id, veld)
        self.eerste_focus()

    def herlaad(self) -> None:
        """Read those that hold the words that were typed."""
        self._klok.stop()
        with self.omgeving.store.reader() as r:
            bladen = lijst_consultaties(r, self.ui.zoekLineEdit.text())
            is_er_een = aantal_consultaties(r) > 0
        self.ui.consultatiesLijst.toon(bladen)
        self.ui.consultatiesLijst.setVisible(bool(bladen))
        self.ui.nietsLabel.setVisible(is_er_een and not bladen)
        self.ui.zoekVak.setVisible(is_er_een)
        self.ui.leegKaart.setVisible(not is_er_een)

    def eerste_focus(self) -> None:
        """The newest, ready for Enter."""
        lijst = self.ui.consultatiesLijst
        if not lijst.rijen():
            self.ui.nieuwPushButton.setFocus()
            return
        if lijst.rij() is None:
            lijst.selectRow(0)
        lijst.setFocus()

    def _filter(self) -> None:
        if self.omgeving.store.is_open:  # it may have been closed while the clock ran
            self.herlaad()

    def _nieuw(self) -> None:
        self.omgeving.window.open("consultatie")
