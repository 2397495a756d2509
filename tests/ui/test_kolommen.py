# SPDX-License-Identifier: EUPL-1.2
"""Lists as their user wants them: order, width, place and presence of columns, kept inside the kluis."""

from typing import Any

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from gemeente_pga.ui.screens.dossiers import DossiersScherm
from gemeente_pga.ui.screens.overleggen import OverleggenScherm
from gemeente_pga.ui.widgets.kolomgeheugen import SOORT
from gemeente_pga.ui.widgets.lijst import Lijst
from gemeente_pga.ui.window import Window
from tests.overleg_hulp import leg_casussen_vast, leg_overleg_vast

LINKS = QtCore.Qt.MouseButton.LeftButton


@pytest.fixture
def vol_venster(venster: Window) -> Window:
    """With dossiers and a meeting."""
    store = venster.omgeving.store
    leg_overleg_vast(store, leg_casussen_vast(store), beide=True)
    return venster


def klik_kop(qtbot: QtBot, lijst: Lijst, kolom: int) -> None:
    kop = lijst.horizontalHeader()
    plek = QtCore.QPoint(kop.sectionViewportPosition(kolom) + kop.sectionSize(kolom) // 2, kop.height() // 2)
    qtbot.mouseClick(kop.viewport(), LINKS, pos=plek)


def sleep_kop(qtbot: QtBot, lijst: Lijst, kolom: int, breed: int) -> None:
    """With the mouse held at the edge of a column."""
    kop = lijst.horizontalHeader()
    rand = QtCore.QPoint(kop.sectionViewportPosition(kolom) + kop.sectionSize(kolom) - 1, kop.height() // 2)
    qtbot.mousePress(kop.viewport(), LINKS, pos=rand)
    kop.resizeSection(kolom, breed)
    qtbot.mouseRelease(kop.viewport(), LINKS, pos=rand)


def lijst_van(venster: Window, code: str) -> tuple[Any, Lijst]:
    venster.open(code)
    scherm: Any = venster.scherm
    lijst = scherm.findChild(Lijst, f"{code}Lijst")
    assert isinstance(lijst, Lijst)
    return scherm, lijst


def opnieuw(venster: Window, soort: type[Any]) -> Any:
    """The screen, built afresh from what the kluis kept, as after locking."""
    scherm = soort(venster.omgeving)
    scherm.herlaad()
    return scherm


def test_a_click_on_the_header_puts_all_dossiers_in_order(vol_venster: Window, qtbot: QtBot):
    _, lijst = lijst_van(vol_venster, "dossiers")
    nummers = [k.nummer for k in lijst.rijen()]  # type: ignore[attr-defined]
    assert nummers == sorted(nummers, reverse=True)
    klik_kop(qtbot, lijst, 0)
    assert [k.nummer for k in lijst.rijen()] == sorted(nummers)  # type: ignore[attr-defined]
    klik_kop(qtbot, lijst, 4)
    dagen = [k.sinds for k in lijst.rijen()]  # type: ignore[attr-defined]
    assert dagen == sorted(dagen)
    klik_kop(qtbot, lijst, 4)
    assert [k.sinds for k in lijst.rijen()] == sorted(dagen, reverse=True)  # type: ignore[attr-defined]
    klik_kop(qtbot, lijst, 4)
    assert [k.nummer for k in lijst.rijen()] == nummers, "the third click: as it came"  # type: ignore[attr-defined]


def test_names_and_next_steps_are_never_an_order(vol_venster: Window, qtbot: QtBot):
    _, lijst = lijst_van(vol_venster, "dossiers")
    was = lijst.rijen()
    for kolom in (1, 3):
        klik_kop(qtbot, lijst, kolom)
        assert lijst.volgorde() is None
        assert lijst.rijen() == was


def test_a_list_is_found_as_it_was_left(vol_venster: Window, qtbot: QtBot):
    scherm, lijst = lijst_van(vol_venster, "dossiers")
    qtbot.waitUntil(lambda: not lijst.schikt and lijst.columnWidth(0) > 0)
    scherm.wikkelend.pas_aan()
    klik_kop(qtbot, lijst, 0)
    sleep_kop(qtbot, lijst, 2, 222)
    lijst.horizontalHeader().moveSection(4, 1)
    next(a for a in scherm.geheugen.menu().actions() if a.text() == "Toon Volgende stap").trigger()
    scherm.ui.standComboBox.setCurrentIndex(scherm.ui.standComboBox.findData("gesloten"))
    scherm.geheugen.bewaar()
    ander = opnieuw(vol_venster, DossiersScherm)
    nieuw = ander.ui.dossiersLijst
    assert nieuw.volgorde() == (0, True)
    assert nieuw.horizontalHeader().visualIndex(4) == 1
    assert nieuw.isColumnHidden(3)
    assert nieuw.breedtes == {2: 222}
    assert ander.ui.standComboBox.currentData() == "gesloten"
    ander.geheugen.vergeet()
    assert vol_venster.omgeving.store.concept(SOORT, "dossiers") is None
    assert ander.ui.standComboBox.currentData() == "lopend"
    assert not nieuw.isColumnHidden(3)
    assert nieuw.volgorde() is None
    ander.deleteLater()


def test_a_given_width_holds_when_the_window_changes(vol_venster: Window, qtbot: QtBot):
    scherm, lijst = lijst_van(vol_venster, "dossiers")
    scherm.wikkelend.pas_aan()
    sleep_kop(qtbot, lijst, 0, 200)
    vol_venster.resize(1600, 700)
    scherm.wikkelend.pas_aan()
    assert lijst.columnWidth(0) == 200
    assert lijst.horizontalHeader().length() == lijst.viewport().width(), "no strip beside it"


def test_what_a_list_keeps_is_no_unfinished_typing(vol_venster: Window, qtbot: QtBot):
    _, lijst = lijst_van(vol_venster, "overleggen")
    klik_kop(qtbot, lijst, 1)
    scherm: Any = vol_venster.scherm
    assert isinstance(scherm, OverleggenScherm)
    scherm.geheugen.bewaar()
    assert vol_venster.omgeving.store.concept(SOORT, "overleggen") is not None
    n = vol_venster.omgeving.store.laatste()[0]
    scherm.geheugen.vergeet()
    assert vol_venster.omgeving.store.laatste()[0] == n, "no act, no line in the log"


@pytest.mark.parametrize("code", ["dossiers", "overleggen"])
def test_the_last_column_cannot_be_hidden(vol_venster: Window, code: str):
    scherm, lijst = lijst_van(vol_venster, code)
    for _ in lijst.kolommen():
        weg = [a for a in scherm.geheugen.menu().actions() if a.text().startswith("Toon ") and a.isChecked()]
        if weg[0].isEnabled():
            weg[0].trigger()
    over = [n for n in range(len(lijst.kolommen())) if not lijst.isColumnHidden(n)]
    assert len(over) == 1
