# SPDX-License-Identifier: EUPL-1.2
"""Inrichting, tab Back-up: making, another place, rehearsing, putting back; and leaving the program."""

from pathlib import Path

import pytest

from gemeente_pga.binnen import log_binnenkomst
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.handelingen.inrichting import set_instelling
from gemeente_pga.store.queries.inrichting import instelling
from gemeente_pga.store.wissen import wis_dossier
from tests.store.bouw import leg_dossier_vast
from tests.ui_hulp import WACHTZIN, bevestig


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def codes(store) -> list[str]:
    with store.reader() as r:
        return [rij["code"] for rij in r.rows("SELECT code FROM handeling ORDER BY n")]


def naar_tab(venster):
    venster.open("inrichting", None, "backup")
    return venster.scherm.delen["backup"]


def rust(venster, qtbot) -> None:
    """The worker is done and the screen can be used again."""
    qtbot.waitUntil(lambda: not venster._in_onderhoud, timeout=30_000)


def maak(venster, qtbot, stick: Path):
    """A back-up through the screen, with the wachtzin for the new place."""
    deel = naar_tab(venster)
    deel.formulier.vul({"backupmap": str(stick)})
    deel.maak.click()
    bevestig(venster, qtbot)
    qtbot.waitUntil(lambda: bool(deel.lijst.rijen()), timeout=30_000)
    return deel


def test_another_place_asks_the_wachtzin_and_the_same_place_does_not(venster, qtbot, stick, tmp_path):
    deel = naar_tab(venster)
    store = venster.omgeving.store
    deel.formulier.vul({"backupmap": str(stick)})
    deel.maak.click()
    assert venster.bevestiging.isVisible()
    venster.bevestiging.sluit()
    with store.reader() as r:
        assert instelling(r, "backupmap") == ""
    assert list(stick.iterdir()) == []
    set_instelling(store, "backupmap", str(stick))
    deel.maak.click()
    assert not venster.bevestiging.isVisible()
    rust(venster, qtbot)
    assert "kluis.reservekopie" in codes(store)


def test_a_folder_beside_the_kluis_is_refused_in_words(venster, dienst, qtbot):
    deel = naar_tab(venster)
    set_instelling(venster.omgeving.store, "backupmap", str(dienst.map()))
    deel.formulier.vul({"backupmap": str(dienst.map())})
    deel.maak.click()
    qtbot.waitUntil(lambda: "backupmap" in deel.formulier.gebreken(), timeout=30_000)
    assert "bij de kluis zelf" in deel.formulier.gebreken()["backupmap"]


def test_a_restore_is_rehearsed_told_and_recorded(venster, dienst, qtbot, stick):
    leg_dossier_vast(venster.omgeving.store)
    deel = maak(venster, qtbot, stick)
    assert "nog niet geoefend" in deel.geoefend.text()
    deel.oefen_knop.click()
    assert "wachtzin" in deel.oefenformulier.gebreken()["oud"]
    voor = sorted(pad.name for pad in dienst.map().iterdir())
    deel.oefenformulier.vul({"oud": "een andere zin dan die"})
    deel.oefen_knop.click()
    qtbot.waitUntil(lambda: "gaat deze back-up niet open" in deel.oefenformulier.gebreken().get("oud", ""))
    deel.oefenformulier.vul({"oud": WACHTZIN})
    deel.oefen_knop.click()
    qtbot.waitUntil(deel.uitslag.isVisible, timeout=30_000)
    assert deel.uitslag.text() == (
        "Geoefend op 8-9-2026, 16.42 uur: de back-up van 8-9-2026, 16.42 uur is goed."
    )
    tekst = deel.punten.text()
    assert tekst.count("✓") == 7
    assert "✗" not in tekst
    assert deel.oefenformulier.lees()["oud"] == ""
    assert codes(venster.omgeving.store)[-1] == "kluis.herstel_oefenen"
    assert "Laatst geoefend: 8-9-2026" in deel.geoefend.text()
    assert sorted(pad.name for pad in dienst.map().iterdir()) == voor


