# SPDX-License-Identifier: EUPL-1.2
"""Make a back-up, verify one, put one back in an empty place.

A back-up is a folder: the encrypted copy, the key files, and manifest.json, written last. Hides what
"verified" means: read back from the disk, opened with the key of the kluis, every page checked, the same rows
and the same last act. Never copies the live file.
"""

import contextlib
import errno
import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from gemeente_pga import __version__
from gemeente_pga.store import storingen
from gemeente_pga.store.onderhoud import Kopie, Onderhoud, Voortgang
from gemeente_pga.store.store import Store

MANIFEST = "manifest.json"
VOORVOEGSEL = "gemeente-pga-backup-"
# What a copy is for: to put back one day, for a waarnemer to begin with, or for the coordinator to take in.
VOORVOEGSELS = {
    "backup": VOORVOEGSEL,
    "waarneming": "gemeente-pga-waarneming-",
    "teruggave": "gemeente-pga-teruggave-",
}
_ONVOLLEDIG = ".onvolledig"
_FORMAAT = 1
_MANIFEST_MAX = 64 * 1024
_BLOK = 1024 * 1024
_KOPIE_KLAAR = 0.6  # part of the work that is done when the copy has been written


@dataclass(frozen=True, slots=True)
class Deel:
    """One file of a back-up."""

    naam: str
    grootte: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Reservekopie:
    """A verified back-up. n, h: the last act in it. rijen: of all tables together. soort: see VOORVOEGSELS.

    Together, because whoever has the stick can read the manifest: it must not tell how many dossiers there
    are.
    """

    map: Path
    gemaakt_op: datetime
    n: int
    h: str
    rijen: int
    database: Deel
    sleutelbestanden: tuple[Deel, ...]
    soort: str = "backup"


def maak_reservekopie(
    store: Store,
    map_: Path,
    *,
    header_bestanden: Sequence[Path],
    nu: datetime,
    soort: str = "backup",
    voortgang: Voortgang | None = None,
) -> Reservekopie:
    """Make and verify a back-up in a new folder inside map_; may run in another thread than the main one.

    Whatever goes wrong, nothing stays behind that could be taken for a back-up.
    """
    maak = partial(_maak, store.pad.name, map_, tuple(header_bestanden), nu, soort)
    return store.maintenance(maak, voortgang)


def _maak(
    naam: str, map_: Path, headers: tuple[Path, ...], nu: datetime, soort: str, o: Onderhoud
) -> Reservekopie:
    with _schijffouten():
        _ruim_resten_op(map_)
        doel = _vrije_map(map_, f"{VOORVOEGSELS[soort]}{nu:%Y-%m-%d-%H%M}")
        tijdelijk = doel.with_name(doel.name + _ONVOLLEDIG)
        tijdelijk.mkdir(mode=0o700)
        try:
            kopie = _vul(tijdelijk, naam, headers, nu, soort, o)
            o.controleer_stop()
            tijdelijk.rename(doel)
            _sync_map(map_)
        except BaseException:
            shutil.rmtree(tijdelijk, ignore_errors=True)
            raise
    o.meld(1.0)
    return replace(kopie, map=doel)


