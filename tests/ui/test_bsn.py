# SPDX-License-Identifier: EUPL-1.2
"""The burgerservicenummer in the window: no field anywhere until Inrichting names a law."""

from typing import Any

import pytest
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.store.queries.bsn import aantal_bsn, bsn_van, bsngebruik
from gemeente_pga.ui.window import Window
from tests.casus_hulp import acts
from tests.ui.dossier_hand import klik, open_dossier, vul_in


def _kaart(venster: Window) -> Any:
    venster.open("inrichting", None, "gemeente")
    scherm: Any = venster.scherm
    return scherm.delen["gemeente"].bsn


def _paneel(venster: Window, dossier_id: int) -> Any:
    tab: Any = open_dossier(venster, dossier_id, "betrokkene").kies_deel("betrokkene")
    return tab.bsn


def _zichtbaar(venster: Window) -> list[str]:
    velden = venster.findChildren(QtWidgets.QLineEdit)
    return [v.objectName() for v in velden if "bsnLineEdit" in v.objectName() and v.isVisible()]


@pytest.mark.eis("c09")
def test_there_is_no_field_until_a_law_is_named_and_none_after_switching_off(
    venster: Window, dossier_id: int, qtbot: QtBot, antwoord: Any
):
    store = venster.omgeving.store
    paneel = _paneel(venster, dossier_id)
    assert paneel.isHidden()
    assert _zichtbaar(venster) == []

    kaart, was = _kaart(venster), len(acts(store))
    klik(qtbot, kaart.vastlegknop)
    assert set(kaart.formulier.gebreken()) == {"wet"}
    assert acts(store)[was:] == []
    vul_in(qtbot, kaart, wet="Wabb, artikel 10")
    klik(qtbot, kaart.vastlegknop)
    assert acts(store)[was:] == ["systeem.instelling"]
    assert "Wabb, artikel 10" in kaart.stand.text()

    paneel = _paneel(venster, dossier_id)
    assert not paneel.isHidden()
    vul_in(qtbot, paneel, bsn="111222334")
    klik(qtbot, paneel.vastlegknop)
    assert set(paneel.formulier.gebreken()) == {"bsn", "grondslag", "noodzaak"}
    vul_in(qtbot, paneel, bsn="111222333", grondslag="avg_6_1_c", noodzaak="De instelling vraagt dit.")
    klik(qtbot, paneel.vastlegknop)
    assert acts(store)[-1] == "persoon.bsn"
    with store.reader() as r:
        wie = r.value("SELECT id FROM persoon WHERE dossier_id = ? AND rol = 'betrokkene'", dossier_id)
        nummer = bsn_van(r, wie)
    assert nummer is not None
    assert nummer.bsn == "111222333"
    assert store.concepten("dossier_bsn") == []

    kaart = _kaart(venster)
    antwoord(True)
    klik(qtbot, kaart.uit)
    with store.reader() as r:
        assert (aantal_bsn(r), bsngebruik(r).aan) == (0, False)
    paneel = _paneel(venster, dossier_id)
    assert paneel.isHidden()
    assert paneel.formulier.lees()["bsn"] == ""


def test_a_number_is_taken_away_by_its_own_button(
    venster: Window, dossier_id: int, qtbot: QtBot, antwoord: Any
):
    kaart = _kaart(venster)
    vul_in(qtbot, kaart, wet="Wabb, artikel 10")
    klik(qtbot, kaart.vastlegknop)
    paneel = _paneel(venster, dossier_id)
    assert paneel.weg.isHidden()
    vul_in(qtbot, paneel, bsn="111222333", grondslag="avg_6_1_c", noodzaak="De instelling vraagt dit.")
    klik(qtbot, paneel.vastlegknop)
    antwoord(True)
    klik(qtbot, paneel.weg)
    with venster.omgeving.store.reader() as r:
        assert aantal_bsn(r) == 0
    assert paneel.formulier.lees()["bsn"] == ""
