# SPDX-License-Identifier: EUPL-1.2
"""The PDFs of the sample case: what stands in them, what must not, and how they are made."""

import hashlib
import io
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pikepdf
import pypdfium2 as pdfium
import pytest

from gemeente_pga.documents import render
from gemeente_pga.domain.stukken import (
    SOORTEN,
    Afschrift,
    Deelnemer,
    Gebeurtenis,
    Kop,
    Staat,
    Vernietigingslijst,
    extract,
    extract_agenda,
    list_besluiten,
)
from tests.documents.lezen import characters, fonts, page_texts, squeezed, text, words
from tests.documents.voorbeeld import AGENDA, EERSTE, OVERLEG_EEN, OVERLEG_TWEE, TWEEDE
from tests.documents.voorbeeld_dossier import CODE, DOSSIER, KAART, VOORBEELDEN
from tests.documents.voorbeeld_weging import WEGING

MM = 72 / 25.4
NAMEN = sorted(VOORBEELDEN)


@pytest.fixture(scope="module")
def pdfs() -> dict[str, bytes]:
    """Every sample, rendered once."""
    return {naam: render(*VOORBEELDEN[naam]) for naam in NAMEN}


def test_there_is_a_sample_of_every_kind() -> None:
    assert {soort for soort, _, _ in VOORBEELDEN.values()} == set(SOORTEN)


@pytest.mark.parametrize("naam", NAMEN)
def test_every_page_says_what_it_belongs_to(naam: str, pdfs: dict[str, bytes]) -> None:
    kop = VOORBEELDEN[naam][1].kop
    bladen = page_texts(pdfs[naam])
    for nummer, blad in enumerate(bladen, start=1):
        for tekst in (kop.gemeente, kop.kenmerk, kop.vertrouwelijkheid, *kop.nummers):
            assert tekst in blad, (nummer, tekst)
        assert kop.documentsoort in blad
        assert f"pagina {nummer} van {len(bladen)}" in blad


@pytest.mark.parametrize("naam", NAMEN)
def test_the_control_code_stands_on_the_last_page_only(naam: str, pdfs: dict[str, bytes]) -> None:
    code = VOORBEELDEN[naam][2]
    met_code = [nummer for nummer, blad in enumerate(page_texts(pdfs[naam])) if "Controlecode" in blad]
    assert met_code == ([len(page_texts(pdfs[naam])) - 1] if code else [])


@pytest.mark.parametrize("naam", NAMEN)
def test_every_font_is_in_the_file(naam: str, pdfs: dict[str, bytes]) -> None:
    gevonden = fonts(pdfs[naam])
    assert gevonden
    assert all(gevonden.values()), gevonden


@pytest.mark.parametrize("naam", NAMEN)
def test_nothing_is_printed_in_the_margins(naam: str, pdfs: dict[str, bytes]) -> None:
    for nummer, teken, (links, onder, rechts, boven) in characters(pdfs[naam]):
        assert links >= 25 * MM - 1, (nummer, teken)
        assert rechts <= (210 - 20) * MM + 1, (nummer, teken)
        assert onder >= 9 * MM, (nummer, teken)
        assert boven <= (297 - 10) * MM, (nummer, teken)


@pytest.mark.parametrize("naam", NAMEN)
def test_title_author_and_subject_name_nobody(naam: str, pdfs: dict[str, bytes]) -> None:
    with pikepdf.open(io.BytesIO(pdfs[naam])) as bestand:
        gegevens = " ".join(str(waarde) for waarde in bestand.docinfo.values())
        assert str(bestand.Root.Lang) == "nl-NL"
        assert bestand.Root.ViewerPreferences.DisplayDocTitle
    for woord in ("Hondt", "Joris", "Oosterbaan", "Aydın", "Brouwer"):
        assert woord not in gegevens


@pytest.mark.parametrize("naam", NAMEN)
def test_the_same_data_give_the_same_bytes(naam: str, pdfs: dict[str, bytes]) -> None:
    assert render(*VOORBEELDEN[naam]) == pdfs[naam]


