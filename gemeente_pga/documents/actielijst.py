# SPDX-License-Identifier: EUPL-1.2
"""The besluiten- en actielijst: one page that can go out on the day of the meeting."""

from gemeente_pga.documents.blad import build
from gemeente_pga.documents.delen import (
    NUMMERBREEDTE,
    Cel,
    Verhaal,
    actietabel,
    besluitkader,
    feiten,
    feiten_naast,
    hoofd,
    opmerking,
    regel_gevraagd,
    samen,
    slot,
    tabel,
    tekstcel,
    vetcel,
)
from gemeente_pga.documents.delen import (
    kop as koptekst,
)
from gemeente_pga.documents.opmaak import format_datum, format_tijd
from gemeente_pga.documents.tabel import Vorm
from gemeente_pga.domain.stukken import BesluitenActielijst, Casusdeel, Kop, Staat, actienummer


def render(gegevens: BesluitenActielijst, *, code: str = "") -> bytes:
    """The list as PDF."""
    kop = gegevens.kop
    dag = format_datum(gegevens.datum, weekdag=True)
    wanneer = ", ".join(deel for deel in (f"Casusoverleg van {dag}", format_tijd(gegevens.begin)) if deel)
    verhaal = [
        *hoofd(kop, f"{wanneer}\n{kop.nummersoort} {', '.join(kop.nummers)}"),
        *regel_gevraagd(_asked(kop)),
    ]
    for deel in gegevens.casussen:
        verhaal += _case(gegevens.kop, deel)
    volgend = (
        format_datum(gegevens.volgend_overleg, weekdag=True),
        format_tijd(gegevens.volgend_overleg_tijd),
        gegevens.volgend_overleg_plaats,
    )
    verhaal += feiten([("Volgend overleg", ", ".join(deel for deel in volgend if deel))])
    return build(gegevens.kop, [*verhaal, *slot(code)])


def _asked(kop: Kop) -> str:
    if kop.staat is Staat.VASTGESTELD:
        return "Voer uw acties uit, uiterlijk op de afgesproken datum."
    return "Begin met uw acties. Klopt er iets niet? Meld dat meteen. Het verslag volgt."


def _case(kop: Kop, deel: Casusdeel) -> Verhaal:
    over = " · ".join(d for d in (deel.betrokkene, "overgenomen van papier" if deel.overgenomen else "") if d)
    titel = [*koptekst(f"Casus {deel.casusnummer}"), *opmerking(over), *opmerking(deel.niet_besproken)]
    informeren = deel.informeren
    return [
        *samen(titel, besluitkader(kop, deel.besluiten, kort=True)),
        *actietabel(deel.acties, kort=True),
        *_running(deel),
        *feiten_naast(
            [("Informeren", informeren.besluit), ("Opnieuw bekijken", format_datum(informeren.opnieuw_op))],
            [("Herbeoordeling", format_datum(deel.volgende_herbeoordeling))],
        ),
        *feiten([("Minderheidsstandpunt", deel.minderheidsstandpunt)]),
    ]


def _running(deel: Casusdeel) -> Verhaal:
    """What was agreed before and is still to be done."""
    rijen: list[list[Cel]] = [
        [
            actienummer(a.overleg, a.nummer),
            tekstcel(a.wat, ("", a.toelichting)),
            vetcel(a.wie),
            format_datum(a.voor, kort=True) or "–",
        ]
        for a in deel.vorige_acties
    ]
    koppen = ["Nr.", "Loopt nog van een eerder overleg", "Wie", "Vóór"]
    lopend = tabel(koppen, [NUMMERBREEDTE, 108 - NUMMERBREEDTE, 36], rijen, Vorm(boven=3, onder=3.5))
    return lopend if rijen else []
