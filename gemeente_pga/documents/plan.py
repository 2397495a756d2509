# SPDX-License-Identifier: EUPL-1.2
"""The plan van aanpak as a paper of its own: goals, factors side by side, interventions, and what if."""

from gemeente_pga.documents.blad import build
from gemeente_pga.documents.delen import hoofd, samenvatting, slot
from gemeente_pga.documents.dossierdelen import plan
from gemeente_pga.documents.opmaak import format_datum
from gemeente_pga.domain.stukken import Planblad


def render(gegevens: Planblad, *, code: str = "") -> bytes:
    """The plan as PDF."""
    kop = gegevens.kop
    over = f"{kop.nummersoort} {', '.join(kop.nummers)}"
    return build(
        kop,
        [
            *hoofd(kop, f"{over} · stand op {format_datum(kop.datum)}"),
            *samenvatting(
                kop,
                "Wat wij samen doen, wie dat doet en wanneer.",
                "Voer uw deel uit. Geef dit stuk niet door aan anderen.",
                waarover=", ".join(deel for deel in (over, gegevens.betrokkene) if deel),
            ),
            *plan(gegevens.plan),
            *slot(code),
        ],
    )
