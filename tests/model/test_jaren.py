# SPDX-License-Identifier: EUPL-1.2
"""A small year in one kluis; the long one is `installer/dev.py jaren --long`."""

import pytest

from tests.model.jaren import Leven, leef
from tests.model.machine import Teller, Werkplaats, hier


def test_two_small_years_in_one_kluis() -> None:
    eerste, tweede = leef(2, 120)
    assert tweede.regels == eerste.regels + tweede.gedaan
    assert eerste.gedaan > 40
    assert eerste.geweigerd > 5
    assert tweede.dossiers > 3


def test_a_line_too_few_in_the_log_is_seen() -> None:
    with hier():
        plaats = Werkplaats()
        leven = Leven(plaats, Teller())
        try:
            for n in range(40):
                leven.stap(tuple(bool(n >> bit & 1) for bit in range(16)))
            leven.klopt_alles()
            leven.geaccepteerd += 1
            with pytest.raises(AssertionError, match="regels"):
                leven.klopt_alles()
        finally:
            leven.m.store.close()
            plaats.sluit()
