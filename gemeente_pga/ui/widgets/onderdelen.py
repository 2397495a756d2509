# SPDX-License-Identifier: EUPL-1.2
"""The parts of a screen that has too many for tabs: a list with headings beside the page.

On a small screen or at a large scale the list folds into one line above the page.
"""

from collections.abc import Mapping, Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.ui import theme
from gemeente_pga.ui.form import weer_wiel
from gemeente_pga.ui.widgets.checklist import Checklist, Regel

SMAL = 720  # below this width the list does not fit beside the page
_BREED = 196


class Onderdelen(QtWidgets.QWidget):
    """The list or the line, and the page it belongs to. gekozen: the code of a part."""

    gekozen = QtCore.Signal(str)

    def __init__(self, groepen: Mapping[str, Sequence[str]], titels: Mapping[str, str], uitleg: str) -> None:
        """groepen: heading -> codes; titels: of each code; uitleg: what a screen reader calls the list."""
        super().__init__()
        self.lijst = Checklist(self)
        self.lijst.setObjectName("onderdelenLijst")
        self.lijst.setFixedWidth(_BREED)
        self.keuze = QtWidgets.QComboBox(self)
        self.keuze.setObjectName("onderdeelComboBox")
        weer_wiel(self.keuze)
        for deel in (self.lijst, self.keuze):
            deel.setAccessibleName(uitleg)
        regels = []
        for kop, codes in groepen.items():
            regels.append(Regel("", kop, kop=True))
            regels += [Regel(code, titels[code]) for code in codes]
        self.lijst.toon(regels)
        for code in (code for codes in groepen.values() for code in codes):
            self.keuze.addItem(titels[code], code)
        self.lijst.gekozen.connect(self._kies)
        self.keuze.activated.connect(lambda _n: self._kies(str(self.keuze.currentData())))
        self.zij, self.boven = QtWidgets.QWidget(self), QtWidgets.QWidget(self)

    def zet_blad(self, blad: QtWidgets.QWidget) -> None:
        """Put the page in its place; made after the list, it comes after it in the order of Tab."""
        ruim, rand = theme.RUIMTE[3], theme.RUIMTE[4]
        zij = QtWidgets.QVBoxLayout(self.zij)
        zij.setContentsMargins(rand, ruim, 0, ruim)
        zij.addWidget(self.lijst)
        boven = QtWidgets.QVBoxLayout(self.boven)
        boven.setContentsMargins(rand, theme.RUIMTE[2], rand, theme.RUIMTE[1])
        boven.addWidget(self.keuze)
        rechts = QtWidgets.QVBoxLayout()
        rechts.setSpacing(0)
        rechts.addWidget(self.boven)
        rechts.addWidget(blad, 1)
        geheel = QtWidgets.QHBoxLayout(self)
        geheel.setContentsMargins(0, 0, 0, 0)
        geheel.setSpacing(0)
        geheel.addWidget(self.zij)
        geheel.addLayout(rechts, 1)

    def kies(self, code: str) -> None:
        """Show that this part is open."""
        stil = self.lijst.blockSignals(True)
        self.lijst.kies(code)
        self.lijst.blockSignals(stil)
        self.keuze.setCurrentIndex(self.keuze.findData(code))

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Beside the page, or above it."""
        super().resizeEvent(event)
        smal = event.size().width() < SMAL
        self.zij.setVisible(not smal)
        self.boven.setVisible(smal)

    def _kies(self, code: str) -> None:
        self.kies(code)
        self.gekozen.emit(code)
