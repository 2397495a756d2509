# SPDX-License-Identifier: EUPL-1.2
"""A stranger with the herstelblad and the back-up stick gets in, through the window, on an empty computer."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets

from gemeente_pga.app import App
from gemeente_pga.documents import render_herstelblad
from gemeente_pga.domain.stukken.herstelblad import herstelblad_kop
from gemeente_pga.handelingen.inrichting import set_instelling
from gemeente_pga.ui.poort.ontgrendelen import Ontgrendelen
from gemeente_pga.ui.poort.wizard import Wizard
from tests.documents.lezen import page_texts
from tests.ui_hulp import NU, VANDAAG, WACHTZIN, Antwoorden, lichte_dienst, richt_in, typ

MINUTEN_3 = 180.0
NIEUW = "rietstengel dakpan viool sneeuwpop kaneel ladder"


class Vreemde:
    """Somebody who knows nothing but what is on the paper in his hand."""

    def __init__(self, qtbot, qapp: QtWidgets.QApplication, blad: bytes) -> None:
        self.qtbot, self.qapp = qtbot, qapp
        eerste, tweede = page_texts(blad)
        groep = r"[0-9A-HJKMNP-TV-Z]{5}"
        self.code = "-".join(re.findall(rf"\b{groep}\b", eerste)[-8:])
        self.gegevens = " ".join(re.findall(rf"\b{groep}\b", tweede))
        assert len(self.code.split("-")) == 8
        assert len(self.gegevens.split()) == 56

    def klik(self, knop: QtWidgets.QAbstractButton) -> None:
        knop.setFocus()
        self.qtbot.keyClick(knop, QtCore.Qt.Key.Key_Space)

    def vul_in(self, poort: Ontgrendelen, *, gegevens: bool) -> None:
        typ(poort.ui.herstelcodeLineEdit, self.code.lower())
        if gegevens:
            typ(poort.ui.gegevensPlainTextEdit, self.gegevens)
        assert poort.keuze is not None
        poort.keuze.ui.wachtzinLineEdit.clear()
        typ(poort.keuze.ui.wachtzinLineEdit, NIEUW)
        typ(poort.keuze.ui.herhaalLineEdit, NIEUW)
        self.klik(poort.ui.openPushButton)


@pytest.fixture
def blad_en_stick(tmp_path: Path, echt_kader) -> tuple[bytes, Path, Path]:
    """The sheet from the safe, a stick with a back-up, and the folder of the laptop that made it."""
    dienst = lichte_dienst(tmp_path / "laptop")
    dienst.kies(dienst.soort)
    code = dienst.maak(WACHTZIN)
    dienst.betreed()
    assert dienst.store is not None
    richt_in(dienst.store, echt_kader)
    set_instelling(dienst.store, "proef", "dit moet terugkomen")
    stick = tmp_path / "stick"
    stick.mkdir()
    kopie = dienst.maak_backup(stick)
    blad = render_herstelblad(
        dienst.sleutels.herstelblad(code), herstelblad_kop("Waterhoven", VANDAAG, oefening=False)
    )
    dienst.laat_los()
    return blad, kopie, tmp_path / "laptop"


@pytest.fixture
def start(qapp: QtWidgets.QApplication, huisstijl: None) -> Iterator[Callable[[Path], App]]:
    apps: list[App] = []

    def begin(map_: Path) -> App:
        app = App(qapp, lichte_dienst(map_), vervang=lambda _argumenten: None, klok=lambda: NU)
        apps.append(app)
        app.start()
        return app

    yield begin
    for app in apps:
        app.sluit()
        for venster in (app.window, app.poort):
            if venster is not None:
                venster.hide()
                venster.deleteLater()


def waarde(app: App) -> str:
    assert app.dienst.store is not None
    with app.dienst.store.reader() as r:
        return str(r.value("SELECT waarde FROM instelling WHERE sleutel = 'proef'"))


def codes(app: App) -> list[str]:
    assert app.dienst.store is not None
    with app.dienst.store.reader() as r:
        return [rij["code"] for rij in r.rows("SELECT code FROM handeling ORDER BY n")]


@pytest.mark.eis("c23", "i2")
def test_stranger_restores_on_an_empty_computer(
    qtbot, qapp, blad_en_stick, start, tmp_path: Path, antwoord: Antwoorden
) -> None:
    blad, kopie, _ = blad_en_stick
    begin = time.monotonic()
    vreemde = Vreemde(qtbot, qapp, blad)
    app = start(tmp_path / "andere computer")
    wizard = app.poort
    assert isinstance(wizard, Wizard)
    antwoord(kopie)
    vreemde.klik(wizard.begin.ui.terugzettenPushButton)
    qtbot.waitUntil(wizard.terugzetten.isVisible)
    vreemde.klik(wizard.terugzetten.doe_knop)
    qtbot.waitUntil(lambda: isinstance(app.poort, Ontgrendelen), timeout=60_000)
    poort = app.poort
    vreemde.klik(poort.ui.kwijtPushButton)
    vreemde.vul_in(poort, gegevens=False)
    qtbot.waitUntil(lambda: app.window is not None, timeout=60_000)
    assert waarde(app) == "dit moet terugkomen"
    assert {"kluis.openen", "kluis.sleutels_vastleggen"} <= set(codes(app))
    with app.dienst.store.reader() as r:
        assert r.value("SELECT slot FROM handeling WHERE code = 'kluis.openen'") == "herstelcode"
    assert time.monotonic() - begin < MINUTEN_3


def test_stranger_makes_lost_key_files_again_from_paper(
    qtbot, qapp, blad_en_stick, start, antwoord: Antwoorden
) -> None:
    blad, _, laptop = blad_en_stick
    for letter in "ab":
        (laptop / "kluis" / f"kluis.sleutel-{letter}").unlink()
    begin = time.monotonic()
    vreemde = Vreemde(qtbot, qapp, blad)
    app = start(laptop)
    poort = app.poort
    assert isinstance(poort, Ontgrendelen)
    assert "sleutelbestanden ontbreken" in poort.ui.berichtLabel.text()
    vreemde.vul_in(poort, gegevens=True)
    qtbot.waitUntil(lambda: app.window is not None, timeout=60_000)
    assert waarde(app) == "dit moet terugkomen"
    assert "kluis.sleutelbestand_hersteld" in codes(app)
    assert time.monotonic() - begin < MINUTEN_3


def test_damaged_key_files_offer_the_paper(qtbot, qapp, blad_en_stick, start, antwoord: Antwoorden) -> None:
    blad, _, laptop = blad_en_stick
    for letter in "ab":
        (laptop / "kluis" / f"kluis.sleutel-{letter}").write_bytes(b"{}\n")
    vreemde = Vreemde(qtbot, qapp, blad)
    app = start(laptop)
    poort = app.poort
    assert isinstance(poort, Ontgrendelen)
    assert not poort.ui.papierPushButton.isVisible()
    typ(poort.ui.wachtzinLineEdit, WACHTZIN)
    vreemde.klik(poort.ui.openPushButton)
    qtbot.waitUntil(poort.ui.papierPushButton.isVisible, timeout=20_000)
    vreemde.klik(poort.ui.papierPushButton)
    typ(poort.ui.herstelcodeLineEdit, vreemde.code)
    typ(poort.ui.gegevensPlainTextEdit, vreemde.gegevens.replace(vreemde.gegevens[:5], "AAAAA", 1))
    vreemde.klik(poort.ui.openPushButton)
    assert "Groep 1 van de sleutelgegevens" in poort.formulier.gebreken()["gegevens"]
    poort.ui.gegevensPlainTextEdit.clear()
    poort.ui.herstelcodeLineEdit.clear()
    vreemde.vul_in(poort, gegevens=True)
    qtbot.waitUntil(lambda: app.window is not None, timeout=60_000)
    assert waarde(app) == "dit moet terugkomen"


def test_key_files_come_back_from_the_stick(qtbot, qapp, blad_en_stick, start, antwoord: Antwoorden) -> None:
    blad, kopie, laptop = blad_en_stick
    for letter in "ab":
        (laptop / "kluis" / f"kluis.sleutel-{letter}").unlink()
    vreemde = Vreemde(qtbot, qapp, blad)
    app = start(laptop)
    poort = app.poort
    assert isinstance(poort, Ontgrendelen)
    antwoord(kopie)
    vreemde.klik(poort.ui.uitBackupPushButton)
    qtbot.waitUntil(poort.ui.wachtzinDeel.isVisible, timeout=20_000)
    typ(poort.ui.wachtzinLineEdit, WACHTZIN)
    vreemde.klik(poort.ui.openPushButton)
    qtbot.waitUntil(lambda: app.window is not None, timeout=60_000)
    assert waarde(app) == "dit moet terugkomen"
    assert "kluis.sleutelbestand_hersteld" in codes(app)


def test_key_files_of_another_kluis_are_not_taken(
    qtbot, qapp, blad_en_stick, start, antwoord: Antwoorden, tmp_path: Path
) -> None:
    blad, _, laptop = blad_en_stick
    ander = lichte_dienst(tmp_path / "ander")
    ander.kies(ander.soort)
    ander.maak(WACHTZIN)
    ander.betreed()
    vreemd = ander.maak_backup(tmp_path)
    ander.laat_los()
    for letter in "ab":
        (laptop / "kluis" / f"kluis.sleutel-{letter}").unlink()
    app = start(laptop)
    poort = app.poort
    assert isinstance(poort, Ontgrendelen)
    antwoord(vreemd)
    Vreemde(qtbot, qapp, blad).klik(poort.ui.uitBackupPushButton)
    qtbot.waitUntil(lambda: "hoort niet bij deze kluis" in poort.ui.meldingLabel.text(), timeout=20_000)
    assert not list((laptop / "kluis").glob("kluis.sleutel-*"))
