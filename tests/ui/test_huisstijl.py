# SPDX-License-Identifier: EUPL-1.2
"""The house style through the real window: a logo that lies about its kind, a colour that cannot be read."""

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from gemeente_pga import documents
from gemeente_pga.domain.huisstijl import CONTRAST, LOGOMATEN, MAX_LOGOBYTES, contrast, drukkleur
from gemeente_pga.domain.stukken import from_json, to_json
from gemeente_pga.domain.stukken.brief import Brief
from gemeente_pga.store.queries.inrichting import gemeenten, huisstijl
from gemeente_pga.ui.logobestand import read_logo
from gemeente_pga.ui.screens.inrichting_huisstijl import Huisstijlkaart


def beeld(soort: str, vorm: str = "RGB", maat: tuple[int, int] = (300, 120)) -> bytes:
    uit = io.BytesIO()
    kleur: dict[str, Any] = {
        "RGBA": (200, 30, 30, 90),
        "LA": (90, 120),
        "L": 90,
        "CMYK": (0, 200, 200, 0),
        "P": 0,
        "1": 0,
    }
    Image.new(vorm, maat, kleur.get(vorm, (20, 90, 160))).save(uit, soort)
    return uit.getvalue()


def bom(breed: int, hoog: int) -> bytes:
    """A PNG of a few hundred bytes that says it is this large."""

    def stuk(naam: bytes, inhoud: bytes) -> bytes:
        som = zlib.crc32(naam + inhoud)
        return struct.pack(">I", len(inhoud)) + naam + inhoud + struct.pack(">I", som)

    kop = struct.pack(">IIBBBBB", breed, hoog, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + stuk(b"IHDR", kop)
        + stuk(b"IDAT", zlib.compress(bytes(90)))
        + stuk(b"IEND", b"")
    )


def wit(vorm: str = "RGB", kleur: tuple[int, ...] = (255, 255, 255)) -> bytes:
    """A logo for a dark background."""
    uit = io.BytesIO()
    Image.new(vorm, (300, 120), kleur).save(uit, "PNG")
    return uit.getvalue()


def ruis(soort: str, **meer: Any) -> bytes:
    """A picture that does not pack away to nothing."""
    uit = io.BytesIO()
    vlak = Image.frombytes("L", (300, 120), bytes(n * n * 7 % 251 for n in range(36_000)))
    vlak.save(uit, soort, **meer)
    return uit.getvalue()


