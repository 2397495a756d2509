# SPDX-License-Identifier: EUPL-1.2
"""What was done with a control by the FG: recorded by the coordinator, asked for until it is there."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.fg import LOGCONTROLE, Opvolging, Toets
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import MEEKIJKEN, Handeling
from gemeente_pga.handelingen.fg import record_opvolging, register_toets
from gemeente_pga.store.queries.bureau_verantwoording import punten
from gemeente_pga.store.queries.fg import toetsen
from gemeente_pga.store.queries.fgstuk import toezichtstuk
from gemeente_pga.ui.window import Window
from tests.casus_hulp import acts
from tests.ui_hulp import VANDAAG, typ

LINKS = QtCore.Qt.MouseButton.LeftButton
TOETS = Toets(LOGCONTROLE, VANDAAG, "Het journaal.", None, "aandachtspunten", "Eén reden ontbrak.")


def test_a_finding_is_asked_for_until_it_was_followed_up(venster: Window, qtbot: QtBot):
    store, kader = venster.omgeving.store, venster.omgeving.kader
    register_toets(store, replace(TOETS, uitkomst="in_orde", toelichting=""))
    with store.reader() as r:
        assert punten(r, kader, VANDAAG) == []
    toets_id = register_toets(store, TOETS)
    with store.reader() as r:
        (punt,) = punten(r, kader, VANDAAG)
    venster.open(punt.scherm, punt.onderwerp_id, punt.veld)
    scherm: Any = venster.scherm
    was = len(acts(store))
    qtbot.mouseClick(scherm.opvolgknop, LINKS)
    scherm.paneel.formulier.vul({"wat": "", "op": VANDAAG - timedelta(days=1)})
    typ(scherm.paneel.formulier.widget("door"), "M. Hoekstra")
    qtbot.mouseClick(scherm.paneel.vastlegknop, LINKS)
    assert set(scherm.paneel.formulier.gebreken()) == {"wat", "op"}
    assert len(acts(store)) == was
    scherm.sluit()
    qtbot.mouseClick(scherm.opvolgknop, LINKS)
    assert scherm.paneel.formulier.lees()["door"] == "M. Hoekstra"  # what was typed is there again
    scherm.paneel.formulier.vul({"wat": "Besproken.", "door": "M. Hoekstra", "op": VANDAAG})
    qtbot.mouseClick(scherm.paneel.vastlegknop, LINKS)
    assert acts(store)[was:] == [Handeling.FG_OPVOLGING.code]
    with store.reader() as r:
        assert punten(r, kader, VANDAAG) == []
        (gedaan,) = [t for t in toetsen(r) if t.id == toets_id]
        controles = toezichtstuk(r, kader, VANDAAG).stuk.controles  # type: ignore[union-attr]
    assert gedaan.opvolging == (Opvolging("Besproken.", "M. Hoekstra", VANDAAG),)
    assert "Besproken. (M. Hoekstra)" in {c.opvolging for c in controles}
    scherm.toetslijst.kies(toets_id)
    assert "Besproken." in scherm.toetszin.text()


def test_the_fg_does_not_record_it_and_nothing_before_the_control(venster: Window):
    store = venster.omgeving.store
    toets_id = register_toets(store, TOETS)
    assert Handeling.FG_OPVOLGING not in MEEKIJKEN
    assert Handeling.FG_TOETS in MEEKIJKEN
    with pytest.raises(Storing, match="past niet"):
        record_opvolging(store, toets_id, Opvolging("Besproken.", "S. Aydın", VANDAAG - timedelta(days=1)))
