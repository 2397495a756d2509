# SPDX-License-Identifier: EUPL-1.2
"""The file with tombstones beside the kluis: a line for all that was destroyed as one.

The format, complete: lines of ASCII, each ended by a line feed. A line is 16 hexadecimal digits (the random
number of the dossier, note or request), a space, the moment in UTC, a space, and 64 hexadecimal digits: the
MAC that the kluis made (store/wissen.py). Lines are added and never removed. The mark holds the
SHA-256 of the whole file, so that a line taken out is noticed.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from gemeente_pga.domain.grafsteen import Grafsteen, parse_grafsteen
from gemeente_pga.kluis import bestanden

_MAX = 8 * 1024 * 1024


def read_grafstenen(map_: Path) -> tuple[tuple[Grafsteen, ...], bytes]:
    """The tombstones, not yet verified, and the SHA-256 of the file; of no bytes when there is no file."""
    inhoud = bestanden.read_begin(map_ / bestanden.GRAFSTENEN, _MAX) or b""
    regels = (parse_grafsteen(regel) for regel in inhoud.decode("ascii", "replace").splitlines())
    return tuple(steen for steen in regels if steen is not None), hashlib.sha256(inhoud).digest()


def write_grafstenen(map_: Path, stenen: Sequence[Grafsteen]) -> bytes:
    """Write these tombstones durably; the SHA-256 of the file. OSError when that does not work."""
    inhoud = "".join(f"{steen.regel}\n" for steen in stenen).encode("ascii")
    bestanden.write_durable(map_ / bestanden.GRAFSTENEN, inhoud)
    return hashlib.sha256(inhoud).digest()
