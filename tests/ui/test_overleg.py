# SPDX-License-Identifier: EUPL-1.2
"""The meeting on the real window: prepared, worked out with keys, sent round and vastgesteld."""

import io
from dataclasses import fields, replace
from datetime import date

import pikepdf
import pytest
from PySide6 import QtWidgets

from gemeente_pga.domain import overleg as domein
from gemeente_pga.domain.inrichting import Partij
from gemeente_pga.handelingen.casus import close_casus
from gemeente_pga.handelingen.informatie import register_informatie
from gemeente_pga.handelingen.inrichting import register_partij
from gemeente_pga.handelingen.overleg import (
    begin_overleg,
    put_ter_reactie,
    record_actie,
    record_besluit,
    record_bespreking,
)
from gemeente_pga.handelingen.verslag import file_zvh_verslag
from gemeente_pga.store.queries import overleg as vragen
from gemeente_pga.store.queries.informatie import informatie_van_bespreking
from gemeente_pga.store.queries.verslag import verslag_gegevens
from gemeente_pga.ui.pdf import read_bladen
from tests.casus_hulp import SLUITING
from tests.overleg_hulp import MELDER, informatie, leg_casussen_vast, leg_overleg_vast, maak_compleet
from tests.ui.hand import CTRL, SHIFT, K
from tests.ui.overleg_hand import VANDAAG, Overleghand
from tests.ui_hulp import bevestig


@pytest.fixture
def hand(qtbot, venster):
    return Overleghand(qtbot, venster)


@pytest.mark.parametrize(
    ("formulier", "soort", "anders"),
    [
        (lambda s: s.deel("overleg").formulier, domein.Overleg, set()),
        (lambda s: s.deel("deelnemers").formulier, domein.Deelnemer, set()),
        (lambda s: s.deel("casus").formulier, domein.Bespreking, set()),
        (lambda s: s.deel("casus").besluiten.formulier, domein.Besluit, set()),
        (lambda s: s.deel("casus").actieregels.formulier, domein.Actie, set()),
        (lambda s: s.deel("casus").voortgang.formulier, domein.Voortgang, set()),
        (lambda s: s.deel("verslag").ronde.formulier, domein.Reactie, set()),
    ],
)
def test_each_form_asks_what_its_record_holds(venster, formulier, soort, anders):
    venster.open("overleg", None)
    assert formulier(venster.scherm).velden() == {f.name for f in fields(soort)} | anders


def test_a_meeting_is_made_with_keys_and_invites_the_participants(hand):
    c = leg_casussen_vast(hand.store)
    hand.venster.open("overleggen")
    hand.toets(K.Key_N, CTRL | SHIFT)
    assert hand.scherm.titel_nu() == "Nieuw casusoverleg"
    for naam, tekst in {
        "datumDatumEdit": "14-10-2026",
        "beginTijdEdit": "13.30",
        "eindeTijdEdit": "14.25",
        "plaatsLineEdit": "Zorg- en Veiligheidshuis Regio Midden-Veen, zaal Reiger",
        "voorzitterLineEdit": "T. de Graaf",
        "verslagleggerLineEdit": "S. Aydın",
    }.items():
        hand.vul(naam, tekst)
    hand.naar("casussenListWidget")
    hand.toets(K.Key_Space)
    voor = len(hand.acts())
    hand.toets(K.Key_Return, CTRL)
    assert hand.acts()[voor:] == ["overleg.voorbereiden"]
    (rij,) = hand.rijen("SELECT * FROM overleg")
    assert (rij["datum"], rij["begin"], rij["einde"]) == ("2026-10-14", "13:30", "14:25")
    assert rij["plaats"] == "Zorg- en Veiligheidshuis Regio Midden-Veen, zaal Reiger"
    with hand.store.reader() as r:
        tafel = vragen.deelnemers(r, rij["id"])
        assert [p.casus_id for p in vragen.agenda(r, rij["id"])] == [c.een]
    assert {t.inhoud.naam for t in tafel} == {
        "Mirjam Hoekstra", "S. Aydın", "mr. P. van 't Hoff", "K. Brouwer", "L. Nguyễn", "T. de Graaf",
    }  # fmt: skip
    assert hand.store.concepten("overleg") == []


