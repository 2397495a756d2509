# SPDX-License-Identifier: EUPL-1.2
"""Plan, regie, informing, steps and closing of a casus, in the dossier."""

from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.casus import Casusstap, Deelnemer, Ideologie, Overname, Regie, Sluiting
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.informeren import Informeren
from gemeente_pga.domain.inrichting import Partij
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.domain.plan import Doel, Factor, Interventie, Plankop
from gemeente_pga.handelingen import plan as plannen
from gemeente_pga.handelingen.inrichting import register_partij
from gemeente_pga.store.queries.inrichting import partijen
from gemeente_pga.store.queries.plan import plan_van_casus
from gemeente_pga.ui.form import Formulier
from gemeente_pga.ui.forms.ui_betrokkene import Ui_Betrokkene
from gemeente_pga.ui.forms.ui_casus_afsluiten import Ui_CasusAfsluiten
from gemeente_pga.ui.forms.ui_casus_deelnemer import Ui_CasusDeelnemer
from gemeente_pga.ui.forms.ui_casus_informeren import Ui_CasusInformeren
from gemeente_pga.ui.forms.ui_casus_regie import Ui_CasusRegie
from gemeente_pga.ui.forms.ui_casus_stap import Ui_CasusStap
from gemeente_pga.ui.forms.ui_ideologie import Ui_Ideologie
from gemeente_pga.ui.forms.ui_plan_doel import Ui_PlanDoel
from gemeente_pga.ui.forms.ui_plan_factor import Ui_PlanFactor
from gemeente_pga.ui.forms.ui_plan_interventie import Ui_PlanInterventie
from gemeente_pga.ui.forms.ui_plan_kop import Ui_PlanKop
from gemeente_pga.ui.screens.afwijkvelden import GEEN_AFWIJKING
from gemeente_pga.ui.screens.overnemen import OvernemenScherm
from gemeente_pga.ui.window import Window
from tests.casus_hulp import BESCHERMEND, DOEL, KOP, acts, interventie, plan_vast
from tests.ui.dossier_hand import OP, klik, nu, open_dossier, vul_in
from tests.ui_hulp import typ


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


# ---- plan


def test_of_two_rows_that_are_open_the_place_is_the_one_that_is_typed_in(
    venster: Window, casus_id: int, dossier_id: int, qtbot: QtBot
):
    plannen.begin_plan(venster.omgeving.store, casus_id)
    venster.activateWindow()
    tab: Any = open_dossier(venster, dossier_id, "plan").kies_deel("plan")
    klik(qtbot, tab.regels.doelen.nieuwknop)
    vul_in(qtbot, tab.regels.doelen, tekst="Half een doel")
    klik(qtbot, tab.regels.interventies.nieuwknop)
    vul_in(qtbot, tab.regels.interventies, omschrijving="Half een interventie")
    assert tab.plek() == "interventie:nieuw"
    tab.regels.doelen.formulier.widget("tekst").setFocus()
    assert tab.plek() == "doel:nieuw"


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
    vul_in(qtbot, tab.regels.interventies, opnieuw_bekijken_op="14-1-2027")
    klik(qtbot, tab.regels.interventies.vastlegknop)
    qtbot.waitUntil(lambda: len(tab.plan.interventies) == 1)
    klik(qtbot, tab.regels.factoren.nieuwknop)
    vul_in(qtbot, tab.regels.factoren, soort="risico", tekst="Ontruiming")
    klik(qtbot, tab.regels.factoren.vastlegknop)
    qtbot.waitUntil(lambda: len(tab.plan.factoren) == 1)
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
    plannen.record_regel(store, plan_id, BESCHERMEND)
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


def test_the_effect_of_an_intervention_is_typed_kept_and_recorded(
    venster: Window, casus_id: int, dossier_id: int, qtbot: QtBot
):
    store = venster.omgeving.store
    plan_vast(store, casus_id)
    tab: Any = open_dossier(venster, dossier_id, "plan").kies_deel("plan")
    tab.regels.interventies.lijsten[0].selectRow(0)
    veld = tab.regels.effect.formulier.widget("effect")
    veld.setFocus()
    typ(veld, "Zij belt zelf.")
    venster.open("bureau")
    tab = open_dossier(venster, dossier_id, "plan").kies_deel("plan")
    tab.regels.interventies.lijsten[0].selectRow(0)
    assert tab.regels.effect.formulier.lees()["effect"] == "Zij belt zelf."
    klik(qtbot, tab.regels.effect.vastlegknop)
    with store.reader() as r:
        plan = plan_van_casus(r, casus_id)
    assert plan is not None
    assert plan.interventies[0].inhoud.effect == "Zij belt zelf."
    assert [c for c in store.concepten() if c.soort != "lijst"] == []


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


