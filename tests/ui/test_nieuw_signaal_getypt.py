# SPDX-License-Identifier: EUPL-1.2
"""What is typed in the intake or a note is kept, and comes back to the letter."""

import pytest

from gemeente_pga.domain.notitie import Telefoonnotitie
from gemeente_pga.handelingen.notitie import register_notitie
from gemeente_pga.ui.screens import SCREENS
from gemeente_pga.ui.window import Window
from tests.ui.hand import Hand
from tests.ui.signaal_hand import AFMAKEN, leg_vast, open_eml
from tests.ui_hulp import typ


def test_the_intake_comes_back_to_the_letter_after_the_window_is_gone(hand, qtbot):
    leg_vast(hand.store)
    open_eml(hand)
    hand.vul_formulier(**AFMAKEN, eigen_opmerking="Half een zi")
    (kaart,) = hand.scherm.zoeker.kaarten()
    kaart.uitkomst.zet("bevestigd")
    kaart.reden.setCurrentIndex(kaart.reden.findData("naam_en_adres"))
    was = hand.scherm.formulier.lees()
    hand.venster.bewaar_concepten()
    voor = hand.laatste()

    nieuw = Window(hand.venster.omgeving, SCREENS)
    qtbot.addWidget(nieuw)
    nieuw.show()
    nieuw.open("nieuw_signaal")
    tweede = Hand(qtbot, nieuw)
    assert tweede.scherm.formulier.lees() == was
    (kaart,) = tweede.scherm.zoeker.kaarten()
    assert kaart.keuze().reden == "naam_en_adres"
    assert len(tweede.scherm.bijlagen.bijlagen()) == 2
    assert "Goedemiddag" in tweede.scherm.bron.tekst.toPlainText()
    assert tweede.codes(voor) == []
    tweede.scherm.vastleggen()
    assert tweede.scherm.code == "signaal"
    assert hand.store.concepten("nieuw_signaal") == []
    assert hand.store.concepten("nieuw_signaal_bijlage") == []
    nieuw.open("nieuw_signaal")
    assert tweede.scherm.formulier.lees()["naam"] == ""
    assert tweede.scherm.bijlagen.bijlagen() == ()


@pytest.mark.parametrize("code", ["nieuw_signaal", "telefoonnotitie"])
def test_a_pause_in_typing_is_enough_to_keep_it(hand, code):
    hand.venster.open(code)
    typ(hand.focus(), "Half een wo")
    hand.qtbot.waitUntil(lambda: "Half een wo" in (hand.store.concept(code) or ""))


@pytest.mark.parametrize("code", ["nieuw_signaal", "telefoonnotitie"])
def test_typing_can_be_thrown_away_on_purpose_only(hand, antwoord, code):
    hand.venster.open(code)
    typ(hand.focus(), "Weg ermee")
    hand.venster.bewaar_concepten()
    antwoord(False, True)
    hand.scherm.maak_leeg()
    assert "Weg ermee" in str(hand.scherm.formulier.lees())
    hand.scherm.maak_leeg()
    assert "Weg ermee" not in str(hand.scherm.formulier.lees())
    assert hand.store.concepten(code) == []
    assert "“Weggooien” betekent" in antwoord.vragen[0].tekst


def test_typing_for_one_note_does_not_mix_with_another(hand):
    ids = [
        register_notitie(
            hand.store, Telefoonnotitie(f"Gesprek {n}", "", "", False, "2026-09-08T10:00:00+02:00")
        )
        for n in (1, 2)
    ]
    hand.venster.open("nieuw_signaal", ids[0])
    hand.vul_formulier(eigen_opmerking="Bij de eerste.")
    hand.venster.open("nieuw_signaal", ids[1])
    assert hand.scherm.formulier.lees()["eigen_opmerking"] == ""
    assert "Gesprek 2" in hand.scherm.bron.tekst.toPlainText()
    hand.venster.open("nieuw_signaal", ids[0])
    assert hand.scherm.formulier.lees()["eigen_opmerking"] == "Bij de eerste."
