# SPDX-License-Identifier: EUPL-1.2
"""The real program on a practice kluis of its own, for measuring and for pictures; waits without sleeping."""

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtTest, QtWidgets

from gemeente_pga.app import App, now
from gemeente_pga.dienst import Dienst
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.kluis.header import Grenzen, KdfParameters
from gemeente_pga.paths import private_folder
from gemeente_pga.ui.applicatie import make_qt

if TYPE_CHECKING:
    from gemeente_pga.ui.window import Window  # not loaded here: what loading it takes is measured

_ZO_METEEN_MS = 2_000
LICHT = KdfParameters(m_kib=64, t=1, p=1)
GRENZEN = Grenzen(m_min_kib=64, t_min=1)


def wacht(tot: Callable[[], object], seconden: float = 120) -> None:
    """Let the program work until this holds."""
    eind = time.monotonic() + seconden
    while not tot():
        if time.monotonic() > eind:
            raise TimeoutError("the program does not get ready")
        QtTest.QTest.qWait(5)


def stil(app: App) -> None:
    """Let the program work until nothing is under way any more and everything is drawn."""
    wacht(lambda: not app.worker.bezig)
    for _ in range(3):
        QtTest.QTest.qWait(20)
    wacht(lambda: not app.worker.bezig)


def rust(deel: QtWidgets.QWidget) -> None:
    """Let the program work until nothing is under way in this window and it is drawn the same twice."""
    window = deel.window()
    worker = getattr(getattr(window, "omgeving", None), "worker", None)
    beelden: list[QtGui.QImage] = []

    def stil_en_gelijk() -> bool:
        if (worker is not None and worker.bezig) or any(map(_loopt_af, window.findChildren(QtCore.QTimer))):
            beelden.clear()
            return False
        beelden[:] = [*beelden[-1:], deel.grab().toImage()]
        return len(beelden) == 2 and beelden[0] == beelden[1]

    wacht(stil_en_gelijk)


def _loopt_af(klok: QtCore.QTimer) -> bool:
    """Something is about to happen: a search, the height of a list. Messages and locks take longer."""
    return klok.isActive() and klok.isSingleShot() and klok.interval() <= _ZO_METEEN_MS


def maak_dienst(map_: Path) -> Dienst:
    """A service in this folder, with keys that cost nothing."""
    return Dienst(
        {soort: lambda soort=soort: private_folder(map_ / soort.value) for soort in KluisSoort},  # type: ignore[misc] # one folder each
        map_ / "instellingen.ini",
        now,
        kdf=LICHT,
        grenzen=GRENZEN,
    )


@contextmanager
def praktijk(*, open_venster: bool = True) -> Iterator[App]:
    """The program on a new practice kluis, opened; the folder goes when it is done."""
    qt = QtWidgets.QApplication.instance() or make_qt(["gemeente-pga"])
    assert isinstance(qt, QtWidgets.QApplication)
    with tempfile.TemporaryDirectory(prefix="pga-praktijk-") as map_:
        app = App(qt, maak_dienst(Path(map_)), vervang=lambda _: None)
        if open_venster:
            app.start(KluisSoort.OEFENKLUIS)
            wacht(lambda: app.window is not None)
        try:
            yield app
        finally:
            app.sluit()


def venster(app: App) -> "Window":
    """The window of the opened kluis."""
    assert app.window is not None
    return app.window
