# SPDX-License-Identifier: EUPL-1.2
"""What may not appear in a document that is about to be frozen, and which names belong in it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.informatie import (
    CITEREN_NA_AKKOORD,
    NIET_OP_PAPIER,
    NIET_VERSTREKKEN,
    InformatieItem,
)
from gemeente_pga.domain.lekcontrole import LekSoort, Verboden
from gemeente_pga.domain.tekst import datum_kort, datum_lang
from gemeente_pga.domain.weegregels import kale_naam
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.informatie import informatie_van_dossier


@dataclass(frozen=True, slots=True)
class Lekgrond:
    """What to search for, and names that are no leak because they belong in this document."""

    verboden: tuple[Verboden, ...]
    toegestaan: tuple[str, ...]


def verboden(
    r: Lezer,
    dossier_ids: Collection[int],
    *,
    andere: Collection[int] = (),
    aan_tafel: Collection[str] = (),
    lezers: Collection[str] = (),
    intern: bool = False,
    zonder_namen: bool = False,
) -> Lekgrond:
    """For a document about dossier_ids.

    andere: other dossiers of the same meeting, of which nothing may appear. aan_tafel: names of those who sit
    at the table under their own name. lezers: names of the parties that get the copy; () = not checked.
    intern: the coordinator's own copy, in which what may not be passed on does stand.
    zonder_namen: the paper names cases by number only, so the people of dossier_ids may not be in it either.
    """
    uit: list[Verboden] = []
    for dossier_id in (*dossier_ids, *andere):
        uit += _melders(r, dossier_id, aan_tafel)
        uit += [
            Verboden(LekSoort.GEBLOKKEERD, item.inhoud.tekst, f"informatie:{item.id}")
            for item in informatie_van_dossier(r, dossier_id)
            if item.inhoud.tekst and _is_blocked(item, lezers, intern)
        ]
    for dossier_id in andere:
        uit += _andere(r, dossier_id)
    if zonder_namen:
        uit += [
            Verboden(LekSoort.BETROKKENE, naam, f"dossier:{dossier_id}")
            for dossier_id in dossier_ids
            for naam in _namen(r, dossier_id)
        ]
        return Lekgrond(tuple(uit), tuple(aan_tafel))
    eigen = [naam for dossier_id in dossier_ids for naam in _namen(r, dossier_id)]
    return Lekgrond(tuple(uit), (*eigen, *aan_tafel))


def herleidbaar(r: Lezer, dossier_id: int) -> tuple[Verboden, ...]:
    """Everything by which somebody in this dossier could be recognised, for a text that names nobody.

    All of kind MELDER, so that a first name counts too.
    """
    melders = r.rows("SELECT melder_naam, melder_contact FROM signaal WHERE dossier_id = ?", dossier_id)
    bellers = r.rows("SELECT terugbelnummer FROM telefoonnotitie WHERE dossier_id = ?", dossier_id)
    contacten = [*(m["melder_contact"] for m in melders), *(b["terugbelnummer"] for b in bellers)]
    teksten = [
        *_namen(r, dossier_id),
        *_adressen(r, dossier_id),
        *_geboortedatums(r, dossier_id),
        *(m["melder_naam"] for m in melders),
        *(c for c in contacten if "@" in c or any(teken.isdigit() for teken in c)),
        *_nummers(r, dossier_id),
    ]
    bron = f"dossier:{dossier_id}"
    return tuple(Verboden(LekSoort.MELDER, tekst, bron) for tekst in dict.fromkeys(teksten) if tekst)


def _is_blocked(item: InformatieItem, lezers: Collection[str], intern: bool) -> bool:
    inhoud = item.inhoud
    if intern and inhoud.markering in {NIET_VERSTREKKEN, CITEREN_NA_AKKOORD}:
        return False
    if inhoud.markering == CITEREN_NA_AKKOORD and inhoud.verder_gebruik:
        return False
    if inhoud.markering in NIET_OP_PAPIER:
        return True
    mag = {*item.deelbaar_namen, item.partij}
    return bool(item.deelbaar_namen) and not intern and not set(lezers) <= mag


def _melders(r: Lezer, dossier_id: int, aan_tafel: Collection[str]) -> list[Verboden]:
    rijen = r.rows(
        "SELECT id, melder_naam, melder_contact FROM signaal WHERE dossier_id = ? AND naam_noemen = 'nee'",
        dossier_id,
    )
    zelf = {kale_naam(naam) for naam in aan_tafel}
    return [
        Verboden(LekSoort.MELDER, tekst, f"signaal:{rij['id']}")
        for rij in rijen
        if kale_naam(rij["melder_naam"]) not in zelf
        for tekst in (rij["melder_naam"], rij["melder_contact"])
        if tekst
    ]


def _andere(r: Lezer, dossier_id: int) -> list[Verboden]:
    teksten = [*_namen(r, dossier_id), *_adressen(r, dossier_id), *_nummers(r, dossier_id)]
    bron = f"dossier:{dossier_id}"
    return [Verboden(LekSoort.ANDERE_CASUS, tekst, bron) for tekst in dict.fromkeys(teksten)]


def _namen(r: Lezer, dossier_id: int) -> list[str]:
    uit: list[str] = []
    for p in r.rows("SELECT * FROM persoon WHERE dossier_id = ?", dossier_id):
        voor = p["voornamen"] or p["voorletters"]
        uit.append(" ".join(deel for deel in (voor, p["voorvoegsel"], p["geslachtsnaam"]) if deel))
        uit += [naam.strip() for naam in p["eerdere_namen"].split(",") if naam.strip()]
    return uit


def _nummers(r: Lezer, dossier_id: int) -> list[str]:
    rijen = r.rows(
        "SELECT nummer FROM dossier WHERE id = ?1 UNION SELECT nummer FROM casus WHERE dossier_id = ?1",
        dossier_id,
    )
    return [rij["nummer"] for rij in rijen]


def _geboortedatums(r: Lezer, dossier_id: int) -> list[str]:
    """As people write them."""
    rijen = r.rows("SELECT geboortedatum FROM persoon WHERE dossier_id = ?", dossier_id)
    dagen = [date.fromisoformat(rij["geboortedatum"]) for rij in rijen if rij["geboortedatum"]]
    return [tekst for dag in dagen for tekst in (datum_kort(dag), f"{dag:%d-%m-%Y}", datum_lang(dag))]


def _adressen(r: Lezer, dossier_id: int) -> list[str]:
    rijen = r.rows(
        "SELECT straatnaam, huisnummer, postcode FROM persoon WHERE dossier_id = ? AND straatnaam <> ''",
        dossier_id,
    )
    return [f"{rij['straatnaam']} {rij['huisnummer']}" for rij in rijen if rij["huisnummer"]]
