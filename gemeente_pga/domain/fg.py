# SPDX-License-Identifier: EUPL-1.2
"""Oversight by the functionaris gegevensbescherming: a sample of dossiers, and what was looked at.

These are the only things an FG records here. What else the FG does is looking, and that is in the journaal.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.signaal import Keuzes, codes
from gemeente_pga.domain.tekst import Invoer, datum_kort

LOGCONTROLE, TOETS = "logcontrole", "toets"
IN_ORDE = "in_orde"
SOORTEN: Final[Keuzes] = ((LOGCONTROLE, "Logcontrole"), (TOETS, "Juridische toets"))
UITKOMSTEN: Final[Keuzes] = (
    (IN_ORDE, "In orde"),
    ("aandachtspunten", "In orde, met aandachtspunten"),
    ("niet_in_orde", "Niet in orde"),
)
_TERUG = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Toets:
    """A logcontrole or juridische toets. Field names equal the columns of fg_toets."""

    soort: str
    datum: date
    bekeken: str
    steekproef_id: int | None
    uitkomst: str
    toelichting: str


def beoordeel_toets(invoer: Mapping[str, object], vandaag: date) -> Toets | list[Gebrek]:
    """What was looked at, and the outcome; anything but plainly in order is explained."""
    lezer = Invoer(invoer, vandaag)
    soort = lezer.code("soort", "Soort", codes(SOORTEN), verplicht=True)
    datum = lezer.datum("datum", "Datum", verplicht=True)
    bekeken = lezer.tekst("bekeken", "Wat u hebt bekeken", verplicht=True)
    uitkomst = lezer.code("uitkomst", "Uitkomst", codes(UITKOMSTEN), verplicht=True)
    anders = uitkomst not in ("", IN_ORDE)
    toelichting = lezer.tekst("toelichting", "Toelichting op de uitkomst", verplicht=anders)
    if datum is not None and datum < vandaag - _TERUG:
        lezer.gebrek("datum", "Deze dag ligt meer dan een jaar terug. Controleer het jaar.")
    steekproef = invoer.get("steekproef_id")
    steekproef_id = steekproef if isinstance(steekproef, int) else None
    return lezer.gebreken or Toets(soort, datum or vandaag, bekeken, steekproef_id, uitkomst, toelichting)


@dataclass(frozen=True, slots=True)
class Opvolging:
    """What was done with the outcome of a control. Field names equal the columns of fg_opvolging."""

    wat: str
    door: str
    op: date


def beoordeel_opvolging(
    invoer: Mapping[str, object], vandaag: date, *, toets: Toets
) -> Opvolging | list[Gebrek]:
    """Check what was done: not before the control itself."""
    lezer = Invoer(invoer, vandaag)
    opvolging = Opvolging(
        wat=lezer.tekst("wat", "Wat is er gedaan", verplicht=True),
        door=lezer.regel("door", "Wie deed dat", verplicht=True),
        op=lezer.datum("op", "Op welke dag", verplicht=True) or vandaag,
    )
    if opvolging.op < toets.datum:
        lezer.gebrek("op", f"De controle was op {datum_kort(toets.datum)}. Controleer de datum.")
    return lezer.gebreken or opvolging


def beoordeel_aantal(gevraagd: int, uit: int) -> Gebrek | None:
    """A sample is of at least one dossier, and of no more than there are."""
    if not uit:
        return Gebrek("aantal", "Er zijn nog geen dossiers om een steekproef uit te trekken.")
    if not 1 <= gevraagd <= uit:
        woord = "Er is 1 dossier." if uit == 1 else f"Er zijn {uit} dossiers."
        return Gebrek("aantal", f"{woord} Kies een aantal van 1 tot en met {uit}.")
    return None
