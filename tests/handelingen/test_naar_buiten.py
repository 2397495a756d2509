# SPDX-License-Identifier: EUPL-1.2
"""An action towards somebody outside says what may be said, and becomes a verstrekking once it is done."""

from dataclasses import replace
from datetime import date

import pytest

from gemeente_pga.domain.overleg import Actie, Voortgang, beoordeel_actie
from gemeente_pga.handelingen.overleg import begin_overleg, record_actie, record_voortgang
from gemeente_pga.store.queries.overleg import acties, agenda
from gemeente_pga.store.queries.verslag import actiestuk
from gemeente_pga.store.queries.verstrekking import Verstrekkingregel, verstrekkingen
from tests.inrichting_hulp import kader
from tests.overleg_hulp import Casussen, leg_casussen_vast, leg_overleg_vast
from tests.ui_hulp import richt_in

DAG = date(2026, 10, 14)
INVOER = {
    "wat": "De broer bellen", "wie": "S. Aydın", "voor": "23-10-2026", "naar_buiten": True,
    "buiten_wie": "de broer", "buiten_wat": "Dat wij ons zorgen maken.", "buiten_grondslag": "avg_6_1_e",
    "zonder_pga_context": True,
}  # fmt: skip
GEDAAN = Voortgang("gedaan", "", date(2026, 10, 20))


@pytest.fixture
def c(store) -> Casussen:
    richt_in(store, kader())
    return leg_casussen_vast(store)


@pytest.fixture
def bespreking_id(store, c) -> int:
    overleg_id = leg_overleg_vast(store, c)
    begin_overleg(store, overleg_id)
    with store.reader() as r:
        return agenda(r, overleg_id)[0].id


def maak(**anders: object) -> Actie:
    actie = beoordeel_actie(INVOER | anders, kader(), DAG, op=DAG)
    assert isinstance(actie, Actie)
    return actie


def gegeven(store, c: Casussen) -> tuple[Verstrekkingregel, ...]:
    with store.reader() as r:
        return verstrekkingen(r, c.dossier_een)


@pytest.mark.eis("G6", "i4")
@pytest.mark.parametrize("veld", ["buiten_wie", "buiten_wat", "buiten_grondslag"])
def test_an_action_to_somebody_outside_says_who_what_and_on_what_ground(veld):
    gebreken = beoordeel_actie(INVOER | {veld: ""}, kader(), DAG, op=DAG)
    assert isinstance(gebreken, list)
    assert [g.veld for g in gebreken] == [veld]


def test_of_an_action_at_the_table_nothing_of_it_is_kept():
    actie = maak(naar_buiten=False)
    assert actie == Actie("De broer bellen", "S. Aydın", None, date(2026, 10, 23), "", "", "")


@pytest.mark.eis("G6")
def test_once_done_it_is_exactly_one_verstrekking(store, c, bespreking_id):
    actie_id = record_actie(store, bespreking_id, maak())
    with store.reader() as r:
        (regel,) = acties(r, bespreking_id)
    assert regel.inhoud == maak()
    assert gegeven(store, c) == ()
    for _ in range(2):
        record_voortgang(store, actie_id, GEDAAN)
    (v,) = gegeven(store, c)
    assert (v.actie_id, v.inhoud.ontvanger, v.inhoud.op) == (actie_id, "de broer", GEDAAN.gebeurd_op)
    assert (v.inhoud.wat, v.inhoud.doel) == ("Dat wij ons zorgen maken.", "De broer bellen")
    assert v.inhoud.zonder_pga_context


@pytest.mark.parametrize("status", ["loopt", "vervalt", "niet_gedaan"])
def test_what_was_not_done_was_not_given(store, c, bespreking_id, status):
    actie_id = record_actie(store, bespreking_id, maak())
    record_voortgang(store, actie_id, GEDAAN)
    record_voortgang(store, actie_id, Voortgang(status, "Hij nam niet op.", None))
    assert gegeven(store, c) == ()


def test_an_action_of_the_table_itself_gives_nothing(store, c, bespreking_id):
    actie_id = record_actie(store, bespreking_id, maak(naar_buiten=False))
    record_voortgang(store, actie_id, GEDAAN)
    assert gegeven(store, c) == ()


def test_the_paper_says_what_may_be_said(store, c, bespreking_id):
    del c
    record_actie(store, bespreking_id, maak(conditie="Als hij opneemt"))
    with store.reader() as r:
        (regel,) = acties(r, bespreking_id)
    stuk = actiestuk(regel, kader())
    assert stuk.conditie == (
        "Als hij opneemt. Tegen de broer alleen zeggen: Dat wij ons zorgen maken, zonder de aanpak te noemen"
    )
    kaal = replace(regel, inhoud=replace(regel.inhoud, naar_buiten=False))
    assert actiestuk(kaal, kader()).conditie == "Als hij opneemt"
