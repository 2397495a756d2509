# SPDX-License-Identifier: EUPL-1.2
"""Acts on the plan van aanpak: a concept is edited row by row; what was vastgesteld gets a new version."""

from dataclasses import replace
from datetime import date
from typing import Any

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.plan import (
    BEGONNEN,
    Doel,
    Factor,
    Interventie,
    Plankop,
    mist_interventie,
    ontbreekt,
)
from gemeente_pga.handelingen.herbeoordeeldag import set_herbeoordeling
from gemeente_pga.handelingen.overgang import move_casus
from gemeente_pga.handelingen.poort import require_casus
from gemeente_pga.store.queries.plan import plan as lees_plan
from gemeente_pga.store.queries.plan import plan_van_casus
from gemeente_pga.store.store import Store, Writer

Conceptsleutel = tuple[str, str] | None
_TABEL: dict[type, str] = {Doel: "doel", Factor: "factor", Interventie: "interventie"}


def begin_plan(store: Store, casus_id: int) -> int:
    """The concept of this casus: the one that is open, or a new version copied from what holds now."""
    with store.reader() as r:
        bestaand = plan_van_casus(r, casus_id)
    if bestaand is not None and bestaand.status == "concept":
        return bestaand.id
    with store.write(Handeling.PLAN_BIJWERKEN) as w:
        dossier_id = require_casus(w, casus_id)
        versie = bestaand.versie + 1 if bestaand else 1
        rij = {"dossier_id": dossier_id, "casus_id": casus_id, "versie": versie, "status": "concept"}
        plan_id = w.insert("plan", rij)
        w.onderwerp = ("plan", plan_id)
        if bestaand is not None:
            w.update("plan", plan_id, bestaand.kop)
            doelen = {}
            for volgorde, doel in enumerate(bestaand.doelen, start=1):
                plek = {"dossier_id": dossier_id, "plan_id": plan_id, "volgorde": volgorde}
                doelen[doel.id] = w.insert("doel", doel.inhoud, **plek)
            for factor in bestaand.factoren:
                w.insert("factor", factor.inhoud, dossier_id=dossier_id, plan_id=plan_id)
            for interventie in bestaand.interventies:
                doel_id = doelen.get(interventie.inhoud.doel_id or 0)
                kopie = replace(interventie.inhoud, doel_id=doel_id)
                w.insert("interventie", kopie, dossier_id=dossier_id, plan_id=plan_id)
    return plan_id


def record_plan(store: Store, plan_id: int, kop: Plankop, *, concept: Conceptsleutel = None) -> None:
    """What is done when it gets worse or better, and when the plan is looked at again."""
    with store.write(Handeling.PLAN_BIJWERKEN, onderwerp=("plan", plan_id)) as w:
        _open(w, plan_id)
        w.update("plan", plan_id, kop)
        if concept:
            w.discard_concept(*concept)


def record_regel(
    store: Store,
    plan_id: int,
    regel: Doel | Factor | Interventie,
    *,
    regel_id: int | None = None,
    concept: Conceptsleutel = None,
) -> int:
    """Add or change a goal, factor or intervention of a concept."""
    tabel = _TABEL[type(regel)]
    with store.write(Handeling.PLAN_BIJWERKEN, onderwerp=("plan", plan_id)) as w:
        dossier_id = _open(w, plan_id)
        if isinstance(regel, Interventie) and (gebreken := mist_interventie(regel)):
            raise Storing("Deze interventie kan zo niet in het plan.", gebreken[0].melding)
        if regel_id is None:
            extra = {"dossier_id": dossier_id, "plan_id": plan_id}
            if tabel == "doel":
                extra["volgorde"] = 1 + (
                    w.value("SELECT max(volgorde) FROM doel WHERE plan_id = ?", plan_id) or 0
                )
            regel_id = w.insert(tabel, regel, **extra)
        else:
            w.update(tabel, regel_id, regel)
        if concept:
            w.discard_concept(*concept)
    return regel_id


