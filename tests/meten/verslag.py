# SPDX-License-Identifier: EUPL-1.2
"""How long minutes of twenty pages take, drawn and finished: python -m tests.meten.verslag."""

import io
import statistics
import time
from collections.abc import Sequence
from dataclasses import replace
from xml.sax.saxutils import escape

from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from gemeente_pga.documents import render
from gemeente_pga.domain.stukken import Verslag
from tests.documents.lezen import page_texts
from tests.documents.voorbeeld import OVERLEG_TWEE

BLADEN = 20


def many_pages(bladen: int = BLADEN) -> Verslag:
    """The minutes of the sample, with its two cases over and over until there are so many pages."""
    casussen = OVERLEG_TWEE.casussen
    while len(page_texts(render("verslag", replace(OVERLEG_TWEE, casussen=casussen)))) < bladen:
        nummer = f"2026-{len(casussen):03d}"
        casussen = (*casussen, replace(casussen[len(casussen) % 2], casusnummer=nummer))
    return replace(OVERLEG_TWEE, casussen=casussen)


def measure_verslag(keer: int = 5, bladen: int = BLADEN) -> dict[str, float]:
    """Seconds for minutes of so many pages, and for the same words without form, tags or PDF/A."""
    verslag = many_pages(bladen)
    tijden = []
    for _ in range(keer):
        begin = time.perf_counter()
        pdf = render("verslag", verslag, "CODE")
        tijden.append(time.perf_counter() - begin)
    teksten = page_texts(pdf)
    kale = []
    for _ in range(keer):
        begin = time.perf_counter()
        _plain(teksten)
        kale.append(time.perf_counter() - begin)
    return {
        "bladen": float(len(teksten)),
        "kilobyte": len(pdf) / 1024,
        "mediaan_s": statistics.median(tijden),
        "langste_s": max(tijden),
        "kaal_s": statistics.median(kale),
    }


def _plain(teksten: Sequence[str]) -> bytes:
    """The same words, a line a paragraph, in reportlab's own letter."""
    stijl = getSampleStyleSheet()["BodyText"]
    uit = io.BytesIO()
    regels = [regel for tekst in teksten for regel in tekst.splitlines()]
    SimpleDocTemplate(uit).build([Paragraph(escape(regel), stijl) for regel in regels])
    return uit.getvalue()


if __name__ == "__main__":
    for naam, waarde in measure_verslag().items():
        print(f"{naam:12} {waarde:8.2f}")
