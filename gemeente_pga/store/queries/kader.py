# SPDX-License-Identifier: EUPL-1.2
"""The kaders in this kluis as they count: the text that was copied, the values filled in, the signatures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from gemeente_pga.domain.bewaartermijn import Termijnvaststelling
from gemeente_pga.domain.kader import Kader, parse_kader
from gemeente_pga.domain.kaderstand import Kaderwaarde, Vaststelling, apply
from gemeente_pga.domain.kaderstand import getekende_termijnen as gelden
from gemeente_pga.store.lezer import Lezer


@dataclass(frozen=True, slots=True)
class Kaderkop:
    """A kader that is kept here. dossiers: how many work with it."""

    id: int
    code: str
    versie: str
    titel: str
    actief: bool
    dossiers: int


@dataclass(frozen=True, slots=True)
class Wisselregel:
    """A dossier went from one kader to another."""

    van: str
    naar: str
    reden: str
    toelichting: str
    op: date


@dataclass(frozen=True, slots=True)
class Waarderegel:
    """A value that was filled in, newest last."""

    waarde: Kaderwaarde
    vastgelegd_op: str


def kaders(r: Lezer) -> tuple[Kaderkop, ...]:
    """All kaders that are kept here, the one in use first."""
    rijen = r.rows(
        "SELECT id, code, versie, titel, actief, "
        "(SELECT count(*) FROM dossier d WHERE d.kader_id = kader.id) AS dossiers "
        "FROM kader ORDER BY actief DESC, julianday(geactiveerd_op) DESC, titel"
    )
    return tuple(Kaderkop(**rij | {"actief": bool(rij["actief"])}) for rij in rijen)


def is_bewaard(r: Lezer, sha256: str) -> bool:
    """Is this very text kept here?"""
    return r.value("SELECT 1 FROM kader WHERE sha256 = ?", sha256) is not None


def kaderwissels(r: Lezer, dossier_id: int) -> tuple[Wisselregel, ...]:
    """When this dossier went over to another kader, newest first."""
    rijen = r.rows(
        "SELECT k.titel AS van, n.titel AS naar, w.reden, w.toelichting, w.op FROM kaderwissel w "
        "JOIN kader k ON k.id = w.van_kader_id JOIN kader n ON n.id = w.naar_kader_id "
        "WHERE w.dossier_id = ? ORDER BY w.op DESC, julianday(w.vastgelegd_op) DESC",
        dossier_id,
    )
    return tuple(Wisselregel(**rij | {"op": date.fromisoformat(rij["op"])}) for rij in rijen)


def waarderegels(r: Lezer, kader_id: int) -> tuple[Waarderegel, ...]:
    """Every value that was ever filled in, oldest first."""
    rijen = r.rows(
        "SELECT soort, code, veld, waarde, reden, toelichting, vastgelegd_op FROM kaderwaarde "
        "WHERE kader_id = ? ORDER BY julianday(vastgelegd_op), id",
        kader_id,
    )
    return tuple(
        Waarderegel(vastgelegd_op=rij.pop("vastgelegd_op"), waarde=Kaderwaarde(**rij)) for rij in rijen
    )


def kaderwaarden(r: Lezer, kader_id: int) -> tuple[Kaderwaarde, ...]:
    """The value that counts of each field."""
    nieuwste = {(w.waarde.soort, w.waarde.code, w.waarde.veld): w.waarde for w in waarderegels(r, kader_id)}
    return tuple(nieuwste.values())


def vaststellingen(r: Lezer, kader_id: int) -> tuple[Vaststelling, ...]:
    """Everything that was signed, also what was changed since."""
    rijen = r.rows(
        "SELECT v.soort, v.code, v.waarden, v.grond, n.door, n.functie, n.op, n.tegen, v.id AS rij_id "
        "FROM vaststelling v JOIN vaststellingsronde n ON n.id = v.ronde_id WHERE n.kader_id = ? "
        "ORDER BY n.op, julianday(n.vastgelegd_op), v.soort, v.code",
        kader_id,
    )
    return tuple(Vaststelling(**rij | {"op": date.fromisoformat(rij["op"])}) for rij in rijen)


def kader_van(r: Lezer, kader_id: int) -> Kader:
    """This kader as it counts now; KeyError when it is not kept here."""
    rij = r.row("SELECT tekst, titel FROM kader WHERE id = ?", kader_id)
    if rij is None:
        raise KeyError(kader_id)
    return _stand(rij["tekst"], rij["titel"], kaderwaarden(r, kader_id), vaststellingen(r, kader_id))


def kader_van_dossier(r: Lezer, dossier_id: int) -> Kader:
    """The kader that this dossier was begun under, or was taken over to."""
    return kader_van(r, r.value("SELECT kader_id FROM dossier WHERE id = ?", dossier_id))


def getekende_termijnen(r: Lezer, kader_id: int) -> tuple[Termijnvaststelling, ...]:
    """Every signature under a retention term that nobody changed since, the newest last."""
    return gelden(kader_van(r, kader_id), vaststellingen(r, kader_id))


def termijnvaststellingen(r: Lezer, kader_id: int) -> Mapping[str, Termijnvaststelling]:
    """The retention terms that somebody signed and nobody changed since, by code."""
    return {v.code: v for v in getekende_termijnen(r, kader_id)}


@lru_cache(maxsize=8)
def _stand(
    tekst: str, titel: str, waarden: tuple[Kaderwaarde, ...], getekend: tuple[Vaststelling, ...]
) -> Kader:
    return apply(parse_kader(tekst, titel), waarden, getekend)
