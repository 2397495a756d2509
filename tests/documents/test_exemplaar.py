# SPDX-License-Identifier: EUPL-1.2
"""Number and holder on every page of every copy; the pages themselves stay as they were frozen."""

import io
import time
from collections import Counter
from datetime import date
from itertools import product

import pikepdf
import pytest
from pikepdf import Array, Pdf

from gemeente_pga.documents import (
    draw_opdruk,
    encrypt,
    is_pdf,
    make_room,
    render,
    render_exemplarenlijst,
    render_voorblad,
    stamp,
)
from gemeente_pga.documents.exemplaar import WATERMERK
from gemeente_pga.documents.opmaak import choose_kleuren
from gemeente_pga.domain.exemplaar import Stempel, Vak
from gemeente_pga.domain.stukken.exemplaar import Exemplaarpunt, Exemplarenlijst, Voorblad, lijst_kop
from gemeente_pga.ui.pdf import draw_grijs, read_bladen, read_maten
from tests.documents.test_toegankelijk import _check_pdfa, _check_structure
from tests.documents.voorbeeld_dossier import VOORBEELDEN
from tests.documents.vullen import with_text

DAG = date(2026, 10, 14)
STEMPEL = Stempel(3, "M. Jansen, politie 😀 عبد")
_BUREN = range(-2, 3)
NAMEN = sorted(VOORBEELDEN)


def voorblad(anderen: int = 0) -> Voorblad:
    """The sheet in front of the third copy."""
    kop = lijst_kop("Waterhoven", "Voorblad", "CO-2026-009", DAG, oefening=False)
    punten = exemplarenlijst(anderen).regels
    zelf = Exemplaarpunt(nummer=3, houder="M. Jansen, politie", uitgereikt=DAG, gevraagd="Teruggeven.")
    return Voorblad(kop=kop, stuk="Verslag casusoverleg", controlecode="12-ABCD", zelf=zelf, anderen=punten)


def exemplarenlijst(aantal: int) -> Exemplarenlijst:
    """A list of so many copies."""
    kop = lijst_kop("Waterhoven", "Terug te vragen exemplaren", "2026-10-14", DAG, oefening=False)
    regels = tuple(
        Exemplaarpunt(
            nummer=n, houder=f"Houder {n}, politie", uitgereikt=DAG, gevraagd="Teruggeven.", stuk=f"CO-{n}"
        )
        for n in range(1, aantal + 1)
    )
    return Exemplarenlijst(kop=kop, over="Wat niet terug is", regels=regels)


def _teksten(pdf: bytes) -> list[str]:
    return [blad.tekst for blad in read_bladen(pdf)]


@pytest.mark.eis("c14")
@pytest.mark.parametrize("naam", NAMEN)
def test_every_page_says_which_copy_it_is(naam: str) -> None:
    kaal = render(*VOORBEELDEN[naam])
    gestempeld = stamp(kaal, STEMPEL)
    assert gestempeld == stamp(kaal, STEMPEL)
    assert kaal == render(*VOORBEELDEN[naam])
    for tekst in _teksten(gestempeld):
        assert tekst.count("Exemplaar 3 · M. Jansen, politie [U+1F600]") == 2, "the line and the watermark"
    _check_pdfa(gestempeld)
    _check_structure(gestempeld)


@pytest.mark.parametrize("naam", NAMEN)
def test_the_place_of_the_number_is_free_on_every_page_of_ours(naam: str) -> None:
    kaal = render(*VOORBEELDEN[naam])
    maten = read_maten(kaal)
    opdruk = draw_opdruk(maten, STEMPEL, vreemd=False)
    for nummer, welke in enumerate(opdruk.maat_van):
        strook = draw_grijs(kaal, nummer, 150, opdruk.vakken[welke])
        assert set(strook.pixels) == {255}, nummer


@pytest.mark.parametrize("naam", ["dossier", "verslag-1-deelnemers"])
def test_nothing_that_stood_on_a_page_is_covered_or_moved(naam: str) -> None:
    kaal = render(*VOORBEELDEN[naam])
    gestempeld = stamp(kaal, STEMPEL)
    for nummer in range(len(read_maten(kaal))):
        was, wordt = (draw_grijs(pdf, nummer, 100).pixels for pdf in (kaal, gestempeld))
        # The watermark darkens white a little; what was ink is as dark as before, and no word has gone.
        assert all(abs(a - b) < 16 for a, b in zip(was, wordt, strict=True) if a < 200)
        woorden, nu = (Counter(_teksten(pdf)[nummer].split()) for pdf in (kaal, gestempeld))
        assert not woorden - nu


