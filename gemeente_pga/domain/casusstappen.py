# SPDX-License-Identifier: EUPL-1.2
"""The steps of a casus: which is done, which comes now, what it still misses, and what asks attention."""

from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.stap import (
    GEEN_SLOT,
    Bouw,
    Ontbreekt,
    Slotfeiten,
    Stap,
    add_slot,
    is_past,
    mist_slot,
)
from gemeente_pga.domain.staten import CasusStaat as C
from gemeente_pga.domain.staten import label, mag
from gemeente_pga.domain.tekst import datum_kort


@dataclass(frozen=True, slots=True)
class CasusFeiten:
    """Everything the rules need to know of a casus. Latest dates come from the kader."""

    staat: C
    deelnemers: int = 0
    deelnemers_zonder_grondslag: int = 0
    kern_mist: tuple[str, ...] = ()
    """core parties (gemeente, politie, OM: kst-29754-731) without a participant"""
    informeerbesluit: bool = False
    informeren_opnieuw_op: date | None = None
    geinformeerd: bool = False
    overleg_gepland: date | None = None
    overleggen_gehouden: int = 0
    verslagen_open: int = 0
    """meetings that were held and whose minutes are not vastgesteld"""
    doelen: int = 0
    interventies: int = 0
    interventies_onvolledig: int = 0
    """without owner, ground, or deciding body where it is not voluntary"""
    beschermende_factoren: int = 0
    plan_vastgesteld: bool = False
    plan_uiterlijk: date | None = None
    interventies_begonnen: int = 0
    herbeoordeling_op: date | None = None
    herbeoordeling_open: bool = False
    """a review was begun and is not vastgesteld"""
    herbeoordeling_gedaan: bool = False
    herbeoordeling_uitstelreden: bool = False
    schaalreden: bool = False
    open_acties: int = 0
    exemplaren_uit: int = 0
    """printed copies that did not come back"""
    sluitreden: bool = False
    resultaat: bool = False
    overdracht_bevestigd: bool = False
    nieuw_signaal: bool = False
    heropening_besloten: bool = False
    """a new weging decided on the signal that asked for reopening"""
    slot: Slotfeiten = GEEN_SLOT


_CASUS_LOOPT = (
    C.CASUSOVERLEG_LOOPT,
    C.PLAN_VASTGESTELD,
    C.IN_UITVOERING,
    C.HERBEOORDELING,
    C.OP_OF_AFGESCHAALD,
)
_NA_START = (C.IN_UITVOERING, C.HERBEOORDELING, C.OP_OF_AFGESCHAALD)
_CASUS_DICHT = (C.AFGESLOTEN, C.OVERGEDRAGEN, C.GESLOTEN, C.VERNIETIGD)


def ontbreekt_voor_casus(feiten: CasusFeiten, naar: str, vandaag: date) -> tuple[Ontbreekt, ...]:
    """Why this casus may not go to that state now; empty when it may."""
    if not mag("casus", feiten.staat, naar):
        van, doel = label("casus", feiten.staat), label("casus", naar)
        return (Ontbreekt(f"Van ‘{van}’ kan een casus niet naar ‘{doel}’.", "casus"),)
    if feiten.staat == C.HEROPENING_GEVRAAGD:
        zin = "Alleen de weegploeg kan heropenen, met een nieuw signaal en een nieuwe weging."
        return () if feiten.heropening_besloten else (Ontbreekt(zin, "weging"),)
    if naar == C.CASUSOVERLEG_LOOPT:
        return (
            *_mist_voorbereiding(feiten),
            *_belet_zonder_herbeoordeling(feiten, vandaag),
            *_mist_herbeoordeelde(feiten),
        )
    if naar in (C.GESLOTEN, C.VERNIETIGD):
        return mist_slot(feiten.slot, naar, vandaag)
    regels = {
        C.PLAN_VASTGESTELD: _mist_plan,
        C.IN_UITVOERING: _mist_start,
        C.HERBEOORDELING: _mist_begonnen,
        C.OP_OF_AFGESCHAALD: _mist_schaalreden,
        C.AFGESLOTEN: _mist_sluiting,
        C.OVERGEDRAGEN: _mist_overdracht,
        C.HEROPENING_GEVRAAGD: _mist_nieuw_signaal,
    }
    regel = regels.get(C(naar))
    return regel(feiten) if regel else ()


