# SPDX-License-Identifier: EUPL-1.2
"""The dossier in the real window: looking, what is missing, and before there is a casus."""

from typing import Any

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.handelingen import casus as casussen
from gemeente_pga.store.queries.dossierstuk import DEELNAMEN
from gemeente_pga.ui.form import Formulier
from gemeente_pga.ui.forms.ui_dossier_maken import Ui_DossierMaken
from gemeente_pga.ui.screens.dossier_overzicht import Overzicht
from gemeente_pga.ui.window import Window
from tests.casus_hulp import SLUITING, acts
from tests.ui.dossier_hand import klik, open_dossier


def keer_bekeken(venster: Window) -> int:
    return acts(venster.omgeving.store).count(Handeling.CASUS_INZIEN.code)


def test_ticks_are_the_parts_of_the_printed_dossier(qtbot: QtBot):
    vorm = QtWidgets.QWidget()
    qtbot.addWidget(vorm)
    Ui_DossierMaken().setupUi(vorm)
    assert Formulier(vorm).velden() == set(DEELNAMEN)


# ---- looking


@pytest.mark.eis("c13")
def test_looking_is_recorded_once_per_opening(venster: Window, dossier_id: int, qtbot: QtBot):
    was = keer_bekeken(venster)
    scherm = open_dossier(venster, dossier_id)
    assert keer_bekeken(venster) == was + 1
    scherm.herlaad()
    for code in ("plan", "tijdlijn", "overzicht"):
        scherm.kies_deel(code)
    open_dossier(venster, dossier_id, "deelnemers")
    assert keer_bekeken(venster) == was + 1
    assert venster.windowTitle().count("Brandsma") == 0


def test_a_tab_is_read_once_and_its_guidance_shown_at_once(
    venster: Window, dossier_id: int, monkeypatch: pytest.MonkeyPatch
):
    gelezen: list[int] = []
    lees = Overzicht.toon

    def tel(deel: Overzicht, r: Any, beeld: Any) -> None:
        gelezen.append(beeld.dossier_id)
        lees(deel, r, beeld)

    monkeypatch.setattr(Overzicht, "toon", tel)
    scherm = open_dossier(venster, dossier_id)
    assert gelezen == [dossier_id]
    assert venster.zijpaneel.sleutel == "casus_overzicht"  # without one of the screen before it
    scherm.herlaad()
    assert gelezen == [dossier_id, dossier_id]


def test_the_head_says_whose_it_is_and_that_it_was_taken_over(venster: Window, dossier_id: int):
    scherm = open_dossier(venster, dossier_id)
    assert scherm.kop.naam.text() == "Wietske Brandsma"
    assert scherm.kop.overgenomen.isVisible()
    assert "C2026-001" in scherm.kop.nummers.text()
    assert "geïnformeerd: ja, op 6-5-2026" in scherm.kop.data.text()


def test_the_reasons_can_be_read_in_a_small_window(
    venster: Window, casus_id: int, dossier_id: int, qtbot: QtBot
):
    casussen.close_casus(venster.omgeving.store, casus_id, SLUITING)
    venster.resize(683, 384)
    scherm = open_dossier(venster, dossier_id)
    qtbot.waitUntil(lambda: 0 < scherm.height() < 384)
    keuzes = scherm.slot.reden.knoppen()
    qtbot.waitUntil(lambda: all(keuze.height() >= keuze.sizeHint().height() for keuze in keuzes))


@pytest.mark.eis("c13", "a.C10")
def test_a_closed_dossier_first_asks_why(venster: Window, casus_id: int, dossier_id: int, qtbot: QtBot):
    casussen.close_casus(venster.omgeving.store, casus_id, SLUITING)
    was = keer_bekeken(venster)
    scherm = open_dossier(venster, dossier_id, "tijdlijn")
    assert scherm.stapel.currentWidget() is scherm.slot
    assert keer_bekeken(venster) == was
    assert scherm.wegwijzersleutel == "dossiers", "it is not yet about a casus"
    assert scherm.kop.naam.text() == "", "nothing was read"
    assert not scherm.slot.knop.isEnabled()
    assert "nieuw_signaal" not in scherm.slot.reden.codes(), "only the weegploeg reopens"
    scherm.slot.reden.zet("verzoek_betrokkene")
    klik(qtbot, scherm.slot.knop)
    assert scherm.stapel.currentWidget() is scherm.open_dossier
    assert scherm._huidig_deel().code == "tijdlijn"
    with venster.omgeving.store.reader() as r:
        laatste = r.row("SELECT code, reden, dossier_id FROM handeling ORDER BY n DESC LIMIT 1")
    assert laatste == {"code": "casus.inzien", "reden": "verzoek_betrokkene", "dossier_id": dossier_id}


