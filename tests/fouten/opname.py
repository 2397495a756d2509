# SPDX-License-Identifier: EUPL-1.2
"""Performs the acts of the story in a new kluis in the folder given; started under strace by stroom.py.

After each act one byte goes to the file `gezien`: from then on the user has seen it as recorded.
"""

import os
import sys
from pathlib import Path

from tests.fouten import kluiswerk, stand, verhaal

GEZIEN = "gezien"


def main(map_: Path, *, kort: bool) -> None:
    """The whole story or, kort, its beginning and its end."""
    deel = (verhaal.inrichten, verhaal.signalen, kluiswerk.kluis) if kort else verhaal.HOOFDSTUKKEN
    s = stand.maak(map_)
    gezien = os.open(map_ / GEZIEN, os.O_CREAT | os.O_WRONLY, 0o600)
    os.write(gezien, b".")  # the making of the kluis
    for stap in verhaal.stappen(s, deel):
        stap.doe()
        os.write(gezien, b".")
    s.sluit()


if __name__ == "__main__":
    main(Path(sys.argv[1]), kort=sys.argv[2] == "kort")
