# SPDX-License-Identifier: EUPL-1.2
"""Sentences with a point before each; what wraps stands below the words, not below the point."""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from gemeente_pga.ui import theme
from gemeente_pga.ui.widgets.indeling import maak_leeg


class Opsomming(QtWidgets.QWidget):
    """`zet` shows these sentences in place of those before."""

    def __init__(self, zinnen: Sequence[str] = ()) -> None:
        super().__init__()
        self._rijen = QtWidgets.QGridLayout(self)
        self._rijen.setContentsMargins(0, 0, 0, 0)
        self._rijen.setHorizontalSpacing(theme.RUIMTE[1])
        self._rijen.setVerticalSpacing(theme.RUIMTE[0])
        self._rijen.setColumnStretch(1, 1)
        self.zet(zinnen)

    def text(self) -> str:
        """What is shown, a sentence a line."""
        return "\n".join(self._zinnen)

    def zet(self, zinnen: Sequence[str]) -> None:
        """These, and no others."""
        maak_leeg(self._rijen)
        self._zinnen = tuple(zinnen)
        for rij, zin in enumerate(zinnen):
            tekst = QtWidgets.QLabel(zin)
            tekst.setWordWrap(True)
            boven = QtCore.Qt.AlignmentFlag.AlignTop
            tekst.setAlignment(boven)  # a row that is higher than its words keeps them beside the point
            self._rijen.addWidget(QtWidgets.QLabel("•"), rij, 0, boven)
            self._rijen.addWidget(tekst, rij, 1)
