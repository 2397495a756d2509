# SPDX-License-Identifier: EUPL-1.2
"""How far a municipality is with the points that have to be in order, and their documents."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from gemeente_pga.domain.ingebruikname import PUNTEN, Bestand, Punt, zin_onvolledig
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.poort import niet_gereed


@dataclass(frozen=True, slots=True)
class Puntregel:
    """A point of the list. punt: None while nobody recorded it; bestand: the name of its document."""

    code: str
    naam: str
    punt: Punt | None
    bestand: str = ""


def punten(r: Lezer, gemeente_id: int) -> tuple[Puntregel, ...]:
    """Every point of this municipality, as they stand on the list."""
    rijen = r.rows(
        "SELECT punt, stand, op, kenmerk, toelichting, bestand_naam FROM ingebruikname WHERE gemeente_id = ?",
        gemeente_id,
    )
    klaar = {rij["punt"]: rij for rij in rijen}
    return tuple(_regel(code, naam, klaar.get(code)) for code, naam in PUNTEN)


def _regel(code: str, naam: str, rij: dict[str, Any] | None) -> Puntregel:
    if rij is None:
        return Puntregel(code, naam, None)
    bestand = rij.pop("bestand_naam")
    return Puntregel(code, naam, Punt(**rij | {"op": date.fromisoformat(rij["op"])}), bestand)


def kenmerk(r: Lezer, gemeente_id: int, punt: str) -> str:
    """The number of the document of a point, as it is referred to elsewhere; "" when there is none."""
    sql = "SELECT kenmerk FROM ingebruikname WHERE gemeente_id = ? AND punt = ?"
    return str(r.value(sql, gemeente_id, punt) or "")


def lees_bestand(r: Lezer, gemeente_id: int, punt: str) -> Bestand | None:
    """The document of a point."""
    rij = r.row(
        "SELECT bestand_naam, bestand FROM ingebruikname WHERE gemeente_id = ? AND punt = ? "
        "AND bestand IS NOT NULL",
        gemeente_id,
        punt,
    )
    return Bestand(rij["bestand_naam"], rij["bestand"]) if rij else None


def zinnen_onvolledig(r: Lezer) -> tuple[str, ...]:
    """What the band says: one sentence for each municipality that is not ready yet."""
    gemeenten = r.rows("SELECT id, naam FROM gemeente ORDER BY standaard DESC, naam")
    zinnen = (zin_onvolledig(rij["naam"], niet_gereed(r, rij["id"])) for rij in gemeenten)
    return tuple(zin for zin in zinnen if zin)
