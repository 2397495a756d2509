# SPDX-License-Identifier: EUPL-1.2
"""Somebody at the keyboard, for tests of the meeting on the real window."""

from datetime import date

from PySide6 import QtCore, QtWidgets

from gemeente_pga.store.queries.document import document_pdf, documenten_van_overleg
from gemeente_pga.ui.pdf import read_bladen
from tests.ui_hulp import typ

K = QtCore.Qt.Key
CTRL = QtCore.Qt.KeyboardModifier.ControlModifier
SHIFT = QtCore.Qt.KeyboardModifier.ShiftModifier
VANDAAG = date(2026, 11, 5)


class Hand:
    """Somebody at the keyboard."""

    def __init__(self, qtbot, venster):
        self.qtbot, self.venster = qtbot, venster
        self.store = venster.omgeving.store
        venster.omgeving.vandaag = lambda: VANDAAG
        venster.activateWindow()

    @property
    def scherm(self):
        return self.venster.scherm

    def focus(self):
        return QtWidgets.QApplication.focusWidget()

    def toets(self, toets, modifiers=QtCore.Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(self.focus(), toets, modifiers)

    def typ(self, tekst):
        typ(self.focus(), tekst)

    def naar(self, naam):
        """Tab on to the widget of this name."""
        for _ in range(120):
            if self.focus().objectName() == naam:
                return
            self.toets(K.Key_Tab)
        raise AssertionError(f"{naam} is not reached with Tab")

    def vul(self, naam, tekst):
        self.naar(naam)
        self.toets(K.Key_A, CTRL)
        self.typ(tekst)

    def rijen(self, sql, *params):
        with self.store.reader() as r:
            return r.rows(sql, *params)

    def wacht(self, voorwaarde):
        self.qtbot.waitUntil(voorwaarde, timeout=15_000)

    def acts(self):
        return [rij["code"] for rij in self.rijen("SELECT code FROM handeling ORDER BY n")]

    def papieren(self, overleg_id):
        """The words of every paper of this meeting, by kind and dossier."""
        with self.store.reader() as r:
            stukken = documenten_van_overleg(r, overleg_id)
            pdfs = {(d.soort, d.dossier_id): document_pdf(r, d.id) or b"" for d in stukken if d.klaar}
        return {s: " ".join(" ".join(b.tekst for b in read_bladen(p)).split()) for s, p in pdfs.items()}
