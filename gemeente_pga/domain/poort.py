# SPDX-License-Identifier: EUPL-1.2
"""What stops a whole dossier, whatever step it is at: not yet in use, restricted, held, closed.

One pure place; the acts ask through handelingen/poort.py, the screens show the same sentences.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gemeente_pga.domain.beperking import DOSSIER_BEPERKT, MAG_NOG
from gemeente_pga.domain.stap import Ontbreekt
from gemeente_pga.domain.tekst import datum_kort


class Deur(StrEnum):
    """What somebody is about to do."""

    INTAKE = "intake"
    WEGING = "weging"
    CASUS = "casus"
    OVERLEG = "overleg"
    INFORMEREN = "informeren"
    PAPIER = "papier"
    VERSTREKKING = "verstrekking"


@dataclass(frozen=True, slots=True)
class Aanhouding:
    """A hold that runs. wat: code of list aanhouden_wat."""

    wat: str
    partij: str
    tot: date


@dataclass(frozen=True, slots=True)
class Poortfeiten:
    """What is known of a dossier, or of a municipality when there is no dossier yet."""

    ontbreekt_ingebruikname: tuple[str, ...] = ()  # points without date; () in the practice kluis
    beperkt: bool = False  # the whole dossier, AVG 18
    aanhoudingen: tuple[Aanhouding, ...] = ()
    gesloten: bool = False


_AANGEHOUDEN = {Deur.WEGING: "weging", Deur.OVERLEG: "overleg", Deur.INFORMEREN: "informeren",
                Deur.VERSTREKKING: "verstrekking", Deur.PAPIER: "verstrekking"}  # fmt: skip
_BEPERKT = frozenset({Deur.WEGING, Deur.CASUS, Deur.OVERLEG, Deur.PAPIER, Deur.VERSTREKKING})


def belet(feiten: Poortfeiten, deur: Deur, vandaag: date, *, acuut: bool = False) -> tuple[Ontbreekt, ...]:
    """Why this may not be done now; empty when it may."""
    punten = []
    if feiten.ontbreekt_ingebruikname and not (deur is Deur.INTAKE and acuut):
        eerste = feiten.ontbreekt_ingebruikname[0]
        zin = (
            f"De ingebruikname is nog niet compleet ({eerste}). Tot die tijd legt u alleen acuut gevaar vast."
        )
        if deur is Deur.INTAKE:
            zin += " Schrijf het zolang op papier."
        punten.append(Ontbreekt(zin, "inrichting", "ingebruikname"))
    if feiten.beperkt and deur in _BEPERKT:
        punten.append(Ontbreekt(f"{DOSSIER_BEPERKT} {MAG_NOG}", "dossier", "rechten"))
    for hold in feiten.aanhoudingen:
        if hold.wat == _AANGEHOUDEN.get(deur) and hold.tot >= vandaag:
            zin = f"Dit wacht tot en met {datum_kort(hold.tot)} op verzoek van {hold.partij}."
            punten.append(Ontbreekt(zin, "dossier", "aanhouding"))
    if feiten.gesloten and deur not in (Deur.INTAKE, Deur.INFORMEREN):
        punten.append(Ontbreekt("Dit dossier is gesloten.", "dossier", "overzicht"))
    return tuple(punten)
