# SPDX-License-Identifier: EUPL-1.2
"""Whatever somebody typed: every document still comes out, with all of it, inside the margins."""

import random
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gemeente_pga.documents import letters, render
from gemeente_pga.domain.stukken import SOORTEN, Stuk
from tests.documents.lezen import characters, fonts, page_texts, squeezed, text
from tests.documents.voorbeeld_dossier import VOORBEELDEN
from tests.documents.vullen import Vuller, walk_texts, with_text

CODES = {
    "Inbreng.markering",
    "Aanwezige.aanwezig",
    "Kop.accentkleur",
    "Verslag.verslag_zvh",
    "Meldformulier.naam_noemen",
}
VAST: dict[str, object] = {
    "markering": "vrij", "aanwezig": "aanwezig", "verslag_zvh": "", "accentkleur": "", "logo": None,
    "alleen_voor": (), "casusnummers": ("2026-014",), "vrijwillig": False, "naam_noemen": "nee",
}  # fmt: skip
LANG_WOORD = "Rechtszekerheidswaarborgen" * 12  # 312 characters without a break
VIJANDIG = {
    "opmaak": ("<b", "<b"),
    "ampersand": ("R & D &amp; &nbsp;", "R&D&amp;&nbsp;"),
    "sluittag": ("</para></font>", "</para></font>"),
    "font": ("<font name='x'>a</font><br/>", "<fontname='x'>a</font><br/>"),
    "bullet": ("<bullet>x</bullet><img src='/etc/passwd'/>", "<bullet>x</bullet><imgsrc='/etc/passwd'/>"),
    "nul": ("a\x00b", "a[U+0000]b"),
    "besturing": ("a\x07\x1bb", "a[U+0007][U+001B]b"),
    "regels": ("een\r\ntwee\x0bdrie\x0cvier\u2028vijf\tzes", "eentweedrieviervijfzes"),
    "emoji": ("blij 😀 en 👩‍👧", "blij[U+1F600]en[U+1F469][U+200D][U+1F467]"),
    "half": ("half \ud83d teken", "half[U+D83D]teken"),
    "richting": ("a\u202eb", "a[U+202E]b"),
    "onbekend": ("汉字", "[U+6C49][U+5B57]"),
    "namen": ("D'Hondt-Özdemir, Nguyễn, Łukasz, Şahin, Čapek", "D'Hondt-Özdemir,Nguyễn,Łukasz,Şahin,Čapek"),
    "grieks_en_cyrillisch": ("Ελένη Жуков", "ΕλένηЖуков"),
    "samengesteld": ("e\u0301e\u0301n", "één"),
    "arabisch": ("naam محمد slot", "naamمحمدslot"),
    "lang_woord": (LANG_WOORD, LANG_WOORD),
    "percent": ("100% {naam} %s \\n $x", "100%{naam}%s\\n$x"),
}  # fmt: skip


KOLOMMEN = 3  # of a row that is as high as a page


def _full(soort: str) -> Stuk:
    return Vuller(VAST).fill(SOORTEN[soort])


@pytest.mark.parametrize("soort", sorted(SOORTEN))
@pytest.mark.parametrize("naam", sorted(VIJANDIG))
def test_every_field_takes_it(soort: str, naam: str) -> None:
    getypt, gedrukt = VIJANDIG[naam]
    goed = render(soort, _full(soort), "CODE-1")
    stuk = walk_texts(_full(soort), lambda oud, plek: oud if plek in CODES else f"{oud} {getypt} {oud}")
    pdf = render(soort, stuk, "CODE-1")
    gelezen, was = text(pdf), text(goed)
    velden = _printed_fields(soort, goed)
    # Each text has its own word, here before and after what was typed: it is there up to its end.
    assert [plek for woord, plek in velden.items() if gelezen.count(woord) <= was.count(woord)] == []
    heel = gelezen.count(squeezed(gedrukt))
    # What goes on on the next page is not found in one piece: at each end of a page a row of a table at most.
    assert heel >= len(velden) - KOLOMMEN * (len(page_texts(pdf)) - 1)
    assert all(fonts(pdf).values())


def _printed_fields(soort: str, pdf: bytes) -> dict[str, str]:
    """Word -> place of every text of this document that is printed in its body.

    Texts of the head are left out: they are cut off when they do not fit on their line.
    """
    vuller = Vuller(VAST)
    vuller.fill(SOORTEN[soort])
    alles = " ".join(" ".join(page_texts(pdf)).split())
    return {
        woord: plek
        for woord, plek in vuller.plekken.items()
        if not plek.startswith("Kop.") and f" {woord} " in f" {alles} "
    }


@pytest.mark.parametrize("soort", sorted(SOORTEN))
@pytest.mark.parametrize("getypt", [LANG_WOORD, "m " * 300, "\n".join("kort" for _ in range(30))])
def test_nothing_leaves_the_page(soort: str, getypt: str) -> None:
    stuk = walk_texts(_full(soort), lambda oud, plek: oud if plek in CODES else getypt)
    mm = 72 / 25.4
    for nummer, teken, (links, onder, rechts, boven) in characters(render(soort, stuk, "CODE-1")):
        assert 25 * mm - 1 <= links, (nummer, teken)
        assert rechts <= 190 * mm + 1, (nummer, teken)
        assert 9 * mm <= onder, (nummer, teken)
        assert boven <= 287 * mm, (nummer, teken)


