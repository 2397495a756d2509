# SPDX-License-Identifier: EUPL-1.2
"""A new main key: its header beforehand, a folder in which the whole new kluis is made, and the change-over.

Everything new is first made in one folder beside the kluis. Giving that folder its final name is the moment
of change: before it the old kluis counts and the folder is thrown away, after it every file still in the
folder is moved to its place, now or at the next start. A crash anywhere so leaves the one or the other.
"""

import os
import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path

from gemeente_pga.kluis import bestanden
from gemeente_pga.kluis import sleutels as sl
from gemeente_pga.kluis.header import DB_ZOUT_LENGTE, Header, KdfParameters, SlotSoort
from gemeente_pga.kluis.kopieen import commit_header, write_kopieen
from gemeente_pga.kluis.sleutels import Sleutels
from gemeente_pga.kluis.slots import herstelcode_slot, wachtzin_slot
from gemeente_pga.kluis.storingen import WisselMislukt

MAP = "kluis.wissel"
_IN_AANBOUW = MAP + ".onvolledig"


@dataclass(frozen=True)
class Wissel:
    """A prepared main key. na: the number of the header that it follows, which must still be the present one.

    Only the wachtzin of the coordinator is taken along, with a new herstelcode; every other slot ends.
    """

    header: Header
    sleutels: Sleutels = field(repr=False)
    code: str = field(repr=False)
    na: int

    def wis(self) -> None:
        """Forget the new keys."""
        self.sleutels.wis()


def prepare_wissel(huidig: Header, wachtzin: str, kdf: KdfParameters) -> Wissel:
    """Slow. A new main key in a new header of the same kluis; nothing is written."""
    kop = replace(
        huidig,
        volgnummer=huidig.volgnummer + 1,
        db_zout=os.urandom(DB_ZOUT_LENGTE),
        slots=(),
        kenmerken={},
        mac=b"",
    )
    mk = sl.nieuwe_hoofdsleutel()
    slot = wachtzin_slot(mk, kop.kluis_id, wachtzin, kdf, soort=SlotSoort.WACHTZIN)
    papier, code = herstelcode_slot(mk, kop.kluis_id)
    kop = replace(kop, slots=(slot, papier))
    sleutels = sl.derive_sleutels(mk, kop, SlotSoort.WACHTZIN, slot.id)
    return Wissel(kop.verzegel(sleutels.k_hdr), sleutels, code, huidig.volgnummer)


def begin_map(map_: Path) -> Path:
    """An empty folder for the new kluis; what an earlier attempt left is thrown away."""
    aanbouw = map_ / _IN_AANBOUW
    try:
        drop_map(map_)
        aanbouw.mkdir(mode=0o700)
    except OSError as fout:
        raise WisselMislukt from fout
    return aanbouw


def drop_map(map_: Path) -> None:
    """Throw away what was being made; it takes as much room as the kluis itself."""
    shutil.rmtree(map_ / _IN_AANBOUW, ignore_errors=True)


def commit_map(map_: Path, header: Header) -> None:
    """The database in the folder is whole and closed: add the key files, and change over."""
    aanbouw = map_ / _IN_AANBOUW
    try:
        commit_header(aanbouw, header)
        _, mislukt = write_kopieen(aanbouw, header)
        if mislukt:
            raise WisselMislukt
        bestanden.sync_folder(aanbouw)
        (map_ / bestanden.JOURNAL).unlink(missing_ok=True)  # of the old kluis, which is closed
        aanbouw.rename(map_ / MAP)
        bestanden.sync_folder(map_)
    except OSError as fout:
        raise WisselMislukt from fout
    finish_wissel(map_)


def finish_wissel(map_: Path) -> bool:
    """Move what is still in the folder to its place; throw an unfinished one away. True after a change."""
    klaar = map_ / MAP
    drop_map(map_)
    if klaar.is_symlink() or not klaar.is_dir():
        return False
    try:
        if (klaar / bestanden.DATABASE).exists():
            (map_ / bestanden.JOURNAL).unlink(missing_ok=True)
        for pad in sorted(klaar.iterdir()):
            bestanden.replace_durable(pad, map_ / pad.name)
        bestanden.sync_folder(map_)
        klaar.rmdir()
        bestanden.sync_folder(map_)
    except OSError as fout:
        raise WisselMislukt from fout
    return True
