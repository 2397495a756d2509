# SPDX-License-Identifier: EUPL-1.2
"""Plays the sample case in a process of its own: tests.reis.speel DOEL WERK [toetsenbord].

Prints the wachtzin. toetsenbord: without a mouse; then also what that took.
"""

import os
import sys
from pathlib import Path

from gemeente_pga.kluis.bestanden import restrict_umask
from gemeente_pga.oefencasus import play
from gemeente_pga.oefencasus.bediening import Bediening
from tests.reis.toetsenbord import Toetsenbord

if __name__ == "__main__":
    restrict_umask()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    doel, werk = Path(sys.argv[1]), Path(sys.argv[2])
    bediening = Toetsenbord if sys.argv[3:] == ["toetsenbord"] else Bediening
    speler = play(doel, werk, lambda zin: print(zin, file=sys.stderr), bediening)
    print(speler.wachtzin)
    if isinstance(speler.hand, Toetsenbord):
        print(speler.hand.verslag())
