# SPDX-License-Identifier: EUPL-1.2
"""What lies beside a kluis under a name of ours but was not made by it: renamed, not used, not removed."""

from datetime import datetime
from pathlib import Path

from gemeente_pga.kluis import bestanden

_VOORVOEGSEL = "vreemd-"


def set_aside(map_: Path, pad: Path, nu: datetime) -> Path:
    """Give this file or folder inside map_ a dated name that means nothing to the program."""
    naam, nummer = f"{_VOORVOEGSEL}{nu:%Y-%m-%d-%H%M}", 1
    doel = map_ / naam
    while doel.exists() or doel.is_symlink():
        nummer += 1
        doel = map_ / f"{naam}-{nummer}"
    pad.rename(doel)
    bestanden.sync_folder(map_)
    return doel
