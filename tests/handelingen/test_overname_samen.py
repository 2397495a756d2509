# SPDX-License-Identifier: EUPL-1.2
"""Dossiers that come together: of one meeting, under a kader that nobody here knows, and one by one."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.overname import Aanvaarding, BestandOngeldig
from gemeente_pga.domain.sleutels import SlotSoort
from gemeente_pga.handelingen.overname import Aangeboden, accept
from gemeente_pga.oefenkluis import fill
from gemeente_pga.store.dossiervorm import to_bytes
from gemeente_pga.store.queries.kader import kader_van_dossier
from gemeente_pga.store.queries.overname import Meegaand, pack
from gemeente_pga.store.store import Store
from gemeente_pga.store.storingen import AlleenKijken
from tests.overname_hulp import overview
from tests.store.bouw import K_DB, K_LOG, WIE, ZOUT
from tests.ui_hulp import NU, richt_in

OP = NU.date()
VAST = """
SELECT b.* FROM bespreking b JOIN overleg o ON o.id = b.overleg_id WHERE o.status = 'vastgesteld'
ORDER BY b.id
"""
ANDERS = """
SELECT id, dossier_id FROM casus WHERE dossier_id <> ?1
AND dossier_id NOT IN (SELECT dossier_id FROM bespreking WHERE overleg_id = ?2) ORDER BY id LIMIT 1
"""


@pytest.fixture(scope="module")
def oefenkluis(tmp_path_factory: pytest.TempPathFactory, echt_kader: Kader) -> Iterator[Store]:
    pad = tmp_path_factory.mktemp("samen") / "kluis.db"
    kluis = Store.maak(pad, bytearray(K_DB), K_LOG, zout=ZOUT, wie=WIE, klok=lambda: NU)
    kluis.oefening = True
    fill(kluis, echt_kader, NU)
    yield kluis
    kluis.close()


@pytest.fixture
def ander(tmp_path: Path, echt_kader: Kader) -> Store:
    kluis = Store.maak(tmp_path / "ander.db", bytearray(K_DB), K_LOG, zout=ZOUT, wie=WIE, klok=lambda: NU)
    richt_in(kluis, echt_kader)
    return kluis


@pytest.fixture(scope="module")
def paar(oefenkluis: Store) -> tuple[int, tuple[Meegaand, Meegaand]]:
    """A meeting, and two dossiers that were spoken of there."""
    with oefenkluis.write(Handeling.OVERLEG_BEGINNEN) as w:
        een = w.rows(VAST)[0]
        (casus,) = w.rows(ANDERS, een["dossier_id"], een["overleg_id"])
        rij = {kolom: waarde for kolom, waarde in een.items() if kolom not in ("id", "vastgelegd_op")}
        twee = {**rij, "dossier_id": casus["dossier_id"], "casus_id": casus["id"], "volgorde": 2}
        w.insert("bespreking", twee)
    with oefenkluis.reader() as r:
        stukken = (pack(r, rij["dossier_id"], "herindeling") for rij in (een, twee))
        return een["overleg_id"], (next(stukken), next(stukken))


def take(store: Store, stuk: Meegaand, afzender: str = "Oudeveen") -> int:
    with store.reader() as r:
        besluit = Aanvaarding(r.value("SELECT id FROM gemeente"), "avg_6_1_e", "Rechtsopvolger.")
    overzicht = replace(overview(stuk), afzender=afzender)
    return accept(store, Aangeboden(stuk.inhoud, stuk.aanbieding), overzicht, besluit, op=OP)


def changed(stuk: Meegaand, inhoud: dict[str, Any]) -> Meegaand:
    nieuw = to_bytes(inhoud)
    aanbieding = replace(stuk.aanbieding, sha256=hashlib.sha256(nieuw).hexdigest())
    return replace(stuk, inhoud=nieuw, aanbieding=aanbieding)


def test_two_dossiers_of_one_meeting_have_one_meeting_here_too(ander: Store, paar):
    overleg_id, (een, twee) = paar
    take(ander, een)
    with ander.reader() as r:
        eerst = r.value("SELECT count(*) FROM overleg_deelnemer WHERE overleg_id = ?", overleg_id)
    take(ander, twee)
    with ander.reader() as r:
        assert r.value("SELECT count(*) FROM overleg WHERE id = ?", overleg_id) == 1
        assert (
            r.value("SELECT count(DISTINCT dossier_id) FROM bespreking WHERE overleg_id = ?", overleg_id) == 2
        )
        assert r.value("SELECT count(*) FROM overleg_deelnemer WHERE overleg_id = ?", overleg_id) >= eerst


def test_another_sender_cannot_put_himself_into_that_meeting(ander: Store, paar):
    _, (een, twee) = paar
    take(ander, een)
    with pytest.raises(BestandOngeldig):
        take(ander, twee, "Elders")
    with ander.reader() as r:
        assert r.value("SELECT count(*) FROM dossier") == 1


def test_a_meeting_of_this_kluis_itself_is_nobody_elses(oefenkluis: Store, paar):
    """Its own meeting comes back in a file: the other dossier went for good, this one came to be here."""
    overleg_id, (een, twee) = paar
    vreemd = json.loads(twee.inhoud)
    tekst = json.dumps(vreemd)
    for tabel, rijen in vreemd["rijen"].items():
        for rij in rijen:
            if tabel not in ("overleg", "overleg_deelnemer"):
                tekst = tekst.replace(f'"{rij["id"]}"', f'"{int(rij["id"], 16) ^ 1:016x}"')
    with pytest.raises(BestandOngeldig):
        take(oefenkluis, changed(twee, json.loads(tekst)))
    with oefenkluis.reader() as r:
        assert r.value("SELECT count(*) FROM overname") == 0
        assert r.value("SELECT count(*) FROM overleg WHERE id = ?", overleg_id) == 1
    assert een.dossier_id != twee.dossier_id


def test_a_kader_that_nobody_here_knows_comes_along_and_holds_for_that_dossier_alone(ander: Store, paar):
    _, (stuk, _) = paar
    inhoud = json.loads(stuk.inhoud)
    for rij in inhoud["kaders"]:
        rij["tekst"] += "\n# zoals de afzender het had\n"
        rij["sha256"] = hashlib.sha256(rij["tekst"].encode("utf-8")).hexdigest()
    with ander.reader() as r:
        voor = r.rows("SELECT id, actief FROM kader ORDER BY id")
    dossier_id = take(ander, changed(stuk, inhoud))
    with ander.reader() as r:
        nieuw = [rij for rij in r.rows("SELECT * FROM kader") if rij["id"] not in {k["id"] for k in voor}]
        assert len(nieuw) == len(inhoud["kaders"])
        assert not any(rij["actief"] for rij in nieuw)
        assert [rij for rij in r.rows("SELECT id, actief FROM kader ORDER BY id") if rij in voor] == voor
        assert kader_van_dossier(r, dossier_id).sha256 == inhoud["kaders"][0]["sha256"]


@pytest.mark.parametrize("hoe", ["andere tekst", "geen TOML"])
def test_a_kader_that_is_not_what_it_says_keeps_the_dossier_out(ander: Store, paar, hoe: str):
    _, (stuk, _) = paar
    inhoud = json.loads(stuk.inhoud)
    rij = inhoud["kaders"][0]
    rij["tekst"] = "# iets anders\n" if hoe == "andere tekst" else "[[["
    rij["sha256"] = "0" * 64
    if hoe == "geen TOML":
        rij["sha256"] = hashlib.sha256(b"[[[").hexdigest()
    with pytest.raises(BestandOngeldig):
        take(ander, changed(stuk, inhoud))
    with ander.reader() as r:
        assert r.value("SELECT count(*) FROM dossier") == 0


def test_whoever_only_looks_takes_nothing_over_and_gives_nothing(ander: Store, paar):
    _, (stuk, _) = paar
    ander.wie = replace(ander.wie, slot=SlotSoort.FG.value)
    for handeling in (
        Handeling.OVERNAME_AANVAARDEN,
        Handeling.OVERNAME_MEEGEVEN,
        Handeling.OVERNAME_WEIGEREN,
    ):
        with pytest.raises(AlleenKijken):
            ander.require(handeling)
    with pytest.raises(AlleenKijken):
        take(ander, stuk)
