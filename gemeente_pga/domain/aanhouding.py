# SPDX-License-Identifier: EUPL-1.2
"""Waiting at the request of police or OM: one thing, for one reason, never without an end.

A hold is no restriction (AVG 18): that is a right of the betrokkene and has no end.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.tekst import Invoer, datum_kort, datum_lang

MAG_VRAGEN = frozenset({"politie", "om"})
"""The kinds of party that may ask for a hold."""
_LANGST = relativedelta(years=1)  # as long as the kader has no term: beyond it a new hold is asked for


@dataclass(frozen=True, slots=True)
class Aanhouding:
    """What waits and until when. Field names equal the columns of table aanhouding."""

    wat: str
    partij_id: int
    naam: str
    functie: str
    reden: str
    toelichting: str
    vanaf: date
    tot: date


@dataclass(frozen=True, slots=True)
class Einde:
    """How it goes on after a hold. Field names equal the columns of table aanhouding."""

    beeindigd_op: date
    vervolg: str


@dataclass(frozen=True, slots=True)
class Aanhoudingregel:
    """A hold as recorded. einde: None while nobody has ended it."""

    id: int
    partij: str
    inhoud: Aanhouding
    einde: Einde | None = None

    def stand(self, vandaag: date) -> str:
        """How it stands, in a few words."""
        if self.einde is not None:
            return f"Beëindigd op {datum_kort(self.einde.beeindigd_op)}"
        if self.inhoud.tot < vandaag:
            return "Voorbij: leg het vervolg vast"
        return f"Loopt tot en met {datum_kort(self.inhoud.tot)}"

    def voorbij(self, vandaag: date) -> str:
        """The sentence once the last day has gone by and nothing was recorded; empty before."""
        if self.einde is not None or self.inhoud.tot >= vandaag:
            return ""
        return f"Het wachten liep tot en met {datum_lang(self.inhoud.tot)}. Leg vast hoe het verder gaat."


def beoordeel_aanhouding(
    invoer: Mapping[str, object], kader: Kader, vandaag: date, *, partijen: Mapping[int, str]
) -> Aanhouding | list[Gebrek]:
    """Check a hold. partijen: the kind of every party that may be chosen, by id."""
    lees = Invoer(invoer, vandaag)
    partij_id = lees.sleutel("partij_id")
    if partijen.get(partij_id) not in MAG_VRAGEN:
        zin = "Wachten mag alleen op verzoek van politie of Openbaar Ministerie. Kies een van die twee."
        lees.gebrek("partij_id", zin)
    aanhouding = Aanhouding(
        wat=lees.code("wat", "Wat wacht", kader.codes("aanhouden_wat"), verplicht=True),
        partij_id=partij_id,
        naam=lees.regel("naam", "Wie vroeg dit", verplicht=True),
        functie=lees.regel("functie", "Functie", verplicht=True),
        reden=lees.code("reden", "Reden", kader.codes("reden_aanhouding"), verplicht=True),
        toelichting=lees.tekst("toelichting", "Toelichting", verplicht=True),
        vanaf=lees.datum("vanaf", "Vanaf", verplicht=True) or vandaag,
        tot=lees.datum("tot", "Tot en met", verplicht=True, toekomst=True) or vandaag,
    )
    if not any(gebrek.veld in {"vanaf", "tot"} for gebrek in lees.gebreken):
        _check_einde(lees, kader, aanhouding, vandaag)
    return lees.gebreken or aanhouding


def uiterlijk_tot(kader: Kader, vanaf: date) -> date:
    """The last day that a hold from this day may have; the form and the act ask the same."""
    periode = kader.streeftermijn("aanhouding_uiterlijk").periode
    return periode.after(vanaf) if periode else vanaf + _LANGST


def _check_einde(lees: Invoer, kader: Kader, aanhouding: Aanhouding, vandaag: date) -> None:
    uiterlijk = uiterlijk_tot(kader, aanhouding.vanaf)
    if aanhouding.tot <= aanhouding.vanaf or aanhouding.tot < vandaag:
        lees.gebrek("tot", "Kies een einddatum die nog komt. Wachten mag altijd maar tot een dag.")
    elif aanhouding.tot > uiterlijk:
        zin = f"Zo lang kan niet. Kies uiterlijk {datum_kort(uiterlijk)} en kijk dan opnieuw."
        lees.gebrek("tot", zin)


def beoordeel_einde(
    invoer: Mapping[str, object], kader: Kader, vandaag: date, *, vanaf: date
) -> Einde | list[Gebrek]:
    """Check how a hold ends: it never just lapses, somebody says what comes after it."""
    del kader
    lees = Invoer(invoer, vandaag)
    einde = Einde(
        beeindigd_op=lees.datum("beeindigd_op", "Beëindigd op", verplicht=True) or vandaag,
        vervolg=lees.tekst("vervolg", "Hoe het verder gaat", verplicht=True),
    )
    if einde.beeindigd_op < vanaf:
        lees.gebrek("beeindigd_op", f"Het wachten begon op {datum_kort(vanaf)}. Controleer de datum.")
    return lees.gebreken or einde
