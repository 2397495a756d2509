# SPDX-License-Identifier: EUPL-1.2
"""One page on the screen: marks over words that were found, and text that the mouse selects."""

from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.ui.pdf import Vlak

_GEEL = QtGui.QColor(255, 210, 0, 90)  # of a marker pen: the words stay readable below it
_BLAUW = QtGui.QColor(40, 110, 220, 80)
_RAND = QtGui.QColor(150, 60, 0)


class Vel(QtWidgets.QLabel):
    """A page. `merk` and `kies` take parts of it, as fractions of its width and height.

    `gesleept`: from where to where the mouse went; twice the same place where it was pressed.
    """

    gesleept = QtCore.Signal(object, object)

    def __init__(self, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self._vlakken: tuple[Vlak, ...] = ()
        self._huidig: tuple[Vlak, ...] = ()
        self._gekozen: tuple[Vlak, ...] = ()
        self._van: tuple[float, float] | None = None

    def kies(self, vlakken: Sequence[Vlak]) -> None:
        """This text is selected; none for no text."""
        self._gekozen = tuple(vlakken)
        self.update()

    def merk(self, vlakken: Sequence[Vlak], huidig: Sequence[Vlak] = ()) -> None:
        """These parts, and with an edge those of the hit in hand; none takes the marks away."""
        self._vlakken, self._huidig = tuple(vlakken), tuple(huidig)
        self.update()

    def vak(self, vlak: Vlak) -> QtCore.QRect:
        """Where this part of the page is, in pixels."""
        breed, hoog = self.width(), self.height()
        return QtCore.QRectF(
            vlak.x * breed, vlak.y * hoog, vlak.breed * breed, vlak.hoog * hoog
        ).toAlignedRect()

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """A selection may begin here; what was selected is no more."""
        super().mousePressEvent(event)
        if event.button() == QtCore.Qt.MouseButton.LeftButton:
            self._van = self._plek(event)
            self.gesleept.emit(self._van, self._van)

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        """The selection goes on to here."""
        if self._van is not None:
            self.gesleept.emit(self._van, self._plek(event))

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        """This far."""
        super().mouseReleaseEvent(event)
        if self._van is not None:
            self.gesleept.emit(self._van, self._plek(event))
            self._van = None

    def _plek(self, event: QtGui.QMouseEvent) -> tuple[float, float]:
        plek = event.position()
        return (
            min(max(plek.x() / max(self.width(), 1), 0.0), 1.0),
            min(max(plek.y() / max(self.height(), 1), 0.0), 1.0),
        )

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """The page, and the marks over it."""
        super().paintEvent(event)
        if not self._vlakken and not self._gekozen:
            return
        schilder = QtGui.QPainter(self)
        for vlak in self._gekozen:
            schilder.fillRect(self.vak(vlak), _BLAUW)
        for vlak in self._vlakken:
            schilder.fillRect(self.vak(vlak), _GEEL)
        schilder.setPen(QtGui.QPen(_RAND, 2))
        for vlak in self._huidig:
            schilder.drawRect(self.vak(vlak).adjusted(-2, -2, 1, 1))
        schilder.end()
