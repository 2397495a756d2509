# SPDX-License-Identifier: EUPL-1.2
"""The command that measures: it runs to its end and measures every screen."""

import json
from pathlib import Path

import pytest

from gemeente_pga.ui.screens import SCREENS
from tests.meten import bench


def test_bench_measures_every_screen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bestand = tmp_path / "cijfers.json"
    assert bench.main(["--kort", "--proef", "--json", str(bestand)]) == 0
    cijfers = json.loads(bestand.read_text("utf-8"))
    assert [stap["dossiers"] for stap in cijfers["groei"]] == [2, 4]
    assert list(cijfers["groei"][-1]["schermen"]) == [soort.code for soort in SCREENS]
    assert min(cijfers["start"]["start"]["verf_ms"]) > min(cijfers["start"]["kaal"]["verf_ms"]) > 0
    tabel = capsys.readouterr().out
    assert all(f"\n{nummer}. " in tabel for nummer in range(1, 9))
    assert all(f"  {soort.code} " in tabel for soort in SCREENS)
