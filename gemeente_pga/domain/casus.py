# SPDX-License-Identifier: EUPL-1.2
"""The casus: who takes part, when it is looked at again, why it ends.

A casus exists only by a decision 'opnemen', or because a running one was taken over from paper.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from gemeente_pga.domain.afwijking import HERBEOORDELING_OVERGESLAGEN, Afwijking, read_afwijking
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.informeren import check_geinformeerd, check_uitstel
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.staten import CasusStaat
from gemeente_pga.domain.tafelmoment import Tafelmoment, belet_oordeel
from gemeente_pga.domain.tekst import Invoer, datum_kort, datum_lang, telwoord


@dataclass(frozen=True, slots=True)
class Casus:
    """A casus as recorded, with the words a header needs."""

    id: int
    dossier_id: int
    nummer: str
    status: str
    overgenomen: bool
    weging_id: int
    casusregisseur: str
    geopend_op: date
    volgende_herbeoordeling: date | None
    informeren: str
    informeren_grondslag: str
    informeren_reden: str
    informeren_door: str
    informeren_opnieuw_op: date | None
    geinformeerd_op: date | None
    geinformeerd_hoe: str
    gesloten_op: date | None
    sluitreden: str
    sluit_toelichting: str
    resultaat: str
    partners_bewaren: str = ""


@dataclass(frozen=True, slots=True)
class Regie:
    """Who keeps the plan going and when it is looked at again. Field names equal columns of table casus."""

    casusregisseur: str
    volgende_herbeoordeling: date | None


@dataclass(frozen=True, slots=True)
class Regiewijziging:
    """A change of regie, with the deviation when it puts off a review that is overdue."""

    regie: Regie
    afwijking: Afwijking | None = None


@dataclass(frozen=True, slots=True)
class Deelnemer:
    """A participant of the casus. Field names equal the columns of table casusdeelnemer."""

    partij_id: int
    naam: str
    functie: str
    rol: str
    grondslag: str
    convenant_getekend: str
    geheimhouding: str
    vanaf: date | None
    tot: date | None


@dataclass(frozen=True, slots=True)
class Sluiting:
    """Why and from when the casus is closed. Field names equal columns of table casus."""

    gesloten_op: date
    sluitreden: str
    sluit_toelichting: str
    resultaat: str
    partners_bewaren: str = ""


@dataclass(frozen=True, slots=True)
class Overname:
    """A running casus on paper: its signal, weging and decision with their own dates."""

    ontvangen_op: date
    bron_soort: str
    bron_organisatie: str
    zelf_waargenomen: str
    weging_op: date
    besluit_reden: str
    samenhang: str
    geopend_op: date
    casusregisseur: str
    volgende_herbeoordeling: date | None
    informeren: str
    informeren_reden: str
    informeren_opnieuw_op: date | None
    geinformeerd_op: date | None
    informeren_grondslag: str = ""
    geinformeerd_hoe: str = ""
    stand: str = "voorbereiding"


@dataclass(frozen=True, slots=True)
class Casusstap:
    """A step that the casus takes by decision of the table: where to, why, and when it is looked at again."""

    naar: str
    reden: str
    volgende_herbeoordeling: date | None
    afwijking: Afwijking | None = None


@dataclass(frozen=True, slots=True)
class Ideologie:
    """What the table sees, on the day it said so. Field names equal columns of table dossier."""

    ideologie: str
    ideologie_op: date | None


# How far a casus may be when it is taken over from paper.
STANDEN_BIJ_OVERNAME = (
    CasusStaat.VOORBEREIDING,
    CasusStaat.CASUSOVERLEG_LOOPT,
    CasusStaat.PLAN_VASTGESTELD,
    CasusStaat.IN_UITVOERING,
)
# Steps that follow from another act (a meeting, a plan, a review, op- of afschalen) are not chosen by hand.
_MET_HERBEOORDELING = frozenset(
    {CasusStaat.IN_UITVOERING, CasusStaat.HERBEOORDELING, CasusStaat.OP_OF_AFGESCHAALD}
)
_KEUZES = {
    CasusStaat.IN_UITVOERING: (CasusStaat.CASUSOVERLEG_LOOPT,),
    CasusStaat.HERBEOORDELING: (CasusStaat.IN_UITVOERING, CasusStaat.CASUSOVERLEG_LOOPT),
    CasusStaat.OP_OF_AFGESCHAALD: (CasusStaat.IN_UITVOERING,),
    CasusStaat.PLAN_VASTGESTELD: (CasusStaat.IN_UITVOERING,),
}


def stapkeuzes(van: str) -> tuple[str, ...]:
    """The steps that may be chosen by hand from this state; closing has an act of its own."""
    return tuple(_KEUZES.get(CasusStaat(van), ()))


def eerste_herbeoordeling(kader: Kader, geopend_op: date, vorige: date | None) -> date | None:
    """A day to propose for the next review, from the terms of the kader; None where it names no term."""
    periode = kader.streeftermijn("herbeoordeling_volgende" if vorige else "herbeoordeling_eerste").periode
    return periode.after(vorige or geopend_op) if periode else None


@dataclass(frozen=True, slots=True)
class OpenOverleg:
    """A meeting with this casus on its agenda whose verslag is not vastgesteld. gehouden: it has begun."""

    nummer: str
    datum: date
    gehouden: bool


def sluit_waarschuwingen(
    open_acties: int,
    lopende_interventies: int,
    overleggen: Sequence[OpenOverleg] = (),
    *,
    herbeoordeling_open: bool = False,
) -> tuple[str, ...]:
    """What is still going on when a casus is closed, in words. It stops nobody."""
    zinnen = [_overlegzin(overleg) for overleg in overleggen]
    if herbeoordeling_open:
        zinnen.append(
            "De herbeoordeling is begonnen en niet vastgesteld. Na het afsluiten kan dat niet meer."
        )
    if open_acties:
        zinnen.append(
            "Er staat nog één actie open."
            if open_acties == 1
            else f"Er staan nog {telwoord(open_acties)} acties open."
        )
    if lopende_interventies:
        zinnen.append(
            "Eén interventie loopt nog."
            if lopende_interventies == 1
            else f"{telwoord(lopende_interventies).capitalize()} interventies lopen nog."
        )
    return tuple(zinnen)


def _overlegzin(overleg: OpenOverleg) -> str:
    welk = f"overleg {overleg.nummer} van {datum_lang(overleg.datum)}"
    if overleg.gehouden:
        return (
            f"Het verslag van {welk} is nog niet vastgesteld. U kunt het na het afsluiten nog afmaken. "
            "Wat u er dan over informeren of herbeoordeling opschrijft, verandert de casus niet meer."
        )
    return f"De casus staat nog op de agenda van {welk}. Haal hem daar van de agenda als hij niet terugkomt."


def beoordeel_stap(
    invoer: Mapping[str, object],
    kader: Kader,
    vandaag: date,
    *,
    van: str,
    herbeoordeling_op: date | None = None,
) -> Casusstap | list[Gebrek]:
    """Check a step: after a review it says why the approach is still needed, and until when.

    herbeoordeling_op: the day of the review; a step that passes over it needs the reason of a deviation.
    """
    lees = Invoer(invoer, vandaag)
    naar = lees.code("naar", "Volgende stap", stapkeuzes(van), verplicht=True)
    reden = lees.tekst("reden", "Reden")
    verder = lees.datum("volgende_herbeoordeling", "Volgende herbeoordeling", toekomst=True)
    check_herbeoordeling(lees, kader, verder, vandaag)
    na_herbeoordeling = van == CasusStaat.HERBEOORDELING and naar in stapkeuzes(van)
    if na_herbeoordeling and not reden:
        lees.gebrek("reden", "Schrijf op waarom de aanpak nog nodig is.")
    if na_herbeoordeling and verder is None:
        lees.gebrek("volgende_herbeoordeling", "Kies wanneer u de casus opnieuw bekijkt.")
    afwijking = None
    if needs_afwijking(van, naar, herbeoordeling_op, vandaag):
        afwijking = read_afwijking(lees, kader, HERBEOORDELING_OVERGESLAGEN, vandaag)
    return lees.gebreken or Casusstap(naar, reden, verder, afwijking)


def needs_afwijking(van: str, naar: str, herbeoordeling_op: date | None, vandaag: date) -> bool:
    """Does this step pass over a review that is overdue?"""
    overslaan = (van, naar) == (CasusStaat.IN_UITVOERING, CasusStaat.CASUSOVERLEG_LOOPT)
    return overslaan and herbeoordeling_op is not None and herbeoordeling_op < vandaag


def beoordeel_ideologie(
    invoer: Mapping[str, object], kader: Kader, vandaag: date, *, momenten: Sequence[Tafelmoment]
) -> Ideologie | list[Gebrek]:
    """Check the ideology: only what a table judged, never without the day on which it did."""
    lees = Invoer(invoer, vandaag)
    ideologie = Ideologie(
        ideologie=lees.code("ideologie", "Ideologie", kader.codes("ideologie")),
        ideologie_op=lees.datum("ideologie_op", "Zo beoordeeld op"),
    )
    reden = belet_oordeel(ideologie.ideologie_op, momenten) if ideologie.ideologie else ""
    if reden and not lees.gebreken:
        lees.gebrek("ideologie_op" if momenten else "ideologie", reden)
    return lees.gebreken or ideologie


def check_herbeoordeling(
    lees: Invoer, kader: Kader, dag: date | None, vandaag: date, *, was: date | None = None
) -> None:
    """A next review lies ahead, within the term of the kader; a recorded day may have passed since."""
    if dag is None or dag == was:
        return
    if dag < vandaag:
        zin = "Deze dag is al geweest. Kies wanneer u de casus opnieuw bekijkt."
        lees.gebrek("volgende_herbeoordeling", zin)
    else:
        check_uiterlijk(lees, kader, "volgende_herbeoordeling", dag, vandaag)


def check_uiterlijk(lees: Invoer, kader: Kader, veld: str, dag: date | None, vandaag: date) -> None:
    """No review comes later than the term of the kader, if it has one."""
    periode = kader.streeftermijn("herbeoordeling_uiterlijk").periode
    uiterlijk = periode.after(vandaag) if periode else None
    if dag is not None and uiterlijk is not None and dag > uiterlijk:
        lees.gebrek(veld, f"Dit is te laat. Bekijk de casus uiterlijk op {datum_kort(uiterlijk)} opnieuw.")


def is_overgeslagen(status: str, was: date | None, nieuw: date | None, vandaag: date) -> bool:
    """Would this put off a review that should have been done? Only a casus that is carried out has one."""
    return status in _MET_HERBEOORDELING and was is not None and was < vandaag and nieuw != was


def beoordeel_regie(
    invoer: Mapping[str, object],
    kader: Kader,
    vandaag: date,
    *,
    was: date | None = None,
    status: str = "",
) -> Regiewijziging | list[Gebrek]:
    """Check casusregisseur and next review. was: the day that is recorded now.

    Putting off a review that is overdue needs the reason of a deviation.
    """
    lees = Invoer(invoer, vandaag)
    regie = Regie(
        casusregisseur=lees.regel("casusregisseur", "Casusregisseur"),
        volgende_herbeoordeling=lees.datum(
            "volgende_herbeoordeling", "Volgende herbeoordeling", toekomst=True
        ),
    )
    check_herbeoordeling(lees, kader, regie.volgende_herbeoordeling, vandaag, was=was)
    afwijking = None
    if is_overgeslagen(status, was, regie.volgende_herbeoordeling, vandaag):
        afwijking = read_afwijking(lees, kader, HERBEOORDELING_OVERGESLAGEN, vandaag)
    return lees.gebreken or Regiewijziging(regie, afwijking)


def beoordeel_deelnemer(
    invoer: Mapping[str, object], kader: Kader, vandaag: date
) -> Deelnemer | list[Gebrek]:
    """Check a participant: nobody sits in without a role and a ground."""
    lees = Invoer(invoer, vandaag)
    partij = str(invoer.get("partij_id") or "")
    if not partij:
        lees.gebrek("partij_id", "Kies van welke organisatie deze deelnemer is.")
    gronden = [g.code for g in kader.grondslagen("ontvangen", op=vandaag)]
    deelnemer = Deelnemer(
        partij_id=int(partij or 0),
        naam=lees.regel("naam", "Naam"),
        functie=lees.regel("functie", "Functie"),
        rol=lees.code("rol", "Rol", [r.code for r in kader.rollen], verplicht=True),
        grondslag=lees.code("grondslag", "Grondslag om informatie te krijgen", gronden, verplicht=True),
        convenant_getekend=lees.code(
            "convenant_getekend", "Convenant getekend", kader.codes("ja_nee_onbekend")
        ),
        geheimhouding=lees.code("geheimhouding", "Geheimhouding bevestigd", kader.codes("ja_nee_onbekend")),
        vanaf=lees.datum("vanaf", "Doet mee vanaf", toekomst=True),
        tot=lees.datum("tot", "Doet mee tot", toekomst=True),
    )
    if deelnemer.vanaf and deelnemer.tot and deelnemer.tot < deelnemer.vanaf:
        lees.gebrek("tot", "Het einde ligt vóór het begin. Controleer de datums.")
    return lees.gebreken or deelnemer


def beoordeel_sluiting(
    invoer: Mapping[str, object], kader: Kader, vandaag: date, *, geopend_op: date | None = None
) -> Sluiting | list[Gebrek]:
    """Check the closing: reason, result and the day it takes effect, which may lie ahead, but not far."""
    lees = Invoer(invoer, vandaag)
    redenen = kader.codes("sluitreden_casus")
    sluiting = Sluiting(
        gesloten_op=lees.datum("gesloten_op", "Afgesloten per", verplicht=True, toekomst=True) or vandaag,
        sluitreden=lees.code("sluitreden", "Reden van afsluiten", redenen, verplicht=True),
        sluit_toelichting=lees.tekst("sluit_toelichting", "Toelichting", verplicht=True),
        resultaat=lees.tekst("resultaat", "Resultaat en nazorg", verplicht=True),
        partners_bewaren=lees.tekst("partners_bewaren", "Wat de partners bewaren", verplicht=True),
    )
    if geopend_op and sluiting.gesloten_op < geopend_op:
        zin = f"De casus is geopend op {datum_kort(geopend_op)}. Deze dag ligt daarvóór. Controleer de datum."
        lees.gebrek("gesloten_op", zin)
    if sluiting.gesloten_op > vandaag + relativedelta(years=1):
        lees.gebrek("gesloten_op", "Deze dag ligt meer dan een jaar vooruit. Controleer de datum.")
    return lees.gebreken or sluiting


def beoordeel_overname(invoer: Mapping[str, object], kader: Kader, vandaag: date) -> Overname | list[Gebrek]:
    """Check what is taken over from paper: the dates of then, in their order."""
    lees = Invoer(invoer, vandaag)
    overname = Overname(
        ontvangen_op=lees.datum("ontvangen_op", "Signaal ontvangen op", verplicht=True) or vandaag,
        bron_soort=lees.code(
            "bron_soort", "Van wie kwam het signaal", kader.codes("bron_soort"), verplicht=True
        ),
        bron_organisatie=lees.regel("bron_organisatie", "Organisatie"),
        zelf_waargenomen=lees.tekst("zelf_waargenomen", "Waar het signaal over ging", verplicht=True),
        weging_op=lees.datum("weging_op", "Besluit van de weegploeg op", verplicht=True) or vandaag,
        besluit_reden=lees.tekst("besluit_reden", "Reden van het besluit", verplicht=True),
        samenhang=lees.tekst("samenhang", "Afweging van toen"),
        geopend_op=lees.datum("geopend_op", "Casus geopend op", verplicht=True) or vandaag,
        casusregisseur=lees.regel("casusregisseur", "Casusregisseur"),
        volgende_herbeoordeling=lees.datum(
            "volgende_herbeoordeling", "Volgende herbeoordeling", toekomst=True
        ),
        informeren=lees.code(
            "informeren", "Betrokkene informeren", kader.codes("informeren"), verplicht=True
        ),
        informeren_reden=lees.tekst("informeren_reden", "Reden"),
        informeren_opnieuw_op=lees.datum("informeren_opnieuw_op", "Opnieuw bekijken op", toekomst=True),
        geinformeerd_op=lees.datum("geinformeerd_op", "Geïnformeerd op"),
        informeren_grondslag=lees.code(
            "informeren_grondslag",
            "Grond om nog niet te informeren",
            kader.codes("reden_uitstel_informeren"),
        ),
        geinformeerd_hoe=lees.code("geinformeerd_hoe", "Hoe geïnformeerd", kader.codes("geinformeerd_hoe")),
        stand=lees.code("stand", "Waar de casus nu staat", STANDEN_BIJ_OVERNAME, verplicht=True),
    )
    check_geinformeerd(lees, overname.geinformeerd_op, overname.ontvangen_op)
    check_uiterlijk(lees, kader, "volgende_herbeoordeling", overname.volgende_herbeoordeling, vandaag)
    check_uitstel(lees, overname.informeren, overname.informeren_grondslag, overname.informeren_opnieuw_op)
    if overname.weging_op < overname.ontvangen_op:
        lees.gebrek("weging_op", "Het besluit kan niet vóór het signaal liggen. Controleer de datums.")
    if overname.geopend_op < overname.weging_op:
        lees.gebrek("geopend_op", "De casus kan niet vóór het besluit zijn geopend. Controleer de datums.")
    return lees.gebreken or overname


def casusnummer(dossiernummer: str, volgnummer: int) -> str:
    """C2026-001: the number of its dossier with a C before it; a second casus after reopening gets -2."""
    return f"C{dossiernummer}" if volgnummer == 1 else f"C{dossiernummer}-{volgnummer}"
