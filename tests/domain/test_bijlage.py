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
    "grondslag_gever": "wet_pga",
    "doel": "De aanpak bespreken.",
    "categorie": "gewoon",
    "noodzaak": "",
    "verkregen": "document",
}

GEZIEN = {"vinder": "L. Nguyễn", "vindplaats": "x.example", "gevonden_op": date(2026, 9, 1)}


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
        ("grondslag_gever", ""),
        ("grondslag_gever", "beroepsgeheim"),
        ("doel", ""),
        ("categorie", ""),
        ("verkregen", ""),
        ("verkregen", "heimelijk"),
    ],
)
def test_each_fault_is_said_at_its_own_field(echt_kader, veld, waarde):
    gebreken = beoordeel_bijlage(GOED | {veld: waarde}, echt_kader, VANDAAG)
    assert isinstance(gebreken, list)
    assert [g.veld for g in gebreken] == [veld]


def test_a_file_that_may_not_be_recorded_cannot_be_chosen(echt_kader):
    assert "niet_vastleggen" not in {code.code for code in markeringen(echt_kader)}
    assert "vrij" in {code.code for code in markeringen(echt_kader)}


@pytest.mark.eis("c04", "c05", "c07", "n4")
@pytest.mark.parametrize(
    ("anders", "velden"),
    [
        ({"categorie": "strafrechtelijk", "noodzaak": "De dreiging staat hierin."}, set()),
        ({"categorie": "strafrechtelijk"}, {"noodzaak"}),
        (
            {"categorie": "bijzonder", "noodzaak": "Nodig.", "grondslag_gever": "avg_6_1_e"},
            {"grondslag_gever"},
        ),
        ({"categorie": "bijzonder", "noodzaak": "Nodig.", "grondslag": "avg_6_1_e"}, {"grondslag"}),
        ({"verkregen": "open_bron"}, {"vinder", "vindplaats", "gevonden_op"}),
        ({"verkregen": "open_bron", "vinder": "L. Nguyễn", "vindplaats": "x.example"}, {"gevonden_op"}),
        ({"verkregen": "open_bron", **GEZIEN, "gevonden_op": date(2026, 9, 9)}, {"gevonden_op"}),
        ({"verkregen": "open_bron", **GEZIEN, "ontvangen_op": None}, set()),
    ],
)
def test_a_file_falls_under_the_rule_of_any_information(echt_kader, anders, velden):
    uit = beoordeel_bijlage(GOED | anders, echt_kader, VANDAAG)
    assert ({g.veld for g in uit} if isinstance(uit, list) else set()) == velden
