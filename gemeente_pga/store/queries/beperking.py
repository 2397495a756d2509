# SPDX-License-Identifier: EUPL-1.2
"""Which items and dossiers are restricted now, and the restrictions there were."""

import json
from collections.abc import Iterator
from datetime import date

from gemeente_pga.domain.beperking import Beperking, Beperkingregel, Opheffing
from gemeente_pga.store.lezer import Lezer, lees_dag

NIET_BEPERKT = (
    "NOT EXISTS (SELECT 1 FROM beperking b WHERE b.dossier_id = i.dossier_id AND b.opgeheven_op IS NULL "
    "AND (b.informatie_id = i.id OR b.informatie_id IS NULL))"
)
"""For a query on informatie i: neither the item nor its dossier is restricted."""
_HERKENBAAR = 12  # letters; shorter words stand on any paper, so they count only as a line of their own


def beperkte_items(r: Lezer, dossier_id: int) -> frozenset[int]:
    """The items of this dossier that take part in nothing now."""
    rijen = r.rows(
        f"SELECT i.id FROM informatie i WHERE i.dossier_id = ? AND NOT ({NIET_BEPERKT})", dossier_id
    )
    return frozenset(rij["id"] for rij in rijen)


def is_beperkt(r: Lezer, dossier_id: int) -> bool:
    """Is the whole dossier restricted?"""
    return bool(
        r.value(
            "SELECT 1 FROM beperking WHERE dossier_id = ? AND informatie_id IS NULL AND opgeheven_op IS NULL",
            dossier_id,
        )
    )


def staat_op_papier(r: Lezer, document_id: int, dossier_id: int) -> bool:
    """Does this frozen document hold the words of an item that was restricted since?"""
    beperkt = r.rows(
        "SELECT i.tekst FROM informatie i JOIN beperking b ON b.informatie_id = i.id "
        "WHERE i.dossier_id = ? AND b.opgeheven_op IS NULL AND i.tekst <> ''",
        dossier_id,
    )
    if not beperkt:
        return False
    gegevens = json.loads(r.value("SELECT gegevens FROM document WHERE id = ?", document_id) or "{}")
    delen = [_plat(tekst) for tekst in _teksten(gegevens)]
    return any(
        gezegd == deel or (len(gezegd) >= _HERKENBAAR and gezegd in deel)
        for gezegd in (_plat(rij["tekst"]) for rij in beperkt)
        for deel in delen
    )


def _teksten(waarde: object) -> Iterator[str]:
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, dict):
        for deel in waarde.values():
            yield from _teksten(deel)
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from _teksten(deel)


def _plat(tekst: str) -> str:
    return " ".join(tekst.split())


def beperkingen(r: Lezer, dossier_id: int) -> tuple[Beperkingregel, ...]:
    """All restrictions of this dossier: what holds first."""
    rijen = r.rows(
        "SELECT b.*, i.tekst, coalesce(v.nummer, '') AS nummer FROM beperking b "
        "LEFT JOIN informatie i ON i.id = b.informatie_id LEFT JOIN verzoek v ON v.id = b.verzoek_id "
        "WHERE b.dossier_id = ? ORDER BY b.opgeheven_op IS NOT NULL, b.vanaf DESC, b.id",
        dossier_id,
    )
    return tuple(
        Beperkingregel(
            id=rij["id"],
            inhoud=Beperking(
                rij["informatie_id"], rij["verzoek_id"], rij["reden"], date.fromisoformat(rij["vanaf"])
            ),
            wat=rij["tekst"] if rij["informatie_id"] else "Het hele dossier",
            verzoek=rij["nummer"],
            opheffing=Opheffing(op, rij["opgeheven_reden"])
            if (op := lees_dag(rij["opgeheven_op"]))
            else None,
        )
        for rij in rijen
    )
