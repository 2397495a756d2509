# SPDX-License-Identifier: EUPL-1.2
"""The keys of one kluis: opening it with any of them, and changing which there are.

Joins kluis (key files, keystore) and store (for a new main key). Hides which slot a wachtzin belongs to, that
expired access is cleared away after opening, and the keys of a new main key while it is being prepared.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.sleutels import (
    Herstelblad,
    Slotgegevens,
    SlotSoort,
    mag_intrekken,
    mag_sleutels_beheren,
)
from gemeente_pga.kluis import bestanden, slots, wachtzin
from gemeente_pga.kluis.grafstenen import read_grafstenen
from gemeente_pga.kluis.header import Header, KdfParameters
from gemeente_pga.kluis.kluis import Kluis
from gemeente_pga.kluis.papier import format_gegevens
from gemeente_pga.kluis.sleutelbos import LIMIET, Sleutelbos
from gemeente_pga.kluis.sleutels import Sleutels, calibrate_kdf
from gemeente_pga.kluis.storingen import (
    FgToegangVerlopen,
    GeenVerlof,
    KorteZinIsWachtzin,
    SleutelbestandNietOpgeslagen,
    SleutelOnbekend,
    WisselAchterhaald,
    WisselMislukt,
    ZelfdeZin,
)
from gemeente_pga.kluis.wissel import Wissel, begin_map, commit_map, drop_map, prepare_wissel
from gemeente_pga.paths import resource

if TYPE_CHECKING:
    from gemeente_pga.store.store import Store
    from gemeente_pga.store.wissel import Gewisseld

T = TypeVar("T")
_KENMERK = 8  # digits of the id of the kluis that stand on the herstelblad


@dataclass
class _Voorbereid:
    """A new main key, from thinking it up until the change-over."""

    wissel: Wissel
    oud: Sleutels
    gewisseld: "Gewisseld | None" = None

    def wis(self) -> None:
        self.wissel.wis()
        self.oud.wis()


class Sleutelbeheer:
    """One per Dienst. lees: the key files of the chosen kluis, anew each time."""

    def __init__(
        self,
        lees: Callable[[], Kluis],
        store: Callable[[], "Store | None"],
        klok: Callable[[], datetime],
        *,
        kdf: KdfParameters | None,
        bos: Callable[[float], Sleutelbos],
        haal_uit_backup: Callable[[Path], None],
        na_wissel: Callable[[], None],
    ) -> None:
        """haal_uit_backup: takes the key files from a back-up. na_wissel: called after a new main key."""
        self._lees = lees
        self._store = store
        self._klok = klok
        self._kdf = kdf
        self._bos = bos
        self._haal_uit_backup = haal_uit_backup
        self._na_wissel = na_wissel
        self.bestand_hersteld = False  # the key files were lost and are there again
        self._met: Slotgegevens | None = None
        self._voorbereid: _Voorbereid | None = None
        self._kop: Header | None = None  # with a new herstelcode, until it is known to be on paper
        self._peiling: tuple[tuple[str, ...], Callable[[], bool | None]] | None = None

    # ---- getting in

    def open(self, kluis: Kluis, zin: str, soort: SlotSoort) -> Sleutels:
        """Slow. The keys, for a wachtzin or the short phrase, and a session with them."""
        sleutels = self.ontsluit(kluis, zin, soort)
        self.onthoud(kluis, sleutels)
        return sleutels

    def ontsluit(self, kluis: Kluis, zin: str, soort: SlotSoort) -> Sleutels:
        """Slow. The keys, and no session begins."""
        if soort is SlotSoort.FG:
            return kluis.open_voor_fg(zin, self._vandaag())
        if soort is SlotSoort.SLEUTELBOS:
            return kluis.open_met_sleutelbos(zin, self._bos(LIMIET))
        return kluis.open_met_wachtzin(zin, soort=soort)

    def onthoud(self, kluis: Kluis, sleutels: Sleutels) -> None:
        """These keys begin a session."""
        slot = next((slot for slot in kluis.slots if slot.id == sleutels.slot_id), None)
        self._met = slots.gegevens(slot) if slot is not None else None

    def ruim_op(self, kluis: Kluis, sleutels: Sleutels) -> None:
        """Clear expired access away; only once the day is certain."""
        with suppress(SleutelbestandNietOpgeslagen):  # then at the next opening
            kluis.ruim_verlopen_op(sleutels, self._vandaag())

    def eis_geldig(self, laatste: date) -> None:
        """After opening: the clock may have been put back, but the journaal knows a later day."""
        if self._met is not None and self._met.tot is not None and self._met.tot < laatste:
            raise FgToegangVerlopen

    def eis_bekend(self, bekend: Sequence[Slotgegevens]) -> None:
        """After opening: key files of before may have been put back, but the kluis knows whose key was taken.

        Only of a vervanger or the FG: the coordinator must always get in, and is told of the difference.
        """
        if self._met is None or self._met.soort not in (SlotSoort.VERVANGER, SlotSoort.FG):
            return
        if bekend and self._met.slot_id not in {slot.slot_id for slot in bekend}:
            raise SleutelOnbekend

    def nieuw(self, kluis: Kluis, sleutels: Sleutels, zin: str) -> None:
        """Slow. Replace a lost wachtzin of the coordinator."""
        kluis.wijzig_wachtzin(sleutels, zin, kdf=self.kdf(kluis))

    def kdf(self, kluis: Kluis | None = None) -> KdfParameters:
        """What a guess costs: as measured when the kluis was made, or else measured now."""
        eerder = (slot.parameters for slot in kluis.slots) if kluis is not None else iter(())
        return self._kdf or next((kosten for kosten in eerder if kosten is not None), None) or calibrate_kdf()

    def haal_uit_backup(self, bron: Path) -> None:
        """Slow. Both key files are lost: take them from a back-up of this kluis."""
        self._haal_uit_backup(bron)
        self.bestand_hersteld = True

    # ---- what there is

    def sloten(self) -> tuple[Slotgegevens, ...]:
        """What opens the kluis, as the key files say it."""
        return tuple(slots.gegevens(slot) for slot in self._lees().slots)

    def geopend_met(self) -> Slotgegevens | None:
        """With which slot this session began; None after the making of a kluis."""
        return self._met

    def herstelblad(self, code: str) -> Herstelblad:
        """The sheet for a herstelcode that was just made."""
        return _blad(self._lees().header, code)

    def korte_zin_mogelijk(self) -> bool | None:
        """Would the short phrase open it here? None: not known yet, ask again in a moment."""
        namen = self._lees().bosnamen()
        if not namen:
            return False
        if self._peiling is None or self._peiling[0] != namen:
            self._peiling = (namen, self._bos(LIMIET).peil(namen))
        return self._peiling[1]()

    # ---- changing it

    def bevestig(self, zin: str) -> None:
        """Slow. Ask again who is there."""
        kluis = self._lees()
        voor_fg = self._met is not None and self._met.soort is SlotSoort.FG
        (kluis.open_voor_fg(zin, self._vandaag()) if voor_fg else self._bewijs(kluis, zin)).wis()

    def bewijs(self, zin: str) -> tuple[Kluis, Sleutels]:
        """Slow. The key files with the keys, for the wachtzin of whoever is at work; wiped by the caller."""
        kluis = self._lees()
        return kluis, self._bewijs(kluis, zin)

    def wijzig_wachtzin(self, oud: str, nieuw: str) -> None:
        """Slow. Replace the wachtzin of whoever is at work; those of others stay."""

        def doe(kluis: Kluis, sleutels: Sleutels) -> None:
            soort = sleutels.slot
            eigen = sleutels.slot_id if soort is SlotSoort.VERVANGER else ""
            kluis.wijzig_wachtzin(sleutels, nieuw, soort=soort, slot_id=eigen, kdf=self._kdf)
            if eigen:
                self._met = slots.gegevens(
                    next(s for s in kluis.slots if s.soort is soort and s.id not in bekend)
                )

        bekend = {slot.slot_id for slot in self.sloten()}
        self._wijzig(oud, doe, nieuw)

    def bereid_herstelcode_voor(self, zin: str) -> Herstelblad:
        """Slow. Think up a new herstelcode; the old one stays good until `neem_herstelcode`."""
        self._eis_beheer()
        self._kop, code = self._wijzig(zin, Kluis.bereid_herstelcode_voor)
        return _blad(self._kop, code)

    def neem_herstelcode(self) -> None:
        """Slow. The prepared herstelcode in the place of the old one; the old paper is worth nothing now."""
        kop, self._kop = self._kop, None
        if kop is None:
            raise RuntimeError("no herstelcode has been prepared")
        self._moet_leiden()
        self._lees().neem_opvolger(kop)

    def voeg_vervanger_toe(self, zin: str, zin_vervanger: str) -> None:
        """Slow. One more wachtzin, thought up and typed by the vervanger."""
        self._eis_beheer()
        self._wijzig(
            zin,
            lambda kluis, sleutels: kluis.voeg_slot_toe(sleutels, zin_vervanger, kdf=self.kdf(kluis)),
            zin_vervanger,
        )

    def laat_fg_toe(self, zin: str, zin_fg: str, tot: date) -> None:
        """Slow. A wachtzin that opens up to and including this day, and then no more."""
        self._wijzig(
            zin,
            lambda kluis, sleutels: kluis.laat_fg_toe(sleutels, zin_fg, tot, kdf=self.kdf(kluis)),
            zin_fg,
        )

    def stel_korte_zin_in(self, zin: str, korte_zin: str) -> None:
        """Slow. Open with a short phrase too, on this computer only."""
        self._eis_beheer()
        if korte_zin.casefold() in zin.casefold():
            raise KorteZinIsWachtzin
        self._wijzig(
            zin,
            lambda kluis, sleutels: kluis.voeg_sleutelbos_toe(
                sleutels, korte_zin, self._bos(LIMIET), kdf=self.kdf(kluis)
            ),
        )
        self._peiling = None

    def trek_in(self, zin: str, slot_id: str) -> None:
        """Slow. Take a key away. Never the last one that opens anywhere."""
        if not all(mag_intrekken(self._met, slot) for slot in self.sloten() if slot.slot_id == slot_id):
            raise GeenVerlof
        self._wijzig(zin, lambda kluis, sleutels: kluis.verwijder_slot(sleutels, slot_id, self._bos(LIMIET)))

    def genereer_korte_zin(self) -> str:
        """Three random Dutch words, good enough in the eyes of ``beoordeel_korte_zin``."""
        return wachtzin.generate_korte_zin(woorden())

    def beoordeel_korte_zin(self, tekst: str) -> Gebrek | None:
        """Is this short phrase good enough for beside a keystore?"""
        return wachtzin.beoordeel_korte_zin(tekst, woorden())

    # ---- a new main key

    def bereid_wissel_voor(self, zin: str) -> Herstelblad:
        """Slow. Think up a new main key; nothing changes yet. The sheet is for after the change."""
        self._eis_beheer()
        self._moet_leiden()
        self.vergeet_wissel()
        kluis = self._lees()
        oud = self._bewijs(kluis, zin)
        if oud.slot is not SlotSoort.WACHTZIN:
            oud.wis()
            raise GeenVerlof
        wissel = prepare_wissel(kluis.header, zin, self.kdf(kluis))
        self._voorbereid = _Voorbereid(wissel, oud)
        return _blad(wissel.header, wissel.code)

    def wissel(self) -> None:
        """Slow. Make the whole kluis anew under the prepared main key, verified, beside the present one."""
        from gemeente_pga.handelingen.sleutels import renew_hoofdsleutel
        from gemeente_pga.kluis.merk import Merk
        from gemeente_pga.store.wissel import Sleutelpaar, make_gewisseld

        voor, store, kluis = self._voorbereid, self._store(), self._lees()
        if voor is None or store is None:
            raise RuntimeError("no new main key has been prepared")
        self._eis_actueel(voor, kluis)
        nieuw, oud = voor.wissel.sleutels, voor.oud
        map_ = begin_map(kluis.map)
        sloten = tuple(slots.gegevens(slot) for slot in voor.wissel.header.slots)
        try:
            voor.gewisseld = make_gewisseld(
                store,
                map_ / bestanden.DATABASE,
                Sleutelpaar(oud.k_db, oud.k_log, oud.db_zout),
                Sleutelpaar(nieuw.k_db, nieuw.k_log, nieuw.db_zout),
                klok=self._klok,
                leg_vast=lambda s: renew_hoofdsleutel(s, bytes(nieuw.k_log), sloten, self._vandaag()),
            )
            merk = Merk(map_, nieuw.kluis_id, nieuw.k_mark)
            merk.grafstenen = read_grafstenen(kluis.map)[1]
            merk.begin(voor.gewisseld.n, voor.gewisseld.h)
            merk.wis()
        except BaseException as fout:
            drop_map(kluis.map)
            if isinstance(fout, OSError):
                raise WisselMislukt from fout
            raise

    def rond_wissel_af(self) -> None:
        """Main thread. Put the new kluis in the place of the old one; this session ends."""
        voor, store, kluis = self._voorbereid, self._store(), self._lees()
        if voor is None or store is None or voor.gewisseld is None:
            raise RuntimeError("no new kluis has been made")
        try:
            self._eis_actueel(voor, kluis)
            if store.gewijzigd != voor.gewisseld.gewijzigd:
                raise WisselAchterhaald
            store.close()
            commit_map(kluis.map, voor.wissel.header, (voor.oud, voor.wissel.sleutels))
            self._na_wissel()
        finally:
            drop_map(kluis.map)  # nothing is left of it after the change-over
            self.vergeet_wissel()

    def vergeet_wissel(self) -> None:
        """Forget a prepared main key."""
        if self._voorbereid is not None:
            self._voorbereid.wis()
            self._voorbereid = None

    # ---- inside

    def _bewijs(self, kluis: Kluis, zin: str) -> Sleutels:
        """The keys, for the wachtzin of whoever is at work; the FG may change nothing."""
        soort = self._met.soort if self._met is not None else SlotSoort.WACHTZIN
        if soort is SlotSoort.FG:
            raise GeenVerlof
        vervanger = soort is SlotSoort.VERVANGER
        return kluis.open_met_wachtzin(zin, soort=soort if vervanger else SlotSoort.WACHTZIN)

    def _eis_beheer(self) -> None:
        if not mag_sleutels_beheren(self._met):
            raise GeenVerlof

    def _moet_leiden(self) -> None:
        """What cannot be recorded is not changed: the key files would differ from the kluis."""
        store = self._store()
        if store is not None and not store.toestand.leidend:
            from gemeente_pga.domain.waarneming import NietLeidend

            raise NietLeidend(store.toestand)

    def _wijzig(self, zin: str, doe: Callable[[Kluis, Sleutels], T], ander: str = "") -> T:
        """ander: the phrase of a new key; one phrase for two keys would blur who did what."""
        self._moet_leiden()
        kluis = self._lees()
        sleutels = self._bewijs(kluis, zin)
        try:
            if ander.strip() == zin.strip():
                raise ZelfdeZin
            return doe(kluis, sleutels)
        finally:
            sleutels.wis()

    def _eis_actueel(self, voor: _Voorbereid, kluis: Kluis) -> None:
        if kluis.header.volgnummer != voor.wissel.na:
            raise WisselAchterhaald

    def _vandaag(self) -> date:
        return self._klok().date()


def _blad(header: Header, code: str) -> Herstelblad:
    return Herstelblad(code, format_gegevens(header), header.kluis_id.hex()[:_KENMERK])


def woorden() -> tuple[str, ...]:
    """The Dutch words that wachtzinnen are made of."""
    return wachtzin.read_woordenlijst(resource("woordenlijst/wachtzin-nl.txt"))
