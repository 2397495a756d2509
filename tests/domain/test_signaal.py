# SPDX-License-Identifier: EUPL-1.2
"""What a signal needs before it may be recorded, and the sentence when it may not."""

from dataclasses import fields
from datetime import date, datetime, timedelta, timezone

import pytest

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import parse_kader
from gemeente_pga.domain.notitie import Telefoonnotitie, beoordeel_notitie
from gemeente_pga.domain.signaal import (
    CORRIGEERBAAR,
    Correctie,
    Signaal,
    Vergelijking,
    beoordeel_correctie,
    beoordeel_signaal,
    check_vergelijkingen,
    joined_dossier,
)
from gemeente_pga.domain.tekst import MAX_TEKST
from gemeente_pga.paths import resource

KADER = parse_kader(resource("kader/wet-pga-2025.toml").read_text(encoding="utf-8"), "wet-pga-2025.toml")
NU = datetime(2026, 9, 9, 9, 30, tzinfo=timezone(timedelta(hours=2)))
GOED: dict[str, object] = {
    "soort": "melding",
    "kanaal": "e_mail",
    "ontvangen_op": date(2026, 9, 8),
    "ontvangen_tijd": "16:42",
    "ontvangen_door": "S. Aydın",
    "gebeurd_op": date(2026, 9, 7),
    "bron_soort": "onderwijs",
    "bron_organisatie": "Praktijkcollege Waterhoven",
    "melder_naam": "Marloes van der Wâl",
    "melder_functie": "mentor",
    "melder_contact": "m.vanderwal@praktijkcollege-waterhoven.example",
    "naam_noemen": "nee",
    "bron_kennis": "gemengd",
    "zelf_waargenomen": "Op 7 september zei hij: “Wie mijn kind komt halen, komt er niet meer uit.”",
    "van_anderen": "Een andere ouder zegt dat er over wapens wordt gepraat.",
    "interpretatie": "",
    "eigen_opmerking": "",
    "acuut": "nee",
    "eerder_besproken": "onbekend",
    "eerder_besproken_toelichting": "",
}
TEKSTVELDEN = (
    "zelf_waargenomen",
    "van_anderen",
    "interpretatie",
    "eigen_opmerking",
    "eerder_besproken_toelichting",
)
REGELVELDEN = ("ontvangen_door", "bron_organisatie", "melder_naam", "melder_functie", "melder_contact")


def signaal(**anders: object) -> Signaal:
    uitkomst = beoordeel_signaal({**GOED, **anders}, KADER, NU)
    assert isinstance(uitkomst, Signaal), uitkomst
    return uitkomst


def gebrek_bij(veld: str, **anders: object) -> str:
    """The sentence at this field, when it is the only one there."""
    uitkomst = beoordeel_signaal({**GOED, **anders}, KADER, NU)
    assert isinstance(uitkomst, list)
    zinnen = [g.melding for g in uitkomst if g.veld == veld]
    assert len(zinnen) == 1, uitkomst
    assert zinnen[0].endswith(".")
    return zinnen[0]


def test_a_complete_signaal_is_taken_word_for_word():
    gelezen = signaal()
    assert gelezen.zelf_waargenomen == GOED["zelf_waargenomen"]
    assert gelezen.ontvangen_op.startswith("2026-09-08T16:42:00")
    assert gelezen.naam_noemen == "nee"
    assert gelezen.acuut is False


@pytest.mark.eis("a.S1", "i7")
def test_an_empty_form_names_every_choice_that_has_no_default():
    uitkomst = beoordeel_signaal({}, KADER, NU)
    assert isinstance(uitkomst, list)
    velden = {g.veld for g in uitkomst}
    assert {
        "soort",
        "kanaal",
        "ontvangen_op",
        "bron_soort",
        "bron_kennis",
        "acuut",
        "eerder_besproken",
    } <= velden
    assert {"naam_noemen", "zelf_waargenomen"} <= velden


@pytest.mark.parametrize("veld", TEKSTVELDEN)
@pytest.mark.parametrize(
    "tekst", ["<b", "a & b", "</para>", "🙂 en 👩‍👧", "مرحبا بكم", "x" * 300, "< 30 dagen >"]
)
def test_strange_but_honest_text_is_kept_as_typed(veld: str, tekst: str):
    assert getattr(signaal(**{veld: tekst}), veld) == tekst


@pytest.mark.parametrize("veld", TEKSTVELDEN + REGELVELDEN)
@pytest.mark.parametrize("tekst", ["met \x00 nul", "met \x07 bel", "\x1b[31m"])
def test_control_characters_are_refused_at_their_field(veld: str, tekst: str):
    assert "stuurteken" in gebrek_bij(veld, **{veld: tekst})


@pytest.mark.parametrize("veld", TEKSTVELDEN)
def test_text_up_to_the_limit_fits_and_one_more_does_not(veld: str):
    assert len(getattr(signaal(**{veld: "é" * MAX_TEKST}), veld)) == MAX_TEKST
    assert "te lang" in gebrek_bij(veld, **{veld: "é" * (MAX_TEKST + 1)})


