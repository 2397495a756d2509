# SPDX-License-Identifier: EUPL-1.2
"""The whole sample case without a mouse: from the first start to the paper of a dossier."""

import inspect
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gemeente_pga.oefencasus.bediening import Bediening
from tests.reis import toetsenbord
from tests.reis.test_oefencasus import PAPIER, ROOT
from tests.reis.toetsenbord import Toetsenbord


def test_nothing_of_the_mouse_is_left_in_the_hand() -> None:
    mouse = ("mouseClick", "DropEvent", ".setFocus")
    with_mouse = {
        name
        for name, method in inspect.getmembers(Bediening, inspect.isfunction)
        if any(word in inspect.getsource(method) for word in mouse)
    }
    assert {"klik", "tab", "laat_vallen"} <= with_mouse
    assert with_mouse <= Toetsenbord.__dict__.keys()
    own = inspect.getsource(toetsenbord)
    assert not [word for word in ("mouseClick", "DropEvent", ".setFocus") if word in own]


@pytest.mark.traag
def test_the_whole_sample_case_is_done_with_keys_alone(tmp_path: Path) -> None:
    for name in ("doel", "werk"):
        (tmp_path / name).mkdir(mode=0o700)
    command = [sys.executable, "-m", "tests.reis.speel", str(tmp_path / "doel"), str(tmp_path / "werk")]
    run = subprocess.run(
        [*command, "toetsenbord"], cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    said = json.loads(run.stdout.splitlines()[-1])
    assert said["dubbel"] == []
    assert said["tab"] > 1000
    assert said["letters"] > 50
    assert {file.stem for file in (tmp_path / "doel").glob("*.pdf")} == set(PAPIER)
