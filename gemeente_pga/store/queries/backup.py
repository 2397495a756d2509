# SPDX-License-Identifier: EUPL-1.2
"""What the kluis knows of its back-ups: the last one, what came after, when restoring was rehearsed."""

from gemeente_pga.domain.backup import BELANGRIJK, Backupstand
from gemeente_pga.store.lezer import Lezer, lees_dag

_BELANGRIJK = ", ".join(f"'{act.code}'" for act in sorted(BELANGRIJK, key=lambda act: act.code))


def backupstand(r: Lezer) -> Backupstand:
    """Everything that decides whether a back-up, or a rehearsal, is due.

    What was put back was a back-up too; it does not know of itself that it was made.
    """
    rij = r.row(
        "SELECT min(op) AS eerste, max(op) AS laatste, coalesce(max(n), 0) AS n FROM ("
        "SELECT gemaakt_op AS op, handeling_n AS n FROM reservekopie UNION ALL "
        "SELECT kopie_gemaakt_op, kopie_n FROM terugzetting WHERE soort = 'echt')"
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
