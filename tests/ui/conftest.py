# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the window share: somebody at the keyboard, and a dossier with a casus."""

import pytest

from gemeente_pga.handelingen import casus as casussen
from gemeente_pga.ui.window import Window
from tests.casus_hulp import OVERNAME, PERSOON
from tests.ui.dossier_hand import OP, nu
from tests.ui.hand import Hand


@pytest.fixture
def hand(qtbot, venster):
    return Hand(qtbot, venster)


@pytest.fixture
def casus_id(venster: Window) -> int:
    """A casus that was taken over from paper."""
    store = venster.omgeving.store
    with store.reader() as r:
        gemeente_id = r.value("SELECT id FROM gemeente")
    return casussen.take_over(store, PERSOON, OVERNAME, gemeente_id=gemeente_id, bijlagen=(), vandaag=OP)


@pytest.fixture
def dossier_id(venster: Window, casus_id: int) -> int:
    """The dossier of that casus."""
    gevonden: int = nu(venster, casus_id).dossier_id
    return gevonden
