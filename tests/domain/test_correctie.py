# SPDX-License-Identifier: EUPL-1.2
"""What a correction and an answer must say."""

from datetime import date

import pytest

from gemeente_pga.domain.correctie import (
    BERICHTSOORTEN,
    RECTIFICATIE,
    SOORTEN,
    Houderantwoord,
    Informatiecorrectie,
    beoordeel_antwoord,
    beoordeel_correctie,
    gevraagd,
    stand_van_berichten,
)

VANDAAG = date(2026, 9, 8)
CORRECTIE = {
    "soort": "onjuist",
    "gemeld_door": "Politie",
    "gemeld_op": "8-9-2026",
    "juist": "Hij was er niet bij.",
}


@pytest.mark.parametrize("veld", list(CORRECTIE))
def test_a_correction_says_who_since_when_and_what_is_right(veld):
    assert isinstance(beoordeel_correctie(CORRECTIE, VANDAAG), Informatiecorrectie)
    gebreken = beoordeel_correctie(CORRECTIE | {veld: ""}, VANDAAG)
    assert isinstance(gebreken, list)
    assert [g.veld for g in gebreken] == [veld]


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"antwoord": ""}, "antwoord"),
        ({"antwoord": "deels"}, "antwoord_tekst"),
        ({"antwoord": "weigert"}, "antwoord_tekst"),
        ({"antwoord_op": "31-8-2026"}, "antwoord_op"),  # before the notice
        ({"antwoord_op": "9-9-2026"}, "antwoord_op"),  # not yet
    ],
)
def test_an_answer_that_is_not_done_says_why(anders, veld):
    goed = {"antwoord": "gedaan", "antwoord_op": "8-9-2026"}
    assert isinstance(beoordeel_antwoord(goed, VANDAAG, verstuurd_op=date(2026, 9, 1)), Houderantwoord)
    gebreken = beoordeel_antwoord(goed | anders, VANDAAG, verstuurd_op=date(2026, 9, 1))
    assert isinstance(gebreken, list)
    assert [g.veld for g in gebreken] == [veld]


def test_every_kind_of_notice_asks_something():
    zinnen = {gevraagd(RECTIFICATIE, code) for code, _ in SOORTEN}
    zinnen |= {gevraagd(soort) for soort in BERICHTSOORTEN if soort != RECTIFICATIE}
    assert len(zinnen) == 5


@pytest.mark.parametrize(
    ("klaar", "onverstuurd", "mondeling", "zin"),
    [
        (4, 4, 0, "Voor iedere houder staat een bericht klaar. Vier zijn nog niet verstuurd."),
        (4, 1, 0, "Voor iedere houder staat een bericht klaar. Eén is nog niet verstuurd."),
        (
            2, 0, 1,
            "Voor iedere houder staat een bericht klaar. "
            "Eén vertelt u mondeling; daarvan is nog geen antwoord vastgelegd.",
        ),
        (4, 0, 0, "Aan iedere houder is het bericht verstuurd of verteld."),
        (0, 0, 0, "Volgens wat is vastgelegd heeft niemand dit gegeven. Er is geen bericht nodig."),
    ],
)  # fmt: skip
def test_that_a_notice_lies_ready_is_not_that_it_was_sent(klaar, onverstuurd, mondeling, zin) -> None:
    assert stand_van_berichten(klaar, onverstuurd, mondeling) == zin
