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


def maak_rolpagina(scherm: QtWidgets.QWidget) -> QtWidgets.QVBoxLayout:
    """Fill this screen with one page that scrolls; the column that its parts go into, from the top.

    Tab comes to the page itself first, so that the arrows scroll what is only read.
    """
    rol = QtWidgets.QScrollArea(scherm)
    rol.setWidgetResizable(True)
    rol.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
    blad = QtWidgets.QWidget()
    kolom = QtWidgets.QVBoxLayout(blad)
    kolom.setContentsMargins(theme.RUIMTE[4], theme.RUIMTE[3], theme.RUIMTE[4], theme.RUIMTE[4])
    kolom.setSpacing(theme.RUIMTE[3])
    rol.setWidget(blad)
    geheel = QtWidgets.QVBoxLayout(scherm)
    geheel.setContentsMargins(0, 0, 0, 0)
    geheel.addWidget(rol)
    return kolom


def maak_leesbaar(rol: QtWidgets.QScrollArea, *, aan: bool = True) -> None:
    """Let Tab come to the page itself, so that the arrows and PageDown scroll it; its focus is seen."""
    beleid = QtCore.Qt.FocusPolicy
    rol.setFocusPolicy(beleid.TabFocus if aan else beleid.NoFocus)
    theme.zet_eigenschap(rol, "leesbaar", aan)