def test_enter_opens_the_newest_meeting_from_the_first_visit_on(hand):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c)
    hand.venster.open("bureau")
    hand.scherm.nieuw.setFocus()
    hand.toets(K.Key_3, CTRL)
    assert hand.focus().objectName() == "overleggenLijst"
    hand.toets(K.Key_Return)
    assert (hand.scherm.code, hand.scherm.onderwerp_id) == ("overleg", oid)


def test_a_day_that_has_a_meeting_is_not_proposed_again(hand):
    c = leg_casussen_vast(hand.store)
    eerste = leg_overleg_vast(hand.store, c)
    maak_compleet(hand.store, eerste)
    (rij,) = hand.rijen("SELECT volgend_overleg FROM overleg")
    dag = date.fromisoformat(rij["volgend_overleg"])
    hand.venster.open("overleg", None)
    datum = hand.scherm.deel("overleg").ui.datumDatumEdit
    assert datum.datum() == dag
    leg_overleg_vast(hand.store, c, datum=dag, vorig_verslag="")
    hand.venster.open("bureau")
    hand.venster.open("overleg", None)
    assert datum.datum() is None


def test_without_casus_there_is_no_meeting(hand):
    leg_casussen_vast(hand.store)
    hand.venster.open("overleg", None)
    hand.vul("datumDatumEdit", "14-10-2026")
    hand.vul("plaatsLineEdit", "Reiger")
    hand.vul("voorzitterLineEdit", "T. de Graaf")
    hand.toets(K.Key_Return, CTRL)
    assert hand.rijen("SELECT 1 FROM overleg") == []
    assert "ten minste één casus" in hand.venster.meldbalk.tekst.text()
    assert hand.focus().objectName() == "casussenListWidget"


def test_attendance_goes_by_single_keys(hand):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c, beide=True)
    hand.venster.open("overleg", oid, "deelnemers")
    hand.scherm.ui.beginPushButton.setFocus()
    hand.toets(K.Key_Space)
    assert hand.focus().objectName() == "tafelLijst"
    voor = len(hand.acts())
    for teken in "aasab":
        hand.typ(teken)
    hand.wacht(lambda: hand.scherm.deel("deelnemers").beeld.tafel[4].inhoud.aanwezig == "afwezig_met_bericht")
    assert hand.acts()[voor:] == ["overleg.bijwerken"] * 5
    standen = [t.inhoud.aanwezig for t in hand.scherm.deel("deelnemers").beeld.tafel]
    assert standen[:4] == ["aanwezig", "aanwezig", "schriftelijk", "aanwezig"]
    hand.scherm.deel("deelnemers").ui.tafelLijst.selectRow(0)
    hand.typ("g")
    hand.typ("2")
    hand.wacht(lambda: hand.scherm.deel("deelnemers").beeld.tafel[0].inhoud.geheimhouding)
    eerste = hand.scherm.deel("deelnemers").beeld.tafel[0]
    assert [p.id for p in hand.scherm.deel("deelnemers").beeld.punten if p.id in eerste.bespreking_ids] == [
        hand.scherm.deel("deelnemers").beeld.punten[0].id
    ]


