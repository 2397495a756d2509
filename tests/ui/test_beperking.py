# SPDX-License-Identifier: EUPL-1.2
"""Restricting on the tab Rechten en termijnen, and what the tab Informatie shows of it."""

from typing import Any

import pytest

from gemeente_pga.handelingen import casus as casussen
from gemeente_pga.store.queries.beperking import beperkte_items, is_beperkt
from gemeente_pga.ui.screens.rechten_beperking import Beperkingkaart
from gemeente_pga.ui.window import Window
from tests.casus_hulp import OVERNAME, PERSOON
from tests.rechten_hulp import breng_in
from tests.ui_hulp import VANDAAG


@pytest.fixture
def dossier_id(venster: Window) -> int:
    """A dossier with one item."""
    store = venster.omgeving.store
    with store.reader() as r:
        gemeente_id = r.value("SELECT id FROM gemeente")
        om = r.value("SELECT id FROM partij WHERE soort = 'om'")
    casussen.take_over(store, PERSOON, OVERNAME, gemeente_id=gemeente_id, bijlagen=(), vandaag=VANDAAG)
    with store.reader() as r:
        dossier = int(r.value("SELECT id FROM dossier"))
    breng_in(store, dossier, om, "Betwist gegeven.")
    return dossier


def test_an_item_is_restricted_shown_as_such_and_lifted(venster: Window, dossier_id: int):
    store = venster.omgeving.store
    venster.open("dossier", dossier_id, "beperking")
    scherm: Any = venster.scherm
    (blad,) = [k for k in scherm._huidig_deel().kaarten if isinstance(k, Beperkingkaart)]
    plek: Any = blad.plek
    plek.paneel.vastlegknop.click()
    assert set(plek.paneel.formulier.gebreken()) == {"informatie_id", "reden"}
    with store.reader() as r:
        item_id = r.value("SELECT id FROM informatie")
    plek.paneel.formulier.vul({"informatie_id": str(item_id), "reden": "Zij betwist dat het klopt."})
    plek.paneel.vastlegknop.click()
    with store.reader() as r:
        assert beperkte_items(r, dossier_id) == {item_id}
        assert not is_beperkt(r, dossier_id)
    venster.open("dossier", dossier_id, "informatie")
    deel: Any = scherm._huidig_deel()
    assert deel._delen(deel.lijst.rijen()[0]) == "Verwerking beperkt"
    venster.open("dossier", dossier_id, "rechten")
    blad.eindknop.click()
    plek.paneel.formulier.vul({"opgeheven_reden": "Nagevraagd: het klopt."})
    plek.paneel.vastlegknop.click()
    with store.reader() as r:
        assert beperkte_items(r, dossier_id) == frozenset()
    assert blad.eindknop.isHidden()
