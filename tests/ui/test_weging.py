# SPDX-License-Identifier: EUPL-1.2
"""The weging on screen: by mouse and keys to a weegverslag on paper, and what stays out of it."""

from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from PySide6 import QtCore, QtWidgets
from PySide6.QtTest import QTest

from gemeente_pga.domain.bureau import Onderwerp
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.informatie import Informatie
from gemeente_pga.domain.informeren import Informeerbesluit
from gemeente_pga.domain.weging import Afweging, Oordeel, Tafel, Tafelpartij, Weegbesluit
from gemeente_pga.handelingen.weging import begin_weging, record_oordeel, vaststellen
from gemeente_pga.store.queries.bureau import aandacht
from gemeente_pga.store.queries.document import document_pdf
from gemeente_pga.store.queries.informatie import informatie_van_weging
from gemeente_pga.store.queries.weging import weging as lees_weging
from gemeente_pga.ui.pdf import read_bladen
from gemeente_pga.ui.screens.weging import WegingScherm
from gemeente_pga.ui.screens.weging_besluit import STANDPUNT
from gemeente_pga.ui.screens.weging_tafel import AANWEZIGHEID
from tests.ui_hulp import typ
from tests.weegploeg import DATUM, GEBLOKKEERD, MELDER, VANDAAG, Zaak, kader, volledige_weging, zaak_in

Key = QtCore.Qt.Key


@pytest.fixture
def zaak(venster) -> Zaak:
    venster.omgeving.vandaag = lambda: VANDAAG
    return zaak_in(venster.omgeving.store)


def geopend(venster) -> WegingScherm:
    assert isinstance(venster.scherm, WegingScherm)
    return venster.scherm


@pytest.fixture
def scherm(venster, zaak: Zaak) -> WegingScherm:
    """A weging that has just begun."""
    venster.open("weging", begin_weging(zaak.store, zaak.dossier_id, DATUM))
    return geopend(venster)


@pytest.fixture
def vol(venster, zaak: Zaak) -> WegingScherm:
    """A weging in which nothing is missing."""
    venster.open("weging", volledige_weging(zaak), "besluit")
    return geopend(venster)


def deel(scherm: WegingScherm):
    return scherm.ui.delenStapel.currentWidget()


def merken(scherm: WegingScherm) -> dict[str, str]:
    return {r.sleutel: r.merk.woord for r in scherm.ui.onderdelenLijst.regels() if r.merk}


def kies(groep, code: str) -> None:
    """The radio button of this code, by the space bar."""
    knop = groep.knoppen()[groep._codes.index(code)]
    knop.setFocus()
    QTest.keyClick(knop, Key.Key_Space)
    assert groep.waarde() == code


def schrijf(widget: QtWidgets.QWidget, tekst: str) -> None:
    widget.setFocus()
    typ(widget, tekst)


def ctrl_enter(widget: QtWidgets.QWidget) -> None:
    widget.setFocus()
    QTest.keyClick(widget, Key.Key_Return, QtCore.Qt.KeyboardModifier.ControlModifier)


def weging_id(scherm: WegingScherm) -> int:
    assert scherm.onderwerp_id is not None
    return scherm.onderwerp_id


def gelezen(scherm: WegingScherm):
    with scherm.omgeving.store.reader() as r:
        weging = lees_weging(r, weging_id(scherm))
    assert weging is not None
    return weging


def acts(scherm: WegingScherm) -> list[str]:
    with scherm.omgeving.store.reader() as r:
        return [rij["code"] for rij in r.rows("SELECT code FROM handeling ORDER BY n")]


def namen(soort: type) -> set[str]:
    return {veld.name for veld in fields(soort)}


# ---- the forms