def test_the_watermark_does_not_hurt_reading() -> None:
    """Measured for the lightest ink that stands on it: the accent colour of a municipality."""
    for hexkleur in ("#ffff00", "#ffffff", "#12b5cb", "#154273"):
        accent = choose_kleuren(hexkleur).accent
        assert _contrast(accent.rgb(), WATERMERK.rgb()) >= 4.5
    assert _contrast((1, 1, 1), WATERMERK.rgb()) < 1.2


def _contrast(een: tuple[float, ...], ander: tuple[float, ...]) -> float:
    donker, licht = sorted((_lichtheid(een), _lichtheid(ander)))
    return (licht + 0.05) / (donker + 0.05)


def _lichtheid(kleur: tuple[float, ...]) -> float:
    """Of WCAG 2.1."""
    rood, groen, blauw = (d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in kleur)
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


@pytest.mark.parametrize("graden", [0, 90, 180, 270])
def test_a_pdf_of_others_gets_room_above_its_page(graden: int) -> None:
    with Pdf.open(io.BytesIO(render(*VOORBEELDEN["agenda"]))) as pdf:
        for blad in pdf.pages:
            blad.obj.Rotate = graden
            blad.obj.MediaBox = Array([10, 20, 605, 862])
        uit = io.BytesIO()
        pdf.save(uit)
    van_hen = uit.getvalue()
    gestempeld = stamp(van_hen, STEMPEL, vreemd=True)
    assert gestempeld == stamp(van_hen, STEMPEL, vreemd=True)
    (breed, hoog), *_ = read_maten(van_hen)
    maten = read_maten(gestempeld)
    assert maten[0] == pytest.approx((breed, hoog + 9 * 72 / 25.4), abs=0.1)
    for tekst in _teksten(gestempeld):
        assert "Exemplaar 3 · M. Jansen, politie" in tekst
    was = draw_grijs(van_hen, 0, 72)
    wordt = draw_grijs(gestempeld, 0, 72, Vak(0, 0, breed, hoog))
    kant = min(was.breedte, wordt.breedte), min(was.hoogte, wordt.hoogte)
    for y, x in product(range(2, kant[1] - 2, 3), range(2, kant[0] - 2, 3)):
        if was.pixels[y * was.stap + x] < 100:
            buren = (wordt.pixels[(y + b) * wordt.stap + x + c] for b in _BUREN for c in _BUREN)
            assert min(buren) < 190, "what was dark is dark still"
    boven = draw_grijs(gestempeld, 0, 150, Vak(0, hoog, breed, 9 * 72 / 25.4))
    assert min(boven.pixels) < 60, "the number stands in the room that was added"
    assert read_maten(make_room(van_hen, vreemd=True)) == maten


@pytest.mark.parametrize(
    "houder",
    [
        "x" * 120, "W" * 80 + ", Zorg- en Veiligheidshuis Waterland", "عبد الرحمن " * 10, "שלום, politie",
        "\u202egnivre\u202c, OM", "😀" * 40, "李小龙", "a\u0301" * 60, ", ", "J, , ,", "<b>&amp;</b>",
    ],
)  # fmt: skip
def test_whatever_the_holder_is_called_the_number_stays_whole(houder: str) -> None:
    kaal = render(*VOORBEELDEN["agenda"])
    stempel = Stempel(40, houder)
    gestempeld = stamp(kaal, stempel)
    for tekst in _teksten(gestempeld):
        vooraan = tekst.count("Exemplaar 40 ·")
        assert vooraan + tekst.count("· 40 Exemplaar") == 2  # pdfium turns a line with Arabic round
    _check_pdfa(gestempeld)
    opdruk = draw_opdruk(read_maten(kaal), stempel, vreemd=False)
    vak = opdruk.vakken[0]
    links = Vak(0, vak.y, vak.x - 1, vak.hoog)
    assert set(draw_grijs(opdruk.pdf, 1, 100, links).pixels) == {255}, "it stays in its place"
    if "Waterland" in houder:
        assert "Zorg- en Veilig" in _teksten(gestempeld)[0], "the end of the name goes, not the organisation"


