# SPDX-License-Identifier: EUPL-1.2
"""The register of external parties, also those whose agreement is over."""

from datetime import date

from gemeente_pga.domain.extern import ExternePartij, Externregel
from gemeente_pga.store.lezer import Lezer, lees_dag


def externe_partijen(r: Lezer) -> tuple[Externregel, ...]:
    """All of them, the one that runs longest first."""
    return tuple(
        Externregel(
            id=rij["id"],
            inhoud=ExternePartij(
                naam=rij["naam"],
                waarvoor=rij["waarvoor"],
                grondslag=rij["grondslag"],
                overeenkomst_op=date.fromisoformat(rij["overeenkomst_op"]),
                kenmerk=rij["kenmerk"],
                geheimhouding=bool(rij["geheimhouding"]),
                vanaf=date.fromisoformat(rij["vanaf"]),
                tot=date.fromisoformat(rij["tot"]),
            ),
            beeindigd_op=lees_dag(rij["beeindigd_op"]),
        )
        for rij in r.rows("SELECT * FROM externe_partij ORDER BY tot DESC, naam, id")
    )


def lopend(r: Lezer, op: date) -> tuple[ExternePartij, ...]:
    """Those that may receive something on this day."""
    return tuple(regel.inhoud for regel in externe_partijen(r) if regel.loopt(op))
