# SPDX-License-Identifier: EUPL-1.2
"""Which juridisch kader the program works with: the newest that it ships with, or the one of this kluis.

Hides that a file is read once, however often it is asked for.
"""

from functools import cache
from typing import TYPE_CHECKING

from gemeente_pga import paths
from gemeente_pga.domain.kader import Kader, parse_kader
from gemeente_pga.store.queries import inrichting as queries

if TYPE_CHECKING:
    from gemeente_pga.store.store import Store


@cache
def read_kader() -> Kader:
    """The newest kader that ships with the program."""
    bestand = max(paths.resource("kader").glob("*.toml"))
    return parse_kader(bestand.read_text("utf-8"), bestand.name)


def active_kader(store: "Store") -> Kader:
    """The kader that this kluis works with."""
    with store.reader() as r:
        rij = queries.actief_kader(r)
    if rij is None or rij.tekst == read_kader().tekst:
        return read_kader()
    return parse_kader(rij.tekst, rij.titel)
