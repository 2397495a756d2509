# SPDX-License-Identifier: EUPL-1.2
"""Acts on the plan van aanpak, each beside what annex (a) C4 asks of it."""

from datetime import timedelta

from gemeente_pga.domain.handeling import Handeling as Act
from gemeente_pga.domain.plan import Doel, Factor, beoordeel_interventie, beoordeel_plan
from gemeente_pga.handelingen import plan as plannen
from tests.model.daad import daad
from tests.model.daden_casus import UITVOERING, dag, dicht, is_herzien
from tests.model.dingen import Casus, Plan
from tests.model.model import Keus, Model, Poging, goed

HULP = {
    "soort": "vrijwillig", "omschrijving": "Schuldhulp", "leefgebied": "inkomen_schulden",
    "eigenaar": "Wijkteam West", "grondslag": "wet_pga", "vrijwillig": "ja", "beslisser": "",
    "maat": "De schulden nemen niet toe.", "stand": "nog_niet_begonnen",
}  # fmt: skip


@daad(Act.PLAN_BIJWERKEN)
def begin_plan(m: Model, k: Keus) -> Poging | None:
    """A concept: the first, or a new version of what holds."""
    c = k.beste(m.casussen(), lambda c: not dicht(c) and c.plan is None)
    if c is None:
        return None
    concept = c.plan is not None and c.plan.status == "concept"

    def na(plan_id: int) -> None:
        if concept:
            return
        oud = c.plan
        nieuw = Plan(plan_id, c)
        if oud is not None:
            with m.store.reader() as r:
                vraag = "SELECT id FROM {} WHERE plan_id = ?"
                nieuw.doelen = [rij["id"] for rij in r.rows(vraag.format("doel"), plan_id)]
                nieuw.factoren = [rij["id"] for rij in r.rows(vraag.format("factor"), plan_id)]
                nieuw.interventies = [rij["id"] for rij in r.rows(vraag.format("interventie"), plan_id)]
            assert (len(oud.doelen), len(oud.interventies)) == (len(nieuw.doelen), len(nieuw.interventies))
            nieuw.herbeoordeling, nieuw.begonnen = oud.herbeoordeling, oud.begonnen
        c.plannen.append(nieuw)

    return Poging(
        lambda: plannen.begin_plan(m.store, c.id), "" if concept else dicht(c), na,
        regels=0 if concept else 1, dossier=c.dossier,
    )  # fmt: skip


def alle_plannen(m: Model) -> list[Plan]:
    """Every version in sight."""
    return [p for c in m.casussen() for p in c.plannen]


def plan_dicht(p: Plan) -> str:
    """Why a plan does not change."""
    return "het plan is vastgesteld" if p.status != "concept" else dicht(p.casus)


@daad(Act.PLAN_BIJWERKEN)
def stel_doel(m: Model, k: Keus) -> Poging | None:
    """A goal."""
    p = k.beste(alle_plannen(m), lambda p: not plan_dicht(p) and not p.doelen)
    doel = Doel("Het gezin houdt een dak.", "wonen")
    return (
        None
        if p is None
        else Poging(
            lambda: plannen.record_regel(m.store, p.id, doel),
            plan_dicht(p),
            p.doelen.append,
            dossier=p.casus.dossier,
        )
    )


@daad(Act.PLAN_BIJWERKEN)
def zet_factor(m: Model, k: Keus) -> Poging | None:
    """What makes it worse, or better."""
    p = k.beste(alle_plannen(m), lambda p: not plan_dicht(p) and not p.factoren)
    if p is None:
        return None
    factor = Factor(k.uit(("risico", "beschermend")), "Haar broer belt elke week.", "wonen", "De broer")
    return Poging(
        lambda: plannen.record_regel(m.store, p.id, factor), plan_dicht(p), p.factoren.append,
        dossier=p.casus.dossier,
    )  # fmt: skip