def test_a_dossier_that_is_gone_says_so(venster: Window, dossier_id: int):
    scherm = open_dossier(venster, 12345)
    assert scherm.slot.tekst.text() == "Dit dossier is er niet meer."
    assert scherm.slot.vraag.isHidden()


# ---- what is missing


def test_what_is_missing_leads_to_where_it_is_answered(venster: Window, dossier_id: int):
    scherm = open_dossier(venster, dossier_id)
    overzicht = scherm._huidig_deel()
    nodig = [punt for stap in overzicht.stappenbalk.stappen() for punt in stap.ontbreekt]  # type: ignore[attr-defined]
    assert [punt.zin for punt in nodig] == ["Leg vast wie deelneemt, met rol en grondslag."]
    scherm.ga_naar(nodig[0])
    assert scherm._huidig_deel().code == "deelnemers"


@pytest.mark.parametrize(
    ("veld", "deel"),
    [
        ("plan", "plan"), ("acties", "overleggen"), ("documenten", "documenten"), ("doelen", "plan"),
        ("informeren", "overzicht"), ("volgende_herbeoordeling", "overzicht"), ("sluitreden", "overzicht"),
        ("geslachtsnaam", "betrokkene"), ("bijlage:5", "documenten"), ("persoon:5", "betrokkene"),
    ],
)  # fmt: skip
def test_every_place_in_the_dossier_can_be_opened_by_name(
    venster: Window, dossier_id: int, veld: str, deel: str
):
    assert open_dossier(venster, dossier_id, veld)._huidig_deel().code == deel


# ---- reading


def test_timeline_is_walked_with_the_arrow_keys_and_filtered(venster: Window, dossier_id: int, qtbot: QtBot):
    scherm = open_dossier(venster, dossier_id, "tijdlijn")
    tab: Any = scherm.kies_deel("tijdlijn")
    tab.lijn.setFocus()
    eerste = tab.lijn.punt()
    assert eerste.wat.startswith("Signaal ontvangen")
    qtbot.keyClick(tab.lijn, QtCore.Qt.Key.Key_Down)
    assert tab.lijn.punt() != eerste
    assert "Vastgelegd op" in tab.lijn.currentIndex().data()
    assert "Bij ons bekend" not in tab.lijn.currentIndex().data()
    tab.vinkjes["signaal"].setChecked(False)
    assert {p.soort for p in tab.lijn.punten()} == {"weging", "casus"}


def test_the_drawing_and_the_list_walk_together(venster: Window, dossier_id: int, qtbot: QtBot):
    scherm = open_dossier(venster, dossier_id, "tijdlijn")
    tab: Any = scherm.kies_deel("tijdlijn")
    tab.as_.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
    assert tab.lijn.currentIndex().row() == 0
    qtbot.keyClick(tab.as_, QtCore.Qt.Key.Key_Right)
    assert tab.lijn.currentIndex().row() == 1
    assert tab.as_.accessibleDescription() == tab.lijn.currentIndex().data()
    qtbot.keyClick(tab.as_, QtCore.Qt.Key.Key_End)
    laatste = len(tab.lijn.punten()) - 1
    assert tab.lijn.currentIndex().row() == laatste
    tab.lijn.kies(0)
    assert tab.as_.accessibleDescription() == tab.lijn.punten()[0].zin
    _, bekend = tab.as_.plek_van(laatste)
    qtbot.mouseClick(tab.as_, QtCore.Qt.MouseButton.LeftButton, pos=bekend)
    assert tab.lijn.punten()[tab.lijn.currentIndex().row()].bekend_op == tab.lijn.punten()[laatste].bekend_op


def test_the_line_of_a_day_shows_what_was_known_then(venster: Window, dossier_id: int):
    tab: Any = open_dossier(venster, dossier_id, "tijdlijn").kies_deel("tijdlijn")
    alles = tab.lijn.punten()
    assert tab.moment.count() == 2
    tab.moment.setCurrentIndex(1)
    toen = tab.lijn.punten()
    dag = next(p.gebeurd_op for p in alles if p.soort == "weging")
    assert toen == [p for p in alles if p.geweten_op <= dag]
    assert len(toen) < len(alles)
    tab.vinkjes["signaal"].setChecked(False)
    plek = tab.plek()
    tab.moment.setCurrentIndex(0)
    tab.vinkjes["signaal"].setChecked(True)
    tab.naar_plek(plek)
    assert tab.lijn.punten() == [p for p in toen if p.soort != "signaal"], "as it was left"


