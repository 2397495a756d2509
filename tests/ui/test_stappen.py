# SPDX-License-Identifier: EUPL-1.2
"""Steps, holds, reviews and what a dossier answers about itself, in the real window."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.aanhouding import Aanhouding
from gemeente_pga.domain.bureau import Onderwerp
from gemeente_pga.domain.correctie import Informatiecorrectie
from gemeente_pga.domain.exemplaar import Houdernaam, Uitgiftewens
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.stap import Ontbreekt
from gemeente_pga.domain.zienswijze import Zienswijze
from gemeente_pga.handelingen import casus as casussen
from gemeente_pga.handelingen import overleg as overlegwerk
from gemeente_pga.handelingen.aanhouding import begin
from gemeente_pga.handelingen.document import log_uitgifte
from gemeente_pga.handelingen.houder import report_onjuist
from gemeente_pga.handelingen.informeren import record_zienswijze
from gemeente_pga.store.queries.bureau import aandacht
from gemeente_pga.store.queries.casus import casus as lees_casus
from gemeente_pga.ui.screens.dossier import DossierScherm
from gemeente_pga.ui.screens.herbeoordeling import HerbeoordelingScherm
from gemeente_pga.ui.screens.rechten_stap import Aanhoudingkaart, Overdrachtkaart
from gemeente_pga.ui.window import Window
from tests.casus_hulp import OVERNAME, PERSOON, acts, afwijkingen, beantwoord, herbeoordeel, plan_vast
from tests.overleg_hulp import overleg as overleghoofd
from tests.ui_hulp import Antwoorden

OP = date(2026, 9, 8)  # the day of the window


def klik(qtbot: QtBot, knop: QtWidgets.QAbstractButton) -> None:
    qtbot.mouseClick(knop, QtCore.Qt.MouseButton.LeftButton)


def nu(venster: Window, casus_id: int) -> Any:
    with venster.omgeving.store.reader() as r:
        return lees_casus(r, casus_id)


@pytest.fixture
def te_laat(venster: Window) -> int:
    """A casus that is carried out, whose review was due a week ago."""
    with venster.omgeving.store.reader() as r:
        gemeente_id = r.value("SELECT id FROM gemeente")
    overname = replace(OVERNAME, stand="in_uitvoering", volgende_herbeoordeling=date(2026, 9, 1))
    return casussen.take_over(
        venster.omgeving.store, PERSOON, overname, gemeente_id=gemeente_id, bijlagen=(), vandaag=OP
    )


def open_paneel(venster: Window, casus_id: int, code: str) -> Any:
    venster.open("dossier", nu(venster, casus_id).dossier_id, code)
    scherm = venster.scherm
    assert isinstance(scherm, DossierScherm)
    return scherm._huidig_deel().paneel  # type: ignore[attr-defined]


def test_putting_off_a_due_review_asks_why_and_keeps_the_answer(venster: Window, te_laat: int, qtbot: QtBot):
    paneel = open_paneel(venster, te_laat, "regie")
    assert paneel.formulier.veld("afwijking_reden").isHidden()
    paneel.formulier.widget("volgende_herbeoordeling").zet(date(2026, 12, 1))
    qtbot.waitUntil(lambda: not paneel.formulier.veld("afwijking_reden").isHidden())
    assert "jaarrapportage" in paneel.vorm_ui.afwijkingLabel.text()
    store = venster.omgeving.store
    was = acts(store)
    klik(qtbot, paneel.vastlegknop)
    assert acts(store) == was
    assert set(paneel.formulier.gebreken()) == {
        "afwijking_reden", "afwijking_toelichting", "afwijking_door",
    }  # fmt: skip
    keuze = paneel.formulier.widget("afwijking_reden")
    keuze.setCurrentIndex(keuze.findData("beslissing_tafel"))
    paneel.formulier.widget("afwijking_toelichting").setPlainText("De zitting gaat voor.")
    paneel.formulier.widget("afwijking_door").setText("casusoverleg")
    klik(qtbot, paneel.vastlegknop)
    nieuw = nu(venster, te_laat)
    assert nieuw.volgende_herbeoordeling == date(2026, 12, 1)
    with store.reader() as r:
        (rij,) = afwijkingen(r, nieuw.dossier_id)
    assert (rij.toelichting, rij.op) == ("De zitting gaat voor.", OP)


# ---- a hold


def test_a_hold_is_recorded_on_the_tab_and_waits_on_bureau(venster: Window, te_laat: int, qtbot: QtBot):
    store = venster.omgeving.store
    with store.reader() as r:
        om = r.value("SELECT id FROM partij WHERE soort = 'om'")
    dossier_id = nu(venster, te_laat).dossier_id
    venster.open("dossier", dossier_id, "aanhouding")
    assert venster.scherm is not None
    kaart: Any = venster.scherm.findChild(Aanhoudingkaart)
    klik(qtbot, kaart.nieuwknop)
    vorm = kaart.paneel.formulier
    assert {vorm.widget("partij_id").itemText(n) for n in range(1, vorm.widget("partij_id").count())} == {
        "Openbaar Ministerie", "Politie",
    }  # fmt: skip
    was = acts(store)
    klik(qtbot, kaart.paneel.vastlegknop)
    assert acts(store) == was
    assert "tot" in vorm.gebreken(), "never without an end"
    vorm.widget("wat").zet("overleg")
    vorm.widget("partij_id").setCurrentIndex(vorm.widget("partij_id").findData(om))
    vorm.widget("naam").setText("mr. P. van 't Hoff")
    vorm.widget("functie").setText("officier van justitie")
    vorm.widget("reden").setCurrentIndex(vorm.widget("reden").findData("onderzoek"))
    vorm.widget("toelichting").setPlainText("Het OM belt na die dag.")
    vorm.widget("tot").zet(date(2026, 9, 12))
    klik(qtbot, kaart.paneel.vastlegknop)
    assert acts(store)[len(was) :] == [Handeling.AANHOUDING_BEGINNEN.code]
    assert not kaart.paneel
    assert [regel.stand(OP) for regel in kaart.lijst.rijen()] == ["Loopt tot en met 12-9-2026"]

    venster.open("bureau")
    with store.reader() as r:
        (punt,) = [p for p in aandacht(r, venster.omgeving.kader, OP) if p.onderwerp is Onderwerp.AANHOUDING]
    venster.open(punt.scherm, punt.onderwerp_id, punt.veld)
    assert kaart.paneel, "the point leads to the form for how it goes on"
    kaart.paneel.formulier.widget("vervolg").setPlainText("Het overleg kan door.")
    klik(qtbot, kaart.paneel.vastlegknop)
    assert acts(store)[-1] == Handeling.AANHOUDING_BEEINDIGEN.code
    assert kaart.eindknop.isHidden()


def test_a_held_paper_stays_here_and_says_until_when(venster: Window, te_laat: int):
    store = venster.omgeving.store
    with store.reader() as r:
        om = r.value("SELECT id FROM partij WHERE soort = 'om'")
    dossier_id = nu(venster, te_laat).dossier_id
    hold = Aanhouding("verstrekking", om, "mr. P. van 't Hoff", "officier", "onderzoek", "Wacht.", OP, OP)
    begin(store, dossier_id, replace(hold, tot=date(2026, 9, 12)))
    with store.write(Handeling.DOCUMENT_VASTSTELLEN, dossier_id=dossier_id) as w:
        document_id = w.insert(
            "document",
            {"dossier_id": dossier_id, "soort": "dossier", "onderwerp_soort": "dossier",
             "onderwerp_id": dossier_id, "kenmerk": "x", "titel": "Dossier", "gegevens": "{}",
             "vastgesteld_op": OP},
        )  # fmt: skip
    was = acts(store)
    for voor in ("overleg", "deelnemer", "betrokkene", "burgemeester"):
        with pytest.raises(Storing, match="de deur uit") as storing:
            log_uitgifte(
                store, document_id, wijze="afdruk", wens=Uitgiftewens(voor, (Houdernaam("H. Claessen"),)),
                bestemd_voor=voor, op="2026-09-08T10:00:00+02:00",
            )  # fmt: skip
        assert "12-9-2026" in storing.value.raad
    assert acts(store) == was
    log_uitgifte(
        store, document_id, wijze="afdruk", wens=Uitgiftewens("eigen_dossier", (Houdernaam("Eigen map"),)),
        bestemd_voor="Eigen papieren dossier", op="2026-09-08T10:00:00+02:00",
    )  # fmt: skip


# ---- a review


def review(venster: Window) -> Any:
    """The screen, without mypy's idea of what it was before."""
    assert isinstance(venster.scherm, HerbeoordelingScherm)
    return venster.scherm


