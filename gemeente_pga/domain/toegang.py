# SPDX-License-Identifier: EUPL-1.2
"""Who gets access to a kluis besides its coordinator: the vervanger, and for a while the FG."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.inrichting import Gebruiker
from gemeente_pga.domain.tekst import Invoer

FG_LANGST = timedelta(days=92)


@dataclass(frozen=True, slots=True)
class FgToegang:
    """Access for the functionaris gegevensbescherming, up to and including a day."""

    naam: str
    tot: date


def beoordeel_vervanger(invoer: Mapping[str, object], vandaag: date) -> Gebruiker | list[Gebrek]:
    """Judge who will stand in."""
    lezer = Invoer(invoer, vandaag)
    vervanger = Gebruiker(
        naam=lezer.regel("naam", "Naam van de vervanger", verplicht=True),
        functie=lezer.regel("functie", "Functie", verplicht=True),
    )
    return lezer.gebreken or vervanger


def beoordeel_fg(invoer: Mapping[str, object], vandaag: date) -> FgToegang | list[Gebrek]:
    """Judge access for the FG: always with an end, at most a quarter of a year away."""
    lezer = Invoer(invoer, vandaag)
    naam = lezer.regel("naam", "Naam van de FG", verplicht=True)
    tot = lezer.datum("tot", "Laatste dag", verplicht=True, toekomst=True)
    if tot is not None and not vandaag <= tot <= vandaag + FG_LANGST:
        lezer.gebrek("tot", "Kies een dag tussen vandaag en drie maanden na vandaag.")
    return lezer.gebreken or FgToegang(naam, tot or vandaag)