EIGEN = {  # classes whose fields are tried in this kind of document; the others are tried elsewhere
    "verslag": ("Kop", "Verslag", "Aanwezige", "Casusdeel", "Inbreng", "VorigeActie", "Actie", "Informeren",
                "Besluit"),
    "weegverslag": ("Weeg", "Feit", "Criteriumgroep", "Afgeleid", "KaderVermelding"),
    "dossier": ("Casuskaart", "Deelnemer", "Dossier", "Plan", "Doel", "Factor", "Interventie", "Bespreking",
                "Gebeurtenis", "Verstrekking", "Uitgifte"),
    "agenda": ("Agenda", "Genodigde"),
}  # fmt: skip


# In header, footer and badge: cut off when too long.
EEN_REGEL = {"Kop.gemeente", "Kop.vertrouwelijkheid", "Kop.bestemd_voor"}


@pytest.mark.traag
@pytest.mark.parametrize("soort", sorted(EIGEN))
def test_twenty_thousand_characters_in_every_field(soort: str) -> None:
    """Field by field a text of 20,000 characters: the last word of it is on paper too."""
    vuller = Vuller(VAST)
    kaal = render(soort, vuller.fill(SOORTEN[soort]))
    alles = f" {' '.join(' '.join(page_texts(kaal)).split())} "
    gedrukt = {plek for woord, plek in vuller.plekken.items() if f" {woord} " in alles}
    lang = " ".join(f"tekst{i}" for i in range(1981))
    assert len(lang) > 17_000
    for plek in sorted(gedrukt):
        if plek.startswith(EIGEN[soort]) and plek not in EEN_REGEL:
            pdf = render(soort, with_text(_full(soort), plek, lang))
            assert "tekst1980" in text(pdf), plek


def test_a_long_cell_keeps_every_word() -> None:
    lang = " ".join(f"tekst{i}" for i in range(2100))
    soort, stuk, code = VOORBEELDEN["verslag-2-casus-1"]
    gedrukt = text(render(soort, with_text(stuk, "Actie.wat", lang), code))
    for i in range(2100):
        assert gedrukt.count(f"tekst{i}t") + gedrukt.count(f"tekst{i}K") >= 1 or i == 2099, i


WOORDEN = [
    "de",
    "politie",
    "zag",
    "op",
    "straat",
    "een",
    "man",
    "met",
    "aansprakelijkstelling",
    "en",
    "zei",
    "„nee”",
    "tegen",
    "gemeente",
    "&",
    "buren",
    "<b>",
    "maar",
    "kindermishandelingsvoorlichting",
    "24",
    "september",
    "niet",
]


@pytest.mark.parametrize("zaad", range(24))
def test_any_amount_of_text_can_be_laid_out(zaad: int) -> None:
    kans = random.Random(zaad)  # noqa: S311 - no secret
    soort, stuk, code = VOORBEELDEN[kans.choice(sorted(VOORBEELDEN))]

    def typ(oud: str, plek: str) -> str:
        if plek in CODES or not oud or kans.random() < 0.7:
            return oud
        aantal = kans.choice((3, 10, 40, 120, 400))
        return " ".join(kans.choice(WOORDEN) + kans.choice(("", "", "", "\n", "\n\n")) for _ in range(aantal))

    assert render(soort, walk_texts(stuk, typ), code).startswith(b"%PDF-1.7")


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=40))
@settings(max_examples=200)
def test_no_character_is_printed_as_nothing(getypt: str) -> None:
    zichtbaar = letters.plain(getypt)
    for teken in unicodedata.normalize("NFC", getypt).translate({0x200B: None, 0x2060: None}):
        if not teken.isspace() and unicodedata.category(teken) not in ("Cc", "Zl", "Zp", "Zs"):
            assert teken in zichtbaar or f"[U+{ord(teken):04X}]" in zichtbaar or "\u0600" <= teken <= "\u077f"


def test_what_a_paste_leaves_inside_a_word_is_not_printed() -> None:
    assert letters.plain("nul\u200bbreed\u2060") == "nulbreed"
    assert letters.escape("\u200b") == ""


def test_markup_in_text_is_text() -> None:
    assert letters.escape("<b>&") == "&lt;b&gt;&amp;"
    assert letters.escape("a\nb") == "a<br/>b"
    assert letters.escape("汉") == "[U+6C49]"
    assert 'name="Noto' in letters.escape("\u2010\u2011")


def test_arabic_letters_are_joined_and_run_from_right_to_left() -> None:
    vormen = [unicodedata.name(teken).split()[-2] for teken in letters.plain("محمد")]
    assert vormen == ["FINAL", "MEDIAL", "MEDIAL", "INITIAL"]
    assert letters.plain("عام ٢٠٢٦").startswith("٢٠٢٦"), "numbers keep their order, words do not"


def test_words_that_stay_together_stand_from_right_to_left() -> None:
    soort, stuk, code = VOORBEELDEN["casuskaart"]
    pdf = render(soort, with_text(stuk, "Casuskaart.betrokkene", "محمد علي"), code)
    plaats = {teken: vak[0] for _, teken, vak in characters(pdf) if "\u0600" <= teken <= "\u06ff"}
    assert min(plaats[teken] for teken in "محد") > max(plaats[teken] for teken in "علي")