def test_a_review_shows_then_beside_now_and_moves_the_casus(
    venster: Window, te_laat: int, qtbot: QtBot, antwoord: Antwoorden
):
    store, kader = venster.omgeving.store, venster.omgeving.kader
    plan_vast(store, te_laat)
    venster.open("dossier", nu(venster, te_laat).dossier_id, "herbeoordeling")
    overzicht: Any = venster.scherm._huidig_deel()  # type: ignore[union-attr]
    klik(qtbot, overzicht.herzienknop)
    scherm = review(venster)
    assert nu(venster, te_laat).status == "herbeoordeling"
    assert not scherm.vastknop.isEnabled()
    toen = replace(scherm.vergelijkingen[0], toen_antwoord="spreekt_voor", toen_reden="Dreigende brieven.")
    assert scherm.mist._getoond[0].veld == "criterium:1"
    scherm.naar_veld("criterium:1")
    scherm.vergelijkingen = (toen, *scherm.vergelijkingen[1:])
    vorm = scherm.bewerker.formulier
    vorm.widget("antwoord").zet("spreekt_tegen")
    vorm.widget("reden").setPlainText("Dreigende brieven.")
    klik(qtbot, scherm.bewerker.vastlegknop)
    assert set(vorm.gebreken()) == {"reden", "wat_veranderde"}, "the words of then are no reason of now"
    vorm.widget("reden").setPlainText("Sinds juni geen brief meer.")
    vorm.widget("wat_veranderde").setPlainText("De deurwaarder bevestigt dat.")
    klik(qtbot, scherm.bewerker.vastlegknop)
    assert acts(store)[-1] == Handeling.HERBEOORDELING_BIJWERKEN.code
    beantwoord(store, scherm.blad.id, kader)
    scherm.herlaad()
    slot = scherm.paneel.formulier
    slot.widget("uitkomst").zet("voortzetten")
    for veld in ("noodzaak", "subsidiariteit", "proportionaliteit"):
        slot.widget(veld).setPlainText(f"{veld} opnieuw bekeken.")
    slot.widget("volgende_herbeoordeling").zet(date(2027, 3, 1))
    klik(qtbot, scherm.paneel.vastlegknop)
    qtbot.waitUntil(scherm.vastknop.hasFocus)
    assert scherm.vastknop.isEnabled()
    assert not scherm.paneel.vastlegknop.property("rol"), "one main button"
    antwoord(True)
    klik(qtbot, scherm.vastknop)
    nieuw = nu(venster, te_laat)
    assert (nieuw.status, nieuw.volgende_herbeoordeling) == ("in_uitvoering", date(2027, 3, 1))
    assert isinstance(venster.scherm, DossierScherm)


