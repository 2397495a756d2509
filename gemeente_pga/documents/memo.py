# SPDX-License-Identifier: EUPL-1.2
"""The memo to burgemeester or driehoek, with a box for the answer, on one page."""

from gemeente_pga.documents.blad import build
from gemeente_pga.documents.delen import (
    feiten,
    handtekeningen,
    hoofd,
    opmerking,
    regel_gevraagd,
    slot,
)
from gemeente_pga.documents.delen import kop as koptekst
from gemeente_pga.documents.invullen import antwoordvak
from gemeente_pga.documents.opmaak import format_datum
from gemeente_pga.domain.stukken import Memoblad


def render(gegevens: Memoblad, *, code: str = "") -> bytes:
    """The memo as PDF."""
    dag = gegevens.antwoord_voor
    voor = f" Antwoord nodig, uiterlijk {format_datum(dag)}." if dag else ""
    vraag = gegevens.gevraagd if gegevens.gevraagd[-1:] in (".", "?", "!") else f"{gegevens.gevraagd}."
    delen = (
        ("Waarom", gegevens.waarom),
        ("Op welke grond", gegevens.grondslag),
        ("Wat er ook kan", gegevens.alternatieven),
        ("Als het wel gebeurt", gegevens.risico_wel),
        ("Als het niet gebeurt", gegevens.risico_niet),
    )
    verhaal = [
        *hoofd(gegevens.kop, f"Aan {gegevens.aan}"),
        *regel_gevraagd(f"{vraag}{voor}"),
        *feiten([*delen]),
        *koptekst("Antwoord"),
        *antwoordvak(["Akkoord", "Akkoord, onder voorwaarde dat …", "Niet akkoord, omdat …"]),
        *handtekeningen([("", f"Namens {gegevens.aan}")]),
        *opmerking("Maak geen kopie. Er staan geen namen in: vraag zo nodig mondeling om wie het gaat."),
    ]
    return build(gegevens.kop, [*verhaal, *slot(code)])
