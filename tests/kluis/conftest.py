# SPDX-License-Identifier: EUPL-1.2
"""A real kluis folder that costs milliseconds: the limits on reading are given, not switched off."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from gemeente_pga.kluis.bestanden import DATABASE
from gemeente_pga.kluis.header import Grenzen, KdfParameters
from gemeente_pga.kluis.kluis import Kluis
from gemeente_pga.kluis.sleutels import Sleutels
from tests.kluis.proef import Proef

WACHTZIN = "molen fietsbel pannenkoek regenjas"
LICHT = KdfParameters(m_kib=64, t=1, p=1)
RUIM = Grenzen(m_min_kib=64, t_min=1)


@dataclass(frozen=True)
class Proefkluis:
    """A kluis folder with everything that opens it. The database is its first 4096 bytes: salt and noise."""

    map: Path
    sleutels: Sleutels
    code: str

    def lees(self) -> Kluis:
        return Kluis.lees(self.map, grenzen=RUIM)

    def kopie(self, letter: str) -> Path:
        return self.map / f"kluis.sleutel-{letter}"


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    plek = tmp_path / "kluis"
    plek.mkdir(mode=0o700)
    return plek


def maak_proefkluis(map_: Path) -> Proefkluis:
    kluis, sleutels, code = Kluis.maak(map_, WACHTZIN, kdf=LICHT, grenzen=RUIM)
    (map_ / DATABASE).write_bytes(sleutels.db_zout + bytes(range(256)) * 16)
    kluis.voltooi(sleutels)
    return Proefkluis(map_, sleutels, code)


@pytest.fixture
def proefkluis(map_: Path) -> Proefkluis:
    return maak_proefkluis(map_)


@pytest.fixture
def proef(tmp_path: Path) -> Iterator[Proef]:
    """A kluis that has just been made, open."""
    map_ = tmp_path / "kluis"
    map_.mkdir(mode=0o700)
    proef = Proef(map_)
    proef.maak()
    yield proef
    proef.dienst.laat_los()
