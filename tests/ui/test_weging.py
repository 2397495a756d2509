# SPDX-License-Identifier: EUPL-1.2
"""The weging in the real window: its list, and recording each part by mouse and keys."""

from dataclasses import fields
from datetime import date

from PySide6 import QtWidgets
from PySide6.QtTest import QTest

from gemeente_pga.domain.informatie import Informatie
from gemeente_pga.domain.informeren import Informeerbesluit
from gemeente_pga.domain.weging import Afweging, Oordeel, Tafel, Tafelpartij, Weegbesluit
from gemeente_pga.handelingen.weging import record_oordeel
from gemeente_pga.ui.screens.weging import WegingScherm
from gemeente_pga.ui.screens.weging_besluit import STANDPUNT
from gemeente_pga.ui.screens.weging_tafel import AANWEZIGHEID
from tests.ui.weging_hand import Key, acts, ctrl_enter, deel, gelezen, kies, merken, schrijf, weging_id
from tests.weegploeg import DATUM, Zaak


def namen(soort: type) -> set[str]:
    return {veld.name for veld in fields(soort)}


# ---- the forms


def test_the_fields_of_every_form_are_those_of_its_dataclass(weging_scherm: WegingScherm):
    def velden(onderdeel: str) -> set[str]:
        weging_scherm.kies(onderdeel)
        return set(deel(weging_scherm).formulieren()[0].velden())

    assert velden("tafel") == namen(Tafel) | {"signaal_ids"}
    assert velden("informatie") == namen(Informatie) | {"deelbaar_met"}
    assert velden("k1") | {"criterium"} == namen(Oordeel) | {"feiten"}
    assert velden("afweging") == namen(Afweging)
    assert velden("informeren") == namen(Informeerbesluit)
    assert velden("besluit") == namen(Weegbesluit)
    assert {*AANWEZIGHEID, *STANDPUNT, "partij_id"} == namen(Tafelpartij)


def test_every_input_has_a_name_for_the_screen_reader(weging_scherm: WegingScherm):
    for onderdeel in ("tafel", "informatie", "k1", "groep_wettelijk", "afweging", "informeren", "besluit"):
        weging_scherm.kies(onderdeel)
        for formulier in deel(weging_scherm).formulieren():
            for veld in formulier.velden():
                widget = formulier.widget(veld)
                zichtbaar = not isinstance(widget, QtWidgets.QLineEdit) or not widget.isHidden()
                naam = widget.accessibleName() or (
                    widget.text() if isinstance(widget, QtWidgets.QCheckBox) else ""
                )
                hulpveld = veld in ("signaal_ids", "deelbaar_met", "feiten", "criteria")
                assert naam or hulpveld or not zichtbaar, f"{onderdeel}.{veld}"


# ---- walking


def test_the_list_shows_sign_and_word_and_never_a_number(weging_scherm: WegingScherm, zaak: Zaak):
    record_oordeel(
        zaak.store, weging_id(weging_scherm), Oordeel("k1", "onbekend", "R.", "V?", "OM"), feiten={}
    )
    weging_scherm.herlaad()
    woorden = merken(weging_scherm)
    assert woorden["k1"] == "onbekend"
    assert woorden["k2"] == "open"
    assert woorden["tafel"] == "open"
    teksten = " ".join(
        w.text() for w in weging_scherm.findChildren(QtWidgets.QLabel) if w.isVisibleTo(weging_scherm)
    )
    assert "score" not in teksten.casefold().replace("geen score", "")
    assert weging_scherm.ui.openLabel.text() == "Er is nog iets open."


def test_the_two_lists_are_apart_and_closing_texts_lead_to_their_place(
    weging_scherm: WegingScherm,
):
    sleutels = [r.sleutel for r in weging_scherm.ui.onderdelenLijst.regels()]
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
        weging_scherm.kies(code)
        deel(weging_scherm).ui.naarButton.click()
        assert weging_scherm.onderdeel == onderdeel


def test_the_whole_list_can_be_walked_by_key(weging_scherm: WegingScherm, qtbot):
    weging_scherm.kies("tafel")
    gezien = []
    for _ in weging_scherm.ui.onderdelenLijst.regels():
        gezien.append(weging_scherm.onderdeel)
        weging_scherm.volgende()
    assert gezien == [r.sleutel for r in weging_scherm.ui.onderdelenLijst.regels()]
    lijst = weging_scherm.ui.onderdelenLijst
    lijst.setFocus()
    QTest.keyClick(lijst, Key.Key_Up)
    assert weging_scherm.onderdeel == "informeren"
    assert lijst.hasFocus()  # walking in the list stays in the list


# ---- recording


