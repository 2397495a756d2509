# SPDX-License-Identifier: EUPL-1.2
"""Oversight by the FG on one page: the recorded controls, and on which days was looked at which dossiers."""

from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.stukken.basis import Kop


@dataclass(frozen=True, slots=True, kw_only=True)
class Toezichtcontrole:
    """One logcontrole or juridische toets. steekproef: numbers of the dossiers that chance chose."""

    datum: date
    wat: str
    wie: str
    bekeken: str
    uitkomst: str
    toelichting: str = ""
    steekproef: str = ""
    opvolging: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kijkdag:
    """What an FG opened on one day; met_namen: the dossiers of which the names were shown, for a reason."""

    datum: date
    wie: str
    dossiers: str
    met_namen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toezicht:
    """The overview. weggelaten: so many older controls do not stand on it."""

    kop: Kop
    controles: tuple[Toezichtcontrole, ...] = ()
    dagen: tuple[Kijkdag, ...] = ()
    weggelaten: int = 0
