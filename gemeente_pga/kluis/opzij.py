# SPDX-License-Identifier: EUPL-1.2
"""Kluizen that were put aside: in a dated folder beside the one that leads, never written again.

Hides that a second name is enough where the file system knows those: the file that takes the place of the old
one gets its name by renaming, and so leaves the old one as it is.
"""

import os
import re
import shutil
from datetime import datetime
from pathlib import Path

from gemeente_pga.kluis import bestanden
from gemeente_pga.kluis.storingen import OpzijMislukt

_VOORVOEGSEL = "opzij-"
_ONVOLLEDIG = ".onvolledig"
_NAAM = re.compile(r"opzij-\d{4}-\d{2}-\d{2}-\d{4}(-\d+)?")
_BESTANDEN = (bestanden.DATABASE, *bestanden.KOPIEEN, bestanden.MERK)


def put_aside(map_: Path, nu: datetime) -> Path:
    """Give every file of this closed kluis a second place; the kluis itself stays as it is."""
    try:
        doel = _vrij(map_, nu)
        werk = doel.with_name(doel.name + _ONVOLLEDIG)
        shutil.rmtree(werk, ignore_errors=True)
        werk.mkdir(mode=0o700)
        for naam in _BESTANDEN:
            if (map_ / naam).exists():
                _tweede_plaats(map_ / naam, werk / naam)
        bestanden.sync_folder(werk)
        werk.rename(doel)
        bestanden.sync_folder(map_)
    except OSError as fout:
        raise OpzijMislukt from fout
    return doel


def move_aside(map_: Path, bron: Path, nu: datetime) -> Path:
    """Put a folder inside map_ aside as a whole."""
    try:
        doel = _vrij(map_, nu)
        bron.rename(doel)
        bestanden.sync_folder(map_)
    except OSError as fout:
        raise OpzijMislukt from fout
    return doel


def list_aside(map_: Path) -> list[Path]:
    """What was put aside, oldest first."""
    return sorted(pad for pad in map_.glob(_VOORVOEGSEL + "*") if pad.is_dir() and _NAAM.fullmatch(pad.name))


def remove_aside(map_: Path, naam: str) -> None:
    """Remove one of them for good."""
    if naam not in {pad.name for pad in list_aside(map_)}:
        raise ValueError("is not a kluis that was put aside")
    try:
        shutil.rmtree(map_ / naam)
        bestanden.sync_folder(map_)
    except OSError as fout:
        raise OpzijMislukt from fout


def _vrij(map_: Path, nu: datetime) -> Path:
    naam, nummer = f"{_VOORVOEGSEL}{nu:%Y-%m-%d-%H%M}", 1
    kandidaat = map_ / naam
    while kandidaat.exists():
        nummer += 1
        kandidaat = map_ / f"{naam}-{nummer}"
    return kandidaat


def _tweede_plaats(bron: Path, doel: Path) -> None:
    try:
        os.link(bron, doel)
    except OSError:  # a medium that knows no second names
        shutil.copy2(bron, doel)
        with doel.open("r+b") as bestand:
            os.fsync(bestand.fileno())
