# SPDX-License-Identifier: EUPL-1.2
"""Destroying in the window: list, archivaris, the number typed over, undoing, and the last step."""

from datetime import date, timedelta
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.bewaren import Opschorting
from gemeente_pga.domain.bureau import Onderwerp
from gemeente_pga.handelingen.bewaren import suspend
from gemeente_pga.store.queries.bureau import aandacht
from gemeente_pga.ui.window import Window
from tests.bewaar_hulp import VANAF, VOORBIJ, bewaard, moment
from tests.casus_hulp import acts


@pytest.fixture
def dossier_id(venster: Window) -> int:
    """One dossier whose term is past, in a window of that day."""
    store = venster.omgeving.store
    with store.reader() as r:
        gemeente_id = r.value("SELECT id FROM gemeente")
    uit = bewaard(store, gemeente_id)
    zet_dag(venster, VOORBIJ)
    return uit


def zet_dag(venster: Window, dag: date) -> None:
    venster.omgeving.vandaag = lambda: dag
    venster.omgeving.nu = lambda: moment(dag)


def open_lijst(venster: Window) -> Any:
    """Drawn up and authorised through the window."""
    venster.open("termijnen", None, "bewaren")
    termijnen: Any = venster.scherm
    termijnen.delen["bewaren"].opstelknop.click()
    scherm: Any = venster.scherm
    assert scherm.code == "vernietiging"
    return scherm


def machtig(scherm: Any, naam: str = "drs. P. Kuipers") -> None:
    scherm.akkoordknop.click()
    scherm.machtigknop.click()
    vorm = scherm.paneel.formulier
    vorm.vul({"machtiging_door": naam, "machtiging_functie": "archivaris", "machtiging_kenmerk": "A-114"})
    scherm.paneel.vastlegknop.click()


def test_from_the_list_to_nothing_left(venster: Any, qtbot: QtBot, dossier_id: int) -> None:
    store = venster.omgeving.store
    with store.reader() as r:
        nummer = r.value("SELECT nummer FROM dossier WHERE id = ?", dossier_id)
    scherm = open_lijst(venster)
    assert scherm.bevestigknop.isHidden()
    machtig(scherm)
    assert "drs. P. Kuipers, archivaris" in scherm.hoofd.text()
    scherm.bevestigknop.click()
    paneel = scherm.paneel
    zinnen = " ".join(kind.text() for kind in paneel.findChildren(type(scherm.hoofd)))
    assert f"U gaat dossier {nummer} vernietigen: 1 signaal, " in zinnen
    paneel.formulier.widget("getypt").setText(nummer.replace("-", " "))
    paneel.vastlegknop.click()
    assert {"getypt", "papier"} == set(paneel.formulier.gebreken())
    paneel.formulier.widget("getypt").setText(nummer)
    paneel.formulier.vul({"getypt": nummer, "papier": "geen_papier"})
    paneel.vastlegknop.click()
    assert acts(store)[-1] == "vernietiging.bevestigen"
    assert not scherm.vernietigknop.isHidden()
    assert not scherm.vernietigknop.isEnabled()
    zet_dag(venster, VANAF)
    with store.reader() as r:
        punten = [p for p in aandacht(r, venster.omgeving.kader, VANAF) if p.onderwerp is Onderwerp.BEWAREN]
    (punt,) = punten
    venster.open("bureau")
    venster.open(punt.scherm, punt.onderwerp_id, punt.veld)
    assert scherm.vernietigknop.isEnabled()
    scherm.vernietigknop.click()
    scherm.paneel.vastlegknop.click()
    assert set(scherm.paneel.formulier.gebreken()) == {"papier"}
    scherm.paneel.formulier.vul({"papier": "geen_papier"})
    scherm.paneel.vastlegknop.click()
    assert acts(store)[-1] == "dossier.wissen"
    qtbot.waitUntil(lambda: not scherm.lijst.rijen())
    assert "vernietigd op 9-6-2031" in scherm.gedaan.text()
    assert "Uitgevoerd" in scherm.hoofd.text()
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM dossier") == 0
    scherm.verklaarknop.click()
    qtbot.waitUntil(lambda: venster.scherm.code == "document", timeout=20_000)
    with store.reader() as r:
        klaar = {d["soort"] for d in r.rows("SELECT soort FROM document WHERE pdf IS NOT NULL")}
    assert klaar == {"vernietigingslijst", "verklaring"}


def test_who_works_here_cannot_authorise(venster: Window, dossier_id: int) -> None:
    scherm = open_lijst(venster)
    was = len(acts(venster.omgeving.store))
    machtig(scherm, "mirjam hoekstra")
    assert set(scherm.paneel.formulier.gebreken()) == {"machtiging_door"}
    assert acts(venster.omgeving.store)[was:] == ["vernietiging.lijst"]  # that is the akkoord


def test_what_stands_in_the_way_is_said_before_anything_is_typed(
    venster: Window, qtbot: QtBot, dossier_id: int
) -> None:
    scherm = open_lijst(venster)
    machtig(scherm)
    suspend(
        venster.omgeving.store,
        dossier_id,
        Opschorting("hotspot", "Aangewezen.", VOORBIJ, VOORBIJ + timedelta(days=30)),
    )
    scherm.bevestigknop.click()
    assert scherm.paneel is None
    assert "opgeschort" in " ".join(punt.zin for punt in scherm.belet._getoond)
    scherm.intrekknop.click()
    qtbot.waitUntil(lambda: "Ingetrokken" in scherm.hoofd.text())
