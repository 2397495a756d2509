# SPDX-License-Identifier: EUPL-1.2
"""A kluis on disk: what lies in its folder, unlocking it, and changing who can.

Hides the slots, which copy of the header counts, and when a copy is repaired. Whoever calls this holds the
guard of `wacht.py`.
"""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from gemeente_pga.domain.kluisdienst import KluisSoort, KluisStaat
from gemeente_pga.domain.sleutels import ZELFSTANDIG
from gemeente_pga.kluis import bestanden
from gemeente_pga.kluis import sleutels as sl
from gemeente_pga.kluis.header import (
    DB_ZOUT_LENGTE,
    KLUIS_ID_LENGTE,
    LEESGRENZEN,
    MAX_SLOTS,
    Grenzen,
    Header,
    KdfParameters,
    Slot,
    SlotSoort,
    parse_header,
)
from gemeente_pga.kluis.kopieen import (
    AANLEG,
    commit_header,
    database_begin,
    is_vreemd,
    newest_first,
    read_kopieen,
    read_staat,
    write_kopieen,
)
from gemeente_pga.kluis.sleutelbos import GEHEIM_LENGTE, Sleutelbos
from gemeente_pga.kluis.sleutels import STANDAARD_KDF, Sleutels
from gemeente_pga.kluis.slots import (
    eis_wachtzin_soort,
    fg_kenmerken,
    herstelcode_slot,
    is_verlopen,
    wachtzin_slot,
)
from gemeente_pga.kluis.storingen import (
    FgToegangVerlopen,
    GeheimVervangen,
    HerstelbladAchterhaald,
    HerstelcodeOnjuist,
    KluisBestaatAl,
    KluisStoring,
    LaatsteSleutel,
    SleutelbestandBeschadigd,
    SleutelbestandVreemd,
    SleutelbosNietBeschikbaar,
    SleutelbosOnjuist,
    TeVeelSleutels,
    WachtzinOnjuist,
)

Keks = dict[tuple[bytes, KdfParameters | None], bytearray | None]


