# SPDX-License-Identifier: EUPL-1.2
"""Small helpers around input: dates without a year, single keys, Enter that records, lists that fit.

Each hangs itself on the widgets it is given and lives as long as they do.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.actieregel import complete_datum
from gemeente_pga.ui import theme
from gemeente_pga.ui.widgets.datum import DatumEdit
from gemeente_pga.ui.widgets.koppelzin import koppelzin
from gemeente_pga.ui.widgets.lijst import Lijst

# What the style sheet and the table keep free around the text of a cell.
_CELMARGE, _CELHOOGTE = 24, 14
_KRAP = 8  # so much less stands beside a text when the columns are pressed for room (style sheet: krap)
_BREUK = re.compile(r"\s+|(?<=[^\W\d_]-)")  # where a line may end: at a space, or after a hyphen in a word
_VEEL = 1000  # a list of more rows is measured by its first ones, and its rows are all one line high
_SPELING = 2  # a text that fits to the pixel would be measured as two lines


class Jaarvuller(QtCore.QObject):
    """Completes a day typed without a year: the first such day from the meeting on, or the last until it."""

    def __init__(
        self, velden: list[DatumEdit], dag: Callable[[], date | None], *, terug: bool = False
    ) -> None:
        super().__init__(velden[0])
        self._velden = velden
        self._dag = dag
        self._terug = terug
        for veld in velden:
            veld.editingFinished.connect(self.vul_aan)

    def vul_aan(self) -> None:
        """Complete what is there now; called before reading, too."""
        grens = self._dag()
        for veld in self._velden:
            if veld.text().strip() and veld.datum() is None and grens is not None:
                soort = {"tot": grens} if self._terug else {"vanaf": grens}
                dag = complete_datum(veld.text(), **soort)
                if dag is not None:
                    veld.zet(dag)


class Toetsen(QtCore.QObject):
    """Single keys that do something while a widget has the focus: {"a": aanwezig}."""

    def __init__(self, widget: QtWidgets.QWidget, toetsen: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(widget)
        self._toetsen = toetsen
        widget.installEventFilter(self)

    def eventFilter(self, bron: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Take the keys that are ours and leave the others to the widget."""
        if isinstance(event, QtGui.QKeyEvent) and event.type() == QtCore.QEvent.Type.KeyPress:
            kaal = event.modifiers() in (
                QtCore.Qt.KeyboardModifier.NoModifier,
                QtCore.Qt.KeyboardModifier.ShiftModifier,
                QtCore.Qt.KeyboardModifier.KeypadModifier,
            )
            naam = "Delete" if event.key() == QtCore.Qt.Key.Key_Delete else event.text().casefold()
            if kaal and naam in self._toetsen:
                self._toetsen[naam]()
                return True
        return super().eventFilter(bron, event)


