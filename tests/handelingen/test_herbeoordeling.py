# SPDX-License-Identifier: EUPL-1.2
"""A review asks the criteria of the weging again, passes over none, and moves the casus by its outcome."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.herbeoordeling import (
    Criteriumvergelijking,
    Heroordeel,
    Uitkomst,
    beoordeel_heroordeel,
    ontbreekt,
)
from gemeente_pga.handelingen import casus as h
from gemeente_pga.handelingen import herbeoordeling as herzien
from gemeente_pga.handelingen.overgang import move_casus
from gemeente_pga.store.queries.casus import casus
from gemeente_pga.store.queries.casusfeiten import casusfeiten
from gemeente_pga.store.queries.dossiers import is_gesloten
from gemeente_pga.store.queries.herbeoordeling import herbeoordeling, vergelijk
from gemeente_pga.store.store import Store
from tests.casus_hulp import (
    SLUITING,
    VANDAAG,
    acts,
    beantwoord,
    herbeoordeel,
    met_deelnemer,
    plan_vast,
    refused,
    status,
)
from tests.inrichting_hulp import kader


@pytest.fixture
def loopt(store: Store, ids: dict[str, int]) -> int:
    """A casus that is carried out, with a plan."""
    casus_id = met_deelnemer(store, ids, stand="in_uitvoering")
    plan_vast(store, casus_id)
    return casus_id


def nu(store: Store, casus_id: int) -> Any:
    with store.reader() as r:
        return casus(r, casus_id)


SLOT = Uitkomst("voortzetten", "Nog nodig.", "Hulp is geprobeerd.", "In verhouding.", date(2027, 3, 1))


def test_a_review_begins_only_by_its_own_act_and_once(store: Store, loopt: int):
    def zomaar() -> None:
        with store.write(Handeling.CASUS_BIJWERKEN) as w:
            move_casus(w, loopt, "herbeoordeling", op=VANDAAG)

    refused(store, zomaar, "Begin de herbeoordeling")
    was = len(acts(store))
    eerste = herzien.begin(store, loopt, op=VANDAAG)
    assert herzien.begin(store, loopt, op=VANDAAG) == eerste
    assert acts(store)[was:] == [Handeling.HERBEOORDELING_BEGINNEN.code]
    assert status(store, loopt) == "herbeoordeling"


def test_a_casus_that_is_not_carried_out_has_no_review(store: Store, ids: dict[str, int]):
    casus_id = met_deelnemer(store, ids)
    refused(store, lambda: herzien.begin(store, casus_id, op=VANDAAG), "kan een casus niet naar")


@pytest.mark.eis("a.C6")
def test_no_card_and_no_text_is_passed_over(store: Store, loopt: int):
    hid = herzien.begin(store, loopt, op=VANDAAG)
    refused(
        store, lambda: herzien.vaststellen(store, hid, kader(), VANDAAG), "geef een antwoord met een reden"
    )
    beantwoord(store, hid, kader())
    for mist in ("uitkomst", "noodzaak", "subsidiariteit", "proportionaliteit", "volgende_op"):
        deel = {veld: getattr(SLOT, veld) for veld in SLOT.__slots__} | {
            mist: None if mist == "volgende_op" else ""
        }
        herzien.record_uitkomst(store, hid, Uitkomst(**deel))
        with store.reader() as r:
            blad = herbeoordeling(r, hid)
            assert blad is not None
            (punt,) = ontbreekt(blad, vergelijk(r, hid, kader()), kader(), VANDAAG, gegevens=())
        assert punt.veld == ("volgende_herbeoordeling" if mist == "volgende_op" else mist)
        refused(store, lambda: herzien.vaststellen(store, hid, kader(), VANDAAG), punt.zin)
    for naar in ("in_uitvoering", "casusoverleg_loopt"):
        refused(store, lambda naar=naar: h.move(store, loopt, naar, op=VANDAAG, reden="Omdat."), "uitkomst")  # type: ignore[misc]


def test_going_on_sets_the_next_day_and_freezes_the_review(store: Store, loopt: int):
    hid = herbeoordeel(store, loopt, kader(), "voortzetten")
    assert status(store, loopt) == "in_uitvoering"
    assert nu(store, loopt).volgende_herbeoordeling == VANDAAG + timedelta(days=90)
    refused(store, lambda: herzien.record_uitkomst(store, hid, SLOT), "kan niet meer veranderen")
    with store.reader() as r:
        feiten = casusfeiten(r, loopt)
    assert feiten is not None
    assert not feiten.herbeoordeling_gedaan, "the next review lies ahead"


@pytest.mark.parametrize("uitkomst", ["opschalen", "afschalen", "afsluiten"])
def test_another_outcome_waits_for_its_own_act(store: Store, loopt: int, uitkomst: str):
    herbeoordeel(store, loopt, kader(), uitkomst)
    assert status(store, loopt) == "herbeoordeling"
    with store.reader() as r:
        feiten = casusfeiten(r, loopt)
    assert feiten is not None
    assert feiten.herbeoordeling_gedaan


def test_the_second_review_stands_beside_the_first(store: Store, loopt: int):
    herbeoordeel(store, loopt, kader(), "voortzetten")
    later = VANDAAG + timedelta(days=90)
    tweede = herzien.begin(store, loopt, op=later)
    with store.reader() as r:
        kaarten = vergelijk(r, tweede, kader())
        blad = herbeoordeling(r, tweede)
    assert blad is not None
    assert blad.vorige_op == VANDAAG
    assert {k.toen_antwoord for k in kaarten} == {"spreekt_voor"}
    assert kaarten[0].toen_reden == f"Nu, bij {kaarten[0].naam}."
    assert [k.nu for k in kaarten] == [None] * len(kaarten), "nothing is copied"


@pytest.mark.eis("a.C6")
@pytest.mark.parametrize(
    ("invoer", "fout"),
    [
        ({"antwoord": "spreekt_voor", "reden": ""}, {"reden"}),
        ({"antwoord": "spreekt_voor", "reden": "Brieven."}, {"reden"}),
        ({"antwoord": "spreekt_tegen", "reden": "Geen brief meer."}, {"wat_veranderde"}),
        ({"antwoord": "", "reden": "Geen brief meer."}, {"antwoord"}),
        ({"antwoord": "spreekt_voor", "reden": "In mei weer een brief."}, set()),
        ({"antwoord": "spreekt_tegen", "reden": "Geen brief meer.", "wat_veranderde": "Rust."}, set()),
    ],
)
def test_the_answer_of_then_is_not_copied_without_a_reason_of_now(invoer: dict[str, object], fout: set[str]):
    toen = Criteriumvergelijking(1, "K1", "Dreiging", "spreekt_voor", "Brieven.", None)
    uitkomst = beoordeel_heroordeel(invoer, kader(), VANDAAG, toen=toen)
    gevonden = {gebrek.veld for gebrek in uitkomst} if isinstance(uitkomst, list) else set()
    assert gevonden == fout


def test_a_review_left_unfinished_by_a_closed_casus_stays_so_although_its_dossier_goes_on(
    store: Store, loopt: int
):
    herbeoordeel(store, loopt, kader(), "afsluiten")
    open_ = herzien.begin(store, loopt, op=VANDAAG)
    h.close_casus(store, loopt, replace(SLUITING, gesloten_op=VANDAAG))
    with store.write(Handeling.CASUS_OPENEN) as w:  # the dossier goes on with another casus
        rij = w.row("SELECT * FROM casus WHERE id = ?", loopt)
        assert rij is not None
        dossier_id = rij["dossier_id"]
        eigen = ("id", "vastgelegd_op", "handeling_id")
        verder = {kolom: waarde for kolom, waarde in rij.items() if kolom not in eigen}
        w.insert("casus", verder | {"nummer": "2026-099-2", "status": "voorbereiding", "gesloten_op": None})
    with store.reader() as r:
        blad = herbeoordeling(r, open_)
        rijen = vergelijk(r, open_, kader())
        assert not is_gesloten(r, dossier_id)
    assert blad is not None
    assert blad.onafgemaakt
    assert not blad.wijzigbaar
    oordeel = Heroordeel(rijen[0].criterium, "spreekt_tegen", "Nu is het rustig.", "Er kwam geen brief meer.")
    for doe in (
        lambda: herzien.record_uitkomst(store, open_, SLOT),
        lambda: herzien.record_criterium(store, open_, oordeel),
        lambda: herzien.vaststellen(store, open_, kader(), VANDAAG),
    ):
        refused(store, doe, "Deze casus is gesloten")
