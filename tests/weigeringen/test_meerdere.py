# SPDX-License-Identifier: EUPL-1.2
"""Refused: one act for many people. More than one row is chosen for copies and for one list only."""

import ast
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest

from tests.weigeringen.lezen import PROGRAMMA, Bomen, bomen

# Where more than one row may be chosen, and why nobody is judged by it.
MEERDERE = {
    "ui/screens/wie_heeft_wat.py": "numbered copies that came back from one meeting: paper, no people",
    "ui/screens/termijnen_bewaren.py": "dossiers past their term, for a list that somebody else authorises",
}
_EEN = frozenset({"SingleSelection", "NoSelection"})
_MEER = frozenset({"ExtendedSelection", "MultiSelection", "ContiguousSelection"})
# Of these Qt lets more rows be chosen unless it is told otherwise.
_VANZELF = frozenset({"QTableView", "QTableWidget"})


def keuzes(bronnen: Bomen) -> dict[str, set[str]]:
    """Per file of the window: which ways of choosing rows it asks for, and views that bring their own."""
    uit: dict[str, set[str]] = {}
    for plek, boom in bronnen.items():
        if not plek.startswith("ui/") or plek.startswith("ui/forms/"):
            continue
        for knoop in ast.walk(boom):
            if isinstance(knoop, ast.Attribute) and knoop.attr in _EEN | _MEER:
                uit.setdefault(plek, set()).add(knoop.attr)
            uit.setdefault(plek, set()).update(_eigen(knoop))
    return uit


def _eigen(knoop: ast.AST) -> Iterator[str]:
    doel = knoop.func if isinstance(knoop, ast.Call) else None
    if isinstance(doel, ast.Attribute) and doel.attr in _VANZELF:
        yield doel.attr
    if isinstance(knoop, ast.ClassDef):
        yield from (b.attr for b in knoop.bases if isinstance(b, ast.Attribute) and b.attr in _VANZELF)


@pytest.mark.eis("c06", "w02")
def test_more_than_one_row_is_chosen_in_two_named_places_only():
    per = keuzes(bomen())
    meer = {plek for plek, soorten in per.items() if soorten & _MEER}
    assert meer == set(MEERDERE)
    assert {plek for plek, soorten in per.items() if soorten & _VANZELF} == {"ui/widgets/lijst.py"}
    assert "SingleSelection" in per["ui/widgets/lijst.py"]


def test_no_form_has_a_view_in_which_more_rows_can_be_chosen():
    formulieren = sorted((PROGRAMMA.parent / "forms").glob("*.ui"))
    assert len(formulieren) > 50
    for formulier in formulieren:
        boom = ElementTree.parse(formulier)  # noqa: S314 - a file of ours
        assert not {w.get("class") for w in boom.iter("widget")} & _VANZELF, formulier.name
        assert not [p for p in boom.iter("property") if p.get("name") == "selectionMode"], formulier.name


@pytest.mark.parametrize(
    ("bron", "gezien"),
    [
        ("lijst.setSelectionMode(Keuze.ExtendedSelection)", "ExtendedSelection"),
        ("lijst.setSelectionMode(Modus.MultiSelection)", "MultiSelection"),
        ("lijst = QtWidgets.QTableWidget()", "QTableWidget"),
        ("class Eigen(QtWidgets.QTableView): pass", "QTableView"),
    ],
)
def test_another_place_would_be_seen(bron: str, gezien: str):
    assert keuzes({"ui/screens/x.py": ast.parse(bron)})["ui/screens/x.py"] == {gezien}
