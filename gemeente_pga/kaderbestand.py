# SPDX-License-Identifier: EUPL-1.2
"""Which juridisch kader the program works with: the one that it ships with, or the one of this kluis.

Hides that a file is read once, however often it is asked for.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from gemeente_pga import paths
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.kader import Kader, KaderFout, parse_kader
from gemeente_pga.store.queries.dossiers import actief_kader_id
from gemeente_pga.store.queries.kader import kader_van

if TYPE_CHECKING:
    from gemeente_pga.store.store import Store

NIEUWSTE = "wet-pga-2025.toml"
MAXIMUM = 1024 * 1024  # ten times the one that ships


@cache
def read_kader() -> Kader:
    """The kader that a new kluis begins with."""
    return _lees(NIEUWSTE)


def shipped() -> tuple[Kader, ...]:
    """Every kader that ships with the program, the one to begin with first."""
    namen = sorted(bestand.name for bestand in paths.resource("kader").glob("*.toml"))
    return (read_kader(), *(_lees(naam) for naam in namen if naam != NIEUWSTE))


def read_bestand(pad: Path) -> Kader:
    """A kader file from outside, read as strictly as our own; Storing with line and key where it is wrong."""
    try:
        if pad.stat().st_size > MAXIMUM:
            raise Storing("Dit bestand is te groot voor een kader.", "Kies een kaderbestand (.toml).")
        tekst = pad.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as fout:
        raise Storing("Dit bestand is niet te lezen als tekst.", "Kies een kaderbestand (.toml).") from fout
    try:
        return parse_kader(tekst, pad.name)
    except KaderFout as fout:
        raise Storing("Dit kaderbestand klopt niet.", str(fout)) from fout


def active_kader(store: "Store") -> Kader:
    """The kader that this kluis works with, as it counts: with its values and what somebody signed."""
    read_kader()  # read under its own name; the same text in the kluis is not read again
    with store.reader() as r:
        kader_id = actief_kader_id(r)
        return read_kader() if kader_id is None else kader_van(r, kader_id)


def _lees(naam: str) -> Kader:
    bestand = paths.resource("kader") / naam
    return parse_kader(bestand.read_text("utf-8"), naam)
