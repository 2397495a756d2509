# SPDX-License-Identifier: EUPL-1.2
"""Pictures of every screen for human eyes: python -m tests.meten.shots MAP [--alleen NAAM].

A laptop of 1366×768, the same laptop at 200 %, and a full-HD screen at 200 %; light and dark; on the practice
kluis. Each scale needs a process of its own, because Qt reads it when it starts; so does each colour, because
giving every widget another one takes longer than the pictures. keuring.py says what does not fit. The pages
of every kind of document come in MAP/papier; with --alleen they are called papier-NAME.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from functools import partial
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.meten import papier
from tests.meten.beeld import OPEN, VASTLEGGEN, Beeld
from tests.meten.beelden import BEELDEN
from tests.meten.keuring import keur

if TYPE_CHECKING:
    from gemeente_pga.app import App
    from gemeente_pga.ui.scherm import Scherm
    from gemeente_pga.ui.window import Window

KLEUREN = {"licht": "Light", "donker": "Dark", "contrast": "Light", "contrast-donker": "Dark"}
# From where somebody comes to a screen that has no place of its own in the rail; else from Dossiers.
_PLAATS = {
    "overleg": "overleggen",
    "datalek": "wie_heeft_wat",
    "verzoek": "termijnen",
    "afschrift": "termijnen",
    "vernietiging": "termijnen",
    "toezicht": "controle",
    "verantwoording": "controle",
}
SCHERMEN = {"1366x768": (1366, 768, 1), "1366x768-200": (1366, 768, 2), "1920x1080-200": (1920, 1080, 2)}


def main() -> int:
    """Take the pictures, one process per kind of screen."""
    lezer = argparse.ArgumentParser(prog="shots")
    lezer.add_argument("map", type=Path)
    lezer.add_argument(
        "--alleen",
        default="*",
        help="alleen het beeld met deze hele naam, of met een patroon: 'dossier-*,bureau'",
    )
    lezer.add_argument("--scherm", choices=SCHERMEN, default="", help="alleen dit soort scherm")
    lezer.add_argument("--kleur", choices=KLEUREN, default="", help="alleen deze kleuren")
    lezer.add_argument("--hier", action="store_true", help=argparse.SUPPRESS)
    keuze = lezer.parse_args()
    if keuze.hier:
        return _maak(keuze.map, keuze.scherm, keuze.kleur, keuze.alleen)
    uitkomst = 0
    schermen, kleuren = (keuze.scherm,) if keuze.scherm else SCHERMEN, KLEUREN
    for naam, kleur in product(schermen, (keuze.kleur,) if keuze.kleur else kleuren):
        breed, hoog, schaal = SCHERMEN[naam]
        omgeving = {
            **os.environ,
            "QT_SCALE_FACTOR": str(schaal),
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        }
        opdracht = [sys.executable, "-m", "tests.meten.shots", str(keuze.map), "--hier", "--scherm", naam]
        print(f"{naam}: {breed}×{hoog} beeldpunten, schaal {schaal * 100} %, {kleur}", flush=True)
        uitkomst |= subprocess.call([*opdracht, "--kleur", kleur, "--alleen", keuze.alleen], env=omgeving)
    if not keuze.scherm:
        print(f"papier: {papier.teken(keuze.map, keuze.alleen)} bladzijden", flush=True)
    return uitkomst


def _maak(map_: Path, scherm: str, kleur: str, alleen: str) -> int:
    from PySide6 import QtCore

    from gemeente_pga.ui import messages, theme
    from tests.meten import standen
    from tests.meten.praktijk import praktijk, stil, venster

    messages.beantwoorder = lambda vraag: vraag.keuzes[0] if vraag.soort == "kies_reden" else None
    breed, hoog, schaal = SCHERMEN[scherm]
    maat = QtCore.QSize(breed // schaal, hoog // schaal)
    klachten: list[str] = []
    QtCore.qInstallMessageHandler(lambda _soort, _plek, tekst: klachten.append(str(tekst)))
    doel = map_ / f"{scherm}-{kleur}"
    doel.mkdir(parents=True, exist_ok=True)
    with praktijk() as app:
        theme.zet_contrast(aan=kleur.startswith("contrast"))
        theme.zet_schema(app.qt, getattr(QtCore.Qt.ColorScheme, KLEUREN[kleur]))
        app.qt.setCursorFlashTime(0)  # a cursor that blinks is never at rest
        app.waken.slotwacht.stop()  # nobody types here: the kluis would lock in the middle
        window = venster(app)
        window.setWindowState(QtCore.Qt.WindowState.WindowNoState)
        window.resize(maat)
        for naam, toon in _beelden(app, window):
            if not any(fnmatchcase(naam, een) for een in alleen.split(",")):
                continue
            try:
                toon()
                stil(app)
            except Exception as fout:  # a screen that fails is what these pictures are to show
                klachten.append(f"{naam}: {type(fout).__name__}: {fout}")
                continue
            if window.size() != maat:
                klachten.append(f"{naam}: het venster past niet, {window.size().toTuple()}")
            klachten += _neem(doel, maat, alleen, naam, window)
    for naam, beelden in standen.STANDEN.items():
        try:
            beelden(lambda beeld, deel: klachten.extend(_neem(doel, maat, alleen, beeld, deel)))
        except Exception as fout:
            klachten.append(f"{naam}: {type(fout).__name__}: {fout}")
    klachten = [klacht for klacht in dict.fromkeys(klachten) if "does not support" not in klacht]
    for klacht in klachten:
        print("  !", klacht)
    return 1 if klachten else 0


def _neem(doel: Path, maat: object, alleen: str, naam: str, deel: object) -> list[str]:
    """A picture of this window or page; what does not fit in it."""
    from PySide6 import QtCore, QtGui, QtWidgets

    from tests.meten.praktijk import rust

    assert isinstance(maat, QtCore.QSize)
    assert isinstance(deel, QtWidgets.QWidget)
    if not any(fnmatchcase(naam, een) for een in alleen.split(",")):
        return []
    if deel.isWindow() and not isinstance(deel, QtWidgets.QDialog):
        deel.setWindowState(QtCore.Qt.WindowState.WindowNoState)
        deel.resize(maat)
    rust(deel)
    beeld = deel.grab()
    menu = QtWidgets.QApplication.activePopupWidget()
    if menu is not None:  # a window of its own
        verf = QtGui.QPainter(beeld)
        verf.drawPixmap(deel.mapFromGlobal(menu.pos()), menu.grab())
        verf.end()
    beeld.save(str(doel / f"{naam}.png"))
    return [f"{naam}: {klacht}" for klacht in keur(deel)]


def _beelden(app: object, window: object) -> Iterator[tuple[str, Callable[[], object]]]:
    from gemeente_pga.app import App
    from gemeente_pga.ui.window import Window
    from tests.meten import lijsten

    assert isinstance(window, Window)
    assert isinstance(app, App)

    for beeld in BEELDEN:
        if beeld.code in window.soorten:
            yield beeld.naam, partial(_toon, app, window, beeld)
    for naam, doe in lijsten.LIJSTEN.items():
        yield naam, partial(doe, window)
    yield "zoeken", window.menubalk.zoek.trigger
    yield "zoeken-woord", lambda: window.zoekpaneel.regel.setText("2026-00")
    yield "na-zoeken", window.zoekpaneel.hide
    yield "wegwijzer", partial(window.toon_wegwijzer, "weging_wettelijk")
    meldingen: tuple[tuple[Any, str], ...] = (
        ("goed", "Signaal vastgelegd. Het staat op Bureau tot de weegploeg het weegt."),
        ("let_op", "De laatste back-up is 40 dagen oud. Maak vandaag een back-up, bij Inrichting."),
        ("fout", "De schijf is vol. Deze handeling is niet vastgelegd. Maak ruimte vrij."),
    )
    for soort, tekst in meldingen:
        yield f"melding-{soort}", partial(window.meld, tekst, soort)
    yield "melding-weg", window.meldbalk.sluit
    yield "bevestiging", lambda: window.bevestig("U gaat dit verslag afdrukken. Dat vraagt uw wachtzin.", int)


def _toon(app: "App", window: "Window", beeld: Beeld) -> None:
    """Open this screen anew and do there what the picture asks for."""
    from gemeente_pga.ui.widgets.paneel import Formulierpaneel
    from tests.meten.praktijk import stil
    from tests.meten.vooraf import leg_vast

    if beeld.vooraf:
        with window.omgeving.store.reader() as r:
            waarbij = r.value(beeld.vooraf_bij or beeld.onderwerp or "SELECT id FROM gemeente")
        if waarbij is not None:
            leg_vast(window.omgeving, beeld.vooraf, waarbij)
    onderwerp = None
    if beeld.onderwerp:
        with window.omgeving.store.reader() as r:
            onderwerp = r.value(beeld.onderwerp)
            if onderwerp is None:
                raise LookupError("the practice kluis has no subject for this picture")
    window.meldbalk.sluit()
    window._weg = [(_PLAATS.get(beeld.code, "dossiers"), None)]  # not from where the picture before it was
    oud = window._schermen.pop(beeld.code, None)
    if oud is not None:  # begin anew: nothing open, nothing scrolled
        for paneel in oud.findChildren(Formulierpaneel):
            paneel.formulier.vergeet_concept()
        oud.bewaar_concepten()
        window._stapel.removeWidget(oud)
        oud.deleteLater()
    window.open(beeld.code, onderwerp, beeld.veld)
    stil(app)
    _doe(app, window, beeld)


def _doe(app: "App", window: "Window", beeld: Beeld) -> None:
    """What is typed, chosen, pressed and scrolled to on the screen that was opened."""
    from PySide6 import QtCore, QtTest, QtWidgets

    from tests.meten.praktijk import rust, stil
    from tests.ui_hulp import typ

    scherm = window.scherm
    assert scherm is not None
    for veld, tekst in beeld.typ:
        namen = (f"{veld}LineEdit", f"{veld}PlainTextEdit")  # in a panel, after the name of the panel
        regels = [d for d in scherm.findChildren(QtWidgets.QWidget) if d.objectName().endswith(namen)]
        assert regels, veld
        typ(regels[0], tekst)
        rust(window)  # the search waits until the typing stops
    for naam, rij in beeld.kies:
        _kies(scherm, naam, rij)
        stil(app)
    for begin in beeld.druk:
        if begin == OPEN:
            QtTest.QTest.keyClick(window.focusWidget(), QtCore.Qt.Key.Key_Return)
        else:
            _druk(scherm, begin)
        stil(app)
    if beeld.zie:
        rust(window)
        _rol_naar(scherm, beeld.zie)
    if beeld.onder:
        _rol_door(scherm)


def _druk(scherm: "Scherm", begin: str) -> None:
    from PySide6 import QtWidgets

    def past(knop: QtWidgets.QAbstractButton) -> bool:
        if begin == VASTLEGGEN:
            return knop.objectName().endswith("_vastleggen")
        return knop.text().replace("&", "").startswith(begin)

    knoppen = [
        knop
        for knop in scherm.findChildren(QtWidgets.QAbstractButton)
        if past(knop) and knop.isVisible() and knop.isEnabled()
    ]
    if not knoppen:
        raise LookupError(f"no button {begin!r}")
    knoppen[-1].setFocus()
    knoppen[-1].click()


def _rol_door(scherm: "Scherm") -> None:
    from PySide6 import QtWidgets

    for rol in scherm.findChildren(QtWidgets.QScrollArea):
        if rol.isVisible():
            rol.verticalScrollBar().setValue(rol.verticalScrollBar().maximum())


def _kies(scherm: "Scherm", naam: str, rij: int) -> None:
    """The row of a list or of a choice whose name, or what it is called aloud, ends or begins so."""
    from PySide6 import QtWidgets

    from gemeente_pga.ui.widgets.keuzegroep import KeuzeGroep

    for soort in (QtWidgets.QAbstractItemView, QtWidgets.QComboBox, KeuzeGroep):
        for deel in scherm.findChildren(soort):
            past = deel.objectName().endswith(naam) or deel.accessibleName().startswith(naam)
            if not past or not deel.isVisible():
                continue
            if isinstance(deel, QtWidgets.QTableView):
                deel.selectRow(rij)
            elif isinstance(deel, QtWidgets.QComboBox):
                deel.setCurrentIndex(rij)
                deel.activated.emit(rij)
            elif isinstance(deel, KeuzeGroep):
                deel.knoppen()[rij].click()
            deel.setFocus()
            return
    raise LookupError(f"no list or choice {naam!r}")


def _rol_naar(scherm: "Scherm", titel: str) -> None:
    """The card with this title at the top of its page."""
    from PySide6 import QtCore, QtWidgets

    from gemeente_pga.ui.widgets.kaart import Kaart

    for kaart in scherm.findChildren(Kaart):
        if not kaart.isVisible() or not kaart.titellabel.text().startswith(titel):
            continue
        for rol in scherm.findChildren(QtWidgets.QScrollArea):
            blad = rol.widget()
            if blad is not None and blad.isAncestorOf(kaart):
                rol.verticalScrollBar().setValue(kaart.mapTo(blad, QtCore.QPoint()).y())
                return
    raise LookupError(f"no card {titel!r}")


if __name__ == "__main__":
    raise SystemExit(main())
