# SPDX-License-Identifier: EUPL-1.2
"""Dossiers out of one kluis and into another, through two windows."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from gemeente_pga.documents import render
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.handelingen.document import freeze, store_pdf
from gemeente_pga.pakketbeheer import Pakketbeheer
from gemeente_pga.store.queries.document import te_maken
from gemeente_pga.store.queries.dossierstuk import te_bevriezen
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens import SCREENS
from gemeente_pga.ui.screens.andere_kluis_meegeven import ONDERWEG
from gemeente_pga.ui.screens.dossier_overzicht import Overzicht
from gemeente_pga.ui.window import Window
from gemeente_pga.ui.worker import Worker
from tests.overleg_hulp import MELDER, leg_casussen_vast
from tests.ui_hulp import NU, VANDAAG, WACHTZIN, Antwoorden, bevestig, lichte_dienst, richt_in

INVOER = {"soort": "herindeling", "ontvanger": "Nieuw-Waterhoven", "contact": "P. de Boer",
          "grondslag": "avg_6_1_e", "reden": "Samenvoeging per 1 januari."}  # fmt: skip


@pytest.fixture
def ander(qtbot: QtBot, tmp_path: Path, echt_kader: Kader, venster: Any) -> Iterator[Window]:
    """The window of the other municipality, on its own kluis."""
    dienst = lichte_dienst(tmp_path / "daar")
    dienst.kies(KluisSoort.KLUIS)
    dienst.maak(WACHTZIN)
    dienst.betreed()
    store = dienst.store
    assert store is not None
    richt_in(store, echt_kader)
    worker = Worker()
    omgeving = Omgeving(
        store=store, kader=echt_kader, worker=worker, dienst=dienst,
        vandaag=lambda: VANDAAG, nu=lambda: NU, oefenkluis=False,
    )  # fmt: skip
    window = Window(omgeving, SCREENS)
    qtbot.addWidget(window)
    window.resize(1366, 740)
    window.show()
    window.open("dossiers")
    yield window
    worker.stop()
    store.na_vastleggen.clear()
    dienst.laat_los()


def _leg_kaart_neer(venster: Any, dossier_id: int) -> None:
    """A paper of the first dossier, made there."""
    store, omgeving = venster.omgeving.store, venster.omgeving
    with store.reader() as r:
        stuk = te_bevriezen(r, dossier_id, omgeving.kader, [], VANDAAG)
    freeze(store, stuk, op=VANDAAG)
    with store.reader() as r:
        (werk,) = te_maken(r)
    store_pdf(store, werk, render(werk.soort, werk.stuk, werk.code))


def geef_mee(venster: Any, qtbot: QtBot, antwoord: Antwoorden, doel: Path) -> str:
    """Through the window: choose both dossiers, look, make the file. Gives the password."""
    casussen = leg_casussen_vast(venster.omgeving.store)
    for dossier_id in (casussen.dossier_een, casussen.dossier_twee):
        _leg_kaart_neer(venster, dossier_id)
    venster.open("dossiers")
    venster.scherm.ui.anderekluisPushButton.click()
    kaart = venster.scherm.meegeven
    for vinkje in kaart.vinkjes._vinkjes.values():
        vinkje.click()
    kaart.formulier.vul(INVOER)
    kaart.kijk_knop.click()
    assert not kaart.slot.isHidden()
    wachtwoord: str = kaart.wachtwoord.text()
    assert len(wachtwoord.split()) == 6
    antwoord(str(doel))
    kaart.maak_knop.click()
    bevestig(venster, qtbot)
    qtbot.waitUntil(doel.exists, timeout=20_000)
    qtbot.waitUntil(lambda: "Opgeslagen" in venster.meldbalk.tekst.text(), timeout=20_000)
    assert antwoord.vragen[-1].tekst == f"dossiers-{VANDAAG.isoformat()}.pgadossiers"
    return wachtwoord


def test_one_dossier_is_taken_over_and_the_other_refused(
    venster: Any, ander: Any, qtbot: QtBot, antwoord: Antwoorden, tmp_path: Path
):
    doel = tmp_path / "stick.pgadossiers"
    wachtwoord = geef_mee(venster, qtbot, antwoord, doel)
    ander.open("andere_kluis")
    kaart = ander.scherm.overnemen
    antwoord(str(doel))
    kaart.kies_knop.click()
    kaart.wachtwoord.setText("een heel ander wachtwoord")
    kaart.open_knop.click()
    qtbot.waitUntil(lambda: "opent het bestand niet" in ander.meldbalk.tekst.text(), timeout=20_000)
    kaart.wachtwoord.setText(wachtwoord)
    kaart.open_knop.click()
    qtbot.waitUntil(lambda: not kaart.blad.isHidden(), timeout=20_000)
    qtbot.waitUntil(lambda: not kaart.besluit.isHidden(), timeout=20_000)
    kaart.neem_knop.click()
    assert set(kaart.formulier.gebreken()) >= {"grondslag", "reden"}
    kaart.formulier.vul({"grondslag": "avg_6_1_e", "reden": "Rechtsopvolger."})
    kaart.neem_knop.click()
    bevestig(ander, qtbot)
    qtbot.waitUntil(lambda: "is overgenomen als" in ander.meldbalk.tekst.text())
    kaart.lijst.selectRow(1)
    qtbot.waitUntil(lambda: not kaart.besluit.isHidden(), timeout=20_000)
    kaart.formulier.vul({"reden": "Verhuisd naar elders."})
    kaart.weiger_knop.click()
    assert "geweigerd" in ander.meldbalk.tekst.text()
    with ander.omgeving.store.reader() as r:
        assert r.value("SELECT count(*) FROM dossier") == 1
        assert r.value("SELECT count(*) FROM persoon WHERE rol = 'betrokkene'") == 1
        rijen = r.rows("SELECT uitkomst FROM overname ORDER BY uitkomst")
        assert [rij["uitkomst"] for rij in rijen] == ["aanvaard", "geweigerd"]
        dossier_id = r.value("SELECT id FROM dossier")
    ander.open("dossier", dossier_id)
    assert ander.scherm.dossier_id == dossier_id
    overzicht = ander.scherm.delen["overzicht"]
    assert isinstance(overzicht, Overzicht)
    assert not overzicht.overgenomenkaart.isHidden()
    assert "bewaartermijn" in overzicht.overgenomenkaart.te_doen.text()
    for tab in ("tijdlijn", "casus", "documenten", "rechten"):
        ander.open("dossier", dossier_id, tab)
    _leg_kaart_neer(ander, dossier_id)
    ander.open("dossier", dossier_id, "documenten")
    lijst = ander.scherm.delen["documenten"].stukken
    namen = {lijst.model().index(n, 1).data() for n in range(lijst.model().rowCount())}
    assert namen == {"Casuskaart – uit andere kluis", "Casuskaart"}, "what was made here carries no mark"
    kaart.lijst.selectRow(0)
    qtbot.waitUntil(lambda: "staat hier al" in kaart.bekend.text(), timeout=20_000)


def test_what_was_looked_at_must_be_looked_at_again_after_a_change(
    venster: Any, qtbot: QtBot, antwoord: Antwoorden
):
    leg_casussen_vast(venster.omgeving.store)
    venster.open("andere_kluis")
    kaart = venster.scherm.meegeven
    kaart.kijk_knop.click()
    assert set(kaart.formulier.gebreken()) == {"soort", "ontvanger", "contact", "grondslag", "reden"}
    kaart.formulier.vul(INVOER)
    kaart.kijk_knop.click()
    assert "Vink eerst aan" in venster.meldbalk.tekst.text()
    eerste, tweede = kaart.vinkjes._vinkjes.values()
    eerste.click()
    kaart.kijk_knop.click()
    assert not kaart.slot.isHidden()
    tweede.click()
    assert kaart.slot.isHidden()


def test_a_file_of_something_else_is_refused_in_words(
    venster: Any, qtbot: QtBot, antwoord: Antwoorden, tmp_path: Path
):
    vreemd = tmp_path / "foto.pgadossiers"
    vreemd.write_bytes(b"\x89PNG")
    venster.open("andere_kluis")
    kaart = venster.scherm.overnemen
    antwoord(str(vreemd))
    kaart.kies_knop.click()
    kaart.wachtwoord.setText("tulp fiets")
    kaart.open_knop.click()
    qtbot.waitUntil(lambda: "geen bestand met dossiers" in venster.meldbalk.tekst.text(), timeout=20_000)
    assert kaart.blad.isHidden()


def _een_bekeken(venster: Any) -> Any:
    """One dossier chosen, and looked at what would go."""
    leg_casussen_vast(venster.omgeving.store)
    venster.open("andere_kluis")
    kaart = venster.scherm.meegeven
    next(iter(kaart.vinkjes._vinkjes.values())).click()
    kaart.formulier.vul(INVOER)
    kaart.kijk_knop.click()
    assert not kaart.slot.isHidden()
    return kaart


def _keren(venster: Any) -> int:
    with venster.omgeving.store.reader() as r:
        aantal: int = r.value("SELECT count(*) FROM verstrekking")
    return aantal


def test_what_changed_after_looking_is_looked_at_again(
    venster: Any, qtbot: QtBot, antwoord: Antwoorden, tmp_path: Path
):
    kaart, doel = _een_bekeken(venster), tmp_path / "uit.pgadossiers"
    antwoord(doel)
    kaart.maak_knop.click()
    with venster.omgeving.store.write(Handeling.SIGNAAL_CORRIGEREN) as w:
        for rij in w.rows("SELECT id FROM signaal"):
            w.update("signaal", rij["id"], {"zelf_waargenomen": "Iets heel anders."})
    bevestig(venster, qtbot)
    assert "intussen" in venster.meldbalk.tekst.text()
    assert kaart.slot.isHidden()
    assert not doel.exists()
    assert _keren(venster) == 0


def test_trying_again_at_another_place_does_not_stand_in_the_register_twice(
    venster: Any, qtbot: QtBot, antwoord: Antwoorden, tmp_path: Path
):
    kaart, doel = _een_bekeken(venster), tmp_path / "uit.pgadossiers"
    antwoord(tmp_path / "weg" / "uit.pgadossiers", doel)
    kaart.maak_knop.click()
    bevestig(venster, qtbot)
    qtbot.waitUntil(lambda: "In het register staat al" in venster.meldbalk.tekst.text(), timeout=20_000)
    assert _keren(venster) == 1
    kaart.maak_knop.click()
    qtbot.waitUntil(doel.exists, timeout=20_000)
    qtbot.waitUntil(lambda: "Opgeslagen" in venster.meldbalk.tekst.text(), timeout=20_000)
    assert _keren(venster) == 1


def test_a_lock_between_the_register_and_the_file_is_said_until_somebody_has_looked(
    venster: Any, qtbot: QtBot, antwoord: Antwoorden, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    verder, echt = threading.Event(), Pakketbeheer.schrijf

    def straks(*wat: Any, **meer: Any) -> None:
        assert verder.wait(30)
        echt(*wat, **meer)

    monkeypatch.setattr(Pakketbeheer, "schrijf", straks)
    store, doel = venster.omgeving.store, tmp_path / "uit.pgadossiers"
    kaart = _een_bekeken(venster)
    antwoord(doel)
    kaart.maak_knop.click()
    bevestig(venster, qtbot)
    (onderweg,) = store.concepten(ONDERWEG)
    assert kaart.afgebroken.isHidden(), "it is still being made"
    verder.set()
    qtbot.waitUntil(lambda: "Opgeslagen" in venster.meldbalk.tekst.text(), timeout=20_000)
    assert store.concepten(ONDERWEG) == []

    store.save_concept(ONDERWEG, "", onderweg.inhoud)  # as a lock half-way leaves it
    venster.open("dossiers")
    venster.open("andere_kluis")
    assert kaart.afgebroken.isVisible()
    with store.reader() as r:
        gegeven = r.value("SELECT d.nummer FROM verstrekking v JOIN dossier d ON d.id = v.dossier_id")
    assert f": {gegeven}." in kaart.afgebroken_zin.text()
    kaart.nagekeken_knop.click()
    assert kaart.afgebroken.isHidden()
    assert store.concepten(ONDERWEG) == []


def test_a_reason_that_names_the_reporter_does_not_go(
    venster: Any, qtbot: QtBot, antwoord: Antwoorden, tmp_path: Path
):
    """It stands in front of the whole file, above every dossier in it."""
    leg_casussen_vast(venster.omgeving.store)
    venster.open("andere_kluis")
    kaart = venster.scherm.meegeven
    for vinkje in kaart.vinkjes._vinkjes.values():
        vinkje.click()
    kaart.formulier.vul({**INVOER, "soort": "overdracht", "reden": f"Verhuisd. Gemeld door {MELDER}."})
    kaart.kijk_knop.click()
    assert kaart.slot.isHidden()
    assert "melder" in kaart.formulier.gebreken()["reden"]
    kaart.formulier.vul({"reden": "Verhuisd."})
    kaart.kijk_knop.click()
    assert not kaart.slot.isHidden()


def test_another_file_chosen_while_one_is_being_opened(
    venster: Any, ander: Any, qtbot: QtBot, antwoord: Antwoorden, tmp_path: Path
):
    een, twee = tmp_path / "een.pgadossiers", tmp_path / "twee.pgadossiers"
    wachtwoord = geef_mee(venster, qtbot, antwoord, een)
    twee.write_bytes(een.read_bytes())
    ander.open("andere_kluis")
    kaart = ander.scherm.overnemen
    antwoord(str(een), str(twee))
    kaart.kies_knop.click()
    kaart.wachtwoord.setText(wachtwoord)
    kaart.open_knop.click()
    kaart.kies_knop.click()
    qtbot.waitUntil(lambda: not ander.omgeving.worker.bezig, timeout=20_000)
    assert kaart.blad.isHidden(), "the list of the first is not that of the file that was chosen"
    assert "twee" in kaart.bestand.text()
    assert kaart.openen.isVisible()
    assert kaart.open_knop.isEnabled()


def test_a_stick_that_was_pulled_out_or_a_file_that_was_changed_meanwhile(
    venster: Any, ander: Any, qtbot: QtBot, antwoord: Antwoorden, tmp_path: Path
):
    """Neither is a reason to have a whole dossier sent once more."""
    doel = tmp_path / "stick.pgadossiers"
    wachtwoord = geef_mee(venster, qtbot, antwoord, doel)
    inhoud = doel.read_bytes()
    ander.open("andere_kluis")
    kaart = ander.scherm.overnemen
    antwoord(str(doel))
    kaart.kies_knop.click()
    kaart.wachtwoord.setText(wachtwoord)
    doel.unlink()
    kaart.open_knop.click()
    qtbot.waitUntil(lambda: "stick" in ander.meldbalk.tekst.text(), timeout=20_000)
    assert kaart.wachtwoord.text() == wachtwoord
    doel.write_bytes(inhoud)
    kaart.open_knop.click()
    qtbot.waitUntil(lambda: not kaart.besluit.isHidden(), timeout=20_000)

    doel.unlink()
    ander.meldbalk.sluit()
    kaart.lijst.selectRow(1)
    qtbot.waitUntil(lambda: "stick" in ander.meldbalk.tekst.text(), timeout=20_000)
    assert kaart.besluit.isHidden()

    anders = bytearray(inhoud)
    anders[-40] ^= 1
    doel.write_bytes(anders)
    kaart.lijst.selectRow(0)
    qtbot.waitUntil(lambda: not kaart.besluit.isHidden(), timeout=20_000)
    kaart.lijst.selectRow(1)
    qtbot.waitUntil(lambda: "beschadigd" in ander.meldbalk.tekst.text(), timeout=20_000)
    assert kaart.besluit.isHidden()
