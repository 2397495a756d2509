# SPDX-License-Identifier: EUPL-1.2
"""Masking a text: taking away is allowed everywhere, adding or changing nowhere; and what counts when."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from gemeente_pga.domain.afschrift import (
    GEVEN,
    MASKEREN,
    WEGLATEN,
    Gegeven,
    Onderdeel,
    Oordeel,
    beoordeel_oordeel,
    met_dag,
    mist_voor_oordeel,
)

OP = date(2026, 11, 4)
TEKST = "Zijn moeder zegt dat hij vaak weg is, en dat zijn oom hem dan ophaalt."
GEGEVEN = Gegeven("signaal", 1, "van_anderen", TEKST, Oordeel(GEVEN))
WOORDEN = TEKST.split()


def masker(weg: list[bool]) -> str:
    return " ".join("[ ]" if hier else woord for woord, hier in zip(WOORDEN, weg, strict=True))


@given(st.lists(st.booleans(), min_size=len(WOORDEN), max_size=len(WOORDEN)))
def test_taking_words_away_is_accepted_wherever_it_is(weg: list[bool]) -> None:
    oordeel = Oordeel(MASKEREN, masker(weg), "derde")
    gebrek = mist_voor_oordeel(GEGEVEN, oordeel)
    assert (gebrek is None) is any(weg)  # nothing taken away is not masked


@given(
    st.lists(st.booleans(), min_size=len(WOORDEN), max_size=len(WOORDEN)),
    st.integers(0, len(WOORDEN)),
    st.sampled_from(["nooit", "tante", "2026", "geweld."]),
)
def test_a_word_that_was_not_there_is_refused(weg: list[bool], plek: int, woord: str) -> None:
    delen = masker(weg).replace("[ ]", "[\x00]").split()
    delen.insert(plek, woord)
    tekst = " ".join(delen).replace("\x00", " ")
    gebrek = mist_voor_oordeel(GEGEVEN, Oordeel(MASKEREN, tekst, "derde"))
    assert gebrek is not None
    assert gebrek.veld == "tekst"


def test_a_form_asks_for_the_ground_of_what_is_not_given() -> None:
    goed = {"uitkomst": WEGLATEN, "grond": "derde", "tekst": "staat er nog van eerst"}
    assert beoordeel_oordeel(goed, OP, gegeven=GEGEVEN) == Oordeel(WEGLATEN, "", "derde")
    fout = beoordeel_oordeel({**goed, "grond": ""}, OP, gegeven=GEGEVEN)
    assert isinstance(fout, list)
    assert [g.veld for g in fout] == ["grond"]
    assert beoordeel_oordeel({**goed, "uitkomst": GEVEN}, OP, gegeven=GEGEVEN) == Oordeel(GEVEN)


def test_what_is_fixed_is_fixed_also_for_a_form() -> None:
    politie = replace(GEGEVEN, voorstel=Oordeel(WEGLATEN, grond="politie"), zeker=True, vast=True)
    assert mist_voor_oordeel(politie, politie.voorstel) is None
    gebrek = mist_voor_oordeel(politie, Oordeel(GEVEN))
    assert gebrek is not None
    assert "politie" in gebrek.melding


def test_what_nobody_judged_is_given_to_nobody() -> None:
    assert GEGEVEN.geldt is None
    assert GEGEVEN.gegeven_tekst == ""
    deel = Onderdeel("Signaal", (GEGEVEN, replace(GEGEVEN, kolom="soort", tekst="melding", zeker=True)))
    assert deel.stand == "Nog 1 te beoordelen"
    deels = replace(GEGEVEN, oordeel=Oordeel(MASKEREN, "[ ] zegt dat hij vaak weg is", "derde"))
    assert deels.gegeven_tekst == "[ ] zegt dat hij vaak weg is"
    assert replace(deel, gegevens=(deels,)).stand == "Deels gegeven"


def test_days_read_as_days() -> None:
    assert met_dag("2026-11-04") == "4 november 2026"
    assert met_dag("2026-11-04T16:42:00+01:00") == "4-11-2026, 16.42 uur"
    assert met_dag("2026-014") == "2026-014"
