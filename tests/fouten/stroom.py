# SPDX-License-Identifier: EUPL-1.2
"""B14: the power goes at any moment. Writes of real acts are recorded; disks as they could be are opened."""

import random
import sys
from collections import Counter
from pathlib import Path

from tests.fouten import bijzonder, stand
from tests.fouten.campagne import Uitslag, of
from tests.fouten.opname import GEZIEN
from tests.fouten.schijf import Schijf
from tests.fouten.sporen import GEEN_STRACE, Daad, heeft_strace, lees, neem_op

ROOT = Path(__file__).resolve().parents[2]
_HELE_VERHAAL = 500  # from so many states on, the whole story is recorded


def _neem_op(map_: Path, *, kort: bool) -> list[Daad]:
    werk, spoor = map_ / "werk", map_ / "spoor.txt"
    werk.mkdir(mode=0o700)
    opdracht = [sys.executable, "-m", "tests.fouten.opname", str(werk), "kort" if kort else "heel"]
    neem_op(opdracht, spoor, ROOT)
    daden = list(lees(spoor, werk))
    spoor.unlink()
    return daden


def _beoordeel(map_: Path, gezien: int, hoogstens: int) -> list[str]:
    """What is wrong with a disk on which the user had seen so many acts."""
    gekeurd = stand.keur(map_)
    fouten = [*gekeurd.gebreken, *bijzonder.keur_stick(map_)]
    if not gekeurd.gebreken and not gezien <= len(gekeurd.codes) <= hoogstens:
        fouten.append(f"{gezien} gezien, {len(gekeurd.codes)} gevonden")
    return fouten


def _controle(daden: list[Daad], map_: Path, wortel: str, kans: random.Random) -> list[str]:
    """If nothing were ever synced, this campaign would have to see it."""
    schijf = Schijf()
    gezien = 0
    for daad in daden:
        if daad.pad.endswith(f"/{GEZIEN}"):
            gezien += daad.naam == "schrijf"
        elif daad.naam != "sync":
            schijf.verwerk(daad)
    schijf.schrijf(wortel, map_, kans)
    return [] if _beoordeel(map_, gezien, gezien) else ["een schijf zonder fsync lijkt heel"]


def run(n: int) -> Uitslag:
    """n moments."""
    if not heeft_strace():
        return Uitslag(GEEN_STRACE, haalt=False)
    kans = random.Random(14)  # noqa: S311 - a repeatable choice of moments
    fouten: list[str] = []
    losse: Counter[bool] = Counter()
    with stand.tijdelijk() as map_:
        daden = _neem_op(map_, kort=n < _HELE_VERHAAL)
        wortel, schijf, gezien = str(map_ / "werk"), Schijf(), 0
        begin = next(
            i for i, daad in enumerate(daden) if daad.pad.endswith(GEZIEN) and daad.naam == "schrijf"
        )
        momenten = Counter(kans.randrange(begin, len(daden)) for _ in range(n))
        fouten += _controle(daden, map_ / "controle", wortel, kans)
        for nummer, daad in enumerate(daden):
            if daad.pad.endswith(f"/{GEZIEN}"):
                gezien += daad.naam == "schrijf"
            else:
                schijf.verwerk(daad)
            for _ in range(momenten[nummer]):
                kopie = map_ / "kopie"
                schijf.schrijf(wortel, kopie, kans)
                uit = _beoordeel(kopie, gezien, gezien + 1)
                losse[bool(uit)] += 1
                fouten += [f"na daad {nummer} ({daad.naam}): {fout}" for fout in uit]
                stand.ruim_op(kopie)
    cijfer = f"{n} schijven na {gezien} handelingen en {len(daden)} schrijfopdrachten: {losse[False]} heel"
    return of(fouten, cijfer)
