# SPDX-License-Identifier: EUPL-1.2
"""The plan van aanpak of a casus."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from gemeente_pga.domain.plan import Doel, Factor, Interventie, Plan, Plankop, Planregel
from gemeente_pga.store.lezer import Lezer, lees_dag


@dataclass(frozen=True, slots=True)
class Planversie:
    """One line about a version of the plan."""

    id: int
    versie: int
    status: str
    vastgesteld_op: date | None


def plan(r: Lezer, plan_id: int) -> Plan | None:
    """One version of a plan."""
    rij = r.row("SELECT * FROM plan WHERE id = ?", plan_id)
    return _plan(r, rij) if rij else None


def plan_van_casus(r: Lezer, casus_id: int) -> Plan | None:
    """The newest version, concept or vastgesteld."""
    rij = r.row("SELECT * FROM plan WHERE casus_id = ? ORDER BY versie DESC LIMIT 1", casus_id)
    return _plan(r, rij) if rij else None


def vastgesteld_plan(r: Lezer, casus_id: int) -> Plan | None:
    """The version that holds now."""
    rij = r.row(
        "SELECT * FROM plan WHERE casus_id = ? AND status = 'vastgesteld' ORDER BY versie DESC LIMIT 1",
        casus_id,
    )
    return _plan(r, rij) if rij else None


def versies(r: Lezer, casus_id: int) -> tuple[Planversie, ...]:
    """All versions, newest first."""
    rijen = r.rows(
        "SELECT id, versie, status, vastgesteld_op FROM plan WHERE casus_id = ? ORDER BY versie DESC",
        casus_id,
    )
    return tuple(Planversie(p["id"], p["versie"], p["status"], lees_dag(p["vastgesteld_op"])) for p in rijen)


def _plan(r: Lezer, rij: dict[str, Any]) -> Plan:
    plan_id = rij["id"]
    doelen = r.rows("SELECT * FROM doel WHERE plan_id = ? ORDER BY volgorde", plan_id)
    factoren = r.rows(
        "SELECT * FROM factor WHERE plan_id = ? ORDER BY soort, julianday(vastgelegd_op), id", plan_id
    )
    interventies = r.rows(
        "SELECT * FROM interventie WHERE plan_id = ? ORDER BY start, julianday(vastgelegd_op), id", plan_id
    )
    return Plan(
        id=plan_id,
        dossier_id=rij["dossier_id"],
        casus_id=rij["casus_id"],
        versie=rij["versie"],
        status=rij["status"],
        kop=Plankop(rij["bij_verergering"], rij["bij_verbetering"], lees_dag(rij["herbeoordeling_op"])),
        vastgesteld_op=lees_dag(rij["vastgesteld_op"]),
        doelen=tuple(Planregel(d["id"], Doel(d["tekst"], d["leefgebied"])) for d in doelen),
        factoren=tuple(
            Planregel(f["id"], Factor(f["soort"], f["tekst"], f["leefgebied"], f["bron"])) for f in factoren
        ),
        interventies=tuple(Planregel(i["id"], _interventie(i)) for i in interventies),
    )


def _interventie(rij: dict[str, Any]) -> Interventie:
    return Interventie(
        soort=rij["soort"],
        omschrijving=rij["omschrijving"],
        leefgebied=rij["leefgebied"],
        doel_id=rij["doel_id"],
        partij_id=rij["partij_id"],
        eigenaar=rij["eigenaar"],
        grondslag=rij["grondslag"],
        vrijwillig=bool(rij["vrijwillig"]),
        beslisser=rij["beslisser"],
        start=lees_dag(rij["start"]),
        einde=lees_dag(rij["einde"]),
        maat=rij["maat"],
        stand=rij["stand"],
        opnieuw_bekijken_op=lees_dag(rij["opnieuw_bekijken_op"]),
        effect=rij["effect"],
    )
