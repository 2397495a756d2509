# SPDX-License-Identifier: EUPL-1.2
"""Refused: drawing who is connected to whom. Nothing can draw it, and nothing records it."""

import ast
import re
from collections import Counter
from collections.abc import Iterable, Mapping

import pytest

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.store.store import Store
from tests.inrichting_hulp import richt_in
from tests.signaal_hulp import registreer
from tests.weigeringen.lezen import Bomen, bomen, schema, verwijzingen

# What draws a graph of things that can be moved; and who paints anything at all, with what it paints.
TEKENDOZEN = {"QGraphicsScene", "QGraphicsView", "QGraphicsItem", "QChart", "QChartView", "QSvgGenerator"}
PAKKETTEN = {
    "networkx",
    "graphviz",
    "pydot",
    "igraph",
    "matplotlib",
    "pyvis",
    "QtCharts",
    "QtGraphs",
    "QtDataVisualization",
}
SCHILDERS = {
    "ui/theme.py": "icons",
    "ui/balken.py": "a title that does not fit",
    "ui/afdrukken.py": "pages for the printer",
    "ui/logobestand.py": "a logo on white",
    "ui/screens/inrichting_huisstijl.py": "the edge of the sheet in the example",
    "ui/widgets/checklist.py": "ticks before a line",
    "ui/widgets/vel.py": "marks over words that were found in a page",
    "ui/widgets/gemarkeerd.py": "letters that were looked for",
    "ui/widgets/tijdas.py": "the two dates of one dossier",
    "ui/widgets/bladlijst.py": "the edge of a small page",
    "ui/widgets/tijdlijn.py": "the timeline of one dossier",
}
# Two dossiers in one row: the same person, seen again. Never two people.
TWEE_DOSSIERS = {"vergelijking.ander_dossier_id", "heropening.oud_dossier_id"}


def tekenaars(bronnen: Bomen) -> set[str]:
    """Who can draw a graph, or paints without being known for it."""
    gevonden = set()
    for plek, boom in bronnen.items():
        for knoop in ast.walk(boom):
            namen = {getattr(knoop, veld, None) for veld in ("id", "attr", "name", "module")} - {None}
            stukken = {stuk for naam in namen if isinstance(naam, str) for stuk in naam.split(".")}
            if stukken & (TEKENDOZEN | PAKKETTEN) or ("QPainter" in stukken and plek not in SCHILDERS):
                gevonden.add(plek)
    return gevonden


def verbindingen(paren: Iterable[tuple[str, str, str]], kolommen: Mapping[str, Iterable[str]]) -> set[str]:
    """Tables and columns in which one person, or one dossier, is tied to another."""
    paren = list(paren)
    dubbel = Counter((van, naar) for van, _, naar in paren if naar in ("persoon", "dossier"))
    fout = {f"{van}→{naar}" for (van, naar), aantal in dubbel.items() if aantal > 1}
    fout |= {f"persoon→{naar}" for van, _, naar in paren if van == "persoon" and naar != "dossier"}
    for tabel, namen in kolommen.items():
        fout |= {
            f"{tabel}.{naam}"
            for naam in namen
            if re.search(r"(?:\w_|^)(?:persoon|dossier)_id_?\w+|\w+_(?:persoon|dossier)_id$", naam)
        }
    return fout


@pytest.mark.eis("c06", "w06")
def test_nothing_in_the_program_can_draw_a_network():
    assert tekenaars(bomen()) == set()
    assert {plek for plek in SCHILDERS if plek in bomen()} == set(SCHILDERS)


@pytest.mark.parametrize(
    "bron",
    [
        "beeld = QtWidgets.QGraphicsScene(self)",
        "import networkx",
        "p = QtGui.QPainter(self)",
        "from PySide6 import QtCharts",
    ],
)
def test_something_that_draws_would_be_seen(bron: str):
    assert tekenaars({"ui/screens/x.py": ast.parse(bron)}) == {"ui/screens/x.py"}


@pytest.mark.eis("c06", "w06")
def test_no_table_ties_one_person_to_another():
    assert verbindingen(verwijzingen(), schema()) == TWEE_DOSSIERS | {"heropening→dossier"}


def test_a_table_of_edges_would_be_seen():
    paren = [("band", "van_id", "persoon"), ("band", "naar_id", "persoon"), ("persoon", "kent", "persoon")]
    assert verbindingen(paren, {}) == {"band→persoon", "persoon→persoon"}
    assert verbindingen([], {"band": ["id", "ander_persoon_id"]}) == {"band.ander_persoon_id"}


@pytest.mark.eis("c06", "w06")
def test_a_naaste_is_tied_to_the_betrokkene_of_the_same_dossier_only(store: Store):
    """The relation is a word beside the name; there is no place for whose."""
    ids = richt_in(store)
    registreer(store, ids)
    assert {naam for naam in schema()["persoon"] if "id" in naam.split("_")} == {"id", "dossier_id"}
    with pytest.raises(Exception, match="column"), store.write(Handeling.PERSOON_VASTLEGGEN) as w:
        w.insert("persoon", {"rol": "naaste", "geslachtsnaam": "V", "relatie_tot": 3}, dossier_id=1)