def ontbreekt_voor_overleg(feiten: CasusFeiten) -> tuple[Ontbreekt, ...]:
    """Why it may not be discussed yet: who takes part and whether to inform is decided first."""
    if feiten.staat in (*_CASUS_DICHT, C.HEROPENING_GEVRAAGD):
        return (Ontbreekt("Deze casus is gesloten. Haal hem van de agenda.", "overleg"),)
    return _mist_voorbereiding(feiten) if feiten.staat in (C.OPGENOMEN, C.VOORBEREIDING) else ()


def stappen_casus(feiten: CasusFeiten, vandaag: date) -> tuple[Stap, ...]:
    """The step bar of a casus."""
    bouw = Bouw()
    bouw.klaar("opgenomen", label("casus", C.OPGENOMEN), "weging")
    if feiten.staat in _CASUS_DICHT:
        bouw.klaar(C.AFGESLOTEN, label("casus", C.AFGESLOTEN), "casus")
        if feiten.staat == C.OVERGEDRAGEN:
            bouw.klaar(C.OVERGEDRAGEN, label("casus", C.OVERGEDRAGEN), "casus")
        add_slot(bouw, "casus", feiten.staat, feiten.slot, vandaag)
        return bouw.gereed()
    if feiten.staat == C.HEROPENING_GEVRAAGD:
        punten = ontbreekt_voor_casus(feiten, C.VOORBEREIDING, vandaag)
        bouw.stap(C.HEROPENING_GEVRAAGD, label("casus", feiten.staat), "weging", False, belet=punten)
    loopt = feiten.staat in _CASUS_LOOPT
    voorbereid = loopt or not _mist_voorbereiding(feiten)
    bouw.stap(C.VOORBEREIDING, label("casus", C.VOORBEREIDING), "casus", voorbereid,
              nodig=_mist_voorbereiding(feiten))  # fmt: skip
    besproken = feiten.staat != C.CASUSOVERLEG_LOOPT or not _mist_overleg(feiten)
    bouw.stap(C.CASUSOVERLEG_LOOPT, "Casusoverleg", "overleg", loopt and besproken,
              nodig=_mist_overleg(feiten))  # fmt: skip
    bouw.stap(C.PLAN_VASTGESTELD, "Plan van aanpak", "plan",
              loopt and feiten.plan_vastgesteld, nodig=_mist_plan(feiten))  # fmt: skip
    begonnen = feiten.staat in _NA_START and feiten.interventies_begonnen > 0
    bouw.stap(C.IN_UITVOERING, "Uitvoering", "plan", begonnen, nodig=_mist_uitvoering(feiten))
    bouw.stap(C.HERBEOORDELING, label("casus", C.HERBEOORDELING), "casus",
              feiten.herbeoordeling_gedaan, nodig=_mist_herbeoordeling(feiten, vandaag))  # fmt: skip
    if feiten.staat == C.OP_OF_AFGESCHAALD:
        bouw.stap(
            C.OP_OF_AFGESCHAALD, label("casus", feiten.staat), "casus", False, nodig=_mist_schaalreden(feiten)
        )
    bouw.stap(C.AFGESLOTEN, "Afsluiten", "casus", False, nodig=_mist_sluiting(feiten))
    return bouw.gereed()


