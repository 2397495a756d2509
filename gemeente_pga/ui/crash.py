# SPDX-License-Identifier: EUPL-1.2
"""The report of a bug: which kind of error, where in the code, which versions.

Never the message of an error and never a value: reportlab quotes the text it stumbled on, name and all.
"""

import faulthandler
import platform
import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6 import QtCore

from gemeente_pga import __version__

Afhandelaar = Callable[[BaseException], None]
_PR_SET_DUMPABLE = 4
_PAKKET = Path(__file__).resolve().parent.parent


def install(afhandelaar: Afhandelaar, map_: Path) -> None:
    """From now on what nobody caught goes here; a crash below Python leaves code locations only."""

    def haak(_soort: type[BaseException], fout: BaseException, _spoor: TracebackType | None) -> None:
        afhandelaar(fout)

    sys.excepthook = haak
    hard = (map_ / "hard.txt").open("a", encoding="utf-8")  # stays open: the crash itself writes into it
    faulthandler.enable(hard)


def shield_memory() -> None:
    """No core dumps, and no other program of this user that reads our memory (Linux; elsewhere nothing)."""
    if sys.platform != "linux":
        return
    import ctypes
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def describe(fout: BaseException) -> str:
    """The text of a report: types and code locations of this error and of those before it."""
    regels = [
        f"gemeente-pga {__version__}",
        f"Python {platform.python_version()}, Qt {QtCore.qVersion()}",
        f"{platform.system()} {platform.release()}",
        "",
    ]
    deze: BaseException | None = fout
    while deze is not None:
        soort = type(deze)
        regels.append(f"{soort.__module__}.{soort.__qualname__}")
        for frame in traceback.extract_tb(deze.__traceback__):
            regels.append(f"  {_plaats(frame.filename)}:{frame.lineno} {frame.name}")
        deze = deze.__cause__ or deze.__context__
        if deze is not None:
            regels.append("voorafgegaan door")
    return "\n".join(regels) + "\n"


def write_report(map_: Path, fout: BaseException, nu: datetime) -> Path:
    """Write the report; its name says when and nothing else."""
    pad = map_ / f"storing-{nu:%Y%m%d-%H%M%S}.txt"
    pad.write_text(describe(fout), encoding="utf-8")
    return pad


def _plaats(bestand: str) -> str:
    """Where in the code, without the folders of the user in it."""
    pad = Path(bestand)
    if pad.is_relative_to(_PAKKET):
        return (Path("gemeente_pga") / pad.relative_to(_PAKKET)).as_posix()
    return pad.name
