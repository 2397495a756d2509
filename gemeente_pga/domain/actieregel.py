# SPDX-License-Identifier: EUPL-1.2
"""A line of notes read as an action: "Aydın – uitstel bespreken (vóór 23-10)". Only a proposal to look at.

Also completes a day without a year, as people write it in a meeting; the user sees the full date at once.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.persoon import split_naam, volledige_naam
from gemeente_pga.domain.tekst import kale_letters, normalise, parse_datum

_VOOR = re.compile(
    r"(?P<rest>.*)[\s,;(](?:uiterlijk|v[oó][oó]r|tot)\s+(?P<dag>[^()]+?)\s*\)?\s*[.;]?",
    re.IGNORECASE | re.DOTALL,
)
_LOS = re.compile(r"\s+[–—-]\s+|:\s+")
_LIJSTTEKEN = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+")
_KORT = re.compile(r"\d{1,2} ?[-./] ?\d{1,2}")
_MEESTE_WOORDEN = 4  # a name has no more; what is longer is a sentence


@dataclass(frozen=True, slots=True)
class Actievoorstel:
    """What the line seems to say. wie: as it stands in the list of participants, when one fits."""

    wat: str
    wie: str = ""
    voor: date | None = None


def without_lijstteken(regel: str) -> str:
    """The line without the dash or number before it."""
    return _LIJSTTEKEN.sub("", normalise(regel))


def propose_actie(regel: str, namen: Iterable[str], vanaf: date) -> Actievoorstel:
    """Who, what and before when, as far as the line says so; the first such day on or after vanaf."""
    tekst = without_lijstteken(regel)
    voor = None
    treffer = _VOOR.fullmatch(tekst)
    if treffer and (voor := complete_datum(treffer["dag"], vanaf=vanaf)):
        tekst = treffer["rest"].rstrip(" ,;(")
    deel = _LOS.split(tekst, maxsplit=1)
    wie = find_naam(deel[0], namen) if len(deel) > 1 else ""
    wat = (deel[1] if wie else tekst).strip().rstrip(";")
    return Actievoorstel(wat[:1].upper() + wat[1:], wie, voor)


def complete_datum(tekst: str, *, vanaf: date | None = None, tot: date | None = None) -> date | None:
    """A typed date; without a year the first one from vanaf on, or the last one until tot."""
    dag = parse_datum(tekst)
    if dag is not None:
        return dag
    kaal = tekst.strip().rstrip("-./ ")
    grens = vanaf or tot
    if not kaal or grens is None:
        return None
    jaren = (grens.year, grens.year + 1) if vanaf else (grens.year, grens.year - 1)
    los = "-" if _KORT.fullmatch(kaal) else " "
    for jaar in jaren:
        dag = parse_datum(f"{kaal}{los}{jaar}")
        if dag is not None and (dag >= grens if vanaf else dag <= grens):
            return dag
    return None


def find_naam(tekst: str, namen: Iterable[str]) -> str:
    """The participant that is meant; else what was typed when it looks like a name; else nothing."""
    gevraagd = _naamwoorden(tekst)
    if not gevraagd:
        return ""
    woorden = {naam: _naamwoorden(naam) for naam in namen}
    passend = [naam for naam, eigen in woorden.items() if eigen == gevraagd] or [
        naam for naam, eigen in woorden.items() if eigen[-len(gevraagd) :] == gevraagd
    ]
    if len(passend) == 1:
        return passend[0]
    is_naam = len(tekst.split()) <= _MEESTE_WOORDEN and tekst.strip()[:1].isupper()
    return tekst.strip() if is_naam else ""


def _naamwoorden(naam: str) -> list[str]:
    """The words of a name, whatever its title, accents, dots and kind of apostrophe: mr. P. van 't Hoff."""
    kaal = kale_letters(volledige_naam(split_naam(naam)))
    return kaal.replace(".", " ").replace("'", "").split()