def test_the_fields_of_every_form_are_those_of_its_dataclass(scherm: WegingScherm):
    def velden(onderdeel: str) -> set[str]:
        scherm.kies(onderdeel)
        return set(deel(scherm).formulieren()[0].velden())

    assert velden("tafel") == namen(Tafel) | {"signaal_ids"}
    assert velden("informatie") == namen(Informatie) | {"deelbaar_met"}
    assert velden("k1") | {"criterium"} == namen(Oordeel) | {"feiten"}
    assert velden("afweging") == namen(Afweging)
    assert velden("informeren") == namen(Informeerbesluit)
    assert velden("besluit") == namen(Weegbesluit)
    assert {*AANWEZIGHEID, *STANDPUNT, "partij_id"} == namen(Tafelpartij)


def test_every_input_has_a_name_for_the_screen_reader(scherm: WegingScherm):
    for onderdeel in ("tafel", "informatie", "k1", "groep_wettelijk", "afweging", "informeren", "besluit"):
        scherm.kies(onderdeel)
        for formulier in deel(scherm).formulieren():
            for veld in formulier.velden():
                widget = formulier.widget(veld)
                zichtbaar = not isinstance(widget, QtWidgets.QLineEdit) or not widget.isHidden()
                naam = widget.accessibleName() or (
                    widget.text() if isinstance(widget, QtWidgets.QCheckBox) else ""
                )
                hulpveld = veld in ("signaal_ids", "deelbaar_met", "feiten", "criteria")
                assert naam or hulpveld or not zichtbaar, f"{onderdeel}.{veld}"


# ---- walking


def test_the_list_shows_sign_and_word_and_never_a_number(scherm: WegingScherm, zaak: Zaak):
    record_oordeel(zaak.store, weging_id(scherm), Oordeel("k1", "onbekend", "R.", "V?", "OM"), feiten={})
    scherm.herlaad()
    woorden = merken(scherm)
    assert woorden["k1"] == "onbekend"
    assert woorden["k2"] == "open"
    assert woorden["tafel"] == "open"
    teksten = " ".join(w.text() for w in scherm.findChildren(QtWidgets.QLabel) if w.isVisibleTo(scherm))
    assert "score" not in teksten.casefold().replace("geen score", "")
    assert scherm.ui.openLabel.text() == "Er is nog iets open."


def test_the_two_lists_are_apart_and_closing_texts_lead_to_where_they_are_written(scherm: WegingScherm):
    sleutels = [r.sleutel for r in scherm.ui.onderdelenLijst.regels()]
    wettelijk = sleutels[sleutels.index("groep_wettelijk") + 1 : sleutels.index("groep_zorgvuldigheid")]
    assert wettelijk == ["k1", "k2", "k3", "k4", "k5", "k7", "k8", "k9", "k10"]
    for code, onderdeel in {
        "k7": "afweging",
        "k13": "afweging",
        "k14": "afweging",
        "k15": "tafel",
        "k16": "afweging",
        "k18": "informeren",
    }.items():
        scherm.kies(code)
        deel(scherm).ui.naarButton.click()
        assert scherm.onderdeel == onderdeel


def test_the_whole_list_can_be_walked_by_key(scherm: WegingScherm, qtbot):
    scherm.kies("tafel")
    gezien = []
    for _ in scherm.ui.onderdelenLijst.regels():
        gezien.append(scherm.onderdeel)
        scherm.volgende()
    assert gezien == [r.sleutel for r in scherm.ui.onderdelenLijst.regels()]
    lijst = scherm.ui.onderdelenLijst
    lijst.setFocus()
    QTest.keyClick(lijst, Key.Key_Up)
    assert scherm.onderdeel == "informeren"
    assert lijst.hasFocus()  # walking in the list stays in the list


# ---- recording


