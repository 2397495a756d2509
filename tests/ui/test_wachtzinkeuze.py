# SPDX-License-Identifier: EUPL-1.2
"""Choosing a wachtzin: what is typed back is typed, by whichever way somebody tries to paste it."""

from collections.abc import Callable

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.dienst import Dienst
from gemeente_pga.ui.widgets.wachtzin import NIET_PLAKKEN, Wachtzinkeuze
from tests.ui_hulp import WACHTZIN

Veld = QtWidgets.QLineEdit


@pytest.fixture
def keuze(dienst: Dienst, qtbot: QtBot, huisstijl: None) -> Wachtzinkeuze:
    keuze = Wachtzinkeuze(dienst)
    qtbot.addWidget(keuze)
    keuze.show()
    QtGui.QGuiApplication.clipboard().setText(WACHTZIN)
    return keuze


def _toetsen(qtbot: QtBot, veld: Veld) -> None:
    qtbot.keyClick(veld, QtCore.Qt.Key.Key_V, QtCore.Qt.KeyboardModifier.ControlModifier)


def _insert(qtbot: QtBot, veld: Veld) -> None:
    qtbot.keyClick(veld, QtCore.Qt.Key.Key_Insert, QtCore.Qt.KeyboardModifier.ShiftModifier)


def _menu(_qtbot: QtBot, veld: Veld) -> None:
    """Right click, and then what the menu offers for pasting."""
    plaats = veld.rect().center()

    def plak() -> None:
        menu = QtWidgets.QApplication.activePopupWidget()
        if isinstance(menu, QtWidgets.QMenu):
            for actie in menu.actions():
                if actie.objectName() == "edit-paste":
                    actie.trigger()
            menu.close()

    QtCore.QTimer.singleShot(0, plak)
    event = QtGui.QContextMenuEvent(QtGui.QContextMenuEvent.Reason.Mouse, plaats, veld.mapToGlobal(plaats))
    QtWidgets.QApplication.sendEvent(veld, event)
    QtWidgets.QApplication.sendPostedEvents()


@pytest.mark.parametrize("plak", [_toetsen, _insert, _menu])
def test_what_is_typed_back_cannot_be_pasted(
    keuze: Wachtzinkeuze, qtbot: QtBot, plak: Callable[[QtBot, Veld], None]
) -> None:
    plak(qtbot, keuze.ui.herhaalLineEdit)
    assert keuze.ui.herhaalLineEdit.text() == ""
    assert keuze.formulier.gebreken()["herhaal"] == NIET_PLAKKEN
    assert not keuze.ui.herhaalLineEdit.acceptDrops()


@pytest.mark.parametrize("plak", [_toetsen, _insert])
def test_the_wachtzin_itself_may_be_pasted(
    keuze: Wachtzinkeuze, qtbot: QtBot, plak: Callable[[QtBot, Veld], None]
) -> None:
    keuze.ui.wachtzinLineEdit.clear()
    plak(qtbot, keuze.ui.wachtzinLineEdit)
    assert keuze.ui.wachtzinLineEdit.text() == WACHTZIN
    assert keuze.ui.wachtzinLineEdit.acceptDrops()
