# SPDX-License-Identifier: EUPL-1.2
"""B19: a key or salt of the wrong shape, no key, another key: refused, and nothing is made or changed."""

import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gemeente_pga.store import storingen
from gemeente_pga.store.store import Store
from tests.fouten import stand
from tests.fouten.campagne import Uitslag, of
from tests.store.bouw import K_DB, K_LOG, WIE, ZOUT, nieuwe_kluis

_WEIGERING = (storingen.SleutelOngeldig, storingen.SleutelPastNiet, storingen.KluisBeschadigd)


def _van_lengte(kans: random.Random) -> tuple[Any, Any]:
    lengte = kans.choice([n for n in range(70) if n != len(K_DB)])
    return bytearray(os.urandom(lengte)), ZOUT


def _ander_soort(kans: random.Random) -> tuple[Any, Any]:
    return kans.choice((None, "", K_DB, K_DB.hex(), f"x'{K_DB.hex()}'", memoryview(K_DB), 7, [])), ZOUT


def _hexadecimaal(kans: random.Random) -> tuple[Any, Any]:
    return bytearray(f"x'{K_DB.hex()[: kans.choice((62, 63, 64, 65))]}'".encode()), ZOUT


def _ander_zout(kans: random.Random) -> tuple[Any, Any]:
    return bytearray(K_DB), os.urandom(kans.choice([n for n in range(1, 40) if n != len(ZOUT)]))


def _nullen(_kans: random.Random) -> tuple[Any, Any]:
    return bytearray(len(K_DB)), ZOUT


def _andere_sleutel(_kans: random.Random) -> tuple[Any, Any]:
    return bytearray(os.urandom(len(K_DB))), ZOUT


_MISVORMD: tuple[Callable[[random.Random], tuple[Any, Any]], ...] = (
    _van_lengte, _ander_soort, _hexadecimaal, _ander_zout, _nullen,
)  # fmt: skip


def _open(pad: Path, sleutel: Any, zout: Any) -> str:
    voor = pad.read_bytes()
    try:
        Store.open(pad, sleutel, K_LOG, zout=zout, wie=WIE).close()
    except _WEIGERING:
        return "" if pad.read_bytes() == voor else "bestand gewijzigd"
    return "gaat open"


def _maak(map_: Path, sleutel: Any, zout: Any) -> str:
    try:
        Store.maak(map_ / "nieuw.db", sleutel, K_LOG, zout=zout, wie=WIE).close()
    except storingen.SleutelOngeldig:
        return "laat een bestand achter" if (map_ / "nieuw.db").exists() else ""
    return "maakt een kluis"


def run(n: int) -> Uitslag:
    """n keys, in turn of each kind, on opening; the malformed ones on making, too."""
    kans = random.Random(19)  # noqa: S311 - a repeatable choice of keys
    fouten = []
    with stand.tijdelijk() as map_:
        pad = nieuwe_kluis(map_)
        soorten = (*_MISVORMD, _andere_sleutel)
        for keer in range(n):
            soort = soorten[keer % len(soorten)]
            gebreken = [_open(pad, *soort(kans))]
            if soort in _MISVORMD:
                gebreken.append(_maak(map_, *soort(kans)))
            fouten += [f"{soort.__name__.strip('_')}: {gebrek}" for gebrek in gebreken if gebrek]
    return of(fouten, f"{n} verkeerde sleutels geweigerd, 0 bestanden gemaakt of gewijzigd")
