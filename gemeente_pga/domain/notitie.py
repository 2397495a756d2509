# SPDX-License-Identifier: EUPL-1.2
"""Telefoonnotitie: the call at 16.50, typed while listening and worked out later.

Whoever calls is called back through a number that was known already: a voice can say any name.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.moment import lees_moment, read_moment
from gemeente_pga.domain.signaal import JA_NEE, Keuzes, codes
from gemeente_pga.domain.tekst import Invoer

JA, KAN_NIET = "ja", "kan_niet"
TERUGGEBELD: Final[Keuzes] = (
    (JA, "Ja, via een bekend nummer"),
    (KAN_NIET, "Terugbellen kan niet"),
)


@dataclass(frozen=True, slots=True)
class Telefoonnotitie:
    """The call at 16.50, as typed while listening."""

    tekst: str
    beller: str
    terugbelnummer: str
    acuut: bool
    ontvangen_op: str


def beoordeel_notitie(invoer: Mapping[str, object], nu: datetime) -> Telefoonnotitie | list[Gebrek]:
    """A note needs its text, ja or nee to acute danger, and the moment of the call. Nothing else."""
    lezer = Invoer(invoer, nu.date())
    tekst = lezer.tekst("tekst", "Wat de beller vertelt", verplicht=True)
    beller = lezer.regel("beller", "Beller")
    nummer = lezer.regel("terugbelnummer", "Terugbelnummer", maximum=50)
    acuut = lezer.code("acuut", "Acuut gevaar", codes(JA_NEE), verplicht=True)
    ontvangen = lees_moment(lezer, invoer, "ontvangen_op", "ontvangen_tijd", "Ontvangen op", nu)
    return lezer.gebreken or Telefoonnotitie(tekst, beller, nummer, acuut == "ja", ontvangen)


@dataclass(frozen=True, slots=True)
class Terugbellen:
    """The caller was called back, or why that cannot be. Field names equal columns of telefoonnotitie."""

    teruggebeld: str
    teruggebeld_op: str
    teruggebeld_via: str


def beoordeel_terugbellen(
    invoer: Mapping[str, object], nu: datetime, notitie: Telefoonnotitie
) -> Terugbellen | list[Gebrek]:
    """The number that the caller gave proves nothing: it counts only with where it was found."""
    lezer = Invoer(invoer, nu.date())
    hoe = lezer.code("teruggebeld", "Hebt u teruggebeld", codes(TERUGGEBELD), verplicht=True)
    op = lees_moment(lezer, invoer, "teruggebeld_op", "teruggebeld_tijd", "Wanneer", nu)
    naam = "Waarom terugbellen niet kan" if hoe == KAN_NIET else "Via welk bekend nummer"
    via = lezer.regel("teruggebeld_via", naam, verplicht=True)
    if op and read_moment(op) < read_moment(notitie.ontvangen_op):
        lezer.gebrek("teruggebeld_op", "Dit ligt vóór het telefoontje zelf. Controleer dag en tijd.")
    if hoe == JA and _is_van_beller(via, notitie.terugbelnummer):
        lezer.gebrek(
            "teruggebeld_via", "Dit nummer gaf de beller zelf. Schrijf erbij waar u het zelf hebt gevonden."
        )
    return lezer.gebreken or Terugbellen(hoe, op, via)


def _is_van_beller(via: str, terugbelnummer: str) -> bool:
    """Only the number that was given on the telephone, and not a word about where else it stands."""
    cijfers = "".join(teken for teken in terugbelnummer if teken.isdigit())
    eigen = "".join(teken for teken in via if teken.isdigit())
    return bool(cijfers) and eigen == cijfers and not any(teken.isalpha() for teken in via)
