# SPDX-License-Identifier: EUPL-1.2
"""The kader in the window: filled in, vastgesteld by a jurist, and what then counts everywhere."""

from typing import Any

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kader import NIET_VASTGESTELD, VASTGESTELD
from gemeente_pga.store.queries.dossiers import actief_kader_id
from gemeente_pga.store.queries.kader import termijnvaststellingen
from gemeente_pga.ui.window import Window
from tests.casus_hulp import acts
from tests.ui_hulp import VANDAAG, Antwoorden, typ


@pytest.fixture
def deel(venster: Window) -> Any:
    venster.open("inrichting", None, "kader")
    return venster.scherm.delen["kader"]  # type: ignore[union-attr]


def kies(keuzelijst: Any, code: str) -> None:
    keuzelijst.setCurrentIndex(keuzelijst.findData(code))
    assert keuzelijst.currentData() == code


def vul_termijn_in(deel: Any, woorden: str) -> None:
    deel.waarde.begin("bewaartermijn:casus_gesloten")
    kies(deel.waarde.veld, "termijn")
    deel.waarde.formulier.widget("waarde").clear()
    typ(deel.waarde.formulier.widget("waarde"), woorden)
    kies(deel.waarde.formulier.widget("reden"), "besluit_gemeente")
    typ(deel.waarde.formulier.widget("toelichting"), "Besluit van 3 maart, nummer 12")


def vul_ronde_in(deel: Any) -> None:
    vorm = deel.ronde.formulier
    typ(vorm.widget("door"), "mr. L. Verhulst")
    typ(vorm.widget("functie"), "Jurist")
    vorm.widget("op").zet(VANDAAG)
    typ(vorm.widget("tegen"), "Selectielijst gemeenten 2020")
    typ(vorm.widget("grond"), "Archiefwet 1995, artikel 5")


def klik(qtbot: QtBot, knop: Any) -> None:
    qtbot.mouseClick(knop, QtCore.Qt.MouseButton.LeftButton)


def termijnen(venster: Window) -> Any:
    with venster.omgeving.store.reader() as r:
        return termijnvaststellingen(r, actief_kader_id(r) or 0)


def test_a_term_is_filled_in_signed_and_counts_until_it_is_changed(
    venster: Window, deel: Any, qtbot: QtBot, antwoord: Antwoorden
):
    store = venster.omgeving.store
    was = acts(store)
    deel.ronde.kruis_aan("bewaartermijn", "casus_gesloten")
    vul_ronde_in(deel)
    klik(qtbot, deel.ronde.vastlegknop)
    assert acts(store) == was, "there is nothing to sign yet"
    assert "nog niets ingevuld" in venster.meldbalk.tekst.text()
    vul_termijn_in(deel, "vijf")
    klik(qtbot, deel.waarde.vastlegknop)
    assert "waarde" in deel.waarde.formulier.gebreken()
    vul_termijn_in(deel, "5 jaar")
    klik(qtbot, deel.waarde.vastlegknop)
    assert acts(store)[len(was) :] == [Handeling.KADER_WAARDE.code]
    qtbot.waitUntil(lambda: deel.waarde.lijst.rijen() != [])
    assert termijnen(venster) == {}
    assert deel.ronde._gekozen() == {("bewaartermijn", "casus_gesloten")}, "the tick and the typing stay"
    antwoord(True)
    klik(qtbot, deel.ronde.vastlegknop)
    assert "1 onderdeel laten vaststellen door mr. L. Verhulst, Jurist" in antwoord.vragen[-1].tekst
    assert termijnen(venster)["casus_gesloten"].termijn == "P5Y"
    assert venster.omgeving.kader.bewaartermijn("casus_gesloten").status == VASTGESTELD, "everywhere"
    qtbot.waitUntil(lambda: "Vastgesteld door mr. L. Verhulst" in deel.teksten["Termijnen"].toPlainText())
    vul_termijn_in(deel, "6 jaar")
    klik(qtbot, deel.waarde.vastlegknop)
    assert termijnen(venster) == {}
    assert venster.omgeving.kader.bewaartermijn("casus_gesloten").status == NIET_VASTGESTELD


def test_no_answer_no_signature(venster: Window, deel: Any, qtbot: QtBot, antwoord: Antwoorden):
    was = acts(venster.omgeving.store)
    deel.ronde.kruis_aan("criterium", "k1")
    vul_ronde_in(deel)
    antwoord(False)
    klik(qtbot, deel.ronde.vastlegknop)
    assert acts(venster.omgeving.store) == was
    assert deel.ronde._gekozen() == {("criterium", "k1")}


def test_ticks_and_typing_come_back_after_the_screen_was_built_anew(venster: Window, deel: Any):
    deel.ronde.kruis_aan("criterium", "k2")
    typ(deel.ronde.formulier.widget("door"), "mr. L.")
    venster.bewaar_concepten()
    venster._begin_opnieuw()
    nieuw: Any = venster.scherm.delen["kader"]  # type: ignore[union-attr]
    assert nieuw is not deel
    assert nieuw.ronde._gekozen() == {("criterium", "k2")}
    assert nieuw.ronde.formulier.lees()["door"] == "mr. L."


def test_what_is_looked_at_is_shown_word_for_word(deel: Any):
    deel.ronde.kruis_aan("criterium", "k2")
    criterium = deel.omgeving.kader.criterium("k2")
    tekst = deel.ronde.woorden.toPlainText()
    assert criterium.vraag in tekst
    assert all(regel in tekst for regel in criterium.telt_niet)


def test_a_choice_is_chosen_and_not_typed(venster: Window, deel: Any, qtbot: QtBot):
    deel.waarde.begin("bewaartermijn:casus_gesloten")
    kies(deel.waarde.veld, "startpunt")
    assert deel.waarde.formulier.veld("waarde").isHidden()
    kies(deel.waarde.formulier.widget("keuze"), "laatste_verwerking")
    kies(deel.waarde.formulier.widget("reden"), "wettekst")
    typ(deel.waarde.formulier.widget("toelichting"), "Artikel 9")
    klik(qtbot, deel.waarde.vastlegknop)
    assert venster.omgeving.kader.bewaartermijn("casus_gesloten").startpunt == "laatste_verwerking"
