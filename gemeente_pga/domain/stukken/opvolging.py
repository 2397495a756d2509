# SPDX-License-Identifier: EUPL-1.2
"""What a successor gets on paper: open work by number, days, partners, where things are, who has a key.

It leaves the kluis, so nobody who is in a dossier is named in it: a dossier is a number.
"""

from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.stukken.basis import Kop


@dataclass(frozen=True, slots=True, kw_only=True)
class Opvolgdossier:
    """A dossier in which something still runs. stand: in words."""

    nummer: str
    stand: str
    open_acties: int = 0
    te_laat: int = 0
    herbeoordeling: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opvolgdag:
    """A day on which something is due, or a meeting. wat: a number, never a person."""

    dag: date
    soort: str
    wat: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opvolgcontact:
    """A partner at the table, or an external party. afspraak: mandate, or until when the agreement runs."""

    organisatie: str
    naam: str = ""
    functie: str = ""
    bereikbaar: str = ""
    afspraak: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opvolgsleutel:
    """What opens the kluis and whose it is. wie: "" = nobody's in particular."""

    sleutel: str
    wie: str = ""
    sinds: date | None = None
    tot: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opvolgmandaat:
    """Who may do what in whose name."""

    waarvoor: str
    gever: str
    nemer: str
    tot: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opvolggemeente:
    """A municipality that is served, and its people."""

    naam: str
    burgemeester: str = ""
    contactpunt: str = ""
    fg: str = ""
    zvh: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdrachtsdocument:
    """van, naar: who hands over to whom. los: what waits outside a dossier, one sentence each.

    meer_dagen: so many later days do not stand on it.
    """

    kop: Kop
    van: str
    naar: str = ""
    verder: str = ""
    dossiers: tuple[Opvolgdossier, ...] = ()
    los: tuple[str, ...] = ()
    dagen: tuple[Opvolgdag, ...] = ()
    meer_dagen: int = 0
    gemeenten: tuple[Opvolggemeente, ...] = ()
    partners: tuple[Opvolgcontact, ...] = ()
    extern: tuple[Opvolgcontact, ...] = ()
    mandaten: tuple[Opvolgmandaat, ...] = ()
    sleutels: tuple[Opvolgsleutel, ...] = ()
    herstelblad: str = ""
    back_up: str = ""
    laatste_back_up: date | None = None
    papier: str = ""
    kader: str = ""
