# SPDX-License-Identifier: EUPL-1.2
"""Which juridisch kader the program works with: the one that it ships with, or the one of this kluis.

Hides that a file is read once, however often it is asked for.
"""

from functools import cache
from typing import TYPE_CHECKING

from gemeente_pga import paths
from gemeente_pga.domain.kader import Kader, parse_kader
from gemeente_pga.store.queries.dossiers import actief_kader_id
from gemeente_pga.store.queries.kader import kader_van

if TYPE_CHECKING:
    from gemeente_pga.store.store import Store

NIEUWSTE = "wet-pga-2025.toml"


@cache
def read_kader() -> Kader:
    """The kader that a new kluis begins with."""
    return _lees(NIEUWSTE)


def shipped() -> tuple[Kader, ...]:
    """Every kader that ships with the program, the one to begin with first."""
    namen = sorted(bestand.name for bestand in paths.resource("kader").glob("*.toml"))
    return (read_kader(), *(_lees(naam) for naam in namen if naam != NIEUWSTE))


def active_kader(store: "Store") -> Kader:
    """The kader that this kluis works with, as it counts: with its values and what somebody signed."""
    read_kader()  # read under its own name; the same text in the kluis is not read again
    with store.reader() as r:
        kader_id = actief_kader_id(r)
        return read_kader() if kader_id is None else kader_van(r, kader_id)


def _lees(naam: str) -> Kader:
    bestand = paths.resource("kader") / naam
    return parse_kader(bestand.read_text("utf-8"), naam)