def test_somebody_who_was_not_invited_is_added_in_the_form(hand):
    c = leg_casussen_vast(hand.store)
    leerplicht = register_partij(hand.store, Partij("onderwijs", "Leerplicht Waterhoven"))
    oid = leg_overleg_vast(hand.store, c)
    hand.venster.open("overleg", oid, "deelnemer:nieuw")
    assert hand.focus().objectName() == "naamLineEdit"
    hand.typ("R. El Amrani")
    hand.naar("partij_idComboBox")
    hand.typ("Leer")
    hand.naar("toelichtingPlainTextEdit")
    hand.typ("verzuim zoon 11 dagen sinds 1 september")
    hand.toets(K.Key_Return, CTRL)
    (rij,) = hand.rijen("SELECT * FROM overleg_deelnemer WHERE naam = 'R. El Amrani'")
    assert rij["partij_id"] == leerplicht
    assert rij["toelichting"] == "verzuim zoon 11 dagen sinds 1 september"
    assert hand.rijen("SELECT 1 FROM bespreking_deelnemer WHERE overleg_deelnemer_id = ?", rij["id"])


def test_a_line_of_notes_becomes_a_decision_or_an_action(hand):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c)
    maak_compleet(hand.store, oid)
    (punt,) = hand.rijen("SELECT id FROM bespreking WHERE overleg_id = ?", oid)
    hand.venster.open("overleg", oid, f"bespreking:{punt['id']}.overwegingen")
    hand.toets(K.Key_A, CTRL)
    hand.typ("Ontruiming kan escaleren.\n")
    hand.typ("- Groep in de schuur: alleen als vraag vastleggen, geen namen verzamelen.\n")
    hand.typ("Brouwer – gesprek met J. samen met broer (vóór 28-10)")
    voor = len(hand.acts())
    hand.toets(K.Key_A, CTRL | SHIFT)
    hand.toets(K.Key_B, CTRL)
    assert hand.acts()[voor:] == ["actie.vastleggen", "besluit.vastleggen"]
    actie = hand.rijen("SELECT * FROM actie ORDER BY volgnummer")[-1]
    assert (actie["wat"], actie["wie"], actie["voor"]) == (
        "Gesprek met J. samen met broer", "K. Brouwer", "2026-10-28",
    )  # fmt: skip
    assert actie["partij_id"] == c.partijen["politie"]
    besluit = hand.rijen("SELECT tekst FROM besluit ORDER BY volgnummer")[-1]
    assert besluit["tekst"] == "Groep in de schuur: alleen als vraag vastleggen, geen namen verzamelen."
    hand.toets(K.Key_Return, CTRL)
    (rij,) = hand.rijen("SELECT overwegingen FROM bespreking")
    assert rij["overwegingen"] == "Ontruiming kan escaleren."


def test_a_minderheidsstandpunt_names_who_holds_it_and_stands_on_every_paper_of_its_casus(hand):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c, beide=True)
    maak_compleet(hand.store, oid)
    een, twee = (rij["id"] for rij in hand.rijen("SELECT id FROM bespreking ORDER BY volgorde"))
    hand.venster.open("overleg", oid, f"bespreking:{een}.minderheidsstandpunt")
    hand.typ("Het tempo ligt te hoog: eerst de uitspraak afwachten.")
    voor = len(hand.acts())
    hand.toets(K.Key_Return, CTRL)
    vorm = hand.scherm.deel("casus").formulier
    assert vorm.gebreken() == {"minderheidsstandpunt_van": "Schrijf op wie er anders over denkt."}
    assert hand.focus().objectName() == "minderheidsstandpunt_vanLineEdit"
    hand.typ("Openbaar Ministerie")
    hand.toets(K.Key_Return, CTRL)
    assert hand.acts()[voor:] == ["bespreking.bijwerken"]
    zin = "Openbaar Ministerie: Het tempo ligt te hoog: eerst de uitspraak afwachten."
    with hand.store.reader() as r:
        delen = verslag_gegevens(r, oid, hand.venster.omgeving.kader).casussen
    assert [deel.minderheidsstandpunt for deel in delen] == [zin, ""]
    hand.venster.open("overleg", oid, f"bespreking:{twee}.overwegingen")
    assert vorm.widget("minderheidsstandpunt").toPlainText() == ""


