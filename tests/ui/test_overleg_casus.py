# SPDX-License-Identifier: EUPL-1.2
"""One casus in the meeting: notes that become decisions and actions, input, and typing that is never lost."""

from datetime import date

import pytest
from PySide6 import QtWidgets

from gemeente_pga.domain import overleg as domein
from gemeente_pga.domain.beperking import Beperking
from gemeente_pga.handelingen.beperking import restrict
from gemeente_pga.handelingen.overleg import (
    begin_overleg,
    record_actie,
)
from gemeente_pga.store.queries.informatie import informatie_van_bespreking
from gemeente_pga.store.queries.verslag import verslag_gegevens
from tests.overleg_hulp import leg_casussen_vast, leg_overleg_vast, maak_compleet
from tests.ui.hand import CTRL, SHIFT, K
from tests.ui.overleg_hand import Overleghand


@pytest.fixture
def hand(qtbot, venster):
    return Overleghand(qtbot, venster)


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


def test_an_action_to_somebody_outside_asks_what_may_be_said(hand):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c)
    maak_compleet(hand.store, oid)
    (punt,) = hand.rijen("SELECT id FROM bespreking WHERE overleg_id = ?", oid)
    hand.venster.open("overleg", oid, f"acties:{punt['id']}")
    regels = hand.scherm.deel("casus").actieregels
    assert regels.ui.buitenVak.isHidden()
    regels.formulier.vul({"wat": "De broer bellen", "wie": "S. Aydın", "voor": date(2026, 11, 9)})
    regels.ui.naar_buitenCheckBox.setChecked(True)
    assert not regels.ui.buitenVak.isHidden()
    assert not regels.vastleggen()
    assert {"buiten_wie", "buiten_wat", "buiten_grondslag"} == set(regels.formulier.gebreken())
    regels.formulier.vul({"buiten_wie": "de broer", "buiten_wat": "Wij maken ons zorgen."})
    regels.formulier.vul({"buiten_grondslag": "avg_6_1_e"})
    assert regels.vastleggen()
    actie = hand.rijen("SELECT * FROM actie ORDER BY volgnummer")[-1]
    assert (actie["naar_buiten"], actie["buiten_wie"]) == (1, "de broer")
    assert regels.ui.buitenVak.isHidden()  # ready for the next


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
    zinnen = [k.zin() for k in hand.wat_mist()]
    assert zinnen == ["Casus C2026-001: u typte een actie en legde dat nog niet vast."]
    hand.wat_mist()[0].setFocus()
    hand.toets(K.Key_Space)
    assert hand.focus().objectName() == "watLineEdit"
    assert hand.focus().text() == "Half getyp"


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
    editor.formulier.vul({"verkregen": "openlijk", "contactdoel": "eigen_taak"})
    voor = len(hand.acts())
    editor.ui.vastleggenButton.setFocus()
    hand.toets(K.Key_Space)
    assert editor.formulier.gebreken() == {}
    assert hand.acts()[voor:] == ["informatie.toevoegen"]
    with hand.store.reader() as r:
        (item,) = informatie_van_bespreking(r, punt["id"])
    assert item.inhoud.tekst == "na 24 sept. geen nieuwe feiten. Spandoek hangt er nog."
    assert hand.focus().objectName() == "partij_idComboBox"


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


def test_a_restricted_casus_is_only_read_and_the_verslag_asks_nothing_of_it(hand):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c, beide=True)
    maak_compleet(hand.store, oid)
    een, twee = (
        r["id"] for r in hand.rijen("SELECT id FROM bespreking WHERE overleg_id = ? ORDER BY volgorde", oid)
    )
    restrict(hand.store, c.dossier_twee, Beperking(None, None, "Betwist.", date(2026, 11, 4)))
    hand.venster.open("overleg", oid, f"bespreking:{twee}")
    deel = hand.scherm.deel("casus")
    assert "beperkt" in deel.ui.geslotenLabel.text()
    assert deel.ui.geslotenLabel.isVisibleTo(deel)
    assert deel.ui.vastleggenPushButton.isHidden()
    assert deel.ui.overwegingenPlainTextEdit.isReadOnly()
    assert deel.besluiten.ui.invoerFrame.isHidden()
    assert deel.inbreng.knop.isHidden()
    assert not deel.ga_naar("inbreng")
    hand.venster.open("overleg", oid, f"bespreking:{een}")
    assert deel.ui.geslotenLabel.isHidden()
    assert not deel.ui.overwegingenPlainTextEdit.isReadOnly()
    hand.venster.open("overleg", oid, "verslag")
    knoppen = [
        k.text() for k in hand.scherm.deel("verslag").ui.lijstKaart.findChildren(QtWidgets.QPushButton)
    ]
    assert any("C2026-001" in tekst for tekst in knoppen)
    assert not any("C2026-002" in tekst for tekst in knoppen)
