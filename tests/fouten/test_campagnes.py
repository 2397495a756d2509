# SPDX-License-Identifier: EUPL-1.2
"""Every campaign in its short form, in a process of its own; `installer/dev.py faults --long` does more."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.fouten.tabel import CAMPAGNES, TRAAG

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks, and reads /proc")


@pytest.mark.parametrize(
    "bar", [pytest.param(c.bar, marks=[pytest.mark.traag] * (c.bar in TRAAG)) for c in CAMPAGNES]
)
def test_the_bar_holds_in_its_short_form(bar: str) -> None:
    opdracht = [sys.executable, "-m", "tests.fouten", "--only", bar]
    klaar = subprocess.run(opdracht, cwd=ROOT, capture_output=True, text=True, check=False)
    print(klaar.stdout)
    assert klaar.returncode == 0, klaar.stdout + klaar.stderr
