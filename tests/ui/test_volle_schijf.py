# SPDX-License-Identifier: EUPL-1.2
"""A disk that fills up while the kluis is open: what cannot be recorded is not shown, and nothing is lost."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.handelingen.casus import take_over
from gemeente_pga.store.queries import journaal
from gemeente_pga.ui.screens.dossier import DossierScherm
from gemeente_pga.ui.window import Window
from tests.casus_hulp import OVERNAME, PERSOON
from tests.ui_hulp import VANDAAG


@contextmanager
def full_disk() -> Iterator[None]:
    """No file can be written by this process."""
    zacht, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (zacht, hard))


def _dossier(venster: Window) -> int:
    store = venster.omgeving.store
    with store.reader() as r:
        gemeente_id = r.value("SELECT id FROM gemeente")
    casus_id = take_over(store, PERSOON, OVERNAME, gemeente_id=gemeente_id, bijlagen=(), vandaag=VANDAAG)
    with store.reader() as r:
        return int(r.value("SELECT dossier_id FROM casus WHERE id = ?", casus_id))


def _keren_bekeken(venster: Window) -> int:
    with venster.omgeving.store.reader() as r:
        return journaal.aantal(r, journaal.Filter(code="casus.inzien"))


def _dossier_getoond(venster: Window) -> bool:
    scherm = venster.scherm
    return isinstance(scherm, DossierScherm) and scherm.beeld is not None


def test_a_dossier_that_cannot_be_logged_is_not_shown_however_often_it_is_tried(venster: Window) -> None:
    dossier = _dossier(venster)
    vanaf = venster.plek()
    with full_disk():
        for _ in range(2):
            with pytest.raises(Storing) as fout:
                venster.open("dossier", dossier)
            assert fout.value.kan_niet_schrijven
            assert not _dossier_getoond(venster)
        scherm = venster._schermen["dossier"]
        with pytest.raises(Storing):
            scherm.herlaad()  # as after any change elsewhere
        assert not _dossier_getoond(venster)
        assert venster.plek() == vanaf
    assert _keren_bekeken(venster) == 0
    venster.open("dossier", dossier)
    assert _dossier_getoond(venster)
    assert _keren_bekeken(venster) == 1


def test_from_one_dossier_to_another_that_cannot_be_logged(venster: Window) -> None:
    een = _dossier(venster)
    twee = _dossier(venster)
    venster.open("dossier", een)
    with full_disk(), pytest.raises(Storing):
        venster.open("dossier", twee)
    assert not _dossier_getoond(venster)
    venster.open("dossier", een)
    assert _dossier_getoond(venster)
    assert _keren_bekeken(venster) == 1  # the other one was never seen
