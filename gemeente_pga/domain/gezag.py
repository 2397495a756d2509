# SPDX-License-Identifier: EUPL-1.2
"""Who holds parental authority over a minor; under sixteen that person exercises the rights (UAVG 5(4))."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.tekst import Invoer

ZELF_VANAF = 16
BRON = "UAVG, artikel 5, vierde lid"


@dataclass(frozen=True, slots=True)
class Gezag:
    """Field names equal the columns of table gezag."""

    naam: str
    hoedanigheid: str
    contact: str
    bron: str


def is_onder_zestien(geboortedatum: date | None, op: date) -> bool:
    """On that day. On the sixteenth birthday somebody speaks for himself; an unknown age counts as of age."""
    return geboortedatum is not None and op < geboortedatum + relativedelta(years=ZELF_VANAF)


def beoordeel_gezag(invoer: Mapping[str, object], kader: Kader, vandaag: date) -> Gezag | list[Gebrek]:
    """Check who holds authority, and how that is known."""
    lees = Invoer(invoer, vandaag)
    gezag = Gezag(
        naam=lees.regel("naam", "Naam", verplicht=True),
        hoedanigheid=lees.code(
            "hoedanigheid", "Wie het gezag heeft", kader.codes("hoedanigheid_gezag"), verplicht=True
        ),
        contact=lees.regel("contact", "Adres of telefoon"),
        bron=lees.regel("bron", "Hoe weet u dit", verplicht=True),
    )
    return lees.gebreken or gezag