def aandacht_casus(feiten: CasusFeiten, vandaag: date) -> tuple[Ontbreekt, ...]:
    """What blocks nothing but must not go unseen, for Bureau and the head of the casus."""
    if feiten.staat in _CASUS_DICHT:
        return waarschuw_sluiting(feiten)
    punten = []
    if feiten.deelnemers and feiten.kern_mist:
        namen = ", ".join(feiten.kern_mist)
        zin = f"Gemeente, politie en Openbaar Ministerie doen altijd mee. Nog geen deelnemer van: {namen}."
        punten.append(Ontbreekt(zin, "casus", "deelnemers"))
    if not feiten.plan_vastgesteld and is_past(feiten.plan_uiterlijk, vandaag):
        punten.append(Ontbreekt("Deze casus heeft nog geen vastgesteld plan van aanpak.", "plan"))
    if is_past(feiten.herbeoordeling_op, vandaag):
        punten += _mist_herbeoordeling(feiten, vandaag)
    if not feiten.geinformeerd and is_past(feiten.informeren_opnieuw_op, vandaag):
        zin = "Kijk opnieuw of de betrokkene nu geïnformeerd kan worden."
        punten.append(Ontbreekt(zin, "casus", "informeren"))
    if feiten.plan_vastgesteld and not feiten.beschermende_factoren:
        punten.append(Ontbreekt("Het plan noemt geen beschermende factoren.", "plan", "factoren"))
    return tuple(punten)


def waarschuw_sluiting(feiten: CasusFeiten) -> tuple[Ontbreekt, ...]:
    """What to look at when closing; it does not stop anyone."""
    punten = []
    if feiten.open_acties:
        zin = f"Nog niet afgeronde acties: {feiten.open_acties}. Rond ze af of laat ze vervallen, met reden."
        punten.append(Ontbreekt(zin, "casus", "acties"))
    if feiten.exemplaren_uit:
        zin = f"Exemplaren op papier die niet terug zijn: {feiten.exemplaren_uit}."
        punten.append(Ontbreekt(zin, "casus", "exemplaren"))
    return tuple(punten)


def _mist_voorbereiding(feiten: CasusFeiten) -> tuple[Ontbreekt, ...]:
    punten = []
    if not feiten.deelnemers:
        punten.append(Ontbreekt("Leg vast wie deelneemt, met rol en grondslag.", "casus", "deelnemers"))
    if feiten.deelnemers_zonder_grondslag:
        zin = f"Deelnemers zonder grondslag: {feiten.deelnemers_zonder_grondslag}. Vul die aan."
        punten.append(Ontbreekt(zin, "casus", "deelnemers"))
    if not feiten.informeerbesluit:
        zin = "Neem een besluit over het informeren van betrokkene."
        punten.append(Ontbreekt(zin, "casus", "informeren"))
    return tuple(punten)


def _mist_overleg(feiten: CasusFeiten) -> tuple[Ontbreekt, ...]:
    if not feiten.overleggen_gehouden and feiten.overleg_gepland is None:
        return (Ontbreekt("Plan het eerste casusoverleg.", "overleg"),)
    if not feiten.overleggen_gehouden:
        return (Ontbreekt("Houd het casusoverleg en werk het uit.", "overleg"),)
    if feiten.verslagen_open:
        return (Ontbreekt("Stel het verslag van het casusoverleg vast.", "overleg"),)
    return ()


def _belet_zonder_herbeoordeling(feiten: CasusFeiten, vandaag: date) -> tuple[Ontbreekt, ...]:
    overslaan = feiten.staat == C.IN_UITVOERING and is_past(feiten.herbeoordeling_op, vandaag)
    if not overslaan or feiten.herbeoordeling_uitstelreden:
        return ()
    zin = "De datum van de herbeoordeling is voorbij. Doe die eerst, of leg vast waarom niet."
    return (Ontbreekt(zin, "casus", "volgende_herbeoordeling"),)


def _mist_plan(feiten: CasusFeiten) -> tuple[Ontbreekt, ...]:
    punten = []
    if not feiten.doelen:
        punten.append(Ontbreekt("Leg minstens één doel vast.", "plan", "doelen"))
    if not feiten.interventies:
        punten.append(Ontbreekt("Leg minstens één interventie vast.", "plan", "interventies"))
    if feiten.interventies_onvolledig:
        zin = f"Interventies zonder eigenaar, grondslag of beslisser: {feiten.interventies_onvolledig}."
        punten.append(Ontbreekt(zin, "plan", "interventies"))
    if feiten.herbeoordeling_op is None:
        zin = "Kies de datum van de herbeoordeling."
        punten.append(Ontbreekt(zin, "plan", "herbeoordeling_op"))
    return tuple(punten)


