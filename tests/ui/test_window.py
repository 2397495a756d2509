# SPDX-License-Identifier: EUPL-1.2
"""The window: moving, reloading, messages, shortcuts and what is kept."""

from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from gemeente_pga.handelingen import inrichting
from gemeente_pga.ui.window import Window

TOETS = QtCore.Qt.Key
CTRL = QtCore.Qt.KeyboardModifier.ControlModifier


def test_opens_on_the_first_place_with_a_neutral_title(venster: Window) -> None:
    assert venster.windowTitle() == "Persoonsgerichte aanpak"
    assert venster.scherm is not None
    assert venster.scherm.code == next(iter(venster.soorten))


def test_visible_screen_reloads_after_an_act(venster: Window, qtbot: QtBot) -> None:
    venster.open("controle")
    lijst = venster.scherm.ui.journaalLijst
    voor = len(lijst.rijen())
    inrichting.set_instelling(venster.omgeving.store, "proef", "1")
    qtbot.waitUntil(lambda: len(lijst.rijen()) == voor + 1)


def test_message_is_dismissed_with_escape(venster: Window, qtbot: QtBot) -> None:
    venster.meld("Signaal vastgelegd.", "goed")
    assert venster.meldbalk.isVisible()
    qtbot.keyClick(venster, TOETS.Key_Escape)
    assert not venster.meldbalk.isVisible()
