# SPDX-License-Identifier: EUPL-1.2
"""The casus: who takes part, whether the betrokkene is told, when it is looked at again, why it ends.

A casus exists only by a decision 'opnemen', or because a running one was taken over from paper.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.tekst import Invoer


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


@dataclass(frozen=True, slots=True)
class Regie:
    """Who keeps the plan going and when it is looked at again. Field names equal columns of table casus."""

    casusregisseur: str
    volgende_herbeoordeling: date | None


@dataclass(frozen=True, slots=True)
class Informeren:
    """Decision and execution of telling the betrokkene. Field names equal columns of table casus."""

    informeren: str
    informeren_grondslag: str
    informeren_reden: str
    informeren_door: str
    informeren_opnieuw_op: date | None
    geinformeerd_op: date | None
    geinformeerd_hoe: str


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


def beoordeel_regie(invoer: Mapping[str, object], kader: Kader, vandaag: date) -> Regie | list[Gebrek]:
    """Check casusregisseur and next review."""
    del kader
    lees = Invoer(invoer, vandaag)
    regie = Regie(
        casusregisseur=lees.regel("casusregisseur", "Casusregisseur"),
        volgende_herbeoordeling=lees.datum(
            "volgende_herbeoordeling", "Volgende herbeoordeling", toekomst=True
        ),
    )
    return lees.gebreken or regie


def beoordeel_informeren(
    invoer: Mapping[str, object], kader: Kader, vandaag: date
) -> Informeren | list[Gebrek]:
    """Check the informing decision: never a plain yes or no (AVG 14, UAVG 41)."""
    lees = Invoer(invoer, vandaag)
    besluit = Informeren(
        informeren=lees.code(
            "informeren", "Betrokkene informeren", _codes(kader, "informeren"), verplicht=True
        ),
        informeren_grondslag=lees.code(
            "informeren_grondslag",
            "Grond om nog niet te informeren",
            _codes(kader, "reden_uitstel_informeren"),
        ),
        informeren_reden=lees.tekst("informeren_reden", "Reden", verplicht=True),
        informeren_door=lees.regel("informeren_door", "Wie besloot dit", verplicht=True),
        informeren_opnieuw_op=lees.datum("informeren_opnieuw_op", "Opnieuw bekijken op", toekomst=True),
        geinformeerd_op=lees.datum("geinformeerd_op", "Geïnformeerd op"),
        geinformeerd_hoe=lees.code("geinformeerd_hoe", "Hoe geïnformeerd", _codes(kader, "geinformeerd_hoe")),
    )
    if besluit.informeren in {"later", "nee"}:
        if not besluit.informeren_grondslag:
            lees.gebrek("informeren_grondslag", "Kies de grond om nu niet te informeren.")
        if besluit.informeren_opnieuw_op is None:
            lees.gebrek("informeren_opnieuw_op", "Vul de datum in waarop u dit besluit opnieuw bekijkt.")
    if besluit.geinformeerd_op and not besluit.geinformeerd_hoe:
        lees.gebrek("geinformeerd_hoe", "Kies hoe u betrokkene hebt geïnformeerd.")
    return lees.gebreken or besluit


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
            "convenant_getekend", "Convenant getekend", _codes(kader, "ja_nee_onbekend")
        ),
        geheimhouding=lees.code("geheimhouding", "Geheimhouding bevestigd", _codes(kader, "ja_nee_onbekend")),
        vanaf=lees.datum("vanaf", "Doet mee vanaf", toekomst=True),
        tot=lees.datum("tot", "Doet mee tot", toekomst=True),
    )
    if deelnemer.vanaf and deelnemer.tot and deelnemer.tot < deelnemer.vanaf:
        lees.gebrek("tot", "Het einde ligt vóór het begin. Controleer de datums.")
    return lees.gebreken or deelnemer


def beoordeel_sluiting(invoer: Mapping[str, object], kader: Kader, vandaag: date) -> Sluiting | list[Gebrek]:
    """Check the closing: reason, result and the day it takes effect, which may lie ahead."""
    lees = Invoer(invoer, vandaag)
    redenen = _codes(kader, "sluitreden_casus")
    sluiting = Sluiting(
        gesloten_op=lees.datum("gesloten_op", "Afgesloten per", verplicht=True, toekomst=True) or vandaag,
        sluitreden=lees.code("sluitreden", "Reden van afsluiten", redenen, verplicht=True),
        sluit_toelichting=lees.tekst("sluit_toelichting", "Toelichting", verplicht=True),
        resultaat=lees.tekst("resultaat", "Resultaat en nazorg", verplicht=True),
    )
    return lees.gebreken or sluiting


def beoordeel_overname(invoer: Mapping[str, object], kader: Kader, vandaag: date) -> Overname | list[Gebrek]:
    """Check what is taken over from paper: the dates of then, in their order."""
    lees = Invoer(invoer, vandaag)
    overname = Overname(
        ontvangen_op=lees.datum("ontvangen_op", "Signaal ontvangen op", verplicht=True) or vandaag,
        bron_soort=lees.code(
            "bron_soort", "Van wie kwam het signaal", _codes(kader, "bron_soort"), verplicht=True
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
            "informeren", "Betrokkene informeren", _codes(kader, "informeren"), verplicht=True
        ),
        informeren_reden=lees.tekst("informeren_reden", "Reden"),
        informeren_opnieuw_op=lees.datum("informeren_opnieuw_op", "Opnieuw bekijken op", toekomst=True),
        geinformeerd_op=lees.datum("geinformeerd_op", "Geïnformeerd op"),
    )
    if overname.weging_op < overname.ontvangen_op:
        lees.gebrek("weging_op", "Het besluit kan niet vóór het signaal liggen. Controleer de datums.")
    if overname.geopend_op < overname.weging_op:
        lees.gebrek("geopend_op", "De casus kan niet vóór het besluit zijn geopend. Controleer de datums.")
    return lees.gebreken or overname


def casusnummer(dossiernummer: str, volgnummer: int) -> str:
    """C2026-001: the number of its dossier with a C before it; a second casus after reopening gets -2."""
    return f"C{dossiernummer}" if volgnummer == 1 else f"C{dossiernummer}-{volgnummer}"


def _codes(kader: Kader, lijst: str) -> list[str]:
    return [c.code for c in kader.codelijst(lijst)]
