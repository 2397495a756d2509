# SPDX-License-Identifier: EUPL-1.2
"""A page that is longer than the window."""

from PySide6 import QtCore, QtWidgets

from gemeente_pga.ui import theme


class Rolblad(QtWidgets.QScrollArea):
    """Scrolls up and down only, without a frame; Tab goes to what is on it, never to the page itself."""

    def __init__(self, blad: QtWidgets.QWidget | None = None) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        if blad is not None:
            self.setWidget(blad)


def maak_leesbaar(rol: QtWidgets.QScrollArea, *, aan: bool = True) -> None:
    """Let Tab come to the page itself, so that the arrows and PageDown scroll it; its focus is seen."""
    beleid = QtCore.Qt.FocusPolicy
    rol.setFocusPolicy(beleid.TabFocus if aan else beleid.NoFocus)
    theme.zet_eigenschap(rol, "leesbaar", aan)
