# SPDX-License-Identifier: EUPL-1.2
"""Somebody without a mouse: Tab, arrows, space, Enter and the letters that the program shows, nothing else.

What Tab does not reach within two rounds cannot be reached, and then the journey stops there.
"""

import json
from collections.abc import Callable
from pathlib import Path

from PySide6 import QtCore, QtTest, QtWidgets

from gemeente_pga.oefencasus.bediening import Bediening, Vastgelopen
from gemeente_pga.ui.widgets.keuzegroep import KeuzeGroep
from gemeente_pga.ui.worker import Worker

K = QtCore.Qt.Key
ALT = QtCore.Qt.KeyboardModifier.AltModifier
_STAPPEN = 400


class Toetsenbord(Bediening):
    """The same work as with the mouse. Counts how often Tab and Alt with a letter were pressed."""

    stappen = 0
    letters = 0
    langste = 0

    def __init__(self, qt: QtWidgets.QApplication, worker: Worker) -> None:
        super().__init__(qt, worker)
        self.dubbel: set[tuple[str, ...]] = set()

    def ga_naar(self, doel: QtWidgets.QWidget) -> None:
        """With Tab, from where the focus is."""
        self._zie_dubbele()
        self._bereik(doel.objectName() or type(doel).__name__, lambda focus: _hoort_bij(focus, doel))
        if not doel.isEnabled():
            raise Vastgelopen(f"{doel.objectName()} is uit")

    def klik(self, doel: QtWidgets.QWidget) -> None:
        """A button by its letter if it shows one, else with Tab and the space bar; a field gets the focus."""
        if isinstance(doel, QtWidgets.QAbstractButton):
            if not self._letter(doel):
                self.ga_naar(doel)
                self._toets(K.Key_Space)
        else:
            self.ga_naar(doel)
        self.rust()

    def kies_groep(self, groep: KeuzeGroep, code: object) -> None:
        """Tab to the row of choices, arrows along it, space."""
        if code not in groep.codes():
            raise Vastgelopen(f"{groep.objectName()}: geen keuze {code!r} in {groep.codes()}")
        self._bereik(groep.objectName(), lambda focus: focus in groep.knoppen())
        rij: list[QtWidgets.QWidget] = list(groep.knoppen())
        for _ in range(2 * len(rij)):
            nu, doel = rij.index(self._focus()), groep.codes().index(code)
            if nu == doel:
                break
            for toets in (K.Key_Right, K.Key_Down) if nu < doel else (K.Key_Left, K.Key_Up):
                if rij[nu] is self._focus():
                    self._toets(toets)
        if groep.waarde() != code:
            self._toets(K.Key_Space)
        self.rust()
        if groep.waarde() != code:
            raise Vastgelopen(f"{groep.objectName()}: met de pijltjes staat er {groep.waarde()!r}")

    def tab(self, tekst: str) -> None:
        """Tab to the row of tabs or the list of parts, and arrows along it."""
        for balk in self.venster().findChildren(QtWidgets.QTabBar):
            woorden = [balk.tabText(n).replace("&", "") for n in range(balk.count())]
            if balk.isVisible() and tekst in woorden:
                self.ga_naar(balk)
                while balk.currentIndex() != woorden.index(tekst):
                    terug = balk.currentIndex() > woorden.index(tekst)
                    self._toets(K.Key_Left if terug else K.Key_Right)
                self.rust()
                return
        self.kies_regel(*self.onderdeel(tekst))

    def kies_regel(self, lijst: QtWidgets.QAbstractItemView, n: int) -> None:
        """Tab to the list, arrows up or down to the n-th line."""
        self.ga_naar(lijst)
        while (was := lijst.currentIndex().row()) != n:
            self._toets(K.Key_Down if was < n else K.Key_Up)
            if lijst.currentIndex().row() == was:
                raise Vastgelopen(f"de pijltjes blijven staan op regel {was + 1}")
        self.rust()

    def laat_vallen(self, pad: Path) -> None:
        """What others drop on the window is opened from the menu."""
        with self.bestandskeuze(pad):
            self.toets("Ctrl+O")

    def verslag(self) -> str:
        """What it took, as JSON: steps with Tab, the longest way, letters, letters that two things share."""
        return json.dumps(
            {
                "tab": self.stappen, "langste": self.langste, "letters": self.letters,
                "dubbel": sorted(self.dubbel),
            }
        )  # fmt: skip

    # ---- keys

    def _focus(self) -> QtWidgets.QWidget:
        focus = QtWidgets.QApplication.focusWidget()
        if focus is None:
            raise Vastgelopen("niets heeft de focus")
        return focus

    def _toets(self, toets: K) -> None:
        QtTest.QTest.keyClick(self._focus(), toets)
        self.qt.processEvents()

    def _bereik(self, naam: str, raak: Callable[[QtWidgets.QWidget], bool]) -> None:
        """Tab on until the focus is there."""
        self._actief()
        if QtWidgets.QApplication.focusWidget() is None:
            QtTest.QTest.keyClick(self.venster(), K.Key_Tab)
        langs = []
        for stap in range(_STAPPEN):
            if raak(self._focus()):
                self.langste = max(self.langste, stap)
                return
            langs.append(self._focus().objectName() or type(self._focus()).__name__)
            self._toets(K.Key_Tab)
            self.stappen += 1
        raise Vastgelopen(f"{naam} wordt met Tab niet bereikt; wel: {list(dict.fromkeys(langs))}")

    def _actief(self) -> None:
        """The window is in front, as the system puts it there; a question stays in front of it."""
        if not self.venster().isActiveWindow() and QtWidgets.QApplication.activeModalWidget() is None:
            self.venster().activateWindow()
            self.wacht(self.venster().isActiveWindow, "het venster is weer actief")

    def _letter(self, knop: QtWidgets.QAbstractButton) -> bool:
        """Alt and the letter under the line, if this button has one: does it then do its work?"""
        _, teken, rest = knop.text().replace("&&", "").partition("&")
        if not teken or not knop.isEnabled():
            return False
        if knop.text() in {naam for namen in self._zie_dubbele() for naam in namen}:
            return False
        self._actief()
        gedaan: list[bool] = []
        knop.clicked.connect(lambda *_: gedaan.append(True))
        toets = K(ord(rest[0].upper()))
        QtTest.QTest.keyClick(self._focus_of_venster(), toets, ALT)
        self.wacht(lambda: gedaan, f"Alt+{rest[0].upper()} doet wat “{knop.text()}” zegt")
        self.letters += 1
        return True

    def _zie_dubbele(self) -> list[tuple[str, ...]]:
        """Every letter that two things in sight share, which then presses neither; they are remembered."""
        per_letter: dict[str, list[str]] = {}
        knoppen = self.venster().findChildren(QtWidgets.QAbstractButton)
        dragers: list[QtWidgets.QLabel | QtWidgets.QAbstractButton] = [*knoppen]
        dragers += [label for label in self.venster().findChildren(QtWidgets.QLabel) if label.buddy()]
        for w in dragers:
            _, teken, rest = w.text().replace("&&", "").partition("&")
            if teken and rest and w.isVisible() and w.isEnabled():
                per_letter.setdefault(rest[0].lower(), []).append(w.text())
        dubbel = [tuple(sorted(namen)) for namen in per_letter.values() if len(namen) > 1]
        self.dubbel.update(dubbel)
        return dubbel

    def _focus_of_venster(self) -> QtWidgets.QWidget:
        return QtWidgets.QApplication.focusWidget() or self.venster()

    # ---- questions

    def _beantwoord(self, klok: QtCore.QTimer, knop: str, reden: str, vragen: list[str]) -> None:
        dialoog = QtWidgets.QApplication.activeModalWidget()
        if dialoog is None or not dialoog.isVisible():
            return
        klok.stop()
        vragen.append(" ".join(label.text() for label in dialoog.findChildren(QtWidgets.QLabel)))
        if reden:
            self.kies_groep(dialoog.findChildren(KeuzeGroep)[0], reden)
        for kandidaat in dialoog.findChildren(QtWidgets.QAbstractButton):
            if kandidaat.text().replace("&", "") == knop:
                self.ga_naar(kandidaat)
                self._toets(K.Key_Space)
                return
        QtTest.QTest.keyClick(dialoog, K.Key_Escape)
        vragen.clear()


def _hoort_bij(focus: QtWidgets.QWidget, doel: QtWidgets.QWidget) -> bool:
    return focus is doel or doel.focusProxy() is focus or doel.isAncestorOf(focus)
