# SPDX-License-Identifier: EUPL-1.2
"""What several documents share: the head, an action, one piece of input, the informing decision.

Texts are as the reader sees them; codes have been turned into words before they come here.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from gemeente_pga.domain.informatie import (
    CITEREN_NA_AKKOORD,
    NIET_VASTLEGGEN,
    NIET_VERSTREKKEN,
    TER_KENNISNEMING,
    VRIJ,
)


class Staat(StrEnum):
    """How far a document has come."""

    CONCEPT = "concept"
    TER_REACTIE = "ter_reactie"
    VASTGESTELD = "vastgesteld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """The head of every document; also what stands in header and footer of each page.

    nummers: case numbers, or the number of the dossier while there is no case (nummersoort says which).
    overgenomen: recorded from paper. oefening: made in the practice kluis. accentkleur: "#rrggbb" or "".
    bestemd_voor: the one partner that this edition was made for; "" = no edition for a partner.
    """

    gemeente: str
    documentsoort: str
    kenmerk: str
    datum: date
    nummers: tuple[str, ...] = ()
    nummersoort: str = "Casus"
    vertrouwelijkheid: str = "Vertrouwelijk – persoonsgerichte aanpak"
    staat: Staat = Staat.CONCEPT
    overgenomen: bool = False
    oefening: bool = False
    accentkleur: str = ""
    logo: bytes | None = None
    bestemd_voor: str = ""


def actienummer(overleg: str, nummer: int) -> str:
    """The number of an action outside the papers of its own meeting: they all begin at 1 there."""
    return f"{overleg} nr.\N{NO-BREAK SPACE}{nummer}" if overleg else f"{nummer or ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actie:
    """One action: one owner, one date. informering: what the betrokkene has been told of it.

    overleg: the meeting that numbered it, in a paper that is not of that meeting.
    """

    nummer: int
    wat: str
    wie: str
    voor: date | None = None
    maat: str = ""
    conditie: str = ""
    informering: str = ""
    status: str = ""
    toelichting: str = ""
    overleg: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbreng:
    """One piece of information that somebody brought, with where it comes from and on what ground.

    markering: code of domain/informatie.py. merkteken: said in bold of data that are not ordinary.
    alleen_voor: parties that may have it; empty = all at the table.
    """

    gever: str
    tekst: str
    nummer: int = 0
    naam: str = ""
    soort_uitspraak: str = ""
    bron: str = ""
    gebeurd_op: date | None = None
    ontvangen_op: date | None = None
    grondslag_gever: str = ""
    grondslag_ontvanger: str = ""
    doel: str = ""
    categorie: str = ""
    merkteken: str = ""
    noodzaak: str = ""
    verkregen: str = ""
    nagegaan: str = ""
    vindplaats: str = ""
    gevonden_op: date | None = None
    schriftelijk: bool = False
    einddatum: date | None = None
    markering: str = VRIJ
    akkoord_bronhouder: bool = False
    alleen_voor: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Informeren:
    """The decision whether the betrokkene is told; never a plain yes or no. besluit: "" = not taken yet."""

    besluit: str = ""
    grondslag: str = ""
    reden: str = ""
    door: str = ""
    opnieuw_op: date | None = None
    besloten_op: date | None = None
    uitgevoerd_op: date | None = None
    hoe: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KaderVermelding:
    """The legal framework a document rests on; opmerkingen: sentences on what nobody has vastgesteld."""

    titel: str = ""
    versie: str = ""
    opmerkingen: tuple[str, ...] = ()


def select_inbreng(
    inbreng: Iterable[Inbreng], *, intern: bool, steunt: bool, lezers: frozenset[str] = frozenset()
) -> tuple[Inbreng, ...]:
    """What of the input may stand on paper.

    intern: the coordinator's own copy. steunt: a decision rests on input that is not recorded, so the reader
    is told that there was some. lezers: the parties that get the copy.
    Text that may not be shown is not in the result, so it cannot be frozen or printed by mistake.
    """
    zichtbaar = (_select_item(item, intern=intern, steunt=steunt, lezers=lezers) for item in inbreng)
    return tuple(item for item in zichtbaar if item is not None)


def inbreng_voor(inbreng: Iterable[Inbreng], partij: str) -> tuple[Inbreng, ...]:
    """What of the input this one partner may have. Who else may have it is nobody's business there."""
    mag = select_inbreng(inbreng, intern=False, steunt=False, lezers=frozenset({partij}))
    return tuple(replace(item, alleen_voor=()) for item in mag)


def _select_item(item: Inbreng, *, intern: bool, steunt: bool, lezers: frozenset[str]) -> Inbreng | None:
    onder_ons = not item.alleen_voor or lezers <= {*item.alleen_voor, item.gever}
    match item.markering:
        case m if m == VRIJ:
            mag = intern or onder_ons
            reden = "die niet met iedereen aan tafel wordt gedeeld"
        case m if m == CITEREN_NA_AKKOORD:
            mag, reden = (
                intern or (item.akkoord_bronhouder and onder_ons),
                "die pas na akkoord van de bronhouder wordt geciteerd",
            )
        case m if m == NIET_VERSTREKKEN:
            mag, reden = intern, "die niet verder wordt verstrekt"
        case m if m == TER_KENNISNEMING:
            mag, reden = False, "die alleen ter kennisneming was"
        case m if m == NIET_VASTLEGGEN:
            mag, reden = False, "die niet is vastgelegd"
        case _:
            mag, reden = False, "die hier niet wordt getoond"
    if mag:
        return item
    if not steunt:
        return None
    return _only_that(item, reden)


def _only_that(item: Inbreng, reden: str) -> Inbreng:
    """Nothing of the item but that it was brought."""
    leeg = Inbreng(gever=item.gever, tekst=f"Heeft informatie ingebracht {reden}.")
    return replace(leeg, nummer=item.nummer, naam=item.naam)
