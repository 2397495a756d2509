# SPDX-License-Identifier: EUPL-1.2
"""Refused: a person without a signal. Read from the syntax trees of the acts, and tried on the database."""

import ast
from collections.abc import Iterator

import pytest

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kader import Kader
from gemeente_pga.oefenkluis import fill
from gemeente_pga.store.store import Store
from tests.inrichting_hulp import richt_in
from tests.ui_hulp import NU
from tests.weigeringen.lezen import Bomen, bomen, functies

# Acts that make a person. The first two make the signal along; the last asks for a dossier that is there.
MAKERS = {"register_signaal", "take_over", "register_naaste"}
# Writes to a table of which the name is a variable: the tables that it can be.
VARIABEL = {"handelingen/plan.py:record_regel": {"doel", "factor", "interventie"}}


class Daden:
    """Which function calls which, and which tables it fills, over all places given."""

    def __init__(self, bronnen: Bomen) -> None:
        self.roept: dict[str, set[str]] = {}
        self.vult: dict[str, set[str]] = {}
        self.neemt: dict[str, set[str]] = {}
        self.handeling: set[str] = set()
        self.onbekend: set[str] = set()
        for plek, boom in bronnen.items():
            for naam, knoop in functies(boom):
                self._lees(f"{plek}:{naam}", naam, knoop)

    def _lees(self, plek: str, naam: str, knoop: ast.AST) -> None:
        roept, vult = self.roept.setdefault(naam, set()), self.vult.setdefault(naam, set())
        if isinstance(knoop, ast.FunctionDef):
            args = knoop.args
            self.neemt.setdefault(naam, set()).update(a.arg for a in (*args.args, *args.kwonlyargs))
        for roep in (deel for deel in ast.walk(knoop) if isinstance(deel, ast.Call)):
            wat = roep.func
            roept.add(wat.attr if isinstance(wat, ast.Attribute) else getattr(wat, "id", ""))
            if not isinstance(wat, ast.Attribute) or not roep.args:
                continue
            eerste = roep.args[0]
            if wat.attr == "write":
                self.handeling.add(naam)
            elif wat.attr == "insert" and isinstance(eerste, ast.Constant):
                vult.add(str(eerste.value))
            elif wat.attr == "insert" and plek in VARIABEL:
                vult |= VARIABEL[plek]
            elif wat.attr == "insert" and len(roep.args) > 1 and not isinstance(eerste, ast.Constant):
                self.onbekend.add(plek)

    def tabellen(self, naam: str, gezien: frozenset[str] = frozenset()) -> set[str]:
        """Every table that gets a row when this function runs."""
        if naam in gezien or naam not in self.vult:
            return set()
        hier = set(self.vult[naam])
        return hier.union(*(self.tabellen(ander, gezien | {naam}) for ander in self.roept[naam]))

    def fouten(self) -> Iterator[str]:
        """Acts that bring somebody in without a signal."""
        for naam in self.handeling:
            vult = self.tabellen(naam)
            if "dossier" in vult and "signaal" not in vult:
                yield f"{naam} maakt een dossier zonder signaal"
            if (
                "persoon" in vult
                and "signaal" not in vult
                and "dossier_id" not in self.neemt.get(naam, set())
            ):
                yield f"{naam} maakt een persoon zonder signaal of dossier"


def _handelingen() -> dict[str, ast.Module]:
    return {plek: boom for plek, boom in bomen().items() if plek.startswith("handelingen/")}


@pytest.mark.eis("c01", "n3", "w01")
def test_every_way_to_a_person_begins_with_a_signal():
    daden = Daden(_handelingen())
    assert list(daden.fouten()) == []
    assert daden.onbekend == set()
    assert {naam for naam in daden.handeling if "persoon" in daden.tabellen(naam)} == MAKERS
    assert {naam for naam in daden.handeling if "dossier" in daden.tabellen(naam)} == MAKERS - {
        "register_naaste"
    }


@pytest.mark.parametrize(
    "daad",
    [
        "with store.write(H.X) as w:\n    write_persoon(w, write_dossier(w), wie)",
        "with store.write(H.X) as w:\n    w.insert('persoon', wie, dossier_id=1)",
        "with store.write(H.X) as w:\n    w.insert('dossier', {})",
    ],
)
def test_a_way_around_the_signal_would_be_seen(daad):
    ingang = ast.parse("def leg_vast(store, wie):\n  " + daad.replace("\n", "\n  "))
    assert list(Daden(_handelingen() | {"handelingen/x.py": ingang}).fouten()) != []


def test_a_table_by_a_variable_would_be_seen():
    ingang = ast.parse(
        "def leg_vast(store, tabel, wie):\n  with store.write(H.X) as w:\n    w.insert(tabel, wie)"
    )
    assert Daden({"handelingen/x.py": ingang}).onbekend == {"handelingen/x.py:leg_vast"}


@pytest.mark.eis("c01", "w01")
@pytest.mark.parametrize("dossier_id", [None, 4242])
def test_the_database_takes_no_person_without_a_dossier_that_is_there(store: Store, dossier_id: int | None):
    richt_in(store)
    wie = {"rol": "betrokkene", "geslachtsnaam": "Verzonnen"}
    with (
        pytest.raises(Exception, match=r"NOT NULL|FOREIGN KEY"),
        store.write(Handeling.SIGNAAL_REGISTREREN) as w,
    ):
        w.insert("persoon", wie, dossier_id=dossier_id)
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM persoon") == 0


@pytest.mark.eis("c01")
def test_nobody_in_the_practice_kluis_is_there_without_a_signal(store: Store, echt_kader: Kader):
    store.oefening = True
    store.oefening = True
    fill(store, echt_kader, NU)
    zonder = "SELECT count(*) FROM persoon WHERE dossier_id NOT IN (SELECT dossier_id FROM signaal)"
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM persoon") >= 8
        assert r.value(zonder) == 0
