# SPDX-License-Identifier: EUPL-1.2
"""What may be recorded of a casus, and in which words its closing is warned for."""

from dataclasses import asdict
from datetime import date, timedelta

import pytest

from gemeente_pga.domain.afwijking import HERBEOORDELING_OVERGESLAGEN, Afwijking
from gemeente_pga.domain.casus import (
    Casusstap,
    Deelnemer,
    Ideologie,
    Overname,
    Regie,
    Regiewijziging,
    Sluiting,
    beoordeel_deelnemer,
    beoordeel_ideologie,
    beoordeel_overname,
    beoordeel_regie,
    beoordeel_sluiting,
    beoordeel_stap,
    casusnummer,
    eerste_herbeoordeling,
    sluit_waarschuwingen,
    stapkeuzes,
)
from gemeente_pga.domain.overleg import beoordeel_bespreking
from gemeente_pga.domain.plan import beoordeel_plan
from gemeente_pga.domain.staten import CasusStaat, mag
from gemeente_pga.domain.tafelmoment import Tafelmoment, beoordeeld_door
from gemeente_pga.domain.tekst import datum_lang
from tests.casus_hulp import OVERNAME, SLUITING, VANDAAG, deelnemer
from tests.inrichting_hulp import kader


def velden(uitkomst: object) -> set[str]:
    assert isinstance(uitkomst, list), uitkomst
    return {gebrek.veld for gebrek in uitkomst}


def test_number_of_casus_is_that_of_its_dossier():
    assert casusnummer("2026-003", 1) == "C2026-003"
    assert casusnummer("2026-003", 2) == "C2026-003-2"


@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        ({"partij_id": ""}, {"partij_id"}),
        ({"rol": ""}, {"rol"}),
        ({"grondslag": ""}, {"grondslag"}),
        ({"grondslag": "wpg_19"}, {"grondslag"}),  # a ground to give is none to receive
        ({"vanaf": date(2026, 5, 2), "tot": date(2026, 5, 1)}, {"tot"}),
        ({"naam": "K.\nBrouwer"}, {"naam"}),
    ],
)
def test_nobody_takes_part_without_organisation_role_and_ground(anders: dict[str, object], fout: set[str]):
    assert velden(beoordeel_deelnemer(asdict(deelnemer(7)) | anders, kader(), VANDAAG)) == fout


def test_participant_that_is_complete():
    assert beoordeel_deelnemer(asdict(deelnemer(7)), kader(), VANDAAG) == deelnemer(7)
    assert isinstance(beoordeel_deelnemer(asdict(deelnemer(7)), kader(), VANDAAG), Deelnemer)


@pytest.mark.parametrize("dag", [date(1990, 1, 1), date(2099, 1, 1)])
def test_closing_not_before_opening_and_not_years_ahead(dag):
    invoer = asdict(SLUITING) | {"gesloten_op": dag}
    geopend = VANDAAG - timedelta(days=30)
    assert velden(beoordeel_sluiting(invoer, kader(), VANDAAG, geopend_op=geopend)) == {"gesloten_op"}


@pytest.mark.eis("c18", "a.C8")
def test_closing_may_take_effect_later_and_needs_reason_explanation_and_result():
    assert beoordeel_sluiting(asdict(SLUITING), kader(), VANDAAG) == SLUITING
    assert isinstance(beoordeel_sluiting(asdict(SLUITING), kader(), VANDAAG), Sluiting)
    leeg = dict.fromkeys(asdict(SLUITING))
    assert velden(beoordeel_sluiting(leeg, kader(), VANDAAG)) == {
        "gesloten_op", "sluitreden", "sluit_toelichting", "resultaat", "partners_bewaren",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("acties", "interventies", "zinnen"),
    [
        (0, 0, ()),
        (1, 0, ("Er staat nog één actie open.",)),
        (3, 1, ("Er staan nog drie acties open.", "Eén interventie loopt nog.")),
        (12, 2, ("Er staan nog 12 acties open.", "Twee interventies lopen nog.")),
    ],
)
def test_closing_says_in_words_what_still_runs(acties: int, interventies: int, zinnen: tuple[str, ...]):
    assert sluit_waarschuwingen(acties, interventies) == zinnen


def test_steps_by_hand_are_steps_that_the_states_allow():
    for van in CasusStaat:
        for naar in stapkeuzes(van):
            assert mag("casus", van, naar)
    assert stapkeuzes("opgenomen") == ()


