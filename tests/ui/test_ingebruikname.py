# SPDX-License-Identifier: EUPL-1.2
"""A kluis that is not in use yet says so above every screen, until the last point is recorded."""

from pathlib import Path
from typing import Any

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.ingebruikname import PUNTEN
from gemeente_pga.domain.inrichting import Gemeente
from gemeente_pga.handelingen.inrichting import register_gemeente
from gemeente_pga.store.queries.ingebruikname import zinnen_onvolledig
from gemeente_pga.ui.window import Window
from tests.casus_hulp import acts
from tests.ui_hulp import VANDAAG, Antwoorden, typ

LINKS = QtCore.Qt.MouseButton.LeftButton


@pytest.fixture
def leeg(venster: Window) -> Window:
    """The municipality that is set up has everything in order; a second one has nothing."""
    register_gemeente(venster.omgeving.store, Gemeente("Gemeente Oudeveen"))
    return venster


def open_deel(venster: Window) -> Any:
    venster.open("inrichting", None, "ingebruikname")
    deel: Any = venster.scherm.delen["ingebruikname"]  # type: ignore[union-attr]
    deel.welke.setCurrentIndex(deel.welke.findText("Gemeente Oudeveen"))
    deel._kies_gemeente(0)
    return deel


def vul(deel: Any, kenmerk: str) -> None:
    vorm = deel.paneel.formulier
    vorm.widget("stand").zet("gereed")
    vorm.widget("op").zet(VANDAAG)
    vorm.widget("kenmerk").clear()
    typ(vorm.widget("kenmerk"), kenmerk)


@pytest.mark.eis("G7")
def test_the_band_stays_until_the_last_point(leeg: Window, qtbot: QtBot):
    band = leeg.ingebruikband
    assert band.isVisibleTo(leeg)
    assert "Oudeveen" in band.tekst.text()
    assert "Waterhoven" not in band.tekst.text()
    qtbot.mouseClick(band.knop, LINKS)
    deel = open_deel(leeg)
    was = acts(leeg.omgeving.store)
    qtbot.mouseClick(deel.openknop, LINKS)
    for code, naam in PUNTEN:  # one after the other: after recording, the next one opens
        assert naam in band.tekst.text()
        assert deel.paneel.titellabel.text() == naam
        vul(deel, f"2026-{code}")
        qtbot.mouseClick(deel.paneel.vastlegknop, LINKS)
    assert deel.paneel is None
    assert band.isHidden()
    assert acts(leeg.omgeving.store)[len(was) :] == [Handeling.INGEBRUIKNAME_VASTLEGGEN.code] * len(PUNTEN)


def test_a_point_without_day_or_number_is_not_recorded(leeg: Window, qtbot: QtBot):
    deel = open_deel(leeg)
    deel._open_gekozen()
    was = acts(leeg.omgeving.store)
    qtbot.mouseClick(deel.paneel.vastlegknop, LINKS)
    assert acts(leeg.omgeving.store) == was
    assert deel.paneel.formulier.veld("stand").isHidden()  # there is nothing to choose
    assert set(deel.paneel.formulier.gebreken()) == {"op", "kenmerk"}
    assert acts(leeg.omgeving.store) == was


def test_the_document_is_kept_and_given_back(
    leeg: Window, qtbot: QtBot, antwoord: Antwoorden, tmp_path: Path
):
    deel = open_deel(leeg)
    deel._open_gekozen()
    bron, doel = tmp_path / "dpia.pdf", tmp_path / "terug.pdf"
    bron.write_bytes(b"%PDF-1.7 verzonnen")
    vul(deel, "2026-014")
    antwoord(bron, doel)
    knoppen = deel.paneel.findChildren(type(deel.openknop))
    (kies,) = [knop for knop in knoppen if "kiezen" in knop.text().replace("&", "")]
    qtbot.mouseClick(kies, LINKS)
    qtbot.mouseClick(deel.paneel.vastlegknop, LINKS)
    deel.lijst.kies("dpia")
    qtbot.mouseClick(deel.bewaarknop, LINKS)
    assert doel.read_bytes() == bron.read_bytes()


def test_a_half_typed_point_is_there_again_when_the_form_is_opened_anew(leeg: Window):
    deel = open_deel(leeg)
    deel._open_gekozen()
    typ(deel.paneel.formulier.widget("kenmerk"), "2026-0")
    deel.sluit()
    deel._open_gekozen()
    assert deel.paneel.formulier.lees()["kenmerk"] == "2026-0"


def test_the_set_up_kluis_has_no_band(venster: Window):
    assert venster.ingebruikband.isHidden()
    with venster.omgeving.store.reader() as r:
        assert zinnen_onvolledig(r) == ()