def test_the_step_and_its_link_lead_to_the_review_and_one_answer_to_the_next_question(
    venster: Window, te_laat: int, qtbot: QtBot
):
    store = venster.omgeving.store
    plan_vast(store, te_laat)
    venster.open("dossier", nu(venster, te_laat).dossier_id)
    overzicht: Any = venster.scherm._huidig_deel()  # type: ignore[union-attr]
    stap = next(stap for stap in overzicht.stappenbalk.stappen() if stap.code == "herbeoordeling")
    overzicht.stappenbalk.gekozen.emit(stap)
    scherm = review(venster)
    scherm.naar_veld("criterium:1")
    vorm = scherm.bewerker.formulier
    vorm.widget("antwoord").zet("spreekt_tegen")
    vorm.widget("reden").setPlainText("Sinds juni geen brief meer.")
    vorm.widget("wat_veranderde").setPlainText("De deurwaarder bevestigt dat.")
    klik(qtbot, scherm.bewerker.vastlegknop)
    qtbot.waitUntil(lambda: scherm.bewerker.open_rij() == str(scherm.vergelijkingen[1].id))
    keuzes = scherm.bewerker.formulier.widget("antwoord").knoppen()
    assert QtWidgets.QApplication.focusWidget() is keuzes[0], "not at the answer to the question before"
    scherm.bewerker.sluit()
    beantwoord(store, scherm.blad.id, venster.omgeving.kader, behalve=scherm.vergelijkingen[-1].criterium)
    scherm.herlaad()
    scherm.bewerker.bewerk(scherm.vergelijkingen[-1].id)
    vorm = scherm.bewerker.formulier
    vorm.widget("antwoord").zet("spreekt_tegen")
    vorm.widget("reden").setPlainText("Hij is volwassen en redt zich.")
    vorm.widget("wat_veranderde").setPlainText("Hij woont nu zelf.")
    klik(qtbot, scherm.bewerker.vastlegknop)
    uitkomsten = scherm.paneel.formulier.widget("uitkomst").knoppen()
    qtbot.waitUntil(uitkomsten[0].hasFocus)  # after the last question: what is missing then
    was = acts(store)
    venster.open("dossier", nu(venster, te_laat).dossier_id)
    overzicht = venster.scherm._huidig_deel()  # type: ignore[union-attr]
    punt = Ontbreekt("Leg de uitkomst van de herbeoordeling vast.", "casus", "herbeoordeling")
    overzicht.stappenbalk.ontbreekt_gekozen.emit(punt)
    assert review(venster).onderwerp_id == scherm.onderwerp_id
    assert Handeling.HERBEOORDELING_BEGINNEN.code not in acts(store)[len(was) :], "the same one goes on"
    venster.open("dossier", nu(venster, te_laat).dossier_id, "afsluiten")
    paneel: Any = venster.scherm._huidig_deel().paneel  # type: ignore[union-attr]
    assert "De herbeoordeling is begonnen" in paneel.vorm_ui.waarschuwingLabel.text()


