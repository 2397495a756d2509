# SPDX-License-Identifier: EUPL-1.2
"""The jaarrapportage: lists of counts, with what is left out said as such, and a text for questions."""

from gemeente_pga.documents.blad import build
from gemeente_pga.documents.delen import (
    Cel,
    Verhaal,
    alineas,
    feiten,
    hoofd,
    opmerking,
    samen,
    slot,
    tabel,
    vetcel,
)
from gemeente_pga.documents.delen import kop as koptekst
from gemeente_pga.domain.stukken import Jaarrapportage, Jaartabel
from gemeente_pga.domain.tekst import getal

WEG = "weggelaten"


def render(gegevens: Jaarrapportage, *, code: str = "") -> bytes:
    """The report as PDF."""
    te_klein = [t.naam for t in gegevens.tabellen if t.totaal is None]
    verhaal = [
        *hoofd(gegevens.kop, gegevens.waarover),
        *alineas(
            f"Aantallen kleiner dan {gegevens.drempel} laten wij weg, ook als ze uit andere cijfers te halen "
            "zijn. Daarom ontbreken soms ook grotere aantallen. Een nul laten wij wel zien."
        ),
        *(deel for t in gegevens.tabellen if t.totaal is not None for deel in _tabel(t)),
        *_doorlooptijd(gegevens.weken),
    ]
    if te_klein:
        verhaal += [
            *koptekst("Te klein om te laten zien"),
            *alineas("Van deze onderwerpen zijn alle aantallen weggelaten: " + "; ".join(te_klein) + "."),
        ]
    verhaal += [*koptekst("Tekst voor vragen van de raad"), *alineas(gegevens.vragen)]
    return build(gegevens.kop, [*verhaal, *slot(code)])


def _tabel(t: Jaartabel) -> Verhaal:
    rijen: list[list[Cel]] = [
        [naam, WEG if waarde is None else getal(waarde)]
        for naam, waarde in zip(t.namen, t.waarden, strict=True)
        if t.totaal or len(t.namen) == 1
    ]
    if len(t.namen) > 1:
        rijen.append([vetcel("Totaal"), vetcel(getal(t.totaal or 0))])
    return [*samen(koptekst(t.naam), tabel(["Wat", "Aantal"], [120], rijen)), *opmerking(t.uitleg)]


def _doorlooptijd(weken: int | None) -> Verhaal:
    if weken is None:
        return []
    zin = "1 week" if weken == 1 else f"{getal(weken)} weken"
    regel = feiten([("Signaal tot weging", f"De helft duurde ten hoogste {zin}.")])
    return [*samen(koptekst("Doorlooptijd"), regel), *opmerking("Alleen bij vijf of meer gewogen signalen.")]
