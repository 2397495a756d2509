# SPDX-License-Identifier: EUPL-1.2
"""Every campaign in its short form, in a process of its own; `installer/dev.py faults --long` does more."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fouten.tabel import CAMPAGNES, NIET_IN_TESTS, SAMEN, TRAAG

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks, and reads /proc")


GROEPEN = [",".join(SAMEN), *(c.bar for c in CAMPAGNES if c.bar not in {*SAMEN, *NIET_IN_TESTS})]


@pytest.mark.parametrize(
    "bars", [pytest.param(g, marks=[pytest.mark.traag] * bool(TRAAG & set(g.split(",")))) for g in GROEPEN]
)
def test_the_bar_holds_in_its_short_form(bars: str, tmp_path: Path) -> None:
    uitslag = tmp_path / "uitslag.json"
    opdracht = [sys.executable, "-m", "tests.fouten", "--only", bars, "--json", str(uitslag)]
    klaar = subprocess.run(opdracht, cwd=ROOT, capture_output=True, text=True, check=False)
    print(klaar.stdout)
    assert uitslag.exists(), klaar.stdout + klaar.stderr
    tekort = [eis for eis in json.loads(uitslag.read_text(encoding="utf-8")) if eis["haalt"] is False]
    ongemeten = [eis["cijfer"] for eis in tekort if eis["cijfer"].startswith("niet gemeten")]
    assert len(ongemeten) == len(tekort), klaar.stdout + klaar.stderr
    if ongemeten:  # a tool is missing here; the row says which
        pytest.skip("; ".join(ongemeten))
    assert klaar.returncode == 0, klaar.stderr
