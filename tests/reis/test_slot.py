# SPDX-License-Identifier: EUPL-1.2
"""Locking for real: the process is replaced, nothing of the screen stays in memory, the word comes back."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WACHTZIN = "zeldzaam woord voor dit proces alleen"
MERK = "Xq7kuifduiker9Zb"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


class Proces:
    """The program in a process of its own."""

    def __init__(self, map_: Path) -> None:
        opdracht = [sys.executable, "-m", "tests.reis.slot_toestel", str(map_)]
        self._p = subprocess.Popen(
            opdracht, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.pid = self._p.pid

    def zeg(self, regel: str) -> str:
        """Give one order and wait for what comes back."""
        assert self._p.stdin is not None
        self._p.stdin.write(regel.encode() + b"\n")
        self._p.stdin.flush()
        return self.hoor()

    def hoor(self) -> str:
        """The next line."""
        assert self._p.stdout is not None
        regel = self._p.stdout.readline().decode().rstrip("\n")
        assert regel, f"het proces is gestopt met {self._p.poll()}"
        return regel

    def tel(self, tekst: str) -> int:
        """How often this text stands in the memory of the process, in the shapes of Python and of Qt."""
        vormen = re.compile(b"|".join(re.escape(tekst.encode(soort)) for soort in ("utf-8", "utf-16-le")))
        aantal = 0
        with open(f"/proc/{self.pid}/maps") as kaart, open(f"/proc/{self.pid}/mem", "rb") as geheugen:
            for regel in kaart:
                bereik, rechten, *_ = regel.split()
                if not rechten.startswith("rw"):
                    continue
                begin, eind = (int(deel, 16) for deel in bereik.split("-"))
                try:
                    geheugen.seek(begin)
                    aantal += len(vormen.findall(geheugen.read(eind - begin)))
                except OSError:
                    continue  # pages of a device
        return aantal

    def stop(self) -> None:
        """End it."""
        if self._p.stdin is not None:
            self._p.stdin.close()
        self._p.wait(10)
        if self._p.stdout is not None:
            self._p.stdout.close()


@pytest.fixture
def proces(tmp_path: Path) -> Iterator[Proces]:
    """A running program."""
    p = Proces(tmp_path)
    yield p
    p.stop()


def test_lock_leaves_nothing_in_memory_and_brings_back_the_word(proces: Proces, tmp_path: Path) -> None:
    assert proces.hoor() == "LEEG"
    assert proces.zeg(f"maak {WACHTZIN}") == "OP SLOT"
    assert proces.zeg(f"ontgrendel {WACHTZIN}").startswith("OPEN ")
    assert proces.zeg(f"typ Gebeld door {MERK} over een hal") == "GETYPT"
    assert proces.tel(MERK) > 0  # the scan sees what is there
    voor = Path(f"/proc/{proces.pid}/stat").read_text().split()[21]

    assert proces.zeg("vergrendel") == "OP SLOT"
    assert Path(f"/proc/{proces.pid}/stat").read_text().split()[21] == voor  # the same process, a new image
    assert proces.tel(MERK) == 0
    assert proces.tel(WACHTZIN) == 0

    tekst = f"Gebeld door {MERK} over een hal"
    assert proces.zeg(f"ontgrendel {WACHTZIN}") == f"OPEN {len(tekst)} {tekst}"
    proces.stop()
    for pad in tmp_path.rglob("*"):
        if pad.is_file():
            inhoud = pad.read_bytes()
            assert MERK.encode() not in inhoud
            assert MERK.encode("utf-16-le") not in inhoud


def test_killed_program_keeps_what_was_typed_before_the_pause(proces: Proces, tmp_path: Path) -> None:
    assert proces.hoor() == "LEEG"
    proces.zeg(f"maak {WACHTZIN}")
    proces.zeg(f"ontgrendel {WACHTZIN}")
    proces.zeg("typ Eerste zin.")
    assert proces.zeg("bewaard Eerste zin.") == "BEWAARD"
    proces.zeg("typ  En nog een hal")
    os.kill(proces.pid, 9)

    opnieuw = Proces(tmp_path)
    try:
        assert opnieuw.hoor() == "OP SLOT"
        opnieuw.zeg(f"ontgrendel {WACHTZIN}")
        assert opnieuw.zeg("lees").removeprefix("OPEN ").partition(" ")[2].startswith("Eerste zin.")
    finally:
        opnieuw.stop()
