# SPDX-License-Identifier: EUPL-1.2
"""The wachtzin again: nothing happens without it, it counts for a minute, guessing locks the kluis."""

from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.ui import bevestiging
from tests.ui_hulp import WACHTZIN, bevestig, typ

TOETS = QtCore.Qt.Key


def onjuist(store) -> int:
    with store.reader() as r:
        return int(r.value("SELECT count(*) FROM handeling WHERE code = 'kluis.wachtzin_onjuist'"))


def test_nothing_is_done_before_the_wachtzin_and_it_counts_for_a_minute(venster, qtbot, monkeypatch):
    gedaan = []
    venster.bevestig("U doet iets.", lambda: gedaan.append(1))
    assert gedaan == []
    bevestig(venster, qtbot)
    assert gedaan == [1]
    assert not venster.bevestiging.isVisible()
    venster.bevestig("U doet nog iets.", lambda: gedaan.append(2))
    assert gedaan == [1, 2]  # not asked twice within the minute
    monkeypatch.setattr(bevestiging, "GELDIG_S", 0.0)
    venster.bevestig("U doet later iets.", lambda: gedaan.append(3))
    assert gedaan == [1, 2]
    assert venster.bevestiging.isVisible()


def test_a_wrong_wachtzin_is_told_and_recorded_and_the_fifth_locks(venster, qtbot: QtBot):
    gedaan, gesloten = [], []
    venster.vergrendel_gevraagd.connect(lambda: gesloten.append(1))
    venster.bevestig("U doet iets.", lambda: gedaan.append(1))
    teksten = " ".join(label.text() for label in venster.bevestiging.findChildren(QtWidgets.QLabel))
    assert "Na vijf foute wachtzinnen vergrendelt het programma" in teksten
    assert bevestiging.POGINGEN == 5
    for keer, over in enumerate(("vier", "drie", "twee", "één"), start=1):
        bevestig(venster, qtbot, "niet de goede zin van vandaag")
        assert venster.bevestiging.melding.isVisible()
        assert f"nog {over} keer proberen" in venster.bevestiging.melding.text()
        assert "herstelcode" not in venster.bevestiging.melding.text(), "that is not possible here"
        assert venster.bevestiging.regel.text() == ""
        assert onjuist(venster.omgeving.store) == keer
    assert gesloten == []
    bevestig(venster, qtbot, "niet de goede zin van vandaag")
    assert gesloten == [1]
    assert gedaan == []


def test_escape_and_another_screen_leave_it_undone(venster, qtbot: QtBot):
    gedaan = []
    venster.bevestig("U doet iets.", lambda: gedaan.append(1))
    qtbot.keyClick(venster.bevestiging.regel, TOETS.Key_Escape)
    assert not venster.bevestiging.isVisible()
    venster.bevestig("U doet iets.", lambda: gedaan.append(1))
    typ(venster.bevestiging.regel, WACHTZIN[:5])
    venster.open("dossiers")
    assert not venster.bevestiging.isVisible()
    assert venster.bevestiging.regel.text() == ""
    assert gedaan == []


def test_tab_never_leaves_the_panel(venster, qtbot: QtBot):
    venster.bevestig("U doet iets.", lambda: None)
    paneel = venster.bevestiging
    gezien = []
    for _ in range(6):
        qtbot.keyClick(venster.focusWidget(), TOETS.Key_Tab)
        gezien.append(venster.focusWidget())
    assert set(gezien) == {paneel.regel, paneel.doe_knop, paneel.niet_knop}
    assert paneel.geometry() == venster.rect()


def test_a_space_around_the_wachtzin_is_forgiven_as_when_it_was_chosen(venster, qtbot: QtBot):
    gedaan = []
    venster.bevestig("U doet iets.", lambda: gedaan.append(1))
    bevestig(venster, qtbot, f" {WACHTZIN} ")
    assert gedaan == [1]
