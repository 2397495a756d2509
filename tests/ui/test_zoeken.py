# SPDX-License-Identifier: EUPL-1.2
"""Ctrl+K: numbers, commands and guidance for everyone; words of this dossier; names only for a reason."""

from collections.abc import Sequence

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.domain.signaal import Signaal
from gemeente_pga.handelingen.signaal import register_signaal
from gemeente_pga.store.queries import inrichting, journaal, zoeken
from gemeente_pga.store.queries.signaal import signaalblad
from gemeente_pga.store.wissen import wis_dossier
from gemeente_pga.ui.bezocht import Bezocht
from gemeente_pga.ui.wegwijzer import gids
from gemeente_pga.ui.window import Window
from gemeente_pga.ui.zoeken import Treffer
from tests.ui_hulp import typ

TOETS = QtCore.Qt.Key
CTRL = QtCore.Qt.KeyboardModifier.ControlModifier
JORIS = Persoon(voornamen="Joris", geslachtsnaam="D'Hondt-Özdemir")
SIGNAAL = Signaal(
    soort="melding",
    kanaal="e_mail",
    ontvangen_op="2026-09-08T16:42:00+02:00",
    ontvangen_door="S. Aydın",
    gebeurd_op=None,
    bron_soort="onderwijs",
    bron_organisatie="Praktijkcollege Waterhoven",
    melder_naam="",
    melder_functie="",
    melder_contact="",
    naam_noemen="nee",
    bron_kennis="gemengd",
    zelf_waargenomen="Hij sprak over een kruisboog in de schuur.",
    van_anderen="",
    interpretatie="",
    eigen_opmerking="",
    acuut=False,
    eerder_besproken="onbekend",
    eerder_besproken_toelichting="",
)


@pytest.fixture
def dossier_id(venster: Window) -> int:
    """One dossier, about Joris."""
    store = venster.omgeving.store
    with store.reader() as r:
        gemeente_id = inrichting.gemeenten(r)[0].id
    signaal_id = register_signaal(store, SIGNAAL, JORIS, gemeente_id=gemeente_id)
    with store.reader() as r:
        blad = signaalblad(r, signaal_id)
    assert blad is not None
    return blad.dossier_id


def _koppen(venster: Window) -> list[str]:
    return [treffer.kop for treffer in venster.zoekpaneel.treffers()]


def _zoek(venster: Window, qtbot: QtBot, tekst: str) -> list[str]:
    qtbot.keyClick(venster, TOETS.Key_K, CTRL)
    qtbot.waitUntil(venster.zoekpaneel.isVisible)
    typ(venster.zoekpaneel.regel, tekst)
    return _koppen(venster)


def _journaalcodes(venster: Window) -> list[tuple[str, str]]:
    with venster.omgeving.store.reader() as r:
        return [(regel.code, regel.reden) for regel in journaal.journaal(r, journaal.Filter())]


def test_command_is_found_and_done_by_keys(venster: Window, qtbot: QtBot) -> None:
    assert "Vergrendel" in _zoek(venster, qtbot, "verg")
    with qtbot.waitSignal(venster.vergrendel_gevraagd):
        qtbot.keyClick(venster.zoekpaneel.regel, TOETS.Key_Return)
    assert not venster.zoekpaneel.isVisible()


def test_escape_gives_the_focus_back(venster: Window, qtbot: QtBot) -> None:
    venster.open("controle")
    veld = venster.findChild(QtWidgets.QLineEdit, "controlecodeLineEdit")
    assert isinstance(veld, QtWidgets.QLineEdit)
    veld.setFocus()
    _zoek(venster, qtbot, "iets")
    qtbot.keyClick(venster.zoekpaneel.regel, TOETS.Key_Escape)
    assert not venster.zoekpaneel.isVisible()
    assert venster.focusWidget() is veld


