# SPDX-License-Identifier: EUPL-1.2
"""Who can open a kluis: the kinds of key, what the kluis remembers of each, and the protocol to change them.

The key header decides what opens and knows kinds and end dates only; whose a key is stands inside the kluis.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Protocol

from gemeente_pga.domain.gebrek import Gebrek


class SlotSoort(Enum):
    """Who holds the secret of a slot."""

    WACHTZIN = "wachtzin"
    HERSTELCODE = "herstelcode"
    VERVANGER = "vervanger"
    SLEUTELBOS = "sleutelbos"
    FG = "fg"


# In the list, and in the journaal after "Kluis geopend met".
NAMEN = {
    SlotSoort.WACHTZIN: "de wachtzin",
    SlotSoort.HERSTELCODE: "de herstelcode",
    SlotSoort.VERVANGER: "de wachtzin van een vervanger",
    SlotSoort.SLEUTELBOS: "de korte zin",
    SlotSoort.FG: "de wachtzin van de FG",
}
# What opens the kluis anywhere, with nothing else: of these there must always be one.
ZELFSTANDIG = frozenset((SlotSoort.WACHTZIN, SlotSoort.VERVANGER, SlotSoort.HERSTELCODE))


@dataclass(frozen=True, slots=True)
class Slotgegevens:
    """What the key header says of one slot. tot: the last day on which it opens; None when there is none."""

    slot_id: str
    soort: SlotSoort
    tot: date | None = None


@dataclass(frozen=True, slots=True)
class Herstelblad:
    """What goes on paper for the safe. code: eight groups; gegevens: the copy of the key header, in groups.

    kenmerk: the first digits of the id of the kluis, to see which sheet belongs to which kluis.
    """

    code: str
    gegevens: str
    kenmerk: str


class Sleutelbeheer(Protocol):
    """What the screens may ask about the keys of the open kluis. zin: the wachtzin of whoever is at work now.

    Every change is slow (a second or more, in the worker), and the screen records it as an act afterwards.
    What is of somebody else only the coordinator or the herstelcode may change.
    """

    def sloten(self) -> tuple[Slotgegevens, ...]:
        """What opens the kluis, as the key files say it."""

    def geopend_met(self) -> Slotgegevens | None:
        """With which slot this session began; None after the making of a kluis."""

    def herstelblad(self, code: str) -> Herstelblad:
        """The sheet for a herstelcode that was just made."""

    def haal_uit_backup(self, bron: Path) -> None:
        """Both key files are lost: take them from a back-up of this kluis."""

    def wijzig_wachtzin(self, oud: str, nieuw: str) -> None:
        """Replace the wachtzin of whoever is at work."""

    def bereid_herstelcode_voor(self, zin: str) -> Herstelblad:
        """Think up a new herstelcode; nothing changes yet. The sheet is for after the change."""

    def neem_herstelcode(self) -> None:
        """The prepared herstelcode in the place of the old one; the old paper no longer opens this kluis."""

    def voeg_vervanger_toe(self, zin: str, zin_vervanger: str) -> None:
        """One more wachtzin, thought up and typed by the vervanger."""

    def laat_fg_toe(self, zin: str, zin_fg: str, tot: date) -> None:
        """A wachtzin that opens up to and including this day, and then no more."""

    def stel_korte_zin_in(self, zin: str, korte_zin: str) -> None:
        """Open with a short phrase too, on this computer only."""

    def trek_in(self, zin: str, slot_id: str) -> None:
        """Take a key away. Never the last one that opens anywhere."""

    def bereid_wissel_voor(self, zin: str) -> Herstelblad:
        """Think up a new main key; nothing changes yet. The sheet is for after the change."""

    def wissel(self) -> None:
        """Make the whole kluis anew under the prepared main key, verified, beside the present one."""

    def rond_wissel_af(self) -> None:
        """Main thread. Put the new kluis in the place of the old one; this session ends."""

    def vergeet_wissel(self) -> None:
        """Forget a prepared main key."""

    def genereer_korte_zin(self) -> str:
        """Three random Dutch words."""

    def beoordeel_korte_zin(self, tekst: str) -> Gebrek | None:
        """Is this short phrase good enough for beside a keystore?"""

    def korte_zin_mogelijk(self) -> bool | None:
        """Would the short phrase open it here? None: not known yet, ask again in a moment."""


def kan_weg(sloten: Sequence[Slotgegevens], slot_id: str) -> bool:
    """May this key be taken away? One that opens anywhere must stay."""
    return any(slot.soort in ZELFSTANDIG for slot in sloten if slot.slot_id != slot_id)


def mag_sleutels_beheren(met: Slotgegevens | None) -> bool:
    """May who opened with this key change keys of others? met: None after the making of a kluis.

    Not a vervanger: else he could take away every key but his own, and keep the kluis to himself. Whoever
    stands above both has the herstelcode.
    """
    return met is None or met.soort in (SlotSoort.WACHTZIN, SlotSoort.SLEUTELBOS, SlotSoort.HERSTELCODE)


def mag_intrekken(met: Slotgegevens | None, slot: Slotgegevens) -> bool:
    """May who opened with the one key take the other away? A vervanger his own, and that of the FG."""
    if met is None or mag_sleutels_beheren(met):
        return True
    return met.soort is SlotSoort.VERVANGER and (slot.slot_id == met.slot_id or slot.soort is SlotSoort.FG)


def alleen_verlopen(weg: Collection[Slotgegevens], vandaag: date) -> bool:
    """Did all of these go because their last day is over?"""
    return bool(weg) and all(slot.tot is not None and slot.tot < vandaag for slot in weg)
