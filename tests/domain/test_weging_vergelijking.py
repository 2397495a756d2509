# SPDX-License-Identifier: EUPL-1.2
"""Two assessments side by side: every question of either, and in words what became of its answer."""

from dataclasses import replace
from datetime import date

from gemeente_pga.domain.weging_vergelijking import (
    GELIJK,
    GEWIJZIGD,
    NIEUW,
    REDEN,
    WEG,
    Antwoord,
    Beoordeling,
    laatste_twee,
    vergelijk,
)

TOEN = Beoordeling(
    "weging:1", "Weging", date(2026, 7, 3), "2026-07-03T10:00:00.000Z",
    {"a": "Gevaar nu", "b": "Proces", "c": "Motief", "oud": "Oude vraag"},
    {"a": Antwoord("Spreekt voor", "Brieven."), "b": Antwoord("Onbekend", "Niets."),
     "c": Antwoord("Onbekend", "Niets."), "oud": Antwoord("Spreekt voor", "Toen gevraagd.")},
    (),
)  # fmt: skip
LATER = replace(
    TOEN, sleutel="herbeoordeling:1",
    vragen={"nieuw": "Nieuwe vraag", "a": "Gevaar", "b": "Proces", "c": "Motief"},
    antwoorden={"a": Antwoord("Spreekt tegen", "Geen brief meer."), "b": Antwoord("Onbekend", "Weer niets."),
                "c": Antwoord("Onbekend", "Niets.")},
)  # fmt: skip


def test_every_question_of_either_is_there_with_what_became_of_it() -> None:
    assert [(v.naam, v.stand) for v in vergelijk(TOEN, LATER)] == [
        ("Nieuwe vraag", NIEUW), ("Gevaar", GEWIJZIGD), ("Proces", REDEN), ("Motief", GELIJK),
        ("Oude vraag", WEG),
    ]  # fmt: skip
    oud = vergelijk(TOEN, LATER)[-1]
    assert (oud.toen.reden, oud.later) == ("Toen gevraagd.", Antwoord())


def test_an_answer_that_was_left_open_is_another_answer() -> None:
    leeg = replace(LATER, antwoorden={})
    assert {v.stand for v in vergelijk(TOEN, leeg) if v.naam == "Motief"} == {GEWIJZIGD}


def test_the_last_two_are_chosen_first() -> None:
    assert laatste_twee([TOEN]) is None
    assert laatste_twee([TOEN, LATER, replace(LATER, sleutel="herbeoordeling:2")]) == (
        "herbeoordeling:1", "herbeoordeling:2",
    )  # fmt: skip