def test_an_action_of_somebody_with_a_long_name_keeps_the_organisation(hand):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c)
    maak_compleet(hand.store, oid)
    (punt,) = hand.rijen("SELECT id FROM bespreking WHERE overleg_id = ?", oid)
    hand.venster.open("overleg", oid, f"bespreking:{punt['id']}.overwegingen")
    hand.toets(K.Key_A, CTRL)
    hand.typ("Van 't Hoff – stuurt de terugkoppeling van de aangifte (vóór 4-11)")
    hand.toets(K.Key_A, CTRL | SHIFT)
    actie = hand.rijen("SELECT wie, partij_id FROM actie ORDER BY volgnummer")[-1]
    assert (actie["wie"], actie["partij_id"]) == ("mr. P. van 't Hoff", c.partijen["om"])


def test_actions_follow_each_other_with_enter(hand):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c)
    maak_compleet(hand.store, oid)
    (punt,) = hand.rijen("SELECT id FROM bespreking")
    hand.venster.open("overleg", oid, f"acties:{punt['id']}")
    for wat, wie, voor in (
        ("school en zoon, vrijwillige hulp", "Nguyễn", "30-10"),
        ("terugkoppeling aangifte", "van 't Hoff", "4-11"),
        ("LSE vragen om advies zonder naam", "De Graaf", "21-10"),
    ):
        assert hand.focus().objectName() == "watLineEdit"
        hand.typ(wat)
        hand.toets(K.Key_Tab)
        hand.typ(wie)
        hand.toets(K.Key_Tab)
        hand.typ(voor)
        hand.toets(K.Key_Return)
    rijen = hand.rijen("SELECT wat, wie, voor, partij_id FROM actie ORDER BY volgnummer")[1:]
    assert [tuple(r.values()) for r in rijen] == [
        ("school en zoon, vrijwillige hulp", "L. Nguyễn", "2026-10-30", c.partijen["rvdk"]),
        ("terugkoppeling aangifte", "mr. P. van 't Hoff", "2026-11-04", c.partijen["om"]),
        ("LSE vragen om advies zonder naam", "T. de Graaf", "2026-10-21", c.partijen["zvh"]),
    ]
    hand.toets(K.Key_Return)  # nothing typed: it says what is missing and records nothing
    assert len(hand.rijen("SELECT 1 FROM actie")) == 4
    assert hand.scherm.deel("casus").actieregels.formulier.gebreken()["wat"] == "Vul in: Wat."


def test_earlier_actions_take_one_key_and_a_word(hand):
    c = leg_casussen_vast(hand.store)
    eerste = leg_overleg_vast(hand.store, c)
    maak_compleet(hand.store, eerste)
    (punt,) = hand.rijen("SELECT id FROM bespreking")
    record_actie(
        hand.store,
        punt["id"],
        domein.Actie("aangifte", "mr. P. van 't Hoff", None, date(2026, 11, 4), "", "", ""),
    )
    tweede = leg_overleg_vast(hand.store, c, datum=date(2026, 11, 4), vorig_verslag="")
    begin_overleg(hand.store, tweede)
    hand.venster.open("overleg", tweede, "acties_vorige_keer")
    assert hand.focus().objectName() == "regelsLijst"
    voor = len(hand.acts())
    hand.typ("g")
    hand.typ("uitstel tot 1 februari")
    hand.toets(K.Key_Tab)
    hand.typ("27-10")
    hand.toets(K.Key_Return)
    assert hand.focus().objectName() == "regelsLijst"
    hand.typ("v")
    hand.toets(K.Key_Return)  # vervalt asks why
    assert "waarom" in hand.scherm.deel("casus").voortgang.formulier.gebreken()["toelichting"]
    hand.typ("mentor doet geen aangifte")
    hand.toets(K.Key_Return)
    assert hand.acts()[voor:] == ["actie.bijwerken"] * 2
    rijen = hand.rijen(
        "SELECT status, toelichting, gebeurd_op FROM actie_voortgang ORDER BY vastgelegd_op, rowid"
    )
    assert {tuple(r.values()) for r in rijen} == {
        ("gedaan", "uitstel tot 1 februari", "2026-10-27"),
        ("vervalt", "mentor doet geen aangifte", None),
    }


