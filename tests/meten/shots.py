# SPDX-License-Identifier: EUPL-1.2
"""Pictures of every screen for human eyes: python -m tests.meten.shots MAP [--alleen DEEL].

A laptop of 1366×768, the same laptop at 200 %, and a full-HD screen at 200 %; light and dark; on the practice
kluis. Each scale needs a process of its own, because Qt reads it when it starts.
"""

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.meten.beelden import BEELDEN, Beeld

if TYPE_CHECKING:
    from gemeente_pga.app import App
    from gemeente_pga.ui.scherm import Scherm
    from gemeente_pga.ui.window import Window

SCHERMEN = {"1366x768": (1366, 768, 1), "1366x768-200": (1366, 768, 2), "1920x1080-200": (1920, 1080, 2)}


def main() -> int:
    """Take the pictures, one process per kind of screen."""
    lezer = argparse.ArgumentParser(prog="shots")
    lezer.add_argument("map", type=Path)
    lezer.add_argument(
        "--alleen", default="", help="alleen beelden waarvan de naam dit bevat; mag een patroon zijn"
    )
    lezer.add_argument("--scherm", choices=SCHERMEN, default="", help="alleen dit soort scherm")
    lezer.add_argument("--hier", action="store_true", help=argparse.SUPPRESS)
    keuze = lezer.parse_args()
    if keuze.hier:
        return _maak(keuze.map, keuze.scherm, keuze.alleen)
    uitkomst = 0
    for naam in [keuze.scherm] if keuze.scherm else SCHERMEN:
        breed, hoog, schaal = SCHERMEN[naam]
        omgeving = {
            **os.environ,
            "QT_SCALE_FACTOR": str(schaal),
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        }
        opdracht = [sys.executable, "-m", "tests.meten.shots", str(keuze.map), "--hier", "--scherm", naam]
        print(f"{naam}: {breed}×{hoog} beeldpunten, schaal {schaal * 100} %", flush=True)
        uitkomst |= subprocess.call([*opdracht, "--alleen", keuze.alleen], env=omgeving)
    return uitkomst


