# SPDX-License-Identifier: EUPL-1.2
"""What must be known of a file before it is added to a dossier."""

from datetime import date
from typing import Any

import pytest

from gemeente_pga.domain.bijlage import Bijlage, beoordeel_bijlage, markeringen

VANDAAG = date(2026, 9, 8)
GOED: dict[str, Any] = {
    "omschrijving": "Beschikking",
    "herkomst": "Rechtbank",
    "ontvangen_op": date(2026, 9, 1),
    "grondslag": "wet_pga",
    "markering": "vrij",
}


def test_what_was_typed_becomes_a_bijlage(echt_kader):
    assert beoordeel_bijlage(GOED, echt_kader, VANDAAG) == Bijlage(**GOED)
    leeg = beoordeel_bijlage(GOED | {"ontvangen_op": None}, echt_kader, VANDAAG)
    assert isinstance(leeg, Bijlage)


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("omschrijving", ""),
        ("omschrijving", "x" * 300),
        ("herkomst", ""),
        ("herkomst", "a\x00b"),
        ("ontvangen_op", date(2027, 1, 1)),
        ("ontvangen_op", "gisteren"),
        ("grondslag", ""),
        ("grondslag", "bestaat_niet"),
        ("markering", ""),
        ("markering", "niet_vastleggen"),
    ],
)
def test_each_fault_is_said_at_its_own_field(echt_kader, veld, waarde):
    gebreken = beoordeel_bijlage(GOED | {veld: waarde}, echt_kader, VANDAAG)
    assert isinstance(gebreken, list)
    assert [g.veld for g in gebreken] == [veld]


def test_a_file_that_may_not_be_recorded_cannot_be_chosen(echt_kader):
    assert "niet_vastleggen" not in {code.code for code in markeringen(echt_kader)}
    assert "vrij" in {code.code for code in markeringen(echt_kader)}
