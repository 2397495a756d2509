# SPDX-License-Identifier: EUPL-1.2
"""Who may be the same person: likeness of how names, dates and addresses are written, in Dutch.

Hides folding of spelling, the keys by which the store prefilters, and the order of the candidates.
That order says how alike the spelling is and nothing about a person; it is never shown as a number.
A candidate is a question to the user: confirm or refuse, with a reason.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from gemeente_pga.domain.persoon import (
    NAAMDEEL_VOORAF,
    TUSSENVOEGSELS,
    Persoon,
    achternaam,
    adresregel,
    eerdere_namen,
    is_onbekend,
    split_naam,
    volledige_naam,
)
from gemeente_pga.domain.tekst import datum_kort, kale_letters

MAX_KANDIDATEN = 25
_GENOEG_LIJKEND = 80  # of 100, on folded names: one wrong letter in five

# Spellings that sound alike in Dutch or are two ways of writing another alphabet. Longest first.
_KLANKEN = {
    "sch": "s", "chr": "kr", "uij": "uy", "eij": "y", "ck": "k", "ch": "g", "gh": "g", "kh": "g", "ph": "f",
    "th": "t", "dh": "d", "dt": "t", "dj": "y", "sh": "s", "sj": "s", "ij": "y", "ei": "y", "ey": "y",
    "ui": "uy", "au": "ou", "ae": "a", "ie": "i", "qu": "k", "c": "k", "q": "k", "z": "s", "v": "f",
    "x": "ks", "j": "y",
}  # fmt: skip
_KLANK = re.compile("|".join(sorted(_KLANKEN, key=len, reverse=True)))
_DUBBEL = re.compile(r"(.)\1+")
_GEEN_LETTER = re.compile(r"[\W_]+")
_GEEN_LETTER_OF_APOSTROF = re.compile(r"[^\w']+|_")
_APOSTROF = re.compile("[’‘´`ʼ′]")
_PUNT_OF_APOSTROF = re.compile("[.'’‘´`ʼ′]")
_KLINKER = re.compile("[aeiouy]")
_DEELTJES = frozenset(kale_letters(w).strip("'.") for w in TUSSENVOEGSELS | NAAMDEEL_VOORAF)


@dataclass(frozen=True, slots=True)
class Bekende:
    """A person who stands in a dossier. sleutels: as kept by the store; None makes them anew."""

    dossier_id: int
    persoon: Persoon
    rol: str = "betrokkene"
    sleutels: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """Somebody already recorded who may be the person looked for, with why, and what speaks against."""

    dossier_id: int
    persoon: Persoon
    rol: str
    redenen: tuple[str, ...]
    verschillen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Oordeel:
    """How far one aspect agrees: 0 unknown, negative differs, 1 supports, 2 alike, 3 the same."""

    mate: int
    zin: str = ""


_ONBEKEND = _Oordeel(0)


@lru_cache(maxsize=65_536)
def vouw(naam: str) -> str:
    """A name reduced to how it sounds: 'Kuijpers' and 'Cuypers' become the same. Words stay apart."""
    kaal = _GEEN_LETTER.sub(" ", _PUNT_OF_APOSTROF.sub("", kale_letters(naam))).strip()
    vorige = ""
    while kaal != vorige:
        vorige = kaal
        kaal = _KLANK.sub(lambda klank: _KLANKEN[klank[0]], _DUBBEL.sub(r"\1", kaal))
        kaal = " ".join(woord[:-1] + "t" if woord.endswith("d") else woord for woord in kaal.split())
    return kaal


@lru_cache(maxsize=65_536)
def skelet(gevouwen: str) -> str:
    """First letter and the consonants after it: 'mohamet' and 'muhamat' both give 'mhmt'."""
    dicht = gevouwen.replace(" ", "")
    return _DUBBEL.sub(r"\1", dicht[:1] + _KLINKER.sub("", dicht[1:]))


@lru_cache(maxsize=65_536)
def naamdelen(geslachtsnaam: str) -> tuple[str, ...]:
    """The folded surname as a whole and each part of a double name; tussenvoegsels left out."""
    woorden = _GEEN_LETTER_OF_APOSTROF.sub(" ", _APOSTROF.sub("'", kale_letters(geslachtsnaam))).split()
    kern = [woord for woord in woorden if woord.strip("'") not in _DEELTJES] or woorden
    delen = [vouw("".join(kern)), *(vouw(woord) for woord in kern)]
    delen += [vouw(woord[2:]) for woord in kern if woord[1:2] == "'"]  # D'Hondt is also found as Hondt
    return tuple(dict.fromkeys(deel for deel in delen if len(deel) > 2 or (deel and deel == delen[0])))[:8]


def zoeksleutels(persoon: Persoon) -> frozenset[str]:
    """Keys to keep beside a person: two persons who share none are never candidates of each other."""
    sleutels: set[str] = set()
    for naam in _surnames(persoon):
        for deel in naamdelen(naam):
            sleutels |= _naamsleutels(deel)
    if paar := _paarsleutel(persoon):
        sleutels.add(paar)
    if persoon.geboortedatum:
        sleutels.add(_datumsleutel(persoon.geboortedatum))
    if persoon.huisnummer:
        straat = skelet(vouw(persoon.straatnaam))
        sleutels |= {f"a{straat}{persoon.huisnummer}"} if straat else set()
        sleutels |= (
            {f"p{persoon.postcode.replace(' ', '')}{persoon.huisnummer}"} if persoon.postcode else set()
        )
    return frozenset(sleutels)


def zoek_kandidaten(gezocht: Persoon, bekenden: Iterable[Bekende]) -> list[Kandidaat]:
    """At most MAX_KANDIDATEN persons who may be the one looked for, the most alike in spelling first."""
    eigen = zoeksleutels(gezocht)
    gevonden = []
    for bekende in bekenden:
        sleutels = zoeksleutels(bekende.persoon) if bekende.sleutels is None else bekende.sleutels
        if eigen.isdisjoint(sleutels):
            continue
        oordelen = _vergelijk(gezocht, bekende.persoon)
        if _is_kandidaat(*oordelen):
            gevonden.append((_sterkte(oordelen), bekende.dossier_id, _kandidaat(bekende, oordelen)))
    gevonden.sort(key=lambda vondst: (vondst[0], vondst[1]))
    return [kandidaat for _, _, kandidaat in gevonden[:MAX_KANDIDATEN]]


@lru_cache(maxsize=65_536)
def _naamsleutels(deel: str) -> frozenset[str]:
    """The part, its skeleton, and what is left of them when any one letter is left out.

    Two spellings that differ by one letter share such a rest. Short skeletons say too little: for those the
    rests are taken from the part itself.
    """
    botten = skelet(deel)
    sleutels = {"n" + deel}
    if len(botten) > 2:
        sleutels.add("s" + botten)
    if len(botten) > 3:
        sleutels |= {"s" + botten[:i] + botten[i + 1 :] for i in range(len(botten))}
    elif len(deel) > 3:
        sleutels |= {"n" + deel[:i] + deel[i + 1 :] for i in range(len(deel))}
    return frozenset(sleutels)


def _surnames(persoon: Persoon) -> list[str]:
    namen = [persoon.geslachtsnaam, *(split_naam(naam).geslachtsnaam for naam in eerdere_namen(persoon))]
    return [naam for naam in namen if not is_onbekend(naam)]


def _datumsleutel(dag: date) -> str:
    laag, hoog = sorted((dag.day, dag.month))
    return f"d{dag.year:04}{laag:02}{hoog:02}"


def _vergelijk(gezocht: Persoon, bekend: Persoon) -> tuple[_Oordeel, _Oordeel, _Oordeel, _Oordeel]:
    naam, voornaam = _compare_achternaam(gezocht, bekend), _compare_voornaam(gezocht, bekend)
    if naam.mate < 0 and (omgewisseld := _compare_omgekeerd(gezocht, bekend)):
        naam, voornaam = omgewisseld, _ONBEKEND
    return (
        naam,
        voornaam,
        _compare_datum(gezocht.geboortedatum, bekend.geboortedatum),
        _compare_adres(gezocht, bekend),
    )


def _is_kandidaat(naam: _Oordeel, voornaam: _Oordeel, datum: _Oordeel, adres: _Oordeel) -> bool:
    """Alike in name and not contradicted, or so much else agrees that the name may have changed."""
    if naam.mate > 0:
        if datum.mate > 1 or adres.mate > 1:
            return True
        return voornaam.mate > 1 if datum.mate < 0 else voornaam.mate >= 0
    if naam.mate == 0:  # one of the two surnames is not known
        return datum.mate > 1 or adres.mate > 1
    return (datum.mate > 1) + (adres.mate > 1) + (voornaam.mate > 1) > 1


def _sterkte(oordelen: Iterable[_Oordeel]) -> int:
    """For sorting only: lower comes first."""
    return -sum(oordeel.mate for oordeel in oordelen)


def _kandidaat(bekende: Bekende, oordelen: Iterable[_Oordeel]) -> Kandidaat:
    redenen = [oordeel.zin for oordeel in oordelen if oordeel.mate > 0 and oordeel.zin]
    if bekende.rol == "naaste":
        redenen.append("Staat in dat dossier als naaste")
    verschillen = tuple(oordeel.zin for oordeel in oordelen if oordeel.mate < 0 and oordeel.zin)
    return Kandidaat(bekende.dossier_id, bekende.persoon, bekende.rol, tuple(redenen), verschillen)


def _compare_achternaam(gezocht: Persoon, bekend: Persoon) -> _Oordeel:
    if is_onbekend(gezocht.geslachtsnaam) or is_onbekend(bekend.geslachtsnaam):
        return _ONBEKEND
    een, ander = achternaam(gezocht), achternaam(bekend)
    if een.casefold() == ander.casefold():
        return _Oordeel(3, f"Zelfde achternaam: {ander}")
    if mate := _likeness(naamdelen(gezocht.geslachtsnaam), naamdelen(bekend.geslachtsnaam)):
        return _Oordeel(mate, f"Achternaam lijkt: {een} – {ander}")
    for eerste in _surnames(gezocht):
        for tweede in _surnames(bekend):
            if _likeness(naamdelen(eerste), naamdelen(tweede)):
                return _Oordeel(1, f"Eerdere of andere naam lijkt: {eerste} – {tweede}")
    return _Oordeel(-1, f"Andere achternaam: {ander}")


def _compare_omgekeerd(gezocht: Persoon, bekend: Persoon) -> _Oordeel | None:
    sleutel = _paarsleutel(gezocht)
    if not sleutel or sleutel != _paarsleutel(bekend):
        return None
    namen = f"{volledige_naam(gezocht)} – {volledige_naam(bekend)}"
    return _Oordeel(2, f"Voornaam en achternaam omgewisseld: {namen}")


def _paarsleutel(persoon: Persoon) -> str:
    """The first given name and the surname, in no order; empty when one is missing."""
    if is_onbekend(persoon.geslachtsnaam):
        return ""
    roepnaam, delen = vouw(persoon.voornamen).partition(" ")[0], naamdelen(persoon.geslachtsnaam)
    return "w" + "+".join(sorted((roepnaam, delen[0]))) if roepnaam and delen else ""


def _likeness(een: tuple[str, ...], ander: tuple[str, ...]) -> int:
    """2 when a part is the same after folding, 1 when it is nearly so, 0 when not."""
    if not set(een).isdisjoint(ander):
        return 2
    return int(any(_nearly(deel, tegen) for deel in een for tegen in ander))


def _nearly(een: str, ander: str) -> bool:
    gelijk = _gelijkenis(een, ander)
    if len(skelet(een)) > 2 and skelet(een) == skelet(ander):
        return gelijk >= 60
    return min(len(een), len(ander)) > 3 and gelijk >= _GENOEG_LIJKEND


def _compare_voornaam(gezocht: Persoon, bekend: Persoon) -> _Oordeel:
    een, ander = vouw(gezocht.voornamen).split(), vouw(bekend.voornamen).split()
    if een and ander:
        zin = f"{gezocht.voornamen} – {bekend.voornamen}"
        if een[0] == ander[0]:
            gelijk = gezocht.voornamen.casefold() == bekend.voornamen.casefold()
            return _Oordeel(3, f"Zelfde voornaam: {bekend.voornamen}" if gelijk else f"Voornaam lijkt: {zin}")
        if any(_nearly_first(deel, tegen) for deel in een for tegen in ander):
            return _Oordeel(2, f"Voornaam lijkt: {zin}")
        return _Oordeel(-1, f"Andere voornaam: {bekend.voornamen}")
    links, rechts = _initials(gezocht), _initials(bekend)
    if not links or not rechts:
        return _ONBEKEND
    tekst_links = gezocht.voornamen or gezocht.voorletters
    tekst_rechts = bekend.voornamen or bekend.voorletters
    if links[0] == rechts[0]:
        return _Oordeel(1, f"Voorletter past: {tekst_links} – {tekst_rechts}")
    return _Oordeel(-1, f"Voorletter past niet: {tekst_links} – {tekst_rechts}")


def _nearly_first(een: str, ander: str) -> bool:
    kort, lang = sorted((een, ander), key=len)
    return _nearly(een, ander) or een == ander or (len(kort) > 1 and lang.startswith(kort))


def _initials(persoon: Persoon) -> list[str]:
    """First letters as they sound; 'C.' and 'Kees' agree."""
    woorden = vouw(persoon.voornamen or re.sub(r"\W", " ", persoon.voorletters)).split()
    return [woord[0] for woord in woorden]


def _compare_datum(een: date | None, ander: date | None) -> _Oordeel:
    if een is None or ander is None:
        return _ONBEKEND
    if een == ander:
        return _Oordeel(3, f"Zelfde geboortedatum: {datum_kort(ander)}")
    zin = f"{datum_kort(een)} – {datum_kort(ander)}"
    if een.year == ander.year and (een.day, een.month) == (ander.month, ander.day):
        return _Oordeel(2, f"Geboortedatum met dag en maand omgewisseld: {zin}")
    links, rechts = f"{een:%d%m}{een.year:04}", f"{ander:%d%m}{ander.year:04}"
    if sum(a != b for a, b in zip(links, rechts, strict=True)) == 1:
        return _Oordeel(2, f"Geboortedatum scheelt één cijfer: {zin}")
    if _neighbours_swapped(links, rechts):
        return _Oordeel(2, f"Geboortedatum met twee cijfers omgewisseld: {zin}")
    if een.year == ander.year:
        return _Oordeel(1, f"Zelfde geboortejaar: {zin}")
    return _Oordeel(-1, f"Andere geboortedatum: {zin}")


def _neighbours_swapped(een: str, ander: str) -> bool:
    anders = [i for i, (a, b) in enumerate(zip(een, ander, strict=True)) if a != b]
    if len(anders) != 2 or anders[1] != anders[0] + 1:
        return False
    return een[anders[0]] == ander[anders[1]] and een[anders[1]] == ander[anders[0]]


def _compare_adres(gezocht: Persoon, bekend: Persoon) -> _Oordeel:
    if not gezocht.huisnummer or not bekend.huisnummer:
        return _ONBEKEND
    zelfde_nummer = gezocht.huisnummer == bekend.huisnummer
    if zelfde_nummer and gezocht.postcode and gezocht.postcode == bekend.postcode:
        return _Oordeel(2, f"Zelfde adres: {adresregel(bekend)}")
    een, ander = vouw(gezocht.straatnaam), vouw(bekend.straatnaam)
    if not een or not ander or not zelfde_nummer or not _same_place(gezocht, bekend):
        return _ONBEKEND
    if een == ander:
        return _Oordeel(2, f"Zelfde adres: {adresregel(bekend)}")
    if _gelijkenis(een, ander) >= _GENOEG_LIJKEND:
        return _Oordeel(2, f"Adres lijkt: {adresregel(gezocht)} – {adresregel(bekend)}")
    return _ONBEKEND


def _gelijkenis(een: str, ander: str) -> float:
    """0 to 100; the library is only loaded when somebody is looked for."""
    from rapidfuzz import fuzz

    return fuzz.ratio(een, ander)


def _same_place(gezocht: Persoon, bekend: Persoon) -> bool:
    een, ander = vouw(gezocht.plaats), vouw(bekend.plaats)
    return not een or not ander or _gelijkenis(een, ander) >= _GENOEG_LIJKEND
