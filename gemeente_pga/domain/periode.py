# SPDX-License-Identifier: EUPL-1.2
"""A term in years, months, weeks and days, written as an ISO 8601 period (P5Y, P4W).

Hides the notation, the Dutch words, and what "one month later" means at the end of a month (python-dateutil).
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_PERIODE = re.compile(
    r"P(?=[0-9])(?:([0-9]{1,3})Y)?(?:([0-9]{1,3})M)?(?:([0-9]{1,3})W)?(?:([0-9]{1,3})D)?", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Periode:
    """A length of time, never zero."""

    jaren: int = 0
    maanden: int = 0
    weken: int = 0
    dagen: int = 0

    def __post_init__(self) -> None:
        delen = (self.jaren, self.maanden, self.weken, self.dagen)
        if min(delen) < 0 or not any(delen):
            raise ValueError("een termijn is langer dan nul dagen")

    def after(self, dag: date) -> date:
        """The day this long after dag. A month after 31 January is the last day of February."""
        return _shift(self, dag, 1)

    def before(self, dag: date) -> date:
        """The day this long before dag."""
        return _shift(self, dag, -1)

    @property
    def woorden(self) -> str:
        """For the screen: "5 jaar", "1 jaar en 6 maanden"."""
        delen = [
            f"{aantal} {enkelvoud if aantal == 1 else meervoud}"
            for aantal, enkelvoud, meervoud in (
                (self.jaren, "jaar", "jaar"),
                (self.maanden, "maand", "maanden"),
                (self.weken, "week", "weken"),
                (self.dagen, "dag", "dagen"),
            )
            if aantal
        ]
        return delen[0] if len(delen) == 1 else f"{', '.join(delen[:-1])} en {delen[-1]}"


@lru_cache(maxsize=4096)  # Bureau asks the same of hundreds of points
def _shift(periode: Periode, dag: date, richting: int) -> date:
    from dateutil.relativedelta import relativedelta

    verschil = relativedelta(
        years=periode.jaren, months=periode.maanden, weeks=periode.weken, days=periode.dagen
    )
    try:
        return dag + richting * verschil
    except OverflowError as fout:  # relativedelta gives either of the two outside the calendar
        raise ValueError("buiten de kalender") from fout


@lru_cache(maxsize=256)
def parse_periode(tekst: str) -> Periode:
    """Read an ISO period of whole years, months, weeks and days; ValueError when it is anything else."""
    gevonden = _PERIODE.fullmatch(tekst)
    if gevonden is None:
        raise ValueError("geen termijn als P5Y, P6M, P4W of P14D")
    return Periode(*(int(deel or 0) for deel in gevonden.groups()))
