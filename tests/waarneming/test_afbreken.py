# SPDX-License-Identifier: EUPL-1.2
"""The computer stops half-way a giving out or a taking in: one copy leads, or it is plain what is left to do.

A child process does the work and ends, with nothing cleaned up, just before its n-th call that makes,
renames, links, removes or syncs a file; for every n until the work is done.
"""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gemeente_pga.domain.waarneming import Toestand
from gemeente_pga.handelingen import waarneming
from gemeente_pga.store import backup
from gemeente_pga.store.store import Store
from gemeente_pga.store.storingen import KopieOngeldig
from tests.ui_hulp import NU, WACHTZIN
from tests.waarneming.toestellen import Toestel, begin, codes, geef_terug, geef_uit, leg_vast, thuis, uitgifte

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
_TELT = ("fsync", "rename", "replace", "link", "unlink", "mkdir")
_MEEST = 200


def _stop_bij(n: int) -> None:
    """From here on: end this process before the n-th call."""
    teller = iter(range(1, n))

    def stoppend(echt: Callable[..., object]) -> Callable[..., object]:
        def doe(*args: object, **opties: object) -> object:
            if next(teller, None) is None:
                os._exit(9)
            return echt(*args, **opties)

        return doe

    for naam in _TELT:
        setattr(os, naam, stoppend(getattr(os, naam)))


def _breek_af(werk: Callable[[int], None], n: int) -> bool:
    """Do the work in a child that stops before its n-th call; False when it came to the end."""
    kind = os.fork()
    if kind == 0:
        try:
            werk(n)
            os._exit(0)
        finally:
            os._exit(1)
    _, uitkomst = os.waitpid(kind, 0)
    code = os.waitstatus_to_exitcode(uitkomst)
    assert code in (0, 9)
    return code == 9


def _overdrachten(stick: Path) -> list[Path]:
    goed = []
    for map_ in stick.glob("gemeente-pga-*"):
        try:
            backup.controleer_reservekopie(map_)
        except KopieOngeldig:
            continue
        goed.append(map_)
    return goed


def _toestand(store: Store) -> Toestand:
    """Read anew: what mypy knew of it no longer counts after an act."""
    return store.toestand


def test_a_giving_out_that_breaks_off_never_leaves_two_that_lead(tmp_path: Path) -> None:
    hier = thuis(tmp_path / "hier")
    hier.uit()
    gezien: set[Toestand] = set()
    for n in range(1, _MEEST):
        proef, stick = tmp_path / f"proef{n}", tmp_path / f"stick{n}"
        shutil.copytree(hier.map, proef)
        stick.mkdir()

        def geef(nummer: int, map_: Path = proef, stick: Path = stick) -> None:
            toestel = Toestel.maak(map_)
            toestel.aan()
            _stop_bij(nummer)
            waarneming.give_out(toestel.store, uitgifte(toestel.store), NU)
            toestel.dienst.waarneming.schrijf_overdracht(stick)
            waarneming.log_overdracht(toestel.store, NU)

        afgebroken = _breek_af(geef, n)
        toestel = Toestel.maak(proef)
        store = toestel.aan()
        gezien.add(store.toestand)
        assert store.toestand in (Toestand.UITGIFTE_ONAF, Toestand.UITGEGEVEN)
        assert store.controleer_keten().bevinding is None
        if store.toestand is Toestand.UITGEGEVEN:
            assert len(_overdrachten(stick)) == 1
        else:  # it can be finished: the stick once more
            toestel.dienst.waarneming.schrijf_overdracht(stick)
            waarneming.log_overdracht(store, NU)
            assert _toestand(store) is Toestand.UITGEGEVEN
        toestel.uit()
        if not afgebroken:
            break
        shutil.rmtree(proef)
    assert gezien == {Toestand.UITGIFTE_ONAF, Toestand.UITGEGEVEN}
    assert n > 5


def test_a_taking_in_that_breaks_off_leaves_the_one_or_the_other(tmp_path: Path) -> None:
    hier, stick = thuis(tmp_path / "hier"), tmp_path / "stick"
    daar = begin(tmp_path / "daar", geef_uit(hier, stick))
    leg_vast(daar.store, "Duinrand")
    terug = geef_terug(daar, stick)
    daar.uit()
    hier.uit()
    gezien: set[Toestand] = set()
    for n in range(1, _MEEST):
        proef = tmp_path / f"proef{n}"
        shutil.copytree(hier.map, proef)

        def neem(nummer: int, map_: Path = proef) -> None:
            toestel = Toestel.maak(map_)
            toestel.aan()
            toestel.dienst.waarneming.lees_teruggave(terug, WACHTZIN)
            _stop_bij(nummer)
            toestel.dienst.waarneming.neem_over("teruggegeven")
            toestel.dienst.waarneming.rond_overname_af()

        afgebroken = _breek_af(neem, n)
        toestel = Toestel.maak(proef)
        store = toestel.aan()
        gezien.add(store.toestand)
        assert toestel.dienst.merkwacht is not None
        assert toestel.dienst.merkwacht.bevinding is None
        assert store.controleer_keten().bevinding is None
        with store.reader() as r:
            duinrand = r.value("SELECT count(*) FROM gemeente WHERE naam = 'Duinrand'")
        if store.toestand is Toestand.HIER:
            assert duinrand == 1
            assert codes(store).count("waarneming.innemen") == 1
            assert len(toestel.dienst.waarneming.opzij()) == 1
        else:  # as before, and it can be done again
            assert store.toestand is Toestand.UITGEGEVEN
            assert duinrand == 0
            assert toestel.dienst.waarneming.lees_teruggave(terug, WACHTZIN).kan_leiden
        toestel.uit()
        if not afgebroken:
            break
        shutil.rmtree(proef)
    assert gezien == {Toestand.UITGEGEVEN, Toestand.HIER}
    assert n > 10
