# SPDX-License-Identifier: EUPL-1.2
"""Inrichting, tab Sleutels, through the real window: each change is asked for, done, recorded and shown."""

from pathlib import Path
from typing import Any, cast

import pytest
from PySide6 import QtCore, QtWidgets

from gemeente_pga.dienst import Dienst
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.domain.sleutels import SlotSoort
from gemeente_pga.handelingen.sleutels import reconcile_sleutels
from gemeente_pga.kluis.sleutelbos import Sleutelbos
from gemeente_pga.kluis.storingen import HerstelcodeOnjuist, WachtzinOnjuist
from gemeente_pga.ui.pdf import read_bladen
from gemeente_pga.ui.screens.inrichting_papier import NieuweHerstelcode, NieuweHoofdsleutel
from gemeente_pga.ui.screens.inrichting_sleutelbladen import Intrekken, KorteZin, WachtzinWijzigen
from gemeente_pga.ui.screens.inrichting_sleutels import SleutelsDeel
from gemeente_pga.ui.screens.inrichting_toegang import FgToelaten, VervangerToevoegen
from gemeente_pga.ui.window import Window
from tests.documents.lezen import text
from tests.kluis.sleutelbossen import ALLEEN_GEHEUGENBOS, Geheugenbos
from tests.ui_hulp import VANDAAG, WACHTZIN, typ

NIEUW = "deurmat fluisterde zeven blauwe kapiteins omver"
VANDAAG_KORT = "8-9-2026"
EIGEN = "ladder kaneel zwemvest papegaai rietstengel dakpan"


@pytest.fixture
def deel(venster: Window) -> SleutelsDeel:
    """The tab, on a kluis whose keys are recorded as after the wizard."""
    omgeving = venster.omgeving
    reconcile_sleutels(omgeving.store, omgeving.dienst.sleutels.sloten(), VANDAAG)
    venster.open("inrichting", None, "sleutels")
    assert venster.scherm is not None
    gevonden = venster.scherm.findChild(SleutelsDeel)
    assert isinstance(gevonden, SleutelsDeel)
    return gevonden


def codes(deel: SleutelsDeel) -> list[str]:
    with deel.omgeving.store.reader() as r:
        return [rij["code"] for rij in r.rows("SELECT code FROM handeling ORDER BY n")]


def is_open(deel: SleutelsDeel) -> bool:
    """Asked anew each time: mypy takes an attribute that was true once to stay so."""
    return deel.omgeving.store.is_open


def vul(blad: QtWidgets.QWidget, **velden: str) -> None:
    """Type into the fields of the card that are in sight."""
    for naam, tekst in velden.items():
        (regel,) = [
            r for r in blad.findChildren(QtWidgets.QLineEdit, f"{naam}LineEdit") if r.isVisibleTo(blad)
        ]
        regel.setFocus()
        regel.clear()
        typ(regel, tekst)


def druk(deel: SleutelsDeel, qtbot, tekst: str) -> None:
    """Press the button with this text and wait until the work is done."""
    (knop,) = [
        k
        for k in deel.findChildren(QtWidgets.QPushButton)
        if k.text().replace("&", "") == tekst and k.isVisibleTo(deel)
    ]
    knop.setFocus()
    qtbot.keyClick(knop, QtCore.Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: deel.isEnabled() and not deel.omgeving.worker.bezig, timeout=20_000)


def teksten(deel: SleutelsDeel) -> list[tuple[str, ...]]:
    """What the list shows."""
    model = deel.lijst.model()
    return [
        tuple(str(model.index(rij, kolom).data()) for kolom in range(model.columnCount()))
        for rij in range(model.rowCount())
    ]


def test_list_says_who_since_when_and_that_a_vervanger_is_missing(deel: SleutelsDeel) -> None:
    assert teksten(deel) == [
        ("Wachtzin", "Mirjam Hoekstra", VANDAAG_KORT, "geen einde"),
        ("Herstelcode op papier", "Wie het herstelblad heeft", VANDAAG_KORT, "geen einde"),
    ]
    assert deel.waarschuwing.isVisibleTo(deel)


