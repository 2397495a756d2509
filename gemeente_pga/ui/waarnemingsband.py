# SPDX-License-Identifier: EUPL-1.2
"""The band above every screen of a kluis that does not simply lead: who has it, and until when."""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.waarneming import zin_band
from gemeente_pga.store.queries.waarneming import waarneming
from gemeente_pga.ui import theme

if TYPE_CHECKING:
    from gemeente_pga.ui.window import Window


class Waarnemingsband(QtWidgets.QFrame):
    """Stays in sight; the button leads to where it is settled."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("waarnemingsband")
        self.tekst = QtWidgets.QLabel()
        self.tekst.setWordWrap(True)
        self.knop = QtWidgets.QPushButton("Waarneming")
        self.knop.setProperty("rol", "plat")
        self.knop.setToolTip("Naar Inrichting, Waarneming")
        self.knop.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
        self.knop.clicked.connect(lambda: window.open("inrichting", None, "waarneming"))
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

    def herlaad(self) -> None:
        """What this copy is now."""
        omgeving = self._window.omgeving
        with omgeving.store.reader() as r:
            zin = zin_band(omgeving.store.toestand, waarneming(r), omgeving.vandaag())
        self.tekst.setText(zin)
        self.tekst.setAccessibleName(zin)
        self.setVisible(bool(zin))
