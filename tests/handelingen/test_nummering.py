# SPDX-License-Identifier: EUPL-1.2
"""Numbers that a kluis gives: counted as numbers, and apart from what came in from elsewhere."""

from datetime import date

import pytest

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.inrichting import Partij
from gemeente_pga.handelingen.inrichting import register_partij
from gemeente_pga.handelingen.nummering import next_nummer
from gemeente_pga.handelingen.overleg import prepare_overleg
from gemeente_pga.store.store import Store
from tests.inrichting_hulp import kader
from tests.overleg_hulp import leg_casussen_vast, overleg


@pytest.fixture
def een(store: Store, ids: dict[str, int]) -> int:
    """A casus that may be discussed."""
    for soort in ("zvh", "rvdk", "reclassering"):
        register_partij(store, Partij(soort, kader().partij(soort).naam))
    return leg_casussen_vast(store).een


def meeting(store: Store, casus_id: int, dag: date = date(2026, 10, 14)) -> str:
    """Prepare one and give its number."""
    rij = prepare_overleg(store, overleg(datum=dag), casus_ids=[casus_id], deelnemers={})
    with store.reader() as r:
        return str(r.value("SELECT nummer FROM overleg WHERE id = ?", rij))


def renumber(store: Store, was: str, nummer: str) -> None:
    """As if so many came before it, or it came from elsewhere."""
    with store.write(Handeling.OVERLEG_BIJWERKEN) as w:
        rij = w.value("SELECT id FROM overleg WHERE nummer = ?", was)
        w.onderwerp = ("overleg", rij)
        w.update("overleg", rij, {"nummer": nummer})


@pytest.mark.parametrize(
    ("er_is", "volgende"),
    [
        ("O2026-98", "O2026-99"),
        ("O2026-99", "O2026-100"),
        ("O2026-100", "O2026-101"),
        ("O2026-07 Gemeente Duinrand", "O2026-01"),
        ("O2025-07", "O2026-01"),
    ],
)
def test_the_number_of_a_meeting(store: Store, een: int, er_is: str, volgende: str) -> None:
    renumber(store, meeting(store, een), er_is)
    assert meeting(store, een) == volgende


def test_meetings_ninety_nine_to_a_hundred_and_two(store: Store, een: int) -> None:
    renumber(store, meeting(store, een), "O2026-98")
    assert [meeting(store, een) for _ in range(4)] == ["O2026-99", "O2026-100", "O2026-101", "O2026-102"]


def test_a_list_and_a_meeting_do_not_count_for_each_other(store: Store, een: int) -> None:
    meeting(store, een)
    with store.write(Handeling.CASUS_OPENEN) as w:
        assert next_nummer(w, "dossier", "2026-", 3) == "2026-003"
        assert next_nummer(w, "verzoek", "V2026-", 3) == "V2026-001"
        assert next_nummer(w, "vernietigingslijst", "VL2026-", 2) == "VL2026-01"
        assert next_nummer(w, "overleg", "O2026-", 2) == "O2026-02"
        w.onderwerp = ("overleg", w.value("SELECT id FROM overleg"))
