# SPDX-License-Identifier: EUPL-1.2
"""What a screen reader and a keyboard meet: names everywhere, Tab gets everywhere, small windows hold."""

from collections.abc import Iterator

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.ui.window import Window
from tests.ui.alle_schermen import ZONDER_ONDERWERP

Rol = QtGui.QAccessible.Role
MET_NAAM = {
    Rol.PushButton,
    Rol.ButtonMenu,
    Rol.EditableText,
    Rol.CheckBox,
    Rol.RadioButton,
    Rol.PageTab,
    Rol.Table,
    Rol.MenuItem,
    Rol.SpinBox,
    Rol.ProgressBar,
}


def boom(knoop: QtGui.QAccessibleInterface) -> Iterator[QtGui.QAccessibleInterface]:
    yield knoop
    for n in range(knoop.childCount()):
        kind = knoop.child(n)
        if kind is not None and kind.isValid() and kind.role() != Rol.Cell and not kind.state().invisible:
            yield from boom(kind)


def boom_van(window: QtWidgets.QWidget) -> Iterator[QtGui.QAccessibleInterface]:
    """Everything that a screen reader can come to, cells of lists aside."""
    yield from boom(QtGui.QAccessible.queryAccessibleInterface(window))


def naamloos(window: QtWidgets.QWidget) -> list[str]:
    """What a screen reader would call nothing."""
    knopen = boom_van(window)
    return [
        f"{knoop.role().name} {knoop.object().objectName() if knoop.object() else ''}"
        for knoop in knopen
        if knoop.role() in MET_NAAM and not knoop.text(QtGui.QAccessible.Text.Name)
    ]


@pytest.mark.parametrize("code", ZONDER_ONDERWERP)
def test_everything_has_a_name(venster: Window, code: str) -> None:
    venster.open(code)
    assert naamloos(venster) == []


def test_a_button_without_a_name_would_be_found(venster: Window) -> None:
    knop = QtWidgets.QToolButton(venster)
    knop.setObjectName("geplant")
    knop.show()
    assert naamloos(venster) == ["Button geplant"]


@pytest.mark.parametrize("code", ZONDER_ONDERWERP)
def test_combo_boxes_have_a_label(venster: Window, code: str) -> None:
    """A combo box says its value as its name on Linux, so look at what we gave it."""
    venster.open(code)
    assert venster.scherm is not None
    for kiezer in venster.scherm.findChildren(QtWidgets.QComboBox):
        assert kiezer.accessibleName(), kiezer.objectName()


@pytest.mark.parametrize("code", ZONDER_ONDERWERP)
def test_tab_goes_round_and_gets_out_of_everything(venster: Window, qtbot: QtBot, code: str) -> None:
    venster.open(code)
    eerste = venster.focusWidget()
    gezien = []
    for _ in range(400):
        huidig = venster.focusWidget()
        assert huidig is not None
        gezien.append(huidig)
        qtbot.keyClick(huidig, QtCore.Qt.Key.Key_Tab)
        assert venster.focusWidget() is not huidig, huidig.objectName()
        if venster.focusWidget() is eerste:
            break
    else:
        pytest.fail("Tab never came round")
    assert len(gezien) > 4


@pytest.mark.parametrize("code", ZONDER_ONDERWERP)
def test_screen_opens_in_the_smallest_window(venster: Window, qtbot: QtBot, code: str) -> None:
    venster.resize(venster.minimumSize())
    venster.open(code)
    qtbot.waitUntil(lambda: venster.height() <= 400)
    assert venster.width() <= 700


def test_shortcuts_are_unique_and_every_place_has_one(venster: Window) -> None:
    toetsen = [
        actie.shortcut().toString() for actie in venster.menubalk.opdrachten if not actie.shortcut().isEmpty()
    ]
    assert len(toetsen) == len(set(toetsen))
    plaatsen = [s for s in venster.soorten.values() if s.railicoon]
    assert [f"Ctrl+{n}" for n in range(1, len(plaatsen) + 1)] == [
        t for t in toetsen if t[-1].isdigit() and "F" not in t
    ]


def test_window_title_is_neutral_on_every_screen(venster: Window) -> None:
    for code in ZONDER_ONDERWERP:
        venster.open(code)
        assert venster.windowTitle() == "Persoonsgerichte aanpak"


def test_tab_reaches_a_choice_at_its_own_place(venster: Window, qtbot: QtBot) -> None:
    venster.open("telefoonnotitie")
    gezien = []
    for _ in range(3):
        huidig = venster.focusWidget()
        assert huidig is not None
        ouder = huidig.parent()
        gezien.append(huidig.objectName() or (ouder.objectName() if ouder else ""))
        qtbot.keyClick(huidig, QtCore.Qt.Key.Key_Tab)
    assert gezien == ["tekstPlainTextEdit", "acuutKeuzeGroep", "bellerLineEdit"]


def test_enter_presses_the_button_with_focus(venster: Window, huisstijl: None, qtbot: QtBot) -> None:
    venster.open("bureau")
    assert venster.scherm is not None
    knop = next(k for k in venster.scherm.findChildren(QtWidgets.QPushButton) if "Telefoon" in k.text())
    knop.setFocus()
    qtbot.keyClick(knop, QtCore.Qt.Key.Key_Return)
    assert venster.scherm.code == "telefoonnotitie"
