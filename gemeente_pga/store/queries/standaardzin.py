# SPDX-License-Identifier: EUPL-1.2
"""The sentences for minutes as this coordinator has them: one setting, in the kluis and nowhere else."""

from gemeente_pga.domain.standaardzin import Standaardzin, lees_zinnen
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.inrichting import instelling

SLEUTEL = "standaardzinnen"


def standaardzinnen(r: Lezer) -> tuple[Standaardzin, ...]:
    """All of them, in the order in which they were made."""
    return lees_zinnen(instelling(r, SLEUTEL))
