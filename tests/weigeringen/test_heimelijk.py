# SPDX-License-Identifier: EUPL-1.2
"""Refused: an item that was obtained covertly, by every door and under every kader.

What one door does in detail is tried in tests/handelingen/test_grond.py.
"""

import ast

import pytest

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.informatie import weegt_niet
from gemeente_pga.domain.kader import KaderFout, parse_kader
from gemeente_pga.handelingen.informatie import register_informatie
from gemeente_pga.paths import resource
from gemeente_pga.store.store import Store
from tests.inrichting_hulp import kader
from tests.overleg_hulp import informatie, leg_casussen_vast, leg_overleg_vast
from tests.ui_hulp import richt_in
from tests.weigeringen.lezen import Bomen, bomen, functies

KADERS = ("wet-pga-2025.toml", "modelconvenant.toml")
# The acts that write what somebody brought, and what they ask first.
DEUREN = {"handelingen/informatie.py:register_informatie", "handelingen/informatie.py:correct_informatie"}
WACHT = "_refuse_ongegrond"
SCHRAPT = "handelingen/informatie.py:strike_informatie"


def deuren(bronnen: Bomen) -> dict[str, bool]:
    """Every function that writes an item, and whether it first asks whether that may be."""
    gevonden = {}
    for plek, boom in bronnen.items():
        for naam, knoop in functies(boom):
            roepen = [r for r in ast.walk(knoop) if isinstance(r, ast.Call)]
            schrijft = [
                r.lineno
                for r in roepen
                if ast.unparse(r.func).endswith((".insert", ".update"))
                and r.args
                and ast.unparse(r.args[0]) == "'informatie'"
            ]
            vraagt = [r.lineno for r in roepen if ast.unparse(r.func) == WACHT]
            if schrijft:
                gevonden[f"{plek}:{naam}"] = bool(vraagt) and min(vraagt) < min(schrijft)
    return gevonden


@pytest.mark.eis("c04", "n2", "w09")
def test_every_door_asks_before_it_writes():
    gevonden = deuren(bomen())
    assert gevonden.pop(SCHRAPT) is False  # it only takes text away
    assert gevonden == dict.fromkeys(DEUREN, True)


@pytest.mark.parametrize(
    "bron",
    [
        "def neem_op(w, item):\n    w.insert('informatie', item)",
        f"def neem_op(w, item):\n    w.insert('informatie', item)\n    {WACHT}(w, 1, item, None)",
    ],
)
def test_a_door_that_does_not_ask_or_asks_too_late_would_be_seen(bron: str):
    assert deuren({"handelingen/x.py": ast.parse(bron)}) == {"handelingen/x.py:neem_op": False}


@pytest.mark.eis("c04", "w09")
@pytest.mark.parametrize("naam", KADERS)
def test_no_kader_that_is_brought_in_unblocks_it(naam: str):
    tekst = resource(f"kader/{naam}").read_text("utf-8")
    assert parse_kader(tekst, naam).keuze("verkregen", "heimelijk").geblokkeerd
    code = tekst.index('code = "heimelijk"')
    open_ = tekst[:code] + tekst[code:].replace("geblokkeerd = true, ", "", 1)
    assert open_ != tekst
    with pytest.raises(KaderFout, match="heimelijk"):
        parse_kader(open_, naam)
    begin = tekst.rindex("{", 0, code)
    zonder = tekst[:begin] + tekst[tekst.index("\n", code) + 1 :]
    with pytest.raises(KaderFout, match="heimelijk"):
        parse_kader(zonder, naam)


@pytest.mark.eis("c04", "n2", "w09")
def test_a_meeting_does_not_take_it_in_either(store: Store):
    richt_in(store, kader())
    casussen = leg_casussen_vast(store)
    overleg_id = leg_overleg_vast(store, casussen)
    with store.reader() as r:
        plek = r.row("SELECT id, dossier_id FROM bespreking WHERE overleg_id = ?", overleg_id) or {}
        partij_id = int(r.value("SELECT id FROM partij WHERE soort = 'politie'"))
    waarbij = {"bespreking_id": int(plek["id"])}
    goed = informatie(partij_id, "Hij zei het zelf.")
    assert register_informatie(store, plek["dossier_id"], goed, waarbij=waarbij)
    was = store.laatste()
    fout = informatie(partij_id, "Meegeluisterd.", verkregen="heimelijk")
    with pytest.raises(Storing):
        register_informatie(store, plek["dossier_id"], fout, waarbij=waarbij)
    assert store.laatste() == was
    assert weegt_niet(fout, kader())
    assert not weegt_niet(goed, kader())
