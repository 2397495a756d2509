# SPDX-License-Identifier: EUPL-1.2
"""Mandates and external parties in Inrichting: recorded, ended, reminded of, and nothing ever changed."""

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.bureau import Onderwerp
from gemeente_pga.domain.inrichting import Gemeente
from gemeente_pga.domain.mandaat import Mandaat
from gemeente_pga.handelingen.inrichting import register_gemeente
from gemeente_pga.handelingen.registers import record_mandaat
from gemeente_pga.store.queries.bureau_verantwoording import punten
from gemeente_pga.store.queries.extern import externe_partijen
from gemeente_pga.store.queries.mandaat import mandaten
from gemeente_pga.ui.screens.inrichting_mandaten import MandatenDeel
from gemeente_pga.ui.window import Window
from tests.casus_hulp import acts
from tests.ui_hulp import VANDAAG, typ

LINKS = QtCore.Qt.MouseButton.LeftButton
MANDAAT: dict[str, object] = {
    "bevoegdheid": "verzoek", "gever": "burgemeester van Waterhoven", "nemer": "coördinator PGA",
    "voorwaarden": "Niet bij een weigering.", "vanaf": date(2026, 1, 1), "tot": VANDAAG + timedelta(days=20),
    "kenmerk": "B2026-01",
}  # fmt: skip
PARTIJ: dict[str, object] = {
    "naam": "Bureau Zilvermeeuw", "waarvoor": "Duiding van teksten", "grondslag": "AVG, artikel 28",
    "overeenkomst_op": date(2026, 1, 5), "kenmerk": "O-12", "geheimhouding": True,
    "vanaf": date(2026, 1, 5), "tot": VANDAAG + timedelta(days=20),
}  # fmt: skip


def deel(venster: Window, naam: str) -> Any:
    venster.open("inrichting", None, naam)
    return venster.scherm.delen[naam]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("naam", "goed", "fout", "act"),
    [
        ("mandaten", MANDAAT, {"kenmerk": ""}, "mandaat.vastleggen"),
        ("extern", PARTIJ, {"geheimhouding": False}, "externe_partij.vastleggen"),
    ],
)
def test_a_line_is_recorded_reminded_of_and_ended(
    venster: Window, qtbot: QtBot, naam: str, goed: dict[str, object], fout: dict[str, object], act: str
):
    store = venster.omgeving.store
    scherm = deel(venster, naam)
    assert scherm.niets.isVisibleTo(venster)
    assert scherm.eindknop.isHidden()
    was = len(acts(store))
    qtbot.mouseClick(scherm.nieuwknop, LINKS)
    scherm.paneel.formulier.vul(goed | fout)
    qtbot.mouseClick(scherm.paneel.vastlegknop, LINKS)
    assert set(scherm.paneel.formulier.gebreken()) == set(fout)
    assert len(acts(store)) == was
    scherm.paneel.formulier.vul(goed)
    qtbot.mouseClick(scherm.paneel.vastlegknop, LINKS)
    assert acts(store)[was:] == [act]
    assert len(scherm.lijst.rijen()) == 1
    with store.reader() as r:
        (punt,) = punten(r, venster.omgeving.kader, VANDAAG)
        assert punten(r, venster.omgeving.kader, VANDAAG - timedelta(days=40)) == []
    assert (punt.onderwerp, punt.scherm, punt.veld) == (Onderwerp.MANDAAT, "inrichting", naam)
    venster.open("bureau")
    venster.open(punt.scherm, punt.onderwerp_id, punt.veld)
    qtbot.mouseClick(scherm.eindknop, LINKS)
    scherm.paneel.formulier.vul({"op": date(2025, 12, 31)})
    qtbot.mouseClick(scherm.paneel.vastlegknop, LINKS)
    assert set(scherm.paneel.formulier.gebreken()) == {"op"}
    scherm.paneel.formulier.vul({"op": VANDAAG})
    qtbot.mouseClick(scherm.paneel.vastlegknop, LINKS)
    assert acts(store)[was:] == [act, act]
    assert scherm.eindknop.isHidden()
    with store.reader() as r:
        assert punten(r, venster.omgeving.kader, VANDAAG) == []
        assert len(mandaten(r)) + len(externe_partijen(r)) == 1


def test_half_typed_is_there_in_a_screen_that_is_built_anew(venster: Window, qtbot: QtBot):
    scherm = deel(venster, "mandaten")
    qtbot.mouseClick(scherm.nieuwknop, LINKS)
    typ(scherm.paneel.formulier.widget("nemer"), "coördinator P")
    scherm.sluit()
    nieuw = MandatenDeel(venster.omgeving)
    qtbot.addWidget(nieuw)
    nieuw.herlaad()
    nieuw.begin()
    assert nieuw.paneel is not None
    assert nieuw.paneel.formulier.lees()["nemer"] == "coördinator P"


def test_every_municipality_has_its_own_register(venster: Window, qtbot: QtBot):
    store = venster.omgeving.store
    ander = register_gemeente(store, Gemeente("Gemeente Oudeveen"))
    mandaat = Mandaat("verzoek", "burgemeester", "directeur", "", VANDAAG, None, "B-9")
    record_mandaat(store, ander, mandaat)
    scherm = deel(venster, "mandaten")
    assert scherm.lijst.rijen() == []
    scherm.welke.setCurrentIndex(scherm.welke.findText("Gemeente Oudeveen"))
    scherm._kies_gemeente(0)
    assert [rij.inhoud.nemer for rij in scherm.lijst.rijen()] == ["directeur"]


def test_what_was_typed_is_shown_letter_for_letter(venster: Window, qtbot: QtBot):
    scherm = deel(venster, "mandaten")
    qtbot.mouseClick(scherm.nieuwknop, LINKS)
    scherm.paneel.formulier.vul(MANDAAT | {"voorwaarden": "<b>Niet</b> bij een <img src='/x'> weigering."})
    qtbot.mouseClick(scherm.paneel.vastlegknop, LINKS)
    scherm.lijst.setCurrentIndex(scherm.lijst.model().index(0, 0))
    assert "<b>Niet</b>" in scherm.feiten.text()
    assert scherm.feiten.textFormat() == QtCore.Qt.TextFormat.PlainText
