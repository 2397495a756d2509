# SPDX-License-Identifier: EUPL-1.2
"""Two kaders side by side: every change is named once, and what would leave old items nameless is seen."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeente_pga.domain.kader import NIET_VASTGESTELD
from gemeente_pga.domain.kaderverschil import Verschil, compare, onmisbaar
from gemeente_pga.kaderbestand import shipped
from tests.inrichting_hulp import kader

PLEKKEN = [
    (plaats, n, veld)
    for plaats, veld in (
        ("wettelijke_criteria", "vraag"), ("zorgvuldigheidstoetsen", "toelichting"), ("partijen", "naam"),
        ("rollen", "taak"), ("alle_grondslagen", "voorwaarden"), ("bewaartermijnen", "opmerking"),
        ("streeftermijnen", "termijn"), ("bronnen", "naam"),
    )
    for n in range(len(getattr(kader(), plaats)))
]  # fmt: skip


@given(plek=st.sampled_from(PLEKKEN))
def test_one_value_changed_is_one_difference(plek: tuple[str, int, str]):
    plaats, n, veld = plek
    rijen = list(getattr(kader(), plaats))
    rijen[n] = replace(rijen[n], **{veld: "P9Y" if veld == "termijn" else "Iets anders."})
    anders: dict[str, Any] = {plaats: tuple(rijen)}
    (verschil,) = compare(kader(), replace(kader(), **anders))
    assert (verschil.code, verschil.veld) == (rijen[n].code, veld)
    assert onmisbaar(kader(), replace(kader(), **anders)) == ()


@given(plek=st.sampled_from(PLEKKEN))
def test_what_is_gone_comes_first_and_what_comes_is_new(plek: tuple[str, int, str]):
    plaats, n, _ = plek
    rijen = getattr(kader(), plaats)
    kort = replace(kader(), **{plaats: rijen[:n] + rijen[n + 1 :]}, versie="anders")
    eerste, *rest = compare(kader(), kort)
    assert (eerste.code, eerste.weg) == (rijen[n].code, True)
    assert [v.veld for v in rest] == ["versie"]
    terug = compare(kort, kader())
    assert [(v.code, v.weg) for v in terug if not v.veld] == [(rijen[n].code, False)]


def test_a_choice_that_is_gone_would_leave_old_items_without_a_name():
    lijsten = tuple(
        replace(lijst, waarden=lijst.waarden[1:]) if lijst.code == "leefgebied" else lijst
        for lijst in kader().codelijsten
    )
    weg = kader().codelijst("leefgebied")[0]
    (verschil,) = onmisbaar(kader(), replace(kader(), codelijsten=lijsten))
    naam = kader().lijst("leefgebied").naam
    assert verschil == Verschil(f"Keuze in lijst ‘{naam}’", weg.code, "", weg.naam, "")
    assert weg.naam in verschil.zin


def test_a_difference_is_read_in_words_and_dutch_dates():
    bewaren = kader().bewaartermijnen[0]
    termijnen = tuple(
        replace(t, termijn="P5Y", status="voorstel", startpunt="laatste_verwerking") if t is bewaren else t
        for t in kader().bewaartermijnen
    )
    anders = replace(kader(), versie="2027-03-01", in_werking=date(2025, 7, 1), bewaartermijnen=termijnen)
    gelezen = "\n".join(v.zin for v in compare(kader(), anders))
    assert "wordt “1 maart 2027”" in gelezen
    assert "dag van inwerkingtreding: was “niets”, wordt “1 juli 2025”" in gelezen
    assert f"Bewaartermijn ‘{bewaren.onderwerp}’, termijn: was “niets”, wordt “5 jaar”" in gelezen
    assert "wordt “de laatste verwerking van de gegevens”" in gelezen
    assert bewaren.code not in gelezen


@pytest.mark.parametrize("om", [False, True])
def test_no_line_between_the_kaders_that_ship_holds_a_code_or_an_iso_date(om: bool):
    een, ander = reversed(shipped()) if om else shipped()
    zinnen = [v.zin for v in compare(een, ander)]
    assert zinnen
    for zin in zinnen:
        assert not re.search(r"[a-z]_[a-z]|\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b|\bP[0-9]+[YMWD]\b", zin), zin


def test_nothing_differs_from_itself():
    assert compare(kader(), kader()) == ()


# ---- the two that ship


def test_the_older_kader_says_only_what_was_read():
    nieuw, oud = shipped()
    assert (nieuw.code, oud.code) == ("wet_pga_2025", "modelconvenant")
    assert oud.in_werking is None
    assert {c.status for c in oud.wettelijke_criteria} == {NIET_VASTGESTELD}
    assert all("niet gelezen" in c.toelichting for c in oud.wettelijke_criteria)
    assert {t.termijn for t in oud.bewaartermijnen} == {""}
    assert {c.bron for c in oud.wettelijke_criteria} == {("KST-731",)}


def test_an_old_dossier_does_not_rest_on_the_new_law_and_keeps_every_name():

    nieuw, oud = shipped()
    dag = date(2026, 11, 22)
    for soort in ("geven", "ontvangen"):
        assert "wet_pga" in {g.code for g in nieuw.grondslagen(soort, op=dag)}
        assert "wet_pga" not in {g.code for g in oud.grondslagen(soort, op=dag)}
    assert oud.grondslag("wet_pga").naam, "what was recorded under it can still be read"
    assert onmisbaar(nieuw, oud) == onmisbaar(oud, nieuw) == ()
