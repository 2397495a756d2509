# SPDX-License-Identifier: EUPL-1.2
"""Information in a weging: taken over from a signal, checked, changed, struck, and linked to an answer."""

from datetime import timedelta

import pytest
from PySide6 import QtWidgets
from PySide6.QtTest import QTest

from gemeente_pga.domain.correctie import Informatiecorrectie
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.grond import HULP_WEEGT_NIET
from gemeente_pga.handelingen.houder import report_onjuist
from gemeente_pga.handelingen.informatie import register_informatie
from gemeente_pga.handelingen.weging import begin_weging, vaststellen
from gemeente_pga.store.queries.informatie import informatie_van_weging
from gemeente_pga.ui.screens.weging import WegingScherm
from gemeente_pga.ui.window import Window
from tests.ui.weging_hand import Key, acts, ctrl_enter, deel, geopend, kies, schrijf, weging_id
from tests.weegploeg import DATUM, VANDAAG, Zaak, besluit, informatie, kader, volledige_weging


def test_a_line_of_the_signal_is_taken_over_checked_and_recorded(weging_scherm: WegingScherm, zaak: Zaak):
    weging_scherm.kies("informatie")
    d = deel(weging_scherm)
    was = len(acts(weging_scherm))
    d.ui.signaalLijst.selectRow(0)
    QTest.keyClick(d.ui.signaalLijst, Key.Key_Return)
    editor = d.editor
    assert editor.ui.tekstPlainTextEdit.toPlainText().startswith("Op 1 september")
    assert editor.formulier.lees()["soort_uitspraak"] == "feit"
    assert editor.formulier.lees()["grondslag_gever"]  # suggested
    assert "Voorstel" in editor.ui.grondslagLabel.text()
    # what decides is not filled in
    open_ = ("categorie", "verkregen", "contactdoel", "markering")
    assert [editor.formulier.lees()[v] for v in open_] == ["", "", "", ""]
    ctrl_enter(editor.ui.tekstPlainTextEdit)
    assert set(open_) <= set(editor.formulier.gebreken())
    kies(editor.ui.categorieKeuzeGroep, "gewoon")
    kies(editor.ui.markeringKeuzeGroep, "vrij")
    editor.ui.verkregenComboBox.setCurrentIndex(editor.ui.verkregenComboBox.findData("vrijwillig_verteld"))
    editor.ui.contactdoelComboBox.setCurrentIndex(editor.ui.contactdoelComboBox.findData("melding"))
    ctrl_enter(editor.ui.tekstPlainTextEdit)
    assert acts(weging_scherm)[was:] == ["informatie.toevoegen"]
    with weging_scherm.omgeving.store.reader() as r:
        (item,) = informatie_van_weging(r, weging_id(weging_scherm))
    assert item.signaal_id in zaak.signalen
    assert item.signaal_deel == "zelf_waargenomen:0"
    assert len(d.blad.signaaldelen) == 4


@pytest.mark.eis("c04", "n2", "w09")
def test_heimelijk_is_blocked_with_the_reason(weging_scherm: WegingScherm):
    weging_scherm.kies("informatie")
    editor = deel(weging_scherm).editor
    combo = editor.ui.verkregenComboBox
    combo.setCurrentIndex(combo.findData("heimelijk"))
    assert "mag u niet gebruiken" in editor.ui.verkregenLabel.text()
    ctrl_enter(editor.ui.tekstPlainTextEdit)
    assert "Heimelijk" in editor.formulier.gebreken()["verkregen"]


def test_what_may_not_be_recorded_leaves_the_screen_and_the_concept(weging_scherm: WegingScherm, zaak: Zaak):
    weging_scherm.kies("informatie")
    editor = deel(weging_scherm).editor
    schrijf(editor.ui.tekstPlainTextEdit, "De herkomst van zijn vrouw.")
    editor.formulier.bewaar_concept()
    kies(editor.ui.markeringKeuzeGroep, "niet_vastleggen")
    assert editor.ui.tekstPlainTextEdit.toPlainText() == ""
    assert not any("herkomst" in c.inhoud for c in weging_scherm.omgeving.store.concepten())
    kies(editor.ui.markeringKeuzeGroep, "vrij")  # a slip of the key loses nothing
    assert editor.ui.tekstPlainTextEdit.toPlainText() == "De herkomst van zijn vrouw."


