# SPDX-License-Identifier: EUPL-1.2
"""All closed dossiers with the end of their term: for the list, and for the point on Bureau."""

from dataclasses import dataclass
from datetime import date

from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries.bewaren import DICHT


@dataclass(frozen=True, slots=True)
class Bewaarregel:
    """One closed dossier in the list. waardering: "" while nothing was decided."""

    dossier_id: int
    nummer: str
    met_casus: bool
    bewaartermijn: str
    waardering: str
    einde: date | None
    opgeschort: bool
    op_lijst: str

    def stand(self, vandaag: date) -> str:
        """Where it stands, in a few words."""
        if not self.waardering:
            return "Bewaring niet vastgesteld"
        if self.op_lijst:
            return f"Op lijst {self.op_lijst}"
        if self.opgeschort:
            return "Vernietigen is opgeschort"
        if self.einde is not None and self.einde <= vandaag:
            return "Termijn voorbij"
        return "Wordt bewaard"


# The + keeps it to the signals of this dossier: the index by status holds those of all.
OPEN = f"""EXISTS (SELECT 1 FROM casus c WHERE c.dossier_id = d.id AND c.status NOT IN {DICHT["casus"]})
    OR EXISTS (SELECT 1 FROM signaal s WHERE s.dossier_id = d.id
               AND s.status NOT IN {DICHT["signaal"][:-1]}, 'opgenomen'))
    OR NOT EXISTS (SELECT 1 FROM signaal s WHERE s.dossier_id = d.id)
    OR EXISTS (SELECT 1 FROM signaal s WHERE s.dossier_id = d.id AND +s.status = 'opgenomen'
               AND NOT EXISTS (SELECT 1 FROM casus c WHERE c.dossier_id = d.id))"""
"""For a query on dossier d: something in it still runs."""
_MEEST = 1000


def bewaarregels(r: Lezer, *, voorbij: date | None = None) -> tuple[Bewaarregel, ...]:
    """Closed dossiers: the soonest end first, those without an end last; so many as a screen can show.

    voorbij: all those whose term has passed by this day, however many, and no others.
    """
    rijen = r.rows(
        "SELECT d.id AS dossier_id, d.nummer, EXISTS (SELECT 1 FROM casus c WHERE c.dossier_id = d.id) "
        "AS met_casus, coalesce(b.bewaartermijn, '') AS bewaartermijn, "
        "coalesce(b.waardering, '') AS waardering, "
        "b.einde, EXISTS (SELECT 1 FROM opschorting o WHERE o.dossier_id = d.id AND o.opgeheven_op IS NULL) "
        "AS opgeschort, coalesce((SELECT l.nummer FROM vernietigingsregel x JOIN vernietigingslijst l "
        "ON l.id = x.lijst_id WHERE x.dossier_id = d.id AND x.ongedaan_op IS NULL "
        "AND x.oordeel <> 'niet_akkoord' AND l.status IN ('ter_machtiging', 'gemachtigd')), '') AS op_lijst "
        f"FROM dossier d LEFT JOIN bewaring b ON b.dossier_id = d.id WHERE NOT ({OPEN}) "
        "AND (?1 IS NULL OR b.einde <= ?1) ORDER BY b.einde IS NULL, b.einde, d.nummer LIMIT ?2",
        voorbij,
        -1 if voorbij else _MEEST,
    )
    return tuple(
        Bewaarregel(
            **rij
            | {
                "einde": lees_dag(rij["einde"]),
                "met_casus": bool(rij["met_casus"]),
                "opgeschort": bool(rij["opgeschort"]),
            }
        )
        for rij in rijen
    )


def zonder_einddatum(r: Lezer) -> tuple[int, date | None]:
    """How many closed dossiers have nothing decided about keeping, and since when the first.

    Goes along what is closed, not along all dossiers: a closed dossier has a closed casus or a closed signal.
    """
    rij = r.row(
        "SELECT count(*) AS n, "
        "min((SELECT max(x.op) FROM statusovergang x WHERE x.dossier_id = d.id)) AS sinds FROM ("
        f"SELECT dossier_id AS id FROM casus WHERE status IN {DICHT['casus']} "
        f"UNION SELECT dossier_id FROM signaal WHERE status IN {DICHT['signaal']} "
        f"EXCEPT SELECT dossier_id FROM bewaring) d WHERE NOT ({OPEN})"
    )
    return (rij["n"], lees_dag(rij["sinds"])) if rij else (0, None)