@pytest.mark.eis("c18")
def test_closing_warns_in_words_and_says_what_follows(
    venster: Window, casus_id: int, dossier_id: int, qtbot: QtBot
):
    store = venster.omgeving.store
    plan_id = plannen.begin_plan(store, casus_id)
    plannen.record_regel(store, plan_id, DOEL)
    plannen.record_regel(store, plan_id, BESCHERMEND)
    plannen.record_regel(store, plan_id, interventie(stand="loopt"))
    plannen.record_plan(store, plan_id, KOP)
    plannen.vaststellen(store, plan_id, op=OP)
    scherm = open_dossier(venster, dossier_id, "afsluiten")
    paneel: Any = scherm._huidig_deel().paneel  # type: ignore[attr-defined]
    assert paneel.vorm_ui.waarschuwingLabel.text().startswith("Eén interventie loopt nog.")
    getypt = {"gesloten_op": "1-12-2026", "sluit_toelichting": "Rust.", "resultaat": "Werk."}
    for veld, tekst in (getypt | {"partners_bewaren": "Niets."}).items():
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


def test_the_screen_of_taking_over_has_the_fields_of_overname(venster: Window):
    venster.open("overnemen")
    scherm = venster.scherm
    assert isinstance(scherm, OvernemenScherm)
    persoon = {veld.name for veld in fields(Persoon)} | {"naam", "vergelijking", "gemeente_id"}
    assert scherm.formulier.velden() == persoon | {veld.name for veld in fields(Overname)}


# ---- participants


def test_an_organisation_brings_who_usually_comes_and_what_was_typed_stays(
    venster: Window, casus_id: int, dossier_id: int, qtbot: QtBot
):
    store = venster.omgeving.store
    bewaar = register_partij(
        store, Partij("leerplicht", "Leerplicht", contactpersoon="Noor Bakker", functie="Leerplichtambtenaar")
    )
    leeg = register_partij(store, Partij("wijkteam", "Wijkteam"))
    with store.reader() as r:
        politie = next(p.id for p in partijen(r) if p.partij.soort == "politie")
        weging = r.value("SELECT id FROM weging WHERE dossier_id = ?", dossier_id)
    with store.write(Handeling.WEGING_TAFEL) as w:
        w.insert(
            "weging_partij",
            {"dossier_id": dossier_id, "weging_id": weging, "partij_id": politie, "naam": "B. Ooms",
             "functie": "wijkagent"},
        )  # fmt: skip
    tab: Any = open_dossier(venster, dossier_id, "deelnemers").kies_deel("deelnemers")
    klik(qtbot, tab.bewerker.nieuwknop)
    formulier = tab.bewerker.formulier

    def kies(partij_id: int) -> dict[str, object]:
        keuze = formulier.widget("partij_id")
        keuze.setFocus()
        while keuze.currentData() != partij_id:  # with the arrow keys, as somebody does
            was = keuze.currentIndex()
            qtbot.keyClick(keuze, QtCore.Qt.Key.Key_Down)
            if keuze.currentIndex() == was:
                qtbot.keyClick(keuze, QtCore.Qt.Key.Key_Home)
        return dict(formulier.lees())

    assert (kies(politie)["naam"], formulier.lees()["functie"]) == ("B. Ooms", "wijkagent")
    assert formulier.lees()["rol"] == "deelnemer"
    assert formulier.lees()["grondslag"] != ""
    assert (kies(bewaar)["naam"], formulier.lees()["functie"]) == ("Noor Bakker", "Leerplichtambtenaar")
    assert kies(leeg)["naam"] == ""
    typ(formulier.widget("naam"), "Iris Zonneveld")
    assert kies(bewaar)["naam"] == "Iris Zonneveld"
    klik(qtbot, tab.bewerker.vastlegknop)
    qtbot.waitUntil(lambda: not tab.bewerker.open)
    klik(qtbot, tab.bewerker.nieuwknop)
    assert formulier.lees()["naam"] == ""
    assert not [x for x in formulier.veld("partij_id").findChildren(QtWidgets.QLabel) if x.isVisible()]
