# SPDX-License-Identifier: EUPL-1.2
"""Sentences that are typed again and again in minutes: kept once, put in with a key. Never about one person.

A place to fill in is three dots, kept as one sign; the cursor goes along them.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.tekst import Invoer, kale_letters

INVULPLEK = "…"
MAX_ZIN = 600
OVERAL = "overal"
# Where a sentence is offered: the property standaardzin of a field in forms/ names one of these.
PLEKKEN: Mapping[str, str] = {
    OVERAL: "Overal",
    "agenda": "Waarom op de agenda",
    "inbreng": "Inbreng",
    "overwegingen": "Overwegingen",
    "besluit": "Besluit",
    "actie": "Actie",
    "voortgang": "Stand van een actie",
    "informeren": "Informeren van betrokkene",
}


@dataclass(frozen=True, slots=True)
class Standaardzin:
    """One sentence and where it is offered. id: its number in the list, 0 while it has none."""

    tekst: str
    plek: str
    id: int = 0


_MEEGELEVERD = (
    ("agenda", "De stand van de acties bespreken en bezien of de aanpak nog nodig is."),
    ("inbreng", "De deelnemer bracht geen nieuwe informatie in."),
    ("inbreng", "Sinds … zijn er bij ons geen nieuwe feiten."),
    ("overwegingen", "Er is niets nieuws ingebracht. De afweging van het vorige overleg blijft gelden."),
    ("overwegingen", "Een lichter middel is besproken. Dat volstaat niet, omdat …"),
    ("overwegingen", "Of … klopt, is nog onbekend. Het overleg betrekt dit niet bij het besluit."),
    ("overwegingen", "Vóór dit besluit spreekt dat … en ertegen spreekt dat …"),
    ("besluit", "Zet de aanpak ongewijzigd voort tot het volgende overleg."),
    ("besluit", "Houd het besluit over … aan tot …"),
    ("besluit", "Schaal af naar …, omdat …"),
    ("actie", "Terugkoppelen aan de procesregisseur over …"),
    ("actie", "Nagaan of …, en de uitkomst melden in het volgende overleg"),
    ("voortgang", "Loopt volgens afspraak; de uitkomst volgt uiterlijk …"),
    ("informeren", "Nu nog niet informeren, omdat …"),
    (OVERAL, "Afgesproken is dat … uiterlijk … terugkoppelt aan de procesregisseur."),
)
MEEGELEVERD: tuple[Standaardzin, ...] = tuple(
    Standaardzin(tekst, plek, nummer) for nummer, (plek, tekst) in enumerate(_MEEGELEVERD, start=1)
)


def lees_zinnen(bewaard: str) -> tuple[Standaardzin, ...]:
    """The list as it is kept; what came along when none was ever kept."""
    if not bewaard:
        return MEEGELEVERD
    return tuple(Standaardzin(**rij) for rij in json.loads(bewaard))


def schrijf_zinnen(zinnen: Sequence[Standaardzin]) -> str:
    """The list as lees_zinnen takes it."""
    return json.dumps([asdict(zin) for zin in zinnen], ensure_ascii=False)


def met_zin(zinnen: Sequence[Standaardzin], zin: Standaardzin) -> tuple[Standaardzin, ...]:
    """The list with this one in it: in the place of the one with its number, or at the end."""
    if any(een.id == zin.id for een in zinnen):
        return tuple(zin if een.id == zin.id else een for een in zinnen)
    nummer = zin.id or max((een.id for een in zinnen), default=0) + 1
    return (*zinnen, replace(zin, id=nummer))


def kies_zinnen(zinnen: Sequence[Standaardzin], plek: str, gezocht: str = "") -> tuple[Standaardzin, ...]:
    """What is offered here: first of this place, then of everywhere. Of elsewhere only when that is all."""
    woorden = kale_letters(gezocht).split()
    past = [zin for zin in zinnen if all(woord in kale_letters(zin.tekst) for woord in woorden)]
    hier = [zin for zin in past if zin.plek == plek and plek != OVERAL]
    hier += [zin for zin in past if zin.plek == OVERAL]
    return tuple(hier) or (tuple(past) if woorden else ())


def beoordeel_zin(
    invoer: Mapping[str, object], vandaag: date, zinnen: Sequence[Standaardzin] = (), eigen_id: int = 0
) -> Standaardzin | list[Gebrek]:
    """The sentence, or what is wrong with it; `zinnen`: those there are, of which `eigen_id` is this one."""
    lees = Invoer(invoer, vandaag)
    tekst = lees.tekst("tekst", "Zin", verplicht=True, maximum=MAX_ZIN).replace("...", INVULPLEK)
    plek = lees.code("plek", "Waar", PLEKKEN, verplicht=True)
    if any(zin.tekst == tekst and zin.plek == plek and zin.id != eigen_id for zin in zinnen):
        lees.gebrek("tekst", "Deze zin staat er al.")
    return lees.gebreken or Standaardzin(tekst, plek, eigen_id)


# A word with a capital inside a sentence, or initials; a word of capitals only (OM, GGZ) is an organisation.
_WOORD = re.compile(r"(?<![\w-])(?:[A-ZÀ-Þ]\.\s?)+(?=[A-ZÀ-Þa-z])|(?<![\w-])[A-ZÀ-Þ][\w'’]*[a-zà-ÿ][\w'’-]*")
_BEGIN = re.compile(r"(?:^|[.!?:…]|\n)[\s“\"'‘(]*$")
_GEWOON = frozenset(
    (
        "zorg-", "zorg", "veiligheidshuis", "openbaar", "ministerie", "officier", "raad", "kinderbescherming",
        "reclassering", "politie", "gemeente", "veilig", "thuis", "wet", "halt", "wmo", "jeugdwet",
    )
)  # fmt: skip
NAAMHINT = "Is “{woord}” een naam? Een standaardzin noemt niemand: hij komt in andere dossiers terug."


def mogelijke_namen(tekst: str) -> tuple[str, ...]:
    """Words that may be a name; a quiet question, no more. The first word of a sentence is not looked at."""
    uit = []
    for vondst in _WOORD.finditer(tekst):
        woord = vondst[0].strip()
        voorletters = woord.endswith(".")
        if voorletters or (not _BEGIN.search(tekst[: vondst.start()]) and woord.casefold() not in _GEWOON):
            uit.append(woord)
    return tuple(uit)
