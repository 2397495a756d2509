# SPDX-License-Identifier: EUPL-1.2
"""Looking for words and pages in a document, through the real window and the real pages."""

from typing import Any

import pytest
from PySide6 import QtCore, QtTest, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga import documents
from gemeente_pga.ui import theme
from gemeente_pga.ui.pdf import find_woorden
from gemeente_pga.ui.window import Window
from tests.documents.voorbeeld_dossier import VOORBEELDEN
from tests.ui_hulp import typ

PDF = documents.render(*VOORBEELDEN["dossier"])
K = QtCore.Qt.Key


@pytest.fixture
def scherm(venster: Window, qtbot: QtBot) -> Any:
    venster.open("document")
    zicht: Any = venster.scherm
    zicht.bladen.toon(PDF, "application/pdf")
    qtbot.waitUntil(lambda: len(zicht.bladen.bladen) > 3)
    return zicht


def zoek(scherm: Any, qtbot: QtBot, woord: str) -> None:
    scherm.zoeker.begin()
    scherm.zoeker.veld.clear()
    typ(scherm.zoeker.veld, woord)
    qtbot.waitUntil(lambda: bool(scherm.zoeker.stand.text()) and not scherm.zoeker._klok.isActive())
    qtbot.waitUntil(lambda: not scherm.omgeving.worker.bezig)


def test_every_hit_is_found_and_lies_on_its_page() -> None:
    vondsten = find_woorden(PDF, "wijkagent")
    assert len(vondsten) == sum(blad.lower().count("wijkagent") for blad in _teksten())
    for vondst in vondsten:
        for vlak in vondst.vlakken:
            assert 0 <= vlak.x < vlak.x + vlak.breed <= 1
            assert 0 <= vlak.y < vlak.y + vlak.hoog <= 1
    assert find_woorden(PDF, "WIJKAGENT") == vondsten
    assert find_woorden(PDF, "bestaatniet") == ()


def _teksten() -> list[str]:
    from gemeente_pga.ui.pdf import read_bladen

    return [blad.tekst for blad in read_bladen(PDF)]


def test_the_first_hit_is_shown_and_the_keys_walk_round(scherm: Any, qtbot: QtBot) -> None:
    zoek(scherm, qtbot, "politie")
    aantal = len(find_woorden(PDF, "politie"))
    assert aantal > 3
    qtbot.waitUntil(lambda: scherm.zoeker.stand.text() == f"1 van {aantal}")
    scherm.zoeker.stap(-1)
    assert scherm.zoeker.stand.text() == f"{aantal} van {aantal}"
    qtbot.waitUntil(lambda: scherm.bladen.huidig() >= find_woorden(PDF, "politie")[-1].blad - 1)
    scherm.zoeker.stap(1)
    assert scherm.zoeker.stand.text() == f"1 van {aantal}"
    assert "bladzijde" in scherm.zoeker.veld.accessibleDescription()


def test_the_mark_is_on_the_page_and_goes_with_escape(scherm: Any, qtbot: QtBot) -> None:
    zoek(scherm, qtbot, "politie")
    eerste = find_woorden(PDF, "politie")[0]
    vel = scherm.bladen._vellen[eerste.blad]
    qtbot.waitUntil(lambda: bool(vel._huidig) and not vel.pixmap().isNull())
    plek = vel.vak(eerste.vlakken[0]).center()
    gemerkt = vel.grab().toImage().pixelColor(plek.x(), vel.vak(eerste.vlakken[0]).top() + 1)
    QtTest.QTest.keyClick(scherm.zoeker.veld, K.Key_Escape)
    assert scherm.zoeker.isHidden()
    assert not vel._huidig
    assert vel.grab().toImage().pixelColor(plek.x(), vel.vak(eerste.vlakken[0]).top() + 1) != gemerkt
    assert scherm.bladen.hasFocus() or not scherm.window().isActiveWindow()


def test_what_is_not_there_is_said_in_words(scherm: Any, qtbot: QtBot) -> None:
    zoek(scherm, qtbot, "sterrenschip")
    qtbot.waitUntil(lambda: scherm.zoeker.stand.text() == "Niet gevonden")
    assert not scherm.zoeker.volgende.isEnabled()
    assert scherm.zoeker.veld.accessibleDescription() == "Niet gevonden"


@pytest.mark.parametrize("woord", ["(", "\\", "*", "a" * 5_000, "\u202eab", "«»", "%s"])
def test_odd_words_do_no_harm(woord: str) -> None:
    assert isinstance(find_woorden(PDF, woord), tuple)


