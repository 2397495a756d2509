# SPDX-License-Identifier: EUPL-1.2
"""B2 locking and B25 the key: what stands in the memory of the real program, before and after the lock.

The program is started by tests.reis.slot_toestel, which leaves out the protection against reading memory.
"""

import os
import re
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from gemeente_pga.kluis.kluis import Kluis
from tests.fouten import stand
from tests.fouten.campagne import Uitslag, of
from tests.reis.test_slot import Proces

# The words stand here in two halves: this file would otherwise be found in the memory it is looked for in.
_WACHTZIN = " ".join(("zeldzaam", "woord", "voor", "deze", "campagne"))
_MERKEN, _LIMIET_S = 200, 1.0
_SLEUTELS = ("mk", "k_db", "k_log", "k_mark", "k_hdr")


@contextmanager
def _programma(map_: Path) -> Iterator[tuple[Proces, list[str]]]:
    """The program with a kluis of its own, unlocked, a text with the markers typed in it."""
    proces = Proces(map_)
    try:
        assert proces.hoor() == "LEEG"
        proces.zeg(f"maak {_WACHTZIN}")
        proces.zeg(f"ontgrendel {_WACHTZIN}")
        merken = [f"Mk{nummer:03d}zq{'xv'[nummer % 2]}" for nummer in range(_MERKEN)]
        if proces.zeg(f"typ {' '.join(merken)}") != "GETYPT":
            raise AssertionError("the text was not typed")
        yield proces, merken
    finally:
        try:
            proces.stop()
        except subprocess.TimeoutExpired:  # a busy computer: what had to be seen has been seen
            os.kill(proces.pid, signal.SIGKILL)


def _tel(pid: int, naalden: dict[str, bytes]) -> dict[str, int]:
    """How often each of these stands in what the process can write to, in the shapes of Python and of Qt."""
    namen = {}
    for naam, naald in naalden.items():
        namen[naald] = namen[naald.decode("latin-1").encode("utf-16-le")] = naam
    zoek = re.compile(b"|".join(re.escape(vorm) for vorm in namen))
    gevonden = dict.fromkeys(naalden, 0)
    with open(f"/proc/{pid}/maps") as kaart, open(f"/proc/{pid}/mem", "rb", buffering=0) as geheugen:
        for regel in kaart:
            bereik, rechten = regel.split()[:2]
            begin, einde = (int(deel, 16) for deel in bereik.split("-"))
            if not rechten.startswith("rw"):
                continue
            try:
                geheugen.seek(begin)
                stuk = geheugen.read(einde - begin)
            except (OSError, OverflowError):
                continue  # pages of a device
            for treffer in zoek.finditer(stuk):
                gevonden[namen[treffer[0]]] += 1
    return gevonden


def _stapel(pid: int) -> str:
    """Where the stack of the program began: another program in the same process has another place."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[25]


def _vergrendel(proces: Proces) -> tuple[float, float]:
    """Seconds from the trigger until the program with the data is gone, and until the unlock page."""
    oud, begin = _stapel(proces.pid), time.perf_counter()
    weg = []

    def kijk() -> None:
        while _stapel(proces.pid) == oud:
            time.sleep(0.002)
        weg.append(time.perf_counter() - begin)

    draad = threading.Thread(target=kijk)
    draad.start()
    antwoord = proces.zeg("vergrendel")
    klaar = time.perf_counter() - begin
    draad.join()
    if antwoord != "OP SLOT":
        raise AssertionError("not locked")
    return weg[0], klaar


def _geheimen(map_: Path) -> dict[str, bytes]:
    """Every key of this kluis, raw and in hexadecimal."""
    sleutels = Kluis.lees(map_ / "kluis", grenzen=stand.RUIM).open_met_wachtzin(_WACHTZIN)
    uit: dict[str, bytes] = {}
    for naam in _SLEUTELS:
        waarde = bytes(getattr(sleutels, naam))
        uit |= {
            naam: waarde,
            f"{naam} hex": waarde.hex().encode(),
            f"{naam} HEX": waarde.hex().upper().encode(),
        }
    return uit


def vergrendelen(n: int) -> Uitslag:
    """B2: n times; afterwards none of the markers, no key and no wachtzin in the memory of what runs then."""
    fouten, tijden = [], []
    for _ in range(n):
        with stand.tijdelijk() as map_, _programma(map_) as (proces, merken):
            naalden = {merk: merk.encode() for merk in merken} | _geheimen(map_)
            naalden["wachtzin"] = _WACHTZIN.encode()
            voor = _tel(proces.pid, naalden)
            if any(not voor[merk] for merk in merken):
                fouten.append("de zoeker ziet niet wat er staat")
            tijden.append(_vergrendel(proces))
            na = _tel(proces.pid, naalden)
            fouten += [f"{naam} nog {aantal} keer" for naam, aantal in na.items() if aantal]
    weg, pagina = (median(tijd[deel] for tijd in tijden) for deel in (0, 1))
    if weg > _LIMIET_S:
        fouten.append(f"meer dan {_LIMIET_S:.1f} s")
    cijfer = (
        f"{weg:.2f} s tot het oude programma weg is, {pagina:.2f} s tot de ontgrendelpagina; van {_MERKEN} "
        "merken, sleutels en wachtzin 0 in het nieuwe"
    )
    return of(fouten, cijfer)


def sleutel(n: int) -> Uitslag:
    """B25: the key while the kluis is open; the wachtzin is only reported."""
    fouten, wachtzin = [], 0
    for _ in range(n):
        with stand.tijdelijk() as map_, _programma(map_) as (proces, merken):
            geheimen = _geheimen(map_)
            gezocht = _tel(
                proces.pid, geheimen | {"merk": merken[0].encode(), "wachtzin": _WACHTZIN.encode()}
            )
            wachtzin = max(wachtzin, gezocht["wachtzin"])
            if not gezocht["merk"]:
                fouten.append("de zoeker ziet niet wat er staat")
            raak = [naam for naam in geheimen if naam.startswith(("k_db", "mk")) and gezocht[naam]]
            fouten += [f"{naam} {gezocht[naam]} keer" for naam in raak]
    cijfer = f"databasesleutel en hoofdsleutel: 0 keer; wachtzin: {wachtzin} keer (niet beloofd)"
    return of(fouten, cijfer)
