# SPDX-License-Identifier: EUPL-1.2
"""Judging the whole file before the first screen, and replacing one with a torn free page by a clean copy.

A power cut can tear a page that holds no data. It harms nothing, but every check would find it again, so
the file is copied without it. Hides how the copy is verified, and that there always is a whole kluis.
"""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.store import storingen
from gemeente_pga.store.backup import sync_map
from gemeente_pga.store.onderhoud import Onderhoud, Voortgang
from gemeente_pga.store.store import Store

_NIEUW = ".hersteld"
_OUD = ".voor-herstel"


@dataclass(frozen=True, slots=True)
class Keuring:
    """losse_paginas: torn pages without data. kopie: a verified copy without them, to be put in place."""

    losse_paginas: int = 0
    kopie: Path | None = None


def keur(store: Store, voortgang: Voortgang | None = None) -> Keuring:
    """Read every page; KluisBeschadigd when one in use is wrong. May run in another thread."""
    ruim_op(store.pad)
    return store.maintenance(partial(_keur, store.pad), voortgang)


def _keur(pad: Path, o: Onderhoud) -> Keuring:
    controle = o.bestand()
    if not controle.goed:
        raise storingen.KluisBeschadigd
    kopie = _schone_kopie(pad, o) if controle.losse_paginas else None
    o.meld(1.0)
    return Keuring(controle.losse_paginas, kopie)


def _schone_kopie(pad: Path, o: Onderhoud) -> Path | None:
    """A verified copy beside the kluis; None when that does not work, which harms nothing."""
    doel = pad.with_name(pad.name + _NIEUW)
    try:
        os.close(os.open(doel, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        o.kopieer(doel)
        with doel.open("r+b") as bestand:
            os.fsync(bestand.fileno())
        rijen, laatste = o.rijen(), o.laatste()
        with o.kopie(doel) as kopie:
            gelijk = kopie.zelfde_opbouw() and kopie.rijen() == rijen and kopie.laatste() == laatste
            controle = kopie.bestand()
        if gelijk and controle.goed and not controle.losse_paginas:
            return doel
    except (storingen.SchijfVol, storingen.Schijffout, storingen.KopieOngeldig, OSError):
        pass
    except BaseException:
        doel.unlink(missing_ok=True)
        raise
    with suppress(OSError):
        doel.unlink(missing_ok=True)
    return None


def wissel(pad: Path, kopie: Path, open_kluis: Callable[[], Store]) -> tuple[Store, bool]:
    """Put the verified copy in place of the closed file at pad and open it.

    The old file is kept until that worked; when it does not, that one is open, and the answer False.
    """
    oud = pad.with_name(pad.name + _OUD)
    try:
        _bewaar(pad, oud)
    except OSError:
        ruim_op(pad)
        return open_kluis(), False
    try:
        kopie.replace(pad)
        sync_map(pad.parent)
        store = open_kluis()
    except (OSError, Storing):
        oud.replace(pad)
        ruim_op(pad)
        return open_kluis(), False
    ruim_op(pad)
    return store, True


def ruim_op(pad: Path) -> None:
    """Remove what a repair that was broken off left behind; the file at pad is the kluis."""
    for staart in (_NIEUW, _OUD):
        with suppress(OSError):
            pad.with_name(pad.name + staart).unlink(missing_ok=True)


def _bewaar(pad: Path, oud: Path) -> None:
    """A second name for the old file, so that there is never a moment without a kluis."""
    try:
        os.link(pad, oud)
    except OSError:  # a medium that knows no second names
        shutil.copy2(pad, oud)
