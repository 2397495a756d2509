# SPDX-License-Identifier: EUPL-1.2
"""Checks on typed text, dates, codes and numbers."""

import unicodedata
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeente_pga.domain import tekst
from gemeente_pga.domain.gebrek import Gebrek

VANDAAG = date(2026, 11, 21)


def melding(uitkomst: object) -> str:
    assert isinstance(uitkomst, Gebrek), uitkomst
    assert uitkomst.veld == "v"
    assert uitkomst.melding.endswith("."), "a whole sentence"
    return uitkomst.melding


@pytest.mark.parametrize(
    "lastig",
    [
        "<b", "&", "</para>", "50 < 60 & 'x'", "😀👩‍👩‍👧", "مرحبا بالعالم", "x" * 300, "Nguyễn", "a\tb\nc",
        "D'Hondt-Özdemir", "conciërge", "\u200bnulbreed", "%s {} \\ ; DROP TABLE",
    ],
)  # fmt: skip
def test_keeps_awkward_but_legal_text(lastig: str) -> None:
    assert tekst.check_tekst("v", lastig, naam="Feiten") == lastig


@pytest.mark.parametrize(
    "teken", ["\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x9f", "\ud83d", "\ufffe", "\U0001ffff"]
)
def test_refuses_control_characters_and_says_where(teken: str) -> None:
    zin = melding(tekst.check_tekst("v", f"eerste regel\ntweede{teken}regel", naam="Feiten"))
    assert zin.startswith("Feiten: op regel 2 na “tweede”")
    assert teken not in zin
    assert "Feiten: na “eerste” staat" in melding(tekst.check_regel("v", f"eerste{teken}x", naam="Feiten"))


def test_line_ends_and_composed_letters_become_one_form() -> None:
    assert tekst.check_tekst("v", " Wa\u0302l\r\nb\rc\u2028d ", naam="x") == "Wâl\nb\nc\nd"


def test_length_limit_is_exact_and_told_in_dutch_numbers() -> None:
    assert tekst.check_tekst("v", "a" * 20_000, naam="Feiten") == "a" * 20_000
    zin = melding(tekst.check_tekst("v", "a" * 21_234, naam="Feiten"))
    assert "1.234 tekens te lang" in zin
    assert "20.000" in zin


def test_length_is_told_for_this_field_and_in_the_singular() -> None:
    zin = melding(tekst.check_regel("v", "a" * 20_001, naam="Toevoeging", maximum=10))
    assert zin == "Toevoeging: de tekst is 19.991 tekens te lang. Er passen 10 tekens in."
    assert "1 teken te lang" in melding(tekst.check_regel("v", "a" * 11, naam="Toevoeging", maximum=10))


def test_required_text_may_not_be_blank() -> None:
    assert melding(tekst.check_tekst("v", " \n\t ", naam="Feiten", verplicht=True)) == "Vul in: Feiten."
    assert tekst.check_tekst("v", None, naam="Feiten") == ""


def test_single_line_refuses_line_ends_and_joins_spaces() -> None:
    assert tekst.check_regel("v", "  J.\t van   den Berg ", naam="Naam") == "J. van den Berg"
    assert "één regel" in melding(tekst.check_regel("v", "a\nb", naam="Naam"))
    assert "50 tekens te lang" in melding(tekst.check_regel("v", "a" * 300, naam="Naam"))


def test_wrong_type_is_a_bug_not_a_gebrek() -> None:
    with pytest.raises(TypeError):
        tekst.check_tekst("v", 3, naam="Feiten")
    with pytest.raises(TypeError):
        tekst.check_getal("v", True, naam="Nummer")


@pytest.mark.parametrize(
    "getypt",
    ["3-4-1981", "03-04-1981", "03 04 1981", "3/4/1981", "3.4.1981", " 3 - 4 - 1981 ", "3 april 1981",
     "3 apr. 1981", "3 APRIL 1981", "1981-04-03", "03041981"],
)  # fmt: skip
def test_reads_dates_as_typed(getypt: str) -> None:
    assert tekst.parse_datum(getypt) == date(1981, 4, 3)