def test_the_back_up_just_made_is_the_one_that_is_chosen(venster, qtbot, stick):
    deel = maak(venster, qtbot, stick)
    eerste = deel.lijst.rij().map
    rust(venster, qtbot)
    deel.maak.click()
    qtbot.waitUntil(lambda: len(deel.lijst.rijen()) == 2, timeout=30_000)
    rust(venster, qtbot)
    assert deel.lijst.rij().map != eerste
    deel.lijst.kies(eerste)
    deel.lees_lijst()  # a choice of the user's own stays
    qtbot.waitUntil(lambda: not venster.omgeving.worker.bezig, timeout=30_000)
    assert deel.lijst.rij().map == eerste


def test_what_will_change_is_shown_before_the_wachtzin_and_then_it_locks(venster, dienst, qtbot, stick):
    store = venster.omgeving.store
    weg = leg_dossier_vast(store)
    deel = maak(venster, qtbot, stick)
    wis_dossier(store, weg)
    assert not deel.terug_knop.isVisible()
    deel.plan_knop.click()
    assert "ouder dan de kluis" in deel.plan.text()
    assert "1 keer een dossier, of een notitie of verzoek zonder dossier, vernietigd" in deel.plan.text()
    with qtbot.waitSignal(venster.vergrendel_gevraagd, timeout=30_000):
        deel.terug_knop.click()  # the wachtzin was typed a moment ago
    dienst.laat_los()
    dienst.kies(KluisSoort.KLUIS)
    dienst.ontgrendel(WACHTZIN)
    dienst.betreed()
    dienst.keur()
    dienst.rond_keuring_af()
    log_binnenkomst(dienst)
    gevonden = codes(dienst.store)
    assert "kluis.terugzetten" in gevonden
    assert "kluis.merk_herstellen" not in gevonden
    with dienst.store.reader() as r:
        assert r.value("SELECT count(*) FROM dossier") == 0


def test_restoring_waits_for_the_wachtzin(venster, dienst, qtbot, stick):
    dienst.maak_backup(stick)
    set_instelling(venster.omgeving.store, "backupmap", str(stick))
    deel = naar_tab(venster)
    qtbot.waitUntil(lambda: bool(deel.lijst.rijen()))
    deel.plan_knop.click()
    voor = sorted(pad.name for pad in dienst.map().iterdir())
    deel.terug_knop.click()
    assert venster.bevestiging.isVisible()
    venster.bevestiging.sluit()
    assert sorted(pad.name for pad in dienst.map().iterdir()) == voor


# ---- leaving


def test_leaving_asks_once_when_a_backup_is_due_and_makes_it(venster, qtbot, stick):
    set_instelling(venster.omgeving.store, "backupmap", str(stick))
    assert not venster.close()
    vraag = venster.afsluitvraag
    assert vraag.isVisible()
    assert "nog geen back-up" in vraag.waarom.text()
    vraag.niet_knop.click()
    assert not vraag.isVisible()
    assert venster.isVisible()
    assert not venster.close()
    with qtbot.waitSignal(venster.gesloten, timeout=30_000):
        vraag.maak_knop.click()
    assert len(list(stick.iterdir())) == 1
    assert codes(venster.omgeving.store)[-1] == "kluis.reservekopie"


def test_leaving_without_a_backup_is_one_click(venster, qtbot):
    assert not venster.close()
    with qtbot.waitSignal(venster.gesloten):
        venster.afsluitvraag.zonder_knop.click()


def test_a_computer_that_shuts_down_is_not_held_up(venster, qtbot):
    venster.afsluitvraag.zwijg()
    with qtbot.waitSignal(venster.gesloten):
        venster.close()


def test_a_stick_that_is_not_there_is_told_and_the_program_stays(venster, qtbot, tmp_path):
    set_instelling(venster.omgeving.store, "backupmap", str(tmp_path / "weg"))
    assert not venster.close()
    venster.afsluitvraag.maak_knop.click()
    assert "is er niet" in venster.afsluitvraag.melding.text()
    assert venster.isVisible()


def test_without_a_place_the_tab_opens(venster, qtbot):
    assert not venster.close()
    venster.afsluitvraag.maak_knop.click()
    assert not venster.afsluitvraag.isVisible()
    assert venster.scherm.code == "inrichting"
