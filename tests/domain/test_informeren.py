# SPDX-License-Identifier: EUPL-1.2
"""Telling the betrokkene: one rule for the decision, alone or with what came of it."""

from dataclasses import asdict, replace
from datetime import date

import pytest

from gemeente_pga.domain.informeren import (
    GEEN_TERMIJN,
    TERMIJN,
    Informeerbesluit,
    Informeren,
    beoordeel_informeerbesluit,
    beoordeel_informeren,
    informeer_uiterlijk,
    termijnzin,
)
from tests.inrichting_hulp import kader

VANDAAG = date(2026, 10, 2)
INFORMEREN = {"informeren": "ja", "informeren_reden": "Kan veilig.", "informeren_door": "weegploeg"}
BESLUIT = {
    "informeren": "later",
    "informeren_grondslag": "bescherming_personen",
    "informeren_reden": "De broer spreekt hem eerst.",
    "informeren_door": "Casusoverleg",
    "informeren_opnieuw_op": date(2026, 10, 30),
    "geinformeerd_op": None,
    "geinformeerd_hoe": "",
}


def fouten(uitkomst: object) -> list[str]:
    return [g.veld for g in uitkomst] if isinstance(uitkomst, list) else []


@pytest.mark.eis("c10", "n5")
@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        ({"informeren": ""}, {"informeren"}),
        ({"informeren_grondslag": ""}, {"informeren_grondslag"}),
        ({"informeren_opnieuw_op": None}, {"informeren_opnieuw_op"}),
        ({"informeren_opnieuw_op": date(2026, 10, 1)}, {"informeren_opnieuw_op"}),
        ({"informeren_reden": ""}, {"informeren_reden"}),
        ({"informeren_door": ""}, {"informeren_door"}),
        ({"geinformeerd_op": date(2026, 10, 1), "geinformeerd_hoe": ""}, {"geinformeerd_hoe"}),
        ({"geinformeerd_op": date(2027, 1, 1), "geinformeerd_hoe": "brief"}, {"geinformeerd_op"}),
        ({"informeren": "nee", "informeren_grondslag": "zomaar"}, {"informeren_grondslag"}),
    ],
)
def test_not_telling_asks_ground_reason_and_second_look(anders: dict[str, object], fout: set[str]):
    assert set(fouten(beoordeel_informeren(BESLUIT | anders, kader(), VANDAAG))) >= fout


def test_nobody_is_told_before_the_first_signal():
    verteld = BESLUIT | {"geinformeerd_op": date(1990, 1, 1), "geinformeerd_hoe": "brief"}
    uitkomst = beoordeel_informeren(verteld, kader(), VANDAAG, ontvangen=date(2026, 9, 8))
    assert isinstance(uitkomst, list)
    (gebrek,) = uitkomst
    assert gebrek.veld == "geinformeerd_op"
    assert "vóór het eerste signaal, van 8-9-2026" in gebrek.melding
    op_die_dag = verteld | {"geinformeerd_op": date(2026, 9, 8)}
    assert isinstance(
        beoordeel_informeren(op_die_dag, kader(), VANDAAG, ontvangen=date(2026, 9, 8)), Informeren
    )


def test_informing_decision_that_is_complete():
    besluit = beoordeel_informeren(BESLUIT, kader(), VANDAAG)
    assert isinstance(besluit, Informeren)
    assert asdict(besluit) == BESLUIT


def test_deciding_to_tell_leaves_no_ground_for_not_telling():
    besluit = beoordeel_informeren(BESLUIT | {"informeren": "ja"}, kader(), VANDAAG)
    assert isinstance(besluit, Informeren)
    assert besluit.informeren_grondslag == ""
    assert besluit.informeren_opnieuw_op == date(2026, 10, 30)


def test_both_judge_the_decision_alike():
    alleen = beoordeel_informeerbesluit(BESLUIT | {"informeren": "ja"}, kader(), VANDAAG)
    samen = beoordeel_informeren(BESLUIT | {"informeren": "ja"}, kader(), VANDAAG)
    assert isinstance(alleen, Informeerbesluit)
    assert isinstance(samen, Informeren)
    assert asdict(samen) == asdict(alleen) | {"geinformeerd_op": None, "geinformeerd_hoe": ""}
    assert alleen.informeren_grondslag == ""


@pytest.mark.eis("c10")
@pytest.mark.parametrize(
    ("anders", "velden"),
    [
        ({}, []),
        ({"informeren": ""}, ["informeren"]),
        ({"informeren": "later"}, ["informeren_grondslag", "informeren_opnieuw_op"]),
        ({"informeren": "nee", "informeren_grondslag": "doel_geschaad"}, ["informeren_opnieuw_op"]),
        (
            {
                "informeren": "later",
                "informeren_grondslag": "doel_geschaad",
                "informeren_opnieuw_op": "30-10-2026",
            },
            [],
        ),
        ({"informeren_door": ""}, ["informeren_door"]),
        ({"informeren_reden": ""}, ["informeren_reden"]),
    ],
)
def test_informing_is_never_a_plain_no(anders: dict[str, object], velden: list[str]):
    uitkomst = beoordeel_informeerbesluit(INFORMEREN | anders, kader(), VANDAAG)
    assert fouten(uitkomst) == velden
    assert isinstance(uitkomst, list if velden else Informeerbesluit)


@pytest.mark.parametrize(("dag", "velden"), [("2-10-2026", ["informeren_opnieuw_op"]), ("3-10-2026", [])])
def test_looking_again_comes_after_the_meeting_that_decided(dag: str, velden: list[str]):
    invoer = INFORMEREN | {"informeren": "later", "informeren_grondslag": "doel_geschaad"}
    invoer |= {"informeren_opnieuw_op": dag}
    uitkomst = beoordeel_informeerbesluit(invoer, kader(), VANDAAG, besloten_op=date(2026, 10, 2))
    assert fouten(uitkomst) == velden


# ---- the last day (AVG 14(3))


@pytest.mark.eis("G13")
@pytest.mark.parametrize(
    ("sinds", "uiterlijk"),
    [
        (date(2026, 9, 8), date(2026, 10, 8)),
        (date(2027, 1, 31), date(2027, 2, 28)),
        (date(2028, 1, 30), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2027, 1, 31)),
    ],
)
def test_the_last_day_is_a_month_after_the_data_came_in(sinds: date, uiterlijk: date):
    assert informeer_uiterlijk(kader(), sinds) == uiterlijk


def test_the_sentence_names_day_term_and_source_and_says_when_it_has_passed():
    zin = termijnzin(kader(), date(2026, 9, 8), VANDAAG)
    for woorden in ("8 oktober 2026", "1 maand na 8 september 2026", "AVG art. 14(3)", "eerste verstrekking"):
        assert woorden in zin
    assert "voorbij" not in termijnzin(kader(), date(2026, 9, 2), VANDAAG)  # today is still in time
    assert "Die dag is voorbij." in termijnzin(kader(), date(2026, 9, 1), VANDAAG)


def test_a_kader_without_the_term_says_so_and_counts_nothing():
    zonder = replace(
        kader(),
        streeftermijnen=tuple(
            replace(s, status="niet_vastgesteld") if s.code == TERMIJN else s for s in kader().streeftermijnen
        ),
    )
    assert informeer_uiterlijk(zonder, date(2026, 9, 8)) is None
    assert termijnzin(zonder, date(2026, 9, 8), VANDAAG) == GEEN_TERMIJN