def _maak(map_: Path, scherm: str, alleen: str) -> int:
    from PySide6 import QtCore

    from gemeente_pga.ui import messages
    from tests.meten import standen
    from tests.meten.praktijk import praktijk, stil, venster

    messages.beantwoorder = lambda vraag: vraag.keuzes[0] if vraag.soort == "kies_reden" else None
    breed, hoog, schaal = SCHERMEN[scherm]
    maat = QtCore.QSize(breed // schaal, hoog // schaal)
    klachten: list[str] = []
    QtCore.qInstallMessageHandler(lambda _soort, _plek, tekst: klachten.append(str(tekst)))
    with praktijk() as app:
        for kleur in ("licht", "donker"):
            (map_ / f"{scherm}-{kleur}").mkdir(parents=True, exist_ok=True)
        app.qt.setCursorFlashTime(0)  # a cursor that blinks is never at rest
        app.waken.slotwacht.stop()  # nobody types here: the kluis would lock in the middle
        window = venster(app)
        window.setWindowState(QtCore.Qt.WindowState.WindowNoState)
        window.resize(maat)
        for naam, toon in _beelden(app, window):
            if not re.search(alleen, naam):
                continue
            try:
                toon()
                stil(app)
            except Exception as fout:  # a screen that fails is what these pictures are to show
                klachten.append(f"{naam}: {type(fout).__name__}: {fout}")
                continue
            if window.size() != maat:
                klachten.append(f"{naam}: het venster past niet, {window.size().toTuple()}")
            _neem(map_, scherm, maat, alleen, naam, window)
    for naam, beelden in standen.STANDEN.items():
        try:
            beelden(partial(_neem, map_, scherm, maat, alleen))
        except Exception as fout:
            klachten.append(f"{naam}: {type(fout).__name__}: {fout}")
    klachten = [klacht for klacht in dict.fromkeys(klachten) if "does not support" not in klacht]
    for klacht in klachten:
        print("  !", klacht)
    return 1 if klachten else 0


def _neem(map_: Path, scherm: str, maat: object, alleen: str, naam: str, deel: object) -> None:
    """A picture of this window or page, light and dark."""
    from PySide6 import QtCore, QtWidgets

    from gemeente_pga.ui import theme
    from tests.meten.praktijk import rust

    assert isinstance(maat, QtCore.QSize)
    assert isinstance(deel, QtWidgets.QWidget)
    qt = QtWidgets.QApplication.instance()
    assert isinstance(qt, QtWidgets.QApplication)
    if not re.search(alleen, naam):
        return
    for schema, kleur in ((QtCore.Qt.ColorScheme.Light, "licht"), (QtCore.Qt.ColorScheme.Dark, "donker")):
        theme.zet_schema(qt, schema)
        if deel.isWindow() and not isinstance(deel, QtWidgets.QDialog):
            deel.setWindowState(QtCore.Qt.WindowState.WindowNoState)
            deel.resize(maat)
        rust(deel)
        deel.grab().save(str(map_ / f"{scherm}-{kleur}" / f"{naam}.png"))


def _beelden(app: object, window: object) -> Iterator[tuple[str, Callable[[], object]]]:
    from gemeente_pga.app import App
    from gemeente_pga.ui.window import Window

    assert isinstance(window, Window)
    assert isinstance(app, App)

    for beeld in BEELDEN:
        if beeld.code in window.soorten:
            yield beeld.naam, partial(_toon, app, window, beeld)
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
    yield "bevestiging", lambda: window.bevestig("U gaat dit verslag afdrukken. Dat vraagt uw wachtzin.", int)


def _toon(app: "App", window: "Window", beeld: Beeld) -> None:
    """Open this screen anew and do there what the picture asks for."""
    from PySide6 import QtWidgets

    from tests.meten.praktijk import rust, stil
    from tests.ui_hulp import typ

    if beeld.vooraf:
        _leg_vast(window, beeld)
    onderwerp = None
    if beeld.onderwerp:
        with window.omgeving.store.reader() as r:
            onderwerp = r.value(beeld.onderwerp)
            if onderwerp is None:
                raise LookupError("the practice kluis has no subject for this picture")
    window.meldbalk.sluit()
    oud = window._schermen.pop(beeld.code, None)
    if oud is not None:  # begin anew: nothing open, nothing scrolled
        oud.bewaar_concepten()
        window._stapel.removeWidget(oud)
        oud.deleteLater()
    window.open(beeld.code, onderwerp, beeld.veld)
    stil(app)
    scherm = window.scherm
    assert scherm is not None
    for veld, tekst in beeld.typ:
        regel = scherm.findChild(QtWidgets.QLineEdit, f"{veld}LineEdit")
        assert isinstance(regel, QtWidgets.QLineEdit), veld
        typ(regel, tekst)
        rust(window)  # the search waits until the typing stops
    for begin in beeld.druk:
        _druk(scherm, begin)
        stil(app)
    if beeld.onder:
        _rol_door(scherm)


def _druk(scherm: "Scherm", begin: str) -> None:
    from PySide6 import QtWidgets

    knoppen = [
        knop
        for knop in scherm.findChildren(QtWidgets.QAbstractButton)
        if knop.text().replace("&", "").startswith(begin) and knop.isVisible() and knop.isEnabled()
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


def _leg_vast(window: "Window", beeld: Beeld) -> None:
    """What this picture needs and the practice kluis does not have."""
    with window.omgeving.store.reader() as r:
        rij_id = r.value(beeld.vooraf_bij or beeld.onderwerp)
    if rij_id is not None:
        _VOORAF[beeld.vooraf](window, rij_id)


def _lek(window: "Window", dossier_id: int) -> None:
    """A name that may not be known stands in the words of a signal."""
    from gemeente_pga.domain.handeling import Handeling

    with window.omgeving.store.write(Handeling.SIGNAAL_CORRIGEREN, dossier_id=dossier_id) as w:
        signaal_id = w.value("SELECT id FROM signaal WHERE dossier_id = ?", dossier_id)
        tekst = "Marloes van der Wâl zag dat hij zijn paspoort verbrandde."
        w.update("signaal", signaal_id, {"melder_naam": "Marloes van der Wâl", "zelf_waargenomen": tekst})


def _ter_reactie(window: "Window", overleg_id: int) -> None:
    """Minutes sent round, to which one participant has answered."""
    from gemeente_pga.domain.overleg import Reactie
    from gemeente_pga.handelingen.overleg import put_ter_reactie, record_reactie
    from tests.overleg_hulp import maak_compleet

    store, vandaag = window.omgeving.store, window.omgeving.vandaag()
    maak_compleet(store, overleg_id)
    put_ter_reactie(store, overleg_id, op=vandaag, reageren_voor=vandaag + timedelta(days=7))
    with store.reader() as r:
        eerste = r.value("SELECT id FROM overleg_deelnemer WHERE overleg_id = ? LIMIT 1", overleg_id)
    record_reactie(store, overleg_id, eerste, Reactie("akkoord", "", vandaag, "e-mail"))


def _gecontroleerd(window: "Window", signaal_id: int) -> None:
    """A signal that passed the formal check."""
    from gemeente_pga.domain.signaalstap import FormeleControle
    from gemeente_pga.handelingen.signaal import check_signaal

    check_signaal(
        window.omgeving.store, signaal_id, FormeleControle("ja", "ja", "ja", ""), window.omgeving.nu()
    )


_VOORAF: dict[str, Callable[["Window", int], None]] = {
    "lek": _lek,
    "ter_reactie": _ter_reactie,
    "gecontroleerd": _gecontroleerd,
}


if __name__ == "__main__":
    raise SystemExit(main())
