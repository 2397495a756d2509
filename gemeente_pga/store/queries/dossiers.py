# SPDX-License-Identifier: EUPL-1.2
"""The list of dossiers and the head of one. Hides where a dossier stands: at its casus, or at a signal."""

import json
from collections.abc import Collection
from typing import Any

from gemeente_pga.domain.dossier import CASUS_DICHT, GESLOTEN, Dossierkop
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries.persoon import lees_persoon

_KOP = """
SELECT d.id AS d_id, d.nummer, d.gemeente_id, d.overgenomen, g.naam AS gemeente, p.*,
       s.id AS signaal_id, s.geagendeerd_voor, c.id AS casus_id, c.volgende_herbeoordeling,
       CASE WHEN c.id IS NULL THEN 'signaal' ELSE 'casus' END AS soort,
       coalesce(c.status, s.status) AS status,
       (SELECT max(o.op) FROM statusovergang o
         WHERE o.onderwerp_soort IN ('signaal', 'casus') AND o.onderwerp_id = coalesce(c.id, s.id)) AS sinds
  FROM dossier d
  CROSS JOIN gemeente g ON g.id = d.gemeente_id
  CROSS JOIN persoon p ON p.dossier_id = d.id AND p.rol = 'betrokkene'
"""
_GESLOTEN_SIGNAAL = ", ".join(f"'{status}'" for soort, status in sorted(GESLOTEN) if soort == "signaal")
SIGNAAL_VAN_NU = f"t.status IN ({_GESLOTEN_SIGNAAL}), t.status = 'opgenomen', julianday(t.ontvangen_op), t.id"
"""Order of the signals t of a dossier without casus: first what is open, then what was taken up and waits for
its casus, last what is closed."""
_GESLOTEN_CASUS = ", ".join(f"'{status}'" for status in sorted(CASUS_DICHT))
CASUS_VAN_NU = f"status IN ({_GESLOTEN_CASUS}), geopend_op DESC, nummer DESC"
"""Order of the casussen of a dossier: the one that runs, then the one that was opened last."""
_STAND = f"""
  LEFT JOIN casus c ON c.id = (
       SELECT k.id FROM casus k WHERE k.dossier_id = d.id ORDER BY {CASUS_VAN_NU} LIMIT 1)
  LEFT JOIN signaal s ON s.id = (
       SELECT t.id FROM signaal t WHERE t.dossier_id = d.id
        ORDER BY {SIGNAAL_VAN_NU} LIMIT 1)
"""
_SOORTEN = ("casus", "signaal")
# Parameters: the states of a casus, then those of a signal, as JSON. A finished signal counts only when no
# other signal of the dossier is open.
_STAAT_OP = f"""(
  d.id IN (SELECT k.dossier_id FROM casus k WHERE k.status IN (SELECT value FROM json_each(?)))
  OR d.id IN (
     SELECT t.dossier_id FROM signaal t WHERE t.status IN (SELECT value FROM json_each(?))
        AND NOT EXISTS (SELECT 1 FROM casus k WHERE k.dossier_id = t.dossier_id)
        AND (t.status NOT IN ({_GESLOTEN_SIGNAAL}) OR NOT EXISTS (
             SELECT 1 FROM signaal u
              WHERE u.dossier_id = t.dossier_id AND u.status NOT IN ({_GESLOTEN_SIGNAAL}))))
)"""
_KOP_VAN = _KOP + _STAND
# What the list may be put in order by. Never a name: that would make it a register of persons.
VOLGORDEN = {
    "nummer": "d.nummer",
    "stand": "CASE WHEN c.id IS NULL THEN 'signaal' ELSE 'casus' END {0}, coalesce(c.status, s.status)",
    "sinds": "(SELECT max(o.op) FROM statusovergang o WHERE o.onderwerp_soort IN ('signaal', 'casus') "
    "AND o.onderwerp_id = coalesce(c.id, s.id))",
}


def dossierkop(r: Lezer, dossier_id: int) -> Dossierkop | None:
    """The head of one dossier."""
    rij = r.row(_KOP_VAN + "WHERE d.id = ?", dossier_id)
    return _kop(rij) if rij else None


