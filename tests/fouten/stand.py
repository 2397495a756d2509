# SPDX-License-Identifier: EUPL-1.2
"""A kluis for the campaigns: real keys, real files, cheap to derive; and what must hold of it afterwards."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar, NamedTuple

from gemeente_pga.dienst import Dienst
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.kader import Kader, parse_kader
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.kluis.header import Grenzen, KdfParameters
from gemeente_pga.kluis.sleutelbos import Sleutelbos
from gemeente_pga.kluis.storingen import GeheimVervangen, WachtzinOnjuist
from gemeente_pga.paths import resource
from gemeente_pga.store.schema import JOURNAALTABELLEN, ZOEKBAAR
from gemeente_pga.store.store import Store

WACHTZIN = "molen fietsbel pannenkoek regenjas"
NIEUWE_WACHTZIN = "anders fietsbel pannenkoek regenjas"
LICHT = KdfParameters(m_kib=64, t=1, p=1)
RUIM = Grenzen(m_min_kib=64, t_min=1)
NU = datetime(2026, 11, 4, 10, 15, tzinfo=timezone(timedelta(hours=1)))
VANDAAG = NU.date()
LATER = VANDAAG + timedelta(days=28)


@cache
def kader() -> Kader:
    """The kader as shipped."""
    pad = max(resource("kader").glob("*.toml"))
    return parse_kader(pad.read_text("utf-8"), pad.name)


@contextmanager
def tijdelijk() -> Iterator[Path]:
    """A folder that is thrown away."""
    with TemporaryDirectory(prefix="pga-fouten-") as map_:
        yield Path(map_)


def nieuwe_dienst(map_: Path) -> Dienst:
    """The service of the program on the two kluizen in this folder.

    The keystore has no copy of the mark: copies of one kluis would be told apart by it.
    """
    for naam in [naam for naam in Geheugenbos.inhoud if naam.endswith("-merk")]:
        del Geheugenbos.inhoud[naam]
    mappen: dict[KluisSoort, Callable[[], Path]] = {}
    for soort in KluisSoort:
        plek = map_ / soort.value
        plek.mkdir(mode=0o700, parents=True, exist_ok=True)
        mappen[soort] = lambda plek=plek: plek  # type: ignore[misc] # one folder each
    return Dienst(mappen, map_ / "instellingen.ini", lambda: NU, kdf=LICHT, grenzen=RUIM, bos=geheugenbos)


class Geheugenbos:
    """A keystore that works, as long as this process lives."""

    inhoud: ClassVar[dict[str, str]] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.inhoud.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self.inhoud[username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.inhoud.pop(username, None)


def geheugenbos(limiet: float) -> Sleutelbos:
    """The keystore of the computer of the campaigns."""
    return Sleutelbos(Geheugenbos, toegestaan=frozenset((f"{__name__}.Geheugenbos",)), limiet=limiet)


def treed_binnen(dienst: Dienst) -> None:
    """Everything that happens before the first screen, once the key is there."""
    dienst.betreed()
    dienst.keur()
    dienst.rond_keuring_af()


@dataclass
class Stand:
    """One open kluis on its way through the acts; ids of what the story made so far."""

    map: Path
    dienst: Dienst
    ids: dict[str, int] = field(default_factory=dict)

    @property
    def store(self) -> Store:
        assert self.dienst.store is not None
        return self.dienst.store

    def doe(self, handeling: Callable[..., Any], *met: object, **verder: object) -> Any:
        """An act on the kluis that is open when it is done: a child works on a copy of its own."""
        return handeling(self.store, *met, **verder)

    @property
    def stick(self) -> Path:
        """Where back-ups go."""
        plek = self.map / "stick"
        plek.mkdir(mode=0o700, exist_ok=True)
        return plek

    def sluit(self) -> None:
        self.dienst.laat_los()


def maak(map_: Path) -> Stand:
    """A new kluis, open; only its first act is in the log."""
    dienst = nieuwe_dienst(map_)
    dienst.kies(KluisSoort.KLUIS)
    dienst.maak(WACHTZIN)
    dienst.betreed()
    return Stand(map_, dienst)


def open_(map_: Path) -> Stand:
    """The kluis in this folder, opened as the program does, with the wachtzin or the one that replaced it."""
    dienst = nieuwe_dienst(map_)
    dienst.kies(KluisSoort.KLUIS)
    try:
        try:
            dienst.ontgrendel(WACHTZIN)
        except (WachtzinOnjuist, GeheimVervangen):
            dienst.ontgrendel(NIEUWE_WACHTZIN)
        treed_binnen(dienst)
    except BaseException:
        dienst.laat_los()
        raise
    return Stand(map_, dienst)


def kopieer(van: Path, naar: Path) -> Path:
    """The whole folder, as it lies on the disk now."""
    return Path(shutil.copytree(van, naar))


def gebreken(store: Store) -> list[str]:
    """Everything that does not hold together in an open kluis: file, chain, seals, references, index."""
    uit = []
    if not store.maintenance(lambda o: o.bestand()).goed:
        uit.append("bestand")
    if (keten := store.controleer_keten()).bevinding is not None:
        uit.append(f"keten: {keten.bevinding}")
    if (zegels := store.controleer_zegels()).fouten:
        uit.append(f"zegels: {zegels.bevinding}")
    with store.reader() as r:
        for tabel, kolommen in ZOEKBAAR.items():
            tekst = " || ".join(f"coalesce({k}, '')" for k in kolommen)
            rijen = {rij["id"] for rij in r.rows(f"SELECT id FROM {tabel} WHERE {tekst} <> ''")}  # noqa: S608 - names from the schema
            index = {rij["rij"] for rij in r.rows("SELECT rij FROM zoekindex WHERE tabel = ?", tabel)}
            if rijen != index:
                uit.append(f"zoekindex van {tabel}")
        if r.value("SELECT count(*) FROM handeling") != r.value("SELECT max(n) FROM handeling"):
            uit.append("gat in het journaal")
    return uit


class Gekeurd(NamedTuple):
    """What was found in a folder: the acts after a given one, and everything that is wrong."""

    codes: list[str]
    gebreken: list[str]


def keur(map_: Path, na: int = 0) -> Gekeurd:
    """Open the kluis in this folder as the program does, and look at everything."""
    try:
        stand = open_(map_)
    except Storing as storing:
        return Gekeurd([], [f"gaat niet open: {type(storing).__name__}"])
    try:
        with stand.store.reader() as r:
            codes = [rij["code"] for rij in r.rows("SELECT code FROM handeling WHERE n > ? ORDER BY n", na)]
        return Gekeurd(codes, gebreken(stand.store))
    finally:
        stand.sluit()


def inhoud(store: Store) -> dict[str, list[str]]:
    """All that a user can read in this kluis: every row of every table, and what each word finds."""
    with store.reader() as r:
        tabellen = (*store._log.tabellen, *JOURNAALTABELLEN, "concept")
        uit = {tabel: sorted(map(str, r.rows(f"SELECT * FROM {tabel}"))) for tabel in tabellen}  # noqa: S608 - names from the schema
        teksten = " ".join(rij["tekst"] for rij in r.rows("SELECT tekst FROM zoekindex"))
        for woord in sorted(set(re.findall(r"\w{3,}", teksten))):
            gevonden = r.rows("SELECT rij FROM zoekindex WHERE zoekindex MATCH ?", f'"{woord}"')
            uit[f"zoek {woord}"] = sorted(str(rij["rij"]) for rij in gevonden)
    return uit


def ruim_op(map_: Path) -> None:
    """Throw a copy away."""
    shutil.rmtree(map_, ignore_errors=True)
