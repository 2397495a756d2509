# SPDX-License-Identifier: EUPL-1.2
"""Taking over a running casus in the real window: the second case of the sample, typed from paper."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.handelingen.casus import take_over
from gemeente_pga.ui.screens.overnemen import BESTAAT, OvernemenScherm
from gemeente_pga.ui.window import Window
from tests.casus_hulp import OVERNAME, PERSOON, acts

TEKSTEN = {
    "naam": "Wietske Brandsma",
    "geboortedatum": "11-2-1990",
    "ontvangen_op": "12-3-2026",
    "bron_organisatie": "Wijkteam West",
    "zelf_waargenomen": "Zij zei dat zij haar paspoort heeft verbrand.",
    "weging_op": "3-4-2026",
    "besluit_reden": "De drie partijen zagen een risico dat groeide.",
    "geopend_op": "8-4-2026",
    "casusregisseur": "T. de Graaf",
    "volgende_herbeoordeling": "4-11-2026",
    "informeren_reden": "Zij werkt mee.",
    "geinformeerd_op": "6-5-2026",
}
KEUZES = {
    "bron_soort": "sociaal",
    "stand": "in_uitvoering",
    "informeren": "ja",
    "geinformeerd_hoe": "brief_en_gesprek",
}


@pytest.fixture
def scherm(venster: Window) -> OvernemenScherm:
    venster.open("overnemen")
    assert isinstance(venster.scherm, OvernemenScherm)
    return venster.scherm


def vul_in(qtbot: QtBot, scherm: OvernemenScherm, **anders: str) -> None:
    for veld, tekst in (TEKSTEN | anders).items():
        widget = scherm.formulier.widget(veld)
        widget.setFocus()
        qtbot.keyClicks(widget, tekst)
    for veld, code in KEUZES.items():
        widget = scherm.formulier.widget(veld)
        if isinstance(widget, QtWidgets.QComboBox):
            assert widget.findData(code) > 0
            widget.setCurrentIndex(widget.findData(code))
        else:
            widget.zet(code)  # type: ignore[attr-defined] # a KeuzeGroep


def leg_vast(qtbot: QtBot, scherm: OvernemenScherm) -> None:
    qtbot.mouseClick(scherm.ui.vastleggenPushButton, QtCore.Qt.MouseButton.LeftButton)


def test_one_act_makes_dossier_signal_weging_and_casus(
    venster: Window, scherm: OvernemenScherm, qtbot: QtBot, tmp_path: Path
):
    store = venster.omgeving.store
    scan = tmp_path / "verslag.pdf"
    scan.write_bytes(b"%PDF-1.7 oud verslag")
    vul_in(qtbot, scherm)
    assert scherm.bijlagen.voeg_bestand_toe(scan)
    was = acts(store)
    leg_vast(qtbot, scherm)
    assert acts(store)[len(was) :] == [Handeling.CASUS_OVERNEMEN.code, Handeling.CASUS_INZIEN.code]
    dossier: Any = venster.scherm
    assert dossier.code == "dossier"
    assert dossier.kop.overgenomen.isVisible()
    assert dossier.beeld.casus.geopend_op == date(2026, 4, 8)
    assert dossier.beeld.casus.status == "in_uitvoering"
    with store.reader() as r:
        assert r.value("SELECT naam FROM bijlage") == "verslag.pdf"
    assert store.concept("overnemen", "") is None
    assert store.concept("overnemen_bijlagen", "") is None


def test_the_name_is_asked_as_on_paper_for_there_is_no_melder(
    venster: Window, scherm: OvernemenScherm
) -> None:
    naam = scherm.formulier.widget("naam")
    assert naam.accessibleName() == "Naam zoals die op papier staat"
    naam.setFocus()
    assert "het oude stuk" in venster.zijpaneel.bij_veld.tekst.text()


def test_what_is_missing_is_said_at_the_fields_and_nothing_is_lost(
    venster: Window, scherm: OvernemenScherm, qtbot: QtBot
):
    vul_in(qtbot, scherm, weging_op="1-1-2026", besluit_reden="x" * 5)
    scherm.formulier.widget("naam").setFocus()
    scherm.formulier.vul({"geslachtsnaam": ""})
    was = acts(venster.omgeving.store)
    leg_vast(qtbot, scherm)
    assert acts(venster.omgeving.store) == was
    assert {"geslachtsnaam", "weging_op"} <= set(scherm.formulier.gebreken())
    assert scherm.formulier.lees()["casusregisseur"] == "T. de Graaf"


def test_whoever_already_has_a_dossier_gets_no_second_one(
    venster: Window, scherm: OvernemenScherm, qtbot: QtBot
):
    store = venster.omgeving.store
    with store.reader() as r:
        gemeente_id = r.value("SELECT id FROM gemeente")
    take_over(store, PERSOON, OVERNAME, gemeente_id=gemeente_id, bijlagen=(), vandaag=date(2026, 9, 8))
    vul_in(qtbot, scherm)
    scherm.zoeker.zoek_nu()
    (kaart,) = scherm.zoeker.kaarten()
    was = acts(store)
    leg_vast(qtbot, scherm)
    assert acts(store) == was, "a candidate must be answered first"
    reden = next(c.code for c in venster.omgeving.kader.codelijst("reden_kandidaat_bevestigen"))
    kaart.zet(_bevestigd(kaart, scherm, reden))
    kaart.gewijzigd.emit()
    leg_vast(qtbot, scherm)
    assert acts(store) == was
    assert scherm.formulier.gebreken()["naam"] == BESTAAT
    assert "Overnemen kan dan niet" in kaart._gevolg.text(), "said before it is refused"


def test_it_does_not_speak_of_a_signal_where_a_casus_is_taken_over(scherm: OvernemenScherm, qtbot: QtBot):
    uitleg = scherm.findChild(QtWidgets.QLabel, "kandidatenUitleg")
    assert isinstance(uitleg, QtWidgets.QLabel)
    vul_in(qtbot, scherm)
    scherm.zoeker.zoek_nu()
    assert "De casus krijgt een nieuw dossier." in uitleg.text()


def _bevestigd(kaart: Any, scherm: OvernemenScherm, reden: str) -> Any:
    from gemeente_pga.domain.signaal import Vergelijking

    dossier_id = next(iter(scherm.zoeker._kaarten))
    del kaart
    return Vergelijking(dossier_id, "bevestigd", reden, "")


def test_half_typed_and_chosen_files_come_back(
    venster: Window, scherm: OvernemenScherm, qtbot: QtBot, tmp_path: Path
):
    scan = tmp_path / "scan.png"
    scan.write_bytes(b"\x89PNG")
    scherm.formulier.widget("naam").setFocus()
    qtbot.keyClicks(scherm.formulier.widget("naam"), "Wietske Br")
    assert scherm.bijlagen.voeg_bestand_toe(scan)
    scherm.zoeker.zoek_nu()  # so that no search is waiting when the screen goes
    venster.open("controle")
    venster._schermen.pop("overnemen").deleteLater()  # as after locking
    venster.open("overnemen")
    opnieuw: Any = venster.scherm
    assert opnieuw.formulier.lees()["naam"] == "Wietske Br"
    assert [b.naam for b in opnieuw.bijlagen.bijlagen()] == ["scan.png"]


def test_it_stands_in_the_menu(venster: Window):
    teksten = [actie.text().replace("&", "") for actie in venster.menubalk.alle_opdrachten()]
    assert "Lopende casus overnemen" in teksten