def test_another_process_gives_the_same_bytes(pdfs: dict[str, bytes]) -> None:
    opdracht = (
        "import hashlib; from gemeente_pga.documents import render; "
        "from tests.documents.voorbeeld_dossier import VOORBEELDEN as V; "
        "print(hashlib.sha256(render(*V['dossier'])).hexdigest())"
    )
    for zaad in ("1", "2"):
        uit = subprocess.run(
            [sys.executable, "-c", opdracht], env={"PYTHONHASHSEED": zaad, "PYTHONPATH": "."},
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert uit.stdout.strip() == hashlib.sha256(pdfs["dossier"]).hexdigest()


def test_bookmarks_lead_to_decisions_and_actions(pdfs: dict[str, bytes]) -> None:
    with pikepdf.open(io.BytesIO(pdfs["verslag-2-intern"])) as bestand, bestand.open_outline() as inhoud:
        casussen = {str(punt.title): [str(onder.title) for onder in punt.children] for punt in inhoud.root}
    assert casussen[f"Casus {EERSTE}"][:2] == ["Besluiten", "Acties"]


@pytest.mark.parametrize("naam", ["actielijst-1", "actielijst-2", "casuskaart", "telefoonnotitie"])
def test_one_page_is_one_page(naam: str, pdfs: dict[str, bytes]) -> None:
    assert len(page_texts(pdfs[naam])) == 1


@pytest.mark.parametrize(
    "naam", ["verslag-1-deelnemers", "verslag-2-casus-1", "verslag-2-casus-2", "weegverslag"]
)
def test_decisions_stand_on_the_first_page(naam: str, pdfs: dict[str, bytes]) -> None:
    assert "Besluit" in page_texts(pdfs[naam])[0]


def test_the_minutes_hold_all_that_was_noted(pdfs: dict[str, bytes]) -> None:
    alles = " ".join(" ".join(page_texts(pdfs["verslag-1-intern"])).split())
    for tekst in (
        "R. El Amrani", "leerplichtambtenaar", "verzuimde 11 dagen sinds 1 september", "23 oktober 2026",
        "„geen vlieg kwaad doet”", "S. Aydın is casusregisseur", "Laat uiterlijk 22 oktober 2026",
        "Ter reactie",
        "Alle aanwezigen hebben de geheimhouding bevestigd", "Niet aan tafel", "5 uitgedeeld, 4 terug",
        "één eerdere melding", "Niet verstrekken zonder toestemming van de bronhouder",
    ):  # fmt: skip
        assert tekst in alles.replace("\xa0", " "), tekst


@pytest.mark.eis("G3", "c12")
def test_what_may_not_leave_the_table_is_in_no_copy_for_others(pdfs: dict[str, bytes]) -> None:
    for naam in ("verslag-1-deelnemers", "weegverslag", "actielijst-1"):
        alles = " ".join(page_texts(pdfs[naam]))
        assert "overlast" not in alles
        assert "Intern exemplaar" not in alles
    for pdf in pdfs.values():
        alles = " ".join(page_texts(pdf))
        for woord in ("Wâl", "Marloes", "Turkije", "Terzijde"):
            assert woord not in alles


@pytest.mark.parametrize(("eigen", "ander"), [(EERSTE, TWEEDE), (TWEEDE, EERSTE)])
def test_an_extract_has_no_word_that_belongs_to_the_other_case(eigen: str, ander: str) -> None:
    """The words of the whole, minus those of a meeting about this case alone: none may be printed."""
    deel = {d.casusnummer: d for d in OVERLEG_TWEE.casussen}
    alleen = replace(
        OVERLEG_TWEE,
        kop=replace(OVERLEG_TWEE.kop, nummers=(eigen,)),
        casussen=(deel[eigen],),
        aanwezigen=tuple(a for a in OVERLEG_TWEE.aanwezigen if eigen in a.casusnummers),
    )
    van_ander = set(words(render("verslag", OVERLEG_TWEE, CODE))) - set(
        words(render("verslag", alleen, CODE))
    )
    assert ander in van_ander
    assert len(van_ander) > 30
    gedrukt = set(words(render("uittreksel", extract(OVERLEG_TWEE, eigen), CODE)))
    assert gedrukt & van_ander == set()


def test_a_draft_says_so_on_every_page() -> None:
    for staat, woord in ((Staat.CONCEPT, "Concept"), (Staat.TER_REACTIE, "Ter reactie")):
        stuk = replace(WEGING, kop=replace(WEGING.kop, staat=staat))
        assert all(woord in blad for blad in page_texts(render("weegverslag", stuk)))
    vast = page_texts(render("weegverslag", WEGING))
    assert not any("Concept" in blad for blad in vast)


def test_the_decision_names_where_the_signal_goes_instead_of_dots() -> None:
    stuk = replace(WEGING, besluit="Doorgeleid naar …", doorgeleid_naar="Jeugdhulp Waterhoven")
    tekst = " ".join(" ".join(page_texts(render("weegverslag", stuk))).split())
    assert "Doorgeleid naar Jeugdhulp Waterhoven" in tekst
    assert "…" not in tekst
    overdracht = replace(stuk, besluit="Overdragen aan andere gemeente", doorgeleid_naar="Gemeente Duinrand")
    assert "Gemeente Duinrand" in " ".join(page_texts(render("weegverslag", overdracht)))


def test_a_paper_of_the_practice_kluis_says_so_on_every_page() -> None:
    stuk = replace(DOSSIER, kop=replace(DOSSIER.kop, oefening=True))
    assert all("OEFENING" in blad.upper() for blad in page_texts(render("dossier", stuk)))


def test_a_case_that_was_taken_over_says_so(pdfs: dict[str, bytes]) -> None:
    assert "Casus overgenomen van papier" in page_texts(pdfs["verslag-2-casus-2"])[0]


def test_what_nobody_has_vastgesteld_is_printed(pdfs: dict[str, bytes]) -> None:
    for naam in ("weegverslag", "casuskaart"):
        assert "Tekst niet vastgesteld: Proces".replace(" ", "") in text(pdfs[naam])


@pytest.mark.eis("i9")
def test_minutes_of_the_zvh_leave_only_decisions_and_actions() -> None:
    stuk = replace(OVERLEG_EEN, verslag_zvh="kenmerk ZVH-77")
    alles = " ".join(page_texts(render("verslag", stuk)))
    assert "ZVH-77" in alles
    assert "S. Aydın is casusregisseur" in alles
    assert "verzuimde" not in alles
    assert "Overwegingen" not in alles


def test_nobody_is_absent_when_attendance_was_not_recorded() -> None:
    onbekend = tuple(replace(a, aanwezig="") for a in OVERLEG_EEN.aanwezigen)
    alles = " ".join(page_texts(render("verslag", replace(OVERLEG_EEN, aanwezigen=onbekend))))
    assert "Genodigd" in alles
    assert "Niet aan tafel" not in alles


def test_the_list_of_today_holds_what_still_runs_of_before() -> None:
    (casus,) = extract(OVERLEG_TWEE, EERSTE).casussen
    loopt, gedaan = replace(casus.vorige_acties[0], loopt=True), casus.vorige_acties[1]
    stuk = replace(OVERLEG_TWEE, casussen=(replace(casus, vorige_acties=(loopt, gedaan)),))
    lijst = text(render("actielijst", list_besluiten(stuk)))
    assert squeezed("Loopt nog van een eerder overleg") in lijst
    assert squeezed(loopt.wat) in lijst
    assert squeezed(gedaan.wat) not in lijst


def test_an_agenda_that_not_everybody_may_have_says_so() -> None:
    merk = "Alleen voor wie bij alle casussen zit"
    assert squeezed(merk) in text(render("agenda", AGENDA))
    assert squeezed(merk) not in text(render("agenda", extract_agenda(AGENDA, (TWEEDE,))))


def test_the_timeline_gives_no_day_to_what_has_none() -> None:
    feit = Gebeurtenis(gebeurd_op=None, vastgelegd_op=date(2026, 10, 2), wat="Brieven.", bron="Gemeente")
    alles = " ".join(" ".join(page_texts(render("dossier", replace(DOSSIER, tijdlijn=(feit,))))).split())
    assert "dag onbekend Brieven. Bron: Gemeente 2 oktober 2026" in alles


def test_a_wrong_kind_is_refused() -> None:
    with pytest.raises(TypeError):
        render("verslag", WEGING)


@pytest.mark.parametrize("naam", ["Ee", "Waterhoven", "Hollands Kroonpolder", "Nederwoud, Geren en Nederwat"])
def test_a_name_stands_whole_beside_the_widest_logo(naam: str) -> None:
    """And clear of what stands at the right."""
    from PIL import Image

    beeld = io.BytesIO()
    Image.new("RGB", (900, 200), (200, 30, 30)).save(beeld, "PNG")
    kop: Kop = replace(KAART.kop, logo=beeld.getvalue(), gemeente=naam)
    inhoud = render("casuskaart", replace(KAART, kop=kop))
    boven = page_texts(inhoud)[0][:300]
    assert all(woord in boven for woord in naam.split())
    with pdfium.PdfDocument(inhoud) as pdf:
        tekst = pdf[0].get_textpage()
        laatste, _ = tekst.search(naam.split()[-1]).get_next()
        rechts, _ = tekst.search("Vertrouwelijk").get_next()
        assert tekst.get_charbox(laatste + len(naam.split()[-1]) - 1)[2] < tekst.get_charbox(rechts)[0]


def test_a_logo_and_a_colour_of_the_municipality() -> None:
    from PIL import Image

    beeld = io.BytesIO()
    Image.new("RGBA", (400, 90), (200, 30, 30, 128)).save(beeld, "PNG")
    for logo, kleur in (
        (beeld.getvalue(), "#ffff00"),
        (b"geen plaatje", "rood"),
        (b"\x89PNG\r\n\x1a\n", "#12"),
    ):
        kop: Kop = replace(KAART.kop, logo=logo, accentkleur=kleur)
        assert "Casuskaart" in page_texts(render("casuskaart", replace(KAART, kop=kop)))[0]


@pytest.mark.parametrize(
    ("stukken", "papier", "zin"),
    [(1, 0, "1 stuk, geen papier"), (2, 1, "2 stukken, 1 papieren exemplaar"),
     (14, 3, "14 stukken, 3 papieren exemplaren")],
)  # fmt: skip
def test_the_destruction_list_counts_in_dutch_and_has_boxes_for_each_line(
    stukken: int, papier: int, zin: str
) -> None:
    soort, lijst, code = VOORBEELDEN["vernietigingslijst"]
    assert isinstance(lijst, Vernietigingslijst)
    regels = tuple(replace(r, stukken=stukken, papier=papier) for r in lijst.regels)
    tekst = " ".join(" ".join(page_texts(render(soort, replace(lijst, regels=regels), code))).split())
    assert zin in tekst
    assert tekst.count("ja nee") == len(regels) == 2
    assert "Samen 2 dossiers." in tekst


def test_a_holder_can_tick_what_was_asked() -> None:
    for naam, kan in (("houderbericht", "Gedaan"), ("houderbericht-teruggave", "Alles vernietigd op")):
        tekst = " ".join(page_texts(render(*VOORBEELDEN[naam])))
        assert kan in tekst
        assert "Streep door" not in tekst
        assert "Antwoord uiterlijk" in " ".join(tekst.split())


def test_a_copy_of_which_everything_was_left_out_says_so() -> None:
    soort, stuk, code = VOORBEELDEN["afschrift"]
    assert isinstance(stuk, Afschrift)
    alles = tuple(
        replace(deel, velden=(), weggelaten=("Alles: rechten van anderen.",)) for deel in stuk.delen
    )
    tekst = " ".join(" ".join(page_texts(render(soort, replace(stuk, delen=alles), code))).split())
    assert "Alles: rechten van anderen." in tekst
    assert "De gegevens Van geen enkel deel krijgt u gegevens." in tekst


def test_a_function_is_not_said_twice() -> None:
    kaart = replace(KAART, deelnemers=(Deelnemer(partij="Gemeente", naam="S. Aydın", functie="coördinator",
                                                 rol="Coördinator"),))  # fmt: skip
    tekst = " ".join(page_texts(render("casuskaart", kaart, "")))
    assert "S. Aydın, coördinator, Gemeente" in tekst
    assert "(Coördinator)" not in tekst
