# SPDX-License-Identifier: EUPL-1.2
"""Special and criminal data need grounds that name them, and a necessity. The kader decides which do."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeente_pga.domain.grond import HEIMELIJK_WEEGT_NIET, HULP_GRONDEN, HULP_WEEGT_NIET, past
from gemeente_pga.domain.informatie import Informatie, beoordeel_informatie, mist_grond, weegt_niet
from gemeente_pga.domain.kader import Kader
from tests.weegploeg import VANDAAG, kader

GOED: dict[str, Any] = {
    "partij_id": 3, "tekst": "Hij werd aangehouden.", "soort_uitspraak": "feit", "doel": "Wegen",
    "grondslag_gever": "wpg_20", "grondslag_ontvanger": "avg_10_uavg_33_a", "categorie": "strafrechtelijk",
    "noodzaak": "De dreiging blijkt alleen hieruit.", "verkregen": "systeem_eigen_taak", "markering": "vrij",
    "contactdoel": "eigen_taak",
}  # fmt: skip
CATEGORIEEN = kader().codes("categorie")
GEVEN = [g.code for g in kader().grondslagen("geven", op=VANDAAG)]
ONTVANGEN = [g.code for g in kader().grondslagen("ontvangen", op=VANDAAG)]


def _velden(uit: object) -> set[str]:
    return {g.veld for g in uit} if isinstance(uit, list) else set()


@pytest.mark.eis("c05", "n4")
def test_a_ground_that_names_no_category_is_for_ordinary_data_only():
    taak, zwaar = kader().grondslag("avg_6_1_e"), kader().grondslag("avg_9_uavg_23")
    assert [c for c in CATEGORIEEN if past(taak, c)] == ["gewoon"]
    assert [c for c in CATEGORIEEN if past(zwaar, c)] == ["bijzonder"]


@given(
    categorie=st.sampled_from(CATEGORIEEN),
    gever=st.sampled_from(GEVEN),
    ontvanger=st.sampled_from(ONTVANGEN),
    met_noodzaak=st.booleans(),
)
def test_it_is_taken_only_where_the_kader_names_it_on_both_sides(
    categorie: str, gever: str, ontvanger: str, met_noodzaak: bool
):
    invoer = GOED | {
        "categorie": categorie, "grondslag_gever": gever, "grondslag_ontvanger": ontvanger,
        "noodzaak": "Anders niet te begrijpen." if met_noodzaak else "",
    }  # fmt: skip
    fout = set()
    for veld, code in (("grondslag_gever", gever), ("grondslag_ontvanger", ontvanger)):
        noemt = kader().grondslag(code).voor_categorie
        if categorie not in noemt and (noemt or categorie != "gewoon"):
            fout.add(veld)
    if categorie != "gewoon" and not met_noodzaak:
        fout.add("noodzaak")
    assert _velden(beoordeel_informatie(invoer, kader(), VANDAAG)) == fout


@pytest.mark.eis("c05", "n4")
@pytest.mark.parametrize(
    ("anders", "velden"),
    [
        ({}, set()),
        ({"grondslag_gever": "avg_6_1_e"}, {"grondslag_gever"}),
        ({"grondslag_ontvanger": "avg_6_1_e"}, {"grondslag_ontvanger"}),
        ({"noodzaak": " "}, {"noodzaak"}),
        ({"categorie": "bijzonder"}, {"grondslag_gever", "grondslag_ontvanger"}),
    ],
)
def test_criminal_data_on_a_public_task_are_refused(anders: dict[str, str], velden: set[str]):
    assert _velden(beoordeel_informatie(GOED | anders, kader(), VANDAAG)) == velden


def test_the_sentence_names_the_ground_and_the_kind_of_data():
    uit = beoordeel_informatie(GOED | {"grondslag_gever": "avg_6_1_e"}, kader(), VANDAAG)
    assert isinstance(uit, list)
    assert uit[0].melding == (
        "‘Publieke taak’ geldt niet voor de soort ‘strafrechtelijk’. Kies een grond die deze soort noemt."
    )


@pytest.mark.eis("c05")
def test_another_kader_decides_otherwise(echt_kader: Kader):
    """Not one ground is known to the program by name."""
    ruim = replace(
        echt_kader,
        alle_grondslagen=tuple(
            replace(g, voor_categorie=("gewoon", "bijzonder", "strafrechtelijk"))
            for g in echt_kader.alle_grondslagen
        ),
    )
    invoer = GOED | {"grondslag_gever": "avg_6_1_e", "grondslag_ontvanger": "avg_6_1_e"}
    uit = beoordeel_informatie(invoer, ruim, VANDAAG)
    assert isinstance(uit, Informatie)
    assert mist_grond(uit, echt_kader), "under the shipped kader it stays refused"


BRON = {"vinder": "L. Nguyễn", "vindplaats": "openbaar bericht van hemzelf", "gevonden_op": "1-10-2026"}
GEWOON = {
    "categorie": "gewoon", "noodzaak": "", "grondslag_gever": "avg_6_1_e", "grondslag_ontvanger": "avg_6_1_e",
}  # fmt: skip


@pytest.mark.eis("c07", "n6")
@pytest.mark.parametrize(
    ("anders", "velden"),
    [
        (BRON, set()),
        ({}, set(BRON)),
        *[(BRON | {veld: ""}, {veld}) for veld in BRON],
        (BRON | {"gevonden_op": "1-1-2030"}, {"gevonden_op"}),
        (BRON | {"ontvangen_op": "30-9-2026"}, {"gevonden_op"}),
        (BRON | {"grondslag_gever": ""}, {"grondslag_gever"}),
    ],
)
def test_an_open_source_names_who_found_it_where_and_when(anders: dict[str, str], velden: set[str]):
    bron = GOED | GEWOON | anders | {"verkregen": "open_bron"}
    assert _velden(beoordeel_informatie(bron, kader(), VANDAAG)) == velden
    uit_signaal = GOED | GEWOON | anders
    assert _velden(beoordeel_informatie(uit_signaal, kader(), VANDAAG, open_bron=True)) == velden


HULP = GOED | GEWOON | {"contactdoel": "hulpverlening", "verkregen": "vrijwillig_verteld"}


@pytest.mark.eis("n5", "w10")
@pytest.mark.parametrize("grond", sorted(HULP_GRONDEN))
def test_a_help_conversation_weighs_only_on_the_ground_of_whoever_gave_the_help(grond: str):
    ter_kennis = beoordeel_informatie(HULP | {"markering": "ter_kennisneming"}, kader(), VANDAAG)
    assert isinstance(ter_kennis, Informatie)
    assert weegt_niet(ter_kennis, kader()) == HULP_WEEGT_NIET
    assert _velden(beoordeel_informatie(HULP, kader(), VANDAAG)) == {"markering"}
    alleen_grond = HULP | {"grondslag_gever": grond}
    assert _velden(beoordeel_informatie(alleen_grond, kader(), VANDAAG)) == {"markering"}
    heel = beoordeel_informatie(alleen_grond | {"noodzaak": "Alleen zij weet dit."}, kader(), VANDAAG)
    assert isinstance(heel, Informatie)
    assert weegt_niet(heel, kader()) == ""
    assert weegt_niet(replace(heel, contactdoel="overleg", grondslag_gever="avg_6_1_e"), kader()) == ""
    assert weegt_niet(replace(heel, verkregen="heimelijk"), kader()) == HEIMELIJK_WEEGT_NIET


@pytest.mark.eis("c03")
def test_an_expired_ground_is_refused_for_new_items():
    invoer = GOED | {
        "categorie": "gewoon", "noodzaak": "", "grondslag_gever": "twbmt", "grondslag_ontvanger": "twbmt",
    }  # fmt: skip
    assert isinstance(beoordeel_informatie(invoer, kader(), date(2027, 2, 28)), Informatie)
    op_de_dag = beoordeel_informatie(invoer, kader(), date(2027, 3, 1))
    assert _velden(op_de_dag) == {"grondslag_gever", "grondslag_ontvanger"}