def _mist_begonnen(feiten: CasusFeiten) -> tuple[Ontbreekt, ...]:
    if feiten.herbeoordeling_open:
        return ()
    zin = "Begin de herbeoordeling: dezelfde vragen als bij de weging, met het antwoord van nu."
    return (Ontbreekt(zin, "casus", "herbeoordeling"),)


def _mist_herbeoordeelde(feiten: CasusFeiten) -> tuple[Ontbreekt, ...]:
    if feiten.staat != C.HERBEOORDELING or feiten.herbeoordeling_gedaan:
        return ()
    zin = "Leg de uitkomst van de herbeoordeling vast: of de aanpak nog nodig is."
    return (Ontbreekt(zin, "casus", "herbeoordeling"),)


def _mist_start(feiten: CasusFeiten) -> tuple[Ontbreekt, ...]:
    if _mist_herbeoordeelde(feiten):
        return _mist_herbeoordeelde(feiten)
    if not feiten.plan_vastgesteld:
        return (Ontbreekt("Stel eerst het plan van aanpak vast.", "plan"),)
    return _mist_uitvoering(feiten) if feiten.staat == C.PLAN_VASTGESTELD else ()


def _mist_uitvoering(feiten: CasusFeiten) -> tuple[Ontbreekt, ...]:
    if not feiten.interventies_begonnen:
        return (Ontbreekt("Leg vast welke interventie is begonnen.", "plan", "interventies"),)
    return ()


def _mist_herbeoordeling(feiten: CasusFeiten, vandaag: date) -> tuple[Ontbreekt, ...]:
    if feiten.staat == C.HERBEOORDELING and not feiten.herbeoordeling_gedaan:
        return _mist_herbeoordeelde(feiten)
    if feiten.herbeoordeling_op is None:
        zin = "Kies de datum van de herbeoordeling."
        return (Ontbreekt(zin, "casus", "volgende_herbeoordeling"),)
    if is_past(feiten.herbeoordeling_op, vandaag):
        zin = f"De herbeoordeling had op {datum_kort(feiten.herbeoordeling_op)} moeten zijn."
    else:
        zin = f"Herbeoordeel op {datum_kort(feiten.herbeoordeling_op)} of de aanpak nog nodig is."
    return (Ontbreekt(zin, "casus", "herbeoordeling"),)


def _mist_schaalreden(feiten: CasusFeiten) -> tuple[Ontbreekt, ...]:
    if _mist_herbeoordeelde(feiten):
        return _mist_herbeoordeelde(feiten)
    if feiten.schaalreden:
        return ()
    zin = "Leg vast waarom, wat verhuist, wat blijft en wie het de betrokkene vertelt."
    return (Ontbreekt(zin, "casus", "schaling"),)


def _mist_sluiting(feiten: CasusFeiten) -> tuple[Ontbreekt, ...]:
    punten = []
    if not feiten.sluitreden:
        punten.append(Ontbreekt("Kies de reden van afsluiten.", "casus", "sluitreden"))
    if not feiten.resultaat:
        punten.append(Ontbreekt("Beschrijf het resultaat.", "casus", "resultaat"))
    if not feiten.informeerbesluit:
        zin = "Neem een besluit over het informeren van betrokkene."
        punten.append(Ontbreekt(zin, "casus", "informeren"))
    return tuple(punten)


def _mist_overdracht(feiten: CasusFeiten) -> tuple[Ontbreekt, ...]:
    if feiten.overdracht_bevestigd:
        return ()
    zin = "De andere gemeente heeft de ontvangst nog niet bevestigd."
    return (Ontbreekt(zin, "dossier", "overdracht"),)


def _mist_nieuw_signaal(feiten: CasusFeiten) -> tuple[Ontbreekt, ...]:
    if feiten.nieuw_signaal:
        return ()
    return (Ontbreekt("Heropenen kan alleen met een nieuw signaal over deze persoon.", "nieuw_signaal"),)
