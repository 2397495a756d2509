# SPDX-License-Identifier: EUPL-1.2
"""The holds of a dossier, and who may ask for one."""

from datetime import date
from typing import Any

from gemeente_pga.domain.aanhouding import MAG_VRAGEN, Aanhouding, Aanhoudingregel, Einde
from gemeente_pga.store.lezer import Lezer, lees_dag

_REGEL = "SELECT a.*, p.naam AS partij FROM aanhouding a JOIN partij p ON p.id = a.partij_id "


def aanhoudingen(r: Lezer, dossier_id: int) -> tuple[Aanhoudingregel, ...]:
    """The holds of this dossier: what runs first, then what was ended, newest first."""
    rijen = r.rows(
        _REGEL + "WHERE a.dossier_id = ? ORDER BY a.beeindigd_op IS NOT NULL, a.tot DESC, a.id", dossier_id
    )
    return tuple(_regel(rij) for rij in rijen)


def aanhouding(r: Lezer, aanhouding_id: int) -> Aanhoudingregel | None:
    """One hold."""
    rij = r.row(_REGEL + "WHERE a.id = ?", aanhouding_id)
    return _regel(rij) if rij else None


def vragers(r: Lezer) -> tuple[tuple[int, str, str], ...]:
    """id, name and kind of the parties that may ask for a hold."""
    rijen = r.rows("SELECT id, naam, soort FROM partij WHERE actief = 1 ORDER BY naam COLLATE NOCASE")
    return tuple((p["id"], p["naam"], p["soort"]) for p in rijen if p["soort"] in MAG_VRAGEN)


def _regel(rij: dict[str, Any]) -> Aanhoudingregel:
    beeindigd = lees_dag(rij["beeindigd_op"])
    return Aanhoudingregel(
        id=rij["id"],
        partij=rij["partij"],
        inhoud=Aanhouding(
            wat=rij["wat"],
            partij_id=rij["partij_id"],
            naam=rij["naam"],
            functie=rij["functie"],
            reden=rij["reden"],
            toelichting=rij["toelichting"],
            vanaf=date.fromisoformat(rij["vanaf"]),
            tot=date.fromisoformat(rij["tot"]),
        ),
        einde=Einde(beeindigd, rij["vervolg"]) if beeindigd else None,
    )
