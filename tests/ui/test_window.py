# SPDX-License-Identifier: EUPL-1.2
"""The window: moving, reloading, messages, shortcuts, dropped files and what is kept."""

from pathlib import Path
from threading import Event
from typing import cast

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.handelingen import inrichting
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.scherm import Scherm
from gemeente_pga.ui.screens import SCREENS
from gemeente_pga.ui.screens.controle import ControleScherm
from gemeente_pga.ui.screens.telefoonnotitie import TelefoonnotitieScherm
from gemeente_pga.ui.window import BANIER, Window
from tests.ui_hulp import typ

TOETS = QtCore.Qt.Key
CTRL = QtCore.Qt.KeyboardModifier.ControlModifier
ALT = QtCore.Qt.KeyboardModifier.AltModifier


def _code(venster: Window) -> str:
    return venster.scherm.code if venster.scherm is not None else ""


def test_opens_on_the_first_place_with_a_neutral_title(venster: Window) -> None:
    assert venster.windowTitle() == "Persoonsgerichte aanpak"
    assert _code(venster) == SCREENS[0].code == "bureau"


def test_rail_has_the_places_in_order(venster: Window) -> None:
    knoppen = venster.rail.findChildren(QtWidgets.QPushButton)
    assert [knop.text() for knop in knoppen] == [
        "Bureau",
        "Dossiers",
        "Overleggen",
        "Wie heeft wat",
        "Termijnen en verzoeken",
        "Controle",
        "Inrichting",
    ]
    for knop in knoppen:
        knop.click()
        assert knop.isChecked()
        assert knop.objectName() == f"rail_{_code(venster)}"


@pytest.mark.parametrize(
    ("toets", "code"),
    [
        (TOETS.Key_1, "bureau"),
        (TOETS.Key_2, "dossiers"),
        (TOETS.Key_3, "overleggen"),
        (TOETS.Key_4, "wie_heeft_wat"),
        (TOETS.Key_5, "termijnen"),
        (TOETS.Key_6, "controle"),
        (TOETS.Key_7, "inrichting"),
        (TOETS.Key_N, "nieuw_signaal"),
        (TOETS.Key_T, "telefoonnotitie"),
    ],
)
def test_every_place_by_keyboard(venster: Window, qtbot: QtBot, toets: QtCore.Qt.Key, code: str) -> None:
    venster.open("overleggen" if code != "overleggen" else "controle")
    qtbot.keyClick(venster, toets, CTRL)
    qtbot.waitUntil(lambda: _code(venster) == code)


def test_back_goes_back_and_stops_at_the_first(venster: Window, qtbot: QtBot) -> None:
    venster.open("controle")
    venster.open("telefoonnotitie")
    assert venster.kopbalk.boven.text().startswith("Controle")
    qtbot.keyClick(venster, TOETS.Key_Left, ALT)
    qtbot.waitUntil(lambda: _code(venster) == "controle")
    venster.terug()
    assert _code(venster) == "bureau"
    venster.terug()
    assert _code(venster) == "bureau"
    assert not venster.kopbalk.terug.isEnabled()


class Doorverwijzer(Scherm):
    """A screen that leads on to another."""

    code = "proef"
    titel = "Proef"
    wegwijzersleutel = "bureau"

    def toon(self, onderwerp_id: int | None, veld: str = "") -> None:
        self.omgeving.window.open("controle")


def test_screen_that_leads_on_is_no_place_to_go_back_to(venster: Window) -> None:
    venster.soorten["proef"] = Doorverwijzer
    venster.open("overleggen")
    venster.open("proef")
    assert _code(venster) == "controle"
    venster.terug()
    assert _code(venster) == "overleggen"


def test_visible_screen_reloads_after_an_act(venster: Window, qtbot: QtBot) -> None:
    venster.open("controle")
    lijst = cast(ControleScherm, venster.scherm).ui.journaalLijst
    voor = len(lijst.rijen())
    inrichting.set_instelling(venster.omgeving.store, "proef", "1")
    qtbot.waitUntil(lambda: len(lijst.rijen()) == voor + 1)


def test_hidden_screen_reloads_when_it_is_shown(venster: Window) -> None:
    venster.open("controle")
    lijst = cast(ControleScherm, venster.scherm).ui.journaalLijst
    voor = len(lijst.rijen())
    venster.open("overleggen")
    inrichting.set_instelling(venster.omgeving.store, "proef", "1")
    assert len(lijst.rijen()) == voor
    venster.open("controle")
    assert len(lijst.rijen()) == voor + 1


