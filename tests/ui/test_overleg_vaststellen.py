# SPDX-License-Identifier: EUPL-1.2
"""The minutes of a meeting: made final, in writing or by the Zorg- en Veiligheidshuis; what stops that."""

import io
from dataclasses import replace
from datetime import date

import pikepdf
import pytest
from PySide6 import QtWidgets

from gemeente_pga.domain import overleg as domein
from gemeente_pga.handelingen.informatie import register_informatie
from gemeente_pga.handelingen.overleg import (
    put_ter_reactie,
    record_actie,
    record_besluit,
    record_bespreking,
)
from gemeente_pga.handelingen.verslag import file_zvh_verslag
from gemeente_pga.store.queries import overleg as vragen
from tests.overleg_hulp import MELDER, informatie, leg_casussen_vast, leg_overleg_vast, maak_compleet
from tests.ui.hand import K
from tests.ui.overleg_hand import VANDAAG, Overleghand
from tests.ui_hulp import bevestig


@pytest.fixture
def hand(qtbot, venster):
    return Overleghand(qtbot, venster)


def test_vaststellen_makes_papers_that_keep_the_casussen_apart(hand):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c, beide=True)
    maak_compleet(hand.store, oid)
    with hand.store.reader() as r:
        punten = vragen.agenda(r, oid)
    politie = c.partijen["politie"]
    for tekst, markering in (
        ("Na 24 september geen nieuwe feiten.", "vrij"),
        ("In 2025 was er een melding van overlast bij de buren.", "niet_verstrekken"),
    ):
        item = informatie(politie, tekst, markering)
        register_informatie(hand.store, c.dossier_een, item, waarbij={"bespreking_id": punten[0].id})
    hand.venster.open("overleg", oid, "verslag")
    voor = len(hand.acts())
    hand.stel_verslag_vast()
    hand.wacht(lambda: hand.scherm.code == "document")
    acts = hand.acts()[voor:]
    assert acts[0] == "verslag.vaststellen"
    assert acts[1:6] == ["document.pdf_vastleggen"] * 5
    papieren = hand.papieren(oid)
    een = papieren[("uittreksel", c.dossier_een)]
    twee = papieren[("uittreksel", c.dossier_twee)]
    assert "Na 24 september geen nieuwe feiten" in een
    assert "Oosterzee" not in een
    assert "C2026-002" not in een
    assert "melding van overlast" not in een
    assert "D'Hondt" not in twee
    assert "C2026-001" not in twee
    assert "melding van overlast" in papieren[("verslag", None)]
    assert all(MELDER not in t for t in papieren.values())
    hand.venster.open("overleg", oid)
    assert hand.scherm.ui.standLabel.text() == "Vastgesteld"
    for veld in ("verslag", "deelnemers", "bespreking"):
        hand.venster.open("overleg", oid, veld)
        assert hand.scherm.wegwijzersleutel == "overleg_vastgesteld"


@pytest.mark.parametrize(
    ("waar", "tekst"),
    [
        ("melder", f"{MELDER} belde hierover."),
        ("andere", "Zie ook de zaak Van Oosterzee."),
        ("geblokkeerd", "Er was in 2025 een melding van overlast bij de buren."),
    ],
)
def test_a_planted_leak_stops_the_paper_until_a_reason_is_given(hand, antwoord, waar, tekst):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c, beide=True)
    maak_compleet(hand.store, oid)
    with hand.store.reader() as r:
        punt = vragen.agenda(r, oid)[0]
    item = informatie(
        c.partijen["politie"], "In 2025 was er een melding van overlast bij de buren.", "ter_kennisneming"
    )
    register_informatie(hand.store, c.dossier_een, item, waarbij={"bespreking_id": punt.id})
    record_besluit(hand.store, punt.id, domein.Besluit(tekst, False))
    hand.venster.open("overleg", oid, "verslag")
    voor = len(hand.acts())
    hand.stel_verslag_vast()
    paneel = hand.scherm.deel("verslag").papier.paneel
    hand.wacht(lambda: not paneel.isHidden())
    assert hand.acts()[voor:] == []
    aantal = len(paneel.ui.lekkenLijst.rijen())
    assert aantal
    antwoord(*["gewoon_woord"] * aantal)
    for _ in range(aantal):
        paneel.ui.toelaatButton.click()
    hand.wacht(lambda: hand.scherm.code == "document")
    assert hand.acts()[voor : voor + aantal + 1] == ["document.lek_toelaten"] * aantal + [
        "verslag.vaststellen"
    ]


