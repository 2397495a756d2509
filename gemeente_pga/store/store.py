# SPDX-License-Identifier: EUPL-1.2
"""The kluis file: open and close it, read from it, and change it through the one write door.

Hides the connection, the log with its seals and chain, the order in which they are written, and who may
use the connection when. Knows no keys but those it is given, and keeps only the key of the log.
"""

import hmac
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from gemeente_pga.domain.handeling import MEEKIJKEN, Handeling
from gemeente_pga.domain.waarneming import NietLeidend, Toestand, mag_hier
from gemeente_pga.store import journaal, onderhoud, opening, schema, storingen, verbinding
from gemeente_pga.store.afscherming import AfgeschermdeReader, Afscherming
from gemeente_pga.store.journaal import Ketencontrole, Zegelcontrole
from gemeente_pga.store.lezer import Lezer, Reader
from gemeente_pga.store.logboek import Klok, Logboek, Wie
from gemeente_pga.store.onderhoud import Onderhoud, Voortgang
from gemeente_pga.store.queries import waarneming
from gemeente_pga.store.ruimte import Ruimte
from gemeente_pga.store.schrijver import Uitslag, Writer
from gemeente_pga.store.verbinding import Verbinding

__all__ = ["Concept", "Lezer", "Reader", "Store", "Uitslag", "Wie", "Writer"]

T = TypeVar("T")


def _nu() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Concept:
    """Unfinished typing."""

    soort: str
    sleutel: str
    inhoud: str
    bewaard_op: str


