# SPDX-License-Identifier: EUPL-1.2
"""Choosing a wachtzin: six words are offered, an own one is judged, and it is typed back once."""

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kluisdienst import Kluisdienst
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import Formulier
from gemeente_pga.ui.forms.ui_wachtzin import Ui_Wachtzin

_PAUZE_MS = 300
ANDERS = "Dit is niet dezelfde wachtzin. Kijk goed naar spaties en hoofdletters."


class Wachtzinkeuze(QtWidgets.QWidget):
    """Two lines: the wachtzin, and the same again."""

    def __init__(self, dienst: Kluisdienst, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._dienst = dienst
        self.ui = Ui_Wachtzin()
        self.ui.setupUi(self)
        self.formulier = Formulier(self)
        self._klok = QtCore.QTimer(self)
        self._klok.setSingleShot(True)
        self._klok.setInterval(_PAUZE_MS)
        self._klok.timeout.connect(self._toon_sterkte)
        for regel in (self.ui.wachtzinLineEdit, self.ui.herhaalLineEdit):
            regel.setProperty("geheim", True)  # copied, it leaves the clipboard by itself
        self.ui.wachtzinLineEdit.textChanged.connect(self._begin_klok)
        self.ui.anderePushButton.clicked.connect(self.bied_aan)
        self.ui.herhaalLineEdit.installEventFilter(self)
        theme.zet_iconen(self)

    def bied_aan(self) -> None:
        """Offer six new words."""
        self.ui.wachtzinLineEdit.setText(self._dienst.genereer_wachtzin())
        self.ui.herhaalLineEdit.clear()
        self.formulier.wis_gebreken()

    def wachtzin(self) -> str:
        """The wachtzin; "" while it is too weak or not typed back, which is then said at the field."""
        zin = self.ui.wachtzinLineEdit.text().strip()
        oordeel = self._dienst.beoordeel_wachtzin(zin)
        if isinstance(oordeel, Gebrek):
            self.ui.sterkteLabel.clear()  # the field says it now
            self.formulier.toon_gebreken([Gebrek("wachtzin", oordeel.melding)])
            return ""
        if self.ui.herhaalLineEdit.text().strip() != zin:
            self.formulier.toon_gebreken([Gebrek("herhaal", ANDERS)])
            return ""
        self.formulier.wis_gebreken()
        return zin

    def wis(self) -> None:
        """Leave nothing in the lines."""
        self.ui.wachtzinLineEdit.clear()
        self.ui.herhaalLineEdit.clear()

    def eventFilter(self, bron: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """What is typed back is typed, not pasted."""
        if (
            bron is self.ui.herhaalLineEdit
            and isinstance(event, QtGui.QKeyEvent)
            and event.type() == QtCore.QEvent.Type.KeyPress
            and event.matches(QtGui.QKeySequence.StandardKey.Paste)
        ):
            return True
        return super().eventFilter(bron, event)

    def _begin_klok(self) -> None:
        self._klok.start()

    def _toon_sterkte(self) -> None:
        zin = self.ui.wachtzinLineEdit.text().strip()
        oordeel = self._dienst.beoordeel_wachtzin(zin) if zin else None
        if isinstance(oordeel, Gebrek):
            self.ui.sterkteLabel.setText(oordeel.melding)
        else:
            self.ui.sterkteLabel.setText(f"Sterkte: {oordeel.woorden}." if oordeel else "")
