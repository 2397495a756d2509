# SPDX-License-Identifier: EUPL-1.2
"""A memo asks one thing on one page, and an answer says why when it is no plain yes."""

from datetime import date

import pytest

from gemeente_pga.domain.memo import Memo, Memoantwoord, beoordeel_memo, beoordeel_memoantwoord

VANDAAG = date(2026, 11, 5)
GOED: dict[str, object] = {
    "aan": "driehoek", "gevraagd": "Mag dit?", "waarom": "Er was een incident.",
    "grondslag": "Gemeentewet, artikel 172", "alternatieven": "Praten.", "risico_wel": "Minder contact.",
    "risico_niet": "Het gebeurt weer.", "antwoord_voor": "12-11-2026",
}  # fmt: skip
ANTWOORD: dict[str, object] = {
    "antwoord": "akkoord", "antwoord_tekst": "", "antwoord_door": "A. de Wit, burgemeester",
    "antwoord_op": "5-11-2026",
}  # fmt: skip


@pytest.mark.eis("G11")
@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("aan", "raad"), ("gevraagd", ""), ("gevraagd", "a" * 251), ("waarom", " "), ("waarom", "a" * 451),
        ("grondslag", ""), ("grondslag", "noodrecht"), ("alternatieven", ""), ("risico_wel", ""),
        ("risico_niet", ""), ("antwoord_voor", "4-11-2026"),
    ],
)  # fmt: skip
def test_every_part_is_there_and_fits(veld: str, waarde: str):
    assert isinstance(beoordeel_memo(GOED, VANDAAG), Memo)
    uit = beoordeel_memo(GOED | {veld: waarde}, VANDAAG)
    assert isinstance(uit, list)
    assert {gebrek.veld for gebrek in uit} == {veld}


@pytest.mark.eis("G11")
@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"antwoord": ""}, "antwoord"),
        ({"antwoord": "niet_akkoord"}, "antwoord_tekst"),
        ({"antwoord": "akkoord_met_voorwaarde"}, "antwoord_tekst"),
        ({"antwoord_door": ""}, "antwoord_door"),
        ({"antwoord_op": "1-11-2026"}, "antwoord_op"),
        ({"antwoord_op": "6-11-2026"}, "antwoord_op"),
    ],
)
def test_an_answer_is_whole(anders: dict[str, object], veld: str):
    op = date(2026, 11, 2)
    assert isinstance(beoordeel_memoantwoord(ANTWOORD, VANDAAG, op=op), Memoantwoord)
    uit = beoordeel_memoantwoord(ANTWOORD | anders, VANDAAG, op=op)
    assert isinstance(uit, list)
    assert {gebrek.veld for gebrek in uit} == {veld}
