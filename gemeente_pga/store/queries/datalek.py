# SPDX-License-Identifier: EUPL-1.2
"""Data breaches: the list, one of them, and what of which dossier was in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gemeente_pga.domain.datalek import Datalek
from gemeente_pga.store.lezer import Lezer, lees_dag

_DAGEN = ("gebeurd_op", "fg_ingelicht_op", "ciso_ingelicht_op", "deelnemers_ingelicht_op", "betrokkenen_op")


@dataclass(frozen=True, slots=True)
class Lekdossier:
    """What of one dossier was in the leak."""

    dossier_id: int
    nummer: str
    inhoud: str


@dataclass(frozen=True, slots=True)
class Datalekregel:
    """One leak with the dossiers that it touches."""

    id: int
    nummer: str
    inhoud: Datalek
    gesloten_op: date | None
    dossiers: tuple[Lekdossier, ...]


def datalek(r: Lezer, lek_id: int) -> Datalekregel | None:
    """One leak."""
    regels = _regels(r, "WHERE l.id = ?", lek_id)
    return regels[0] if regels else None


def datalekken(r: Lezer, *, open_: bool = False) -> tuple[Datalekregel, ...]:
    """All leaks, newest first; open_: only those that are not closed."""
    return _regels(r, "WHERE (? = 0 OR l.gesloten_op IS NULL)", int(open_))


def open_van_dag(r: Lezer, dag: date) -> int | None:
    """The open leak of missing papers or files that was found on this day, if there is one."""
    rij = r.row(
        "SELECT id FROM datalek WHERE gesloten_op IS NULL AND substr(ontdekt_op, 1, 10) = ? "
        "AND aard IN ('papier_vermist', 'drager_vermist') ORDER BY julianday(ontdekt_op) LIMIT 1",
        dag,
    )
    return int(rij["id"]) if rij else None


def dossiernummers(r: Lezer) -> dict[str, int]:
    """Number -> id of every dossier."""
    return {rij["nummer"]: rij["id"] for rij in r.rows("SELECT id, nummer FROM dossier")}


def _regels(r: Lezer, waar: str, waarde: int) -> tuple[Datalekregel, ...]:
    rijen = r.rows(
        f"SELECT l.* FROM datalek l {waar} ORDER BY julianday(l.ontdekt_op) DESC, l.nummer DESC", waarde
    )
    return tuple(
        Datalekregel(
            id=rij["id"],
            nummer=rij["nummer"],
            inhoud=_inhoud(rij),
            gesloten_op=lees_dag(rij["gesloten_op"]),
            dossiers=_dossiers(r, rij["id"]),
        )
        for rij in rijen
    )


def _dossiers(r: Lezer, lek_id: int) -> tuple[Lekdossier, ...]:
    return tuple(
        Lekdossier(rij["dossier_id"], rij["nummer"], rij["inhoud"])
        for rij in r.rows(
            "SELECT x.dossier_id, d.nummer, x.inhoud FROM datalek_dossier x "
            "JOIN dossier d ON d.id = x.dossier_id WHERE x.datalek_id = ? ORDER BY d.nummer",
            lek_id,
        )
    )


def _inhoud(rij: Mapping[str, Any]) -> Datalek:
    waarden = {veld: rij[veld] for veld in Datalek.__dataclass_fields__}
    return Datalek(**(waarden | {veld: lees_dag(rij[veld]) for veld in _DAGEN}))
