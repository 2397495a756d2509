# SPDX-License-Identifier: EUPL-1.2
"""One background thread, one job at a time; the answer comes back on the main thread.

A job gets plain data and gives plain data: no widget, no store. Hides the thread and the way back.
"""

import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from PySide6 import QtCore

T = TypeVar("T")


@dataclass(frozen=True)
class _Uitkomst:
    ronde: int
    verder: Callable[[], object]


class Worker(QtCore.QObject):
    """Runs jobs one after another, away from the window."""

    bezig_veranderd = QtCore.Signal(bool)
    vergeten = QtCore.Signal()
    """All work was dropped: whoever still has something open outside the program closes it now."""
    _gereed = QtCore.Signal(object)

    def __init__(self, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._rij: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._draad: threading.Thread | None = None
        self._ronde = 0
        self._open = 0
        self._gereed.connect(self._kom_terug, QtCore.Qt.ConnectionType.QueuedConnection)

    @property
    def bezig(self) -> bool:
        """True while a job runs or waits."""
        return self._open > 0

    def run(
        self, job: Callable[[], T], then: Callable[[T], object], failed: Callable[[Exception], object]
    ) -> None:
        """Do job on the thread; then its value goes to `then`, or its exception to `failed`, here."""
        ronde = self._ronde

        def doe() -> None:
            try:
                waarde = job()
            except Exception as fout:  # whatever a job raises belongs to the one who asked for it
                uitkomst = _Uitkomst(ronde, partial(failed, fout))
            else:
                uitkomst = _Uitkomst(ronde, partial(then, waarde))
            with suppress(RuntimeError):  # the program is ending and nobody waits for the answer
                self._gereed.emit(uitkomst)

        self._tel(+1)
        if self._draad is None:
            self._draad = threading.Thread(target=self._werk, name="worker", daemon=True)
            self._draad.start()
        self._rij.put(doe)

    def forget(self) -> None:
        """Drop what waits, and the answer of what runs: nobody is there any more to hear it."""
        self._ronde += 1
        while True:
            try:
                self._rij.get_nowait()
            except queue.Empty:
                break
        self.vergeten.emit()
        if self._open:
            self._open = 0
            self.bezig_veranderd.emit(False)

    def stop(self, seconds: float = 0.5) -> bool:
        """Forget all work and let the thread end; True when it ended within this time."""
        self.forget()
        draad, self._draad = self._draad, None
        if draad is None:
            return True
        self._rij.put(None)
        draad.join(seconds)
        return not draad.is_alive()

    def _werk(self) -> None:
        while (doe := self._rij.get()) is not None:
            doe()

    def _kom_terug(self, uitkomst: _Uitkomst) -> None:
        if uitkomst.ronde != self._ronde:
            return
        self._tel(-1)
        uitkomst.verder()

    def _tel(self, verschil: int) -> None:
        was = self._open > 0
        self._open += verschil
        if (self._open > 0) != was:
            self.bezig_veranderd.emit(self._open > 0)