def test_leaving_a_screen_keeps_what_was_typed(venster: Window) -> None:
    venster.open("telefoonnotitie")
    typ(cast(TelefoonnotitieScherm, venster.scherm).ui.tekstPlainTextEdit, "Half")
    venster.open("controle")
    assert "Half" in (venster.omgeving.store.concept("telefoonnotitie") or "")


def test_closing_keeps_what_was_typed(venster: Window, qtbot: QtBot) -> None:
    venster.afsluitvraag.zwijg()  # a back-up is due: tests/ui/test_inrichting_backup.py
    venster.open("telefoonnotitie")
    typ(cast(TelefoonnotitieScherm, venster.scherm).ui.tekstPlainTextEdit, "Half")
    with qtbot.waitSignal(venster.gesloten):
        venster.close()
    assert "Half" in (venster.omgeving.store.concept("telefoonnotitie") or "")


def test_a_message_does_not_hide_what_has_the_focus(qtbot: QtBot, venster: Window) -> None:
    venster.resize(683, 384)
    venster.open("nieuw_signaal")
    scherm = cast("Scherm", venster.scherm)
    qtbot.waitUntil(lambda: 0 < scherm.height() < 384)
    (veld,) = (v for v in scherm.findChildren(QtWidgets.QLineEdit) if v.objectName() == "postcodeLineEdit")
    veld.setFocus()
    rol = next(r for r in scherm.findChildren(QtWidgets.QScrollArea) if r.isAncestorOf(veld))
    rol.verticalScrollBar().setValue(0)
    rol.ensureWidgetVisible(veld, 0, 0)
    was = rol.viewport().height()
    venster.meld("Signaal vastgelegd.", "goed")
    qtbot.waitUntil(lambda: rol.viewport().height() < was)
    qtbot.waitUntil(lambda: veld.visibleRegion().boundingRect() == veld.rect())


def test_a_message_does_not_go_while_that_would_move_the_page(qtbot: QtBot, venster: Window) -> None:
    venster.resize(1366, 768)
    venster.open("nieuw_signaal")
    scherm = cast("Scherm", venster.scherm)
    rol = max(scherm.findChildren(QtWidgets.QScrollArea), key=lambda r: r.verticalScrollBar().maximum())
    venster.meld("Signaal vastgelegd.", "goed")
    qtbot.waitUntil(lambda: venster.meldbalk.height() > 20 and rol.verticalScrollBar().maximum() > 100)
    rol.verticalScrollBar().setValue(rol.verticalScrollBar().maximum())
    venster.meldbalk._klok.timeout.emit()
    assert venster.meldbalk.isVisible()
    assert venster.meldbalk._klok.isActive()
    rol.verticalScrollBar().setValue(0)
    venster.meldbalk._klok.timeout.emit()
    assert not venster.meldbalk.isVisible()


def test_what_was_said_of_a_screen_goes_with_it_once_it_could_be_read(venster: Window, qtbot: QtBot) -> None:
    venster.open("bureau")
    venster.meld("Dat lukte niet.", "fout")
    venster.open("dossiers")
    assert venster.meldbalk.isVisible()  # just said: it may be about what is still going on
    qtbot.waitUntil(lambda: not venster.meldbalk._vers)
    venster.meldbalk._sinds = _Verleden()
    venster.open("bureau")
    assert not venster.meldbalk.isVisible()


class _Verleden(QtCore.QElapsedTimer):
    def elapsed(self) -> int:
        return 60_000


def test_message_is_dismissed_with_escape(venster: Window, qtbot: QtBot) -> None:
    venster.meld("Signaal vastgelegd.", "goed")
    assert venster.meldbalk.isVisible()
    assert venster.meldbalk.tekst.accessibleName() == "Gelukt: Signaal vastgelegd."
    qtbot.keyClick(venster, TOETS.Key_Escape)
    assert not venster.meldbalk.isVisible()


def test_message_can_carry_one_action(venster: Window) -> None:
    venster.meld("Vastgelegd.", "goed", ("Naar Controle", lambda: venster.open("controle")))
    venster.meldbalk.knop.click()
    assert _code(venster) == "controle"
    assert not venster.meldbalk.isVisible()


