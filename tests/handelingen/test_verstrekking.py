# SPDX-License-Identifier: EUPL-1.2
"""Giving information on a real kluis: the act asks for the agreement again, and nothing half is left."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gemeente_pga.domain.extern import ExternePartij
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.verstrekking import Akkoord, Verstrekking
from gemeente_pga.handelingen.informatie import register_informatie
from gemeente_pga.handelingen.overleg import begin_overleg
from gemeente_pga.handelingen.registers import end_externe_partij, record_externe_partij
from gemeente_pga.handelingen.verstrekking import record_akkoord, register_verstrekking
from gemeente_pga.store.queries.extern import lopend
from gemeente_pga.store.queries.overleg import agenda
from gemeente_pga.store.queries.verstrekking import akkoorden, keuzes, verstrekkingen, verstrekkingrond
from tests.casus_hulp import acts
from tests.inrichting_hulp import kader
from tests.overleg_hulp import Casussen, informatie, leg_casussen_vast, leg_overleg_vast
from tests.ui_hulp import richt_in

DAG = date(2026, 10, 20)
SCHOOL = Verstrekking(
    op=DAG, ontvanger_soort="buiten", partij_id=None, ontvanger="De school", functie="", wijze="mondeling",
    wat="Dat er een incident was.", doel="De mentor let op.", grondslag_gever="avg_6_1_e",
    grondslag_ontvanger="", categorie="gewoon", zonder_rol_reden="De mentor ziet hem elke dag.",
)  # fmt: skip
JA = Akkoord("De school", date(2026, 10, 15), "K. Brouwer", "telefoon", "akkoord", "", date(2026, 10, 16))


@pytest.fixture
def c(store) -> Casussen:
    richt_in(store, kader())
    return leg_casussen_vast(store)


@pytest.fixture
def item(store, c) -> int:
    """An item that the police brought at the table."""
    overleg_id = leg_overleg_vast(store, c)
    begin_overleg(store, overleg_id)
    with store.reader() as r:
        (punt,) = agenda(r, overleg_id)
    wat = informatie(c.partijen["politie"], "Aangehouden bij een vechtpartij.")
    return register_informatie(store, c.dossier_een, wat, waarbij={"bespreking_id": punt.id})


def geef(store, c: Casussen, *items: int, **anders: object) -> int:
    wat = replace(SCHOOL, **anders)  # type: ignore[arg-type]
    return register_verstrekking(store, c.dossier_een, wat, items, op=DAG)


@pytest.mark.eis("c11")
def test_what_was_given_stands_in_the_register_with_its_items(store, c, item):
    record_akkoord(store, item, JA)
    verstrekking_id = geef(store, c, item)
    with store.reader() as r:
        (regel,) = verstrekkingen(r, c.dossier_een)
    assert (regel.id, regel.inhoud, regel.items) == (
        verstrekking_id, SCHOOL, ("Aangehouden bij een vechtpartij.",),
    )  # fmt: skip
    assert acts(store)[-1] == "verstrekking.vastleggen"


@pytest.mark.eis("c11", "c12")
def test_police_item_does_not_go_on_without_agreement(store, c, item):
    voor = acts(store)
    with pytest.raises(Storing) as fout:
        geef(store, c, item)
    assert "Politie akkoord" in fout.value.raad
    with store.reader() as r:
        assert verstrekkingen(r, c.dossier_een) == ()
    assert acts(store) == voor


@pytest.mark.eis("c12")
def test_an_agreement_that_was_withdrawn_meanwhile_stops_the_act(store, c, item):
    record_akkoord(store, item, JA)
    record_akkoord(store, item, replace(JA, antwoord="weigert", antwoord_op=date(2026, 10, 18)))
    with pytest.raises(Storing) as fout:
        geef(store, c, item)
    assert "weigert" in fout.value.raad


def test_an_item_goes_back_to_its_giver(store, c, item):
    politie = c.partijen["politie"]
    geef(store, c, item, ontvanger_soort="deelnemer", partij_id=politie, ontvanger="Politie")


def test_an_answer_comes_later_and_does_not_change(store, c, item):
    akkoord_id = record_akkoord(store, item, replace(JA, antwoord="", antwoord_op=None))
    record_akkoord(store, item, JA, akkoord_id=akkoord_id)
    with pytest.raises(Storing):
        record_akkoord(store, item, replace(JA, antwoord="weigert"), akkoord_id=akkoord_id)
    with store.reader() as r:
        (regel,) = akkoorden(r, c.dossier_een)
    assert (regel.inhoud, regel.gever) == (JA, "Politie")


@pytest.mark.parametrize("geheel", [True, False])
def test_a_restricted_item_goes_nowhere(store, c, item, geheel):
    record_akkoord(store, item, JA)
    rij = {"dossier_id": c.dossier_een, "reden": "verzoek", "vanaf": DAG}
    with store.write(Handeling.BEPERKING_ZETTEN) as w:
        w.insert("beperking", rij | {"informatie_id": None if geheel else item})
    with pytest.raises(Storing):
        geef(store, c, item)
    with store.reader() as r:
        assert [k.beperkt for k in keuzes(r, c.dossier_een)] == [True]


def test_nothing_is_given_while_it_is_held(store, c):
    with store.write(Handeling.AANHOUDING_BEGINNEN) as w:
        w.insert(
            "aanhouding",
            {"dossier_id": c.dossier_een, "wat": "verstrekking", "partij_id": c.partijen["politie"],
             "naam": "K. Brouwer", "functie": "wijkagent", "reden": "onderzoek", "toelichting": "",
             "vanaf": DAG, "tot": date(2026, 11, 20)},
        )  # fmt: skip
    with pytest.raises(Storing):
        geef(store, c)


def test_a_struck_item_is_not_there_to_give(store, c, item):
    with store.write(Handeling.INFORMATIE_SCHRAPPEN) as w:
        w.update("informatie", item, {"geschrapt": True, "tekst": ""})
    with pytest.raises(Storing):
        geef(store, c, item)


@pytest.mark.eis("n7", "G23")
def test_an_external_party_past_its_end_receives_nothing(store, c):
    bureau = ExternePartij(
        "Bureau Duiding", "Duiding", "AVG, artikel 28", date(2026, 1, 5), "V-1", True, date(2026, 1, 5), DAG
    )
    partij_id = record_externe_partij(store, bureau)
    extern = {"ontvanger_soort": "extern", "ontvanger": "bureau  duiding", "grondslag_ontvanger": "avg_6_1_e"}
    with store.reader() as r:
        assert verstrekkingrond(r, c.dossier_een, (), DAG).extern == {"Bureau Duiding"}
        assert lopend(r, DAG) == (bureau,)
        assert verstrekkingrond(r, c.dossier_een, (), DAG + timedelta(days=1)).extern == frozenset()
    geef(store, c, **extern)
    was = acts(store)
    for anders in ({"op": date(2026, 1, 4)}, {"op": DAG + timedelta(days=1)}, {"ontvanger": "Bureau Anders"}):
        with pytest.raises(Storing, match="verstrekt") as storing:
            geef(store, c, **(extern | anders))
        assert "register" in storing.value.raad
    assert acts(store) == was
    end_externe_partij(store, partij_id, DAG)
    with pytest.raises(Storing, match="verstrekt"):
        geef(store, c, **extern)
    geef(store, c, **(extern | {"op": DAG - timedelta(days=1)}))


@pytest.mark.eis("c05", "n4")
def test_criminal_data_are_not_given_on_a_public_task_by_the_act_either(store, c):
    zwaar = {"categorie": "strafrechtelijk", "noodzaak": "Zonder dit geen toezicht."}
    was = acts(store)
    with pytest.raises(Storing) as fout:
        geef(store, c, **zwaar)
    assert "strafrechtelijk" in fout.value.raad
    assert acts(store) == was
    geef(store, c, **zwaar, grondslag_gever="avg_10_uavg_33_b")
    assert acts(store)[len(was) :] == ["verstrekking.vastleggen"]
