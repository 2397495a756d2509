# SPDX-License-Identifier: EUPL-1.2
"""What gives points to Bureau: a query, and the tables after whose change it is asked again."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from gemeente_pga.domain.bureau import Aandacht
from gemeente_pga.domain.kader import Kader
from gemeente_pga.store.lezer import Lezer

PER_SOORT = 100
"""The most points of one kind, so that Bureau opens at once."""


class Bureaubron(NamedTuple):
    """One subject of its own. punten: with a limit of PER_SOORT in each query."""

    punten: Callable[[Lezer, Kader, date], list[Aandacht]]
    tabellen: frozenset[str]
