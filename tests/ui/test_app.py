# SPDX-License-Identifier: EUPL-1.2
"""Unlocking, the window, locking and back, mistakes and bugs: the real app on a real kluis."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6 import QtCore

from gemeente_pga import paths
from gemeente_pga.app import App
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.inrichting import INSTELLING_VERGRENDELTIJD
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.handelingen.inrichting import set_instelling
from gemeente_pga.kluis.wacht import Wacht
from gemeente_pga.ui.poort.ontgrendelen import Ontgrendelen
from gemeente_pga.ui.poort.poortvraag import Geweigerd
from gemeente_pga.ui.poort.wizard import Wizard
from gemeente_pga.ui.screens.telefoonnotitie import TelefoonnotitieScherm
from tests.ui.toestel import Toestel, codes

TOETS = QtCore.Qt.Key


def test_lock_replaces_the_process_and_brings_back_the_half_typed_word(toestel: Toestel) -> None:
    app = toestel.start()
    wachtzin = toestel.doorloop_wizard(app)
    assert app.window is not None
    app.window.open("telefoonnotitie")
    assert isinstance(app.window.scherm, TelefoonnotitieScherm)
    veld = app.window.scherm.ui.tekstPlainTextEdit
    veld.setFocus()
    toestel.qtbot.keyClicks(veld, "De wijkagent belt over een jong")
    toestel.qtbot.keyClick(veld, TOETS.Key_Left)
    toestel.klik(app.window.kopbalk.vergrendel)

    assert toestel.vervangen == [[]]
    assert app.dienst.store is None

    nieuw = toestel.start()
    assert isinstance(nieuw.poort, Ontgrendelen)
    toestel.ontgrendel(nieuw, wachtzin)
    assert nieuw.window is not None
    assert isinstance(nieuw.window.scherm, TelefoonnotitieScherm)
    terug = nieuw.window.scherm.ui.tekstPlainTextEdit
    assert terug.toPlainText() == "De wijkagent belt over een jong"
    assert terug.textCursor().position() == len("De wijkagent belt over een jon")
    assert nieuw.window.focusWidget() is terug
    assert codes(nieuw)[-1] == "kluis.openen"


def test_where_somebody_was_is_offered_after_the_lock(toestel: Toestel) -> None:
    app = toestel.start()
    wachtzin = toestel.doorloop_wizard(app)
    assert app.window is not None
    app.window.open("overleggen")
    app.window.open("controle")
    toestel.klik(app.window.kopbalk.vergrendel)
    nieuw = toestel.start()
    toestel.ontgrendel(nieuw, wachtzin)
    assert nieuw.window is not None
    assert nieuw.window.scherm is not None
    assert nieuw.window.scherm.code == "controle"
    nieuw.window.zoekpaneel.toon()
    laatst = [t.kop for t in nieuw.window.zoekpaneel.treffers() if t.tekst == "laatst bekeken"]
    assert laatst[:2] == ["Overleggen", "Bureau"]


def test_wrong_wachtzin_is_said_and_mistakes_cost_time(toestel: Toestel) -> None:
    app = toestel.start()
    toestel.doorloop_wizard(app)
    app.vergrendel()
    poort = toestel.start().poort
    assert isinstance(poort, Ontgrendelen)
    for _ in range(3):
        toestel.qtbot.waitUntil(poort.ui.openPushButton.isEnabled)
        poort.ui.wachtzinLineEdit.setText("dit is hem niet hoor")
        with toestel.qtbot.waitSignal(poort.mislukt):
            toestel.klik(poort.ui.openPushButton)
        assert "wachtzin klopt niet" in poort.ui.meldingLabel.text()
    assert not poort.ui.openPushButton.isEnabled()
    assert poort.ui.openPushButton.text() == "Wacht nog 3 seconden"


def test_recovery_code_opens_and_asks_for_a_new_wachtzin(toestel: Toestel) -> None:
    app = toestel.start()
    toestel.doorloop_wizard(app)
    app.vergrendel()
    app = toestel.start()
    poort = app.poort
    assert isinstance(poort, Ontgrendelen)
    toestel.klik(poort.ui.kwijtPushButton)
    poort.ui.herstelcodeLineEdit.setText(toestel.herstelcode[:-1])
    toestel.klik(poort.ui.openPushButton)
    assert poort.formulier.gebreken()["herstelcode"]
    poort.ui.herstelcodeLineEdit.setText(toestel.herstelcode.lower())
    assert poort.keuze is not None
    nieuw = poort.keuze.ui.wachtzinLineEdit.text()
    herhaal = poort.keuze.ui.herhaalLineEdit
    toestel.qtbot.keyClicks(herhaal, nieuw)
    herhaal.setFocus()
    toestel.qtbot.keyClick(herhaal, TOETS.Key_Tab)
    assert poort.focusWidget() is poort.ui.openPushButton
    toestel.qtbot.keyClick(herhaal, TOETS.Key_Return)
    toestel.qtbot.waitUntil(lambda: app.window is not None)
    assert codes(app)[-2:] == ["kluis.openen", "kluis.wachtzin_wijzigen"]
    app.vergrendel()
    toestel.ontgrendel(toestel.start(), nieuw)


def test_caps_lock_is_noticed(toestel: Toestel) -> None:
    app = toestel.start()
    toestel.doorloop_wizard(app)
    app.vergrendel()
    poort = toestel.start().poort
    assert isinstance(poort, Ontgrendelen)
    toestel.qtbot.keyClick(poort.ui.wachtzinLineEdit, "A", QtCore.Qt.KeyboardModifier.NoModifier)
    toestel.qtbot.keyClicks(poort.ui.wachtzinLineEdit, "b")
    assert not poort.ui.capsLabel.isVisible()


@pytest.mark.eis("c13")
def test_idle_time_locks(toestel: Toestel) -> None:
    app = toestel.start()
    toestel.doorloop_wizard(app)
    app.waken.slotwacht.begin(0.001)
    toestel.qtbot.waitUntil(lambda: toestel.vervangen == [[]])
    assert app.dienst.store is None


def test_another_idle_time_counts_at_once(toestel: Toestel) -> None:
    app = toestel.start()
    toestel.doorloop_wizard(app)
    assert app.dienst.store is not None
    assert app.waken.slotwacht._klok.interval() == 5 * 60_000
    set_instelling(app.dienst.store, INSTELLING_VERGRENDELTIJD, "2")
    assert app.waken.slotwacht._klok.interval() == 2 * 60_000


def test_a_fault_of_the_surroundings_is_told_in_the_message_bar(toestel: Toestel) -> None:
    app = toestel.start()
    toestel.doorloop_wizard(app)
    app.stort_in(Storing("De schijf is vol.", "Maak ruimte."))
    assert app.window is not None
    assert app.window.meldbalk.tekst.text() == "De schijf is vol. Maak ruimte."
    assert not toestel.vervangen


def _breek(naam: str) -> None:
    try:
        dict[str, str]()[naam]
    except KeyError as fout:
        raise ValueError(f"cannot draw {naam}") from fout


def test_a_bug_locks_and_its_report_holds_no_name(toestel: Toestel) -> None:
    app = toestel.start()
    toestel.doorloop_wizard(app)
    with pytest.raises(ValueError, match="Yusuf") as gevangen:
        _breek("Yusuf Verzonnen")
    app.stort_in(gevangen.value)

    (argumenten,) = toestel.vervangen
    assert argumenten[0] == "--verslag"
    verslag = (paths.log_folder() / argumenten[1]).read_text("utf-8")
    assert "Yusuf" not in verslag
    assert "Verzonnen" not in verslag
    assert "builtins.ValueError" in verslag
    assert "builtins.KeyError" in verslag
    assert "test_app.py:" in verslag
    assert app.dienst.store is None

    poort = toestel.start(verslag=argumenten[1]).poort
    assert isinstance(poort, Ontgrendelen)
    assert argumenten[1] in poort.ui.berichtLabel.text()


def _verwijder_sleutels(map_: Path) -> None:
    for pad in map_.glob("kluis.sleutel-*"):
        pad.unlink()


def _leeg_database(map_: Path) -> None:
    (map_ / "kluis.db").write_bytes(b"")


def _verwijder_database(map_: Path) -> None:
    (map_ / "kluis.db").unlink()


@pytest.mark.parametrize(
    ("maak_kapot", "woord"),
    [(_verwijder_sleutels, "sleutelbestanden ontbreken"), (_leeg_database, "leeg")],
)
def test_a_broken_kluis_is_an_alarm_and_never_a_new_one(
    toestel: Toestel, maak_kapot: Callable[[Path], None], woord: str
) -> None:
    app = toestel.start()
    toestel.doorloop_wizard(app)
    app.vergrendel()
    maak_kapot(toestel.map / "kluis")
    poort = toestel.start().poort
    assert isinstance(poort, Ontgrendelen)
    assert woord in poort.ui.meldingLabel.text() + poort.ui.berichtLabel.text()


@pytest.mark.parametrize("maak_kapot", [_leeg_database, _verwijder_database])
def test_where_no_kluis_is_left_no_key_is_asked_for(
    toestel: Toestel, maak_kapot: Callable[[Path], None]
) -> None:
    app = toestel.start()
    toestel.doorloop_wizard(app)
    app.vergrendel()
    maak_kapot(toestel.map / "kluis")
    poort = toestel.start().poort
    assert isinstance(poort, Ontgrendelen)
    knop = poort._backup_knop
    assert knop is not None
    assert (knop.property("rol"), knop.isDefault()) == ("primair", True)
    assert poort.focusWidget() is knop
    for deel in (poort.ui.wachtzinDeel, poort.ui.openPushButton, poort.ui.kwijtPushButton):
        assert not deel.isVisible()
    assert "Doe dat vandaag nog" not in poort.ui.backupLabel.text()
    assert "op slot" not in poort.ui.uitlegLabel.text() or not poort.ui.uitlegLabel.isVisible()


def test_second_program_on_the_same_kluis_is_refused(
    toestel: Toestel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gemeente_pga.dienst._GEDULD", 0.05)
    eerste = toestel.start()
    wachtzin = toestel.doorloop_wizard(eerste)
    tweede = toestel.start()
    assert isinstance(tweede.poort, Geweigerd)  # nothing to type a wachtzin in
    assert "al open" in tweede.poort.ui.meldingLabel.text()
    toestel.klik(tweede.poort.ui.verderPushButton)
    assert isinstance(tweede.poort, Geweigerd)
    eerste.sluit()
    toestel.klik(tweede.poort.ui.verderPushButton)
    toestel.ontgrendel(tweede, wachtzin)
    assert tweede.window is not None


def test_practice_that_is_open_elsewhere_leads_back_to_the_real_kluis(
    toestel: Toestel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gemeente_pga.dienst._GEDULD", 0.05)
    app = toestel.start()
    with Wacht.neem(app.dienst.map(KluisSoort.OEFENKLUIS)):
        app.start(KluisSoort.OEFENKLUIS)
        poort = app.poort
        assert isinstance(poort, Geweigerd)
        toestel.klik(poort.ui.backupPushButton)
    assert isinstance(app.poort, Wizard)
    assert app.dienst.soort is KluisSoort.KLUIS


def test_practice_kluis_opens_beside_the_real_one(toestel: Toestel) -> None:
    app = toestel.start()
    toestel.doorloop_wizard(app)
    app.vergrendel()
    app = toestel.start()
    poort = app.poort
    assert isinstance(poort, Ontgrendelen)
    toestel.klik(poort.ui.anderePushButton)
    toestel.qtbot.waitUntil(lambda: app.window is not None, timeout=60_000)
    assert app.window is not None
    assert app.window.omgeving.oefenkluis
    assert (toestel.map / "oefenkluis" / "kluis.db").exists()
    app.vergrendel()
    assert toestel.vervangen[-1] == ["--oefen"]
    opnieuw = toestel.start(KluisSoort.OEFENKLUIS)
    assert isinstance(opnieuw.poort, Ontgrendelen)
    assert opnieuw.poort.ui.wachtzinLineEdit.text() == "oefenen oefenen oefenen"
    toestel.klik(opnieuw.poort.ui.openPushButton)
    toestel.qtbot.waitUntil(lambda: opnieuw.window is not None)


def test_a_practice_kluis_that_does_not_open_is_made_anew(toestel: Toestel, antwoord) -> None:
    app = toestel.start(KluisSoort.OEFENKLUIS)
    toestel.qtbot.waitUntil(lambda: app.window is not None, timeout=60_000)
    app.vergrendel()
    map_ = toestel.map / "oefenkluis"
    (map_ / "kluis.db").write_bytes(b"kapot" * 5000)
    opnieuw = toestel.start(KluisSoort.OEFENKLUIS)
    assert isinstance(opnieuw.poort, Ontgrendelen)
    antwoord(False)
    toestel.klik(opnieuw.poort.ui.kwijtPushButton)
    assert (map_ / "kluis.db").read_bytes().startswith(b"kapot")
    antwoord(True)
    toestel.klik(opnieuw.poort.ui.kwijtPushButton)
    toestel.qtbot.waitUntil(lambda: opnieuw.window is not None, timeout=60_000)
    assert opnieuw.window is not None
    assert opnieuw.window.omgeving.oefenkluis


def test_a_backup_takes_the_place_of_a_kluis_that_does_not_open(
    toestel: Toestel, antwoord, tmp_path: Path
) -> None:
    app = toestel.start()
    wachtzin = toestel.doorloop_wizard(app)
    kopie = app.dienst.maak_backup(_map(tmp_path / "stick"))
    app.vergrendel()
    db = toestel.map / "kluis" / "kluis.db"
    db.write_bytes(db.read_bytes()[:16] + b"kapot" * 5000)
    app = toestel.start()
    toestel.ontgrendel(app, wachtzin)
    poort = app.poort
    assert isinstance(poort, Ontgrendelen)
    assert poort._backup_knop is not None
    antwoord(None)
    toestel.klik(poort._backup_knop)  # and then no folder is chosen
    assert isinstance(app.poort, Ontgrendelen)
    toestel.ontgrendel(app, wachtzin)
    poort = app.poort
    assert poort._backup_knop is not None
    antwoord(kopie.parent)
    toestel.klik(poort._backup_knop)
    wizard = _wizard(app)
    toestel.qtbot.waitUntil(lambda: wizard.blad is wizard.terugzetten)
    toestel.klik(wizard.terugzetten.doe_knop)
    toestel.qtbot.waitUntil(lambda: isinstance(app.poort, Ontgrendelen), timeout=20_000)
    toestel.ontgrendel(app, wachtzin)
    assert "kluis.terugzetten" in codes(app)
    (opzij,) = toestel.map.joinpath("kluis").glob("opzij-*")
    assert (opzij / "kluis.db").read_bytes().endswith(b"kapot")


def _wizard(app: App) -> Wizard:
    assert isinstance(app.poort, Wizard)
    return app.poort


def _map(pad: Path) -> Path:
    pad.mkdir()
    return pad
