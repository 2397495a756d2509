# SPDX-License-Identifier: EUPL-1.2
"""The button beside a text field that offers sentences, and putting one in: one Ctrl+Z takes it out."""

import re

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.standaardzin import INVULPLEK
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.widgets.veld import Veld

ZINTOETS = "Ctrl+Space"
ZINWOORD = "Ctrl+spatie"
NOG_INVULLEN = "Hier staat nog … om in te vullen."
Tekstveld = QtWidgets.QPlainTextEdit | QtWidgets.QLineEdit
_DUBBEL = re.compile("[\U00010000-\U0010ffff]")  # one letter for us, two places for Qt


class Zinknop(QtWidgets.QPushButton):
    """For the mouse, and to be seen: at the keyboard it is Ctrl+Space, so Tab does not stop here."""

    def __init__(self, veld: Veld, omgeving: Omgeving) -> None:
        super().__init__(f"Standaardzin ({ZINWOORD})", veld)
        self.setObjectName(f"{veld.invoer.objectName()}Zin")
        self.setProperty("rol", "zinknop")
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.setToolTip("Zet een zin die u vaker gebruikt in dit veld, waar de cursor staat")
        self._invoer = veld.invoer
        self._rest = QtWidgets.QLabel(NOG_INVULLEN, veld)
        self._rest.setObjectName(f"{veld.invoer.objectName()}Rest")
        self._rest.setProperty("rol", "hulp")
        self._rest.hide()
        veld.zet_onder(self._rest)
        self._invoer.installEventFilter(self)
        if isinstance(self._invoer, Tekstveld):
            self._invoer.textChanged.connect(self._volg)
        self.clicked.connect(lambda _aan=False: omgeving.window.kies_zin(self._invoer))
        veld.zet_knop(self)

    def eventFilter(self, bron: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Where nothing can be typed there is nothing to put in."""
        if event.type() == QtCore.QEvent.Type.ReadOnlyChange:
            self._volg()
        return super().eventFilter(bron, event)

    def _volg(self, *_tekst_nu: object) -> None:
        """What was left open is said below the field, quietly: it would stand so in the minutes."""
        vast = bool(self._invoer.property("readOnly"))
        self.setVisible(not vast)
        open_ = isinstance(self._invoer, Tekstveld) and INVULPLEK in _tekst(self._invoer)
        self._rest.setVisible(open_ and not vast)


class Invulling(QtCore.QObject):
    """One sentence in a text field. While the cursor is in it, Tab goes to its next place to fill in."""

    def __init__(self, veld: Tekstveld, zin: str) -> None:
        super().__init__(veld)
        self._veld = veld
        self._begin, einde = _voeg_in(veld, zin)
        self._staart = len(_tekst(veld)) - einde  # what follows the sentence stays as long as it is
        veld.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        veld.installEventFilter(self)
        if not self._volgende(self._begin):
            self._stop()

    def eventFilter(self, bron: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Tab along the places; any leaving ends it."""
        soort = event.type()
        if soort == QtCore.QEvent.Type.FocusOut:
            self._stop()
        elif isinstance(event, QtGui.QKeyEvent) and soort == QtCore.QEvent.Type.KeyPress:
            kaal = event.modifiers() == QtCore.Qt.KeyboardModifier.NoModifier
            if event.key() == QtCore.Qt.Key.Key_Tab and kaal:
                if self._volgende(_selectie(self._veld)[1]):
                    return True
                self._stop()
        return super().eventFilter(bron, event)

    def _volgende(self, vanaf: int) -> bool:
        tekst = _tekst(self._veld)
        einde = len(tekst) - self._staart
        plek = tekst.find(INVULPLEK, vanaf, einde) if self._begin <= vanaf <= einde else -1
        if plek < 0:
            return False
        _selecteer(self._veld, plek, plek + len(INVULPLEK))
        return True

    def _stop(self) -> None:
        self._veld.removeEventFilter(self)
        self.deleteLater()


def _tekst(veld: Tekstveld) -> str:
    """What stands in it, with the places as Qt counts them."""
    kaal = veld.text() if isinstance(veld, QtWidgets.QLineEdit) else veld.toPlainText()
    return _DUBBEL.sub("..", kaal)


def _selectie(veld: Tekstveld) -> tuple[int, int]:
    if isinstance(veld, QtWidgets.QPlainTextEdit):
        cursor = veld.textCursor()
        return cursor.selectionStart(), cursor.selectionEnd()
    begin = veld.selectionStart()
    return (begin, veld.selectionEnd()) if begin >= 0 else (veld.cursorPosition(),) * 2


def _selecteer(veld: Tekstveld, begin: int, einde: int) -> None:
    if isinstance(veld, QtWidgets.QLineEdit):
        veld.setSelection(begin, einde - begin)
        return
    cursor = veld.textCursor()
    cursor.setPosition(begin)
    cursor.setPosition(einde, QtGui.QTextCursor.MoveMode.KeepAnchor)
    veld.setTextCursor(cursor)
    veld.ensureCursorVisible()


def _voeg_in(veld: Tekstveld, zin: str) -> tuple[int, int]:
    """In place of what is marked, with a space before it where one is needed. One Ctrl+Z takes it out."""
    begin, eind = _selectie(veld)
    voor, na = _tekst(veld)[:begin][-1:], _tekst(veld)[eind : eind + 1]
    los = " " if voor and not voor.isspace() else ""
    nieuw = f"{los}{zin}{' ' if na.isalnum() else ''}"
    if isinstance(veld, QtWidgets.QPlainTextEdit):
        cursor = veld.textCursor()
        cursor.beginEditBlock()  # apart from the letters typed before and after it
        cursor.insertText(nieuw)
        cursor.endEditBlock()
        veld.setTextCursor(cursor)
    else:
        nieuw = " ".join(nieuw.split("\n"))
        if begin == eind:  # a line undoes letters together until the cursor has been elsewhere
            veld.setCursorPosition(0 if begin else len(_tekst(veld)))
            veld.setCursorPosition(begin)
        veld.insert(nieuw)
        na_zin = veld.cursorPosition()
        veld.setCursorPosition(0)
        veld.setCursorPosition(na_zin)
    return begin + len(los), begin + len(_DUBBEL.sub("..", nieuw))
