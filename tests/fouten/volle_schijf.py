# SPDX-License-Identifier: EUPL-1.2
"""B16: the disk is full; the user is told, nothing seen is lost, and a back-up elsewhere works.

Runs on a disk of its own of a few megabytes, in a name space where it may mount one: started by `run`.
"""

import os
import random
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from gemeente_pga.binnen import log_binnenkomst
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.handelingen import notitie
from gemeente_pga.store import backup
from gemeente_pga.store.storingen import NietSchrijfbaar, Schijffout, SchijfVol
from tests.fouten import stand
from tests.fouten.campagne import Uitslag
from tests.fouten.schijffout import Mislukt, doe_en_meld, lees_gezien
from tests.fouten.verhaal import NOTITIE, Stap, stappen

ROOT = Path(__file__).resolve().parents[2]
_SCHIJF = 'mount -t tmpfs -o size=6m,mode=700 none "$1" && shift && exec "$@"'
_EIGEN_RUIMTE = ("unshare", "-rm", "sh", "-c", _SCHIJF)
_VULSEL = "vulsel"
_STAPPEN = 150


def vul(schijf: Path, over: int) -> None:
    """Leave so many bytes free, at most."""
    with suppress(OSError), (schijf / _VULSEL).open("wb", buffering=0) as bestand:
        while True:
            bestand.write(bytes(4096))
    pad = schijf / _VULSEL
    if over:
        os.truncate(pad, max(0, pad.stat().st_size - over))


def _schrijf_vol(s: stand.Stand) -> None:
    """Go on until the disk refuses."""
    lang = replace(NOTITIE, tekst="woord " * 1000)
    for _ in range(100):
        notitie.register_notitie(s.store, lang)


def _doe_op_vol(s: stand.Stand, stap: Stap, schijf: Path, over: int, *, bij_openen: bool) -> Mislukt:
    """The act, in a child, while the disk is full."""
    uit, meld = os.pipe()
    kind = os.fork()
    if kind == 0:
        doe_en_meld(
            s, stap, schijf / "kopie", meld, lambda: vul(schijf, over),
            bij_openen=bij_openen, daarna=lambda: _schrijf_vol(s),
        )  # fmt: skip
    os.close(meld)
    gezien = b""
    while stuk := os.read(uit, 4096):
        gezien += stuk
    os.close(uit)
    os.waitpid(kind, 0)
    return lees_gezien(gezien, geraakt=True)


def _red(kopie: Path, elders: Path, *, lezen: bool) -> tuple[str, list[str]]:
    """Open on the full disk, as far as that goes, and make a back-up elsewhere."""
    dienst = stand.nieuwe_dienst(kopie)
    try:
        dienst.kies(KluisSoort.KLUIS)
        for zin in (stand.WACHTZIN, stand.NIEUWE_WACHTZIN):
            with suppress(Storing):
                dienst.ontgrendel(zin)
                break
        hoe = "daarna gewoon open"
        try:
            dienst.betreed()
            log_binnenkomst(dienst)
            if lezen:
                raise NietSchrijfbaar
        except (NietSchrijfbaar, SchijfVol, Schijffout):
            dienst.betreed(alleen_lezen=True)
            hoe = "daarna alleen lezen"
        backup.controleer_reservekopie(dienst.red(elders), dienst.store)
    except Storing as storing:
        return "niet te redden", [f"back-up elders: {type(storing).__name__}"]
    finally:
        dienst.laat_los()
    return hoe, []


def in_eigen_schijf(schijf: Path, elders: Path, n: int) -> tuple[str, list[str]]:
    """n acts on a full disk."""
    kans = random.Random(16)  # noqa: S311 - a repeatable choice of moments
    telling: Counter[str] = Counter()
    fouten: list[str] = []
    s = stand.maak(elders / "loop")
    tegoed = 0.5
    for stap in stappen(s):
        tegoed += n / _STAPPEN
        while tegoed >= 1:
            tegoed -= 1
            voor = s.store.laatste()[0]
            kopie = stand.kopieer(s.map, schijf / "kopie")
            stand.ruim_op(kopie / "stick")
            over = kans.choice((0, 0, 4096, 8192, 16384, 65536))
            mislukt = _doe_op_vol(s, stap, schijf, over, bij_openen=kans.random() < 0.2)
            telling["gemeld" if mislukt.gemeld else "niet gemeld"] += 1
            (elders / "stick").mkdir(exist_ok=True)
            hoe, uit = _red(kopie, elders / "stick", lezen=kans.random() < 0.5)
            telling[hoe] += 1
            (schijf / _VULSEL).unlink()
            gekeurd = stand.keur(kopie, na=voor)
            uit += gekeurd.gebreken + (["struikelt"] if mislukt.gestruikeld else [])
            uit += [] if mislukt.gemeld else ["niets gemeld"]
            eigen = [stap.act.code, *[Handeling.NOTITIE_VASTLEGGEN.code] * 100]
            gevonden = len(gekeurd.codes)
            bij_openen = ("kluis.openen", "kluis.sleutels_vastleggen")
            gekeurd = stand.Gekeurd([c for c in gekeurd.codes if c not in bij_openen], gekeurd.gebreken)
            gevonden = len(gekeurd.codes)
            if gekeurd.codes != eigen[:gevonden] or not 0 <= gevonden - mislukt.bevestigd <= 1:
                uit.append(f"{mislukt.bevestigd} bevestigd, gevonden {gekeurd.codes}")
            fouten += [f"{stap.act.code}: {fout}" for fout in uit]
            stand.ruim_op(kopie)
            stand.ruim_op(elders / "stick")
        stap.doe()
    s.sluit()
    return ", ".join(f"{aantal} {wat}" for wat, aantal in telling.most_common()), fouten


def run(n: int) -> Uitslag:
    """n acts, in a process with a disk of its own."""
    with stand.tijdelijk() as map_:
        for naam in ("schijf", "elders"):
            (map_ / naam).mkdir()
        zelf = [sys.executable, "-m", "tests.fouten.volle_schijf", str(map_ / "schijf"), str(map_ / "elders")]
        try:
            klaar = subprocess.run(
                [*_EIGEN_RUIMTE, "sh", str(map_ / "schijf"), *zelf, str(n)],
                cwd=ROOT, capture_output=True, text=True, check=False,
            )  # fmt: skip
        except FileNotFoundError:
            return Uitslag("niet gemeten: unshare ontbreekt", haalt=False)
    if "Traceback" in klaar.stderr:
        raise RuntimeError(klaar.stderr.strip().splitlines()[-1])
    if klaar.returncode not in (0, 1) or not klaar.stdout:
        waarom = (klaar.stderr.strip().splitlines() or ["?"])[-1]
        return Uitslag(f"niet gemeten: hier mag geen eigen schijf worden gemaakt ({waarom})", haalt=False)
    return Uitslag(f"volle schijf: {klaar.stdout.strip()}", haalt=klaar.returncode == 0)


if __name__ == "__main__":
    telling_, fouten_ = in_eigen_schijf(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
    print(telling_, *fouten_[:3], sep="; ")
    sys.exit(bool(fouten_))
