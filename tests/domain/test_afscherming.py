# SPDX-License-Identifier: EUPL-1.2
"""Neutral words in the place of names: every way in which a name stands in a text, and what is left alone."""

import pytest

from gemeente_pga.domain.afscherming import BETROKKENE, MELDER, NAASTE, Masker, Naam

NAMEN = (
    Naam("Wíllemijn Hèlène van der Rietkraag", BETROKKENE, 1),
    Naam("Sterre Rietkraag-Bos", NAASTE, 1),
    Naam("Annelies Postma, docent", MELDER, 1, vrij=True),
    Naam("onbekende jongen in rode jas", BETROKKENE, 2, vrij=True),
    Naam("Harm Bos", BETROKKENE, 2),
)
MASKER = Masker(NAMEN, frozenset(), ("Postma College Waterhoven",))


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Rietkraag kwam binnen.", "betrokkene kwam binnen."),
        ("rietkraag en WILLEMIJN", "betrokkene en betrokkene"),
        ("Willemijn van der Rietkraag", "betrokkene"),
        ("W. van der Rietkraag belde", "betrokkene belde"),
        ("mevrouw Van der Rietkraag", "mevrouw betrokkene"),
        ("Willemijns moeder", "betrokkene moeder"),
        ("Willemijn's moeder", "betrokkene's moeder"),
        ("Rietkraag-Bos", "betrokkene"),
        ("Sterre belde", "naaste belde"),
        ("Annelies heeft gebeld", "melder heeft gebeld"),
        ("willemijn.rietkraag@voorbeeld.nl", "betrokkene@voorbeeld.nl"),
        ("(Rietkraag)", "(betrokkene)"),
        ("Harm\nBos", "betrokkene"),
        ("Hélène", "betrokkene"),
    ],
)
def test_a_name_becomes_a_neutral_word(tekst: str, verwacht: str) -> None:
    assert MASKER.tekst(tekst) == verwacht


@pytest.mark.parametrize(
    "tekst",
    [
        "Wandelen in het bos met een rode jas.",  # an ordinary word, without a capital
        "De docent is onbekend.",
        "Een jongen van de school.",
        "rietkraag",  # a code is never touched: it would no longer be one
        "2026-001",
        "",
        "Rietkragen langs de sloot",
    ],
)
def test_what_is_no_name_stays(tekst: str) -> None:
    assert MASKER.tekst(tekst) == tekst


def test_words_of_an_organisation_are_no_name_of_a_reporter() -> None:
    assert MASKER.tekst("Postma College") == "Postma College"
    assert MASKER.tekst("Rietkraag van het Postma College") == "betrokkene van het Postma College"


def test_an_opened_dossier_shows_its_own_names_and_no_others() -> None:
    masker = Masker(NAMEN, frozenset({2}), ())
    assert masker.tekst("Harm Bos en Willemijn", 2) == "Harm Bos en betrokkene"
    assert masker.tekst("Harm") == "Harm"
    # A surname that it shares with a dossier that is screened off: shown where it is its own.
    assert masker.tekst("Bos", 2) == "Bos"
    assert masker.tekst("Bos", 1) == masker.tekst("Bos") == "naaste"


def test_nothing_is_left_to_screen_off_when_all_are_open() -> None:
    assert Masker(NAMEN, frozenset({1, 2}), ()).tekst("Willemijn Rietkraag") == "Willemijn Rietkraag"
