# SPDX-License-Identifier: EUPL-1.2
"""The timeline of a dossier: what happened, when it happened, and when it became known here."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from gemeente_pga.domain.tekst import MAANDEN, datum_kort

SIGNAAL, INFORMATIE, WEGING, CASUS, OVERLEG, ACTIE, PLAN, CONSULTATIE, RECHTEN, VERSTREKKING, DATALEK = (
    "signaal",
    "informatie",
    "weging",
    "casus",
    "overleg",
    "actie",
    "plan",
    "consultatie",
    "rechten",
    "verstrekking",
    "datalek",
)
SOORTEN: Final = (
    (SIGNAAL, "Signalen"),
    (INFORMATIE, "Informatie"),
    (WEGING, "Wegingen"),
    (CASUS, "Casus"),
    (OVERLEG, "Overleggen"),
    (ACTIE, "Acties"),
    (PLAN, "Plan van aanpak"),
    (CONSULTATIE, "Consultaties zonder naam"),
    (RECHTEN, "Verzoeken, zienswijzen en correcties"),
    (VERSTREKKING, "Verstrekkingen"),
    (DATALEK, "Datalekken"),
)
_STAPPEN: Final = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)  # months between two days below the line
_KORT: Final = tuple("mrt" if maand == "maart" else maand[:3] for maand in MAANDEN)
VAN_BUITEN: Final = frozenset({SIGNAAL, INFORMATIE})
"""What somebody else told us. Of all else the second date is only the day on which it was recorded."""


@dataclass(frozen=True, slots=True)
class Tijdlijnpunt:
    """One thing on the line. scherm and onderwerp_id: where to read more; op_papier: may it be printed?

    informatie_id: the item that it is, for kind INFORMATIE.

    gedateerd: the day it happened is known; otherwise it stands on the day it became known.
    """

    soort: str
    gebeurd_op: date
    bekend_op: date
    wat: str
    bron: str = ""
    gedateerd: bool = True
    op_papier: bool = True
    scherm: str = ""
    onderwerp_id: int | None = None
    informatie_id: int | None = None

    @property
    def dagen_later(self) -> int:
        """How many days after it happened it became known here."""
        return max(0, (self.bekend_op - self.gebeurd_op).days)

    @property
    def van_buiten(self) -> bool:
        """Did it come from outside, so that we can have heard of it later?"""
        return self.soort in VAN_BUITEN

    @property
    def later_bekend(self) -> bool:
        """Was it heard of here on a later day than it happened?"""
        return self.van_buiten and self.dagen_later > 0

    @property
    def geweten_op(self) -> date:
        """The day from which it was known here: what we did ourselves we knew before it was recorded."""
        return self.bekend_op if self.van_buiten else self.gebeurd_op

    @property
    def bekend(self) -> str:
        """When it became known here, or was recorded, where that is another day."""
        if self.dagen_later == 0:
            return ""
        if not self.van_buiten:
            return f"Vastgelegd op {datum_kort(self.bekend_op)}."
        later = "1 dag later" if self.dagen_later == 1 else f"{self.dagen_later} dagen later"
        return f"Bij ons bekend op {datum_kort(self.bekend_op)}, {later}."

    @property
    def zin(self) -> str:
        """The point as one sentence, for a screen reader."""
        wanneer = datum_kort(self.gebeurd_op)
        if not self.gedateerd:
            wanneer = f"{wanneer} (dag van het gebeuren niet bekend)"
        bron = f" Bron: {self.bron}." if self.bron else ""
        return f"{wanneer}. {dict(SOORTEN)[self.soort]}. {self.wat}{bron} {self.bekend}".strip()


def kies_punten(
    punten: Sequence[Tijdlijnpunt],
    soorten: Collection[str],
    *,
    tot: date | None = None,
    alleen_later: bool = False,
    op_bekend: bool = False,
) -> list[Tijdlijnpunt]:
    """What is shown of a line. tot: only what was known here on that day, as a decision of that day found it.

    alleen_later: only what was heard of later than it happened. op_bekend: in the order of becoming known.
    """
    gekozen = [
        p
        for p in punten
        if p.soort in soorten
        and (tot is None or p.geweten_op <= tot)
        and (p.later_bekend or not alleen_later)
    ]
    return sorted(gekozen, key=lambda p: (p.geweten_op, p.gebeurd_op)) if op_bekend else gekozen


def verdeling(eerste: date, laatste: date, hoogstens: int) -> list[tuple[date, str]]:
    """The days to write below a line from first to last: firsts of months, so few that they fit."""
    maanden = (laatste.year - eerste.year) * 12 + laatste.month - eerste.month
    stap = next((n for n in _STAPPEN if maanden // n <= max(1, hoogstens)), _STAPPEN[-1])
    nummers = range(eerste.year * 12 + eerste.month - 1, laatste.year * 12 + laatste.month)
    dagen = [date(n // 12, n % 12 + 1, 1) for n in nummers if n % stap == 0]
    binnen = [dag for dag in dagen if eerste <= dag <= laatste]
    if not binnen:
        return [(eerste, datum_kort(eerste)), (laatste, datum_kort(laatste))]
    return [(d, str(d.year) if stap >= 12 else f"{_KORT[d.month - 1]} {d.year}") for d in binnen]
