# SPDX-License-Identifier: EUPL-1.2
"""Looks that can be computed: contrast of all colours, icons that exist, light and dark."""

from dataclasses import fields

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.ui import theme
from gemeente_pga.ui.theme import DONKER, DONKER_CONTRAST, LICHT, LICHT_CONTRAST, Kleuren
from gemeente_pga.ui.window import Window

TEKST_OP_GROND = [
    *[(t, g) for t in ("tekst", "stil", "accent", "fout") for g in ("grond", "vlak", "verdiept")],
    ("op_knop", "knop"),
    ("op_knop", "knop_aan"),
    ("goed", "goed_zacht"),
    ("let_op", "let_op_zacht"),
    ("fout", "fout_zacht"),
    ("accent", "accent_zacht"),
    ("tekst", "accent_zacht"),
]
LIJN_OP_GROND = [
    *[("veldrand", "vlak"), ("accent", "vlak"), ("accent", "grond"), ("uit", "vlak")],
    *[("ring", g) for g in ("knop_aan", "grond", "vlak", "verdiept")],
]


def contrast(een: str, ander: str) -> float:
    """The ratio of WCAG 2.2."""

    def licht(kleur: str) -> float:
        delen = [int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        r, g, b = (d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in delen)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    hoog, laag = sorted((licht(een), licht(ander)), reverse=True)
    return (hoog + 0.05) / (laag + 0.05)


GEWOON = [pytest.param(LICHT, id="licht"), pytest.param(DONKER, id="donker")]
SCHERP = [pytest.param(LICHT_CONTRAST, id="licht"), pytest.param(DONKER_CONTRAST, id="donker")]


@pytest.mark.parametrize("kleuren", GEWOON)
@pytest.mark.parametrize(("tekst", "grond"), TEKST_OP_GROND)
def test_text_can_be_read(kleuren: Kleuren, tekst: str, grond: str) -> None:
    assert contrast(getattr(kleuren, tekst), getattr(kleuren, grond)) >= 4.5


@pytest.mark.parametrize("kleuren", [*GEWOON, *SCHERP])
@pytest.mark.parametrize(("lijn", "grond"), LIJN_OP_GROND)
def test_edges_and_focus_can_be_seen(kleuren: Kleuren, lijn: str, grond: str) -> None:
    assert contrast(getattr(kleuren, lijn), getattr(kleuren, grond)) >= 3


@pytest.mark.parametrize("kleuren", SCHERP)
@pytest.mark.parametrize(("tekst", "grond"), TEKST_OP_GROND)
def test_high_contrast_is_high(kleuren: Kleuren, tekst: str, grond: str) -> None:
    assert contrast(getattr(kleuren, tekst), getattr(kleuren, grond)) >= 7
    for rand in ("rand", "veldrand"):
        assert contrast(getattr(kleuren, rand), kleuren.vlak) >= 7


def test_high_contrast_is_chosen_in_the_menu_and_remembered(venster: Window) -> None:
    kies = next(a for a in venster.menubalk.opdrachten if "contrast" in a.text())
    dienst = venster.omgeving.dienst
    try:
        kies.trigger()
        assert theme.kleuren() is LICHT_CONTRAST
        assert dienst.voorkeur(*theme.CONTRASTKEUZE) == theme.HOOG
    finally:
        kies.trigger()
    assert theme.kleuren() is LICHT
    assert dienst.voorkeur(*theme.CONTRASTKEUZE) == ""


def test_follows_light_and_dark_and_recolours_icons(qapp: QtWidgets.QApplication, huisstijl: None) -> None:
    knop = QtWidgets.QToolButton()
    theme.zet_icoon(knop, "lock")
    in_lijst = theme.icoon("check")  # as a list holds it: nobody gives it anew
    try:
        theme.zet_schema(qapp, QtCore.Qt.ColorScheme.Dark)
        assert theme.kleuren() is DONKER
        assert qapp.palette().color(QtGui.QPalette.ColorRole.Window).name().upper() == DONKER.grond
        theme.zet_iconen(knop)
        for icoon in (knop.icon(), in_lijst):
            beeld = icoon.pixmap(64, 64).toImage()
            tinten = {
                beeld.pixelColor(x, y).name()
                for x in range(64)
                for y in range(64)
                if beeld.pixelColor(x, y).alpha() == 255
            }
            assert tinten == {DONKER.tekst.lower()}
    finally:
        theme.zet_schema(qapp, QtCore.Qt.ColorScheme.Light)
    assert theme.kleuren() is LICHT


def test_the_example_in_an_empty_field_can_be_read(qapp: QtWidgets.QApplication, huisstijl: None) -> None:
    veld = QtWidgets.QLineEdit()
    veld.ensurePolished()
    kleur = veld.palette().color(QtGui.QPalette.ColorRole.PlaceholderText)
    assert kleur.alpha() == 255
    assert contrast(kleur.name(), LICHT.vlak) >= 4.5


def test_what_is_fixed_keeps_its_headings_to_read(huisstijl: None) -> None:
    blad = QtWidgets.QWidget()
    labels = [QtWidgets.QLabel("Plaats", blad) for _ in range(3)]
    for label, (naam, waarde) in zip(
        labels, [("rol", "kop"), ("rol", "subkop"), ("veldlabel", True)], strict=True
    ):
        label.setProperty(naam, waarde)
    blad.setEnabled(False)
    for label in labels:
        label.ensurePolished()
        assert label.palette().color(label.foregroundRole()).name().upper() == LICHT.tekst


def test_focus_can_be_told_from_a_fault(qtbot: QtBot, huisstijl: None) -> None:
    blad = QtWidgets.QWidget()
    qtbot.addWidget(blad)
    velden = [QtWidgets.QLineEdit(blad), QtWidgets.QLineEdit(blad)]
    for n, veld in enumerate(velden):
        veld.setProperty("gebrek", True)
        veld.setGeometry(10, 10 + 60 * n, 200, 40)
    blad.show()
    blad.activateWindow()
    velden[0].setFocus()
    qtbot.waitUntil(velden[0].hasFocus)

    def dik(veld: QtWidgets.QLineEdit) -> int:
        beeld = veld.grab().toImage()
        x, fout = beeld.width() // 2, LICHT.fout.lower()
        return sum(beeld.pixelColor(x, y).name() == fout for y in range(8))

    assert dik(velden[0]) > dik(velden[1]) > 0


@pytest.mark.parametrize("schema", ["Light", "Dark"])
def test_focus_on_a_main_button_is_a_ring_of_its_own(
    qtbot: QtBot, qapp: QtWidgets.QApplication, huisstijl: None, schema: str
) -> None:
    theme.zet_schema(qapp, QtCore.Qt.ColorScheme[schema])
    try:
        knop = QtWidgets.QPushButton("Vastleggen")
        knop.setProperty("rol", "primair")
        qtbot.addWidget(knop)
        knop.show()
        knop.clearFocus()
        zonder = knop.sizeHint()
        knop.activateWindow()
        knop.setFocus()
        qtbot.waitUntil(knop.hasFocus)
        beeld, kleuren = knop.grab().toImage(), theme.kleuren()
        rand = [beeld.pixelColor(beeld.width() // 2, y).name().upper() for y in range(4)]
        assert rand == [kleuren.ring] * 3 + [kleuren.knop_aan]
        assert knop.sizeHint() == zonder  # nothing moves
    finally:
        theme.zet_schema(qapp, QtCore.Qt.ColorScheme.Light)


def test_focus_is_seen_on_a_text_that_cannot_be_changed(qtbot: QtBot, huisstijl: None) -> None:
    veld = QtWidgets.QPlainTextEdit()
    qtbot.addWidget(veld)
    veld.setReadOnly(True)
    veld.show()
    veld.activateWindow()
    veld.setFocus()
    qtbot.waitUntil(veld.hasFocus)
    beeld = veld.grab().toImage()
    assert beeld.pixelColor(beeld.width() // 2, 0).name() == LICHT.accent.lower()


def test_links_that_are_on_screen_follow_light_and_dark(
    qapp: QtWidgets.QApplication, huisstijl: None
) -> None:
    venster = QtWidgets.QWidget()
    label = QtWidgets.QLabel('<a href="#" style="font-size: 60pt">Bron</a>', venster)
    label.resize(300, 120)
    venster.show()
    try:
        for schema, kleuren in ((QtCore.Qt.ColorScheme.Dark, DONKER), (QtCore.Qt.ColorScheme.Light, LICHT)):
            theme.zet_schema(qapp, schema)
            beeld = label.grab().toImage()
            punten = {
                beeld.pixelColor(x, y).name() for x in range(beeld.width()) for y in range(beeld.height())
            }
            assert kleuren.accent.lower() in punten
    finally:
        theme.zet_schema(qapp, QtCore.Qt.ColorScheme.Light)
        venster.close()


def test_every_colour_is_a_colour() -> None:
    for kleuren in (LICHT, DONKER):
        for veld in fields(kleuren):
            assert QtGui.QColor(getattr(kleuren, veld.name)).isValid()


def test_our_letter_is_there(huisstijl: None, qapp: QtWidgets.QApplication) -> None:
    assert QtGui.QFontInfo(qapp.font()).family() == "Fira Sans"
