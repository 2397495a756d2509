# SPDX-License-Identifier: EUPL-1.2
"""A disk that remembers what was asked of it, and what could be on it if the power went now.

Sure is what was synced. Of what was written since, each write may be there, or part of it in sectors of 512
bytes; of the changes to names a prefix is there, in order, as a journaled file system keeps them.
"""

import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tests.fouten.sporen import Daad

_SECTOR = 512
_HEEL, _GESCHEURD = 0.45, 0.6  # chances that an unsynced write is there, or is there in part


@dataclass
class Bestand:
    """One file, whatever it is called."""

    zeker: bytearray = field(default_factory=bytearray)
    los: list[Daad] = field(default_factory=list)

    def sync(self) -> None:
        for daad in self.los:
            _pas_toe(self.zeker, daad)
        self.los.clear()

    def misschien(self, kans: random.Random) -> bytes:
        """One of the contents that this file could have."""
        inhoud = bytearray(self.zeker)
        for daad in self.los:
            lot = kans.random()
            if lot < _HEEL:
                _pas_toe(inhoud, daad)
            elif lot < _GESCHEURD and daad.naam == "schrijf":
                _pas_toe(inhoud, _scheur(daad, kans))
        return bytes(inhoud)


def _scheur(daad: Daad, kans: random.Random) -> Daad:
    """The first or the last sectors only."""
    grens = kans.randrange(0, len(daad.data) + 1, _SECTOR)
    if kans.random() < 0.5:
        return daad._replace(data=daad.data[:grens])
    return daad._replace(plaats=daad.plaats + grens, data=daad.data[grens:])


def _pas_toe(inhoud: bytearray, daad: Daad) -> None:
    inhoud.extend(bytes(max(0, daad.plaats - len(inhoud))))
    if daad.naam == "kort":
        del inhoud[daad.plaats :]
    else:
        inhoud[daad.plaats : daad.plaats + len(daad.data)] = daad.data


class Naamswijziging(NamedTuple):
    """A name that went, came, or both. bestand: None for a folder."""

    weg: str
    komt: str
    bestand: Bestand | None

    def pas_toe(self, namen: dict[str, Bestand | None]) -> None:
        if self.weg:
            namen.pop(self.weg, None)
        if self.weg and self.komt and self.bestand is None:
            for naam in [naam for naam in namen if naam.startswith(self.weg + "/")]:
                namen[self.komt + naam.removeprefix(self.weg)] = namen.pop(naam)
        if self.komt:
            namen[self.komt] = self.bestand

    def in_map(self, map_: str) -> bool:
        return map_ in (self.weg.rpartition("/")[0], self.komt.rpartition("/")[0])


class Schijf:
    """Everything that happened in one folder, told deed by deed."""

    def __init__(self) -> None:
        self._namen: dict[str, Bestand | None] = {}
        self._zeker: dict[str, Bestand | None] = {}
        self._los: list[Naamswijziging] = []
        self._open: dict[int, Bestand | None] = {}

    def verwerk(self, daad: Daad) -> None:
        """Take in the next deed."""
        if daad.naam in ("schrijf", "kort"):
            bestand = self._open[daad.fd]
            if bestand is not None:
                bestand.los.append(daad)
        elif daad.naam in ("open", "maak"):
            self._doe_open(daad)
        elif daad.naam == "sync":
            self._doe_sync(daad)
        else:
            self._doe_naam(daad)

    def schrijf(self, wortel: str, naar: Path, kans: random.Random) -> None:
        """Write into naar what could be left of the folder wortel."""
        namen = dict(self._zeker)
        for wijziging in self._los[: kans.randint(0, len(self._los))]:
            wijziging.pas_toe(namen)
        for naam in sorted(namen):
            pad, bestand = naar / naam.removeprefix(wortel).lstrip("/"), namen[naam]
            if bestand is None:
                pad.mkdir(mode=0o700, parents=True, exist_ok=True)
            else:
                pad.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                pad.write_bytes(bestand.misschien(kans))
                pad.chmod(0o600)

    def _doe_open(self, daad: Daad) -> None:
        if daad.naam == "maak" and daad.pad not in self._namen:
            self._wijzig(Naamswijziging("", daad.pad, Bestand()))
        bestand = self._namen.get(daad.pad)
        if bestand is not None and daad.plaats:  # opened to be written anew
            bestand.los.append(Daad("kort", daad.pad))
        self._open[daad.fd] = bestand

    def _doe_sync(self, daad: Daad) -> None:
        """Of a file: its contents, and that it exists. Of a folder: the names in it."""
        bestand = self._open.get(daad.fd)
        if bestand is not None:
            bestand.sync()
        tot = 0
        for nummer, wijziging in enumerate(self._los, start=1):
            zelf = bestand is not None and wijziging.bestand is bestand and not wijziging.weg
            if zelf or (bestand is None and wijziging.in_map(daad.pad)):
                tot = nummer
        for wijziging in self._los[:tot]:
            wijziging.pas_toe(self._zeker)
        del self._los[:tot]

    def _doe_naam(self, daad: Daad) -> None:
        if daad.naam == "mkdir":
            self._wijzig(Naamswijziging("", daad.pad, None))
        elif daad.naam in ("unlink", "rmdir"):
            self._wijzig(Naamswijziging(daad.pad, "", self._namen.get(daad.pad)))
        elif daad.naam in ("rena", "link"):
            weg = daad.pad if daad.naam == "rena" else ""
            self._wijzig(Naamswijziging(weg, daad.naar, self._namen.get(daad.pad)))
        else:
            raise ValueError(f"{daad.naam} is not understood")

    def _wijzig(self, wijziging: Naamswijziging) -> None:
        wijziging.pas_toe(self._namen)
        self._los.append(wijziging)
