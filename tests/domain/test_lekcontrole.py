# SPDX-License-Identifier: EUPL-1.2
"""What may not be in a document is found however it is written, and ordinary words are left alone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeente_pga.domain.lekcontrole import Brontekst, Lek, LekSoort, Verboden, find_brontekst, zoek_lekken

MELDER = Verboden(LekSoort.MELDER, "mevr. Marloes van der Wâl", "signaal:1")
POLITIEREGEL = Verboden(
    LekSoort.GEBLOKKEERD,
    "In ons systeem: één eerdere melding (overlast, 2025). Deze regel mag NIET verder worden verstrekt.",
    "informatie:7",
)


def zoek(tekst: str, *verboden: Verboden, toegestaan: tuple[str, ...] = ()) -> list[Lek]:
    return zoek_lekken([tekst], verboden, toegestaan=toegestaan)


def melder(naam: str) -> Verboden:
    return Verboden(LekSoort.MELDER, naam)


def casus(naam: str) -> Verboden:
    return Verboden(LekSoort.ANDERE_CASUS, naam)


# --- names


@pytest.mark.parametrize(
    "tekst",
    [
        "gemeld door Marloes van der Wâl van school",
        "gemeld door MARLOES VAN DER WAL",
        "gemeld door M. van der Wal",
        "gemeld door Van der Wal.",
        "gemeld door mw. Wal, mentor",
        "gemeld door Wâl",
        "de mentor Marloes vertelde",
        "gemeld door Mar-\nloes van der\nWâl",
        "gemeld door Marloes van der W\u00adal",
        "gemeld door M.\r\nvan der  Wal",
        "zie m.vanderwal@praktijkcollege.example",
        "gemeld door Wa\u0302l",
        "gemeld door Marloes van der W\ufffeâl",
        "(Wal)",
        "Wal/Jansen",
    ],
)
def test_the_reporter_is_found_in_every_writing(tekst: str) -> None:
    (lek,) = zoek(tekst, MELDER)
    assert (lek.pagina, lek.soort, lek.bron) == (1, LekSoort.MELDER, "signaal:1")
    assert lek.fragment
    assert lek.melding.startswith("Hier kan de vertrouwelijke melder te herkennen zijn (bladzijde 1): “")


@pytest.mark.parametrize(
    "tekst",
    [
        "Hij liep naar de wal van het kanaal.",
        "De school deed een walgelijk voorstel over Walcheren.",
        "van de wal in de sloot",
        "Opvallend is de wallenkant.",
        "De vader van der leerling",
        "",
    ],
)
def test_ordinary_words_are_no_reporter(tekst: str) -> None:
    assert zoek(tekst, MELDER) == []


@pytest.mark.parametrize("tekst", ["een brouwer uit de buurt", "Hij bakt bij de bakker."])
def test_a_surname_that_is_a_word_counts_only_with_a_capital(tekst: str) -> None:
    assert zoek(tekst, melder("K. Brouwer"), casus("P. Bakker")) == []
    assert len(zoek(tekst.title(), melder("K. Brouwer"), casus("P. Bakker"))) == 1


@pytest.mark.parametrize(
    "tekst",
    [
        "d'hondt-özdemir",
        "D’Hondt",
        "Ozdemir",
        "ÖZDEMIR",
        "DHondt-Ozdemir",
        "D'Hondt-\nÖzdemir",
        "Hondt",
        "Öz-\ndemir",
    ],
)
def test_each_half_of_a_double_name_is_found(tekst: str) -> None:
    (lek,) = zoek(f"De casus {tekst} is besproken.", casus("Joris D'Hondt-Özdemir"))
    assert lek.soort is LekSoort.ANDERE_CASUS
    assert "De casus" in lek.voor
    assert lek.context.startswith("De casus")


def test_first_names_betray_a_reporter_but_not_another_casus() -> None:
    assert len(zoek("Gesprek met Joris op school.", melder("Joris D'Hondt"))) == 1
    assert zoek("Gesprek met Joris op school.", casus("Joris D'Hondt")) == []
    assert zoek("gesprek met joris", melder("Joris D'Hondt")) == []


def test_a_name_shared_with_a_participant_is_a_leak_only_in_full() -> None:
    aan_tafel = ("mr. P. de Vrieze", "H. Claessen")
    assert zoek("Claessen neemt dit op zich.", casus("Jan Claessen"), toegestaan=aan_tafel) == []
    assert len(zoek("Jan Claessen is besproken.", casus("Jan Claessen"), toegestaan=aan_tafel)) == 1
    assert len(zoek("J. Claessen is besproken.", casus("Jan Claessen"), toegestaan=aan_tafel)) == 1
    assert len(zoek("Claessen is de melder.", melder("Jan Claessen"), toegestaan=aan_tafel)) == 1


@pytest.mark.parametrize(
    ("verboden", "tekst"),
    [
        ("m.vanderwal@praktijkcollege.example", "mail M.VanderWal@praktijkcollege.\nexample"),
        ("06-12345678", "bel 06 1234 5678 terug"),
        ("2026-003", "zie dossier 2026-003."),
        ("Zwanebloem 14", "woont Zwanebloem\n14"),
    ],
)
def test_addresses_and_numbers_are_found(verboden: str, tekst: str) -> None:
    assert len(zoek(tekst, casus(verboden))) == 1


def test_numbers_are_whole() -> None:
    assert zoek("zie dossier 2026-0031 en 12026-003", casus("2026-003")) == []


@pytest.mark.parametrize("naam", ["", "  ", "-", "mevrouw", "'"])
def test_an_empty_name_finds_nothing(naam: str) -> None:
    assert zoek("Alles mag hier staan - ook dit.", melder(naam), casus(naam)) == []


# --- blocked items


@pytest.mark.parametrize(
    "tekst",
    [
        "Politie: één eerdere melding (overlast, 2025).",
        "een eerdere melding, overlast 2025",
        "EEN EERDERE MELDING\nOVERLAST – 2025",
        "één eer-\ndere mel-\r\nding overlast 2025",
        "één  eerdere\u00a0melding\n(over\u00adlast; 2025)",
        "“één eerdere melding overlast’ 2025",
    ],
)
def test_five_words_of_a_blocked_item_are_found(tekst: str) -> None:
    (lek,) = zoek(tekst, POLITIEREGEL)
    assert lek.bron == "informatie:7"
    assert lek.melding.startswith("Dit komt uit informatie die niet in dit stuk mag (bladzijde 1)")


def test_four_words_are_no_run_and_a_long_run_is_one_hit() -> None:
    assert zoek("één eerdere melding over overlast in 2025", POLITIEREGEL) == []
    (lek,) = zoek(f"Inbreng. {POLITIEREGEL.tekst} Einde.", POLITIEREGEL)
    assert lek.fragment.startswith("In ons systeem")
    assert lek.fragment.endswith("worden verstrekt")
    assert (lek.voor, lek.na) == ("Inbreng.", ". Einde.")


def test_a_short_blocked_item_counts_as_a_whole() -> None:
    kort = Verboden(LekSoort.GEBLOKKEERD, "Eerdere melding overlast")
    assert len(zoek("Er is een eerdere melding: overlast.", kort)) == 1
    assert zoek("eerdere meldingen van overlast", kort) == []
    assert zoek("Dat is ja.", Verboden(LekSoort.GEBLOKKEERD, "ja")) == []
    assert zoek("Alles mag.", Verboden(LekSoort.GEBLOKKEERD, "")) == []


def test_short_words_must_be_whole_words() -> None:
    kort = Verboden(LekSoort.GEBLOKKEERD, "is er in de zaak")
    assert zoek("Vis er in de zaakjes.", kort) == []
    assert len(zoek("wat is er, in de zaak?", kort)) == 1


# --- pages


def test_the_page_is_told_and_places_come_in_reading_order() -> None:
    paginas = ["Niets te zien.", "Wâl en nog eens Wal.", "", "één eerdere melding overlast 2025"]
    lekken = zoek_lekken(paginas, [POLITIEREGEL, MELDER])
    assert [(lek.pagina, lek.soort) for lek in lekken] == [
        (2, LekSoort.MELDER),
        (2, LekSoort.MELDER),
        (4, LekSoort.GEBLOKKEERD),
    ]


def test_what_runs_over_a_page_with_head_and_foot_is_found() -> None:
    paginas = [
        f"Gemeente Waterhoven – verslag\n{boven}\nVertrouwelijk\npagina {n} van 3"
        for n, boven in enumerate(
            [
                "Begin\nde politie meldt één eerdere",
                "melding overlast 2025\nen gemeld door Marloes",
                "van der Wal",
            ],
            1,
        )
    ]
    lekken = zoek_lekken(paginas, [POLITIEREGEL, MELDER])
    assert {(lek.pagina, lek.soort) for lek in lekken} >= {(1, LekSoort.GEBLOKKEERD), (2, LekSoort.MELDER)}


def test_the_place_of_a_hit_is_a_fingerprint_of_words_not_of_layout() -> None:
    (een,) = zoek("Er staat dat Marloes van der Wâl dit meldde aan ons.", MELDER)
    (ander,) = zoek("Er staat dat Marloes\nvan der Wâl dit  meldde aan ons.", MELDER)
    (elders,) = zoek("Heel andere woorden over Marloes van der Wâl dus.", MELDER)
    assert een.vindplaats == ander.vindplaats != elders.vindplaats
    assert "wal" not in een.vindplaats.casefold()


def test_the_sample_case_keeps_its_secrets_apart() -> None:
    verslag = [
        "Casus 2026-014. politie: na 24 sept. geen nieuwe feiten. Spandoek hangt er nog. Actie: K. Brouwer.",
        "Besluit: casusregisseur S. Aydın. Ontruiming uitgesteld tot 1 februari.",
    ]
    verboden = [MELDER, POLITIEREGEL, casus("Jan Claessen"), casus("2025-003")]
    assert zoek_lekken(verslag, verboden, toegestaan=["K. Brouwer", "S. Aydın"]) == []


# --- what always holds

WOORDEN = st.lists(
    st.text(alphabet="abcdefghijklmnoprstuvwzéëïöç", min_size=1, max_size=9), min_size=5, max_size=5
)
WIT = st.sampled_from([" ", "\n", "\r\n", "  ", " – ", ", ", ".\n", "\t", "\u00a0", " (", ") ", "; "])
VORM = st.sampled_from([str.upper, str.title, str.lower, lambda w: unicodedata.normalize("NFD", w)])
BREUK = st.sampled_from(["", "", "-\n", "-\r\n", "\u00ad", "\n"])


@st.composite
def opgemaakt(draw: st.DrawFn, woorden: list[str]) -> str:
    """The words as they may look on paper: any case, any wrapping, words broken off anywhere."""
    stukken = []
    for woord in woorden:
        plek = draw(st.integers(1, max(1, len(woord) - 1)))
        gebroken = woord[:plek] + draw(BREUK) + woord[plek:] if len(woord) > 1 else woord
        stukken.append(draw(VORM)(gebroken) + draw(WIT))
    return "".join(stukken)


@given(st.data(), WOORDEN)
def test_a_planted_run_of_five_words_is_always_found(data: st.DataObject, woorden: list[str]) -> None:
    item = Verboden(LekSoort.GEBLOKKEERD, "vooraf " + " ".join(woorden) + " achteraf")
    tekst = "Iets anders. " + data.draw(opgemaakt(woorden)) + " Nog iets."
    assert zoek(tekst, item)


@given(
    st.data(),
    st.sampled_from(["Yılmaz", "Claessen", "D'Hondt-Özdemir", "El Amrani", "Nguyễn", "van der Wâl"]),
)
def test_a_planted_surname_is_always_found(data: st.DataObject, naam: str) -> None:
    vorm = data.draw(st.sampled_from([str.upper, str.title, lambda w: unicodedata.normalize("NFD", w)]))
    plek = data.draw(st.integers(len(naam) - 4, len(naam) - 2))
    gebroken = naam[:plek] + data.draw(BREUK) + naam[plek:]
    assert zoek(f"Gesproken met {vorm(gebroken)}, gisteren.", melder(naam))


def test_a_contact_of_signs_only_finds_nothing() -> None:
    assert zoek_lekken(["a @ b"], [Verboden(LekSoort.MELDER, "@")]) == []


@given(st.lists(st.text(max_size=80), max_size=4), st.text(max_size=30), st.sampled_from(LekSoort))
def test_any_text_is_searched_without_a_crash(paginas: list[str], tekst: str, soort: LekSoort) -> None:
    for lek in zoek_lekken(paginas, [Verboden(soort, tekst)]):
        assert 1 <= lek.pagina <= len(paginas)
        assert lek.fragment
        assert len(lek.vindplaats) == 32


def _bron(tekst: str, veld: str, *, bron: str = "besluit:1", vast: bool = False) -> Brontekst:
    return Brontekst(tekst, "overleg", 1, veld, bron, vast)


def test_the_field_of_a_hit_is_the_one_with_the_same_words_around_it():
    pagina = "2. Besluit\nDe politie belt Marloes van der\nWâl terug vóór vrijdag."
    lek, *_ = zoek_lekken([pagina], [Verboden(LekSoort.MELDER, "Marloes van der Wâl", "signaal:7")])
    elders = _bron("Van der Wal is een gewone naam. Marloes van der Wâl werkt op school.", "overwegingen")
    hier = _bron("De politie belt Marloes van der Wâl terug vóór vrijdag.", "besluit")
    assert find_brontekst(lek, [elders, hier]) == hier
    assert find_brontekst(lek, [hier, elders]) == hier
    assert find_brontekst(lek, [_bron("De politie belt terug.", "besluit")]) is None
    assert find_brontekst(lek, []) is None


def test_the_blocked_item_itself_is_only_meant_when_nothing_else_has_its_words():
    woorden = "In 2025 was er een melding van overlast bij de buren."
    (lek,) = zoek_lekken([f"Reden: {woorden}"], [Verboden(LekSoort.GEBLOKKEERD, woorden, "informatie:3")])
    item = _bron(woorden, "informatie.tekst:3", bron="informatie:3")
    vast, los = _bron(woorden, "k1.reden", vast=True), _bron(woorden, "besluit.besluit_reden")
    assert find_brontekst(lek, [item, vast, los]) == los
    assert find_brontekst(lek, [item, vast]) == vast
    assert find_brontekst(lek, [item]) == item
