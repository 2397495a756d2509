# SPDX-License-Identifier: EUPL-1.2
"""Saving for another system: what stays out is on screen first, the register goes before the file."""

import json
import stat
from pathlib import Path

import pytest

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.uitwisseling import MELDING_SCHEMA, UITKOMST_SCHEMA, WAT_MELDING
from gemeente_pga.store.queries.uitwisseling import uitkomst_van
from gemeente_pga.ui.screens.document_paneel import ALS_GEGEVENS
from tests.editie_hulp import Tafel
from tests.signaal_hulp import SCHOOL
from tests.ui.signaal_hand import leg_vast
from tests.ui_hulp import bevestig


@pytest.fixture
def uitkomst_id(venster) -> int:
    """A frozen paper of one case, for one partner."""
    store = venster.omgeving.store
    tafel = Tafel(store, ingericht=True)
    tafel.pdf(tafel.editie("politie", "verslag"))
    tafel.pdf(tafel.editie("politie", "dossier"))
    with store.reader() as r:
        return int(r.value("SELECT id FROM document WHERE soort = 'deelnemer_verslag'"))


def _codes(store, na: int) -> list[str]:
    with store.reader() as r:
        return [rij["code"] for rij in r.rows("SELECT code FROM handeling WHERE n > ? ORDER BY n", na)]


def _laatste(store) -> int:
    with store.reader() as r:
        return int(r.value("SELECT max(n) FROM handeling"))


def test_an_outcome_is_saved_as_json_and_stands_in_the_register(
    venster, antwoord, tmp_path: Path, qtbot, uitkomst_id: int
):
    store, doel = venster.omgeving.store, tmp_path / "uit.json"
    antwoord(doel)
    venster.open("document", uitkomst_id)
    scherm = venster.scherm
    qtbot.waitUntil(lambda: len(scherm.bladen.bladen) > 0)
    assert scherm.gegevens_knop.isVisible()
    voor = _laatste(store)
    scherm.gegevens_actie.trigger()
    assert "niet versleuteld" in scherm.gevolg.text()
    assert scherm.leemten.isVisible()
    assert "burgerservicenummer" in scherm.leemten.text()
    scherm.formulier.vul({"bestemd_voor": "deelnemer", "houders": "K. Brouwer, Reclassering"})
    scherm.doe_knop.click()
    assert "Politie" in venster.meldbalk.tekst.text(), "the edition of one partner goes to that partner"
    scherm.formulier.vul({"houders": "K. Brouwer, Politie"})
    scherm.doe_knop.click()
    assert not doel.exists()  # not before the wachtzin
    assert _codes(store, voor) == []
    bevestig(venster, qtbot)
    inhoud = json.loads(doel.read_text(encoding="utf-8"))
    assert (inhoud["$schema"], inhoud["volledig"]) == (UITKOMST_SCHEMA, False)
    assert stat.S_IMODE(doel.stat().st_mode) == 0o600
    assert _codes(store, voor) == ["document.opslaan"]
    assert antwoord.vragen[-1].tekst.startswith("uitkomst-overleg-")
    with store.reader() as r:
        (rij,) = r.rows("SELECT wijze, bestemd_voor FROM uitgifte WHERE document_id = ?", uitkomst_id)
        (houder,) = r.rows("SELECT houder, stand FROM exemplaar")
    assert rij == {"wijze": "bestand", "bestemd_voor": f"Deelnemer ({ALS_GEGEVENS})"}
    assert houder == {"houder": "K. Brouwer, Politie", "stand": "uitgereikt"}
    qtbot.waitUntil(lambda: ALS_GEGEVENS in scherm.uitgegeven.text())


def test_only_an_outcome_can_be_saved_so(venster, qtbot, uitkomst_id: int):
    with venster.omgeving.store.reader() as r:
        dossier = r.value("SELECT id FROM document WHERE soort = 'deelnemer_dossier'")
        assert uitkomst_van(r, dossier) is None
    venster.open("document", dossier)
    scherm = venster.scherm
    qtbot.waitUntil(lambda: len(scherm.bladen.bladen) > 0)
    assert not scherm.gegevens_knop.isVisible()
    assert scherm.gegevens_actie not in scherm.acties()
    venster.open("document", uitkomst_id)
    qtbot.waitUntil(scherm.gegevens_knop.isVisible)
    assert scherm.gegevens_actie in scherm.acties()
    scherm.bewaar_actie.trigger()
    assert not scherm.leemten.isVisible()


def test_a_pdf_is_still_a_pdf_when_json_was_asked_before(
    venster, antwoord, tmp_path: Path, qtbot, uitkomst_id: int
):
    doel = tmp_path / "uit.pdf"
    antwoord(doel)
    venster.open("document", uitkomst_id)
    scherm = venster.scherm
    qtbot.waitUntil(lambda: len(scherm.bladen.bladen) > 0)
    scherm.gegevens_actie.trigger()
    scherm.bewaar_actie.trigger()
    wie = {"bestemd_voor": "deelnemer", "houders": "K. Brouwer, Politie", "beveiliging": "zonder"}
    scherm.formulier.vul(wie)
    scherm.doe_knop.click()
    scherm.gegevens_actie.trigger()  # while the wachtzin is asked
    bevestig(venster, qtbot)
    qtbot.waitUntil(doel.exists)
    assert doel.read_bytes().startswith(b"%PDF")


