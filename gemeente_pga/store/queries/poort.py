# SPDX-License-Identifier: EUPL-1.2
"""What stands in the way of a whole dossier, read from what is recorded: no flag to forget."""

from datetime import date

from gemeente_pga.domain.ingebruikname import Punt, ontbrekend
from gemeente_pga.domain.poort import Aanhouding, Poortfeiten
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.dossiers import dossierkop


def poortfeiten(r: Lezer, dossier_id: int | None, vandaag: date) -> Poortfeiten:
    """Of this dossier; None: of the municipality that a new dossier starts with."""
    if dossier_id is None:
        gemeente_id = r.value("SELECT id FROM gemeente WHERE standaard = 1")
        return Poortfeiten(ontbreekt_ingebruikname=niet_gereed(r, gemeente_id))
    gemeente_id = r.value("SELECT gemeente_id FROM dossier WHERE id = ?", dossier_id)
    beperkt = r.value(
        "SELECT 1 FROM beperking WHERE dossier_id = ? AND informatie_id IS NULL AND opgeheven_op IS NULL",
        dossier_id,
    )
    kop = dossierkop(r, dossier_id)
    return Poortfeiten(
        ontbreekt_ingebruikname=niet_gereed(r, gemeente_id),
        beperkt=beperkt is not None,
        aanhoudingen=_aanhoudingen(r, dossier_id, vandaag),
        gesloten=kop is not None and kop.gesloten,
    )


def niet_gereed(r: Lezer, gemeente_id: int | None) -> tuple[str, ...]:
    """The points of the ingebruikname that this municipality misses; none in the practice kluis."""
    if r.oefening:
        return ()
    rijen = r.rows(
        "SELECT punt, stand, op, kenmerk, toelichting FROM ingebruikname WHERE gemeente_id = ?", gemeente_id
    )
    return ontbrekend(Punt(**rij | {"op": date.fromisoformat(rij["op"])}) for rij in rijen)


def _aanhoudingen(r: Lezer, dossier_id: int, vandaag: date) -> tuple[Aanhouding, ...]:
    """The holds that have begun and were not ended; the first to end first."""
    rijen = r.rows(
        "SELECT a.wat, p.naam AS partij, a.tot FROM aanhouding a JOIN partij p ON p.id = a.partij_id "
        "WHERE a.dossier_id = ? AND a.beeindigd_op IS NULL AND a.vanaf <= ? ORDER BY a.tot, a.id",
        dossier_id,
        vandaag,
    )
    return tuple(Aanhouding(rij["wat"], rij["partij"], date.fromisoformat(rij["tot"])) for rij in rijen)
