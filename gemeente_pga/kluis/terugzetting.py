# SPDX-License-Identifier: EUPL-1.2
"""Putting another kluis in the place of the one that stands here, which is set aside and never overwritten.

As with a new main key: everything new is first made in one folder beside the kluis. Giving that folder its
final name is the moment of change; the rest is moving files, now or at the next start. A note stays behind
until the log tells of it. Hides the order, and that a crash anywhere leaves the old kluis or the new one.
"""

import contextlib
import json
import shutil
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from gemeente_pga.kluis import bestanden
from gemeente_pga.kluis.storingen import TerugzettenMislukt

MAP = "kluis.terugzetting"
_IN_AANBOUW = MAP + ".onvolledig"
OEFENMAP = "kluis.oefening"
_BRIEFJE_MAX = 16 * 1024 * 1024
_MAX_N = 2**62  # what the database can count
_VAN_DE_OUDE = (bestanden.JOURNAL, *bestanden.KOPIEEN, bestanden.DATABASE)


@dataclass(frozen=True, slots=True)
class Briefje:
    """What the next opening must know. opzij: the folder for the old kluis; "" when there was none.

    kluis, kopie_*: of the back-up, with what the kluis vouched for when it made it. opzij_*: the last act of
    the old kluis, as far as known. zonder_sleutels: the back-up has no key files, and those here do not fit.
    waarmerk: made by the old kluis when it was open, else empty.
    """

    op: str
    kluis: str
    kopie_gemaakt_op: str
    kopie_n: int
    kopie_h: str
    opzij: str
    opzij_n: int | None
    opzij_h: str | None
    grafstenen: tuple[str, ...]
    kopie_waarmerk: str = ""
    zonder_sleutels: bool = False
    waarmerk: str = ""

    @property
    def inhoud(self) -> bytes:
        """What the waarmerk vouches for."""
        velden = asdict(self)
        del velden["waarmerk"]
        return json.dumps(velden, sort_keys=True).encode()


def begin_terugzetting(map_: Path) -> Path:
    """The name of the folder for what is put back; what an earlier attempt left is thrown away."""
    aanbouw = map_ / _IN_AANBOUW
    try:
        if aanbouw.exists():
            shutil.rmtree(aanbouw)
        map_.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as fout:
        raise TerugzettenMislukt from fout
    return aanbouw


def commit_terugzetting(map_: Path, briefje: Briefje) -> None:
    """The folder is complete: add the note and change over."""
    aanbouw = map_ / _IN_AANBOUW
    try:
        tekst = json.dumps(asdict(briefje), sort_keys=True).encode()
        bestanden.write_durable(aanbouw / bestanden.BRIEFJE, tekst)
        bestanden.sync_folder(aanbouw)
        aanbouw.rename(map_ / MAP)
        bestanden.sync_folder(map_)
    except OSError as fout:
        raise TerugzettenMislukt from fout


def finish_terugzetting(map_: Path) -> bool:
    """Move what still has to be moved; throw unfinished work away. True after a change."""
    klaar = map_ / MAP
    for rest in (_IN_AANBOUW, OEFENMAP):
        with contextlib.suppress(OSError):
            shutil.rmtree(map_ / rest)
    if not klaar.is_dir():
        return False
    try:
        briefje = _lees(klaar / bestanden.BRIEFJE) or read_briefje(map_)
        opzij = map_ / (Path(briefje.opzij).name if briefje is not None and briefje.opzij else "opzij")
        if (klaar / bestanden.DATABASE).exists():  # moved last: until then, what stands here is the old kluis
            _zet_opzij(map_ / bestanden.JOURNAL, opzij)
            _copy_merk(map_, opzij)
            if briefje is not None and briefje.zonder_sleutels:
                for naam in bestanden.KOPIEEN:
                    _zet_opzij(map_ / naam, opzij)
        for naam in (bestanden.BRIEFJE, *bestanden.KOPIEEN, bestanden.DATABASE):
            if (klaar / naam).exists():
                _zet_opzij(map_ / naam, opzij)
                bestanden.replace_durable(klaar / naam, map_ / naam)
        bestanden.sync_folder(map_)
        shutil.rmtree(klaar)
        bestanden.sync_folder(map_)
    except OSError as fout:
        raise TerugzettenMislukt from fout
    return True


def name_aside(map_: Path, nu: datetime) -> str:
    """A dated name, not taken, for the folder of what is set aside; "" when there is nothing to set aside."""
    if not any((map_ / naam).exists() for naam in _VAN_DE_OUDE):
        return ""
    naam, nummer = f"opzij-{nu:%Y-%m-%d-%H%M}", 1
    while (map_ / (naam if nummer == 1 else f"{naam}-{nummer}")).exists():
        nummer += 1
    return naam if nummer == 1 else f"{naam}-{nummer}"


def read_briefje(map_: Path) -> Briefje | None:
    """The note of a back-up that was put back; None when there is none that makes sense."""
    return _lees(map_ / bestanden.BRIEFJE)


def remove_briefje(map_: Path) -> None:
    """The log tells of it now."""
    with contextlib.suppress(OSError):
        (map_ / bestanden.BRIEFJE).unlink(missing_ok=True)
        bestanden.sync_folder(map_)


def _zet_opzij(pad: Path, opzij: Path) -> None:
    """Move one file of the old kluis; a second time there is nothing left to move."""
    if pad.exists():
        if (opzij / pad.name).exists():
            raise FileExistsError(pad.name)
        opzij.mkdir(mode=0o700, exist_ok=True)
        pad.rename(opzij / pad.name)
        bestanden.sync_folder(opzij)


def _copy_merk(map_: Path, opzij: Path) -> None:
    """The mark belongs to the old kluis, and also stays: it may tell of the new one that it is too old."""
    merk = map_ / bestanden.MERK
    if (map_ / bestanden.DATABASE).exists() and merk.exists():
        opzij.mkdir(mode=0o700, exist_ok=True)
        inhoud = bestanden.read_begin(merk, _BRIEFJE_MAX)
        if inhoud is not None:
            bestanden.write_durable(opzij / bestanden.MERK, inhoud)


def _lees(pad: Path) -> Briefje | None:
    try:
        velden = json.loads(bestanden.read_begin(pad, _BRIEFJE_MAX) or b"")
        briefje = Briefje(**velden | {"grafstenen": tuple(velden["grafstenen"])})
        for moment in (briefje.op, briefje.kopie_gemaakt_op):
            if datetime.fromisoformat(moment).tzinfo is None:
                return None
        goed = all(type(n) is int and 0 <= n < _MAX_N for n in (briefje.kopie_n, briefje.opzij_n or 0))
        goed = goed and type(briefje.zonder_sleutels) is bool
        goed = goed and briefje.opzij == Path(briefje.opzij).name
        teksten = (
            briefje.kopie_h,
            briefje.opzij_h or "",
            briefje.waarmerk,
            briefje.kopie_waarmerk,
            briefje.kluis,
            *briefje.grafstenen,
        )
        for hex_ in teksten[:4]:
            bytes.fromhex(hex_)
        return briefje if goed and all(isinstance(tekst, str) for tekst in teksten) else None
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