def dossierkoppen(r: Lezer, dossier_ids: Collection[int]) -> dict[int, Dossierkop]:
    """The heads of these dossiers, by id."""
    rijen = r.rows(
        _KOP_VAN + "WHERE d.id IN (SELECT value FROM json_each(?))", json.dumps(sorted(dossier_ids))
    )
    return {rij["d_id"]: _kop(rij) for rij in rijen}


def lijst_dossiers(
    r: Lezer,
    *,
    nummer: str = "",
    standen: Collection[tuple[str, str]] | None = None,
    vanaf: int = 0,
    aantal: int = 200,
    volgorde: str = "nummer",
    oplopend: bool = False,
) -> list[Dossierkop]:
    """A page of the list, newest number first. standen: (soort, status) pairs, None for all.

    volgorde: one of VOLGORDEN.

    nummer: a part of it. Never a search by name: the day list is no register of persons.
    """
    waar, params = ["d.nummer LIKE ? ESCAPE '\\'"], [f"%{_escape(nummer)}%"]
    if standen is not None:
        waar.append(_STAAT_OP)
        params += [json.dumps(sorted(status for s, status in standen if s == soort)) for soort in _SOORTEN]
    richting = "ASC" if oplopend else "DESC"
    orde = VOLGORDEN[volgorde].format(richting)
    van = "" if volgorde == "nummer" else _STAND
    rijen = r.rows(
        f"SELECT d.id FROM dossier d {van} WHERE {' AND '.join(waar)} "
        f"ORDER BY {orde} {richting}, d.nummer DESC LIMIT ? OFFSET ?",
        *params,
        aantal,
        vanaf,
    )
    koppen = dossierkoppen(r, [rij["id"] for rij in rijen])
    return [koppen[rij["id"]] for rij in rijen]


def aantal_dossiers(r: Lezer) -> int:
    """How many dossiers there are."""
    return int(r.value("SELECT count(*) FROM dossier"))


def is_gesloten(r: Lezer, dossier_id: int) -> bool:
    """Is this dossier closed?"""
    kop = dossierkop(r, dossier_id)
    if kop is None:
        raise LookupError("no such dossier")
    return kop.gesloten


def dossiers_van(r: Lezer, dossier_id: int) -> tuple[int, ...]:
    """This dossier and the others of the same person: reopened, or found to be the same."""
    uit = {dossier_id}
    while True:
        ids = json.dumps(sorted(uit))
        rijen = r.rows(
            "SELECT dossier_id AS een, oud_dossier_id AS twee FROM heropening "
            "UNION SELECT dossier_id, ander_dossier_id FROM vergelijking WHERE uitkomst = 'bevestigd'"
        )
        meer = {n for rij in rijen if {rij["een"], rij["twee"]} & uit for n in (rij["een"], rij["twee"])}
        bestaand = r.rows(
            "SELECT id FROM dossier WHERE id IN (SELECT value FROM json_each(?))", json.dumps(sorted(meer))
        )
        meer = {rij["id"] for rij in bestaand} - uit
        if not meer:
            return tuple(json.loads(ids))
        uit |= meer


def actief_kader_id(r: Lezer) -> int | None:
    """The kader in use; new dossiers refer to it."""
    waarde = r.value("SELECT id FROM kader WHERE actief = 1 ORDER BY julianday(geactiveerd_op) DESC LIMIT 1")
    return None if waarde is None else int(waarde)


def _escape(deel: str) -> str:
    return deel.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _kop(rij: dict[str, Any]) -> Dossierkop:
    return Dossierkop(
        id=rij["d_id"],
        nummer=rij["nummer"],
        gemeente_id=rij["gemeente_id"],
        gemeente=rij["gemeente"],
        overgenomen=bool(rij["overgenomen"]),
        persoon=lees_persoon(rij),
        soort=rij["soort"],
        status=rij["status"] or "",
        sinds=lees_dag(rij["sinds"]),
        signaal_id=rij["signaal_id"],
        casus_id=rij["casus_id"],
        geagendeerd_voor=lees_dag(rij["geagendeerd_voor"]),
        herbeoordeling=lees_dag(rij["volgende_herbeoordeling"]),
    )