def test_the_table_is_recorded_in_one_act(scherm: WegingScherm, zaak: Zaak):
    scherm.kies("tafel")
    tafel = deel(scherm)
    was = len(acts(scherm))
    formulier = tafel.formulier
    formulier.vul({"datum": DATUM})
    for veld, tekst in (
        ("begin", "10.00"),
        ("einde", "10.50"),
        ("plaats", "Kamer 2.14"),
        ("voorzitter", "S. Aydın"),
    ):
        schrijf(formulier.widget(veld), tekst)
    kies(formulier.widget("soort"), "gewoon") if not formulier.lees()["soort"] else None
    for soort, (naam, functie) in {
        "gemeente": ("S. Aydın", "coördinator"),
        "om": ("mr. P. van 't Hoff", "officier van justitie"),
        "politie": ("K. Brouwer", "wijkagent"),
    }.items():
        rij = tafel.rijen[zaak.partijen[soort]]
        kies(rij.ui.aanwezigKeuzeGroep, "ja")
        schrijf(rij.ui.naamLineEdit, naam)
        schrijf(rij.ui.functieLineEdit, functie)
        schrijf(rij.ui.mandaatLineEdit, "bevoegd")
    # the police gave a signal too (G16): the field to explain it appears
    assert tafel.ui.bronKaart.isVisibleTo(tafel)
    assert not tafel.ui.onvolledigKaart.isVisibleTo(tafel)
    schrijf(tafel.ui.bron_weegt_mee_toelichtingPlainTextEdit, "Het signaal is apart besproken.")
    ctrl_enter(tafel.ui.plaatsLineEdit)
    assert acts(scherm)[was:] == ["weging.tafel"]
    weging = gelezen(scherm)
    assert weging.tafel.begin == "10:00"
    assert {p.naam for p in weging.partijen} == {"S. Aydın", "mr. P. van 't Hoff", "K. Brouwer"}
    assert set(weging.signaal_ids) == set(zaak.signalen)
    assert scherm.onderdeel == "informatie"  # on to what is open


def test_an_absent_core_party_asks_for_a_reason_and_a_date(scherm: WegingScherm, zaak: Zaak):
    scherm.kies("tafel")
    tafel = deel(scherm)
    kies(tafel.rijen[zaak.partijen["om"]].ui.aanwezigKeuzeGroep, "nee")
    assert tafel.ui.onvolledigKaart.isVisibleTo(tafel)
    kies(tafel.rijen[zaak.partijen["om"]].ui.aanwezigKeuzeGroep, "schriftelijk")
    assert not tafel.ui.onvolledigKaart.isVisibleTo(tafel)


def test_another_party_can_be_added_and_taken_away(scherm: WegingScherm, zaak: Zaak):
    scherm.kies("tafel")
    tafel = deel(scherm)
    keuze = tafel.ui.erbijKeuze
    keuze.setCurrentIndex(keuze.findData(zaak.partijen["rvdk"]))
    tafel.ui.erbijButton.click()
    rij = tafel.rijen[zaak.partijen["rvdk"]]
    kies(rij.ui.aanwezigKeuzeGroep, "ja")
    ctrl_enter(rij.ui.naamLineEdit)  # no name yet
    assert "naam" in rij.formulier.gebreken()
    schrijf(rij.ui.naamLineEdit, "L. Nguyễn")
    ctrl_enter(rij.ui.naamLineEdit)
    assert zaak.partijen["rvdk"] in {p.partij_id for p in gelezen(scherm).partijen}
    scherm.kies("tafel")
    deel(scherm).rijen[zaak.partijen["rvdk"]].ui.weghalenButton.click()
    ctrl_enter(deel(scherm).ui.plaatsLineEdit)
    assert zaak.partijen["rvdk"] not in {p.partij_id for p in gelezen(scherm).partijen}