class Kluis:
    """The key side of one kluis folder."""

    def __init__(
        self, map_: Path, kopieen: dict[str, Header], grenzen: Grenzen, *, kijkt: bool = False
    ) -> None:
        """kijkt: only to see what a secret opens; writes nothing and looks at no database."""
        self.map = map_
        self._kijkt = kijkt
        # After unlocking: the copies that were bad and are good again, and those that could not be rewritten.
        self.hersteld: tuple[str, ...] = ()
        self.onhersteld: tuple[str, ...] = ()
        self._kopieen = kopieen
        self._grenzen = grenzen
        self._header = newest_first(kopieen)[0]

    @property
    def db_pad(self) -> Path:
        return self.map / bestanden.DATABASE

    @property
    def kluis_id(self) -> str:
        return self._header.kluis_id.hex()

    @property
    def soort(self) -> KluisSoort:
        return self._header.soort

    @property
    def header(self) -> Header:
        """The newest copy; certain only after unlocking."""
        return self._header

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots of the newest copy; certain only after unlocking."""
        return self._header.slots

    @staticmethod
    def aanwezig(map_: Path, *, grenzen: Grenzen = LEESGRENZEN) -> KluisStaat:
        """What lies in this folder. Reads a few bytes, derives nothing."""
        return read_staat(map_, grenzen)

    @classmethod
    def maak(
        cls,
        map_: Path,
        wachtzin: str,
        *,
        soort: KluisSoort = KluisSoort.KLUIS,
        kdf: KdfParameters = STANDAARD_KDF,
        grenzen: Grenzen = LEESGRENZEN,
    ) -> tuple["Kluis", Sleutels, str]:
        """Make the key files of a new kluis. The text is the herstelcode, for paper.

        The database comes after, then `voltooi`. What is left of a making that broke off before there was a
        database is first moved aside.
        """
        staat = cls.aanwezig(map_, grenzen=grenzen)
        if staat is KluisStaat.AANLEG_AFGEBROKEN:
            bestanden.move_aside(map_, (*bestanden.KOPIEEN, bestanden.DATABASE, bestanden.JOURNAL))
        elif staat is not KluisStaat.GEEN:
            raise KluisBestaatAl
        kop = Header(
            kluis_id=os.urandom(KLUIS_ID_LENGTE),
            volgnummer=1,
            soort=soort,
            db_zout=os.urandom(DB_ZOUT_LENGTE),
            slots=(),
            kenmerken=AANLEG,
        )
        sleutels = sl.derive_sleutels(sl.nieuwe_hoofdsleutel(), kop, SlotSoort.WACHTZIN)
        kluis = cls(map_, {bestanden.SLEUTEL_A: kop}, grenzen)
        try:
            slot = wachtzin_slot(sleutels.mk, kop.kluis_id, wachtzin, kdf, soort=SlotSoort.WACHTZIN)
            papier, code = herstelcode_slot(sleutels.mk, kop.kluis_id)
            kluis._bewaar(replace(kop, slots=(slot, papier)).verzegel(sleutels.k_hdr))
        except BaseException:
            sleutels.wis()
            raise
        return kluis, sleutels, code

    @classmethod
    def lees(cls, map_: Path, *, grenzen: Grenzen = LEESGRENZEN, kijkt: bool = False) -> "Kluis":
        """Read the copies that can be read. Raises a KluisStoring when none can."""
        return cls(map_, read_kopieen(map_, grenzen), grenzen, kijkt=kijkt)

    def open_met_wachtzin(self, wachtzin: str, *, soort: SlotSoort = SlotSoort.WACHTZIN) -> Sleutels:
        """Slow. The keys, for the wachtzin of the coordinator or of a vervanger."""
        eis_wachtzin_soort(soort)
        return self._open(soort, lambda slot: sl.kek_uit_wachtzin(wachtzin, slot), WachtzinOnjuist())

    def open_voor_fg(self, wachtzin: str, vandaag: date) -> Sleutels:
        """Slow. The keys, for the wachtzin of the FG, up to and including the last day of the slot.

        The end is kept by this program and not by the cryptography: whoever had the main key once could
        have kept it. A new main key ends that.
        """
        sleutels = self._open(
            SlotSoort.FG, lambda slot: sl.kek_uit_wachtzin(wachtzin, slot), WachtzinOnjuist()
        )
        slot = next(slot for slot in self.slots if slot.id == sleutels.slot_id)
        if is_verlopen(slot, vandaag):
            sleutels.wis()
            raise FgToegangVerlopen
        return sleutels

    def open_met_herstelcode(self, code: bytearray) -> Sleutels:
        """Fast. The keys, for the code that `herstelcode.parse_code` read. Wipes the code."""
        try:
            return self._open(
                SlotSoort.HERSTELCODE, lambda slot: sl.kek_uit_herstelcode(code, slot), HerstelcodeOnjuist()
            )
        finally:
            sl.wis(code)

    def open_met_sleutelbos(self, korte_zin: str, bos: Sleutelbos) -> Sleutels:
        """Slow. The keys, for the short phrase and the keystore of this computer together."""

        def kek(slot: Slot) -> bytearray | None:
            geheim = bos.fetch(self._bosnaam(slot))
            if geheim is None:
                return None
            try:
                return sl.kek_uit_sleutelbos(korte_zin, geheim, slot)
            finally:
                sl.wis(geheim)

        return self._open(SlotSoort.SLEUTELBOS, kek, SleutelbosOnjuist())

    def voltooi(self, sleutels: Sleutels) -> None:
        """The database is there: from now on its absence is an alarm. Closes its files to others."""
        for naam in (bestanden.DATABASE, bestanden.JOURNAL):
            bestanden.shield(self.map / naam)
        if self._header.kenmerken.get("aanleg"):
            self._vervolg(sleutels, self._header.slots)

    def wijzig_wachtzin(
        self,
        sleutels: Sleutels,
        nieuw: str,
        *,
        soort: SlotSoort = SlotSoort.WACHTZIN,
        slot_id: str = "",
        kdf: KdfParameters | None = None,
    ) -> None:
        """Slow. Replace the slots of this kind by one with this wachtzin; kdf: as it was.

        slot_id: replace only this one, because the others belong to other people.
        """
        eis_wachtzin_soort(soort)
        sleutels.eis_aanwezig()
        vervalt = tuple(slot for slot in self._van_soort(soort) if slot_id in ("", slot.id))
        kosten = kdf or next((slot.parameters for slot in vervalt), None) or STANDAARD_KDF
        slot = wachtzin_slot(sleutels.mk, self._header.kluis_id, nieuw, kosten, soort=soort)
        self._vervang(sleutels, slot, vervalt)

    def bereid_herstelcode_voor(self, sleutels: Sleutels) -> tuple[Header, str]:
        """A new code for paper, and the header in which it stands for the old one; nothing changes yet."""
        sleutels.eis_aanwezig()
        slot, code = herstelcode_slot(sleutels.mk, self._header.kluis_id)
        slots = self._vervangen(slot, self._van_soort(SlotSoort.HERSTELCODE))
        return self._opvolger(sleutels, slots), code

    def neem_opvolger(self, header: Header) -> None:
        """Put a prepared header in place: what it leaves out opens only old back-ups."""
        if (header.kluis_id, header.volgnummer) != (self._header.kluis_id, self._header.volgnummer + 1):
            raise HerstelbladAchterhaald
        self._bewaar(header)

    def voeg_slot_toe(
        self,
        sleutels: Sleutels,
        wachtzin: str,
        *,
        soort: SlotSoort = SlotSoort.VERVANGER,
        kdf: KdfParameters = STANDAARD_KDF,
        kenmerken: dict[str, str] | None = None,
    ) -> Slot:
        """Slow. One more wachtzin that opens this kluis. kenmerken are readable by anyone: no names."""
        sleutels.eis_aanwezig()
        eis_wachtzin_soort(soort)
        slot = wachtzin_slot(
            sleutels.mk, self._header.kluis_id, wachtzin, kdf, soort=soort, kenmerken=kenmerken
        )
        self._vervolg(sleutels, (*self.slots, slot))
        return slot

    def laat_fg_toe(
        self, sleutels: Sleutels, wachtzin: str, tot: date, *, kdf: KdfParameters = STANDAARD_KDF
    ) -> Slot:
        """Slow. A wachtzin that opens up to and including this day; an earlier FG slot goes."""
        sleutels.eis_aanwezig()
        slot = wachtzin_slot(
            sleutels.mk,
            self._header.kluis_id,
            wachtzin,
            kdf,
            soort=SlotSoort.FG,
            kenmerken=fg_kenmerken(tot),
        )
        self._vervang(sleutels, slot, self._van_soort(SlotSoort.FG))
        return slot

    def ruim_verlopen_op(self, sleutels: Sleutels, vandaag: date) -> bool:
        """Take away the FG slots whose last day is over; False when there were none."""
        over = tuple(slot for slot in self.slots if not is_verlopen(slot, vandaag))
        if len(over) == len(self.slots):
            return False
        self._vervolg(sleutels, over)
        return True

    def voeg_sleutelbos_toe(
        self, sleutels: Sleutels, korte_zin: str, bos: Sleutelbos, *, kdf: KdfParameters = STANDAARD_KDF
    ) -> Slot:
        """Slow. Open with a short phrase on this computer only, replacing an earlier such slot."""
        sleutels.eis_aanwezig()
        slot = sl.nieuw_slot(SlotSoort.SLEUTELBOS, kdf)
        geheim = bytearray(os.urandom(GEHEIM_LENGTE))
        try:
            if not bos.keep(self._bosnaam(slot), geheim):
                raise SleutelbosNietBeschikbaar
            kek = sl.kek_uit_sleutelbos(korte_zin, geheim, slot)
        finally:
            sl.wis(geheim)
        slot = sl.verpak(sleutels.mk, kek, slot, self._header.kluis_id)
        oude = self._van_soort(SlotSoort.SLEUTELBOS)
        self._vervang(sleutels, slot, oude)
        for oud in oude:
            bos.forget(self._bosnaam(oud))
        return slot

    def bosnamen(self) -> tuple[str, ...]:
        """Under which names the keystore of some computer holds the other half of a short phrase."""
        return tuple(self._bosnaam(slot) for slot in self._van_soort(SlotSoort.SLEUTELBOS))

    def verwijder_slot(self, sleutels: Sleutels, slot_id: str, bos: Sleutelbos | None = None) -> None:
        """Take a key away. Never the last one that opens without a keystore. bos: forgets its half, too."""
        weg = next((slot for slot in self.slots if slot.id == slot_id), None)
        over = tuple(slot for slot in self.slots if slot.id != slot_id)
        if len(over) == len(self.slots):
            raise ValueError("onbekend slot")
        if not any(slot.soort in ZELFSTANDIG for slot in over):
            raise LaatsteSleutel
        self._vervolg(sleutels, over)
        if bos is not None and weg is not None and weg.soort is SlotSoort.SLEUTELBOS:
            bos.forget(self._bosnaam(weg))

    def _open(
        self, soort: SlotSoort, kek_van: Callable[[Slot], bytearray | None], onjuist: KluisStoring
    ) -> Sleutels:
        """Find the newest copy that this secret opens and whose seal is true."""
        keks: Keks = {}
        uitkomst = onjuist
        try:
            for header in newest_first(self._kopieen):
                gevonden = _probeer_slots(header, soort, kek_van, keks)
                if gevonden is None:
                    continue
                slot, mk = gevonden
                sleutels = sl.derive_sleutels(mk, header, soort, slot.id)
                if not header.is_echt(sleutels.k_hdr):
                    uitkomst = SleutelbestandBeschadigd()
                elif not self._kijkt and is_vreemd(self.map, header):
                    uitkomst = SleutelbestandVreemd()
                else:
                    return self._aanvaard(header, sleutels)
                sleutels.wis()
        finally:
            for kek in keks.values():
                sl.wis(kek or bytearray())
        raise uitkomst

    def _aanvaard(self, header: Header, sleutels: Sleutels) -> Sleutels:
        nieuwer = [kopie for kopie in self._kopieen.values() if kopie.volgnummer > header.volgnummer]
        if any(kopie.is_echt(sleutels.k_hdr) for kopie in nieuwer):
            sleutels.wis()
            raise GeheimVervangen
        self._header = header
        if self._kijkt:
            return sleutels
        self.hersteld = self._schrijf_kopieen()
        if header.kenmerken.get("aanleg") and database_begin(self.map):
            self.voltooi(sleutels)
        return sleutels

    def _schrijf_kopieen(self) -> tuple[str, ...]:
        geschreven, self.onhersteld = write_kopieen(self.map, self._header)
        self._kopieen = dict.fromkeys(bestanden.KOPIEEN, self._header)
        return geschreven

    def _bosnaam(self, slot: Slot) -> str:
        return f"{self.kluis_id}-{slot.id}"

    def _van_soort(self, soort: SlotSoort) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.slots if slot.soort is soort)

    def _vervangen(self, nieuw: Slot, vervalt: tuple[Slot, ...]) -> tuple[Slot, ...]:
        """The new slot stands where the first of the old ones stood."""
        plaats = self.slots.index(vervalt[0]) if vervalt else len(self.slots)
        over = [slot for slot in self.slots if slot not in vervalt]
        return (*over[:plaats], nieuw, *over[plaats:])

    def _vervang(self, sleutels: Sleutels, nieuw: Slot, vervalt: tuple[Slot, ...]) -> None:
        self._vervolg(sleutels, self._vervangen(nieuw, vervalt))

    def _vervolg(self, sleutels: Sleutels, slots: tuple[Slot, ...]) -> None:
        """Write the successor of the present header."""
        self._bewaar(self._opvolger(sleutels, slots))

    def _opvolger(self, sleutels: Sleutels, slots: tuple[Slot, ...]) -> Header:
        if len(slots) > MAX_SLOTS:
            raise TeVeelSleutels
        sleutels.eis_aanwezig()
        kenmerken = {naam: waarde for naam, waarde in self._header.kenmerken.items() if naam not in AANLEG}
        return self._header.volgende(slots=slots, kenmerken=kenmerken).verzegel(sleutels.k_hdr)

    def _bewaar(self, header: Header) -> None:
        """B first: once it is on the disk the change counts, and A follows now or at the next opening."""
        if parse_header(header.tekst(), self._grenzen) != header:
            raise ValueError("header is niet leesbaar")
        commit_header(self.map, header)
        self._header = header
        self._schrijf_kopieen()


def _probeer_slots(
    header: Header, soort: SlotSoort, kek_van: Callable[[Slot], bytearray | None], keks: Keks
) -> tuple[Slot, bytearray] | None:
    """The first slot that yields the main key, with it; no derivation is done twice."""
    for slot in header.slots:
        if slot.soort is not soort:
            continue
        merk = (slot.zout, slot.parameters)
        if merk not in keks:
            keks[merk] = kek_van(slot)
        kek = keks[merk]
        mk = sl.pak_uit(kek, slot, header.kluis_id) if kek is not None else None
        if mk is not None:
            return slot, mk
    return None
