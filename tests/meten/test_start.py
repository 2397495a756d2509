# SPDX-License-Identifier: EUPL-1.2
"""Locking starts the program afresh, so nothing is loaded before the unlock page that it does not need."""

import json
import os
import subprocess
import sys
from pathlib import Path

from gemeente_pga.domain.kluisdienst import KluisSoort
from tests.meten.praktijk import maak_dienst
from tests.meten.proef import WACHTZIN

LATER = {
    *("sqlcipher3", "cryptography", "argon2", "keyring", "zxcvbn", "rapidfuzz", "dateutil", "tomllib"),
    *("reportlab", "pikepdf", "pypdfium2", "PySide6.QtDBus", "PySide6.QtPrintSupport"),
    *("gemeente_pga.store", "gemeente_pga.handelingen", "gemeente_pga.documents"),
    *("gemeente_pga.ui.screens", "gemeente_pga.ui.window", "gemeente_pga.ui.poort.wizard"),
}


def test_the_unlock_page_loads_nothing_that_can_wait(tmp_path: Path) -> None:
    dienst = maak_dienst(tmp_path)
    dienst.kies(KluisSoort.KLUIS)
    dienst.maak(WACHTZIN)
    dienst.betreed()
    dienst.laat_los()
    env = {**os.environ, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    klaar = subprocess.run(
        [sys.executable, "-m", "tests.meten.proef", "start", str(tmp_path / KluisSoort.KLUIS.value)],
        env=env, input="\n", capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    geladen = set(json.loads(klaar.stdout)["geladen"])
    assert "gemeente_pga.ui.poort.ontgrendelen" in geladen
    assert geladen & LATER == set()
