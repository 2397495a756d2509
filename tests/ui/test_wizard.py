# SPDX-License-Identifier: EUPL-1.2
"""The first start: a new kluis, or a back-up put back, with mouse and keys."""

from dataclasses import fields
from pathlib import Path

from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.inrichting import Gebruiker, Gemeente
from gemeente_pga.domain.kluisdienst import KluisStaat
from gemeente_pga.domain.sleutels import Herstelblad
from gemeente_pga.kaderbestand import read_kader
from gemeente_pga.store.queries import inrichting, journaal
from gemeente_pga.store.queries.backup import backupstand
from gemeente_pga.ui.poort.ontgrendelen import Ontgrendelen
from gemeente_pga.ui.poort.wizard import Wizard
from tests.ui.toestel import Toestel, codes
from tests.ui_hulp import Antwoorden


def test_first_start_makes_a_lawful_kluis_one_act_each(toestel: Toestel) -> None:
    app = toestel.start()
    toestel.doorloop_wizard(app)

    assert codes(app) == [
        "kluis.aanmaken",
        "systeem.inrichten",
        "gemeente.vastleggen",
        "kader.activeren",
        *["partij.vastleggen"] * 6,
        "kluis.sleutels_vastleggen",
    ]
    assert app.dienst.store is not None
    with app.dienst.store.reader() as r:
        assert {p.partij.soort for p in inrichting.kernpartijen(r)} == {"gemeente", "om", "politie"}
        assert inrichting.partijen(r)[0].partij.naam == "Gemeente Waterhoven"
        assert r.value("SELECT sha256 FROM kader WHERE actief = 1") == read_kader().sha256
        wie = {regel.wie for regel in journaal.journaal(r, journaal.Filter())}
    assert wie == {"", "Mirjam Hoekstra"}
    assert app.dienst.staat() is KluisStaat.COMPLEET


def test_wizard_says_what_is_wrong_and_loses_nothing_on_going_back(toestel: Toestel) -> None:
    app = toestel.start()
    wizard = app.poort
    assert isinstance(wizard, Wizard)
    toestel.klik(wizard.begin.ui.inrichtenPushButton)
    toestel.klik(wizard.ui.volgendePushButton)
    assert wizard.gemeente.formulier.gebreken() == {"naam": "Vul in: Naam van de gemeente."}
    assert wizard.focusWidget() is wizard.gemeente.ui.naamLineEdit
    toestel.qtbot.keyClicks(wizard.gemeente.ui.naamLineEdit, "Waterhoven")
    assert wizard.gemeente.formulier.gebreken() == {}
    toestel.klik(wizard.ui.volgendePushButton)
    toestel.qtbot.keyClicks(wizard.gebruiker.ui.naamLineEdit, "Mirj")
    toestel.klik(wizard.ui.terugPushButton)
    assert wizard.gemeente.ui.naamLineEdit.text() == "Waterhoven"
    toestel.klik(wizard.ui.volgendePushButton)
    assert wizard.gebruiker.ui.naamLineEdit.text() == "Mirj"


def test_wizard_refuses_a_weak_wachtzin_and_a_wrong_group(toestel: Toestel) -> None:
    app = toestel.start()
    wizard = app.poort
    assert isinstance(wizard, Wizard)
    wizard._toon(wizard.wachtzin)
    ui = wizard.wachtzin.keuze.ui
    ui.wachtzinLineEdit.setText("welkom01")
    toestel.klik(wizard.ui.volgendePushButton)
    assert "15 tekens" in wizard.wachtzin.keuze.formulier.gebreken()["wachtzin"]
    toestel.klik(ui.anderePushButton)
    toestel.qtbot.keyClicks(ui.herhaalLineEdit, "iets anders")
    toestel.klik(wizard.ui.volgendePushButton)
    assert "niet dezelfde" in wizard.wachtzin.keuze.formulier.gebreken()["herhaal"]
    code = "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF-GGGGG-HHHHH"
    wizard.herstelcode.zet_blad(Herstelblad(code, "", ""))
    wizard._toon(wizard.herstelcode)
    toestel.klik(wizard.ui.volgendePushButton)
    assert not wizard.herstelcode.ui.codeKaart.isVisible()
    toestel.qtbot.keyClicks(wizard.herstelcode.ui.eersteLineEdit, "ZZZZZ")
    toestel.klik(wizard.ui.volgendePushButton)
    assert set(wizard.herstelcode.formulier.gebreken()) == {"eerste", "tweede"}


def test_backup_is_put_back_on_another_computer(
    toestel: Toestel, qtbot: QtBot, qapp: QtWidgets.QApplication, tmp_path: Path, antwoord: Antwoorden
) -> None:
    app = toestel.start()
    wachtzin = toestel.doorloop_wizard(app)
    stick = tmp_path / "stick"
    stick.mkdir()
    kopie = app.dienst.maak_backup(stick)
    assert app.dienst.laatste_backup() is not None

    nieuw = Toestel(qapp, qtbot, tmp_path / "nieuwe computer")
    try:
        ander = nieuw.start()
        wizard = ander.poort
        assert isinstance(wizard, Wizard)
        antwoord(kopie)
        nieuw.klik(wizard.begin.ui.terugzettenPushButton)
        qtbot.waitUntil(wizard.terugzetten.isVisible)
        assert "bevat" in wizard.terugzetten.plan.text()
        nieuw.klik(wizard.terugzetten.doe_knop)
        qtbot.waitUntil(lambda: isinstance(ander.poort, Ontgrendelen))
        slot = ander.poort
        assert isinstance(slot, Ontgrendelen)
        assert slot.ui.backupLabel.text().startswith("Laatste back-up: ")
        assert not slot.ui.uitlegLabel.isVisible()  # nobody was here before
        nieuw.ontgrendel(ander, wachtzin)
        eerder = codes(app)
        assert codes(ander) == [*eerder, "kluis.terugzetten", "kluis.openen"]
        assert ander.dienst.store is not None
        with ander.dienst.store.reader() as r:
            assert backupstand(r).laatste is not None
    finally:
        nieuw.sluit()


def test_folder_that_is_no_backup_is_refused_in_words(
    toestel: Toestel, tmp_path: Path, antwoord: Antwoorden
) -> None:
    wizard = toestel.start().poort
    assert isinstance(wizard, Wizard)
    antwoord(tmp_path)
    toestel.klik(wizard.begin.ui.terugzettenPushButton)
    toestel.qtbot.waitUntil(lambda: "back-up" in wizard.ui.bezigLabel.text() and not wizard._bezig)
    assert wizard.ui.bezigLabel.isVisible()


def test_fields_of_the_forms_are_the_fields_of_their_dataclass(toestel: Toestel) -> None:
    wizard = toestel.start().poort
    assert isinstance(wizard, Wizard)
    assert wizard.gebruiker.formulier.velden() == {veld.name for veld in fields(Gebruiker)}
    assert wizard.gemeente.formulier.velden() == {veld.name for veld in fields(Gemeente)}
