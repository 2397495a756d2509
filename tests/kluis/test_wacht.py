# SPDX-License-Identifier: EUPL-1.2
"""The single-instance guard, with real processes."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from gemeente_pga.kluis.storingen import ProgrammaAlOpen, SleutelbestandOnleesbaar
from gemeente_pga.kluis.wacht import Wacht

HOUDER = """
import sys
from pathlib import Path
from gemeente_pga.kluis.wacht import Wacht
wacht = Wacht.neem(Path(sys.argv[1]))
print("houdt", flush=True)
sys.stdin.read()
"""
WISSELAAR = """
import os, sys
from pathlib import Path
from gemeente_pga.kluis.wacht import Wacht
wacht = Wacht.neem(Path(sys.argv[1]))
if len(sys.argv) == 2:
    os.execv(sys.executable, [sys.executable, "-c", sys.orig_argv[-2], sys.argv[1], "opnieuw"])
print("opnieuw genomen")
"""


def start(map_: Path) -> "subprocess.Popen[str]":
    houder = subprocess.Popen(
        [sys.executable, "-c", HOUDER, str(map_)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert houder.stdout is not None
    assert houder.stdout.readline() == "houdt\n"
    return houder


def test_second_program_is_told_that_it_is_open(map_: Path) -> None:
    with start(map_) as houder:
        with pytest.raises(ProgrammaAlOpen, match="al open"):
            Wacht.neem(map_)
        houder.communicate()
    Wacht.neem(map_).laat_los()


def test_killed_program_leaves_no_lock(map_: Path) -> None:
    with start(map_) as houder:
        houder.kill()
        houder.wait()
        Wacht.neem(map_).laat_los()


def test_patience_waits_for_a_predecessor_that_ends(map_: Path) -> None:
    with start(map_) as houder:
        assert houder.stdin is not None
        houder.stdin.close()
        with Wacht.neem(map_, geduld=30):
            assert houder.wait(timeout=1) == 0


def test_patience_ends(map_: Path) -> None:
    with Wacht.neem(map_):
        begin = time.monotonic()
        with pytest.raises(ProgrammaAlOpen):
            Wacht.neem(map_, geduld=0.2)
        assert 0.2 <= time.monotonic() - begin < 5


def test_process_that_replaces_itself_can_take_it_again(map_: Path) -> None:
    uit = subprocess.run(
        [sys.executable, "-c", WISSELAAR, str(map_)], capture_output=True, text=True, check=True, timeout=60
    )
    assert uit.stdout == "opnieuw genomen\n"


def test_guard_is_given_back(map_: Path) -> None:
    with Wacht.neem(map_) as wacht:
        pass
    wacht.laat_los()
    Wacht.neem(map_).laat_los()


def test_two_folders_do_not_hinder_each_other(map_: Path, tmp_path: Path) -> None:
    ander = tmp_path / "oefenkluis"
    ander.mkdir()
    with Wacht.neem(map_), Wacht.neem(ander):
        assert (ander / "kluis.bezet").stat().st_mode & 0o077 == 0


def test_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SleutelbestandOnleesbaar):
        Wacht.neem(tmp_path / "weg")
