# SPDX-License-Identifier: EUPL-1.2
"""A request in the real window: from what came in to a decision, by the fields that a coordinator fills."""

from datetime import date
from typing import Any

import pytest
from PySide6 import QtCore, QtTest, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.bureau import Onderwerp
from gemeente_pga.domain.verzoek import Verzoekregel
from gemeente_pga.handelingen import casus as casussen
from gemeente_pga.store.queries.bureau import aandacht
from gemeente_pga.store.queries.verzoek import verzoek, verzoeken
from gemeente_pga.ui.screens.dossier import DossierScherm
from gemeente_pga.ui.screens.verzoek import VerzoekScherm
from gemeente_pga.ui.window import Window
from tests.casus_hulp import OVERNAME, PERSOON, acts
from tests.rechten_hulp import breng_in
from tests.ui_hulp import VANDAAG

ONTVANGEN = date(2026, 8, 31)


@pytest.fixture
def dossier_id(venster: Window) -> int:
    """A dossier with an item of the police."""
    store = venster.omgeving.store
    with store.reader() as r:
        gemeente_id = r.value("SELECT id FROM gemeente")
        politie = r.value("SELECT id FROM partij WHERE soort = 'politie'")
    casussen.take_over(store, PERSOON, OVERNAME, gemeente_id=gemeente_id, bijlagen=(), vandaag=VANDAAG)
    with store.reader() as r:
        dossier = int(r.value("SELECT id FROM dossier"))
    breng_in(store, dossier, politie)
    return dossier


def nummer(venster: Window, dossier_id: int) -> str:
    with venster.omgeving.store.reader() as r:
        return str(r.value("SELECT nummer FROM dossier WHERE id = ?", dossier_id))


def scherm(venster: Window) -> VerzoekScherm:
    assert isinstance(venster.scherm, VerzoekScherm)
    return venster.scherm


def vul_in(venster: Window, **waarden: object) -> None:
    """Type into the form that is open, and record it."""
    paneel = scherm(venster).plek_vormen.paneel
    assert paneel is not None
    paneel.formulier.vul(waarden)
    paneel.vastlegknop.click()


def nieuw(venster: Window, dossier_id: int, **anders: object) -> Verzoekregel:
    """An access request, received on 31 August."""
    venster.open("verzoek", None, f"dossier:{nummer(venster, dossier_id)}")
    basis: dict[str, object] = {
        "dossier": nummer(venster, dossier_id), "soort": "inzage", "ontvangen_op": ONTVANGEN,
        "kanaal": "brief", "verzoeker": "W. Brandsma", "hoedanigheid": "betrokkene",
        "contact": "Dorpsstraat 4", "wat": "Alles.",
        "verwerking": "casusoverleg", "politiedelen": False,
    }  # fmt: skip
    vul_in(venster, **basis | anders)
    with venster.omgeving.store.reader() as r:
        return verzoeken(r)[0]


def nu(venster: Window, verzoek_id: int) -> Verzoekregel:
    with venster.omgeving.store.reader() as r:
        uit = verzoek(r, verzoek_id)
    assert uit is not None
    return uit


def test_the_screen_says_until_when_who_decides_and_what_the_police_do(venster: Window, dossier_id: int):
    regel = nieuw(venster, dossier_id)
    blad = scherm(venster)
    assert blad.regel is not None
    assert blad.regel.id == regel.id
    assert "30 september 2026" in blad.termijn.text()
    assert "12" in blad.termijn.text()
    assert "burgemeester van Waterhoven besluit namens alle deelnemers" in blad.uitleg.text()
    assert "besluit de politie, uiterlijk 12 oktober 2026" in blad.uitleg.text()
    assert "niets vernietigd" in blad.uitleg.text()
    assert "Brandsma" not in blad.titel_nu()
    verzoeker = [w.text() for w in blad.feiten.findChildren(QtWidgets.QLabel) if "Brandsma" in w.text()]
    assert verzoeker == [
        "W. Brandsma (zegt de betrokkene zelf te zijn; de identiteit is nog niet vastgesteld)"
    ]


