# SPDX-License-Identifier: EUPL-1.2
"""A mandate holds on its days and on no other, for who it was given to and for nothing else."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeente_pga.domain.mandaat import (
    VERNIETIGEN,
    VERZOEK,
    WAARSCHUW,
    Mandaat,
    Mandaatregel,
    aflopend,
    beoordeel_einde,
    beoordeel_mandaat,
    geldig,
    mist_mandaat,
)

VANDAAG = date(2026, 11, 5)
MANDAAT = Mandaat(
    VERZOEK, "burgemeester", "coördinator PGA", "", date(2026, 1, 1), date(2026, 12, 31), "B2026-01"
)
REGEL = Mandaatregel(1, 7, MANDAAT)
ZELF = "de burgemeester tekent zelf."
dagen = st.dates(date(2025, 1, 1), date(2028, 12, 31))


@pytest.mark.eis("G11")
@pytest.mark.parametrize(
    ("op", "ingetrokken", "zin"),
    [
        (date(2025, 12, 31), None, "geldt pas vanaf 1-1-2026"),
        (date(2026, 1, 1), None, ""),
        (date(2026, 12, 31), None, ""),
        (date(2027, 1, 1), None, "verlopen op 31-12-2026"),
        (date(2026, 5, 31), date(2026, 6, 1), ""),
        (date(2026, 6, 1), date(2026, 6, 1), "ingetrokken per 1-6-2026"),
    ],
)
def test_future_lapsed_and_withdrawn_give_nothing(op: date, ingetrokken: date | None, zin: str):
    regel = replace(REGEL, ingetrokken_op=ingetrokken)
    uit = mist_mandaat([regel], VERZOEK, ("COORDINATOR  PGA",), op, ZELF)
    assert zin in uit
    assert bool(uit) == bool(zin)
    assert (geldig([regel], VERZOEK, ("coördinator PGA",), op) is None) == bool(zin)


@pytest.mark.eis("G11")
def test_a_mandate_is_for_one_power_and_one_holder():
    assert geldig([REGEL], VERZOEK, ("M. Hoekstra", "coördinator PGA"), VANDAAG) is REGEL
    for bevoegdheid, wie in ((VERNIETIGEN, "coördinator PGA"), (VERZOEK, "M. Hoekstra"), (VERZOEK, "")):
        assert geldig([REGEL], bevoegdheid, (wie,), VANDAAG) is None
        assert "geen mandaat" in mist_mandaat([REGEL], bevoegdheid, (wie,), VANDAAG, ZELF)
    leeg = replace(REGEL, inhoud=replace(MANDAAT, nemer=""))
    assert geldig([leeg], VERZOEK, ("", " "), VANDAAG) is None


@given(vanaf=dagen, duur=st.none() | st.integers(0, 800), weg=st.none() | dagen, op=dagen)
def test_the_days_of_a_mandate(vanaf: date, duur: int | None, weg: date | None, op: date):
    tot = None if duur is None else vanaf + timedelta(days=duur)
    regel = Mandaatregel(1, 7, replace(MANDAAT, vanaf=vanaf, tot=tot), weg)
    eind = min(tot or date.max, weg - timedelta(days=1) if weg else date.max)
    assert regel.geldt(op) == (vanaf <= op <= eind)
    assert (regel.stand(op)[:4] == "Geld") == regel.geldt(op)


def test_bureau_asks_until_another_takes_over_or_somebody_withdraws_it():
    tot = date(2026, 12, 31)
    assert aflopend([REGEL], tot - WAARSCHUW - timedelta(days=1)) == ()
    assert aflopend([REGEL], tot - WAARSCHUW) == (REGEL,)
    assert aflopend([REGEL], tot + timedelta(days=400)) == (REGEL,)
    assert aflopend([replace(REGEL, ingetrokken_op=VANDAAG)], tot) == ()
    volgend = replace(REGEL, id=2, inhoud=replace(MANDAAT, vanaf=tot, tot=None))
    assert aflopend([REGEL, volgend], tot) == ()
    for anders in (replace(volgend, gemeente_id=8), replace(volgend, ingetrokken_op=tot)):
        assert REGEL in aflopend([REGEL, anders], tot)


def test_what_is_typed():
    goed: dict[str, object] = {
        "bevoegdheid": VERZOEK, "gever": "burgemeester", "nemer": "coördinator PGA", "vanaf": "1-1-2026",
        "tot": "31-12-2026", "kenmerk": "B2026-01",
    }  # fmt: skip
    assert beoordeel_mandaat(goed, VANDAAG) == MANDAAT
    fout = {
        "bevoegdheid": "alles", "gever": "", "nemer": "", "vanaf": "", "kenmerk": " ", "tot": "31-12-2025",
    }  # fmt: skip
    for veld, waarde in fout.items():
        uit = beoordeel_mandaat(goed | {veld: waarde}, VANDAAG)
        assert isinstance(uit, list), veld
        assert veld in {gebrek.veld for gebrek in uit}
    zelf = beoordeel_mandaat(goed | {"nemer": "Burgemeester"}, VANDAAG)
    assert isinstance(zelf, list)
    vroeg = beoordeel_einde({"op": "31-12-2025"}, VANDAAG, vanaf=MANDAAT.vanaf)
    assert isinstance(vroeg, list)
    assert beoordeel_einde({"op": "1-1-2027"}, VANDAAG, vanaf=MANDAAT.vanaf) == date(2027, 1, 1)