def test_guidance_is_found_by_words_that_stand_apart() -> None:
    stuk = gids()["overleg_voorbereiden"]
    assert "mee naar tafel" in stuk.zin_met("stukken tafel")
    assert "mee naar tafel" in stuk.zin_met("welke stukken naar tafel")
    assert stuk.zin_met("stukken vliegtuig") == ""
    assert stuk.zin_met("tafelkleed") == ""


def test_guidance_is_found_by_its_subject(venster: Window, qtbot: QtBot) -> None:
    assert any("controle" in kop.lower() for kop in _zoek(venster, qtbot, "formele"))
    kop = next(n for n, t in enumerate(venster.zoekpaneel.treffers()) if t.tekst == "Wegwijzer")
    venster.zoekpaneel.lijst.setCurrentRow(kop)
    qtbot.keyClick(venster.zoekpaneel.regel, TOETS.Key_Return)
    assert venster.zijpaneel.sleutel == "formele_controle"


def test_dossier_is_found_by_number(venster: Window, qtbot: QtBot, dossier_id: int) -> None:
    with venster.omgeving.store.reader() as r:
        nummer = str(r.value("SELECT nummer FROM dossier"))
    assert _zoek(venster, qtbot, nummer[-3:])[0] == nummer


@pytest.mark.parametrize("tekst", ["%", "_", "'", '"', "\\", "0%", "*", "NEAR(", "a OR b", "\x00", "é" * 300])
def test_odd_text_finds_nothing_and_breaks_nothing(
    venster: Window, qtbot: QtBot, dossier_id: int, tekst: str
) -> None:
    with venster.omgeving.store.reader() as r:
        assert zoeken.zoek_nummers(r, tekst) == []
        assert zoeken.zoek_woorden(r, dossier_id, tekst) == []
        assert zoeken.zoek_personen(r, tekst) == []
    venster.zoekpaneel.toon()
    venster.zoekpaneel.regel.setText(tekst)
    assert venster.zoekpaneel.treffers()


@pytest.mark.parametrize("tekst", ["joris", "Jorís", "Hondt", "ozdemir", "J. Dhont"])
def test_a_person_is_found_by_any_part_of_the_name(venster: Window, dossier_id: int, tekst: str) -> None:
    with venster.omgeving.store.reader() as r:
        assert [p.dossier_id for p in zoeken.zoek_personen(r, tekst)] == [dossier_id]


def test_words_are_found_inside_one_dossier_only(venster: Window, dossier_id: int) -> None:
    with venster.omgeving.store.reader() as r:
        (plaats,) = zoeken.zoek_woorden(r, dossier_id, "kruisb")
        elders = zoeken.zoek_woorden(r, dossier_id + 1, "kruisboog")
    assert plaats.tabel == "signaal"
    assert "kruisboog" in plaats.fragment
    assert elders == []


@pytest.mark.parametrize(
    ("getypt", "gevonden"),
    [("vergendel", "Vergrendel"), ("Vergr", "Vergrendel"), ("signaal nieuw", "Nieuw signaal")],
)
def test_a_command_is_found_with_a_wrong_key_or_in_another_order(
    venster: Window, qtbot: QtBot, getypt: str, gevonden: str
) -> None:
    assert gevonden in _zoek(venster, qtbot, getypt)


def test_a_word_in_the_dossier_is_found_with_a_wrong_key_and_marked(
    venster: Window, qtbot: QtBot, dossier_id: int
) -> None:
    venster.open("dossier", dossier_id)
    _zoek(venster, qtbot, "kruisbog")
    treffer = next(t for t in venster.zoekpaneel.treffers() if t.tekst == "in dit dossier")
    assert [treffer.kop[a:b] for a, b in treffer.plekken] == ["kruisboog"]


