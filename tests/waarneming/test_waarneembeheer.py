# SPDX-License-Identifier: EUPL-1.2
"""A kluis given out and taken back, over two folders as two laptops: one copy leads, nothing is lost."""

from pathlib import Path

import pytest

from gemeente_pga.domain.waarneming import NietLeidend, Stand, Toestand, Uitkomst
from gemeente_pga.handelingen import inrichting
from gemeente_pga.kluis.bestanden import DATABASE
from tests.ui_hulp import WACHTZIN
from tests.waarneming.toestellen import begin, codes, geef_terug, geef_uit, leg_vast, thuis


def test_the_whole_way_there_and_back(tmp_path: Path) -> None:
    hier = thuis(tmp_path / "hier")
    kopie = geef_uit(hier, tmp_path / "stick")
    assert hier.store.toestand is Toestand.UITGEGEVEN
    with pytest.raises(NietLeidend, match="uitgegeven aan een waarnemer"):
        leg_vast(hier.store, "Duinrand")
    inrichting.log_zoeken(hier.store, "signaal")  # looking may

    daar = begin(tmp_path / "daar", kopie)
    assert daar.store.toestand is Toestand.WAARNEMING
    leg_vast(daar.store, "Duinrand")
    terug = geef_terug(daar, tmp_path / "stick")
    assert daar.store.toestand is Toestand.TERUGGEGEVEN
    with pytest.raises(NietLeidend, match="teruggegeven"):
        leg_vast(daar.store, "Zandvoorde")
    daar.uit()

    gelezen = hier.dienst.waarneming.lees_teruggave(terug, WACHTZIN)
    assert gelezen.stand is Stand.TERUGGEGEVEN
    assert gelezen.vergelijking.uitkomst is Uitkomst.DAAR_VERDER
    assert [s.wie for s in gelezen.vergelijking.daar] == ["Bram Visser"]
    hier.dienst.waarneming.neem_over("teruggegeven")
    opzij = hier.dienst.waarneming.rond_overname_af()
    assert (opzij / DATABASE).exists()

    store = hier.aan()
    assert hier.dienst.merkwacht is not None
    assert hier.dienst.merkwacht.bevinding is None
    assert store.toestand is Toestand.HIER
    assert codes(store)[-2:] == ["waarneming.innemen", "kluis.openen"]
    leg_vast(store, "Zandvoorde")
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM gemeente") == 3
        gekeken = r.rows("SELECT code, over_te_doen FROM waarneming_handeling ORDER BY n")
    assert gekeken == [
        {"code": "waarneming.overdracht", "over_te_doen": 0},
        {"code": "zoeken.buiten_dossier", "over_te_doen": 0},
    ]
    assert store.controleer_keten().bevinding is None
    assert store.controleer_zegels().fouten == 0
    hier.uit()
