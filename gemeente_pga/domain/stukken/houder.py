# SPDX-License-Identifier: EUPL-1.2
"""A notice to one holder: what it has, what is wrong or over, what is asked, and a slip for the answer.

It holds nothing that this holder does not have already: of an item that the holder may only possibly have,
neither the words nor who brought it.
"""

from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.stukken.basis import Kop

GEWOON = ("Gedaan", "Deels gedaan, omdat …", "Niet gedaan, omdat …")
PAPIER = (
    "Alles teruggegeven op …",
    "Alles vernietigd op …",
    "Deels gedaan, omdat …",
    "Niet gedaan, omdat …",
)
"""The answers on the slip: to a correction, and to a request to give back or destroy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Houderbericht:
    """heeft: what this holder has. gegeven, juist: only for who surely has the item.

    antwoorden: what can be ticked on the slip; one that ends in … has a line to go on.
    """

    kop: Kop
    houder: str
    heeft: tuple[str, ...]
    waarom: str
    gevraagd: str
    gegeven: str = ""
    juist: str = ""
    antwoord_voor: date | None = None
    antwoorden: tuple[str, ...] = GEWOON
    contactpunt: str = ""
