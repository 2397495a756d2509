# SPDX-License-Identifier: EUPL-1.2
"""Small pictures of the pages in a strip, each drawn in the worker when it comes into sight."""

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.ui import theme
from gemeente_pga.ui.afdrukken import as_image
from gemeente_pga.ui.pdf import PUNTEN_PER_INCH, Beeld, Blad, draw_blad
from gemeente_pga.ui.worker import Worker

_BREED = 96
_RAND = 56  # beside the pictures: the scroll bar, and air


class Bladlijst(QtWidgets.QListWidget):
    """`gekozen`: the page, counted from 0, that the user went to."""

    gekozen = QtCore.Signal(int)

    def __init__(self, worker: Worker, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self._worker = worker
        self._pdf = b""
        self._bladen: tuple[Blad, ...] = ()
        self._getekend: set[int] = set()
        self._ronde = 0
        self.setAccessibleName("Overzicht van de bladzijden")
        self.setFixedWidth(_BREED + _RAND)
        self.setIconSize(QtCore.QSize(_BREED, int(_BREED * 1.45)))
        self.setVerticalScrollMode(QtWidgets.QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalScrollBar().valueChanged.connect(self._teken_zichtbare)
        self.currentRowChanged.connect(self._kies)

    def toon(self, pdf: bytes, bladen: tuple[Blad, ...]) -> None:
        """The pages of this document; none for no document."""
        self._ronde += 1
        self._pdf, self._bladen = pdf, bladen
        self._getekend.clear()
        with QtCore.QSignalBlocker(self):
            self.clear()
            leeg = QtGui.QPixmap(self.iconSize())
            leeg.fill(QtCore.Qt.GlobalColor.white)
            _zet_rand(leeg)
            for nummer in range(len(bladen)):
                regel = QtWidgets.QListWidgetItem(QtGui.QIcon(leeg), str(nummer + 1))
                naam = f"Bladzijde {nummer + 1} van {len(bladen)}"
                regel.setData(QtCore.Qt.ItemDataRole.AccessibleTextRole, naam)
                self.addItem(regel)
        QtCore.QTimer.singleShot(0, self, self._teken_zichtbare)

    def zet_huidig(self, nummer: int) -> None:
        """The page in sight; nobody is sent anywhere."""
        if nummer != self.currentRow() and 0 <= nummer < self.count():
            with QtCore.QSignalBlocker(self):
                self.setCurrentRow(nummer)
            self.scrollToItem(self.item(nummer))

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        """Draw what comes into sight."""
        super().showEvent(event)
        QtCore.QTimer.singleShot(0, self, self._teken_zichtbare)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Draw what comes into sight."""
        super().resizeEvent(event)
        QtCore.QTimer.singleShot(0, self, self._teken_zichtbare)

    def changeEvent(self, event: QtCore.QEvent) -> None:
        """From light to dark or back: the edges of the pages go along."""
        super().changeEvent(event)
        if event.type() == QtCore.QEvent.Type.PaletteChange:
            self._getekend.clear()
            QtCore.QTimer.singleShot(0, self, self._teken_zichtbare)

    def _kies(self, nummer: int) -> None:
        if nummer >= 0:
            self.gekozen.emit(nummer)

    def _teken_zichtbare(self) -> None:
        if not self.isVisible():
            return
        zicht = self.viewport().rect()
        for nummer in range(self.count()):
            if nummer not in self._getekend and self.visualItemRect(self.item(nummer)).intersects(zicht):
                self._getekend.add(nummer)
                self._teken(nummer)

    def _teken(self, nummer: int) -> None:
        pdf, ronde, schaal = self._pdf, self._ronde, self.devicePixelRatioF()
        dpi = _BREED * schaal / self._bladen[nummer].breedte * PUNTEN_PER_INCH

        def zet(beeld: Beeld) -> None:
            if ronde == self._ronde:
                plaat = QtGui.QPixmap.fromImage(as_image(beeld))
                plaat.setDevicePixelRatio(schaal)
                _zet_rand(plaat)
                self.item(nummer).setIcon(QtGui.QIcon(plaat))

        self._worker.run(lambda: draw_blad(pdf, nummer, dpi), zet, lambda _fout: None)


def _zet_rand(plaat: QtGui.QPixmap) -> None:
    """A quiet edge on the page itself: white paper on a white list has none."""
    maat = plaat.deviceIndependentSize()
    schilder = QtGui.QPainter(plaat)
    schilder.setPen(QtGui.QPen(QtGui.QColor(theme.kleuren().schuif), 1))
    schilder.drawRect(QtCore.QRectF(0.5, 0.5, maat.width() - 1, maat.height() - 1))
    schilder.end()
