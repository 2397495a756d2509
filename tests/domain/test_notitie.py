# SPDX-License-Identifier: EUPL-1.2
"""Calling back after a telephone note: only a number that was known already says who called."""

from datetime import date, datetime, time
from typing import Any

import pytest

from gemeente_pga.domain.moment import as_moment
from gemeente_pga.domain.notitie import Telefoonnotitie, Terugbellen, beoordeel_terugbellen

DAG = date(2026, 9, 8)
NU = datetime(2026, 9, 8, 17, 5).astimezone()
NOTITIE = Telefoonnotitie("Zorgen.", "M. van der Wâl", "06-1234 5678", False, as_moment(DAG, time(16, 50)))
GOED: dict[str, Any] = {
    "teruggebeld": "ja",
    "teruggebeld_op": DAG,
    "teruggebeld_tijd": "17:00",
    "teruggebeld_via": "0123-456 789, algemeen nummer van de school",
}


def gebreken(**anders):
    uitkomst = beoordeel_terugbellen(GOED | anders, NU, NOTITIE)
    assert isinstance(uitkomst, list)
    return {g.veld: g.melding for g in uitkomst}


def test_calling_back_keeps_when_and_through_which_number():
    uitkomst = beoordeel_terugbellen(GOED, NU, NOTITIE)
    assert uitkomst == Terugbellen("ja", as_moment(DAG, time(17)), GOED["teruggebeld_via"])


@pytest.mark.parametrize("via", ["0612345678", "06-12 34 56 78", "06-1234 5678"])
def test_the_number_that_the_caller_gave_proves_nothing(via):
    assert gebreken(teruggebeld_via=via) == {
        "teruggebeld_via": "Dit nummer gaf de beller zelf. Schrijf erbij waar u het zelf hebt gevonden."
    }


def test_the_same_number_counts_when_it_was_found_elsewhere():
    via = "06-1234 5678, staat ook op onze eigen lijst"
    assert isinstance(beoordeel_terugbellen(GOED | {"teruggebeld_via": via}, NU, NOTITIE), Terugbellen)


def test_when_it_cannot_be_done_there_is_a_reason():
    melding = gebreken(teruggebeld="kan_niet", teruggebeld_via="")
    assert melding == {"teruggebeld_via": "Vul in: Waarom terugbellen niet kan."}


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"teruggebeld": ""}, "teruggebeld"),
        ({"teruggebeld_tijd": "16:40"}, "teruggebeld_op"),
        ({"teruggebeld_tijd": "17:30"}, "teruggebeld_tijd"),
        ({"teruggebeld_via": "x" * 251}, "teruggebeld_via"),
        ({"teruggebeld_via": "\x00"}, "teruggebeld_via"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(anders, veld):
    assert list(gebreken(**anders)) == [veld]
