# SPDX-License-Identifier: EUPL-1.2
"""Puts neutral words in the place of names in a text: for the FG, before a reason was given.

Hides what counts as a name in running text: other case and accents, "Daans", initials, "van der", an ordinary
word that is somebody's surname too. It knows the names that stand in the kluis as names, and no others.
"""

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass

from gemeente_pga.domain.lekcontrole import GEWOON_WOORD
from gemeente_pga.domain.persoon import NAAMDEEL_VOORAF, TUSSENVOEGSELS
from gemeente_pga.domain.tekst import kale_letters

BETROKKENE, NAASTE, MELDER, VERZOEKER = "betrokkene", "naaste", "melder", "verzoeker"
_RANG = (BETROKKENE, NAASTE, MELDER, VERZOEKER)
_KORTST = 4  # letters; a shorter word counts with a capital only
_KORT, _MEESTE = 48, 20_000  # characters of a text, and how many of those, whose outcome is remembered
_WOORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"[a-z0-9_]+|\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?")  # or a moment
# Between two words of one name: signs, initials and words such as "van der".
_TUSSEN = re.compile(
    r"(?:[\s.,'’`´‐‑–-]|\b[^\W\d_]{{1,2}}\.|\b(?:{})\b)*".format(
        "|".join(sorted(TUSSENVOEGSELS | NAAMDEEL_VOORAF))
    ),
    re.IGNORECASE,
)
_AANLOOP = re.compile(
    r"(?:\b(?:{})\s+|\b[^\W\d_]{{1,2}}\.\s*)+$".format("|".join(sorted(NAAMDEEL_VOORAF | TUSSENVOEGSELS))),
    re.IGNORECASE,
)
# In a field where a name may be typed, but a description too ("docent", "onbekende jongen").
_GEEN_NAAM = frozenset({
    "anoniem", "anonieme", "beller", "broer", "buur", "buurman", "buurvrouw", "coach", "collega", "dame",
    "de", "dochter", "docent", "docente", "een", "haar", "heer", "het", "iemand", "jongen", "jongere", "juf",
    "man", "medewerker", "medewerkster", "meester", "meisje", "melder", "meldster", "meneer", "mentor",
    "mevrouw",
    "mijnheer", "moeder", "niet", "onbekend", "onbekende", "opa", "oma", "ouder", "ouders", "persoon",
    "tante", "vader", "vriend", "vriendin", "vrouw", "wijkagent", "zijn", "zoon", "zus",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Naam:
    """A name as it stands in the kluis. vrij: from a field that may hold a description instead."""

    tekst: str
    wie: str
    dossier_id: int | None
    vrij: bool = False


class Masker:
    """The names of the dossiers that are screened off."""

    def __init__(
        self,
        namen: Iterable[Naam],
        open_: frozenset[int],
        gewoon: Iterable[str] = (),
        vorm: str = "{}",
    ) -> None:
        """open_: dossiers for which a reason was given. gewoon: names of organisations. vorm: "[{}]"."""
        self._vorm = vorm
        geen = _GEEN_NAAM | {kaal for tekst in gewoon for kaal in _kaal(tekst)}
        self._wie: dict[str, str] = {}
        self._eigen: dict[int, set[str]] = {}
        for naam in namen:
            woorden = _naamwoorden(naam, geen)
            if naam.dossier_id in open_ and naam.dossier_id is not None:
                self._eigen.setdefault(naam.dossier_id, set()).update(woorden)
                continue
            for woord in woorden:
                if woord not in self._wie or _RANG.index(naam.wie) < _RANG.index(self._wie[woord]):
                    self._wie[woord] = naam.wie
        self._bekend: dict[str, str] = {}
        self._gezien: dict[str, str] = {}  # short texts come back in row after row

    def tekst(self, tekst: str, dossier_id: int | None = None) -> str:
        """The text with neutral words for names. dossier_id: whose text it is, if that has been opened."""
        if not self._wie:
            return tekst
        eigen: set[str] = self._eigen.get(dossier_id or 0, set())
        if eigen or len(tekst) > _KORT:
            return self._vervang(tekst, eigen)
        uit = self._gezien.get(tekst)
        if uit is None:
            uit = self._vervang(tekst, eigen)
            if len(self._gezien) < _MEESTE:
                self._gezien[tekst] = uit
        return uit

    def _vervang(self, tekst: str, eigen: set[str]) -> str:
        if _CODE.fullmatch(tekst):
            return tekst
        uit: list[str] = []
        klaar, laatste = 0, None  # laatste: the neutral word that stands at the end of uit
        for treffer in _WOORD.finditer(tekst):
            wie = self._wie_is(treffer.group(), eigen)
            if not wie:
                continue
            tussen = tekst[klaar : treffer.start()]
            if laatste is not None and _TUSSEN.fullmatch(tussen):
                klaar = treffer.end()
                continue
            uit.append(_AANLOOP.sub("", tussen))
            uit.append(self._vorm.format(wie))
            klaar, laatste = treffer.end(), wie
        uit.append(tekst[klaar:])
        return "".join(uit)

    def _wie_is(self, woord: str, eigen: set[str]) -> str:
        wie = self._bekend.get(woord)
        if wie is None:
            wie = self._bekend[woord] = self._zoek(woord)
        return "" if not wie or _stam(kale_letters(woord), eigen) else wie

    def _zoek(self, woord: str) -> str:
        kaal = kale_letters(woord)
        stam = _stam(kaal, self._wie)
        telt = woord[0].isupper() or (len(stam) >= _KORTST and stam not in GEWOON_WOORD)
        return self._wie[stam] if stam and telt else ""


def _stam(kaal: str, namen: dict[str, str] | set[str]) -> str:
    """The name that this word is, perhaps with an s of possession; "" when it is none."""
    if kaal in namen:
        return kaal
    return kaal[:-1] if kaal.endswith("s") and kaal[:-1] in namen else ""


def _kaal(tekst: str) -> list[str]:
    return [kale_letters(woord) for woord in _WOORD.findall(tekst)]


def _naamwoorden(naam: Naam, geen: Set[str]) -> set[str]:
    """The words of a name that give it away by themselves."""
    woorden = set()
    for woord in _WOORD.findall(naam.tekst):
        kaal = kale_letters(woord)
        if len(kaal) < 2 or kaal in TUSSENVOEGSELS or kaal in NAAMDEEL_VOORAF:
            continue
        if naam.vrij and (not woord[0].isupper() or kaal in geen):
            continue
        woorden.add(kaal)
    return woorden