@pytest.mark.parametrize(
    "getypt", ["", "31-2-1981", "29-2-2023", "13-13-2020", "3-4-81", "3 4", "april 1981", "0-1-2000",
               "morgen", "3 avril 1981", "1981", "3-4-19811", "٣-٤-١٩٨١", "1-1-0000"]
)  # fmt: skip
def test_does_not_guess_dates(getypt: str) -> None:
    assert tekst.parse_datum(getypt) is None


@given(st.dates(min_value=date(1000, 1, 1)))
def test_written_dates_are_read_back(dag: date) -> None:
    assert tekst.parse_datum(tekst.datum_kort(dag)) == dag
    assert tekst.parse_datum(tekst.datum_lang(dag)) == dag
    assert tekst.parse_datum(dag.isoformat()) == dag


@pytest.mark.parametrize("getypt", ["W" * 300, "3-4-1981" * 9_999])
def test_what_is_no_date_is_told_as_such(getypt: str) -> None:
    zin = melding(tekst.check_datum("v", getypt, naam="Ontvangen op", vandaag=date(2026, 11, 4)))
    assert zin.startswith("Ontvangen op: deze datum bestaat niet of is niet te lezen.")


def test_date_limits() -> None:
    def check(waarde: object, verplicht: bool = False, toekomst: bool = False) -> object:
        return tekst.check_datum(
            "v", waarde, naam="Geboortedatum", vandaag=VANDAAG, verplicht=verplicht, toekomst=toekomst
        )

    assert check("21-11-2026") == VANDAAG
    assert check(datetime(2026, 11, 21, 23, 59)) == VANDAAG  # noqa: DTZ001 - a date field without zone
    assert check(None) is None
    assert check("") is None
    assert check("22-11-2026", toekomst=True) == date(2026, 11, 22)
    assert "in de toekomst" in melding(check("22-11-2026"))
    assert "vóór 1-1-1900" in melding(check("31-12-1899"))
    assert "bestaat niet" in melding(check("31-2-2020"))
    assert melding(check("", verplicht=True)) == "Vul in: Geboortedatum."
    assert "stuurteken" in melding(check("3-4\x00-1981"))


def test_codes_and_numbers() -> None:
    assert tekst.check_code("v", "ja", naam="Acuut", toegestaan=("ja", "nee")) == "ja"
    assert "staat niet in de lijst" in melding(tekst.check_code("v", "JA", naam="Acuut", toegestaan=("ja",)))
    assert "Maak een keuze" in melding(
        tekst.check_code("v", "", naam="Acuut", toegestaan=("ja",), verplicht=True)
    )
    assert tekst.check_getal("v", " 14 ", naam="Huisnummer", minimum=1) == 14
    assert tekst.check_getal("v", 14, naam="Huisnummer", minimum=1) == 14
    assert tekst.check_getal("v", "", naam="Huisnummer") is None
    for fout in ("14a", "1.5", "٣", "²", "9" * 30):
        assert "alleen een heel getal" in melding(tekst.check_getal("v", fout, naam="Huisnummer"))
    assert "van 1 tot en met 99.999" in melding(tekst.check_getal("v", "0", naam="Huisnummer", minimum=1))


def test_attachment_limit_is_exact() -> None:
    assert tekst.check_bijlage("v", "scan.pdf", 25 * 1024 * 1024) is None
    zin = melding(tekst.check_bijlage("v", "scan.pdf", 25 * 1024 * 1024 + 1))
    assert "“scan.pdf” is 26 MB" in zin


