# SPDX-License-Identifier: EUPL-1.2
"""Hired experts and bureaus: what for, on what ground, with which agreement, and until when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.tekst import Invoer, datum_kort

WAARSCHUW = timedelta(weeks=6)
"""So long before its end Bureau asks whether this party goes on."""


@dataclass(frozen=True, slots=True)
class ExternePartij:
    """As typed; field names equal the columns of table externe_partij."""

    naam: str
    waarvoor: str
    grondslag: str
    overeenkomst_op: date
    kenmerk: str
    geheimhouding: bool
    vanaf: date
    tot: date


@dataclass(frozen=True, slots=True)
class Externregel:
    """A party as recorded."""

    id: int
    inhoud: ExternePartij
    beeindigd_op: date | None = None

    def loopt(self, op: date) -> bool:
        """May it receive anything on that day? On the day it ends early it does not any more."""
        weg = self.beeindigd_op is not None and self.beeindigd_op <= op
        return self.inhoud.vanaf <= op <= self.inhoud.tot and not weg

    def stand(self, vandaag: date) -> str:
        """How it stands, in a few words."""
        if self.beeindigd_op is not None and self.beeindigd_op <= vandaag:
            return f"Beëindigd per {datum_kort(self.beeindigd_op)}"
        if self.inhoud.tot < vandaag:
            return f"Voorbij sinds {datum_kort(self.inhoud.tot)}"
        if vandaag < self.inhoud.vanaf:
            return f"Begint op {datum_kort(self.inhoud.vanaf)}"
        return f"Loopt tot en met {datum_kort(self.inhoud.tot)}"


def beoordeel_externe_partij(invoer: Mapping[str, object], vandaag: date) -> ExternePartij | list[Gebrek]:
    """Check a party: secrecy and an end are in its agreement, and it began after it was signed."""
    lees = Invoer(invoer, vandaag)
    getekend = lees.datum("overeenkomst_op", "Overeenkomst getekend op", verplicht=True)
    vanaf = lees.datum("vanaf", "Loopt vanaf", verplicht=True, toekomst=True)
    tot = lees.datum("tot", "Loopt tot en met", verplicht=True, toekomst=True)
    partij = ExternePartij(
        naam=lees.regel("naam", "Naam van de partij", verplicht=True),
        waarvoor=lees.tekst("waarvoor", "Waarvoor is deze partij ingehuurd", verplicht=True),
        grondslag=lees.regel("grondslag", "Op welke grond mag deze partij gegevens krijgen", verplicht=True),
        overeenkomst_op=getekend or vandaag,
        kenmerk=lees.regel("kenmerk", "Kenmerk van de overeenkomst", verplicht=True),
        geheimhouding=lees.ja("geheimhouding"),
        vanaf=vanaf or vandaag,
        tot=tot or vandaag,
    )
    if partij.grondslag and not any(teken.isdigit() for teken in partij.grondslag):
        lees.gebrek("grondslag", "Noem de wet en het artikel, zoals AVG, artikel 28.")
    if not partij.geheimhouding:
        lees.gebrek("geheimhouding", "Zonder geheimhouding krijgt niemand gegevens. Regel dat eerst.")
    if getekend is not None and vanaf is not None and vanaf < getekend:
        zin = f"De overeenkomst is getekend op {datum_kort(getekend)}. Eerder kan die niet lopen."
        lees.gebrek("vanaf", zin)
    if vanaf is not None and tot is not None and tot < vanaf:
        lees.gebrek("tot", f"Dit ligt vóór het begin, {datum_kort(vanaf)}. Controleer de datums.")
    return lees.gebreken or partij
