# SPDX-License-Identifier: EUPL-1.2
"""What asks attention of the kader: a ground that ends, a check that is due, what is not in order yet."""

from datetime import date

import pytest

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.informatie import beoordeel_informatie
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.kaderstand import Kaderwaarde, aflopend, apply
from gemeente_pga.store.queries.bureau_kader import punten
from gemeente_pga.store.store import Store
from tests.inrichting_hulp import kader, stel_vast

EERST = date(2026, 12, 1)  # three months before the Twbmt lapses
LAATST = date(2027, 2, 28)
VERVALLEN = date(2027, 3, 1)


def kopjes(store: Store, dag: date, met: Kader | None = None) -> list[str]:
    with store.reader() as r:
        return [punt.wat for punt in punten(r, met or kader(), dag)]


@pytest.mark.eis("c03")
@pytest.mark.parametrize(
    ("dag", "waarschuwt"),
    [(date(2026, 11, 30), False), (EERST, True), (LAATST, True), (VERVALLEN, False)],
)
def test_a_ground_that_ends_is_said_three_months_before(
    store: Store, ids: dict[str, int], dag: date, waarschuwt: bool
):
    assert any("loopt af" in wat for wat in kopjes(store, dag)) == waarschuwt
    assert [g.code for g, _ in aflopend(kader(), dag)] == (["twbmt"] if waarschuwt else [])


@pytest.mark.eis("c03")
@pytest.mark.parametrize(("dag", "mag"), [(LAATST, True), (VERVALLEN, False)])
def test_a_ground_that_ended_is_refused_for_what_is_new_and_still_has_its_name(dag: date, mag: bool):
    invoer = {"grondslag_ontvanger": "twbmt", "grondslag_gever": "twbmt"}
    gebreken = beoordeel_informatie(invoer, kader(), dag)
    assert isinstance(gebreken, list)
    assert mag != any(g.veld.startswith("grondslag") for g in gebreken)
    assert kader().grondslag("twbmt").naam


def test_a_municipality_may_say_that_the_law_was_extended():
    langer = Kaderwaarde("grondslag", "twbmt", "geldig_tot", "2029-03-01", "wettekst", "Stb. 2027")
    nu = apply(kader(), [langer], [])
    assert aflopend(nu, LAATST) == ()
    assert nu.grondslag("twbmt").is_valid(VERVALLEN)


@pytest.mark.eis("c22")
def test_a_kader_is_laid_beside_the_law_once_a_year(store: Store, ids: dict[str, int]):
    with store.reader() as r:
        sinds = date.fromisoformat(r.value("SELECT geactiveerd_op FROM kader WHERE actief = 1")[:10])
    jaar = sinds.replace(year=sinds.year + 1)
    assert "Juridisch kader nakijken" not in kopjes(store, jaar.replace(day=jaar.day - 1))
    assert "Juridisch kader nakijken" in kopjes(store, jaar)
    stel_vast(store, ["casus_gesloten"], op=jaar)
    assert "Juridisch kader nakijken" not in kopjes(store, jaar), "a ronde is such a check"


def test_what_is_not_in_order_is_on_bureau(store: Store, ids: dict[str, int]):
    dag = date(2026, 10, 6)
    assert kopjes(store, dag) == []
    with store.reader() as r:
        weg = r.value("SELECT id FROM ingebruikname WHERE punt = 'dpia'")
    with store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        w.delete("ingebruikname", weg)
    assert kopjes(store, dag) == ["Ingebruikname afmaken: Gemeente Waterhoven"]
