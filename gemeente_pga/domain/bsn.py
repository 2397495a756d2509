# SPDX-License-Identifier: EUPL-1.2
"""The burgerservicenummer: off unless a law is named (UAVG 46), then one number with its own ground.

It stands in a table of its own, so that nothing reads it by accident, and on no paper.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.grond import GEWOON, past
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.tekst import Invoer

UIT = "Het burgerservicenummer is niet ingeschakeld. Dat doet u bij Inrichting, met de wet die het toestaat."
_LENGTE = 9


@dataclass(frozen=True, slots=True)
class Bsn:
    """Field names equal the columns of table persoon_bsn."""

    bsn: str
    grondslag: str
    noodzaak: str


@dataclass(frozen=True, slots=True)
class Bsngebruik:
    """May the number be recorded in this kluis, and which law says so."""

    aan: bool
    wet: str


def beoordeel_gebruik(invoer: Mapping[str, object], vandaag: date) -> Bsngebruik | list[Gebrek]:
    """Check what was typed to switch it on."""
    lees = Invoer(invoer, vandaag)
    wet = lees.regel("wet", "Welke wet staat dit toe", verplicht=True)
    return lees.gebreken or Bsngebruik(aan=True, wet=wet)


def beoordeel_bsn(
    invoer: Mapping[str, object], kader: Kader, vandaag: date, *, aan: bool
) -> Bsn | list[Gebrek]:
    """Check one number: the elfproef, a ground and why it cannot do without."""
    if not aan:
        return [Gebrek("bsn", UIT)]
    lees = Invoer(invoer, vandaag)
    nummer = _nummer(lees)
    bsn = Bsn(
        bsn=nummer,
        grondslag=lees.code("grondslag", "Op welke grond", bsngronden(kader, vandaag), verplicht=True),
        noodzaak=lees.tekst("noodzaak", "Waarom dit nummer nodig is", verplicht=True),
    )
    return lees.gebreken or bsn


def bsngronden(kader: Kader, vandaag: date) -> dict[str, str]:
    """The grounds to offer, code -> name."""
    return {g.code: g.naam for g in kader.grondslagen("ontvangen", op=vandaag) if past(g, GEWOON)}


def _nummer(lees: Invoer) -> str:
    getypt = lees.regel("bsn", "Burgerservicenummer", verplicht=True, maximum=20)
    if not getypt:
        return ""
    from stdnum.exceptions import ValidationError
    from stdnum.nl import bsn

    cijfers = getypt.replace(" ", "").replace(".", "")
    try:
        if len(cijfers) == _LENGTE and cijfers.isascii():
            return str(bsn.validate(cijfers))
    except ValidationError:
        pass
    lees.gebrek("bsn", "Dit nummer klopt niet. Een burgerservicenummer heeft negen cijfers.")
    return ""