def test_typing_survives_leaving_and_shows_as_missing(hand):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c)
    maak_compleet(hand.store, oid)
    (punt,) = hand.rijen("SELECT id FROM bespreking")
    hand.venster.open("overleg", oid, f"actie:{punt['id']}")
    hand.typ("Half getyp")
    hand.venster.open("overleggen")
    hand.venster.open("overleg", oid, "verslag")
    zinnen = [k.zin() for k in _regels(hand)]
    assert zinnen == ["Casus C2026-001: u typte een actie en legde dat nog niet vast."]
    _regels(hand)[0].setFocus()
    hand.toets(K.Key_Space)
    assert hand.focus().objectName() == "watLineEdit"
    assert hand.focus().text() == "Half getyp"


def _regels(hand):
    indeling = hand.scherm.deel("verslag").ui.mistLayout
    return [indeling.itemAt(n).widget() for n in range(indeling.count())]


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
    _vaststellen(hand)
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


def _vaststellen(hand):
    deel = hand.scherm.deel("verslag")
    deel.besluit_ui.wijzeKeuzeGroep.knoppen()[0].setFocus()
    hand.toets(K.Key_Space)
    hand.naar("opDatumEdit")
    hand.typ("4-11-2026")
    hand.toets(K.Key_Return, CTRL)


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
    _vaststellen(hand)
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
        _vaststellen(hand)
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
    assert "vastgesteld" in hand.venster.meldbalk.tekst.text().lower()
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
    _vaststellen(hand)
    paneel = hand.scherm.deel("verslag").papier.paneel
    hand.wacht(lambda: not paneel.isHidden())
    paneel.ui.wijzigButton.click()
    focus = hand.focus()
    assert hand.scherm.deel("casus").beeld.bespreking_id == punt.id
    assert focus.objectName().startswith(veld)
    gekozen = focus.textCursor().selectedText() if hasattr(focus, "textCursor") else focus.selectedText()
    assert gekozen
    assert gekozen in MELDER


def test_closing_a_casus_tells_which_meetings_still_hold_it(hand):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c)
    maak_compleet(hand.store, oid)
    leg_overleg_vast(hand.store, c, datum=date(2026, 12, 2), vorig_verslag="")
    hand.venster.open("dossier", c.dossier_een, "afsluiten")
    zin = hand.scherm._huidig_deel().paneel.vorm_ui.waarschuwingLabel
    assert zin.isVisible()
    assert "Het verslag van overleg O2026-01 van 14 oktober 2026 is nog niet vastgesteld" in zin.text()
    assert "op de agenda van overleg O2026-02 van 2 december 2026" in zin.text()
    (punt,) = hand.rijen("SELECT id FROM bespreking WHERE overleg_id = ?", oid)
    hand.venster.open("overleg", oid, f"bespreking:{punt['id']}")
    gesloten = hand.scherm.deel("casus").ui.geslotenLabel
    assert gesloten.isHidden()
    close_casus(hand.store, c.een, SLUITING)
    hand.venster.open("overleg", oid, f"bespreking:{punt['id']}")
    hand.wacht(lambda: "gesloten per 1 december 2026" in gesloten.text())


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


