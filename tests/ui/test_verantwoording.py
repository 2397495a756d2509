# SPDX-License-Identifier: EUPL-1.2
"""Verantwoording in the window, reached from Controle: figures that may be shown, and the report itself."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.extern import ExternePartij
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.zelfevaluatie import CODES, VRAGEN, Zelfevaluatie
from gemeente_pga.handelingen.registers import record_externe_partij
from gemeente_pga.handelingen.verzoek import register_verzoek
from gemeente_pga.handelingen.zelfevaluatie import vaststellen
from gemeente_pga.store.queries.inrichting import gemeenten
from gemeente_pga.ui.pdf import read_bladen
from gemeente_pga.ui.window import Window
from tests.bewaar_hulp import gesloten_signaal
from tests.casus_hulp import acts
from tests.inrichting_hulp import stel_vast
from tests.rechten_hulp import VERZOEK
from tests.ui_hulp import VANDAAG, Antwoorden

LINKS = QtCore.Qt.MouseButton.LeftButton
VORIG = VANDAAG.year - 1


def registreer(venster: Window, soort: str, aantal: int) -> None:
    omgeving = venster.omgeving
    with omgeving.store.reader() as r:
        gemeente_id = gemeenten(r)[0].id
    wat = replace(VERZOEK, soort=soort, ontvangen_op=date(VORIG, 3, 1))
    for _ in range(aantal):
        register_verzoek(omgeving.store, wat, omgeving.kader, gemeente_id=gemeente_id, dossier_id=None)


@pytest.fixture
def scherm(venster: Window, qtbot: QtBot) -> Any:
    venster.open("controle")
    controle: Any = venster.scherm
    qtbot.mouseClick(controle.bestand.verantwoording, LINKS)
    assert venster.scherm is not None
    assert venster.scherm.code == "verantwoording"
    return venster.scherm.delen["jaarrapportage"]  # type: ignore[attr-defined]


def test_without_a_year_that_is_over_there_is_nothing_to_record(scherm: Any):
    assert "nog geen jaar voorbij" in scherm.zin.text()
    assert scherm.vaststelknop.isHidden()


def test_too_few_says_what_else_one_can_do(venster: Window, scherm: Any):
    registreer(venster, "inzage", 2)
    scherm.herlaad()
    zin = scherm.zin.text()
    assert zin.startswith("U kunt nog niets vaststellen: met zo weinig dossiers valt elk aantal weg.")
    assert "Neem " not in zin  # one year and one municipality: there is nothing more to take
    assert "Meer jaren zijn er nog niet" in zin
    for jaar in (VORIG - 1, VORIG - 2):
        scherm.van.insertItem(0, str(jaar), jaar)
    scherm.toon_cijfers()
    assert "Neem meer jaren." in scherm.zin.text()
    assert "gemeenten" not in scherm.zin.text()
    assert scherm.vaststelknop.isHidden()
    assert "2" not in {rij.aantal for rij in scherm.lijst.rijen()}


def test_the_report_is_recorded_and_opens_as_a_document(venster: Window, qtbot: QtBot, scherm: Any):
    registreer(venster, "inzage", 9)
    registreer(venster, "klacht", 2)
    registreer(venster, "bezwaar", 6)
    scherm.herlaad()
    getoond = {rij.id: rij.aantal for rij in scherm.lijst.rijen()}
    assert getoond["verzoeken:inzage"] == "9"
    assert getoond["verzoeken:klacht"] == getoond["verzoeken:bezwaar"] == "weggelaten"
    assert getoond["verzoeken:"] == "17"
    was = len(acts(venster.omgeving.store))
    qtbot.mouseClick(scherm.vaststelknop, LINKS)
    qtbot.waitUntil(lambda: venster.scherm.code == "document", timeout=20_000)  # type: ignore[union-attr]
    assert acts(venster.omgeving.store)[was] == "jaarrapportage.vaststellen"
    venster.open("verantwoording")
    assert [stuk.kenmerk for stuk in scherm.eerdere.rijen()] == [f"JR{VORIG}"]


# ---- the zelfevaluatie


def zelf(venster: Window) -> Any:
    venster.open("verantwoording", None, "zelfevaluatie")
    return venster.scherm.delen["zelfevaluatie"]  # type: ignore[union-attr]


def test_the_practice_kluis_claims_no_ingebruikname(venster: Window):
    deel = zelf(venster)
    assert "verzonnen" not in deel.feiten["papier"].text()
    venster.omgeving.store.oefening = True
    deel.herlaad()
    assert "is niet nagegaan (in de oefenkluis: verzonnen)" in deel.feiten["papier"].text()
    assert "compleet" not in deel.feiten["papier"].text()


def test_the_data_answer_every_finding_without_an_exact_number(venster: Window):
    deel = zelf(venster)
    for code, label in deel.feiten.items():
        assert label.text(), code
    assert "Verzoeken die nu te laat zijn: geen." in deel.feiten["grond"].text()
    registreer(venster, "inzage", 2)
    deel.herlaad()
    assert "Verzoeken die nu te laat zijn: minder dan vijf." in deel.feiten["grond"].text()
    registreer(venster, "inzage", 4)
    deel.herlaad()
    assert "Verzoeken die nu te laat zijn: vijf of meer." in deel.feiten["grond"].text()
    assert "geslacht, herkomst of geloof" in deel.feiten["breed"].text()
    assert "compleet" in deel.feiten["papier"].text()


def test_every_finding_is_answered_before_it_is_recorded(venster: Window, qtbot: QtBot):
    deel = zelf(venster)
    store = venster.omgeving.store
    vorm = deel.paneel.formulier
    waarden = {code: f"Over {code}: dat gaat goed." for code in CODES}
    for code in CODES[:-1]:
        vorm.widget(code).setPlainText(waarden[code])
    was = acts(store)
    qtbot.mouseClick(deel.paneel.vastlegknop, LINKS)
    assert set(vorm.gebreken()) == {CODES[-1]}
    assert acts(store) == was
    vorm.bewaar_concept()
    deel.herlaad()
    assert vorm.lees()[CODES[0]] == waarden[CODES[0]]
    vorm.widget(CODES[-1]).setPlainText(waarden[CODES[-1]])
    qtbot.mouseClick(deel.paneel.vastlegknop, LINKS)
    assert acts(store)[len(was)] == "zelfevaluatie.vaststellen"
    qtbot.waitUntil(lambda: venster.scherm.code == "document", timeout=20_000)  # type: ignore[union-attr]
    with store.reader() as r:
        pdf = bytes(r.value("SELECT pdf FROM document WHERE soort = 'zelfevaluatie'"))
    tekst = " ".join(" ".join(blad.tekst for blad in read_bladen(pdf)).split())
    assert all(waarden[code] in tekst for code in CODES)
    assert "minder dan vijf" in tekst or "geen" in tekst
    deel = zelf(venster)
    assert len(deel.eerdere.rijen()) == 1
    assert set(deel.paneel.formulier.lees().values()) == {""}


def test_no_name_gets_into_it(venster: Window):
    omgeving = venster.omgeving
    with omgeving.store.reader() as r:
        gemeente_id = gemeenten(r)[0].id
    gesloten_signaal(omgeving.store, gemeente_id)
    woorden = ["Dat gaat goed."] * len(VRAGEN)
    for fout in ([*woorden[:-1], "Bij Hoekema ging het mis."], woorden[:-1], [*woorden[:-1], ""]):
        was = acts(omgeving.store)
        with pytest.raises(Storing):
            vaststellen(omgeving.store, Zelfevaluatie(tuple(fout)), omgeving.kader, op=VANDAAG)
        assert acts(omgeving.store) == was
    vaststellen(omgeving.store, Zelfevaluatie(tuple(woorden)), omgeving.kader, op=VANDAAG)


# ---- the texts


def test_the_text_is_shown_and_saved(venster: Window, qtbot: QtBot, antwoord: Antwoorden, tmp_path: Path):
    venster.open("verantwoording", None, "register")
    deel: Any = venster.scherm.delen["register"]  # type: ignore[union-attr]
    tekst = deel.tekst.toPlainText()
    assert tekst.startswith("Verwerkingsregister")
    assert "niet vastgesteld" in tekst
    deel.welke.setCurrentIndex(1)
    deel.toon_tekst()
    assert deel.tekst.toPlainText().startswith("Invoer voor de DPIA")
    antwoord(tmp_path / "dpia.txt")
    qtbot.mouseClick(deel.bewaarknop, LINKS)
    assert (tmp_path / "dpia.txt").read_text(encoding="utf-8") == deel.tekst.toPlainText()


def test_a_term_counts_once_it_was_signed_and_a_party_while_it_runs(venster: Window):
    store = venster.omgeving.store
    venster.open("verantwoording", None, "register")
    deel: Any = venster.scherm.delen["register"]  # type: ignore[union-attr]
    naam = venster.omgeving.kader.bewaartermijn("signaal_afgesloten").onderwerp
    assert f"- {naam}: niet vastgesteld" in deel.tekst.toPlainText()
    stel_vast(store, ["signaal_afgesloten"], op=VANDAAG)
    partij = ExternePartij(
        "Bureau Zilvermeeuw", "duiding", "AVG, artikel 28", VANDAAG, "O-1", True, VANDAAG, VANDAAG
    )
    record_externe_partij(store, partij)
    deel.herlaad()
    tekst = deel.tekst.toPlainText()
    assert f"- {naam}: 5 jaar" in tekst
    assert "Bureau Zilvermeeuw" in tekst
