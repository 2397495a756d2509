# SPDX-License-Identifier: EUPL-1.2
"""The program as a process of its own, led by lines on its standard input: for the journey that locks.

`maak WACHTZIN`, `typ TEXT`, `bewaard TEXT`, `lees`, `vergrendel`, `ontgrendel WACHTZIN`, `stop`. Secrets come
in by those lines only: what stands in this file would be found in memory again after every start.
Skips the protection against reading memory.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6 import QtCore

from gemeente_pga.app import App
from gemeente_pga.domain.kluisdienst import KluisSoort, KluisStaat
from gemeente_pga.kaderbestand import read_kader
from gemeente_pga.ui.applicatie import make_qt
from gemeente_pga.ui.poort.ontgrendelen import Ontgrendelen
from gemeente_pga.ui.screens.telefoonnotitie import TelefoonnotitieScherm
from tests.ui_hulp import lichte_dienst, richt_in, typ


class Toestel(QtCore.QObject):
    """Does what the lines say and tells when it is done."""

    def __init__(self, map_: Path) -> None:
        super().__init__()
        self._rest = b""
        self._map = map_
        self.qt = make_qt(["slot"])
        dienst = lichte_dienst(map_)
        self.app = App(self.qt, dienst, vervang=self._vervang)
        self.app.geopend.connect(self._is_open)
        self._lezer = QtCore.QSocketNotifier(0, QtCore.QSocketNotifier.Type.Read, self)
        self._lezer.activated.connect(self._lees)
        dienst.kies(KluisSoort.KLUIS)
        if dienst.staat() is KluisStaat.COMPLEET:
            self.app.start()
            self._zeg("OP SLOT")
        else:
            self._zeg("LEEG")

    def _lees(self) -> None:
        stuk = os.read(0, 65536)
        if not stuk:
            self._doe_stop("")  # closing the window would first ask about a back-up
            return
        *regels, self._rest = (self._rest + stuk).split(b"\n")
        for regel in regels:
            opdracht, _, waarde = regel.decode().partition(" ")
            getattr(self, f"_doe_{opdracht}")(waarde)

    def _doe_maak(self, wachtzin: str) -> None:
        dienst = self.app.dienst
        dienst.maak(wachtzin)
        dienst.betreed()
        assert dienst.store is not None
        richt_in(dienst.store, read_kader())
        dienst.store.close()
        dienst.laat_los()
        self.app.start()
        self._zeg("OP SLOT")

    def _doe_ontgrendel(self, wachtzin: str) -> None:
        assert isinstance(self.app.poort, Ontgrendelen)
        typ(self.app.poort.ui.wachtzinLineEdit, wachtzin)
        self.app.poort.open()

    def _doe_typ(self, tekst: str) -> None:
        assert self.app.window is not None
        self.app.window.open("telefoonnotitie")
        assert isinstance(self.app.window.scherm, TelefoonnotitieScherm)
        veld = self.app.window.scherm.ui.tekstPlainTextEdit
        veld.setFocus()
        typ(veld, tekst)
        self._zeg("GETYPT")

    def _doe_bewaard(self, tekst: str) -> None:
        """Answer once this text has been kept because the typing paused."""
        store = self.app.dienst.store
        assert store is not None
        if tekst in (store.concept("telefoonnotitie") or ""):
            self._zeg("BEWAARD")
        else:
            QtCore.QTimer.singleShot(50, lambda: self._doe_bewaard(tekst))

    def _doe_lees(self, _niets: str) -> None:
        assert self.app.window is not None
        self.app.window.open("telefoonnotitie")
        self._is_open()

    def _doe_vergrendel(self, _niets: str) -> None:
        self.app.vergrendel()

    def _doe_stop(self, _niets: str) -> None:
        self.app.sluit()
        self.qt.quit()

    def _is_open(self) -> None:
        window = self.app.window
        scherm = window.scherm if window is not None else None
        if isinstance(scherm, TelefoonnotitieScherm):
            veld = scherm.ui.tekstPlainTextEdit
            self._zeg(f"OPEN {veld.textCursor().position()} {veld.toPlainText()}")
        else:
            self._zeg(f"OPEN {scherm.code if scherm else ''}")

    def _vervang(self, _argumenten: Sequence[str]) -> None:
        opdracht = [sys.executable, "-m", "tests.reis.slot_toestel", str(self._map)]
        os.execv(opdracht[0], opdracht)  # noqa: S606 - itself, anew

    @staticmethod
    def _zeg(tekst: str) -> None:
        os.write(1, tekst.encode() + b"\n")


if __name__ == "__main__":
    toestel = Toestel(Path(sys.argv[1]))
    sys.exit(toestel.qt.exec())