@daad(Act.PLAN_BIJWERKEN)
def zet_interventie(m: Model, k: Keus) -> Poging | None:
    """Help, with an owner and a ground; what is not voluntary names who decides."""
    p = k.beste(alle_plannen(m), lambda p: not plan_dicht(p) and not p.interventies)
    if p is None:
        return None
    fouten = ({"eigenaar": ""}, {"grondslag": ""}, {"vrijwillig": "", "beslisser": ""})
    fout = k.uit(fouten) if k.fout() else {}
    invoer = HULP | {"opnieuw_bekijken_op": m.vandaag + timedelta(days=90)} | fout

    def doe() -> int:
        hulp = goed(beoordeel_interventie(invoer, m.kader, m.vandaag))
        return plannen.record_regel(m.store, p.id, hulp)

    return Poging(doe, ", ".join(fout) or plan_dicht(p), p.interventies.append, dossier=p.casus.dossier)


@daad(Act.PLAN_BIJWERKEN)
def zet_plankop(m: Model, k: Keus) -> Poging | None:
    """When it is looked at again."""
    p = k.beste(alle_plannen(m), lambda p: not plan_dicht(p) and not p.herbeoordeling)
    if p is None:
        return None
    verder, belet = dag(m, k)
    invoer = {"bij_verergering": "Bellen.", "bij_verbetering": "", "herbeoordeling_op": verder}

    def doe() -> None:
        plannen.record_plan(m.store, p.id, goed(beoordeel_plan(invoer, m.kader, m.vandaag)))

    def na(_: object) -> None:
        p.herbeoordeling = verder

    return Poging(doe, belet or plan_dicht(p), na, dossier=p.casus.dossier)


def mist_plan(p: Plan) -> str:
    """Annex (a) C4 and (c): what a plan needs."""
    mist = not (p.doelen and p.factoren and p.interventies and p.herbeoordeling)
    return plan_dicht(p) or ("doel, factor, interventie of datum ontbreekt" if mist else "")


@daad(Act.PLAN_VASTSTELLEN)
def stel_plan_vast(m: Model, k: Keus) -> Poging | None:
    """The plan holds; the version before it is replaced."""
    p = k.beste(alle_plannen(m), lambda p: not mist_plan(p))
    if p is None:
        return None
    c = p.casus

    def na(_: object) -> None:
        for oud in c.plannen:
            oud.status = "vervangen" if oud.status == "vastgesteld" else oud.status
        p.status = "vastgesteld"
        if c.staat == "casusoverleg_loopt":
            c.staat = "plan_vastgesteld"
        if not is_voorbij(m, c):
            c.opnieuw = p.herbeoordeling

    return Poging(
        lambda: plannen.vaststellen(m.store, p.id, op=m.vandaag), mist_plan(p), na, dossier=c.dossier
    )


def is_voorbij(m: Model, c: Casus) -> bool:
    """Is the review overdue? Then naming another day does not put it off."""
    return c.staat in UITVOERING and c.opnieuw is not None and c.opnieuw < m.vandaag


@daad(Act.PLAN_BIJWERKEN)
def begin_interventie(m: Model, k: Keus) -> Poging | None:
    """It runs."""
    alle = [(p, i) for p in alle_plannen(m) for i in p.interventies]
    keus = k.beste(alle, lambda pi: pi[0].status == "vastgesteld" and pi[0].casus.staat == "plan_vastgesteld")
    if keus is None:
        return None
    p, interventie = keus
    c = p.casus
    oud = "er is een nieuwere versie" if p.status == "vervangen" else ""

    def na(_: object) -> None:
        p.begonnen = True
        herzien = c.staat == "herbeoordeling" and is_herzien(c)
        if p.status == "vastgesteld" and (c.staat in ("plan_vastgesteld", "op_of_afgeschaald") or herzien):
            c.staat = "in_uitvoering"

    return Poging(
        lambda: plannen.record_stand(m.store, interventie, "loopt", op=m.vandaag), oud or dicht(c), na,
        dossier=c.dossier,
    )  # fmt: skip
