# SPDX-License-Identifier: EUPL-1.2
"""Inrichting through the real window: what is recorded, and what is refused, at the field."""

from pathlib import Path

from PySide6 import QtWidgets

from gemeente_pga.store.queries.inrichting import gemeenten, instelling, partijen
from tests.ui.hand import K, zet
from tests.ui_hulp import bevestig


def codes(store) -> list[str]:
    with store.reader() as r:
        return [rij["code"] for rij in r.rows("SELECT code FROM handeling ORDER BY n")]


def test_the_municipality_is_one_act(venster):
    venster.open("inrichting")
    deel = venster.scherm.delen["gemeente"]
    store = venster.omgeving.store
    voor = len(codes(store))
    deel.gemeente.vul({"naam": "Waterhoven", "burgemeester": "M. Terpstra", "bronregistratie": "gemeente"})
    deel._leg_gemeente_vast()
    with store.reader() as r:
        assert gemeenten(r)[0].gemeente.burgemeester == "M. Terpstra"
    assert codes(store)[voor:] == ["gemeente.vastleggen"]


def test_an_empty_name_is_said_at_the_field_and_nothing_is_recorded(venster):
    venster.open("inrichting")
    deel = venster.scherm.delen["gemeente"]
    voor = codes(venster.omgeving.store)
    deel.gemeente.vul({"naam": "  "})
    deel._leg_gemeente_vast()
    assert "naam" in deel.gemeente.gebreken()
    assert codes(venster.omgeving.store) == voor


def test_a_new_partner_appears_in_the_list(venster):
    venster.open("inrichting", None, "partners")
    deel = venster.scherm.delen["partners"]
    deel._begin_nieuw()
    deel.formulier.vul({"soort": "lse", "naam": "Landelijk Steunpunt Extremisme", "actief": True})
    deel._leg_vast()
    with venster.omgeving.store.reader() as r:
        assert "Landelijk Steunpunt Extremisme" in [p.partij.naam for p in partijen(r)]
    deel.herlaad()
    assert deel.lijst.rij().partij.naam == "Landelijk Steunpunt Extremisme"


def test_the_form_of_the_next_new_partner_is_empty(venster):
    venster.open("inrichting", None, "partners")
    deel = venster.scherm.delen["partners"]
    for naam in ("Jongerenwerk De Brug", "Welzijn Oost"):
        deel._begin_nieuw()
        assert deel.formulier.lees()["naam"] == ""
        zet(deel.formulier.widget("soort"), "lse")
        zet(deel.formulier.widget("naam"), naam)
        deel.formulier.bewaar_concept()  # as it does by itself while she types
        deel._leg_vast()
    with venster.omgeving.store.reader() as r:
        assert {"Jongerenwerk De Brug", "Welzijn Oost"} <= {p.partij.naam for p in partijen(r)}


def test_the_partners_fit_a_small_window(venster, qtbot):
    venster.resize(683, 384)
    venster.open("inrichting", None, "partners")
    deel = venster.scherm.delen["partners"]
    qtbot.waitUntil(lambda: 400 < deel.width() <= venster.scherm.width() <= 683)
    qtbot.waitUntil(lambda: deel.lijst.columnWidth(0) > 150)


def test_a_backup_is_made_verified_and_recorded(venster, dienst, tmp_path: Path, qtbot):
    stick = tmp_path / "stick"
    stick.mkdir()
    venster.open("inrichting", None, "backup")
    deel = venster.scherm.delen["backup"]
    deel._maak()
    assert deel.formulier.gebreken()["backupmap"] == "Kies eerst een map."
    deel.formulier.vul({"backupmap": str(tmp_path / "weg")})
    deel._maak()
    assert "Deze map is er niet" in deel.formulier.gebreken()["backupmap"]
    deel.formulier.vul({"backupmap": str(stick)})
    deel._maak()
    bevestig(venster, qtbot)
    qtbot.waitUntil(deel.isEnabled, timeout=30_000)
    (kopie,) = list(stick.iterdir())
    assert {p.name for p in kopie.iterdir()} >= {"kluis.db", "kluis.sleutel-a", "manifest.json"}
    assert "kluis.reservekopie" in codes(venster.omgeving.store)
    assert dienst.laatste_backup() is not None
    with venster.omgeving.store.reader() as r:
        assert instelling(r, "backupmap") == str(stick)


