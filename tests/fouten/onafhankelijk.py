# SPDX-License-Identifier: EUPL-1.2
"""B22: a verifier that shares nothing with the program checks a log of so many acts, and how fast."""

from pathlib import Path

from tests.fouten import stand
from tests.fouten.campagne import Uitslag
from tests.store.groot import fill_acts
from tests.store.onafhankelijke_controle import Bevindingen, controleer

_GRENS_S = 5.0  # for 100,000 acts


def make_groot(map_: Path, aantal: int) -> None:
    """A kluis with so many acts."""
    s = stand.maak(map_)
    fill_acts(s.store, aantal)
    s.sluit()


def run(aantal: int) -> Uitslag:
    """Make it, and check it a few times."""
    with stand.tijdelijk() as map_:
        make_groot(map_, aantal)
        b = min((controleer(map_ / "kluis", stand.WACHTZIN) for _ in range(3)), key=lambda b: b.seconden)
    goed = not b.fouten and b.handelingen >= aantal and b.seconden <= _GRENS_S
    return Uitslag(_cijfer(b), haalt=goed)


def _cijfer(b: Bevindingen) -> str:
    fouten = f"; {len(b.fouten)} fout: {b.fouten[0]}" if b.fouten else ""
    return f"{b.handelingen} handelingen en {b.rijen} rijen in {b.seconden:.1f} s{fouten}"
