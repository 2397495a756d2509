# SPDX-License-Identifier: EUPL-1.2
"""Long work on the open kluis, in another thread if need be: checking the file, copying it, verifying a copy.

Hides the order of the checks, the one harmless fault (a torn page that holds no data), and how a copy is
opened beside the kluis with the key that the connection already has.
"""

import itertools
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from gemeente_pga.store import journaal, storingen
from gemeente_pga.store.journaal import Ketencontrole, Zegelaar, Zegelcontrole
from gemeente_pga.store.lezer import Leesdeel
from gemeente_pga.store.logsleutels import Logsleutels
from gemeente_pga.store.ruimte import Ruimte
from gemeente_pga.store.verbinding import STAPPEN, Verbinding

Voortgang = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Bestandscontrole:
    """losse_paginas: pages with a wrong MAC that hold no data; they are harmless and get reused."""

    goed: bool
    losse_paginas: int = 0
    bevindingen: tuple[str, ...] = ()


def controleer_bestand(
    v: Verbinding, deel: str = "main", meld: Voortgang = lambda _: None
) -> Bestandscontrole:
    """Read every page in use and verify the MAC of every page of the kluis, or of an attached copy.

    A page whose MAC is wrong while every page in use could be read is a free page, torn by a power cut.
    meld is told how much is done; the second half cannot be stopped and tells nothing meanwhile.
    """
    v.lees("PRAGMA shrink_memory")  # else pages in memory would hide what is on the disk
    try:
        with v.volgend(_teller(v, deel, meld)):
            gelezen = [str(regel[0]) for regel in v.lees(f"PRAGMA {deel}.quick_check(20)")]
        meld(0.5)
        macs = [str(regel[0]) for regel in v.lees(f"PRAGMA {deel}.cipher_integrity_check")]
    except storingen.KluisBeschadigd:
        return Bestandscontrole(goed=False, bevindingen=("bestand onleesbaar",))
    vreemd = [mac for mac in macs if not re.fullmatch(r"HMAC verification failed for page \d+", mac)]
    if gelezen != ["ok"] or vreemd:
        return Bestandscontrole(goed=False, losse_paginas=0, bevindingen=(*gelezen, *macs))
    return Bestandscontrole(goed=True, losse_paginas=len(macs), bevindingen=tuple(macs))


def _teller(v: Verbinding, deel: str, meld: Voortgang) -> Callable[[], None]:
    """Tells how far quick_check is: it takes about four steps a page."""
    rondes = max(1.0, int(v.waarde(f"PRAGMA {deel}.page_count")) * 4 / STAPPEN)
    teller = itertools.count(1)
    return lambda: meld(0.5 * min(1.0, next(teller) / rondes))


