# SPDX-License-Identifier: EUPL-1.2
"""The burgerservicenummer, and whether it may be recorded here. No other query reads this table."""

from gemeente_pga.domain.bsn import Bsn, Bsngebruik
from gemeente_pga.domain.inrichting import INSTELLING_BSN_WET
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.inrichting import instelling


def bsngebruik(r: Lezer) -> Bsngebruik:
    """Off until a law was named."""
    wet = instelling(r, INSTELLING_BSN_WET)
    return Bsngebruik(aan=bool(wet), wet=wet)


def bsn_van(r: Lezer, persoon_id: int) -> Bsn | None:
    """The number of this person; None when there is none, and always for the FG."""
    rij = r.row("SELECT bsn, grondslag, noodzaak FROM persoon_bsn WHERE persoon_id = ?", persoon_id)
    return Bsn(rij["bsn"], rij["grondslag"], rij["noodzaak"]) if rij else None


def aantal_bsn(r: Lezer) -> int:
    """How many are recorded: switching off removes them."""
    return int(r.value("SELECT count(*) FROM persoon_bsn"))
