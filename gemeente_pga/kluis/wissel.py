# SPDX-License-Identifier: EUPL-1.2
"""A new main key: its header beforehand, a folder in which the whole new kluis is made, and the change-over.

Everything new is first made in one folder beside the kluis. Giving that folder its final name is the moment
of change: before it the old kluis counts and the folder is thrown away, after it every file still in the
folder is moved to its place, now or when the kluis is next unlocked: not before, because anybody can put a
folder with that name there. A crash anywhere so leaves the one or the other.
"""

import json
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any

from gemeente_pga.kluis import bestanden, vreemd
from gemeente_pga.kluis import sleutels as sl
from gemeente_pga.kluis.header import DB_ZOUT_LENGTE, Grenzen, Header, KdfParameters, SlotSoort
from gemeente_pga.kluis.kluis import Kluis
from gemeente_pga.kluis.kopieen import commit_header, write_kopieen
from gemeente_pga.kluis.sleutels import Sleutels
from gemeente_pga.kluis.slots import herstelcode_slot, wachtzin_slot
from gemeente_pga.kluis.storingen import KluisStoring, WisselMislukt

MAP = "kluis.wissel"
_IN_AANBOUW = MAP + ".onvolledig"
_BEWIJS = "kluis.bewijs"
_BEWIJS_MAX = 16 * 1024
_DOEL = b"wissel\x00"
# In the order in which they are moved: as long as a key file is left, its keys can vouch for the rest.
_BESTANDEN = (bestanden.DATABASE, bestanden.MERK, *bestanden.KOPIEEN)


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


def commit_map(map_: Path, header: Header, sleutels: Sequence[Sleutels]) -> None:
    """The database in the folder is whole and closed: add the key files, and change over.

    sleutels: of the kluis that goes and of the one that comes; each vouches for what is in the folder.
    """
    aanbouw = map_ / _IN_AANBOUW
    try:
        commit_header(aanbouw, header)
        _, mislukt = write_kopieen(aanbouw, header)
        if mislukt:
            raise WisselMislukt
        _schrijf_bewijs(map_, aanbouw, sleutels)
        bestanden.sync_folder(aanbouw)
        (map_ / bestanden.JOURNAL).unlink(missing_ok=True)  # of the old kluis, which is closed
        aanbouw.rename(map_ / MAP)
        bestanden.sync_folder(map_)
    except OSError as fout:
        raise WisselMislukt from fout
    _verplaats(map_)


class Afloop(Enum):
    """What became of a folder that lay ready."""

    NIETS = "niets"  # there was none, or the secret opens neither kluis
    AF = "af"
    VREEMD = "vreemd"  # not made by this kluis: set aside, nothing of it was used


def settle_wissel(map_: Path, open_: Callable[[Kluis], Sleutels], grenzen: Grenzen, nu: datetime) -> Afloop:
    """Slow. Finish a change-over that broke off, once the secret of the user has proved that it was ours.

    A folder with this name can be put there by anybody, and would take the place of the kluis. Whoever knows
    no secret of the kluis cannot make the proof.
    """
    klaar = map_ / MAP
    drop_map(map_)
    if not os.path.lexists(klaar):
        return Afloop.NIETS
    try:
        if _is_leeg(klaar):
            return _ruim_op(map_)
        for plek in (klaar, map_):
            sleutels = _probeer(plek, open_, grenzen)
            if sleutels is None:
                continue
            echt = _is_bewezen(map_, sleutels)
            sleutels.wis()
            if echt:
                _verplaats(map_)
                return Afloop.AF
            if plek is map_:
                vreemd.set_aside(map_, klaar, nu)
                return Afloop.VREEMD
    except OSError as fout:
        raise WisselMislukt from fout
    return Afloop.NIETS


def _verplaats(map_: Path) -> None:
    """Move what is still in the folder to its place; the proof goes last."""
    klaar = map_ / MAP
    try:
        if (klaar / bestanden.DATABASE).exists():
            (map_ / bestanden.JOURNAL).unlink(missing_ok=True)
        for naam in _BESTANDEN:
            if (klaar / naam).exists():
                bestanden.replace_durable(klaar / naam, map_ / naam)
        bestanden.sync_folder(map_)
        _ruim_op(map_)
    except OSError as fout:
        raise WisselMislukt from fout


def _is_leeg(klaar: Path) -> bool:
    """Everything has been moved already."""
    return not klaar.is_symlink() and klaar.is_dir() and {pad.name for pad in klaar.iterdir()} <= {_BEWIJS}


def _ruim_op(map_: Path) -> Afloop:
    klaar = map_ / MAP
    (klaar / _BEWIJS).unlink(missing_ok=True)
    klaar.rmdir()
    bestanden.sync_folder(map_)
    return Afloop.AF


def _probeer(plek: Path, open_: Callable[[Kluis], Sleutels], grenzen: Grenzen) -> Sleutels | None:
    if plek.is_symlink() or not plek.is_dir():
        return None
    try:
        return open_(Kluis.lees(plek, grenzen=grenzen, kijkt=True))
    except KluisStoring:
        return None


# ---- the proof


def _schrijf_bewijs(map_: Path, aanbouw: Path, sleutels: Sequence[Sleutels]) -> None:
    inhoud = {
        "bestanden": {naam: _som(aanbouw / naam) for naam in _BESTANDEN if (aanbouw / naam).exists()},
        "was": _som(map_ / bestanden.DATABASE),
    }
    macs = [_mac(inhoud, paar) for paar in sleutels]
    bestanden.write_durable(aanbouw / _BEWIJS, json.dumps(inhoud | {"macs": macs}, sort_keys=True).encode())


def _is_bewezen(map_: Path, sleutels: Sleutels) -> bool:
    """Do these keys vouch for what is in the folder, and for what was here when it was put ready?"""
    from hmac import compare_digest

    klaar = map_ / MAP
    try:
        inhoud = json.loads(bestanden.read_begin(klaar / _BEWIJS, _BEWIJS_MAX) or b"")
        macs = inhoud.pop("macs")
        if not any(compare_digest(_mac(inhoud, sleutels), str(mac)) for mac in macs):
            return False
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OSError):
        return False
    sommen: dict[str, str] = inhoud["bestanden"]
    if {pad.name for pad in klaar.iterdir()} - {_BEWIJS, *sommen}:
        return False
    if any(
        _som(klaar / naam if (klaar / naam).exists() else map_ / naam) != som for naam, som in sommen.items()
    ):
        return False
    return _som(map_ / bestanden.DATABASE) in (inhoud["was"], sommen.get(bestanden.DATABASE))


def _mac(inhoud: dict[str, Any], sleutels: Sleutels) -> str:
    from hmac import digest

    tekst = json.dumps(inhoud, sort_keys=True).encode()
    return digest(sleutels.k_hdr, _DOEL + tekst, "sha256").hex()


def _som(pad: Path) -> str:
    """SHA-256 of a file; "" when there is none."""
    if pad.is_symlink() or not pad.is_file():
        return ""
    from hashlib import file_digest

    with pad.open("rb") as bestand:
        return file_digest(bestand, "sha256").hexdigest()