@pytest.mark.parametrize(
    ("plant", "veld"),
    [
        (lambda s, punt: record_besluit(s, punt.id, domein.Besluit("Schaal af, omdat …", False)), "tekst"),
        (
            lambda s, punt: record_bespreking(s, punt.id, replace(punt.inhoud, overwegingen="Omdat …")),
            "overwegingen",
        ),
    ],
)  # fmt: skip
def test_an_open_place_of_a_standard_sentence_stops_the_minutes_and_leads_there(hand, plant, veld):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c, beide=True)
    maak_compleet(hand.store, oid)
    with hand.store.reader() as r:
        punt = vragen.agenda(r, oid)[1]
    plant(hand.store, punt)
    hand.venster.open("overleg", oid, "verslag")
    (knop,) = hand.wat_mist()
    zin = knop.zin()
    assert zin.startswith(f"Casus {punt.casusnummer}: in ")
    assert "nog een open plek (…)" in zin
    voor = len(hand.acts())
    hand.stel_verslag_vast()
    assert hand.acts()[voor:] == []
    focus = hand.focus()
    assert hand.scherm.deel("casus").beeld.bespreking_id == punt.id
    assert focus.objectName().startswith(veld)
    assert "…" in focus.toPlainText()


@pytest.mark.parametrize("vaststellen", [True, False])
def test_what_is_added_while_the_hits_wait_is_checked_too(hand, antwoord, vaststellen):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c)
    maak_compleet(hand.store, oid)
    with hand.store.reader() as r:
        (punt,) = vragen.agenda(r, oid)
    record_besluit(hand.store, punt.id, domein.Besluit(f"{MELDER} belde hierover.", False))
    hand.venster.open("overleg", oid, "verslag")
    deel = hand.scherm.deel("verslag")
    paneel = deel.papier.paneel
    if vaststellen:
        hand.stel_verslag_vast()
    else:
        deel._maak_lijst(punt.casusnummer)
    hand.wacht(lambda: not paneel.isHidden())
    record_besluit(hand.store, punt.id, domein.Besluit(f"Ook {MELDER} zelf wordt gevraagd.", False))
    voor = len(hand.acts())
    antwoord(*["gewoon_woord"] * (aantal := len(paneel.ui.lekkenLijst.rijen())))
    for _ in range(aantal):
        paneel.ui.toelaatButton.click()
    hand.wacht(deel.isEnabled)
    assert hand.acts()[voor:] == ["document.lek_toelaten"] * aantal
    assert not paneel.isHidden()
    assert any("zelf wordt gevraagd" in rij.lek.context for rij in paneel.ui.lekkenLijst.rijen())
    antwoord(*["gewoon_woord"] * (aantal := len(paneel.ui.lekkenLijst.rijen())))
    for _ in range(aantal):
        paneel.ui.toelaatButton.click()
    hand.wacht(lambda: hand.scherm.code == "document")
    klaar = hand.venster.meldbalk.tekst.text()
    assert "Verslag vastgesteld" in klaar or "ligt in de kluis" in klaar
    assert "niets vastgesteld" not in hand.venster.meldbalk.tekst.text()


