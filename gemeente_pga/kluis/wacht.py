# SPDX-License-Identifier: EUPL-1.2
"""The single-instance guard: a file beside the kluis that one process at a time holds locked.

Hides fcntl and msvcrt. The lock belongs to the process: it is gone when the process ends or is replaced,
however that happens, so a file left behind means nothing.
"""

import errno
import os
import sys
import time
from pathlib import Path
from types import TracebackType

from gemeente_pga.kluis.bestanden import WACHT
from gemeente_pga.kluis.storingen import ProgrammaAlOpen, SleutelbestandOnleesbaar

_TUSSENPOOS = 0.05
_NIET_TE_SCHRIJVEN = frozenset((errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOSPC, errno.EDQUOT))


class Wacht:
    """Held while the program works in this folder. `laat_los` or leaving the with-block gives it back."""

    def __init__(self, nummer: int | None) -> None:
        self._nummer = nummer

    @classmethod
    def neem(cls, map_: Path, *, geduld: float = 0.0) -> "Wacht":
        """Hold the folder. geduld: seconds to wait for a predecessor that is just ending.

        Raises ProgrammaAlOpen when another process keeps holding it.
        """
        try:
            nummer = os.open(map_ / WACHT, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as fout:
            if fout.errno in _NIET_TE_SCHRIJVEN:  # nobody can change anything there, so nobody is in the way
                return cls(None)
            raise SleutelbestandOnleesbaar from fout
        einde = time.monotonic() + geduld
        while not _grendel(nummer):
            if time.monotonic() >= einde:
                os.close(nummer)
                raise ProgrammaAlOpen
            time.sleep(_TUSSENPOOS)
        return cls(nummer)

    def laat_los(self) -> None:
        """Let another process in."""
        if self._nummer is not None:
            os.close(self._nummer)
            self._nummer = None

    def __enter__(self) -> "Wacht":
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        self.laat_los()


def _grendel(nummer: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(nummer, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(nummer, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
