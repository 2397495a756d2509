# SPDX-License-Identifier: EUPL-1.2
"""The kader in the window: filled in, vastgesteld by a jurist, and what then counts everywhere."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kader import NIET_VASTGESTELD, VASTGESTELD
from gemeente_pga.handelingen.casus import take_over
from gemeente_pga.handelingen.kader import import_kader
from gemeente_pga.kaderbestand import shipped
from gemeente_pga.store.queries.dossiers import actief_kader_id
from gemeente_pga.store.queries.kader import termijnvaststellingen
from gemeente_pga.ui.screens.rechten_kader import Kaderkaart
from gemeente_pga.ui.window import Window
from tests.casus_hulp import OVERNAME, PERSOON, acts
from tests.ui_hulp import NU, VANDAAG, Antwoorden, typ


@pytest.fixture
def deel(venster: Window) -> Any:
    venster.open("inrichting", None, "kader")
    return venster.scherm.delen["kader"]  # type: ignore[union-attr]


def kies(keuzelijst: Any, code: object) -> None:
    keuzelijst.setCurrentIndex(keuzelijst.findData(code))
    assert keuzelijst.currentData() == code


def vul_termijn_in(deel: Any, woorden: str) -> None:
    deel.waarde.begin("bewaartermijn:casus_gesloten")
    kies(deel.waarde.veld, "termijn")
    deel.waarde.formulier.widget("waarde").clear()
    typ(deel.waarde.formulier.widget("waarde"), woorden)
    kies(deel.waarde.formulier.widget("reden"), "besluit_gemeente")
    typ(deel.waarde.formulier.widget("toelichting"), "Besluit van 3 maart, nummer 12")


def kruis_aan(lijst: Any, soort: str, code: str) -> None:
    items = [lijst.item(n) for n in range(lijst.count())]
    (item,) = (i for i in items if i.data(QtCore.Qt.ItemDataRole.UserRole) == f"{soort}:{code}")
    lijst.setCurrentItem(item)
    item.setCheckState(QtCore.Qt.CheckState.Checked)


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
    kruis_aan(deel.ronde.lijst, "bewaartermijn", "casus_gesloten")
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
    qtbot.waitUntil(lambda: "Vastgesteld door mr. L. Verhulst" in deel.teksten["Termijnen"].text())
    vul_termijn_in(deel, "6 jaar")
    klik(qtbot, deel.waarde.vastlegknop)
    assert termijnen(venster) == {}
    assert venster.omgeving.kader.bewaartermijn("casus_gesloten").status == NIET_VASTGESTELD


def test_no_answer_no_signature(venster: Window, deel: Any, qtbot: QtBot, antwoord: Antwoorden):
    was = acts(venster.omgeving.store)
    kruis_aan(deel.ronde.lijst, "criterium", "k1")
    vul_ronde_in(deel)
    antwoord(False)
    klik(qtbot, deel.ronde.vastlegknop)
    assert acts(venster.omgeving.store) == was
    assert deel.ronde._gekozen() == {("criterium", "k1")}


def test_ticks_and_typing_come_back_after_the_screen_was_built_anew(venster: Window, deel: Any):
    kruis_aan(deel.ronde.lijst, "criterium", "k2")
    typ(deel.ronde.formulier.widget("door"), "mr. L.")
    venster.bewaar_concepten()
    venster._begin_opnieuw()
    nieuw: Any = venster.scherm.delen["kader"]  # type: ignore[union-attr]
    assert nieuw is not deel
    assert nieuw.ronde._gekozen() == {("criterium", "k2")}
    assert nieuw.ronde.formulier.lees()["door"] == "mr. L."


def test_what_is_looked_at_is_shown_word_for_word(deel: Any):
    kruis_aan(deel.ronde.lijst, "criterium", "k2")
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


# ---- another version beside the old


def rij(deel: Any, code: str) -> Any:
    return next(r for r in deel.kaders.lijst.rijen() if r.kader.code == code)


def test_the_older_kader_is_put_beside_and_shows_its_differences(
    venster: Window, deel: Any, qtbot: QtBot, antwoord: Antwoorden
):
    kaart = deel.kaders
    kaart.lijst.kies(rij(deel, "modelconvenant").kader.sha256)
    assert "was “Wet PGA”, wordt “Modelconvenant”" in kaart.verschil.toPlainText()
    assert not kaart.gebruikknop.isEnabled(), "first beside the old, then into use"
    antwoord(True)
    klik(qtbot, kaart.voegknop)
    qtbot.waitUntil(lambda: rij(deel, "modelconvenant").id > 0)
    kaart.lijst.kies(rij(deel, "modelconvenant").kader.sha256)
    assert kaart.gebruikknop.isEnabled()
    antwoord("overgangsrecht")
    klik(qtbot, kaart.gebruikknop)
    assert venster.omgeving.kader.code == "modelconvenant", "from now on, without a restart"
    assert acts(venster.omgeving.store)[-2:] == [
        Handeling.KADER_IMPORTEREN.code, Handeling.KADER_ACTIVEREN.code,
    ]  # fmt: skip


def test_a_wrong_file_says_where_it_is_wrong_and_nothing_is_kept(
    venster: Window, deel: Any, antwoord: Antwoorden, tmp_path: Path
):
    bestand = tmp_path / "eigen.toml"
    bestand.write_text(deel.omgeving.kader.tekst.replace("geblokkeerd = true", "geblokkeerd = false"))
    was = acts(venster.omgeving.store)
    antwoord(bestand)
    with pytest.raises(Storing, match="klopt niet") as fout:
        deel.kaders._lees_in()
    assert "eigen.toml, regel" in fout.value.raad
    assert acts(venster.omgeving.store) == was


def test_a_dossier_goes_over_in_mid_case_only_with_a_reason(
    venster: Window, qtbot: QtBot, antwoord: Antwoorden
):
    store = venster.omgeving.store
    with store.reader() as r:
        gemeente_id = r.value("SELECT id FROM gemeente")
    overname = replace(OVERNAME, stand="in_uitvoering", volgende_herbeoordeling=date(2026, 12, 1))
    casus_id = take_over(store, PERSOON, overname, gemeente_id=gemeente_id, bijlagen=(), vandaag=VANDAAG)
    naar = import_kader(store, shipped()[1], NU)
    with store.reader() as r:
        dossier_id = r.value("SELECT dossier_id FROM casus WHERE id = ?", casus_id)
    venster.open("dossier", dossier_id, "kader")
    scherm: Any = venster.scherm
    assert "Wet PGA" in scherm.kop.nummers.text()
    (kaart,) = scherm.findChildren(Kaderkaart)
    klik(qtbot, kaart.wisselknop)
    was = acts(store)
    kies(kaart.paneel.formulier.widget("naar"), naar)
    klik(qtbot, kaart.paneel.vastlegknop)
    assert set(kaart.paneel.formulier.gebreken()) == {"reden", "toelichting"}
    assert acts(store) == was
    kies(kaart.paneel.formulier.widget("reden"), "overgangsrecht")
    typ(kaart.paneel.formulier.widget("toelichting"), "De casus liep al voor de wet.")
    klik(qtbot, kaart.paneel.vastlegknop)
    assert acts(store)[len(was) :] == [Handeling.DOSSIER_KADER.code]
    qtbot.waitUntil(lambda: "Modelconvenant" in scherm.kop.nummers.text())
    assert "De casus liep al voor de wet." in kaart.eerder.text()
    assert venster.omgeving.kader.code == "wet_pga_2025", "the others keep theirs"