@pytest.mark.parametrize("naam", ["vervanger", "wachtzin", "korte_zin", "fg"])
def test_no_letter_leads_to_two_fields(deel: SleutelsDeel, naam: str) -> None:
    deel.open_blad(naam)
    labels = [
        label
        for label in deel.bladen[naam].findChildren(QtWidgets.QLabel)
        if label.buddy() is not None and label.isVisibleTo(deel)
    ]
    letters = [label.text().lower().split("&")[1][0] for label in labels]
    assert len(letters) > 1
    assert len(letters) == len(set(letters)), letters


def test_enter_goes_from_line_to_line_and_ends_with_the_change(deel: SleutelsDeel, qtbot) -> None:
    druk(deel, qtbot, "Wachtzin wijzigen")
    blad = cast(WachtzinWijzigen, deel.bladen["wachtzin"])
    vul(blad, oud=WACHTZIN, wachtzin=NIEUW)
    qtbot.keyClick(blad.keuze.ui.wachtzinLineEdit, QtCore.Qt.Key.Key_Return)
    herhaal = blad.keuze.ui.herhaalLineEdit
    assert herhaal.hasFocus()
    typ(herhaal, NIEUW)
    qtbot.keyClick(herhaal, QtCore.Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: codes(deel)[-1] == "kluis.wachtzin_wijzigen", timeout=20_000)


def test_the_wachtzin_changes_only_with_the_old_one(deel: SleutelsDeel, dienst: Dienst, qtbot) -> None:
    druk(deel, qtbot, "Wachtzin wijzigen")
    blad = cast(WachtzinWijzigen, deel.bladen["wachtzin"])
    vul(blad, oud="dit is niet de wachtzin van deze kluis", wachtzin=NIEUW, herhaal=NIEUW)
    blad.vastleggen()
    qtbot.waitUntil(deel.isEnabled, timeout=20_000)
    assert blad.oud.gebreken()["oud"].startswith("De wachtzin klopt niet.")
    assert "kluis.wachtzin_wijzigen" not in codes(deel)
    vul(blad, oud=WACHTZIN)
    blad.vastleggen()
    qtbot.waitUntil(deel.isEnabled, timeout=20_000)
    assert codes(deel)[-1] == "kluis.wachtzin_wijzigen"
    assert blad.keuze.ui.wachtzinLineEdit.text() == ""
    assert not blad.isVisibleTo(deel)
    dienst.bevestig_wachtzin(NIEUW)


def test_vervanger_types_a_wachtzin_of_his_own(deel: SleutelsDeel, dienst: Dienst, qtbot) -> None:
    druk(deel, qtbot, "Vervanger toevoegen")
    blad = cast(VervangerToevoegen, deel.bladen["vervanger"])
    druk(deel, qtbot, "Verder")
    assert set(blad.formulier.gebreken()) == {"naam", "functie"}
    vul(blad, naam="Bram Visser", functie="beleidsadviseur", oud=WACHTZIN)
    druk(deel, qtbot, "Verder")
    assert "Bram Visser" in blad.beurt.text()
    assert len(blad.keuze.ui.wachtzinLineEdit.text().split()) == 6  # offered, and replaced by his own
    vul(blad, wachtzin=EIGEN, herhaal=EIGEN)
    blad.voeg_toe()
    qtbot.waitUntil(lambda: codes(deel)[-1] == "kluis.vervanger_toevoegen", timeout=20_000)
    assert ("Wachtzin van een vervanger", "Bram Visser", VANDAAG_KORT, "geen einde") in teksten(deel)
    assert not deel.waarschuwing.isVisibleTo(deel)
    dienst.ontgrendel(EIGEN, met=SlotSoort.VERVANGER)


