# SPDX-License-Identifier: EUPL-1.2
"""What changed on Bureau since the last day that somebody sat there: what is new, what is past, what is done.

A point is remembered by a digest of its kind and place, never by its words: those may hold a name.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.bureau import Aandacht, Onderwerp
from gemeente_pga.domain.tekst import datum_lang, getal

NIEUW, VOORBIJ = "Nieuw", "Nu voorbij"
_LANG = 12


@dataclass(frozen=True, slots=True)
class Stand:
    """The points of one day."""

    dag: date
    merken: frozenset[str]


@dataclass(frozen=True, slots=True)
class Geheugen:
    """The points as they were last seen, and those of the day before that."""

    nu: Stand
    vorige: Stand | None = None

    def bij(self, punten: Iterable[Aandacht], vandaag: date) -> "Geheugen":
        """After seeing these today."""
        vorige = self.nu if self.nu.dag < vandaag else self.vorige
        return Geheugen(Stand(vandaag, frozenset(map(merk, punten))), vorige)

    def tekst(self) -> str:
        """For the kluis."""
        delen = [self.nu] if self.vorige is None else [self.nu, self.vorige]
        return json.dumps([{"dag": s.dag.isoformat(), "merken": sorted(s.merken)} for s in delen])


@dataclass(frozen=True, slots=True)
class Verschil:
    """Of each point what is to be said beside it, and one sentence above the list."""

    woorden: tuple[str, ...]
    zin: str


def lees_geheugen(tekst: str) -> Geheugen | None:
    """What tekst() gave; None when there is nothing yet."""
    if not tekst:
        return None
    standen = [Stand(date.fromisoformat(s["dag"]), frozenset(s["merken"])) for s in json.loads(tekst)]
    return Geheugen(*standen)


def eerste(punten: Iterable[Aandacht], vandaag: date) -> Geheugen:
    """The first time there is nothing to compare with."""
    return Geheugen(Stand(vandaag, frozenset(map(merk, punten))))


def merk(punt: Aandacht) -> str:
    """The same for the same point on another day; of actions in one casus the day tells them apart."""
    dag = punt.voor if punt.onderwerp is Onderwerp.ACTIE else ""
    plaats = f"{punt.onderwerp.name}|{punt.scherm}|{punt.onderwerp_id}|{punt.veld}|{dag}"
    return hashlib.sha256(plaats.encode()).hexdigest()[:_LANG]


def verschil(punten: Sequence[Aandacht], vorige: Stand, vandaag: date) -> Verschil:
    """Between the last time and now."""
    merken = [merk(punt) for punt in punten]
    woorden = tuple(
        NIEUW
        if teken not in vorige.merken
        else VOORBIJ
        if punt.voor is not None and vorige.dag <= punt.voor < vandaag
        else ""
        for punt, teken in zip(punten, merken, strict=True)
    )
    nieuw, voorbij = woorden.count(NIEUW), woorden.count(VOORBIJ)
    klaar = len(vorige.merken - set(merken))
    delen = [
        f"{getal(nieuw)} nieuw" if nieuw else "",
        f"van {getal(voorbij)} is de dag nu voorbij" if voorbij else "",
        f"{getal(klaar)} klaar" if klaar else "",
    ]
    wat = ", ".join(deel for deel in delen if deel)
    sinds = f"Sinds {datum_lang(vorige.dag)}"
    return Verschil(woorden, f"{sinds}: {wat}." if wat else f"{sinds} is hier niets veranderd.")