@pytest.mark.parametrize(
    ("plant", "veld"),
    [
        (lambda s, punt: record_besluit(s, punt.id, domein.Besluit(f"{MELDER} belt terug.", False)), "tekst"),
        (
            lambda s, punt: record_actie(
                s,
                punt.id,
                domein.Actie("bellen", "K. Brouwer", None, date(2026, 11, 4), "", f"als {MELDER} wil", ""),
            ),
            "conditie",
        ),
        (
            lambda s, punt: record_bespreking(
                s, punt.id, replace(punt.inhoud, overwegingen=f"Eerst dit.\n{MELDER} belde.")
            ),
            "overwegingen",
        ),
    ],
)  # fmt: skip
def test_back_to_change_goes_to_the_field_of_the_hit(hand, plant, veld):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c, beide=True)
    maak_compleet(hand.store, oid)
    with hand.store.reader() as r:
        punt = vragen.agenda(r, oid)[0]
    plant(hand.store, punt)
    hand.venster.open("overleg", oid, "verslag")
    hand.stel_verslag_vast()
    paneel = hand.scherm.deel("verslag").papier.paneel
    hand.wacht(lambda: not paneel.isHidden())
    paneel.ui.wijzigButton.click()
    focus = hand.focus()
    assert hand.scherm.deel("casus").beeld.bespreking_id == punt.id
    assert focus.objectName().startswith(veld)
    gekozen = focus.textCursor().selectedText() if hasattr(focus, "textCursor") else focus.selectedText()
    assert gekozen
    assert gekozen in MELDER


def test_in_writing_asks_a_round_first(hand):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c)
    maak_compleet(hand.store, oid)
    hand.venster.open("overleg", oid, "verslag")
    deel = hand.scherm.deel("verslag")
    deel.besluit_ui.wijzeKeuzeGroep.zet("schriftelijk")
    deel.besluit_ui.opDatumEdit.zet(date(2026, 11, 4))
    deel.besluit_ui.vaststellenPushButton.click()
    assert "ter reactie" in hand.venster.meldbalk.tekst.text()
    assert hand.focus().objectName() == "reageren_voorDatumEdit"
    hand.typ("20-11")
    deel.ronde.ui.terReactiePushButton.setFocus()
    hand.toets(K.Key_Space)
    hand.wacht(lambda: hand.scherm.deel("verslag").beeld.kop.status == "ter_reactie")
    hand.venster.open("overleg", oid, "reacties")
    hand.typ("k")
    hand.typ("per mail")
    hand.toets(K.Key_Return)
    hand.typ("w")
    hand.typ("“aangifte” wordt “mogelijke aangifte”")
    hand.toets(K.Key_Return)
    hand.wacht(lambda: sum(bool(t.reactie.reactie) for t in deel.beeld.tafel) == 2)
    deel.ronde.ui.stiltePushButton.click()
    hand.wacht(lambda: all(t.reactie.reactie for t in deel.beeld.tafel))
    assert hand.venster.meldbalk.tekst.text() == "Bij 3 deelnemers is vastgelegd: geen reactie."
    reacties = sorted(t.reactie.reactie for t in deel.beeld.tafel)
    assert reacties == ["akkoord", "geen_reactie", "geen_reactie", "geen_reactie", "wijziging"]
    deel.besluit_ui.vaststellenPushButton.click()
    hand.wacht(lambda: hand.scherm.code == "document")


