# SPDX-License-Identifier: EUPL-1.2
"""Names in parts, checks on a person, and who may be the same person."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.naamvergelijking import (
    MAX_KANDIDATEN,
    Bekende,
    Kandidaat,
    naamdelen,
    vouw,
    zoek_kandidaten,
    zoeksleutels,
)
from gemeente_pga.domain.persoon import (
    Naamdelen,
    Persoon,
    achternaam,
    adresregel,
    beoordeel_persoon,
    eerdere_namen,
    is_onbekend,
    sorteernaam,
    split_naam,
    volledige_naam,
    waarschuwingen,
)
from tests.meten.namen import verzin_bekenden

VANDAAG = date(2026, 11, 21)
JORIS = Persoon(
    voornamen="Joris",
    geslachtsnaam="D'Hondt-Özdemir",
    geboortedatum=date(1981, 4, 3),
    straatnaam="Zwanebloem",
    huisnummer=14,
    plaats="Waterhoven",
)


def persoon(naam: str, geboren: date | None = None, **meer: object) -> Persoon:
    delen = split_naam(naam)
    return Persoon(
        delen.voornamen, delen.voorletters, delen.voorvoegsel, delen.geslachtsnaam,
        geboortedatum=geboren, **meer,  # type: ignore[arg-type]
    )  # fmt: skip


def zoek(gezocht: Persoon, *bekenden: Persoon) -> list[Kandidaat]:
    return zoek_kandidaten(gezocht, [Bekende(n, bekende) for n, bekende in enumerate(bekenden, start=1)])


# --- a typed name falls apart into parts


@pytest.mark.parametrize(
    ("getypt", "voornamen", "voorletters", "voorvoegsel", "geslachtsnaam"),
    [
        ("Joris D'Hondt-Özdemir", "Joris", "", "", "D'Hondt-Özdemir"),
        ("de heer Joris D’Hondt-Özdemir", "Joris", "", "", "D'Hondt-Özdemir"),
        ("J. van den Berg", "", "J.", "van den", "Berg"),
        ("Berg, J. van den", "", "J.", "van den", "Berg"),
        ("van den Berg, Jan", "Jan", "", "van den", "Berg"),
        ("Berg, van den", "", "", "van den", "Berg"),
        ("Van den Berg", "", "", "van den", "Berg"),
        ("Berg van den", "", "", "van den", "Berg"),
        ("J. v. d. Berg", "", "J.", "v.d.", "Berg"),
        ("mr. P. van 't Hoff", "", "P.", "van 't", "Hoff"),
        ("dhr. drs. A. Bos", "", "A.", "", "Bos"),
        ("P. ’t Hart", "", "P.", "'t", "Hart"),
        ("R. El Amrani", "", "R.", "", "El Amrani"),
        ("Jan Willem de Vries", "Jan Willem", "", "de", "Vries"),
        ("J.P. Balk", "", "J.P.", "", "Balk"),
        ("J P Balk", "", "J.P.", "", "Balk"),
        ("A. Jansen - de Vries", "", "A.", "", "Jansen-de Vries"),
        ("Maria Jansen-van den Berg", "Maria", "", "", "Jansen-van den Berg"),
        ("Berg-van Dijk, M. van den", "", "M.", "van den", "Berg-van Dijk"),
        ("J. (Jo) Bakker", "", "J.", "", "Bakker"),
        ("Aydın, S.", "", "S.", "", "Aydın"),
        ("Th. Bakker", "", "Th.", "", "Bakker"),
        ("D. Jansen", "", "D.", "", "Jansen"),
        ("Joris", "", "", "", "Joris"),
        ("van", "", "", "", "van"),
        ("Mevrouw", "", "", "", "Mevrouw"),
        ("", "", "", "", ""),
        (", - ,", "", "", "", ""),
    ],
)
def test_splits_a_typed_name(
    getypt: str, voornamen: str, voorletters: str, voorvoegsel: str, geslachtsnaam: str
) -> None:
    assert split_naam(getypt) == Naamdelen(voornamen, voorletters, voorvoegsel, geslachtsnaam)


def test_shows_and_sorts_names_the_dutch_way() -> None:
    berg = split_naam("J. van den Berg")
    assert (volledige_naam(berg), sorteernaam(berg), achternaam(berg)) == (
        "J. van den Berg",
        "Berg, J. van den",
        "van den Berg",
    )
    assert sorteernaam(split_naam("Joris D'Hondt-Özdemir")) == "D'Hondt-Özdemir, Joris"
    assert sorteernaam(Persoon(geslachtsnaam="onbekend")) == "onbekend"
    assert adresregel(JORIS) == "Zwanebloem 14, Waterhoven"
    assert adresregel(Persoon(geslachtsnaam="x")) == ""
    assert eerdere_namen(Persoon(geslachtsnaam="x", eerdere_namen="Jansen ; de Wit;")) == ("Jansen", "de Wit")


@given(st.text(max_size=60))
def test_splitting_never_fails_and_always_gives_a_surname(getypt: str) -> None:
    delen = split_naam(getypt)
    assert bool(delen.geslachtsnaam) == bool(volledige_naam(delen))
    assert not getypt.strip(" -,").isalpha() or delen.geslachtsnaam


@given(
    st.sampled_from(["Jan", "Anne-Fleur", ""]),
    st.sampled_from(["", "van", "van den", "ter", "van 't", "de"]),
    st.sampled_from(["Berg", "D'Hondt-Özdemir", "El Amrani", "Nguyễn", "Vries-Jansen"]),
)
def test_both_ways_of_writing_a_name_give_the_same_parts(voor: str, tussen: str, achter: str) -> None:
    delen = Naamdelen(voornamen=voor, voorvoegsel=tussen, geslachtsnaam=achter)
    assert split_naam(sorteernaam(delen)) == delen
    if voor:
        assert split_naam(volledige_naam(delen)) == delen


# --- checks on the fields


def test_reads_a_whole_person() -> None:
    invoer = {
        "voornamen": " Joris ",
        "geslachtsnaam": "D'Hondt-Özdemir",
        "geboortedatum": "3-4-1981",
        "straatnaam": "Zwanebloem",
        "huisnummer": "14",
        "postcode": "1234ab",
        "plaats": "Waterhoven",
        "eerdere_namen": "Dhont\nD'Hondt",
    }
    uitkomst = beoordeel_persoon(invoer, VANDAAG)
    assert isinstance(uitkomst, Persoon)
    assert (uitkomst.postcode, uitkomst.huisnummer, uitkomst.geboortedatum) == (
        "1234 AB",
        14,
        date(1981, 4, 3),
    )
    assert eerdere_namen(uitkomst) == ("Dhont", "D'Hondt")
    assert waarschuwingen(uitkomst) == []


@pytest.mark.parametrize(
    ("veld", "waarde", "woorden"),
    [
        ("geslachtsnaam", "", "schrijf dan “onbekend”"),
        ("geslachtsnaam", "a\x00b", "stuurteken"),
        ("geslachtsnaam", "x" * 300, "te lang"),
        ("geboortedatum", "22-11-2026", "in de toekomst"),
        ("geboortedatum", "31-12-1899", "vóór 1-1-1900"),
        ("geboortedatum", "31-2-1981", "bestaat niet"),
        ("postcode", "0123 AB", "1234 AB"),
        ("postcode", "1234 SS", "1234 AB"),
        ("huisnummer", "14a", "heel getal"),
        ("huisnummer", "0", "van 1"),
        ("plaats", "a\nb", "één regel"),
    ],
)
def test_refuses_wrong_input_at_its_field(veld: str, waarde: str, woorden: str) -> None:
    uitkomst = beoordeel_persoon({"geslachtsnaam": "Bakker", veld: waarde}, VANDAAG)
    assert isinstance(uitkomst, list)
    assert [gebrek.veld for gebrek in uitkomst] == [veld]
    assert woorden in uitkomst[0].melding


def test_warns_without_refusing() -> None:
    lang = beoordeel_persoon(
        {"geslachtsnaam": "Bakker", "straatnaam": "Burgemeester van Waterhovenlaan"}, VANDAAG
    )
    assert isinstance(lang, Persoon)
    assert [gebrek.veld for gebrek in waarschuwingen(lang)] == ["straatnaam", "huisnummer"]
    assert all(isinstance(gebrek, Gebrek) for gebrek in waarschuwingen(lang))


# --- who may be the same person

ZELFDE_NAAM = [
    ("A. Kuijpers", "A. Cuypers"),
    ("Jan van den Berg", "Berg, Jan van den"),
    ("Jan van den Berg", "Jan Berg"),
    ("Mohamed Bakali", "Muhammad Bakkali"),
    ("Mohammed Bakali", "Mohamed Bakali"),
    ("E. Mohamed", "E. Muhammad"),
    ("E. Mohammed", "E. Muhammad"),
    ("Elif Yılmaz", "Elif Yilmaz"),
    ("L. Nguyễn", "L. Nguyen"),
    ("B. Őz", "B. Oz"),
    ("J. Dhont", "Joris D'Hondt-Özdemir"),
    ("J. Hondt", "Joris D'Hondt"),
    ("J. Ozdemir", "Joris D'Hondt-Özdemir"),
    ("Joris Özdemir-D'Hondt", "Joris D'Hondt-Özdemir"),
    ("P. Visser", "Piet de Visscher"),
    ("P. Janssen", "P. Jansen"),
    ("P. Hendrickx", "P. Hendriks"),
    ("P. Meijer", "P. Meyer"),
    ("P. Blaauw", "P. Blauw"),
    ("P. Schmidt", "P. Smit"),
    ("Youssef Bouali", "Joesoef Boualli"),
    ("Fillip Stefens", "Philip Steffens"),
    ("Ahmed Mohamed", "Mohamed Ahmed"),
    ("J. Brouwer", "J. Bruwer"),
    ("J. Bakker", "J. Bakkel"),
    ("J. Jansen", "J. Jasen"),
]


@pytest.mark.parametrize(("een", "ander"), ZELFDE_NAAM)
def test_finds_other_spellings_of_a_name_from_both_sides(een: str, ander: str) -> None:
    heen, terug = zoek(persoon(een), persoon(ander)), zoek(persoon(ander), persoon(een))
    assert len(heen) == len(terug) == 1
    assert heen[0].redenen


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("P. Bakker", "P. Jansen"),
        ("Jan Bakker", "Piet Bakker"),
        ("Jan de Wit", "Jan de Boer"),
        ("Joris D'Hondt", "Marie D'Hondt"),
        ("onbekend", "Bakker"),
        ("van den Berg", "van den Bosch"),
        ("R. El Amrani", "R. El Bouali"),
    ],
)
def test_leaves_different_people_alone(een: str, ander: str) -> None:
    assert zoek(persoon(een), persoon(ander)) == []


def test_the_sample_case_is_found_with_every_reason_in_words() -> None:
    gezocht = persoon(
        "J. Dhont", date(1981, 3, 4), straatnaam="Zwaneblom", huisnummer=14, plaats="Waterhoven"
    )
    (gevonden,) = zoek(gezocht, JORIS)
    assert gevonden.redenen == (
        "Achternaam lijkt: Dhont – D'Hondt-Özdemir",
        "Voorletter past: J. – Joris",
        "Geboortedatum met dag en maand omgewisseld: 4-3-1981 – 3-4-1981",
        "Adres lijkt: Zwaneblom 14, Waterhoven – Zwanebloem 14, Waterhoven",
    )
    assert gevonden.verschillen == ()


def test_two_people_of_the_same_name_are_both_shown_with_what_differs() -> None:
    jong, oud = persoon("Jan Bakker", date(1999, 1, 2)), persoon("Jan Bakker", date(1955, 6, 7))
    gevonden = zoek(jong, oud, jong)
    assert [kandidaat.persoon for kandidaat in gevonden] == [jong, oud]
    assert gevonden[1].verschillen == ("Andere geboortedatum: 2-1-1999 – 7-6-1955",)


@pytest.mark.parametrize(
    ("datum", "zin"),
    [
        (date(1981, 4, 3), "Zelfde geboortedatum: 3-4-1981"),
        (date(1981, 3, 4), "Geboortedatum met dag en maand omgewisseld: 3-4-1981 – 4-3-1981"),
        (date(1981, 4, 8), "Geboortedatum scheelt één cijfer: 3-4-1981 – 8-4-1981"),
        (date(1918, 4, 3), "Geboortedatum met twee cijfers omgewisseld: 3-4-1981 – 3-4-1918"),
        (date(1981, 12, 25), "Zelfde geboortejaar: 3-4-1981 – 25-12-1981"),
    ],
)
def test_near_birth_dates_are_reasons(datum: date, zin: str) -> None:
    (gevonden,) = zoek(JORIS, persoon("J. Dhont", datum))
    assert zin in gevonden.redenen


def test_former_name_and_changed_name_are_found() -> None:
    getrouwd = persoon("Maria Bakker", date(1990, 1, 2), eerdere_namen="de Wit; van Dam")
    (gevonden,) = zoek(persoon("M. Witt"), getrouwd)
    assert gevonden.redenen[0] == "Eerdere of andere naam lijkt: Witt – Wit"
    (gevonden,) = zoek(persoon("Maria Smit", date(1990, 1, 2)), persoon("Maria Bakker", date(1990, 1, 2)))
    assert gevonden.verschillen == ("Andere achternaam: Bakker",)


def test_same_address_alone_is_no_reason_but_supports() -> None:
    op_adres: dict[str, Any] = {"straatnaam": "Zwanebloem", "huisnummer": 14, "plaats": "Waterhoven"}
    assert zoek(persoon("P. Bakker", **op_adres), JORIS) == []
    (gevonden,) = zoek(persoon("Joris Bakker", **op_adres), JORIS)
    assert "Zelfde adres: Zwanebloem 14, Waterhoven" in gevonden.redenen
    (gevonden,) = zoek(persoon("onbekend", **op_adres), JORIS)
    assert gevonden.redenen == ("Zelfde adres: Zwanebloem 14, Waterhoven",)
    assert zoek(persoon("onbekend", straatnaam="Zwanebloem", huisnummer=15), JORIS) == []


def test_a_relative_in_another_dossier_is_named_as_such() -> None:
    (gevonden,) = zoek_kandidaten(persoon("J. Dhont"), [Bekende(1, JORIS, rol="naaste")])
    assert gevonden.redenen[-1] == "Staat in dat dossier als naaste"


def test_among_ten_thousand_the_right_one_comes_first_and_few_come_along() -> None:
    bekenden = verzin_bekenden(10_000)
    bekenden.insert(6_000, Bekende(99_999, JORIS, sleutels=zoeksleutels(JORIS)))
    gezocht = persoon("J. Dhont", date(1981, 3, 4), straatnaam="Zwaneblom", huisnummer=14)
    gevonden = zoek_kandidaten(gezocht, bekenden)
    assert gevonden[0].dossier_id == 99_999
    assert len(gevonden) <= MAX_KANDIDATEN
    veelvoorkomend = zoek_kandidaten(persoon("Yilmaz"), bekenden)
    assert len(veelvoorkomend) == MAX_KANDIDATEN
    assert all(kandidaat.redenen for kandidaat in veelvoorkomend)


NAMEN = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        [naam for paar in ZELFDE_NAAM for naam in paar] + ["onbekend", "", "'", "De", "Ait Ben Haddou"]
    ),
)
PERSONEN = st.builds(
    lambda naam, datum, straat, nummer, anders: persoon(
        naam, datum, straatnaam=straat, huisnummer=nummer, eerdere_namen=anders
    ),
    NAMEN,
    st.none() | st.dates(date(1980, 1, 1), date(1981, 12, 31)),
    st.sampled_from(["", "Zwanebloem", "Zwaneblom", "Dorpsstraat"]),
    st.none() | st.integers(1, 3),
    st.sampled_from(["", "Bakker", "Bakkel; Dhont"]),
)


@given(st.text(alphabet=st.characters(codec=None), max_size=40))
def test_folding_is_stable_for_any_text(ruw: str) -> None:
    assert vouw(vouw(ruw)) == vouw(ruw)
    assert all(naamdelen(ruw)) or naamdelen(ruw) == ()
    assert not any(sleutel.split() != [sleutel] for sleutel in zoeksleutels(Persoon(geslachtsnaam=ruw)))


@given(PERSONEN, PERSONEN)
@settings(max_examples=300)
def test_likeness_is_mutual_and_never_outside_the_shared_keys(een: Persoon, ander: Persoon) -> None:
    heen, terug = zoek(een, ander), zoek(ander, een)
    assert len(heen) == len(terug)
    if heen:
        assert zoeksleutels(een) & zoeksleutels(ander)
        assert heen[0].redenen


@given(PERSONEN)
def test_everyone_is_found_again_by_own_data(iemand: Persoon) -> None:
    gevonden = zoek(iemand, iemand)
    assert gevonden or not naamdelen(iemand.geslachtsnaam) or is_onbekend(iemand.geslachtsnaam)
