# SPDX-License-Identifier: EUPL-1.2
"""A retention end date exists only where a named person has vastgesteld the term."""

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeente_pga.domain.bewaartermijn import (
    Bewaarfeiten,
    GeenDatum,
    Termijnvaststelling,
    Vernietigingsdatum,
    compute_vernietiging,
    describe_termijn,
    describe_uitkomst,
)
from gemeente_pga.domain.kader import STARTPUNTEN, Kader, parse_kader
from gemeente_pga.domain.kaderstand import Kaderwaarde, apply
from gemeente_pga.domain.periode import Periode, parse_periode
from gemeente_pga.paths import resource

VASTSTELLING = Termijnvaststelling(
    code="casus_gesloten",
    termijn="P5Y",
    startpunt="sluiting_casus",
    grond="Besluit van de burgemeester",
    door="mr. A. de Wit",
    op=date(2026, 11, 2),
)
DAG = date(2026, 12, 1)
ALLE_FEITEN = Bewaarfeiten(DAG, DAG, DAG, DAG, DAG, DAG)


@pytest.fixture(scope="module")
def kader() -> Kader:
    return parse_kader(resource("kader/wet-pga-2025.toml").read_text(encoding="utf-8"), "wet-pga-2025.toml")


def test_no_shipped_term_gives_an_end_date(kader: Kader):
    uitkomsten = [compute_vernietiging(regel.code, ALLE_FEITEN, kader) for regel in kader.bewaartermijnen]
    assert len(uitkomsten) == 8
    assert all(isinstance(u, GeenDatum) and u.reden == "niet_vastgesteld" for u in uitkomsten)


def test_a_number_in_the_file_alone_gives_no_end_date(kader: Kader):
    met_getal = replace(kader.bewaartermijn("casus_gesloten"), termijn="P5Y", status="uit_bron")
    ander = replace(kader, bewaartermijnen=(met_getal,))
    uitkomst = compute_vernietiging("casus_gesloten", ALLE_FEITEN, ander)
    assert isinstance(uitkomst, GeenDatum)
    assert describe_termijn(met_getal).startswith("De bron noemt 5 jaar na ")
    assert "telt daarom niet" in describe_termijn(met_getal)


def test_what_was_filled_in_here_is_not_called_a_word_of_the_source(kader: Kader):
    waarde = Kaderwaarde("bewaartermijn", "casus_gesloten", "termijn", "P5Y", "eigen_besluit")
    eigen = apply(kader, [waarde], ()).bewaartermijn("casus_gesloten")
    assert describe_termijn(eigen) == (
        "Hier is ingevuld: 5 jaar na het afsluiten van de casus. "
        "Dit is nog niet vastgesteld en telt daarom niet."
    )


def test_fixed_term_gives_the_day_and_says_how(kader: Kader):
    feiten = Bewaarfeiten(sluiting_casus=date(2026, 12, 1))
    uitkomst = compute_vernietiging("casus_gesloten", feiten, kader, {"casus_gesloten": VASTSTELLING})
    assert isinstance(uitkomst, Vernietigingsdatum)
    assert uitkomst.datum == date(2031, 12, 1)
    assert describe_uitkomst(uitkomst) == (
        "Bewaren tot 1 december 2031: 5 jaar na het afsluiten van de casus op 1 december 2026. "
        "Vernietigen gebeurt pas na uw besluit."
    )
    assert describe_termijn(kader.bewaartermijn("casus_gesloten"), VASTSTELLING) == (
        "5 jaar na het afsluiten van de casus. Vastgesteld door mr. A. de Wit op 2 november 2026."
    )


def test_a_term_fixed_for_something_else_does_not_count(kader: Kader):
    uitkomst = compute_vernietiging(
        "signaal_niet_opgenomen", ALLE_FEITEN, kader, {"casus_gesloten": VASTSTELLING}
    )
    assert isinstance(uitkomst, GeenDatum)
    assert uitkomst.reden == "niet_vastgesteld"


