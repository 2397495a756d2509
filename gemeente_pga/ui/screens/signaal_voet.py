# SPDX-License-Identifier: EUPL-1.2
"""The foot of the intake: what is kept already, throwing it away, and recording it."""

from PySide6 import QtWidgets

from gemeente_pga.ui import theme


class Voetbalk(QtWidgets.QFrame):
    """Always in sight, below what scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("voetbalk")
        regel = QtWidgets.QLabel("Nog niet vastgelegd. Wat u typt, wordt meteen bewaard.")
        regel.setProperty("rol", "stil")
        regel.setWordWrap(True)
        self.vastleggenButton = QtWidgets.QPushButton("Signaal vastleggen")
        self.vastleggenButton.setObjectName("vastleggenButton")
        self.vastleggenButton.setProperty("rol", "primair")
        self.vastleggenButton.setToolTip("Signaal vastleggen (Ctrl+Enter)")
        theme.zet_icoon(self.vastleggenButton, "check")
        self.leegButton = QtWidgets.QPushButton("Leegmaken …")
        self.leegButton.setObjectName("leegButton")
        self.leegButton.setProperty("rol", "plat")
        rij = QtWidgets.QHBoxLayout(self)
        rij.setContentsMargins(theme.RUIMTE[4], theme.RUIMTE[2], theme.RUIMTE[4], theme.RUIMTE[2])
        rij.setSpacing(theme.RUIMTE[3])
        rij.addWidget(regel, 1)
        rij.addWidget(self.leegButton)
        rij.addWidget(self.vastleggenButton)
