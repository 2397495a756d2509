# SPDX-License-Identifier: EUPL-1.2
"""A computer on which the real program starts, locks and starts again."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.app import App
from gemeente_pga.domain.beleid import Beleid
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.store.queries import journaal
from gemeente_pga.ui.poort.ontgrendelen import Ontgrendelen
from gemeente_pga.ui.poort.wizard import Wizard
from tests.ui_hulp import lichte_dienst

LINKS = QtCore.Qt.MouseButton.LeftButton
TOETS = QtCore.Qt.Key


class Toestel:
    """A computer with the program on it: every start is a fresh app on the same folder."""

    def __init__(self, qapp: QtWidgets.QApplication, qtbot: QtBot, map_: Path) -> None:
        self.qapp, self.qtbot, self.map = qapp, qtbot, map_
        self.vervangen: list[list[str]] = []
        self._apps: list[App] = []

    def start(
        self,
        soort: KluisSoort = KluisSoort.KLUIS,
        verslag: str = "",
        beleid: Callable[[], Beleid] = Beleid,
    ) -> App:
        dienst = lichte_dienst(self.map)
        app = App(self.qapp, dienst, vervang=self._vervang, verslag=verslag, beleid=beleid)
        self._apps.append(app)
        app.start(soort)
        return app

    def _vervang(self, argumenten: Sequence[str]) -> None:
        self.vervangen.append(list(argumenten))

    def sluit(self) -> None:
        for app in self._apps:
            app.sluit()
            for deel in (app.poort, app.window):
                if deel is not None:
                    deel.hide()
                    deel.deleteLater()
            app.deleteLater()

    def klik(self, knop: QtWidgets.QAbstractButton) -> None:
        self.qtbot.mouseClick(knop, LINKS)

    def doorloop_wizard(self, app: App) -> str:
        """Set up a kluis with mouse and keys; the wachtzin that was offered."""
        wizard = app.poort
        assert isinstance(wizard, Wizard)
        volgende = wizard.ui.volgendePushButton
        self.klik(wizard.begin.ui.inrichtenPushButton)
        self.qtbot.keyClicks(wizard.gemeente.ui.naamLineEdit, "Waterhoven")
        self.klik(volgende)
        self.qtbot.keyClicks(wizard.gebruiker.ui.naamLineEdit, "Mirjam Hoekstra")
        self.qtbot.keyClicks(wizard.gebruiker.ui.functieLineEdit, "procesregisseur")
        for _ in range(3):
            self.klik(volgende)
        wachtzin = wizard.wachtzin.keuze.ui.wachtzinLineEdit.text()
        self.qtbot.keyClicks(wizard.wachtzin.keuze.ui.herhaalLineEdit, wachtzin)
        self.klik(volgende)
        self.qtbot.waitUntil(lambda: wizard.blad is wizard.herstelcode)
        self.klik(wizard.herstelcode.ui.overgenomenPushButton)
        groepen, (eerste, tweede) = wizard.herstelcode.groepen, wizard.herstelcode.gevraagd
        self.qtbot.keyClicks(wizard.herstelcode.ui.eersteLineEdit, groepen[eerste].lower())
        self.qtbot.keyClicks(wizard.herstelcode.ui.tweedeLineEdit, groepen[tweede])
        self.herstelcode = "-".join(groepen)
        self.klik(volgende)
        assert wizard.blad is wizard.backup
        if app.dienst.beleid.backupmap:
            self.klik(volgende)
            assert app.window is not None
            return wachtzin
        regel = wizard.backup.ui.backupmapLineEdit
        self.qtbot.keyClicks(regel, "weg/stick")
        self.klik(volgende)
        assert "is er niet" in wizard.backup.formulier.gebreken()["backupmap"]
        regel.clear()
        self.qtbot.keyClicks(regel, str(app.dienst.map()))
        self.klik(volgende)
        assert "staat de kluis zelf" in wizard.backup.formulier.gebreken()["backupmap"]
        regel.clear()
        self.qtbot.keyClick(regel, TOETS.Key_Return)
        assert app.window is not None
        return wachtzin

    def ontgrendel(self, app: App, wachtzin: str) -> None:
        poort = app.poort
        assert isinstance(poort, Ontgrendelen)
        self.qtbot.keyClicks(poort.ui.wachtzinLineEdit, wachtzin)
        self.qtbot.keyClick(poort.ui.wachtzinLineEdit, TOETS.Key_Return)
        self.qtbot.waitUntil(lambda: app.window is not None or poort._backup_knop is not None)


def codes(app: App) -> list[str]:
    assert app.dienst.store is not None
    with app.dienst.store.reader() as r:
        return [regel.code for regel in reversed(journaal.journaal(r, journaal.Filter()))]
