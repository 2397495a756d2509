# SPDX-License-Identifier: EUPL-1.2
"""Wachtzinnen: generated ones are strong and varied, own ones are judged without superstition."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kluisdienst import Sterkte
from gemeente_pga.kluis.storingen import WoordenlijstBeschadigd
from gemeente_pga.kluis.wachtzin import (
    beoordeel_korte_zin,
    beoordeel_wachtzin,
    generate_korte_zin,
    generate_wachtzin,
    read_woordenlijst,
)
from gemeente_pga.paths import resource

WOORDEN = read_woordenlijst(resource("woordenlijst/wachtzin-nl.txt"))


def test_word_list_is_whole() -> None:
    assert len(set(WOORDEN)) == 7776
    assert all(re.fullmatch("[a-z]{4,8}", woord) for woord in WOORDEN)
    assert "CC BY-SA 4.0" in resource("woordenlijst/LICENTIE.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "woord", ["jihad", "moskee", "moord", "terreur", "drugs", "nazi", "hoer", "neger", "zelfmoord"]
)
def test_word_list_leaves_out_what_hurts(woord: str) -> None:
    assert woord not in WOORDEN


def test_generated_wachtzin_has_six_words_and_is_never_the_same() -> None:
    zinnen = {generate_wachtzin(WOORDEN) for _ in range(500)}
    assert len(zinnen) == 500
    assert all(len(zin.split(" ")) == 6 for zin in zinnen)
    gebruikt = [woord for zin in zinnen for woord in zin.split(" ")]
    assert set(gebruikt) <= set(WOORDEN)
    assert len(set(gebruikt)) > 2300  # 3,000 fair draws from 7,776 give about 2,490 different ones


def test_generated_wachtzin_passes_its_own_judgement() -> None:
    for _ in range(20):
        oordeel = beoordeel_wachtzin(generate_wachtzin(WOORDEN), WOORDEN)
        assert isinstance(oordeel, Sterkte)
        assert oordeel.bits >= 60


@pytest.mark.parametrize(
    "zin",
    [
        "mijnwachtwoordis2024!",
        "Welkom2024Welkom2024",
        "gemeente waterhoven 2026",
        "radicalisering2026!!",
        "aaaaaaaaaaaaaaaaaaaaaaaa",
        "a" * 900,
        "123456789012345678",
        "qwertyuiopasdfghjkl",
        "waterval waterval waterval waterval",
        "w a c h t w o o r d",
        "📎" * 20,
        "Januari2026Januari2026",
        " " * 40,
    ],
)
def test_guessable_wachtzin_is_refused_with_advice(zin: str) -> None:
    oordeel = beoordeel_wachtzin(zin, WOORDEN, ["Waterhoven"])
    assert isinstance(oordeel, Gebrek)
    assert oordeel.veld == "wachtzin"
    assert "te makkelijk te raden" in oordeel.melding


@pytest.mark.parametrize(
    ("zin", "woorden"),
    [
        ("Hxk29!s_kQ2p0-aZZr", "sterk genoeg"),
        ("kaneel zwemt donderdag om zijn elastieken tuba heen", "zeer sterk"),
        ("de molen van de buren draait nooit op dinsdag", "zeer sterk"),
        ("waterval wentelen zeshoek bewaren", "sterk"),
        ("kaneel zwemt donderdag om zijn elastieken tuba heen " * 3, "zeer sterk"),
    ],
)
def test_hard_wachtzin_is_accepted_in_words(zin: str, woorden: str) -> None:
    oordeel = beoordeel_wachtzin(zin, WOORDEN)
    assert isinstance(oordeel, Sterkte)
    assert oordeel.woorden == woorden


def test_short_wachtzin_is_told_its_length() -> None:
    oordeel = beoordeel_wachtzin("x9!kQ2#p", WOORDEN)
    assert oordeel == Gebrek("wachtzin", "Een wachtzin heeft minstens 15 tekens. Dit zijn er 8.")


def test_of_a_very_long_wachtzin_only_begin_and_end_are_judged() -> None:
    """The estimator needs time with the square of the length, and Argon2 has no use for more."""
    zin = " ".join(WOORDEN[::32])[:1000]
    assert len(zin) == 1000
    anders = zin[:400] + "a" * 200 + zin[600:]
    oordeel = beoordeel_wachtzin(zin, WOORDEN)
    assert isinstance(oordeel, Sterkte)
    assert beoordeel_wachtzin(anders, WOORDEN) == oordeel
    te_lang = beoordeel_wachtzin(zin + "x", WOORDEN)
    assert isinstance(te_lang, Gebrek)
    assert "1.000" in te_lang.melding


def test_own_words_of_the_gemeente_count_for_little() -> None:
    zonder = beoordeel_wachtzin("waterhoven kaneel tuba", WOORDEN)
    met = beoordeel_wachtzin("waterhoven kaneel tuba", WOORDEN, ["waterhoven"])
    assert isinstance(zonder, Sterkte)
    assert isinstance(met, Gebrek) or met.bits < zonder.bits


@given(st.text(max_size=300))
def test_any_text_gets_a_judgement(zin: str) -> None:
    oordeel = beoordeel_wachtzin(zin, WOORDEN)
    if isinstance(oordeel, Gebrek):
        assert (oordeel.veld, oordeel.melding[-1:]) == ("wachtzin", ".")
    else:
        assert len(zin) >= 15
        assert oordeel.bits > 0


@pytest.mark.parametrize(
    "inhoud", ["", "een\ntwee\n", "\n".join(WOORDEN[:-1]), "\n".join((*WOORDEN[:-1], "voor"))]
)
def test_damaged_word_list_is_refused(tmp_path: Path, inhoud: str) -> None:
    pad = tmp_path / "lijst.txt"
    pad.write_text(inhoud, encoding="ascii")
    with pytest.raises(WoordenlijstBeschadigd):
        read_woordenlijst(pad)


def test_missing_word_list_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WoordenlijstBeschadigd):
        read_woordenlijst(tmp_path / "weg.txt")


def test_too_few_words_make_no_wachtzin() -> None:
    with pytest.raises(WoordenlijstBeschadigd):
        generate_wachtzin(WOORDEN[:100])


def test_an_easy_draw_of_three_words_is_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    makkelijk = ["venster", "venster", "negen"]
    assert beoordeel_korte_zin(" ".join(makkelijk), WOORDEN) is not None
    worpen = iter([*makkelijk, "kwartel", "stoomfluit", "baksteen"])
    monkeypatch.setattr("secrets.choice", lambda woorden: next(worpen))
    assert generate_korte_zin(WOORDEN) == "kwartel stoomfluit baksteen"