def test_an_item_is_changed_and_struck(weging_scherm: WegingScherm, zaak: Zaak, antwoord):
    register_informatie(
        zaak.store, zaak.dossier_id, informatie(zaak), waarbij={"weging_id": weging_id(weging_scherm)}
    )
    weging_scherm.herlaad()
    weging_scherm.kies("informatie")
    d = deel(weging_scherm)
    d.ui.informatieLijst.selectRow(0)
    QTest.keyClick(d.ui.informatieLijst, Key.Key_Return)
    assert d.ui.editorKaartTitel.text() == "Informatie 1 wijzigen"
    schrijf(d.editor.ui.tekstPlainTextEdit, "Erbij: ")
    ctrl_enter(d.editor.ui.tekstPlainTextEdit)
    assert acts(weging_scherm)[-1] == "informatie.corrigeren"
    d.ui.informatieLijst.selectRow(0)
    QTest.keyClick(d.ui.informatieLijst, Key.Key_Return)
    antwoord(True)
    d.editor.ui.schrapButton.click()
    assert acts(weging_scherm)[-1] == "informatie.schrappen"
    assert d.blad.items == ()


def test_the_fact_that_is_linked_can_be_read_whole(volle_weging: WegingScherm, venster):
    venster.open("weging", weging_id(volle_weging), "k1")
    d = deel(volle_weging)
    kiezer = d.ui.feitenKiezer
    kiezer.resize(500, 300)
    regel = kiezer.lijst.currentItem()
    assert regel is not None
    assert regel.text(1) in kiezer.heel.text()
    assert regel.text(2) in kiezer.heel.text()
    assert kiezer.heel.isVisibleTo(d)
    assert kiezer.lijst.columnWidth(2) <= kiezer.width() // 4


@pytest.mark.parametrize("maat", [(1366, 768), (960, 700), (683, 600)])
def test_help_and_faults_of_an_information_item_are_whole_in_any_window(
    qtbot, huisstijl, weging_scherm: WegingScherm, maat
):
    venster = weging_scherm.window()
    weging_scherm.kies("informatie")
    venster.resize(*maat)
    formulier = deel(weging_scherm).editor.formulier
    regels = [v for v in deel(weging_scherm).editor.findChildren(QtWidgets.QLabel) if v.wordWrap()]

    def afgesneden() -> list[str]:
        zicht = [regel for regel in regels if regel.isVisible()]
        return [regel.text() for regel in zicht if regel.height() < regel.heightForWidth(regel.width())]

    qtbot.waitUntil(lambda: venster.width() == maat[0] and not afgesneden())
    zin = "Deze dag ligt vóór de dag waarop het is gebeurd: 31-12-2025. Kies een andere dag."
    formulier.toon_gebreken([Gebrek(veld, zin) for veld in formulier.velden()])
    qtbot.waitUntil(lambda: any(regel.text() == zin and regel.isVisible() for regel in regels))
    qtbot.waitUntil(lambda: not afgesneden())


@pytest.mark.eis("n5", "w10")
def test_a_help_conversation_is_shown_and_cannot_be_chosen_as_a_fact(weging_scherm: WegingScherm, zaak: Zaak):
    weging_scherm.kies("informatie")
    editor = deel(weging_scherm).editor
    editor.formulier.vul({"partij_id": zaak.partijen["politie"], "contactdoel": "hulpverlening"})
    assert editor.ui.contactdoelLabel.isVisibleTo(editor)
    assert editor.ui.noodzaakVak.isVisibleTo(editor)
    gronden = editor.ui.grondslag_geverComboBox
    assert gronden.findData("toestemming") > 0, "the ground of whoever gave the help can be chosen"
    editor.formulier.vul({"contactdoel": "eigen_taak"})
    assert gronden.findData("toestemming") < 0

    for tekst, anders in (
        ("Gewoon feit.", {}),
        ("Uit een hulpgesprek.", {"contactdoel": "hulpverlening", "markering": "ter_kennisneming"}),
    ):
        register_informatie(
            zaak.store,
            zaak.dossier_id,
            informatie(zaak, tekst=tekst, **anders),
            waarbij={"weging_id": weging_id(weging_scherm)},
        )
    weging_scherm.herlaad()
    weging_scherm.kies("k1")
    kiezer = deel(weging_scherm).ui.feitenKiezer
    regels = [kiezer.lijst.topLevelItem(n) for n in range(2)]
    dicht = next(r for r in regels if r is not None and "hulpgesprek" in r.text(1))
    kiezer.lijst.setCurrentItem(dicht)
    assert HULP_WEEGT_NIET in kiezer.heel.text()
    QTest.keyClick(kiezer.lijst, Key.Key_V)
    assert (dicht.text(0), kiezer.waarde()) == (kiezer.WEEGT_NIET, {})
    kiezer.lijst.setCurrentItem(next(r for r in regels if r is not dicht))
    QTest.keyClick(kiezer.lijst, Key.Key_V)
    assert list(kiezer.waarde().values()) == ["voor"]


@pytest.mark.eis("c07", "n6")
def test_an_open_source_asks_who_saw_it_and_only_then(weging_scherm: WegingScherm):
    weging_scherm.kies("informatie")
    editor = deel(weging_scherm).editor
    assert not editor.ui.openBronVak.isVisibleTo(editor)
    editor.formulier.vul({"verkregen": "open_bron"})
    assert editor.ui.openBronVak.isVisibleTo(editor)
    ctrl_enter(editor.ui.tekstPlainTextEdit)
    assert {"vinder", "vindplaats", "gevonden_op"} <= set(editor.formulier.gebreken())