def test_a_line_of_the_signal_is_taken_over_checked_and_recorded(scherm: WegingScherm, zaak: Zaak):
    scherm.kies("informatie")
    d = deel(scherm)
    was = len(acts(scherm))
    d.ui.signaalLijst.selectRow(0)
    QTest.keyClick(d.ui.signaalLijst, Key.Key_Return)
    editor = d.editor
    assert editor.ui.tekstPlainTextEdit.toPlainText().startswith("Op 1 september")
    assert editor.formulier.lees()["soort_uitspraak"] == "feit"
    assert editor.formulier.lees()["grondslag_gever"]  # suggested
    assert "Voorstel" in editor.ui.grondslagLabel.text()
    # what decides is not filled in
    assert [editor.formulier.lees()[v] for v in ("categorie", "verkregen", "markering")] == ["", "", ""]
    ctrl_enter(editor.ui.tekstPlainTextEdit)
    assert {"categorie", "verkregen", "markering"} <= set(editor.formulier.gebreken())
    kies(editor.ui.categorieKeuzeGroep, "gewoon")
    kies(editor.ui.markeringKeuzeGroep, "vrij")
    editor.ui.verkregenComboBox.setCurrentIndex(editor.ui.verkregenComboBox.findData("vrijwillig_verteld"))
    ctrl_enter(editor.ui.tekstPlainTextEdit)
    assert acts(scherm)[was:] == ["informatie.toevoegen"]
    with scherm.omgeving.store.reader() as r:
        (item,) = informatie_van_weging(r, weging_id(scherm))
    assert item.signaal_id in zaak.signalen
    assert item.signaal_deel == "zelf_waargenomen:0"
    assert len(d.blad.signaaldelen) == 4


def test_heimelijk_is_blocked_with_the_reason(scherm: WegingScherm):
    scherm.kies("informatie")
    editor = deel(scherm).editor
    combo = editor.ui.verkregenComboBox
    combo.setCurrentIndex(combo.findData("heimelijk"))
    assert "mag u niet gebruiken" in editor.ui.verkregenLabel.text()
    ctrl_enter(editor.ui.tekstPlainTextEdit)
    assert "Heimelijk" in editor.formulier.gebreken()["verkregen"]


def test_what_may_not_be_recorded_leaves_the_screen_and_the_concept(scherm: WegingScherm, zaak: Zaak):
    scherm.kies("informatie")
    editor = deel(scherm).editor
    schrijf(editor.ui.tekstPlainTextEdit, "De herkomst van zijn vrouw.")
    editor.formulier.bewaar_concept()
    kies(editor.ui.markeringKeuzeGroep, "niet_vastleggen")
    assert editor.ui.tekstPlainTextEdit.toPlainText() == ""
    assert not any("herkomst" in c.inhoud for c in scherm.omgeving.store.concepten())
    kies(editor.ui.markeringKeuzeGroep, "vrij")  # a slip of the key loses nothing
    assert editor.ui.tekstPlainTextEdit.toPlainText() == "De herkomst van zijn vrouw."


def test_an_item_is_changed_and_struck(scherm: WegingScherm, zaak: Zaak, antwoord):
    from gemeente_pga.handelingen.informatie import register_informatie
    from tests.weegploeg import informatie

    register_informatie(
        zaak.store, zaak.dossier_id, informatie(zaak), waarbij={"weging_id": weging_id(scherm)}
    )
    scherm.herlaad()
    scherm.kies("informatie")
    d = deel(scherm)
    d.ui.informatieLijst.selectRow(0)
    QTest.keyClick(d.ui.informatieLijst, Key.Key_Return)
    assert d.ui.editorKaartTitel.text() == "Informatie 1 wijzigen"
    schrijf(d.editor.ui.tekstPlainTextEdit, "Erbij: ")
    ctrl_enter(d.editor.ui.tekstPlainTextEdit)
    assert acts(scherm)[-1] == "informatie.corrigeren"
    d.ui.informatieLijst.selectRow(0)
    QTest.keyClick(d.ui.informatieLijst, Key.Key_Return)
    antwoord(True)
    d.editor.ui.schrapButton.click()
    assert acts(scherm)[-1] == "informatie.schrappen"
    assert d.blad.items == ()


