# SPDX-License-Identifier: EUPL-1.2
"""What is recorded of a file that is added to a dossier: what it is, from whom, on what ground, for whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.informatie import NIET_VASTLEGGEN
from gemeente_pga.domain.kader import Code, Kader
from gemeente_pga.domain.tekst import Invoer


@dataclass(frozen=True, slots=True)
class Bijlage:
    """As typed; field names equal the columns of table bijlage."""

    omschrijving: str
    herkomst: str
    ontvangen_op: date | None
    grondslag: str
    markering: str


def markeringen(kader: Kader) -> tuple[Code, ...]:
    """What may be agreed on a file; a file that may not be recorded is not added at all."""
    return tuple(code for code in kader.codelijst("markering") if code.code != NIET_VASTLEGGEN)


def beoordeel_bijlage(invoer: Mapping[str, object], kader: Kader, vandaag: date) -> Bijlage | list[Gebrek]:
    """Check what was typed beside the file."""
    lees = Invoer(invoer, vandaag)
    gronden = frozenset(g.code for g in kader.grondslagen("ontvangen", op=vandaag))
    mag = frozenset(code.code for code in markeringen(kader))
    bijlage = Bijlage(
        omschrijving=lees.regel("omschrijving", "Wat is dit", verplicht=True),
        herkomst=lees.regel("herkomst", "Van wie komt dit", verplicht=True),
        ontvangen_op=lees.datum("ontvangen_op", "Ontvangen op"),
        grondslag=lees.code("grondslag", "Op welke grond kregen wij dit", gronden, verplicht=True),
        markering=lees.code("markering", "Wat mag hiermee gebeuren", mag, verplicht=True),
    )
    return lees.gebreken or bijlage
