# SPDX-License-Identifier: EUPL-1.2
"""Consultatie zonder naam on the real window: recorded, found again, put with a dossier, and never a name."""

from dataclasses import fields

import pytest
from PySide6 import QtWidgets

from gemeente_pga.domain.consultatie import Consultatie
from gemeente_pga.domain.notitie import Telefoonnotitie
from gemeente_pga.domain.signaalstap import FormeleControle, Sluiting
from gemeente_pga.domain.tijdlijn import CONSULTATIE
from gemeente_pga.handelingen.notitie import register_notitie
from gemeente_pga.handelingen.signaal import check_signaal, close_signaal
from gemeente_pga.store.queries.tijdlijn import tijdlijn
from tests.ui.hand import CTRL, SHIFT, K
from tests.ui.signaal_hand import leg_vast
from tests.ui_hulp import NU, typ

INVOER = {
    "titel": "Brieven in de stijl van soevereinen",
    "organisatie": "Landelijk Steunpunt Extremisme",
    "functie": "adviseur",
    "gevraagd": "Een ouder stuurt de school lange brieven. Wat werkt in het eerste gesprek?",
    "advies": "Vraag naar de zorg erachter. Ga niet in op de inhoud.",
}


def vul(hand, **anders):
    hand.vul_formulier(**INVOER | anders)
    hand.scherm.ui.zonder_naamCheckBox.setChecked(True)


def dossier_van(hand, signaal_id):
    return hand.waarde("SELECT dossier_id FROM signaal WHERE id = ?", signaal_id)


def leg_consultatie_vast(hand, **anders):
    hand.venster.open("consultatie")
    vul(hand, **anders)
    hand.scherm.vastleggen()
    return hand.waarde("SELECT id FROM consultatie ORDER BY vastgelegd_op DESC, rowid DESC LIMIT 1")


def test_the_form_asks_what_the_record_holds(venster):
    venster.open("consultatie")
    assert venster.scherm.formulier.velden() == {f.name for f in fields(Consultatie)} | {"reden"}


def test_it_is_recorded_with_keys_alone_and_names_nobody_in_the_log(hand):
    hand.toets(K.Key_C, CTRL | SHIFT)
    assert hand.scherm.code == "consultatie"
    assert hand.focus().objectName() == "titelLineEdit"
    for veld in ("titel", "organisatie", "functie"):
        hand.vul(f"{veld}LineEdit", INVOER[veld])
    for veld in ("gevraagd", "advies"):
        hand.vul(f"{veld}PlainTextEdit", INVOER[veld])
    voor = hand.laatste()
    hand.toets(K.Key_Return, CTRL)
    assert list(hand.scherm.formulier.gebreken()) == ["zonder_naam"]
    assert hand.focus().objectName() == "zonder_naamCheckBox"
    hand.toets(K.Key_Space)
    hand.toets(K.Key_Return, CTRL)
    assert hand.codes(voor) == ["consultatie.vastleggen"]
    (rij,) = hand.rijen("SELECT * FROM consultatie")
    assert {veld: rij[veld] for veld in INVOER} == INVOER
    assert (rij["datum"], rij["dossier_id"], rij["zonder_naam"]) == ("2026-09-08", None, 1)
    (act,) = hand.rijen("SELECT * FROM handeling WHERE n > ?", voor)
    assert (act["onderwerp_soort"], act["onderwerp_id"], act["dossier_id"]) == (
        "consultatie",
        rij["id"],
        None,
    )
    assert hand.scherm.code == "consultaties"
    assert [c.inhoud.titel for c in hand.scherm.ui.consultatiesLijst.rijen()] == [INVOER["titel"]]


