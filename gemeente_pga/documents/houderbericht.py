# SPDX-License-Identifier: EUPL-1.2
"""A notice to a holder, with a slip for the answer, on one page."""

from gemeente_pga.documents.blad import build
from gemeente_pga.documents.delen import (
    alineas,
    feiten,
    handtekeningen,
    hoofd,
    kop,
    opmerking,
    punten,
    regel_gevraagd,
    slot,
)
from gemeente_pga.documents.invullen import antwoordvak
from gemeente_pga.documents.opmaak import format_datum
from gemeente_pga.domain.stukken import Houderbericht


def render(gegevens: Houderbericht, *, code: str = "") -> bytes:
    """The notice as PDF."""
    wanneer = f" Antwoord uiterlijk {format_datum(gegevens.antwoord_voor)}." if gegevens.antwoord_voor else ""
    waar = f" Stuur dit deel naar {gegevens.contactpunt}." if gegevens.contactpunt else ""
    verhaal = [
        *hoofd(gegevens.kop, f"Aan {gegevens.houder}"),
        *regel_gevraagd(f"{gegevens.gevraagd}{wanneer}"),
        *kop("Wat u van ons hebt"),
        *punten(gegevens.heeft),
        *kop("Wat er is gebeurd"),
        *alineas(gegevens.waarom),
        *feiten([("Het gegeven", gegevens.gegeven), ("Wat wel klopt", gegevens.juist)]),
        *kop("Uw antwoord"),
        *antwoordvak(gegevens.antwoorden),
        *handtekeningen([(gegevens.houder, f"Kenmerk {gegevens.kop.kenmerk}")]),
        *opmerking(f"Maak geen kopie van dit bericht.{waar}"),
    ]
    return build(gegevens.kop, [*verhaal, *slot(code)])