@pytest.mark.parametrize(
    ("feiten", "reden", "woorden"),
    [
        (Bewaarfeiten(), "loopt_nog_niet", "begint bij het afsluiten van de casus"),
        (
            Bewaarfeiten(weegbesluit=date(2026, 10, 2)),
            "loopt_nog_niet",
            "begint bij het afsluiten van de casus",
        ),
        (
            Bewaarfeiten(sluiting_casus=date(2026, 12, 1), vernietiging_opgeschort=True),
            "opgeschort",
            "beroep",
        ),
        (Bewaarfeiten(sluiting_casus=date(9998, 1, 1)), "buiten_kalender", "Controleer de begindatum"),
    ],
)
def test_no_date_without_start_or_during_a_hold(kader: Kader, feiten: Bewaarfeiten, reden: str, woorden: str):
    uitkomst = compute_vernietiging("casus_gesloten", feiten, kader, {"casus_gesloten": VASTSTELLING})
    assert isinstance(uitkomst, GeenDatum)
    assert uitkomst.reden == reden
    assert woorden in describe_uitkomst(uitkomst)


def test_every_start_point_is_a_fact_we_can_know():
    datums = {veld.name for veld in fields(Bewaarfeiten)} - {"vernietiging_opgeschort"}
    assert datums == set(STARTPUNTEN)


def test_unknown_subject_is_a_programming_error(kader: Kader):
    with pytest.raises(KeyError):
        compute_vernietiging("bestaat_niet", Bewaarfeiten(), kader)


@given(
    jaren=st.integers(0, 20),
    maanden=st.integers(0, 240),
    weken=st.integers(0, 99),
    dagen=st.integers(0, 999),
    begin=st.dates(date(1990, 1, 1), date(2100, 1, 1)),
)
def test_end_lies_after_the_start_and_not_before_a_shorter_term(jaren, maanden, weken, dagen, begin):
    if not any((jaren, maanden, weken, dagen)):
        with pytest.raises(ValueError, match="langer"):
            Periode(jaren, maanden, weken, dagen)
        return
    periode = Periode(jaren, maanden, weken, dagen)
    assert periode.after(begin) > begin
    assert periode.before(begin) < begin
    assert Periode(jaren, maanden, weken, dagen + 1).after(begin) > periode.after(begin)
    tekst = f"P{jaren}Y{maanden}M{weken}W{dagen}D"
    assert parse_periode(tekst) == periode


@pytest.mark.parametrize(
    ("tekst", "begin", "einde"),
    [
        ("P1M", date(2026, 1, 31), date(2026, 2, 28)),
        ("P1M", date(2028, 1, 31), date(2028, 2, 29)),
        ("P1Y", date(2028, 2, 29), date(2029, 2, 28)),
        ("P4W", date(2026, 10, 2), date(2026, 10, 30)),
        ("P3M", date(2026, 10, 14), date(2027, 1, 14)),
        ("P1Y6M", date(2026, 12, 1), date(2028, 6, 1)),
    ],
)
def test_calendar_of_a_term(tekst, begin, einde):
    assert parse_periode(tekst).after(begin) == einde


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        ("P5Y", "5 jaar"),
        ("P1M", "1 maand"),
        ("P12M", "12 maanden"),
        ("P4W", "4 weken"),
        ("P1W", "1 week"),
        ("P14D", "14 dagen"),
        ("P1Y6M", "1 jaar en 6 maanden"),
        ("P1Y2M1D", "1 jaar, 2 maanden en 1 dag"),
    ],
)
def test_term_in_dutch(tekst, woorden):
    assert parse_periode(tekst).woorden == woorden


@pytest.mark.parametrize(
    "tekst",
    ["", "P", "5Y", "PT72H", "P0D", "P-1Y", "P1.5Y", "P1M1Y", "p1y", "P1Y ", "P٣Y", "P1000Y", "P1Y\n"],
)
def test_what_is_no_term_is_refused(tekst):
    with pytest.raises(ValueError, match="termijn"):
        parse_periode(tekst)