def test_the_line_goes_to_paper_as_a_part_of_the_dossier(venster: Window, dossier_id: int, qtbot: QtBot):
    scherm = open_dossier(venster, dossier_id, "tijdlijn")
    tab: Any = scherm.kies_deel("tijdlijn")
    klik(qtbot, tab.papier)
    documenten: Any = scherm._huidig_deel()
    assert documenten.code == "documenten"
    assert [deel for deel, aan in documenten.formulier.lees().items() if aan] == ["tijdlijn"]
    assert documenten.maakknop.text() == "&Dossier maken"


# ---- before there is a casus


def signaaldossier(venster: Window) -> int:
    """A dossier with one signal that waits."""
    store = venster.omgeving.store
    with store.write(Handeling.SIGNAAL_REGISTREREN) as w:
        kader_id, gemeente_id = w.value("SELECT id FROM kader"), w.value("SELECT id FROM gemeente")
        dossier = {"nummer": "2026-050", "gemeente_id": gemeente_id, "kader_id": kader_id}
        dossier_id = w.insert("dossier", dossier)
        w.dossier_id = dossier_id
        w.insert("persoon", {"dossier_id": dossier_id, "rol": "betrokkene", "geslachtsnaam": "Dijkema"})
        signaal = {
            "dossier_id": dossier_id, "kader_id": kader_id, "soort": "melding", "status": "ontvangen",
            "kanaal": "brief", "ontvangen_op": "2026-09-01T10:00:00+02:00", "bron_soort": "burger",
            "bron_kennis": "zelf_gezien", "zelf_waargenomen": "Een brief.",
        }  # fmt: skip
        w.insert("signaal", signaal)
    return dossier_id


def test_a_dossier_without_casus_shows_the_tabs_that_work(venster: Window):
    scherm = open_dossier(venster, signaaldossier(venster))
    balk = scherm.tabs.tabBar()
    assert [balk.tabData(n) for n in range(balk.count())] == [
        "overzicht", "betrokkene", "informatie", "tijdlijn", "documenten", "rechten",
    ]  # fmt: skip
    overzicht: Any = scherm._huidig_deel()
    assert overzicht.casuskaart.isHidden()
    assert overzicht.openkaart.isHidden()
    assert overzicht.sleutel_nu() == "signaal", "there is no casus to guide through"
    assert [stap.titel for stap in overzicht.stappenbalk.stappen()][:2] == ["Ontvangen", "Formele controle"]


def test_a_casus_that_was_decided_but_not_opened_is_opened_here(venster: Window, qtbot: QtBot):
    """As after a crash between the decision and the casus."""
    store = venster.omgeving.store
    dossier_id = signaaldossier(venster)
    with store.write(Handeling.WEGING_VASTSTELLEN, dossier_id=dossier_id) as w:
        weging = {
            "dossier_id": dossier_id, "kader_id": w.value("SELECT id FROM kader"), "status": "vastgesteld",
            "datum": "2026-09-07", "besluit": "opnemen", "informeren": "ja",
        }  # fmt: skip
        w.insert("weging", weging)
        w.update("signaal", w.value("SELECT id FROM signaal"), {"status": "opgenomen"})
    scherm = open_dossier(venster, dossier_id)
    overzicht: Any = scherm._huidig_deel()
    klik(qtbot, overzicht.openknop)
    assert acts(store)[-1] == Handeling.CASUS_OPENEN.code
    qtbot.waitUntil(lambda: scherm.tabs.count() == 9)
    assert scherm.kop.standmerk.text() == "Opgenomen"
    assert overzicht.openkaart.isHidden()


def test_nine_tabs_fit_beside_the_wegwijzer_and_say_their_whole_name(
    venster: Window, dossier_id: int, qtbot: QtBot
):
    venster.resize(1366, 768)
    scherm = open_dossier(venster, dossier_id)
    balk = scherm.tabs.tabBar()
    assert balk.count() == 9
    qtbot.waitUntil(lambda: balk.tabRect(8).right() < balk.width())
    namen = [balk.accessibleTabName(n) for n in range(9)]
    assert (namen[3], namen[8]) == ("Plan van aanpak", "Rechten en termijnen")
    assert balk.tabToolTip(8) == "Rechten en termijnen"
