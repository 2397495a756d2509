# SPDX-License-Identifier: EUPL-1.2
"""The herstelcode: what comes from paper comes back, and what is mistyped is pointed at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.kluis.herstelcode import CODE_LENGTE, format_code, nieuwe_code, parse_code

ALFABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODES = st.binary(min_size=CODE_LENGTE, max_size=CODE_LENGTE).map(bytearray)


def melding(tekst: str) -> str:
    uitkomst = parse_code(tekst)
    assert isinstance(uitkomst, Gebrek)
    assert uitkomst.veld == "herstelcode"
    return uitkomst.melding


@given(CODES)
def test_code_comes_back(code: bytearray) -> None:
    assert parse_code(format_code(code)) == code


@given(CODES, st.data())
def test_code_typed_by_a_hurried_person(code: bytearray, data: st.DataObject) -> None:
    tekst = format_code(code)
    tekst = tekst.replace("0", data.draw(st.sampled_from("0oO"))).replace(
        "1", data.draw(st.sampled_from("1iIlL"))
    )
    tekst = tekst.replace("-", data.draw(st.sampled_from(["", " ", "-", " - ", "–", "\n", "\t", "."])))
    if data.draw(st.booleans()):
        tekst = tekst.lower()
    assert parse_code(f"  {tekst} ") == code


def test_spaces_in_the_wrong_places_are_forgiven() -> None:
    code = nieuwe_code()
    schoon = format_code(code).replace("-", "")
    assert parse_code(" ".join(schoon[n : n + 4] for n in range(0, 40, 4))) == code


def test_every_single_wrong_character_is_noticed_in_its_own_group() -> None:
    tekst = format_code(nieuwe_code())
    fouten = 0
    for plaats, goed in enumerate(tekst):
        if goed == "-":
            continue
        groep = tekst[:plaats].count("-") + 1
        for teken in ALFABET:
            if teken != goed:
                fouten += 1
                assert melding(tekst[:plaats] + teken + tekst[plaats + 1 :]).startswith(f"Groep {groep} van")
    assert fouten == 40 * 31


@pytest.mark.parametrize("teken", ["U", "*", "é", "Ⅻ", "\x00", "🙂"])
def test_impossible_character_is_noticed_in_its_own_group(teken: str) -> None:
    tekst = format_code(bytearray(CODE_LENGTE))
    assert melding(tekst[:13] + teken + tekst[14:]).startswith("Groep 3 van")


def test_forgotten_character_is_noticed_in_its_own_group() -> None:
    groepen = format_code(nieuwe_code()).split("-")
    groepen[5] = groepen[5][:-1]
    assert melding("-".join(groepen)).startswith("Groep 6 van")


def test_forgotten_character_without_separators_gives_the_number() -> None:
    assert "39 ingevuld" in melding(format_code(nieuwe_code()).replace("-", "")[:-1])


@given(CODES, st.integers(0, 7), st.integers(0, 7))
def test_swapped_groups_are_both_named(code: bytearray, een: int, ander: int) -> None:
    groepen = format_code(code).split("-")
    groepen[een], groepen[ander] = groepen[ander], groepen[een]
    if een == ander:
        assert parse_code("-".join(groepen)) == code
        return
    laag, hoog = sorted((een + 1, ander + 1))
    assert melding("-".join(groepen)).startswith(f"De groepen {laag} en {hoog} van")


@pytest.mark.parametrize("tekst", ["", "   ", "---"])
def test_nothing_typed(tekst: str) -> None:
    assert melding(tekst) == "Vul de herstelcode van het herstelblad in."


@given(st.text(max_size=200))
def test_any_text_gives_a_code_or_a_sentence(tekst: str) -> None:
    uitkomst = parse_code(tekst)
    assert isinstance(uitkomst, Gebrek) or len(uitkomst) == CODE_LENGTE


def test_codes_are_random() -> None:
    assert len({format_code(nieuwe_code()) for _ in range(50)}) == 50
