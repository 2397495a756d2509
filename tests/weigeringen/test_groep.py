# SPDX-License-Identifier: EUPL-1.2
"""Refused: a list or profile of a group, an organisation or a place of worship."""

import ast
import re
from collections.abc import Iterable, Iterator

import pytest

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kader import Kader
from gemeente_pga.store.store import Store
from gemeente_pga.ui.screens import SCREENS
from tests.weigeringen.lezen import Bomen, bomen, functies, schema, teksten

WOORDEN = (
    *(
        "groepering",
        "doelgroep",
        "groepsprofiel",
        "organisatieprofiel",
        "organisatie_profiel",
        "moskee",
        "kerk",
    ),
    *("synagoge", "tempel", "gebedshuis", "geloofsgemeenschap", "beweging", "achterban"),
    *(
        "aanhang",
        "vereniging",
        "stichting",
        "bevolkingsgroep",
        "krachtenveld",
        "milieu",
        "subcultuur",
        "netwerk",
    ),
)
# A name of its own, so that "kerk" is not seen in "werkkring" and "groep" is.
_STUK = re.compile(r"^(?:groep(?:en)?|leden|lid)$")

# Fields with such a name that are about no people.
ANDERS = {
    "Weegverslag.groepen": "criteria that belong together",
    "Kopieervak.groep": "the part of a form that a field is in",
    **dict.fromkeys(
        ("Stempel", "Stempel.nummer", "Stempel.houder", "Stempel.watermerk"), "what is stamped on a copy"
    ),
}

# Who reads persons without one dossier that was asked for, and why that is no list of people.
ZONDER_DOSSIER = {
    "store/queries/bureau_gegevens.py:punten": "which naaste has been kept long enough: numbers, no names",
    "store/queries/dossiers.py:": "the head of a dossier, by its id",
    "store/queries/informeren.py:laatste_woord": "what was decided about telling: part of a query by dossier",
    "store/queries/informeren.py:niet_verteld": "whether somebody was told: a part of a query by dossier",
    "store/queries/informeren.py:wachtenden": "who waits to be told: numbers, no names",
    "store/queries/signaal.py:zoek_bekenden": "candidates at intake, by keys of a name",
    "store/queries/termijnen.py:": "until when a naaste is kept, and who waits to be told: numbers, no names",
    "store/queries/zoeken.py:_met_voornaam": "a search for which a reason was recorded",
}
# The pack for one person who asks for his own data reads every table, for the dossiers of that request.
AFSCHRIFT = ("store/queries/afschrift.py:", "store/queries/afschriftnaaste.py:")
_PERSONEN = re.compile(r"\b(?:FROM|JOIN)\s+persoon\b", re.IGNORECASE)
_VAN_EEN = re.compile(
    r"\b(?:[a-z]+\.)?(?:dossier_id|persoon_id)\s*=\s*\?|\bWHERE\s+(?:p\.)?id\s*=\s*\?", re.IGNORECASE
)


def groepsnamen(namen: Iterable[str]) -> set[str]:
    """Names that speak of a group of people or a place where they come together."""
    return {
        naam
        for naam in namen
        if any(woord in naam.casefold() for woord in WOORDEN)
        or "gemeenschap" in naam.casefold().replace("gemeenschappelijk", "")
        or any(_STUK.match(stuk) for stuk in re.split(r"[_.]", naam.casefold()))
    }


def _velden() -> Iterator[str]:
    """Every class and every field of the domain."""
    for plek, boom in bomen().items():
        if plek.startswith("domain/") and not plek.startswith("domain/kader"):
            for klasse in (k for k in ast.walk(boom) if isinstance(k, ast.ClassDef)):
                yield klasse.name
                yield from (
                    f"{klasse.name}.{d.target.id}"
                    for d in klasse.body
                    if isinstance(d, ast.AnnAssign) and isinstance(d.target, ast.Name)
                )


def lijsten_van_mensen(bronnen: Bomen) -> set[str]:
    """Where persons are read without a dossier that was named."""
    return {
        f"{plek}:{naam}"
        for plek, boom in bronnen.items()
        for naam, knoop in functies(boom)
        for tekst in teksten(knoop)
        if _PERSONEN.search(tekst) and not _VAN_EEN.search(tekst)
    }


@pytest.mark.eis("c06", "n1", "w02")
def test_no_table_or_column_is_about_a_group():
    tabellen = schema()
    assert len(tabellen) > 50
    assert groepsnamen(naam for tabel, kolommen in tabellen.items() for naam in (tabel, *kolommen)) == set()


@pytest.mark.eis("c06", "n1", "w02")
def test_no_screen_act_field_or_list_is_about_a_group(echt_kader: Kader):
    schermen = {scherm.code for scherm in SCREENS} | {scherm.titel for scherm in SCREENS}
    daden = {daad.code for daad in Handeling} | {daad.name for daad in Handeling}
    velden, lijsten = set(_velden()), {lijst.naam for lijst in echt_kader.codelijsten}
    assert min(len(schermen), len(daden), len(velden), len(lijsten)) > 10
    assert groepsnamen(schermen | daden | velden | lijsten) == set(ANDERS)


@pytest.mark.parametrize(
    "naam", ["groep", "groep_lid", "moskee_naam", "organisatie_profiel", "Geloofsgemeenschap"]
)
def test_a_place_for_a_group_would_be_seen(naam: str):
    assert groepsnamen({naam, "kernpartij", "werkkring", "opgroeien"}) == {naam}


@pytest.mark.eis("c06", "n1", "w02")
def test_nobody_reads_people_of_more_than_one_dossier():
    gevonden = {plek for plek in lijsten_van_mensen(bomen()) if not plek.startswith(AFSCHRIFT)}
    assert gevonden == set(ZONDER_DOSSIER)


@pytest.mark.parametrize(
    "vraag",
    [
        "SELECT * FROM persoon WHERE plaats = ?",
        "SELECT p.* FROM dossier d JOIN persoon p ON p.dossier_id = d.id WHERE d.ideologie = ?",
        "SELECT plaats, count(*) FROM persoon GROUP BY plaats",
    ],
)
def test_a_list_of_people_would_be_seen(vraag: str):
    bron = ast.parse(f"def lijst(r):\n    return r.rows({vraag!r}, 'x')")
    assert lijsten_van_mensen({"store/queries/x.py": bron}) == {"store/queries/x.py:lijst"}


@pytest.mark.eis("c06", "w02")
def test_the_only_list_of_dossiers_that_shows_names_counts_one_person_each(gevuld: Store):
    from gemeente_pga.store.queries.dossiers import lijst_dossiers

    with gevuld.reader() as r:
        koppen = lijst_dossiers(r)
        assert sorted(kop.id for kop in koppen) == sorted(
            rij["id"] for rij in r.rows("SELECT id FROM dossier")
        )
