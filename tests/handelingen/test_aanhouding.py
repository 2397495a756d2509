# SPDX-License-Identifier: EUPL-1.2
"""A hold stops one thing until a day, at the request of police or OM only; somebody says what follows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from gemeente_pga.domain.aanhouding import Aanhouding, Einde, beoordeel_aanhouding, beoordeel_einde
from gemeente_pga.domain.bureau import Onderwerp
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.informeren import Informeren
from gemeente_pga.handelingen import casus as h
from gemeente_pga.handelingen import overleg as o
from gemeente_pga.handelingen import plan as p
from gemeente_pga.handelingen.aanhouding import begin, end
from gemeente_pga.handelingen.dossier import set_ideologie
from gemeente_pga.handelingen.weging import begin_weging, vaststellen
from gemeente_pga.store.queries.aanhouding import aanhoudingen, vragers
from gemeente_pga.store.queries.bureau_stappen import punten
from gemeente_pga.store.store import Store
from tests.casus_hulp import DOEL, SLUITING, VANDAAG, acts, deelnemer, met_deelnemer, refused
from tests.inrichting_hulp import kader
from tests.overleg_hulp import overleg
from tests.rechten_hulp import dossier_van
from tests.weegploeg import DATUM, Zaak, nieuwe_zaak, volledige_weging

TOT = date(2026, 12, 1)


def hold(partij_id: int, **anders: object) -> Aanhouding:
    basis = Aanhouding(
        "weging", partij_id, "mr. P. van 't Hoff", "officier", "onderzoek", "Bel na 1 december.", VANDAAG, TOT
    )
    return replace(basis, **anders)  # type: ignore[arg-type]


# ---- what is typed


def velden(uitkomst: object) -> set[str]:
    assert isinstance(uitkomst, list), uitkomst
    return {gebrek.veld for gebrek in uitkomst}


INVOER: dict[str, object] = {
    "wat": "weging", "partij_id": 1, "naam": "mr. P. van 't Hoff", "functie": "officier",
    "reden": "onderzoek", "toelichting": "Bel na 1 december.", "vanaf": VANDAAG, "tot": TOT,
}  # fmt: skip


@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        ({"tot": None}, {"tot"}),
        ({"tot": VANDAAG}, {"tot"}),
        ({"tot": VANDAAG.replace(year=2036)}, {"tot"}),
        ({"partij_id": 2}, {"partij_id"}),
        ({"partij_id": ""}, {"partij_id"}),
        ({"reden": ""}, {"reden"}),
        ({"toelichting": ""}, {"toelichting"}),
        ({"naam": ""}, {"naam"}),
    ],
)
def test_a_hold_without_end_by_a_school_or_for_ten_years_is_not_recorded(
    anders: dict[str, object], fout: set[str]
):
    partijen = {1: "om", 2: "onderwijs"}
    assert velden(beoordeel_aanhouding(INVOER | anders, kader(), VANDAAG, partijen=partijen)) == fout
    goed = beoordeel_aanhouding(INVOER, kader(), VANDAAG, partijen=partijen)
    assert isinstance(goed, Aanhouding)


def test_a_hold_does_not_just_lapse():
    assert velden(beoordeel_einde({"beeindigd_op": VANDAAG}, kader(), VANDAAG, vanaf=DATUM)) == {"vervolg"}


# ---- the acts


def test_only_police_and_om_may_ask(store: Store, ids: dict[str, int]):
    dossier_id = dossier_van(store, met_deelnemer(store, ids))
    with store.reader() as r:
        assert {soort for _, _, soort in vragers(r)} == {"om", "politie"}
    refused(store, lambda: begin(store, dossier_id, hold(ids["school"])), "politie of Openbaar Ministerie")
    refused(store, lambda: begin(store, dossier_id, hold(ids["om"], tot=VANDAAG)), "tot een dag")
    was = len(acts(store))
    begin(store, dossier_id, hold(ids["om"]))
    assert acts(store)[was:] == [Handeling.AANHOUDING_BEGINNEN.code]
    refused(store, lambda: begin(store, dossier_id, hold(ids["politie"])), "wacht al")


def test_a_hold_is_ended_once_and_says_how_it_goes_on(store: Store, ids: dict[str, int]):
    dossier_id = dossier_van(store, met_deelnemer(store, ids))
    hold_id = begin(store, dossier_id, hold(ids["om"]))
    refused(store, lambda: end(store, hold_id, Einde(TOT, "")), "vervolg")
    end(store, hold_id, Einde(TOT, "De weging kan door."))
    refused(store, lambda: end(store, hold_id, Einde(TOT, "Nog eens.")), "al beëindigd")
    with store.reader() as r:
        (regel,) = aanhoudingen(r, dossier_id)
    assert regel.einde == Einde(TOT, "De weging kan door.")


def test_bureau_asks_how_it_goes_on_until_somebody_says_so(store: Store, ids: dict[str, int]):
    dossier_id = dossier_van(store, met_deelnemer(store, ids))
    hold_id = begin(store, dossier_id, hold(ids["om"]))

    def op(dag: date) -> list[str]:
        with store.reader() as r:
            return [x.veld for x in punten(r, kader(), dag) if x.onderwerp is Onderwerp.AANHOUDING]

    assert op(TOT - timedelta(days=8)) == []
    assert op(TOT - timedelta(days=7)) == op(TOT + timedelta(days=90)) == [f"aanhouding:{hold_id}"]
    end(store, hold_id, Einde(TOT, "De weging kan door."))
    assert op(TOT + timedelta(days=90)) == []


# ---- what it stops


@pytest.fixture
def zaak(tmp_path: Path) -> Iterator[Zaak]:
    zaak = nieuwe_zaak(tmp_path)
    yield zaak
    zaak.store.close()


def test_no_weging_during_a_hold_and_after_it_again(zaak: Zaak):
    hold_id = begin(zaak.store, zaak.dossier_id, hold(zaak.partijen["om"], vanaf=DATUM))
    refused(zaak.store, lambda: begin_weging(zaak.store, zaak.dossier_id, DATUM), "Dit wacht tot en met")
    end(zaak.store, hold_id, Einde(DATUM, "De weging kan door."))
    weging_id = volledige_weging(zaak)
    begin(zaak.store, zaak.dossier_id, hold(zaak.partijen["politie"], vanaf=DATUM))
    refused(zaak.store, lambda: vaststellen(zaak.store, weging_id, kader(), DATUM), "Dit wacht tot en met")
    with zaak.store.reader() as r:
        assert r.value("SELECT status FROM weging") == "concept"


def test_no_meeting_on_a_day_of_the_hold(store: Store, ids: dict[str, int]):
    casus_id = met_deelnemer(store, ids)
    dossier_id = dossier_van(store, casus_id)

    def prepare(dag: date) -> int:
        hoofd = replace(overleg(), datum=dag, volgend_overleg=None)
        return o.prepare_overleg(store, hoofd, casus_ids=(casus_id,), deelnemers={})

    eerder = prepare(VANDAAG)
    begin(store, dossier_id, hold(ids["om"], wat="overleg"))
    refused(store, lambda: prepare(VANDAAG), "Dit wacht tot en met")
    refused(store, lambda: o.begin_overleg(store, eerder), "Dit wacht tot en met")
    assert prepare(TOT + timedelta(days=1)), "a meeting after the last day may be prepared"


def test_a_hold_stops_telling_and_not_deciding_to_wait(store: Store, ids: dict[str, int]):
    casus_id = met_deelnemer(store, ids)
    begin(store, dossier_van(store, casus_id), hold(ids["om"], wat="informeren"))
    ja = Informeren("ja", "", "Hij werkt mee.", "casusoverleg", None, None, "")
    later = Informeren("later", "doel_geschaad", "Het OM vraagt te wachten.", "casusoverleg", TOT, None, "")
    refused(store, lambda: h.record_informeren(store, casus_id, ja, op=VANDAAG), "Dit wacht tot en met")
    h.record_informeren(store, casus_id, later, op=VANDAAG)
    h.record_informeren(store, casus_id, ja, op=TOT + timedelta(days=1))


# ---- a closed dossier


def test_nothing_about_a_closed_dossier_changes(store: Store, ids: dict[str, int]):
    casus_id = met_deelnemer(store, ids)
    dossier_id = dossier_van(store, casus_id)
    plan_id = p.begin_plan(store, casus_id)
    gepland = o.prepare_overleg(
        store, replace(overleg(), datum=VANDAAG), casus_ids=(casus_id,), deelnemers={}
    )
    h.close_casus(store, casus_id, replace(SLUITING, gesloten_op=VANDAAG))
    ja = Informeren("ja", "", "Hij werkt mee.", "casusoverleg", None, None, "")
    for doe in (
        lambda: begin(store, dossier_id, hold(ids["om"])),
        lambda: set_ideologie(store, dossier_id, "onbekend", VANDAAG),
        lambda: begin_weging(store, dossier_id, VANDAAG),
        lambda: h.record_deelnemer(store, casus_id, deelnemer(ids["om"]), op=VANDAAG),
        lambda: h.record_informeren(store, casus_id, ja, op=VANDAAG),
        lambda: h.move(store, casus_id, "casusoverleg_loopt", op=VANDAAG),
        lambda: p.record_regel(store, plan_id, DOEL),
        lambda: o.begin_overleg(store, gepland),
        lambda: o.prepare_overleg(store, overleg(), casus_ids=(casus_id,), deelnemers={}),
    ):
        refused(store, doe, "gesloten")


def test_a_restricted_dossier_is_only_kept(store: Store, ids: dict[str, int]):
    casus_id = met_deelnemer(store, ids)
    dossier_id = dossier_van(store, casus_id)
    with store.write(Handeling.BEPERKING_ZETTEN) as w:
        w.insert("beperking", {"dossier_id": dossier_id, "reden": "Betwist", "vanaf": VANDAAG})
    for doe in (
        lambda: begin_weging(store, dossier_id, VANDAAG),
        lambda: h.record_deelnemer(store, casus_id, deelnemer(ids["om"]), op=VANDAAG),
        lambda: p.begin_plan(store, casus_id),
        lambda: o.prepare_overleg(store, overleg(), casus_ids=(casus_id,), deelnemers={}),
    ):
        refused(store, doe, "beperkt")


def test_the_act_refuses_a_hold_that_is_too_long_as_the_form_does(zaak: Zaak) -> None:
    te_lang = hold(zaak.partijen["om"], tot=VANDAAG + timedelta(days=456))
    refused(zaak.store, lambda: begin(zaak.store, zaak.dossier_id, te_lang), "Zo lang")
