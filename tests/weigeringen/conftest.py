# SPDX-License-Identifier: EUPL-1.2
"""The real window on the practice dossiers: what may not be there is looked for there."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gemeente_pga.dienst import Dienst
from gemeente_pga.domain.kader import Kader
from gemeente_pga.oefenkluis import fill
from gemeente_pga.store.store import Store
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens import SCREENS
from gemeente_pga.ui.window import Window
from gemeente_pga.ui.worker import Worker
from tests.ui.hand import Hand
from tests.ui_hulp import NU, Antwoorden


@pytest.fixture
def gevuld(store: Store, echt_kader: Kader) -> Store:
    """A kluis with dossiers in every state."""
    store.oefening = True
    fill(store, echt_kader, NU)
    return store


@pytest.fixture
def vol_venster(
    qtbot: QtBot, huisstijl: None, dienst: Dienst, echt_kader: Kader, antwoord: Antwoorden
) -> Iterator[Window]:
    """The window on such a kluis."""
    store = dienst.store
    assert store is not None
    store.oefening = True
    fill(store, echt_kader, NU)
    worker = Worker()
    omgeving = Omgeving(store, echt_kader, worker, dienst, NU.date, lambda: NU, oefenkluis=True)
    window = Window(omgeving, SCREENS)
    qtbot.addWidget(window)
    window.resize(1366, 740)
    window.show()
    qtbot.waitExposed(window)
    yield window
    worker.stop()
    store.na_vastleggen.clear()


@pytest.fixture
def hand(qtbot: QtBot, venster: Window) -> Hand:
    """Somebody at the keyboard."""
    return Hand(qtbot, venster)
