# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the window share: a computer, somebody at its keyboard, a dossier and a weging."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.handelingen import casus as casussen
from gemeente_pga.handelingen.weging import begin_weging
from gemeente_pga.ui.screens.weging import WegingScherm
from gemeente_pga.ui.window import Window
from tests.casus_hulp import OVERNAME, PERSOON
from tests.ui.alle_schermen import vol
from tests.ui.dossier_hand import OP, nu
from tests.ui.hand import Hand
from tests.ui.toestel import Toestel
from tests.ui.weging_hand import geopend
from tests.ui_hulp import Antwoorden
from tests.weegploeg import DATUM, VANDAAG, Zaak, volledige_weging, zaak_in

__all__ = ["vol"]  # a fixture from elsewhere


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


@pytest.fixture
def zaak(venster: Window) -> Zaak:
    """A dossier with two signals, ready to be weighed; the day is that of the weging."""
    venster.omgeving.vandaag = lambda: VANDAAG
    return zaak_in(venster.omgeving.store)


@pytest.fixture
def weging_scherm(venster: Window, zaak: Zaak) -> WegingScherm:
    """A weging that has just begun."""
    venster.open("weging", begin_weging(zaak.store, zaak.dossier_id, DATUM))
    return geopend(venster)


@pytest.fixture
def volle_weging(venster: Window, zaak: Zaak) -> WegingScherm:
    """A weging in which nothing is missing."""
    venster.open("weging", volledige_weging(zaak), "besluit")
    return geopend(venster)


@pytest.fixture
def toestel(
    qapp: QtWidgets.QApplication, qtbot: QtBot, huisstijl: None, tmp_path: Path, antwoord: Antwoorden
) -> Iterator[Toestel]:
    """A computer with nothing on it yet."""
    computer = Toestel(qapp, qtbot, tmp_path / "computer")
    yield computer
    computer.sluit()
    QtWidgets.QApplication.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete)