def test_a_letter_has_no_watermark() -> None:
    gestempeld = stamp(render(*VOORBEELDEN["brief"]), Stempel(1, "K. de Vries", watermerk=False))
    assert all(tekst.count("Exemplaar 1 · K. de Vries") == 1 for tekst in _teksten(gestempeld))
    _check_pdfa(gestempeld)


def test_the_sheet_in_front_has_its_place_in_the_structure() -> None:
    kaal = render(*VOORBEELDEN["agenda"])
    gestempeld = stamp(kaal, STEMPEL, voorblad=voorblad(3))
    eerste, *rest = _teksten(gestempeld)
    assert len(rest) == len(_teksten(kaal))
    for woord in ("Voorblad", "voorblad", "12-ABCD", "Verdeellijst", "Houder 2, politie", "Exemplaar 3 ·"):
        assert woord in eerste
    assert "pagina 1 van" in rest[0]
    assert "Verdeellijst" not in _teksten(stamp(kaal, STEMPEL, voorblad=voorblad()))[0]
    _check_pdfa(gestempeld)
    _check_structure(gestempeld)
    with Pdf.open(io.BytesIO(gestempeld)) as pdf:
        namen = [str(deel.S) for deel in pdf.Root.StructTreeRoot.K.K]
        assert namen[0] == "/Part", "it is read first"
        nummers = list(pdf.Root.StructTreeRoot.ParentTree.Nums.as_list())[::2]
        assert [int(n) for n in nummers] == sorted(int(n) for n in nummers)


def test_a_list_says_who_holds_what() -> None:
    alles = " ".join(_teksten(render_exemplarenlijst(exemplarenlijst(60))))
    assert all(f"Houder {n}, politie" in alles for n in range(1, 61))
    assert "pagina 1 van " in alles
    assert _teksten(render_voorblad(voorblad()))


def test_a_password_opens_it_and_nothing_else_does() -> None:
    kaal = stamp(render(*VOORBEELDEN["agenda"]), STEMPEL)
    dicht = encrypt(kaal, "wolk fiets régen")
    assert b"Exemplaar" not in dicht
    for fout in ("", "wolk fiets regen", "Wolk fiets régen"):
        with pytest.raises(pikepdf.PasswordError):
            Pdf.open(io.BytesIO(dicht), password=fout)
    with Pdf.open(io.BytesIO(dicht), password="wolk fiets régen") as pdf:
        assert (pdf.encryption.R, pdf.encryption.bits) == (6, 256)
        assert "AESv3" in str(pdf.encryption.stream_method) or "aesv3" in str(pdf.encryption.stream_method)
        xmp = pdf.Root.Metadata.read_bytes()
    assert b"pdfaid:part" not in xmp, "it is no PDF/A any more and does not claim to be"
    assert b"pdfaid:conformance" not in xmp
    assert b"pdfuaid:part" in xmp
    assert not is_pdf(dicht)


def test_removed_words_are_not_in_a_copy() -> None:
    """What was taken out of the frozen paper does not come back: the copy is made from its bytes."""
    soort, stuk, code = VOORBEELDEN["verslag-1-deelnemers"]
    alles = " ".join(_teksten(stamp(render(soort, stuk, code), STEMPEL)))
    intern = " ".join(_teksten(render(*VOORBEELDEN["verslag-1-intern"])))
    assert "Intern exemplaar" in intern
    assert "Intern exemplaar" not in alles


@pytest.mark.traag
def test_three_hundred_pages_are_stamped_while_one_waits() -> None:
    soort, stuk, code = VOORBEELDEN["dossier"]
    kaal = render(soort, with_text(stuk, "Inbreng.tekst", "woord en nog een woord. " * 9_000), code)
    begin = time.monotonic()
    gestempeld = stamp(kaal, STEMPEL)
    duur = time.monotonic() - begin
    assert len(read_maten(gestempeld)) == len(read_maten(kaal)) >= 300
    with Pdf.open(io.BytesIO(gestempeld)) as pdf:
        for blad in pdf.pages:
            assert len(blad.obj.Resources.XObject.keys()) >= 2
    assert len(gestempeld) - len(kaal) < 300 * 600 + 60_000
    assert duur < 10


@pytest.mark.parametrize("kapot", [b"", b"geen pdf", b"%PDF-1.7\n%%EOF"])
def test_what_cannot_be_read_is_not_stamped(kapot: bytes) -> None:
    with pytest.raises(ValueError, match="stamped"):
        stamp(kapot, STEMPEL, vreemd=True)
