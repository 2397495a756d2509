# SPDX-License-Identifier: EUPL-1.2
"""Handing the work to a successor: what the kluis itself cannot know, to be typed for the document."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.tekst import Invoer

_VERDER = 3000


@dataclass(frozen=True, slots=True)
class Opvolging:
    """As typed. herstelblad, back_up, papier: where these are kept."""

    opvolger: str
    herstelblad: str
    back_up: str
    papier: str
    verder: str


def beoordeel_opvolging(invoer: Mapping[str, object], vandaag: date) -> Opvolging | list[Gebrek]:
    """Check it: a successor who cannot find the herstelblad or the back-up can lose the kluis."""
    lees = Invoer(invoer, vandaag)
    opvolging = Opvolging(
        opvolger=lees.regel("opvolger", "Wie neemt het werk over"),
        herstelblad=lees.regel("herstelblad", "Waar ligt het herstelblad", verplicht=True),
        back_up=lees.regel("back_up", "Waar liggen de back-ups", verplicht=True),
        papier=lees.regel("papier", "Waar ligt het papier", verplicht=True),
        verder=lees.tekst("verder", "Wat uw opvolger verder moet weten", maximum=_VERDER),
    )
    return lees.gebreken or opvolging
