# SPDX-License-Identifier: EUPL-1.2
"""A person as recorded in a dossier: names in parts, birth date, address.

Hides how a typed full name falls apart into parts, and how names are shown and sorted in Dutch.
Who looks like whom is in naamvergelijking.py.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.tekst import Invoer, midden_in_zin

MAX_STRAATNAAM_UITWISSELING = 24
ONBEKENDE_NAMEN = frozenset({"", "onbekend", "onbekende", "nn", "n.n.", "n.n", "?", "-", "x"})

# Words between given names and surname, as Dutch civil records split them off.
TUSSENVOEGSELS = frozenset({
    "'s", "'t", "aan", "af", "am", "auf", "aus", "bij", "boven", "d'", "da", "dal", "dalla", "dalle", "das",
    "de", "dei", "del", "della", "delle", "dello", "den", "der", "des", "di", "die", "do", "don", "dos", "du",
    "het", "im", "in", "l'", "la", "las", "le", "les", "lo", "los", "met", "onder", "op", "over", "te", "ten",
    "ter", "tho", "thoe", "thor", "to", "toe", "tot", "uijt", "uit", "v.d", "v.d.", "v/d", "van", "vd", "ver",
    "vom", "von", "voor", "vor", "zu", "zum", "zur",
})  # fmt: skip
# Prefixes that belong to the surname itself: they are not split off.
NAAMDEEL_VOORAF = frozenset({
    "abou", "abu", "ait", "al", "aït", "ben", "bin", "bou", "el", "ibn", "mac", "mc", "ould", "oulad", "san",
    "sint", "st",
})  # fmt: skip

_TITELS = re.compile(
    r"(?:(?:de heer|meneer|mijnheer|mevrouw|(?:dhr|mevr|mw|mej|prof|drs|dr|mr|ir)\b\.?|(?:ing|ds|bc)\.)\s*)+",
    re.IGNORECASE,
)
_APOSTROF = re.compile("[’‘´`ʼ′]")
_VOORLETTERS = re.compile(r"(?:[^\W\d_]{1,3}\.)+")
_LOS_STREEPJE = re.compile(r"\s*[-‐‑–]\s*")
_V_D = re.compile(r"\bv\.\s+d\.")
_HAAKJES = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Naamdelen:
    """A full name in parts."""

    voornamen: str = ""
    voorletters: str = ""
    voorvoegsel: str = ""
    geslachtsnaam: str = ""


@dataclass(frozen=True, slots=True)
class Persoon:
    """Field names equal the columns of table persoon. Other names: separated by a semicolon."""

    voornamen: str = ""
    voorletters: str = ""
    voorvoegsel: str = ""
    geslachtsnaam: str = ""
    eerdere_namen: str = ""
    geboortedatum: date | None = None
    straatnaam: str = ""
    huisnummer: int | None = None
    toevoeging: str = ""
    postcode: str = ""
    plaats: str = ""


def split_naam(naam: str) -> Naamdelen:
    """'J. van den Berg', 'Berg, J. van den', 'mr. P. van 't Hoff', "Joris D'Hondt-Özdemir" -> parts.

    Titles and what stands between brackets are dropped. A single word is taken for the surname.
    """
    naam = _LOS_STREEPJE.sub("-", _HAAKJES.sub(" ", _APOSTROF.sub("'", naam))).strip("-, ")
    naam = _V_D.sub("v.d.", " ".join(naam.split()))
    titel = _TITELS.match(naam)
    naam = naam[titel.end() :] or naam if titel else naam
    achter, komma, voor = naam.partition(",")
    if komma:
        gegeven, voorvoegsel, rest = _halves(voor.replace(",", " ").split())
        eigen, achternaam = _take_voorvoegsel(achter.split())
        return _delen([*gegeven, *rest], voorvoegsel or eigen, achternaam)
    gegeven, voorvoegsel, achternaam = _halves(naam.split())
    if not achternaam:
        begin = _surname_start(gegeven)
        gegeven, achternaam = gegeven[:begin], gegeven[begin:]
    return _delen(gegeven, voorvoegsel, achternaam)


def volledige_naam(persoon: Persoon | Naamdelen) -> str:
    """Joris D'Hondt-Özdemir; J. van den Berg."""
    return " ".join(deel for deel in (persoon.voornamen or persoon.voorletters, achternaam(persoon)) if deel)


def achternaam(persoon: Persoon | Naamdelen) -> str:
    """The surname with its voorvoegsel before it: van den Berg."""
    return f"{persoon.voorvoegsel} {persoon.geslachtsnaam}".strip()


def sorteernaam(persoon: Persoon | Naamdelen) -> str:
    """Berg, J. van den: the form in which Dutch lists are sorted and read."""
    rest = " ".join(deel for deel in (persoon.voornamen or persoon.voorletters, persoon.voorvoegsel) if deel)
    return f"{persoon.geslachtsnaam}, {rest}" if rest else persoon.geslachtsnaam


def adresregel(persoon: Persoon) -> str:
    """Zwanebloem 14 B, 1234 AB Waterhoven; parts that are not known are left out."""
    nummer = "" if persoon.huisnummer is None else str(persoon.huisnummer)
    straat = " ".join(deel for deel in (persoon.straatnaam, nummer, persoon.toevoeging) if deel)
    plaats = " ".join(deel for deel in (persoon.postcode, persoon.plaats) if deel)
    return ", ".join(deel for deel in (straat, plaats) if deel)


