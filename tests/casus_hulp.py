# SPDX-License-Identifier: EUPL-1.2
"""A casus for tests: taken over from paper, so that no weging has to be played first."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from gemeente_pga.domain.afwijking import Afwijking
from gemeente_pga.domain.casus import Deelnemer, Overname, Sluiting
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.herbeoordeling import Heroordeel, Uitkomst
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.domain.plan import Doel, Factor, Interventie, Plankop
from gemeente_pga.handelingen import herbeoordeling as herzien
from gemeente_pga.handelingen import plan as plannen
from gemeente_pga.handelingen.casus import record_deelnemer, take_over
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.casus import casus
from gemeente_pga.store.queries.herbeoordeling import vergelijk
from gemeente_pga.store.store import Store

VANDAAG = date(2026, 11, 4)
PERSOON = Persoon(
    voornamen="Wietske", geslachtsnaam="Brandsma", geboortedatum=date(1990, 2, 11), plaats="Waterhoven"
)
OVERNAME = Overname(
    ontvangen_op=date(2026, 3, 12),
    bron_soort="gemeente",
    bron_organisatie="Wijkteam West",
    zelf_waargenomen="Zij zei op 10 maart dat zij haar paspoort heeft verbrand.",
    weging_op=date(2026, 4, 3),
    besluit_reden="De drie partijen zagen een risico dat groeide.",
    samenhang="Werk en woning vielen tegelijk weg.",
    geopend_op=date(2026, 4, 8),
    casusregisseur="S. Aydın",
    volgende_herbeoordeling=date(2026, 11, 1),
    informeren="ja",
    informeren_reden="Zij werkt mee.",
    informeren_opnieuw_op=None,
    geinformeerd_op=date(2026, 5, 6),
    geinformeerd_hoe="brief_en_gesprek",
)
SLUITING = Sluiting(
    gesloten_op=date(2026, 12, 1),
    sluitreden="criteria_niet_meer",
    sluit_toelichting="Geen nieuwe signalen. Het casusoverleg besloot dit zonder tegenstem.",
    resultaat="Werk en woning op orde. Nazorg door het wijkteam, zij stemt daarmee in.",
    partners_bewaren="De reclassering houdt het toezichtdossier.",
)
KOP = Plankop("Politie en OM bellen elkaar.", "Minder vaak spreken.", date(2027, 1, 14))
DOEL = Doel("Het gezin houdt een dak boven het hoofd.", "wonen")
RISICO = Factor("risico", "Een ontruiming kan het erger maken.", "wonen", "Woningcorporatie")
BESCHERMEND = Factor("beschermend", "Haar broer belt elke week.", "sociaal_netwerk", "De broer zelf")


def deelnemer(partij_id: int, **anders: object) -> Deelnemer:
    """Somebody from this organisation, complete."""
    basis = Deelnemer(
        partij_id=partij_id,
        naam="K. Brouwer",
        functie="wijkagent",
        rol="deelnemer",
        grondslag="wet_pga",
        convenant_getekend="ja",
        geheimhouding="ja",
        vanaf=None,
        tot=None,
    )
    return replace(basis, **anders)  # type: ignore[arg-type]


def interventie(**anders: object) -> Interventie:
    """Voluntary help that has not begun."""
    basis = Interventie(
        soort="vrijwillig",
        omschrijving="Schuldhulp",
        leefgebied="inkomen_schulden",
        doel_id=None,
        partij_id=None,
        eigenaar="Wijkteam West",
        grondslag="wet_pga",
        vrijwillig=True,
        beslisser="",
        start=date(2026, 11, 9),
        einde=None,
        maat="De schulden nemen niet meer toe.",
        stand="nog_niet_begonnen",
        opnieuw_bekijken_op=date(2027, 1, 14),
    )
    return replace(basis, **anders)  # type: ignore[arg-type]


def neem_over(store: Store, ids: dict[str, int], **anders: object) -> int:
    """A casus taken over; its id."""
    overname = replace(OVERNAME, **anders)  # type: ignore[arg-type]
    return take_over(store, PERSOON, overname, gemeente_id=ids["gemeente_id"], bijlagen=(), vandaag=VANDAAG)


def met_deelnemer(store: Store, ids: dict[str, int], **anders: object) -> int:
    """A casus taken over, with one participant."""
    casus_id = neem_over(store, ids, **anders)
    record_deelnemer(store, casus_id, deelnemer(ids["politie"]), op=VANDAAG)
    return casus_id


def afwijkingen(r: Lezer, dossier_id: int) -> tuple[Afwijking, ...]:
    """What was deviated from in this dossier."""
    rijen = r.rows("SELECT * FROM afwijking WHERE dossier_id = ?", dossier_id)
    return tuple(
        Afwijking(a["regel"], a["reden"], a["toelichting"], a["door"], date.fromisoformat(a["op"]))
        for a in rijen
    )


def acts(store: Store) -> list[str]:
    """The codes in the log, in order."""
    with store.reader() as r:
        return [rij["code"] for rij in r.rows("SELECT code FROM handeling ORDER BY n")]


def refused(store: Store, doe: Callable[[], object], woorden: str) -> None:
    """The act says why not, and leaves no line in the log."""
    was = acts(store)
    with pytest.raises(Storing) as storing:
        doe()
    assert woorden in f"{storing.value.melding} {storing.value.raad}"
    assert acts(store) == was


def status(store: Store, casus_id: int) -> str:
    """Where the casus stands."""
    with store.reader() as r:
        nu = casus(r, casus_id)
    assert nu is not None
    return nu.status


def plan_vast(store: Store, casus_id: int) -> int:
    """A plan that holds, with one goal, one factor and one intervention."""
    plan_id = plannen.begin_plan(store, casus_id)
    plannen.record_regel(store, plan_id, BESCHERMEND)
    doel_id = plannen.record_regel(store, plan_id, DOEL)
    plannen.record_regel(store, plan_id, interventie(doel_id=doel_id))
    plannen.record_plan(store, plan_id, KOP)
    plannen.vaststellen(store, plan_id, op=VANDAAG)
    return plan_id


def beantwoord(store: Store, herbeoordeling_id: int, kader: Kader, *, behalve: str = "") -> None:
    """Every criterium of a review answered anew, or all but one."""
    with store.reader() as r:
        kaarten = vergelijk(r, herbeoordeling_id, kader)
    for kaart in (k for k in kaarten if k.criterium != behalve):
        oordeel = Heroordeel(
            kaart.criterium, "spreekt_voor", f"Nu, bij {kaart.naam}.", "Er kwam een brief bij."
        )
        herzien.record_criterium(store, herbeoordeling_id, oordeel)


def herbeoordeel(store: Store, casus_id: int, kader: Kader, uitkomst: str, *, op: date = VANDAAG) -> int:
    """A review that is vastgesteld, with this outcome."""
    herbeoordeling_id = herzien.begin(store, casus_id, op=op)
    beantwoord(store, herbeoordeling_id, kader)
    verder = None if uitkomst == "afsluiten" else op + timedelta(days=90)
    slot = Uitkomst(
        uitkomst, "De dreiging is er nog.", "Gewone hulp is geprobeerd.", "In verhouding.", verder
    )
    herzien.record_uitkomst(store, herbeoordeling_id, slot)
    herzien.vaststellen(store, herbeoordeling_id, kader, op)
    return herbeoordeling_id
