# SPDX-License-Identifier: EUPL-1.2
"""How long minutes of twenty pages take, drawn and finished: python -m tests.meten.verslag."""

import statistics
import time
from dataclasses import replace

from gemeente_pga.documents import render
from gemeente_pga.domain.stukken import Verslag
from tests.documents.lezen import page_texts
from tests.documents.voorbeeld import OVERLEG_TWEE

BLADEN = 20


def twenty_pages() -> Verslag:
    """The minutes of the sample, with its two cases over and over until there are twenty pages."""
    casussen = OVERLEG_TWEE.casussen
    while len(page_texts(render("verslag", replace(OVERLEG_TWEE, casussen=casussen)))) < BLADEN:
        nummer = f"2026-{len(casussen):03d}"
        casussen = (*casussen, replace(casussen[len(casussen) % 2], casusnummer=nummer))
    return replace(OVERLEG_TWEE, casussen=casussen)


def measure_verslag(keer: int = 5) -> dict[str, float]:
    """Seconds for minutes of twenty pages: the first time, and the median of the times after it."""
    verslag = twenty_pages()
    tijden = []
    for _ in range(keer):
        begin = time.perf_counter()
        pdf = render("verslag", verslag, "CODE")
        tijden.append(time.perf_counter() - begin)
    return {
        "bladen": float(len(page_texts(pdf))),
        "kilobyte": len(pdf) / 1024,
        "mediaan_s": statistics.median(tijden),
        "langste_s": max(tijden),
    }


if __name__ == "__main__":
    for naam, waarde in measure_verslag().items():
        print(f"{naam:12} {waarde:8.2f}")
