# SPDX-License-Identifier: EUPL-1.2
"""The printed dossier as data: the casuskaart and the chosen parts. Codes become words here."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from gemeente_pga.domain import bewaartermijn, stappen, stukken
from gemeente_pga.domain.casus import Casus
from gemeente_pga.domain.document import SOORTNAMEN, TeBevriezen
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.persoon import adresregel, volledige_naam
from gemeente_pga.domain.plan import Plan, loopt
from gemeente_pga.domain.tijdlijn import Tijdlijnpunt
from gemeente_pga.domain.zienswijze import WIJZEN
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries import casus as casussen
from gemeente_pga.store.queries import overleg as overleggen
from gemeente_pga.store.queries.dossierdelen import (
    dossierbijlagen,
    dossierconsultaties,
    dossiersignalen,
    planstuk,
)
from gemeente_pga.store.queries.informeren import zienswijzen
from gemeente_pga.store.queries.kop import kop
from gemeente_pga.store.queries.persoon import betrokkene
from gemeente_pga.store.queries.plan import plan_van_casus, vastgesteld_plan
from gemeente_pga.store.queries.tijdlijn import tijdlijn
from gemeente_pga.store.queries.verslag import actiestuk, verslag_gegevens
from gemeente_pga.store.queries.verstrekking import verstrekkingen
from gemeente_pga.store.queries.weegverslag import kader_vermelding, weegverslag_gegevens

# The parts that may be chosen; field names of stukken.Dossier. Without any, only the casuskaart is made.
DEELNAMEN = (
    "signalen",
    "consultaties",
    "weegverslag",
    "plan",
    "besprekingen",
    "besluiten",
    "acties",
    "tijdlijn",
    "informeren",
    "zienswijzen",
    "bijlagen",
    "verstrekkingen",
    "uitgiften",
)
_WIJZE = {"afdruk": "Afgedrukt", "bestand": "Opgeslagen als bestand"}


def te_bevriezen(
    r: Lezer, dossier_id: int, kader: Kader, delen: Collection[str], vandaag: date
) -> TeBevriezen:
    """The document to freeze: the casuskaart, or the dossier when parts were chosen."""
    stuk: stukken.Casuskaart | stukken.Dossier
    if delen:
        stuk = dossier_gegevens(r, dossier_id, kader, delen, vandaag)
    else:
        stuk = casuskaart_gegevens(r, dossier_id, kader, vandaag)
    return TeBevriezen(
        soort="dossier" if delen else "casuskaart",
        stuk=stuk,
        kenmerk=stuk.kop.kenmerk,
        onderwerp=("dossier", dossier_id),
        dossier_id=dossier_id,
    )


def casuskaart_gegevens(
    r: Lezer, dossier_id: int, kader: Kader, vandaag: date, *, soort: str = "casuskaart"
) -> stukken.Casuskaart:
    """The case on one page. LookupError when there is no such dossier."""
    dossier = r.row("SELECT * FROM dossier WHERE id = ?", dossier_id)
    wie = betrokkene(r, dossier_id)
    if dossier is None or wie is None:
        raise LookupError("no such dossier")
    casus = casussen.casus_van_dossier(r, dossier_id)
    plan = _plan_nu(r, casus)
    return stukken.Casuskaart(
        kop=_kop(r, kader, dossier, casus, soort, vandaag),
        dossiernummer=dossier["nummer"],
        betrokkene=volledige_naam(wie.persoon),
        geboortedatum=wie.persoon.geboortedatum,
        adres=adresregel(wie.persoon),
        ideologie=kader.woord("ideologie", dossier["ideologie"]),
        ideologie_op=lees_dag(dossier["ideologie_op"]),
        kader=kader_vermelding(kader),
        doelen=tuple(d.inhoud.tekst for d in plan.doelen) if plan else (),
        risico=_factorteksten(plan, "risico"),
        beschermend=_factorteksten(plan, "beschermend"),
        **_casusdeel(r, casus, kader, vandaag),
    )


def dossier_gegevens(
    r: Lezer, dossier_id: int, kader: Kader, delen: Collection[str], vandaag: date
) -> stukken.Dossier:
    """The casuskaart and these parts (names of DEELNAMEN)."""
    kaart = casuskaart_gegevens(r, dossier_id, kader, vandaag, soort="dossier")
    casus = casussen.casus_van_dossier(r, dossier_id)
    maak: dict[str, Callable[[], object]] = {
        "signalen": lambda: dossiersignalen(r, dossier_id, kader),
        "consultaties": lambda: dossierconsultaties(r, dossier_id),
        "weegverslag": lambda: _weegverslag(r, dossier_id, kader),
        "plan": lambda: planstuk(_plan_nu(r, casus), kader) if casus else None,
        "besprekingen": lambda: besprekingen(r, casus, kader),
        "besluiten": lambda: _besluiten(r, dossier_id, kader),
        "acties": lambda: kaart.open_acties,
        "tijdlijn": lambda: tijdlijnstuk(tijdlijn(r, dossier_id, kader)),
        "informeren": lambda: (kaart.informeren,) if kaart.informeren.besluit else (),
        "zienswijzen": lambda: _zienswijzen(r, dossier_id),
        "bijlagen": lambda: dossierbijlagen(r, dossier_id, kader),
        "verstrekkingen": lambda: _verstrekkingen(r, dossier_id, kader),
        "uitgiften": lambda: _uitgiften(r, dossier_id),
    }
    gekozen: dict[str, Any] = {naam: maak[naam]() for naam in DEELNAMEN if naam in delen}
    # Papers go round the table, so what may not be passed on is never in them.
    return stukken.Dossier(kop=kaart.kop, kaart=kaart, intern=False, **gekozen)


def planblad(r: Lezer, dossier_id: int, kader: Kader, vandaag: date) -> TeBevriezen:
    """The plan as a paper of its own, for the coordinator and the chair. LookupError when there is none."""
    geheel = dossier_gegevens(r, dossier_id, kader, ["plan"], vandaag)
    if geheel.plan is None:
        raise LookupError("no plan")
    blad = stukken.Planblad(
        kop=replace(geheel.kop, documentsoort=SOORTNAMEN["plan"]),
        plan=geheel.plan,
        betrokkene=geheel.kaart.betrokkene,
    )
    return TeBevriezen("plan", blad, blad.kop.kenmerk, ("dossier", dossier_id), dossier_id)


def _zienswijzen(r: Lezer, dossier_id: int) -> tuple[stukken.Zienswijze, ...]:
    return tuple(
        stukken.Zienswijze(
            ontvangen_op=regel.inhoud.ontvangen_op,
            wie=regel.inhoud.gegeven_door or regel.persoon,
            hoe=dict(WIJZEN)[regel.inhoud.wijze],
            tekst=regel.inhoud.tekst,
            reactie=regel.inhoud.reactie,
            besproken_op=regel.inhoud.besproken_op,
        )
        for regel in zienswijzen(r, dossier_id)
    )


def _kop(
    r: Lezer, kader: Kader, dossier: Mapping[str, Any], casus: Casus | None, soort: str, vandaag: date
) -> stukken.Kop:
    eerdere = r.value(
        "SELECT count(*) FROM document WHERE dossier_id = ? AND onderwerp_soort = 'dossier'", dossier["id"]
    )
    return kop(
        r,
        kader,
        SOORTNAMEN[soort],
        kenmerk=f"{dossier['nummer']}-D{eerdere + 1}",
        datum=vandaag,
        nummers=(casus.nummer if casus else dossier["nummer"],),
        nummersoort="Casus" if casus else "Dossier",
        staat=stukken.Staat.VASTGESTELD,
        dossier_id=dossier["id"],
    )


def _casusdeel(r: Lezer, casus: Casus | None, kader: Kader, vandaag: date) -> dict[str, Any]:
    """What the casuskaart holds only when there is a casus."""
    if casus is None:
        return {}
    weging = r.row("SELECT datum, besluit_reden FROM weging WHERE id = ?", casus.weging_id) or {}
    data = [
        date.fromisoformat(rij["datum"])
        for rij in r.rows(
            "SELECT o.datum FROM overleg o JOIN bespreking b ON b.overleg_id = o.id "
            "WHERE b.casus_id = ? ORDER BY o.datum",
            casus.id,
        )
    ]
    return {
        "status": stappen.label("casus", casus.status),
        "geopend_op": casus.geopend_op,
        "opgenomen_op": lees_dag(weging.get("datum")),
        "opgenomen_reden": weging.get("besluit_reden", ""),
        "casusregisseur": casus.casusregisseur,
        "deelnemers": tuple(_deelnemer(d, kader) for d in casussen.casusdeelnemers(r, casus.id)),
        "open_acties": _open_acties(r, casus.id, kader),
        "informeren": stukken.Informeren(
            besluit=kader.woord("informeren", casus.informeren),
            grondslag=kader.woord("reden_uitstel_informeren", casus.informeren_grondslag),
            reden=casus.informeren_reden,
            door=casus.informeren_door,
            opnieuw_op=casus.informeren_opnieuw_op,
            uitgevoerd_op=casus.geinformeerd_op,
            hoe=kader.woord("geinformeerd_hoe", casus.geinformeerd_hoe),
        ),
        "laatste_overleg": max((d for d in data if d <= vandaag), default=None),
        "volgend_overleg": min((d for d in data if d > vandaag), default=None),
        "volgende_herbeoordeling": casus.volgende_herbeoordeling,
        "gesloten_op": casus.gesloten_op,
        "sluitreden": kader.woord("sluitreden_casus", casus.sluitreden),
        "resultaat": casus.resultaat,
        "bewaartermijn": bewaarzin(casus, kader),
    }


def bewaarzin(casus: Casus, kader: Kader) -> str:
    """What is known of the end of the retention term of a closed casus; "" while it runs."""
    if casus.gesloten_op is None:
        return ""
    feiten = bewaartermijn.Bewaarfeiten(sluiting_casus=casus.gesloten_op)
    return bewaartermijn.describe_uitkomst(
        bewaartermijn.compute_vernietiging("casus_gesloten", feiten, kader)
    )


def _deelnemer(wie: casussen.Casusdeelnemer, kader: Kader) -> stukken.Deelnemer:
    i = wie.inhoud
    return stukken.Deelnemer(
        partij=wie.partij,
        naam=i.naam,
        functie=i.functie,
        rol=kader.rol(i.rol).naam if i.rol else "",
        grondslag=kader.grondslag(i.grondslag).naam if i.grondslag else "",
        vanaf=i.vanaf,
        tot=i.tot,
    )


def _open_acties(r: Lezer, casus_id: int, kader: Kader) -> tuple[stukken.Actie, ...]:
    return tuple(actiestuk(a, kader) for a in overleggen.open_acties(r, casus_id))


def _plan_nu(r: Lezer, casus: Casus | None) -> Plan | None:
    """The plan that holds; while there is none, the concept."""
    return (vastgesteld_plan(r, casus.id) or plan_van_casus(r, casus.id)) if casus else None


def _factorteksten(plan: Plan | None, soort: str) -> tuple[str, ...]:
    return tuple(f.inhoud.tekst for f in plan.factoren if f.inhoud.soort == soort) if plan else ()


def laatste_weging(r: Lezer, dossier_id: int) -> int | None:
    """The newest weging with a decision."""
    weging_id: int | None = r.value(
        "SELECT id FROM weging WHERE dossier_id = ? AND status = 'vastgesteld' ORDER BY datum DESC LIMIT 1",
        dossier_id,
    )
    return weging_id


def _weegverslag(r: Lezer, dossier_id: int, kader: Kader) -> stukken.Weegverslag | None:
    weging_id = laatste_weging(r, dossier_id)
    return weegverslag_gegevens(r, weging_id, kader) if weging_id else None


def besprekingen(
    r: Lezer, casus: Casus | None, kader: Kader, *, partij: str = ""
) -> tuple[stukken.Bespreking, ...]:
    """The casus in each meeting, with what all at that table may have; partij: with what this partner may."""
    if casus is None:
        return ()
    uit = []
    for hoofd in overleggen.overleggen_van_casus(r, casus.id):
        if hoofd.status == "voorbereiding":
            continue
        (deel,) = stukken.extract(verslag_gegevens(r, hoofd.id, kader), casus.nummer, partij=partij).casussen
        staat = "Verslag vastgesteld" if hoofd.status == "vastgesteld" else "Verslag nog niet vastgesteld"
        uit.append(
            stukken.Bespreking(datum=hoofd.inhoud.datum, overleg=hoofd.nummer, deel=deel, verslag=staat)
        )
    return tuple(sorted(uit, key=lambda b: b.datum))


def _besluiten(r: Lezer, dossier_id: int, kader: Kader) -> tuple[stukken.Dossierbesluit, ...]:
    weging = [
        stukken.Dossierbesluit(
            datum=date.fromisoformat(rij["datum"]),
            door="Weegploeg",
            tekst=f"{kader.woord('weegbesluit', rij['besluit'])}. {rij['besluit_reden']}".strip(),
        )
        for rij in r.rows(
            "SELECT datum, besluit, besluit_reden FROM weging "
            "WHERE dossier_id = ? AND status = 'vastgesteld'",
            dossier_id,
        )
    ]
    overleg = [
        stukken.Dossierbesluit(
            datum=date.fromisoformat(rij["datum"]),
            door=f"Casusoverleg {rij['nummer']}",
            tekst=rij["tekst"],
            nummer=rij["volgnummer"],
        )
        for rij in r.rows(
            "SELECT o.datum, o.nummer, x.tekst, x.volgnummer FROM besluit x "
            "JOIN bespreking b ON b.id = x.bespreking_id JOIN overleg o ON o.id = b.overleg_id "
            "WHERE x.dossier_id = ?",
            dossier_id,
        )
    ]
    return tuple(sorted([*weging, *overleg], key=lambda b: (b.datum, b.nummer)))


def tijdlijnstuk(punten: Iterable[Tijdlijnpunt]) -> tuple[stukken.Gebeurtenis, ...]:
    """The timeline as a document shows it."""
    return tuple(
        stukken.Gebeurtenis(
            gebeurd_op=p.gebeurd_op if p.gedateerd else None,
            vastgelegd_op=p.bekend_op,
            wat=p.wat,
            bron=p.bron,
        )
        for p in punten
        if p.op_papier
    )


def _verstrekkingen(r: Lezer, dossier_id: int, kader: Kader) -> tuple[stukken.Verstrekking, ...]:
    return tuple(
        stukken.Verstrekking(
            datum=regel.inhoud.op,
            aan=regel.inhoud.ontvanger,
            wat=regel.inhoud.wat,
            grondslag=kader.grondslag(regel.inhoud.grondslag_gever).naam,
        )
        for regel in reversed(verstrekkingen(r, dossier_id))
    )


def _voor_wie(bestemd_voor: str, houders: str) -> str:
    """What it was for, and who holds the copies; once, when the two are the same words."""
    return bestemd_voor if houders in {"", bestemd_voor} else f"{bestemd_voor}: {houders}"


def _uitgiften(r: Lezer, dossier_id: int) -> tuple[stukken.Uitgifte, ...]:
    rijen = r.rows(
        "SELECT u.op, u.wijze, u.exemplaren, u.bestemd_voor, coalesce(d.titel, 'Bijlage') AS titel, "
        "coalesce(d.kenmerk, (SELECT b.naam FROM bijlage b WHERE b.id = u.bijlage_id)) AS kenmerk, "
        "(SELECT group_concat(e.houder, '; ') FROM (SELECT houder FROM exemplaar WHERE uitgifte_id = u.id "
        "ORDER BY nummer) e) AS houders FROM uitgifte u "
        "LEFT JOIN document d ON d.id = u.document_id WHERE u.dossier_id = ? ORDER BY u.op",
        dossier_id,
    )
    return tuple(
        stukken.Uitgifte(
            datum=date.fromisoformat(u["op"][:10]),
            stuk=f"{u['titel']} {u['kenmerk']}",
            wijze=_WIJZE[u["wijze"]],
            exemplaren=u["exemplaren"],
            bestemd_voor=_voor_wie(u["bestemd_voor"], u["houders"] or ""),
        )
        for u in rijen
    )


def lopende_interventies(r: Lezer, casus_id: int) -> int:
    """Interventions of the plan that holds which have begun and not ended."""
    plan = vastgesteld_plan(r, casus_id)
    return sum(loopt(i.inhoud) and i.inhoud.stand == "loopt" for i in plan.interventies) if plan else 0
