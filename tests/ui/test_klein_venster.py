# SPDX-License-Identifier: EUPL-1.2
"""A small screen at 200 %: the focus can be seen, the top is read first, one button is the main one."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.kluisdienst import KluisSoort, KluisStaat
from gemeente_pga.domain.merk import Merkbevinding, MerkStoring
from gemeente_pga.domain.overleg import Reactie
from gemeente_pga.domain.sleutels import Herstelblad
from gemeente_pga.handelingen.overleg import put_ter_reactie, record_reactie
from gemeente_pga.store.storingen import SchijfVol
from gemeente_pga.ui.poort.ontgrendelen import Ontgrendelen
from gemeente_pga.ui.poort.poortvraag import Merkvraag, NietSchrijfbaar
from gemeente_pga.ui.poort.wizard import Wizard
from gemeente_pga.ui.worker import Worker
from tests.overleg_hulp import leg_casussen_vast, leg_overleg_vast, maak_compleet
from tests.ui.hand import K, zichtbare_teksten
from tests.ui_hulp import VANDAAG, lichte_dienst

KLEIN = QtCore.QSize(683, 384)


def hoofdknoppen(venster: QtWidgets.QWidget) -> list[str]:
    return [
        knop.text().replace("&", "")
        for knop in venster.findChildren(QtWidgets.QPushButton)
        if knop.isVisible() and knop.property("rol") == "primair"
    ]


def boven(rol: QtWidgets.QScrollArea) -> int:
    return rol.verticalScrollBar().value()


def test_the_bureau_that_is_shown_again_still_begins_at_its_main_button(hand):
    hand.venster.resize(KLEIN)
    hand.venster.open("bureau")
    regel = hand.scherm.regels()[0]
    hand.qtbot.waitUntil(lambda: regel.isVisible() and regel.hasFocus())
    hand.venster.open("bureau")
    assert hand.scherm.regels()[0].hasFocus()
    assert boven(hand.scherm.findChild(QtWidgets.QScrollArea)) == 0
    hand.qtbot.waitUntil(lambda: hand.scherm.nieuw.visibleRegion().boundingRect() == hand.scherm.nieuw.rect())


def test_a_page_with_nothing_to_operate_scrolls_with_the_keys(hand):
    hand.venster.resize(KLEIN)
    hand.venster.open("toezicht")
    rol = hand.scherm.rol
    hand.qtbot.waitUntil(lambda: rol.verticalScrollBar().maximum() > 0)
    assert hand.focus() is rol
    hand.toets(K.Key_PageDown)
    assert boven(rol) > 0
    hand.toets(K.Key_Tab)
    assert hand.focus() is not rol


@pytest.mark.parametrize("bevinding", [b for b in Merkbevinding if b.vraagt])
def test_a_question_longer_than_the_window_is_read_from_the_top(
    qtbot: QtBot, huisstijl: None, bevinding: Merkbevinding
) -> None:
    vraag = Merkvraag(MerkStoring(bevinding))
    qtbot.addWidget(vraag)
    vraag.resize(KLEIN)
    vraag.show()
    vraag.activateWindow()
    vraag.eerste_focus()
    rol = vraag.ui.scrollArea
    qtbot.waitUntil(rol.hasFocus)
    assert boven(rol) == 0
    for _ in range(3):
        qtbot.keyClick(rol, K.Key_PageDown)
    assert not vraag.ui.sluitPushButton.visibleRegion().isEmpty()
    vraag.resize(1366, 1000)
    qtbot.waitUntil(vraag.ui.sluitPushButton.hasFocus)


def test_a_button_that_is_seen_from_the_top_is_where_the_question_begins(
    qtbot: QtBot, huisstijl: None
) -> None:
    vraag = NietSchrijfbaar(SchijfVol())
    qtbot.addWidget(vraag)
    vraag.resize(KLEIN)
    vraag.show()
    vraag.activateWindow()
    vraag.eerste_focus()
    knop = vraag.ui.backupPushButton
    qtbot.waitUntil(knop.hasFocus)
    assert boven(vraag.ui.scrollArea) == 0
    assert knop.visibleRegion().boundingRect() == knop.rect()


def _wizard(qtbot: QtBot, map_: Path, kader: Kader) -> Wizard:
    wizard = Wizard(lichte_dienst(map_), Worker(None), kader, VANDAAG)
    qtbot.addWidget(wizard)
    wizard.resize(KLEIN)
    wizard.show()
    wizard.activateWindow()
    wizard.herstelcode.zet_blad(Herstelblad("-".join(["12345"] * 8), "", ""))
    return wizard


def test_every_step_of_the_first_start_says_which_it_is(
    qtbot: QtBot, huisstijl: None, tmp_path: Path, echt_kader: Kader
) -> None:
    wizard = _wizard(qtbot, tmp_path, echt_kader)
    assert wizard.ui.bezigLabel.text() == ""
    for n, blad in enumerate(wizard._stappen, start=1):
        wizard._toon(blad)
        assert wizard.ui.bezigLabel.text() == f"Stap {n} van 7"
        assert len(hoofdknoppen(wizard)) == 1
    wizard.resize(1366, 740)
    qtbot.waitUntil(wizard.ui.rail.isVisible)
    assert wizard.ui.bezigLabel.text() == ""  # the list of steps says it


def test_the_main_button_goes_along_from_the_code_to_the_check(
    qtbot: QtBot, huisstijl: None, tmp_path: Path, echt_kader: Kader
) -> None:
    wizard = _wizard(qtbot, tmp_path, echt_kader)
    wizard._toon(wizard.herstelcode)
    assert hoofdknoppen(wizard) == ["De code staat op papier"]
    assert wizard.focusWidget() is wizard.herstelcode.ui.overgenomenPushButton
    qtbot.keyClick(wizard.herstelcode.ui.overgenomenPushButton, K.Key_Space)
    assert hoofdknoppen(wizard) == ["Volgende"]
    wizard.herstelcode.ui.opnieuwPushButton.click()
    assert hoofdknoppen(wizard) == ["De code staat op papier"]


@pytest.mark.parametrize("staat", [KluisStaat.DATABASE_ZONDER_SLEUTELBESTAND, KluisStaat.WEG])
def test_a_broken_practice_kluis_is_made_anew(
    qtbot: QtBot, huisstijl: None, tmp_path: Path, staat: KluisStaat
) -> None:
    slot = Ontgrendelen(lichte_dienst(tmp_path), Worker(None), KluisSoort.OEFENKLUIS)
    qtbot.addWidget(slot)
    slot.show()
    slot.toon_kapot(staat)
    teksten = zichtbare_teksten(slot)
    assert "Zet een back-up terug" not in teksten
    assert "herstelblad" not in teksten
    assert hoofdknoppen(slot) == ["Oefenomgeving opnieuw maken"]
    assert slot.focusWidget() is slot.ui.kwijtPushButton


def test_the_minutes_have_one_main_button_in_every_stage(hand):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c, beide=True)
    maak_compleet(hand.store, oid)
    hand.venster.open("overleg", oid, "verslag")
    assert hoofdknoppen(hand.scherm) == ["Verslag ter reactie zetten"]
    vandaag = hand.venster.omgeving.vandaag()
    put_ter_reactie(hand.store, oid, op=vandaag, reageren_voor=vandaag + timedelta(days=7))
    hand.qtbot.waitUntil(lambda: hoofdknoppen(hand.scherm) == ["Reactie vastleggen"])
    for genoot in hand.scherm.deel("verslag").beeld.tafel:
        record_reactie(
            hand.store, oid, genoot.id, Reactie("akkoord", "", vandaag, "e-mail"), concept=("overleg", "x")
        )
    hand.qtbot.waitUntil(lambda: hoofdknoppen(hand.scherm) == ["Verslag vaststellen"])


def test_a_line_parts_what_stays_from_the_page_of_a_meeting_that_scrolls_under_it(hand):
    store = hand.venster.omgeving.store
    overleg_id = leg_overleg_vast(store, leg_casussen_vast(store))
    hand.venster.resize(KLEIN)
    hand.venster.open("overleg", overleg_id, "casus")
    ui, lijn = hand.scherm.ui, hand.scherm.ui.grensFrame
    hand.qtbot.waitUntil(lambda: lijn.isVisible() and lijn.size() == QtCore.QSize(hand.scherm.width(), 1))
    assert ui.beginFrame.mapTo(hand.scherm, ui.beginFrame.rect().bottomLeft()).y() < lijn.y() < ui.delen.y()
    hand.venster.resize(1366, 768)
    hand.qtbot.waitUntil(lijn.isHidden)
