# SPDX-License-Identifier: EUPL-1.2
"""Two folders as two laptops: the coordinator's, on which a kluis is set up, and the waarnemer's, empty."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gemeente_pga.binnen import log_binnenkomst
from gemeente_pga.dienst import Dienst
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.inrichting import Gebruiker, Gemeente
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.domain.sleutels import SlotSoort
from gemeente_pga.domain.waarneming import Uitgifte
from gemeente_pga.handelingen import inrichting, waarneming
from gemeente_pga.handelingen.sleutels import reconcile_sleutels, register_sleutels
from gemeente_pga.kaderbestand import read_kader
from gemeente_pga.store.queries import journaal
from gemeente_pga.store.queries import waarneming as queries
from gemeente_pga.store.store import Store
from tests.ui_hulp import NU, VANDAAG, WACHTZIN, lichte_dienst, richt_in

WAARNEMER = Gebruiker("Bram Visser", "beleidsadviseur")
ZIN = "ladder kaneel zwemvest papegaai rietstengel dakpan"
TOT = VANDAAG.replace(day=30)


@dataclass
class Toestel:
    """A laptop; `aan` opens its kluis anew, as at the start of the program."""

    map: Path
    dienst: Dienst

    @classmethod
    def maak(cls, map_: Path) -> "Toestel":
        return cls(map_, _begin(map_))

    @property
    def kluis(self) -> Path:
        return self.map / "kluis"

    @property
    def store(self) -> Store:
        assert self.dienst.store is not None
        return self.dienst.store

    def aan(self, zin: str = WACHTZIN, met: SlotSoort = SlotSoort.WACHTZIN) -> Store:
        self.uit()
        self.dienst = _begin(self.map)
        self.dienst.ontgrendel(zin, met=met)
        self.dienst.betreed()
        self.dienst.keur()
        self.dienst.rond_keuring_af()
        log_binnenkomst(self.dienst)
        return self.store

    def uit(self) -> None:
        self.dienst.laat_los()


def _begin(map_: Path) -> Dienst:
    dienst = lichte_dienst(map_)
    dienst.kies(KluisSoort.KLUIS)
    return dienst


def thuis(map_: Path) -> Toestel:
    """The coordinator's laptop: set up, with a vervanger who has a key."""
    toestel = Toestel.maak(map_)
    toestel.dienst.maak(WACHTZIN)
    toestel.dienst.betreed()
    richt_in(toestel.store, read_kader())
    reconcile_sleutels(toestel.store, toestel.dienst.sleutels.sloten(), VANDAAG)
    toestel.aan()
    toestel.dienst.sleutels.voeg_vervanger_toe(WACHTZIN, ZIN)
    sloten = toestel.dienst.sleutels.sloten()
    register_sleutels(toestel.store, Handeling.KLUIS_VERVANGER_TOEVOEGEN, sloten, VANDAAG, van=WAARNEMER)
    return toestel


def uitgifte(store: Store, van: date = VANDAAG) -> Uitgifte:
    """To the only vervanger there is."""
    with store.reader() as r:
        (wie,) = queries.waarnemers(r)
    return Uitgifte(wie.id, van, TOT, "Mandaatbesluit 2026-114", VANDAAG)


def geef_uit(toestel: Toestel, stick: Path, van: date = VANDAAG) -> Path:
    """Give the kluis out; the folder on the stick."""
    stick.mkdir(exist_ok=True)
    waarneming.give_out(toestel.store, uitgifte(toestel.store, van), NU)
    kopie = toestel.dienst.waarneming.schrijf_overdracht(stick)
    waarneming.log_overdracht(toestel.store, NU)
    return kopie


def begin(map_: Path, kopie: Path) -> Toestel:
    """The waarnemer's laptop, on which the waarneming has begun."""
    toestel = Toestel.maak(map_)
    toestel.dienst.waarneming.begin_elders(kopie)
    toestel.aan(ZIN, SlotSoort.VERVANGER)
    waarneming.begin_waarneming(toestel.store, NU)
    return toestel


def geef_terug(toestel: Toestel, stick: Path) -> Path:
    """Give the kluis back; the folder on the stick."""
    waarneming.give_back(toestel.store, NU)
    kopie = toestel.dienst.waarneming.schrijf_teruggave(stick)
    waarneming.log_overdracht(toestel.store, NU)
    return kopie


def leg_vast(store: Store, waarde: str) -> int:
    """An act that would be missing in the other copy: one more municipality."""
    return inrichting.register_gemeente(store, Gemeente(waarde))


def codes(store: Store) -> list[str]:
    """The acts of the journaal, oldest first."""
    with store.reader() as r:
        return [regel.code for regel in reversed(journaal.journaal(r, journaal.Filter()))]
