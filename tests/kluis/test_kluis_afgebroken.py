# SPDX-License-Identifier: EUPL-1.2
"""Killing the process while it changes the wachtzin, and what its memory holds after wiping."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gemeente_pga.kluis.storingen import GeheimVervangen, WachtzinOnjuist
from tests.kluis.conftest import WACHTZIN, Proefkluis

WIJZIGER = """
import sys
from pathlib import Path
from tests.kluis.conftest import RUIM
from gemeente_pga.kluis.kluis import Kluis
kluis = Kluis.lees(Path(sys.argv[1]), grenzen=RUIM)
sleutels = kluis.open_met_wachtzin(sys.argv[2])
for n in range(100_000):
    print("begint", n, flush=True)
    kluis.wijzig_wachtzin(sleutels, f"{sys.argv[3]} {n}")
    print("klaar", n, flush=True)
"""
KIJKER = """
import sys
from pathlib import Path
from tests.kluis.conftest import LICHT, RUIM, WACHTZIN
from gemeente_pga.kluis.herstelcode import parse_code
from gemeente_pga.kluis.kluis import Kluis
merk = bytearray(b"MERK") + bytearray(b"TEKEN") + sys.argv[2].encode()
if sys.argv[3] == "maak":
    kluis, sleutels, _ = Kluis.maak(Path(sys.argv[1]), WACHTZIN, kdf=LICHT, grenzen=RUIM)
else:
    kluis = Kluis.lees(Path(sys.argv[1]), grenzen=RUIM)
    sleutels = kluis.open_met_wachtzin(sys.stdin.readline().rstrip("\\n"))
    kluis.wijzig_wachtzin(sleutels, "nog een andere wachtzin", kdf=LICHT)
print("open", flush=True)
sys.stdin.readline()
sleutels.wis()
print("gewist", flush=True)
sys.stdin.readline()
"""


def opent_een(proef: Proefkluis, kandidaten: list[str]) -> str | None:
    """Which of these opens it; a replaced one counts as shut."""
    open_ = []
    for zin in kandidaten:
        try:
            assert proef.lees().open_met_wachtzin(zin).k_db == proef.sleutels.k_db
            open_.append(zin)
        except (WachtzinOnjuist, GeheimVervangen):
            continue
    assert len(open_) <= 1
    return open_[0] if open_ else None


def test_kill_during_a_change_leaves_the_old_or_the_new_wachtzin(proefkluis: Proefkluis) -> None:
    toeval = random.Random(20261121)  # noqa: S311 - when to kill is no secret
    huidig = WACHTZIN
    for ronde in range(12):
        with subprocess.Popen(
            [sys.executable, "-c", WIJZIGER, str(proefkluis.map), huidig, f"ronde {ronde}"],
            stdout=subprocess.PIPE,
            text=True,
        ) as kind:
            assert kind.stdout is not None
            regels = [kind.stdout.readline()]
            time.sleep(toeval.uniform(0, 0.06))
            kind.kill()
            regels += kind.stdout.readlines()
        regels = [regel for regel in regels if regel.endswith("\n")]
        soort, nummer = regels[-1].split()
        laatste = f"ronde {ronde} {nummer}"
        vorige = huidig if nummer == "0" else f"ronde {ronde} {int(nummer) - 1}"
        open_ = opent_een(proefkluis, [vorige, laatste])
        if soort == "klaar":
            # The next change may have got as far as the disk before its first line was written.
            open_ = open_ or opent_een(proefkluis, [f"ronde {ronde} {int(nummer) + 1}"])
            assert open_ != vorige, "een bevestigde wijziging is verloren"
        assert open_ is not None
        huidig = open_
        assert proefkluis.kopie("a").read_bytes() == proefkluis.kopie("b").read_bytes()


def zoek_in_geheugen(pid: int, naalden: dict[str, bytes]) -> dict[str, int]:
    """How often each text stands in the memory of a process."""
    gevonden = dict.fromkeys(naalden, 0)
    with (
        Path(f"/proc/{pid}/maps").open() as kaart,
        Path(f"/proc/{pid}/mem").open("rb", buffering=0) as geheugen,
    ):
        for regel in kaart:
            bereik, rechten = regel.split()[:2]
            if not rechten.startswith("rw"):
                continue
            begin, einde = (int(deel, 16) for deel in bereik.split("-"))
            try:
                geheugen.seek(begin)
                stuk = geheugen.read(einde - begin)
            except (OSError, OverflowError):
                continue  # [vvar] and the like cannot be read
            for naam, naald in naalden.items():
                gevonden[naam] += stuk.count(naald)
    return gevonden


@pytest.mark.skipif(sys.platform != "linux", reason="leest /proc")
@pytest.mark.parametrize("wijze", ["open", "maak"])
def test_wiped_keys_are_not_left_in_memory(proefkluis: Proefkluis, tmp_path: Path, wijze: str) -> None:
    plek = proefkluis.map
    if wijze == "maak":
        plek = tmp_path / "nieuw"
        plek.mkdir()
    with subprocess.Popen(
        [sys.executable, "-c", KIJKER, str(plek), "123", wijze],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as kind:
        assert kind.stdin is not None
        assert kind.stdout is not None
        if wijze == "open":
            kind.stdin.write(WACHTZIN + "\n")
            kind.stdin.flush()
        assert kind.stdout.readline() == "open\n"
        sleutels = proefkluis.sleutels
        if wijze == "maak":
            from gemeente_pga.kluis.kluis import Kluis
            from tests.kluis.conftest import RUIM

            sleutels = Kluis.lees(plek, grenzen=RUIM).open_met_wachtzin(WACHTZIN)
        naalden = {"merk": b"MERKTEKEN123"}
        for naam in ("mk", "k_db", "k_hdr", "k_log", "k_mark"):
            naalden[naam] = bytes(getattr(sleutels, naam))
            naalden[naam + " hex"] = getattr(sleutels, naam).hex().encode()
        open_ = zoek_in_geheugen(kind.pid, naalden)
        kind.stdin.write("\n")
        kind.stdin.flush()
        assert kind.stdout.readline() == "gewist\n"
        gevonden = zoek_in_geheugen(kind.pid, naalden)
        kind.communicate()
    assert gevonden.pop("merk") >= 1, "de zoeker ziet niets"
    # The control: before the wiping each key was there once, in its bytearray, and never in hex.
    assert {naam: aantal for naam, aantal in open_.items() if naam != "merk"} == {
        naam: 0 if naam.endswith("hex") else 1 for naam in gevonden
    }
    assert gevonden == dict.fromkeys(gevonden, 0)
