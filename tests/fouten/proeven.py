# SPDX-License-Identifier: EUPL-1.2
"""Bars that tests through the real window decide: B3, B4 and B10; and B11, the limits in the README."""

import re
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from gemeente_pga.domain.inrichting import VERGRENDELTIJD
from tests.fouten.campagne import Uitslag, of

ROOT = Path(__file__).resolve().parents[2]
_GEVAARLIJK = "tests/fouten/test_gevaarlijk.py"
_BACKUP = "tests/ui/test_inrichting_backup.py"
_SLOT = f"{_GEVAARLIJK}::test_lock_time_and_sharing_wait_for_the_wachtzin"
_BEHEER = "tests/kluis/test_sleutelbeheer.py"
_GEHEIM_S, _IDLE_MIN, _HERSTEL_S = 10, 5, 180

B3 = (
    "tests/ui/test_app.py::test_idle_time_locks",
    "tests/ui/test_klembord.py",
    "tests/ui/test_waken.py::test_what_was_copied_is_taken_back_when_the_kluis_closes",
)
B10 = ("tests/reis/test_herstel.py",)
# The dangerous actions, each with the test that shows that nothing happens before the wachtzin.
B4: Mapping[str, str] = MappingProxyType(
    {
        "stuk opslaan": "tests/ui/test_document.py::test_saving_is_recorded_and_readable_by_the_owner_only",
        "stuk afdrukken": f"{_GEVAARLIJK}::test_printing_waits_for_the_wachtzin",
        "sleutels": f"{_BEHEER}::test_every_change_asks_the_wachtzin_of_who_is_at_work",
        "journaal opslaan": "tests/ui/test_controle.py::test_the_journaal_is_saved_signed_and_checked_later",
        "vergrendeltijd": f"{_SLOT}[vergrendeltijd]",
        "scherm delen": f"{_SLOT}[scherm_delen]",
        "plaats van de back-up": f"{_BACKUP}::test_another_place_asks_the_wachtzin_and_the_same_place_does_not",  # noqa: E501 - a name
        "back-up terugzetten": f"{_BACKUP}::test_restoring_waits_for_the_wachtzin",
    }
)
# One sentence of the README for each of the limits that no program can take away.
GRENZEN = (
    "kwaadaardige programma's", "in het geheugen staan zolang de kluis open is", "wisselbestand",
    "Papier en bestanden", "foto van het scherm", "op een SSD of stick", "oude back-ups",
    "liegt over het opslaan", "laatste afgedrukte controlecode", "wie er achter het toetsenbord zat",
    "klok van de computer", "geen achterdeur", "zwakke wachtzin", "dwang", "Fouten in Qt", "echte laptop",
)  # fmt: skip


def _pytest(*namen: str) -> tuple[int, list[str]]:
    """How many of these tests passed, and what did not."""
    bestaand = [naam for naam in namen if _bestaat(naam)]  # one unknown name would stop them all
    if not bestaand:
        return 0, list(namen)
    opdracht = [sys.executable, "-m", "pytest", "-q", "-rA", "--tb=no", "-p", "no:cacheprovider", *bestaand]
    uit = subprocess.run(opdracht, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    goed = re.findall(r"^PASSED (\S+)", uit, re.MULTILINE)
    return len(goed), [naam for naam in namen if not any(g.startswith(naam) for g in goed)]


def _bestaat(naam: str) -> bool:
    bestand, _, functie = naam.partition("::")
    pad = ROOT / bestand
    return pad.exists() and (not functie or f"def {functie.partition('[')[0]}(" in pad.read_text("utf-8"))


def slot_en_klembord(_n: int) -> Uitslag:
    """B3."""
    from gemeente_pga.ui.klembord import GEHEIM_MS

    aantal, fouten = _pytest(*B3)
    if VERGRENDELTIJD != _IDLE_MIN:
        fouten.append(f"vergrendelt standaard na {VERGRENDELTIJD} minuten")
    if GEHEIM_MS > _GEHEIM_S * 1000:
        fouten.append(f"geheim {GEHEIM_MS / 1000:.0f} s op het klembord")
    seconden = GEHEIM_MS // 1000
    cijfer = f"na {VERGRENDELTIJD} minuten; klembord leeg na {seconden} s en bij slot; {aantal} proeven"
    return of(fouten, cijfer)


def gevaarlijk(_n: int) -> Uitslag:
    """B4."""
    _, fout = _pytest(*B4.values())
    fouten = [naam for naam, proef in B4.items() if proef in fout]
    return of(
        fouten, f"{len(B4) - len(fouten)} van {len(B4)} gevaarlijke handelingen vragen eerst de wachtzin"
    )


def vreemde(n: int) -> Uitslag:
    """B10: n times the whole script: sheet and stick on an empty computer."""
    fouten, langst = [], 0.0
    for _ in range(n):
        begin = time.monotonic()
        aantal, fout = _pytest(*B10)
        langst = max(langst, time.monotonic() - begin)
        fouten += fout
    if langst > _HERSTEL_S:
        fouten.append("te traag")
    return of(fouten, f"{n} keer: {aantal} wegen naar herstel, samen hoogstens {langst:.0f} s")


def grenzen(_n: int) -> Uitslag:
    """B11."""
    tekst = " ".join((ROOT / "README.md").read_text("utf-8").split())
    fouten = [f"niet genoemd: {zin}" for zin in GRENZEN if zin not in tekst]
    return of(fouten, f"{len(GRENZEN) - len(fouten)} van {len(GRENZEN)} grenzen staan in de uitleg")
