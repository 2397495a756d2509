# SPDX-License-Identifier: EUPL-1.2
"""The people of one dossier, as they are recorded."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from gemeente_pga.domain.persoon import Persoon, volledige_naam
from gemeente_pga.store.lezer import Lezer, lees_dag


@dataclass(frozen=True, slots=True)
class Dossierpersoon:
    """The betrokkene, or somebody close by (relatie: code)."""

    id: int
    rol: str
    relatie: str
    persoon: Persoon
    grondslag: str = ""
    doel: str = ""
    bewaren_tot: date | None = None


def lees_persoon(rij: dict[str, Any]) -> Persoon:
    """A person from a row of table persoon."""
    waarden = {veld.name: rij[veld.name] for veld in fields(Persoon)}
    return Persoon(**waarden | {"geboortedatum": lees_dag(rij["geboortedatum"])})


def personen(r: Lezer, dossier_id: int) -> tuple[Dossierpersoon, ...]:
    """The betrokkene first, then the people around."""
    rijen = r.rows(
        "SELECT * FROM persoon WHERE dossier_id = ? ORDER BY rol, julianday(vastgelegd_op)", dossier_id
    )
    return tuple(
        Dossierpersoon(
            p["id"],
            p["rol"],
            p["relatie"],
            lees_persoon(p),
            p["grondslag"],
            p["doel"],
            lees_dag(p["bewaren_tot"]),
        )
        for p in rijen
    )


def betrokkene(r: Lezer, dossier_id: int) -> Dossierpersoon | None:
    """The person the dossier is about."""
    rij = r.row("SELECT * FROM persoon WHERE dossier_id = ? AND rol = 'betrokkene'", dossier_id)
    return Dossierpersoon(rij["id"], rij["rol"], rij["relatie"], lees_persoon(rij)) if rij else None


def naam_betrokkene(r: Lezer, dossier_id: int) -> str:
    """The name of the person the dossier is about, as a paper says it; "" when there is nobody."""
    wie = betrokkene(r, dossier_id)
    return volledige_naam(wie.persoon) if wie else ""