def test_fg_gets_an_end(deel: SleutelsDeel, dienst: Dienst, qtbot) -> None:
    druk(deel, qtbot, "Toegang voor de FG")
    blad = cast(FgToelaten, deel.bladen["fg"])
    blad.formulier.vul({"naam": "Noor Dekker", "tot": VANDAAG.replace(year=2027)})
    vul(blad, oud=WACHTZIN)
    druk(deel, qtbot, "Verder")
    assert "drie maanden" in blad.formulier.gebreken()["tot"]
    blad.formulier.vul({"naam": "Noor Dekker", "tot": VANDAAG.replace(day=30)})
    druk(deel, qtbot, "Verder")
    vul(blad, wachtzin=EIGEN, herhaal=EIGEN)
    blad.voeg_toe()
    qtbot.waitUntil(lambda: codes(deel)[-1] == "kluis.fg_toelaten", timeout=20_000)
    assert ("Wachtzin van de FG", "Noor Dekker", VANDAAG_KORT, "30-9-2026") in teksten(deel)


def test_short_phrase_needs_a_keystore_that_keeps(deel: SleutelsDeel, dienst: Dienst, qtbot) -> None:
    druk(deel, qtbot, "Korte zin op deze computer")
    blad = cast(KorteZin, deel.bladen["korte_zin"])
    vul(blad, oud=WACHTZIN, wachtzin="kort", herhaal="kort")
    blad.vastleggen()
    assert "minstens 10 tekens" in blad.keuze.formulier.gebreken()["wachtzin"]
    vul(blad, wachtzin="egel fluit kano", herhaal="egel fluit kano")
    blad.vastleggen()
    qtbot.waitUntil(deel.isEnabled, timeout=20_000)
    assert "sleutelbos van deze computer doet het niet" in blad.oud.gebreken()["oud"]
    assert codes(deel)[-1] != "kluis.korte_zin_instellen"
    plek = Geheugenbos()
    dienst.sleutels._bos = lambda limiet: Sleutelbos(
        lambda: plek, toegestaan=ALLEEN_GEHEUGENBOS, limiet=limiet
    )
    blad.vastleggen()
    qtbot.waitUntil(lambda: codes(deel)[-1] == "kluis.korte_zin_instellen", timeout=20_000)
    assert ("Korte zin, alleen op één computer", "Mirjam Hoekstra", VANDAAG_KORT, "geen einde") in teksten(
        deel
    )


def test_chosen_key_is_taken_away_but_never_the_last(deel: SleutelsDeel, dienst: Dienst, qtbot) -> None:
    assert not deel.knoppen["intrekken"].isEnabled()
    deel.lijst.selectRow(1)
    druk(deel, qtbot, "Gekozen sleutel intrekken")
    blad = cast(Intrekken, deel.bladen["intrekken"])
    assert "voorgoed dicht" in blad.welke.text()
    vul(blad, oud=WACHTZIN)
    blad.trek_in()
    qtbot.waitUntil(lambda: codes(deel)[-1] == "kluis.sleutel_intrekken", timeout=20_000)
    assert [rij[0] for rij in teksten(deel)] == ["Wachtzin"]
    deel.lijst.selectRow(0)
    assert not deel.knoppen["intrekken"].isEnabled()
    assert "laatste" in deel.knoppen["intrekken"].toolTip()


