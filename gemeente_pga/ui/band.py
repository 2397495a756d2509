# SPDX-License-Identifier: EUPL-1.2
"""A band above every screen: a sentence that stays in sight, and a button to where it is settled."""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from gemeente_pga.ui import theme

if TYPE_CHECKING:
    from gemeente_pga.ui.window import Window


class Band(QtWidgets.QFrame):
    """Out of sight when it has nothing to say."""

    def __init__(self, window: "Window", knop: str, deel: str) -> None:
        """knop: the word on the button; deel: the tab of Inrichting that it leads to."""
        super().__init__(window)
        self._window = window
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

    def herlaad(self) -> None:
        """Say what holds now."""
        zin = self.zin()
        self.tekst.setText(zin)
        self.tekst.setAccessibleName(zin)
        self.setVisible(bool(zin))