def test_a_card_by_keys_only_and_on_to_the_next(vol: WegingScherm, venster, zaak: Zaak):
    venster.open("weging", weging_id(vol), "k4")
    d = deel(vol)
    QTest.keyClick(d.ui.feitenKiezer.lijst, Key.Key_T)
    QTest.keyClick(d.ui.feitenKiezer.lijst, Key.Key_V)
    assert sorted(d.ui.feitenKiezer.waarde().values()) == ["tegen", "voor"]
    kies(d.ui.antwoordKeuzeGroep, "onbekend")
    ctrl_enter(d.ui.redenPlainTextEdit)
    assert set(d.formulier.gebreken()) == {"vraag"}
    schrijf(d.ui.vraagPlainTextEdit, "Is er meer dan een verhaal over wapens?")
    schrijf(d.ui.vraag_aanLineEdit, "politie")
    was = len(acts(vol))
    ctrl_enter(d.ui.redenPlainTextEdit)
    assert acts(vol)[was:] == ["weging.oordeel"]
    k4 = next(o for o in gelezen(vol).oordelen if o.criterium == "k4")
    assert (k4.antwoord, k4.vraag_aan) == ("onbekend", "politie")


def test_the_fact_that_is_linked_can_be_read_whole(vol: WegingScherm, venster):
    venster.open("weging", weging_id(vol), "k1")
    d = deel(vol)
    kiezer = d.ui.feitenKiezer
    kiezer.resize(500, 300)
    regel = kiezer.lijst.currentItem()
    assert regel is not None
    assert regel.text(1) in kiezer.heel.text()
    assert regel.text(2) in kiezer.heel.text()
    assert kiezer.heel.isVisibleTo(d)
    assert kiezer.lijst.columnWidth(2) <= kiezer.width() // 4


def test_looking_again_must_come_after_the_weging(vol: WegingScherm, venster):
    venster.open("weging", weging_id(vol), "informeren")
    d = deel(vol)
    kies(d.ui.informerenKeuzeGroep, "later")
    d.ui.informeren_grondslagComboBox.setCurrentIndex(1)
    d.ui.informeren_opnieuw_opDatumEdit.setText("1-1-2020")
    d.vastleggen()
    assert "na het besluit" in d.formulier.gebreken()["informeren_opnieuw_op"]


def test_a_weging_is_not_before_its_signaal(scherm: WegingScherm):
    d = deel(scherm)
    d.ui.datumDatumEdit.setText("1-1-1950")
    d.vastleggen()
    assert "vóór de ontvangst" in d.formulier.gebreken()["datum"]


def test_one_sentence_closes_a_group(scherm: WegingScherm):
    scherm.kies("groep_wettelijk")
    d = deel(scherm)
    for code in ("k9", "k10"):
        vinkje = d.findChild(QtWidgets.QCheckBox, f"vinkje_{code}")
        vinkje.setFocus()
        QTest.keyClick(vinkje, Key.Key_Space)
    ctrl_enter(d.ui.redenPlainTextEdit)
    assert "reden" in d.formulier.gebreken()
    schrijf(d.ui.redenPlainTextEdit, "Daar is nog niets over bekend.")
    ctrl_enter(d.ui.redenPlainTextEdit)
    assert {o.criterium for o in gelezen(scherm).oordelen} == {"k9", "k10"}


def test_typing_is_kept_and_marked_and_comes_back(scherm: WegingScherm, venster):
    venster.open("weging", weging_id(scherm), "k2")
    schrijf(deel(scherm).ui.redenPlainTextEdit, "Half een zin")
    scherm.kies("k3")
    assert deel(scherm).ui.redenPlainTextEdit.toPlainText() == ""
    assert merken(scherm)["k2"] == "getypt"
    venster.open("controle")
    venster.open("weging", weging_id(scherm), "k2")
    assert deel(scherm).ui.redenPlainTextEdit.toPlainText() == "Half een zin"
    assert gelezen(scherm).oordelen == ()


