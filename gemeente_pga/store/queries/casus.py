# SPDX-License-Identifier: EUPL-1.2
"""Casussen, their participants and people."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from gemeente_pga.domain.casus import Casus, Deelnemer, Ideologie
from gemeente_pga.domain.tafelmoment import Tafelmoment
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries.dossiers import CASUS_VAN_NU
from gemeente_pga.store.queries.signaal import Bijlageregel

_DAGEN = (
    "geopend_op",
    "volgende_herbeoordeling",
    "informeren_opnieuw_op",
    "geinformeerd_op",
    "gesloten_op",
)


@dataclass(frozen=True, slots=True)
class Casusdeelnemer:
    """A participant with the name of the organisation."""

    id: int
    partij: str
    partijsoort: str
    inhoud: Deelnemer


@dataclass(frozen=True, slots=True)
class Casuskeuze:
    """A casus that can be put on an agenda."""

    id: int
    dossier_id: int
    nummer: str
    status: str
    volgende_herbeoordeling: date | None


def casus(r: Lezer, casus_id: int) -> Casus | None:
    """One casus."""
    rij = r.row("SELECT * FROM casus WHERE id = ?", casus_id)
    return _casus(rij) if rij else None


def casus_van_dossier(r: Lezer, dossier_id: int) -> Casus | None:
    """The casus of a dossier that runs, or else the last."""
    rij = r.row(f"SELECT * FROM casus WHERE dossier_id = ? ORDER BY {CASUS_VAN_NU} LIMIT 1", dossier_id)
    return _casus(rij) if rij else None


def lopende_casussen(r: Lezer) -> tuple[Casuskeuze, ...]:
    """Casussen that can be discussed now, by number."""
    rijen = r.rows(
        "SELECT id, dossier_id, nummer, status, volgende_herbeoordeling FROM casus "
        "WHERE status NOT IN ('afgesloten', 'overgedragen', 'gesloten', 'heropening_gevraagd', 'vernietigd') "
        "ORDER BY nummer"
    )
    return tuple(
        Casuskeuze(c["id"], c["dossier_id"], c["nummer"], c["status"], lees_dag(c["volgende_herbeoordeling"]))
        for c in rijen
    )


def casusdeelnemers(r: Lezer, casus_id: int) -> tuple[Casusdeelnemer, ...]:
    """The participants of a casus, core parties first."""
    rijen = r.rows(
        "SELECT d.*, p.naam AS partij, p.soort AS partijsoort FROM casusdeelnemer d "
        "JOIN partij p ON p.id = d.partij_id WHERE d.casus_id = ? ORDER BY p.kernpartij DESC, p.naam, d.naam",
        casus_id,
    )
    return tuple(
        Casusdeelnemer(
            id=rij["id"],
            partij=rij["partij"],
            partijsoort=rij["partijsoort"],
            inhoud=Deelnemer(
                partij_id=rij["partij_id"],
                naam=rij["naam"],
                functie=rij["functie"],
                rol=rij["rol"],
                grondslag=rij["grondslag"],
                convenant_getekend=rij["convenant_getekend"],
                geheimhouding=rij["geheimhouding"],
                vanaf=lees_dag(rij["vanaf"]),
                tot=lees_dag(rij["tot"]),
            ),
        )
        for rij in rijen
    )


def weegploegnamen(r: Lezer, dossier_id: int) -> dict[int, tuple[str, str]]:
    """partij_id -> (name, function) of who spoke for it in the last weging of this dossier."""
    rijen = r.rows(
        "SELECT wp.partij_id, wp.naam, wp.functie FROM weging_partij wp JOIN weging w ON w.id = wp.weging_id "
        "WHERE wp.dossier_id = ? AND wp.naam <> '' ORDER BY w.datum, w.rowid",
        dossier_id,
    )
    return {rij["partij_id"]: (rij["naam"], rij["functie"]) for rij in rijen}


def dossierbijlagen(r: Lezer, dossier_id: int) -> tuple[Bijlageregel, ...]:
    """Every attachment in the dossier, newest first, without the contents."""
    rijen = r.rows(
        "SELECT id, naam, mediatype, grootte, vastgelegd_op, omschrijving, herkomst, ontvangen_op, "
        "grondslag, markering, grondslag_gever, doel, categorie, noodzaak, verkregen, "
        "vinder, vindplaats, gevonden_op FROM bijlage "
        "WHERE dossier_id = ? ORDER BY julianday(vastgelegd_op) DESC, naam",
        dossier_id,
    )
    dagen = ("ontvangen_op", "gevonden_op")
    return tuple(Bijlageregel(**rij | {dag: lees_dag(rij[dag]) for dag in dagen}) for rij in rijen)


def overleg_van_bespreking(r: Lezer, bespreking_id: int) -> int:
    """The meeting in which a casus was discussed."""
    return int(r.value("SELECT overleg_id FROM bespreking WHERE id = ?", bespreking_id))


def ideologie(r: Lezer, dossier_id: int) -> Ideologie:
    """What the table saw, and when."""
    rij = r.row("SELECT ideologie, ideologie_op FROM dossier WHERE id = ?", dossier_id)
    return Ideologie(rij["ideologie"], lees_dag(rij["ideologie_op"])) if rij else Ideologie("", None)


def tafelmomenten(r: Lezer, dossier_id: int) -> tuple[Tafelmoment, ...]:
    """Every time a table spoke about this person: a weging with somebody there, a meeting that was held."""
    rijen = r.rows(
        "SELECT 'weegploeg' AS wie, w.datum FROM weging w "
        "WHERE w.dossier_id = ?1 AND (w.status = 'vastgesteld' OR EXISTS "
        "(SELECT 1 FROM weging_partij x WHERE x.weging_id = w.id AND x.aanwezig = 'ja')) "
        "UNION ALL SELECT 'casusoverleg', o.datum FROM bespreking b JOIN overleg o ON o.id = b.overleg_id "
        "WHERE b.dossier_id = ?1 AND o.status <> 'voorbereiding' ORDER BY datum",
        dossier_id,
    )
    return tuple(Tafelmoment(rij["wie"], date.fromisoformat(rij["datum"])) for rij in rijen)


def _casus(rij: dict[str, Any]) -> Casus:
    waarden = {f.name: rij[f.name] for f in fields(Casus)}
    waarden |= {veld: lees_dag(rij[veld]) for veld in _DAGEN}
    waarden["overgenomen"] = bool(rij["overgenomen"])
    return Casus(**waarden)