def test_the_kader_is_read_as_one_page_with_the_keys(hand):
    hand.venster.resize(1366, 384)
    hand.venster.open("inrichting", None, "kader")
    deel = hand.scherm.delen["kader"]
    lang = list(deel.teksten.values())
    assert "niet vastgesteld" in lang[0].text()
    assert all(len(label.text()) > 1_000 for label in lang)
    hand.qtbot.waitUntil(lambda: all(label.height() >= label.heightForWidth(label.width()) for label in lang))
    rol = next(r for r in hand.scherm.findChildren(QtWidgets.QScrollArea) if r.widget() is deel)
    for _ in range(60):
        if hand.focus() is rol:
            break
        hand.toets(K.Key_Tab)
    assert hand.focus() is rol, "Tab comes to the page itself"
    was = rol.verticalScrollBar().value()
    hand.toets(K.Key_PageDown)
    assert rol.verticalScrollBar().value() > was


def test_a_second_municipality_gets_a_row_of_its_own(venster):
    venster.open("inrichting")
    deel = venster.scherm.delen["gemeente"]
    store = venster.omgeving.store
    with store.reader() as r:
        (eerste,) = gemeenten(r)
    deel._begin_nieuw()
    deel.gemeente.vul({"naam": "Veenbrug", "bronregistratie": "zvh"})
    deel._leg_gemeente_vast()
    deel.herlaad()
    with store.reader() as r:
        alle = {g.gemeente.naam: g for g in gemeenten(r)}
    assert set(alle) == {eerste.gemeente.naam, "Veenbrug"}
    assert alle[eerste.gemeente.naam] == eerste
    assert deel.welke.currentText() == "Veenbrug"
    deel.welke.setCurrentIndex(deel.welke.findText(eerste.gemeente.naam))
    deel._kies_gemeente(0)
    assert deel.gemeente.lees()["naam"] == eerste.gemeente.naam


def test_the_tab_that_was_open_is_open_again_after_locking(venster):
    venster.open("inrichting", None, "kader")
    plek = venster.plek()
    venster.open("inrichting", None, "gemeente")
    assert venster.naar_plek(plek)
    scherm = venster.scherm
    assert list(scherm.delen)[scherm.tabs.currentIndex()] == "kader"
    assert scherm.wegwijzersleutel == scherm.delen["kader"].wegwijzersleutel


def test_the_choices_about_locking_fit_a_small_window(venster, qtbot):
    venster.resize(683, 384)
    venster.open("inrichting", None, "kluis")
    deel = venster.scherm.delen["kluis"]
    qtbot.waitUntil(lambda: 400 < deel.width() <= venster.scherm.width() <= 683)


def test_the_parts_stand_in_a_list_and_in_one_line_when_there_is_no_room(hand):
    hand.venster.resize(1366, 768)
    hand.venster.open("inrichting")
    scherm = hand.scherm
    delen = scherm.onderdelen
    hand.qtbot.waitUntil(delen.lijst.isVisible)
    assert not delen.keuze.isVisible()
    assert [regel.sleutel for regel in delen.lijst.regels() if regel.sleutel] == list(scherm.delen)
    hand.venster.resize(683, 384)
    hand.qtbot.waitUntil(delen.keuze.isVisible)
    assert not delen.lijst.isVisible()
    assert [delen.keuze.itemData(n) for n in range(delen.keuze.count())] == list(scherm.delen)
    hand.venster.open("inrichting", None, "mandaten")
    assert delen.keuze.currentData() == delen.lijst.sleutel() == "mandaten"


def test_a_heading_in_the_list_of_parts_cannot_be_chosen(hand):
    hand.venster.resize(1366, 768)
    hand.venster.open("inrichting", None, "teksten")
    hand.scherm.onderdelen.lijst.setFocus()
    hand.toets(K.Key_Down)  # over "Volgens de wet"
    assert list(hand.scherm.delen)[hand.scherm.tabs.currentIndex()] == "ingebruikname"
