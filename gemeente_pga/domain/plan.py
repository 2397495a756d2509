# SPDX-License-Identifier: EUPL-1.2
"""Plan van aanpak: goals, risk and protective factors side by side, interventies with an owner and a ground.

Only voluntary interventies need no other body to decide; for every other one the plan names who decides.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from gemeente_pga.domain.casus import check_uiterlijk
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.tekst import Invoer

T = TypeVar("T")
BEGONNEN = frozenset({"loopt", "afgerond", "gestopt"})


@dataclass(frozen=True, slots=True)
class Plankop:
    """The plan itself. Field names equal the columns of table plan."""

    bij_verergering: str
    bij_verbetering: str
    herbeoordeling_op: date | None


@dataclass(frozen=True, slots=True)
class Doel:
    """A goal. Field names equal the columns of table doel."""

    tekst: str
    leefgebied: str


@dataclass(frozen=True, slots=True)
class Factor:
    """A risk or protective factor. Field names equal the columns of table factor."""

    soort: str
    tekst: str
    leefgebied: str
    bron: str


@dataclass(frozen=True, slots=True)
class Interventie:
    """An intervention. Field names equal the columns of table interventie."""

    soort: str
    omschrijving: str
    leefgebied: str
    doel_id: int | None
    partij_id: int | None
    eigenaar: str
    grondslag: str
    vrijwillig: bool
    beslisser: str
    start: date | None
    einde: date | None
    maat: str
    stand: str
    opnieuw_bekijken_op: date | None = None
    effect: str = ""


@dataclass(frozen=True, slots=True)
class Planregel(Generic[T]):
    """A row of the plan with its id."""

    id: int
    inhoud: T


@dataclass(frozen=True, slots=True)
class Plan:
    """A version of the plan with all its rows."""

    id: int
    dossier_id: int
    casus_id: int
    versie: int
    status: str
    kop: Plankop
    vastgesteld_op: date | None
    doelen: tuple[Planregel[Doel], ...]
    factoren: tuple[Planregel[Factor], ...]
    interventies: tuple[Planregel[Interventie], ...]


def ontbreekt(plan: Plan) -> tuple[str, ...]:
    """What the plan needs before it can be vastgesteld."""
    uit = []
    if not plan.doelen:
        uit.append("Leg ten minste één doel vast.")
    if not plan.factoren:
        uit.append("Leg ten minste één factor vast: wat maakt het erger, wat beschermt?")
    if not plan.interventies:
        uit.append("Leg ten minste één interventie vast.")
    for regel in plan.interventies:
        uit += [f"{regel.inhoud.omschrijving}: {g.melding}" for g in mist_interventie(regel.inhoud)[:1]]
    if plan.kop.herbeoordeling_op is None:
        uit.append("Vul in wanneer u het plan opnieuw bekijkt.")
    return tuple(uit)


def waarschuwingen(plan: Plan, vandaag: date) -> tuple[str, ...]:
    """What deserves another look, but blocks nothing."""
    uit = []
    if not any(f.inhoud.soort == "beschermend" for f in plan.factoren):
        uit.append(
            "Er zijn geen beschermende factoren vastgelegd. Wat gaat er goed, wie heeft een goede invloed?"
        )
    over_tijd = [
        i for i in plan.interventies if i.inhoud.einde and i.inhoud.einde < vandaag and loopt(i.inhoud)
    ]
    if over_tijd:
        uit.append(f"Van {len(over_tijd)} interventie(s) is de einddatum voorbij. Werk de stand bij.")
    opnieuw = [i for i in plan.interventies if is_due(i.inhoud, vandaag)]
    if opnieuw:
        uit.append(
            f"Van {len(opnieuw)} interventie(s) is de dag om opnieuw te kijken er. Werk stand en effect bij."
        )
    return tuple(uit)


def loopt(interventie: Interventie) -> bool:
    """Is it still to begin or under way?"""
    return interventie.stand in {"", "nog_niet_begonnen", "loopt"}


def is_due(interventie: Interventie, vandaag: date) -> bool:
    """Has the day come to look at it again, while it runs?"""
    dag = interventie.opnieuw_bekijken_op
    return dag is not None and dag <= vandaag and loopt(interventie)


def beoordeel_effect(invoer: Mapping[str, object], kader: Kader, vandaag: date) -> str | list[Gebrek]:
    """Check what an intervention did so far; recorded while it runs, and weighed by nobody."""
    del kader
    lees = Invoer(invoer, vandaag)
    effect = lees.tekst("effect", "Wat het tot nu toe deed", verplicht=True)
    return lees.gebreken or effect


def beoordeel_plan(invoer: Mapping[str, object], kader: Kader, vandaag: date) -> Plankop | list[Gebrek]:
    """Check the head of the plan."""
    lees = Invoer(invoer, vandaag)
    kop = Plankop(
        bij_verergering=lees.tekst("bij_verergering", "Wat wij doen als het erger wordt"),
        bij_verbetering=lees.tekst("bij_verbetering", "Wat wij doen als het beter gaat"),
        herbeoordeling_op=lees.datum("herbeoordeling_op", "Plan opnieuw bekijken op", toekomst=True),
    )
    check_uiterlijk(lees, kader, "herbeoordeling_op", kop.herbeoordeling_op, vandaag)
    return lees.gebreken or kop


def beoordeel_doel(invoer: Mapping[str, object], kader: Kader, vandaag: date) -> Doel | list[Gebrek]:
    """Check one goal."""
    lees = Invoer(invoer, vandaag)
    doel = Doel(
        tekst=lees.tekst("tekst", "Doel", verplicht=True),
        leefgebied=lees.code("leefgebied", "Leefgebied", kader.codes("leefgebied")),
    )
    return lees.gebreken or doel


def beoordeel_factor(invoer: Mapping[str, object], kader: Kader, vandaag: date) -> Factor | list[Gebrek]:
    """Check one factor; where it comes from belongs with it."""
    lees = Invoer(invoer, vandaag)
    factor = Factor(
        soort=lees.code("soort", "Risico of beschermend", kader.codes("factorsoort"), verplicht=True),
        tekst=lees.tekst("tekst", "Factor", verplicht=True),
        leefgebied=lees.code("leefgebied", "Leefgebied", kader.codes("leefgebied")),
        bron=lees.regel("bron", "Bron"),
    )
    return lees.gebreken or factor


def beoordeel_interventie(
    invoer: Mapping[str, object], kader: Kader, vandaag: date
) -> Interventie | list[Gebrek]:
    """Check one intervention: owner, ground, and who decides when it is not voluntary."""
    lees = Invoer(invoer, vandaag)
    gronden = [g.code for g in kader.grondslagen("beide", op=vandaag)]
    gronden += [g.code for g in kader.grondslagen("geven", op=vandaag)]
    interventie = Interventie(
        soort=lees.code("soort", "Soort interventie", kader.codes("interventiesoort"), verplicht=True),
        omschrijving=lees.tekst("omschrijving", "Interventie", verplicht=True),
        leefgebied=lees.code("leefgebied", "Leefgebied", kader.codes("leefgebied")),
        doel_id=lees.sleutel("doel_id") or None,
        partij_id=lees.sleutel("partij_id") or None,
        eigenaar=lees.regel("eigenaar", "Wie voert uit", verplicht=True),
        grondslag=lees.code("grondslag", "Grondslag", gronden, verplicht=True),
        vrijwillig=lees.ja("vrijwillig"),
        beslisser=lees.regel("beslisser", "Wie beslist hierover"),
        start=lees.datum("start", "Begin", toekomst=True),
        einde=lees.datum("einde", "Einde", toekomst=True),
        maat=lees.tekst("maat", "Wanneer is het gelukt"),
        stand=lees.code("stand", "Stand", kader.codes("interventiestand")),
        opnieuw_bekijken_op=lees.datum("opnieuw_bekijken_op", "Opnieuw bekijken op", toekomst=True),
        effect=lees.tekst("effect", "Wat het tot nu toe deed"),
    )
    check_uiterlijk(lees, kader, "opnieuw_bekijken_op", interventie.opnieuw_bekijken_op, vandaag)
    al_gezegd = {gebrek.veld for gebrek in lees.gebreken}
    if "einde" in al_gezegd:
        al_gezegd.add("opnieuw_bekijken_op")
    lees.gebreken += [g for g in mist_interventie(interventie) if g.veld not in al_gezegd]
    return lees.gebreken or interventie


def mist_interventie(interventie: Interventie) -> list[Gebrek]:
    """What an intervention needs, whoever recorded it: a day to look again, and who decides."""
    uit = []
    if not interventie.eigenaar:
        uit.append(Gebrek("eigenaar", "Vul in: Wie voert uit."))
    if not interventie.grondslag:
        uit.append(Gebrek("grondslag", "Kies: Grondslag."))
    if interventie.einde is None and interventie.opnieuw_bekijken_op is None:
        zin = "Kies een dag om opnieuw te kijken, of vul een einde in."
        uit.append(Gebrek("opnieuw_bekijken_op", zin))
    if not interventie.vrijwillig and not interventie.beslisser:
        uit.append(Gebrek("beslisser", "Vul in wie hierover beslist, of vink ‘vrijwillig’ aan."))
    if interventie.start and interventie.einde and interventie.einde < interventie.start:
        uit.append(Gebrek("einde", "Het einde ligt vóór het begin. Controleer de datums."))
    return uit
