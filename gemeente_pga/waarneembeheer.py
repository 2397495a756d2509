# SPDX-License-Identifier: EUPL-1.2
"""Giving a kluis out for a waarneming and taking one in, whole folders at a time.

Joins kluis (keys, folders) and store (copies, chains). Hides where a copy is read and verified before it may
lead, which key header goes with it, and the order in which one kluis takes the place of another: until the
change-over the present one leads, after it the other, and the present one lies aside.
"""

import contextlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from gemeente_pga.domain.sleutels import SlotSoort
from gemeente_pga.domain.waarneming import Kant, Stand, Teruggave, Toestand, Vergelijking, Waarneming, compare
from gemeente_pga.kluis import bestanden, opzij
from gemeente_pga.kluis.grafstenen import read_grafstenen
from gemeente_pga.kluis.header import Grenzen, Header
from gemeente_pga.kluis.kluis import Kluis
from gemeente_pga.kluis.sleutels import Sleutels
from gemeente_pga.kluis.storingen import (
    AndereHoofdsleutel,
    GeenOverdracht,
    GeenTeruggave,
    OvernameAchterhaald,
    TeruggaveKloptNiet,
    TeruggaveOuder,
    TeruggaveVreemd,
    VerwijderenMislukt,
)
from gemeente_pga.kluis.wissel import begin_map, commit_map
from gemeente_pga.sleutelbeheer import Sleutelbeheer

if TYPE_CHECKING:
    from gemeente_pga.merkwacht import Merkwacht
    from gemeente_pga.store.backup import Reservekopie
    from gemeente_pga.store.onderhoud import Onderhoud
    from gemeente_pga.store.store import Store

Kopieer = Callable[[Path, str], "Reservekopie"]


@dataclass
class _Gelezen:
    """A copy in the folder where it is made ready. gewijzigd: how far the kluis here was when it was done."""

    map: Path
    header: Header
    sleutels: Sleutels
    teruggave: Teruggave
    gewijzigd: int = 0
    einde: tuple[int, bytes] | None = None


