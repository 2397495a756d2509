# SPDX-License-Identifier: EUPL-1.2
"""The clipboard: no history, secrets gone after a while, the rest at lock, and never what is not ours."""

import pytest
from PySide6 import QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.ui import klembord as module
from gemeente_pga.ui.klembord import Klembordwacht


@pytest.fixture
def veld(qapp, qtbot: QtBot):
    regel = QtWidgets.QLineEdit("appel banaan citroen")
    qtbot.addWidget(regel)
    regel.show()
    qtbot.waitExposed(regel)
    regel.activateWindow()
    regel.setFocus()
    qtbot.waitUntil(regel.hasFocus)
    yield regel
    QtGui.QGuiApplication.clipboard().clear()


def kopieer(veld: QtWidgets.QLineEdit) -> QtGui.QClipboard:
    veld.selectAll()
    veld.copy()
    return QtGui.QGuiApplication.clipboard()


def test_what_is_copied_says_keep_no_history_and_still_pastes(veld):
    wacht = Klembordwacht(QtGui.QGuiApplication.clipboard(), veld)
    klembord = kopieer(veld)
    vormen = set(klembord.mimeData().formats())
    assert any("CanIncludeInClipboardHistory" in vorm for vorm in vormen)
    assert klembord.text() == "appel banaan citroen"
    assert not wacht._klok.isActive()  # not a secret: stays until the kluis locks
    wacht.wis()
    assert klembord.text() == ""


def test_a_secret_is_gone_by_itself(veld, qtbot: QtBot):
    wacht = Klembordwacht(QtGui.QGuiApplication.clipboard(), veld)
    assert module.GEHEIM_MS == 10_000
    wacht._klok.setInterval(50)
    veld.setProperty("geheim", True)
    klembord = kopieer(veld)
    assert klembord.text() == "appel banaan citroen"
    qtbot.waitUntil(lambda: klembord.text() == "")
    veld.setProperty("geheim", False)
    kopieer(veld)
    assert not wacht._klok.isActive()


def test_what_another_program_put_there_stays(veld, qtbot: QtBot):
    wacht = Klembordwacht(QtGui.QGuiApplication.clipboard(), veld)
    klembord = kopieer(veld)
    veld.window().hide()
    qtbot.waitUntil(lambda: QtWidgets.QApplication.activeWindow() is None)
    klembord.setText("van een ander programma")
    wacht.wis()
    assert klembord.text() == "van een ander programma"
