# SPDX-License-Identifier: EUPL-1.2
"""A card: a titled part of a screen with a thin border. In a form: a QFrame with property rol = "kaart"."""

from PySide6 import QtWidgets

from gemeente_pga.ui import theme


class Kaart(QtWidgets.QFrame):
    """A titled box; put widgets in `inhoud`."""

    def __init__(self, titel: str = "", parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rol", "kaart")
        self.inhoud = QtWidgets.QVBoxLayout(self)
        self.inhoud.setContentsMargins(*(theme.RUIMTE[3],) * 4)
        self.inhoud.setSpacing(theme.RUIMTE[1])
        self.titellabel = QtWidgets.QLabel(titel, self)
        self.titellabel.setProperty("rol", "kop")
        self.titellabel.setWordWrap(True)
        self.titellabel.setVisible(bool(titel))
        self.inhoud.addWidget(self.titellabel)

    def zet_titel(self, titel: str) -> None:
        """Change the title; "" takes it away."""
        self.titellabel.setText(titel)
        self.titellabel.setVisible(bool(titel))