class Entertoets(QtCore.QObject):
    """Enter in one of these fields records; Shift+Enter in a text of several lines still breaks the line."""

    def __init__(self, velden: list[QtWidgets.QWidget], doe: Callable[[], object]) -> None:
        super().__init__(velden[0])
        self._doe = doe
        for veld in velden:
            veld.installEventFilter(self)

    def eventFilter(self, bron: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Enter means: record this row."""
        if (
            isinstance(event, QtGui.QKeyEvent)
            and event.type() == QtCore.QEvent.Type.KeyPress
            and event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter)
            and not event.modifiers() & ~QtCore.Qt.KeyboardModifier.KeypadModifier
        ):
            self._doe()
            return True
        return super().eventFilter(bron, event)


class Groeiend(QtCore.QObject):
    """Lets a text field grow with what is typed, up to a limit."""

    def __init__(self, veld: QtWidgets.QPlainTextEdit, *, regels: int, hoogstens: int) -> None:
        super().__init__(veld)
        self._veld = veld
        self._regels = (regels, hoogstens)
        veld.document().documentLayout().documentSizeChanged.connect(self.pas_aan)
        self.pas_aan()

    def pas_aan(self) -> None:
        """As many lines as the text takes (a document of plain text measures its height in lines)."""
        minst, hoogstens = self._regels
        regels = min(hoogstens, max(minst, int(self._veld.document().size().height())))
        rand = 2 * self._veld.frameWidth() + int(2 * self._veld.document().documentMargin()) + 12
        self._veld.setFixedHeight(regels * self._veld.fontMetrics().lineSpacing() + rand)


class Wikkelend(QtCore.QObject):
    """Divides the columns of a list over its width, with texts that wrap instead of being cut off.

    The list keeps its height and scrolls. regels: a text of more lines ends in dots; it stands elsewhere.
    Where the longest words do not fit, the columns stand closer together and may have a shorter header.
    """

    def __init__(self, lijst: Lijst, *, regels: int | None = None) -> None:
        super().__init__(lijst)
        self._lijst = lijst
        self._regels = regels
        lijst.setWordWrap(True)
        self._krap = False
        lijst.model().modelReset.connect(self._straks)
        lijst.viewport().installEventFilter(self)
        self._klok = QtCore.QTimer(self)
        self._klok.setSingleShot(True)
        self._klok.timeout.connect(self.pas_aan)

    def eventFilter(self, bron: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """A wider or narrower list divides its columns anew."""
        if event.type() == QtCore.QEvent.Type.Resize:
            self._straks()
        return super().eventFilter(bron, event)

    def _straks(self) -> None:
        self._klok.start(0)

    def pas_aan(self) -> None:
        """Divide the columns and measure the rows again."""
        lijst, model = self._lijst, self._lijst.model()
        kolommen = range(model.columnCount())
        kop = lijst.horizontalHeader()
        modus = QtWidgets.QHeaderView.ResizeMode
        sleepbaar = modus.Interactive if kop.sectionsMovable() else modus.Fixed
        lijst.schikt = True
        for kolom, breed in enumerate(self._breedtes(self._meet())):
            kop.setSectionResizeMode(kolom, sleepbaar)
            if not kop.isSectionHidden(kolom):
                lijst.setColumnWidth(kolom, breed)
        lijst.schikt = False
        past = kop.length() <= lijst.viewport().width()  # the edge of the focus does not make it scroll
        beleid = QtCore.Qt.ScrollBarPolicy
        lijst.setHorizontalScrollBarPolicy(beleid.ScrollBarAlwaysOff if past else beleid.ScrollBarAsNeeded)
        if model.rowCount() <= _VEEL:
            self._zet_hoogten([kolom for kolom in kolommen if not kop.isSectionHidden(kolom)])

    def _zet_hoogten(self, kolommen: list[int]) -> None:
        """Each row as high as its highest text; only what changes is said to Qt."""
        lijst = self._lijst
        laagst = lijst.verticalHeader().defaultSectionSize() if self._losse_rijen else 0
        for rij, hoogten in enumerate(zip(*map(self._hoogten, kolommen), strict=True)):
            hoog = max(laagst, *hoogten)
            if lijst.rowHeight(rij) != hoog:
                lijst.setRowHeight(rij, hoog)

    _losse_rijen = True  # rows stand as far apart as in a list of lines that do not wrap

    def _meet(self) -> list[tuple[int, int]]:
        """The measures of the columns: wide apart, or closer together when their words do not fit."""
        kolommen = range(self._lijst.model().columnCount())
        self._zet_krap(aan=False)
        koppen = self._kopbreedten()
        maten = [self._maat(kolom, koppen[kolom]) for kolom in kolommen]
        if sum(woord for woord, _ in maten) <= self._lijst.viewport().width():
            return maten
        self._zet_krap(aan=True)
        koppen = self._kopbreedten()
        return [self._maat(kolom, koppen[kolom]) for kolom in kolommen]

    def _kopbreedten(self) -> list[int]:
        """Of each header; Qt keeps room for the arrow in all of them, while only one column has it."""
        kop = self._lijst.horizontalHeader()
        met = [kop.sectionSizeHint(kolom) for kolom in range(kop.count())]
        if not kop.isSortIndicatorShown():
            return met
        kop.setSortIndicatorShown(False)
        zonder = [kop.sectionSizeHint(kolom) for kolom in range(kop.count())]
        kop.setSortIndicatorShown(True)
        pijl = kop.sortIndicatorSection()
        return [met[kolom] if kolom == pijl else breed for kolom, breed in enumerate(zonder)]

    def _zet_krap(self, *, aan: bool) -> None:
        if aan != self._krap:
            self._krap = aan
            theme.zet_eigenschap(self._lijst, "krap", aan)
            theme.herstijl(self._lijst.horizontalHeader())
            self._lijst.zet_kort(aan=aan)

    def _breedtes(self, maten: list[tuple[int, int]]) -> list[int]:
        """Room for the longest word of each column, then for its text; what is left goes to who stretch."""
        ruimte = self._lijst.viewport().width()
        wens = [breed for _, breed in maten]
        over = ruimte - sum(wens)
        if over >= 0:
            zien = [k for k in range(len(wens)) if not self._lijst.isColumnHidden(k)]
            vrij = [k for k in zien if k not in self._lijst.breedtes]
            rek = [k for k in self._lijst.rekkolommen() if k in vrij] or vrij[-1:] or zien[-1:]
            breed = [b + (over // len(rek) if kolom in rek else 0) for kolom, b in enumerate(wens)]
            return _vul_op(breed, ruimte, rek[-1] if rek else -1)
        zelf = self._lijst.breedtes
        smalst = [
            woord if kolom in zelf else min(woord, ruimte // 3) for kolom, (woord, _) in enumerate(maten)
        ]
        if self._losse_rijen:  # dates and numbers stay on one line while the texts that stretch have room
            strek = self._lijst.rekkolommen()
            vast = [smalst[kolom] if kolom in strek else breed for kolom, breed in enumerate(wens)]
            smalst = vast if sum(vast) <= ruimte else smalst
        return _vul_op(_verdeel(smalst, wens, max(0, ruimte - sum(smalst))), ruimte)

    def _maat(self, kolom: int, kop: int) -> tuple[int, int]:
        """The width of the longest word of a column, and that of its longest text; with their margins."""
        lijst = self._lijst
        if lijst.isColumnHidden(kolom):
            return 0, 0
        if kolom in lijst.breedtes:
            return lijst.breedtes[kolom], lijst.breedtes[kolom]
        woord = tekst = kop
        meet = lijst.fontMetrics().horizontalAdvance
        for inhoud, icoon in dict.fromkeys(lijst.cellen(kolom, _VEEL)):
            marge = self._marge() + _SPELING + self._icoon(icoon)
            for regel in inhoud.splitlines():
                breed = meet(regel)
                tekst = max(tekst, marge + breed)
                if marge + breed > woord:  # else no word in it is longer either
                    woord = max([woord, *(marge + meet(deel) for deel in _BREUK.split(regel))])
        return woord, tekst

    def _marge(self) -> int:
        return _CELMARGE - _KRAP * self._krap

    def _icoon(self, icoon: bool) -> int:
        return self._lijst.iconSize().width() + 6 if icoon else 0

    def _hoogten(self, kolom: int) -> list[int]:
        """How high the text of each cell is when it wraps inside its column, with its margins."""
        maten, gemeten = self._lijst.fontMetrics(), dict[tuple[str, bool], int]()
        wikkel = QtCore.Qt.TextFlag.TextWordWrap
        uit = []
        for cel in self._lijst.cellen(kolom):
            if cel not in gemeten:
                breed = self._lijst.columnWidth(kolom) - self._marge() - self._icoon(cel[1])
                vlak = QtCore.QRect(0, 0, max(breed, 24), 10_000)
                hoogte = maten.boundingRect(vlak, wikkel, cel[0] or " ").height()
                hoogst = hoogte if self._regels is None else maten.lineSpacing() * self._regels
                gemeten[cel] = min(hoogte, hoogst) + _CELHOOGTE
            uit.append(gemeten[cel])
        return uit


def _verdeel(smalst: list[int], wens: list[int], over: int) -> list[int]:
    """Whoever needs little gets it whole, so a short text stays on one line; the others in proportion."""
    breedtes = list(smalst)
    rest = sorted(range(len(wens)), key=lambda kolom: wens[kolom] - smalst[kolom])
    while rest and wens[rest[0]] - smalst[rest[0]] <= over // len(rest):
        kolom = rest.pop(0)
        over -= max(0, wens[kolom] - smalst[kolom])
        breedtes[kolom] = max(smalst[kolom], wens[kolom])
    tekort = sum(wens[kolom] - smalst[kolom] for kolom in rest)
    for kolom in rest:
        breedtes[kolom] += (wens[kolom] - smalst[kolom]) * over // tekort
    return breedtes


def _vul_op(breedtes: list[int], ruimte: int, wie: int = -1) -> list[int]:
    """What the division left over goes to one column, the last: no strip beside it."""
    rest = max(0, ruimte - sum(breedtes))
    uit = list(breedtes)
    if uit:
        uit[wie] += rest
    return uit


class Passend(Wikkelend):
    """Makes a list as high as its rows as well. rijen: after so many it scrolls."""

    _losse_rijen = False

    def __init__(self, lijst: Lijst, *, rijen: int | None = None, regels: int | None = None) -> None:
        super().__init__(lijst, regels=regels)
        self._rijen = rijen
        if rijen is None:
            lijst.setVerticalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def pas_aan(self) -> None:
        """The columns, the rows, and then the whole."""
        super().pas_aan()
        lijst, kop = self._lijst, self._lijst.horizontalHeader()
        aantal = lijst.model().rowCount()
        hoogte = sum(lijst.rowHeight(rij) for rij in range(min(aantal, self._rijen or aantal)))
        if kop.length() > lijst.viewport().width():  # too many columns: they scroll, below the last row
            hoogte += lijst.horizontalScrollBar().sizeHint().height()
        lijst.setFixedHeight(hoogte + kop.sizeHint().height() + 2 * lijst.frameWidth())


class Regelknop(QtWidgets.QPushButton):
    """A sentence that can be chosen: a button whose text wraps."""

    def __init__(self, zin: str) -> None:
        super().__init__()
        self.setProperty("rol", "plat")
        self.setAccessibleName(zin)
        self._label = QtWidgets.QLabel(koppelzin(zin), self)
        self._label.setWordWrap(True)
        self._label.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.setContentsMargins(10, 5, 10, 5)
        indeling.addWidget(self._label)
        regels = QtWidgets.QSizePolicy.Policy
        beleid = QtWidgets.QSizePolicy(regels.Preferred, regels.Minimum)
        beleid.setHeightForWidth(True)
        self.setSizePolicy(beleid)

    def zin(self) -> str:
        """What it says."""
        return self.accessibleName()

    def sizeHint(self) -> QtCore.QSize:
        """As its text."""
        return self._indeling().sizeHint()

    def minimumSizeHint(self) -> QtCore.QSize:
        """As narrow as one word."""
        return QtCore.QSize(120, self._indeling().minimumSize().height())

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As its text at this width."""
        return self._indeling().heightForWidth(width)

    def _indeling(self) -> QtWidgets.QLayout:
        indeling = self.layout()
        assert indeling is not None  # noqa: S101 - made in __init__
        return indeling