def _vul(
    map_: Path, naam: str, headers: tuple[Path, ...], nu: datetime, soort: str, o: Onderhoud
) -> Reservekopie:
    pad = map_ / naam
    os.close(os.open(pad, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    o.kopieer(pad, tot=_KOPIE_KLAAR)
    _sync(pad)
    rijen = o.rijen()
    with o.kopie(pad) as kopie:
        goed = kopie.zelfde_opbouw() and kopie.rijen() == rijen and kopie.laatste() == o.laatste()
        o.meld(0.7)
        if not goed or not kopie.bestand().goed:
            raise storingen.KopieOngeldig
    o.meld(0.9)
    n, h = o.laatste()
    kopie_ = Reservekopie(
        map=map_,
        gemaakt_op=nu.replace(microsecond=0),
        n=n,
        h=h.hex(),
        rijen=sum(rijen.values()),
        database=_deel(pad),
        sleutelbestanden=tuple(_kopieer(bron, map_ / bron.name) for bron in headers),
        soort=soort,
    )
    _schrijf_nieuw(map_ / MANIFEST, json.dumps(_naar_json(kopie_), indent=2).encode())
    _sync_map(map_)
    if lees_reservekopie(map_) != kopie_:
        raise storingen.KopieOngeldig
    return kopie_


def lees_reservekopie(map_: Path) -> Reservekopie:
    """What the manifest in this folder says, without checking the files; KopieOngeldig when it is none."""
    pad = map_ / MANIFEST
    try:
        with pad.open("rb") as bestand:
            tekst = bestand.read(_MANIFEST_MAX + 1)
        if len(tekst) > _MANIFEST_MAX:
            raise ValueError
        return _uit_json(map_, json.loads(tekst))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise storingen.KopieOngeldig from None


def lijst_reservekopieen(map_: Path) -> list[Reservekopie]:
    """The back-ups in a folder, newest first; folders that are none are left out."""
    gevonden = []
    with contextlib.suppress(OSError):
        for kandidaat in sorted(map_.glob(VOORVOEGSEL + "*")):
            with contextlib.suppress(storingen.KopieOngeldig):
                gevonden.append(lees_reservekopie(kandidaat))
    return sorted(gevonden, key=lambda kopie: kopie.gemaakt_op, reverse=True)


def controleer_reservekopie(
    map_: Path, store: Store | None = None, *, voortgang: Voortgang | None = None
) -> Reservekopie:
    """Read every file of a back-up from the disk; with the open kluis it came from, open and check it wholly.

    KopieOngeldig when anything differs from the manifest, or from the history of the kluis.
    """
    kopie = lees_reservekopie(map_)
    with _schijffouten():
        for deel in (kopie.database, *kopie.sleutelbestanden):
            pad = map_ / deel.naam
            if not pad.is_file() or _deel(pad) != deel:
                raise storingen.KopieOngeldig
    if store is not None:
        store.maintenance(partial(_keur, kopie), voortgang)
    return kopie


def _keur(kopie: Reservekopie, o: Onderhoud) -> None:
    if o.schakel(kopie.n) != bytes.fromhex(kopie.h):
        raise storingen.KopieOngeldig
    with o.kopie(kopie.map / kopie.database.naam) as open_kopie:
        if not _klopt(kopie, open_kopie):
            raise storingen.KopieOngeldig


def _klopt(kopie: Reservekopie, open_kopie: Kopie) -> bool:
    return (
        open_kopie.bestand().goed
        and open_kopie.laatste() == (kopie.n, bytes.fromhex(kopie.h))
        and sum(open_kopie.rijen().values()) == kopie.rijen
    )


def zet_terug(kopie_map: Path, doel: Path, *, negeer: frozenset[str] = frozenset()) -> Reservekopie:
    """Put a back-up back in an empty folder; PlaatsNietLeeg when more is there than negeer names.

    Broken off half-way it can be done again: a file that already is the one to put back does no harm.
    """
    kopie = controleer_reservekopie(kopie_map)
    delen = (*kopie.sleutelbestanden, kopie.database)
    with _schijffouten():
        doel.mkdir(mode=0o700, parents=True, exist_ok=True)
        _moet_leeg_zijn(doel, delen, negeer)
        for deel in delen:
            tijdelijk = doel / (deel.naam + _ONVOLLEDIG)
            tijdelijk.unlink(missing_ok=True)
            if _kopieer(kopie_map / deel.naam, tijdelijk).sha256 != deel.sha256:
                raise storingen.KopieOngeldig
        for deel in delen:
            (doel / (deel.naam + _ONVOLLEDIG)).replace(doel / deel.naam)
        _sync_map(doel)
    return kopie


def _moet_leeg_zijn(doel: Path, delen: tuple[Deel, ...], negeer: frozenset[str]) -> None:
    eigen = {deel.naam: deel for deel in delen}
    resten = {naam + _ONVOLLEDIG for naam in eigen}
    for pad in doel.iterdir():
        if pad.name in negeer | resten:
            continue
        if pad.name not in eigen or _deel(pad) != eigen[pad.name]:
            raise storingen.PlaatsNietLeeg


# ---- the manifest


def _naar_json(kopie: Reservekopie) -> dict[str, Any]:
    return {
        "formaat": _FORMAAT,
        "soort": kopie.soort,
        "programma": __version__,
        "gemaakt_op": kopie.gemaakt_op.isoformat(timespec="seconds"),
        "n": kopie.n,
        "h": kopie.h,
        "rijen": kopie.rijen,
        "database": asdict(kopie.database),
        "sleutelbestanden": [asdict(deel) for deel in kopie.sleutelbestanden],
    }


def _uit_json(map_: Path, gegevens: Any) -> Reservekopie:
    """ValueError, KeyError or TypeError when it is not exactly what this program writes."""
    if gegevens["formaat"] != _FORMAAT or gegevens["soort"] not in VOORVOEGSELS:
        raise ValueError
    n, rijen, h = gegevens["n"], gegevens["rijen"], gegevens["h"]
    if type(n) is not int or type(rijen) is not int or len(bytes.fromhex(h)) != hashlib.sha256().digest_size:
        raise ValueError
    return Reservekopie(
        map=map_,
        gemaakt_op=datetime.fromisoformat(gegevens["gemaakt_op"]),
        n=n,
        h=h,
        rijen=rijen,
        database=_deel_uit_json(gegevens["database"]),
        sleutelbestanden=tuple(_deel_uit_json(deel) for deel in gegevens["sleutelbestanden"]),
        soort=gegevens["soort"],
    )


def _deel_uit_json(gegevens: Any) -> Deel:
    deel = Deel(naam=gegevens["naam"], grootte=gegevens["grootte"], sha256=gegevens["sha256"])
    # A manifest comes from a stick: a name must never lead out of its folder.
    if deel.naam in ("", ".", "..") or any(teken in deel.naam for teken in "/\\:\x00"):
        raise ValueError
    if type(deel.grootte) is not int or not isinstance(deel.sha256, str):
        raise ValueError
    return deel


# ---- files


def _vrije_map(map_: Path, naam: str) -> Path:
    """A name that is not taken; two back-ups in one minute get a number."""
    kandidaat, nummer = map_ / naam, 1
    while kandidaat.exists():
        nummer += 1
        kandidaat = map_ / f"{naam}-{nummer}"
    return kandidaat


def _ruim_resten_op(map_: Path) -> None:
    """Remove what a broken-off back-up left behind."""
    for begin in VOORVOEGSELS.values():
        for rest in map_.glob(f"{begin}*{_ONVOLLEDIG}"):
            shutil.rmtree(rest, ignore_errors=True)


def _deel(pad: Path) -> Deel:
    """Size and hash of a file, read from the disk and not from memory where the system lets us."""
    som, grootte = hashlib.sha256(), 0
    with pad.open("rb") as bestand:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(bestand.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while blok := bestand.read(_BLOK):
            som.update(blok)
            grootte += len(blok)
    return Deel(pad.name, grootte, som.hexdigest())


def _kopieer(bron: Path, doel: Path) -> Deel:
    """Copy to a new file for its owner only, and read it back."""
    with bron.open("rb") as van, open(_nieuw_bestand(doel), "wb") as naar:
        shutil.copyfileobj(van, naar, _BLOK)
        naar.flush()
        os.fsync(naar.fileno())
    return _deel(doel)


def _schrijf_nieuw(pad: Path, inhoud: bytes) -> None:
    with open(_nieuw_bestand(pad), "wb") as bestand:
        bestand.write(inhoud)
        bestand.flush()
        os.fsync(bestand.fileno())


def _nieuw_bestand(pad: Path) -> int:
    return os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)


def _sync(pad: Path) -> None:
    with pad.open("r+b") as bestand:
        os.fsync(bestand.fileno())


def _sync_map(map_: Path) -> None:
    """Make names in a folder durable; Windows has no such call."""
    if os.name == "posix":
        nummer = os.open(map_, os.O_RDONLY)
        try:
            os.fsync(nummer)
        finally:
            os.close(nummer)


@contextlib.contextmanager
def _schijffouten() -> Iterator[None]:
    """Trouble with the disk of the back-up, told as such: the kluis itself is not touched."""
    try:
        yield
    except OSError as fout:
        vol = fout.errno in (errno.ENOSPC, errno.EDQUOT)
        raise (storingen.BackupschijfVol if vol else storingen.Backupschijffout) from None
    except storingen.SchijfVol:
        raise storingen.BackupschijfVol from None
    except storingen.Schijffout:
        raise storingen.Backupschijffout from None
