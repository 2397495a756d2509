# SPDX-License-Identifier: EUPL-1.2
"""A consultatie zonder naam names nobody: known names, and whatever looks like somebody, are refused."""

from datetime import date

import pytest

from gemeente_pga.domain.consultatie import Consultatie, beoordeel_consultatie
from gemeente_pga.domain.lekcontrole import LekSoort, Verboden
from gemeente_pga.domain.tekst import MAX_TEKST

VANDAAG = date(2026, 9, 8)
GOED = {
    "titel": "Brieven in de stijl van soevereinen",
    "datum": date(2026, 9, 7),
    "organisatie": "Landelijk Steunpunt Extremisme",
    "functie": "adviseur",
    "gevraagd": "Een ouder gaf op school een brief van zes pagina's. Op 1-9-2026 10.00 uur belde de school.",
    "advies": "Eerst een gesprek op school. Sinds 2024 OM en politie: geen reden voor spoed.",
    "zonder_naam": True,
    "dossier_id": "",
}
BEKEND = tuple(
    Verboden(LekSoort.MELDER, tekst)
    for tekst in ("Joris D'Hondt-Özdemir", "Marloes van der Wâl", "Zwanebloem 14", "2026-001", "3 april 1981")
)


def gebreken(bekend=(), **anders):
    uitkomst = beoordeel_consultatie(GOED | anders, VANDAAG, bekend=bekend)
    assert isinstance(uitkomst, list), uitkomst
    return {g.veld: g.melding for g in uitkomst}


def test_a_situation_without_names_is_accepted():
    uitkomst = beoordeel_consultatie(GOED | {"dossier_id": 12}, VANDAAG, bekend=BEKEND)
    assert isinstance(uitkomst, Consultatie)
    assert (uitkomst.datum, uitkomst.dossier_id, uitkomst.zonder_naam) == (date(2026, 9, 7), 12, True)


@pytest.mark.parametrize(
    "tekst",
    [
        "De ouder heet D'Hondt.", "Het gaat om JORIS.", "Het gaat om Joris.", "Özdemir kwam langs.",
        "De mentor, Van der Wal, belde.", "Marloes zag het zelf.", "Hij woont aan de Zwanebloem 14.",
        "Zie dossier 2026-001.", "Geboren op 3 april 1981.",
    ],
)  # fmt: skip
@pytest.mark.parametrize("veld", ["gevraagd", "advies", "titel", "functie"])
def test_a_name_of_the_dossier_is_refused_at_its_field(tekst, veld):
    melding = gebreken(BEKEND, **{veld: tekst})
    assert list(melding) == [veld]
    assert "uit dit dossier te herkennen" in melding[veld]
    assert melding[veld].endswith("Schrijf het zonder naam.")


@pytest.mark.parametrize(
    ("tekst", "wat"),
    [
        ("Mevrouw Jansen vroeg het.", "een naam"),
        ("Dhr. de Vries belde terug.", "een naam"),
        ("Volgens mr. P. van 't Hoff mag het.", "een naam"),
        ("Wij spraken K. Brouwer.", "een naam"),
        ("Bel 06-1234 5678.", "een telefoonnummer"),
        ("Bel +31 6 12 34 56 78.", "een telefoonnummer"),
        ("Mail naar k.brouwer@politie.example.", "een e-mailadres"),
        ("Woont op 1234 AB.", "een postcode"),
        ("Nummer 111222333.", "een burgerservicenummer"),
        ("Geboren op 12-5-1991.", "een geboortedatum"),
        ("Geboren 12 mei 1991.", "een geboortedatum"),
    ],
)
def test_what_looks_like_somebody_is_refused_in_any_consultatie(tekst, wat):
    melding = gebreken(advies=tekst)["advies"]
    assert f"Dat lijkt op {wat}." in melding


@pytest.mark.parametrize(
    "tekst",
    [
        "A. Eerste vraag\nB. Tweede vraag", "Woningstichting N.V. Waterhoven", "Op 12-9-2026 om 10.00 uur.",
        "Sinds 2024 OM en politie.", "De heer des huizes was er niet.", "Hij is 34 jaar; 12 brieven in 2026.",
        "Kenmerk 123456789", "Artikel 5 AVG, Staatsblad 2025, 78.", "De mevrouw van het wijkteam.",
    ],
)  # fmt: skip
def test_ordinary_sentences_pass(tekst):
    assert isinstance(beoordeel_consultatie(GOED | {"gevraagd": tekst}, VANDAAG), Consultatie)


def test_nothing_is_recorded_without_the_confirmation():
    assert gebreken(zonder_naam=False)["zonder_naam"].startswith("Bevestig dat u geen naam noemde.")


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"titel": ""}, "titel"), ({"organisatie": " "}, "organisatie"), ({"functie": ""}, "functie"),
        ({"gevraagd": ""}, "gevraagd"), ({"advies": ""}, "advies"), ({"datum": None}, "datum"),
        ({"datum": date(2026, 9, 9)}, "datum"), ({"advies": "x" * (MAX_TEKST + 1)}, "advies"),
        ({"gevraagd": "a\x00b"}, "gevraagd"), ({"titel": "x" * 101}, "titel"),
    ],
)  # fmt: skip
def test_what_is_missing_or_cannot_be_kept_is_said_at_its_field(anders, veld):
    assert list(gebreken(**anders)) == [veld]


@pytest.mark.parametrize("tekst", ["<b", "</para> & <", "😀 مرحبا", "x" * 300, "J."])
def test_strange_text_is_kept_as_it_is(tekst):
    uitkomst = beoordeel_consultatie(GOED | {"advies": tekst}, VANDAAG, bekend=BEKEND)
    assert isinstance(uitkomst, Consultatie)
    assert uitkomst.advies == tekst
