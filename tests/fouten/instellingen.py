# SPDX-License-Identifier: EUPL-1.2
"""B7: every setting of the database that did not take, or reads otherwise, keeps the kluis shut."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gemeente_pga.store import storingen, verbinding
from gemeente_pga.store.verbinding import INSTELLINGEN, Instelling
from tests.fouten import stand
from tests.fouten.campagne import Uitslag, of

# Another value for whatever can be set; the rest is only read, and is then expected to be otherwise.
ANDERS = {
    "cipher_log_level": "WARN", "locking_mode": "NORMAL", "journal_mode": "DELETE", "synchronous": "FULL",
    "foreign_keys": "OFF", "recursive_triggers": "OFF", "secure_delete": "OFF", "temp_store": "FILE",
    "trusted_schema": "ON", "cell_size_check": "OFF", "mmap_size": "65536",
    "cache_size": "-2000", "journal_size_limit": "4096",
}  # fmt: skip


def _anders(goed: Instelling) -> Instelling:
    if goed.naam in ANDERS:
        return Instelling(goed.naam, goed.verwacht, ANDERS[goed.naam], goed.moment, goed.lees)
    return Instelling(goed.naam, "iets anders", goed.zet, goed.moment, goed.lees)


@contextmanager
def _met(anders: Instelling) -> Iterator[None]:
    lijst = tuple(anders if i.naam == anders.naam else i for i in INSTELLINGEN)
    verbinding.INSTELLINGEN = lijst
    try:
        yield
    finally:
        verbinding.INSTELLINGEN = INSTELLINGEN


def _weigert(map_: Path, naam: str) -> bool:
    try:
        stand.open_(map_).sluit()
    except storingen.InstellingWijktAf as storing:
        return storing.naam == naam
    return False


def run(_n: int) -> Uitslag:
    """Each setting once."""
    fouten = []
    with stand.tijdelijk() as map_:
        stand.maak(map_).sluit()
        for instelling in INSTELLINGEN:
            with _met(_anders(instelling)):
                if not _weigert(map_, instelling.naam):
                    fouten.append(f"{instelling.naam} anders, en toch open")
        fouten += stand.keur(map_).gebreken
    goed = len(INSTELLINGEN) - len(fouten)
    return of(fouten, f"{goed} van {len(INSTELLINGEN)} instellingen: weigert te openen")
