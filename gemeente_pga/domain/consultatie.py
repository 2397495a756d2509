# SPDX-License-Identifier: EUPL-1.2
"""Consultatie zonder naam: advice about a situation in which nobody is named, not even who gave the advice.

A person exists in the kluis only through a signaal, so a text here that could point to somebody is refused.
Hides what a name, a number or an address looks like; it finds words, not meaning.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.lekcontrole import Verboden, zoek_lekken
from gemeente_pga.domain.persoon import TUSSENVOEGSELS
from gemeente_pga.domain.tekst import Invoer, parse_datum

_GEBOREN_VOOR = 10  # years; an older date in a question about today is a date of birth
_E_MAIL = re.compile(r"[^\s@<>(]+@[^\s@<>]+\.\w+")
_TELEFOON = re.compile(r"(?<!\w)(?:\+\d{2}|00\d{2}|0)(?:[ -]{0,3}\d){8,10}(?!\d)")
_BSN = re.compile(r"(?<!\w)\d{4}[. ]?\d{2}[. ]?\d{3}(?!\w)")
# A year before two capitals is a year ("sinds 2024 OM"), not a postcode.
_POSTCODE = re.compile(r"\b(?!19\d\d|20\d\d)[1-9]\d{3} ?[A-Z]{2}\b")
_DATUM = re.compile(r"\b\d{1,2}(?: ?[-./] ?\d{1,2} ?[-./] ?| [a-z]{3,9} )\d{4}\b", re.IGNORECASE)
_TUSSEN = "|".join(sorted((re.escape(t) for t in TUSSENVOEGSELS), key=len, reverse=True))
_ACHTERNAAM = rf"(?:(?:{_TUSSEN}) ?)*[A-ZÀ-ÖØ-Þ][\w'’-]+"
_AANSPREEKTITEL = re.compile(
    rf"\b(?i:de heer|meneer|mijnheer|mevrouw|(?:dhr|mevr|mw|drs|mr)\b\.?) +(?:[A-Z]\.)* ?{_ACHTERNAAM}"
)
_VOORLETTERS = re.compile(rf"(?<!\w)(?:[A-Z]\. ?)+{_ACHTERNAAM}")
# "A. Eerste vraag" at the start of a line is a list, and "N.V." a kind of company.
_OPSOMMING = re.compile(r"[A-Z]\. [A-Z]")
_BEDRIJF = re.compile(r"(?:N\. ?V|B\. ?V)\.")


@dataclass(frozen=True, slots=True)
class Consultatie:
    """What was asked and advised. dossier_id: the dossier it helps, or None when it stands alone."""

    titel: str
    datum: date
    organisatie: str
    functie: str
    gevraagd: str
    advies: str
    zonder_naam: bool
    dossier_id: int | None


TEKSTVELDEN = tuple(veld.name for veld in fields(Consultatie) if veld.type is str)


def beoordeel_consultatie(
    invoer: Mapping[str, object], vandaag: date, *, bekend: Collection[Verboden] = ()
) -> Consultatie | list[Gebrek]:
    """bekend: names and numbers of the people in the dossier it is put with."""
    lezer = Invoer(invoer, vandaag)
    consultatie = Consultatie(
        titel=lezer.regel("titel", "Waar ging het over", verplicht=True, maximum=100),
        datum=lezer.datum("datum", "Datum", verplicht=True) or vandaag,
        organisatie=lezer.regel("organisatie", "Organisatie", verplicht=True),
        functie=lezer.regel("functie", "Functie", verplicht=True),
        gevraagd=lezer.tekst("gevraagd", "Wat u vroeg", verplicht=True),
        advies=lezer.tekst("advies", "Het advies", verplicht=True),
        zonder_naam=lezer.ja("zonder_naam"),
        dossier_id=lezer.sleutel("dossier_id") or None,
    )
    lezer.gebreken += traceable(consultatie, vandaag, bekend)
    if not consultatie.zonder_naam:
        lezer.gebrek(
            "zonder_naam",
            "Bevestig dat u geen naam noemde. Noemde u wel een naam? Dan is het een verstrekking, "
            "geen consultatie zonder naam.",
        )
    return lezer.gebreken or consultatie


def traceable(consultatie: Consultatie, vandaag: date, bekend: Collection[Verboden]) -> list[Gebrek]:
    """For each text the first thing in it by which somebody could be recognised."""
    gebreken = []
    for veld in TEKSTVELDEN:
        tekst = getattr(consultatie, veld)
        lekken = zoek_lekken([tekst], tuple(bekend))
        if lekken:
            zin = (
                f"Hier staat “{lekken[0].fragment}”. Daaraan is iemand uit dit dossier te herkennen. "
                "Schrijf het zonder naam."
            )
            gebreken.append(Gebrek(veld, zin))
        elif melding := next(_kenmerken(tekst, vandaag), ""):
            gebreken.append(Gebrek(veld, melding))
    return gebreken


def _kenmerken(tekst: str, vandaag: date) -> Iterator[str]:
    """What looks like a name or a number of a person, whoever it is."""
    from stdnum.nl import bsn

    zonder_datums = _DATUM.sub(" | ", tekst)
    for wat, patroon in (
        ("een e-mailadres", _E_MAIL),
        ("een telefoonnummer", _TELEFOON),
        ("een postcode", _POSTCODE),
        ("een naam", _AANSPREEKTITEL),
    ):
        if treffer := patroon.search(zonder_datums):
            yield _zin(treffer[0], wat)
    for treffer in _BSN.finditer(zonder_datums):
        if bsn.is_valid(treffer[0].replace(".", "").replace(" ", "")):
            yield _zin(treffer[0], "een burgerservicenummer")
    for treffer in _VOORLETTERS.finditer(tekst):
        begin_van_regel = treffer.start() == 0 or tekst[treffer.start() - 1] == "\n"
        if not (begin_van_regel and _OPSOMMING.match(treffer[0])) and not _BEDRIJF.match(treffer[0]):
            yield _zin(treffer[0], "een naam")
    for treffer in _DATUM.finditer(tekst):
        dag = parse_datum(treffer[0])
        if dag is not None and dag.year <= vandaag.year - _GEBOREN_VOOR:
            yield _zin(treffer[0], "een geboortedatum")


def _zin(fragment: str, wat: str) -> str:
    return (
        f"Hier staat “{fragment.strip()}”. Dat lijkt op {wat}. Een consultatie zonder naam noemt niemand, "
        "ook de adviseur niet."
    )
