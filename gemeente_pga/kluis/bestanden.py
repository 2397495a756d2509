# SPDX-License-Identifier: EUPL-1.2
"""The files of a kluis: their names, who may read them, and replacing one so that a crash leaves old or new.

Hides fsync of files and folders, and what differs on Windows.
"""

import contextlib
import os
import shutil
import sys
from pathlib import Path

DATABASE = "kluis.db"
JOURNAL = "kluis.db-journal"
SLEUTEL_A = "kluis.sleutel-a"
SLEUTEL_B = "kluis.sleutel-b"
KOPIEEN = (SLEUTEL_A, SLEUTEL_B)
WACHT = "kluis.bezet"
MERK = "kluis.merk"
GRAFSTENEN = "kluis.grafstenen"
BRIEFJE = "kluis.teruggezet"
PLAIN_SQLITE = b"SQLite format 3\x00"
_NIEUW = ".nieuw"


def restrict_umask() -> None:
    """From here on, every file this process makes is for its owner only. Call it first of all."""
    os.umask(0o077)


def read_begin(pad: Path, lengte: int) -> bytes | None:
    """The first bytes, at most this many; None when there is no such file."""
    try:
        with pad.open("rb") as bestand:
            return bestand.read(lengte)
    except FileNotFoundError:
        return None


def write_durable(pad: Path, inhoud: bytes) -> None:
    """Replace the file: written beside it, synced, renamed, folder synced, and read back."""
    tijdelijk = pad.with_name(pad.name + _NIEUW)
    tijdelijk.unlink(missing_ok=True)
    vlaggen = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    try:
        with open(os.open(tijdelijk, vlaggen, 0o600), "wb") as bestand:
            bestand.write(inhoud)
            bestand.flush()
            os.fsync(bestand.fileno())
        replace_durable(tijdelijk, pad)
    except OSError:
        with contextlib.suppress(OSError):
            tijdelijk.unlink(missing_ok=True)
        raise
    sync_folder(pad.parent)
    if read_begin(pad, len(inhoud) + 1) != inhoud:
        raise OSError("teruggelezen inhoud verschilt")


def shield(pad: Path) -> None:
    """Make an existing file readable for its owner only."""
    if os.name == "posix" and pad.exists():
        pad.chmod(0o600)


def move_aside(map_: Path, namen: tuple[str, ...]) -> Path | None:
    """Move these files to a fresh folder beside them; None when there was nothing to move."""
    aanwezig = [map_ / naam for naam in namen if (map_ / naam).exists()]
    if not aanwezig:
        return None
    opzij = map_ / f"afgebroken-{os.urandom(4).hex()}"
    opzij.mkdir(mode=0o700)
    for pad in aanwezig:
        pad.rename(opzij / pad.name)
    sync_folder(map_)
    return opzij


def empty_folder(map_: Path) -> None:
    """Remove everything in it but the guard."""
    for pad in map_.iterdir():
        if pad.is_dir() and not pad.is_symlink():
            shutil.rmtree(pad)
        elif pad.name != WACHT:
            pad.unlink()


def replace_durable(van: Path, naar: Path) -> None:
    """Put one file in the place of another; on Linux durable after `sync_folder`."""
    if sys.platform == "win32":
        import ctypes

        # os.replace, but waiting until the rename is on the disk: REPLACE_EXISTING | WRITE_THROUGH
        kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
        if not kernel32.MoveFileExW(str(van), str(naar), 0x1 | 0x8):
            raise ctypes.WinError(ctypes.get_last_error())
    else:
        van.replace(naar)


def sync_folder(map_: Path) -> None:
    """Make names in a folder durable; Windows has no such call."""
    if sys.platform == "win32":
        return
    nummer = os.open(map_, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(nummer)
    finally:
        os.close(nummer)
