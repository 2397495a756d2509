# SPDX-License-Identifier: EUPL-1.2
"""The self-test as an administrator runs it: every part is tried, a broken one is named, nothing is left."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DELEN = (
    *("Instellingen", "Letters", "Pictogrammen", "Formulieren", "Juridisch kader", "Rekenregels"),
    *("Sleutelbos", "Kluis maken", "Kluis openen", "Schermen", "PDF maken", "Opruimen"),
)


def draai(thuis: Path, *argumenten: str, pad: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """The self-test in a process of its own, with an empty home and a folder for temporary files."""
    (thuis / "tmp").mkdir(parents=True)
    eigen = {naam: w for naam, w in os.environ.items() if not naam.startswith(("XDG_", "QT_", "DISPLAY"))}
    return subprocess.run(
        [sys.executable, "-m", "gemeente_pga", "--zelftest", *argumenten],
        env={**eigen, "HOME": str(thuis), "TMPDIR": str(thuis / "tmp"), "PYTHONPATH": str(pad)},
        cwd=thuis, capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip


def over(thuis: Path) -> list[str]:
    """What files the self-test left."""
    return [pad.name for pad in thuis.rglob("*") if pad.is_file()]


@pytest.mark.skipif(os.name == "nt", reason="zoekt in de thuismap van Linux")
def test_everything_works_and_nothing_is_left(tmp_path):
    klaar = draai(tmp_path / "thuis")
    assert klaar.returncode == 0, klaar.stdout + klaar.stderr
    regels = klaar.stdout.splitlines()
    assert [regel.partition(":")[0] for regel in regels[1:-1]] == [f"goed  {deel}" for deel in DELEN]
    assert regels[-1] == "Alles werkt."
    # What Qt says of a screen that is none, is about no part of the program.
    assert klaar.stderr.replace("This plugin does not support propagateSizeHints()\n", "") == ""
    assert over(tmp_path / "thuis") == []


def test_the_outcome_goes_to_a_file_where_there_is_no_screen(tmp_path):
    klaar = draai(tmp_path / "thuis", "uitslag.txt")
    assert (klaar.returncode, klaar.stdout) == (0, "")
    assert over(tmp_path / "thuis") == ["uitslag.txt"]
    uitslag = (tmp_path / "thuis" / "uitslag.txt").read_text(encoding="utf-8")
    assert uitslag.endswith("Alles werkt.\n")


def test_what_is_missing_is_named_and_the_rest_is_tried_all_the_same(tmp_path):
    for deel in ("gemeente_pga", "resources"):
        shutil.copytree(ROOT / deel, tmp_path / deel, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "resources/fonts/NotoSans-Bold.ttf").write_bytes(b"geen letter")
    (tmp_path / "resources/icons/lock.svg").write_text("<svg")
    (tmp_path / "resources/kader/wet-pga-2025.toml").write_text("kapot")
    (tmp_path / "gemeente_pga/ui/forms/ui_weging.py").write_text("import bestaat_niet")
    klaar = draai(tmp_path / "thuis", pad=tmp_path)
    assert klaar.returncode == 1
    fout = [regel.partition(":")[0][6:] for regel in klaar.stdout.splitlines() if regel.startswith("FOUT")]
    assert set(fout) >= {"Letters", "Pictogrammen", "Formulieren", "Juridisch kader", "Kluis maken"}
    assert "NotoSans-Bold.ttf" in klaar.stdout
    assert "goed  Sleutelbos" in klaar.stdout
    assert "goed  Opruimen" in klaar.stdout
    assert klaar.stdout.splitlines()[-1] == f"{len(fout)} onderdelen werken niet."
    assert over(tmp_path / "thuis") == []
