# SPDX-License-Identifier: EUPL-1.2
"""The group Zonder dossier in the window: from Bureau to nothing left, and everything that is said before."""

from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.bureau import Onderwerp
from gemeente_pga.domain.los import GEEN_EINDE, NOTITIE, PLEK, VERZOEK
from gemeente_pga.store.queries.bureau import aandacht
from gemeente_pga.ui.window import Window
from tests import los_hulp as hulp
from tests.casus_hulp import acts
from tests.los_hulp import VOORBIJ, moment

GOED = {"machtiging_door": "drs. P. Kuipers", "machtiging_functie": "archivaris", "machtiging_kenmerk": "A-7"}


@pytest.fixture
def stukken(venster: Window) -> dict[str, int]:
    """A note and a request whose term is past, in a window of that day."""
    store = venster.omgeving.store
    hulp.teken(store)
    uit = {NOTITIE: hulp.notitie(store), VERZOEK: hulp.verzoek(store)}
    zet_dag(venster, VOORBIJ)
    return uit


def zet_dag(venster: Window, dag: date) -> None:
    venster.omgeving.vandaag = lambda: dag
    venster.omgeving.nu = lambda: moment(dag)


def groep(venster: Window, veld: str = "bewaren") -> Any:
    """The card, opened as a user or Bureau does."""
    venster.open("termijnen", None, veld)
    scherm: Any = venster.scherm
    assert scherm.tabs.currentIndex() == list(scherm.delen).index("bewaren")
    return scherm.delen["bewaren"].los


def cellen(los: Any) -> list[list[str]]:
    """What stands in the list."""
    model = los.lijst.model()
    return [
        [model.index(rij, kolom).data() for kolom in range(model.columnCount())]
        for rij in range(model.rowCount())
    ]


def van_los(venster: Window, op: date) -> list[Any]:
    with venster.omgeving.store.reader() as r:
        alle = aandacht(r, venster.omgeving.kader, op)
    return [punt for punt in alle if punt.onderwerp is Onderwerp.BEWAREN and punt.veld == PLEK]


def test_from_bureau_to_nothing_left(venster: Any, qtbot: QtBot, stukken: dict[str, int]) -> None:
    store = venster.omgeving.store
    (punt,) = van_los(venster, VOORBIJ)
    venster.open("bureau")
    los = groep(venster, punt.veld)
    assert los.lijst.hasFocus() or venster.focusWidget() is los.lijst
    assert [rij[0] for rij in cellen(los)] == ["Telefoonnotitie", "Verzoek V2026-001"]
    assert cellen(los)[0][1:] == ["19-5-2026, 16.50 uur", "20-5-2031", "Kan worden vernietigd"]
    assert not any("Zwanebloem" in cel or "Kabeljauw" in cel for rij in cellen(los) for cel in rij)
    for soort in (NOTITIE, VERZOEK):
        los.lijst.kies(stukken[soort])
        los.vernietigknop.click()
        zinnen = " ".join(kind.text() for kind in los.paneel.findChildren(type(los.gedaan)))
        assert "Dit kan niemand terugdraaien." in zinnen
        was = acts(store)
        los.paneel.vastlegknop.click()
        assert {"machtiging_door", "machtiging_functie", "machtiging_kenmerk"} == set(
            los.paneel.formulier.gebreken()
        )
        los.paneel.formulier.vul(GOED | {"machtiging_door": "mirjam hoekstra"})
        los.paneel.vastlegknop.click()
        assert set(los.paneel.formulier.gebreken()) == {"machtiging_door"}
        assert acts(store) == was
        los.paneel.formulier.vul(GOED)
        los.paneel.vastlegknop.click()
        assert acts(store)[len(was) :] == ["los.vernietigen"]
        assert los.paneel is None
    assert cellen(los) == []
    assert not los.niets.isHidden()
    assert los.vernietigknop.isHidden()
    assert los.gedaan.text().count("vernietigd op 2-6-2031, gemachtigd door drs. P. Kuipers, archivaris") == 2
    with store.reader() as r:
        assert r.value("SELECT (SELECT count(*) FROM telefoonnotitie) + (SELECT count(*) FROM verzoek)") == 0
    assert van_los(venster, VOORBIJ) == []
    assert not [c for c in store.concepten() if PLEK in c.sleutel]


def test_without_a_signed_term_it_says_so_and_there_is_no_button(venster: Window) -> None:
    hulp.notitie(venster.omgeving.store)
    los = groep(venster)
    assert cellen(los)[0][2:] == ["Geen einddatum", GEEN_EINDE]
    assert los.vernietigknop.isHidden()
    assert [punt.zin for punt in los.belet._getoond] == [GEEN_EINDE]
    assert van_los(venster, VOORBIJ) == []


def test_what_stands_in_the_way_is_said_for_the_chosen_one(venster: Window, stukken: dict[str, int]) -> None:
    stil = hulp.notitie(venster.omgeving.store, gemeld=None)
    los = groep(venster)
    assert los._gekozen() is None
    los.vernietigknop.click()
    assert los.paneel is None, "nothing is chosen yet"
    los.lijst.kies(stil)
    assert los.vernietigknop.isHidden()
    assert "weegploeg" in los.belet._getoond[0].zin
    los.lijst.kies(stukken[NOTITIE])
    assert not los.vernietigknop.isHidden()
    assert los.belet._getoond == ()


@pytest.mark.parametrize(("soort", "scherm"), [(NOTITIE, "terugbellen"), (VERZOEK, "verzoek")])
def test_a_piece_opens_where_it_is_read(
    venster: Any, stukken: dict[str, int], soort: str, scherm: str
) -> None:
    los = groep(venster)
    (stuk,) = [rij for rij in los.lijst.rijen() if rij.soort == soort]
    los.lijst.geopend.emit(stuk)
    assert (venster.scherm.code, venster.scherm.onderwerp_id) == (scherm, stukken[soort])


def test_what_is_half_typed_is_there_on_coming_back(venster: Window, stukken: dict[str, int]) -> None:
    los = groep(venster)
    los.lijst.kies(stukken[VERZOEK])
    los.vernietigknop.click()
    los.paneel.formulier.widget("machtiging_kenmerk").setText("Half getypt")
    venster.open("bureau")
    los = groep(venster)
    los.sluit()
    los.lijst.kies(stukken[VERZOEK])
    los.vernietigknop.click()
    assert los.paneel.formulier.lees()["machtiging_kenmerk"] == "Half getypt"
    assert len([c for c in venster.omgeving.store.concepten() if PLEK in c.sleutel]) == 1