def test_typing_waits_on_bureau_and_leads_back_to_its_part(scherm: WegingScherm):
    scherm.kies("groep_wettelijk")
    schrijf(deel(scherm).ui.redenPlainTextEdit, "Nog niet klaar")
    scherm.bewaar_concepten()
    with scherm.omgeving.store.reader() as r:
        (punt,) = [p for p in aandacht(r, kader(), VANDAAG) if p.onderwerp is Onderwerp.CONCEPT]
    assert (punt.onderwerp_id, punt.veld) == (weging_id(scherm), "groep_wettelijk")
    scherm.kies("tafel")
    scherm.omgeving.window.open("weging", punt.onderwerp_id, punt.veld)
    assert scherm.onderdeel == "groep_wettelijk"


def test_after_a_lock_one_is_back_at_the_same_letter(scherm: WegingScherm, venster):
    venster.open("weging", weging_id(scherm), "k3")
    schrijf(deel(scherm).ui.redenPlainTextEdit, "Half")
    plek = venster.plek()
    venster.open("controle")
    assert venster.naar_plek(plek)
    assert scherm.onderdeel == "k3"
    veld = deel(scherm).ui.redenPlainTextEdit
    assert veld.hasFocus()
    assert veld.textCursor().position() == 4


def test_a_part_that_does_not_exist_opens_what_is_open(scherm: WegingScherm, venster):
    venster.open("weging", weging_id(scherm), "bestaat_niet")
    assert scherm.onderdeel == "tafel"


def test_a_question_first_proposes_a_date_four_weeks_on(scherm: WegingScherm):
    scherm.kies("besluit")
    d = deel(scherm)
    kies(d.ui.besluitKeuzeGroep, "nadere_informatie")
    assert d.ui.vraag_voorDatumEdit.datum() == date(2026, 10, 30)
    assert d.ui.vraagGroep.isVisibleTo(d)
    kies(d.ui.besluitKeuzeGroep, "doorgeleid")
    assert not d.ui.vraagGroep.isVisibleTo(d)
    assert d.ui.doorgeleidGroep.isVisibleTo(d)


def test_what_is_missing_jumps_to_its_field(scherm: WegingScherm):
    scherm.kies("besluit")
    d = deel(scherm)
    assert not d.ui.vaststellenButton.isEnabled()
    for punt in d.blad.ontbreekt:
        scherm.kies("besluit")
        deel(scherm).ui.mistLijst.linkActivated.emit(punt.veld)
        onderdeel, _, veld = punt.veld.partition(".")
        assert scherm.onderdeel == (veld if onderdeel == "criterium" else onderdeel)


# ---- making final


def tekst_van(scherm: WegingScherm, document_id: int) -> str:
    with scherm.omgeving.store.reader() as r:
        pdf = document_pdf(r, document_id)
    assert pdf is not None
    return "\n".join(blad.tekst for blad in read_bladen(pdf))


def test_vaststellen_gives_a_weegverslag_and_a_casus(vol: WegingScherm, venster, qtbot):
    d = deel(vol)
    assert "begint er een casus" in d.ui.gevolgLabel.text()
    was = len(acts(vol))
    d.ui.vaststellenButton.setFocus()
    QTest.keyClick(d.ui.vaststellenButton, Key.Key_Space)
    qtbot.waitUntil(lambda: venster.scherm.code == "document", timeout=15000)
    assert acts(vol)[was : was + 3] == ["weging.vaststellen", "casus.openen", "document.pdf_vastleggen"]
    tekst = " ".join(tekst_van(vol, weging_id(venster.scherm)).split())
    for woord in ("Opnemen in de persoonsgerichte aanpak", "mr. P. van 't Hoff", "Eerste casusoverleg"):
        assert woord in tekst
    assert MELDER not in tekst
    assert GEBLOKKEERD not in tekst


