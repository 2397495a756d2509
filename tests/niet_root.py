# SPDX-License-Identifier: EUPL-1.2
"""A folder that may not be written or read, also when the tests run as root."""

import os
from pathlib import Path


class NietRoot:
    """For root every file can be read and written, so be someone else for a while.

    bestand: what the files in the folder may be used for, as chmod takes it.
    """

    def __init__(self, map_: Path, *, bestand: int = 0o444) -> None:
        self._map, self._bestand = map_, bestand
        self._wie = os.geteuid(), os.getegid()

    def __enter__(self) -> None:
        self._standen = {pad: pad.stat().st_mode for pad in (self._map, *self._map.iterdir())}
        if self._wie[0] == 0:
            for ouder in self._map.parents:
                if ouder.stat().st_mode & 0o001 == 0:
                    self._standen[ouder] = ouder.stat().st_mode
                    ouder.chmod(ouder.stat().st_mode | 0o011)
        for pad in (*self._map.iterdir(), self._map):
            pad.chmod(0o555 if pad.is_dir() else self._bestand)
        if self._wie[0] == 0:
            os.setegid(65534)
            os.seteuid(65534)

    def __exit__(self, *_: object) -> None:
        if self._wie[0] == 0:
            os.seteuid(self._wie[0])
            os.setegid(self._wie[1])
        for pad, stand in self._standen.items():
            pad.chmod(stand)
