# SPDX-License-Identifier: EUPL-1.2
"""What was deviated from in one dossier, newest first."""

from datetime import date

from gemeente_pga.domain.afwijking import Afwijking
from gemeente_pga.store.lezer import Lezer


def afwijkingen(r: Lezer, dossier_id: int) -> tuple[Afwijking, ...]:
    """The deviations of this dossier."""
    rijen = r.rows(
        "SELECT * FROM afwijking WHERE dossier_id = ? ORDER BY op DESC, julianday(vastgelegd_op) DESC",
        dossier_id,
    )
    return tuple(
        Afwijking(a["regel"], a["reden"], a["toelichting"], a["door"], date.fromisoformat(a["op"]))
        for a in rijen
    )
