# SPDX-License-Identifier: EUPL-1.2
"""Somebody at the keyboard of the real window, and what stands on the screen in front of them."""

from PySide6 import QtCore, QtWidgets

from tests.ui_hulp import typ

K = QtCore.Qt.Key
CTRL = QtCore.Qt.KeyboardModifier.ControlModifier
SHIFT = QtCore.Qt.KeyboardModifier.ShiftModifier


class Hand:
    """Somebody at the keyboard of this window."""

    def __init__(self, qtbot, venster):
        self.qtbot, self.venster = qtbot, venster
        self.store = venster.omgeving.store
        venster.activateWindow()

    @property
    def scherm(self):
        return self.venster.scherm

    def nu(self, moment):
        self.venster.omgeving.nu = lambda: moment
        self.venster.omgeving.vandaag = moment.date

    def focus(self):
        return QtWidgets.QApplication.focusWidget()

    def toets(self, toets, modifiers=QtCore.Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(self.focus(), toets, modifiers)

    def naar(self, naam):
        """Tab on to the widget of this name, or into the group of choices of this name."""
        for _ in range(150):
            widget = self.focus()
            if naam in (widget.objectName(), widget.parentWidget().objectName()):
                return
            self.toets(K.Key_Tab)
        raise AssertionError(f"{naam} is not reached with Tab")

    def vul(self, naam, tekst):
        self.naar(naam)
        self.toets(K.Key_A, CTRL)
        typ(self.focus(), tekst)

    def kies(self, naam, stap):
        """In a row of choices or a list: this many arrows on."""
        self.naar(naam)
        rij = isinstance(self.focus(), QtWidgets.QRadioButton)
        if rij:
            self.toets(K.Key_Space)
        for _ in range(stap):
            self.toets(K.Key_Right if rij else K.Key_Down)

    def wacht_op(self, tekst):
        """Until this stands on the screen; gives all that stands there."""
        self.qtbot.waitUntil(lambda: tekst in zichtbare_teksten(self.scherm))
        return zichtbare_teksten(self.scherm)

    def rijen(self, sql, *params):
        with self.store.reader() as r:
            return r.rows(sql, *params)

    def waarde(self, sql, *params):
        with self.store.reader() as r:
            return r.value(sql, *params)

    def codes(self, vanaf=0):
        return [rij["code"] for rij in self.rijen("SELECT code FROM handeling WHERE n > ? ORDER BY n", vanaf)]

    def laatste(self):
        return self.store.laatste()[0]

    def vul_formulier(self, **waarden):
        """What a user fills in by hand, all at once: where the keys are tested elsewhere."""
        vorm = self.scherm.formulier
        for veld, waarde in waarden.items():
            zet(vorm.widget(veld), waarde)


def zet(widget, waarde):
    """Change a widget as typing and clicking do: it counts as typed."""
    if isinstance(widget, QtWidgets.QPlainTextEdit):
        widget.setPlainText(waarde)
    elif isinstance(widget, QtWidgets.QComboBox):
        assert widget.findData(waarde) >= 0, waarde
        widget.setCurrentIndex(widget.findData(waarde))
    elif isinstance(widget, QtWidgets.QLineEdit) and not hasattr(widget, "zet"):
        widget.setText(waarde)
    else:
        widget.zet(waarde)


def zichtbare_teksten(scherm):
    labels = (w for w in scherm.findChildren(QtWidgets.QLabel) if w.isVisibleTo(scherm))
    invoer = (w for w in scherm.findChildren(QtWidgets.QLineEdit) if w.isVisibleTo(scherm))
    return "\n".join(w.text() for w in (*labels, *invoer))
