# SPDX-License-Identifier: EUPL-1.2
"""Two assessments of one dossier side by side: what was said then and later, and what came between.

A weging or a herbeoordeling that is vastgesteld. Nothing is counted and nothing points up or down.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

GELIJK, REDEN, GEWIJZIGD, NIEUW, WEG = (
    "Zelfde antwoord en reden",
    "Zelfde antwoord, andere reden",
    "Ander antwoord",
    "Nieuwe vraag",
    "Niet meer gevraagd",
)


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What was answered at one criterium; both empty when nothing was."""

    antwoord: str = ""
    reden: str = ""


LEEG = Antwoord()


@dataclass(frozen=True, slots=True)
class Beoordeling:
    """One weging or herbeoordeling. sleutel: its kind and id; vragen: the criteria of its kader, by code.

    slot: what was decided, each with its heading. begonnen: the moment it was begun.
    """

    sleutel: str
    naam: str
    op: date
    begonnen: str
    vragen: Mapping[str, str]
    antwoorden: Mapping[str, Antwoord]
    slot: tuple[tuple[str, str], ...]
    standpunten: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Tussenkomst:
    """Something that became known, or proved wrong, between the two."""

    op: date
    wat: str


@dataclass(frozen=True, slots=True)
class Verschil:
    """One criterium in both; stand says in words what became of it."""

    naam: str
    toen: Antwoord
    later: Antwoord
    stand: str


def vergelijk(toen: Beoordeling, later: Beoordeling) -> tuple[Verschil, ...]:
    """Every criterium that either asked, in the order of the later one; last what it no longer asks."""
    codes = [*later.vragen, *(code for code in toen.vragen if code not in later.vragen)]
    uit = []
    for code in codes:
        was, is_nu = toen.antwoorden.get(code, LEEG), later.antwoorden.get(code, LEEG)
        naam = later.vragen.get(code) or toen.vragen[code]
        uit.append(Verschil(naam, was, is_nu, _stand(code, toen, later)))
    return tuple(uit)


def _stand(code: str, toen: Beoordeling, later: Beoordeling) -> str:
    if code not in toen.vragen:
        return NIEUW
    if code not in later.vragen:
        return WEG
    was, is_nu = toen.antwoorden.get(code, LEEG), later.antwoorden.get(code, LEEG)
    if was.antwoord != is_nu.antwoord:
        return GEWIJZIGD
    return GELIJK if was.reden == is_nu.reden else REDEN


def laatste_twee(beoordelingen: Sequence[Beoordeling]) -> tuple[str, str] | None:
    """The keys of the last two, in the order of time; None when there are not two."""
    if len(beoordelingen) < 2:
        return None
    return beoordelingen[-2].sleutel, beoordelingen[-1].sleutel
