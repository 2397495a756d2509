# SPDX-License-Identifier: EUPL-1.2
"""A journey in the window: the OM asks to wait, the weging waits, the day goes by, and it goes on."""

from datetime import date
from typing import Any

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.bureau import Aandacht, Onderwerp
from gemeente_pga.store.queries.bureau import aandacht
from gemeente_pga.ui.screens.rechten_stap import Aanhoudingkaart
from gemeente_pga.ui.window import Window
from tests.casus_hulp import acts
from tests.weegploeg import zaak_in

TOT = date(2026, 9, 12)


def klik(qtbot: QtBot, knop: QtWidgets.QAbstractButton) -> None:
    qtbot.mouseClick(knop, QtCore.Qt.MouseButton.LeftButton)


def kaart_van(venster: Window, dossier_id: int, veld: str) -> Any:
    venster.open("dossier", dossier_id, veld)
    assert venster.scherm is not None
    kaart = venster.scherm.findChild(Aanhoudingkaart)
    assert kaart is not None
    return kaart


def over_aanhouden(venster: Window) -> list[Aandacht]:
    """What Bureau says today about holds."""
    omgeving = venster.omgeving
    with omgeving.store.reader() as r:
        punten = aandacht(r, omgeving.kader, omgeving.vandaag())
    return [punt for punt in punten if punt.onderwerp is Onderwerp.AANHOUDING]


def begin_weging(venster: Window, qtbot: QtBot, signaal_id: int) -> None:
    """The button on the page of the signal."""
    venster.open("signaal", signaal_id)
    assert venster.scherm is not None
    knop = venster.scherm.findChild(QtWidgets.QPushButton, "wegingButton")
    assert knop is not None
    klik(qtbot, knop)


@pytest.mark.eis("i8")
def test_a_hold_from_the_call_to_what_comes_after_it(venster: Window, qtbot: QtBot):
    store = venster.omgeving.store
    zaak = zaak_in(store)
    kaart = kaart_van(venster, zaak.dossier_id, "aanhouding")
    klik(qtbot, kaart.nieuwknop)
    vorm = kaart.paneel.formulier
    vorm.widget("wat").zet("weging")
    vorm.widget("partij_id").setCurrentIndex(vorm.widget("partij_id").findData(zaak.partijen["om"]))
    vorm.widget("naam").setText("mr. P. van 't Hoff")
    vorm.widget("functie").setText("officier van justitie")
    vorm.widget("reden").setCurrentIndex(vorm.widget("reden").findData("actie_gepland"))
    vorm.widget("toelichting").setPlainText("Het OM belt na die dag.")
    vorm.widget("tot").zet(TOT)
    klik(qtbot, kaart.paneel.vastlegknop)

    was = acts(store)
    begin_weging(venster, qtbot, zaak.signalen[0])
    assert "weging.beginnen" not in acts(store)[len(was) :], "nothing is weighed during the hold"
    teksten = [w.text() for w in venster.findChildren(QtWidgets.QLabel) if w.isVisible()]
    assert any("Dit wacht tot en met 12-9-2026" in tekst for tekst in teksten)

    later = date(2026, 9, 14)
    venster.omgeving.vandaag = lambda: later
    (punt,) = over_aanhouden(venster)
    assert punt.voor == TOT
    kaart = kaart_van(venster, zaak.dossier_id, punt.veld)
    assert "Het wachten liep tot en met 12 september 2026." in kaart.let_op.text()
    kaart.paneel.formulier.widget("vervolg").setPlainText("De officier ziet geen bezwaar meer.")
    klik(qtbot, kaart.paneel.vastlegknop)
    begin_weging(venster, qtbot, zaak.signalen[0])
    assert "weging.beginnen" in acts(store)[len(was) :]
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM weging WHERE status = 'concept'") == 1
    assert over_aanhouden(venster) == []
