# SPDX-License-Identifier: EUPL-1.2
"""The keys of the kluis on a real encrypted database: it begins with the salt that the header keeps."""

import shutil
from pathlib import Path

import pytest

from gemeente_pga.domain.kluisdienst import KluisStaat
from gemeente_pga.kluis.kluis import Kluis
from gemeente_pga.kluis.sleutels import Sleutels
from gemeente_pga.kluis.storingen import SleutelbestandVreemd
from gemeente_pga.store.store import Store, Wie
from tests.kluis.conftest import LICHT, RUIM, WACHTZIN

WIE = Wie(None, "wachtzin", "proef")


def maak_database(kluis: Kluis, sleutels: Sleutels) -> None:
    Store.maak(kluis.db_pad, sleutels.k_db, bytes(sleutels.k_log), zout=sleutels.db_zout, wie=WIE).close()
    kluis.voltooi(sleutels)
    sleutels.wis()


def open_database(map_: Path) -> None:
    sleutels = Kluis.lees(map_, grenzen=RUIM).open_met_wachtzin(WACHTZIN)
    Store.open(
        map_ / "kluis.db", sleutels.k_db, bytes(sleutels.k_log), zout=sleutels.db_zout, wie=WIE
    ).close()


def test_database_opens_with_the_keys_of_the_kluis(map_: Path) -> None:
    kluis, sleutels, _ = Kluis.maak(map_, WACHTZIN, kdf=LICHT, grenzen=RUIM)
    maak_database(kluis, sleutels)
    assert Kluis.aanwezig(map_, grenzen=RUIM) is KluisStaat.COMPLEET
    assert {pad.stat().st_mode & 0o777 for pad in map_.iterdir()} == {0o600}
    open_database(map_)


def test_database_opens_even_when_its_own_salt_is_damaged(map_: Path) -> None:
    kluis, sleutels, _ = Kluis.maak(map_, WACHTZIN, kdf=LICHT, grenzen=RUIM)
    maak_database(kluis, sleutels)
    with kluis.db_pad.open("r+b") as bestand:
        begin = bytearray(bestand.read(16))
        begin[7] ^= 0x04
        bestand.seek(0)
        bestand.write(begin)
    open_database(map_)


def test_database_of_another_kluis_is_named_as_such(map_: Path, tmp_path: Path) -> None:
    buur = tmp_path / "buur"
    buur.mkdir()
    for plek in (map_, buur):
        maak_database(*Kluis.maak(plek, WACHTZIN, kdf=LICHT, grenzen=RUIM)[:2])
    shutil.copyfile(buur / "kluis.db", map_ / "kluis.db")
    with pytest.raises(SleutelbestandVreemd):
        open_database(map_)
