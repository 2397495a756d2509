# SPDX-License-Identifier: EUPL-1.2
"""The Wegwijzer beside the screen: guidance for this step, foldable, for every screen."""

from dataclasses import replace

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.handelingen.inrichting import register_partij
from gemeente_pga.store.queries.inrichting import partijen
from gemeente_pga.ui.screens import SCREENS
from gemeente_pga.ui.wegwijzer import gids
from gemeente_pga.ui.window import Window


def _woorden(venster: Window) -> str:
    return "\n".join(label.text() for label in venster.zijpaneel.findChildren(QtWidgets.QLabel))


@pytest.mark.eis("i1")
@pytest.mark.parametrize("soort", SCREENS, ids=lambda soort: soort.code)
def test_every_screen_has_guidance(soort: type) -> None:
    assert soort.wegwijzersleutel in gids()  # type: ignore[attr-defined]


def test_panel_follows_the_screen(venster: Window) -> None:
    venster.open("controle")
    assert gids()["controle"].wat_nu[0] in _woorden(venster)
    venster.wegwijzer("formele_controle")
    stuk = gids()["formele_controle"]
    assert stuk.titel in _woorden(venster)
    assert all(regel in _woorden(venster) for regel in (*stuk.wat_nu, *stuk.wet, *stuk.let_op, *stuk.bellen))


def test_number_of_a_partner_stands_beside_its_name(venster: Window) -> None:
    store = venster.omgeving.store
    with store.reader() as r:
        politie = next(rij for rij in partijen(r) if rij.partij.soort == "politie")
    register_partij(store, replace(politie.partij, telefoon="0900 0000"), politie.id)
    venster.wegwijzer("bureau")
    venster.wegwijzer("spoed")
    assert "Telefoon: 0900 0000" in _woorden(venster)


def test_f1_folds_away_and_out(venster: Window, qtbot: QtBot) -> None:
    assert venster.zijpaneel.isVisible()
    qtbot.keyClick(venster, QtCore.Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: not venster.zijpaneel.isVisible())
    qtbot.keyClick(venster, QtCore.Qt.Key.Key_F1)
    qtbot.waitUntil(venster.zijpaneel.isVisible)


def test_small_window_folds_by_itself(venster: Window, qtbot: QtBot) -> None:
    venster.resize(700, 400)
    qtbot.waitUntil(lambda: not venster.zijpaneel.isVisible())
    assert venster.rail.width() < 80
    venster.resize(1366, 740)
    qtbot.waitUntil(venster.zijpaneel.isVisible)


def test_guidance_asked_for_in_a_small_window_folds_away_again(venster: Window, qtbot: QtBot) -> None:
    venster.resize(700, 400)
    qtbot.waitUntil(lambda: not venster.zijpaneel.isVisible())
    venster.toon_wegwijzer("spoed")
    assert venster.zijpaneel.isVisible()
    assert venster.zijpaneel.sleutel == "spoed"
    venster.open("controle")
    assert not venster.zijpaneel.isVisible()
