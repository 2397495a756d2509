# SPDX-License-Identifier: EUPL-1.2
"""Every time that something of a dossier reached somebody: at a table, on paper, by word, handed over.

Derived from what was recorded, so nobody has to keep a list; domain/houder.py says who has an item.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from gemeente_pga.domain.exemplaar import VERMIST
from gemeente_pga.domain.houder import Bron, Contact, Item
from gemeente_pga.domain.signaalstap import SPOEDPARTIJEN
from gemeente_pga.domain.tekst import datum_kort, kale_letters, midden_in_zin
from gemeente_pga.domain.verstrekking import AKKOORD, ONDER_VOORWAARDE
from gemeente_pga.store.lezer import Lezer

_SPOEDSOORT = {"politie_112": "politie"}  # who was called -> the kind of party that is
# Papers without words about anybody, or with nothing but what the holder has.
_ZONDER_INHOUD = "('telefoonnotitie', 'toezicht', 'houderbericht')"
# Every time that a paper about dossier ?1 went out; of a whole meeting, document_dossier says which dossiers.
UITGIFTEN_VAN_DOSSIER = """(SELECT id FROM uitgifte WHERE dossier_id = ?1 UNION
  SELECT v.id FROM document_dossier dd JOIN uitgifte v ON v.document_id = dd.document_id
   WHERE dd.dossier_id = ?1)"""
_WOORD = re.compile(r"\w+")


def contacten(r: Lezer, dossier_id: int) -> tuple[Contact, ...]:
    """Everything that reached somebody, from every source."""
    bronnen = (
        _wegingen,
        _overleggen,
        _exemplaren,
        _verstrekkingen,
        _spoed,
        _signalen,
        _wegingbesluiten,
        _overdrachten,
    )
    return tuple(contact for bron in bronnen for contact in bron(r, dossier_id))


def item(r: Lezer, informatie_id: int) -> Item | None:
    """What must be known of one item to say who has it."""
    rij = r.row(
        "SELECT i.*, (SELECT group_concat(d.partij_id) FROM informatie_deelbaar d "
        "WHERE d.informatie_id = i.id) AS deelbaar, "
        "(SELECT w.datum FROM weging w WHERE w.id = i.weging_id) AS weegdag, "
        "(SELECT o.datum FROM bespreking b JOIN overleg o ON o.id = b.overleg_id "
        "WHERE b.id = i.bespreking_id) AS overlegdag, "
        "EXISTS (SELECT 1 FROM bronakkoord a WHERE a.informatie_id = i.id "
        "AND a.antwoord IN (?, ?)) AS akkoord FROM informatie i WHERE i.id = ?",
        AKKOORD,
        ONDER_VOORWAARDE,
        informatie_id,
    )
    if rij is None:
        return None
    return Item(
        id=rij["id"],
        bekend_op=min(
            _dag(rij["weegdag"] or rij["overlegdag"] or rij["vastgelegd_op"]), _dag(rij["vastgelegd_op"])
        ),
        tafel=("weging", rij["weging_id"]) if rij["weging_id"] else _bespreking(rij["bespreking_id"]),
        signaal_id=rij["signaal_id"],
        gever=rij["partij_id"],
        markering=rij["markering"],
        deelbaar_met=frozenset(int(d) for d in (rij["deelbaar"] or "").split(",") if d),
        akkoord=bool(rij["akkoord"]),
    )


def _bespreking(bespreking_id: int | None) -> tuple[str, int] | None:
    return ("bespreking", bespreking_id) if bespreking_id else None


def _wegingen(r: Lezer, dossier_id: int) -> Iterator[Contact]:
    """Who sat in the weegploeg; who answered in writing may have had the papers."""
    for rij in r.rows(
        "SELECT w.id, w.datum, x.partij_id, x.naam, x.aanwezig, p.naam AS partij FROM weging w "
        "JOIN weging_partij x ON x.weging_id = w.id JOIN partij p ON p.id = x.partij_id "
        "WHERE w.dossier_id = ? AND x.aanwezig IN ('ja', 'schriftelijk')",
        dossier_id,
    ):
        op = _dag(rij["datum"])
        yield Contact(
            Bron.TAFEL, rij["naam"] or rij["partij"], rij["partij_id"], f"Weegploeg van {datum_kort(op)}", op,
            zeker=rij["aanwezig"] == "ja", tafel=("weging", rij["id"]),
        )  # fmt: skip


def _overleggen(r: Lezer, dossier_id: int) -> Iterator[Contact]:
    """Who sat at the table for this casus; who wrote, or of whom it is not known, may have had the papers."""
    for rij in r.rows(
        "SELECT b.id, o.datum, o.nummer, d.partij_id, d.naam, d.aanwezig FROM bespreking b "
        "JOIN overleg o ON o.id = b.overleg_id JOIN bespreking_deelnemer x ON x.bespreking_id = b.id "
        "JOIN overleg_deelnemer d ON d.id = x.overleg_deelnemer_id WHERE b.dossier_id = ? "
        "AND o.status <> 'voorbereiding' AND d.aanwezig IN ('', 'aanwezig', 'schriftelijk')",
        dossier_id,
    ):
        op = _dag(rij["datum"])
        heeft = f"Casusoverleg {rij['nummer']} van {datum_kort(op)}"
        yield Contact(
            Bron.TAFEL, rij["naam"], rij["partij_id"], heeft, op,
            zeker=rij["aanwezig"] == "aanwezig", tafel=("bespreking", rij["id"]),
        )  # fmt: skip


def _exemplaren(r: Lezer, dossier_id: int) -> Iterator[Contact]:
    """Who holds a copy, or held one: what was read is known. The day is that of the paper itself.

    An edition for one partner holds what was put in it; of one that is missing the datalek is named.
    """
    teksten = _teksten(r, dossier_id)
    for rij in r.rows(
        "SELECT e.nummer, e.houder, e.partij_id, e.stand, e.stand_op, "
        "CASE WHEN d.partij_id IS NOT NULL THEN d.gegevens END AS editie, "
        "coalesce(d.titel, 'Bijlage') AS titel, "
        "coalesce(d.kenmerk, 'bij dit dossier') AS kenmerk, coalesce(d.vastgesteld_op, substr(u.op, 1, 10)) "
        "AS vastgesteld_op, (SELECT l.nummer FROM datalek l JOIN datalek_dossier x ON x.datalek_id = l.id "
        "WHERE x.dossier_id = ?1 AND l.gesloten_op IS NULL "
        "AND l.aard IN ('papier_vermist', 'drager_vermist') "
        "ORDER BY x.exemplaar_id = e.id DESC, julianday(l.ontdekt_op) DESC LIMIT 1) AS lek FROM exemplaar e "
        "JOIN uitgifte u ON u.id = e.uitgifte_id LEFT JOIN document d ON d.id = u.document_id "
        f"WHERE coalesce(d.soort, '') NOT IN {_ZONDER_INHOUD} AND u.id IN {UITGIFTEN_VAN_DOSSIER}",
        dossier_id,
    ):
        heeft = f"{rij['titel']} {rij['kenmerk']}, exemplaar {rij['nummer']}"
        kwijt = rij["stand"] == VERMIST
        if kwijt:
            loopt = f"; datalek {rij['lek']} loopt" if rij["lek"] else ""
            heeft = f"{heeft} (vermist op {datum_kort(_dag(rij['stand_op']))}{loopt})"
        items = None if rij["editie"] is None else _staat_in(_bladtekst(rij["editie"]), teksten)
        op = _dag(rij["vastgesteld_op"])
        yield Contact(Bron.EXEMPLAAR, rij["houder"], rij["partij_id"], heeft, op, items=items, kwijt=kwijt)


def _verstrekkingen(r: Lezer, dossier_id: int) -> Iterator[Contact]:
    """What was given has words of its own: it held the items chosen with it and those it quotes only."""
    teksten = _teksten(r, dossier_id)
    for rij in r.rows(
        "SELECT v.op, v.ontvanger, v.partij_id, v.wat, v.zonder_pga_context, "
        "(SELECT group_concat(x.informatie_id) "
        "FROM verstrekking_informatie x WHERE x.verstrekking_id = v.id) AS items FROM verstrekking v "
        "WHERE v.dossier_id = ? AND v.ontvanger_soort <> 'betrokkene'",
        dossier_id,
    ):
        op = _dag(rij["op"])
        gekozen = frozenset(int(i) for i in (rij["items"] or "").split(",") if i)
        items = gekozen | _staat_in(rij["wat"], teksten)
        heeft = f"Verstrekt op {datum_kort(op)}: {midden_in_zin(rij['wat'])}"
        stil = bool(rij["zonder_pga_context"])
        yield Contact(
            Bron.VERSTREKKING, rij["ontvanger"], rij["partij_id"], heeft, op, items=items, stil=stil
        )


def _spoed(r: Lezer, dossier_id: int) -> Iterator[Contact]:
    for rij in r.rows("SELECT * FROM spoed WHERE dossier_id = ?", dossier_id):
        op = _dag(rij["gebeld_op"])
        soort = _SPOEDSOORT.get(rij["partij"], rij["partij"])
        partij = r.value("SELECT id FROM partij WHERE soort = ? OR naam = ?", soort, rij["partij"])
        gebeld = dict(SPOEDPARTIJEN).get(rij["partij"], rij["partij"])
        naam = r.value("SELECT naam FROM partij WHERE id = ?", partij) or gebeld
        heeft = f"Gebeld bij spoed op {datum_kort(op)}"
        yield Contact(Bron.SPOED, naam, partij, heeft, op, signaal_id=rij["signaal_id"])


def _signalen(r: Lezer, dossier_id: int) -> Iterator[Contact]:
    for rij in r.rows(
        "SELECT id, overgedragen_aan, overgedragen_op FROM signaal "
        "WHERE dossier_id = ? AND overgedragen_op <> ''",
        dossier_id,
    ):
        op = _dag(rij["overgedragen_op"])
        heeft = f"Signaal overgedragen op {datum_kort(op)}"
        yield Contact(Bron.DOORGELEID, rij["overgedragen_aan"], None, heeft, op, signaal_id=rij["id"])


def _wegingbesluiten(r: Lezer, dossier_id: int) -> Iterator[Contact]:
    """A weging that sent the signal on elsewhere, with what was told."""
    for rij in r.rows(
        "SELECT doorgeleid_naar, vastgesteld_op FROM weging WHERE dossier_id = ? AND status = 'vastgesteld' "
        "AND doorgeleid_naar <> ''",
        dossier_id,
    ):
        op = _dag(rij["vastgesteld_op"])
        yield Contact(Bron.DOORGELEID, rij["doorgeleid_naar"], None, f"Doorgeleid op {datum_kort(op)}", op)


def _overdrachten(r: Lezer, dossier_id: int) -> Iterator[Contact]:
    for rij in r.rows(
        "SELECT gemeente, aangeboden_op FROM overdracht WHERE dossier_id = ? AND geweigerd_op IS NULL",
        dossier_id,
    ):
        op = _dag(rij["aangeboden_op"])
        yield Contact(Bron.DOORGELEID, rij["gemeente"], None, f"Dossier overgedragen op {datum_kort(op)}", op)


def _teksten(r: Lezer, dossier_id: int) -> dict[int, str]:
    """The words of each item, bare; what has none is nowhere."""
    rijen = r.rows("SELECT id, tekst FROM informatie WHERE dossier_id = ? AND tekst <> ''", dossier_id)
    return {rij["id"]: _kaal(rij["tekst"]) for rij in rijen}


def _staat_in(tekst: str, teksten: dict[int, str]) -> frozenset[int]:
    """The items whose words stand in this text."""
    kaal = f" {_kaal(tekst)} "
    return frozenset(item_id for item_id, woorden in teksten.items() if woorden and f" {woorden} " in kaal)


def _bladtekst(gegevens: str) -> str:
    """Every word of a frozen paper."""
    return " ".join(_strings(json.loads(gegevens)))


def _strings(deel: Any) -> Iterator[str]:
    if isinstance(deel, str):
        yield deel
    elif isinstance(deel, list | dict):
        for onderdeel in deel.values() if isinstance(deel, dict) else deel:
            yield from _strings(onderdeel)


def _kaal(tekst: str) -> str:
    """The words alone: a full stop or a line end more or less is the same sentence."""
    return " ".join(_WOORD.findall(kale_letters(tekst)))


def _dag(tekst: Any) -> date:
    return date.fromisoformat(str(tekst)[:10])
