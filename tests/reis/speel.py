# SPDX-License-Identifier: EUPL-1.2
"""Plays the sample case in a process of its own: tests.reis.speel DOEL WERK. Prints the wachtzin."""

import os
import sys
from pathlib import Path

from gemeente_pga.kluis.bestanden import restrict_umask
from gemeente_pga.oefencasus import play

if __name__ == "__main__":
    restrict_umask()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    doel, werk = Path(sys.argv[1]), Path(sys.argv[2])
    speler = play(doel, werk, lambda zin: print(zin, file=sys.stderr))
    print(speler.wachtzin)
