# SPDX-License-Identifier: EUPL-1.2
"""Oversight by the FG as a document: the newest controls and days of looking that fit on one page."""

from datetime import date

from gemeente_pga.domain.document import TeBevriezen
from gemeente_pga.domain.fg import SOORTEN, UITKOMSTEN
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.sleutels import SlotSoort
from gemeente_pga.domain.stukken import Kijkdag, Staat, Toezicht, Toezichtcontrole
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.fg import Toetsrij, toetsen
from gemeente_pga.store.queries.inrichting import gemeenten
from gemeente_pga.store.queries.kop import kop

SOORT = "toezicht"
_CONTROLES, _DAGEN = 8, 10
_TEKENS = 240  # of a text that somebody typed; the whole of it stands on the screen
_SOORT, _UITKOMST = dict(SOORTEN), dict(UITKOMSTEN)


def toezichtstuk(r: Lezer, kader: Kader, op: date) -> TeBevriezen:
    """The overview in the name of the municipality."""
    eigen = gemeenten(r)[0]
    kenmerk = f"FG-{op:%Y%m%d}"
    hoofd = kop(r, kader, "Toezicht door de FG", kenmerk=kenmerk, datum=op, staat=Staat.VASTGESTELD)
    alle = toetsen(r)
    stuk = Toezicht(
        kop=hoofd,
        controles=tuple(_controle(rij) for rij in alle[:_CONTROLES]),
        dagen=_dagen(r),
        weggelaten=max(0, len(alle) - _CONTROLES),
    )
    return TeBevriezen(SOORT, stuk, kenmerk, ("gemeente", eigen.id), None)


def _controle(rij: Toetsrij) -> Toezichtcontrole:
    return Toezichtcontrole(
        datum=rij.inhoud.datum,
        wat=_SOORT[rij.inhoud.soort],
        wie=rij.wie,
        bekeken=_kort(rij.inhoud.bekeken),
        uitkomst=_UITKOMST[rij.inhoud.uitkomst],
        toelichting=_kort(rij.inhoud.toelichting),
        steekproef=", ".join(rij.nummers),
        opvolging=_kort("; ".join(f"{o.wat} ({o.door})" for o in rij.opvolging)),
    )


def _dagen(r: Lezer) -> tuple[Kijkdag, ...]:
    rijen = r.rows(
        "SELECT date(h.tijd, 'localtime') AS dag, coalesce(g.naam, '') AS wie, "
        "group_concat(DISTINCT d.nummer) AS dossiers, "
        "group_concat(DISTINCT CASE WHEN h.code = ? THEN d.nummer END) AS met_namen "
        "FROM handeling h JOIN dossier d ON d.id = h.dossier_id "
        "LEFT JOIN gebruiker g ON g.id = h.gebruiker_id "
        "WHERE h.slot = ? GROUP BY dag, wie ORDER BY dag DESC, wie LIMIT ?",
        Handeling.FG_NAMEN_TONEN.code,
        SlotSoort.FG.value,
        _DAGEN,
    )
    return tuple(
        Kijkdag(
            datum=date.fromisoformat(rij["dag"]),
            wie=rij["wie"],
            dossiers=_rij(rij["dossiers"]),
            met_namen=_rij(rij["met_namen"]),
        )
        for rij in rijen
    )


def _rij(nummers: str | None) -> str:
    return ", ".join(sorted((nummers or "").split(","))) if nummers else ""


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= _TEKENS else tekst[:_TEKENS].rsplit(" ", 1)[0] + " …"
