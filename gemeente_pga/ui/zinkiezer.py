# SPDX-License-Identifier: EUPL-1.2
"""Ctrl+Space in a text field: a short list at the cursor, with the sentences kept for this place."""

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.standaardzin import OVERAL, PLEKKEN, kies_zinnen
from gemeente_pga.store.queries.standaardzin import standaardzinnen
from gemeente_pga.ui import theme
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.widgets.veld import ZINPLEK, veld_van
from gemeente_pga.ui.widgets.zinknop import Invulling, Tekstveld

if TYPE_CHECKING:
    from gemeente_pga.ui.window import Window

_BREEDTE, _HOOGTE, _RAND = 560, 320, 12
GEEN_VELD = "Zet de cursor eerst in een veld waar u tekst typt."
_UITLEG = "Enter zet de zin in het veld. Daarna gaat Tab langs de puntjes. Esc: terug."
_NIETS = "Geen zin gevonden. Uw zinnen staan bij Inrichting, Teksten."


class Zinkiezer(QtWidgets.QFrame):
    """A panel at the cursor: type to find, arrows, Enter. Escape goes back to the field."""

    def __init__(self, window: "Window", omgeving: Omgeving) -> None:
        super().__init__(window)
        self._window, self._omgeving = window, omgeving
        self._laatst: Tekstveld | None = None
        self._plek = OVERAL
        self.setObjectName("zinkiezer")
        self.regel = QtWidgets.QLineEdit()
        self.regel.setObjectName("zinLineEdit")
        self.regel.setAccessibleName("Standaardzin zoeken")
        self.lijst = QtWidgets.QListWidget()
        self.lijst.setAccessibleName("Standaardzinnen")
        self.lijst.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.lijst.setWordWrap(True)
        self.lijst.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.uitleg = QtWidgets.QLabel(_UITLEG)
        self.uitleg.setProperty("rol", "hulp")
        self.uitleg.setWordWrap(True)
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.setContentsMargins(*(theme.RUIMTE[1],) * 4)
        indeling.setSpacing(theme.RUIMTE[1])
        for deel in (self.regel, self.lijst, self.uitleg):
            indeling.addWidget(deel)
        self.regel.textChanged.connect(self._zoek)
        self.regel.installEventFilter(self)
        self.lijst.itemClicked.connect(lambda _item: self._kies())
        app = QtWidgets.QApplication.instance()
        assert isinstance(app, QtWidgets.QApplication)  # noqa: S101 - there is a window
        app.focusChanged.connect(self._volg)
        self.hide()

    def toon(self, veld: QtWidgets.QWidget | None = None) -> None:
        """Open at the cursor of this field, or of the one that was typed in last."""
        if not self.isHidden():
            self.sluit()
            return
        if isinstance(veld, Tekstveld):
            self._laatst = veld
        if not self._bruikbaar():
            self._window.meld(GEEN_VELD, "let_op")
            return
        assert self._laatst is not None  # noqa: S101 - that is what was asked
        self._plek = str(self._laatst.property(ZINPLEK) or OVERAL)
        self.regel.setPlaceholderText(f"Zoek in uw zinnen voor: {PLEKKEN[self._plek].lower()}")
        self.regel.clear()
        self._zoek("")
        self.show()
        self.schik()
        self.raise_()
        self.regel.setFocus()

    def sluit(self) -> None:
        """Close; the focus goes back to the field."""
        self.hide()
        if self._bruikbaar() and self._laatst is not None:
            self._laatst.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def schik(self) -> None:
        """Below the cursor, or above it where there is no room; never outside the window."""
        if not self._bruikbaar() or self._laatst is None:
            self.hide()
            return
        maat = self._window.size()
        breed = min(_BREEDTE, maat.width() - 2 * _RAND)
        hoog = min(_HOOGTE, maat.height() - 2 * _RAND, self._nodig(breed))
        veld = self._laatst
        vak = veld.cursorRect() if isinstance(veld, QtWidgets.QPlainTextEdit) else veld.rect()
        drager = veld.viewport() if isinstance(veld, QtWidgets.QPlainTextEdit) else veld
        links, onder = drager.mapTo(self._window, vak.bottomLeft()).toTuple()
        boven = drager.mapTo(self._window, vak.topLeft()).y()
        y = onder + 4 if onder + 4 + hoog <= maat.height() - _RAND else boven - 4 - hoog
        x = max(_RAND, min(links, maat.width() - breed - _RAND))
        self.setGeometry(x, max(_RAND, min(y, maat.height() - hoog - _RAND)), breed, hoog)

    def eventFilter(self, bron: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """The arrow keys, Enter and Escape work from the line that is typed in; elsewhere it closes."""
        if isinstance(event, QtGui.QKeyEvent) and event.type() == QtCore.QEvent.Type.KeyPress:
            toets = QtCore.Qt.Key
            stap = {toets.Key_Down: 1, toets.Key_Up: -1}.get(toets(event.key()), 0)
            if stap:
                self.lijst.setCurrentRow(max(0, min(self.lijst.count() - 1, self.lijst.currentRow() + stap)))
                return True
            if event.key() in (toets.Key_Return, toets.Key_Enter):
                self._kies()
                return True
            if event.key() in (toets.Key_Escape, toets.Key_Tab, toets.Key_Backtab):
                self.sluit()
                return True
        return super().eventFilter(bron, event)

    # ---- inside

    def _volg(self, _oud: QtWidgets.QWidget | None, nieuw: QtWidgets.QWidget | None) -> None:
        """Remember where is typed; a click beside the panel closes it."""
        if nieuw is None or nieuw.window() is not self._window:
            return
        if not self.isHidden() and nieuw is not self.regel:
            self.hide()
        zinveld = isinstance(nieuw, QtWidgets.QPlainTextEdit) or bool(nieuw.property(ZINPLEK))
        if isinstance(nieuw, Tekstveld) and zinveld and veld_van(nieuw) is not None:
            self._laatst = nieuw

    def _bruikbaar(self) -> bool:
        """Is that field still in sight, and may it be typed in?"""
        with suppress(RuntimeError):  # it may be gone: the screen was built anew
            veld = self._laatst
            return (
                veld is not None
                and veld.isVisibleTo(self._window)
                and veld.isEnabled()
                and not veld.isReadOnly()
            )
        return False

    def _zoek(self, gezocht: str) -> None:
        with self._omgeving.store.reader() as r:
            alle = standaardzinnen(r)
        gevonden = kies_zinnen(alle, self._plek, gezocht)
        self.lijst.clear()
        for zin in gevonden:
            elders = zin.plek not in (self._plek, OVERAL)
            item = QtWidgets.QListWidgetItem(f"{PLEKKEN[zin.plek]}: {zin.tekst}" if elders else zin.tekst)
            item.setData(QtCore.Qt.ItemDataRole.UserRole, zin.tekst)
            self.lijst.addItem(item)
        self.lijst.setCurrentRow(0)
        self.uitleg.setText(_UITLEG if gevonden else _NIETS)

    def _kies(self) -> None:
        item = self.lijst.currentItem()
        if item is None or not self._bruikbaar() or self._laatst is None:
            return
        self.hide()
        Invulling(self._laatst, item.data(QtCore.Qt.ItemDataRole.UserRole))

    def _nodig(self, breed: int) -> int:
        """As high as its lines ask."""
        self.resize(breed, _HOOGTE)
        indeling = self.layout()
        if indeling is not None:
            indeling.activate()
        self.lijst.doItemsLayout()
        rijen = sum(self.lijst.sizeHintForRow(n) for n in range(self.lijst.count()))
        rest = self.regel.sizeHint().height() + self.uitleg.heightForWidth(breed - 2 * theme.RUIMTE[1])
        return rijen + rest + 4 * theme.RUIMTE[1] + 2 * self.lijst.frameWidth() + 8
