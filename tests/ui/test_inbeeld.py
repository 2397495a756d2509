# SPDX-License-Identifier: EUPL-1.2
"""What is in sight when a page is shown for the first time, and how high the rows of a list are."""

import pytest
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.ui.widgets.inbeeld import breng_in_beeld
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan


@pytest.mark.parametrize(("welk", "boven"), [(0, True), (30, False)])
def test_a_field_asked_for_before_the_page_is_shown_is_in_sight(
    qtbot: QtBot, huisstijl: None, welk: int, boven: bool
) -> None:
    blad = QtWidgets.QWidget()
    kolom = QtWidgets.QVBoxLayout(blad)
    velden = [QtWidgets.QLineEdit(blad) for _ in range(40)]
    for veld in velden:
        kolom.addWidget(veld)
    rol = QtWidgets.QScrollArea()
    rol.setWidgetResizable(True)
    rol.setWidget(blad)
    qtbot.addWidget(rol)
    rol.resize(300, 200)
    breng_in_beeld(velden[welk])
    rol.show()
    qtbot.waitUntil(lambda: not velden[welk].visibleRegion().isEmpty())
    assert (rol.verticalScrollBar().value() == 0) is boven


def test_a_row_whose_texts_fit_takes_one_line(qtbot: QtBot, huisstijl: None) -> None:
    lijst = Lijst()
    qtbot.addWidget(lijst)
    lijst.stel_in(
        [
            Kolom[str]("Vastgesteld", lambda tekst: tekst),
            Kolom[str]("Document", lambda tekst: f"Verslag casusoverleg {tekst}", rek=True),
        ]
    )
    lijst.resize(800, 300)
    lijst.show()
    teksten = ["28-11-2026", "Werk en opleiding", "Regio Midden-Veen, zaal Reiger", "25-7-2026"]
    lijst.toon(teksten)
    pas_hoogte_aan(lijst, len(teksten))
    assert len({lijst.rowHeight(n) for n in range(len(teksten))}) == 1
