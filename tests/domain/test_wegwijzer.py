# SPDX-License-Identifier: EUPL-1.2
"""Every step has guidance a rare user can read: short sentences, no bare abbreviation, honest law."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeente_pga.domain.kader import Kader, parse_kader
from gemeente_pga.domain.wegwijzer import SLEUTELS, Wegwijzer, WegwijzerFout, parse_wegwijzer
from gemeente_pga.paths import resource

NAAM = "wegwijzer.toml"
TEKST = resource(f"teksten/{NAAM}").read_text(encoding="utf-8")
REGELS = TEKST.split("\n")
OPTIONEEL = {"wet", "voorbeeld", "meekijken"}
# Steps that must have guidance; the program may know more.
_STAPPEN = """
bureau telefoonnotitie terugbellen consultatie signaal_intake persoon_zoeken formele_controle spoed agenderen
weging_tafel weging_informatie weging_wettelijk weging_zorgvuldig weging_afsluiting weging_besluit
weging_informeren
casus_overzicht casus_overnemen casus_deelnemers casus_informatie plan_van_aanpak overleg_voorbereiden
overleg_uitwerken overleg_besluiten_acties overleg_reacties verslag_vaststellen lekcontrole document_tonen
afdrukken zoeken inrichting_gemeente inrichting_partners inrichting_kader kluis_wachtzin kluis_sleutels
backup herstel oefenomgeving afsluiten_casus
"""
GEVRAAGD = _STAPPEN.split()


@pytest.fixture(scope="module")
def gids() -> dict[str, Wegwijzer]:
    return parse_wegwijzer(TEKST, NAAM)


@pytest.fixture(scope="module")
def kader() -> Kader:
    return parse_kader(resource("kader/wet-pga-2025.toml").read_text(encoding="utf-8"), "wet-pga-2025.toml")


def all_texts(stuk: Wegwijzer) -> list[str]:
    zinnen = [zin.tekst for zin in stuk.wetszinnen]
    return [*stuk.wat_nu, *stuk.meekijken, *stuk.let_op, stuk.voorbeeld, *zinnen, *stuk.bellen]


@pytest.mark.parametrize("sleutel", GEVRAAGD)
def test_step_says_what_to_do_what_to_mind_and_whom_to_call(gids: dict[str, Wegwijzer], sleutel: str):
    stuk = gids[sleutel]
    assert stuk.titel
    assert 2 <= len(stuk.wat_nu) <= 4
    assert stuk.let_op
    assert stuk.bellen


@pytest.mark.eis("i1")
def test_guidance_is_there_for_exactly_the_steps_we_know(gids: dict[str, Wegwijzer]):
    assert set(gids) == SLEUTELS
    assert all(sleutel == stuk.sleutel for sleutel, stuk in gids.items())


@pytest.mark.parametrize("sleutel", sorted(SLEUTELS))
def test_no_sentence_is_longer_than_25_words(gids: dict[str, Wegwijzer], sleutel: str):
    zinnen = [zin for tekst in all_texts(gids[sleutel]) for zin in re.split(r"(?<=[.!?])\s", tekst)]
    assert [zin for zin in zinnen if len(zin.split()) > 25] == []


@pytest.mark.parametrize("sleutel", sorted(SLEUTELS))
def test_every_abbreviation_is_explained_beside_the_text(gids: dict[str, Wegwijzer], sleutel: str):
    stuk = gids[sleutel]
    gebruikt = set(re.findall(r"\b(?:[A-Z]{2,}|Wpg)\b", " ".join((*all_texts(stuk), *stuk.wet))))
    assert gebruikt <= {afkorting.kort for afkorting in stuk.afkortingen}


def test_abbreviations_are_only_those_of_the_text(gids: dict[str, Wegwijzer]):
    assert [a.kort for a in gids["document_tonen"].afkortingen] == ["FG"]
    assert {a.kort for stuk in gids.values() for a in stuk.afkortingen} == set(
        re.findall(r'kort = "(\w+)"', TEKST)
    )


def test_no_sentence_addresses_the_reader_as_jij(gids: dict[str, Wegwijzer]):
    for stuk in gids.values():
        assert not re.search(r"\b(?:je|jij|jou|jouw)\b", " ".join(all_texts(stuk)), re.IGNORECASE)


def test_law_that_was_not_found_says_so_first(gids: dict[str, Wegwijzer]):
    zinnen = [zin for stuk in gids.values() for zin in stuk.wetszinnen]
    open_zinnen = [zin for zin in zinnen if re.search(r"niet (?:duidelijk )?(?:gevonden|gelezen)", zin.tekst)]
    assert len(open_zinnen) > 12
    assert {zin.status for zin in open_zinnen} <= {"niet_vastgesteld", "voorstel"}
    assert all(zin.regel.startswith(("Niet vastgesteld. ", "Afspraak, geen wet. ")) for zin in open_zinnen)
    assert gids["weging_wettelijk"].wet[1] == (
        "Niet vastgesteld. De tekst van artikel 5 met de criteria is niet gelezen. "
        "Een jurist voert die in en tekent af. (Bron: geen tekst gelezen.)"
    )


def test_law_from_a_source_names_it(gids: dict[str, Wegwijzer]):
    for stuk in gids.values():
        for zin in stuk.wetszinnen:
            if zin.status == "uit_bron":
                assert re.search(
                    r"AVG|Wpg|UAVG|Staatsblad|Kamerstuk|NCTV|[Bb]rief|Wet|wet|Samen onder", zin.bron
                )


@pytest.mark.parametrize(
    "woorden", ["Eerste toets", "In bewaring", "Andere weg", "Dissent", "rubriceringsniveau"]
)
def test_words_the_profession_does_not_use_are_absent(woorden: str):
    assert woorden.casefold() not in TEKST.casefold()


def test_terms_that_are_named_are_those_of_the_kader(kader: Kader):
    """The guidance names no term of its own: what it says in words is what the kader proposes."""
    assert "eerste herbeoordeling na drie maanden en daarna elk half jaar" in TEKST
    assert [kader.streeftermijn(f"herbeoordeling_{n}").termijn for n in ("eerste", "volgende")] == [
        "P3M",
        "P6M",
    ]
    assert "Zes weken voor een eerste plan" in TEKST
    assert kader.streeftermijn("plan_van_aanpak").termijn == "P6W"
    assert "herinnert u na een besluit, en anders na een week" in TEKST
    assert kader.streeftermijn("backup_herinnering").termijn == "P7D"
    assert "uiterlijk binnen een maand" in TEKST
    assert kader.streeftermijn("informeren_betrokkene").termijn == "P1M"
    assert not re.search(r"\bvijf jaar\b|\b5 jaar\b", TEKST)


def test_who_to_call_reads_as_a_line(gids: dict[str, Wegwijzer]):
    assert gids["bureau"].bellen[0] == "Politie: gevaar op dit moment. Bel dan eerst 112."
    assert gids["backup"].contacten[0].naam == "Beheerder van uw computer"


# --- what is refused ------------------------------------------------------------------------------------


@given(data=st.data())
def test_deleting_a_required_key_names_the_table_and_the_key(data):
    sleutels = [(m[1], n) for n, regel in enumerate(REGELS) if (m := re.match(r"([a-z_]+) = ", regel))]
    sleutel, nummer = data.draw(st.sampled_from([paar for paar in sleutels if paar[0] not in OPTIONEEL]))
    einde = nummer
    if REGELS[nummer].endswith("["):
        einde = next(n for n in range(nummer, len(REGELS)) if REGELS[n] == "]")
    kop = max(n for n in range(nummer) if REGELS[n].startswith("[["))
    with pytest.raises(WegwijzerFout) as fout:
        parse_wegwijzer("\n".join(REGELS[:nummer] + REGELS[einde + 1 :]), NAAM)
    assert (fout.value.regel, fout.value.sleutel) == (kop + 1, sleutel)


@pytest.mark.parametrize(
    ("oud", "nieuw", "sleutel", "woorden"),
    [
        ('sleutel = "bureau"', 'sleutel = "buro"', "sleutel", "onbekende stap"),
        ('sleutel = "bureau"', 'sleutel = "spoed"', "sleutel", "staat er al"),
        ('sleutel = "bureau"', 'sleutel = "bureau"\nkleur = "rood"', "kleur", "onbekende sleutel"),
        ('titel = "Bureau"', 'titel = ""', "titel", "leeg"),
        ('titel = "Bureau"', "titel = 3", "titel", "tekst"),
        ('wie = "rvdk"', 'wie = "buurman"', "wie", "onbekende code"),
        ('status = "voorstel"', 'status = "vastgesteld"', "status", "onbekende code"),
        ("[[afkorting]]", "[[begrip]]", "begrip", "onbekend onderdeel"),
    ],
)
def test_fault_names_file_line_and_key(oud: str, nieuw: str, sleutel: str, woorden: str):
    with pytest.raises(WegwijzerFout) as fout:
        parse_wegwijzer(TEKST.replace(oud, nieuw, 1), NAAM)
    regel = TEKST[: TEKST.index(oud)].count("\n") + 1
    if woorden == "staat er al":
        regel = TEKST[: TEKST.index('sleutel = "spoed"')].count("\n") + 1
    assert fout.value.sleutel == sleutel
    assert fout.value.regel in (regel, regel + 1)
    assert woorden in str(fout.value)


@pytest.mark.parametrize("sleutel", sorted(SLEUTELS))
def test_missing_step_is_refused(sleutel: str):
    blokken = re.split(r"(?m)^(?=\[\[)", TEKST)
    rest = "".join(blok for blok in blokken if f'sleutel = "{sleutel}"\n' not in blok)
    with pytest.raises(WegwijzerFout, match=f'de uitleg bij "{sleutel}" ontbreekt'):
        parse_wegwijzer(rest, NAAM)


def test_a_law_for_the_police_is_not_held_up_to_every_giver(gids: dict[str, Wegwijzer]) -> None:
    """Who records what a school told, reads no article of the Wpg as if it bound that school."""
    for stuk in gids.values():
        for zin in stuk.wetszinnen:
            if "Wpg, artikel" in zin.bron:
                assert "politie" in f"{zin.tekst} {zin.bron}".lower(), (stuk.sleutel, zin)
            if zin.bron.startswith("Wpg, artikel"):
                assert "politie" in zin.tekst.lower(), (stuk.sleutel, zin)
