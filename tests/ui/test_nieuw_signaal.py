# SPDX-License-Identifier: EUPL-1.2
"""The intake of a signal: from what came in to a dossier, and what it refuses."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.notitie import Telefoonnotitie
from gemeente_pga.domain.signaalstap import (
    Sluiting,
)
from gemeente_pga.handelingen.notitie import register_notitie
from gemeente_pga.handelingen.signaal import close_signaal
from tests.signaal_hulp import SCHOOL
from tests.ui.hand import CTRL, K, zet
from tests.ui.signaal_hand import AFMAKEN, LATER, NOTITIE, lees, leg_vast, open_eml, vul_nieuw_signaal
from tests.ui_hulp import typ


def test_the_email_and_the_note_become_two_signals_in_one_dossier(hand):
    open_eml(hand)
    gelezen = hand.scherm.formulier.lees()
    assert gelezen["geslachtsnaam"] == "D'Hondt-Özdemir"
    assert gelezen["geboortedatum"] == date(1981, 4, 3)
    assert "komt er niet meer uit" in gelezen["zelf_waargenomen"]
    assert "wapens" in gelezen["van_anderen"]
    hand.wacht_op("Niemand in deze kluis lijkt")
    zonder_afkomst = gelezen["interpretatie"].partition(" Zijn vrouw")[0]
    hand.vul_formulier(**AFMAKEN, interpretatie=zonder_afkomst)
    voor = hand.laatste()
    hand.toets(K.Key_Return, CTRL)
    assert hand.codes(voor) == ["signaal.registreren", "casus.inzien"]
    assert hand.scherm.code == "signaal"
    eerste = hand.scherm.blad
    assert eerste.nummer == "2026-001"
    assert [b.naam for b in eerste.bijlagen] == [
        "01-signaal-school.eml",
        "scan aansprakelijkstelling 1-9.pdf",
    ]
    assert hand.waarde("SELECT sha256 FROM bijlage WHERE mediatype = 'application/pdf'")

    hand.nu(LATER)
    hand.toets(K.Key_T, CTRL)
    typ(hand.focus(), "x")
    zet(hand.scherm.ui.tekstPlainTextEdit, NOTITIE)
    hand.kies("acuutKeuzeGroep", 1)
    hand.vul("bellerLineEdit", "wijkagent K. Brouwer, basisteam Waterhoven-West")
    hand.toets(K.Key_Return, CTRL)
    punt = next(r for r in hand.scherm.regels() if "Brouwer" in r.accessibleName())
    punt.setFocus()
    hand.toets(K.Key_Return)
    assert hand.scherm.code == "nieuw_signaal"

    (kaart,) = hand.scherm.zoeker.kaarten()
    assert kaart.kop.text() == "Dossier 2026-001 · Ontvangen"
    redenen = hand.wacht_op("Geboortedatum met dag en maand omgewisseld")
    assert "Adres lijkt" in redenen
    hand.vul_formulier(naam_noemen="ja", bron_kennis="zelf_gezien", acuut="nee", eerder_besproken="nee")
    voor = hand.laatste()
    hand.toets(K.Key_Return, CTRL)
    assert hand.codes(voor) == []
    assert hand.scherm.formulier.gebreken() == {
        "vergelijking": "Dossier 2026-001: geef aan of dit dezelfde persoon is."
    }
    assert hand.focus() in kaart.uitkomst.knoppen()
    hand.toets(K.Key_Space)
    hand.toets(K.Key_Tab)
    hand.toets(K.Key_Down)
    assert kaart.keuze().reden == "naam_en_geboortedatum"
    hand.toets(K.Key_Return, CTRL)
    assert hand.codes(voor) == ["signaal.registreren", "casus.inzien"]
    tweede = hand.scherm.blad
    assert tweede.dossier_id == eerste.dossier_id
    assert tweede.persoon == eerste.persoon
    assert tweede.gemeld_als.startswith("J. Dhont; geboren 4-3-1981")
    assert "< 30 dagen: wij nemen het recht in eigen hand >" in tweede.inhoud.zelf_waargenomen
    assert hand.waarde("SELECT count(*) FROM dossier") == 1
    assert hand.waarde("SELECT signaal_id FROM telefoonnotitie") == tweede.id
    hand.venster.open("bureau")
    assert not any("Telefoonnotitie" in r.accessibleName() for r in hand.scherm.regels())


def test_candidates_appear_while_the_name_is_typed(hand):
    leg_vast(hand.store)
    hand.venster.open("nieuw_signaal")
    assert hand.focus().objectName() == "naamLineEdit"
    typ(hand.focus(), "Joris Dhond Ozdemir")
    hand.qtbot.waitUntil(lambda: len(hand.scherm.zoeker.kaarten()) == 1)
    assert hand.scherm.formulier.lees()["geslachtsnaam"] == "Ozdemir"
    hand.toets(K.Key_A, CTRL)
    typ(hand.focus(), "Els Bakker")
    hand.qtbot.waitUntil(lambda: not hand.scherm.zoeker.kaarten())
    hand.wacht_op("Niemand in deze kluis")


@pytest.mark.parametrize("maat", [(683, 384), (1024, 560), (1366, 740)])
def test_who_is_found_is_in_sight_and_the_typing_goes_on(hand, maat):
    leg_vast(hand.store)
    hand.venster.resize(*maat)
    hand.venster.open("nieuw_signaal")
    regel = hand.focus()
    typ(regel, "Joris Dhond Ozdemir")
    hand.qtbot.waitUntil(lambda: len(hand.scherm.zoeker.kaarten()) == 1)
    (kaart,) = hand.scherm.zoeker.kaarten()
    hand.qtbot.waitUntil(lambda: kaart.visibleRegion().boundingRect().height() > kaart.height() * 3 / 4)
    assert hand.focus() is regel
    assert regel.visibleRegion().boundingRect().height() == regel.height()
    for _ in range(12):
        hand.toets(K.Key_Tab)
        if hand.focus() in kaart.uitkomst.knoppen():
            break
    else:
        pytest.fail("Tab does not reach the answer")


def test_parts_of_a_name_changed_by_hand_stay(hand):
    hand.venster.open("nieuw_signaal")
    typ(hand.focus(), "Jan de Boer")
    assert hand.scherm.formulier.lees()["voorvoegsel"] == "de"
    hand.vul("geslachtsnaamLineEdit", "de Boer-Smit")
    hand.vul("naamLineEdit", "Jan van Dijk")
    assert hand.scherm.formulier.lees()["geslachtsnaam"] == "de Boer-Smit"


def test_two_people_with_one_name_are_told_apart(hand):
    leg_vast(hand.store)
    vul_nieuw_signaal(hand)
    (kaart,) = hand.scherm.zoeker.kaarten()
    kaart.uitkomst.zet("afgewezen")
    hand.scherm.vastleggen()
    assert hand.scherm.formulier.gebreken() == {
        "vergelijking": "Dossier 2026-001: kies waarom dit iemand anders is."
    }
    kaart.reden.setCurrentIndex(kaart.reden.findData("anders"))
    hand.scherm.vastleggen()
    assert "schrijf in een paar woorden" in hand.scherm.formulier.gebreken()["vergelijking"]
    assert hand.focus() is kaart.toelichting
    typ(hand.focus(), "Nagevraagd: neef met dezelfde naam.")
    hand.scherm.vastleggen()
    assert hand.waarde("SELECT count(*) FROM dossier") == 2
    (rij,) = hand.rijen("SELECT * FROM vergelijking")
    assert (rij["uitkomst"], rij["toelichting"]) == ("afgewezen", "Nagevraagd: neef met dezelfde naam.")


def test_of_a_closed_dossier_nothing_is_shown_but_who_it_is_about(hand):
    geheim = "In de schuur achter het huis stonden zeven witte stoelen."
    signaal_id = leg_vast(hand.store, replace(SCHOOL, zelf_waargenomen=geheim))
    oud = lees(hand.store, signaal_id)
    sluiting = Sluiting("andere_gemeente", "Hij verhuisde naar een andere gemeente.")
    close_signaal(hand.store, signaal_id, sluiting, date(2026, 9, 8))
    vul_nieuw_signaal(hand)
    (kaart,) = hand.scherm.zoeker.kaarten()
    kaart.uitkomst.zet("bevestigd")
    kaart.reden.setCurrentIndex(kaart.reden.findData("naam_en_geboortedatum"))
    teksten = hand.wacht_op("Dit dossier is gesloten")
    for bron in (geheim, sluiting.sluit_toelichting, SCHOOL.van_anderen):
        woorden = bron.split()
        for n in range(len(woorden) - 4):
            assert " ".join(woorden[n : n + 5]) not in teksten
    assert SCHOOL.melder_naam not in teksten
    hand.scherm.vastleggen()
    nieuw = hand.scherm.blad
    assert nieuw.dossier_id != oud.dossier_id
    assert [v.ander_dossier_id for v in nieuw.vergeleken] == [oud.dossier_id]


# ---- bad input


TEKSTEN = ("zelf_waargenomen", "van_anderen", "interpretatie", "eigen_opmerking")
REGELS = ("naam", "voornamen", "geslachtsnaam", "straatnaam", "plaats", "ontvangen_door", "bron_organisatie")
MELDER = ("melder_naam", "melder_functie", "melder_contact")
VREEMD = ("<b", "a & b", "</para>", "🙂", "مرحبا", "w" * 60)


def test_strange_but_honest_text_is_recorded_letter_for_letter(hand):
    vreemd = "\n".join((*VREEMD[:5], "w" * 300))
    vul_nieuw_signaal(hand, **dict.fromkeys(TEKSTEN, vreemd), **dict.fromkeys(MELDER, "é <b & </para> 🙂"))
    hand.scherm.vastleggen()
    assert hand.scherm.code == "signaal"
    inhoud = hand.scherm.blad.inhoud
    assert {getattr(inhoud, veld) for veld in TEKSTEN} == {vreemd}
    assert {getattr(inhoud, veld) for veld in MELDER} == {"é <b & </para> 🙂"}
    getoond = [w.text() for w in hand.scherm.findChildren(QtWidgets.QLabel)]
    assert vreemd in getoond


def test_what_cannot_be_kept_is_said_at_its_field_and_stays_there(hand):
    vul_nieuw_signaal(hand)
    vorm, voor = hand.scherm.formulier, hand.laatste()
    goed = {veld: vorm.widget(veld) for veld in (*TEKSTEN, *REGELS, *MELDER) if veld != "naam"}
    for veld, widget in goed.items():
        oud = vorm.lees()[veld]
        for slecht in ("bel\x07", "x" * 20_001):
            zet(widget, slecht)
            hand.scherm.vastleggen()
            assert veld in vorm.gebreken(), (veld, slecht[:10])
            assert vorm.gebreken()[veld].endswith(".")
            assert hand.focus() is widget
            assert vorm.lees()[veld] == slecht
        zet(widget, oud)
    assert hand.codes(voor) == []
    hand.scherm.vastleggen()
    assert hand.scherm.code == "signaal"


@pytest.mark.parametrize(
    ("veld", "waarde", "woord"),
    [
        ("geboortedatum", "31-2-1981", "bestaat niet"),
        ("geboortedatum", date(2027, 1, 1), "toekomst"),
        ("ontvangen_op", date(2026, 9, 9), "toekomst"),
        ("ontvangen_tijd", "16.43", "nog niet geweest"),
        ("ontvangen_tijd", "kwart", "niet te lezen"),
        ("gebeurd_op", date(1970, 1, 1), "geboortedatum"),
        ("huisnummer", "veertien", "getal"),
        ("postcode", "12345", "1234 AB"),
        ("geslachtsnaam", "", "onbekend"),
        ("bron_organisatie", "", "organisatie"),
        ("zelf_waargenomen", "", "ten minste één vak"),
    ],
)
def test_a_wrong_value_is_said_in_one_sentence_with_the_focus_there(hand, veld, waarde, woord):
    vul_nieuw_signaal(hand, **{veld: waarde})
    voor = hand.laatste()
    hand.scherm.vastleggen()
    assert woord in hand.scherm.formulier.gebreken()[veld]
    assert hand.focus() is hand.scherm.formulier.widget(veld)
    assert hand.codes(voor) == []


def test_what_is_gerubriceerd_does_not_get_in(hand):
    vul_nieuw_signaal(hand, soort="ambtsbericht", bron_soort="ambtsbericht", bron_organisatie="Dienst")
    assert hand.scherm.velden.ui.ambtsberichtVak.isVisible()
    hand.scherm.vastleggen()
    assert set(hand.scherm.formulier.gebreken()) == {"geadresseerd_burgemeester", "gerubriceerd"}
    hand.vul_formulier(geadresseerd_burgemeester="ja", gerubriceerd="ja")
    hand.scherm.vastleggen()
    assert "mag niet in dit programma" in hand.scherm.formulier.gebreken()["gerubriceerd"]
    hand.vul_formulier(gerubriceerd="nee")
    hand.scherm.vastleggen()
    assert hand.scherm.blad.inhoud.soort == "ambtsbericht"


@pytest.mark.eis("i10")
def test_intake_says_what_it_is_for(venster):
    venster.open("nieuw_signaal")
    zin = venster.scherm.findChild(QtWidgets.QLabel, "doelLabel")
    assert zin.isVisibleTo(venster)
    assert zin.text() == "Deze vragen dienen alleen om het signaal aan de juiste partijen voor te leggen."


def test_what_is_sorted_from_a_note_leaves_where_the_program_had_put_it(hand):
    tekst = "Hij tekent een zon 🌞. Zij hoorde dat hij weg wil.\nTemmen zag het schrift zelf."
    beller = "Ruud Temmen, teamleider Elsloo College"
    notitie_id = register_notitie(
        hand.store, Telefoonnotitie(tekst, beller, "", acuut=False, ontvangen_op="2026-09-08T16:42:00+02:00")
    )
    hand.venster.open("nieuw_signaal", notitie_id)
    formulier, bron = hand.scherm.formulier, hand.scherm.bron
    assert formulier.lees()["interpretatie"]
    assert formulier.lees()["melder_functie"] == "teamleider"
    assert formulier.lees()["bron_organisatie"] == "Elsloo College"
    for veld, deel in (
        ("van_anderen", "Zij hoorde dat hij weg wil."),
        ("zelf_waargenomen", "Temmen zag het schrift zelf."),
    ):
        bron.tekst.setTextCursor(bron.tekst.document().find(deel))
        hand.qtbot.mouseClick(bron.knoppen[veld], QtCore.Qt.MouseButton.LeftButton)
        assert formulier.lees()[veld] == deel
    assert str(formulier.lees()["interpretatie"]).strip() == "Hij tekent een zon 🌞."
    formulier.widget("interpretatie").undo()
    assert "Temmen zag" in str(formulier.lees()["interpretatie"])
