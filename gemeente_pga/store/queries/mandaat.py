# SPDX-License-Identifier: EUPL-1.2
"""The mandaatregister: every mandate, also those that hold no more."""

from datetime import date

from gemeente_pga.domain.mandaat import Mandaat, Mandaatregel
from gemeente_pga.store.lezer import Lezer, lees_dag


def mandaten(r: Lezer, gemeente_id: int | None = None) -> tuple[Mandaatregel, ...]:
    """Of one municipality, or of all; the newest first."""
    rijen = r.rows(
        "SELECT * FROM mandaat WHERE ?1 IS NULL OR gemeente_id = ?1 ORDER BY vanaf DESC, nemer, id",
        gemeente_id,
    )
    return tuple(
        Mandaatregel(
            id=rij["id"],
            gemeente_id=rij["gemeente_id"],
            inhoud=Mandaat(
                bevoegdheid=rij["bevoegdheid"],
                gever=rij["gever"],
                nemer=rij["nemer"],
                voorwaarden=rij["voorwaarden"],
                vanaf=date.fromisoformat(rij["vanaf"]),
                tot=lees_dag(rij["tot"]),
                kenmerk=rij["kenmerk"],
            ),
            ingetrokken_op=lees_dag(rij["ingetrokken_op"]),
        )
        for rij in rijen
    )


def mandaten_van_dossier(r: Lezer, dossier_id: int) -> tuple[Mandaatregel, ...]:
    """Of the municipality that keeps this dossier."""
    return mandaten(r, r.value("SELECT gemeente_id FROM dossier WHERE id = ?", dossier_id))
