# SPDX-License-Identifier: EUPL-1.2
"""Telefoonnotitie: the call at 16.50, typed while listening and worked out later."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.moment import lees_moment
from gemeente_pga.domain.signaal import JA_NEE, codes
from gemeente_pga.domain.tekst import Invoer


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
