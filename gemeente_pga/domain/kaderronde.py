# SPDX-License-Identifier: EUPL-1.2
"""What somebody types about the kader: a value, the ronde that a jurist signs, the switch of a dossier."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import DREMPEL, STARTPUNTEN, WAARDERINGEN, Kader
from gemeente_pga.domain.kaderstand import DAGEN, GETALLEN, WIJZIGBAAR, Kaderwaarde, Onderdeel, huidig
from gemeente_pga.domain.periode import parse_periode
from gemeente_pga.domain.tekst import Invoer, datum_kort, parse_datum

VELDNAMEN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "in_werking": "Dag van inwerkingtreding",
        "vraag": "Vraag",
        "toelichting": "Toelichting",
        "artikel": "Artikel",
        "geldig_tot": "Eerste dag waarop dit niet meer geldt",
        "mag_inbrengen": "Wat deze partij mag inbrengen",
        "termijn": "Termijn",
        "startpunt": "Begint bij",
        "selectielijst": "Categorie van de selectielijst",
        "waardering": "Waardering",
        "drempel": "Kleinste aantal in een rapportage",
    }
)
KEUZEN: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {"startpunt": STARTPUNTEN, "waardering": WAARDERINGEN}
)
"""Fields in which one of a few things is chosen."""
_CIJFERS: Final = 2  # a threshold of three digits would leave nothing to show
_LANG: Final = frozenset({"vraag", "toelichting", "mag_inbrengen"})
_EENHEDEN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "jaar": "Y",
        "jaren": "Y",
        "maand": "M",
        "maanden": "M",
        "week": "W",
        "weken": "W",
        "dag": "D",
        "dagen": "D",
    }
)
_WOORDEN = re.compile(r"([0-9]{1,3}) ?([a-z]+)")


@dataclass(frozen=True, slots=True)
class Ronde:
    """A sitting in which a named person vouches. Field names are columns of its table."""

    door: str
    functie: str
    op: date
    tegen: str
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class Ondertekening:
    """A ronde with what is signed in it, and on what ground the terms stand."""

    ronde: Ronde
    items: tuple[tuple[str, str], ...]
    grond: str = ""


@dataclass(frozen=True, slots=True)
class Kaderwissel:
    """A dossier goes over to another kader. Field names equal the columns of table kaderwissel."""

    naar_kader_id: int
    reden: str
    toelichting: str
    op: date


def beoordeel_wissel(
    invoer: Mapping[str, object], kader: Kader, vandaag: date, *, kaders: Collection[int]
) -> Kaderwissel | list[Gebrek]:
    """Judge a switch: to which of the kaders that are kept here, and why."""
    lees = Invoer(invoer, vandaag)
    naar = lees.sleutel("naar")
    if naar not in kaders:
        lees.gebrek("naar", "Kies naar welk kader dit dossier gaat.")
    wissel = Kaderwissel(
        naar_kader_id=naar,
        reden=lees.code("reden", "Reden", kader.codes("reden_kaderwissel"), verplicht=True),
        toelichting=lees.tekst("toelichting", "Waarom", verplicht=True),
        op=vandaag,
    )
    return lees.gebreken or wissel


def read_termijn(tekst: str) -> str:
    """ "5 jaar" or "P5Y" -> "P5Y"; ValueError when it is neither."""
    schoon = tekst.strip()
    gevonden = _WOORDEN.fullmatch(schoon.lower())
    if gevonden and gevonden[2] in _EENHEDEN:
        schoon = f"P{int(gevonden[1])}{_EENHEDEN[gevonden[2]]}"
    parse_periode(schoon)
    return schoon


def toon_waarde(veld: str, waarde: str) -> str:
    """A value as people read and type it."""
    if not waarde:
        return ""
    if veld == "termijn":
        return parse_periode(waarde).woorden
    if veld in DAGEN:
        return datum_kort(date.fromisoformat(waarde))
    return KEUZEN.get(veld, {}).get(waarde, waarde)


def beoordeel_waarde(
    invoer: Mapping[str, object], kader: Kader, vandaag: date, *, soort: str, code: str
) -> Kaderwaarde | list[Gebrek]:
    """Judge a value for one field of one item of the kader."""
    lees = Invoer(invoer, vandaag)
    veld = lees.code("veld", "Welk deel", WIJZIGBAAR.get(soort, ()), verplicht=True)
    waarde = _lees_waarde(lees, veld) if veld else ""
    uitkomst = Kaderwaarde(
        soort=soort,
        code=code,
        veld=veld,
        waarde=waarde,
        reden=lees.code("reden", "Reden", kader.codes("reden_kaderwaarde"), verplicht=True),
        toelichting=lees.tekst("toelichting", "Waar staat dit", verplicht=True),
    )
    if not lees.gebreken and huidig(kader, soort, code, veld) == waarde:
        lees.gebrek("keuze" if veld in KEUZEN else "waarde", "Dit staat er al zo. Er is niets te wijzigen.")
    return lees.gebreken or uitkomst


def _lees_waarde(lees: Invoer, veld: str) -> str:
    naam = VELDNAMEN[veld]
    if veld in KEUZEN:
        return lees.code("keuze", naam, [code for code in KEUZEN[veld] if code], verplicht=True)
    if veld in _LANG:
        return lees.tekst("waarde", naam, verplicht=veld == "vraag")
    tekst = lees.regel("waarde", naam)
    if veld in GETALLEN:
        return _lees_drempel(lees, tekst)
    if not tekst:
        return ""
    if veld == "termijn":
        try:
            return read_termijn(tekst)
        except ValueError:
            lees.gebrek("waarde", "Schrijf een getal en jaar, maanden, weken of dagen, bijvoorbeeld 5 jaar.")
            return ""
    if veld in DAGEN:
        dag = parse_datum(tekst)
        if dag is None:
            lees.gebrek("waarde", "Schrijf dag, maand en jaar, bijvoorbeeld 1-3-2027.")
        return dag.isoformat() if dag else ""
    return tekst


def _lees_drempel(lees: Invoer, tekst: str) -> str:
    """A higher threshold hides more; a lower one would give small counts away."""
    if not (tekst.isascii() and tekst.isdigit() and len(tekst) <= _CIJFERS and int(tekst) >= DREMPEL):
        zin = f"Schrijf een getal van {DREMPEL} of hoger. Lager mag niet: dan is te zien om wie het gaat."
        lees.gebrek("waarde", zin)
        return ""
    return str(int(tekst))


def beoordeel_ronde(
    invoer: Mapping[str, object],
    vandaag: date,
    *,
    gekozen: Collection[tuple[str, str]],
    onderdelen: Collection[Onderdeel],
) -> Ondertekening | list[Gebrek]:
    """Judge a ronde: who, when, against which text, and what is signed."""
    lees = Invoer(invoer, vandaag)
    ronde = Ronde(
        door=lees.regel("door", "Wie stelt dit vast", verplicht=True),
        functie=lees.regel("functie", "Functie", verplicht=True),
        op=lees.datum("op", "Op welke dag", verplicht=True) or vandaag,
        tegen=lees.tekst("tegen", "Met welke tekst vergeleken", verplicht=True),
        toelichting=lees.tekst("toelichting", "Toelichting"),
    )
    items = tuple(o.sleutel for o in onderdelen if o.sleutel in gekozen)
    termijnen = [o for o in onderdelen if o.sleutel in gekozen and o.soort == "bewaartermijn"]
    grond = lees.regel("grond", "Grond voor de bewaartermijnen", verplicht=bool(termijnen))
    if not items:
        lees.gebrek("", "Kruis aan wat wordt vastgesteld.")
    leeg = [o.naam for o in onderdelen if o.sleutel in gekozen and o.leeg]
    if leeg:
        lees.gebrek("", f"Hier is nog niets ingevuld om vast te stellen: {leeg[0]}. Vul het eerst in.")
    return lees.gebreken or Ondertekening(ronde, items, grond)