@pytest.mark.eis("n4")
def test_what_is_not_ordinary_is_marked_in_the_list(weging_scherm: WegingScherm, zaak: Zaak):
    zwaar: dict[str, str] = {
        "categorie": "strafrechtelijk",
        "noodzaak": "Nodig.",
        "grondslag_gever": "wpg_20",
    }
    for tekst, anders in (("Een aanhouding.", zwaar), ("Een brief.", {})):
        register_informatie(
            zaak.store,
            zaak.dossier_id,
            informatie(zaak, tekst=tekst, **anders),
            waarbij={"weging_id": weging_id(weging_scherm)},
        )
    weging_scherm.herlaad()
    weging_scherm.kies("informatie")
    model = deel(weging_scherm).ui.informatieLijst.model()
    regels = {model.index(rij, 1).data() for rij in range(model.rowCount())}
    assert regels == {"[strafrechtelijk gegeven] Een aanhouding.", "Een brief."}


def test_the_ground_of_the_police_leaves_the_screen_with_the_police(weging_scherm: WegingScherm, zaak: Zaak):
    weging_scherm.kies("informatie")
    editor = deel(weging_scherm).editor
    gever, grond = editor.ui.partij_idComboBox, editor.ui.grondslag_geverComboBox
    gever.setCurrentIndex(gever.findData(zaak.partijen["politie"]))
    grond.setCurrentIndex(grond.findData("wpg_16_1_b"))
    naam = editor._kader.grondslag("wpg_16_1_b").naam
    assert naam in editor.ui.grondslagLabel.text()
    gever.setCurrentIndex(gever.findData(zaak.partijen["gemeente"]))
    assert editor.formulier.lees()["grondslag_gever"] != "wpg_16_1_b"
    assert naam not in editor.ui.grondslagLabel.text()
    assert editor.formulier.lees()["grondslag_gever"]
    assert "Voorstel bij deze gever" in editor.ui.grondslagLabel.text()
    gever.setCurrentIndex(0)  # nobody is chosen any more: a suggestion for whom?
    assert editor.formulier.lees()["grondslag_gever"] == editor.formulier.lees()["grondslag_ontvanger"] == ""
    assert editor.ui.grondslagLabel.text() == ""


def test_what_lay_on_the_table_before_is_taken_over_and_the_question_stands_there(
    venster: Window, zaak: Zaak
) -> None:
    vraag = besluit(
        besluit="nadere_informatie", vraag="Is er eerder hulp geweest?", vraag_aan="Wijkteam West",
        vraag_grondslag="publieke_taak", vraag_voor=DATUM + timedelta(days=7), vervolg="",
    )  # fmt: skip
    eerste = volledige_weging(zaak, met_besluit=vraag)
    vaststellen(zaak.store, eerste, kader(), VANDAAG)
    with zaak.store.reader() as r:
        toen = [i for i in informatie_van_weging(r, eerste) if i.inhoud.tekst]
    onjuist, item = toen[0], toen[1]
    gemeld = Informatiecorrectie("onjuist", "K. Brouwer, politie", VANDAAG, "Het was een ander.")
    report_onjuist(zaak.store, onjuist.id, gemeld)

    venster.open("weging", begin_weging(zaak.store, zaak.dossier_id, DATUM))
    scherm = geopend(venster)
    scherm.kies("informatie")
    d = deel(scherm)
    assert "aan Wijkteam West: “Is er eerder hulp geweest?”" in d.vraaglabel.text()
    teksten = [i.inhoud.tekst for i in d.eerderlijst.rijen()]
    assert onjuist.inhoud.tekst not in teksten, "what turned out wrong does not come back by itself"
    assert item.inhoud.tekst in teksten
    d.eerderlijst.kies(item.id)
    d.eerderlijst.setFocus()
    QTest.keyClick(d.eerderlijst, Key.Key_Return)
    gelezen = d.editor.formulier.lees()
    assert gelezen["tekst"] == item.inhoud.tekst
    assert gelezen["partij_id"] == item.inhoud.partij_id
    assert gelezen["verkregen"] == item.inhoud.verkregen
    assert gelezen["markering"] == "", "what may be done with it is asked of the giver anew"
    kies(d.editor.ui.markeringKeuzeGroep, "vrij")
    d.vastleggen()
    assert d.editor.formulier.gebreken() == {}
    scherm.herlaad()
    assert [i.inhoud.tekst for i in d.blad.items] == [item.inhoud.tekst]
    assert item.inhoud.tekst not in [i.inhoud.tekst for i in d.eerderlijst.rijen()]
