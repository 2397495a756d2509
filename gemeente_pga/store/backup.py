# SPDX-License-Identifier: EUPL-1.2
"""Make a back-up and keep the last ten, verify one, put one back in an empty place.

A back-up is a folder: the encrypted copy, the key files, and manifest.json, written last. Hides what
"verified" means: read back from the disk, opened with the key of the kluis, every page checked, the same rows
and the same last act. Never copies the live file.
"""

import contextlib
import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from gemeente_pga.store import storingen
from gemeente_pga.store.manifest import (
    MANIFEST,
    ONVOLLEDIG,
    VOORVOEGSELS,
    Deel,
    Reservekopie,
    lees_reservekopie,
    lijst_reservekopieen,
    schrijf_manifest,
)
from gemeente_pga.store.onderhoud import Kopie, Onderhoud, Voortgang
from gemeente_pga.store.store import Store

__all__ = [
    "GENERATIES",
    "MANIFEST",
    "WAARMERK",
    "Reservekopie",
    "controleer_reservekopie",
    "lees_reservekopie",
    "lijst_reservekopieen",
    "maak_reservekopie",
    "zet_terug",
]

GENERATIES = 10
WAARMERK = b"reservekopie"
_BLOK = 1024 * 1024
_KOPIE_KLAAR = 0.6  # part of the work that is done when the copy has been written
_NETWERK_WEG = frozenset(
    getattr(errno, naam, -1)
    for naam in (
        "ESTALE", "EHOSTDOWN", "EHOSTUNREACH", "ENETDOWN", "ENETUNREACH", "ENETRESET", "ECONNRESET",
        "ECONNABORTED", "ECONNREFUSED", "ETIMEDOUT", "ENOTCONN", "EREMOTEIO",
    )
)  # fmt: skip
_NETWERK_WEG_WINDOWS = frozenset((53, 54, 55, 58, 59, 64, 65, 67, 121, 1231, 1232, 1236))
_STICK_WEG_WINDOWS = frozenset((21, 31, 433, 1006, 1110, 1117, 1167))


@dataclass(frozen=True, slots=True)
class _Opdracht:
    """What is asked for: the name of the database, where to, what goes along, and who vouches for it."""

    naam: str
    map: Path
    headers: tuple[Path, ...]
    nu: datetime
    soort: str
    kluis: str
    grafstenen: tuple[str, ...]
    waarmerk: Callable[[bytes], bytes]


def maak_reservekopie(
    store: Store,
    map_: Path,
    *,
    header_bestanden: Sequence[Path],
    nu: datetime,
    soort: str = "backup",
    voortgang: Voortgang | None = None,
    kluis: str = "",
    grafstenen: tuple[str, ...] = (),
    bewaar: int = GENERATIES,
) -> Reservekopie:
    """Make and verify a back-up in a new folder inside map_; may run in another thread than the main one.

    Whatever goes wrong, nothing stays behind that could be taken for a back-up. bewaar: so many back-ups of
    this kluis stay, the oldest others go; nothing goes before the new one has been verified.
    """
    waarmerk = partial(store.waarmerk, WAARMERK)
    opdracht = _Opdracht(
        store.pad.name, map_, tuple(header_bestanden), nu, soort, kluis, grafstenen, waarmerk
    )
    kopie = store.maintenance(partial(_maak, opdracht), voortgang)
    if soort == "backup":
        _dun_uit(kopie, bewaar)
    return kopie


def _maak(opdracht: _Opdracht, o: Onderhoud) -> Reservekopie:
    map_ = opdracht.map
    with _schijffouten(map_):
        _ruim_resten_op(map_)
        doel = _vrije_map(map_, f"{VOORVOEGSELS[opdracht.soort]}{opdracht.nu:%Y-%m-%d-%H%M}")
        tijdelijk = doel.with_name(doel.name + ONVOLLEDIG)
        tijdelijk.mkdir(mode=0o700)
        try:
            kopie = _vul(tijdelijk, opdracht, o)
            o.controleer_stop()
            tijdelijk.rename(doel)
            sync_map(map_)
        except BaseException:
            shutil.rmtree(tijdelijk, ignore_errors=True)
            raise
    o.meld(1.0)
    return replace(kopie, map=doel)


def _dun_uit(nieuwste: Reservekopie, bewaar: int) -> None:
    """Remove the oldest back-ups of this kluis beyond so many; one that is not whole does not count."""
    ouder = [
        kopie
        for kopie in lijst_reservekopieen(nieuwste.map.parent)
        if kopie.kluis == nieuwste.kluis and kopie.map != nieuwste.map and _lijkt_heel(kopie)
    ]
    for kopie in ouder[max(0, bewaar - 1) :]:
        weg = kopie.map.with_name(kopie.map.name + ONVOLLEDIG)
        with contextlib.suppress(OSError):  # the new one is good; this one goes the next time
            kopie.map.rename(weg)
            shutil.rmtree(weg, ignore_errors=True)


def _lijkt_heel(kopie: Reservekopie) -> bool:
    try:
        return all(
            (kopie.map / deel.naam).stat().st_size == deel.grootte
            for deel in (kopie.database, *kopie.sleutelbestanden)
        )
    except OSError:
        return False