@pytest.mark.eis("i9")
def test_the_minutes_of_the_zvh_are_filed(hand, antwoord, tmp_path):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c, verslag_door="zvh")
    maak_compleet(hand.store, oid)
    hand.venster.open("overleg", oid, "verslag")
    assert [k.zin() for k in hand.wat_mist()] == [
        "Berg het verslag van het Zorg- en Veiligheidshuis op, met hun kenmerk."
    ]
    leugen = tmp_path / "verslag.pdf"
    leugen.write_text("geen pdf")
    antwoord(leugen)
    zvh = hand.scherm.deel("verslag").zvh_ui
    zvh.kenmerkLineEdit.setText("ZVH-2026-88")
    zvh.zvhPushButton.click()
    assert "geen PDF" in hand.scherm.deel("verslag").zvh_formulier.gebreken()["kenmerk"]
    leugen.write_bytes(b"%PDF-1.7\n%%EOF")  # begins well, but holds nothing
    antwoord(leugen)
    zvh.zvhPushButton.click()
    assert "geen PDF" in hand.scherm.deel("verslag").zvh_formulier.gebreken()["kenmerk"]
    with pikepdf.new() as leeg:
        leeg.add_blank_page()
        leeg.save(leugen)
    heel = leugen.read_bytes()
    leugen.write_bytes(heel[: len(heel) * 2 // 3])  # could be repaired, but not shown later
    antwoord(leugen)
    voor = len(hand.acts())
    zvh.zvhPushButton.click()
    assert "niet compleet" in hand.scherm.deel("verslag").zvh_formulier.gebreken()["kenmerk"]
    assert hand.acts()[voor:] == []
    leugen.write_bytes(heel)
    antwoord(leugen)
    zvh.zvhPushButton.click()
    assert hand.acts()[voor:] == ["verslag.zvh_opbergen"]
    hand.wacht(lambda: hand.wat_mist() == [])
    assert hand.rijen("SELECT kenmerk, soort FROM document") == [
        {"kenmerk": "ZVH-2026-88", "soort": "zvh_verslag"}
    ]
    hand.venster.open("overleg", oid, "bespreking")
    assert hand.scherm.deel("casus").ui.inbrengKaart.isHidden()


def test_wrongly_filed_minutes_of_the_zvh_are_taken_back_with_a_reason(hand, antwoord):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c, verslag_door="zvh")
    maak_compleet(hand.store, oid)
    stuk = io.BytesIO()
    with pikepdf.new() as leeg:
        leeg.add_blank_page()
        leeg.save(stuk)
    document_id = file_zvh_verslag(hand.store, oid, stuk.getvalue(), "ZVH-2026-88", op=VANDAAG)
    hand.venster.open("document", document_id)
    document = hand.scherm
    hand.wacht(lambda: len(document.bladen.bladen) == 1)
    assert document.terug_knop.isVisible()
    assert document.terug_actie in document.acties()
    voor = len(hand.acts())
    antwoord(None)
    document.terug_knop.click()
    assert hand.acts()[voor:] == []
    antwoord("andere_persoon")
    document.terug_knop.click()
    assert "verdwijnt uit de kluis" in antwoord.vragen[-1].tekst
    assert hand.acts()[voor:] == [], "not before the wachtzin"
    bevestig(hand.venster, hand.qtbot)
    assert hand.acts()[voor:] == ["verslag.zvh_terugnemen"]
    blad = document.bladen.findChild(QtWidgets.QLabel, "zin")
    hand.wacht(lambda: blad.height() >= blad.heightForWidth(blad.width()) > 0)
    zin = blad.text()
    assert "teruggenomen door Mirjam Hoekstra" in zin
    assert "het gaat over een andere persoon" in zin
    for knop in (document.terug_knop, document.druk_knop, document.bewaar_knop):
        assert knop.isHidden()
    assert document.isAncestorOf(hand.focus())
    hand.venster.open("overleg", oid, "verslag")
    verslag = hand.scherm.deel("verslag")
    assert [d.naam for d in verslag.ui.stukkenLijst.rijen()] == [
        "Verslag van het Zorg- en Veiligheidshuis – teruggenomen"
    ]
    assert [k.zin() for k in hand.wat_mist()] == [
        "Berg het verslag van het Zorg- en Veiligheidshuis op, met hun kenmerk."
    ]
    assert verslag.zvh_ui.kenmerkLineEdit.text() == ""


def test_while_others_read_the_text_stays_as_it_is(hand):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c)
    maak_compleet(hand.store, oid)
    put_ter_reactie(hand.store, oid, op=VANDAAG, reageren_voor=None)
    hand.venster.open("overleg", oid, "bespreking")
    casus = hand.scherm.deel("casus")
    assert hand.scherm.wegwijzersleutel == "overleg_reacties"
    assert casus.ui.overwegingenPlainTextEdit.isReadOnly()
    assert casus.besluiten.ui.invoerFrame.isHidden()
    assert casus.inbreng.knop.isHidden()
    hand.scherm.ui.beginPushButton.setFocus()
    hand.toets(K.Key_Space)
    assert not casus.ui.overwegingenPlainTextEdit.isReadOnly()
    assert hand.acts()[-1] == "overleg.bijwerken"
