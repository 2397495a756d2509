# SPDX-License-Identifier: EUPL-1.2
"""B22: a verifier that shares nothing with the program checks a log of so many acts, and how long that takes.

Beside it what opening such a kluis costs: until it is held against its mark, and reading the whole file.
"""

import time
from pathlib import Path

from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.store import verbinding
from tests.fouten import stand
from tests.fouten.campagne import Uitslag
from tests.store.groot import fill_acts
from tests.store.onafhankelijke_controle import Bevindingen, controleer

_GRENS_S = 5.0  # for 100,000 acts
_OPENEN_MS = 150.0
_VOLUIT = 100_000


def _maak(map_: Path, aantal: int) -> None:
    """Fills without wiping memory, which makes no difference to what is written."""
    gewoon = verbinding.INSTELLINGEN
    verbinding.INSTELLINGEN = tuple(i for i in gewoon if i.naam != "cipher_memory_security")
    try:
        s = stand.maak(map_)
        fill_acts(s.store, aantal)
        s.sluit()
    finally:
        verbinding.INSTELLINGEN = gewoon


def run(aantal: int) -> Uitslag:
    """Make, check, and open it a few times."""
    with stand.tijdelijk() as map_:
        _maak(map_, aantal)
        b = min((controleer(map_ / "kluis", stand.WACHTZIN) for _ in range(3)), key=lambda b: b.seconden)
        openen, lezen = _open(map_)
        mb = (map_ / "kluis" / "kluis.db").stat().st_size / 1e6
    return Uitslag(_cijfer(b, openen, lezen, mb), haalt=_haalt(b, aantal, openen))


def _open(map_: Path) -> tuple[float, float]:
    """Milliseconds to open with known keys, and to read the whole file; the best of five."""
    openen, lezen = [], []
    for _ in range(5):
        dienst = stand.nieuwe_dienst(map_)
        dienst.kies(KluisSoort.KLUIS)
        dienst.ontgrendel(stand.WACHTZIN)
        tijden = [time.perf_counter()]
        dienst.betreed()
        tijden.append(time.perf_counter())
        dienst.keur()
        tijden.append(time.perf_counter())
        dienst.laat_los()
        openen.append((tijden[1] - tijden[0]) * 1000)
        lezen.append((tijden[2] - tijden[1]) * 1000)
    return min(openen), min(lezen)


def _haalt(b: Bevindingen, aantal: int, openen: float) -> bool:
    goed = not b.fouten and b.handelingen >= aantal and b.seconden <= _GRENS_S
    return goed and (openen <= _OPENEN_MS or aantal < _VOLUIT)  # the limit is for the whole number


def _cijfer(b: Bevindingen, openen: float, lezen: float, mb: float) -> str:
    fouten = f"; {len(b.fouten)} fout: {b.fouten[0]}" if b.fouten else ""
    return (
        f"{b.handelingen} handelingen en {b.rijen} rijen in {b.seconden:.1f} s; openen {openen:.0f} ms, "
        f"bestand lezen {lezen / 10 / mb:.1f} s per 100 MB ({mb:.0f} MB){fouten}"
    )
