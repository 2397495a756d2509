# SPDX-License-Identifier: EUPL-1.2
"""One rule for every information item, in a weging and in an overleg; and lines taken from a signal."""

import pytest

from gemeente_pga.domain.informatie import (
    Informatie,
    beoordeel_informatie,
    bron_en_inbrenger,
    lines_of,
    suggest_gronden,
)
from gemeente_pga.domain.kader import CASUSOVERLEG, NIET_VASTGESTELD, WEGING
from tests.weegploeg import VANDAAG, kader

GOED = {
    "partij_id": 3, "tekst": "Spandoek met termijn.", "soort_uitspraak": "feit", "grondslag_gever": "wpg_20",
    "grondslag_ontvanger": "wet_pga", "doel": "Wegen", "categorie": "gewoon",
    "verkregen": "eigen_waarneming", "markering": "vrij", "contactdoel": "eigen_taak",
}  # fmt: skip
VERPLICHT = [
    "markering", "partij_id", "tekst", "soort_uitspraak", "grondslag_gever", "grondslag_ontvanger", "doel",
    "categorie", "verkregen", "contactdoel",
]  # fmt: skip


@pytest.mark.eis("c03", "c04", "n2")
@pytest.mark.parametrize(
    ("anders", "velden"),
    [
        ({}, []),
        (dict.fromkeys(GOED, ""), VERPLICHT),
        *[({veld: ""}, [veld]) for veld in VERPLICHT],
        ({"verkregen": "heimelijk"}, ["verkregen"]),
        ({"categorie": "bijzonder"}, ["grondslag_gever", "noodzaak"]),
        ({"categorie": "strafrechtelijk"}, ["noodzaak"]),
        ({"categorie": "strafrechtelijk", "noodzaak": "De dreiging blijkt alleen hieruit."}, []),
        ({"grondslag_gever": "beroepsgeheim"}, ["grondslag_gever"]),
        ({"gebeurd_op": "6-10-2026"}, ["gebeurd_op"]),
        ({"gebeurd_op": "24-9-2026", "ontvangen_op": "23-9-2026"}, ["ontvangen_op"]),
        ({"einddatum": "1-1-2027"}, []),
        ({"tekst": "x" * 20_001}, ["tekst"]),
    ],
)
def test_nothing_without_giver_ground_purpose_and_way_of_obtaining(
    anders: dict[str, object], velden: list[str]
):
    uitkomst = beoordeel_informatie(GOED | anders, kader(), VANDAAG)
    gezien = [g.veld for g in uitkomst] if isinstance(uitkomst, list) else []
    assert sorted(gezien) == sorted(velden)


@pytest.mark.eis("G3")
def test_what_may_not_be_recorded_leaves_only_who_brought_it():
    kaal = beoordeel_informatie({"partij_id": 3, "markering": "niet_vastleggen"}, kader(), VANDAAG)
    assert isinstance(kaal, Informatie)
    assert kaal.tekst == ""
    met = beoordeel_informatie(GOED | {"markering": "niet_vastleggen"}, kader(), VANDAAG)
    assert isinstance(met, list)
    assert [g.veld for g in met] == ["tekst"]


@pytest.mark.parametrize(
    ("tekst", "regels"),
    [
        ("", ()),
        ("Eén zin\ndie doorloopt.", ("Eén zin die doorloopt.",)),
        ("- een\n- twee\n  vervolg", ("een", "twee vervolg")),
        ("Alinea een.\n\nAlinea twee.", ("Alinea een.", "Alinea twee.")),
        ("Kop:\n- a\n\nSlot", ("Kop:", "a", "Slot")),
    ],
)
def test_a_part_of_a_signal_falls_apart_into_its_statements(tekst: str, regels: tuple[str, ...]):
    assert lines_of(tekst) == regels


def test_the_weging_and_the_casusoverleg_do_not_rest_on_the_same_ground():
    for partij in ("gemeente", "om", "politie"):
        gever, _ = suggest_gronden(kader(), partij, None, VANDAAG, fase=WEGING)
        grond = kader().grondslag(gever)
        assert (grond.fase, grond.status) == (WEGING, NIET_VASTGESTELD), "a lawyer has not settled it"
        assert "casusoverleg" not in grond.naam
        assert suggest_gronden(kader(), partij, (gever, gever), VANDAAG, fase=CASUSOVERLEG) == (
            "wet_pga",
            "wet_pga",
        )
        aangeboden = {g.code for g in kader().grondslagen("geven", partij, op=VANDAAG, fase=WEGING)}
        assert gever in aangeboden
        assert "wet_pga" not in aangeboden


def test_grounds_are_suggested_from_last_time_or_from_the_kader():
    geven, ontvangen = suggest_gronden(kader(), "politie", None, VANDAAG)
    aangeboden = [g.code for g in kader().grondslagen("geven", "politie", op=VANDAAG)]
    assert geven == aangeboden[0]
    assert ontvangen
    assert suggest_gronden(kader(), "politie", ("wpg_20", "avg_6_1_e"), VANDAAG) == ("wpg_20", "avg_6_1_e")
    assert suggest_gronden(kader(), "school", ("wpg_20", "bestaat_niet"), VANDAAG)[0] != "wpg_20"


@pytest.mark.parametrize(
    ("bron", "inbrenger", "zin"),
    [
        ("Reclassering", "Gemeente", "Bron: Reclassering. Ingebracht door: Gemeente."),
        ("", "Gemeente", "Gemeente"),
        ("politie", "Politie", "Politie"),
        ("Reclassering", "", "Bron: Reclassering."),
    ],
)
def test_who_brought_an_item_is_not_its_source(bron, inbrenger, zin) -> None:
    assert bron_en_inbrenger(bron, inbrenger) == zin
