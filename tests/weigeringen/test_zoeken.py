# SPDX-License-Identifier: EUPL-1.2
"""Refused: looking for a person outside the intake without a reason that stands in the log."""

import ast
from functools import partial

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.ui.screens import SCREENS
from gemeente_pga.ui.window import Window
from tests.ui_hulp import typ
from tests.weigeringen.lezen import Bomen, bomen, functies

# Who may ask for people by name: the search that first records why, the intake, and who is offered a dossier
# from another kluis: that shows numbers of dossiers here with a similar name, never a name.
MAG = {
    "zoek_personen": {"ui/zoeken.py:_zoek_naam"},
    "zoek_bekenden": {
        "store/queries/zoeken.py:zoek_personen",
        "ui/widgets/persoonzoeker.py:zoek_nu",
        "store/queries/overname.py:bekend",
    },
    "_met_voornaam": {"store/queries/zoeken.py:zoek_personen"},
}


def vragers(bronnen: Bomen, naam: str) -> set[str]:
    """Every function that calls this one."""
    return {
        f"{plek}:{functie}"
        for plek, boom in bronnen.items()
        for functie, knoop in functies(boom)
        for roep in ast.walk(knoop)
        if isinstance(roep, ast.Call) and ast.unparse(roep.func).split(".")[-1] == naam
    }


def zoekt_voor_de_reden(functie: ast.AST) -> bool:
    """Does this look for people before it has recorded why?"""
    regels = {"log_zoeken": 10**9, "zoek_personen": 0}
    for roep in (k for k in ast.walk(functie) if isinstance(k, ast.Call)):
        naam = ast.unparse(roep.func).split(".")[-1]
        if naam in regels:
            regels[naam] = roep.lineno
    return regels["zoek_personen"] < regels["log_zoeken"]


@pytest.mark.eis("c07", "w05")
def test_people_are_asked_for_by_name_in_named_places_only():
    for naam, mag in MAG.items():
        assert vragers(bomen(), naam) == mag, naam
    (zoekt,) = (k for n, k in functies(bomen()["ui/zoeken.py"]) if n == "_zoek_naam")
    assert not zoekt_voor_de_reden(zoekt)


def test_a_search_without_a_reason_would_be_seen():
    stil = ast.parse("def toon(r, naam):\n    return zoeken.zoek_personen(r, naam)")
    assert vragers({"ui/x.py": stil}, "zoek_personen") == {"ui/x.py:toon"}
    assert zoekt_voor_de_reden(stil)
    assert zoekt_voor_de_reden(ast.parse("queries.zoek_personen(r, naam)\nlog_zoeken(store, reden)"))


def _zichtbaar(venster: Window) -> str:
    """All that stands in labels, buttons and lists of the window."""
    delen = [w.text() for w in venster.findChildren(QtWidgets.QLabel) if w.isVisible()]
    delen += [w.text() for w in venster.findChildren(QtWidgets.QAbstractButton) if w.isVisible()]
    for lijst in venster.findChildren(QtWidgets.QAbstractItemView):
        if lijst.isVisible() and lijst.model() is not None:
            model = lijst.model()
            # One column; Qt hides columnCount() of such a model.
            kolommen = 1 if isinstance(model, QtCore.QAbstractListModel) else model.columnCount()
            delen += [str(model.index(r, k).data()) for r in range(model.rowCount()) for k in range(kolommen)]
    return "\n".join(delen)


@pytest.mark.eis("c07", "w05")
def test_a_surname_typed_in_any_field_of_any_screen_finds_nobody(vol_venster: Window, qtbot: QtBot):
    store, getypt = vol_venster.omgeving.store, 0
    with store.reader() as r:
        naam = str(r.value("SELECT geslachtsnaam FROM persoon ORDER BY id LIMIT 1"))
    for code in [scherm.code for scherm in SCREENS if scherm.railicoon]:
        vol_venster.open(code)
        scherm = vol_venster.scherm
        assert scherm is not None
        for veld in scherm.findChildren(QtWidgets.QLineEdit):
            if not veld.isVisible() or not veld.isEnabled() or veld.isReadOnly():
                continue
            veld.clear()
            voor = _zichtbaar(vol_venster)
            typ(veld, naam)
            klokken = scherm.findChildren(QtCore.QTimer)
            qtbot.waitUntil(partial(_staan_stil, klokken))
            assert _regels_met(naam, _zichtbaar(vol_venster)) <= _regels_met(naam, voor), (
                code,
                veld.objectName(),
            )
            veld.clear()
            getypt += 1
    assert getypt > 5
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM handeling WHERE code LIKE '%zoeken%'") == 0


def _staan_stil(klokken: list[QtCore.QTimer]) -> bool:
    return not any(klok.isActive() for klok in klokken)


def _regels_met(naam: str, tekst: str) -> set[str]:
    return {regel for regel in tekst.split("\n") if naam in regel}


def test_a_screen_that_shows_who_was_found_would_be_seen(venster: Window):
    venster.open("dossiers")
    assert venster.scherm is not None
    voor = _zichtbaar(venster)
    gevonden = QtWidgets.QLabel("2026-003 Wietske Brandsma", venster.scherm)
    gevonden.show()
    assert _regels_met("Brandsma", _zichtbaar(venster)) - _regels_met("Brandsma", voor)
