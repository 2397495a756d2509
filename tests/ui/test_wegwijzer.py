# SPDX-License-Identifier: EUPL-1.2
"""The Wegwijzer beside the screen: guidance for this step, foldable, for every screen."""

from dataclasses import replace

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.handelingen.inrichting import register_partij
from gemeente_pga.store.queries.inrichting import partijen
from gemeente_pga.ui.screens import SCREENS
from gemeente_pga.ui.screens.document import DocumentScherm
from gemeente_pga.ui.screens.inrichting import GemeenteDeel, InrichtingScherm
from gemeente_pga.ui.wegwijzer import gids
from gemeente_pga.ui.window import Window
from tests.editie_hulp import Tafel


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


def test_the_house_style_has_guidance_of_its_own_while_the_user_is_in_it(
    venster: Window, qtbot: QtBot
) -> None:
    venster.open("inrichting", None, "gemeente")
    assert isinstance(venster.scherm, InrichtingScherm)
    deel = venster.scherm.delen["gemeente"]
    assert isinstance(deel, GemeenteDeel)
    qtbot.waitUntil(venster.isActiveWindow)
    deel.huisstijl.veld.setFocus()
    assert gids()["huisstijl"].titel in _woorden(venster)
    deel.gebruiker.focus("naam")
    assert gids()["inrichting_gemeente"].titel in _woorden(venster)


def test_a_copy_with_number_and_holder_has_guidance_of_its_own(venster: Window, qtbot: QtBot) -> None:
    tafel = Tafel(venster.omgeving.store, ingericht=True)
    tafel.pdf(tafel.editie("politie", "verslag"))
    with venster.omgeving.store.reader() as r:
        document_id = r.value("SELECT id FROM document WHERE soort = 'deelnemer_verslag'")
    venster.open("document", document_id)
    scherm = venster.scherm
    assert isinstance(scherm, DocumentScherm)
    qtbot.waitUntil(lambda: len(scherm.bladen.bladen) > 0)
    scherm.druk_actie.trigger()
    assert gids()["exemplaar"].titel in _woorden(venster)
    assert "watermerk" in _woorden(venster)


def test_whole_dossiers_of_another_kluis_have_guidance_of_their_own(venster: Window) -> None:
    venster.open("andere_kluis")
    assert gids()["andere_kluis"].titel in _woorden(venster)
    assert all(regel in _woorden(venster) for regel in gids()["andere_kluis"].let_op)


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
