# SPDX-License-Identifier: EUPL-1.2
"""Paper from the dossier and attachments into it: frozen, checked for leaks, and nothing lost on the way."""

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.bijlage import Bijlage
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.handelingen import plan as plannen
from gemeente_pga.ui.screens.dossier_bijlagen import Dossierbijlagen
from gemeente_pga.ui.window import Window
from tests.casus_hulp import acts, interventie
from tests.ui.dossier_hand import klik, open_dossier, vul_in


def test_casuskaart_is_made_frozen_and_shown(venster: Window, dossier_id: int, qtbot: QtBot):
    scherm = open_dossier(venster, dossier_id, "documenten")
    tab: Any = scherm.kies_deel("documenten")
    was = acts(venster.omgeving.store)
    assert tab.maakknop.text() == "&Casuskaart maken"
    klik(qtbot, tab.maakknop)
    qtbot.waitUntil(lambda: venster.scherm is not scherm, timeout=20_000)
    assert venster.scherm is not None
    assert venster.scherm.code == "document"
    nieuw = acts(venster.omgeving.store)[len(was) :]
    assert nieuw == ["document.vaststellen", "document.pdf_vastleggen", "document.tonen"]


def test_the_plan_is_made_as_a_paper_of_its_own(venster: Window, dossier_id: int, qtbot: QtBot):
    scherm = open_dossier(venster, dossier_id, "documenten")
    tab: Any = scherm.kies_deel("documenten")
    if tab.planknop.isHidden():
        plannen.begin_plan(venster.omgeving.store, tab.beeld.casus.id)
    qtbot.waitUntil(lambda: not tab.planknop.isHidden())
    klik(qtbot, tab.planknop)
    qtbot.waitUntil(lambda: venster.scherm is not scherm, timeout=20_000)
    assert venster.scherm is not None
    assert venster.scherm.titel_nu().startswith("Plan van aanpak")


def test_a_leak_stops_the_dossier_until_it_is_looked_at(
    venster: Window, dossier_id: int, qtbot: QtBot, antwoord: Any
):
    store = venster.omgeving.store
    with store.write(Handeling.SIGNAAL_CORRIGEREN, dossier_id=dossier_id) as w:
        signaal_id = w.value("SELECT id FROM signaal WHERE dossier_id = ?", dossier_id)
        tekst = "Marloes van der Wâl zag dat zij haar paspoort verbrandde."
        w.update("signaal", signaal_id, {"melder_naam": "Marloes van der Wâl", "zelf_waargenomen": tekst})
    scherm = open_dossier(venster, dossier_id, "documenten")
    tab: Any = scherm.kies_deel("documenten")
    tab.formulier.widget("signalen").setChecked(True)
    assert tab.maakknop.text() == "&Dossier maken"
    was = acts(store)
    klik(qtbot, tab.maakknop)
    qtbot.waitUntil(lambda: not tab.lekpaneel.isHidden(), timeout=20_000)
    assert acts(store) == was, "nothing was frozen"
    redenen = [code.code for code in venster.omgeving.kader.codelijst("reden_lekcontrole")]
    vondsten = len(tab.lekpaneel.ui.lekkenLijst.rijen())
    for _ in range(vondsten):
        antwoord(redenen[0])
        klik(qtbot, tab.lekpaneel.ui.toelaatButton)
    qtbot.waitUntil(lambda: venster.scherm is not scherm, timeout=20_000)
    nieuw = acts(store)[len(was) :]
    assert nieuw[:vondsten] == [Handeling.LEK_TOELATEN.code] * vondsten
    assert nieuw[vondsten:] == ["document.vaststellen", "document.pdf_vastleggen", "document.tonen"]


