# SPDX-License-Identifier: EUPL-1.2
"""The dossier screen in the real window: looking, tabs, participants, plan, steps, closing, paper."""

from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.bijlage import Bijlage
from gemeente_pga.domain.casus import Casusstap, Deelnemer, Ideologie, Overname, Regie, Sluiting
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.informeren import Informeren
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.domain.plan import Doel, Factor, Interventie, Plankop
from gemeente_pga.handelingen import casus as casussen
from gemeente_pga.handelingen import plan as plannen
from gemeente_pga.store.queries.casus import casus as lees_casus
from gemeente_pga.store.queries.casus import casusdeelnemers, personen
from gemeente_pga.store.queries.dossierstuk import DEELNAMEN
from gemeente_pga.store.queries.plan import plan_van_casus
from gemeente_pga.ui.form import Formulier
from gemeente_pga.ui.forms.ui_betrokkene import Ui_Betrokkene
from gemeente_pga.ui.forms.ui_casus_afsluiten import Ui_CasusAfsluiten
from gemeente_pga.ui.forms.ui_casus_deelnemer import Ui_CasusDeelnemer
from gemeente_pga.ui.forms.ui_casus_informeren import Ui_CasusInformeren
from gemeente_pga.ui.forms.ui_casus_regie import Ui_CasusRegie
from gemeente_pga.ui.forms.ui_casus_stap import Ui_CasusStap
from gemeente_pga.ui.forms.ui_dossier_maken import Ui_DossierMaken
from gemeente_pga.ui.forms.ui_ideologie import Ui_Ideologie
from gemeente_pga.ui.forms.ui_plan_doel import Ui_PlanDoel
from gemeente_pga.ui.forms.ui_plan_factor import Ui_PlanFactor
from gemeente_pga.ui.forms.ui_plan_interventie import Ui_PlanInterventie
from gemeente_pga.ui.forms.ui_plan_kop import Ui_PlanKop
from gemeente_pga.ui.screens.afwijkvelden import GEEN_AFWIJKING
from gemeente_pga.ui.screens.dossier import DossierScherm
from gemeente_pga.ui.screens.dossier_bijlagen import Dossierbijlagen
from gemeente_pga.ui.screens.overnemen import OvernemenScherm
from gemeente_pga.ui.widgets.regelbewerker import Regelbewerker
from gemeente_pga.ui.window import Window
from tests.casus_hulp import BESCHERMEND, DOEL, KOP, OVERNAME, PERSOON, SLUITING, acts, deelnemer, interventie

OP = date(2026, 9, 8)  # the day of the window


def partij(venster: Window, soort: str) -> int:
    with venster.omgeving.store.reader() as r:
        return int(r.value("SELECT id FROM partij WHERE soort = ?", soort))


@pytest.fixture
def casus_id(venster: Window) -> int:
    store = venster.omgeving.store
    with store.reader() as r:
        gemeente_id = r.value("SELECT id FROM gemeente")
    return casussen.take_over(store, PERSOON, OVERNAME, gemeente_id=gemeente_id, bijlagen=(), vandaag=OP)


@pytest.fixture
def dossier_id(venster: Window, casus_id: int) -> int:
    gevonden: int = nu(venster, casus_id).dossier_id
    return gevonden


def nu(venster: Window, casus_id: int) -> Any:
    with venster.omgeving.store.reader() as r:
        casus = lees_casus(r, casus_id)
    assert casus is not None
    return casus


def open_dossier(venster: Window, dossier_id: int, veld: str = "") -> DossierScherm:
    venster.open("dossier", dossier_id, veld)
    scherm = venster.scherm
    assert isinstance(scherm, DossierScherm)
    return scherm


def keer_bekeken(venster: Window) -> int:
    return acts(venster.omgeving.store).count(Handeling.CASUS_INZIEN.code)


def klik(qtbot: QtBot, knop: QtWidgets.QAbstractButton) -> None:
    qtbot.mouseClick(knop, QtCore.Qt.MouseButton.LeftButton)


def vul_in(qtbot: QtBot, bewerker: Regelbewerker[Any], **waarden: object) -> None:
    """Type texts and dates with keys; choices are set as the mouse would."""
    for veld, waarde in waarden.items():
        widget = bewerker.formulier.widget(veld)
        if isinstance(widget, QtWidgets.QComboBox):
            assert widget.findData(waarde) > 0, (veld, waarde)
            widget.setCurrentIndex(widget.findData(waarde))
        elif isinstance(widget, QtWidgets.QCheckBox):
            widget.setChecked(bool(waarde))
        elif isinstance(widget, QtWidgets.QLineEdit | QtWidgets.QPlainTextEdit):
            widget.setFocus()
            widget.selectAll()
            qtbot.keyClicks(widget, str(waarde))
        else:
            widget.zet(waarde)  # type: ignore[attr-defined] # a KeuzeGroep


# ---- forms