class Store:
    """One open kluis. Make it with Store.maak or Store.open.

    na_vastleggen: called after every act with the names of the changed tables.
    merk: called after every act with its number and chain value, before the user sees that it was recorded.
    """

    def __init__(self, v: Verbinding, pad: Path, k_log: bytes, *, klok: Klok, wie: Wie) -> None:
        self._v = v
        self._log = Logboek(v, k_log, klok=klok, wie=wie)
        self._beurt = threading.Lock()  # whoever holds it has the connection
        self._bezig = ""  # what for: "", "schrijven", "lezen" or "onderhoud"; "dicht" after close
        self._draad = 0  # whose turn it is
        self._onderhoud: Onderhoud | None = None
        self._afscherming: Afscherming | None = None
        self._lezer = Reader(v, self._moet_lezen)
        self._toestand = Toestand.HIER
        self.pad = pad
        self.na_vastleggen: list[Callable[[frozenset[str]], None]] = []
        self.merk: Callable[[int, bytes], None] | None = None

    # ---- making, opening, closing

    @classmethod
    def maak(
        cls,
        pad: Path,
        k_db: bytearray,
        k_log: bytes,
        *,
        zout: bytes | None = None,
        wie: Wie,
        klok: Klok = _nu,
    ) -> "Store":
        """A new kluis at pad; the first act in its log is kluis.aanmaken. k_db (32 raw bytes) is wiped.

        zout: the 16 bytes of salt that the header keeps; without them SQLCipher makes its own.
        """
        try:
            os.close(os.open(pad, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except OSError as fout:
            verbinding.wis(k_db)
            bestaat = isinstance(fout, FileExistsError)
            raise (storingen.KluisBestaatAl if bestaat else storingen.Schijffout) from None
        try:
            store = cls(verbinding.verbind(pad, k_db, zout, nieuw=True), pad, k_log, klok=klok, wie=wie)
            with store._sluit_bij_fout():
                opening.vul_nieuw(store._log)
                if not verbinding.is_versleuteld(pad, zout):
                    raise storingen.SleutelOngeldig
        except BaseException:
            for rest in (pad, pad.with_name(pad.name + "-journal")):
                rest.unlink(missing_ok=True)
            raise
        return store

    @classmethod
    def open(
        cls,
        pad: Path,
        k_db: bytearray,
        k_log: bytes,
        *,
        wie: Wie,
        zout: bytes | None = None,
        sleutel_bekend: bool = False,
        klok: Klok = _nu,
        voor_migratie: Callable[["Store"], object] | None = None,
        controleer: bool = True,
        alleen_lezen: bool = False,
    ) -> "Store":
        """Open the kluis at pad, or raise the Storing that says why not; never makes a file. k_db is wiped.

        sleutel_bekend: the header vouched for the key, so a file that does not open is damaged.
        voor_migratie: makes and verifies a backup before an older kluis is brought up to date.
        controleer: read the whole file; False when a job does so before the first screen.
        alleen_lezen: only to make a back-up of a kluis that cannot be written.
        """
        scripts = schema.migraties()
        schema.verwachte_catalogus(scripts)
        try:
            v = verbinding.verbind(pad, k_db, zout, alleen_lezen=alleen_lezen)
        except storingen.SleutelPastNiet:
            if sleutel_bekend:
                raise storingen.KluisBeschadigd from None
            raise
        store = cls(v, pad, k_log, klok=klok, wie=wie)
        with store._sluit_bij_fout():
            versie = opening.keur(store._log, scripts, controleer=controleer)
            klaarzetten = None if voor_migratie is None else partial(voor_migratie, store)
            if not alleen_lezen:
                opening.werk_bij(store._log, scripts, versie, klaarzetten)
                opening.wis_oude_sporen(v, pad)
            store._leer_toestand()
            store._scherm_af()
        return store

    def close(self) -> None:
        """Stop a running job, close the file and forget the key of the log."""
        self.cancel_maintenance()
        with self._beurt:
            self._bezig = "dicht"
            self._v.sluit()
            self._log.vergeet_sleutel()

    @property
    def wie(self) -> Wie:
        """Who acts from now on."""
        return self._log.wie

    @wie.setter
    def wie(self, wie: Wie) -> None:
        self._log.wie = wie

    @property
    def oefening(self) -> bool:
        """Is this the practice kluis? Set by who opened it, from the sealed header; a row cannot say so."""
        return self._v.oefening

    @oefening.setter
    def oefening(self, oefening: bool) -> None:
        self._v.oefening = oefening

    @property
    def gewijzigd(self) -> int:
        """Counts every change since the opening, concepts too: equal means that nothing was written."""
        return self._v.gewijzigd

    @property
    def toestand(self) -> Toestand:
        """Does this copy of the kluis lead, or has it been given out for a waarneming?"""
        return self._toestand

    @property
    def is_open(self) -> bool:
        return self._bezig != "dicht"

    # ---- the write door

    @contextmanager
    def write(
        self,
        handeling: Handeling,
        *,
        onderwerp: tuple[str, int] | None = None,
        dossier_id: int | None = None,
        reden: str | None = None,
    ) -> Iterator[Writer]:
        """One act: everything inside the block is recorded together, with its line in the log, or not at all.

        onderwerp: kind and id of the subject. dossier_id: when left out, the dossier of the changed rows if
        they are all of one dossier. reden: a code from the kader, never a text. Acts do not nest.
        NietLeidend in a copy that has been given out, unless the act only looks.
        """
        self.require(handeling)
        if not mag_hier(handeling, self._toestand, reden):
            raise NietLeidend(self._toestand)
        with self._neem("schrijven"):
            self._v.doe("BEGIN IMMEDIATE")
            with self._log.handeling(handeling, onderwerp, dossier_id, reden) as w:
                yield w
        if handeling is Handeling.FG_NAMEN_TONEN and self._afscherming is not None:
            self._afscherming.toon(w.dossier_id or 0)
        if "waarneming" in w.gewijzigd:
            self._leer_toestand()
        try:
            if self.merk is not None:
                self.merk(w.uitslag.n, w.uitslag.h)
        finally:
            for melder in self.na_vastleggen:
                melder(w.gewijzigd)
        if w.sporen:
            with self._neem("schrijven"):
                onderhoud.wis_sporen(self._v, self.pad)

    def waarmerk(self, doel: bytes, inhoud: bytes) -> bytes:
        """Vouch for something outside the kluis, under a key that stays when the main key changes."""
        sleutel = hmac.digest(self._log.k_log.zegel, b"waarmerk\x00" + doel, "sha256")
        return hmac.digest(sleutel, inhoud, "sha256")

    def require(self, handeling: Handeling) -> None:
        """AlleenKijken when whoever is at work may not do this; for what is done before it is recorded."""
        if self.wie.alleen_lezen and handeling not in MEEKIJKEN:
            raise storingen.AlleenKijken

    def renew_logsleutel(self, w: Writer, k_log: bytes) -> None:
        """Inside an act: from this act on the log is vouched for with another key; the old one is kept."""
        sleutels = self._log.k_log.volgende(w.n, k_log)
        tot_en_met, oud = sleutels.oude[-1]
        w.insert("logsleutel", {"tot_en_met": tot_en_met, "k_log": oud, "vervangen_op": self._log.lokaal()})
        self._log.neem_sleutels(sleutels)

    # ---- the read door

    @contextmanager
    def reader(self) -> Iterator[Reader]:
        """Read as often as needed; the database refuses to write meanwhile. May nest, not inside an act."""
        if self._bezig == "lezen" and self._draad == threading.get_ident():
            yield self._lezer
            return
        with self._neem("lezen"):
            self._v.doe("PRAGMA query_only = 1")
            try:
                yield self._lezer
            finally:
                self._v.doe("PRAGMA query_only = 0")

    # ---- unfinished typing: not an act, and the one thing written beside the door

    def save_concept(self, soort: str, sleutel: str, inhoud: str) -> None:
        """Keep unfinished typing, replacing what was kept before; nothing typed leaves nothing.

        Whoever only looks keeps nothing, and so cannot overwrite what the coordinator was typing.
        """
        if self.wie.alleen_lezen:
            return
        if not inhoud:
            self.discard_concept(soort, sleutel)
            return
        with self._neem("schrijven"):
            self._v.doe(
                "INSERT INTO concept (soort, sleutel, inhoud, bewaard_op) VALUES (?, ?, ?, ?) ON CONFLICT DO "
                "UPDATE SET inhoud = excluded.inhoud, bewaard_op = excluded.bewaard_op",
                (soort, sleutel, inhoud, self._log.lokaal()),
            )

    def discard_concept(self, soort: str, sleutel: str = "") -> None:
        """Throw unfinished typing away because the user says so."""
        if self.wie.alleen_lezen:
            return
        with self._neem("schrijven"):
            self._v.doe("DELETE FROM concept WHERE soort = ? AND sleutel = ?", (soort, sleutel))

    def concept(self, soort: str, sleutel: str = "") -> str | None:
        """The kept typing; None when there is none."""
        with self.reader() as r:
            inhoud: str | None = r.value(
                "SELECT inhoud FROM concept WHERE soort = ? AND sleutel = ?", soort, sleutel
            )
        return inhoud

    def concepten(self, soort: str | None = None) -> list[Concept]:
        """All kept typing (of one kind), newest first."""
        with self.reader() as r:
            regels = r.rows(
                "SELECT soort, sleutel, inhoud, bewaard_op FROM concept WHERE ?1 IS NULL OR soort = ?1 "
                "ORDER BY julianday(bewaard_op) DESC, soort, sleutel",
                soort,
            )
        return [Concept(**regel) for regel in regels]

    # ---- what the log says

    def laatste(self) -> tuple[int, bytes]:
        """Number and chain value of the last act."""
        with self.reader():
            return journaal.laatste_schakel(self._v)

    def schakel(self, n: int) -> bytes | None:
        """The chain value of act n; None when there is no such act. For the mark outside the kluis."""
        with self.reader():
            return journaal.schakel(self._v, n)

    def controlecode(self, n: int) -> str | None:
        """The control code of act n, as printed."""
        h = self.schakel(n)
        return None if h is None or n < 1 else journaal.controlecode(n, h)

    def zoek_controlecode(self, getypt: str) -> int | None:
        """The act that a control code typed from paper belongs to; None when no act has this code."""
        with self.reader():
            return journaal.controleer_code(self._v, getypt)

    def controleer_keten(
        self, stand: Ketencontrole | None = None, *, seconden: float | None = None
    ) -> Ketencontrole:
        """Verify the chain from where stand stopped, for at most so many seconds."""
        with self.reader():
            return journaal.controleer_keten(self._v, self._log.k_log, stand, seconden=seconden)

    def controleer_zegels(
        self, stand: Zegelcontrole | None = None, *, seconden: float | None = None
    ) -> Zegelcontrole:
        """Compare rows with their seals from where stand stopped, for at most so many seconds."""
        with self.reader():
            return journaal.controleer_zegels(self._v, self._log.zegelaar, stand, seconden=seconden)

    # ---- long work

    def maintenance(self, job: Callable[[Onderhoud], T], voortgang: Voortgang | None = None) -> T:
        """Lend the connection to a long job, in the thread of the caller; nothing else can use it meanwhile.

        voortgang is called in that thread. cancel_maintenance() ends the job with Onderbroken.
        """
        if self._bezig in ("schrijven", "lezen") and self._draad == threading.get_ident():
            raise RuntimeError(f"maintenance inside {self._bezig}")
        with self._neem("onderhoud", wacht=True), self._v.in_ruimte(Ruimte.ONDERHOUD):
            self._onderhoud = Onderhoud(self._v, self._log.zegelaar, self._log.k_log, voortgang)
            try:
                return job(self._onderhoud)
            finally:
                self._onderhoud = None

    def cancel_maintenance(self) -> None:
        """Stop the running job, if there is one; may be called from any thread."""
        if (onderhoud := self._onderhoud) is not None:
            onderhoud.stop()

    # ---- inside

    @contextmanager
    def _neem(self, waarvoor: str, *, wacht: bool = False) -> Iterator[None]:
        """Take the connection. Doors do not nest; while a job has it, the user is told to wait."""
        if not self._beurt.acquire(blocking=wacht):
            if self._bezig in ("schrijven", "lezen"):
                raise RuntimeError(f"{waarvoor} inside {self._bezig}")
            raise storingen.OnderhoudLoopt
        try:
            if self._bezig == "dicht":
                raise RuntimeError("the kluis is closed")
            self._draad, self._bezig = threading.get_ident(), waarvoor
            try:
                yield
            finally:
                self._bezig = ""
        finally:
            self._beurt.release()

    def _leer_toestand(self) -> None:
        with self.reader() as r:
            self._toestand = waarneming.toestand(r, self.wie.herkomst)

    def _scherm_af(self) -> None:
        """Whoever only looks sees no names until a reason is given: from before the first query."""
        if self.wie.alleen_lezen:
            self._afscherming = Afscherming(self._v, self._log.tabellen)
            self._lezer = AfgeschermdeReader(self._v, self._moet_lezen, self._afscherming)

    def _moet_lezen(self) -> None:
        if self._bezig != "lezen":
            raise RuntimeError("this reader has been closed")

    @contextmanager
    def _sluit_bij_fout(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self._v.sluit()
            raise
