# SPDX-License-Identifier: EUPL-1.2
"""Somebody at the window of a test: mouse and keys, and days that go by."""

from datetime import date
from typing import Any

from PySide6 import QtWidgets

from gemeente_pga.oefencasus.bediening import Bediening
from gemeente_pga.ui.window import Window
from tests.bewaar_hulp import moment


class Mens(Bediening):
    """Works one window; nothing is set that a person cannot set."""

    def __init__(self, venster: Window) -> None:
        qt = QtWidgets.QApplication.instance()
        assert isinstance(qt, QtWidgets.QApplication)
        super().__init__(qt, venster.omgeving.worker)
        self.top = self.raam = venster
        self.rust()

    @property
    def scherm(self) -> Any:
        """What is open now."""
        return self.raam.scherm

    def dag(self, dag: date) -> None:
        """From now on it is this day; Bureau is what she looks at first."""
        self.raam.omgeving.vandaag = lambda: dag
        self.raam.omgeving.nu = lambda: moment(dag)
        self.toets("Ctrl+1")

    def leg_vast(self) -> None:
        """The one button in sight that records this form."""
        knoppen = [k for k in self.raam.findChildren(QtWidgets.QPushButton) if k.isVisible()]
        (knop,) = [k for k in knoppen if k.objectName().endswith("_vastleggen")]
        self.klik(knop)
        self.moet_goed_zijn()

    def open_dossier(self, dossier_id: int, *, reden: str = "") -> None:
        """From the list of dossiers; a closed one asks why, once a day."""
        self.toets("Ctrl+2")
        self.kies(self.scherm.ui.standComboBox, "gesloten" if reden else "lopend")
        lijst = self.scherm.ui.dossiersLijst
        self.wacht(lambda: dossier_id in {rij.id for rij in lijst.rijen()}, "het dossier staat in de lijst")
        self.kies_rij(lijst, lambda rij: rij.id == dossier_id, open_=True)
        if self.scherm.stapel.currentWidget() is self.scherm.slot:
            self.kies_groep(self.scherm.slot.reden, reden)
            self.druk("Dossier inzien")

    def waarde(self, sql: str, *params: Any) -> Any:
        """One value of the database, to compare with."""
        with self.raam.omgeving.store.reader() as r:
            return r.value(sql, *params)

    def teksten(self) -> str:
        """Everything that is written in sight."""
        labels = self.raam.findChildren(QtWidgets.QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())