def half_met_einde(**meer: Any) -> bytes:
    """The first half of a JPEG, with the mark of its end stuck on it."""
    heel = ruis("JPEG", **meer)
    return heel[: len(heel) // 2] + b"\xff\xd9"


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="120"><script>1</script></svg>'
GEEN_BEELD = {
    "svg": SVG,
    "html": b"<html><body>logo</body></html>",
    "zip": b"PK\x03\x04" + bytes(60),
    "pdf": b"%PDF-1.7\n" + bytes(60),
    "leeg": b"",
    "gif": beeld("GIF", "P"),
    "bmp": beeld("BMP"),
    "tiff": beeld("TIFF"),
    "half": beeld("PNG", maat=(600, 400))[:180],
    "halve jpeg": beeld("JPEG")[:300],
    "halve jpeg met een einde": half_met_einde(),
    "halve jpeg in lagen met een einde": half_met_einde(progressive=True),
    "bewegend": ruis("PNG", save_all=True, append_images=[Image.new("L", (300, 120), 90)]),
    "bom": bom(60_000, 60_000),
    "platte bom": bom(2_000_000_000, 1),
    "klein": beeld("PNG", maat=(12, 12)),
    "streep": beeld("PNG", maat=(20_000, 41)),
    "wit": wit(),
    "doorzichtig": wit("RGBA", (255, 255, 255, 0)),
    "zwaar": b"\x89PNG\r\n\x1a\n" + bytes(MAX_LOGOBYTES),
}
WEL = [
    ("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "LA"), ("PNG", "L"), ("PNG", "1"), ("PNG", "P"),
    ("JPEG", "RGB"), ("JPEG", "L"), ("JPEG", "CMYK"),
]  # fmt: skip


def kaart(venster) -> Huisstijlkaart:
    venster.open("inrichting", None, "gemeente")
    deel: Huisstijlkaart = venster.scherm.delen["gemeente"].huisstijl
    return deel


def stijl(venster):
    with venster.omgeving.store.reader() as r:
        return huisstijl(r, gemeenten(r)[0].id)


@pytest.mark.parametrize("wat", sorted(GEEN_BEELD))
def test_what_is_no_usable_picture_is_refused_with_a_reason(venster, antwoord, tmp_path: Path, wat):
    pad = tmp_path / "logo.png"
    pad.write_bytes(GEEN_BEELD[wat])
    deel = kaart(venster)
    voor = venster.omgeving.store.laatste()
    antwoord(pad)
    deel.logo_knop.click()
    assert deel.logozin.text().startswith("Dit ")
    assert "Kies" in deel.logozin.text() or "Vraag" in deel.logozin.text()
    assert deel.logo_knop.hasFocus() or not venster.isActiveWindow()
    assert stijl(venster).logo is None
    assert venster.omgeving.store.laatste() == voor


def test_a_file_that_is_not_there(tmp_path: Path):
    assert read_logo(tmp_path / "weg.png") == "Dit bestand kan niet worden gelezen. Kies een ander bestand."
    assert isinstance(read_logo(tmp_path), str)


@pytest.mark.parametrize(("soort", "vorm"), WEL)
def test_every_usual_picture_becomes_a_small_one_on_white(qapp, tmp_path: Path, soort, vorm):
    pad = tmp_path / "naam zonder einde"
    pad.write_bytes(beeld(soort, vorm, (3000, 900)))
    logo = read_logo(pad)
    assert isinstance(logo, bytes)
    with Image.open(io.BytesIO(logo)) as uit:
        assert (uit.format, uit.mode) == ("PNG", "RGB")
        assert uit.width <= LOGOMATEN[0]
        assert uit.height <= LOGOMATEN[1]
        assert uit.width / uit.height == pytest.approx(3000 / 900, rel=0.02)


def test_nothing_but_the_picture_comes_along(qapp, tmp_path: Path):
    foto = Image.new("RGB", (300, 120))
    gegevens = foto.getexif()
    gegevens[0x013B] = "Geheime Fotograaf"
    pad = tmp_path / "logo.jpg"
    foto.save(pad, exif=gegevens, comment=b"Geheime Fotograaf")
    assert b"Geheime" in pad.read_bytes()
    logo = read_logo(pad)
    assert isinstance(logo, bytes)
    assert b"Geheime" not in logo


def test_a_logo_is_recorded_at_once_and_taken_away_again(venster, antwoord, tmp_path: Path):
    pad = tmp_path / "logo.png"
    pad.write_bytes(beeld("PNG", "RGBA"))
    deel = kaart(venster)
    antwoord(pad)
    deel.logo_knop.click()
    assert stijl(venster).logo
    assert not deel.weg_knop.isHidden()
    deel.weg_knop.click()
    assert stijl(venster).logo is None


@pytest.mark.parametrize(
    "fout", ["rood", "#12345", "#1234567", "#12345g", "rgb(1,2,3)", "javascript:", "\u202e#123456"]
)
def test_what_is_no_colour_is_said_at_the_field(venster, fout):
    deel = kaart(venster)
    deel.veld.setText(fout)
    deel.vastlegknop.click()
    assert set(deel.formulier.gebreken()) == {"kleur"}
    assert deel.veld.text() == fout
    assert stijl(venster).kleur == ""


def test_a_colour_too_light_says_what_is_printed(venster, antwoord):
    deel = kaart(venster)
    antwoord("#ffdd00")
    deel.kies_knop.click()
    assert deel.veld.text() == "#ffdd00"
    assert drukkleur("#ffdd00") in deel.kleurzin.text()
    deel.vastlegknop.click()
    assert stijl(venster).kleur == "#ffdd00"
    deel.veld.setText("")
    deel.vastlegknop.click()
    assert stijl(venster).kleur == ""


@pytest.mark.parametrize("kleur", ["#ffffff", "#ffdd00", "#00ff00", "#808080", "#000000", "#154273", "", "x"])
def test_what_is_printed_can_always_be_read(kleur):
    assert contrast(drukkleur(kleur)) >= CONTRAST
    assert drukkleur(drukkleur(kleur)) == drukkleur(kleur)


def test_the_example_shows_the_colour_that_is_printed(venster, qtbot):
    deel = kaart(venster)
    deel.veld.setText("#aa0000")

    def rood() -> bool:
        plaat = deel.voorbeeld.pixmap().toImage()
        punten = (plaat.pixelColor(90, y) for y in range(plaat.height()))
        return any(punt.red() > 150 and punt.green() < 100 for punt in punten)

    qtbot.waitUntil(rood, timeout=10_000)


def test_typing_a_colour_survives_leaving(venster):
    deel = kaart(venster)
    deel.veld.setText("#1234ab")
    venster.bewaar_concepten()
    venster.open("bureau")
    deel.formulier.wis()
    deel.formulier.klaar()
    assert kaart(venster).veld.text() == "#1234ab"


def test_a_paper_keeps_the_logo_it_was_frozen_with(venster, antwoord, tmp_path: Path):
    pad = tmp_path / "logo.png"
    pad.write_bytes(beeld("PNG", "RGBA"))
    deel = kaart(venster)
    antwoord(pad)
    deel.logo_knop.click()
    brief = deel.voorbeeldbrief("#1234ab")
    bevroren = to_json(brief)
    deel.weg_knop.click()
    terug = from_json(Brief, bevroren)
    assert terug == brief
    inhoud = documents.render("brief", terug)
    assert inhoud == documents.render("brief", brief)
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        assert len(pdf.pages[0].get_images()) == 1
    with pikepdf.open(io.BytesIO(documents.render("brief", deel.voorbeeldbrief("")))) as pdf:
        assert not pdf.pages[0].get_images()
