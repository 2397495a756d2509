# SPDX-License-Identifier: EUPL-1.2
"""A small year in one kluis; the long one is `installer/dev.py jaren --long`."""

from collections.abc import Iterator

import pytest

from tests.model.jaren import Leven, leef
from tests.model.machine import Teller, Werkplaats, hier


def test_two_small_years_in_one_kluis() -> None:
    eerste, tweede = leef(2, 120, 40)
    assert tweede.regels == eerste.regels + tweede.gedaan
    assert eerste.gedaan > 40
    assert eerste.geweigerd > 5
    assert tweede.dossiers > 3


@pytest.fixture
def leven() -> Iterator[Leven]:
    """Forty steps in a kluis that life goes on in."""
    with hier():
        plaats = Werkplaats()
        uit = Leven(plaats, Teller(), 40)
        try:
            for n in range(40):
                uit.stap(tuple(bool(n >> bit & 1) for bit in range(16)))
            uit.klopt_alles()
            yield uit
        finally:
            uit.m.store.close()
            plaats.sluit()


def test_a_line_too_few_in_the_log_is_seen(leven: Leven) -> None:
    leven.geaccepteerd += 1
    with pytest.raises(AssertionError, match="regels"):
        leven.klopt_alles()


def test_a_term_that_the_list_leaves_out_is_seen(leven: Leven) -> None:
    leven.m.dossiers[0].aanhoudingen[0] = ("verstrekking", leven.m.vandaag, leven.m.vandaag)
    with pytest.raises(AssertionError, match="niet in de lijst"):
        leven.klopt_alles()


def test_life_goes_on_in_what_the_backup_gave(leven: Leven) -> None:
    voor = leven.pad
    leven.lees_kopie(verder=True)
    assert leven.pad != voor
    assert not voor.exists()
    leven.sterf()
    leven.klopt_alles()
