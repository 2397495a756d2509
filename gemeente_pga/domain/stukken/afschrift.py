# SPDX-License-Identifier: EUPL-1.2
"""The copy that a betrokkene gets: what is given, and a list of everything with what was left out and why."""

from dataclasses import dataclass

from gemeente_pga.domain.stukken.basis import Kop
from gemeente_pga.domain.stukken.brief import Briefdeel


@dataclass(frozen=True, slots=True, kw_only=True)
class Afschriftveld:
    """One field, as far as it is given."""

    naam: str
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Afschriftdeel:
    """One part: its fields, and what was taken out of it with the ground, a line each."""

    nummer: int
    titel: str
    velden: tuple[Afschriftveld, ...]
    weggelaten: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Afschrift:
    """vooraf: what this is and what the reader can do. Nothing that is not given is in here."""

    kop: Kop
    aan: str
    adres: str
    vooraf: tuple[Briefdeel, ...]
    delen: tuple[Afschriftdeel, ...]
