# SPDX-License-Identifier: EUPL-1.2
"""What the kluis knows of its back-ups: the last one, what came after, when restoring was rehearsed."""

from gemeente_pga.domain.backup import BELANGRIJK, Backupstand
from gemeente_pga.store.lezer import Lezer, lees_dag

_BELANGRIJK = ", ".join(f"'{act.code}'" for act in sorted(BELANGRIJK, key=lambda act: act.code))


def backupstand(r: Lezer) -> Backupstand:
    """Everything that decides whether a back-up, or a rehearsal, is due."""
    rij = r.row(
        "SELECT min(gemaakt_op) AS eerste, max(gemaakt_op) AS laatste, coalesce(max(handeling_n), 0) AS n "
        "FROM reservekopie"
    )
    if rij is None or rij["laatste"] is None:
        return Backupstand()
    return Backupstand(
        laatste=lees_dag(rij["laatste"]),
        eerste=lees_dag(rij["eerste"]),
        belangrijk=r.value(
            f"SELECT count(*) FROM handeling WHERE code IN ({_BELANGRIJK}) AND n > ?",
            rij["n"],
        ),
        geoefend=lees_dag(r.value("SELECT max(op) FROM terugzetting WHERE soort = 'oefening' AND goed = 1")),
    )
