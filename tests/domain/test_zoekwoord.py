# SPDX-License-Identifier: EUPL-1.2
"""Words looked for in a text: accents, ears and fingers are forgiven, other words are not."""

import pytest

from gemeente_pga.domain.zoekwoord import KLANK, MIDDEN, PRECIES, TYPFOUT, fragment, vind

TEKST = "Hij sprak met Özdemir-van den Brink over een kruisboog in de schuur."


@pytest.mark.parametrize(
    ("gezocht", "graad", "woord"),
    [
        ("kruisb", PRECIES, "kruisb"), ("KRUISBOOG", PRECIES, "kruisboog"), ("ozdemir", PRECIES, "Özdemir"),
        ("boog", MIDDEN, "boog"), ("kruisbog", TYPFOUT, "kruisboog"), ("kriusboog", TYPFOUT, "kruisboog"),
        ("scuur", TYPFOUT, "schuur"), ("kruyssboog", KLANK, "kruisboog"), ("brinck", KLANK, "Brink"),
    ],
)  # fmt: skip
def test_a_word_is_found(gezocht: str, graad: int, woord: str) -> None:
    vondst = vind(TEKST, gezocht)
    assert vondst is not None
    ((begin, einde),) = vondst.plekken
    assert TEKST[begin:einde] == woord
    assert vondst.graad == graad or {vondst.graad, graad} == {KLANK, TYPFOUT}


@pytest.mark.parametrize(
    "gezocht", ["", "  ", "*", "zwaard", "kruisxxog", "chuu x", "kruisboog pistool", "in de lucht"]
)
def test_another_word_is_not(gezocht: str) -> None:
    assert vind(TEKST, gezocht) is None


def test_all_words_must_be_there() -> None:
    vondst = vind(TEKST, "schuur kruis")
    assert vondst is not None
    assert [TEKST[a:b] for a, b in vondst.plekken] == ["kruis", "schuur"]


def test_a_fragment_keeps_the_place_of_the_words() -> None:
    tekst = "woord " * 60 + "kruisboog\nen " + "woord " * 60
    vondst = vind(tekst, "kruisb")
    assert vondst is not None
    stuk, plekken = fragment(tekst, vondst.plekken)
    assert stuk.startswith("… woord")
    assert stuk.endswith(" …")
    assert "\n" not in stuk
    assert [stuk[a:b] for a, b in plekken] == ["kruisb"]
    assert len(stuk) < 150