def te_doen(venster: Window) -> list[str]:
    """What the screen says has to be done now; the first of it is the main button."""
    blad = scherm(venster)
    eerst = [naam for naam, doe in blad.knoppen.items() if doe.property("rol") == "primair"]
    assert eerst == [punt.veld for punt in blad.tedoen.getoond[:1]]
    return [punt.zin for punt in blad.tedoen.getoond]


def test_what_has_to_be_done_now_leads_to_its_form(venster: Window, dossier_id: int, qtbot: QtBot) -> None:
    regel = nieuw(venster, dossier_id)
    wie, politie, bron, besluit = te_doen(venster)
    assert wie == "Stel vast wie dit vraagt, en leg vast hoe u dat nakeek."
    assert politie.startswith("Stuur het deel over de politie door")
    assert bron.startswith("Vraag de bronhouders wat niet gegeven mag worden: Politie")
    assert besluit == "Neem daarna het besluit."
    eerste = scherm(venster).tedoen.findChildren(QtWidgets.QLabel)[0]
    eerste.setFocus()
    QtTest.QTest.keyClick(eerste, QtCore.Qt.Key.Key_Return)
    assert scherm(venster).vormen.open_vorm == "behandeling"
    assert te_doen(venster) == []  # while its form is open
    vul_in(venster, identiteit_op=VANDAAG, identiteit_wijze="aan_balie", politie_doorgezonden_op=VANDAAG)
    assert te_doen(venster) == [bron, besluit]
    eerste = scherm(venster).tedoen.findChildren(QtWidgets.QLabel)[-2]
    assert bron in eerste.text()
    qtbot.waitUntil(eerste.hasFocus)  # and not the rail
    scherm(venster).knoppen["stap"].click()
    vul_in(venster, soort="bronhouder_geraadpleegd", op=VANDAAG, met="Politie", uitkomst="Eigen besluit.")
    assert te_doen(venster) == ["Neem het besluit."]
    scherm(venster).knoppen["besluit"].click()
    vul_in(
        venster, besluit="toegewezen", besluit_tekst="U krijgt een afschrift.", tekent="zelf",
        ondertekenaar_naam="A. de Wit", besluit_op=VANDAAG,
    )  # fmt: skip
    assert nu(venster, regel.id).besluit is not None
    assert te_doen(venster) == ["Stel het afschrift samen en maak het besluit bekend. Leg de dag vast."]
    scherm(venster).knoppen["afloop"].click()
    vul_in(venster, afloop="bekendgemaakt", op=VANDAAG)
    (daarna,) = te_doen(venster)
    assert daarna.endswith("vast dat er niets meer tegen open staat.")


def test_a_request_is_handled_through_the_forms(venster: Window, dossier_id: int):
    store = venster.omgeving.store
    regel = nieuw(venster, dossier_id)
    knoppen = scherm(venster).knoppen
    knoppen["besluit"].click()
    was = acts(store)
    vul_in(
        venster, besluit="toegewezen", besluit_tekst="U krijgt een afschrift.", tekent="zelf",
        ondertekenaar_naam="A. de Wit", besluit_op=VANDAAG,
    )  # fmt: skip
    paneel: Any = scherm(venster).plek_vormen.paneel
    assert "identiteit" in paneel.formulier.gebreken()["besluit"]
    assert acts(store) == was
    paneel.formulier.widget("besluit_tekst").setPlainText("U krijgt een afschrift van alles.")
    scherm(venster).plek_vormen.sluit()
    knoppen["behandeling"].click()
    vul_in(
        venster, identiteit_op=VANDAAG, identiteit_wijze="aan_balie", politie_doorgezonden_op=VANDAAG,
    )  # fmt: skip
    knoppen["stap"].click()
    vul_in(venster, soort="bronhouder_geraadpleegd", op=VANDAAG, met="Politie", uitkomst="Eigen besluit.")
    assert len(scherm(venster).stappen.rijen()) == 1
    knoppen["besluit"].click()
    paneel = scherm(venster).plek_vormen.paneel
    getypt = paneel.formulier.lees()["besluit_tekst"]
    assert getypt == "U krijgt een afschrift van alles."  # nothing typed was lost
    paneel.vastlegknop.click()
    besloten = nu(venster, regel.id)
    assert besloten.besluit is not None
    assert besloten.besluit.ondertekenaar == "A. de Wit, burgemeester"
    assert "Awb" in scherm(venster).uitleg.text()
    assert knoppen["besluit"].isHidden()
    knoppen["afloop"].click()
    vul_in(venster, afloop="bekendgemaakt", op=VANDAAG)
    knoppen["afloop"].click()
    vul_in(venster, afloop="onherroepelijk", op=VANDAAG)
    assert not nu(venster, regel.id).loopt
    assert all(knop.isHidden() for knop in knoppen.values())