def test_the_table_is_recorded_in_one_act(weging_scherm: WegingScherm, zaak: Zaak):
    weging_scherm.kies("tafel")
    tafel = deel(weging_scherm)
    was = len(acts(weging_scherm))
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
    assert acts(weging_scherm)[was:] == ["weging.tafel"]
    weging = gelezen(weging_scherm)
    assert weging.tafel.begin == "10:00"
    assert {p.naam for p in weging.partijen} == {"S. Aydın", "mr. P. van 't Hoff", "K. Brouwer"}
    assert set(weging.signaal_ids) == set(zaak.signalen)
    assert weging_scherm.onderdeel == "informatie"  # on to what is open


def test_an_absent_core_party_asks_for_a_reason_and_a_date(weging_scherm: WegingScherm, zaak: Zaak):
    weging_scherm.kies("tafel")
    tafel = deel(weging_scherm)
    kies(tafel.rijen[zaak.partijen["om"]].ui.aanwezigKeuzeGroep, "nee")
    assert tafel.ui.onvolledigKaart.isVisibleTo(tafel)
    kies(tafel.rijen[zaak.partijen["om"]].ui.aanwezigKeuzeGroep, "schriftelijk")
    assert not tafel.ui.onvolledigKaart.isVisibleTo(tafel)


def test_another_party_can_be_added_and_taken_away(weging_scherm: WegingScherm, zaak: Zaak):
    weging_scherm.kies("tafel")
    tafel = deel(weging_scherm)
    keuze = tafel.ui.erbijKeuze
    keuze.setCurrentIndex(keuze.findData(zaak.partijen["rvdk"]))
    tafel.ui.erbijButton.click()
    rij = tafel.rijen[zaak.partijen["rvdk"]]
    kies(rij.ui.aanwezigKeuzeGroep, "ja")
    ctrl_enter(rij.ui.naamLineEdit)  # no name yet
    assert "naam" in rij.formulier.gebreken()
    schrijf(rij.ui.naamLineEdit, "L. Nguyễn")
    ctrl_enter(rij.ui.naamLineEdit)
    assert zaak.partijen["rvdk"] in {p.partij_id for p in gelezen(weging_scherm).partijen}
    weging_scherm.kies("tafel")
    deel(weging_scherm).rijen[zaak.partijen["rvdk"]].ui.weghalenButton.click()
    ctrl_enter(deel(weging_scherm).ui.plaatsLineEdit)
    assert zaak.partijen["rvdk"] not in {p.partij_id for p in gelezen(weging_scherm).partijen}


def test_a_card_by_keys_only_and_on_to_the_next(volle_weging: WegingScherm, venster, zaak: Zaak):
    venster.open("weging", weging_id(volle_weging), "k4")
    d = deel(volle_weging)
    QTest.keyClick(d.ui.feitenKiezer.lijst, Key.Key_T)
    QTest.keyClick(d.ui.feitenKiezer.lijst, Key.Key_V)
    assert sorted(d.ui.feitenKiezer.waarde().values()) == ["tegen", "voor"]
    kies(d.ui.antwoordKeuzeGroep, "onbekend")
    ctrl_enter(d.ui.redenPlainTextEdit)
    assert set(d.formulier.gebreken()) == {"vraag"}
    schrijf(d.ui.vraagPlainTextEdit, "Is er meer dan een verhaal over wapens?")
    schrijf(d.ui.vraag_aanLineEdit, "politie")
    was = len(acts(volle_weging))
    ctrl_enter(d.ui.redenPlainTextEdit)
    assert acts(volle_weging)[was:] == ["weging.oordeel"]
    k4 = next(o for o in gelezen(volle_weging).oordelen if o.criterium == "k4")
    assert (k4.antwoord, k4.vraag_aan) == ("onbekend", "politie")


def test_looking_again_must_come_after_the_weging(volle_weging: WegingScherm, venster):
    venster.open("weging", weging_id(volle_weging), "informeren")
    d = deel(volle_weging)
    kies(d.ui.informerenKeuzeGroep, "later")
    d.ui.informeren_grondslagComboBox.setCurrentIndex(1)
    d.ui.informeren_opnieuw_opDatumEdit.setText("1-1-2020")
    d.vastleggen()
    assert "na het besluit" in d.formulier.gebreken()["informeren_opnieuw_op"]


def test_a_weging_is_not_before_its_signaal(weging_scherm: WegingScherm):
    d = deel(weging_scherm)
    d.ui.datumDatumEdit.setText("1-1-1950")
    d.vastleggen()
    assert "vóór de ontvangst" in d.formulier.gebreken()["datum"]


def test_a_stance_is_not_before_the_table(volle_weging: WegingScherm):
    d = deel(volle_weging)
    rij = next(r for r in d.rijen.values() if r.partij.aanwezig == "ja")
    rij.formulier.vul({"standpunt_op": date(1990, 1, 1)})
    was = acts(volle_weging)
    d.vastleggen()
    assert "zat aan tafel op 2-10-2026" in rij.formulier.gebreken()["standpunt_op"]
    assert acts(volle_weging) == was