@pytest.mark.parametrize(
    ("van", "invoer", "fout"),
    [
        ("in_uitvoering", {"naar": "casusoverleg_loopt"}, set()),
        ("in_uitvoering", {"naar": ""}, {"naar"}),
        ("in_uitvoering", {"naar": "gesloten"}, {"naar"}),
        ("herbeoordeling", {"naar": "in_uitvoering"}, {"reden", "volgende_herbeoordeling"}),
        ("in_uitvoering", {"naar": "herbeoordeling"}, {"naar"}),
        ("herbeoordeling", {"naar": "op_of_afgeschaald"}, {"naar"}),
        (
            "herbeoordeling",
            {"naar": "in_uitvoering", "reden": "Nog schulden.", "volgende_herbeoordeling": date(2027, 5, 1)},
            set(),
        ),
    ],
)
def test_after_a_review_a_step_says_why_and_until_when(van: str, invoer: dict[str, object], fout: set[str]):
    uitkomst = beoordeel_stap(invoer, kader(), VANDAAG, van=van)
    if fout:
        assert velden(uitkomst) == fout
    else:
        assert isinstance(uitkomst, Casusstap)


def test_review_proposal_comes_from_the_kader():
    geopend = date(2026, 10, 7)
    assert eerste_herbeoordeling(kader(), geopend, None) == date(2027, 1, 7)
    assert eerste_herbeoordeling(kader(), geopend, date(2027, 1, 14)) == date(2027, 7, 14)


def test_overname_keeps_the_dates_in_order():
    assert beoordeel_overname(asdict(OVERNAME), kader(), VANDAAG) == OVERNAME
    assert isinstance(beoordeel_overname(asdict(OVERNAME), kader(), VANDAAG), Overname)
    eerder = asdict(OVERNAME) | {"weging_op": date(2026, 3, 1), "geopend_op": date(2026, 2, 1)}
    assert velden(beoordeel_overname(eerder, kader(), VANDAAG)) == {"weging_op", "geopend_op"}
    te_vroeg = asdict(OVERNAME) | {"geinformeerd_op": date(1990, 1, 1)}
    assert velden(beoordeel_overname(te_vroeg, kader(), VANDAAG)) == {"geinformeerd_op"}


def test_overname_of_a_casus_whose_betrokkene_does_not_know_asks_the_ground():
    later = asdict(OVERNAME) | {"informeren": "later"}
    assert velden(beoordeel_overname(later, kader(), VANDAAG)) == {
        "informeren_grondslag", "informeren_opnieuw_op",
    }  # fmt: skip


WEEGPLOEG = (Tafelmoment("weegploeg", VANDAAG - timedelta(days=9)),)


def test_ideology_has_the_day_on_which_it_was_judged():
    assert beoordeel_ideologie({}, kader(), VANDAAG, momenten=()) == Ideologie("", None)
    zonder = beoordeel_ideologie({"ideologie": "onbekend"}, kader(), VANDAAG, momenten=WEEGPLOEG)
    assert velden(zonder) == {"ideologie_op"}
    goed = {"ideologie": "overig", "ideologie_op": VANDAAG}
    assert beoordeel_ideologie(goed, kader(), VANDAAG, momenten=WEEGPLOEG) == Ideologie("overig", VANDAAG)


@pytest.mark.parametrize(
    ("dagen", "momenten", "veld"), [(0, (), "ideologie"), (10, WEEGPLOEG, "ideologie_op")]
)
def test_ideology_is_judged_by_a_table_that_met(dagen, momenten, veld):
    goed = {"ideologie": "overig", "ideologie_op": VANDAAG - timedelta(days=dagen)}
    assert velden(beoordeel_ideologie(goed, kader(), VANDAAG, momenten=momenten)) == {veld}


def test_the_last_table_by_that_day_is_who_judged():
    momenten = (*WEEGPLOEG, Tafelmoment("casusoverleg", VANDAAG - timedelta(days=2)))
    dag = VANDAAG - timedelta(days=3)
    assert beoordeeld_door(dag, momenten) == f"Beoordeeld door: weegploeg van {datum_lang(WEEGPLOEG[0].op)}."
    assert "casusoverleg" in beoordeeld_door(VANDAAG, momenten)
    assert beoordeeld_door(VANDAAG, ()) == ""


@pytest.mark.parametrize("tekst", ["x" * 20_001, "a\x00b", "a\x07b"])
def test_text_that_cannot_be_kept_is_a_gebrek_at_its_field(tekst: str):
    assert velden(beoordeel_sluiting(asdict(SLUITING) | {"resultaat": tekst}, kader(), VANDAAG)) == {
        "resultaat"
    }


