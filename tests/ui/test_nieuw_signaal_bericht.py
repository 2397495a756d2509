# SPDX-License-Identifier: EUPL-1.2
"""An e-mail or a file that is opened in the intake."""

import pytest

from gemeente_pga.domain.tekst import MAX_BIJLAGE
from tests.ui.signaal_hand import EML, open_eml, vul_nieuw_signaal
from tests.ui_hulp import typ


@pytest.mark.parametrize(
    ("naam", "inhoud", "woord"),
    [
        ("leeg.eml", b"  \n", "leeg"),
        ("kapot.eml", bytes(range(256)) * 40, "niet te lezen"),
        ("outlook.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(200), ".msg"),
        ("niets.txt", b"a\x00b", "geen tekstbestand"),
    ],
)
def test_a_broken_file_gives_a_sentence_and_takes_nothing_away(
    hand, tmp_path, monkeypatch, naam, inhoud, woord
):
    meldingen = []
    monkeypatch.setattr(hand.venster.meldbalk, "meld", lambda tekst, *_: meldingen.append(tekst))
    hand.venster.open("nieuw_signaal")
    typ(hand.focus(), "Al getypt")
    pad = tmp_path / naam
    pad.write_bytes(inhoud)
    hand.venster.open_bestand(pad)
    assert woord in meldingen[-1]
    assert hand.scherm.formulier.lees()["naam"] == "Al getypt"
    assert hand.scherm.bijlagen.bijlagen() == ()


def test_an_attachment_that_is_too_large_is_refused(hand, tmp_path):
    hand.venster.open("nieuw_signaal")
    groot = tmp_path / "film.mp4"
    with groot.open("wb") as bestand:
        bestand.truncate(MAX_BIJLAGE + 1)
    hand.venster.open_bestand(groot)
    assert hand.scherm.bijlagen.melding.isVisibleTo(hand.scherm)
    assert "25 MB" in hand.scherm.bijlagen.melding.text()
    assert hand.scherm.bijlagen.bijlagen() == ()
    foto = tmp_path / "foto.png"
    foto.write_bytes(b"\x89PNG")
    hand.venster.open_bestand(foto)
    assert [b.mediatype for b in hand.scherm.bijlagen.bijlagen()] == ["image/png"]
    assert not hand.scherm.bijlagen.melding.isVisibleTo(hand.scherm)


def test_an_email_never_writes_over_typing(hand):
    hand.venster.open("nieuw_signaal")
    hand.vul_formulier(eigen_opmerking="Van mij.", van_anderen="Al getypt.", kanaal="brief")
    open_eml(hand)
    gelezen = hand.scherm.formulier.lees()
    assert (gelezen["van_anderen"], gelezen["kanaal"]) == ("Al getypt.", "brief")
    assert gelezen["eigen_opmerking"] == "Van mij."
    assert "komt er niet meer uit" in gelezen["zelf_waargenomen"]
    assert "Al getypt." not in hand.scherm.bron.tekst.toPlainText()


@pytest.mark.parametrize("erbij", [True, False])
def test_an_email_about_somebody_else_is_not_mixed_in_unasked(hand, antwoord, erbij):
    vul_nieuw_signaal(hand, naam="Piet de Vries", voornamen="Piet", geslachtsnaam="Vries")
    antwoord(erbij)
    open_eml(hand)
    gelezen = hand.scherm.formulier.lees()
    assert gelezen["naam"] == "Piet de Vries"
    assert bool(gelezen["straatnaam"]) is erbij
    assert bool(gelezen["van_anderen"]) is erbij
    assert bool(hand.scherm.bijlagen.bijlagen()) is erbij


def test_the_same_email_twice_asks_nothing(hand):
    open_eml(hand)
    een = hand.scherm.bijlagen.bijlagen()
    open_eml(hand)
    assert hand.scherm.bijlagen.bijlagen() == een


def test_an_email_that_broke_off_is_said_to_be_incomplete(hand, tmp_path):
    half = tmp_path / "half.eml"
    half.write_bytes(EML.read_bytes()[:1500])
    hand.venster.open_bestand(half)
    assert hand.venster.meldbalk.tekst.text().startswith("Deze e-mail is afgebroken")
    assert hand.scherm.formulier.lees()["geslachtsnaam"] == "D'Hondt-Özdemir"


def test_a_file_that_comes_in_after_a_refused_one_says_so(hand, tmp_path):
    hand.venster.open("nieuw_signaal")
    for naam, inhoud in (("leeg.eml", b" "), ("foto.png", b"\x89PNG")):
        (tmp_path / naam).write_bytes(inhoud)
        hand.venster.open_bestand(tmp_path / naam)
    assert hand.venster.meldbalk.tekst.text() == "Bijlage toegevoegd: foto.png."


def test_a_name_that_anoniem_forbids_stays_in_sight(hand):
    vul_nieuw_signaal(hand, bron_soort="anoniem")
    hand.scherm.vastleggen()
    assert "anoniem" in hand.scherm.formulier.gebreken()["melder_naam"]
    assert hand.scherm.formulier.veld("melder_naam").isVisibleTo(hand.scherm)
