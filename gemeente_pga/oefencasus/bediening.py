# SPDX-License-Identifier: EUPL-1.2
"""Works the window as a person does: looks for what is in sight, clicks it, types, waits until it is ready.

The only place outside the tests that turns the event loop by hand. What cannot be seen or reached cannot be
used: then the driver stops and says so.
"""

import itertools
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from PySide6 import QtCore, QtGui, QtTest, QtWidgets

from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.ui import messages
from gemeente_pga.ui.form import Formulier
from gemeente_pga.ui.widgets.checklist import Checklist
from gemeente_pga.ui.widgets.datum import DatumEdit
from gemeente_pga.ui.widgets.keuzegroep import KeuzeGroep
from gemeente_pga.ui.widgets.lijst import Lijst
from gemeente_pga.ui.widgets.onderdelen import Onderdelen
from gemeente_pga.ui.widgets.tijd import TijdEdit
from gemeente_pga.ui.worker import Worker

W = TypeVar("W", bound=QtWidgets.QWidget)
LINKS = QtCore.Qt.MouseButton.LeftButton
TOETS = QtCore.Qt.Key
_GEDULD = 60.0


def _toetssoort(teken: str) -> str:
    if teken == "\n":
        return "enter"
    return "gewoon" if teken.isascii() else "bijzonder"


class Vastgelopen(Exception):
    """The driver cannot go on as a person could."""