def eerdere_namen(persoon: Persoon) -> tuple[str, ...]:
    """The former or other names, one by one."""
    return tuple(naam for deel in re.split(r"[;\n]", persoon.eerdere_namen) if (naam := deel.strip()))


def is_onbekend(geslachtsnaam: str) -> bool:
    """True for what people write when they do not know the name."""
    return geslachtsnaam.strip().casefold() in ONBEKENDE_NAMEN


def beoordeel_persoon(invoer: Mapping[str, object], vandaag: date) -> Persoon | list[Gebrek]:
    """Read the person fields of a form. Only the surname is required; 'onbekend' is an answer."""
    lezer = Invoer(invoer, vandaag)
    persoon = Persoon(
        voornamen=lezer.regel("voornamen", "Voornamen", maximum=120),
        voorletters=lezer.regel("voorletters", "Voorletters", maximum=30),
        voorvoegsel=lezer.regel("voorvoegsel", "Tussenvoegsel", maximum=30),
        geslachtsnaam=lezer.regel("geslachtsnaam", "Achternaam", maximum=120),
        eerdere_namen=lezer.tekst("eerdere_namen", "Eerdere of andere namen", maximum=500).replace(
            "\n", "; "
        ),
        geboortedatum=lezer.datum("geboortedatum", "Geboortedatum"),
        straatnaam=lezer.regel("straatnaam", "Straat", maximum=80),
        huisnummer=lezer.getal("huisnummer", "Huisnummer", minimum=1),
        toevoeging=lezer.regel("toevoeging", "Toevoeging", maximum=10),
        postcode=_postcode(lezer),
        plaats=lezer.regel("plaats", "Plaats", maximum=80),
    )
    if not persoon.geslachtsnaam and not any(g.veld == "geslachtsnaam" for g in lezer.gebreken):
        lezer.gebrek("geslachtsnaam", "Vul de achternaam in. Is die niet bekend, schrijf dan “onbekend”.")
    return lezer.gebreken or persoon


def waarschuwingen(persoon: Persoon) -> list[Gebrek]:
    """What may be recorded, but is worth a second look."""
    gevonden = []
    if len(persoon.straatnaam) > MAX_STRAATNAAM_UITWISSELING:
        melding = (
            f"De straatnaam is langer dan {MAX_STRAATNAAM_UITWISSELING} tekens. "
            "Het uitwisselmodel kort hem in; gebruik zo mogelijk de korte schrijfwijze."
        )
        gevonden.append(Gebrek("straatnaam", melding))
    if persoon.straatnaam and persoon.huisnummer is None:
        gevonden.append(Gebrek("huisnummer", "Er staat een straat zonder huisnummer."))
    return gevonden


def _postcode(lezer: Invoer) -> str:
    tekst = lezer.regel("postcode", "Postcode", maximum=20)
    if not tekst:
        return ""
    from stdnum.exceptions import ValidationError
    from stdnum.nl import postcode

    try:
        return str(postcode.validate(tekst))
    except ValidationError:
        lezer.gebrek("postcode", "Deze postcode klopt niet. Schrijf vier cijfers en twee letters: 1234 AB.")
        return ""


def _halves(woorden: list[str]) -> tuple[list[str], str, list[str]]:
    """Words before the first tussenvoegsel, the whole run of tussenvoegsels, words after it."""
    for begin, woord in enumerate(woorden):
        if _ends_in_tussenvoegsel(woord):  # "Jansen-de Vries": the surname starts at this word
            return woorden[:begin], "", woorden[begin:]
        if woord.casefold() in TUSSENVOEGSELS:
            voorvoegsel, rest = _take_voorvoegsel(woorden[begin:])
            return woorden[:begin], voorvoegsel, rest
    return woorden, "", []


def _take_voorvoegsel(woorden: list[str]) -> tuple[str, list[str]]:
    einde = 0
    while einde < len(woorden) and woorden[einde].casefold() in TUSSENVOEGSELS:
        einde += 1
    return " ".join(woorden[:einde]), woorden[einde:]


def _ends_in_tussenvoegsel(woord: str) -> bool:
    voor, streep, na = woord.rpartition("-")
    return bool(streep) and bool(voor) and na.casefold() in TUSSENVOEGSELS


def _surname_start(woorden: list[str]) -> int:
    """The last word is the surname, together with El, Ben, Ait … before it."""
    begin = max(0, len(woorden) - 1)
    while begin > 0 and woorden[begin - 1].casefold() in NAAMDEEL_VOORAF:
        begin -= 1
    return begin


def _delen(gegeven: list[str], voorvoegsel: str, achter: list[str]) -> Naamdelen:
    letters = [
        woord for woord in gegeven if _VOORLETTERS.fullmatch(woord) or (len(woord) == 1 and woord.isupper())
    ]
    namen = [woord for woord in gegeven if woord not in letters]
    voorletters = "".join(woord if woord.endswith(".") else f"{woord}." for woord in letters)
    if not achter:
        voorvoegsel, achter = "", voorvoegsel.split()
    if not gegeven:  # the capital of "Van den Berg" stands there only because nothing precedes it
        voorvoegsel = midden_in_zin(voorvoegsel)
    return Naamdelen(" ".join(namen), voorletters, voorvoegsel, " ".join(achter))
