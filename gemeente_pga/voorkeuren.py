# SPDX-License-Identifier: EUPL-1.2
"""What this computer remembers outside the kluis: nothing personal, and nothing that must not be lost.

Hides the file, and that a damaged one remembers nothing.
"""

import configparser
import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.kluis import bestanden


class Voorkeuren:
    """One file, read anew each time."""

    def __init__(self, pad: Path) -> None:
        self._pad = pad

    def lees(self, deel: str, sleutel: str) -> str:
        """What was remembered; "" when nothing was."""
        return self._ini().get(deel, sleutel, fallback="")

    def lees_moment(self, deel: str, sleutel: str) -> datetime | None:
        """What was remembered, as a moment; None when it is none."""
        with suppress(ValueError):
            return datetime.fromisoformat(self.lees(deel, sleutel))
        return None

    def onthoud(self, deel: str, sleutel: str, waarde: str) -> None:
        """Remember this for the next start."""
        ini = self._ini()
        if not ini.has_section(deel):
            ini.add_section(deel)
        ini.set(deel, sleutel, waarde)
        tekst = "\n".join(
            f"[{naam}]\n" + "".join(f"{k} = {v}\n" for k, v in ini.items(naam)) for naam in ini.sections()
        )
        try:
            bestanden.write_durable(self._pad, tekst.encode())
        except OSError as fout:
            raise Storing(
                "De instellingen kunnen niet worden bewaard.", "Controleer of de schijf niet vol is."
            ) from fout

    def herkomst(self) -> str:
        """A random name for this installation; the journaal says with which one an act was done."""
        herkomst = self.lees("installatie", "herkomst")
        if not herkomst:
            herkomst = os.urandom(8).hex()
            with suppress(Storing):  # a full disk: for this once another name will do
                self.onthoud("installatie", "herkomst", herkomst)
        return herkomst

    def _ini(self) -> configparser.ConfigParser:
        ini = configparser.ConfigParser(interpolation=None)
        try:
            ini.read(self._pad, encoding="utf-8")
        except (configparser.Error, UnicodeDecodeError, OSError):  # a damaged file remembers nothing
            return configparser.ConfigParser(interpolation=None)
        return ini
