# SPDX-License-Identifier: EUPL-1.2
"""The memo to burgemeester or driehoek, with a box for the answer, on one page."""

from gemeente_pga.documents.blad import build
from gemeente_pga.documents.delen import (
    alineas,
    feiten,
    handtekeningen,
    hoofd,
    opmerking,
    regel_gevraagd,
    slot,
)
from gemeente_pga.documents.delen import kop as koptekst
from gemeente_pga.documents.opmaak import format_datum
from gemeente_pga.domain.stukken import Memoblad


def render(gegevens: Memoblad, *, code: str = "") -> bytes:
    """The memo as PDF."""
    voor = f" Antwoord nodig vóór {format_datum(gegevens.antwoord_voor)}." if gegevens.antwoord_voor else ""
    delen = (
        ("Waarom", gegevens.waarom),
        ("Op welke grond", gegevens.grondslag),
        ("Wat er ook kan", gegevens.alternatieven),
        ("Als het wel gebeurt", gegevens.risico_wel),
        ("Als het niet gebeurt", gegevens.risico_niet),
    )
    verhaal = [
        *hoofd(gegevens.kop, f"Aan {gegevens.aan}"),
        *regel_gevraagd(f"{gegevens.gevraagd}{voor}"),
        *feiten([*delen]),
        *koptekst("Antwoord"),
        *alineas(
            "Streep door wat niet geldt: akkoord / akkoord, onder voorwaarde dat … / niet akkoord, omdat …"
        ),
        *handtekeningen([("", f"Namens {gegevens.aan}")]),
        *opmerking("Maak geen kopie. Er staan geen namen in: vraag zo nodig mondeling om wie het gaat."),
    ]
    return build(gegevens.kop, [*verhaal, *slot(code)])