def _vul(map_: Path, opdracht: _Opdracht, o: Onderhoud) -> Reservekopie:
    pad = map_ / opdracht.naam
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
        gemaakt_op=opdracht.nu.replace(microsecond=0),
        n=n,
        h=h.hex(),
        rijen=sum(rijen.values()),
        database=_deel(pad),
        sleutelbestanden=tuple(_kopieer(bron, map_ / bron.name) for bron in opdracht.headers),
        soort=opdracht.soort,
        kluis=opdracht.kluis,
        grafstenen=opdracht.grafstenen,
    )
    kopie_ = replace(kopie_, waarmerk=opdracht.waarmerk(kopie_.kern).hex())
    _schrijf_nieuw(map_ / MANIFEST, schrijf_manifest(kopie_))
    sync_map(map_)
    if lees_reservekopie(map_) != kopie_:
        raise storingen.KopieOngeldig
    return kopie_


def controleer_reservekopie(
    map_: Path,
    store: Store | None = None,
    *,
    voortgang: Voortgang | None = None,
    zonder: frozenset[str] = frozenset(),
) -> Reservekopie:
    """Read every file of a back-up from the disk; with the open kluis it came from, open and check it wholly.

    zonder: key files that may be missing or bad.

    KopieOngeldig when anything differs from the manifest, or from the history of the kluis.
    """
    kopie = lees_reservekopie(map_)
    with _schijffouten(map_):
        for deel in (kopie.database, *kopie.sleutelbestanden):
            if deel.naam not in zonder and not is_gaaf(map_, deel):
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


def is_gaaf(map_: Path, deel: Deel) -> bool:
    """Is this file of a back-up there as the manifest says?"""
    pad = map_ / deel.naam
    return pad.is_file() and _deel(pad) == deel


def zet_terug(
    kopie_map: Path,
    doel: Path,
    *,
    negeer: frozenset[str] = frozenset(),
    zonder: frozenset[str] = frozenset(),
) -> Reservekopie:
    """Put a back-up back in an empty folder; PlaatsNietLeeg when more is there than negeer names.

    zonder: key files that are missing or bad and stay behind.
    Broken off half-way it can be done again: a file that already is the one to put back does no harm.
    """
    kopie = controleer_reservekopie(kopie_map, zonder=zonder)
    delen = (*(deel for deel in kopie.sleutelbestanden if deel.naam not in zonder), kopie.database)
    with _schijffouten(kopie_map):
        doel.mkdir(mode=0o700, parents=True, exist_ok=True)
        _moet_leeg_zijn(doel, delen, negeer)
        for deel in delen:
            tijdelijk = doel / (deel.naam + ONVOLLEDIG)
            tijdelijk.unlink(missing_ok=True)
            if _kopieer(kopie_map / deel.naam, tijdelijk).sha256 != deel.sha256:
                raise storingen.KopieOngeldig
        for deel in delen:
            (doel / (deel.naam + ONVOLLEDIG)).replace(doel / deel.naam)
        sync_map(doel)
    return kopie


def _moet_leeg_zijn(doel: Path, delen: tuple[Deel, ...], negeer: frozenset[str]) -> None:
    eigen = {deel.naam: deel for deel in delen}
    resten = {naam + ONVOLLEDIG for naam in eigen}
    for pad in doel.iterdir():
        if pad.name in negeer | resten:
            continue
        if pad.name not in eigen or _deel(pad) != eigen[pad.name]:
            raise storingen.PlaatsNietLeeg


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
        for rest in map_.glob(f"{begin}*{ONVOLLEDIG}"):
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


def sync_map(map_: Path) -> None:
    """Make names in a folder durable; Windows has no such call."""
    if os.name == "posix":
        nummer = os.open(map_, os.O_RDONLY)
        try:
            os.fsync(nummer)
        finally:
            os.close(nummer)


@contextlib.contextmanager
def _schijffouten(map_: Path) -> Iterator[None]:
    """Trouble with the disk of the back-up, told as such: the kluis itself is not touched."""
    try:
        yield
    except OSError as fout:
        raise _schijffout(fout, map_) from None
    except storingen.SchijfVol:
        raise storingen.BackupschijfVol from None
    except storingen.Schijffout:
        raise _schijffout(OSError(), map_) from None


def _schijffout(fout: OSError, map_: Path) -> storingen.OpslagStoring:
    """What is the matter with the place of the back-up: full, gone, locked, or something else."""
    windows = getattr(fout, "winerror", None)
    if fout.errno in (errno.ENOSPC, errno.EDQUOT):
        return storingen.BackupschijfVol()
    if fout.errno in _NETWERK_WEG or windows in _NETWERK_WEG_WINDOWS:
        return storingen.BackupnetwerkWeg()
    if fout.errno in (errno.ENODEV, errno.ENXIO) or windows in _STICK_WEG_WINDOWS or not map_.is_dir():
        op_netwerk = str(map_).replace("/", "\\").startswith("\\\\")
        return storingen.BackupnetwerkWeg() if op_netwerk else storingen.BackupschijfWeg()
    if fout.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return storingen.BackupOpSlot()
    return storingen.Backupschijffout()