def test_the_minutes_of_the_zvh_are_filed(hand, antwoord, tmp_path):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c, verslag_door="zvh")
    maak_compleet(hand.store, oid)
    hand.venster.open("overleg", oid, "verslag")
    assert [k.zin() for k in _regels(hand)] == [
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
    hand.wacht(lambda: _regels(hand) == [])
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
    assert [k.zin() for k in _regels(hand)] == [
        "Berg het verslag van het Zorg- en Veiligheidshuis op, met hun kenmerk."
    ]
    assert verslag.zvh_ui.kenmerkLineEdit.text() == ""


def test_input_is_recorded_with_the_editor_of_the_weging(hand):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c)
    maak_compleet(hand.store, oid)
    (punt,) = hand.rijen("SELECT id FROM bespreking")
    hand.venster.open("overleg", oid, f"inbreng:{punt['id']}")
    assert hand.focus().objectName() == "partij_idComboBox"
    editor = hand.scherm.deel("casus").inbreng.editor
    hand.typ("Poli")
    hand.naar("tekstPlainTextEdit")
    hand.typ("na 24 sept. geen nieuwe feiten. Spandoek hangt er nog.")
    editor.ui.soort_uitspraakKeuzeGroep.zet("feit")
    editor.ui.categorieKeuzeGroep.zet("gewoon")
    editor.ui.markeringKeuzeGroep.zet("vrij")
    editor.formulier.vul({"verkregen": "openlijk"})
    voor = len(hand.acts())
    editor.ui.vastleggenButton.setFocus()
    hand.toets(K.Key_Space)
    assert editor.formulier.gebreken() == {}
    assert hand.acts()[voor:] == ["informatie.toevoegen"]
    with hand.store.reader() as r:
        (item,) = informatie_van_bespreking(r, punt["id"])
    assert item.inhoud.tekst == "na 24 sept. geen nieuwe feiten. Spandoek hangt er nog."
    assert hand.focus().objectName() == "partij_idComboBox"


def test_a_vastgesteld_meeting_is_read_only(hand):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c)
    maak_compleet(hand.store, oid)
    hand.venster.open("overleg", oid, "verslag")
    _vaststellen(hand)
    hand.wacht(lambda: hand.scherm.code == "document")
    hand.venster.open("overleg", oid, "deelnemers")
    voor = len(hand.acts())
    hand.scherm.deel("deelnemers").ui.tafelLijst.selectRow(0)
    hand.scherm.deel("deelnemers").ui.tafelLijst.setFocus()
    hand.typ("zg")
    (punt,) = hand.rijen("SELECT id FROM bespreking")
    hand.venster.open("overleg", oid, f"bespreking:{punt['id']}")
    assert hand.scherm.deel("casus").ui.overwegingenPlainTextEdit.isReadOnly()
    hand.toets(K.Key_Return, CTRL)
    hand.toets(K.Key_B, CTRL)
    assert hand.acts()[voor:] == []


@pytest.mark.parametrize("maat", [(1366, 740), (683, 384), (640, 360)])
def test_no_part_is_wider_than_the_window(hand, maat):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c, beide=True)
    maak_compleet(hand.store, oid)
    hand.venster.resize(*maat)
    for onderdeel in ("overleg", "agenda", "deelnemer:nieuw", "bespreking", "inbreng", "verslag"):
        hand.venster.open("overleg", oid, onderdeel)
        deel = hand.scherm._deel()
        hand.wacht(lambda deel=deel: deel.widget().minimumSizeHint().width() <= deel.viewport().width())


@pytest.mark.parametrize("maat", [(1366, 740), (683, 384)])
def test_no_word_of_a_list_is_cut_off(hand, maat):
    c = leg_casussen_vast(hand.store)
    eerste = leg_overleg_vast(hand.store, c)
    maak_compleet(hand.store, eerste)
    (punt,) = hand.rijen("SELECT id FROM bespreking")
    wat = "Afspraak maken voor de eerste drie gesprekken over schuldhulpverlening"
    record_actie(
        hand.store, punt["id"], domein.Actie(wat, "Landelijk Steunpunt Extremisme", None, VANDAAG, "", "", "")
    )
    tweede = leg_overleg_vast(hand.store, c, datum=date(2026, 11, 4), vorig_verslag="")
    begin_overleg(hand.store, tweede)
    hand.venster.resize(*maat)
    hand.venster.open("overleg", tweede, "acties_vorige_keer")
    lijst = hand.scherm.deel("casus").voortgang.ui.regelsLijst
    meet = lijst.fontMetrics().horizontalAdvance

    def past():
        model = lijst.model()
        for rij in range(model.rowCount()):
            for kolom in range(model.columnCount()):
                tekst = str(model.index(rij, kolom).data() or "")
                langste = max(map(meet, tekst.split()), default=0)
                assert lijst.columnWidth(kolom) >= langste + 22, tekst
                regels = meet(tekst) / max(1, lijst.columnWidth(kolom) - 22)
                assert lijst.rowHeight(rij) >= int(regels) * lijst.fontMetrics().height(), tekst
        assert lijst.horizontalHeader().length() <= lijst.viewport().width()

    hand.qtbot.waitUntil(past, timeout=5_000)