class Onderhoud(Leesdeel):
    """The kluis as lent to a long job. Reading works as in a Reader; nothing can be recorded meanwhile."""

    def __init__(
        self, v: Verbinding, zegelaar: Zegelaar, k_log: Logsleutels, voortgang: Voortgang | None
    ) -> None:
        super().__init__(v, self.controleer_stop)
        self._zegelaar = zegelaar
        self._k_log = k_log
        self._voortgang = voortgang
        self._gestopt = False  # set from another thread

    def meld(self, deel: float) -> None:
        """Report how much of the job is done (0 … 1); Onderbroken when the user stopped it."""
        self.controleer_stop()
        if self._voortgang is not None:
            self._voortgang(min(max(deel, 0.0), 1.0))

    def stop(self) -> None:
        """Stop the job as soon as possible; called from another thread."""
        self._gestopt = True
        self._verbinding.onderbreek()

    def controleer_stop(self) -> None:
        if self._gestopt:
            raise storingen.Onderbroken

    def bestand(self) -> Bestandscontrole:
        """Read the whole file and report how far that is."""
        self.controleer_stop()
        return controleer_bestand(self._verbinding, meld=self.meld)

    def keten(self, stand: Ketencontrole | None = None, *, seconden: float | None = None) -> Ketencontrole:
        self.controleer_stop()
        return journaal.controleer_keten(self._verbinding, self._k_log, stand, seconden=seconden)

    def zegels(self, stand: Zegelcontrole | None = None, *, seconden: float | None = None) -> Zegelcontrole:
        self.controleer_stop()
        return journaal.controleer_zegels(self._verbinding, self._zegelaar, stand, seconden=seconden)

    def rijen(self) -> dict[str, int]:
        """The number of rows of every table of the kluis."""
        return tel_rijen(self._verbinding)

    def schakel(self, n: int) -> bytes | None:
        """The chain value of act n."""
        return journaal.schakel(self._verbinding, n)

    def laatste(self) -> tuple[int, bytes]:
        """Number and chain value of the last act."""
        return journaal.laatste_schakel(self._verbinding)

    def kopieer(self, doel: Path, *, van: float = 0.0, tot: float = 1.0) -> None:
        """Write a compact encrypted copy to doel, an existing empty file; progress runs from van to tot."""
        v = self._verbinding
        grootte = int(v.waarde("PRAGMA page_count")) * int(v.waarde("PRAGMA page_size"))

        def volg() -> None:
            self.meld(van + (tot - van) * min(1.0, doel.stat().st_size / grootte))

        v.wacht.mag_kopie = True
        try:
            with v.volgend(volg):
                v.doe("VACUUM INTO ?", (str(doel),))
        finally:
            v.wacht.mag_kopie = False

    @contextmanager
    def kopie(self, pad: Path) -> Iterator["Kopie"]:
        """A copy opened for reading beside the kluis, with its key; KopieOngeldig when it does not open."""
        v = self._verbinding
        v.wacht.mag_kopie = True
        try:
            v.doe("ATTACH DATABASE ? AS kopie", (pad.absolute().as_uri() + "?mode=ro",))
        except (storingen.KluisBeschadigd, storingen.Schijffout):
            raise storingen.KopieOngeldig from None
        finally:
            v.wacht.mag_kopie = False
        try:
            yield Kopie(v)
        finally:
            v.wacht.mag_kopie = True
            try:
                v.doe("DETACH DATABASE kopie")
            finally:
                v.wacht.mag_kopie = False


class Kopie:
    """What can be asked of a copy that is open beside the kluis."""

    def __init__(self, v: Verbinding) -> None:
        self._v = v

    def bestand(self) -> Bestandscontrole:
        return controleer_bestand(self._v, "kopie")

    def laatste(self) -> tuple[int, bytes]:
        regels = self._v.lees("SELECT n, h FROM kopie.ketting ORDER BY n DESC LIMIT 1")
        return (regels[0][0], bytes(regels[0][1])) if regels else (0, journaal.BEGIN)

    def zelfde_opbouw(self) -> bool:
        """The same tables, indexes and triggers, word for word, as the kluis."""
        vraag = "SELECT type, name, tbl_name, sql FROM {}.sqlite_master"
        return set(self._v.lees(vraag.format("main"))) == set(self._v.lees(vraag.format("kopie")))

    def rijen(self) -> dict[str, int]:
        """The number of rows of every table of the copy."""
        return tel_rijen(self._v, "kopie")


def wis_sporen(v: Verbinding, pad: Path) -> None:
    """Write the whole file anew after an act that took texts away, and empty the journal beside it.

    Deleting overwrites what is deleted, but two things outlive it: rows that moved to another page before
    left old bytes in the gaps, and the search index keeps words as the borders of its pages, also with
    secure-delete on. Only an index and a page that are written anew have none of it. Broken off, the row in
    sporen stays and it is done again at the next opening.
    """
    with v.in_ruimte(Ruimte.ONDERHOUD):
        v.doe("INSERT INTO zoekindex (zoekindex) VALUES ('rebuild')")
        v.wacht.mag_kopie = True
        try:
            v.doe("VACUUM")
        finally:
            v.wacht.mag_kopie = False
        try:
            v.doe("PRAGMA journal_size_limit = 0")
            v.doe("DELETE FROM sporen")  # its commit empties the journal
        finally:
            v.doe("PRAGMA journal_size_limit = -1")
    rest = pad.with_name(pad.name + "-journal")
    if rest.exists() and rest.stat().st_size:
        raise storingen.Schijffout


def tel_rijen(v: Verbinding, deel: str = "main") -> dict[str, int]:
    """The number of rows of every table."""
    tabellen = v.lees(
        f"SELECT name FROM {deel}.sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
        "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
    )
    return {naam: v.waarde(f'SELECT count(*) FROM {deel}."{naam}"') for (naam,) in tabellen}
