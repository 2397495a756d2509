# SPDX-License-Identifier: EUPL-1.2
"""One case as it was discussed: decisions and actions first, then what they rest on."""

from collections.abc import Sequence

from gemeente_pga.documents.delen import (
    NUMMERBREEDTE,
    Cel,
    Verhaal,
    actietabel,
    alineas,
    besluitkader,
    feiten,
    inbrengtabel,
    informeerregels,
    kop,
    opmerking,
    tabel,
    tekstcel,
    vetcel,
)
from gemeente_pga.documents.opmaak import format_datum
from gemeente_pga.domain.stukken import Casusdeel, Kop, VorigeActie, actienummer

OVERGENOMEN = (
    "Deze casus is overgenomen van papier. Signaal, weging en besluit zijn later in het programma vastgelegd "
    "met de oorspronkelijke datums."
)


def casuskop(deel: Casusdeel, niveau: int = 1) -> Verhaal:
    """The heading of a case: its number, who it is about where that may be said, and why it is discussed."""
    verhaal = kop(f"Casus {deel.casusnummer}", niveau)
    verhaal += feiten([("Betrokkene", deel.betrokkene), ("Doel", deel.doel)])
    return verhaal + (opmerking(OVERGENOMEN) if deel.overgenomen else [])


def uitkomst(stukkop: Kop, deel: Casusdeel, niveau: int = 2) -> Verhaal:
    """Decisions, actions, informing and the next review."""
    vervolg = [
        *informeerregels(deel.informeren),
        ("Herbeoordeling op", format_datum(deel.volgende_herbeoordeling)),
        ("Minderheidsstandpunt", deel.minderheidsstandpunt),
    ]
    verhaal = [
        *alineas(deel.niet_besproken),
        *kop("Besluiten", niveau),
        *besluitkader(stukkop, deel.besluiten),
        *kop("Acties", niveau),
        *actietabel(deel.acties),
    ]
    if any(tekst for _, tekst in vervolg):
        verhaal += [*kop("Informeren en vervolg", niveau), *feiten(vervolg)]
    return verhaal


def onderbouwing(deel: Casusdeel, niveau: int = 2) -> Verhaal:
    """What became of earlier actions, what was brought, and how it was weighed."""
    verhaal: Verhaal = []
    if deel.vorig_verslag:
        verhaal += [*kop("Vorig verslag", niveau), *alineas(deel.vorig_verslag)]
    if deel.vorige_acties:
        verhaal += [*kop("Acties uit het vorige overleg", niveau), *_previous_actions(deel.vorige_acties)]
    verhaal += [*kop("Inbreng", niveau), *inbrengtabel(deel.inbreng)]
    if deel.overwegingen:
        verhaal += [*kop("Overwegingen", niveau), *alineas(deel.overwegingen)]
    return verhaal


def _previous_actions(acties: Sequence[VorigeActie]) -> Verhaal:
    rijen = (_previous_row(actie) for actie in acties)
    return tabel(["Nr.", "Wat", "Wie", "Uitkomst"], [NUMMERBREEDTE, 54, 34], rijen)


def _previous_row(actie: VorigeActie) -> list[Cel]:
    wat = tekstcel(actie.wat, ("Afgesproken vóór", format_datum(actie.voor)))
    einde = vetcel(actie.uitkomst) + tekstcel(
        actie.toelichting, ("Gebeurd op", format_datum(actie.gebeurd_op))
    )
    return [actienummer(actie.overleg, actie.nummer), wat, actie.wie, einde]