def test_new_herstelcode_comes_with_its_sheet_and_a_check(
    deel: SleutelsDeel, dienst: Dienst, qtbot, antwoord, tmp_path: Path
) -> None:
    druk(deel, qtbot, "Nieuwe herstelcode")
    blad = cast(NieuweHerstelcode, deel.bladen["herstelcode"])
    vul(blad, oud=WACHTZIN)
    voor = dienst.sleutels.sloten()
    druk(deel, qtbot, "Nieuwe herstelcode maken")
    assert dienst.sleutels.sloten() == voor  # the old one is good until the new one is on paper
    assert "kluis.herstelcode_vernieuwen" not in codes(deel)
    assert blad.blad.ui.afdrukkenPushButton.hasFocus()
    code = blad.blad.ui.codeLabel
    qtbot.waitUntil(lambda: code.visibleRegion().boundingRect().height() == code.height())
    groepen = blad.blad.groepen
    doel = tmp_path / "herstelblad.pdf"
    antwoord(doel)
    blad.blad.ui.opslaanPushButton.click()
    bevestig(deel, qtbot)
    qtbot.waitUntil(doel.exists, timeout=20_000)
    qtbot.waitUntil(lambda: codes(deel)[-1] == "kluis.herstelblad_opslaan", timeout=20_000)
    assert blad.blad.ui.opslaanPushButton.hasFocus()  # it was off meanwhile
    inhoud = text(doel.read_bytes())
    assert all(groep in inhoud for groep in groepen)
    assert "Waterhoven" in inhoud
    druk(deel, qtbot, "Controleren en herstelcode vernieuwen")  # hides the code
    assert not blad.blad.ui.codeKaart.isVisibleTo(deel)
    eerste, tweede = blad.blad.gevraagd
    vul(blad, eerste=groepen[eerste], tweede="ZZZZZ")
    druk(deel, qtbot, "Controleren en herstelcode vernieuwen")
    assert set(blad.blad.formulier.gebreken()) == {"tweede"}
    vul(blad, tweede=groepen[tweede])
    druk(deel, qtbot, "Controleren en herstelcode vernieuwen")
    assert not blad.isVisibleTo(deel)
    assert blad.blad.groepen == []
    assert codes(deel)[-1] == "kluis.herstelcode_vernieuwen"
    dienst.ontgrendel_met_herstelcode("-".join(groepen), NIEUW)


def test_sheet_is_printed_and_that_is_recorded(deel: SleutelsDeel, qtbot, antwoord, tmp_path: Path) -> None:
    druk(deel, qtbot, "Nieuwe herstelcode")
    blad = cast(NieuweHerstelcode, deel.bladen["herstelcode"])
    vul(blad, oud=WACHTZIN)
    druk(deel, qtbot, "Nieuwe herstelcode maken")
    papier = tmp_path / "printer.pdf"
    antwoord(papier)
    blad.blad.ui.afdrukkenPushButton.click()
    bevestig(deel, qtbot)
    qtbot.waitUntil(lambda: codes(deel)[-1] == "kluis.herstelblad_afdrukken", timeout=30_000)
    assert len(read_bladen(papier.read_bytes())) == 2
    assert "dichte envelop" in blad.blad.ui.uitgifteLabel.text()


def test_new_main_key_wants_its_sheet_checked_first_and_locks(
    deel: SleutelsDeel, dienst: Dienst, qtbot, venster: Window
) -> None:
    op_slot: list[bool] = []
    venster.vergrendel_gevraagd.connect(lambda: op_slot.append(True))
    druk(deel, qtbot, "Nieuwe hoofdsleutel")
    blad = cast(NieuweHoofdsleutel, deel.bladen["hoofdsleutel"])
    vul(blad, oud=WACHTZIN)
    druk(deel, qtbot, "Nieuwe hoofdsleutel voorbereiden")
    groepen = blad.blad.groepen
    druk(deel, qtbot, "Controleren en hoofdsleutel vernieuwen")  # hides the code, changes nothing
    assert is_open(deel)
    eerste, tweede = blad.blad.gevraagd
    vul(blad, eerste=groepen[eerste], tweede=groepen[tweede])
    blad.controleer()
    qtbot.waitUntil(lambda: bool(op_slot), timeout=30_000)
    assert not is_open(deel)
    dienst.laat_los()
    dienst.kies(KluisSoort.KLUIS)
    dienst.ontgrendel_met_herstelcode("-".join(groepen), NIEUW)
    dienst.ontgrendel(NIEUW)
    with pytest.raises(WachtzinOnjuist):
        dienst.ontgrendel(WACHTZIN)


