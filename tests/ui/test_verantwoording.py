# SPDX-License-Identifier: EUPL-1.2
"""Verantwoording in the window, reached from Controle: figures that may be shown, and the report itself."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from gemeente_pga.handelingen.verzoek import register_verzoek
from gemeente_pga.store.queries.inrichting import gemeenten
from gemeente_pga.ui.window import Window
from tests.casus_hulp import acts
from tests.rechten_hulp import VERZOEK
from tests.ui_hulp import VANDAAG

LINKS = QtCore.Qt.MouseButton.LeftButton
VORIG = VANDAAG.year - 1


def registreer(venster: Window, soort: str, aantal: int) -> None:
    omgeving = venster.omgeving
    with omgeving.store.reader() as r:
        gemeente_id = gemeenten(r)[0].id
    wat = replace(VERZOEK, soort=soort, ontvangen_op=date(VORIG, 3, 1))
    for _ in range(aantal):
        register_verzoek(omgeving.store, wat, omgeving.kader, gemeente_id=gemeente_id, dossier_id=None)


@pytest.fixture
def scherm(venster: Window, qtbot: QtBot) -> Any:
    venster.open("controle")
    controle: Any = venster.scherm
    qtbot.mouseClick(controle.bestand.verantwoording, LINKS)
    assert venster.scherm is not None
    assert venster.scherm.code == "verantwoording"
    return venster.scherm.delen["jaarrapportage"]  # type: ignore[attr-defined]


def test_without_a_year_that_is_over_there_is_nothing_to_record(scherm: Any):
    assert "nog geen jaar voorbij" in scherm.zin.text()
    assert scherm.vaststelknop.isHidden()


def test_too_few_says_what_else_one_can_do(venster: Window, scherm: Any):
    registreer(venster, "inzage", 2)
    scherm.herlaad()
    assert "Neem meer jaren" in scherm.zin.text()
    assert scherm.vaststelknop.isHidden()
    assert "2" not in {rij.aantal for rij in scherm.lijst.rijen()}


def test_the_report_is_recorded_and_opens_as_a_document(venster: Window, qtbot: QtBot, scherm: Any):
    registreer(venster, "inzage", 9)
    registreer(venster, "klacht", 2)
    registreer(venster, "bezwaar", 6)
    scherm.herlaad()
    getoond = {rij.id: rij.aantal for rij in scherm.lijst.rijen()}
    assert getoond["verzoeken:inzage"] == "9"
    assert getoond["verzoeken:klacht"] == getoond["verzoeken:bezwaar"] == "weggelaten"
    assert getoond["verzoeken:"] == "17"
    was = len(acts(venster.omgeving.store))
    qtbot.mouseClick(scherm.vaststelknop, LINKS)
    qtbot.waitUntil(lambda: venster.scherm.code == "document", timeout=20_000)  # type: ignore[union-attr]
    assert acts(venster.omgeving.store)[was] == "jaarrapportage.vaststellen"
    venster.open("verantwoording")
    assert [stuk.kenmerk for stuk in scherm.eerdere.rijen()] == [f"JR{VORIG}"]
