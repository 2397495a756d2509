# SPDX-License-Identifier: EUPL-1.2
"""B15: the n-th call to the disk fails with EIO or ENOSPC; what was seen stays, and the user is told.

strace attaches to a forked child that stands before an act (or before opening), and makes one call fail.
"""

import ctypes
import os
import random
import re
import subprocess
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.kluis import bestanden
from tests.fouten import bijzonder, stand
from tests.fouten.campagne import Uitslag, of
from tests.fouten.sporen import GEEN_STRACE, heeft_strace
from tests.fouten.verhaal import Stap, stappen

_AANROEPEN = (
    "pwrite64",
    "pwrite64",
    "fdatasync",
    "fsync",
    "ftruncate",
    "write",
    "pread64",
    "openat",
    "unlink",
)
_STAPPEN = 150  # about as many as the story has
_PR_SET_PTRACER = 0x59616D61
_FOUTEN = ("EIO", "ENOSPC")
_HOOGSTE = {"pwrite64": 25, "pread64": 25, "openat": 8}
_VASTGELEGD, _GEMELD, _GESTRUIKELD, _KLAAR = b"V", b"M", b"X", b"K"


class Mislukt(NamedTuple):
    """What happened to a child of which one call failed."""

    geraakt: bool
    bevestigd: int
    gemeld: bool
    gestruikeld: bool


def _paden(map_: Path) -> list[str]:
    namen = (
        bestanden.DATABASE, bestanden.JOURNAL, bestanden.MERK, *bestanden.KOPIEEN,
        *(f"{naam}.nieuw" for naam in bestanden.KOPIEEN),
    )  # fmt: skip
    return [str(map_ / "kluis" / naam) for naam in namen] + [str(map_ / "kluis")]


def laat_mislukken(s: stand.Stand, stap: Stap, kopie: Path, kans: random.Random) -> Mislukt:
    """Perform the act on the copy while one call fails."""
    bij_openen = kans.random() < 0.2
    start, ga = os.pipe()
    uit, meld = os.pipe()
    kind = os.fork()
    if kind == 0:
        _kind(s, stap, kopie, start, meld, bij_openen=bij_openen)
    os.close(start)
    os.close(meld)
    aanroep = kans.choice(_AANROEPEN)
    inject = f"inject={aanroep}:error={kans.choice(_FOUTEN)}:when={kans.randint(1, _HOOGSTE.get(aanroep, 5))}"
    with tempfile.NamedTemporaryFile() as spoor:
        wachten = os.read(uit, 1)  # the child stands ready
        opdracht = ["strace", "-f", "-o", spoor.name, "-e", f"trace={aanroep}", "-e", inject, "-p", str(kind)]
        for pad in _paden(kopie):
            opdracht += ["-P", pad]
        strace = subprocess.Popen(opdracht, stderr=subprocess.PIPE, text=True)
        assert strace.stderr is not None
        while "attached" not in (regel := strace.stderr.readline()) and regel:
            pass
        os.write(ga, b"g")
        gezien = wachten
        while stuk := os.read(uit, 4096):
            gezien += stuk
        os.waitpid(kind, 0)
        strace.wait(30)
        strace.stderr.close()
        geraakt = "INJECTED" in Path(spoor.name).read_text(errors="replace")
    for nummer in (ga, uit):
        os.close(nummer)
    return lees_gezien(gezien, geraakt=geraakt)


def lees_gezien(gezien: bytes, *, geraakt: bool) -> Mislukt:
    """What a child told."""
    return Mislukt(geraakt, gezien.count(_VASTGELEGD), _GEMELD in gezien, _GESTRUIKELD in gezien)


def _kind(s: stand.Stand, stap: Stap, kopie: Path, start: int, meld: int, *, bij_openen: bool) -> None:
    """In the child; never returns. strace is no parent of it, so it says that it may be traced."""
    ctypes.CDLL(None).prctl(_PR_SET_PTRACER, ctypes.c_ulong(-1), 0, 0, 0)
    doe_en_meld(s, stap, kopie, meld, partial(_wacht, start, meld), bij_openen=bij_openen)