def test_a_part_in_which_nothing_was_answered_is_not_called_done(weging_scherm: WegingScherm, venster):
    weging_scherm.kies("afweging")
    was = acts(weging_scherm)
    deel(weging_scherm).vastleggen()
    assert acts(weging_scherm) == was, "nothing was filled in: nothing to record"
    assert venster.meldbalk.tekst.text() == "Er is nog niets ingevuld. Schrijf eerst de afweging op."
    assert venster.meldbalk._soort == "let_op"
    weging_scherm.kies("tafel")
    deel(weging_scherm).vastleggen()
    assert "Aanwezigheid vastgelegd" not in venster.meldbalk.tekst.text()
    assert "nog niet klaar: leg vast of" in venster.meldbalk.tekst.text()
    assert venster.meldbalk._soort == "let_op"


def test_one_sentence_closes_a_group(weging_scherm: WegingScherm):
    weging_scherm.kies("groep_wettelijk")
    d = deel(weging_scherm)
    for code in ("k9", "k10"):
        vinkje = d.findChild(QtWidgets.QCheckBox, f"vinkje_{code}")
        vinkje.setFocus()
        QTest.keyClick(vinkje, Key.Key_Space)
    ctrl_enter(d.ui.redenPlainTextEdit)
    assert "reden" in d.formulier.gebreken()
    schrijf(d.ui.redenPlainTextEdit, "Daar is nog niets over bekend.")
    ctrl_enter(d.ui.redenPlainTextEdit)
    assert {o.criterium for o in gelezen(weging_scherm).oordelen} == {"k9", "k10"}


def test_a_part_that_does_not_exist_opens_what_is_open(weging_scherm: WegingScherm, venster):
    venster.open("weging", weging_id(weging_scherm), "bestaat_niet")
    assert weging_scherm.onderdeel == "tafel"


def test_a_question_first_proposes_a_date_four_weeks_on(weging_scherm: WegingScherm):
    weging_scherm.kies("besluit")
    d = deel(weging_scherm)
    kies(d.ui.besluitKeuzeGroep, "nadere_informatie")
    assert d.ui.vraag_voorDatumEdit.datum() == date(2026, 10, 30)
    assert d.ui.vraagGroep.isVisibleTo(d)
    kies(d.ui.besluitKeuzeGroep, "doorgeleid")
    assert not d.ui.vraagGroep.isVisibleTo(d)
    assert d.ui.doorgeleidGroep.isVisibleTo(d)


def test_what_is_missing_jumps_to_its_field(weging_scherm: WegingScherm):
    weging_scherm.kies("besluit")
    d = deel(weging_scherm)
    assert not d.ui.vaststellenButton.isEnabled()
    for punt in d.blad.ontbreekt:
        weging_scherm.kies("besluit")
        deel(weging_scherm).ui.mistLijst.linkActivated.emit(punt.veld)
        onderdeel, _, veld = punt.veld.partition(".")
        assert weging_scherm.onderdeel == (veld if onderdeel == "criterium" else onderdeel)


def test_at_a_large_scale_the_list_folds_into_one_line(volle_weging: WegingScherm, venster):
    venster.resize(683, 360)
    QtWidgets.QApplication.sendPostedEvents()
    assert not volle_weging.ui.zij.isVisibleTo(volle_weging)
    assert volle_weging.ui.smalRij.isVisibleTo(volle_weging)
    volle_weging.ui.vorigeButton.click()
    assert volle_weging.onderdeel == "informeren"


def test_what_is_recorded_but_not_done_keeps_the_reader_there(
    weging_scherm: WegingScherm, venster, zaak: Zaak
):
    weging_scherm.kies("tafel")
    tafel = deel(weging_scherm)
    rij = tafel.rijen[zaak.partijen["om"]]
    kies(rij.ui.aanwezigKeuzeGroep, "ja")
    schrijf(rij.ui.naamLineEdit, "mr. P. van 't Hoff")
    ctrl_enter(rij.ui.naamLineEdit)
    assert "nog niet klaar" in venster.meldbalk.tekst.text()
    assert weging_scherm.onderdeel == "tafel"
    assert merken(weging_scherm)["tafel"] == "open"


def test_what_follows_from_another_part_is_not_called_open(weging_scherm: WegingScherm):
    woorden = merken(weging_scherm)
    assert {woorden[code] for code in ("k7", "k13", "k14", "k15", "k16", "k18")} == {"volgt"}


def test_the_decision_says_which_lines_of_the_signal_are_not_among_the_facts(weging_scherm: WegingScherm):
    assert weging_scherm.blad is not None
    regels = len(weging_scherm.blad.signaaldelen)
    assert regels
    weging_scherm.kies("besluit")
    label = deel(weging_scherm).ui.signaalregelsLabel
    assert label.isVisibleTo(weging_scherm)
    assert "niet bij de informatie" in label.text()
    label.linkActivated.emit("informatie.signaalregels")
    assert weging_scherm.onderdeel == "informatie"
    assert len(deel(weging_scherm).ui.signaalLijst.selectedIndexes()) > 0