def test_a_name_of_the_dossier_is_refused_at_the_field_and_nothing_is_lost(hand):
    signaal_id = leg_vast(hand.store)
    hand.venster.open("signaal", signaal_id)
    hand.scherm.findChild(QtWidgets.QPushButton, "consultatieKeuze").click()
    assert hand.scherm.ui.dossier_idComboBox.currentData() == dossier_van(hand, signaal_id)
    vul(hand, gevraagd="Joris stuurt lange brieven.", advies="Marloes moet niet alleen gaan.")
    voor = hand.laatste()
    hand.scherm.vastleggen()
    gebreken = hand.scherm.formulier.gebreken()
    assert set(gebreken) == {"gevraagd", "advies"}
    assert gebreken["gevraagd"] == (
        "Hier staat “Joris”. Daaraan is iemand uit dit dossier te herkennen. Schrijf het zonder naam."
    )
    assert hand.focus().objectName() == "gevraagdPlainTextEdit"
    assert hand.codes(voor) == []
    vul(hand)
    hand.scherm.vastleggen()
    assert hand.codes(voor)[0] == "consultatie.vastleggen"
    assert hand.scherm.code == "signaal"


def test_it_shows_at_its_dossier_and_on_the_timeline(hand):
    signaal_id = leg_vast(hand.store)
    dossier_id = dossier_van(hand, signaal_id)
    hand.venster.open("dossier", dossier_id)
    hand.qtbot.waitUntil(lambda: hand.scherm.findChild(QtWidgets.QPushButton, "knop_consultatie") is not None)
    hand.scherm.findChild(QtWidgets.QPushButton, "knop_consultatie").click()
    vul(hand)
    hand.scherm.vastleggen()
    assert hand.scherm.code == "dossier"
    hand.venster.open("signaal", signaal_id)
    assert [c.inhoud.titel for c in hand.scherm.consultatiekaart.lijst.rijen()] == [INVOER["titel"]]
    with hand.store.reader() as r:
        punten = [p for p in tijdlijn(r, dossier_id, hand.venster.omgeving.kader) if p.soort == CONSULTATIE]
    assert [p.wat for p in punten] == [f"Advies gevraagd zonder naam: {INVOER['titel']}"]
    voor = hand.laatste()
    hand.venster.open(punten[0].scherm, punten[0].onderwerp_id)
    assert hand.codes(voor) == ["casus.inzien"]
    assert hand.scherm.ui.adviesPlainTextEdit.isReadOnly()
    assert hand.scherm.acties() == []


def test_one_that_stands_alone_is_later_put_with_a_dossier(hand):
    consultatie_id = leg_consultatie_vast(hand, gevraagd="Hoe spreken wij Joris aan?")
    signaal_id = leg_vast(hand.store)
    hand.venster.open("consultatie", consultatie_id)
    hand.scherm.ui.wijzigButton.click()
    hand.vul_formulier(dossier_id=dossier_van(hand, signaal_id))
    hand.scherm.vastleggen()
    assert set(hand.scherm.formulier.gebreken()) == {"gevraagd", "reden"}
    hand.vul_formulier(gevraagd="Hoe spreken wij deze ouder aan?", reden="aanvulling")
    voor = hand.laatste()
    hand.scherm.vastleggen()
    (act,) = hand.rijen("SELECT code, reden, dossier_id FROM handeling WHERE n > ?", voor)
    assert act == {
        "code": "consultatie.corrigeren", "reden": "aanvulling", "dossier_id": dossier_van(hand, signaal_id),
    }  # fmt: skip
    hand.qtbot.waitUntil(hand.scherm.ui.dossierButton.isVisible)
    assert hand.scherm.ui.gevraagdPlainTextEdit.isReadOnly()
    assert "Joris" not in str(hand.rijen("SELECT * FROM consultatie"))
    assert hand.rijen("SELECT 1 FROM zoekindex WHERE zoekindex MATCH 'Joris' AND tabel = 'consultatie'") == []


def test_a_change_can_be_given_up_and_what_was_recorded_stays(hand):
    consultatie_id = leg_consultatie_vast(hand)
    hand.venster.open("consultatie", consultatie_id)
    hand.scherm.ui.wijzigButton.click()
    typ(hand.focus(), "X")
    hand.venster.open("bureau")
    assert any("Consultatie zonder naam afmaken" in r.accessibleName() for r in hand.scherm.regels())
    hand.venster.open("consultatie", consultatie_id)
    assert hand.scherm.ui.nietButton.isVisible()
    assert "X" in hand.scherm.ui.titelLineEdit.text()
    hand.scherm.ui.nietButton.click()
    assert hand.scherm.ui.titelLineEdit.text() == INVOER["titel"]
    assert hand.scherm.ui.titelLineEdit.isReadOnly()


