# SPDX-License-Identifier: EUPL-1.2
"""A layout that puts widgets in a row and goes on at the next line when the row is full."""

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
        x, y, hoog = vlak.x(), vlak.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue  # hidden: takes no room
            maat = item.sizeHint()
            if x > vlak.x() and x + maat.width() > vlak.right() + 1:
                x, y, hoog = vlak.x(), y + hoog + self._regelruimte, 0
            if echt:
                item.setGeometry(QtCore.QRect(QtCore.QPoint(x, y), maat))
            x += maat.width() + self._ruimte
            hoog = max(hoog, maat.height())
        return y + hoog - vlak.y()
