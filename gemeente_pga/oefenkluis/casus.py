# SPDX-License-Identifier: EUPL-1.2
"""The last part of a story: the casus, its first meeting, its plan, and a casus taken over from paper."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from gemeente_pga.domain import casus as casusdomein
from gemeente_pga.domain import overleg as overlegdomein
from gemeente_pga.domain.plan import Doel, Factor, Interventie, Plankop
from gemeente_pga.handelingen import casus, herbeoordeling, overleg, plan, verslag
from gemeente_pga.handelingen.document import freeze
from gemeente_pga.handelingen.dossier import set_ideologie
from gemeente_pga.oefenkluis.bouw import COORDINATOR, Bouw, Verhaal, werkdag
from gemeente_pga.store.queries.overleg import agenda, deelnemers, open_acties, voorstel_deelnemers

STANDEN = ("voorbereiding", "uitvoering", "herbeoordeling", "gesloten")
_TAFEL = ("gemeente", "om", "politie", "zvh")
_ROLLEN = {"gemeente": "casusregisseur", "zvh": "voorzitter"}


def work(bouw: Bouw, verhaal: Verhaal, weging_id: int) -> int:
    """Open the casus and bring it as far as the story goes."""
    casus_id = casus.open_casus(bouw.store, weging_id, op=bouw.dag(verhaal, 8))
    _join(bouw, verhaal, casus_id)
    regie = casusdomein.Regiewijziging(casusdomein.Regie(COORDINATOR, _review(bouw, verhaal)))
    casus.record_regie(bouw.store, casus_id, regie, op=bouw.dag(verhaal, 9))
    if verhaal["tot"] == "voorbereiding":
        return casus_id
    _meet(bouw, verhaal, casus_id)
    _plan(bouw, verhaal, casus_id)
    casus.move(bouw.store, casus_id, "in_uitvoering", op=bouw.dag(verhaal, 36))
    if verhaal["tot"] == "herbeoordeling":
        herbeoordeling.begin(bouw.store, casus_id, op=bouw.vandaag)
    if verhaal["tot"] == "gesloten":
        _close(bouw, verhaal, casus_id)
    return casus_id


def take_over(bouw: Bouw, verhaal: Verhaal) -> int:
    """A casus that began on paper and is nearly finished."""
    overname = casusdomein.Overname(
        ontvangen_op=bouw.dag(verhaal),
        bron_soort=verhaal["bron_soort"],
        bron_organisatie=verhaal["bron_organisatie"],
        zelf_waargenomen=verhaal["zelf_waargenomen"],
        weging_op=bouw.dag(verhaal, 10),
        besluit_reden=verhaal["besluit_reden"],
        samenhang="",
        geopend_op=bouw.dag(verhaal, 10),
        casusregisseur=COORDINATOR,
        volgende_herbeoordeling=bouw.over(-3),
        informeren="ja",
        informeren_reden="Betrokkene kreeg een brief en een gesprek.",
        informeren_opnieuw_op=None,
        geinformeerd_op=bouw.dag(verhaal, 30),
        geinformeerd_hoe="brief_en_gesprek",
        stand="in_uitvoering",
    )
    casus_id = casus.take_over(
        bouw.store,
        bouw.persoon(verhaal),
        overname,
        gemeente_id=bouw.gemeente_id,
        bijlagen=(),
        vandaag=bouw.vandaag,
    )
    with bouw.store.reader() as r:
        dossier_id = int(r.value("SELECT dossier_id FROM casus WHERE id = ?", casus_id))
    set_ideologie(bouw.store, dossier_id, verhaal["ideologie"], bouw.dag(verhaal, 10))
    _join(bouw, verhaal, casus_id)
    _plan(bouw, verhaal, casus_id)
    return casus_id


def plan_meeting(bouw: Bouw, casus_ids: Sequence[int]) -> None:
    """The next meeting, with its agenda: two casussen, each with the people who belong there."""
    dag = bouw.over(6)
    with bouw.store.reader() as r:
        gasten = voorstel_deelnemers(r, casus_ids, dag)
    hoofd = _head(dag, None, _place(bouw))
    overleg_id = overleg.prepare_overleg(bouw.store, hoofd, casus_ids=casus_ids, deelnemers=gasten)
    with bouw.store.reader() as r:
        stuk = verslag.agenda_stuk(r, overleg_id, bouw.kader)
    freeze(bouw.store, stuk, op=bouw.vandaag)


def _join(bouw: Bouw, verhaal: Verhaal, casus_id: int) -> None:
    dag = bouw.dag(verhaal, 9)
    for soort in (*_TAFEL, *verhaal.get("ook_aan_tafel", ())):
        mens = bouw.mensen[soort]
        nieuw = casusdomein.Deelnemer(
            partij_id=bouw.partijen[soort],
            naam=mens["contactpersoon"],
            functie=mens["functie"],
            rol=_ROLLEN.get(soort, "deelnemer"),
            grondslag="wet_pga",
            convenant_getekend="ja",
            geheimhouding="ja",
            vanaf=dag,
            tot=None,
        )
        casus.record_deelnemer(bouw.store, casus_id, nieuw, op=dag)


def _review(bouw: Bouw, verhaal: Verhaal) -> date:
    """The next review: soon, or long ago for what is closed."""
    return bouw.dag(verhaal, 200) if verhaal["tot"] == "gesloten" else bouw.over(20)


def _close(bouw: Bouw, verhaal: Verhaal, casus_id: int) -> None:
    dag = bouw.dag(verhaal, 210)
    with bouw.store.reader() as r:
        nog_open = open_acties(r, casus_id)
    for regel in nog_open:
        gedaan = overlegdomein.Voortgang("gedaan", "", dag)
        overleg.record_voortgang(bouw.store, regel.id, gedaan)
    sluiting = casusdomein.Sluiting(
        gesloten_op=dag,
        sluitreden="criteria_niet_meer",
        sluit_toelichting=verhaal["sluiting_toelichting"],
        resultaat=verhaal["resultaat"],
        partners_bewaren=verhaal["partners_bewaren"],
    )
    casus.close_casus(bouw.store, casus_id, sluiting)


# ---- the meeting


def _head(dag: date, volgend: date | None, plaats: str) -> overlegdomein.Overleg:
    gehouden = volgend is not None
    return overlegdomein.Overleg(
        datum=dag,
        begin="13:30",
        einde="14:20" if gehouden else "",
        plaats=plaats,
        voorzitter="T. de Graaf",
        verslaglegger=COORDINATOR,
        verslag_door="gemeente",
        kenmerk_zvh="",
        vorig_verslag="geen",
        geheimhouding_besproken=gehouden,
        exemplaren_uitgedeeld=4 if gehouden else None,
        exemplaren_terug=4 if gehouden else None,
        exemplaren_toelichting="",
        volgend_overleg=volgend,
        volgend_overleg_tijd="13:30" if gehouden else "",
        volgend_overleg_plaats="",
    )


def _place(bouw: Bouw) -> str:
    return f"{bouw.mensen['zvh']['naam']}, zaal Reiger"


def _next(bouw: Bouw, verhaal: Verhaal) -> date:
    return bouw.dag(verhaal, 64) if verhaal["tot"] == "gesloten" else bouw.over(6)


def _meet(bouw: Bouw, verhaal: Verhaal, casus_id: int) -> None:
    dag = bouw.dag(verhaal, 22)
    gasten = {
        overlegdomein.Deelnemer(
            partij_id=bouw.partijen[soort],
            naam=bouw.mensen[soort]["contactpersoon"],
            functie=bouw.mensen[soort]["functie"],
            rol="voorzitter" if soort == "zvh" else "deelnemer",
            aanwezig="aanwezig",
            geheimhouding=True,
            toelichting="",
        ): (casus_id,)
        for soort in _TAFEL
    }
    hoofd = _head(dag, _next(bouw, verhaal), _place(bouw))
    overleg_id = overleg.prepare_overleg(bouw.store, hoofd, casus_ids=(casus_id,), deelnemers=gasten)
    overleg.begin_overleg(bouw.store, overleg_id)
    with bouw.store.reader() as r:
        punt = agenda(r, overleg_id)[0]
        tafel = deelnemers(r, overleg_id)
    _discuss(bouw, verhaal, punt.id)
    overleg.put_ter_reactie(bouw.store, overleg_id, op=dag, reageren_voor=dag + timedelta(days=7))
    for gast in tafel:
        reactie = overlegdomein.Reactie("akkoord", "", werkdag(dag + timedelta(days=5)), "e-mail")
        overleg.record_reactie(bouw.store, overleg_id, gast.id, reactie)
    op = werkdag(dag + timedelta(days=8))
    verslag.vaststellen(bouw.store, overleg_id, bouw.kader, op=op, wijze="schriftelijk")


def _discuss(bouw: Bouw, verhaal: Verhaal, bespreking_id: int) -> None:
    later = verhaal["informeren"] != "ja"
    bespreking = overlegdomein.Bespreking(
        doel="Plan van aanpak bespreken en vaststellen",
        overwegingen=verhaal["overwegingen"],
        informeren=verhaal["informeren"],
        informeren_reden=verhaal["informeren_reden"],
        informeren_grondslag="doel_geschaad" if later else "",
        informeren_opnieuw_op=bouw.over(-2) if later else None,
        volgende_herbeoordeling=_review(bouw, verhaal),
        minderheidsstandpunt_van=verhaal.get("anders_van", ""),
        minderheidsstandpunt=verhaal.get("anders", ""),
    )
    overleg.record_bespreking(bouw.store, bespreking_id, bespreking)
    for tekst in verhaal["besluiten"]:
        overleg.record_besluit(bouw.store, bespreking_id, overlegdomein.Besluit(tekst, False))
    for wat, wie, dagen in verhaal["acties"]:
        actie = overlegdomein.Actie(wat, wie, None, bouw.over(dagen), "", "", "mondeling")
        overleg.record_actie(bouw.store, bespreking_id, actie)


# ---- the plan


def _plan(bouw: Bouw, verhaal: Verhaal, casus_id: int) -> None:
    plan_id = plan.begin_plan(bouw.store, casus_id)
    leg: Callable[..., int] = plan.record_regel
    doelen = [leg(bouw.store, plan_id, Doel(tekst, gebied)) for gebied, tekst in verhaal["doelen"]]
    for soort in ("risico", "beschermend"):
        for tekst in verhaal[soort]:
            leg(bouw.store, plan_id, Factor(soort, tekst, "", "casusoverleg"))
    for nummer, (soort, wat, wie, maat) in enumerate(verhaal["interventies"]):
        interventie = Interventie(
            soort=soort, omschrijving=wat, leefgebied="", doel_id=doelen[nummer % len(doelen)],
            partij_id=None, eigenaar=wie, grondslag="wet_pga", vrijwillig=True, beslisser="",
            start=bouw.dag(verhaal, 30), einde=None, maat=maat, stand="loopt",
            opnieuw_bekijken_op=_review(bouw, verhaal),
        )  # fmt: skip
        leg(bouw.store, plan_id, interventie)
    kop = Plankop(
        bij_verergering="Direct overleg tussen gemeente, politie en OM.",
        bij_verbetering="Minder vaak bespreken, daarna afsluiten met nazorg.",
        herbeoordeling_op=_review(bouw, verhaal),
    )
    plan.record_plan(bouw.store, plan_id, kop)
    plan.vaststellen(bouw.store, plan_id, op=bouw.dag(verhaal, 35))
