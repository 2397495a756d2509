# SPDX-License-Identifier: EUPL-1.2
"""A wrong kader file is refused, with the name of the file, the line and the key."""

import re
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeente_pga.domain.kader import KaderFout, parse_kader
from gemeente_pga.paths import resource

NAAM = "wet-pga-2025.toml"
TEKST = resource(f"kader/{NAAM}").read_text(encoding="utf-8")
REGELS = TEKST.split("\n")

# Keys that a table may do without. Written out here, not taken from the program.
OPTIONEEL = {
    "zorgvuldigheidstoets": set(),
    "partij": {"toelichting"},
    "grondslag": {"voor_categorie", "fase", "geldig_vanaf", "geldig_tot", "opmerking"},
    "bewaartermijn": {"opmerking"},
    "streeftermijn": {"opmerking"},
    "bron": {"gelezen"},
    "codelijst": {"peildatum", "toelichting"},
    "waarde": {"toelichting", "waarschuwing", "uitleg_verplicht"},
}


def keys_in_tables() -> list[tuple[str, str, int]]:
    """(section, key, line) of every key at the start of a line."""
    gevonden, sectie = [], ""
    for nummer, regel in enumerate(REGELS):
        if kop := re.match(r"\[\[?([a-z_]+)\]", regel):
            sectie = kop[1]
        elif sleutel := re.match(r"([a-z_]+) = ", regel):
            gevonden.append((sectie, sleutel[1], nummer))
    return gevonden


def keys_in_inline_tables() -> list[tuple[str, int]]:
    return [
        (sleutel, nummer)
        for nummer, regel in enumerate(REGELS)
        if regel.startswith("    { ")
        for sleutel in re.findall(r'([a-z_]+) = (?=["t])', regel)
    ]


def without_key(nummer: int) -> str:
    """The text without the key on this line, with a list of several lines when it opens one."""
    einde = nummer
    if REGELS[nummer].endswith("["):
        einde = next(n for n in range(nummer, len(REGELS)) if REGELS[n] == "]")
    return "\n".join(REGELS[:nummer] + REGELS[einde + 1 :])


def line_of(stuk: str) -> int:
    """1-based line where this piece of the file begins."""
    return TEKST[: TEKST.index(stuk)].count("\n") + 1


@pytest.mark.traag
def test_deleting_any_required_key_is_refused():
    """Each key of each table in turn; what may be missing is written out above."""
    gedaan = 0
    for sectie, sleutel, nummer in keys_in_tables():
        if sleutel in OPTIONEEL.get(sectie, set()) | ({"onderdeel"} if "criterium" in sectie else set()):
            continue
        with pytest.raises(KaderFout) as fout:
            parse_kader(without_key(nummer), NAAM)
        assert fout.value.bestand == NAAM
        assert 0 < fout.value.regel <= len(REGELS)
        gedaan += 1
    assert gedaan > 700


@given(data=st.data())
def test_deleting_a_required_key_names_the_table_and_the_key(data):
    verplicht = [
        (sectie, sleutel, nummer)
        for sectie, sleutel, nummer in keys_in_tables()
        if sleutel not in OPTIONEEL.get(sectie, set()) | {"onderdeel", "waarde"}
        and (sectie, sleutel) != ("bron", "code")
    ]
    _, sleutel, nummer = data.draw(st.sampled_from(verplicht))
    kop = max(n for n in range(nummer) if REGELS[n].startswith("["))
    with pytest.raises(KaderFout) as fout:
        parse_kader(without_key(nummer), NAAM)
    assert (fout.value.regel, fout.value.sleutel) == (kop + 1, sleutel)
    assert "ontbreekt" in str(fout.value)


@given(data=st.data())
def test_deleting_a_key_of_a_choice_names_its_line(data):
    sleutel, nummer = data.draw(st.sampled_from(keys_in_inline_tables()))
    regel = re.sub(rf'{sleutel} = (?:"[^"]*"|true)(?:, )?', "", REGELS[nummer])
    regel = re.sub(r", +}", " }", regel)
    tekst = "\n".join([*REGELS[:nummer], regel, *REGELS[nummer + 1 :]])
    if sleutel in OPTIONEEL["waarde"] and "geblokkeerd" not in regel:
        parse_kader(tekst, NAAM)
        return
    with pytest.raises(KaderFout) as fout:
        parse_kader(tekst, NAAM)
    assert (fout.value.regel, fout.value.sleutel) == (nummer + 1, sleutel)


