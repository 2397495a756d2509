# SPDX-License-Identifier: EUPL-1.2
"""A letter to who made a request: the decision, why, and what somebody can do against it."""

from gemeente_pga.documents.blad import build
from gemeente_pga.documents.delen import alineas, handtekeningen, hoofd, kop, slot
from gemeente_pga.domain.stukken import Brief


def render(gegevens: Brief, *, code: str = "") -> bytes:
    """The letter as PDF."""
    aan = ", ".join(deel for deel in (gegevens.aan, gegevens.adres) if deel)
    verhaal = [*hoofd(gegevens.kop, f"Aan {aan}")]
    for deel in gegevens.delen:
        verhaal += [*kop(deel.kop), *alineas(deel.tekst)]
    wie, _, functie = gegevens.ondertekenaar.partition(", ")
    return build(gegevens.kop, [*verhaal, *handtekeningen([(wie, functie)]), *slot(code)])
