# SPDX-License-Identifier: EUPL-1.2
"""Who has what: derived from who sat at the table, who holds paper and to whom something was given.

Nothing here is stored: a holder follows from what happened. Who was given something with words of its own,
or got an edition, has what that held and nothing else. Of other paper the words are not compared: whoever
holds it has an item "possibly"; the screen and the notice say so.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from gemeente_pga.domain.informatie import CITEREN_NA_AKKOORD, VRIJ
from gemeente_pga.domain.tekst import kale_letters

Tafel = tuple[str, int]  # ("weging", id) or ("bespreking", id)
_VOLUIT = MappingProxyType(
    {
        "ZVH": "Zorg- en Veiligheidshuis",
        "OM": "Openbaar Ministerie",
        "RvdK": "Raad voor de Kinderbescherming",
        "LSE": "Landelijk Steunpunt Extremisme",
    }
)
_AFKORTING = re.compile(rf"(?<![(\w-])({'|'.join(_VOLUIT)})(?![)\w-])")


def voluit(naam: str) -> str:
    """A name for who does not know our abbreviations; one between brackets stands beside its own words."""
    return _AFKORTING.sub(lambda gevonden: _VOLUIT[gevonden[1]], naam)


class Bron(StrEnum):
    """How somebody came to have it."""

    TAFEL = "tafel"  # sat at the table where the dossier was discussed
    EXEMPLAAR = "exemplaar"  # holds a copy, or held one that was not destroyed
    VERSTREKKING = "verstrekking"
    SPOED = "spoed"  # was told by telephone, in acute danger
    DOORGELEID = "doorgeleid"  # a signal or casus was handed over


@dataclass(frozen=True, slots=True)
class Contact:
    """One time that something of the dossier reached somebody.

    zeker: it is known that they were there. items: the items that this held; None: not known which.
    stil: they were told without a word about the approach, so no letter may mention it either.
    kwijt: it is a copy that is missing, so they do not have it now.
    """

    bron: Bron
    houder: str
    partij_id: int | None
    heeft: str
    op: date
    zeker: bool = True
    tafel: Tafel | None = None
    signaal_id: int | None = None
    items: frozenset[int] | None = None
    stil: bool = False
    kwijt: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """What must be known of one piece of information to say who has it.

    bekend_op: the day it was brought. akkoord: its giver agreed that it be quoted.
    """

    id: int
    bekend_op: date
    tafel: Tafel | None
    signaal_id: int | None
    gever: int | None
    markering: str
    deelbaar_met: frozenset[int] = frozenset()
    akkoord: bool = False

    @property
    def gaat_verder(self) -> bool:
        """May it have been repeated at a later table, or stand on paper?"""
        return self.markering == VRIJ or (self.markering == CITEREN_NA_AKKOORD and self.akkoord)


@dataclass(frozen=True, slots=True)
class Houder:
    """Somebody who has something of the dossier, or of one item of it."""

    houder: str
    partij_id: int | None
    heeft: str
    sinds: date
    zeker: bool
    bron: Bron
    stil: bool = False
    kwijt: bool = False


@dataclass(frozen=True, slots=True)
class Houdergroep:
    """One holder with all that it has: an organisation, or a person of no party we know.

    stil: does not know that there is an approach, and is told by word of mouth only.
    kwijt: had only copies, and all of them are missing.
    """

    naam: str
    partij_id: int | None
    heeft: tuple[str, ...]
    sinds: date
    zeker: bool
    stil: bool = False
    kwijt: bool = False


def holders(contacten: Iterable[Contact], item: Item | None = None) -> tuple[Houder, ...]:
    """Everybody who has something of the dossier; with an item: who has, or may have, that item."""
    uit = []
    for contact in contacten:
        zeker = contact.zeker if item is None else _has(contact, item)
        if zeker is not None:
            houder = Houder(
                voluit(contact.houder),
                contact.partij_id,
                contact.heeft,
                contact.op,
                zeker,
                contact.bron,
                contact.stil,
                contact.kwijt,
            )
            uit.append(houder)
    return tuple(sorted(uit, key=lambda h: (h.sinds, h.houder, h.heeft)))


def _has(contact: Contact, item: Item) -> bool | None:
    """Surely (True), possibly (False), or not (None)."""
    if contact.items is not None:  # it is known which items, so no others
        return contact.zeker if item.id in contact.items else None
    if not _may_have(contact.partij_id, item):
        return None
    if contact.tafel is not None and contact.tafel == item.tafel:
        return contact.zeker
    if contact.bron in {Bron.SPOED, Bron.DOORGELEID} and contact.signaal_id is not None:
        return False if contact.signaal_id == item.signaal_id else None
    if contact.op < item.bekend_op or not item.gaat_verder:
        return None
    return False


def not_reached(contacten: Iterable[Contact], item: Item) -> tuple[str, ...]:
    """Who was given something else and, as far as is recorded, not this item: no notice goes to them."""
    alle = tuple(contacten)
    wel = {_sleutel(c.partij_id, voluit(c.houder)) for c in alle if _has(c, item) is not None}
    anders = {
        _sleutel(c.partij_id, voluit(c.houder)): voluit(c.houder)
        for c in alle
        if c.bron is Bron.VERSTREKKING and c.items is not None and item.id not in c.items
    }
    return tuple(sorted(naam for sleutel, naam in anders.items() if sleutel not in wel))


def _sleutel(partij_id: int | None, naam: str) -> object:
    """One holder: an organisation by its id, anybody else by the name, however it was typed."""
    return " ".join(kale_letters(naam).split()) if partij_id is None else partij_id


def _may_have(partij_id: int | None, item: Item) -> bool:
    """An item for some parties only did not reach the others; whose party we do not know, may have it."""
    return not item.deelbaar_met or partij_id is None or partij_id in item.deelbaar_met | {item.gever}


def per_holder(lijst: Iterable[Houder], partijen: dict[int, str]) -> tuple[Houdergroep, ...]:
    """One for each organisation, by its name, and one for each person outside those we know."""
    groepen: dict[object, list[Houder]] = {}
    for houder in lijst:
        groepen.setdefault(_sleutel(houder.partij_id, houder.houder), []).append(houder)
    return tuple(
        Houdergroep(
            naam=_group_name(delen, partijen),
            partij_id=delen[0].partij_id,
            heeft=tuple(dict.fromkeys(_says(deel) for deel in delen)),
            sinds=min(deel.sinds for deel in delen),
            zeker=any(deel.zeker for deel in delen if not deel.kwijt),
            stil=all(deel.stil for deel in delen),
            kwijt=all(deel.kwijt for deel in delen),
        )
        for delen in groepen.values()
    )


def _group_name(delen: list[Houder], partijen: dict[int, str]) -> str:
    if delen[0].partij_id is None:
        return delen[0].houder
    return voluit(partijen.get(delen[0].partij_id) or delen[0].houder)


def _says(houder: Houder) -> str:
    """What this holder has, as the notice and the screen say it."""
    return houder.heeft if houder.zeker or houder.kwijt else f"{houder.heeft} (mogelijk)"