def test_recent_places_are_offered_by_number_and_never_by_name(
    venster: Window, qtbot: QtBot, dossier_id: int
) -> None:
    venster.open("dossier", dossier_id)
    venster.open("overleggen")
    venster.open("dossiers")
    laatst = [t.kop for t in _leeg(venster, qtbot) if t.tekst == "laatst bekeken"]
    with venster.omgeving.store.reader() as r:
        nummer = str(r.value("SELECT nummer FROM dossier"))
    assert laatst[:2] == ["Overleggen", f"Dossier {nummer}"]
    assert not any("Hondt" in kop for kop in laatst)
    venster.zoekpaneel.lijst.setCurrentRow(1)
    qtbot.keyClick(venster.zoekpaneel.regel, TOETS.Key_Return)
    assert venster.scherm is not None
    assert venster.scherm.dossier_id == dossier_id


def _leeg(venster: Window, qtbot: QtBot) -> list[Treffer]:
    _zoek(venster, qtbot, "")
    return venster.zoekpaneel.treffers()


@pytest.mark.eis("w05", "c07")
def test_a_word_or_name_outside_a_dossier_is_not_found_without_a_reason(
    venster: Window, qtbot: QtBot, dossier_id: int
) -> None:
    voor = len(_journaalcodes(venster))
    for tekst in ("kruisboog", "hondt"):
        koppen: Sequence[str] = _zoek(venster, qtbot, tekst)
        assert not any("Hondt" in kop or "schuur" in kop for kop in koppen[:-1])
        venster.zoekpaneel.sluit()
    assert len(_journaalcodes(venster)) == voor


def test_a_name_is_found_after_one_reason_and_the_name_is_not_logged(
    venster: Window, qtbot: QtBot, dossier_id: int
) -> None:
    laatste = len(_zoek(venster, qtbot, "de hont")) - 1
    venster.zoekpaneel.lijst.setCurrentRow(laatste)
    qtbot.keyClick(venster.zoekpaneel.regel, TOETS.Key_Return)
    redenen = venster.omgeving.kader.codelijst("reden_zoeken")
    assert _koppen(venster) == [reden.naam for reden in redenen]
    qtbot.keyClick(venster.zoekpaneel.regel, TOETS.Key_Down)
    qtbot.keyClick(venster.zoekpaneel.regel, TOETS.Key_Return)
    assert _journaalcodes(venster)[0] == ("zoeken.buiten_dossier", redenen[1].code)
    with venster.omgeving.store.reader() as r:
        rij = r.row("SELECT * FROM handeling ORDER BY n DESC LIMIT 1")
    assert rij is not None
    assert not any("hont" in str(waarde).lower() for waarde in rij.values())


def test_reason_leads_to_the_person(venster: Window, qtbot: QtBot, dossier_id: int) -> None:
    laatste = len(_zoek(venster, qtbot, "Joris D'Hondt")) - 1
    venster.zoekpaneel.lijst.setCurrentRow(laatste)
    qtbot.keyClick(venster.zoekpaneel.regel, TOETS.Key_Return)
    qtbot.keyClick(venster.zoekpaneel.regel, TOETS.Key_Return)
    assert _koppen(venster) == ["Joris D'Hondt-Özdemir"]


def test_recent_places_stand_there_after_a_lock_and_go_with_the_dossier(
    venster: Window, qtbot: QtBot, dossier_id: int
) -> None:
    venster.open("dossier", dossier_id)
    venster.open("overleggen")
    venster.bewaar_bezocht()  # what locking does
    omgeving = venster.omgeving
    soorten = tuple(venster.soorten)
    assert Bezocht(omgeving, soorten).plekken([])[:2] == [("overleggen", None), ("dossier", dossier_id)]
    assert Bezocht(omgeving, ("overleggen",)).plekken([]) == [("overleggen", None)]
    bewaard = omgeving.store.concept("lijst", "bezocht") or ""
    assert "Hondt" not in bewaard
    assert str(dossier_id) in bewaard
    wis_dossier(omgeving.store, dossier_id)
    assert Bezocht(omgeving, soorten).plekken([]) == []
    venster.bewaar_bezocht()
    assert str(dossier_id) not in (omgeving.store.concept("lijst", "bezocht") or ""), "not kept again"
