# SPDX-License-Identifier: EUPL-1.2
"""Refused: sorting or filtering people by ideology or origin. No list reads it, no filter offers it."""

import ast
import re

import pytest
from PySide6 import QtWidgets

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kader import Kader
from gemeente_pga.ui.screens import SCREENS
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.window import Window
from tests.weigeringen.lezen import Bomen, bomen, teksten

GEVOELIG = re.compile(
    r"ideologie|geloof|religi|etnic|etnisch|nationaliteit|afkomst|geboorteland|geboorteplaats|huidskleur|geslacht\b",
    re.IGNORECASE,
)
_SCHIFT = re.compile(
    r"\b(?:WHERE|AND|OR|ON|ORDER\s+BY|GROUP\s+BY|HAVING|JOIN)\b([^;]*)", re.IGNORECASE | re.DOTALL
)
MET_LIJST = [scherm.code for scherm in SCREENS if scherm.railicoon]


def geschift(bronnen: Bomen) -> set[str]:
    """Places where a question to the database chooses or orders rows by ideology or origin."""
    return {
        plek
        for plek, boom in bronnen.items()
        if plek.startswith("store/")
        for tekst in teksten(boom)
        if "SELECT" in tekst.upper()
        for schift in _SCHIFT.findall(tekst)
        if GEVOELIG.search(schift)
    }


def kolommen(bronnen: Bomen) -> set[str]:
    """Columns of a list, and sorts, that read ideology or origin."""
    gevonden = set()
    for plek, boom in bronnen.items():
        for roep in (k for k in ast.walk(boom) if isinstance(k, ast.Call)):
            naam = ast.unparse(roep.func)
            is_lijst = naam.split("[")[0].endswith(
                ("Kolom", "sorted", ".sort", "groupby", "Counter", "setSortRole")
            )
            if is_lijst and GEVOELIG.search(ast.unparse(roep)):
                gevonden.add(f"{plek}: {naam}")
    return gevonden


@pytest.mark.eis("n3", "i7", "w04")
def test_no_question_and_no_column_goes_by_ideology_or_origin():
    assert geschift(bomen()) == set()
    assert kolommen(bomen()) == set()


@pytest.mark.parametrize(
    "vraag",
    ["SELECT id FROM dossier WHERE ideologie = ?", "SELECT id FROM dossier d ORDER BY d.ideologie, d.nummer"],
)
def test_a_question_by_ideology_would_be_seen(vraag: str):
    assert geschift({"store/queries/x.py": ast.parse(f"r.rows({vraag!r})")}) == {"store/queries/x.py"}
    assert (
        geschift({"store/queries/x.py": ast.parse("r.rows('SELECT ideologie FROM dossier WHERE id = ?')")})
        == set()
    )


@pytest.mark.parametrize(
    "regel", ["Kolom[Kop]('Soort', lambda k: k.ideologie)", "sorted(mensen, key=lambda m: m.geboorteland)"]
)
def test_a_column_or_sort_by_ideology_would_be_seen(regel: str):
    assert kolommen({"ui/x.py": ast.parse(regel)}) != set()


def keuzes(venster: Window, kader: Kader) -> set[str]:
    """What every choice and every header on this screen offers, as far as it is an ideology."""
    assert venster.scherm is not None
    woorden = {code.naam.casefold() for code in kader.codelijst("ideologie")} - {"onbekend", "overig"}
    gezien = set()
    for kiezer in venster.scherm.findChildren(QtWidgets.QComboBox):
        gezien |= {kiezer.itemText(n) for n in range(kiezer.count())}
    for lijst in venster.scherm.findChildren(QtWidgets.QTableView):
        model = lijst.model()
        gezien |= {
            str(model.headerData(n, lijst.horizontalHeader().orientation()))
            for n in range(model.columnCount())
        }
        gezien |= {
            str(model.index(rij, kolom).data())
            for rij in range(model.rowCount())
            for kolom in range(model.columnCount())
        }
    gezien -= {daad.zin for daad in Handeling}  # the log says that something was recorded, never what
    return {tekst for tekst in gezien if tekst.casefold() in woorden or GEVOELIG.search(tekst)}


# Days, numbers, states of the procedure, which paper is with whom: never what says how somebody is.
VOLGORDEN = {
    *("Nummer", "Datum", "Plaats", "Verslag", "Stand", "Sinds", "Uiterlijk", "Termijn", "Waarvan", "Dossier"),
    *("Ontvangen", "Stuk", "Houder", "Op", "Aan"),
}


@pytest.mark.eis("n3", "i7", "w04")
def test_no_list_in_the_window_shows_offers_or_sorts_by_it(vol_venster: Window, echt_kader: Kader):
    lijsten = 0
    for code in MET_LIJST:
        vol_venster.open(code)
        assert keuzes(vol_venster, echt_kader) == set(), code
        assert vol_venster.scherm is not None
        for lijst in vol_venster.scherm.findChildren(Lijst):
            lijsten += 1
            assert not lijst.isSortingEnabled(), "Qt would sort by any column"
            assert volgorden(lijst) <= VOLGORDEN, (code, volgorden(lijst))
    assert lijsten > 3


def volgorden(lijst: Lijst) -> set[str]:
    """The columns that its rows can be put in order of."""
    return {kolom.kop for kolom in lijst.kolommen() if kolom.sorteer is not None}


def test_an_order_by_it_would_be_seen(venster: Window):
    lijst = Lijst(venster)
    lijst.stel_in([Kolom[str]("Ideologie", str, sorteer=str), Kolom[str]("Risico", str, sorteer=str)])
    assert volgorden(lijst) - VOLGORDEN == {"Ideologie", "Risico"}


def test_a_filter_by_ideology_would_be_seen(venster: Window, echt_kader: Kader):
    venster.open("dossiers")
    kiezer = QtWidgets.QComboBox(venster.scherm)
    naam = next(c.naam for c in echt_kader.codelijst("ideologie") if c.code not in ("onbekend", "overig"))
    kiezer.addItems(["Alles", naam])
    assert keuzes(venster, echt_kader) == {naam}
