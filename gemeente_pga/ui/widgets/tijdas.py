# SPDX-License-Identifier: EUPL-1.2
"""The two dates of a timeline, drawn to scale: when it happened above, when it was known here below.

A slanting line shows how much later something became known. The list beside it holds the same points in
words: whoever cannot see the drawing misses nothing, and the arrow keys walk both at once.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.tijdlijn import Tijdlijnpunt, verdeling
from gemeente_pga.ui import theme

_BOVEN, _ONDER = "Gebeurd", "Bekend of vastgelegd"
_STRAAL, _GROOT, _RAAK = 4, 6, 12
_TOETS = QtCore.Qt.Key
_STAPPEN = {_TOETS.Key_Left: -1, _TOETS.Key_Right: 1, _TOETS.Key_Up: -1, _TOETS.Key_Down: 1}


class Tijdas(QtWidgets.QWidget):
    """Two lines of dots. `gekozen`: the number of a point, by mouse or arrow key; `geopend`: Enter on it."""

    gekozen = QtCore.Signal(int)
    geopend = QtCore.Signal(int)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._punten: tuple[Tijdlijnpunt, ...] = ()
        self._gekozen = -1
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Tijdlijn, getekend met twee datums")
        vast = QtWidgets.QSizePolicy.Policy
        self.setSizePolicy(vast.Expanding, vast.Fixed)

    def toon(self, punten: Sequence[Tijdlijnpunt]) -> None:
        """Draw these; the first day stands at the left, the last at the right."""
        self._punten, self._gekozen = tuple(punten), -1
        self._beschrijf()
        self.update()

    def kies(self, nummer: int) -> None:
        """This point stands out from now on."""
        if nummer != self._gekozen:
            self._gekozen = nummer if 0 <= nummer < len(self._punten) else -1
            self._beschrijf()
            self.update()

    def plek_van(self, nummer: int) -> tuple[QtCore.QPoint, QtCore.QPoint]:
        """Where this point is drawn: the day it happened, and the day it was known."""
        punt = self._punten[nummer]
        boven, onder = self._hoogten()
        return QtCore.QPoint(self._x(punt.gebeurd_op), boven), QtCore.QPoint(self._x(punt.bekend_op), onder)

    def sizeHint(self) -> QtCore.QSize:
        """Two lines, their names, and the days below them."""
        return QtCore.QSize(400, 5 * self.fontMetrics().height() + 64)

    def minimumSizeHint(self) -> QtCore.QSize:
        """It may become narrow, not low."""
        return QtCore.QSize(160, self.sizeHint().height())

    # ---- keys and mouse

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Arrows go from point to point, Home and End to the first and last, Enter opens."""
        toets, laatste = _TOETS(event.key()), len(self._punten) - 1
        if laatste < 0:
            super().keyPressEvent(event)
        elif toets in _STAPPEN:
            self._kies_zelf(max(0, min(laatste, self._gekozen + _STAPPEN[toets])))
        elif toets in (_TOETS.Key_Home, _TOETS.Key_End):
            self._kies_zelf(0 if toets == _TOETS.Key_Home else laatste)
        elif toets in (_TOETS.Key_Return, _TOETS.Key_Enter) and self._gekozen >= 0:
            self.geopend.emit(self._gekozen)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """The dot that was pointed at."""
        nummer = self._bij(event.position().toPoint())
        if nummer >= 0:
            self._kies_zelf(nummer)

    def mouseDoubleClickEvent(self, event: QtGui.QMouseEvent) -> None:
        """As Enter."""
        nummer = self._bij(event.position().toPoint())
        if nummer >= 0:
            self.geopend.emit(nummer)

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        """The arrow keys have a start."""
        super().focusInEvent(event)
        if self._gekozen < 0 and self._punten and event.reason() != QtCore.Qt.FocusReason.MouseFocusReason:
            self._kies_zelf(0)
        self.update()

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        """The edge of the focus goes."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QtCore.QEvent) -> bool:
        """Hovering over a dot says what it is."""
        if isinstance(event, QtGui.QHelpEvent) and event.type() == QtCore.QEvent.Type.ToolTip:
            nummer = self._bij(event.pos())
            QtWidgets.QToolTip.showText(event.globalPos(), self._punten[nummer].zin if nummer >= 0 else "")
            return True
        return super().event(event)

    def _kies_zelf(self, nummer: int) -> None:
        self.kies(nummer)
        self.gekozen.emit(nummer)

    def _bij(self, plek: QtCore.QPoint) -> int:
        """The nearest point within reach of a finger; -1 when there is none."""
        beste, nummer = _RAAK, -1
        for n in range(len(self._punten)):
            afstand = min((plek - stip).manhattanLength() for stip in self.plek_van(n))
            if afstand < beste:
                beste, nummer = afstand, n
        return nummer

    def _beschrijf(self) -> None:
        """What a screen reader says: how it is used, or the point that stands out."""
        aantal = len(self._punten)
        zin = f"{aantal} punten. Loop erlangs met de pijlen; de lijst eronder noemt dezelfde punten."
        self.setAccessibleDescription(self._punten[self._gekozen].zin if self._gekozen >= 0 else zin)

    # ---- drawing

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """The colours are those of the theme; what stands out does so by size and line too."""
        del event
        kleuren, boven_onder = theme.kleuren(), self._hoogten()
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        painter.setPen(QtGui.QPen(QtGui.QColor(kleuren.ring if self.hasFocus() else kleuren.rand), 1))
        painter.setBrush(QtGui.QColor(kleuren.vlak))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
        if self._punten:
            self._teken_dagen(painter, kleuren)
            painter.setPen(QtGui.QPen(QtGui.QColor(kleuren.veldrand), 1))
            for hoog in boven_onder:
                painter.drawLine(self._rand(), hoog, self.width() - self._rand(), hoog)
            rest = [n for n in range(len(self._punten)) if n != self._gekozen]
            for n in [*rest, *([self._gekozen] if self._gekozen >= 0 else [])]:
                self._teken_punt(painter, n, kleuren)
        painter.setPen(QtGui.QColor(kleuren.stil))
        painter.drawText(self._rand(), 4 + self.fontMetrics().ascent(), _BOVEN)
        painter.drawText(self._rand(), boven_onder[1] + 10 + self.fontMetrics().ascent(), _ONDER)
        painter.end()

    def _teken_dagen(self, painter: QtGui.QPainter, kleuren: theme.Kleuren) -> None:
        """A thin line and a word for each month or year, as many as fit."""
        maat, hoog = self.fontMetrics(), self.height() - 8
        breed = self.width() - 2 * self._rand()
        woordbreedte = maat.horizontalAdvance("30-12-2026") + 16
        vrij = 0
        for dag, woord in verdeling(*self._grenzen(), max(1, breed // woordbreedte)):
            x = self._x(dag)
            painter.setPen(QtGui.QPen(QtGui.QColor(kleuren.rand), 1))
            painter.drawLine(x, self._hoogten()[0] - 8, x, self._hoogten()[1] + 8)
            links = min(
                max(self._rand(), x - maat.horizontalAdvance(woord) // 2), self.width() - woordbreedte
            )
            if links >= vrij:
                painter.setPen(QtGui.QColor(kleuren.stil))
                painter.drawText(links, hoog, woord)
                vrij = links + maat.horizontalAdvance(woord) + 8

    def _teken_punt(self, painter: QtGui.QPainter, nummer: int, kleuren: theme.Kleuren) -> None:
        punt, gekozen = self._punten[nummer], nummer == self._gekozen
        gebeurd, bekend = self.plek_van(nummer)
        kleur = QtGui.QColor(kleuren.let_op if punt.later_bekend else kleuren.accent)
        pen = QtGui.QPen(kleur, 3 if gekozen else 1)
        if not punt.gedateerd:
            pen.setStyle(QtCore.Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(gebeurd, bekend)
        painter.setPen(QtGui.QPen(kleur, 2))
        straal = _GROOT if gekozen else _STRAAL
        painter.setBrush(QtGui.QColor(kleuren.vlak) if not punt.gedateerd else kleur)
        painter.drawEllipse(gebeurd, straal, straal)
        painter.setBrush(kleur if gekozen else QtGui.QColor(kleuren.vlak))
        painter.drawEllipse(bekend, straal, straal)

    # ---- measures

    def _rand(self) -> int:
        return 16

    def _hoogten(self) -> tuple[int, int]:
        regel = self.fontMetrics().height()
        return regel + 16, self.height() - 2 * regel - 24

    def _grenzen(self) -> tuple[date, date]:
        """The first and the last day; at least a week, so that one day is not a whole line."""
        dagen = [dag for punt in self._punten for dag in (punt.gebeurd_op, punt.bekend_op)]
        eerste, laatste = min(dagen), max(dagen)
        return eerste, max(laatste, eerste + timedelta(days=7))

    def _x(self, dag: date) -> int:
        eerste, laatste = self._grenzen()
        deel = (dag - eerste).days / (laatste - eerste).days
        return self._rand() + _GROOT + round(deel * (self.width() - 2 * (self._rand() + _GROOT)))
