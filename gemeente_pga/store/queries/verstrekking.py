# SPDX-License-Identifier: EUPL-1.2
"""What was given outside the meetings, what may be given, and which givers agreed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gemeente_pga.domain.verstrekking import Akkoord, Keuze, Verstrekking, Verstrekkingrond
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries.extern import lopend


@dataclass(frozen=True, slots=True)
class Verstrekkingregel:
    """One time that something was given, with the items that were named with it."""

    id: int
    inhoud: Verstrekking
    actie_id: int | None
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Akkoordregel:
    """What was asked of a giver about one item."""

    id: int
    informatie_id: int
    tekst: str
    gever: str
    inhoud: Akkoord


def verstrekkingen(r: Lezer, dossier_id: int) -> tuple[Verstrekkingregel, ...]:
    """What was given, newest first."""
    rijen = r.rows(
        "SELECT v.*, (SELECT group_concat(i.tekst, char(31)) FROM verstrekking_informatie x "
        "JOIN informatie i ON i.id = x.informatie_id WHERE x.verstrekking_id = v.id) AS items "
        "FROM verstrekking v WHERE v.dossier_id = ? ORDER BY v.op DESC, julianday(v.vastgelegd_op) DESC",
        dossier_id,
    )
    return tuple(
        Verstrekkingregel(rij["id"], _verstrekking(rij), rij["actie_id"], _delen(rij["items"]))
        for rij in rijen
    )


@dataclass(frozen=True, slots=True)
class Registerregel:
    """One line of the register over all dossiers."""

    id: int
    dossier_id: int
    nummer: str
    op: date
    ontvanger: str
    wat: str


def register(r: Lezer, *, limiet: int = 200) -> tuple[Registerregel, ...]:
    """What was given in all dossiers, newest first."""
    rijen = r.rows(
        "SELECT v.id, v.dossier_id, d.nummer, v.op, v.ontvanger, v.wat FROM verstrekking v "
        "JOIN dossier d ON d.id = v.dossier_id ORDER BY v.op DESC, julianday(v.vastgelegd_op) DESC LIMIT ?",
        limiet,
    )
    return tuple(Registerregel(**(rij | {"op": date.fromisoformat(rij["op"])})) for rij in rijen)


def akkoorden(r: Lezer, dossier_id: int) -> tuple[Akkoordregel, ...]:
    """What was asked, in the order of asking."""
    rijen = r.rows(
        "SELECT a.*, i.tekst, coalesce(p.naam, i.gever) AS gever FROM bronakkoord a "
        "JOIN informatie i ON i.id = a.informatie_id LEFT JOIN partij p ON p.id = i.partij_id "
        "WHERE a.dossier_id = ? ORDER BY coalesce(a.antwoord_op, a.gevraagd_op), julianday(a.vastgelegd_op)",
        dossier_id,
    )
    return tuple(
        Akkoordregel(rij["id"], rij["informatie_id"], rij["tekst"], rij["gever"], _akkoord(rij))
        for rij in rijen
    )


def keuzes(r: Lezer, dossier_id: int) -> tuple[Keuze, ...]:
    """Every item with a text, with what decides whether it may be given."""
    gevraagd: dict[int, list[Akkoord]] = {}
    for regel in akkoorden(r, dossier_id):
        gevraagd.setdefault(regel.informatie_id, []).append(regel.inhoud)
    rijen = r.rows(
        "SELECT i.id, i.tekst, i.partij_id, i.markering, i.categorie, i.einddatum, "
        "coalesce(p.naam, i.gever) AS gever_naam, coalesce(p.soort, '') AS gever_soort, "
        "(SELECT group_concat(d.partij_id) FROM informatie_deelbaar d WHERE d.informatie_id = i.id) "
        "AS deelbaar, "
        "EXISTS (SELECT 1 FROM beperking b WHERE b.dossier_id = i.dossier_id AND b.opgeheven_op IS NULL "
        "  AND (b.informatie_id IS NULL OR b.informatie_id = i.id)) AS beperkt, "
        "EXISTS (SELECT 1 FROM informatiecorrectie c WHERE c.informatie_id = i.id "
        "  AND c.soort IN ('onjuist', 'onrechtmatig')) AS onjuist "
        "FROM informatie i LEFT JOIN partij p ON p.id = i.partij_id "
        "WHERE i.dossier_id = ? AND i.geschrapt = 0 AND i.tekst <> '' "
        "ORDER BY julianday(i.vastgelegd_op), i.id",
        dossier_id,
    )
    return tuple(
        Keuze(
            id=rij["id"],
            tekst=rij["tekst"],
            gever=rij["partij_id"],
            gever_naam=rij["gever_naam"],
            gever_soort=rij["gever_soort"],
            markering=rij["markering"],
            categorie=rij["categorie"],
            einddatum=lees_dag(rij["einddatum"]),
            beperkt=bool(rij["beperkt"]),
            onjuist=bool(rij["onjuist"]),
            deelbaar_met=frozenset(int(d) for d in (rij["deelbaar"] or "").split(",") if d),
            akkoorden=tuple(gevraagd.get(rij["id"], ())),
        )
        for rij in rijen
    )


def verstrekkingrond(r: Lezer, dossier_id: int, items: Collection[int], op: date) -> Verstrekkingrond:
    """What the rule must know. LookupError for an item that is not in this dossier (any more)."""
    alle = {keuze.id: keuze for keuze in keuzes(r, dossier_id)}
    return Verstrekkingrond(
        deelnemers=frozenset(
            rij["partij_id"]
            for rij in r.rows(
                "SELECT partij_id FROM casusdeelnemer WHERE dossier_id = ? AND coalesce(tot >= ?, 1)",
                dossier_id,
                op,
            )
        ),
        partijen={rij["id"]: rij["naam"] for rij in r.rows("SELECT id, naam FROM partij")},
        items=tuple(alle[item] for item in items),
        extern=externe_partijen(r, op),
    )


def externe_partijen(r: Lezer, op: date) -> frozenset[str]:
    """The external parties whose agreement runs on this day."""
    return frozenset(partij.naam for partij in lopend(r, op))


def _verstrekking(rij: Mapping[str, Any]) -> Verstrekking:
    waarden = {veld: rij[veld] for veld in Verstrekking.__dataclass_fields__}
    waarden |= {veld: bool(rij[veld]) for veld in ("verder_gebruik", "zonder_pga_context")}
    return Verstrekking(**(waarden | {"op": date.fromisoformat(rij["op"])}))


def _akkoord(rij: Mapping[str, Any]) -> Akkoord:
    waarden = {veld: rij[veld] for veld in Akkoord.__dataclass_fields__}
    dagen = {
        "gevraagd_op": date.fromisoformat(rij["gevraagd_op"]),
        "antwoord_op": lees_dag(rij["antwoord_op"]),
    }
    return Akkoord(**(waarden | dagen))


def _delen(tekst: str | None) -> tuple[str, ...]:
    return tuple(tekst.split("\x1f")) if tekst else ()