# ---- op- en afschalen, overdragen


def test_scaling_is_five_answers_and_handing_over_waits_for_a_receipt(
    venster: Window, te_laat: int, qtbot: QtBot
):
    store, kader = venster.omgeving.store, venster.omgeving.kader
    plan_vast(store, te_laat)
    herbeoordeel(store, te_laat, kader, "afschalen", op=OP)
    paneel = open_paneel(venster, te_laat, "schaling")
    was = acts(store)
    klik(qtbot, paneel.vastlegknop)
    assert acts(store) == was
    assert "wie_vertelt" in paneel.formulier.gebreken()
    for veld in ("naar", "wie_vertelt", "besloten_door"):
        paneel.formulier.widget(veld).setText("Wijkteam West")
    for veld in ("reden", "wat_verhuist", "wat_blijft"):
        paneel.formulier.widget(veld).setPlainText("De schuldhulp.")
    klik(qtbot, paneel.vastlegknop)
    assert nu(venster, te_laat).status == "op_of_afgeschaald"

    assert venster.scherm is not None
    venster.scherm.naar_veld("overdracht")
    kaart: Any = venster.scherm.findChild(Overdrachtkaart)
    klik(qtbot, kaart.nieuwknop)
    vorm = kaart.paneel.formulier
    vorm.widget("gemeente").setText("Gemeente Oudeveen")
    vorm.widget("contact").setText("R. Poelstra, coördinator")
    vorm.widget("grondslag").setCurrentIndex(1)
    vorm.widget("inhoud").setPlainText("Het weegverslag en het plan.")
    klik(qtbot, kaart.paneel.vastlegknop)
    assert acts(store)[-1] == Handeling.OVERDRACHT_AANBIEDEN.code
    assert "Tot die tijd blijft de casus hier." in kaart.let_op.text()
    assert kaart.nieuwknop.isHidden(), "one offer at a time"
    klik(qtbot, kaart.eindknop)
    kaart.paneel.formulier.widget("antwoord").zet("bevestigd")
    kaart.paneel.formulier.widget("bevestigd_door").setText("R. Poelstra")
    klik(qtbot, kaart.paneel.vastlegknop)
    assert acts(store)[-1] == Handeling.OVERDRACHT_BEANTWOORDEN.code
    assert kaart.let_op.isHidden()


# ---- a refused act says why, and the window goes on


def test_a_held_meeting_does_not_begin_and_the_window_says_why(venster: Window, te_laat: int, qtbot: QtBot):
    store = venster.omgeving.store
    hoofd = replace(overleghoofd(), datum=OP, volgend_overleg=None)
    overleg_id = overlegwerk.prepare_overleg(store, hoofd, casus_ids=(te_laat,), deelnemers={})
    with store.reader() as r:
        om = r.value("SELECT id FROM partij WHERE soort = 'om'")
    hold = Aanhouding(
        "overleg", om, "mr. P. van 't Hoff", "officier", "onderzoek", "Wacht.", OP, date(2026, 9, 12)
    )
    begin(store, nu(venster, te_laat).dossier_id, hold)
    was = acts(store)
    venster.open("overleg", overleg_id)
    scherm: Any = venster.scherm
    klik(qtbot, scherm.ui.beginPushButton)
    assert acts(store) == was
    assert "Dit wacht tot en met 12-9-2026" in venster.meldbalk.tekst.text()