def test_whoever_comes_for_one_casus_gets_an_agenda_without_the_other(hand):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c, beide=True)
    hand.venster.open("overleg", oid, "agenda")
    indeling = hand.scherm.deel("agenda").ui.papierLayout
    knoppen = [indeling.itemAt(n).widget() for n in range(indeling.count())]
    assert [k.text().replace("&", "") for k in knoppen] == [
        "Hele agenda als PDF maken",
        "Agenda voor wie alleen bij C2026-001 zit",
        "Agenda voor wie alleen bij C2026-002 zit",
    ]
    knoppen[2].setFocus()
    hand.toets(K.Key_Space)
    hand.wacht(lambda: hand.scherm.code == "document")
    (stuk,) = hand.rijen("SELECT kenmerk, dossier_id, pdf FROM document")
    assert (stuk["kenmerk"], stuk["dossier_id"]) == ("O2026-01-A/C2026-002", c.dossier_twee)
    tekst = "".join(b.tekst for b in read_bladen(stuk["pdf"]))
    assert "C2026-002" in tekst
    assert "C2026-001" not in tekst
    assert "Brouwer" not in tekst


def test_while_others_read_the_text_stays_as_it_is(hand):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c)
    maak_compleet(hand.store, oid)
    put_ter_reactie(hand.store, oid, op=VANDAAG, reageren_voor=None)
    hand.venster.open("overleg", oid, "bespreking")
    casus = hand.scherm.deel("casus")
    assert casus.ui.overwegingenPlainTextEdit.isReadOnly()
    assert casus.besluiten.ui.invoerFrame.isHidden()
    assert casus.inbreng.knop.isHidden()
    hand.scherm.ui.beginPushButton.setFocus()
    hand.toets(K.Key_Space)
    assert not casus.ui.overwegingenPlainTextEdit.isReadOnly()
    assert hand.acts()[-1] == "overleg.bijwerken"


def test_locking_comes_back_to_the_half_typed_word(hand):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c)
    maak_compleet(hand.store, oid)
    (punt,) = hand.rijen("SELECT id FROM bespreking")
    hand.venster.open("overleg", oid, f"besluit:{punt['id']}")
    hand.typ("Half besl")
    plek = hand.venster.plek()
    hand.venster.open("overleggen")
    assert hand.venster.naar_plek(plek)
    assert hand.focus() is hand.scherm.deel("casus").besluiten.ui.tekstPlainTextEdit
    hand.typ("uit")
    assert hand.focus().toPlainText() == "Half besluit"


def test_ctrl_enter_records_the_row_that_is_being_typed(hand):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c)
    maak_compleet(hand.store, oid)
    (punt,) = hand.rijen("SELECT id FROM bespreking")
    hand.venster.open("overleg", oid, f"besluiten:{punt['id']}")
    hand.typ("Tweede besluit.")
    voor = len(hand.acts())
    hand.toets(K.Key_Return, CTRL)
    hand.toets(K.Key_Return, CTRL)  # nothing is being typed now: the bespreking itself
    assert hand.acts()[voor:] == ["besluit.vastleggen", "bespreking.bijwerken"]
