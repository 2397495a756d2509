# SPDX-License-Identifier: EUPL-1.2
"""The one shape of a campaign: a bar, a title, and a function that gives the figure for so many trials."""

from collections.abc import Callable
from typing import NamedTuple


class Uitslag(NamedTuple):
    """What a campaign found. haalt: None when nothing is promised, so only the figure counts."""

    cijfer: str
    haalt: bool | None


class Campagne(NamedTuple):
    """run(n) does n trials: kort in the tests and by `faults`, lang by `faults --long`."""

    bar: str
    titel: str
    run: Callable[[int], Uitslag]
    kort: int
    lang: int


def of(fouten: list[str], cijfer: str) -> Uitslag:
    """Holds when there are no faults; otherwise the first few stand behind the figure."""
    if not fouten:
        return Uitslag(cijfer, haalt=True)
    return Uitslag(f"{cijfer}; {len(fouten)} fout: {'; '.join(fouten[:3])}", haalt=False)