def test_new_main_key_is_offered_when_a_vervanger_goes(deel: SleutelsDeel, dienst: Dienst, qtbot) -> None:
    dienst.sleutels.voeg_vervanger_toe(WACHTZIN, EIGEN)
    deel.herlaad()
    deel.lijst.selectRow(2)
    druk(deel, qtbot, "Gekozen sleutel intrekken")
    blad = cast(Intrekken, deel.bladen["intrekken"])
    vul(blad, oud=WACHTZIN)
    blad.trek_in()
    qtbot.waitUntil(lambda: codes(deel)[-1] == "kluis.sleutel_intrekken", timeout=20_000)
    balk = cast(Window, deel.omgeving.window).meldbalk
    (knop,) = [k for k in balk.findChildren(QtWidgets.QPushButton) if k.text() == "Nieuwe hoofdsleutel"]
    knop.click()
    assert deel.bladen["hoofdsleutel"].isVisibleTo(deel)


def test_prepared_main_key_is_forgotten_when_left(deel: SleutelsDeel, dienst: Dienst, qtbot) -> None:
    druk(deel, qtbot, "Nieuwe hoofdsleutel")
    blad = cast(NieuweHoofdsleutel, deel.bladen["hoofdsleutel"])
    vul(blad, oud=WACHTZIN)
    druk(deel, qtbot, "Nieuwe hoofdsleutel voorbereiden")
    code = "-".join(blad.blad.groepen)
    druk(deel, qtbot, "Niet doen")
    assert dienst.sleutels._voorbereid is None
    with pytest.raises(HerstelcodeOnjuist):
        dienst.ontgrendel_met_herstelcode(code, NIEUW)


def bevestig(deel: SleutelsDeel, qtbot) -> None:
    """Answer the panel that asks for the wachtzin again."""
    paneel = cast(Window, deel.omgeving.window).bevestiging
    if paneel.isVisible():
        typ(paneel.regel, WACHTZIN)
        qtbot.keyClick(paneel.regel, QtCore.Qt.Key.Key_Return)


def test_for_a_vervanger_the_keys_of_others_are_off_and_say_why(
    deel: SleutelsDeel, dienst: Dienst, qtbot
) -> None:
    dienst.sleutels.voeg_vervanger_toe(WACHTZIN, EIGEN)
    dienst.ontgrendel(EIGEN, met=SlotSoort.VERVANGER)
    deel.herlaad()
    for naam in ("vervanger", "herstelcode", "korte_zin", "hoofdsleutel"):
        assert not deel.knoppen[naam].isEnabled()
        assert "alleen" in deel.knoppen[naam].toolTip()
    assert deel.knoppen["wachtzin"].isEnabled()
    assert deel.knoppen["fg"].isEnabled()
    mag = {}
    for rij in range(deel.lijst.model().rowCount()):
        deel.lijst.selectRow(rij)
        mag[cast(Any, deel.lijst.rij()).slot.soort] = deel.knoppen["intrekken"].isEnabled()
    assert mag == {SlotSoort.WACHTZIN: False, SlotSoort.HERSTELCODE: False, SlotSoort.VERVANGER: True}


def test_on_a_small_window_each_key_is_named_in_full(deel: SleutelsDeel, venster: Window, qtbot: Any) -> None:
    venster.resize(683, 384)
    lijst = deel.lijst
    n = next(n for n, rij in enumerate(lijst.rijen()) if rij.slot.soort is SlotSoort.HERSTELCODE)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: venster.width() == 683 and lijst.rowHeight(n) > 0 and deel.width() < 683)
    breed = lijst.fontMetrics().horizontalAdvance("Herstelcode op papier") + 24
    qtbot.waitUntil(lambda: lijst.columnWidth(0) >= breed or lijst.rowHeight(n) > 50)
    assert lijst.wordWrap()