def test_an_item_that_no_longer_holds_says_so_in_the_dossier(
    venster: Window, te_laat: int, qtbot: QtBot, antwoord: Antwoorden
):
    store, dossier_id = venster.omgeving.store, nu(venster, te_laat).dossier_id
    plan_vast(store, te_laat)
    with store.write(Handeling.INFORMATIE_TOEVOEGEN) as w:
        rij = {
            "dossier_id": dossier_id, "gever": "Praktijkcollege", "tekst": "Hij dreigde met een brief.",
            "soort_uitspraak": "feit", "grondslag_gever": "avg_6_1_e", "grondslag_ontvanger": "wet_pga",
            "doel": "Wegen", "categorie": "gewoon", "verkregen": "openlijk", "markering": "vrij",
            "contactdoel": "eigen_taak", "vastgelegd_op": "2026-06-01T10:00:00+02:00",
        }  # fmt: skip
        item = w.insert("informatie", rij)
    venster.open("dossier", dossier_id, "herbeoordeling")
    klik(qtbot, venster.scherm._huidig_deel().herzienknop)  # type: ignore[union-attr]
    scherm = review(venster)
    beantwoord(store, scherm.blad.id, venster.omgeving.kader)
    scherm.herlaad()
    (punt, *_) = scherm.mist._getoond
    assert (punt.zin, punt.veld) == ("Leg van één gegeven vast of het nog klopt.", f"gegeven:{item}")
    scherm.naar_veld(punt.veld)
    vorm = scherm.gegevensbewerker.formulier
    vorm.widget("actueel").zet("nee")
    klik(qtbot, scherm.gegevensbewerker.vastlegknop)
    assert set(vorm.gebreken()) == {"toelichting"}
    vorm.widget("toelichting").setPlainText("De brief bleek van een ander.")
    klik(qtbot, scherm.gegevensbewerker.vastlegknop)
    assert acts(store)[-1] == Handeling.HERBEOORDELING_BIJWERKEN.code
    qtbot.waitUntil(lambda: scherm.gegevens[0].nu is not None)
    assert scherm.gegevens[0].nu.actueel == "nee"
    slot = scherm.paneel.formulier
    for veld in ("noodzaak", "subsidiariteit", "proportionaliteit"):
        slot.widget(veld).setPlainText(f"{veld} opnieuw bekeken.")
    slot.widget("uitkomst").zet("voortzetten")
    slot.widget("volgende_herbeoordeling").zet(date(2027, 3, 1))
    klik(qtbot, scherm.paneel.vastlegknop)
    scherm.herlaad()
    antwoord(True)
    klik(qtbot, scherm.vastknop)
    venster.open("dossier", dossier_id, "informatie")
    tab: Any = venster.scherm._huidig_deel()  # type: ignore[union-attr]
    tab.lijst.kies(item)
    woorden = [w.text() for w in tab.feiten.findChildren(QtWidgets.QLabel)]
    assert any(w.endswith("8 september 2026: De brief bleek van een ander.") for w in woorden)
    assert tab.lijst.rij().inhoud.tekst == "Hij dreigde met een brief.", "what was said stays"


def test_who_reviews_sees_what_was_put_right_and_what_the_person_says(
    venster: Window, te_laat: int, qtbot: QtBot
):
    """An item that was reported as wrong is not left out: it stands there with what is right."""
    store, dossier_id = venster.omgeving.store, nu(venster, te_laat).dossier_id
    plan_vast(store, te_laat)
    with store.write(Handeling.INFORMATIE_TOEVOEGEN) as w:
        rij = {
            "dossier_id": dossier_id, "gever": "Gemeente", "tekst": "Hij dreigde met een brief.",
            "soort_uitspraak": "feit", "grondslag_gever": "avg_6_1_e", "grondslag_ontvanger": "wet_pga",
            "doel": "Wegen", "categorie": "gewoon", "verkregen": "openlijk", "markering": "vrij",
            "contactdoel": "eigen_taak", "vastgelegd_op": "2026-06-01T10:00:00+02:00",
            "bron": "Praktijkcollege",
        }  # fmt: skip
        item = w.insert("informatie", rij)
        zij = w.value("SELECT id FROM persoon WHERE dossier_id = ? AND rol = 'betrokkene'", dossier_id)
    report_onjuist(store, item, Informatiecorrectie("onjuist", "de school", OP, "Een ander schreef hem."))
    record_zienswijze(store, zij, Zienswijze(OP, "gesprek", "", "Ik schreef die brief niet."))
    venster.open("dossier", dossier_id, "herbeoordeling")
    klik(qtbot, venster.scherm._huidig_deel().herzienknop)  # type: ignore[union-attr]
    scherm = review(venster)
    assert scherm.weerlegdlabel.text() == (
        "Bron: Praktijkcollege. Ingebracht door: Gemeente.\n“Hij dreigde met een brief.”\n"
        "Let op: dit klopt niet meer sinds 8 september 2026: Een ander schreef hem."
    )
    assert scherm.weerlegdlabel.isVisible()
    assert "in een gesprek op 8 september 2026: “Ik schreef die brief niet.”" in scherm.gezegdlabel.text()
    assert scherm.gezegdlabel.text().endswith("Er is nog niet op gereageerd.")
