# SPDX-License-Identifier: EUPL-1.2
"""Who works here and with whom, the kader in use, and settings."""

from dataclasses import dataclass

from gemeente_pga.domain.huisstijl import Huisstijl
from gemeente_pga.domain.inrichting import Gebruiker, Gemeente, Partij
from gemeente_pga.store.lezer import Lezer

_PARTIJ = (
    "id, soort, naam, kernpartij, contactpersoon, functie, mandaat, telefoon, email, actief "
    "FROM partij {waar} ORDER BY kernpartij DESC, naam COLLATE NOCASE"
)


@dataclass(frozen=True, slots=True)
class PartijRij:
    """A partner with its id."""

    id: int
    partij: Partij


@dataclass(frozen=True, slots=True)
class GemeenteRij:
    """A municipality with its id."""

    id: int
    gemeente: Gemeente
    standaard: bool


@dataclass(frozen=True, slots=True)
class GebruikerRij:
    """Someone who works here, with the id that the journaal holds."""

    id: int
    gebruiker: Gebruiker
    rol: str = "coordinator"


def gemeenten(r: Lezer) -> tuple[GemeenteRij, ...]:
    """All municipalities, the one to start with first."""
    rijen = r.rows(
        "SELECT id, naam, burgemeester, contactpunt, fg, zvh, bronregistratie, standaard FROM gemeente "
        "ORDER BY standaard DESC, naam COLLATE NOCASE"
    )
    return tuple(
        GemeenteRij(rij.pop("id"), standaard=bool(rij.pop("standaard")), gemeente=Gemeente(**rij))
        for rij in rijen
    )


def huisstijl(r: Lezer, gemeente_id: int) -> Huisstijl:
    """The colour and logo of this municipality."""
    rij = r.row("SELECT kleur, logo FROM gemeente WHERE id = ?", gemeente_id)
    return Huisstijl(rij["kleur"], bytes(rij["logo"]) if rij["logo"] else None) if rij else Huisstijl()


def partijen(r: Lezer, *, ook_gestopte: bool = False) -> tuple[PartijRij, ...]:
    """The partners: kernpartijen first, then by name."""
    return _partijen(r, "" if ook_gestopte else "WHERE actief = 1")


def kernpartijen(r: Lezer) -> tuple[PartijRij, ...]:
    """The partners without whom there is no weging."""
    return _partijen(r, "WHERE actief = 1 AND kernpartij = 1")


def gebruikers(r: Lezer) -> tuple[GebruikerRij, ...]:
    """Everyone who works or worked with this kluis."""
    rijen = r.rows("SELECT id, rol, naam, functie, telefoon, email FROM gebruiker ORDER BY rowid")
    return tuple(GebruikerRij(rij.pop("id"), rol=rij.pop("rol"), gebruiker=Gebruiker(**rij)) for rij in rijen)


def aan_het_werk(r: Lezer, gebruiker_id: int | None) -> GebruikerRij | None:
    """Who works here now; the coordinator when that is not known."""
    alle = gebruikers(r)
    eigen = (rij for rij in alle if rij.id == gebruiker_id)
    return next(eigen, None) or next((rij for rij in alle if rij.rol == "coordinator"), None)


def instelling(r: Lezer, sleutel: str, anders: str = "") -> str:
    """The value of a setting, or `anders` when it was never set."""
    waarde = r.value("SELECT waarde FROM instelling WHERE sleutel = ?", sleutel)
    return anders if waarde is None else str(waarde)


def _partijen(r: Lezer, waar: str) -> tuple[PartijRij, ...]:
    rijen = r.rows(f"SELECT {_PARTIJ.format(waar=waar)}")
    return tuple(
        PartijRij(
            rij.pop("id"),
            Partij(**rij | {"kernpartij": bool(rij["kernpartij"]), "actief": bool(rij["actief"])}),
        )
        for rij in rijen
    )
