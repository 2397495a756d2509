# SPDX-License-Identifier: EUPL-1.2
"""The offers to other municipalities of a dossier, and what may be offered."""

from datetime import date
from typing import Any

from gemeente_pga.domain.overdracht import Aanbod, Antwoord, Overdrachtregel
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries.dossiers import CASUS_VAN_NU

_OVER = ("gesloten", "vernietigd")


def overdrachten(r: Lezer, dossier_id: int) -> tuple[Overdrachtregel, ...]:
    """What was offered, newest first."""
    rijen = r.rows(
        "SELECT * FROM overdracht WHERE dossier_id = ? "
        "ORDER BY aangeboden_op DESC, julianday(vastgelegd_op) DESC",
        dossier_id,
    )
    return tuple(_regel(rij) for rij in rijen)


def overdracht(r: Lezer, overdracht_id: int) -> Overdrachtregel | None:
    """One offer."""
    rij = r.row("SELECT * FROM overdracht WHERE id = ?", overdracht_id)
    return _regel(rij) if rij else None


def over_te_dragen(r: Lezer, dossier_id: int) -> tuple[str, int] | None:
    """The casus that may be offered, or a signal whose offer was refused; None while an offer stands."""
    open_ = r.value("SELECT 1 FROM overdracht WHERE dossier_id = ? AND geweigerd_op IS NULL", dossier_id)
    if open_:
        return None
    casus = r.row(
        f"SELECT id, status FROM casus WHERE dossier_id = ? ORDER BY {CASUS_VAN_NU} LIMIT 1", dossier_id
    )
    if casus is not None:
        return None if casus["status"] in (*_OVER, "overgedragen") else ("casus", casus["id"])
    signaal_id = r.value(
        "SELECT id FROM signaal WHERE dossier_id = ? AND status = 'overgedragen' LIMIT 1", dossier_id
    )
    return None if signaal_id is None else ("signaal", int(signaal_id))


def _regel(rij: dict[str, Any]) -> Overdrachtregel:
    bevestigd, geweigerd = lees_dag(rij["bevestigd_op"]), lees_dag(rij["geweigerd_op"])
    antwoord = Antwoord(bevestigd, rij["bevestigd_door"], geweigerd, rij["geweigerd_reden"])
    return Overdrachtregel(
        id=rij["id"],
        onderwerp=(rij["onderwerp_soort"], rij["onderwerp_id"]),
        inhoud=Aanbod(
            rij["gemeente"],
            rij["contact"],
            rij["grondslag"],
            rij["inhoud"],
            date.fromisoformat(rij["aangeboden_op"]),
        ),
        antwoord=antwoord if bevestigd or geweigerd else None,
    )