def remove_regel(store: Store, plan_id: int, soort: type, regel_id: int) -> None:
    """Take a row out of a concept; interventies keep standing when their goal goes."""
    with store.write(Handeling.PLAN_BIJWERKEN, onderwerp=("plan", plan_id)) as w:
        _open(w, plan_id)
        if soort is Doel:
            for rij in w.rows("SELECT id FROM interventie WHERE doel_id = ?", regel_id):
                w.update("interventie", rij["id"], {"doel_id": None})
        w.delete(_TABEL[soort], regel_id)


def record_stand(store: Store, interventie_id: int, stand: str, *, op: date) -> None:
    """How an intervention is doing. Allowed on a plan that holds: carrying it out is not changing it.

    The first one that begins puts the casus in uitvoering.
    """
    with store.write(Handeling.PLAN_BIJWERKEN, onderwerp=("interventie", interventie_id)) as w:
        rij = _of_last_plan(w, interventie_id)
        require_casus(w, rij["casus_id"])
        w.update("interventie", interventie_id, {"stand": stand})
        if rij["status"] == "vastgesteld" and stand in BEGONNEN:
            move_casus(w, rij["casus_id"], "in_uitvoering", op=op, mits_toegestaan=True)


def record_effect(store: Store, interventie_id: int, effect: str, *, concept: Conceptsleutel = None) -> None:
    """What an intervention did so far, on a plan that holds as well: it is only recorded."""
    with store.write(Handeling.PLAN_BIJWERKEN, onderwerp=("interventie", interventie_id)) as w:
        require_casus(w, _of_last_plan(w, interventie_id)["casus_id"])
        w.update("interventie", interventie_id, {"effect": effect})
        if concept:
            w.discard_concept(*concept)


def _of_last_plan(w: Writer, interventie_id: int) -> dict[str, Any]:
    """The casus and the state of the plan of an intervention; a version that was replaced is left alone."""
    rij = w.row(
        "SELECT p.casus_id, p.status FROM interventie i JOIN plan p ON p.id = i.plan_id WHERE i.id = ?",
        interventie_id,
    )
    if rij is None or rij["status"] == "vervangen":
        raise Storing("Van dit plan is er een nieuwere versie.", "Open het dossier opnieuw.")
    return rij


def vaststellen(store: Store, plan_id: int, *, op: date) -> None:
    """The concept becomes the plan that holds; the version before it is replaced but stays readable."""
    with store.write(Handeling.PLAN_VASTSTELLEN, onderwerp=("plan", plan_id)) as w:
        dossier_id = _open(w, plan_id)
        w.dossier_id = dossier_id
        plan = lees_plan(w, plan_id)
        open_ = ontbreekt(plan) if plan else ("Dit plan is er niet meer.",)
        if plan is None or open_:
            raise Storing("Het plan kan nog niet worden vastgesteld.", open_[0])
        oud = w.rows("SELECT id FROM plan WHERE casus_id = ? AND status = 'vastgesteld'", plan.casus_id)
        for rij in oud:
            w.update("plan", rij["id"], {"status": "vervangen"})
        w.update("plan", plan_id, {"status": "vastgesteld", "vastgesteld_op": op})
        move_casus(w, plan.casus_id, "plan_vastgesteld", op=op, mits_toegestaan=True)
        if plan.kop.herbeoordeling_op:
            set_herbeoordeling(w, plan.casus_id, plan.kop.herbeoordeling_op, op=op, mits_toegestaan=True)


def _open(w: Writer, plan_id: int) -> int:
    """The dossier of a plan that may still change."""
    rij = w.row("SELECT casus_id, status FROM plan WHERE id = ?", plan_id)
    if rij is None:
        raise Storing("Dit plan is er niet meer.", "Open het dossier opnieuw.")
    if rij["status"] != "concept":
        raise Storing("Dit plan is vastgesteld.", "Maak een nieuwe versie om het te wijzigen.")
    return require_casus(w, rij["casus_id"])
