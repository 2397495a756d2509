# SPDX-License-Identifier: EUPL-1.2
"""The checklist of the weging: what there is to answer with its mark, and facts chosen for or against.

A mark is always a sign and a word, never a colour alone; nothing is counted or added up.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.ui import theme
from gemeente_pga.ui.widgets.stroom import StroomLayout

_SLEUTEL = QtCore.Qt.ItemDataRole.UserRole
_REGEL = QtCore.Qt.ItemDataRole.UserRole + 1
_WIKKEL = QtCore.Qt.TextFlag.TextWordWrap
_TEKEN, _SMALST = 14, 40  # size of the sign of a mark; what a title has at least
Index = QtCore.QModelIndex | QtCore.QPersistentModelIndex


@dataclass(frozen=True)
class Merk:
    """A sign, a word and one of the colours of the theme."""

    icoon: str
    woord: str
    kleur: str = "stil"


@dataclass(frozen=True)
class Regel:
    """One line of the checklist. kop: the heading of the lines below it; without a key it
    cannot be chosen.
    """

    sleutel: str
    titel: str
    merk: Merk | None = None
    kop: bool = False


OPEN = Merk("circle", "open")
VOLGT = Merk("chevron-right", "volgt")  # is not asked here: it follows from another part
GETYPT = Merk("pencil", "getypt", "let_op")
KLAAR = Merk("check", "klaar", "goed")
ANTWOORDEN: Mapping[str, Merk] = {
    "spreekt_voor": Merk("plus", "voor", "accent"),
    "spreekt_tegen": Merk("minus", "tegen", "accent"),
    "onbekend": Merk("circle-help", "onbekend", "let_op"),
    "niet_van_toepassing": Merk("x", "n.v.t."),
}


class Checklist(QtWidgets.QListWidget):
    """Lines with a mark on the right; the arrow keys walk, the screen follows."""

    gekozen = QtCore.Signal(str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Tekenaar(self))
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QtWidgets.QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._toont: tuple[Regel, ...] = ()
        self.currentRowChanged.connect(self._is_gekozen)

    def toon(self, regels: Sequence[Regel]) -> None:
        """Show these lines; the chosen one stays chosen."""
        if tuple(regels) == self._toont:
            return
        was = self.sleutel()
        self._toont = tuple(regels)
        stil = self.blockSignals(True)
        self.clear()
        for regel in regels:
            item = QtWidgets.QListWidgetItem(regel.titel, self)
            item.setData(_SLEUTEL, regel.sleutel)
            item.setData(_REGEL, regel)
            if not regel.sleutel:  # a heading only
                item.setFlags(QtCore.Qt.ItemFlag.NoItemFlags)
            item.setToolTip(regel.titel)
            if regel.merk is not None:
                woorden = f"{regel.titel}: {regel.merk.woord}"
                item.setData(QtCore.Qt.ItemDataRole.AccessibleTextRole, woorden)
                item.setToolTip(woorden)
        self.kies(was)
        self.blockSignals(stil)

    def regels(self) -> tuple[Regel, ...]:
        """What is shown."""
        return self._toont

    def sleutel(self) -> str:
        """The key of the chosen line; "" when none is."""
        item = self.currentItem()
        return str(item.data(_SLEUTEL)) if item is not None else ""

    def kies(self, sleutel: str) -> bool:
        """Choose the line with this key."""
        for n, regel in enumerate(self._toont):
            if regel.sleutel == sleutel:
                self.setCurrentRow(n)
                return True
        return False

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Another width gives other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _is_gekozen(self) -> None:
        if self.sleutel():
            self.gekozen.emit(self.sleutel())


class _Tekenaar(QtWidgets.QStyledItemDelegate):
    """Title on the left, sign and word on the right."""

    MARGE = theme.RUIMTE[1]

    def sizeHint(self, option: QtWidgets.QStyleOptionViewItem, index: Index) -> QtCore.QSize:
        """As many lines as the title takes beside its mark."""
        regel: Regel = index.data(_REGEL)
        lijst = self.parent()
        breed = lijst.viewport().width() if isinstance(lijst, Checklist) else 0
        letter = self._letter(option.font, regel)
        vlak = QtCore.QRect(0, 0, max(_SMALST, self._titelbreedte(breed, regel, option.font)), 1_000)
        hoog = QtGui.QFontMetrics(letter).boundingRect(vlak, _WIKKEL, regel.titel).height()
        return QtCore.QSize(120, hoog + (20 if regel.kop and index.row() else 12))

    def _titelbreedte(self, breed: int, regel: Regel, basis: QtGui.QFont) -> int:
        """What a line of this width leaves for the title."""
        over = breed - 4 - (self.MARGE if regel.kop else 2 * self.MARGE) - self.MARGE
        if regel.merk is not None:
            woord = QtGui.QFontMetrics(_klein(basis)).horizontalAdvance(regel.merk.woord)
            over -= woord + _TEKEN + 4 + self.MARGE
        return over

    @staticmethod
    def _letter(basis: QtGui.QFont, regel: Regel) -> QtGui.QFont:
        letter = QtGui.QFont(basis)
        letter.setWeight(QtGui.QFont.Weight.Medium if regel.kop else QtGui.QFont.Weight.Normal)
        return letter

    def paint(self, schilder: QtGui.QPainter, option: QtWidgets.QStyleOptionViewItem, index: Index) -> None:
        regel: Regel = index.data(_REGEL)
        kleuren = theme.kleuren()
        vlak = option.rect.adjusted(2, 1, -2, -1)
        schilder.save()
        gekozen = bool(option.state & QtWidgets.QStyle.StateFlag.State_Selected)
        if gekozen:
            schilder.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
            schilder.setBrush(QtGui.QColor(kleuren.accent_zacht))
            schilder.setPen(QtCore.Qt.PenStyle.NoPen)
            schilder.drawRoundedRect(vlak, 4, 4)
        letter = self._letter(option.font, regel)
        vlak = vlak.adjusted(self.MARGE if regel.kop else 2 * self.MARGE, 0, -self.MARGE, 0)
        if regel.kop and index.row():
            vlak.setTop(vlak.top() + 8)
        if regel.merk is not None:
            vlak.setRight(self._teken_merk(schilder, vlak, regel.merk, option.font) - self.MARGE)
        schilder.setFont(letter)
        kleur = kleuren.tekst if regel.sleutel else kleuren.stil
        schilder.setPen(QtGui.QColor(kleuren.accent if gekozen else kleur))
        schilder.drawText(vlak, QtCore.Qt.AlignmentFlag.AlignVCenter | _WIKKEL, regel.titel)
        schilder.restore()

    def _teken_merk(
        self, schilder: QtGui.QPainter, vlak: QtCore.QRect, merk: Merk, basis: QtGui.QFont
    ) -> int:
        """Draws sign and word against the right side; gives where they start."""
        klein = _klein(basis)
        schilder.setFont(klein)
        breed = QtGui.QFontMetrics(klein).horizontalAdvance(merk.woord)
        woord = QtCore.QRect(vlak.right() - breed, vlak.top(), breed + 1, vlak.height())
        schilder.setPen(QtGui.QColor(getattr(theme.kleuren(), merk.kleur)))
        schilder.drawText(woord, QtCore.Qt.AlignmentFlag.AlignVCenter, merk.woord)
        teken = QtCore.QRect(woord.left() - _TEKEN - 4, vlak.center().y() - _TEKEN // 2, _TEKEN, _TEKEN)
        theme.icoon(merk.icoon, merk.kleur).paint(schilder, teken)
        return teken.left()


def _klein(basis: QtGui.QFont) -> QtGui.QFont:
    klein = QtGui.QFont(basis)
    klein.setPointSizeF(theme.PUNTEN["klein"])
    return klein


@dataclass(frozen=True)
class Keuzefeit:
    """One item of information that may speak for or against."""

    id: int
    nummer: int
    gever: str
    soort: str
    tekst: str
    weegt_niet: str = ""  # why this one cannot be chosen


class FeitenKiezer(QtWidgets.QWidget):
    """All information on the table; V makes the chosen line speak for, T against, the space bar neither."""

    gewijzigd = QtCore.Signal()
    WOORDEN: Mapping[str, str] = {"voor": "Voor", "tegen": "Tegen", "": ""}
    WEEGT_NIET = "Weegt niet mee"

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._feiten: tuple[Keuzefeit, ...] = ()
        self._richting: dict[int, str] = {}
        self.lijst = QtWidgets.QTreeWidget(self)
        self.lijst.setObjectName("feitenLijst")
        self.lijst.setAccessibleName("Informatie op tafel: kies wat voor of tegen spreekt")
        self.lijst.setRootIsDecorated(False)
        self.lijst.setUniformRowHeights(True)
        self.lijst.setHeaderLabels(["Feit", "Informatie", "Gever"])
        self.lijst.setTabKeyNavigation(False)
        self.lijst.setMinimumHeight(110)
        self.lijst.setMaximumHeight(190)
        self.lijst.installEventFilter(self)
        kop = self.lijst.header()
        kop.setStretchLastSection(False)
        modus = QtWidgets.QHeaderView.ResizeMode
        kop.setSectionResizeMode(0, modus.ResizeToContents)
        kop.setSectionResizeMode(1, modus.Stretch)
        kop.setSectionResizeMode(2, modus.Fixed)
        self.heel = QtWidgets.QLabel(self)  # a line of the list may be cut off; here it is whole
        self.heel.setObjectName("feitLabel")
        self.heel.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self.heel.setWordWrap(True)
        self.lijst.currentItemChanged.connect(self._toon_heel)
        self.knoppen = QtWidgets.QWidget(self)
        rij = StroomLayout(self.knoppen, ruimte=theme.RUIMTE[1], regelruimte=theme.RUIMTE[1])
        for naam, tekst, richting in (
            ("voorButton", "Spreekt voor (V)", "voor"),
            ("tegenButton", "Spreekt tegen (T)", "tegen"),
            ("geenButton", "Geen van beide (spatie)", ""),
        ):
            knop = QtWidgets.QPushButton(tekst, self)
            knop.setObjectName(naam)
            knop.setFocusPolicy(QtCore.Qt.FocusPolicy.ClickFocus)  # the keys do the same; Tab goes on
            knop.clicked.connect(lambda _=False, r=richting: self.kies(r))
            rij.addWidget(knop)
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(theme.RUIMTE[1])
        for deel in (self.lijst, self.heel, self.knoppen):
            indeling.addWidget(deel)
        self.setFocusProxy(self.lijst)

    def toon(self, feiten: Sequence[Keuzefeit]) -> None:
        """Show these items; what was chosen stays chosen."""
        if tuple(feiten) == self._feiten:
            return
        plek = self.lijst.currentIndex().row()
        self._feiten = tuple(feiten)
        self.lijst.clear()
        for feit in feiten:
            regel = QtWidgets.QTreeWidgetItem(["", f"{feit.nummer}. {feit.tekst}", feit.gever])
            regel.setToolTip(1, f"{feit.tekst}\n{feit.soort}")
            regel.setToolTip(2, feit.gever)
            self.lijst.addTopLevelItem(regel)
        eerste = self.lijst.topLevelItem(min(max(plek, 0), len(feiten) - 1)) if feiten else None
        if eerste is not None:
            self.lijst.setCurrentItem(eerste)
        self._schik()
        self._toon_heel(eerste)
        self._toon_richting()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """What was said gets the room; who said it at most a quarter."""
        super().resizeEvent(event)
        self._schik()

    def _schik(self) -> None:
        self.lijst.setColumnWidth(2, min(self.lijst.sizeHintForColumn(2), self.width() // 4))

    def _toon_heel(self, regel: QtWidgets.QTreeWidgetItem | None) -> None:
        n = self.lijst.indexOfTopLevelItem(regel) if regel is not None else -1
        feit = self._feiten[n] if n >= 0 else None
        heel = f"{feit.nummer}. {feit.tekst} ({feit.gever}, {feit.soort.lower()})" if feit else ""
        self.heel.setText(f"{heel} {feit.weegt_niet}" if feit and feit.weegt_niet else heel)
        self.heel.setVisible(feit is not None)

    def zet(self, richting: Mapping[int, str]) -> None:
        """Say which items speak for ("voor") and against ("tegen")."""
        self._richting = {id_: welke for id_, welke in richting.items() if welke}
        self._toon_richting()

    def waarde(self) -> dict[int, str]:
        """id -> "voor" or "tegen"."""
        bekend = {feit.id for feit in self._feiten}
        return {id_: welke for id_, welke in self._richting.items() if id_ in bekend}

    def teksten(self, richting: str) -> list[str]:
        """The chosen items that speak this way, as lines."""
        return [
            f"{f.nummer}. {f.tekst} ({f.gever}, {f.soort.lower()})"
            for f in self._feiten
            if self._richting.get(f.id) == richting
        ]

    def zet_alleen_lezen(self, aan: bool) -> None:
        """Let the choice be read but not changed."""
        self.knoppen.setEnabled(not aan)
        self.knoppen.setVisible(not aan)

    def kies(self, richting: str) -> None:
        """Let the current line speak for, against or neither, and go to the next."""
        n = self.lijst.currentIndex().row()
        if n < 0 or not self.knoppen.isEnabled():
            return
        feit = self._feiten[n]
        self._richting.pop(feit.id, None)
        if richting and not feit.weegt_niet:
            self._richting[feit.id] = richting
        self._toon_richting()
        volgende = self.lijst.topLevelItem(n + 1)
        if volgende is not None:
            self.lijst.setCurrentItem(volgende)
        self.gewijzigd.emit()

    def eventFilter(self, bron: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """The keys V, T and space, while the list has the focus."""
        if bron is self.lijst and isinstance(event, QtGui.QKeyEvent) and event.type() == event.Type.KeyPress:
            toetsen = {
                QtCore.Qt.Key.Key_V: "voor",
                QtCore.Qt.Key.Key_T: "tegen",
                QtCore.Qt.Key.Key_Space: "",
            }
            if event.key() in toetsen and not event.modifiers():
                self.kies(toetsen[QtCore.Qt.Key(event.key())])
                return True
        return super().eventFilter(bron, event)

    def _toon_richting(self) -> None:
        iconen = {"voor": "plus", "tegen": "minus"}
        for n, feit in enumerate(self._feiten):
            regel = self.lijst.topLevelItem(n)
            welke = self._richting.get(feit.id, "")
            if regel is not None:
                dicht = feit.weegt_niet and not welke
                regel.setText(0, self.WEEGT_NIET if dicht else self.WOORDEN[welke])
                regel.setIcon(0, theme.icoon(iconen[welke], "accent") if welke else QtGui.QIcon())


def feiten_naar_tekst(feiten: Mapping[int, str]) -> str:
    """The choice as text, for a field that is kept as concept."""
    return json.dumps({str(id_): welke for id_, welke in sorted(feiten.items())}) if feiten else ""


def tekst_naar_feiten(tekst: object) -> dict[int, str]:
    """Back from text."""
    return {int(id_): str(welke) for id_, welke in json.loads(str(tekst) or "{}").items()}