class Waarneembeheer:
    """One per Dienst. kopieer: makes a verified copy of a kind."""

    def __init__(
        self,
        sleutels: Sleutelbeheer,
        map_: Callable[[], Path],
        store: Callable[[], "Store | None"],
        merkwacht: Callable[[], "Merkwacht | None"],
        klok: Callable[[], datetime],
        *,
        grenzen: Grenzen,
        kopieer: Kopieer,
        voorkeur: Callable[[str, str], str],
        onthoud: Callable[[str, str, str], None],
    ) -> None:
        self._sleutels = sleutels
        self._map = map_
        self._store = store
        self._merkwacht = merkwacht
        self._klok = klok
        self._grenzen = grenzen
        self._kopieer = kopieer
        self._voorkeur = voorkeur
        self._onthoud = onthoud
        self._gelezen: _Gelezen | None = None

    # ---- to a stick, and from a stick to an empty place

    def schrijf_overdracht(self, doel: Path) -> Path:
        """Slow. A verified copy for the waarnemer in this folder; where it lies."""
        return self._kopieer(doel, "waarneming").map

    def schrijf_teruggave(self, doel: Path) -> Path:
        """Slow. A verified copy for the coordinator in this folder; where it lies."""
        return self._kopieer(doel, "teruggave").map

    def begin_elders(self, bron: Path) -> None:
        """Slow. Put the copy for the waarnemer in the empty place of a kluis."""
        from gemeente_pga.store import backup

        bron = _zoek(bron, "waarneming")
        if backup.lees_reservekopie(bron).soort != "waarneming":
            raise GeenOverdracht
        backup.zet_terug(bron, self._map(), negeer=frozenset({bestanden.WACHT}))
        self._onthoud("waarneming", "hier", "ja")

    def is_van_waarnemer(self) -> bool:
        """Did this installation begin with a copy for a waarnemer? Then his wachtzin is asked for first."""
        return bool(self._voorkeur("waarneming", "hier"))

    # ---- reading a copy

    def lees_teruggave(self, bron: Path, zin: str) -> Teruggave:
        """Slow. Read a copy, verify its whole chain and compare; nothing changes yet."""
        from gemeente_pga.store import backup

        self.vergeet()
        nieuw = self._moet_store().toestand is Toestand.TERUGGEGEVEN
        bron = _zoek(bron, "waarneming" if nieuw else "teruggave")
        kluis, eigen = self._sleutels.bewijs(zin)
        sleutels = eigen
        try:
            werkmap = begin_map(kluis.map)
            backup.zet_terug(bron, werkmap)
            ander = Kluis.lees(werkmap, grenzen=self._grenzen)
            if ander.kluis_id != kluis.kluis_id:
                raise TeruggaveVreemd
            kan_leiden = ander.header.db_zout == kluis.header.db_zout
            if not kan_leiden:
                sleutels = ander.open_met_wachtzin(zin, soort=_soort(eigen))
                eigen.wis()
            teruggave = self._keur(werkmap, sleutels, bron, kan_leiden=kan_leiden)
        except BaseException:
            sleutels.wis()
            eigen.wis()
            raise
        header = _kies_header(ander.header, kluis.header, sleutels)
        self._gelezen = _Gelezen(werkmap, header, sleutels, teruggave)
        return teruggave

    def _keur(self, werkmap: Path, sleutels: Sleutels, bron: Path, *, kan_leiden: bool) -> Teruggave:
        from gemeente_pga.store.queries import waarneming as queries

        with self._open(werkmap, sleutels) as daar:
            if daar.controleer_keten().bevinding is not None or daar.controleer_zegels().fouten:
                raise TeruggaveKloptNiet
            with daar.reader() as r:
                daar_nu = queries.waarneming(r)
            self._moet_passen(self._moet_store().maintenance(queries.waarneming), daar_nu)
            vergelijking = self._vergelijk(daar)
        if vergelijking is None or daar_nu is None:
            raise TeruggaveVreemd
        return Teruggave(bron, vergelijking, daar_nu.stand, kan_leiden)

    def _moet_passen(self, hier: Waarneming | None, daar: Waarneming | None) -> None:
        """A kluis that a waarnemer had; or, with a waarnemer, the one for his next waarneming.

        Where the kluis leads, any of them: it may come from a back-up of before it was given out, or the
        waarnemer may have gone on after giving it back. The chains tell.
        """
        toestand = self._moet_store().toestand
        if daar is None:
            raise TeruggaveOuder
        if toestand is Toestand.TERUGGEGEVEN:
            if daar.stand is not Stand.VOORBEREID or (hier is not None and daar.id == hier.id):
                raise GeenOverdracht
            return
        van_deze = toestand is Toestand.HIER or (hier is not None and daar.id == hier.id)
        if not van_deze or daar.stand not in (Stand.BEGONNEN, Stand.TERUGGEGEVEN):
            raise TeruggaveOuder

    def _vergelijk(self, daar: "Store") -> Vergelijking | None:
        from gemeente_pga.store.queries import waarneming as queries

        def vergelijk(o: "Onderhoud") -> Vergelijking | None:
            with daar.reader() as r:
                return compare(
                    queries.ketenwaarden(o),
                    queries.ketenwaarden(r),
                    partial(queries.schakels, o),
                    partial(queries.schakels, r),
                )

        return self._moet_store().maintenance(vergelijk)

    # ---- and then

    def neem_over(self, reden: str) -> None:
        """Slow. Make the copy read last ready to take the place of the kluis here, its act in it.

        reden: "" when it is the copy for the next waarneming, which begins with an act of its own.
        """
        from gemeente_pga.handelingen.waarneming import take_in
        from gemeente_pga.kluis.merk import Merk

        gelezen, store = self._moet_gelezen(), self._moet_store()
        if not gelezen.teruggave.kan_leiden:
            raise AndereHoofdsleutel
        with self._open(gelezen.map, gelezen.sleutels) as daar:
            vergelijking = self._vergelijk(daar)
            if vergelijking is None:
                raise TeruggaveVreemd
            gelezen.gewijzigd = store.gewijzigd
            _neem_concepten_mee(store, daar)
            if reden:
                take_in(
                    daar,
                    Kant.DAAR,
                    reden,
                    gemeenschappelijk=vergelijking.gemeenschappelijk,
                    alleen_ander=vergelijking.alleen_hier,
                    nu=self._klok(),
                )
            gelezen.einde = daar.laatste()
        _maak_duurzaam(gelezen.map)
        merk = Merk(gelezen.map, gelezen.sleutels.kluis_id, gelezen.sleutels.k_mark)
        merk.grafstenen = read_grafstenen(self._map())[1]
        merk.begin(*gelezen.einde)
        merk.wis()

    def rond_overname_af(self) -> Path:
        """Main thread. Put it there, the present kluis aside; this session ends. Where the old one lies."""
        gelezen, store = self._moet_gelezen(), self._moet_store()
        try:
            if gelezen.einde is None or store.gewijzigd != gelezen.gewijzigd:
                raise OvernameAchterhaald
            store.close()
            oud = opzij.put_aside(self._map(), self._klok())
            commit_map(self._map(), gelezen.header, (gelezen.sleutels,))
            if (merkwacht := self._merkwacht()) is not None:
                merkwacht.vervangen(*gelezen.einde)
        finally:
            self.vergeet()
        return oud

    def houd_hier(self) -> Path | None:
        """The kluis here leads: put the copy read last aside. Where it lies."""
        gelezen = self._moet_gelezen()
        self.vergeet()
        return opzij.move_aside(self._map(), gelezen.map, self._klok())

    def vergeet(self) -> None:
        """Forget the copy read last."""
        if self._gelezen is not None:
            self._gelezen.sleutels.wis()
            self._gelezen = None

    # ---- removing it from the computer of the waarnemer

    def verwijder_hier(self) -> None:
        """Main thread. It was given back and taken in: remove all of it from this computer; session over.

        The key files go first: what is left then cannot be opened. Nothing is overwritten, because that means
        nothing on the disks of today.
        """
        store, map_ = self._moet_store(), self._map()
        if store.toestand is not Toestand.TERUGGEGEVEN:
            raise RuntimeError("the kluis here was not given back")
        store.close()
        try:
            for naam in (bestanden.MERK, *bestanden.KOPIEEN):
                (map_ / naam).unlink(missing_ok=True)
            bestanden.empty_folder(map_)
            bestanden.sync_folder(map_)
        except OSError as fout:
            raise VerwijderenMislukt from fout
        self._onthoud("waarneming", "hier", "")

    # ---- what lies aside

    def opzij(self) -> list[Path]:
        """The kluizen that were put aside, oldest first."""
        return opzij.list_aside(self._map())

    def verwijder_opzij(self, naam: str) -> None:
        """Remove one of them for good."""
        opzij.remove_aside(self._map(), naam)

    # ---- inside

    @contextmanager
    def _open(self, map_: Path, sleutels: Sleutels) -> Iterator["Store"]:
        """The copy in this folder, as whoever works here."""
        from gemeente_pga.store.store import Store

        daar = Store.open(
            map_ / bestanden.DATABASE,
            bytearray(sleutels.k_db),
            bytes(sleutels.k_log),
            zout=sleutels.db_zout,
            sleutel_bekend=True,
            wie=self._moet_store().wie,
            klok=self._klok,
            voor_migratie=lambda _: None,  # the copy on the stick stays as it is
        )
        try:
            yield daar
        finally:
            daar.close()

    def _moet_store(self) -> "Store":
        store = self._store()
        if store is None:
            raise RuntimeError("no kluis is open")
        return store

    def _moet_gelezen(self) -> _Gelezen:
        if self._gelezen is None:
            raise RuntimeError("no copy has been read")
        return self._gelezen


