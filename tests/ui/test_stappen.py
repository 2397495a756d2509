# SPDX-License-Identifier: EUPL-1.2
"""Steps, holds, reviews and what a dossier answers about itself, in the real window."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.handelingen import casus as casussen
from gemeente_pga.store.queries.afwijking import afwijkingen
from gemeente_pga.store.queries.casus import casus as lees_casus
from gemeente_pga.ui.screens.dossier import DossierScherm
from gemeente_pga.ui.window import Window
from tests.casus_hulp import OVERNAME, PERSOON, acts

OP = date(2026, 9, 8)  # the day of the window


def klik(qtbot: QtBot, knop: QtWidgets.QAbstractButton) -> None:
    qtbot.mouseClick(knop, QtCore.Qt.MouseButton.LeftButton)


def nu(venster: Window, casus_id: int) -> Any:
    with venster.omgeving.store.reader() as r:
        return lees_casus(r, casus_id)


@pytest.fixture
def te_laat(venster: Window) -> int:
    """A casus that is carried out, whose review was due a week ago."""
    with venster.omgeving.store.reader() as r:
        gemeente_id = r.value("SELECT id FROM gemeente")
    overname = replace(OVERNAME, stand="in_uitvoering", volgende_herbeoordeling=date(2026, 9, 1))
    return casussen.take_over(
        venster.omgeving.store, PERSOON, overname, gemeente_id=gemeente_id, bijlagen=(), vandaag=OP
    )


def open_paneel(venster: Window, casus_id: int, code: str) -> Any:
    venster.open("dossier", nu(venster, casus_id).dossier_id, code)
    scherm = venster.scherm
    assert isinstance(scherm, DossierScherm)
    return scherm._huidig_deel().paneel  # type: ignore[attr-defined]


def test_putting_off_a_due_review_asks_why_and_keeps_the_answer(venster: Window, te_laat: int, qtbot: QtBot):
    paneel = open_paneel(venster, te_laat, "regie")
    assert paneel.formulier.veld("afwijking_reden").isHidden()
    paneel.formulier.widget("volgende_herbeoordeling").zet(date(2026, 12, 1))
    qtbot.waitUntil(lambda: not paneel.formulier.veld("afwijking_reden").isHidden())
    assert "jaarrapportage" in paneel.vorm_ui.afwijkingLabel.text()
    store = venster.omgeving.store
    was = acts(store)
    klik(qtbot, paneel.vastlegknop)
    assert acts(store) == was
    assert set(paneel.formulier.gebreken()) == {
        "afwijking_reden", "afwijking_toelichting", "afwijking_door",
    }  # fmt: skip
    keuze = paneel.formulier.widget("afwijking_reden")
    keuze.setCurrentIndex(keuze.findData("beslissing_tafel"))
    paneel.formulier.widget("afwijking_toelichting").setPlainText("De zitting gaat voor.")
    paneel.formulier.widget("afwijking_door").setText("casusoverleg")
    klik(qtbot, paneel.vastlegknop)
    nieuw = nu(venster, te_laat)
    assert nieuw.volgende_herbeoordeling == date(2026, 12, 1)
    with store.reader() as r:
        (rij,) = afwijkingen(r, nieuw.dossier_id)
    assert (rij.toelichting, rij.op) == ("De zitting gaat voor.", OP)
