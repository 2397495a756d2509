# SPDX-License-Identifier: EUPL-1.2
"""What a plan needs, what it warns for, and when a row of it may be recorded."""

from dataclasses import asdict, replace
from datetime import date

import pytest

from gemeente_pga.domain.plan import (
    Plan,
    Planregel,
    beoordeel_doel,
    beoordeel_effect,
    beoordeel_factor,
    beoordeel_interventie,
    beoordeel_plan,
    loopt,
    ontbreekt,
    waarschuwingen,
)
from tests.casus_hulp import BESCHERMEND, DOEL, KOP, RISICO, VANDAAG, interventie
from tests.inrichting_hulp import kader

VOL = Plan(
    id=1,
    dossier_id=2,
    casus_id=3,
    versie=1,
    status="concept",
    kop=KOP,
    vastgesteld_op=None,
    doelen=(Planregel(4, DOEL),),
    factoren=(Planregel(5, RISICO), Planregel(6, BESCHERMEND)),
    interventies=(Planregel(7, interventie()),),
)


def velden(uitkomst: object) -> set[str]:
    assert isinstance(uitkomst, list), uitkomst
    return {gebrek.veld for gebrek in uitkomst}


@pytest.mark.eis("a.C4")
@pytest.mark.parametrize(
    ("plan", "zin"),
    [
        (replace(VOL, doelen=()), "Leg ten minste één doel vast."),
        (replace(VOL, factoren=()), "Leg ten minste één factor vast: wat maakt het erger, wat beschermt?"),
        (replace(VOL, interventies=()), "Leg ten minste één interventie vast."),
        (
            replace(VOL, kop=replace(KOP, herbeoordeling_op=None)),
            "Vul in wanneer u het plan opnieuw bekijkt.",
        ),
    ],
)
def test_plan_says_what_it_still_needs(plan: Plan, zin: str):
    assert ontbreekt(plan) == (zin,)
    assert ontbreekt(VOL) == ()


@pytest.mark.eis("c15")
def test_plan_without_protective_factors_is_warned_for():
    assert waarschuwingen(VOL, VANDAAG) == ()
    zonder = replace(VOL, factoren=(Planregel(5, RISICO),))
    assert "geen beschermende factoren" in waarschuwingen(zonder, VANDAAG)[0]


@pytest.mark.eis("c15")
def test_intervention_past_its_end_is_warned_for():
    voorbij = interventie(start=date(2026, 1, 1), einde=date(2026, 2, 1))
    assert len(waarschuwingen(replace(VOL, interventies=(Planregel(7, voorbij),)), VANDAAG)) == 1
    klaar = replace(voorbij, stand="afgerond")
    assert not loopt(klaar)
    assert waarschuwingen(replace(VOL, interventies=(Planregel(7, klaar),)), VANDAAG) == ()


@pytest.mark.eis("c15")
@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        ({}, set()),
        ({"vrijwillig": False}, {"beslisser"}),
        ({"vrijwillig": False, "beslisser": "de burgemeester", "soort": "bestuurlijk"}, set()),
        ({"eigenaar": ""}, {"eigenaar"}),
        ({"grondslag": ""}, {"grondslag"}),
        ({"omschrijving": ""}, {"omschrijving"}),
        ({"soort": "iets_anders"}, {"soort"}),
        ({"einde": date(2026, 11, 1)}, {"einde"}),
        ({"doel_id": 12, "partij_id": "34"}, set()),
    ],
)
def test_only_voluntary_help_needs_no_other_body_to_decide(anders: dict[str, object], fout: set[str]):
    uitkomst = beoordeel_interventie(asdict(interventie()) | anders, kader(), VANDAAG)
    if fout:
        assert velden(uitkomst) == fout
    else:
        assert not isinstance(uitkomst, list)


@pytest.mark.eis("c15")
@pytest.mark.parametrize(
    ("dagen", "fout"),
    [
        ({"einde": None, "opnieuw_bekijken_op": None}, {"opnieuw_bekijken_op"}),
        ({"einde": date(2027, 2, 1), "opnieuw_bekijken_op": None}, set()),
        ({"einde": None, "opnieuw_bekijken_op": date(2027, 1, 14)}, set()),
        ({"einde": None, "opnieuw_bekijken_op": date(2035, 1, 14)}, {"opnieuw_bekijken_op"}),
    ],
)
def test_an_intervention_has_an_end_or_a_day_to_look_again(dagen: dict[str, date | None], fout: set[str]):
    uitkomst = beoordeel_interventie(asdict(interventie()) | dagen, kader(), VANDAAG)
    assert velden(uitkomst) == fout if fout else uitkomst == replace(interventie(), **dagen)  # type: ignore[arg-type]


def test_an_intervention_whose_day_has_come_is_warned_for():
    toen = replace(interventie(), opnieuw_bekijken_op=VANDAAG)
    assert "opnieuw te kijken" in waarschuwingen(replace(VOL, interventies=(Planregel(7, toen),)), VANDAAG)[0]
    klaar = replace(toen, stand="afgerond")
    assert waarschuwingen(replace(VOL, interventies=(Planregel(7, klaar),)), VANDAAG) == ()


def test_an_effect_is_words():
    assert beoordeel_effect({"effect": "Zij belt zelf."}, kader(), VANDAAG) == "Zij belt zelf."
    assert velden(beoordeel_effect({"effect": " "}, kader(), VANDAAG)) == {"effect"}


def test_rows_are_judged_by_the_lists_of_the_kader():
    assert beoordeel_doel(asdict(DOEL), kader(), VANDAAG) == DOEL
    assert velden(beoordeel_doel({"tekst": "", "leefgebied": "maan"}, kader(), VANDAAG)) == {
        "tekst",
        "leefgebied",
    }
    assert beoordeel_factor(asdict(BESCHERMEND), kader(), VANDAAG) == BESCHERMEND
    assert velden(beoordeel_factor({"tekst": "x", "soort": ""}, kader(), VANDAAG)) == {"soort"}
    assert beoordeel_plan(asdict(KOP), kader(), VANDAAG) == KOP
