# SPDX-License-Identifier: EUPL-1.2
"""Refused: a note of a help conversation in a weging without a ground of its own, however it gets there.

What one door does in detail is tried in tests/handelingen/test_grond.py.
"""

import ast
from typing import Any

import pytest

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.informatie import lines_of, weegt_niet
from gemeente_pga.domain.weging import Oordeel
from gemeente_pga.handelingen.informatie import register_informatie
from gemeente_pga.handelingen.weging import begin_weging, record_oordeel
from gemeente_pga.store.queries.signaal import lees_signaal
from tests.weegploeg import DATUM, informatie, kader, nieuwe_zaak
from tests.weigeringen.lezen import Bomen, bomen, functies

OORDEEL = Oordeel("k1", "spreekt_voor", "Dat blijkt hieruit.", "", "")
HULP: dict[str, Any] = {"contactdoel": "hulpverlening", "markering": "ter_kennisneming"}
GROND: dict[str, Any] = {"grondslag_gever": "toestemming", "noodzaak": "Alleen de hulpverlener weet dit."}
WACHT = "refuse_feiten"


def koppelaars(bronnen: Bomen) -> dict[str, bool]:
    """Every function that makes an item a fact of a criterium, and whether it first asks if it may weigh."""
    gevonden = {}
    for plek, boom in bronnen.items():
        for naam, knoop in functies(boom):
            roepen = [r for r in ast.walk(knoop) if isinstance(r, ast.Call)]
            schrijft = [
                r.lineno
                for r in roepen
                if ast.unparse(r.func).endswith(".insert")
                and r.args
                and ast.unparse(r.args[0]) == "'weging_feit'"
            ]
            vraagt = [r.lineno for r in roepen if ast.unparse(r.func) == WACHT]
            if schrijft:
                gevonden[f"{plek}:{naam}"] = bool(vraagt) and min(vraagt) < min(schrijft)
    return gevonden


@pytest.mark.eis("n5", "w10")
def test_nothing_becomes_a_fact_without_being_asked_about():
    assert koppelaars(bomen()) == {"handelingen/weging.py:_write_oordeel": True}


def test_a_way_around_would_be_seen():
    bron = ast.parse("def koppel(w, rij):\n    w.insert('weging_feit', rij)")
    assert koppelaars({"handelingen/x.py": bron}) == {"handelingen/x.py:koppel": False}


@pytest.mark.eis("n5", "w10")
def test_a_line_copied_from_a_signal_weighs_only_with_a_ground(tmp_path):
    """Taken over line by line, or typed over by hand: the purpose of the contact decides, not the way in."""
    zaak = nieuwe_zaak(tmp_path)
    store, (signaal_id, _) = zaak.store, zaak.signalen
    weging_id = begin_weging(store, zaak.dossier_id, DATUM)
    with store.reader() as r:
        signaal = lees_signaal(r.row("SELECT * FROM signaal WHERE id = ?", signaal_id) or {})
    regel = lines_of(signaal.zelf_waargenomen)[0]
    uit_signaal: dict[str, int | str | None] = {
        "signaal_id": signaal_id,
        "signaal_deel": "zelf_waargenomen:0",
    }
    ids = []
    for herkomst in (uit_signaal, {}):
        waarbij: dict[str, int | str | None] = {"weging_id": weging_id, **herkomst}
        zonder = informatie(zaak, tekst=regel, **HULP)
        item = register_informatie(store, zaak.dossier_id, zonder, waarbij=waarbij)
        was = store.laatste()
        with pytest.raises(Storing):
            record_oordeel(store, weging_id, OORDEEL, feiten={item: "voor"})
        assert store.laatste() == was
        met = informatie(zaak, tekst=regel, **HULP | GROND)
        ids.append(register_informatie(store, zaak.dossier_id, met, waarbij={"weging_id": weging_id}))
        assert weegt_niet(zonder, kader())
        assert not weegt_niet(met, kader())
    record_oordeel(store, weging_id, OORDEEL, feiten=dict.fromkeys(ids, "voor"))
    with store.reader() as r:
        feiten = r.rows("SELECT informatie_id FROM weging_feit")
    assert {rij["informatie_id"] for rij in feiten} == set(ids)
    store.close()
