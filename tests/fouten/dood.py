# SPDX-License-Identifier: EUPL-1.2
"""kill −9: run some work in a forked child and kill it so many seconds after it said that it began."""

import os
import select
import signal
import time
import traceback
from collections.abc import Callable
from typing import NamedTuple

_GEDULD = 60.0
_BEGONNEN, _VASTGELEGD, _KLAAR = b"B", b"V", b"K"


class Gedood(NamedTuple):
    """How far the child had come: acts that the user saw as recorded, and whether all work was done."""

    bevestigd: int
    klaar: bool


class Melder:
    """What the child tells its parent."""

    def __init__(self, naar: int) -> None:
        self._naar = naar

    def begin(self) -> None:
        """From here on the kill may come."""
        os.write(self._naar, _BEGONNEN)

    def vastgelegd(self, _tabellen: object = None) -> None:
        """The user sees that this act has been recorded."""
        os.write(self._naar, _VASTGELEGD)

    def klaar(self) -> None:
        os.write(self._naar, _KLAAR)

    @staticmethod
    def wacht() -> None:
        """Do nothing more until the kill."""
        time.sleep(_GEDULD)


def dood(werk: Callable[[Melder], object], na: float) -> Gedood:
    """Do the work in a child; kill it so many seconds after begin()."""
    lees, schrijf = os.pipe()
    kind = os.fork()
    if kind == 0:
        os.close(lees)
        _kind(werk, Melder(schrijf))
    os.close(schrijf)
    try:
        gezien = _wacht_op_begin(lees)
        tot = time.monotonic() + na
        while time.monotonic() < tot:
            pass
        os.kill(kind, signal.SIGKILL)
        while stuk := os.read(lees, 4096):
            gezien += stuk
    finally:
        os.close(lees)
        os.kill(kind, signal.SIGKILL)
        os.waitpid(kind, 0)
    klaar = _KLAAR in gezien
    return Gedood(max(gezien.count(_VASTGELEGD), int(klaar)), klaar)


def _kind(werk: Callable[[Melder], object], melder: Melder) -> None:
    """In the child; never returns."""
    try:
        werk(melder)
        melder.klaar()
        melder.wacht()
    except BaseException:
        traceback.print_exc()  # not part of the campaign: a way that does not work
    finally:
        os._exit(1)


def _wacht_op_begin(lees: int) -> bytes:
    if not select.select([lees], [], [], _GEDULD)[0]:
        raise TimeoutError("the child did not begin")
    gezien = os.read(lees, 4096)
    if not gezien.startswith(_BEGONNEN):
        raise RuntimeError("the child could not begin")
    return gezien
