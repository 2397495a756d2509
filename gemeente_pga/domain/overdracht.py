# SPDX-License-Identifier: EUPL-1.2
"""Handing a signal or a casus to another municipality: it is over once the other side confirms receipt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.signaalstap import geefgrondslagen
from gemeente_pga.domain.tekst import Invoer, datum_kort

ANTWOORDEN = {"bevestigd": "Ontvangst bevestigd", "geweigerd": "Geweigerd"}


@dataclass(frozen=True, slots=True)
class Aanbod:
    """What is offered, to whom, on what ground. Field names equal the columns of table overdracht."""

    gemeente: str
    contact: str
    grondslag: str
    inhoud: str
    aangeboden_op: date


@dataclass(frozen=True, slots=True)
class Antwoord:
    """The answer of the other side: one of the two days is set. Field names equal columns of overdracht."""

    bevestigd_op: date | None
    bevestigd_door: str
    geweigerd_op: date | None
    geweigerd_reden: str


@dataclass(frozen=True, slots=True)
class Overdrachtregel:
    """An offer as recorded, with its answer."""

    id: int
    onderwerp: tuple[str, int]
    inhoud: Aanbod
    antwoord: Antwoord | None = None

    @property
    def stand(self) -> str:
        """How it stands, in a few words."""
        if self.antwoord is None:
            return "Wacht op bevestiging"
        if self.antwoord.bevestigd_op is not None:
            return f"Ontvangst bevestigd op {datum_kort(self.antwoord.bevestigd_op)}"
        op = self.antwoord.geweigerd_op
        return f"Geweigerd op {datum_kort(op)}" if op else "Geweigerd"


def beoordeel_aanbod(invoer: Mapping[str, object], kader: Kader, vandaag: date) -> Aanbod | list[Gebrek]:
    """Check an offer: to whom, what, on which ground, when."""
    lees = Invoer(invoer, vandaag)
    aanbod = Aanbod(
        gemeente=lees.regel("gemeente", "Gemeente die het overneemt", verplicht=True),
        contact=lees.regel("contact", "Wie u daar sprak", verplicht=True),
        grondslag=lees.code("grondslag", "Grondslag", geefgrondslagen(kader, vandaag), verplicht=True),
        inhoud=lees.tekst("inhoud", "Wat u overdraagt", verplicht=True),
        aangeboden_op=lees.datum("aangeboden_op", "Aangeboden op", verplicht=True) or vandaag,
    )
    return lees.gebreken or aanbod


def beoordeel_antwoord(
    invoer: Mapping[str, object], kader: Kader, vandaag: date, *, aangeboden_op: date
) -> Antwoord | list[Gebrek]:
    """Check the answer: who confirmed receipt, or why it was refused."""
    del kader
    lees = Invoer(invoer, vandaag)
    soort = lees.code("antwoord", "Antwoord van de andere gemeente", tuple(ANTWOORDEN), verplicht=True)
    op = lees.datum("antwoord_op", "Antwoord op", verplicht=True) or vandaag
    door = lees.regel("bevestigd_door", "Wie bevestigde", verplicht=soort == "bevestigd")
    reden = lees.tekst("geweigerd_reden", "Reden van de weigering", verplicht=soort == "geweigerd")
    if op < aangeboden_op:
        lees.gebrek("antwoord_op", f"U bood het aan op {datum_kort(aangeboden_op)}. Controleer de datum.")
    if lees.gebreken:
        return lees.gebreken
    return Antwoord(op, door, None, "") if soort == "bevestigd" else Antwoord(None, "", op, reden)
