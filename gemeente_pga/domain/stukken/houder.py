# SPDX-License-Identifier: EUPL-1.2
"""A notice to one holder: what it has, what is wrong or over, what is asked, and a slip for the answer.

It holds nothing that this holder does not have already: of an item that the holder may only possibly have,
neither the words nor who brought it.
"""

from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.stukken.basis import Kop


@dataclass(frozen=True, slots=True, kw_only=True)
class Houderbericht:
    """heeft: what this holder has. gegeven, juist: only for who surely has the item."""

    kop: Kop
    houder: str
    heeft: tuple[str, ...]
    waarom: str
    gevraagd: str
    gegeven: str = ""
    juist: str = ""
    antwoord_voor: date | None = None
    contactpunt: str = ""
