# SPDX-License-Identifier: EUPL-1.2
"""A policy in the real program: what was laid down holds, is told, and cannot be changed in Inrichting."""

from pathlib import Path

import pytest
from PySide6 import QtWidgets

from gemeente_pga.app import App
from gemeente_pga.domain.beleid import VAN_WIE, Beleid, BeleidFout
from gemeente_pga.domain.inrichting import INSTELLING_BACKUPMAP, INSTELLING_VERGRENDELTIJD
from gemeente_pga.handelingen.inrichting import set_instelling
from gemeente_pga.store.queries.inrichting import instelling
from gemeente_pga.ui import messages, vastgelegd
from gemeente_pga.ui.poort.ontgrendelen import Ontgrendelen
from gemeente_pga.ui.poort.poortvraag import Geweigerd
from gemeente_pga.ui.poort.wizard import Wizard
from gemeente_pga.ui.screens.inrichting import InrichtingScherm
from tests.ui.toestel import Toestel, codes


@pytest.fixture(autouse=True)
def _geen_beleid_daarna(monkeypatch):
    monkeypatch.setattr(vastgelegd, "beleid", vastgelegd.beleid)


@pytest.fixture
def beleid(tmp_path: Path) -> Beleid:
    (tmp_path / "stick").mkdir()
    return Beleid(
        hoogstens_minuten=2, backupmap=str(tmp_path / "stick"), afdrukken=False, bestand_opslaan=False
    )


def deel(app: App, naam: str):
    assert app.window is not None
    app.window.open("inrichting", None, naam)
    scherm = app.window.scherm
    assert isinstance(scherm, InrichtingScherm)
    return scherm.delen[naam]


def poort_van(app: App) -> object:
    return app.poort


def teksten(vlak: QtWidgets.QWidget) -> str:
    return "\n".join(label.text() for label in vlak.findChildren(QtWidgets.QLabel))


def waarde(app: App, sleutel: str) -> str:
    assert app.dienst.store is not None
    with app.dienst.store.reader() as r:
        return instelling(r, sleutel)


def test_a_wrong_policy_opens_nothing_says_why_and_can_be_tried_again(toestel: Toestel) -> None:
    fouten = [BeleidFout("beleid.toml, regel 2: onbekende sleutel")]

    def lees() -> Beleid:
        if fouten:
            raise fouten[0]
        return Beleid()

    app = toestel.start(beleid=lees)
    assert isinstance(app.poort, Geweigerd)
    assert "regel 2" in teksten(app.poort)
    assert "ICT-beheerder" in teksten(app.poort)
    toestel.klik(app.poort.ui.verderPushButton)
    assert isinstance(app.poort, Geweigerd)
    fouten.clear()
    knop = app.poort.ui.verderPushButton
    toestel.klik(knop)
    assert type(poort_van(app)) is Wizard


def test_what_is_laid_down_holds_from_the_first_start_on(toestel: Toestel, beleid: Beleid) -> None:
    app = toestel.start(beleid=lambda: beleid)
    toestel.doorloop_wizard(app)
    assert waarde(app, INSTELLING_BACKUPMAP) == beleid.backupmap
    assert app.waken.slotwacht._klok.interval() == 2 * 60_000


def test_inrichting_shows_what_is_laid_down_and_offers_nothing_else(toestel: Toestel, beleid: Beleid) -> None:
    app = toestel.start(beleid=lambda: beleid)
    toestel.doorloop_wizard(app)
    slot = deel(app, "kluis")
    keuzes = [knop.text() for knop in slot.findChildren(QtWidgets.QRadioButton)]
    assert [tekst for tekst in keuzes if "minuten" in tekst] == ["2 minuten"]
    assert slot.slot.lees()["vergrendeltijd"] == "2"
    for zin in (VAN_WIE, *beleid.zinnen()):
        assert zin in teksten(slot)
    backup = deel(app, "backup")
    veld = backup.findChild(QtWidgets.QLineEdit, "backupmapLineEdit")
    assert veld.isReadOnly()
    assert veld.text() == beleid.backupmap
    assert VAN_WIE in teksten(backup)
    zichtbaar = [k.text() for k in backup.findChildren(QtWidgets.QPushButton) if k.isVisibleTo(backup)]
    assert not [tekst for tekst in zichtbaar if tekst.startswith("Map kiezen")]


def test_without_a_policy_nothing_of_it_is_shown(toestel: Toestel) -> None:
    app = toestel.start()
    toestel.doorloop_wizard(app)
    assert VAN_WIE not in teksten(deel(app, "kluis"))
    assert VAN_WIE not in teksten(deel(app, "backup"))


def test_a_policy_that_comes_later_moves_the_backup_and_shortens_the_time_once(
    toestel: Toestel, beleid: Beleid
) -> None:
    app = toestel.start()
    wachtzin = toestel.doorloop_wizard(app)
    assert app.dienst.store is not None
    set_instelling(app.dienst.store, INSTELLING_VERGRENDELTIJD, "15")
    set_instelling(app.dienst.store, INSTELLING_BACKUPMAP, "/mnt/eigen")
    for keer in (1, 2):
        app.vergrendel()
        app = toestel.start(beleid=lambda: beleid)
        assert isinstance(app.poort, Ontgrendelen)
        toestel.ontgrendel(app, wachtzin)
        assert waarde(app, INSTELLING_BACKUPMAP) == beleid.backupmap
        assert app.waken.slotwacht._klok.interval() == 2 * 60_000
        assert codes(app).count("systeem.instelling") == 3, keer
    assert waarde(app, INSTELLING_VERGRENDELTIJD) == "15"  # counts again when the policy goes


def test_saving_and_printing_that_are_off_say_so_and_ask_nothing(qtbot, antwoord, monkeypatch) -> None:
    monkeypatch.setattr(vastgelegd, "beleid", Beleid(afdrukken=False, bestand_opslaan=False))
    ouder = QtWidgets.QWidget()
    qtbot.addWidget(ouder)
    assert messages.bewaar_als(ouder, "Waar?", "stuk.pdf") is None
    assert messages.kies_printer(ouder, 1) is None
    assert [(v.soort, v.titel) for v in antwoord.vragen] == [
        ("vertel", "Opslaan als bestand staat uit"),
        ("vertel", "Afdrukken staat uit"),
    ]
    assert all(VAN_WIE in v.tekst for v in antwoord.vragen)
