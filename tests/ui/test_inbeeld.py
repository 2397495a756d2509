# SPDX-License-Identifier: EUPL-1.2
"""What is in sight when a page is shown for the first time, and how high the rows of a list are."""

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.ui.widgets.inbeeld import breng_in_beeld
from gemeente_pga.ui.widgets.invoer import Wikkelend
from gemeente_pga.ui.widgets.koppelzin import koppelzin
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


def test_the_heading_above_the_first_field_of_a_card_is_in_sight(qtbot: QtBot, huisstijl: None) -> None:
    blad = QtWidgets.QWidget()
    kolom = QtWidgets.QVBoxLayout(blad)
    for _ in range(20):
        kolom.addWidget(QtWidgets.QLineEdit(blad))
    kop, label, veld = QtWidgets.QLabel("Kop"), QtWidgets.QLabel("Vraag"), QtWidgets.QLineEdit()
    for deel in (kop, label, veld):
        kolom.addWidget(deel)
    for _ in range(20):
        kolom.addWidget(QtWidgets.QLineEdit(blad))
    rol = QtWidgets.QScrollArea()
    rol.setWidgetResizable(True)
    rol.setWidget(blad)
    qtbot.addWidget(rol)
    rol.resize(300, 300)
    rol.show()
    qtbot.waitUntil(lambda: rol.verticalScrollBar().maximum() > 0)
    rol.verticalScrollBar().setValue(rol.verticalScrollBar().maximum())
    breng_in_beeld(veld)
    assert kop.visibleRegion().boundingRect() == kop.rect()


def test_the_next_line_of_a_sentence_begins_below_its_first_word(qapp: QtWidgets.QApplication) -> None:
    blad = QtGui.QTextDocument()
    blad.setDefaultFont(qapp.font())
    blad.setHtml(koppelzin("Laat het kader vaststellen; tot die tijd telt er geen termijn."))
    blad.setTextWidth(200)
    assert blad.size().height() > 0  # it is laid out when its size is asked
    indeling = blad.firstBlock().layout()
    assert indeling.lineCount() > 1
    merk = QtGui.QFontMetricsF(blad.defaultFont()).horizontalAdvance("›\u00a0 ")
    assert abs(indeling.lineAt(0).x() + merk - indeling.lineAt(1).x()) < 4


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


def test_a_list_scrolls_sideways_only_when_its_columns_do_not_fit(qtbot: QtBot, huisstijl: None) -> None:
    lijst = Lijst()
    qtbot.addWidget(lijst)
    lijst.stel_in([Kolom[str](kop, lambda tekst: tekst) for kop in ("Datum", "Nummer", "Plaats", "Stand")])
    lijst.show()
    wikkelend = Wikkelend(lijst)
    lijst.toon(["Veiligheidshuis"])
    beleid = QtCore.Qt.ScrollBarPolicy
    for breed, verwacht in ((800, beleid.ScrollBarAlwaysOff), (150, beleid.ScrollBarAsNeeded)):
        lijst.resize(breed, 200)
        wikkelend.pas_aan()
        assert lijst.horizontalScrollBarPolicy() == verwacht