@given(data=st.data())
def test_unknown_key_anywhere_names_its_line(data):
    sectie, _, nummer = data.draw(st.sampled_from(keys_in_tables()))
    tekst = "\n".join([*REGELS[:nummer], 'zwaarte = "hoog"', *REGELS[nummer:]])
    with pytest.raises(KaderFout) as fout:
        parse_kader(tekst, NAAM)
    assert (fout.value.regel, fout.value.sleutel) == (nummer + 1, "zwaarte"), sectie
    assert "onbekende sleutel" in str(fout.value)


@given(data=st.data())
def test_wrong_type_anywhere_names_its_line(data):
    sleutels = [
        (sleutel, nummer) for _, sleutel, nummer in keys_in_tables() if not REGELS[nummer].endswith("[")
    ]
    sleutel, nummer = data.draw(st.sampled_from(sleutels))
    tekst = "\n".join([*REGELS[:nummer], f"{sleutel} = 7", *REGELS[nummer + 1 :]])
    with pytest.raises(KaderFout) as fout:
        parse_kader(tekst, NAAM)
    assert (fout.value.regel, fout.value.sleutel) == (nummer + 1, sleutel)


WPG_19 = 'bron = ["WPG art. 19"]'
STANDPUNT = '[[codelijst]]\ncode = "standpunt"'
LAATSTE_STANDPUNT = (
    '{ code = "geen_reactie", naam = "Geen reactie" },\n]\n\n[[codelijst]]\ncode = "informeren"'
)
# (old text, new text, line of the fault: None is the line of the old text, key, words)
FOUTEN: list[tuple[str, str, int | None, str, str]] = [
    ('code = "k2"', 'code = "k1"', None, "code", "staat er al"),
    ('code = "k6"', 'code = "k1"', None, "code", "andere lijst"),
    ('code = "k1"', 'code = "K 1"', None, "code", "kleine letters"),
    ('code = "k1"', 'code = ""', None, "code", "is leeg"),
    ('korte_naam = "Proces"', 'korte_naam = " Proces"', None, "korte_naam", "spatie"),
    ('korte_naam = "Proces"', r'korte_naam = "Pro\u0000ces"', None, "korte_naam", "onzichtbaar"),
    ('groep = "ontwikkeling"', 'groep = "gevaar"', None, "groep", "onbekende code"),
    ('onderdeel = "samenhang"', 'onderdeel = "totaal"', None, "onderdeel", "kies uit"),
    ('onderdeel = "samenhang"', "", line_of('code = "k7"') - 1, "onderdeel", "kies uit"),
    ('onderdeel = "samenhang"', 'onderdeel = "subsidiariteit"', 1, "onderdeel", "precies één"),
    ('groep = "ontwikkeling"', 'groep = "ontwikkeling"\nonderdeel = "samenhang"',
     line_of('groep = "ontwikkeling"') + 1, "onderdeel", "hoort niet"),
    ('code = "fg"', 'code = "fga"', 1, "rol", "ontbreekt"),
    ('code = "nadere_informatie"\nonderwerp', 'code = "later"\nonderwerp', 1, "streeftermijn", "nodig"),
    ('termijn = "P4W"', 'termijn = "4 weken"', None, "termijn", "P4W"),
    ('termijn = "P4W"', 'termijn = ""', None, "termijn", "leeg is niet_vastgesteld"),
    ('startpunt = "sluiting_casus"', 'startpunt = "ooit"', None, "startpunt", "kies uit"),
    ("geldig_tot = 2027-03-01", "geldig_tot = 2027-03-01T00:00:00", None, "geldig_tot", "datum"),
    ("geldig_tot = 2027-03-01", "geldig_vanaf = 2027-03-01\ngeldig_tot = 2027-03-01",
     line_of("geldig_tot = 2027") + 1, "geldig_tot", "na geldig_vanaf"),
    ('["gemeente", "nctv"]', '["gemeente", "nctb"]', None, "voor_partijen", '"nctb"'),
    ('["gemeente", "nctv"]', '["gemeente", "gemeente"]', None, "voor_partijen", "dubbel"),
    ('["gemeente", "nctv"]', '"gemeente"', None, "voor_partijen", "lijst"),
    ('["gemeente", "nctv"]', "[]", None, "voor_partijen", "leeg"),
    ('voor_categorie = ["bijzonder"]', 'voor_categorie = ["zwaar"]', None, "voor_categorie", "zwaar"),
    (WPG_19, 'bron = ["WGP art. 19"]', None, "bron", '"WGP"'),
    (WPG_19, "bron = []", None, "bron", "leeg"),
    (f'{WPG_19}\nzekerheid = "L"', f'{WPG_19}\nzekerheid = "R"', line_of(WPG_19) + 1, "zekerheid", "herinn"),
    (f'{WPG_19}\nzekerheid = "L"', f'{WPG_19}\nzekerheid = "I"', line_of(WPG_19) + 2, "status", "afgeleid"),
    (f'{WPG_19}\nzekerheid = "L"', f'{WPG_19}\nzekerheid = "x"', line_of(WPG_19) + 1, "zekerheid", "kies"),
    (f'{WPG_19}\nzekerheid = "L"\nstatus = "uit_bron"', f'{WPG_19}\nzekerheid = "L"\nstatus = "vastgesteld"',
     line_of(WPG_19) + 2, "status", "onbekende code"),
    (f'{WPG_19}\nzekerheid = "L"\nstatus = "uit_bron"', f'{WPG_19}\nzekerheid = "L"\nstatus = "voorstel"',
     line_of(WPG_19) + 2, "status", "geen voorstel"),
    ('in_werking = ""\nstatus = "niet_vastgesteld"', 'in_werking = ""\nstatus = "uit_bron"',
     line_of('in_werking = ""') + 1, "status", "inwerkingtreding"),
    ('naam = "Openbaar Ministerie"\nkernpartij = true', 'naam = "Openbaar Ministerie"\nkernpartij = false',
     line_of('naam = "Openbaar Ministerie"\nkernpartij') + 1, "kernpartij", "gemeente, om en politie"),
    ("[[rol]]\ncode", "[[functie]]\ncode", None, "functie", "onbekend onderdeel"),
    (", geblokkeerd = true", "", None, "geblokkeerd", "heimelijk"),
    (', beslisser = "Het Openbaar Ministerie"', "", None, "beslisser", "vrijwillig"),
    ('code = "vrijwillig", naam = "Vrijwillig"', 'code = "vrijwillig", beslisser = "X", naam = "Vrijwillig"',
     None, "beslisser", "vrijwillig"),
    ('naam = "Te weinig om te wegen", beslisser = "De weegploeg"', 'naam = "Te weinig om te wegen"',
     None, "beslisser", "verkeerde_persoon"),
    ('naam = "Overleden", beslisser = "De weegploeg of het casusoverleg"', 'naam = "Overleden"',
     None, "beslisser", "niets"),
    ('    { code = "kanttekening"', '    # { code = "kanttekening"', line_of(STANDPUNT) + 5, "waarde",
     "ontbreekt"),
    (LAATSTE_STANDPUNT, '{ code = "stil", naam = "Stil" },\n    ' + LAATSTE_STANDPUNT,
     line_of(STANDPUNT) + 5, "waarde", '"stil"; deze lijst ligt vast'),
    ('{ code = "wonen", naam = "Wonen" }', '{ code = "werk_opleiding", naam = "Wonen" }',
     line_of('{ code = "wonen"') + 1, "code", "staat er al"),
    ('naam = "Wonen" }', 'naam = "Wonen", bron = ["AVG art. 5"] }', None, "bron", "horen bij elkaar"),
    ('naam = "Wonen" }', 'naam = "Wonen", geblokkeerd = true }', None, "waarschuwing", "lezen waarom"),
    ('code = "leefgebied"', 'code = "gebied"', None, "code", "onbekende lijst"),
    ('code = "leefgebied"', 'code = "antwoord"', None, "code", "staat er al"),
    ('titel = "Wet g', "titel = Wet g", None, "", "geen goede TOML"),
]  # fmt: skip