def test_a_planted_leak_is_shown_in_its_place_and_stops_the_decision(
    vol: WegingScherm, venster, qtbot, antwoord
):
    record_oordeel(
        vol.omgeving.store,
        weging_id(vol),
        Oordeel("k8", "spreekt_voor", "Mevrouw Van der Wâl zag het zelf.", "", ""),
        feiten={},
    )
    venster.open("weging", weging_id(vol), "besluit")
    d = deel(vol)
    d.ui.vaststellenButton.click()
    qtbot.waitUntil(lambda: d.lekpaneel.isVisibleTo(d), timeout=15000)
    assert gelezen(vol).status == "concept"
    paneel = d.lekpaneel
    assert "Wâl" in paneel.ui.meldingLabel.text()
    assert "zag het zelf" in paneel.ui.paginaBrowser.toPlainText()
    aantal = len(paneel.ui.lekkenLijst.rijen())
    antwoord(None)
    paneel.ui.toelaatButton.click()  # changed her mind
    assert len(paneel.ui.lekkenLijst.rijen()) == aantal
    antwoord(*["akkoord_melder"] * aantal)
    for _ in range(aantal):
        paneel.ui.lekkenLijst.selectRow(0)
        paneel.ui.toelaatButton.click()
    qtbot.waitUntil(lambda: venster.scherm.code == "document", timeout=15000)
    assert acts(vol).count("document.lek_toelaten") == aantal
    assert gelezen(vol).status == "vastgesteld"


def _wijzig(store, tabel: str, veld: str, tekst: str, id_: int) -> None:
    """Put this text in every row of the table that belongs to the weging: not each one is printed."""
    with store.write(Handeling.WEGING_TAFEL, onderwerp=("weging", id_)) as w:
        for rij in w.rows(f"SELECT id FROM {tabel} WHERE weging_id = ?", id_):  # noqa: S608 - a name from below
            w.update(tabel, rij["id"], {veld: tekst})


@pytest.mark.parametrize(
    ("plant", "plek"),
    [
        (
            lambda s, id_: record_oordeel(
                s, id_, Oordeel("k8", "spreekt_voor", "Mevrouw Van der Wâl zag het zelf.", "", ""), feiten={}
            ),
            ("k8", "redenPlainTextEdit"),
        ),
        (
            lambda s, id_: _wijzig(
                s, "weging_partij", "standpunt_toelichting", "Mevrouw Van der Wâl wil dit.", id_
            ),
            ("besluit", "standpunt_toelichtingPlainTextEdit"),
        ),
        (
            lambda s, id_: _wijzig(s, "informatie", "bron", "mevrouw Van der Wâl", id_),
            ("informatie", "bronLineEdit"),
        ),
    ],
)
def test_back_to_change_goes_to_the_field_of_the_hit(vol: WegingScherm, venster, qtbot, plant, plek):
    plant(vol.omgeving.store, weging_id(vol))
    venster.open("weging", weging_id(vol), "besluit")
    d = deel(vol)
    d.ui.vaststellenButton.click()
    qtbot.waitUntil(lambda: d.lekpaneel.isVisibleTo(d), timeout=15000)
    d.lekpaneel.ui.wijzigButton.click()
    focus: Any = QtWidgets.QApplication.focusWidget()
    assert (vol.onderdeel, focus.objectName()) == plek
    gekozen = focus.textCursor().selectedText() if hasattr(focus, "textCursor") else focus.selectedText()
    assert "Wâl" in gekozen
    assert d.lekpaneel.isHidden()
    assert gelezen(vol).status == "concept"


def test_what_changed_while_it_was_checked_is_checked_again(vol: WegingScherm, venster, qtbot):
    d = deel(vol)
    d.ui.vaststellenButton.click()  # the check runs in the worker
    oordeel = Oordeel("k8", "spreekt_voor", f"{MELDER} zag het zelf.", "", "")
    record_oordeel(vol.omgeving.store, weging_id(vol), oordeel, feiten={})
    qtbot.waitUntil(lambda: d.lekpaneel.isVisibleTo(d), timeout=15000)
    assert gelezen(vol).status == "concept"


