# SPDX-License-Identifier: EUPL-1.2
"""The acts on a casus and its plan on a real kluis: one act, one line in the log; rules hold inside it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from gemeente_pga.domain.bericht import BerichtBijlage
from gemeente_pga.domain.casus import Ideologie, Regie, Regiewijziging
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.informeren import Informeren
from gemeente_pga.domain.signaal import Vergelijking
from gemeente_pga.handelingen import casus as h
from gemeente_pga.handelingen import plan as p
from gemeente_pga.handelingen.dossier import set_ideologie
from gemeente_pga.handelingen.signaal import register_signaal
from gemeente_pga.handelingen.weging import vaststellen as stel_weging_vast
from gemeente_pga.store.queries.casus import (
    casus,
    casus_van_dossier,
    casusdeelnemers,
    ideologie,
)
from gemeente_pga.store.queries.casusfeiten import casusfeiten
from gemeente_pga.store.queries.plan import plan, plan_van_casus, vastgesteld_plan, versies
from gemeente_pga.store.store import Store
from tests.casus_hulp import (
    BESCHERMEND,
    DOEL,
    KOP,
    OVERNAME,
    PERSOON,
    RISICO,
    SLUITING,
    VANDAAG,
    acts,
    deelnemer,
    interventie,
    met_deelnemer,
    neem_over,
    status,
)
from tests.inrichting_hulp import kader
from tests.signaal_hulp import SCHOOL
from tests.weegploeg import Zaak, nieuwe_zaak, volledige_weging


@pytest.fixture
def zaak(tmp_path: Path) -> Iterator[Zaak]:
    zaak = nieuwe_zaak(tmp_path)
    yield zaak
    zaak.store.close()


def rijen(store: Store, tabel: str) -> list[dict[str, object]]:
    with store.reader() as r:
        return r.rows(f"SELECT * FROM {tabel}")  # noqa: S608 - a name from this file


# ---- opening


@pytest.mark.eis("a.C1", "a.r3")
def test_a_casus_opens_only_after_a_vastgesteld_decision_to_take_up(zaak: Zaak):
    weging_id = volledige_weging(zaak)
    with pytest.raises(Storing, match="vastgesteld besluit"):
        h.open_casus(zaak.store, weging_id, op=VANDAAG)
    stel_weging_vast(zaak.store, weging_id, kader(), VANDAAG)
    casus_id = h.open_casus(zaak.store, weging_id, op=VANDAAG)
    assert acts(zaak.store)[-1] == Handeling.CASUS_OPENEN.code
    with zaak.store.reader() as r:
        nieuw = casus(r, casus_id)
        assert nieuw == casus_van_dossier(r, zaak.dossier_id)
    assert nieuw is not None
    assert (nieuw.nummer, nieuw.status, nieuw.overgenomen) == ("C2026-007", "opgenomen", False)
    assert nieuw.informeren, "the informing decision of the weegploeg comes along"


def test_opening_twice_gives_the_same_casus(zaak: Zaak):
    weging_id = volledige_weging(zaak)
    stel_weging_vast(zaak.store, weging_id, kader(), VANDAAG)
    eerste = h.open_casus(zaak.store, weging_id, op=VANDAAG)
    assert h.open_casus(zaak.store, weging_id, op=VANDAAG) == eerste
    assert len(rijen(zaak.store, "casus")) == 1


@pytest.mark.eis("c02")
def test_an_interim_decision_opens_no_casus(zaak: Zaak):
    weging_id = volledige_weging(zaak)
    stel_weging_vast(zaak.store, weging_id, kader(), VANDAAG)
    with zaak.store.write(Handeling.WEGING_TAFEL, onderwerp=("weging", weging_id)) as w:
        w.update("weging", weging_id, {"soort": "voorlopig"})
    with pytest.raises(Storing, match="voorlopig"):
        h.open_casus(zaak.store, weging_id, op=VANDAAG)
    assert rijen(zaak.store, "casus") == []


# ---- taking over


@pytest.mark.eis("c01", "a.r3")
def test_taking_over_is_one_act_with_the_dates_of_then(store: Store, ids: dict[str, int]):
    was = len(acts(store))
    scan = BerichtBijlage("weegverslag.pdf", "application/pdf", b"%PDF-1.7")
    casus_id = h.take_over(
        store, PERSOON, OVERNAME, gemeente_id=ids["gemeente_id"], bijlagen=[scan], vandaag=VANDAAG,
        concept=("overnemen", ""),
    )  # fmt: skip
    assert acts(store)[was:] == [Handeling.CASUS_OVERNEMEN.code]
    (dossier,), (signaal,), (weging,) = (rijen(store, t) for t in ("dossier", "signaal", "weging"))
    assert dossier["overgenomen"] == weging["overgenomen"] == 1
    assert (signaal["soort"], signaal["status"]) == ("overgenomen", "opgenomen")
    assert str(signaal["ontvangen_op"])[:10] == "2026-03-12"
    assert (weging["datum"], weging["status"], weging["besluit"]) == ("2026-04-03", "vastgesteld", "opnemen")
    assert str(weging["vastgelegd_op"])[:10] != "2026-04-03", "when it was recorded is another date"
    with store.reader() as r:
        nieuw = casus(r, casus_id)
    assert nieuw is not None
    assert (nieuw.overgenomen, nieuw.geopend_op, nieuw.status) == (True, OVERNAME.geopend_op, "voorbereiding")
    assert (nieuw.geinformeerd_op, nieuw.geinformeerd_hoe) == (date(2026, 5, 6), "brief_en_gesprek")
    assert [b["naam"] for b in rijen(store, "bijlage")] == ["weegverslag.pdf"]


def test_taking_over_keeps_how_far_the_casus_was(store: Store, ids: dict[str, int]):
    assert status(store, neem_over(store, ids, stand="in_uitvoering")) == "in_uitvoering"


def test_taking_over_keeps_what_was_decided_about_candidates(store: Store, ids: dict[str, int]):
    eerste = neem_over(store, ids)
    with store.reader() as r:
        ander = casus(r, eerste)
    assert ander is not None
    h.take_over(
        store, PERSOON, OVERNAME, gemeente_id=ids["gemeente_id"], bijlagen=(), vandaag=VANDAAG,
        vergelijkingen=[Vergelijking(ander.dossier_id, "afgewezen", "andere_geboortedatum")],
    )  # fmt: skip
    assert [v["ander_dossier_id"] for v in rijen(store, "vergelijking")] == [ander.dossier_id]


# ---- keeping


def test_every_change_is_one_act(store: Store, ids: dict[str, int]):
    casus_id = neem_over(store, ids)
    was = len(acts(store))
    deelnemer_id = h.record_deelnemer(store, casus_id, deelnemer(ids["politie"]), op=VANDAAG)
    h.record_deelnemer(store, casus_id, deelnemer(ids["om"]), op=VANDAAG, deelnemer_id=deelnemer_id)
    h.record_regie(store, casus_id, Regiewijziging(Regie("L. Nguyễn", date(2027, 1, 14))), op=VANDAAG)
    besluit = Informeren(
        "later", "doel_geschaad", "Eerst de broer.", "Casusoverleg", date(2026, 11, 30), None, ""
    )
    h.record_informeren(store, casus_id, besluit, op=VANDAAG)
    with store.reader() as r:
        nu = casus(r, casus_id)
        (wie,) = casusdeelnemers(r, casus_id)
    assert nu is not None
    set_ideologie(store, nu.dossier_id, "onbekend", VANDAAG)
    assert acts(store)[was:] == [
        Handeling.CASUS_DEELNEMER.code,
        Handeling.CASUS_DEELNEMER.code,
        Handeling.CASUS_BIJWERKEN.code,
        Handeling.CASUS_INFORMEREN.code,
        Handeling.DOSSIER_IDEOLOGIE.code,
    ]
    assert (nu.casusregisseur, nu.informeren, nu.informeren_opnieuw_op) == (
        "L. Nguyễn",
        "later",
        date(2026, 11, 30),
    )
    assert wie.partij == "Openbaar Ministerie"
    with store.reader() as r:
        assert ideologie(r, nu.dossier_id) == Ideologie("onbekend", VANDAAG)


def test_the_first_participant_starts_the_preparation(zaak: Zaak):
    weging_id = volledige_weging(zaak)
    stel_weging_vast(zaak.store, weging_id, kader(), VANDAAG)
    casus_id = h.open_casus(zaak.store, weging_id, op=VANDAAG)
    h.record_deelnemer(zaak.store, casus_id, deelnemer(zaak.partijen["om"]), op=VANDAAG)
    assert status(zaak.store, casus_id) == "voorbereiding"


def test_recording_throws_the_concept_away(store: Store, ids: dict[str, int]):
    casus_id = neem_over(store, ids)
    sleutel = ("dossier_regie", "1")
    store.save_concept(*sleutel, '{"casusregisseur": "half"}')
    h.record_regie(store, casus_id, Regiewijziging(Regie("S. Aydın", None)), op=VANDAAG, concept=sleutel)
    assert store.concept(*sleutel) is None


@pytest.mark.parametrize("naar", ["gesloten", "opgenomen", "plan_vastgesteld", "herbeoordeling"])
def test_a_step_that_the_rules_forbid_changes_nothing(store: Store, ids: dict[str, int], naar: str):
    casus_id = neem_over(store, ids)
    was = acts(store)
    with pytest.raises(Storing):
        h.move(store, casus_id, naar, op=VANDAAG)
    assert acts(store) == was
    assert status(store, casus_id) == "voorbereiding"


# ---- closing


def test_closing_may_take_effect_on_a_later_day(store: Store, ids: dict[str, int]):
    casus_id = met_deelnemer(store, ids)
    was = len(acts(store))
    h.close_casus(store, casus_id, SLUITING)
    assert acts(store)[was:] == [Handeling.CASUS_AFSLUITEN.code]
    with store.reader() as r:
        nu = casus(r, casus_id)
        stappen = r.rows(
            "SELECT van, naar, op FROM statusovergang WHERE onderwerp_soort = 'casus' ORDER BY id"
        )
    assert nu is not None
    assert (nu.status, nu.gesloten_op, nu.partners_bewaren) == (
        "afgesloten", date(2026, 12, 1), SLUITING.partners_bewaren,
    )  # fmt: skip
    assert ("voorbereiding", "afgesloten") in {(s["van"], s["naar"]) for s in stappen}
    assert "gesloten" not in {s["naar"] for s in stappen}, "no term is vastgesteld"


@pytest.mark.eis("c10", "a.C8")
def test_a_casus_without_informing_decision_does_not_close(store: Store, ids: dict[str, int]):
    casus_id = neem_over(store, ids)
    with store.write(Handeling.CASUS_INFORMEREN, onderwerp=("casus", casus_id)) as w:
        w.update("casus", casus_id, {"informeren": ""})
    was = acts(store)
    with pytest.raises(Storing):
        h.close_casus(store, casus_id, SLUITING)
    assert acts(store) == was
    assert status(store, casus_id) == "voorbereiding"


@pytest.mark.eis("a.C8", "i5")
def test_a_casus_does_not_close_while_a_signal_waits_and_it_says_which(store: Store, ids: dict[str, int]):
    casus_id = met_deelnemer(store, ids)
    with store.reader() as r:
        dossier_id = r.value("SELECT dossier_id FROM casus WHERE id = ?", casus_id)
    bevestigd = (Vergelijking(dossier_id, "bevestigd", "naam"),)
    signaal_id = register_signaal(
        store, SCHOOL, PERSOON, gemeente_id=ids["gemeente_id"], dossier_id=dossier_id,
        vergelijkingen=bevestigd,
    )  # fmt: skip
    for stand, raad in (("ontvangen", "agenda van de weegploeg"), ("in_weging", "Laat de weegploeg")):
        with store.write(Handeling.SIGNAAL_CONTROLEREN, onderwerp=("signaal", signaal_id)) as w:
            w.update("signaal", signaal_id, {"status": stand})
        was = acts(store)
        with pytest.raises(Storing) as storing:
            h.close_casus(store, casus_id, SLUITING)
        assert "Het signaal van 8-9-2026 wacht nog" in storing.value.melding
        assert raad in storing.value.raad
        assert acts(store) == was


@pytest.mark.eis("c18")
def test_nothing_changes_after_closing(store: Store, ids: dict[str, int]):
    casus_id = met_deelnemer(store, ids)
    plan_id = p.begin_plan(store, casus_id)
    h.close_casus(store, casus_id, SLUITING)
    was = acts(store)
    for doe in (
        lambda: h.record_regie(store, casus_id, Regiewijziging(Regie("Ander", None)), op=VANDAAG),
        lambda: h.record_deelnemer(store, casus_id, deelnemer(ids["om"]), op=VANDAAG),
        lambda: h.close_casus(store, casus_id, SLUITING),
        lambda: h.move(store, casus_id, "voorbereiding", op=VANDAAG),
        lambda: p.record_regel(store, plan_id, DOEL),
        lambda: p.vaststellen(store, plan_id, op=VANDAAG),
    ):
        with pytest.raises(Storing):
            doe()
    assert acts(store) == was


# ---- plan van aanpak


def stel_plan_vast(store: Store, casus_id: int) -> int:
    plan_id = p.begin_plan(store, casus_id)
    doel_id = p.record_regel(store, plan_id, DOEL)
    p.record_regel(store, plan_id, RISICO)
    p.record_regel(store, plan_id, BESCHERMEND)
    p.record_regel(store, plan_id, interventie(doel_id=doel_id))
    p.record_plan(store, plan_id, KOP)
    p.vaststellen(store, plan_id, op=VANDAAG)
    return plan_id


def test_plan_from_concept_to_holding(store: Store, ids: dict[str, int]):
    casus_id = met_deelnemer(store, ids, stand="casusoverleg_loopt")
    was = len(acts(store))
    plan_id = stel_plan_vast(store, casus_id)
    assert acts(store)[was:] == [Handeling.PLAN_BIJWERKEN.code] * 6 + [Handeling.PLAN_VASTSTELLEN.code]
    assert status(store, casus_id) == "plan_vastgesteld"
    with store.reader() as r:
        nu = casus(r, casus_id)
        geldt = vastgesteld_plan(r, casus_id)
    assert nu is not None
    assert geldt is not None
    assert nu.volgende_herbeoordeling == KOP.herbeoordeling_op
    assert geldt.id == plan_id
    assert [f.inhoud for f in geldt.factoren] == [BESCHERMEND, RISICO]
    assert geldt.interventies[0].inhoud.doel_id == geldt.doelen[0].id


@pytest.mark.eis("c15", "a.C4")
def test_an_incomplete_plan_is_not_vastgesteld(store: Store, ids: dict[str, int]):
    casus_id = neem_over(store, ids)
    plan_id = p.begin_plan(store, casus_id)
    with pytest.raises(Storing, match="nog niet"):
        p.vaststellen(store, plan_id, op=VANDAAG)
    assert Handeling.PLAN_VASTSTELLEN.code not in acts(store)


def test_beginning_twice_gives_the_same_concept(store: Store, ids: dict[str, int]):
    casus_id = neem_over(store, ids)
    assert p.begin_plan(store, casus_id) == p.begin_plan(store, casus_id)


def test_a_plan_that_holds_is_frozen_and_a_new_version_copies_it(store: Store, ids: dict[str, int]):
    casus_id = neem_over(store, ids)
    oud_id = stel_plan_vast(store, casus_id)
    with pytest.raises(Storing, match="vastgesteld"):
        p.record_regel(store, oud_id, DOEL)
    nieuw_id = p.begin_plan(store, casus_id)
    with store.reader() as r:
        oud, nieuw = plan(r, oud_id), plan_van_casus(r, casus_id)
    assert oud is not None
    assert nieuw is not None
    assert (nieuw.id, nieuw.versie, nieuw.kop) == (nieuw_id, 2, oud.kop)
    assert [d.inhoud for d in nieuw.doelen] == [d.inhoud for d in oud.doelen]
    assert nieuw.interventies[0].inhoud.doel_id == nieuw.doelen[0].id != oud.doelen[0].id
    p.remove_regel(store, nieuw_id, type(DOEL), nieuw.doelen[0].id)
    p.record_regel(store, nieuw_id, replace(DOEL, tekst="De zoon gaat naar school."))
    p.vaststellen(store, nieuw_id, op=VANDAAG)
    with store.reader() as r:
        assert [(v.versie, v.status) for v in versies(r, casus_id)] == [(2, "vastgesteld"), (1, "vervangen")]
        oud_nu = plan(r, oud_id)
        geldt = vastgesteld_plan(r, casus_id)
    assert oud_nu is not None
    assert geldt is not None
    assert [d.inhoud for d in oud_nu.doelen] == [DOEL], "the version before it stays as it was"
    assert geldt.interventies[0].inhoud.doel_id is None, "its goal was taken away"


@pytest.mark.eis("a.C5")
def test_an_effect_is_recorded_on_the_plan_that_holds_and_only_there(store: Store, ids: dict[str, int]):
    casus_id = met_deelnemer(store, ids)
    stel_plan_vast(store, casus_id)
    with store.reader() as r:
        eerste = plan_van_casus(r, casus_id)
    assert eerste is not None
    oud = eerste.interventies[0].id
    was = len(acts(store))
    p.record_effect(store, oud, "Zij belt zelf.")
    assert acts(store)[was:] == [Handeling.PLAN_BIJWERKEN.code]
    nieuw_id = p.begin_plan(store, casus_id)
    p.vaststellen(store, nieuw_id, op=VANDAAG)
    with store.reader() as r:
        nieuw = plan(r, nieuw_id)
    assert nieuw is not None
    assert nieuw.interventies[0].inhoud.effect == "Zij belt zelf."
    with pytest.raises(Storing, match="nieuwere versie"):
        p.record_effect(store, oud, "Te laat.")
    h.close_casus(store, casus_id, SLUITING)
    with pytest.raises(Storing, match="gesloten"):
        p.record_effect(store, nieuw.interventies[0].id, "Te laat.")


def test_the_first_intervention_that_begins_puts_the_casus_in_uitvoering(store: Store, ids: dict[str, int]):
    casus_id = met_deelnemer(store, ids, stand="casusoverleg_loopt")
    stel_plan_vast(store, casus_id)
    with store.reader() as r:
        geldt = vastgesteld_plan(r, casus_id)
    assert geldt is not None
    p.record_stand(store, geldt.interventies[0].id, "loopt", op=VANDAAG)
    assert status(store, casus_id) == "in_uitvoering"
    with store.reader() as r:
        feiten = casusfeiten(r, casus_id, kader())
    assert feiten is not None
    assert (feiten.interventies_begonnen, feiten.plan_vastgesteld, feiten.beschermende_factoren) == (
        1,
        True,
        1,
    )