def test_the_term_is_extended_on_screen(venster: Window, dossier_id: int):
    regel = nieuw(venster, dossier_id)
    scherm(venster).knoppen["verlengen"].click()
    vul_in(venster, verlengd_op=VANDAAG, verlengd_reden="Vijf deelnemers moeten zoeken.")
    assert nu(venster, regel.id).uiterlijk == date(2026, 11, 30)
    assert "30 november 2026" in scherm(venster).termijn.text()
    assert scherm(venster).knoppen["verlengen"].isHidden()


def test_an_unknown_term_says_so(venster: Window, dossier_id: int):
    nieuw(venster, dossier_id, soort="woo", dossier="", hoedanigheid="ander", verwerking="")
    assert "niet vastgesteld" in scherm(venster).termijn.text()
    assert scherm(venster).knoppen["verlengen"].isHidden()


def test_the_list_the_dossier_and_bureau_lead_to_it(venster: Window, dossier_id: int):
    regel = nieuw(venster, dossier_id)
    venster.open("termijnen", None, "verzoeken")
    deel: Any = venster.scherm.delen["verzoeken"]  # type: ignore[union-attr]
    (rij,) = deel.lijst.rijen()
    assert rij.dossier == nummer(venster, dossier_id)
    deel.lijst.geopend.emit(rij)
    assert scherm(venster).onderwerp_id == regel.id
    venster.open("dossier", dossier_id, "verzoeken")
    assert isinstance(venster.scherm, DossierScherm)
    assert venster.scherm._huidig_deel().code == "rechten"
    omgeving = venster.omgeving
    with omgeving.store.reader() as r:
        punten = [p for p in aandacht(r, omgeving.kader, VANDAAG) if p.onderwerp is Onderwerp.VERZOEK]
    assert {p.onderwerp_id for p in punten} == {regel.id}
    assert any("politie" in p.waarom for p in punten)


def test_typing_survives_leaving_and_waits_on_bureau(venster: Window, dossier_id: int, qtbot: QtBot):
    regel = nieuw(venster, dossier_id)
    scherm(venster).knoppen["stap"].click()
    paneel: Any = scherm(venster).plek_vormen.paneel
    paneel.formulier.widget("uitkomst").setPlainText("De politie belt terug.")
    plek = scherm(venster).plek()
    venster.open("bureau")
    with venster.omgeving.store.reader() as r:
        punten = aandacht(r, venster.omgeving.kader, VANDAAG)
    (concept,) = [p for p in punten if p.onderwerp is Onderwerp.CONCEPT]
    venster.open(concept.scherm, concept.onderwerp_id, concept.veld)
    paneel = scherm(venster).plek_vormen.paneel
    assert paneel.formulier.lees()["uitkomst"] == "De politie belt terug."
    scherm(venster).plek_vormen.sluit()
    scherm(venster).naar_plek(plek)
    assert scherm(venster).vormen.open_vorm == "stap"
    assert nu(venster, regel.id).loopt