@pytest.mark.parametrize(("oud", "nieuw", "regel", "sleutel", "woorden"), FOUTEN)
def test_fault_names_file_line_and_key(oud: str, nieuw: str, regel: int | None, sleutel: str, woorden: str):
    with pytest.raises(KaderFout) as fout:
        parse_kader(TEKST.replace(oud, nieuw, 1), NAAM)
    assert fout.value.sleutel == sleutel
    assert fout.value.regel == (regel or line_of(oud))
    assert woorden in str(fout.value)
    assert str(fout.value).startswith(f"{NAAM}, regel {fout.value.regel}")


@pytest.mark.parametrize(
    ("nieuw", "woorden"),
    [
        ('termijn = "P5Y"\nstartpunt = "sluiting_casus"', "alleen met een bron"),
        ('termijn = "P5Y"\nstatus = "voorstel"\nstartpunt = "sluiting_casus"', "nooit een voorstel"),
        ('termijn = "P5J"\nstatus = "uit_bron"\nstartpunt = "sluiting_casus"', "P5Y"),
    ],
)
def test_retention_number_needs_a_source(nieuw: str, woorden: str):
    blok = TEKST[TEKST.index('code = "casus_gesloten"') : TEKST.index('code = "casus_overgedragen"')]
    vervangen = blok.replace('termijn = ""\nstartpunt = "sluiting_casus"', nieuw)
    if "\nstatus" in nieuw:
        vervangen = vervangen.replace('status = "niet_vastgesteld"\n', "").replace('"Lx"', '"S"')
    with pytest.raises(KaderFout, match="termijn") as fout:
        parse_kader(TEKST.replace(blok, vervangen), NAAM)
    assert fout.value.regel == line_of('code = "casus_gesloten"') + 2
    assert woorden in str(fout.value)


