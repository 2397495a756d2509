# SPDX-License-Identifier: EUPL-1.2
"""How a dossier is numbered and where it stands."""

from datetime import date

import pytest

from gemeente_pga.domain.dossier import GESLOTEN, Dossierkop, volgende_stap
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.domain.staten import mag, mogelijk, staten

ALLE = [(soort, staat) for soort in ("signaal", "casus") for staat in staten(soort)]


def kop(soort: str, status: str) -> Dossierkop:
    return Dossierkop(
        id=1,
        nummer="2026-001",
        gemeente_id=2,
        gemeente="Gemeente Waterhoven",
        overgenomen=False,
        persoon=Persoon(geslachtsnaam="Jansen"),
        soort=soort,
        status=status,
        sinds=None,
        signaal_id=3,
        casus_id=None,
        geagendeerd_voor=date(2026, 10, 2),
        herbeoordeling=date(2027, 1, 14),
    )


@pytest.mark.parametrize(("soort", "staat"), ALLE)
def test_every_state_is_either_closed_or_says_what_comes_next(soort: str, staat: str):
    dicht = kop(soort, staat).gesloten
    assert bool(volgende_stap(kop(soort, staat))) is not dicht


@pytest.mark.parametrize(("soort", "staat"), sorted(GESLOTEN))
def test_nothing_closed_goes_on_by_itself(soort: str, staat: str):
    verder = {naar for naar in mogelijk(soort, staat) if (soort, naar) not in GESLOTEN}
    heropend = staat == "heropening_gevraagd"  # the weegploeg decides; see domain.stappen
    assert verder <= ({"voorbereiding"} if heropend else set())
    assert not mag(soort, staat, "in_weging" if soort == "signaal" else "in_uitvoering")


def test_a_date_stands_beside_the_step_it_belongs_to():
    assert volgende_stap(kop("signaal", "geagendeerd")) == "Wegen op 2-10-2026"
    assert volgende_stap(kop("casus", "in_uitvoering")) == "Herbeoordeling op 14-1-2027"
    assert volgende_stap(kop("signaal", "in_weging")) == "Besluit van de weegploeg"