def _zoek(plek: Path, soort: str) -> Path:
    """The folder itself when it is a copy; otherwise the newest copy of this kind in it."""
    from gemeente_pga.store.manifest import MANIFEST, lijst_reservekopieen

    if (plek / MANIFEST).exists():
        return plek
    gevonden = lijst_reservekopieen(plek, soort)
    if not gevonden:
        raise GeenOverdracht if soort == "waarneming" else GeenTeruggave
    return gevonden[0].map


def _soort(sleutels: Sleutels) -> SlotSoort:
    return sleutels.slot if sleutels.slot is SlotSoort.VERVANGER else SlotSoort.WACHTZIN


def _kies_header(daar: Header, hier: Header, sleutels: Sleutels) -> Header:
    """That of the copy, unless somebody tampered with it or it would keep out whoever takes it in."""
    mag = any(slot.id == sleutels.slot_id for slot in daar.slots)
    return daar if mag and daar.is_echt(sleutels.k_hdr) else hier


def _neem_concepten_mee(store: "Store", daar: "Store") -> None:
    """Unfinished typing of here, where there is none of there."""
    eigen = store.maintenance(lambda o: o.rows("SELECT soort, sleutel, inhoud FROM concept"))
    for concept in eigen:
        if daar.concept(concept["soort"], concept["sleutel"]) is None:
            daar.save_concept(concept["soort"], concept["sleutel"], concept["inhoud"])


def _maak_duurzaam(map_: Path) -> None:
    pad = map_ / bestanden.DATABASE
    with contextlib.suppress(FileNotFoundError):
        (map_ / bestanden.JOURNAL).unlink()
    with pad.open("r+b") as bestand:
        os.fsync(bestand.fileno())