@pytest.mark.parametrize(
    ("ontwerp", "soort"),
    [
        (Ui_CasusRegie, Regie), (Ui_CasusInformeren, Informeren), (Ui_CasusAfsluiten, Sluiting),
        (Ui_CasusStap, Casusstap), (Ui_CasusDeelnemer, Deelnemer), (Ui_Ideologie, Ideologie),
        (Ui_Betrokkene, Persoon), (Ui_PlanKop, Plankop), (Ui_PlanDoel, Doel), (Ui_PlanFactor, Factor),
        (Ui_PlanInterventie, Interventie),
    ],
)  # fmt: skip
def test_fields_of_the_form_are_those_of_the_dataclass(qtbot: QtBot, ontwerp: Any, soort: Any):
    vorm = QtWidgets.QWidget()
    qtbot.addWidget(vorm)
    ontwerp().setupUi(vorm)
    velden = {veld.name for veld in fields(soort)} - {"afwijking"}
    assert Formulier(vorm).velden() - set(GEEN_AFWIJKING) == velden


@pytest.mark.parametrize("breed", [1366, 683])
def test_who_takes_part_is_not_cut_off(
    venster: Window, dossier_id: int, casus_id: int, qtbot: QtBot, breed: int
):
    wie = deelnemer(partij(venster, "politie"), naam="mr. P. van 't Hoff", functie="officier van justitie")
    casussen.record_deelnemer(venster.omgeving.store, casus_id, wie, op=date(2026, 11, 4))
    venster.resize(breed, 740)
    scherm = open_dossier(venster, dossier_id, "deelnemers")
    deel: Any = scherm._huidig_deel()
    lijst = deel.bewerker.lijsten[0]
    meet = lijst.fontMetrics()

    def past() -> None:
        for rij in range(lijst.model().rowCount()):
            for kolom in range(lijst.model().columnCount()):
                tekst = str(lijst.model().index(rij, kolom).data())
                breedte = lijst.columnWidth(kolom) - 22
                assert breedte >= max(map(meet.horizontalAdvance, tekst.split())), tekst
                regels = -(-meet.horizontalAdvance(tekst) // breedte)
                assert lijst.rowHeight(rij) >= regels * meet.height(), tekst

    qtbot.waitUntil(past, timeout=5_000)


def test_ticks_are_the_parts_of_the_printed_dossier(qtbot: QtBot):
    vorm = QtWidgets.QWidget()
    qtbot.addWidget(vorm)
    Ui_DossierMaken().setupUi(vorm)
    assert Formulier(vorm).velden() == set(DEELNAMEN)


# ---- looking


def test_looking_is_recorded_once_per_opening(venster: Window, dossier_id: int, qtbot: QtBot):
    was = keer_bekeken(venster)
    scherm = open_dossier(venster, dossier_id)
    assert keer_bekeken(venster) == was + 1
    scherm.herlaad()
    for code in ("plan", "tijdlijn", "overzicht"):
        scherm.kies_deel(code)
    open_dossier(venster, dossier_id, "deelnemers")
    assert keer_bekeken(venster) == was + 1
    assert venster.windowTitle().count("Brandsma") == 0


def test_the_head_says_whose_it_is_and_that_it_was_taken_over(venster: Window, dossier_id: int):
    scherm = open_dossier(venster, dossier_id)
    assert scherm.kop.naam.text() == "Wietske Brandsma"
    assert scherm.kop.overgenomen.isVisible()
    assert "C2026-001" in scherm.kop.nummers.text()
    assert "geïnformeerd: ja, op 6-5-2026" in scherm.kop.data.text()


def test_a_closed_dossier_first_asks_why(venster: Window, casus_id: int, dossier_id: int, qtbot: QtBot):
    casussen.close_casus(venster.omgeving.store, casus_id, SLUITING)
    was = keer_bekeken(venster)
    scherm = open_dossier(venster, dossier_id, "tijdlijn")
    assert scherm.stapel.currentWidget() is scherm.slot
    assert keer_bekeken(venster) == was
    assert scherm.kop.naam.text() == "", "nothing was read"
    assert not scherm.slot.knop.isEnabled()
    assert "nieuw_signaal" not in scherm.slot.reden.codes(), "only the weegploeg reopens"
    scherm.slot.reden.zet("verzoek_betrokkene")
    klik(qtbot, scherm.slot.knop)
    assert scherm.stapel.currentWidget() is scherm.open_dossier
    assert scherm._huidig_deel().code == "tijdlijn"
    with venster.omgeving.store.reader() as r:
        laatste = r.row("SELECT code, reden, dossier_id FROM handeling ORDER BY n DESC LIMIT 1")
    assert laatste == {"code": "casus.inzien", "reden": "verzoek_betrokkene", "dossier_id": dossier_id}


def test_a_dossier_that_is_gone_says_so(venster: Window, dossier_id: int):
    scherm = open_dossier(venster, 12345)
    assert scherm.slot.tekst.text() == "Dit dossier is er niet meer."
    assert scherm.slot.vraag.isHidden()


# ---- what is missing


def test_what_is_missing_leads_to_where_it_is_answered(venster: Window, dossier_id: int):
    scherm = open_dossier(venster, dossier_id)
    overzicht = scherm._huidig_deel()
    nodig = [punt for stap in overzicht.stappenbalk.stappen() for punt in stap.ontbreekt]  # type: ignore[attr-defined]
    assert [punt.zin for punt in nodig] == ["Leg vast wie deelneemt, met rol en grondslag."]
    scherm.ga_naar(nodig[0])
    assert scherm._huidig_deel().code == "deelnemers"


@pytest.mark.parametrize(
    ("veld", "deel"),
    [
        ("plan", "plan"), ("acties", "overleggen"), ("documenten", "documenten"), ("doelen", "plan"),
        ("informeren", "overzicht"), ("volgende_herbeoordeling", "overzicht"), ("sluitreden", "overzicht"),
        ("geslachtsnaam", "betrokkene"), ("bijlage:5", "documenten"), ("persoon:5", "betrokkene"),
    ],
)  # fmt: skip
def test_every_place_in_the_dossier_can_be_opened_by_name(
    venster: Window, dossier_id: int, veld: str, deel: str
):
    assert open_dossier(venster, dossier_id, veld)._huidig_deel().code == deel


# ---- participants


def test_a_participant_is_recorded_with_keys(venster: Window, casus_id: int, dossier_id: int, qtbot: QtBot):
    scherm = open_dossier(venster, dossier_id, "deelnemers")
    bewerker = scherm.kies_deel("deelnemers").bewerker  # type: ignore[attr-defined]
    klik(qtbot, bewerker.nieuwknop)
    vul_in(qtbot, bewerker, partij_id=partij(venster, "politie"), naam="K. Brouwer", functie="wijkagent",
           rol="deelnemer", grondslag="wet_pga", convenant_getekend="ja", geheimhouding="ja")  # fmt: skip
    was = acts(venster.omgeving.store)
    ctrl = QtCore.Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(bewerker.formulier.widget("naam"), QtCore.Qt.Key.Key_Return, ctrl)
    assert acts(venster.omgeving.store) == [*was, Handeling.CASUS_DEELNEMER.code]
    qtbot.waitUntil(lambda: len(bewerker.lijsten[0].rijen()) == 1)
    assert bewerker.paneel.isHidden()
    with venster.omgeving.store.reader() as r:
        (wie,) = casusdeelnemers(r, casus_id)
    assert (wie.inhoud.naam, wie.inhoud.geheimhouding) == ("K. Brouwer", "ja")


def test_a_participant_without_ground_is_refused_at_the_field(venster: Window, dossier_id: int, qtbot: QtBot):
    scherm = open_dossier(venster, dossier_id, "deelnemers")
    bewerker = scherm.kies_deel("deelnemers").bewerker  # type: ignore[attr-defined]
    klik(qtbot, bewerker.nieuwknop)
    vul_in(qtbot, bewerker, partij_id=partij(venster, "om"), naam="mr. P. van 't Hoff", rol="deelnemer")
    was = acts(venster.omgeving.store)
    klik(qtbot, bewerker.vastlegknop)
    assert acts(venster.omgeving.store) == was
    assert set(bewerker.formulier.gebreken()) == {"grondslag"}
    assert bewerker.formulier.widget("grondslag").hasFocus()
    assert bewerker.formulier.lees()["naam"] == "mr. P. van 't Hoff", "nothing is lost"


def test_half_typed_comes_back(venster: Window, dossier_id: int, qtbot: QtBot):
    scherm = open_dossier(venster, dossier_id, "deelnemers")
    bewerker = scherm.kies_deel("deelnemers").bewerker  # type: ignore[attr-defined]
    klik(qtbot, bewerker.nieuwknop)
    vul_in(qtbot, bewerker, naam="L. Ngu")
    plek = venster.plek()
    venster.open("controle")
    venster._schermen.pop("dossier").deleteLater()  # as after locking: the screen is built anew
    assert venster.naar_plek(plek)
    opnieuw = venster.scherm.kies_deel("deelnemers").bewerker  # type: ignore[union-attr]
    assert opnieuw.formulier.lees()["naam"] == "L. Ngu"
    assert opnieuw.formulier.widget("naam").hasFocus()
    assert not opnieuw.conceptlabel.isHidden()


def test_not_doing_it_throws_the_typing_away(venster: Window, dossier_id: int, qtbot: QtBot):
    scherm = open_dossier(venster, dossier_id, "deelnemers")
    bewerker = scherm.kies_deel("deelnemers").bewerker  # type: ignore[attr-defined]
    klik(qtbot, bewerker.nieuwknop)
    vul_in(qtbot, bewerker, naam="Verkeerd")
    scherm.bewaar_concepten()
    assert venster.omgeving.store.concept("dossier_deelnemer_nieuw", str(dossier_id))
    bewerker._annuleer()
    assert venster.omgeving.store.concept("dossier_deelnemer_nieuw", str(dossier_id)) is None
    klik(qtbot, bewerker.nieuwknop)
    assert bewerker.formulier.lees()["naam"] == ""


def test_another_dossier_shows_nothing_of_this_one(venster: Window, dossier_id: int, qtbot: QtBot):
    store = venster.omgeving.store
    with store.reader() as r:
        gemeente_id = r.value("SELECT id FROM gemeente")
    ander = casussen.take_over(
        store, Persoon(geslachtsnaam="Hoekstra"), OVERNAME, gemeente_id=gemeente_id, bijlagen=(), vandaag=OP
    )
    scherm = open_dossier(venster, dossier_id, "deelnemers")
    bewerker = scherm.kies_deel("deelnemers").bewerker  # type: ignore[attr-defined]
    klik(qtbot, bewerker.nieuwknop)
    vul_in(qtbot, bewerker, naam="Alleen hier")
    scherm = open_dossier(venster, nu(venster, ander).dossier_id, "deelnemers")
    vers = scherm.kies_deel("deelnemers").bewerker  # type: ignore[attr-defined]
    assert not vers.open
    vers.bewerk(None)
    assert vers.formulier.lees()["naam"] == ""


# ---- people around


def test_a_naaste_is_added_and_taken_out_with_a_reason(
    venster: Window, dossier_id: int, qtbot: QtBot, antwoord: Any
):
    scherm = open_dossier(venster, dossier_id, "betrokkene")
    naasten = scherm.kies_deel("betrokkene").naasten  # type: ignore[attr-defined]
    klik(qtbot, naasten.nieuwknop)
    vul_in(qtbot, naasten, relatie="broer_zus", voornamen="Tjeerd", geslachtsnaam="Brandsma")
    klik(qtbot, naasten.vastlegknop)
    qtbot.waitUntil(lambda: len(naasten.lijsten[0].rijen()) == 1)
    with venster.omgeving.store.reader() as r:
        naaste = personen(r, dossier_id)[1]
    assert (naaste.rol, naaste.relatie, naaste.persoon.voornamen) == ("naaste", "broer_zus", "Tjeerd")
    antwoord("onrechtmatig")
    naasten.bewerk(naaste.id)
    klik(qtbot, naasten.verwijderknop)
    qtbot.waitUntil(lambda: not naasten.lijsten[0].rijen())
    with venster.omgeving.store.reader() as r:
        assert len(personen(r, dossier_id)) == 1


# ---- plan


def test_a_plan_from_nothing_to_vastgesteld(venster: Window, casus_id: int, dossier_id: int, qtbot: QtBot):
    scherm = open_dossier(venster, dossier_id, "plan")
    tab: Any = scherm.kies_deel("plan")
    klik(qtbot, tab.beginknop)
    qtbot.waitUntil(lambda: tab.plan is not None)
    assert not tab.vaststelknop.isEnabled()
    klik(qtbot, tab.regels.doelen.nieuwknop)
    vul_in(qtbot, tab.regels.doelen, tekst="Gezin houdt een dak.", leefgebied="wonen")
    klik(qtbot, tab.regels.doelen.vastlegknop)
    qtbot.waitUntil(lambda: len(tab.plan.doelen) == 1)
    klik(qtbot, tab.regels.interventies.nieuwknop)
    vul_in(qtbot, tab.regels.interventies, omschrijving="Schuldhulp", soort="vrijwillig")
    vul_in(qtbot, tab.regels.interventies, vrijwillig=True, eigenaar="Wijkteam", grondslag="wet_pga")
    vul_in(qtbot, tab.regels.interventies, start="9-11-2026", doel_id=tab.plan.doelen[0].id)
    klik(qtbot, tab.regels.interventies.vastlegknop)
    qtbot.waitUntil(lambda: len(tab.plan.interventies) == 1)
    tab.kopvorm.formulier.widget("herbeoordeling_op").setFocus()
    qtbot.keyClicks(tab.kopvorm.formulier.widget("herbeoordeling_op"), "14-1-2027")
    klik(qtbot, tab.kopvorm.vastlegknop)
    qtbot.waitUntil(tab.vaststelknop.isEnabled)
    assert "geen beschermende factoren" in tab.letop.text()
    klik(qtbot, tab.vaststelknop)
    qtbot.waitUntil(lambda: tab.plan.status == "vastgesteld")
    assert tab.slotkaart.isHidden()
    assert tab.regels.doelen.nieuwknop.isHidden()
    assert nu(venster, casus_id).volgende_herbeoordeling == date(2027, 1, 14)
    klik(qtbot, tab.nieuweknop)
    qtbot.waitUntil(lambda: tab.plan.versie == 2)
    assert [d.inhoud.tekst for d in tab.plan.doelen] == ["Gezin houdt een dak."]
    tab.versiekeuze.setCurrentIndex(1)
    assert (tab.plan.versie, tab.slotkaart.isHidden()) == (1, True)


def test_risk_and_protection_stand_side_by_side(
    venster: Window, casus_id: int, dossier_id: int, qtbot: QtBot
):
    plan_id = plannen.begin_plan(venster.omgeving.store, casus_id)
    plannen.record_regel(venster.omgeving.store, plan_id, BESCHERMEND)
    tab: Any = open_dossier(venster, dossier_id, "plan").kies_deel("plan")
    links, rechts = tab.regels.factoren.lijsten
    assert (len(links.rijen()), len(rechts.rijen())) == (0, 1)
    klik(qtbot, tab.regels.factoren.nieuwknop)
    vul_in(qtbot, tab.regels.factoren, soort="risico", tekst="Ontruiming", bron="woningcorporatie")
    klik(qtbot, tab.regels.factoren.vastlegknop)
    qtbot.waitUntil(lambda: len(links.rijen()) == 1)


def test_stand_of_an_intervention_of_a_plan_that_holds(
    venster: Window, casus_id: int, dossier_id: int, qtbot: QtBot
):
    store = venster.omgeving.store
    plan_id = plannen.begin_plan(store, casus_id)
    plannen.record_regel(store, plan_id, DOEL)
    plannen.record_regel(store, plan_id, interventie())
    plannen.record_plan(store, plan_id, KOP)
    plannen.vaststellen(store, plan_id, op=OP)
    tab: Any = open_dossier(venster, dossier_id, "plan").kies_deel("plan")
    assert not tab.regels.standknoppen["loopt"].isEnabled()
    tab.regels.interventies.lijsten[0].selectRow(0)
    klik(qtbot, tab.regels.standknoppen["loopt"])
    with store.reader() as r:
        plan = plan_van_casus(r, casus_id)
    assert plan is not None
    assert plan.interventies[0].inhoud.stand == "loopt"


# ---- the casus itself


def test_regie_takes_over_the_proposal_of_the_kader(
    venster: Window, casus_id: int, dossier_id: int, qtbot: QtBot
):
    scherm = open_dossier(venster, dossier_id, "regie")
    paneel: Any = scherm._huidig_deel().paneel  # type: ignore[attr-defined]
    assert "werkafspraak" in paneel.vorm_ui.voorstelLabel.text()
    klik(qtbot, paneel.vorm_ui.voorstelPushButton)
    klik(qtbot, paneel.vastlegknop)
    assert nu(venster, casus_id).volgende_herbeoordeling == date(2027, 5, 1)
    assert acts(venster.omgeving.store)[-1] == Handeling.CASUS_BIJWERKEN.code
    assert scherm._huidig_deel().paneelcode == "", "back to the overview"  # type: ignore[attr-defined]


def test_not_informing_asks_a_ground_at_the_field(
    venster: Window, casus_id: int, dossier_id: int, qtbot: QtBot
):
    paneel: Any = open_dossier(venster, dossier_id, "informeren")._huidig_deel().paneel  # type: ignore[attr-defined]
    assert paneel.formulier.veld("informeren_grondslag").isHidden()
    paneel.formulier.widget("informeren").zet("later")
    assert not paneel.formulier.veld("informeren_grondslag").isHidden()
    was = acts(venster.omgeving.store)
    klik(qtbot, paneel.vastlegknop)
    assert acts(venster.omgeving.store) == was
    assert {"informeren_grondslag", "informeren_opnieuw_op"} <= set(paneel.formulier.gebreken())


def test_closing_warns_in_words_and_says_what_follows(
    venster: Window, casus_id: int, dossier_id: int, qtbot: QtBot
):
    store = venster.omgeving.store
    plan_id = plannen.begin_plan(store, casus_id)
    plannen.record_regel(store, plan_id, DOEL)
    plannen.record_regel(store, plan_id, interventie(stand="loopt"))
    plannen.record_plan(store, plan_id, KOP)
    plannen.vaststellen(store, plan_id, op=OP)
    scherm = open_dossier(venster, dossier_id, "afsluiten")
    paneel: Any = scherm._huidig_deel().paneel  # type: ignore[attr-defined]
    assert paneel.vorm_ui.waarschuwingLabel.text().startswith("Eén interventie loopt nog.")
    for veld, tekst in (("gesloten_op", "1-12-2026"), ("sluit_toelichting", "Rust."), ("resultaat", "Werk.")):
        widget = paneel.formulier.widget(veld)
        widget.setFocus()
        qtbot.keyClicks(widget, tekst)
    reden = paneel.formulier.widget("sluitreden")
    reden.setCurrentIndex(reden.findData("criteria_niet_meer"))
    klik(qtbot, paneel.vastlegknop)
    assert acts(store)[-1] == Handeling.CASUS_AFSLUITEN.code
    assert nu(venster, casus_id).gesloten_op == date(2026, 12, 1)
    qtbot.waitUntil(lambda: scherm.kop.standmerk.text() == "Gesloten per 1-12-2026")
    overzicht: Any = scherm._huidig_deel()
    assert overzicht.sluitknop.isHidden()
    assert overzicht.regieknop.isHidden()


# ---- reading


def test_timeline_is_walked_with_the_arrow_keys_and_filtered(venster: Window, dossier_id: int, qtbot: QtBot):
    scherm = open_dossier(venster, dossier_id, "tijdlijn")
    tab: Any = scherm.kies_deel("tijdlijn")
    tab.lijn.setFocus()
    eerste = tab.lijn.punt()
    assert eerste.wat.startswith("Signaal ontvangen")
    qtbot.keyClick(tab.lijn, QtCore.Qt.Key.Key_Down)
    assert tab.lijn.punt() != eerste
    assert "Bij ons bekend op" in tab.lijn.currentIndex().data()
    tab.vinkjes["signaal"].setChecked(False)
    assert {p.soort for p in tab.lijn.punten()} == {"weging", "casus"}


def test_casuskaart_is_made_frozen_and_shown(venster: Window, dossier_id: int, qtbot: QtBot):
    scherm = open_dossier(venster, dossier_id, "documenten")
    tab: Any = scherm.kies_deel("documenten")
    was = acts(venster.omgeving.store)
    assert tab.maakknop.text() == "&Casuskaart maken"
    klik(qtbot, tab.maakknop)
    qtbot.waitUntil(lambda: venster.scherm is not scherm, timeout=20_000)
    assert venster.scherm is not None
    assert venster.scherm.code == "document"
    nieuw = acts(venster.omgeving.store)[len(was) :]
    assert nieuw == ["document.vaststellen", "document.pdf_vastleggen", "document.tonen"]


def test_a_leak_stops_the_dossier_until_it_is_looked_at(
    venster: Window, dossier_id: int, qtbot: QtBot, antwoord: Any
):
    store = venster.omgeving.store
    with store.write(Handeling.SIGNAAL_CORRIGEREN, dossier_id=dossier_id) as w:
        signaal_id = w.value("SELECT id FROM signaal WHERE dossier_id = ?", dossier_id)
        tekst = "Marloes van der Wâl zag dat zij haar paspoort verbrandde."
        w.update("signaal", signaal_id, {"melder_naam": "Marloes van der Wâl", "zelf_waargenomen": tekst})
    scherm = open_dossier(venster, dossier_id, "documenten")
    tab: Any = scherm.kies_deel("documenten")
    tab.formulier.widget("signalen").setChecked(True)
    assert tab.maakknop.text() == "&Dossier maken"
    was = acts(store)
    klik(qtbot, tab.maakknop)
    qtbot.waitUntil(lambda: not tab.lekpaneel.isHidden(), timeout=20_000)
    assert acts(store) == was, "nothing was frozen"
    redenen = [code.code for code in venster.omgeving.kader.codelijst("reden_lekcontrole")]
    vondsten = len(tab.lekpaneel.ui.lekkenLijst.rijen())
    for _ in range(vondsten):
        antwoord(redenen[0])
        klik(qtbot, tab.lekpaneel.ui.toelaatButton)
    qtbot.waitUntil(lambda: venster.scherm is not scherm, timeout=20_000)
    nieuw = acts(store)[len(was) :]
    assert nieuw[:vondsten] == [Handeling.LEK_TOELATEN.code] * vondsten
    assert nieuw[vondsten:] == ["document.vaststellen", "document.pdf_vastleggen", "document.tonen"]


@pytest.mark.parametrize(
    ("deel", "tabel", "veld", "scherm", "doel"),
    [
        ("signalen", "signaal", "zelf_waargenomen", "signaal", "zelf_waargenomenPlainTextEdit"),
        ("plan", "interventie", "omschrijving", "dossier", "interventie_omschrijvingPlainTextEdit"),
        ("plan", "plan", "bij_verergering", "dossier", "plan_bij_verergeringPlainTextEdit"),
    ],
)
def test_back_to_change_goes_to_the_field_of_the_hit(
    venster: Window, casus_id: int, dossier_id: int, qtbot: QtBot, deel: str, tabel: str, veld: str,
    scherm: str, doel: str,
):  # fmt: skip
    store = venster.omgeving.store
    zin = "Marloes van der Wâl belde hier nog over."
    if deel == "plan":
        plannen.record_regel(store, plannen.begin_plan(store, casus_id), interventie())
    with store.write(Handeling.SIGNAAL_CORRIGEREN, dossier_id=dossier_id) as w:
        signaal_id = w.value("SELECT id FROM signaal WHERE dossier_id = ?", dossier_id)
        w.update("signaal", signaal_id, {"melder_naam": "Marloes van der Wâl"})
        rij_id = w.value(f"SELECT id FROM {tabel} WHERE dossier_id = ?", dossier_id)  # noqa: S608 - a name from above
        w.update(tabel, rij_id, {veld: zin})
    tab: Any = open_dossier(venster, dossier_id, "documenten").kies_deel("documenten")
    tab.formulier.widget(deel).setChecked(True)
    was = acts(store)
    klik(qtbot, tab.maakknop)
    qtbot.waitUntil(lambda: not tab.lekpaneel.isHidden(), timeout=20_000)
    klik(qtbot, tab.lekpaneel.ui.wijzigButton)
    assert venster.scherm is not None
    assert venster.scherm.code == scherm
    focus: Any = QtWidgets.QApplication.focusWidget()
    assert focus.objectName().endswith(doel)
    assert "Wâl" in focus.textCursor().selectedText()
    assert tab.lekpaneel.isHidden()
    assert [a for a in acts(store)[len(was) :] if a.startswith("document.")] == []


def test_the_screen_of_taking_over_has_the_fields_of_overname(venster: Window):
    venster.open("overnemen")
    scherm = venster.scherm
    assert isinstance(scherm, OvernemenScherm)
    persoon = {veld.name for veld in fields(Persoon)} | {"naam", "vergelijking", "gemeente_id"}
    assert scherm.formulier.velden() == persoon | {veld.name for veld in fields(Overname)}


def test_participants_come_from_the_same_list_as_the_meeting(venster: Window, casus_id: int, dossier_id: int):
    casussen.record_deelnemer(venster.omgeving.store, casus_id, deelnemer(partij(venster, "om")), op=OP)
    tab: Any = open_dossier(venster, dossier_id, "deelnemers").kies_deel("deelnemers")
    assert len(tab.bewerker.lijsten[0].rijen()) == 1


# ---- before there is a casus


def signaaldossier(venster: Window) -> int:
    """A dossier with one signal that waits."""
    store = venster.omgeving.store
    with store.write(Handeling.SIGNAAL_REGISTREREN) as w:
        kader_id, gemeente_id = w.value("SELECT id FROM kader"), w.value("SELECT id FROM gemeente")
        dossier = {"nummer": "2026-050", "gemeente_id": gemeente_id, "kader_id": kader_id}
        dossier_id = w.insert("dossier", dossier)
        w.dossier_id = dossier_id
        w.insert("persoon", {"dossier_id": dossier_id, "rol": "betrokkene", "geslachtsnaam": "Dijkema"})
        signaal = {
            "dossier_id": dossier_id, "kader_id": kader_id, "soort": "melding", "status": "ontvangen",
            "kanaal": "brief", "ontvangen_op": "2026-09-01T10:00:00+02:00", "bron_soort": "burger",
            "bron_kennis": "zelf_gezien", "zelf_waargenomen": "Een brief.",
        }  # fmt: skip
        w.insert("signaal", signaal)
    return dossier_id


def test_a_dossier_without_casus_shows_the_tabs_that_work(venster: Window):
    scherm = open_dossier(venster, signaaldossier(venster))
    balk = scherm.tabs.tabBar()
    assert [balk.tabData(n) for n in range(balk.count())] == [
        "overzicht", "betrokkene", "informatie", "tijdlijn", "documenten", "rechten",
    ]  # fmt: skip
    overzicht: Any = scherm._huidig_deel()
    assert overzicht.casuskaart.isHidden()
    assert overzicht.openkaart.isHidden()
    assert [stap.titel for stap in overzicht.stappenbalk.stappen()][:2] == ["Ontvangen", "Formele controle"]


def test_a_casus_that_was_decided_but_not_opened_is_opened_here(venster: Window, qtbot: QtBot):
    """As after a crash between the decision and the casus."""
    store = venster.omgeving.store
    dossier_id = signaaldossier(venster)
    with store.write(Handeling.WEGING_VASTSTELLEN, dossier_id=dossier_id) as w:
        weging = {
            "dossier_id": dossier_id, "kader_id": w.value("SELECT id FROM kader"), "status": "vastgesteld",
            "datum": "2026-09-07", "besluit": "opnemen", "informeren": "ja",
        }  # fmt: skip
        w.insert("weging", weging)
        w.update("signaal", w.value("SELECT id FROM signaal"), {"status": "opgenomen"})
    scherm = open_dossier(venster, dossier_id)
    overzicht: Any = scherm._huidig_deel()
    klik(qtbot, overzicht.openknop)
    assert acts(store)[-1] == Handeling.CASUS_OPENEN.code
    qtbot.waitUntil(lambda: scherm.tabs.count() == 8)
    assert scherm.kop.standmerk.text() == "Opgenomen"
    assert overzicht.openkaart.isHidden()


def test_the_form_of_an_attachment_has_the_fields_of_bijlage(venster: Window, dossier_id: int):
    tab: Any = open_dossier(venster, dossier_id, "documenten").kies_deel("documenten")
    assert tab.bijlagen.paneel.formulier.velden() == {veld.name for veld in fields(Bijlage)}


def test_a_file_is_added_to_the_dossier_with_what_it_is_and_on_what_ground(
    venster: Window, dossier_id: int, qtbot: QtBot, antwoord: Any, tmp_path: Path
):
    store = venster.omgeving.store
    brief = tmp_path / "brief rechtbank.pdf"
    brief.write_bytes(b"%PDF-1.4 verzonnen")
    groot = tmp_path / "film.mp4"
    with groot.open("wb") as f:
        f.truncate(25 * 1024 * 1024 + 1)
    tab: Any = open_dossier(venster, dossier_id, "documenten").kies_deel("documenten")
    kaart, was = tab.bijlagen, acts(store)
    klik(qtbot, kaart.nieuwknop)
    antwoord(groot)
    klik(qtbot, kaart.ui.bijlagen.toevoegen)
    assert "25 MB" in kaart.ui.bijlagen.melding.text()
    klik(qtbot, kaart.paneel.vastlegknop)
    assert set(kaart.paneel.formulier.gebreken()) == {"omschrijving", "herkomst", "grondslag", "markering"}
    vul_in(
        qtbot, kaart.paneel, omschrijving="Beschikking van de rechtbank", herkomst="Rechtbank Midden-Veen",
        ontvangen_op="1-9-2026", grondslag="wet_pga", markering="niet_verstrekken",
    )  # fmt: skip
    klik(qtbot, kaart.paneel.vastlegknop)
    assert "Kies eerst het bestand" in venster.meldbalk.tekst.text()
    assert acts(store) == was
    antwoord(brief)
    klik(qtbot, kaart.ui.bijlagen.toevoegen)
    klik(qtbot, kaart.paneel.vastlegknop)
    assert acts(store)[len(was) :] == ["bijlage.toevoegen"]
    with store.reader() as r:
        (rij,) = r.rows("SELECT * FROM bijlage WHERE onderwerp_soort = 'dossier'")
        handeling = r.row("SELECT * FROM handeling ORDER BY n DESC LIMIT 1")
    assert (rij["dossier_id"], rij["onderwerp_id"], rij["inhoud"]) == (
        dossier_id,
        dossier_id,
        brief.read_bytes(),
    )
    assert (rij["omschrijving"], rij["herkomst"]) == ("Beschikking van de rechtbank", "Rechtbank Midden-Veen")
    assert (rij["ontvangen_op"], rij["grondslag"], rij["markering"]) == (
        "2026-09-01", "wet_pga", "niet_verstrekken",
    )  # fmt: skip
    assert handeling is not None
    assert (handeling["onderwerp_soort"], handeling["dossier_id"]) == ("dossier", dossier_id)
    assert kaart.paneel.isHidden()
    assert [c for c in store.concepten("dossier_bijlage")] == []
    assert store.concepten("dossier_bijlage_bestanden") == []
    qtbot.waitUntil(lambda: [b.omschrijving for b in kaart.lijst.rijen()][:1] == [rij["omschrijving"]])
    kaart.lijst.kies(rij["id"])
    assert not kaart.feiten.isHidden()
    qtbot.keyClick(kaart.lijst, QtCore.Qt.Key.Key_Return)
    assert venster.scherm is not None
    assert venster.scherm.code == "document"
    assert acts(store)[-1] == "bijlage.inzien"
    document: Any = venster.scherm
    document.bewaar_actie.trigger()
    assert "Afgesproken is: Vastleggen, niet verstrekken." in document.gevolg.text()


def test_a_file_that_was_chosen_and_not_recorded_is_still_there(
    venster: Window, dossier_id: int, qtbot: QtBot, antwoord: Any, tmp_path: Path
):
    store = venster.omgeving.store
    brief = tmp_path / "brief.txt"
    brief.write_bytes(b"verzonnen")
    tab: Any = open_dossier(venster, dossier_id, "documenten").kies_deel("documenten")
    klik(qtbot, tab.bijlagen.nieuwknop)
    antwoord(brief)
    klik(qtbot, tab.bijlagen.ui.bijlagen.toevoegen)
    vul_in(qtbot, tab.bijlagen.paneel, omschrijving="Een bri")
    venster.open("bureau")
    vers = Dossierbijlagen(venster.omgeving)
    qtbot.addWidget(vers)
    vers.toon(dossier_id, (), alleen_lezen=False)
    assert [b.naam for b in vers.ui.bijlagen.bijlagen()] == ["brief.txt"]
    assert vers.paneel.formulier.lees()["omschrijving"] == "Een bri"
    assert not vers.paneel.isHidden()
    niet: Any = vers.findChild(QtWidgets.QPushButton, "dossier_bijlage_niet")
    klik(qtbot, niet)
    assert store.concepten("dossier_bijlage_bestanden") == []
    vers.toon(dossier_id, (), alleen_lezen=True)
    assert vers.nieuwknop.isHidden()
    assert vers.paneel.isHidden()
