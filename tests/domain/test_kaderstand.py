# SPDX-License-Identifier: EUPL-1.2
"""What counts of a kader: the file with the values of this municipality; signed is only what stands so."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeente_pga.domain.kader import DREMPEL, NIET_VASTGESTELD, VASTGESTELD, VOORSTEL, Kader, parse_kader
from gemeente_pga.domain.kaderronde import beoordeel_ronde, beoordeel_waarde, read_termijn, toon_waarde
from gemeente_pga.domain.kaderstand import (
    Kaderwaarde,
    Vaststelling,
    apply,
    geldend,
    getekende_termijnen,
    onderdelen,
)
from tests.inrichting_hulp import kader

VANDAAG = date(2026, 9, 8)
TERMIJN = Kaderwaarde("bewaartermijn", "casus_gesloten", "termijn", "P5Y", "besluit_gemeente", "Besluit 12.")


def getekend(nu: Kader, soort: str, code: str, op: date = VANDAAG) -> Vaststelling:
    (onderdeel,) = [o for o in onderdelen(nu) if o.sleutel == (soort, code)]
    return Vaststelling(
        soort, code, onderdeel.woorden, "Archiefwet", "mr. L. Verhulst", "Jurist", op, "Selectielijst 2020"
    )


def test_a_file_can_never_say_that_it_is_vastgesteld():
    tekst = kader().tekst.replace('status = "uit_bron"', 'status = "vastgesteld"', 1)
    with pytest.raises(ValueError, match="vastgesteld"):
        parse_kader(tekst, "eigen.toml")


def test_a_value_counts_as_a_term_only_after_it_was_signed():
    met = apply(kader(), [TERMIJN], [])
    assert met.bewaartermijn("casus_gesloten").termijn == "P5Y"
    assert met.bewaartermijn("casus_gesloten").status == NIET_VASTGESTELD
    assert getekende_termijnen(met, []) == ()
    v = getekend(met, "bewaartermijn", "casus_gesloten")
    nu = apply(kader(), [TERMIJN], [v])
    assert nu.bewaartermijn("casus_gesloten").status == VASTGESTELD
    (termijn,) = getekende_termijnen(nu, [v])
    assert (termijn.termijn, termijn.startpunt, termijn.door) == ("P5Y", "sluiting_casus", "mr. L. Verhulst")
    assert nu.bewaartermijn("signaal_afgesloten").status == NIET_VASTGESTELD, "and nothing else"


@given(plek=st.integers(0, 200), letter=st.sampled_from("xQ é"))
def test_one_letter_changed_after_signing_and_it_no_longer_counts(plek: int, letter: str):
    v = getekend(kader(), "criterium", "k1")
    assert apply(kader(), [], [v]).criterium("k1").status == VASTGESTELD
    vraag = kader().criterium("k1").vraag
    anders = vraag[: plek % len(vraag)] + letter + vraag[plek % len(vraag) + 1 :]
    waarde = Kaderwaarde("criterium", "k1", "vraag", anders, "wettekst")
    status = apply(kader(), [waarde], [v]).criterium("k1").status
    assert status == (VASTGESTELD if anders == vraag else NIET_VASTGESTELD)


def test_what_was_signed_without_a_term_does_not_count():
    leeg = getekend(kader(), "bewaartermijn", "casus_gesloten")
    assert geldend(kader(), [leeg]) == {}
    assert apply(kader(), [], [leeg]) == kader()


def test_the_whole_kader_counts_when_the_day_and_every_criterium_are_signed():
    dag = Kaderwaarde("kader", "kader", "in_werking", "2025-04-01", "wettekst", "Staatsblad")
    met = apply(kader(), [dag], [])
    alles = [getekend(met, o.soort, o.code) for o in onderdelen(met) if o.soort in ("kader", "criterium")]
    assert apply(kader(), [dag], alles).status == VASTGESTELD
    for weg in alles:
        assert apply(kader(), [dag], [v for v in alles if v is not weg]).status == NIET_VASTGESTELD


def test_an_agreement_filled_in_counts_and_a_rule_of_law_waits_for_its_signature():
    afspraak = Kaderwaarde("streeftermijn", "plan_van_aanpak", "termijn", "P8W", "besluit_gemeente")
    wet = Kaderwaarde("streeftermijn", "woo_besluit", "termijn", "P4W", "wettekst")
    met = apply(kader(), [afspraak, wet], [])
    assert met.streeftermijn("plan_van_aanpak").status == VOORSTEL
    periode = met.streeftermijn("plan_van_aanpak").periode
    assert periode is not None
    assert periode.woorden == "8 weken"
    assert met.streeftermijn("woo_besluit").periode is None, "nobody vouched for it"
    v = getekend(met, "streeftermijn", "woo_besluit")
    assert apply(kader(), [wet], [v]).streeftermijn("woo_besluit").periode is not None


def test_only_the_closed_list_of_fields_can_be_filled_in():
    for soort, code, veld in (
        ("grondslag", "wpg_machtiging_pga", "voorwaarden"), ("partij", "politie", "kernpartij"),
        ("criterium", "k1", "verplicht"), ("kader", "kader", "status"), ("niets", "k1", "vraag"),
    ):  # fmt: skip
        assert apply(kader(), [Kaderwaarde(soort, code, veld, "ja", "fout")], []) == kader()
    invoer = {"veld": "verplicht", "waarde": "nee", "reden": "fout", "toelichting": "x"}
    gebreken = beoordeel_waarde(invoer, kader(), VANDAAG, soort="criterium", code="k1")
    assert isinstance(gebreken, list)
    assert gebreken[0].veld == "veld"


@pytest.mark.eis("G22")
@pytest.mark.parametrize("tekst", ["4", "0", "-6", "5,5", "zes", "100", "", "٧"])
def test_the_smallest_count_never_goes_down(tekst: str):
    invoer = {"veld": "drempel", "waarde": tekst, "reden": "convenant", "toelichting": "Besluit"}
    gebreken = beoordeel_waarde(invoer, kader(), VANDAAG, soort="kader", code="kader")
    assert isinstance(gebreken, list)
    assert {g.veld for g in gebreken} == {"waarde"}
    met = apply(kader(), [Kaderwaarde("kader", "kader", "drempel", "3", "convenant", "Buiten om")], [])
    assert met.drempel == DREMPEL == kader().drempel


def test_the_smallest_count_goes_up_with_a_reason():
    invoer = {"veld": "drempel", "waarde": "8", "reden": "convenant", "toelichting": "Besluit college"}
    waarde = beoordeel_waarde(invoer, kader(), VANDAAG, soort="kader", code="kader")
    assert isinstance(waarde, Kaderwaarde)
    assert apply(kader(), [waarde], []).drempel == 8
    zonder = beoordeel_waarde(invoer | {"reden": ""}, kader(), VANDAAG, soort="kader", code="kader")
    assert isinstance(zonder, list)


@pytest.mark.parametrize(
    ("tekst", "iso"),
    [("5 jaar", "P5Y"), ("1 jaar", "P1Y"), ("6 Maanden", "P6M"), ("4 weken", "P4W"), ("1 dag", "P1D")],
)  # fmt: skip
def test_a_term_is_typed_in_words(tekst: str, iso: str):
    assert read_termijn(tekst) == iso
    assert read_termijn(toon_waarde("termijn", iso)) == iso


@pytest.mark.parametrize(
    "tekst", ["5", "jaar", "0 jaar", "vijf jaar", "5 eeuwen", "-1 jaar", "5 jaar extra", "٥ jaar"]
)
def test_what_is_no_term_is_refused_in_words(tekst: str):
    invoer = {"veld": "termijn", "waarde": tekst, "reden": "besluit_gemeente", "toelichting": "Besluit 12"}
    gebreken = beoordeel_waarde(invoer, kader(), VANDAAG, soort="bewaartermijn", code="casus_gesloten")
    assert isinstance(gebreken, list)
    assert [g.veld for g in gebreken] == ["waarde"]


def test_a_value_asks_a_reason_where_it_stands_and_a_real_change():
    invoer: dict[str, object] = {"veld": "termijn", "waarde": "6 weken"}
    gebreken = beoordeel_waarde(invoer, kader(), VANDAAG, soort="streeftermijn", code="plan_van_aanpak")
    assert isinstance(gebreken, list)
    assert {g.veld for g in gebreken} == {"reden", "toelichting"}
    invoer |= {"reden": "convenant", "toelichting": "Artikel 4"}
    gebreken = beoordeel_waarde(invoer, kader(), VANDAAG, soort="streeftermijn", code="plan_van_aanpak")
    assert isinstance(gebreken, list)
    assert "staat er al" in gebreken[0].melding


def test_a_ronde_says_who_when_and_against_which_text():
    alle = onderdelen(kader())
    gekozen = {("criterium", "k1"), ("criterium", "k2")}
    leeg = beoordeel_ronde({}, VANDAAG, gekozen=gekozen, onderdelen=alle)
    assert isinstance(leeg, list)
    assert {g.veld for g in leeg} == {"door", "functie", "op", "tegen"}
    invoer = {"door": "mr. L. Verhulst", "functie": "Jurist", "op": VANDAAG, "tegen": "Staatsblad"}
    goed = beoordeel_ronde(invoer, VANDAAG, gekozen=gekozen, onderdelen=alle)
    assert not isinstance(goed, list)
    assert goed.items == (("criterium", "k1"), ("criterium", "k2"))
    morgen = beoordeel_ronde(invoer | {"op": date(2026, 9, 9)}, VANDAAG, gekozen=gekozen, onderdelen=alle)
    assert isinstance(morgen, list)
    assert isinstance(beoordeel_ronde(invoer, VANDAAG, gekozen=(), onderdelen=alle), list)
    zonder = beoordeel_ronde(
        invoer | {"grond": "AVG"}, VANDAAG, gekozen={("bewaartermijn", "casus_gesloten")}, onderdelen=alle
    )
    assert isinstance(zonder, list)
    assert "Vul het eerst in" in zonder[0].melding, "no signature under nothing"


def test_a_later_signature_of_the_same_words_is_the_one_that_is_named():
    met = apply(kader(), [TERMIJN], [])
    oud = getekend(met, "bewaartermijn", "casus_gesloten", date(2025, 1, 1))
    nieuw = replace(oud, op=VANDAAG, door="mr. B. de Haan")
    assert [v.door for v in getekende_termijnen(met, [nieuw, oud])] == [oud.door, "mr. B. de Haan"]


@pytest.mark.parametrize(("veld", "waarde"), [("termijn", "vijf jaar"), ("startpunt", "ooit")])
def test_no_end_date_rests_on_a_term_that_cannot_be_read(veld: str, waarde: str):
    stuk = Kaderwaarde("bewaartermijn", "casus_gesloten", veld, waarde, "besluit_gemeente")
    met = apply(kader(), [TERMIJN, stuk], [])
    assert getekende_termijnen(met, [getekend(met, "bewaartermijn", "casus_gesloten")]) == ()
