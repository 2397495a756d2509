# SPDX-License-Identifier: EUPL-1.2
"""The guards of an open kluis together: lock time by setting and per meeting, clipboard at the end."""

from PySide6 import QtGui, QtWidgets

from gemeente_pga.handelingen.inrichting import set_instelling
from gemeente_pga.ui.messages import is_server_queue
from gemeente_pga.ui.waken import Waken
from tests.ui_hulp import bevestig

MINUUT = 60_000


def test_lock_time_follows_the_setting_and_the_meeting_and_goes_back(venster, qtbot, qapp):
    store = venster.omgeving.store
    waken = Waken(qapp, venster)
    waken.begin(venster, store)
    klok = waken.slotwacht._klok
    assert klok.interval() == 5 * MINUUT
    set_instelling(store, "vergrendeltijd_minuten", "2")
    assert klok.interval() == 2 * MINUUT
    venster.open("overleg")
    scherm = venster.scherm
    scherm.onderwerp_id = 7
    scherm._blijf_open()
    assert klok.interval() == 2 * MINUUT  # not before the wachtzin
    bevestig(venster, qtbot)
    assert klok.interval() == 20 * MINUUT
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM handeling WHERE code = 'overleg.langer_open'") == 1
    venster.open("overleg")
    assert klok.interval() == 20 * MINUUT
    venster.open("bureau")
    assert klok.interval() == 2 * MINUUT
    waken.stop()
    assert not klok.isActive()


def test_what_was_copied_is_taken_back_when_the_kluis_closes(venster, qapp):
    waken = Waken(qapp, venster)
    waken.begin(venster, venster.omgeving.store)
    regel = QtWidgets.QLineEdit("een zin uit een dossier", venster)
    venster.activateWindow()
    regel.selectAll()
    regel.copy()
    assert QtGui.QGuiApplication.clipboard().text() == "een zin uit een dossier"
    waken.stop()
    assert QtGui.QGuiApplication.clipboard().text() == ""


def test_a_queue_on_a_server_is_recognised():
    assert is_server_queue("\\\\printserver\\zaal")
    assert not is_server_queue("Kantoor boven")
