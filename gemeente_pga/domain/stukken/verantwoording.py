# SPDX-License-Identifier: EUPL-1.2
"""Giving account on paper: figures without names. What was left out is left out here already."""

from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.stukken.basis import Kop


@dataclass(frozen=True, slots=True, kw_only=True)
class Jaartabel:
    """One list of counts. waarden: None where a count is left out; delen: the codes, namen: the words."""

    maat: str
    naam: str
    gemeenten: tuple[int, ...]
    jaren: tuple[int, ...]
    delen: tuple[str, ...]
    namen: tuple[str, ...]
    waarden: tuple[int | None, ...]
    totaal: int | None = None
    uitleg: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Jaarrapportage:
    """waarover: years and municipalities in words; weken: the median of signal to weging, if shown."""

    kop: Kop
    waarover: str
    drempel: int
    tabellen: tuple[Jaartabel, ...] = ()
    weken: int | None = None
    vragen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Memoblad:
    """A memo on one page, with room for the answer."""

    kop: Kop
    aan: str
    gevraagd: str
    waarom: str
    grondslag: str
    alternatieven: str
    risico_wel: str
    risico_niet: str
    antwoord_voor: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Zelfvraag:
    """One finding of the Inspectie, what the data say to it, and the words of the coordinator."""

    bevinding: str
    vraag: str
    feiten: tuple[str, ...]
    woorden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Zelfbeeld:
    """The zelfevaluatie."""

    kop: Kop
    vragen: tuple[Zelfvraag, ...] = ()