@pytest.mark.parametrize("tekst", ["<b", "</para>", "&", "مرحبا", "🙂", "w" * 300])
def test_odd_text_is_kept_as_typed(tekst: str):
    uitkomst = beoordeel_sluiting(asdict(SLUITING) | {"resultaat": tekst}, kader(), VANDAAG)
    assert isinstance(uitkomst, Sluiting)
    assert uitkomst.resultaat == tekst


def test_regie_may_be_empty_while_nobody_is_chosen():
    assert beoordeel_regie({}, kader(), VANDAAG) == Regiewijziging(Regie("", None))


@pytest.mark.parametrize("dag", [date(1900, 1, 1), VANDAAG - timedelta(days=1), date(2999, 1, 1)])
def test_next_review_lies_ahead_and_not_years_away(dag: date):
    uitkomst = beoordeel_regie({"volgende_herbeoordeling": dag}, kader(), VANDAAG)
    assert isinstance(uitkomst, list)
    assert [g.veld for g in uitkomst] == ["volgende_herbeoordeling"]
    stap = {"naar": "casusoverleg_loopt", "volgende_herbeoordeling": dag}
    na_stap = beoordeel_stap(stap, kader(), VANDAAG, van="in_uitvoering")
    assert isinstance(na_stap, list)
    assert [g.veld for g in na_stap] == ["volgende_herbeoordeling"]


def test_a_review_that_is_due_does_not_stop_another_casusregisseur():
    gisteren = VANDAAG - timedelta(days=1)
    invoer = {"casusregisseur": "S. Aydın", "volgende_herbeoordeling": gisteren}
    assert beoordeel_regie(invoer, kader(), VANDAAG, was=gisteren, status="in_uitvoering") == (
        Regiewijziging(Regie("S. Aydın", gisteren))
    )


@pytest.mark.eis("c16")
@pytest.mark.parametrize(("dagen", "mag"), [(365, True), (366, False)])
def test_no_review_later_than_the_maximum_of_the_kader(dagen: int, mag: bool):
    dag = VANDAAG + timedelta(days=dagen)
    uitkomsten = (
        beoordeel_regie({"volgende_herbeoordeling": dag}, kader(), VANDAAG),
        beoordeel_plan({"herbeoordeling_op": dag}, kader(), VANDAAG),
        beoordeel_bespreking({"volgende_herbeoordeling": dag}, kader(), VANDAAG, op=VANDAAG),
    )
    assert [isinstance(uitkomst, list) for uitkomst in uitkomsten] == [not mag] * 3


@pytest.mark.eis("a.r1", "c16")
def test_a_review_that_is_due_is_put_off_only_with_a_written_reason():
    gisteren, later = VANDAAG - timedelta(days=1), VANDAAG + timedelta(days=60)
    invoer: dict[str, object] = {"casusregisseur": "S. Aydın", "volgende_herbeoordeling": later}
    zonder = beoordeel_regie(invoer, kader(), VANDAAG, was=gisteren, status="in_uitvoering")
    assert velden(zonder) == {"afwijking_reden", "afwijking_toelichting", "afwijking_door"}
    invoer |= {
        "afwijking_reden": "beslissing_tafel",
        "afwijking_toelichting": "De zitting gaat voor.",
        "afwijking_door": "casusoverleg",
    }
    met = beoordeel_regie(invoer, kader(), VANDAAG, was=gisteren, status="in_uitvoering")
    assert isinstance(met, Regiewijziging)
    assert met.afwijking == Afwijking(
        HERBEOORDELING_OVERGESLAGEN, "beslissing_tafel", "De zitting gaat voor.", "casusoverleg", VANDAAG
    )
    voor_de_start = beoordeel_regie(
        {"volgende_herbeoordeling": later}, kader(), VANDAAG, was=gisteren, status="voorbereiding"
    )
    assert isinstance(voor_de_start, Regiewijziging)
    assert voor_de_start.afwijking is None


def test_passing_over_a_review_by_a_step_asks_the_same():
    stap = {"naar": "casusoverleg_loopt"}
    te_laat = beoordeel_stap(
        stap, kader(), VANDAAG, van="in_uitvoering", herbeoordeling_op=VANDAAG - timedelta(days=1)
    )
    assert velden(te_laat) == {"afwijking_reden", "afwijking_toelichting", "afwijking_door"}
    op_tijd = beoordeel_stap(stap, kader(), VANDAAG, van="in_uitvoering", herbeoordeling_op=VANDAAG)
    assert isinstance(op_tijd, Casusstap)
