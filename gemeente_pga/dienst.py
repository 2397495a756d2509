# SPDX-License-Identifier: EUPL-1.2
"""The Kluisdienst: joins the keys (kluis) and the file (store) into what the screens may ask.

Slow work runs in the worker and touches key files only; the store is made, opened and closed on the main
thread. Hides where kluizen lie, how long keys live, and what is remembered outside the kluis.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from gemeente_pga.domain.beleid import GEEN_BELEID
from gemeente_pga.domain.gebrek import Gebrek, Storing
from gemeente_pga.domain.kluisdienst import KluisSoort, KluisStaat, Sterkte
from gemeente_pga.domain.sleutels import Slotgegevens, SlotSoort
from gemeente_pga.kluis import bestanden, slots
from gemeente_pga.kluis.header import LEESGRENZEN, Grenzen, KdfParameters
from gemeente_pga.kluis.kluis import Kluis
from gemeente_pga.kluis.sleutelbos import Sleutelbos
from gemeente_pga.kluis.sleutels import Sleutels
from gemeente_pga.kluis.storingen import HerstelcodeOnjuist, PapierOnjuist, SleutelbestandOnleesbaar
from gemeente_pga.kluis.terugzetting import finish_terugzetting, read_briefje
from gemeente_pga.kluis.wacht import Wacht
from gemeente_pga.kluis.wissel import Afloop, drop_map, settle_wissel
from gemeente_pga.voorkeuren import Voorkeuren

# Not needed to draw the unlock page: loaded right after it (vooraf.py), so imported where it is used.
if TYPE_CHECKING:
    from gemeente_pga.backupbeheer import Backupbeheer
    from gemeente_pga.domain.handeling import Handeling
    from gemeente_pga.domain.klok import Klokbevinding
    from gemeente_pga.grafwacht import Grafwacht
    from gemeente_pga.merkwacht import Boskopie, Merkwacht
    from gemeente_pga.pakketbeheer import Pakketbeheer
    from gemeente_pga.sleutelbeheer import Sleutelbeheer
    from gemeente_pga.store.herstel import Keuring
    from gemeente_pga.store.store import Store
    from gemeente_pga.waarneembeheer import Waarneembeheer

_GEDULD = 3.0  # seconds for a predecessor that is just ending (locking starts the program anew)


class Dienst:
    """One per running program. `store` is there after betreed()."""

    def __init__(
        self,
        mappen: Mapping[KluisSoort, Callable[[], Path]],
        instellingen: Path,
        klok: Callable[[], datetime],
        *,
        kdf: KdfParameters | None = None,
        grenzen: Grenzen = LEESGRENZEN,
        bos: Callable[[float], Sleutelbos] = lambda limiet: Sleutelbos(limiet=limiet),
    ) -> None:
        self._mappen = mappen
        self._voorkeuren = Voorkeuren(instellingen)
        self._klok = klok
        self._grenzen = grenzen
        self._wacht: Wacht | None = None
        self.bijgewerkt: Path | None = None  # after opening: the back-up of before it was brought up to date
        self._kosten = (kdf, grenzen)
        self._bos = bos
        self._boskopie: Boskopie | None = None
        self._keuring: Keuring | None = None
        self._klaar: tuple[Kluis, Sleutels, bool] | None = (
            None  # keys from unlocking until the file is judged
        )
        self.merkwacht: Merkwacht | None = None
        self.grafwacht: Grafwacht | None = None
        self.hersteld: bool | None = None  # after judging: a torn free page was found, and (not) repaired
        self.opnieuw_vernietigd = 0  # after entering: what came back out of a back-up
        self.sleutelverschil: Handeling | None = None  # after entering: how the key files had changed
        self.kopie_mislukt = False  # after entering: one of the two copies of the header is bad and stayed so
        self.vreemd = False  # something beside the kluis passed itself off as ours, and was set aside
        self.klok: Klokbevinding | None = None  # after opening: the user said that the clock is right
        self.klok_achter: date | None = None  # after entering: a day of the log that has yet to come
        self.soort = KluisSoort.KLUIS
        self.beleid = GEEN_BELEID  # what the administrator laid down; app reads it before anything else
        self.store: Store | None = None

    @cached_property
    def sleutels(self) -> "Sleutelbeheer":
        """Who gets in."""
        from gemeente_pga.kluis.herstel import copy_header
        from gemeente_pga.sleutelbeheer import Sleutelbeheer

        return Sleutelbeheer(
            self._lees,
            lambda: self.store,
            self._klok,
            kdf=self._kosten[0],
            bos=self._bos,
            haal_uit_backup=lambda bron: copy_header(self.map(), bron, grenzen=self._grenzen),
            na_wissel=self.onthoud_wissel,
        )

    @cached_property
    def backup(self) -> "Backupbeheer":
        """Making back-ups, and putting them back."""
        from gemeente_pga.backupbeheer import Backupbeheer

        return Backupbeheer(
            self.map, lambda: self.store, lambda: self.grafwacht, self._klok, self._grenzen, self._open
        )

    @cached_property
    def waarneming(self) -> "Waarneembeheer":
        """Giving the kluis out of hands, and taking one in."""
        from gemeente_pga.waarneembeheer import Waarneembeheer

        return Waarneembeheer(
            self.sleutels, self.map, lambda: self.store, lambda: self.merkwacht, self._klok,
            grenzen=self._grenzen, kopieer=self.backup.maak, voorkeur=self.voorkeur, onthoud=self.onthoud,
        )  # fmt: skip

    @property
    def pakketten(self) -> "Pakketbeheer":
        """Files with whole dossiers."""
        from gemeente_pga.pakketbeheer import Pakketbeheer

        return Pakketbeheer(*self._kosten)

    # ---- which kluis

    def map(self, soort: KluisSoort | None = None) -> Path:
        """The folder of this kluis."""
        return self._mappen[soort or self.soort]()

    def kies(self, soort: KluisSoort) -> None:
        """From now on this one; nobody else may work in its folder meanwhile."""
        eigen = self._wacht if soort is self.soort else None  # a guard that is held would wait for itself
        wacht = eigen or Wacht.neem(self.map(soort), geduld=_GEDULD)
        (self.verlaat if eigen else self.laat_los)()
        self.soort, self._wacht = soort, wacht
        try:
            drop_map(self.map())
            finish_terugzetting(self.map())
        except OSError as fout:  # the folder may not even be looked into
            raise SleutelbestandOnleesbaar from fout

    def laat_los(self) -> None:
        """Close what is open, forget all keys and let another process in."""
        self.verlaat()
        if self._wacht is not None:
            self._wacht.laat_los()
            self._wacht = None

    def verlaat(self) -> None:
        """Close what is open and forget all keys; nobody else gets in."""
        self._vergeet()
        if "sleutels" in self.__dict__:  # what was never asked for has nothing to forget
            self.sleutels.vergeet_wissel()
        if "waarneming" in self.__dict__:
            self.waarneming.vergeet()
        self._sluit_store()

    def gooi_oefenkluis_weg(self) -> None:
        """Remove the practice kluis, whatever state it is in; nothing in it is about anybody."""
        self.laat_los()
        try:
            bestanden.empty_folder(self.map(KluisSoort.OEFENKLUIS))
        except OSError as fout:
            raise Storing(
                "De oefenomgeving kan niet worden weggehaald.", "Sluit andere vensters van het programma."
            ) from fout

    def vandaag(self) -> date:
        """The day it is now."""
        return self._klok().date()

    def staat(self, soort: KluisSoort | None = None) -> KluisStaat:
        """What lies in the folder of this kluis."""
        return Kluis.aanwezig(self.map(soort), grenzen=self._grenzen)

    def sloten(self) -> tuple[Slotgegevens, ...]:
        """What opens it, as the key files say it."""
        return tuple(slots.gegevens(slot) for slot in self._lees().slots)

    # ---- getting in

    def maak(self, wachtzin: str, soort: KluisSoort | None = None) -> str:
        """Slow. Make the key files; return the herstelcode, to be shown once. `betreed` does the rest.

        How much work a guess will cost is measured on this computer, unless the tests say otherwise.
        """
        self._vergeet()
        kluis, sleutels, code = Kluis.maak(
            self.map(soort),
            wachtzin,
            soort=soort or self.soort,
            kdf=self.sleutels.kdf(),
            grenzen=self._grenzen,
        )
        self._klaar = (kluis, sleutels, True)
        return code

    def ontgrendel(
        self, wachtzin: str, soort: KluisSoort | None = None, *, met: SlotSoort = SlotSoort.WACHTZIN
    ) -> None:
        """Slow. Derive the keys from a wachtzin (or the short phrase) and hold them ready for `betreed`."""
        kluis = self._begin_openen(soort, lambda kluis: self.sleutels.ontsluit(kluis, wachtzin, met))
        self._klaar = (kluis, self.sleutels.open(kluis, wachtzin, met), False)

    def ontgrendel_met_herstelcode(self, code: str, nieuw: str, soort: KluisSoort | None = None) -> None:
        """Slow. Open with the herstelcode, and replace the lost wachtzin by a new one."""
        kluis = self._begin_openen(soort, lambda kluis: kluis.open_met_herstelcode(_parse(code)))
        self._neem_met_nieuwe_wachtzin(kluis, kluis.open_met_herstelcode(_parse(code)), nieuw)

    def herstel_van_papier(
        self, code: str, gegevens: str, nieuw: str, soort: KluisSoort | None = None
    ) -> None:
        """Slow. Both key files are lost: make them again from the herstelblad, with a new wachtzin."""
        from gemeente_pga.kluis import papier
        from gemeente_pga.kluis.herstel import restore_header
        from gemeente_pga.merkwacht import Boskopie

        self._vergeet()
        kop = papier.parse_gegevens(gegevens)
        if isinstance(kop, Gebrek):
            raise PapierOnjuist
        kluis, sleutels = restore_header(self.map(soort), _parse(code), kop, grenzen=self._grenzen)
        self._boskopie = Boskopie(kluis.kluis_id, self._bos)
        self.sleutels.bestand_hersteld = True
        self._neem_met_nieuwe_wachtzin(kluis, sleutels, nieuw)

    def betreed(self, toch: str = "", *, alleen_lezen: bool = False, datum_klopt: bool = False) -> None:
        """Main thread. Open (after `maak`: create) the database with the keys held; quick.

        A MerkStoring, KlokStoring or NietSchrijfbaar leaves the keys held, so that this can be called again.
        toch: why the user goes on although the mark does not agree. alleen_lezen: only to make a back-up.
        datum_klopt: the user says that it is today, whatever the journaal thinks.
        """
        from gemeente_pga.domain.klok import KlokStoring
        from gemeente_pga.domain.merk import MerkStoring
        from gemeente_pga.grafwacht import Grafwacht
        from gemeente_pga.klokwacht import toets_klok
        from gemeente_pga.kluis.merk import Merk
        from gemeente_pga.merkwacht import Merkwacht
        from gemeente_pga.store.storingen import NietSchrijfbaar

        if self._klaar is None:
            raise RuntimeError("nothing has been unlocked")
        kluis, sleutels, nieuw = self._klaar
        self._sluit_store()
        self.kopie_mislukt, self.klok = bool(kluis.onhersteld), None

        def klok(store: "Store") -> "Klokbevinding | None":
            """The stories of the practice kluis have days of their own."""
            if self.soort is KluisSoort.OEFENKLUIS:
                return None
            return toets_klok(store, self.vandaag(), datum_klopt=datum_klopt)

        def voor_bijwerken(store: "Store") -> None:
            self.klok = klok(store)
            self.bijgewerkt = self.backup.maak_voor_bijwerken(store)

        try:
            self.store = self._open(kluis, sleutels, voor_bijwerken, nieuw=nieuw, alleen_lezen=alleen_lezen)
            self.merkwacht = Merkwacht(Merk(kluis.map, sleutels.kluis_id, sleutels.k_mark), self._boskopie)
            self.grafwacht = Grafwacht(kluis.map, self.merkwacht)
            if nieuw:
                kluis.voltooi(sleutels)
                self.merkwacht.begin(self.store)
                self._vergeet()
            elif not alleen_lezen:
                bevinding = klok(self.store)
                self.klok = self.klok or bevinding
                verklaard = self.backup.lees_briefje(self.store)
                self.vreemd = self.vreemd or self.backup.vreemd
                self.merkwacht.toets(self.store, toch, verklaard)
                self.grafwacht.toets(self.store, self.backup.meegebracht())
                self.sleutels.ruim_op(kluis, sleutels)
            self.grafwacht.volg(self.store)
        except BaseException as fout:
            self._sluit_store()
            if not isinstance(fout, MerkStoring | KlokStoring | NietSchrijfbaar):
                self._vergeet()
            raise

    def keur(self, voortgang: Callable[[float], None] | None = None) -> None:
        """Slow. After `betreed` and before anything is shown: read the whole file. Raises a Storing."""
        from gemeente_pga.store import herstel

        if self.store is None:
            raise RuntimeError("no kluis is open")
        self._keuring = herstel.keur(self.store, voortgang)

    def rond_keuring_af(self) -> None:
        """Main thread. After `keur`: put a repaired file in place if there is one, and forget the keys."""
        from gemeente_pga.store import herstel

        keuring, self._keuring = self._keuring, None
        if keuring is None or self.store is None or self._klaar is None or self.merkwacht is None:
            raise RuntimeError("nothing has been judged")
        kluis, sleutels, _ = self._klaar
        self.hersteld = False if keuring.losse_paginas else None
        if keuring.kopie is not None:
            self.store.close()
            self.store, self.hersteld = herstel.wissel(
                kluis.db_pad, keuring.kopie, lambda: self._open(kluis, sleutels)
            )
            self.merkwacht.volg(self.store)
            if self.grafwacht is not None:
                self.grafwacht.volg(self.store)
        self._vergeet()

    # ---- changing who gets in

    def bevestig_wachtzin(self, wachtzin: str) -> None:
        """Slow. Ask again who is there; raises a Storing when the wachtzin is wrong."""
        self.sleutels.bevestig(wachtzin)

    def genereer_wachtzin(self) -> str:
        """Six random Dutch words."""
        from gemeente_pga.kluis.wachtzin import generate_wachtzin
        from gemeente_pga.sleutelbeheer import woorden

        return generate_wachtzin(woorden())

    def beoordeel_wachtzin(self, tekst: str) -> Gebrek | Sterkte:
        """Is this wachtzin of the user's own strong enough?"""
        from gemeente_pga.kluis.wachtzin import beoordeel_wachtzin
        from gemeente_pga.sleutelbeheer import woorden

        return beoordeel_wachtzin(tekst, woorden())

    def controleer_herstelcode(self, tekst: str) -> Gebrek | None:
        """Is this a well-typed herstelcode?"""
        from gemeente_pga.kluis.herstelcode import parse_code

        gelezen = parse_code(tekst)
        return gelezen if isinstance(gelezen, Gebrek) else None

    def controleer_sleutelgegevens(self, tekst: str) -> Gebrek | None:
        """Are these well-typed sleutelgegevens of a herstelblad?"""
        from gemeente_pga.kluis.papier import parse_gegevens

        gelezen = parse_gegevens(tekst)
        return gelezen if isinstance(gelezen, Gebrek) else None

    # ---- back-up

    def laatste_backup(self, soort: KluisSoort | None = None) -> datetime | None:
        """When the last good back-up was made; None when there never was one."""
        return self._voorkeuren.lees_moment("backup", (soort or self.soort).value)

    def maak_backup(self, doel: Path) -> Path:
        """Slow. Make and verify a back-up in this folder; return where it lies."""
        kopie = self.backup.maak(doel)
        self._onthoud_backup(kopie.gemaakt_op)
        return kopie.map

    def red(self, doel: Path) -> Path:
        """Slow. Make and verify a back-up of a kluis that cannot be written; nothing is noted down of it."""
        return self.backup.maak(doel).map

    def zet_backup_terug(self, bron: Path) -> None:
        """Slow. Put this back-up in the empty place of a kluis; never over an existing one."""
        from gemeente_pga.store.storingen import PlaatsNietLeeg

        if self.staat() not in (KluisStaat.GEEN, KluisStaat.AANLEG_AFGEBROKEN, KluisStaat.WEG):
            raise PlaatsNietLeeg
        gemaakt_op = self.backup.zet_terug_op_lege_plaats(bron)
        with suppress(Storing):  # only the word of it on the unlock page
            self._onthoud_backup(gemaakt_op)

    # ---- what is kept outside the kluis: nothing personal

    def voorkeur(self, deel: str, sleutel: str) -> str:
        """What was remembered; "" when nothing was."""
        return self._voorkeuren.lees(deel, sleutel)

    def onthoud(self, deel: str, sleutel: str, waarde: str) -> None:
        """Remember this for the next start."""
        self._voorkeuren.onthoud(deel, sleutel, waarde)

    def net_teruggezet(self) -> bool:
        """Was a back-up put back here that has not been opened yet?"""
        return read_briefje(self.map()) is not None

    def net_gewisseld(self, soort: KluisSoort | None = None) -> bool:
        """Has the main key been renewed since the kluis was last opened?"""
        return bool(self.voorkeur("gewisseld", (soort or self.soort).value))

    def onthoud_wissel(self) -> None:
        """There is a new main key, of which the user has yet to be told."""
        with suppress(Storing):  # only the word of it at the next opening
            self.onthoud("gewisseld", self.soort.value, "ja")

    def wissel_verteld(self) -> None:
        """The user has been told of the new main key."""
        self.onthoud("gewisseld", self.soort.value, "")

    # ---- inside

    def _onthoud_backup(self, gemaakt_op: datetime) -> None:
        self.onthoud("backup", self.soort.value, gemaakt_op.isoformat(timespec="seconds"))

    def _lees(self, soort: KluisSoort | None = None) -> Kluis:
        return Kluis.lees(self.map(soort), grenzen=self._grenzen)

    def _neem_met_nieuwe_wachtzin(self, kluis: Kluis, sleutels: Sleutels, nieuw: str) -> None:
        """These keys open the kluis, once the lost wachtzin has been replaced."""
        try:
            self.sleutels.nieuw(kluis, sleutels, nieuw)
            self.sleutels.onthoud(kluis, sleutels)
        except BaseException:
            sleutels.wis()
            raise
        self._klaar = (kluis, sleutels, False)

    def _begin_openen(self, soort: KluisSoort | None, open_: Callable[[Kluis], Sleutels]) -> Kluis:
        from gemeente_pga.merkwacht import Boskopie

        self._vergeet()
        afloop = settle_wissel(self.map(soort), open_, self._grenzen, self._klok())
        self.vreemd = self.vreemd or afloop is Afloop.VREEMD
        kluis = self._lees(soort)
        self._boskopie = Boskopie(kluis.kluis_id, self._bos)
        return kluis

    def _open(
        self,
        kluis: Kluis,
        sleutels: Sleutels,
        voor_bijwerken: Callable[["Store"], None] | None = None,
        *,
        nieuw: bool = False,
        alleen_lezen: bool = False,
    ) -> "Store":
        """The store wipes the key it is given, so it gets a copy."""
        from gemeente_pga.store.store import Store, Wie  # after the unlock page: it loads the database

        k_db, k_log, zout = bytearray(sleutels.k_db), bytes(sleutels.k_log), sleutels.db_zout
        wie = Wie(None, sleutels.slot.value, self._voorkeuren.herkomst())
        if nieuw:
            store = Store.maak(kluis.db_pad, k_db, k_log, zout=zout, wie=wie, klok=self._klok)
        else:
            store = Store.open(
                kluis.db_pad, k_db, k_log, zout=zout, sleutel_bekend=True, wie=wie, klok=self._klok,
                voor_migratie=voor_bijwerken, controleer=False, alleen_lezen=alleen_lezen,
            )  # fmt: skip
        # Both: a practice kluis put in the place of the real one is not practice.
        store.oefening = self.soort is kluis.soort is KluisSoort.OEFENKLUIS
        return store

    def _sluit_store(self) -> None:
        if self.store is not None and self.store.is_open:
            self.store.close()
        if self.merkwacht is not None:
            self.merkwacht.sluit()
        self.store = self.merkwacht = self.grafwacht = None

    def _vergeet(self) -> None:
        if self._klaar is not None:
            self._klaar[1].wis()
            self._klaar = None


def _parse(code: str) -> bytearray:
    from gemeente_pga.kluis.herstelcode import parse_code

    gelezen = parse_code(code)
    if isinstance(gelezen, Gebrek):
        raise HerstelcodeOnjuist
    return gelezen
