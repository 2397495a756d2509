# SPDX-License-Identifier: EUPL-1.2
"""How parts break over pages: headings, table headers, tall rows and boxes."""

from datetime import date

import pytest
from reportlab.platypus import Flowable

from gemeente_pga.documents import delen
from gemeente_pga.documents.blad import build
from gemeente_pga.documents.opmaak import choose_kleuren, format_datum, format_tijd
from gemeente_pga.domain.stukken import Actie, Besluit, Kop
from tests.documents.lezen import page_texts

KOP = Kop(gemeente="Gemeente Waterhoven", documentsoort="Proef", kenmerk="P-1", datum=date(2026, 11, 4))
BESLUITEN = [Besluit(nummer=n, tekst=f"Besluit{n} wordt zo genomen.") for n in range(1, 4)]
ACTIES = [Actie(nummer=n, wat=f"Actie{n} uitvoeren.", wie="S. Aydın", maat="gedaan") for n in range(1, 9)]
# What may follow a heading, and the word it begins with.
VOLGERS = {
    "tekst": (lambda: delen.alineas("Beginwoord " + "en nog meer tekst " * 40), "Beginwoord"),
    "kader": (lambda: delen.besluitkader(KOP, BESLUITEN), "Besluit1"),
    "tabel": (lambda: delen.actietabel(ACTIES), "Actie1"),
    "feiten": (lambda: delen.feiten([("Label", "Feitwoord"), ("Nog een", "tekst")]), "Feitwoord"),
    "hoge_rij": (lambda: delen.tabel(["Kolom"], [], [["Hoogwoord " + "x y z " * 900]]), "Hoogwoord"),
    "tweede_kop": (lambda: [*delen.kop("Onderkop", 2), *delen.actietabel(ACTIES)], "Actie1"),
    "samen": (
        lambda: delen.samen(delen.feiten([("Label", "tekst")]), delen.besluitkader(KOP, BESLUITEN)),
        "Besluit1",
    ),
}


def _fill(regels: int) -> list[Flowable]:
    return delen.alineas("\n\n".join("Vulling." for _ in range(regels)))


@pytest.mark.parametrize("volger", sorted(VOLGERS))
def test_a_heading_is_never_alone_at_the_foot_of_a_page(volger: str) -> None:
    maak, woord = VOLGERS[volger]
    for regels in range(18, 36):
        bladen = page_texts(build(KOP, [*_fill(regels), *delen.kop("Testkop"), *maak()]))
        met_kop = [n for n, blad in enumerate(bladen) if "Testkop" in blad]
        met_woord = [n for n, blad in enumerate(bladen) if woord in blad]
        assert met_kop == met_woord[:1], regels


def test_the_header_of_a_table_comes_again_on_every_page() -> None:
    rijen = [[f"rij{n}", "tekst " * 12] for n in range(120)]
    bladen = page_texts(build(KOP, delen.tabel(["Kolomkop", "Anderekop"], [30], rijen)))
    assert len(bladen) > 3
    for blad in bladen:
        assert blad.count("Kolomkop") == 1
        assert blad.index("Kolomkop") < blad.index("rij")


def test_a_row_taller_than_a_page_goes_on_and_loses_nothing() -> None:
    lang = " ".join(f"woord{n}." for n in range(1500))
    bladen = page_texts(build(KOP, delen.tabel(["Kolomkop", "Wie"], [100], [[lang, "Naam"], ["slot", "x"]])))
    assert len(bladen) > 2
    alles = " ".join(" ".join(bladen).split())
    plekken = [alles.index(f"woord{n}.") for n in range(1500)]
    assert plekken == sorted(plekken)
    assert all("Kolomkop" in blad for blad in bladen)


def test_a_low_row_stays_on_one_page() -> None:
    for regels in range(20, 34):
        rij = ["begin\nmidden\neind", "x"]
        bladen = page_texts(
            build(KOP, [*_fill(regels), *delen.tabel(["Kop", "k"], [60], [["een", "x"], rij])])
        )
        assert any("begin" in blad and "eind" in blad for blad in bladen)


def test_a_small_decision_box_stays_on_one_page() -> None:
    for regels in range(18, 34):
        bladen = page_texts(build(KOP, [*_fill(regels), *delen.besluitkader(KOP, BESLUITEN)]))
        assert any("Besluit1" in blad and "Besluit3" in blad for blad in bladen), regels


def test_a_long_heading_breaks_like_text() -> None:
    bladen = page_texts(build(KOP, [*delen.kop("Kopwoord " * 2000), *delen.alineas("Slot.")]))
    assert sum(blad.count("Kopwoord") for blad in bladen) == 2000


@pytest.mark.parametrize(
    ("accent", "contrast"),
    [("#ffff00", True), ("#154273", True), ("rood", True), ("", True), ("#FFFFFF", True)],
)
def test_any_accent_colour_can_be_read(accent: str, contrast: bool) -> None:
    kleur = choose_kleuren(accent).accent
    helder = 0.2126 * kleur.red**2.2 + 0.7152 * kleur.green**2.2 + 0.0722 * kleur.blue**2.2
    assert (1.05 / (helder + 0.05) > 4.5) is contrast


def test_dates_and_times_in_dutch() -> None:
    assert format_datum(date(2026, 3, 1), weekdag=True) == "zondag 1\xa0maart\xa02026"
    assert format_datum(date(2026, 3, 1), kort=True) == "1-3-2026"
    assert format_datum(None) == ""
    assert format_tijd("13:30", "14.25") == "13.30–14.25\xa0uur"
    assert format_tijd("", "") == ""