def _open_melding(venster, signaal_id: int):
    venster.open("signaal", signaal_id)
    venster.scherm.naar_veld("melding.doel")
    return venster.scherm.delen["melding"]


def _vul(deel) -> None:
    kader, vandaag = deel.omgeving.kader, deel.omgeving.vandaag()
    (geven, *_), (ontvangen, *_) = (kader.grondslagen(soort, op=vandaag) for soort in ("geven", "ontvangen"))
    deel.formulier.vul(
        {
            "wijze": "systeem",
            "doel": "Bespreek dit signaal aan de gewone tafel.",
            "terugkoppeling": "ja",
            "zonder_rol_reden": "Er is nog geen casus.",
            "grondslag_gever": geven.code,
            "grondslag_ontvanger": ontvangen.code,
            "categorie": "gewoon",
            "noodzaak": "Zonder dit kan de tafel niets bespreken.",
        }
    )


def test_a_signal_is_saved_as_melding_and_is_a_verstrekking(venster, antwoord, tmp_path: Path, qtbot):
    store, doel = venster.omgeving.store, tmp_path / "melding.json"
    deel = _open_melding(venster, leg_vast(store))
    assert "burgerservicenummer" in deel.lijst.text()
    deel.vastleggen()
    assert {"doel", "terugkoppeling", "wijze", "zonder_rol_reden"} <= set(deel.formulier.gebreken())
    _vul(deel)
    voor = _laatste(store)
    antwoord(doel)
    deel.vastleggen()
    assert deel.formulier.gebreken() == {}
    assert not doel.exists()  # not before the wachtzin
    assert _codes(store, voor) == []
    bevestig(venster, qtbot)
    inhoud = json.loads(doel.read_text(encoding="utf-8"))
    assert inhoud["$schema"] == MELDING_SCHEMA
    assert inhoud["melding"]["verzoek"] == "Bespreek dit signaal aan de gewone tafel."
    assert inhoud["melding"]["contact"]["naam"] == "Mirjam Hoekstra"
    assert SCHOOL.melder_naam
    assert SCHOOL.melder_naam not in doel.read_text(encoding="utf-8")
    assert _codes(store, voor) == ["verstrekking.vastleggen"]
    assert antwoord.vragen[-1].tekst == "melding-2026-09-08.json"
    with store.reader() as r:
        (rij,) = r.rows("SELECT ontvanger, wat, wijze FROM verstrekking")
        zvh = r.value("SELECT naam FROM partij WHERE soort = 'zvh'")
    assert rij == {"ontvanger": zvh, "wat": WAT_MELDING, "wijze": "systeem"}
    assert str(doel) in venster.meldbalk.tekst.text()
    assert "melding" not in venster.scherm.delen or not venster.scherm.delen["melding"].isVisible()


def test_a_melding_that_changed_meanwhile_is_not_written(venster, antwoord, tmp_path: Path, qtbot):
    store, doel = venster.omgeving.store, tmp_path / "melding.json"
    signaal_id = leg_vast(store)
    deel = _open_melding(venster, signaal_id)
    _vul(deel)
    antwoord(doel)
    deel.vastleggen()
    with store.write(Handeling.SIGNAAL_CORRIGEREN) as w:
        w.update("signaal", signaal_id, {"zelf_waargenomen": "Iets heel anders."})
    bevestig(venster, qtbot)
    assert not doel.exists()
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM verstrekking") == 0
    assert "gewijzigd" in venster.meldbalk.tekst.text()


def test_no_place_no_melding(venster, antwoord):
    store = venster.omgeving.store
    deel = _open_melding(venster, leg_vast(store))
    _vul(deel)
    antwoord(None)
    voor = _laatste(store)
    deel.vastleggen()
    assert _codes(store, voor) == []
    assert deel.formulier.lees()["doel"]


def test_no_melding_goes_out_while_police_or_om_asked_to_wait(venster, antwoord):
    store = venster.omgeving.store
    deel = _open_melding(venster, leg_vast(store))
    _vul(deel)
    with store.write(Handeling.AANHOUDING_BEGINNEN) as w:
        om = w.value("SELECT id FROM partij WHERE soort = 'om'")
        w.insert(
            "aanhouding",
            {"dossier_id": deel.blad.dossier_id, "wat": "verstrekking", "partij_id": om, "naam": "P.",
             "functie": "officier", "reden": "onderzoek", "toelichting": "Loopt.",
             "vanaf": "2026-09-01", "tot": "2026-10-01"},
        )  # fmt: skip
    voor = _laatste(store)
    deel.vastleggen()
    assert antwoord.vragen == [], "no place is asked"
    assert _codes(store, voor) == []
    assert venster.meldbalk.tekst.text()
