# SPDX-License-Identifier: EUPL-1.2
"""The protocol through which the screens unlock, change and back up a kluis; app.py supplies it.

Hides key files, key derivation and the database. What is marked slow takes about a second and runs in the
worker; everything else runs on the main thread. What goes wrong outside arrives as a Storing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.sleutels import SlotSoort

if TYPE_CHECKING:  # the unlock page does without
    from gemeente_pga.domain.backup import Backupbeheer
    from gemeente_pga.domain.beleid import Beleid
    from gemeente_pga.domain.overname import Pakketbeheer
    from gemeente_pga.domain.sleutels import Sleutelbeheer, Slotgegevens
    from gemeente_pga.domain.waarneming import Waarneembeheer


class KluisSoort(Enum):
    """The real kluis or the one to practise on; they live in different folders."""

    KLUIS = "kluis"
    OEFENKLUIS = "oefenkluis"


class KluisStaat(Enum):
    """What lies in the folder of a kluis. Only GEEN and AANLEG_AFGEBROKEN may lead to making one."""

    GEEN = "geen"
    COMPLEET = "compleet"
    AANLEG_AFGEBROKEN = "aanleg_afgebroken"
    DATABASE_ZONDER_SLEUTELBESTAND = "database_zonder_sleutelbestand"
    SLEUTELBESTAND_ZONDER_DATABASE = "sleutelbestand_zonder_database"
    DATABASE_LEEG = "database_leeg"
    DATABASE_ONVERSLEUTELD = "database_onversleuteld"
    WEG = "weg"  # only the mark is left of it


@dataclass(frozen=True, slots=True)
class Sterkte:
    """How hard a wachtzin is to guess. bits: for a meter. woorden: Dutch, ready to show."""

    bits: int
    woorden: str


class Kluisdienst(Protocol):
    """What the unlock page, the wizard and Inrichting may ask. soort: None means the one chosen by `kies`."""

    @property
    def soort(self) -> KluisSoort:
        """Which kluis this is about."""

    @property
    def beleid(self) -> "Beleid":
        """What the administrator of this computer has laid down."""

    def kies(self, soort: KluisSoort) -> None:
        """From now on this one. Raises a Storing when another window has it open."""

    def map(self, soort: KluisSoort | None = None) -> Path:
        """The folder of this kluis."""

    def staat(self, soort: KluisSoort | None = None) -> KluisStaat:
        """What lies in the folder of this kluis."""

    def maak(self, wachtzin: str, soort: KluisSoort | None = None) -> str:
        """Slow. Make the key files; return the herstelcode, to be shown once. `betreed` does the rest."""

    @property
    def sleutels(self) -> "Sleutelbeheer":
        """Who can open the chosen kluis, and changing that."""

    @property
    def waarneming(self) -> "Waarneembeheer":
        """Giving the kluis out for a waarneming, and taking one in."""

    @property
    def pakketten(self) -> "Pakketbeheer":
        """Files with dossiers for another kluis, and from one."""

    def ontgrendel(
        self, wachtzin: str, soort: KluisSoort | None = None, *, met: SlotSoort = SlotSoort.WACHTZIN
    ) -> None:
        """Slow. Derive the keys from a wachtzin (or the short phrase) and hold them ready for `betreed`."""

    def ontgrendel_met_herstelcode(self, code: str, nieuw: str, soort: KluisSoort | None = None) -> None:
        """Slow. Open with the herstelcode, and replace the lost wachtzin by a new one."""

    def herstel_van_papier(
        self, code: str, gegevens: str, nieuw: str, soort: KluisSoort | None = None
    ) -> None:
        """Slow. Both key files are lost: make them again from the herstelblad, with a new wachtzin."""

    def betreed(self, toch: str = "", *, alleen_lezen: bool = False, datum_klopt: bool = False) -> None:
        """Main thread. Open (after `maak`: create) the database with the keys held; quick.

        MerkStoring: the mark does not agree; toch is why the user goes on all the same. KlokStoring: this day
        is hard to believe; datum_klopt when the user does. A Storing with kan_niet_schrijven: only a back-up
        is possible, with alleen_lezen. All leave the keys held.
        """

    def keur(self, voortgang: Callable[[float], None] | None = None) -> None:
        """Slow. After `betreed` and before anything is shown: read the whole file. Raises a Storing."""

    def rond_keuring_af(self) -> None:
        """Main thread. After `keur`: put a repaired file in place if there is one, and forget the keys."""

    def verlaat(self) -> None:
        """Close what is open and forget all keys; nobody else gets in."""

    def red(self, doel: Path) -> Path:
        """Slow. Make and verify a back-up of a kluis that cannot be written; nothing is noted down of it."""

    def bevestig_wachtzin(self, wachtzin: str) -> None:
        """Slow. Ask again who is there, before an export for instance; raises a Storing when it is wrong."""

    def genereer_wachtzin(self) -> str:
        """Six random Dutch words."""

    def beoordeel_wachtzin(self, tekst: str) -> Gebrek | Sterkte:
        """Is this wachtzin of the user's own strong enough? Tens of milliseconds: ask when typing pauses."""

    def controleer_herstelcode(self, tekst: str) -> Gebrek | None:
        """Is this a well-typed herstelcode? Names the group that is wrong; says nothing about the kluis."""

    def controleer_sleutelgegevens(self, tekst: str) -> Gebrek | None:
        """Are these well-typed sleutelgegevens of a herstelblad? Names the groups that are wrong."""

    def sloten(self) -> "tuple[Slotgegevens, ...]":
        """What opens the chosen kluis, as the key files say it."""

    def net_teruggezet(self) -> bool:
        """Was a back-up put back here that has not been opened yet?"""

    def net_gewisseld(self, soort: KluisSoort | None = None) -> bool:
        """Has the main key been renewed since the kluis was last opened?"""

    def laatste_backup(self, soort: KluisSoort | None = None) -> datetime | None:
        """When the last good back-up was made; None when there never was one."""

    def maak_backup(self, doel: Path) -> Path:
        """Slow. Make and verify a back-up in this folder; return where it lies."""

    @property
    def backup(self) -> "Backupbeheer":
        """The back-ups of the chosen kluis, beyond making one."""

    def zet_backup_terug(self, bron: Path) -> None:
        """Slow. Put this back-up in the empty place of a kluis; never over an existing one."""

    def voorkeur(self, deel: str, sleutel: str) -> str:
        """What this computer remembers outside the kluis, nothing personal; "" when nothing."""

    def onthoud(self, deel: str, sleutel: str, waarde: str) -> None:
        """Remember this for the next start."""
