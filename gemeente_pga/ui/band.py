# SPDX-License-Identifier: EUPL-1.2
"""A band above every screen: a sentence that stays in sight, and a button to where it is settled."""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.ui import theme

if TYPE_CHECKING:
    from gemeente_pga.ui.window import Window

_SMAL = 1040  # as the window: below this the rail shows icons only


class Band(QtWidgets.QFrame):
    """Out of sight when it has nothing to say."""

    def __init__(self, window: "Window", knop: str, deel: str) -> None:
        """knop: the word on the button; deel: the tab of Inrichting that it leads to."""
        super().__init__(window)
        self._window = window
        self._heel = self._kort = ""
        self.setProperty("band", True)
        self.tekst = QtWidgets.QLabel()
        self.tekst.setWordWrap(True)
        self.knop = QtWidgets.QPushButton(knop)
        self.knop.setProperty("rol", "plat")
        self.knop.setToolTip(f"Naar Inrichting, {knop}")
        self.knop.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
        self.knop.clicked.connect(lambda: window.open("inrichting", None, deel))
        indeling = QtWidgets.QHBoxLayout(self)
        indeling.setContentsMargins(theme.RUIMTE[3], theme.RUIMTE[0], theme.RUIMTE[1], theme.RUIMTE[0])
        indeling.addWidget(self.tekst, 1)
        indeling.addWidget(self.knop)
        self.herlaad()

    def boven(self, midden: QtWidgets.QWidget) -> QtWidgets.QWidget:
        """This band, with everything else below it."""
        geheel = QtWidgets.QWidget()
        kolom = QtWidgets.QVBoxLayout(geheel)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(0)
        kolom.addWidget(self)
        kolom.addWidget(midden, 1)
        return geheel

    def zin(self) -> str:
        """What there is to say now; "" for nothing."""
        return ""

    def korte_zin(self) -> str:
        """The same where there is little room; the button leads to the rest."""
        return self.zin()

    def herlaad(self) -> None:
        """Say what holds now."""
        self._heel, self._kort = self.zin(), self.korte_zin()
        self.tekst.setAccessibleName(self._heel)
        self.tekst.setToolTip(self._heel if self._kort != self._heel else "")
        self._schik()
        self.knop.setVisible("inrichting" in self._window.soorten)  # not for who only looks along
        self.setVisible(bool(self._heel))

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """A small window has no room for a long sentence above every screen."""
        super().resizeEvent(event)
        self._schik()

    def _schik(self) -> None:
        self.tekst.setText(self._kort if self.width() < _SMAL else self._heel)