@pytest.mark.parametrize(
    ("deel", "tabel", "veld", "scherm", "doel"),
    [
        ("signalen", "signaal", "zelf_waargenomen", "signaal", "zelf_waargenomenPlainTextEdit"),
        ("plan", "interventie", "omschrijving", "dossier", "interventie_omschrijvingPlainTextEdit"),
        ("plan", "plan", "bij_verergering", "dossier", "plan_bij_verergeringPlainTextEdit"),
    ],
)
def test_back_to_change_goes_to_the_field_of_the_hit(
    venster: Window, casus_id: int, dossier_id: int, qtbot: QtBot, deel: str, tabel: str, veld: str,
    scherm: str, doel: str,
):  # fmt: skip
    store = venster.omgeving.store
    zin = "Marloes van der Wâl belde hier nog over."
    if deel == "plan":
        plannen.record_regel(store, plannen.begin_plan(store, casus_id), interventie())
    with store.write(Handeling.SIGNAAL_CORRIGEREN, dossier_id=dossier_id) as w:
        signaal_id = w.value("SELECT id FROM signaal WHERE dossier_id = ?", dossier_id)
        w.update("signaal", signaal_id, {"melder_naam": "Marloes van der Wâl"})
        rij_id = w.value(f"SELECT id FROM {tabel} WHERE dossier_id = ?", dossier_id)  # noqa: S608 - a name from above
        w.update(tabel, rij_id, {veld: zin})
    tab: Any = open_dossier(venster, dossier_id, "documenten").kies_deel("documenten")
    tab.formulier.widget(deel).setChecked(True)
    was = acts(store)
    klik(qtbot, tab.maakknop)
    qtbot.waitUntil(lambda: not tab.lekpaneel.isHidden(), timeout=20_000)
    klik(qtbot, tab.lekpaneel.ui.wijzigButton)
    assert venster.scherm is not None
    assert venster.scherm.code == scherm
    focus: Any = QtWidgets.QApplication.focusWidget()
    assert focus.objectName().endswith(doel)
    assert "Wâl" in focus.textCursor().selectedText()
    assert tab.lekpaneel.isHidden()
    assert [a for a in acts(store)[len(was) :] if a.startswith("document.")] == []


def test_the_form_of_an_attachment_has_the_fields_of_bijlage(venster: Window, dossier_id: int):
    tab: Any = open_dossier(venster, dossier_id, "documenten").kies_deel("documenten")
    assert tab.bijlagen.paneel.formulier.velden() == {veld.name for veld in fields(Bijlage)}


def test_a_file_is_added_to_the_dossier_with_what_it_is_and_on_what_ground(
    venster: Window, dossier_id: int, qtbot: QtBot, antwoord: Any, tmp_path: Path
):
    store = venster.omgeving.store
    brief = tmp_path / "brief rechtbank.pdf"
    brief.write_bytes(b"%PDF-1.4 verzonnen")
    groot = tmp_path / "film.mp4"
    with groot.open("wb") as f:
        f.truncate(25 * 1024 * 1024 + 1)
    tab: Any = open_dossier(venster, dossier_id, "documenten").kies_deel("documenten")
    kaart, was = tab.bijlagen, acts(store)
    klik(qtbot, kaart.nieuwknop)
    antwoord(groot)
    klik(qtbot, kaart.ui.bijlagen.toevoegen)
    assert "25 MB" in kaart.ui.bijlagen.melding.text()
    klik(qtbot, kaart.paneel.vastlegknop)
    assert set(kaart.paneel.formulier.gebreken()) == {
        "omschrijving", "herkomst", "grondslag", "markering", "grondslag_gever", "doel", "categorie",
        "verkregen",
    }  # fmt: skip
    vul_in(
        qtbot, kaart.paneel, omschrijving="Beschikking van de rechtbank", herkomst="Rechtbank Midden-Veen",
        ontvangen_op="1-9-2026", grondslag="wet_pga", markering="niet_verstrekken",
        doel="De voorwaarden kennen.", grondslag_gever="avg_6_1_e", categorie="strafrechtelijk",
        verkregen="heimelijk",
    )  # fmt: skip
    assert "mag u niet gebruiken" in kaart.ui.verkregenLabel.text()
    klik(qtbot, kaart.paneel.vastlegknop)
    assert set(kaart.paneel.formulier.gebreken()) == {"verkregen", "noodzaak", "grondslag_gever"}
    vul_in(
        qtbot, kaart.paneel, verkregen="document", noodzaak="Zonder dit is er geen plan.",
        grondslag_gever="wjsg_8a_39f",
    )  # fmt: skip
    klik(qtbot, kaart.paneel.vastlegknop)
    assert "Kies eerst het bestand" in venster.meldbalk.tekst.text()
    assert acts(store) == was
    antwoord(brief)
    klik(qtbot, kaart.ui.bijlagen.toevoegen)
    klik(qtbot, kaart.paneel.vastlegknop)
    assert acts(store)[len(was) :] == ["bijlage.toevoegen"]
    with store.reader() as r:
        (rij,) = r.rows("SELECT * FROM bijlage WHERE onderwerp_soort = 'dossier'")
        handeling = r.row("SELECT * FROM handeling ORDER BY n DESC LIMIT 1")
    assert (rij["dossier_id"], rij["onderwerp_id"], rij["inhoud"]) == (
        dossier_id,
        dossier_id,
        brief.read_bytes(),
    )
    assert (rij["omschrijving"], rij["herkomst"]) == ("Beschikking van de rechtbank", "Rechtbank Midden-Veen")
    assert (rij["ontvangen_op"], rij["grondslag"], rij["markering"]) == (
        "2026-09-01", "wet_pga", "niet_verstrekken",
    )  # fmt: skip
    assert (rij["categorie"], rij["grondslag_gever"], rij["verkregen"]) == (
        "strafrechtelijk", "wjsg_8a_39f", "document",
    )  # fmt: skip
    assert handeling is not None
    assert (handeling["onderwerp_soort"], handeling["dossier_id"]) == ("dossier", dossier_id)
    assert kaart.paneel.isHidden()
    assert [c for c in store.concepten("dossier_bijlage")] == []
    assert store.concepten("dossier_bijlage_bestanden") == []
    qtbot.waitUntil(lambda: [b.omschrijving for b in kaart.lijst.rijen()][:1] == [rij["omschrijving"]])
    kaart.lijst.kies(rij["id"])
    assert not kaart.feiten.isHidden()
    qtbot.keyClick(kaart.lijst, QtCore.Qt.Key.Key_Return)
    assert venster.scherm is not None
    assert venster.scherm.code == "document"
    assert acts(store)[-1] == "bijlage.inzien"
    document: Any = venster.scherm
    document.bewaar_actie.trigger()
    assert "Afgesproken is: Vastleggen, niet verstrekken." in document.gevolg.text()