def test_another_document_begins_without_a_search(scherm: Any, venster: Window, qtbot: QtBot) -> None:
    zoek(scherm, qtbot, "politie")
    venster.open("bureau")
    venster.open("document")
    assert scherm.zoeker.isHidden()
    assert scherm.zoeker.veld.text() == ""


def test_the_strip_of_pages_shows_where_one_is_and_goes_there(scherm: Any, qtbot: QtBot) -> None:
    bladen = scherm.bladen
    assert bladen.lijst.isHidden()
    bladen.lijstknop.click()
    assert bladen.lijst.count() == len(bladen.bladen)
    bladen.lijst.setCurrentRow(2)
    qtbot.waitUntil(lambda: bladen.huidig() == 2)
    bladen.naar(0)
    qtbot.waitUntil(lambda: bladen.lijst.currentRow() == 0)
    qtbot.waitUntil(lambda: not scherm.omgeving.worker.bezig)
    plaat = bladen.lijst.item(0).icon().pixmap(96, 139).toImage()
    punten = {plaat.pixel(x, y) for x in range(0, plaat.width(), 3) for y in range(0, plaat.height(), 3)}
    assert len(punten) > 3
    QtTest.QTest.keyClick(bladen.lijst, K.Key_Down)
    qtbot.waitUntil(lambda: bladen.huidig() == 1)
    bladen.lijstknop.click()
    assert bladen.lijst.isHidden()


def test_only_pages_in_sight_are_drawn_small(scherm: Any, qtbot: QtBot) -> None:
    scherm.bladen.lijstknop.click()
    qtbot.waitUntil(lambda: bool(scherm.bladen.lijst._getekend))
    assert len(scherm.bladen.lijst._getekend) < len(scherm.bladen.bladen)


def test_the_mouse_selects_words_and_ctrl_c_copies_them(scherm: Any, qtbot: QtBot) -> None:
    bladen, eerste = scherm.bladen, find_woorden(PDF, "Casusregisseur")[0]
    bladen.naar(eerste.blad)
    vel, vak = bladen._vellen[eerste.blad], eerste.vlakken[0]
    links = vel.vak(vak).center() - QtCore.QPoint(vel.vak(vak).width() // 2 - 2, 0)
    rechts = vel.vak(vak).center() + QtCore.QPoint(vel.vak(vak).width() // 2 - 2, 0)
    knop = QtCore.Qt.MouseButton.LeftButton
    QtTest.QTest.mousePress(vel, knop, pos=links)
    QtTest.QTest.mouseMove(vel, rechts)
    QtTest.QTest.mouseRelease(vel, knop, pos=rechts)
    qtbot.waitUntil(lambda: bladen.gekozen_tekst == "Casusregisseur")
    QtTest.QTest.keyClick(bladen, K.Key_C, QtCore.Qt.KeyboardModifier.ControlModifier)
    assert QtWidgets.QApplication.clipboard().text() == "Casusregisseur"
    QtTest.QTest.mouseClick(vel, knop, pos=QtCore.QPoint(3, 3))
    assert bladen.gekozen_tekst == ""
    QtWidgets.QApplication.clipboard().clear()


def test_every_small_page_has_a_quiet_edge_in_light_and_in_dark(scherm: Any, qtbot: QtBot) -> None:
    app = QtWidgets.QApplication.instance()
    assert isinstance(app, QtWidgets.QApplication)
    lijst = scherm.bladen.lijst
    scherm.bladen.lijstknop.click()

    def randen(nummer: int) -> set[str]:
        icoon = lijst.item(nummer).icon()
        plaat = icoon.pixmap(icoon.availableSizes()[0]).toImage()
        breed, hoog = plaat.width() - 1, plaat.height() - 1
        midden = ((0, hoog // 2), (breed, hoog // 2), (breed // 2, 0), (breed // 2, hoog))
        return {plaat.pixelColor(x, y).name().upper() for x, y in midden}

    laatste = lijst.count() - 1  # not drawn yet: empty paper has the edge too
    qtbot.waitUntil(lambda: randen(0) == {theme.LICHT.schuif})
    assert randen(laatste) == {theme.LICHT.schuif}
    try:
        theme.zet_schema(app, QtCore.Qt.ColorScheme.Dark)
        qtbot.waitUntil(lambda: randen(0) == {theme.DONKER.schuif})
    finally:
        theme.zet_schema(app, QtCore.Qt.ColorScheme.Light)