def test_half_typed_comes_back(hand):
    hand.venster.open("consultatie")
    typ(hand.focus(), "Half")
    hand.venster.open("bureau")
    regel = next(r for r in hand.scherm.regels() if "Consultatie" in r.accessibleName())
    regel.click()
    assert hand.scherm.ui.titelLineEdit.text() == "Half"


def test_the_list_finds_by_words_of_title_and_function_but_not_of_the_texts(hand):
    leg_consultatie_vast(hand)
    leg_consultatie_vast(hand, titel="Vlaggen aan een gevel", organisatie="Politie", functie="wijkagent")
    hand.venster.open("consultaties")
    lijst = hand.scherm.ui.consultatiesLijst
    for woorden, titels in (
        ("", {"Vlaggen aan een gevel", INVOER["titel"]}),
        ("wijkagent gevel", {"Vlaggen aan een gevel"}),
        ("STEUNPUNT", {INVOER["titel"]}),
        ("gesprek", set()),
    ):
        hand.scherm.ui.zoekLineEdit.setText(woorden)
        hand.qtbot.waitUntil(lambda t=titels: {c.inhoud.titel for c in lijst.rijen()} == t)
    assert hand.scherm.ui.nietsLabel.isVisible()


def test_ctrl_k_knows_both_the_form_and_the_list(hand):
    hand.toets(K.Key_K, CTRL)
    typ(hand.focus(), "consultatie")
    koppen = [t.kop for t in hand.venster.zoekpaneel.treffers()]
    assert {"Consultatie zonder naam", "Consultaties zonder naam"} <= set(koppen)


def test_a_closed_dossier_gets_no_consultatie_and_shows_one_only_for_a_reason(hand, antwoord):
    signaal_id = leg_vast(hand.store)
    dossier_id = dossier_van(hand, signaal_id)
    hand.venster.open("consultatie", None, f"dossier:{dossier_id}")
    vul(hand)
    hand.scherm.vastleggen()
    consultatie_id = hand.waarde("SELECT id FROM consultatie")
    check_signaal(hand.store, signaal_id, FormeleControle("nee", "ja", "ja", "Geen persoon."), NU)
    close_signaal(hand.store, signaal_id, Sluiting("geen_persoon", "Niemand."), NU.date())
    hand.venster.open("consultatie")
    assert hand.scherm.ui.dossier_idComboBox.findData(dossier_id) == -1
    antwoord(None)
    voor = hand.laatste()
    hand.venster.open("consultatie", consultatie_id)
    assert (hand.scherm.code, hand.codes(voor)) == ("consultaties", [])
    antwoord("controle_fg")
    hand.venster.open("consultatie", consultatie_id)
    assert hand.codes(voor) == ["casus.inzien"]
    assert hand.scherm.code == "consultatie"


@pytest.mark.parametrize("code", ["consultatie", "consultaties", "terugbellen"])
def test_every_screen_fits_the_smallest_window(qtbot, hand, code):
    leg_consultatie_vast(hand)
    notitie = Telefoonnotitie("x", "y", "", False, "2026-09-08T10:00:00+02:00")
    notitie_id = register_notitie(hand.store, notitie)
    hand.venster.resize(683, 384)
    hand.venster.open(code, notitie_id if code == "terugbellen" else None)
    qtbot.waitUntil(lambda: 500 < hand.scherm.width() <= 683)
    for rol in hand.scherm.findChildren(QtWidgets.QScrollArea):
        assert rol.widget().minimumSizeHint().width() <= rol.viewport().width(), code
    assert hand.scherm.minimumSizeHint().width() <= hand.scherm.width()