def test_a_file_that_was_chosen_and_not_recorded_is_still_there(
    venster: Window, dossier_id: int, qtbot: QtBot, antwoord: Any, tmp_path: Path
):
    store = venster.omgeving.store
    brief = tmp_path / "brief.txt"
    brief.write_bytes(b"verzonnen")
    tab: Any = open_dossier(venster, dossier_id, "documenten").kies_deel("documenten")
    klik(qtbot, tab.bijlagen.nieuwknop)
    antwoord(brief)
    klik(qtbot, tab.bijlagen.ui.bijlagen.toevoegen)
    vul_in(qtbot, tab.bijlagen.paneel, omschrijving="Een bri")
    venster.open("bureau")
    vers = Dossierbijlagen(venster.omgeving)
    qtbot.addWidget(vers)
    vers.toon(dossier_id, (), alleen_lezen=False)
    assert [b.naam for b in vers.ui.bijlagen.bijlagen()] == ["brief.txt"]
    assert vers.paneel.formulier.lees()["omschrijving"] == "Een bri"
    assert not vers.paneel.isHidden()
    niet: Any = vers.findChild(QtWidgets.QPushButton, "dossier_bijlage_niet")
    klik(qtbot, niet)
    assert store.concepten("dossier_bijlage_bestanden") == []
    vers.toon(dossier_id, (), alleen_lezen=True)
    assert vers.nieuwknop.isHidden()
    assert vers.paneel.isHidden()


@pytest.mark.eis("c07")
def test_a_file_from_an_open_source_asks_who_saw_it_and_only_then(venster: Window, dossier_id: int):
    tab: Any = open_dossier(venster, dossier_id, "documenten").kies_deel("documenten")
    kaart = tab.bijlagen
    kaart.begin()
    combo = kaart.ui.verkregenComboBox
    assert kaart.ui.openBronVak.isHidden()
    combo.setCurrentIndex(combo.findData("open_bron"))
    assert not kaart.ui.openBronVak.isHidden()
    kaart.paneel.vastlegknop.click()
    assert {"vinder", "vindplaats", "gevonden_op"} <= set(kaart.paneel.formulier.gebreken())
    combo.setCurrentIndex(combo.findData("document"))
    assert kaart.ui.openBronVak.isHidden()
