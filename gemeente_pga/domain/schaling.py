# SPDX-License-Identifier: EUPL-1.2
"""Op- en afschalen: after a review, somebody else takes over a part; five answers, never one text."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.tekst import Invoer, datum_kort

RICHTINGEN = {"op": "Opschalen", "af": "Afschalen"}


@dataclass(frozen=True, slots=True)
class Schaling:
    """What goes where. Field names equal the columns of table schaling."""

    richting: str
    datum: date
    naar: str
    reden: str
    wat_verhuist: str
    wat_blijft: str
    wie_vertelt: str
    besloten_door: str


def beoordeel_schaling(
    invoer: Mapping[str, object], kader: Kader, vandaag: date, *, vanaf: date | None = None
) -> Schaling | list[Gebrek]:
    """Check op- or afschalen. vanaf: the day of the review that it follows on."""
    del kader
    lees = Invoer(invoer, vandaag)
    schaling = Schaling(
        richting=lees.code("richting", "Op- of afschalen", tuple(RICHTINGEN), verplicht=True),
        datum=lees.datum("datum", "Vanaf", verplicht=True) or vandaag,
        naar=lees.regel("naar", "Naar wie", verplicht=True),
        reden=lees.tekst("reden", "Reden", verplicht=True),
        wat_verhuist=lees.tekst("wat_verhuist", "Wat verhuist", verplicht=True),
        wat_blijft=lees.tekst("wat_blijft", "Wat blijft", verplicht=True),
        wie_vertelt=lees.regel("wie_vertelt", "Wie het de betrokkene vertelt", verplicht=True),
        besloten_door=lees.regel("besloten_door", "Wie besloot dit", verplicht=True),
    )
    if vanaf is not None and schaling.datum < vanaf and not lees.gebreken:
        lees.gebrek("datum", f"De herbeoordeling was op {datum_kort(vanaf)}. Kies die dag of een latere.")
    return lees.gebreken or schaling