@pytest.mark.parametrize("veld", REGELVELDEN)
def test_a_line_takes_no_second_line(veld: str):
    assert "regel" in gebrek_bij(veld, **{veld: "een\ntwee"})


@pytest.mark.parametrize(
    ("veld", "anders", "woord"),
    [
        ("ontvangen_op", {"ontvangen_op": date(2026, 9, 10)}, "toekomst"),
        ("ontvangen_op", {"ontvangen_op": "31-2-2026"}, "bestaat niet"),
        ("ontvangen_op", {"ontvangen_op": None}, "Vul in"),
        ("ontvangen_tijd", {"ontvangen_tijd": "25.00"}, "niet te lezen"),
        ("ontvangen_tijd", {"ontvangen_tijd": ""}, "Vul in"),
        ("ontvangen_tijd", {"ontvangen_op": date(2026, 9, 9), "ontvangen_tijd": "09:31"}, "nog niet geweest"),
        ("gebeurd_op", {"gebeurd_op": date(2026, 9, 9)}, "na de ontvangst"),
        ("gebeurd_op", {"gebeurd_op": date(1899, 1, 1)}, "vóór"),
        ("melder_naam", {"bron_soort": "anoniem"}, "anoniem"),
        ("melder_naam", {"bron_soort": "familie", "melder_naam": ""}, "anoniem"),
        ("bron_organisatie", {"bron_organisatie": ""}, "organisatie"),
        ("naam_noemen", {"naam_noemen": ""}, "nee"),
        ("eerder_besproken_toelichting", {"eerder_besproken": "zvh_triage"}, "wie"),
        ("bron_soort", {"soort": "overdracht_andere_gemeente", "bron_soort": "politie"}, "Andere gemeente"),
        ("soort", {"soort": "roddel"}, "lijst"),
        ("soort", {"soort": "overgenomen"}, "lijst"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(veld: str, anders: dict[str, object], woord: str):
    assert woord in gebrek_bij(veld, **anders)


def test_something_that_happened_before_birth_is_refused():
    uitkomst = beoordeel_signaal(
        {**GOED, "gebeurd_op": date(1980, 1, 1)}, KADER, NU, geboortedatum=date(1981, 4, 3)
    )
    assert isinstance(uitkomst, list)
    assert [g.veld for g in uitkomst] == ["gebeurd_op"]
    assert "3-4-1981" in uitkomst[0].melding


def test_only_an_own_remark_is_no_signaal():
    leeg = {"zelf_waargenomen": "", "van_anderen": "", "eigen_opmerking": "raar verhaal"}
    assert "ten minste één vak" in gebrek_bij("zelf_waargenomen", **leeg)


AMBTSBERICHT = {
    "soort": "ambtsbericht",
    "bron_soort": "ambtsbericht",
    "geadresseerd_burgemeester": "ja",
    "gerubriceerd": "nee",
}


def test_an_ambtsbericht_for_the_burgemeester_is_taken():
    assert signaal(**AMBTSBERICHT).gerubriceerd == "nee"


@pytest.mark.eis("G21")
def test_what_is_gerubriceerd_is_refused_with_what_to_do():
    assert "zonder rubricering" in gebrek_bij("gerubriceerd", **{**AMBTSBERICHT, "gerubriceerd": "ja"})
    assert "rubricering" in gebrek_bij("gerubriceerd", **{**AMBTSBERICHT, "gerubriceerd": ""})


@pytest.mark.eis("G21")
@pytest.mark.parametrize("antwoord", ["nee", ""])
def test_an_ambtsbericht_for_someone_else_is_refused(antwoord: str):
    assert "burgemeester" in gebrek_bij(
        "geadresseerd_burgemeester", **{**AMBTSBERICHT, "geadresseerd_burgemeester": antwoord}
    )


def test_answers_to_questions_that_were_not_asked_are_not_kept():
    gelezen = signaal(geadresseerd_burgemeester="ja", gerubriceerd="nee")
    assert (gelezen.geadresseerd_burgemeester, gelezen.gerubriceerd) == ("", "")
    anoniem = signaal(bron_soort="anoniem", melder_naam="", melder_contact="", naam_noemen="")
    assert (anoniem.naam_noemen, anoniem.melder_functie, anoniem.bron_organisatie) == ("nee", "", "")


@pytest.mark.parametrize("bron", ["burger", "anoniem"])
def test_an_organisation_that_is_not_asked_stands_in_nobodys_way(bron: str):
    leeg = {"melder_contact": "", "melder_naam": "" if bron == "anoniem" else "M. Visser"}
    assert signaal(bron_soort=bron, bron_organisatie="x" * 300, **leeg).bron_organisatie == ""


@pytest.mark.eis("i11")
def test_a_correction_needs_a_reason_and_a_change():
    oud = signaal()
    zonder_reden = beoordeel_correctie({**GOED, "van_anderen": "anders"}, KADER, NU, oud=oud)
    assert isinstance(zonder_reden, list)
    assert [g.veld for g in zonder_reden] == ["reden"]
    niets = beoordeel_correctie({**GOED, "reden": "typefout"}, KADER, NU, oud=oud)
    assert niets == [Gebrek("", "Er is niets veranderd. Wijzig eerst wat niet klopt.")]


def test_a_correction_cannot_change_what_kind_of_signaal_it_is():
    invoer = {**GOED, "reden": "typefout", "soort": "ambtsbericht", "acuut": "ja", "van_anderen": "Niets."}
    uitkomst = beoordeel_correctie(invoer, KADER, NU, oud=signaal())
    assert isinstance(uitkomst, Correctie)
    assert (uitkomst.signaal.soort, uitkomst.signaal.acuut) == ("melding", False)
    assert uitkomst.signaal.van_anderen == "Niets."


def test_every_field_that_can_be_corrected_exists():
    assert set(CORRIGEERBAAR) <= {f.name for f in fields(Signaal)}


class TestVergelijkingen:
    KANDIDATEN = {11: "2026-001", 12: "2025-004"}  # noqa: RUF012 - read only

    def test_each_candidate_needs_an_answer(self):
        uitkomst = check_vergelijkingen(
            self.KANDIDATEN, {11: Vergelijking(11, "bevestigd", "naam_en_adres")}, KADER
        )
        assert isinstance(uitkomst, list)
        assert [g.melding for g in uitkomst] == ["Dossier 2025-004: geef aan of dit dezelfde persoon is."]

    def test_refusing_needs_a_reason_from_the_list(self):
        keuzes = {11: Vergelijking(11, "afgewezen", ""), 12: Vergelijking(12, "afgewezen", "ander_adres")}
        uitkomst = check_vergelijkingen(self.KANDIDATEN, keuzes, KADER)
        assert isinstance(uitkomst, list)
        assert [g.melding for g in uitkomst] == ["Dossier 2026-001: kies waarom dit iemand anders is."]

    def test_another_reason_needs_words(self):
        zonder = {
            11: Vergelijking(11, "bevestigd", "anders"),
            12: Vergelijking(12, "afgewezen", "ander_adres"),
        }
        uitkomst = check_vergelijkingen(self.KANDIDATEN, zonder, KADER)
        assert isinstance(uitkomst, list)
        assert "waarom" in uitkomst[0].melding
        met = zonder | {11: Vergelijking(11, "bevestigd", "anders", "De wijkagent kent hem.")}
        assert check_vergelijkingen(self.KANDIDATEN, met, KADER) == tuple(met.values())

    def test_one_person_has_one_dossier(self):
        beide = {n: Vergelijking(n, "bevestigd", "naam_en_adres") for n in self.KANDIDATEN}
        uitkomst = check_vergelijkingen(self.KANDIDATEN, beide, KADER)
        assert isinstance(uitkomst, list)
        assert "kies er één" in uitkomst[0].melding

    def test_a_closed_dossier_is_only_referred_to(self):
        beide = {n: Vergelijking(n, "bevestigd", "naam_en_adres") for n in self.KANDIDATEN}
        uitkomst = check_vergelijkingen(self.KANDIDATEN, beide, KADER, alleen_verwijzen={12})
        assert isinstance(uitkomst, tuple)
        assert joined_dossier(uitkomst, {12}) == 11
        assert joined_dossier(uitkomst, {11, 12}) is None

    def test_an_answer_about_a_candidate_that_is_gone_does_not_count(self):
        keuzes = {99: Vergelijking(99, "bevestigd", "naam_en_adres")}
        assert check_vergelijkingen({}, keuzes, KADER) == ()


NOTITIE: dict[str, object] = {
    "tekst": "Beller maakt zich zorgen over de buurman.",
    "beller": "K. Brouwer",
    "terugbelnummer": "",
    "acuut": "nee",
    "ontvangen_op": date(2026, 9, 9),
    "ontvangen_tijd": "09:15",
}


def test_a_note_needs_little():
    assert beoordeel_notitie(NOTITIE, NU) == Telefoonnotitie(
        "Beller maakt zich zorgen over de buurman.", "K. Brouwer", "", False, signaal_moment(9, 9, 15)
    )


def signaal_moment(dag: int, uur: int, minuut: int) -> str:
    return datetime(2026, 9, dag, uur, minuut).astimezone().isoformat(timespec="seconds")


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"tekst": "  "}, "tekst"),
        ({"tekst": "a\x00b"}, "tekst"),
        ({"tekst": "x" * (MAX_TEKST + 1)}, "tekst"),
        ({"acuut": ""}, "acuut"),
        ({"terugbelnummer": "0" * 51}, "terugbelnummer"),
        ({"ontvangen_op": date(2027, 1, 1)}, "ontvangen_op"),
        ({"ontvangen_tijd": "kwart over"}, "ontvangen_tijd"),
    ],
)
def test_a_note_that_cannot_be_kept_says_where(anders: dict[str, object], veld: str):
    uitkomst = beoordeel_notitie({**NOTITIE, **anders}, NU)
    assert isinstance(uitkomst, list)
    assert [g.veld for g in uitkomst] == [veld]
