# SPDX-License-Identifier: EUPL-1.2
"""Work that can wait until the page has been painted, done in small pieces while the user types.

Hides when there is time: a piece is done when no key, click or paint is waiting, and never two at a stretch.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6 import QtCore

_NA_DE_EERSTE_VERF_MS = 100  # before that it would hold up the painting of the page

Stuk = Callable[[], object]


class Aanloop(QtCore.QObject):
    """Begins by itself; `af` when all is done."""

    def __init__(self, stukken: Iterable[Stuk], parent: QtCore.QObject) -> None:
        super().__init__(parent)
        self._stukken = iter(stukken)
        self.af = False
        self._tik = QtCore.QTimer(self)
        self._tik.setInterval(0)
        self._tik.timeout.connect(self._volgende)
        QtCore.QTimer.singleShot(_NA_DE_EERSTE_VERF_MS, self._tik, self._tik.start)

    def _volgende(self) -> None:
        stuk = next(self._stukken, None)
        if stuk is None:
            self._tik.stop()
            self.af = True
        else:
            stuk()


def modules(*pakketten: str) -> Iterator[Stuk]:
    """Load every module of these packages, one at a time."""
    for pakket in pakketten:
        for module in pkgutil.iter_modules(importlib.import_module(pakket).__path__, f"{pakket}."):
            yield partial(importlib.import_module, module.name)