def doe_en_meld(
    s: stand.Stand,
    stap: Stap,
    kopie: Path,
    meld: int,
    nu: Callable[[], None],
    *,
    bij_openen: bool,
    daarna: Callable[[], object] = lambda: None,
) -> None:
    """In a child: perform the act on the copy and tell what the user would see. nu: the fault begins."""
    try:
        if bij_openen:
            nu()
        s.dienst, s.map = stand.open_(kopie).dienst, kopie
        s.store.na_vastleggen.append(partial(_meld_vastgelegd, meld))
        if not bij_openen:
            nu()
        stap.doe()
        daarna()
        if s.dienst.merkwacht is not None and s.dienst.merkwacht.fout is not None:
            os.write(meld, _GEMELD)
    except Storing as storing:
        _zeg(meld, storing)
    except BaseException:
        traceback.print_exc()
        os.write(meld, _GESTRUIKELD)
    finally:
        os.write(meld, _KLAAR)
        os._exit(0)


def _meld_vastgelegd(meld: int, _tabellen: frozenset[str]) -> None:
    os.write(meld, _VASTGELEGD)


def _wacht(start: int, meld: int) -> None:
    os.write(meld, b".")
    os.read(start, 1)


def _zeg(meld: int, storing: Storing) -> None:
    """A sentence and what to do, in words that a user understands."""
    goed = (
        re.fullmatch(r"[A-Z].+\.", storing.melding, re.S) and storing.raad and "Error" not in storing.melding
    )
    os.write(meld, _GEMELD if goed else _GESTRUIKELD)


def run(n: int) -> Uitslag:
    """n calls that really failed, spread over all acts."""
    if not heeft_strace():
        return Uitslag(GEEN_STRACE, haalt=False)
    kans = random.Random(15)  # noqa: S311 - a repeatable choice of calls
    fouten: list[str] = []
    telling: Counter[str] = Counter()
    with stand.tijdelijk() as map_:
        per_stap = max(1.0, 2 * n / _STAPPEN)
        s = stand.maak(map_ / "loop")
        tegoed = 0.0
        for stap in stappen(s):
            tegoed += per_stap if telling["geraakt"] < n else 0
            while tegoed >= 1 and telling["geraakt"] < n:
                tegoed -= 1
                fouten += _een(s, stap, map_ / "kopie", kans, telling)
            stap.doe()
        s.sluit()
    cijfer = (
        f"{telling['geraakt']} keer een schijffout: {telling['gemeld']} gemeld, "
        f"{telling['stil']} zonder gevolg; 0 zichtbaar vastgelegd en toch kwijt"
    )
    if telling["geraakt"] < n:
        fouten.append(f"maar {telling['geraakt']} van {n} raak")
    return of(fouten, cijfer)


def _een(s: stand.Stand, stap: Stap, kopie: Path, kans: random.Random, telling: Counter[str]) -> list[str]:
    """One child; what is wrong afterwards."""
    voor = s.store.laatste()[0]
    stand.kopieer(s.map, kopie)
    uit = laat_mislukken(s, stap, kopie, kans)
    fouten = ["struikelt"] if uit.gestruikeld else []
    if uit.geraakt:
        telling["geraakt"] += 1
        telling["gemeld" if uit.gemeld else "stil"] += 1
    gekeurd = stand.keur(kopie, na=voor)
    fouten += [*gekeurd.gebreken, *bijzonder.keur_stick(kopie)]
    if gekeurd.codes != [stap.act.code] and (gekeurd.codes or uit.bevestigd):
        fouten.append(f"{uit.bevestigd} bevestigd, gevonden {gekeurd.codes}")
    stand.ruim_op(kopie)
    return [f"{stap.act.code}: {fout}" for fout in fouten]