class Bediening:
    """Mouse and keys on one window."""

    def __init__(self, qt: QtWidgets.QApplication, worker: Worker) -> None:
        self.qt = qt
        self.worker = worker
        self.top: QtWidgets.QWidget | None = None
        self.fout: BaseException | None = None

    def vang(self, _soort: type[BaseException], fout: BaseException, _plek: object) -> None:
        """The excepthook while the driver works: what goes wrong in a slot stops the driver."""
        self.fout = self.fout or fout

    # ---- waiting

    def wacht(self, tot: Callable[[], object], waarop: str) -> None:
        """Let the program work until this holds."""
        eind = time.monotonic() + _GEDULD
        while not tot():
            if time.monotonic() > eind:
                raise Vastgelopen(f"na {_GEDULD:.0f} seconden nog niet: {waarop}")
            self.qt.processEvents(QtCore.QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def rust(self) -> None:
        """Let the program finish what it is doing, and draw it."""
        for _ in range(3):
            self.wacht(lambda: not self.worker.bezig, "het programma is klaar met rekenen")
            self.qt.processEvents()
            self.qt.sendPostedEvents()
            if self.fout is not None:
                fout, self.fout = self.fout, None
                raise Vastgelopen(f"{type(fout).__name__}: {fout}") from fout

    # ---- looking

    def venster(self) -> QtWidgets.QWidget:
        """The window that is worked with."""
        if self.top is None:
            raise Vastgelopen("er is geen venster")
        return self.top

    def zie(self, soort: type[W], naam: str, binnen: QtWidgets.QWidget | None = None) -> W:
        """The one widget of this name that is in sight."""
        gevonden = [w for w in (binnen or self.venster()).findChildren(soort, naam) if w.isVisible()]
        if len(gevonden) != 1:
            raise Vastgelopen(f"{naam}: {len(gevonden)} in beeld; wel in beeld: {self._namen(binnen)}")
        return gevonden[0]

    def ziet(self, naam: str, binnen: QtWidgets.QWidget | None = None) -> bool:
        """Is a widget of this name in sight?"""
        gevonden = (binnen or self.venster()).findChildren(QtWidgets.QWidget, naam)
        return any(w.isVisible() for w in gevonden)

    def knop(self, tekst: str, binnen: QtWidgets.QWidget | None = None) -> QtWidgets.QAbstractButton:
        """The one button in sight that carries these words."""
        knoppen = (binnen or self.venster()).findChildren(QtWidgets.QAbstractButton)
        gevonden = [k for k in knoppen if k.isVisible() and k.text().replace("&", "") == tekst]
        if len(gevonden) != 1:
            in_beeld = sorted({k.text().replace("&", "") for k in knoppen if k.isVisible() and k.text()})
            raise Vastgelopen(f"knop “{tekst}”: {len(gevonden)} in beeld; wel: {in_beeld}")
        return gevonden[0]

    def regel(self, begin: str) -> QtWidgets.QAbstractButton:
        """The one line in sight that begins with these words and can be pressed."""
        knoppen = [k for k in self.venster().findChildren(QtWidgets.QAbstractButton) if k.isVisible()]
        gevonden = [k for k in knoppen if (k.accessibleName() or k.text()).startswith(begin)]
        if len(gevonden) != 1:
            raise Vastgelopen(f"regel “{begin}”: {len(gevonden)} in beeld")
        return gevonden[0]

    def _namen(self, binnen: QtWidgets.QWidget | None) -> list[str]:
        alle = (binnen or self.venster()).findChildren(QtWidgets.QWidget)
        return sorted({w.objectName() for w in alle if w.isVisible() and w.objectName()[:3] != "qt_"})

    def toon(self, widget: QtWidgets.QWidget) -> None:
        """Scroll until the widget is in sight, and see that nothing lies over it."""
        if not widget.isVisible() or not widget.isEnabled():
            staat = "uit" if widget.isVisible() else "niet in beeld"
            raise Vastgelopen(f"{widget.objectName() or type(widget).__name__} is {staat}")
        ouder = widget.parentWidget()
        while ouder is not None:
            if isinstance(ouder, QtWidgets.QScrollArea):
                ouder.ensureWidgetVisible(widget, 8, 48)
            ouder = ouder.parentWidget()
        top = widget.window()
        midden = widget.mapTo(top, self._punt(widget))
        raak = top.childAt(midden)
        if raak is None or not (raak is widget or widget.isAncestorOf(raak) or raak.isAncestorOf(widget)):
            wat = raak.objectName() or type(raak).__name__ if raak else "niets"
            raise Vastgelopen(f"{widget.objectName()}: op die plek ligt {wat}")

    @staticmethod
    def _punt(widget: QtWidgets.QWidget) -> QtCore.QPoint:
        """Where to click: in the visible part, at the beginning of what is long."""
        zichtbaar = widget.visibleRegion().boundingRect()
        vlak = zichtbaar if not zichtbaar.isEmpty() else widget.rect()
        return QtCore.QPoint(min(vlak.center().x(), vlak.left() + 14), vlak.center().y())

    # ---- doing

    def klik(self, doel: QtWidgets.QWidget) -> None:
        """A click with the left button."""
        self.toon(doel)
        QtTest.QTest.mouseClick(doel, LINKS, pos=self._punt(doel))
        self.rust()

    def ga_naar(self, doel: QtWidgets.QWidget) -> None:
        """Give this the keys, without pressing anything in it."""
        self.toon(doel)
        doel.setFocus()

    def druk(self, tekst: str, binnen: QtWidgets.QWidget | None = None) -> None:
        """Click the button with these words."""
        self.klik(self.knop(tekst, binnen))

    def toets(self, toetsen: str) -> None:
        """A key or a shortcut, to where the focus is."""
        if not self.venster().isActiveWindow():  # a dialog was in front
            self.venster().activateWindow()
            self.wacht(self.venster().isActiveWindow, "het venster is weer actief")
        doel = self.venster().focusWidget() or self.venster()
        QtTest.QTest.keySequence(doel, QtGui.QKeySequence(toetsen))
        self.rust()

    def typ(self, tekst: str) -> None:
        """Type into what has the focus, letter by letter."""
        doel = self.venster().focusWidget()
        if doel is None:
            raise Vastgelopen("er is geen veld om in te typen")
        for soort, stuk in itertools.groupby(tekst, _toetssoort):
            if soort == "enter":
                for _ in stuk:
                    QtTest.QTest.keyClick(doel, TOETS.Key_Return)
            elif soort == "gewoon":
                QtTest.QTest.keyClicks(doel, "".join(stuk))
            else:
                for teken in stuk:
                    self._typ_bijzonder(doel, teken)
        self.qt.processEvents()

    @staticmethod
    def _typ_bijzonder(doel: QtWidgets.QWidget, teken: str) -> None:
        """A letter that has no key of its own, as a dead key or the character map gives it."""
        for soort in (QtCore.QEvent.Type.KeyPress, QtCore.QEvent.Type.KeyRelease):
            los = QtCore.Qt.KeyboardModifier.NoModifier
            QtWidgets.QApplication.sendEvent(doel, QtGui.QKeyEvent(soort, int(TOETS.Key_unknown), los, teken))

    def schrijf(self, veld: QtWidgets.QWidget, tekst: str) -> None:
        """Put this text in a line or text field, in place of what stood there."""
        self.klik(veld)
        QtTest.QTest.keySequence(veld, QtGui.QKeySequence("Ctrl+A"))
        if not tekst:
            QtTest.QTest.keyClick(veld, TOETS.Key_Delete)
        self.typ(tekst)

    def kies(self, keuze: QtWidgets.QComboBox, code: object) -> None:
        """Choose in a list, with the arrow keys."""
        doel = keuze.findData(code)
        if doel < 0:
            codes = [keuze.itemData(n) for n in range(keuze.count())]
            raise Vastgelopen(f"{keuze.objectName()}: geen keuze {code!r} in {codes}")
        self.ga_naar(keuze)
        while keuze.currentIndex() != doel:
            omlaag = keuze.currentIndex() < doel
            was = keuze.currentIndex()
            QtTest.QTest.keyClick(keuze, TOETS.Key_Down if omlaag else TOETS.Key_Up)
            if keuze.currentIndex() == was:
                raise Vastgelopen(f"{keuze.objectName()}: de pijltjes doen niets")
        self.rust()

    def kies_groep(self, groep: KeuzeGroep, code: object) -> None:
        """Click the radio button of this code."""
        knoppen = dict(zip(groep.codes(), groep.knoppen(), strict=True))
        if code not in knoppen:
            raise Vastgelopen(f"{groep.objectName()}: geen keuze {code!r} in {list(knoppen)}")
        self.klik(knoppen[str(code)])
        if groep.waarde() != code:
            raise Vastgelopen(f"{groep.objectName()}: na de klik staat er {groep.waarde()!r}")

    def tab(self, tekst: str) -> None:
        """Click the tab with these words, or the part of a screen that has a list instead of tabs."""
        for balk in self.venster().findChildren(QtWidgets.QTabBar):
            woorden = [balk.tabText(n).replace("&", "") for n in range(balk.count())]
            if balk.isVisible() and tekst in woorden:
                self.toon(balk)
                plek = balk.tabRect(woorden.index(tekst)).center()
                QtTest.QTest.mouseClick(balk, LINKS, pos=plek)
                self.rust()
                return
        self.kies_regel(*self.onderdeel(tekst))

    def onderdeel(self, tekst: str) -> tuple[Checklist, int]:
        """The list of parts in sight that has these words, and which line."""
        for delen in self.venster().findChildren(Onderdelen):
            titels = [regel.titel for regel in delen.lijst.regels()]
            if delen.lijst.isVisible() and tekst in titels:
                return delen.lijst, titels.index(tekst)
        raise Vastgelopen(f"geen tabblad “{tekst}” in beeld")

    def lijst(self, naam: str) -> Lijst:
        """The list in sight with this name, spoken or written."""
        lijsten = [w for w in self.venster().findChildren(Lijst) if w.isVisible()]
        gevonden = [w for w in lijsten if naam in (w.accessibleName(), w.objectName())]
        if len(gevonden) != 1:
            wel = [(w.accessibleName(), w.objectName()) for w in lijsten]
            raise Vastgelopen(f"lijst {naam}: {len(gevonden)} in beeld; wel: {wel}")
        return gevonden[0]

    def kies_rij(self, lijst: Lijst, past: Callable[[Any], bool], *, open_: bool = False) -> None:
        """Click the first row that fits; open it with Enter."""
        n = next((n for n, rij in enumerate(lijst.rijen()) if past(rij)), None)
        if n is None:
            raise Vastgelopen(f"{lijst.objectName()}: geen passende rij")
        self.kies_regel(lijst, n)
        if open_:
            QtTest.QTest.keyClick(lijst, TOETS.Key_Return)
            self.rust()

    def kies_onderdeel(self, lijst: Checklist, sleutel: str) -> None:
        """The part of this key in the list on the left."""
        sleutels = [regel.sleutel for regel in lijst.regels()]
        if sleutel not in sleutels:
            raise Vastgelopen(f"onderdeel {sleutel} staat niet in de lijst: {sleutels}")
        self.kies_regel(lijst, sleutels.index(sleutel))

    def kies_regel(self, lijst: QtWidgets.QAbstractItemView, n: int) -> None:
        """Click the n-th line of a list."""
        regel = lijst.model().index(n, 0)
        if not regel.isValid():
            raise Vastgelopen(f"{lijst.objectName()}: geen regel {n + 1}")
        self.toon(lijst)
        lijst.scrollTo(regel)
        QtTest.QTest.mouseClick(lijst.viewport(), LINKS, pos=lijst.visualRect(regel).center())
        lijst.setFocus()
        self.rust()

    def laat_vallen(self, pad: Path) -> None:
        """Drop a file on the window."""
        soort = QtCore.Qt.DropAction.CopyAction
        gegevens = QtCore.QMimeData()
        gegevens.setUrls([QtCore.QUrl.fromLocalFile(str(pad))])
        midden = self.venster().rect().center()
        geen = QtCore.Qt.KeyboardModifier.NoModifier
        sleep = QtGui.QDragEnterEvent(midden, soort, gegevens, LINKS, geen)
        self.qt.sendEvent(self.venster(), sleep)
        if not sleep.isAccepted():
            raise Vastgelopen("het venster neemt dit bestand niet aan")
        self.qt.sendEvent(
            self.venster(), QtGui.QDropEvent(QtCore.QPointF(midden), soort, gegevens, LINKS, geen)
        )
        self.rust()

    # ---- forms

    def formulier(self, veld: str, binnen: QtWidgets.QWidget | None = None) -> Formulier:
        """The form in sight that has this field."""
        alle = (binnen or self.venster()).findChildren(Formulier)
        gevonden = [f for f in alle if veld in f.velden() and f.veld(veld).isVisible()]
        if len(gevonden) != 1:
            velden = sorted({v for f in alle for v in f.velden() if f.veld(v).isVisible()})
            raise Vastgelopen(f"veld {veld}: {len(gevonden)} keer in beeld; wel: {velden}")
        return gevonden[0]

    def vul(self, velden: Mapping[str, object], binnen: QtWidgets.QWidget | None = None) -> None:
        """Fill in fields by name, in this order; what already stands there is left alone."""
        for naam, waarde in velden.items():
            formulier = self.formulier(naam, binnen)
            if formulier.lees()[naam] != waarde:
                self._vul_veld(formulier.widget(naam), waarde)

    def _vul_veld(self, widget: QtWidgets.QWidget, waarde: object) -> None:
        match widget:
            case KeuzeGroep():
                self.kies_groep(widget, waarde)
            case QtWidgets.QComboBox():
                self.kies(widget, waarde)
            case QtWidgets.QCheckBox():
                self.klik(widget)
            case DatumEdit() if isinstance(waarde, date):
                self.schrijf(widget, datum_kort(waarde))
            case TijdEdit():
                self.schrijf(widget, str(waarde).replace(":", "."))
            case QtWidgets.QSpinBox():
                self.schrijf(widget, str(waarde))
            case _:
                self.schrijf(widget, str(waarde))

    def gebreken(self) -> dict[str, str]:
        """Every fault that is shown now."""
        alle = (formulier.gebreken() for formulier in self.venster().findChildren(Formulier))
        return {veld: zin for deel in alle for veld, zin in deel.items()}

    def moet_goed_zijn(self) -> None:
        """Stop when the program objects to what was typed."""
        if self.gebreken():
            raise Vastgelopen(f"het programma heeft bezwaar: {self.gebreken()}")

    # ---- dialogs

    @contextmanager
    def antwoord(self, knop: str, reden: str = "") -> Iterator[list[str]]:
        """Inside, the next question gets this answer: a reason, and a button. Gives the words asked."""
        vragen: list[str] = []
        klok = QtCore.QTimer()
        klok.timeout.connect(lambda: self._beantwoord(klok, knop, reden, vragen))
        klok.start(10)
        try:
            yield vragen
        finally:
            klok.stop()
        if not vragen:
            raise Vastgelopen(f"er werd niets gevraagd; verwacht: {knop}")

    def _beantwoord(self, klok: QtCore.QTimer, knop: str, reden: str, vragen: list[str]) -> None:
        dialoog = QtWidgets.QApplication.activeModalWidget()
        if dialoog is None or not dialoog.isVisible():
            return
        klok.stop()
        teksten = [label.text() for label in dialoog.findChildren(QtWidgets.QLabel) if label.text()]
        vragen.append(" ".join(teksten))
        if reden:
            groep = dialoog.findChildren(KeuzeGroep)[0]
            knop_ = groep.knoppen()[groep.codes().index(reden)]
            QtTest.QTest.mouseClick(knop_, LINKS, pos=QtCore.QPoint(10, 8))
        for kandidaat in dialoog.findChildren(QtWidgets.QAbstractButton):
            if kandidaat.text().replace("&", "") == knop:
                QtTest.QTest.mouseClick(kandidaat, LINKS)
                return
        dialoog.close()
        vragen.clear()

    @contextmanager
    def bestandskeuze(self, *paden: Path) -> Iterator[None]:
        """Inside, the file dialogs of the system give these paths; they are not ours to draw."""
        rij: Sequence[Path] = list(paden)
        over = iter(rij)
        was = messages.beantwoorder
        messages.beantwoorder = lambda _vraag: next(over)
        try:
            yield
        finally:
            messages.beantwoorder = was

    # ---- remembering

    def foto(self, bestand: Path) -> None:
        """Keep what the window looks like now."""
        self.rust()
        if not self.venster().grab().save(str(bestand)):
            raise Vastgelopen(f"{bestand} kan niet worden bewaard")