def test_after_vaststellen_everything_is_read_only_and_an_addition_is_possible(
    vol: WegingScherm, venster, antwoord
):
    vaststellen(vol.omgeving.store, weging_id(vol), kader(), VANDAAG)
    venster.open("weging", weging_id(vol), "k1")
    assert vol.ui.bevrorenVak.isVisibleTo(vol)
    assert deel(vol).ui.redenPlainTextEdit.isReadOnly()
    assert not deel(vol).ui.vastleggenButton.isVisibleTo(vol)
    for onderdeel in ("tafel", "afweging", "informeren", "besluit"):
        vol.kies(onderdeel)
        assert not deel(vol).ui.vastleggenButton.isVisibleTo(vol), onderdeel
    vol.kies("informatie")
    editor = deel(vol).editor
    assert editor.ui.vastleggenButton.text() == "Aanvulling &vastleggen"
    editor.formulier.vul(
        {
            "partij_id": editor.plek.partijen[0].id, "tekst": "De datum was 3 september.",
            "soort_uitspraak": "feit", "categorie": "gewoon", "verkregen": "openlijk", "markering": "vrij",
        }
    )  # fmt: skip
    antwoord("onjuist")
    editor.vastleggen()
    assert acts(vol)[-1] == "informatie.toevoegen"
    assert len(deel(vol).blad.items) == 3


def test_a_crash_between_decision_and_paper_is_mended(vol: WegingScherm, venster, qtbot):
    from gemeente_pga.ui.opbergen import maak_af

    document_id = vaststellen(vol.omgeving.store, weging_id(vol), kader(), VANDAAG)
    klaar: list[bool] = []
    maak_af(vol.omgeving, lambda: klaar.append(True))
    maak_af(vol.omgeving, lambda: klaar.append(True))  # asked twice: stored once
    qtbot.waitUntil(lambda: len(klaar) == 2, timeout=15000)
    assert acts(vol).count("document.pdf_vastleggen") == 1
    assert "Weegverslag" in tekst_van(vol, document_id)
    venster.open("weging", weging_id(vol))
    vol.ui.verslagButton.click()
    assert venster.scherm.code == "document"


def test_at_a_large_scale_the_list_folds_into_one_line(vol: WegingScherm, venster):
    venster.resize(683, 360)
    QtWidgets.QApplication.sendPostedEvents()
    assert not vol.ui.zij.isVisibleTo(vol)
    assert vol.ui.smalRij.isVisibleTo(vol)
    vol.ui.vorigeButton.click()
    assert vol.onderdeel == "informeren"


@pytest.mark.parametrize("maat", [(1366, 768), (960, 700), (683, 600)])
def test_help_and_faults_of_an_information_item_are_whole_in_any_window(
    qtbot, huisstijl, scherm: WegingScherm, maat
):
    venster = scherm.window()
    scherm.kies("informatie")
    venster.resize(*maat)
    formulier = deel(scherm).editor.formulier
    regels = [v for v in deel(scherm).editor.findChildren(QtWidgets.QLabel) if v.wordWrap()]

    def afgesneden() -> list[str]:
        zicht = [regel for regel in regels if regel.isVisible()]
        return [regel.text() for regel in zicht if regel.height() < regel.heightForWidth(regel.width())]

    qtbot.waitUntil(lambda: venster.width() == maat[0] and not afgesneden())
    zin = "Deze dag ligt vóór de dag waarop het is gebeurd: 31-12-2025. Kies een andere dag."
    formulier.toon_gebreken([Gebrek(veld, zin) for veld in formulier.velden()])
    qtbot.waitUntil(lambda: any(regel.text() == zin and regel.isVisible() for regel in regels))
    qtbot.waitUntil(lambda: not afgesneden())
