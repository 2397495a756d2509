# SPDX-License-Identifier: EUPL-1.2
"""The stops of a walk: complete, readable for who does this rarely, and leading to places that are there."""

import re

import pytest

from gemeente_pga.domain.rondleiding import (
    AAN_DE_SLAG,
    HALTES,
    VOORBEELDCASUS,
    Halte,
    Rondleidingsfout,
    Stand,
    Tocht,
    huidig,
    parse_rondleiding,
)
from gemeente_pga.paths import resource
from gemeente_pga.ui.screens import SCREENS

NAAM = "rondleiding.toml"
TEKST = resource(f"teksten/{NAAM}").read_text("utf-8")
ROUTES = parse_rondleiding(TEKST, NAAM)
ALLE = [(route, halte) for route, haltes in ROUTES.items() for halte in haltes]


def _id(geval: object) -> str:
    return geval.code if isinstance(geval, Halte) else str(geval)


@pytest.mark.parametrize(("route", "halte"), ALLE, ids=_id)
def test_every_stop_is_short_and_leads_to_a_screen(route: str, halte: Halte):
    teksten = (halte.nu, *halte.zo, *halte.verhaal)
    zinnen = [zin for tekst in teksten for zin in re.split(r"(?<=[.!?:;])\s", tekst)]
    assert [zin for zin in zinnen if len(zin.split()) > 25] == []
    assert halte.zo
    assert halte.scherm in {scherm.code for scherm in SCREENS}
    assert halte.later == (route == AAN_DE_SLAG)


def test_a_stop_that_is_missing_or_out_of_order_is_refused():
    zonder = TEKST.replace('code = "plan"', 'code = "plannetje"')
    with pytest.raises(Rondleidingsfout, match="op volgorde"):
        parse_rondleiding(zonder, NAAM)


def test_the_place_is_the_first_that_is_not_done():
    haltes = ROUTES[AAN_DE_SLAG]
    codes = HALTES[AAN_DE_SLAG]
    assert huidig(haltes, Stand()) == 0
    assert huidig(haltes, Stand(frozenset(codes[:2]))) == 2
    assert huidig(haltes, Stand(frozenset({codes[1]}))) == 0
    assert huidig(haltes, Stand(frozenset(codes))) is None


def test_what_waits_comes_after_the_others_and_is_not_forgotten():
    haltes, codes = ROUTES[AAN_DE_SLAG], HALTES[AAN_DE_SLAG]
    assert huidig(haltes, Stand(), (codes[0],)) == 1
    assert huidig(haltes, Stand(frozenset(codes[1:])), (codes[0],)) == 0


def test_what_is_kept_comes_back():
    tocht = Tocht(False, 12, ("kader",))
    assert Tocht.from_tekst(tocht.as_tekst()) == tocht
    assert Tocht.from_tekst(None) is None
    assert set(HALTES) == {VOORBEELDCASUS, AAN_DE_SLAG}
