# SPDX-License-Identifier: EUPL-1.2
"""A layout that puts widgets in a row and goes on at the next line when the row is full."""

from collections.abc import Iterator

from PySide6 import QtCore, QtWidgets


class StroomLayout(QtWidgets.QLayout):
    """Words on a line, but with widgets."""

    def __init__(
        self, parent: QtWidgets.QWidget | None = None, *, ruimte: int = 16, regelruimte: int = 8
    ) -> None:
        super().__init__(parent)
        self._items: list[QtWidgets.QLayoutItem] = []
        self._ruimte = ruimte
        self._regelruimte = regelruimte
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QtWidgets.QLayoutItem) -> None:
        """Take one more item."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QtWidgets.QLayoutItem | None:
        """The item at this place, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QtWidgets.QLayoutItem | None:
        """Remove and give the item at this place."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> QtCore.Qt.Orientation:
        """Grows with its contents only."""
        return QtCore.Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, breedte: int) -> int:
        """The height needed at this width."""
        return self._leg(QtCore.QRect(0, 0, breedte, 0), echt=False)

    def setGeometry(self, vlak: QtCore.QRect) -> None:
        """Put the widgets in their places."""
        super().setGeometry(vlak)
        self._leg(vlak, echt=True)

    def sizeHint(self) -> QtCore.QSize:
        """All on one line, if there is room."""
        zichtbaar = [item for item in self._items if not item.isEmpty()]
        breedte = sum(i.sizeHint().width() + self._ruimte for i in zichtbaar) - self._ruimte
        hoogte = max((i.sizeHint().height() for i in zichtbaar), default=0)
        return QtCore.QSize(max(0, breedte), hoogte)

    def minimumSize(self) -> QtCore.QSize:
        """The widest widget."""
        maat = QtCore.QSize()
        for item in self._items:
            if not item.isEmpty():
                maat = maat.expandedTo(item.minimumSize())
        return maat

    def _leg(self, vlak: QtCore.QRect, *, echt: bool) -> int:
        y = vlak.y()
        for regel in self._regels(vlak.width()):
            hoog = max(maat.height() for _item, maat in regel)
            x = vlak.x()
            for item, maat in regel:
                if echt:
                    op = QtCore.QPoint(x, y + (hoog - maat.height()) // 2)
                    item.setGeometry(QtCore.QRect(op, maat))
                x += maat.width() + self._ruimte
            y += hoog + self._regelruimte
        return max(0, y - self._regelruimte - vlak.y())

    def _regels(self, breed: int) -> Iterator[list[tuple[QtWidgets.QLayoutItem, QtCore.QSize]]]:
        """The lines at this width; what is hidden takes no room, what is too wide folds or shrinks."""
        regel: list[tuple[QtWidgets.QLayoutItem, QtCore.QSize]] = []
        x = 0
        for item in self._items:
            if item.isEmpty():
                continue
            maat = item.sizeHint()
            if maat.width() > breed > 0:
                hoog = item.heightForWidth(breed) if item.hasHeightForWidth() else maat.height()
                maat = QtCore.QSize(breed, hoog)
            if regel and x + maat.width() > breed:
                yield regel
                regel, x = [], 0
            regel.append((item, maat))
            x += maat.width() + self._ruimte
        if regel:
            yield regel
