# SPDX-License-Identifier: EUPL-1.2
"""Where Tab begins, and that looking for it leaves the window whole."""

import re
from datetime import timedelta
from pathlib import Path

from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

import gemeente_pga
from gemeente_pga.handelingen.verslag import vaststellen
from gemeente_pga.ui.widgets.keuzegroep import KeuzeGroep
from gemeente_pga.ui.widgets.tabvolgorde import eerste_met_tab, focus_eerste, focus_vorm
from gemeente_pga.ui.window import Window
from tests.overleg_hulp import DAG, leg_casussen_vast, leg_overleg_vast, maak_compleet

KETEN = re.compile(r"(next|previous)InFocusChain")


def test_the_window_outlives_every_screen_without_a_field(venster: Window) -> None:
    """Nothing in a vastgestelde agenda takes the focus: the search once went on through the whole window."""
    omgeving = venster.omgeving
    oid = leg_overleg_vast(omgeving.store, leg_casussen_vast(omgeving.store))
    maak_compleet(omgeving.store, oid)
    vaststellen(omgeving.store, oid, omgeving.kader, op=DAG + timedelta(days=21), wijze="volgend_overleg")
    for deel in ("overleg", "agenda", "deelnemers", "verslag", "agenda"):
        venster.open("overleg", oid, deel)
        assert venster.scherm is not None
        venster.scherm.eerste_focus()
    for code in ("bureau", "inrichting", "overleggen", "dossiers"):
        venster.open(code)  # other guidance: the labels of before are gone
        assert venster.scherm is not None
        venster.scherm.eerste_focus()
    assert venster.menubalk.alle_opdrachten()


def test_no_code_walks_the_focus_chain() -> None:
    map_ = Path(gemeente_pga.__file__).parent
    eigen = map_ / "ui" / "widgets" / "tabvolgorde.py"  # says why
    fout = [str(p) for p in map_.rglob("*.py") if p != eigen and KETEN.search(p.read_text("utf-8"))]
    assert fout == []


def test_the_first_that_can_be_used_is_found(qtbot: QtBot) -> None:
    venster = QtWidgets.QWidget()
    qtbot.addWidget(venster)
    weg, uit, goed = (QtWidgets.QLineEdit(venster) for _ in range(3))
    weg.hide()
    uit.setEnabled(False)
    assert eerste_met_tab(venster) is goed
    assert eerste_met_tab(goed) is None
    assert not focus_eerste(goed)


def test_choices_keep_their_place_in_the_tab_order_when_they_change(qtbot: QtBot) -> None:
    venster = QtWidgets.QWidget()
    qtbot.addWidget(venster)
    indeling = QtWidgets.QVBoxLayout(venster)
    eerst, groep, dan = QtWidgets.QLineEdit(), KeuzeGroep(), QtWidgets.QLineEdit()
    for deel in (eerst, groep, dan):
        indeling.addWidget(deel)
    groep.vul([("a", "een"), ("b", "twee")])
    venster.show()
    qtbot.waitExposed(venster)
    groep.vul([("a", "een"), ("b", "twee"), ("c", "drie")])
    venster.activateWindow()
    eerst.setFocus()
    qtbot.waitUntil(eerst.hasFocus)
    gezien: list[QtWidgets.QWidget] = [eerst]
    for _ in range(3):
        qtbot.keyClick(gezien[-1], QtCore.Qt.Key.Key_Tab)
        gezien.append(venster.focusWidget())
    assert gezien[1:] == [groep.knoppen()[0], dan, eerst]


def test_a_form_begins_at_its_first_field_and_not_at_its_button(qtbot: QtBot) -> None:
    venster = QtWidgets.QWidget()
    qtbot.addWidget(venster)
    knop, veld = QtWidgets.QPushButton("Vastleggen", venster), QtWidgets.QLineEdit(venster)
    venster.show()
    qtbot.waitExposed(venster)
    venster.activateWindow()
    focus_vorm(venster)
    assert venster.focusWidget() is veld
    veld.setEnabled(False)
    focus_vorm(venster)
    assert venster.focusWidget() is knop
