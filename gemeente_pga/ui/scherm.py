# SPDX-License-Identifier: EUPL-1.2
"""The base of every screen: what it is called, when it reloads, and how it remembers its place."""

import json
from typing import ClassVar

from PySide6 import QtGui, QtWidgets

from gemeente_pga.ui import theme
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.widgets.inbeeld import breng_in_beeld
from gemeente_pga.ui.widgets.tabvolgorde import focus_eerste


class Scherm(QtWidgets.QWidget):
    """One place in the program. The window builds it on first use and destroys it on locking."""

    code: ClassVar[str] = ""
    titel: ClassVar[str] = ""
    tabellen: ClassVar[frozenset[str]] = frozenset()
    wegwijzersleutel: str = ""  # a screen with tabs changes it with the tab
    # Word and icon in the rail; a screen without an icon is opened from another one.
    railicoon: ClassVar[str] = ""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__()
        self.omgeving = omgeving
        self.onderwerp_id: int | None = None

    def toon(self, onderwerp_id: int | None, veld: str = "") -> None:
        """Show this subject; called by window.open only."""
        self.onderwerp_id = onderwerp_id
        self.herlaad()
        theme.zet_iconen(self)
        if veld:
            self.naar_veld(veld)

    def herlaad(self) -> None:
        """Read the data and fill the widgets. Never loses unsaved typing."""

    @property
    def dossier_id(self) -> int | None:
        """The dossier this screen is about: Ctrl+K looks for words in that one only."""
        return None

    def titel_nu(self) -> str:
        """The title as the window shows it; a screen about one dossier adds its number."""
        return self.titel

    def acties(self) -> list[QtGui.QAction]:
        """What can be done here, for the menu Dossier: every button of the screen with its shortcut."""
        return []

    def bewaar_concepten(self) -> None:
        """Keep all unfinished typing; called before leaving, locking and quitting."""
        from gemeente_pga.ui.form import Formulier

        for formulier in self.findChildren(Formulier):
            formulier.bewaar_concept()

    def naar_veld(self, veld: str) -> None:
        """Put the focus on the input widget of this field, or on the widget of this name."""
        from gemeente_pga.ui.form import Formulier

        for formulier in self.findChildren(Formulier):
            if veld in formulier.velden():
                formulier.focus(veld)
                return
        widget = self.findChild(QtWidgets.QWidget, veld)
        if isinstance(widget, QtWidgets.QWidget):
            widget.setFocus()

    def eerste_focus(self) -> None:
        """Put the focus on the first thing that can be reached with Tab."""
        if not focus_eerste(self):
            self.setFocus()

    def plek(self) -> str:
        """Where am I, as JSON: widget with the focus and the place of its cursor."""
        # Of the window, not of the application: the kluis also locks while another program has the focus.
        widget: QtWidgets.QWidget | None = self.window().focusWidget()
        if widget is None or not self.isAncestorOf(widget):
            return "{}"
        while widget is not None and not widget.objectName():
            widget = widget.parentWidget()
        if widget is None or not self.isAncestorOf(widget):
            return "{}"
        plek: dict[str, object] = {"widget": widget.objectName()}
        if isinstance(widget, QtWidgets.QLineEdit):
            plek["cursor"] = widget.cursorPosition()
        elif isinstance(widget, QtWidgets.QPlainTextEdit):
            plek["cursor"] = widget.textCursor().position()
        return json.dumps(plek)

    def naar_plek(self, plek: str) -> None:
        """Go back to a place that plek() gave."""
        gegevens = json.loads(plek or "{}")
        widget = self.findChild(QtWidgets.QWidget, gegevens.get("widget") or "-")
        if not isinstance(widget, QtWidgets.QWidget):
            return
        zet_plek(widget, int(gegevens.get("cursor", 0)))


def zet_plek(widget: QtWidgets.QWidget, cursor: int) -> None:
    """The focus to this widget, its cursor to this letter, and the page scrolled until it is seen."""
    widget.setFocus()
    if isinstance(widget, QtWidgets.QLineEdit):
        widget.setCursorPosition(cursor)
    elif isinstance(widget, QtWidgets.QPlainTextEdit):
        plaats = widget.textCursor()
        plaats.setPosition(min(cursor, len(widget.toPlainText())))
        widget.setTextCursor(plaats)
    breng_in_beeld(widget)
