# SPDX-License-Identifier: EUPL-1.2
"""KOSTEN: what a logged act costs, with its lines, seals, chain value and mark, beside one durable write."""

import os
import tempfile
import time
from pathlib import Path
from statistics import median

from gemeente_pga.handelingen import dossier
from tests.fouten import stand, verhaal
from tests.fouten.campagne import Uitslag

_GRENS_MS = 5.0
_SERIES = 5


def _mediaan_ms(doe: object, keer: int) -> float:
    tijden = []
    for _ in range(keer):
        begin = time.perf_counter()
        doe()  # type: ignore[operator] # one of two functions of ours
        tijden.append((time.perf_counter() - begin) * 1000)
    return median(tijden)


def run(n: int) -> Uitslag:
    """n acts in each of five series, on a disk that is no memory; the quickest series counts."""
    plek = "/var/tmp" if os.path.isdir("/var/tmp") else None  # noqa: S108 - a name of its own in there
    with tempfile.TemporaryDirectory(prefix="pga-kosten-", dir=plek) as map_:
        s = stand.maak(Path(map_))
        for stap in verhaal.stappen(s, (verhaal.inrichten, verhaal.signalen)):
            stap.doe()
        with (Path(map_) / "schijf").open("wb", buffering=0) as bestand:

            def schrijf() -> None:
                bestand.write(bytes(4096))
                os.fsync(bestand.fileno())

            handeling, schijf = [], []
            for _ in range(_SERIES):
                schijf.append(_mediaan_ms(schrijf, n))
                handeling.append(_mediaan_ms(lambda: dossier.log_inzien(s.store, s.ids["dossier"]), n))
        s.sluit()
    tijd, kaal = min(handeling), min(schijf)
    cijfer = (
        f"{tijd:.1f} ms per handeling ({tijd / kaal:.1f} × een schrijfopdracht met fsync van {kaal:.1f} ms)"
    )
    return Uitslag(cijfer, haalt=tijd <= _GRENS_MS)
