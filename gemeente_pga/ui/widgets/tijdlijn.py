# SPDX-License-Identifier: EUPL-1.2
"""The timeline, drawn: a line with a dot for each thing, its day at the left, and when it became known here.

A list underneath, so that arrow keys walk it and a screen reader reads each point.
"""

from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.domain.tijdlijn import SOORTEN, Tijdlijnpunt
from gemeente_pga.ui import theme

_PUNT = QtCore.Qt.ItemDataRole.UserRole
_DAGBREEDTE = 96
_LIJNBREEDTE = 28
_RAND = 8
_WOORDEN = dict(SOORTEN)


class Tijdlijn(QtWidgets.QListView):
    """The points of a dossier, oldest first. `geopend`: Enter or a double click on a point."""

    geopend = QtCore.Signal(object)
    gekozen = QtCore.Signal(int)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = QtGui.QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Tekenaar(self))
        self.setAccessibleName("Tijdlijn, van oud naar nieuw")
        self.setEditTriggers(QtWidgets.QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QtWidgets.QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QtWidgets.QListView.ResizeMode.Adjust)
        self.selectionModel().currentChanged.connect(lambda nu, _was: self.gekozen.emit(nu.row()))
        self.doubleClicked.connect(lambda index: self.geopend.emit(index.data(_PUNT)))

    def toon(self, punten: Sequence[Tijdlijnpunt]) -> None:
        """Show these points."""
        self._model.clear()
        for punt in punten:
            item = QtGui.QStandardItem(punt.zin)
            item.setData(punt, _PUNT)
            self._model.appendRow(item)

    def punten(self) -> list[Tijdlijnpunt]:
        """What is shown now."""
        return [self._model.item(n).data(_PUNT) for n in range(self._model.rowCount())]

    def kies(self, nummer: int) -> None:
        """Go to this point of what is shown."""
        self.setCurrentIndex(self._model.index(nummer, 0))

    def punt(self) -> Tijdlijnpunt | None:
        """The point that is chosen."""
        punt = self.currentIndex().data(_PUNT)
        return punt if isinstance(punt, Tijdlijnpunt) else None

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Enter opens the chosen point."""
        punt = self.punt()
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter) and punt is not None:
            self.geopend.emit(punt)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        """The arrow keys have a start."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, 0))

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Text wraps anew at another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _Tekenaar(QtWidgets.QStyledItemDelegate):
    """Draws one point: day, line with dot, text, and below it source and the second date."""

    def sizeHint(
        self, option: QtWidgets.QStyleOptionViewItem, index: QtCore.QModelIndex | QtCore.QPersistentModelIndex
    ) -> QtCore.QSize:
        """As high as its text needs at this width."""
        ouder = self.parent()
        breedte = ouder.viewport().width() if isinstance(ouder, Tijdlijn) else 400
        punt = index.data(_PUNT)
        tekst = self._tekstvlak(breedte)
        hoogte = _hoogte(option.fontMetrics, punt.wat, tekst)
        onder = _ondertekst(punt)
        if onder:
            hoogte += _hoogte(option.fontMetrics, onder, tekst) + 2
        return QtCore.QSize(breedte, max(hoogte, option.fontMetrics.height()) + 2 * _RAND)

    def paint(
        self,
        painter: QtGui.QPainter,
        option: QtWidgets.QStyleOptionViewItem,
        index: QtCore.QModelIndex | QtCore.QPersistentModelIndex,
    ) -> None:
        """The colours are those of the theme, so that light and dark both read well."""
        punt = index.data(_PUNT)
        kleuren, vlak = theme.kleuren(), option.rect
        painter.save()
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        if option.state & QtWidgets.QStyle.StateFlag.State_Selected:
            painter.fillRect(vlak, QtGui.QColor(kleuren.accent_zacht))
        self._teken_lijn(painter, vlak, punt)
        dagvlak = vlak.adjusted(_RAND, _RAND, 0, 0)
        dagvlak.setWidth(_DAGBREEDTE - _RAND)
        painter.setPen(QtGui.QColor(kleuren.stil))
        boven = QtCore.Qt.AlignmentFlag.AlignTop | QtCore.Qt.AlignmentFlag.AlignRight
        dag = datum_kort(punt.gebeurd_op)
        painter.drawText(dagvlak, boven, dag if punt.gedateerd else f"≈ {dag}")
        links = vlak.left() + _DAGBREEDTE + _LIJNBREEDTE
        breedte = self._tekstvlak(vlak.width())
        boventekst = QtCore.QRect(
            links, vlak.top() + _RAND, breedte, _hoogte(option.fontMetrics, punt.wat, breedte)
        )
        vlag = QtCore.Qt.TextFlag.TextWordWrap
        painter.setPen(QtGui.QColor(kleuren.tekst))
        painter.drawText(boventekst, vlag, punt.wat)
        onder = _ondertekst(punt)
        if onder:
            painter.setPen(QtGui.QColor(kleuren.stil))
            ondervlak = boventekst.translated(0, boventekst.height() + 2)
            ondervlak.setHeight(vlak.bottom() - ondervlak.top())
            painter.drawText(ondervlak, vlag, onder)
        painter.restore()

    def _teken_lijn(self, painter: QtGui.QPainter, vlak: QtCore.QRect, punt: Tijdlijnpunt) -> None:
        kleuren = theme.kleuren()
        x = vlak.left() + _DAGBREEDTE + _LIJNBREEDTE // 2 - 4
        painter.setPen(QtGui.QPen(QtGui.QColor(kleuren.rand), 2))
        painter.drawLine(x, vlak.top(), x, vlak.bottom() + 1)
        midden = QtCore.QPoint(x, vlak.top() + _RAND + 8)
        painter.setPen(QtGui.QPen(QtGui.QColor(kleuren.accent), 2))
        gevuld = punt.soort in {"weging", "overleg", "casus", "plan"}
        painter.setBrush(QtGui.QColor(kleuren.accent if gevuld else kleuren.vlak))
        painter.drawEllipse(midden, 5, 5)

    def _tekstvlak(self, breedte: int) -> int:
        return max(80, breedte - _DAGBREEDTE - _LIJNBREEDTE - _RAND)


def _ondertekst(punt: Tijdlijnpunt) -> str:
    return " · ".join(deel for deel in (_WOORDEN[punt.soort], punt.bron, punt.bekend) if deel)


def _hoogte(maat: QtGui.QFontMetrics, tekst: str, breedte: int) -> int:
    vlag = QtCore.Qt.TextFlag.TextWordWrap
    return maat.boundingRect(QtCore.QRect(0, 0, breedte, 10_000), vlag, tekst).height()