def test_text_in_a_message_is_never_markup(venster: Window) -> None:
    venster.meld("<b onclick=x>&amp; Ünal", "let_op")
    assert venster.meldbalk.tekst.textFormat() == QtCore.Qt.TextFormat.PlainText
    assert venster.meldbalk.tekst.text() == "<b onclick=x>&amp; Ünal"


def test_dropped_message_opens_the_intake(venster: Window, tmp_path: Path) -> None:
    pad = tmp_path / "bericht.eml"
    pad.write_text("From: a@b.example\nSubject: Zorg\n\nTekst van de melding.\n")
    gegevens = QtCore.QMimeData()
    gegevens.setUrls([QtCore.QUrl.fromLocalFile(str(pad))])
    geen = QtCore.Qt.KeyboardModifier.NoModifier
    sleep = QtGui.QDropEvent(
        QtCore.QPointF(9, 9),
        QtCore.Qt.DropAction.CopyAction,
        gegevens,
        QtCore.Qt.MouseButton.LeftButton,
        geen,
    )
    venster.dropEvent(sleep)
    assert _code(venster) == "nieuw_signaal"
    teksten = [
        veld.toPlainText() for veld in cast(Scherm, venster.scherm).findChildren(QtWidgets.QPlainTextEdit)
    ]
    assert any("Tekst van de melding." in tekst for tekst in teksten)


def test_practice_kluis_has_a_banner_and_the_real_one_has_not(venster: Window, qtbot: QtBot) -> None:
    assert venster.findChild(QtWidgets.QLabel, "oefenbanier") is None
    echt = venster.omgeving
    oefen = Omgeving(
        store=echt.store,
        kader=echt.kader,
        worker=echt.worker,
        dienst=echt.dienst,
        vandaag=echt.vandaag,
        nu=echt.nu,
        oefenkluis=True,
    )
    ander = Window(oefen, SCREENS)
    qtbot.addWidget(ander)
    banier = ander.findChild(QtWidgets.QLabel, "oefenbanier")
    assert isinstance(banier, QtWidgets.QLabel)
    assert banier.text() == BANIER


def test_a_caution_goes_with_the_screen_it_was_about(venster: Window, qtbot: QtBot) -> None:
    venster.open("telefoonnotitie")
    venster.meld("Nog niet vastgelegd: bij 1 veld klopt iets niet.", "let_op")
    venster.open("bureau")  # in one go: the message comes along
    assert venster.meldbalk.isVisible()
    qtbot.waitUntil(lambda: not venster.meldbalk._vers)
    venster.open("dossiers")
    assert not venster.meldbalk.isVisible()
    venster.meld("De back-up is niet gelukt.", "fout")
    qtbot.waitUntil(lambda: not venster.meldbalk._vers)
    venster.open("bureau")
    assert venster.meldbalk.isVisible()


def test_f10_opens_the_menu_and_no_letter_of_a_field_does(venster, qtbot):
    assert all("&" not in actie.text() for actie in venster.menubalk.actions())
    venster.activateWindow()
    qtbot.keyClick(venster, QtCore.Qt.Key.Key_F10)
    menu = venster.menubalk.actions()[0].menu()
    qtbot.waitUntil(menu.isVisible)
    menu.close()


def test_locking_works_while_the_whole_kluis_is_in_use(venster: Window, qtbot: QtBot) -> None:
    ctrl, gevraagd, verder = QtCore.Qt.KeyboardModifier.ControlModifier, [], Event()
    venster.vergrendel_gevraagd.connect(lambda: gevraagd.append(1))
    venster.onderhoud("Bezig.", verder.wait, lambda _: None, lambda _: None)
    assert not venster.rail.isEnabled()
    assert not venster.kopbalk.terug.isEnabled()
    qtbot.keyClick(venster, TOETS.Key_L, ctrl)
    assert gevraagd == [1]
    qtbot.mouseClick(venster.kopbalk.vergrendel, QtCore.Qt.MouseButton.LeftButton)
    assert gevraagd == [1, 1]
    verder.set()
    qtbot.waitUntil(venster.rail.isEnabled)
    qtbot.keyClick(venster, TOETS.Key_L, ctrl)
    assert gevraagd == [1, 1, 1]  # once each time: the key of the menu is back, and the other one gone