@pytest.mark.parametrize("sectie", sorted(tomllib.loads(TEKST)))
def test_missing_section_is_refused(sectie: str):
    blokken = re.split(r"(?m)^(?=\[)", TEKST)
    rest = "".join(blok for blok in blokken if not re.match(rf"\[\[?{sectie}\]", blok))
    with pytest.raises(KaderFout) as fout:
        parse_kader(rest, NAAM)
    assert (fout.value.sleutel, fout.value.reden) == (sectie, "dit onderdeel ontbreekt")


@pytest.mark.parametrize("code", re.findall(r'\[\[codelijst\]\]\ncode = "(\w+)"', TEKST))
def test_missing_code_list_is_refused(code: str):
    blokken = re.split(r"(?m)^(?=\[)", TEKST)
    rest = "".join(blok for blok in blokken if not blok.startswith(f'[[codelijst]]\ncode = "{code}"'))
    with pytest.raises(KaderFout, match=f"({code}|groep)"):
        parse_kader(rest, NAAM)


@pytest.mark.parametrize(
    "tekst", ["", "[kader]", "[kader", "kader = 1", "[[kader]]\n", "\ufeff" + TEKST, "[rol]\n" + TEKST]
)
def test_what_is_no_kader_is_refused(tekst: str):
    with pytest.raises(KaderFout) as fout:
        parse_kader(tekst, "stuk.toml")
    assert fout.value.bestand == "stuk.toml"


@given(st.text(max_size=200))
def test_any_text_gives_a_kader_fault_and_nothing_else(tekst: str):
    with pytest.raises(KaderFout):
        parse_kader(tekst, "stuk.toml")


@given(data=st.data())
def test_a_cut_off_file_is_refused(data):
    einde = data.draw(st.integers(0, TEKST.rindex("[[codelijst]]")))
    with pytest.raises(KaderFout):
        parse_kader(TEKST[:einde], NAAM)
