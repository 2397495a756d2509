# SPDX-License-Identifier: EUPL-1.2
"""The besluiten- en actielijst: one page that can go out on the day of the meeting."""

from gemeente_pga.documents.bespreking import casuskop
from gemeente_pga.documents.blad import build
from gemeente_pga.documents.delen import (
    Verhaal,
    actietabel,
    besluitkader,
    feiten,
    hoofd,
    informeerregels,
    samenvatting,
    slot,
)
from gemeente_pga.documents.opmaak import format_datum, format_tijd
from gemeente_pga.domain.stukken import BesluitenActielijst, Casusdeel, Kop, Staat


def render(gegevens: BesluitenActielijst, *, code: str = "") -> bytes:
    """The list as PDF."""
    dag = format_datum(gegevens.datum, weekdag=True)
    tijd = format_tijd(gegevens.begin)
    waar = " · ".join(deel for deel in (f"{dag}, {tijd}" if tijd else dag, gegevens.plaats) if deel)
    verhaal = [
        *hoofd(gegevens.kop, waar),
        *samenvatting(
            gegevens.kop,
            f"Wat in het casusoverleg van {dag} is besloten en wie wat doet.",
            _asked(gegevens.kop),
        ),
    ]
    for deel in gegevens.casussen:
        verhaal += _case(gegevens.kop, deel)
    volgend = ", ".join(
        deel
        for deel in (
            format_datum(gegevens.volgend_overleg, weekdag=True),
            format_tijd(gegevens.volgend_overleg_tijd),
            gegevens.volgend_overleg_plaats,
        )
        if deel
    )
    verhaal += feiten([("Volgend overleg", volgend), ("Kenmerk", gegevens.kop.kenmerk)])
    return build(gegevens.kop, [*verhaal, *slot(code)])


def _asked(kop: Kop) -> str:
    if kop.staat is Staat.VASTGESTELD:
        return "Voer uw acties uit vóór de afgesproken datum."
    return "Begin met uw acties. Klopt er iets niet, meld dat dan meteen; het verslag volgt."


def _case(kop: Kop, deel: Casusdeel) -> Verhaal:
    vervolg = [
        (label, tekst)
        for label, tekst in informeerregels(deel.informeren)
        if label in ("Betrokkene informeren", "Opnieuw bekijken op")
    ]
    vervolg.append(("Volgende herbeoordeling", format_datum(deel.volgende_herbeoordeling)))
    vervolg.append(("Minderheidsstandpunt", deel.minderheidsstandpunt))
    return [
        *casuskop(deel),
        *besluitkader(kop, deel.besluiten),
        *actietabel(deel.acties, leeg="Er zijn geen nieuwe acties afgesproken."),
        *feiten(vervolg),
    ]
