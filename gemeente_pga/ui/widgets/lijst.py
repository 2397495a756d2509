# SPDX-License-Identifier: EUPL-1.2
"""A table of records: rows in, the chosen row out. Tab leaves it, Enter and double click open a row.

Hides Qt's model; a list keeps its chosen row when it is filled anew.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from PySide6 import QtCore, QtGui, QtWidgets

R = TypeVar("R")
_GEMETEN_RIJEN = 200  # as many as one page of any list: the width of a column follows from these
_TEKST = QtCore.Qt.ItemDataRole.DisplayRole.value
_BEELD = QtCore.Qt.ItemDataRole.DecorationRole.value
_ROLLEN = frozenset({_TEKST, _BEELD, QtCore.Qt.ItemDataRole.ToolTipRole.value})
_HELE_KOP = (QtCore.Qt.ItemDataRole.ToolTipRole, QtCore.Qt.ItemDataRole.AccessibleTextRole)
Index = QtCore.QModelIndex | QtCore.QPersistentModelIndex


@dataclass(frozen=True)
class Kolom(Generic[R]):
    """One column: its header, its text for a row, and perhaps an icon and a longer text to hover over.

    kort: the header in a narrow list; hovering over it shows the whole one.
    sorteer: what rows may be put in order by; a column without it has no order. It is given for days, numbers
    and names only: nothing here puts people in order of what is thought of them.
    """

    kop: str
    tekst: Callable[[R], str]
    rek: bool = False
    icoon: Callable[[R], QtGui.QIcon | None] | None = None
    uitleg: Callable[[R], str] | None = None
    kort: str = ""
    sorteer: Callable[[R], Any] | None = None


class _Model(QtCore.QAbstractTableModel):
    def __init__(self, parent: QtCore.QObject) -> None:
        super().__init__(parent)
        self.kolommen: Sequence[Kolom[object]] = ()
        self.rijen: Sequence[object] = ()
        self.koppen_kort = False
        self.kopuitleg = ""  # how the header is used, where it can be

    def rowCount(self, parent: Index = QtCore.QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rijen)

    def columnCount(self, parent: Index = QtCore.QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.kolommen)

    def data(self, index: Index, role: int = _TEKST) -> object:
        if role not in _ROLLEN:  # of all that is asked for every cell, most is answered here
            return None
        kolom, rij = self.kolommen[index.column()], self.rijen[index.row()]
        if role == _TEKST:
            return kolom.tekst(rij)
        if role == _BEELD:
            return kolom.icoon(rij) if kolom.icoon is not None else None
        return (kolom.uitleg or kolom.tekst)(rij)

    def headerData(
        self, section: int, orientation: QtCore.Qt.Orientation, role: int = QtCore.Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == QtCore.Qt.Orientation.Horizontal:
            kolom = self.kolommen[section]
            if role == QtCore.Qt.ItemDataRole.DisplayRole:
                return (kolom.kort if self.koppen_kort else "") or kolom.kop
            if role in _HELE_KOP and (kolom.kort or self.kopuitleg):
                return f"{kolom.kop}. {self.kopuitleg}" if self.kopuitleg else kolom.kop
            if role == QtCore.Qt.ItemDataRole.TextAlignmentRole:
                return QtCore.Qt.AlignmentFlag.AlignLeft | QtCore.Qt.AlignmentFlag.AlignVCenter
        return None


class Lijst(QtWidgets.QTableView):
    """A list of records."""

    geopend = QtCore.Signal(object)
    gekozen = QtCore.Signal(object)
    gesorteerd = QtCore.Signal()

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self._sleutel: Callable[[object], object] = id
        self._bron: list[object] = []  # as they were given, before they are put in order
        self._volgorde: tuple[int, bool] | None = None
        self.sorteert_zelf = True
        self.breedtes: dict[int, int] = {}  # the width that was given to a column by hand
        self.schikt = False  # the columns are being divided: no hand is at work
        self.setModel(self._model)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QtWidgets.QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QtWidgets.QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QtWidgets.QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setAlternatingRowColors(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QtWidgets.QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QtWidgets.QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 18)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.doubleClicked.connect(lambda index: self.geopend.emit(self._model.rijen[index.row()]))
        self.selectionModel().currentRowChanged.connect(self._is_gekozen)

    def stel_in(self, kolommen: Sequence[Kolom[R]], sleutel: Callable[[R], object] = id) -> None:
        """Say which columns there are, and what makes a row the same row after filling anew."""
        self._model.beginResetModel()
        self._model.kolommen = cast("Sequence[Kolom[object]]", kolommen)
        self._model.endResetModel()
        self._sleutel = cast("Callable[[object], object]", sleutel)
        kop = self.horizontalHeader()
        kop.setResizeContentsPrecision(_GEMETEN_RIJEN)
        for n, kolom in enumerate(kolommen):
            modus = QtWidgets.QHeaderView.ResizeMode
            kop.setSectionResizeMode(n, modus.Stretch if kolom.rek else modus.ResizeToContents)

    def zet_kort(self, *, aan: bool) -> None:
        """Show the short headers, or the whole ones."""
        self._model.koppen_kort = aan
        self._model.headerDataChanged.emit(
            QtCore.Qt.Orientation.Horizontal, 0, max(0, len(self._model.kolommen) - 1)
        )

    def rekkolommen(self) -> tuple[int, ...]:
        """The columns that take what room is left; the last when none asks for it."""
        kolommen = self._model.kolommen
        return tuple(n for n, kolom in enumerate(kolommen) if kolom.rek) or (len(kolommen) - 1,)

    def kolommen(self) -> tuple[Kolom[object], ...]:
        """What it can show, in the order in which they were given."""
        return tuple(self._model.kolommen)

    def cellen(self, kolom: int, hoogstens: int | None = None) -> list[tuple[str, bool]]:
        """The text of every cell of a column, and whether an icon stands before it; for who measures them."""
        soort = self._model.kolommen[kolom]
        icoon = soort.icoon or (lambda _rij: None)
        return [(soort.tekst(rij), icoon(rij) is not None) for rij in self._model.rijen[:hoogstens]]

    def leg_uit(self, zin: str) -> None:
        """Say at the header how it is used."""
        self._model.kopuitleg = zin

    def volgorde(self) -> tuple[int, bool] | None:
        """The column that the rows are in order of, and whether it goes up; None: as they came."""
        return self._volgorde

    def sorteer(self, kolom: int | None, *, oplopend: bool = True) -> None:
        """Put the rows in order of this column, or back as they came.

        Where sorteert_zelf is off, the screen that hears `gesorteerd` gives the rows in that order.
        """
        kan = kolom is not None and self._model.kolommen[kolom].sorteer is not None
        self._volgorde = (kolom, oplopend) if kolom is not None and kan else None
        self.horizontalHeader().setSortIndicatorShown(self._volgorde is not None)
        if self._volgorde is not None:
            orde = QtCore.Qt.SortOrder
            richting = orde.AscendingOrder if oplopend else orde.DescendingOrder
            self.horizontalHeader().setSortIndicator(self._volgorde[0], richting)
        if self.sorteert_zelf and self._bron:
            self.toon(self._bron)
        self.gesorteerd.emit()

    def _op_volgorde(self, rijen: list[object]) -> list[object]:
        if self._volgorde is None or not self.sorteert_zelf:
            return rijen
        sleutel = self._model.kolommen[self._volgorde[0]].sorteer
        return sorted(rijen, key=sleutel, reverse=not self._volgorde[1]) if sleutel is not None else rijen

    def toon(self, rijen: Sequence[object]) -> None:
        """Show these rows; the chosen row stays chosen if it is still there."""
        was = self.rij()
        self._model.beginResetModel()
        self._bron = list(rijen)
        self._model.rijen = self._op_volgorde(self._bron)
        self._model.endResetModel()
        if was is not None:
            self.kies(self._sleutel(was))

    def rijen(self) -> list[object]:
        """All rows that are shown."""
        return list(self._model.rijen)

    def rij(self) -> object | None:
        """The chosen row, or None."""
        n = self.currentIndex().row()
        return self._model.rijen[n] if 0 <= n < len(self._model.rijen) else None

    def kies(self, sleutel: object) -> bool:
        """Choose the row with this key; False when it is not there."""
        for n, rij in enumerate(self._model.rijen):
            if self._sleutel(rij) == sleutel:
                self.selectRow(n)
                return True
        return False

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Enter opens the chosen row."""
        rij = self.rij()
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter) and rij is not None:
            self.geopend.emit(rij)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        """Entered by keyboard, the first row is chosen, so that the arrow keys have a start."""
        super().focusInEvent(event)
        met_toets = event.reason() in (
            QtCore.Qt.FocusReason.TabFocusReason,
            QtCore.Qt.FocusReason.BacktabFocusReason,
        )
        if met_toets and self.rij() is None and self._model.rijen:
            self.selectRow(0)

    def _is_gekozen(self) -> None:
        rij = self.rij()
        if rij is not None:
            self.gekozen.emit(rij)
