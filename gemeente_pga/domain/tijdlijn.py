# SPDX-License-Identifier: EUPL-1.2
"""The timeline of a dossier: what happened, when it happened, and when it became known here."""

from dataclasses import dataclass
from datetime import date
from typing import Final

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
