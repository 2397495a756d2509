# SPDX-License-Identifier: EUPL-1.2
"""The timeline: what is shown of it, in which order, and the days written below it."""

from datetime import date

import pytest

from gemeente_pga.domain.tijdlijn import INFORMATIE, SOORTEN, WEGING, Tijdlijnpunt, kies_punten, verdeling

ALLE = {soort for soort, _ in SOORTEN}
OUD = Tijdlijnpunt(INFORMATIE, date(2026, 1, 3), date(2026, 6, 1), "Oud nieuws")
GEWOGEN = Tijdlijnpunt(WEGING, date(2026, 3, 1), date(2026, 3, 1), "Weging")
VERS = Tijdlijnpunt(INFORMATIE, date(2026, 4, 1), date(2026, 4, 1), "Vers")
LIJN = (OUD, GEWOGEN, VERS)


def test_what_was_known_on_a_day_leaves_out_what_was_heard_later() -> None:
    assert kies_punten(LIJN, ALLE, tot=date(2026, 3, 1)) == [GEWOGEN]
    assert kies_punten(LIJN, ALLE, tot=date(2026, 6, 1)) == list(LIJN)


def test_the_line_in_the_order_of_becoming_known() -> None:
    assert kies_punten(LIJN, ALLE, op_bekend=True) == [GEWOGEN, VERS, OUD]
    assert kies_punten(LIJN, {INFORMATIE}) == [OUD, VERS]
    assert kies_punten(LIJN, ALLE, alleen_later=True) == [OUD]


@pytest.mark.parametrize("dagen", [7, 40, 200, 800, 4_000, 40_000])
def test_never_more_days_below_the_line_than_fit(dagen: int) -> None:
    eerste = date(2010, 1, 31)
    laatste = date.fromordinal(eerste.toordinal() + dagen)
    for hoogstens in (1, 3, 8):
        delen = verdeling(eerste, laatste, hoogstens)
        assert 1 <= len(delen) <= hoogstens + 1
        assert all(eerste <= dag <= laatste for dag, _ in delen)


def test_months_have_a_name_and_years_a_number() -> None:
    maanden = verdeling(date(2026, 1, 1), date(2026, 4, 1), 4)
    assert [woord for _, woord in maanden] == ["jan 2026", "feb 2026", "mrt 2026", "apr 2026"]
    assert verdeling(date(2020, 1, 1), date(2026, 4, 1), 8)[0] == (date(2020, 1, 1), "2020")