def test_invoer_gathers_every_gebrek_in_order() -> None:
    lezer = tekst.Invoer({"a": "", "b": "x\x00", "c": "31-2-2020", "d": "zes", "e": "q", "f": True}, VANDAAG)
    assert lezer.regel("a", "A", verplicht=True) == ""
    assert lezer.tekst("b", "B") == ""
    assert lezer.datum("c", "C") is None
    assert lezer.getal("d", "D") is None
    assert lezer.code("e", "E", ("p",)) == ""
    assert lezer.ja("f") is True
    assert lezer.ja("ontbreekt") is False
    lezer.gebrek("f", "Zo kan het niet.")
    assert [g.veld for g in lezer.gebreken] == ["a", "b", "c", "d", "e", "f"]


@given(st.text(alphabet=st.characters(codec=None)))
def test_any_text_is_kept_or_refused_never_a_crash(ruw: str) -> None:
    uitkomst = tekst.check_tekst("v", ruw, naam="Feiten")
    if isinstance(uitkomst, str):
        assert uitkomst == tekst.normalise(uitkomst)
        assert unicodedata.is_normalized("NFC", uitkomst)
        assert uitkomst.encode("utf-8").decode("utf-8") == uitkomst
        assert "\x00" not in uitkomst
    schoon = tekst.without_onbewaarbare_tekens(ruw)
    assert tekst.check_tekst("v", schoon, naam="Feiten", maximum=len(schoon)) == schoon


@given(st.text())
def test_bare_letters_are_stable(ruw: str) -> None:
    kaal = tekst.kale_letters(ruw)
    assert tekst.kale_letters(kaal) == kaal
    assert "Mn" not in {unicodedata.category(teken) for teken in kaal}


@pytest.mark.parametrize(
    ("met", "zonder"),
    [("Yılmaz", "yilmaz"), ("Őz", "oz"), ("Nguyễn", "nguyen"), ("Wâl", "wal"), ("İnönü", "inonu"),
     ("Łódź", "lodz"), ("Straße", "strasse"), ("Ĳsbrand", "ijsbrand"), ("Æsop", "aesop"), ("Đorđe", "dorde"),
     ("ﬁets", "fiets")],
)  # fmt: skip
def test_bare_letters(met: str, zonder: str) -> None:
    assert tekst.kale_letters(met) == zonder


@pytest.mark.parametrize("niets", ["\u200b", "\u2060\u200d", "\u202e \u202c", "\xad\n\u200b"])
def test_signs_without_a_shape_are_no_text(niets: str) -> None:
    uitkomst = tekst.check_tekst("reden", niets, naam="Reden", verplicht=True)
    assert uitkomst == Gebrek("reden", "Vul in: Reden.")
    assert tekst.check_regel("naam", niets, naam="Naam") == ""


def test_a_sign_without_a_shape_inside_a_word_stays() -> None:
    assert tekst.check_tekst("reden", "nul\u200bbreed", naam="Reden") == "nul\u200bbreed"


@pytest.mark.parametrize("gekozen", [1, 2**59, 10**18 - 1, 10**18, 2**62 - 1, 2**63 - 1])
def test_every_id_that_the_store_makes_is_read_back(gekozen: int) -> None:
    for waarde in (gekozen, str(gekozen)):
        assert tekst.Invoer({"partij_id": waarde}, VANDAAG).sleutel("partij_id") == gekozen


@pytest.mark.parametrize("waarde", ["", None, "x", "-1", "1.0", "١٢", str(2**63), "9" * 19, "9" * 5000])
def test_what_is_no_id_is_nothing(waarde: object) -> None:
    assert tekst.Invoer({"partij_id": waarde}, VANDAAG).sleutel("partij_id") == 0


@pytest.mark.parametrize(("naam", "slot"), [("Soort", "Soort."), ("Is er papier?", "Is er papier?")])
def test_a_question_that_is_not_answered_keeps_its_mark(naam: str, slot: str) -> None:
    lezer = tekst.Invoer({}, VANDAAG)
    lezer.code("a", naam, ["ja"], verplicht=True)
    assert [g.melding for g in lezer.gebreken] == [f"Maak een keuze bij: {slot}"]
