# SPDX-License-Identifier: EUPL-1.2
"""Frozen documents: what must still be made, what there is, what left the kluis."""

from datetime import date
from typing import Any

from gemeente_pga.domain.document import Documentkop, TeMaken, Terugname, Uitgifte
from gemeente_pga.domain.stukken import SOORTEN, Kop, from_json
from gemeente_pga.store.journaal import controlecode
from gemeente_pga.store.lezer import Lezer

# Of a document: it came in by the same act as the dossier, out of another kluis.
KWAM_MEE = (
    "EXISTS (SELECT 1 FROM overname o CROSS JOIN wijziging a ON a.tabel = 'overname' AND a.rij = o.id "
    "AND a.soort = 'nieuw' CROSS JOIN wijziging b ON b.tabel = 'document' AND b.rij = document.id "
    "AND b.soort = 'nieuw' WHERE o.dossier_id = document.dossier_id AND o.uitkomst = 'aanvaard' "
    "AND a.handeling = b.handeling)"
)
_KOP = (
    "SELECT id, dossier_id, soort, titel, kenmerk, onderwerp_soort, onderwerp_id, controlecode, "
    "vastgesteld_op, teruggenomen_op, teruggenomen_reden, "
    "(SELECT naam FROM gebruiker WHERE id = teruggenomen_door) AS teruggenomen_door, "
    f"sha256 <> '' AS klaar, {KWAM_MEE} AS van_elders FROM document "
)


def te_maken(r: Lezer) -> tuple[TeMaken, ...]:
    """Frozen documents that have no bytes yet: just frozen, or left so by a crash between the two acts."""
    rijen = r.rows(
        "SELECT d.id, d.soort, d.gegevens, w.handeling AS n, k.h FROM document d "
        "CROSS JOIN wijziging w ON w.tabel = 'document' AND w.rij = d.id AND w.soort = 'nieuw' "
        "CROSS JOIN ketting k ON k.n = w.handeling WHERE d.sha256 = '' ORDER BY w.id"
    )
    return tuple(
        TeMaken(
            id=rij["id"],
            soort=rij["soort"],
            stuk=from_json(SOORTEN[rij["soort"]], rij["gegevens"]),
            n=rij["n"],
            code=controlecode(rij["n"], rij["h"]),
        )
        for rij in rijen
    )


def document(r: Lezer, document_id: int) -> Documentkop | None:
    """One document, without its bytes."""
    rij = r.row(_KOP + "WHERE id = ?", document_id)
    return _kop(rij) if rij else None


def document_pdf(r: Lezer, document_id: int) -> bytes | None:
    """The bytes of a document; None while they have not been made, and after it was taken back."""
    pdf = r.value("SELECT pdf FROM document WHERE id = ?", document_id)
    return bytes(pdf) if pdf is not None else None


def document_met_hash(r: Lezer, sha256: str) -> Documentkop | None:
    """The document that is this file as it lies in the kluis, byte for byte."""
    rij = r.row(_KOP + "WHERE sha256 = ? AND sha256 <> ''", sha256)
    return _kop(rij) if rij else None


def stukkop(r: Lezer, document_id: int) -> Kop | None:
    """The head of a document as it was frozen; None for a paper that others made."""
    rij = r.row("SELECT soort, gegevens FROM document WHERE id = ?", document_id)
    if rij is None or rij["soort"] not in SOORTEN:
        return None
    return from_json(SOORTEN[rij["soort"]], rij["gegevens"]).kop


def documenten_van_dossier(r: Lezer, dossier_id: int) -> tuple[Documentkop, ...]:
    """The documents filed in a dossier, newest first. Those about several dossiers are not in it."""
    return _koppen(r, "WHERE dossier_id = ?", dossier_id)


def documenten_van_soort(r: Lezer, soort: str) -> tuple[Documentkop, ...]:
    """The documents of one kind, newest first."""
    return _koppen(r, "WHERE soort = ?", soort)


def documenten_van_overleg(r: Lezer, overleg_id: int) -> tuple[Documentkop, ...]:
    """The papers of a meeting, newest first."""
    return _koppen(r, "WHERE onderwerp_soort = 'overleg' AND onderwerp_id = ?", overleg_id)


def uitgiften(r: Lezer, document_id: int) -> tuple[Uitgifte, ...]:
    """Every time this document left the kluis, newest first."""
    rijen = r.rows(
        "SELECT u.*, (SELECT group_concat(e.houder, char(31)) FROM (SELECT houder FROM exemplaar "
        "WHERE uitgifte_id = u.id ORDER BY nummer) e) AS houders "
        "FROM uitgifte u WHERE u.document_id = ? ORDER BY u.op DESC",
        document_id,
    )
    return tuple(
        Uitgifte(
            u["document_id"],
            u["wijze"],
            u["exemplaren"],
            u["bestemd_voor"],
            u["op"],
            tuple((u["houders"] or "").split("\x1f")) if u["houders"] else (),
        )
        for u in rijen
    )


def toegelaten_lekken(
    r: Lezer, onderwerp_soort: str, onderwerp_id: int, documentsoort: str
) -> frozenset[str]:
    """The places of hits that the user let stand with a reason."""
    rijen = r.rows(
        "SELECT vindplaats FROM lekbesluit "
        "WHERE onderwerp_soort = ? AND onderwerp_id = ? AND documentsoort = ?",
        onderwerp_soort,
        onderwerp_id,
        documentsoort,
    )
    return frozenset(rij["vindplaats"] for rij in rijen)


def _koppen(r: Lezer, waar: str, sleutel: int | str) -> tuple[Documentkop, ...]:
    return tuple(
        _kop(rij) for rij in r.rows(_KOP + waar + " ORDER BY julianday(vastgelegd_op) DESC, kenmerk", sleutel)
    )


def _kop(rij: dict[str, Any]) -> Documentkop:
    return Documentkop(
        id=rij["id"],
        dossier_id=rij["dossier_id"],
        soort=rij["soort"],
        titel=rij["titel"],
        kenmerk=rij["kenmerk"],
        onderwerp=(rij["onderwerp_soort"], rij["onderwerp_id"]),
        controlecode=rij["controlecode"],
        vastgesteld_op=date.fromisoformat(rij["vastgesteld_op"]),
        klaar=bool(rij["klaar"]),
        terugname=Terugname(rij["teruggenomen_op"], rij["teruggenomen_reden"], rij["teruggenomen_door"] or "")
        if rij["teruggenomen_op"]
        else None,
        uit_andere_kluis=bool(rij["van_elders"]),
    )
