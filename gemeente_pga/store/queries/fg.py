# SPDX-License-Identifier: EUPL-1.2
"""Oversight by the FG: the samples, what was recorded, and what was looked at."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from gemeente_pga.domain.fg import IN_ORDE, Opvolging, Toets
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.sleutels import SlotSoort
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries.journaal import act_zin

_GEKEKEN = tuple(
    h.code
    for h in (
        Handeling.KLUIS_OPENEN,
        Handeling.CASUS_INZIEN,
        Handeling.DOCUMENT_TONEN,
        Handeling.BIJLAGE_INZIEN,
        Handeling.FG_NAMEN_TONEN,
        Handeling.ZOEKEN_BUITEN_DOSSIER,
        Handeling.JOURNAAL_EXPORTEREN,
        Handeling.FG_STEEKPROEF,
    )
)


@dataclass(frozen=True, slots=True)
class Steekproefdossier:
    """A dossier that chance chose. gezien: the FG looked at it after the sample was drawn."""

    dossier_id: int
    nummer: str
    gezien: bool


@dataclass(frozen=True, slots=True)
class Steekproef:
    """So many dossiers, drawn out of so many."""

    id: int
    op: str
    gevraagd: int
    uit: int
    dossiers: tuple[Steekproefdossier, ...]


@dataclass(frozen=True, slots=True)
class Toetsrij:
    """One recorded control. nummers: of the dossiers of its sample."""

    id: int
    inhoud: Toets
    wie: str
    nummers: tuple[str, ...]
    vastgelegd_op: str
    opvolging: tuple[Opvolging, ...] = ()

    @property
    def wacht(self) -> bool:
        """Something was found, and nothing was done with it yet."""
        return self.inhoud.uitkomst != IN_ORDE and not self.opvolging


@dataclass(frozen=True, slots=True)
class Kijkmoment:
    """One act of an FG, as the journaal has it."""

    n: int
    tijd: datetime
    wie: str
    zin: str
    nummer: str
    reden: str


def dossier_ids(r: Lezer) -> list[int]:
    """Every dossier there is."""
    return [rij["id"] for rij in r.rows("SELECT id FROM dossier ORDER BY id")]


def steekproeven(r: Lezer, maximum: int = 20) -> tuple[Steekproef, ...]:
    """The newest first."""
    rijen = r.rows("SELECT * FROM fg_steekproef ORDER BY julianday(getrokken_op) DESC, id LIMIT ?", maximum)
    return tuple(
        Steekproef(s["id"], s["getrokken_op"], s["gevraagd"], s["uit"], _dossiers(r, s["id"])) for s in rijen
    )


def toetsen(r: Lezer) -> tuple[Toetsrij, ...]:
    """Every control that was recorded, newest first."""
    rijen = r.rows(
        "SELECT t.*, coalesce(g.naam, '') AS wie FROM fg_toets t "
        "LEFT JOIN gebruiker g ON g.id = t.gebruiker_id "
        "ORDER BY t.datum DESC, julianday(t.vastgelegd_op) DESC, t.id"
    )
    return tuple(_toets(r, rij) for rij in rijen)


def kijkmomenten(r: Lezer, maximum: int = 200) -> tuple[Kijkmoment, ...]:
    """When an FG looked, and at what; newest first."""
    vragen = ", ".join("?" * len(_GEKEKEN))
    rijen = r.rows(
        "SELECT h.n, h.code, h.tijd, coalesce(g.naam, '') AS wie, coalesce(d.nummer, '') AS nummer, "
        "coalesce(h.reden, '') AS reden FROM handeling h LEFT JOIN gebruiker g ON g.id = h.gebruiker_id "
        f"LEFT JOIN dossier d ON d.id = h.dossier_id WHERE h.slot = ? AND h.code IN ({vragen}) "
        "ORDER BY h.n DESC LIMIT ?",
        SlotSoort.FG.value,
        *_GEKEKEN,
        maximum,
    )
    return tuple(
        Kijkmoment(
            k["n"], datetime.fromisoformat(k["tijd"]), k["wie"], act_zin(k["code"]), k["nummer"], k["reden"]
        )
        for k in rijen
    )


def dossiers_van_document(r: Lezer, document_id: int) -> tuple[int, ...]:
    """Whose names may stand in this document."""
    rijen = r.rows(
        "SELECT dossier_id FROM document WHERE id = ?1 AND dossier_id IS NOT NULL "
        "UNION SELECT dossier_id FROM document_dossier WHERE document_id = ?1",
        document_id,
    )
    return tuple(rij["dossier_id"] for rij in rijen)


def dossier_van_bijlage(r: Lezer, bijlage_id: int) -> tuple[int, ...]:
    """Whose attachment this is."""
    rijen = r.rows("SELECT dossier_id FROM bijlage WHERE id = ?", bijlage_id)
    return tuple(rij["dossier_id"] for rij in rijen)


def dossiers_van_overleg(r: Lezer, overleg_id: int) -> tuple[int, ...]:
    """Whose casussen stand on the agenda of this meeting."""
    rijen = r.rows("SELECT dossier_id FROM bespreking WHERE overleg_id = ? ORDER BY volgorde", overleg_id)
    return tuple(rij["dossier_id"] for rij in rijen)


def _dossiers(r: Lezer, steekproef_id: int) -> tuple[Steekproefdossier, ...]:
    rijen = r.rows(
        "SELECT d.id, d.nummer, EXISTS (SELECT 1 FROM handeling h WHERE h.dossier_id = d.id AND h.slot = ? "
        "AND h.code = ? AND h.n > (SELECT w.handeling FROM wijziging w WHERE w.tabel = 'fg_steekproef' "
        "AND w.rij = x.steekproef_id)) AS gezien FROM fg_steekproef_dossier x "
        "JOIN dossier d ON d.id = x.dossier_id WHERE x.steekproef_id = ? ORDER BY d.nummer",
        SlotSoort.FG.value,
        Handeling.CASUS_INZIEN.code,
        steekproef_id,
    )
    return tuple(Steekproefdossier(rij["id"], rij["nummer"], bool(rij["gezien"])) for rij in rijen)


def _toets(r: Lezer, rij: dict[str, Any]) -> Toetsrij:
    waarden = {veld.name: rij[veld.name] for veld in fields(Toets)}
    waarden["datum"] = lees_dag(rij["datum"]) or date.min
    nummers: tuple[str, ...] = ()
    if rij["steekproef_id"] is not None:
        nummers = tuple(d.nummer for d in _dossiers(r, rij["steekproef_id"]))
    gedaan = r.rows("SELECT wat, door, op FROM fg_opvolging WHERE toets_id = ? ORDER BY op, id", rij["id"])
    opvolging = tuple(Opvolging(o["wat"], o["door"], date.fromisoformat(o["op"])) for o in gedaan)
    return Toetsrij(rij["id"], Toets(**waarden), rij["wie"], nummers, rij["vastgelegd_op"], opvolging)
