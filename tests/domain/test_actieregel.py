# SPDX-License-Identifier: EUPL-1.2
"""A line of notes read as an action, and days without a year."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeente_pga.domain.actieregel import complete_datum, find_naam, propose_actie, without_lijstteken
from gemeente_pga.domain.tekst import normalise

NAMEN = ("T. de Graaf", "S. Aydın", "mr. P. van 't Hoff", "K. Brouwer", "L. Nguyễn")
DAG = date(2026, 10, 14)


@pytest.mark.parametrize(
    ("regel", "wat", "wie", "voor"),
    [
        ("Aydın – uitstel ontruiming bespreken met woningcorporatie (vóór 23-10)",
         "Uitstel ontruiming bespreken met woningcorporatie", "S. Aydın", date(2026, 10, 23)),
        ("Brouwer – gesprek met J. samen met broer (vóór 28-10);",
         "Gesprek met J. samen met broer", "K. Brouwer", date(2026, 10, 28)),
        ("Van 't Hoff - terugkoppeling aangifte (vóór 4-11)",
         "Terugkoppeling aangifte", "mr. P. van 't Hoff", date(2026, 11, 4)),
        ("- De Graaf: LSE vragen om advies zonder naam, voor 21 oktober",
         "LSE vragen om advies zonder naam", "T. de Graaf", date(2026, 10, 21)),
        ("nguyen – school en zoon", "School en zoon", "L. Nguyễn", None),
        ("Claessen – belt (uiterlijk 12-1)", "Belt", "Claessen", date(2027, 1, 12)),
        ("school en zoon – vrijwillige hulp", "School en zoon – vrijwillige hulp", "", None),
        ("1. Nagaan of hij thuis is", "Nagaan of hij thuis is", "", None),
        ("Brouwer – wacht voor de deur, vóór 28-10", "Wacht voor de deur", "K. Brouwer", date(2026, 10, 28)),
        ("Brouwer – wacht voor de deur", "Wacht voor de deur", "K. Brouwer", None),
    ],
)  # fmt: skip
def test_what_a_line_says(regel, wat, wie, voor):
    voorstel = propose_actie(regel, NAMEN, DAG)
    assert (voorstel.wat, voorstel.wie, voorstel.voor) == (wat, wie, voor)


@pytest.mark.parametrize(
    ("tekst", "vanaf", "tot", "dag"),
    [
        ("23-10", DAG, None, date(2026, 10, 23)),
        ("14-10", DAG, None, DAG),
        ("13-10", DAG, None, date(2027, 10, 13)),
        ("4 nov", DAG, None, date(2026, 11, 4)),
        ("27-10", None, date(2026, 11, 4), date(2026, 10, 27)),
        ("5-11", None, date(2026, 11, 4), date(2025, 11, 5)),
        ("3-4-1981", DAG, None, date(1981, 4, 3)),
        ("31-2", DAG, None, None),
        ("29-2", DAG, None, None),
        ("ooit", DAG, None, None),
        ("", DAG, None, None),
        ("23-10", None, None, None),
    ],
)
def test_a_day_without_a_year(tekst, vanaf, tot, dag):
    assert complete_datum(tekst, vanaf=vanaf, tot=tot) == dag


def test_two_of_that_name_are_not_chosen_between():
    assert find_naam("Jansen", ["A. Jansen", "B. Jansen"]) == "Jansen"
    assert find_naam("b. jansen", ["A. Jansen", "B. Jansen"]) == "B. Jansen"
    assert find_naam("iedereen", NAMEN) == ""


@pytest.mark.parametrize(
    "tekst",
    [
        "Van 't Hoff", "Van ’t Hoff", "van ‘t Hoff", "Van t Hoff", "Hoff", "mr. van 't Hoff",
        "P. van 't Hoff", "mr. P. van 't Hoff", "mr. P. van 't Hoff (OM)", "Dhr. Van 't Hoff",
        "Hoff, P. van 't",
    ],
)  # fmt: skip
def test_a_name_with_a_title_and_tussenvoegsel_is_known_however_it_is_written(tekst):
    for naam in ("mr. P. van 't Hoff", "P. van ’t Hoff"):
        assert find_naam(tekst, [naam, "K. Brouwer"]) == naam


def test_the_whole_name_goes_before_a_longer_one():
    assert find_naam("Hoff", ["Hoff", "P. van 't Hoff"]) == "Hoff"


@given(st.text(max_size=300))
def test_any_line_gives_a_proposal(regel):
    voorstel = propose_actie(regel, NAMEN, DAG)
    assert len(voorstel.wat) <= len(regel) + 8
    assert voorstel.wie in ("", *NAMEN) or voorstel.wie in without_lijstteken(regel)
    assert without_lijstteken(regel) in normalise(regel)


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)), st.integers(1, 12), st.integers(1, 28))
def test_the_completed_day_is_the_first_from_then_on(vanaf, maand, dag):
    gevonden = complete_datum(f"{dag}-{maand}", vanaf=vanaf)
    assert gevonden is not None
    assert 0 <= (gevonden - vanaf).days <= 366
