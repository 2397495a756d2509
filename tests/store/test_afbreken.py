# SPDX-License-Identifier: EUPL-1.2
"""Killed in the middle of an act, or with a full disk: no recorded act is lost, no half act remains."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.store import storingen
from gemeente_pga.store.store import Store
from tests.store.bouw import nieuwe_kluis, open_kluis

WORTEL = Path(__file__).parents[2]
KEREN = 24


def _start(taak: str, pad: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.schrijf_door", taak, str(pad)],
        cwd=WORTEL,
        stdout=subprocess.PIPE,
        text=True,
    )


def _is_gaaf(store: Store) -> None:
    keten, zegels = store.controleer_keten(), store.controleer_zegels()
    assert keten.bevinding is None
    assert zegels.fouten == 0
    with store.reader() as r:
        handelingen = r.value("SELECT count(*) FROM handeling WHERE code = 'notitie.vastleggen'")
        nieuw = r.value("SELECT count(*) FROM wijziging WHERE soort = 'nieuw'")
        weg = r.value("SELECT count(*) FROM wijziging WHERE soort = 'verwijderd'")
        rijen = r.value("SELECT count(*) FROM telefoonnotitie")
        index = r.value("SELECT count(*) FROM zoekindex")
        laatste = r.value("SELECT max(n) FROM handeling")
        alle = r.value("SELECT count(*) FROM handeling")
    assert nieuw == handelingen
    assert rijen == index == nieuw - weg
    assert alle == laatste


def test_a_killed_program_loses_no_recorded_act(tmp_path: Path) -> None:
    pad = nieuwe_kluis(tmp_path)
    kans = random.Random(1)  # noqa: S311 - a repeatable choice of moments
    bevestigd = 0
    for _ in range(KEREN):
        proces = _start("door", pad)
        assert proces.stdout is not None
        regel = proces.stdout.readline()  # the first act has been recorded; now at any moment
        tot = time.monotonic() + kans.uniform(0, 0.08)
        while time.monotonic() < tot:
            pass
        proces.kill()
        regels = [regel, *proces.stdout.readlines()]
        proces.wait()
        proces.stdout.close()
        gezien = int([r for r in regels if r.endswith("\n")][-1])
        store = open_kluis(pad)
        _is_gaaf(store)
        assert gezien <= store.laatste()[0] <= gezien + 1
        assert gezien > bevestigd
        bevestigd = gezien
        store.close()
    print(f"{KEREN} kills, {bevestigd} acts: 0 lost, 0 inconsistent")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
def test_a_full_disk_is_told_and_costs_nothing_recorded(tmp_path: Path) -> None:
    pad = nieuwe_kluis(tmp_path)
    with _start("vol", pad) as proces:
        uit, _ = proces.communicate(timeout=120)
    soort, gezien, laatste = uit.split()
    assert soort == "Schijffout"
    assert gezien == laatste
    store = open_kluis(pad)
    assert store.laatste()[0] == int(laatste)
    _is_gaaf(store)
    store.close()


def test_a_full_database_is_told_as_a_full_disk(store: Store) -> None:
    store._v._conn.set_authorizer(None)
    bladzijden = store._v.waarde("PRAGMA page_count")
    store._v.doe(f"PRAGMA max_page_count = {int(bladzijden) + 2}")
    with pytest.raises(storingen.SchijfVol), store.write(Handeling.NOTITIE_VASTLEGGEN) as w:
        w.insert("telefoonnotitie", {"tekst": "x" * 100_000, "ontvangen_op": "2026-01-01"})
    assert store.laatste()[0] == 1
    store._v.doe("PRAGMA max_page_count = 1000000")
    with store.write(Handeling.NOTITIE_VASTLEGGEN) as w:
        w.insert("telefoonnotitie", {"tekst": "x" * 100_000, "ontvangen_op": "2026-01-01"})
    _is_gaaf(store)
