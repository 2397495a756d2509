# SPDX-License-Identifier: EUPL-1.2
"""Ways around a gate: what was open when it closed, another door to the same thing, traces of what went."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gemeente_pga.domain.aanhouding import Aanhouding
from gemeente_pga.domain.beperking import Beperking, Opheffing
from gemeente_pga.domain.datalek import Datalek
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.naaste import Naaste
from gemeente_pga.domain.overleg import Actie, Besluit, Bespreking, Reactie, Voortgang
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.domain.signaal import Vergelijking
from gemeente_pga.handelingen import aanhouding, datalek, overleg, verslag
from gemeente_pga.handelingen.beperking import lift, restrict
from gemeente_pga.handelingen.casus import close_casus
from gemeente_pga.handelingen.consultatie import correct_consultatie, register_consultatie
from gemeente_pga.handelingen.document import freeze
from gemeente_pga.handelingen.dossier import set_ideologie
from gemeente_pga.handelingen.informatie import register_informatie
from gemeente_pga.handelingen.persoon import register_naaste, remove_naaste
from gemeente_pga.handelingen.signaal import register_signaal
from gemeente_pga.store.queries.overleg import agenda, deelnemers
from gemeente_pga.store.store import Store
from gemeente_pga.store.wissen import wis_dossier
from tests.bewaar_hulp import bewaard
from tests.casus_hulp import SLUITING
from tests.handelingen.test_consultatie import LOS
from tests.houder_hulp import geef_uit
from tests.inrichting_hulp import kader
from tests.overleg_hulp import (
    DAG,
    Casussen,
    informatie,
    leg_casussen_vast,
    leg_overleg_vast,
    maak_compleet,
)
from tests.signaal_hulp import JORIS, SCHOOL, no_act
from tests.store.bouw import ontcijfer, ontcijfer_journaal
from tests.ui_hulp import richt_in as richt_alles_in

HEEL = Beperking(None, None, "Hij betwist dat het klopt.", DAG)
BESPREKING = Bespreking("Voortgang", "Hij verhuist.", "ja", "Hij werkt mee.", None, None)
ACTIE = Actie("Uitstel bespreken", "S. Aydın", None, date(2026, 10, 23), "", "", "")
ZUS = Persoon(voornamen="Zwermvogel", geslachtsnaam="Verstraaten")
WAAROM = Naaste("broer_zus", "avg_6_1_e", "Zij gaat mee naar het gesprek.", date(2027, 6, 30))


@pytest.fixture
def c(store: Store) -> Casussen:
    richt_alles_in(store, kader())
    return leg_casussen_vast(store)


def punt(store: Store, overleg_id: int, nummer: int = 0) -> int:
    with store.reader() as r:
        return agenda(r, overleg_id)[nummer].id


def test_at_a_meeting_nothing_new_is_said_of_a_dossier_that_was_restricted_since(
    store: Store, c: Casussen
) -> None:
    overleg_id = leg_overleg_vast(store, c, beide=True)
    overleg.begin_overleg(store, overleg_id)
    restrict(store, c.dossier_een, HEEL)
    een, twee = punt(store, overleg_id), punt(store, overleg_id, 1)
    for doe in (
        lambda: overleg.record_bespreking(store, een, BESPREKING),
        lambda: overleg.record_besluit(store, een, Besluit("De hulp gaat door.", False)),
        lambda: overleg.record_actie(store, een, ACTIE),
    ):
        with no_act(store) as storing:
            doe()
        assert "beperkt" in storing.value.melding
    overleg.record_bespreking(store, twee, BESPREKING)


def test_the_other_casus_of_the_meeting_gets_its_minutes_all_the_same(store: Store, c: Casussen) -> None:
    overleg_id = leg_overleg_vast(store, c, beide=True)
    maak_compleet(store, overleg_id)
    overleg.remove_regel(store, punt(store, overleg_id), "besluit", _een(store, "besluit", c.dossier_een))
    with pytest.raises(Storing, match="vastgesteld"):
        verslag.vaststellen(store, overleg_id, kader(), op=DAG + timedelta(days=21), wijze="volgend_overleg")
    restrict(store, c.dossier_een, HEEL)
    assert verslag.vaststellen(
        store, overleg_id, kader(), op=DAG + timedelta(days=21), wijze="volgend_overleg"
    )


def _een(store: Store, tabel: str, dossier_id: int) -> int:
    with store.reader() as r:
        return int(r.value(f"SELECT id FROM {tabel} WHERE dossier_id = ?", dossier_id))  # noqa: S608 - a table of ours


def _gemeente(store: Store) -> int:
    with store.reader() as r:
        return int(r.value("SELECT id FROM gemeente"))


def test_a_hold_on_informing_holds_at_the_meeting_too(store: Store, c: Casussen) -> None:
    wie = ("K. Brouwer", "wijkagent", "onderzoek", "Loopt nog.")
    hold = Aanhouding("informeren", c.partijen["politie"], *wie, date(2026, 10, 1), date(2026, 12, 1))
    aanhouding.begin(store, c.dossier_een, hold)
    overleg_id = leg_overleg_vast(store, c)
    overleg.begin_overleg(store, overleg_id)
    with no_act(store) as storing:
        overleg.record_bespreking(store, punt(store, overleg_id), BESPREKING)
    assert "wacht tot en met" in storing.value.raad
    wachten = replace(BESPREKING, informeren="later", informeren_opnieuw_op=date(2026, 12, 2))
    overleg.record_bespreking(store, punt(store, overleg_id), wachten)


def test_an_action_that_was_given_outside_stays_with_its_verstrekking(store: Store, c: Casussen) -> None:
    overleg_id = leg_overleg_vast(store, c)
    overleg.begin_overleg(store, overleg_id)
    buiten = replace(ACTIE, naar_buiten=True, buiten_wie="de broer", buiten_wat="Dat er hulp komt.")
    buiten = replace(buiten, buiten_grondslag="avg_6_1_e")
    actie_id = overleg.record_actie(store, punt(store, overleg_id), buiten)
    overleg.record_voortgang(store, actie_id, Voortgang("gedaan", "", DAG))
    with no_act(store) as storing:
        overleg.remove_regel(store, punt(store, overleg_id), "actie", actie_id)
    assert "verstrekking" in storing.value.melding
    overleg.record_voortgang(store, actie_id, Voortgang("niet_gedaan", "Hij nam niet op.", DAG))
    overleg.remove_regel(store, punt(store, overleg_id), "actie", actie_id)


def test_a_casus_does_not_close_over_a_signal_that_waits(store: Store, c: Casussen) -> None:
    gelijk = [Vergelijking(c.dossier_een, "bevestigd", "naam", "")]
    gemeente_id = _gemeente(store)
    register_signaal(
        store, SCHOOL, JORIS, gemeente_id=gemeente_id, dossier_id=c.dossier_een, vergelijkingen=gelijk
    )
    with no_act(store) as storing:
        close_casus(store, c.een, SLUITING)
    assert "signaal" in storing.value.melding


# ---- people and items


def test_nobody_and_nothing_is_added_to_a_restricted_dossier(store: Store, c: Casussen) -> None:
    zus = register_naaste(store, c.dossier_een, ZUS, WAAROM)
    restrict(store, c.dossier_een, HEEL)
    for doe in (
        lambda: register_naaste(store, c.dossier_een, ZUS, WAAROM),
        lambda: remove_naaste(store, zus, reden="niet_meer_nodig"),
        lambda: set_ideologie(store, c.dossier_een, "onbekend", DAG),
    ):
        with no_act(store) as storing:
            doe()
        assert "beperkt" in storing.value.melding


def test_nobody_and_nothing_is_added_to_a_closed_dossier(store: Store, ids: dict[str, int]) -> None:
    dossier_id = bewaard(store, ids["gemeente_id"])
    with no_act(store) as storing:
        register_naaste(store, dossier_id, ZUS, WAAROM)
    assert "gesloten" in storing.value.melding
    item = informatie(ids["om"], "Hij is weer gezien bij de brug.")
    with no_act(store):
        register_informatie(store, dossier_id, item, waarbij={})
    register_informatie(store, dossier_id, item, waarbij={}, aanvulling="nieuwe_informatie")


# ---- what went is gone


def sporen(store: Store, *woorden: str) -> list[str]:
    """Where one of these words can still be read."""
    journaal, pad = ontcijfer_journaal(store.pad), store.pad
    store.close()
    waar = {"journaal": journaal, "kluis": ontcijfer(pad)}
    return [f"{woord} in {naam}" for woord in woorden for naam in waar if woord.encode() in waar[naam]]


def test_of_a_naaste_who_left_no_page_and_no_unfinished_typing_tells(store: Store, c: Casussen) -> None:
    zus = register_naaste(store, c.dossier_een, ZUS, WAAROM)
    store.save_concept("dossier", f"{c.dossier_een}:naaste:{zus}", '{"voornamen": "Zwermvogel"}')
    store.save_concept("dossier", f"{c.dossier_een}:regie", '{"casusregisseur": "S. Aydın"}')
    remove_naaste(store, zus, reden="niet_meer_nodig")
    assert [concept.sleutel for concept in store.concepten()] == [f"{c.dossier_een}:regie"]
    assert sporen(store, "wermvogel") == []


def test_what_a_consultatie_said_too_much_is_on_no_page(store: Store, c: Casussen) -> None:
    te_veel = replace(LOS, advies="Denk aan de kwartelkoning op het schoolplein.")
    blad = register_consultatie(store, te_veel, LOS.datum)
    correct_consultatie(store, blad, LOS, reden="te_veel_gezegd", vandaag=LOS.datum)
    assert sporen(store, "kwartelkoning") == []


def test_minutes_that_were_filed_here_by_mistake_leave_no_page(store: Store, c: Casussen) -> None:
    overleg_id = leg_overleg_vast(store, c, verslag_door="zvh")
    overleg.begin_overleg(store, overleg_id)
    pdf = b"%PDF-1.7 " + b"roodborsttapuit " * 2000
    stuk = verslag.file_zvh_verslag(store, overleg_id, pdf, "ZVH-1", op=DAG)
    verslag.take_back_zvh(store, stuk, op=DAG.isoformat(), reden="verkeerd_dossier")
    assert sporen(store, "roodborsttapuit") == []


def test_of_a_meeting_no_reaction_outlives_a_dossier_that_was_discussed_there(
    store: Store, c: Casussen
) -> None:
    overleg_id = leg_overleg_vast(store, c, beide=True, exemplaren_toelichting="Kwartelkoning heeft er een.")
    maak_compleet(store, overleg_id)
    overleg.put_ter_reactie(store, overleg_id, op=DAG, reageren_voor=None)
    with store.reader() as r:
        tafel = deelnemers(r, overleg_id)
    akkoord, wens = Reactie("akkoord", "", DAG, "e-mail"), "Zij heet Zwermvogel van zichzelf."
    wie = [t.id for t in tafel if len(t.bespreking_ids) == 2]
    for t in tafel:  # who sat in on one casus only speaks of that one
        zegt = replace(akkoord, reactie="wijziging", reactie_tekst=wens) if t.id in wie else akkoord
        overleg.record_reactie(store, overleg_id, t.id, zegt)
    store.save_concept("overleg", f"{overleg_id}:reacties:{wie[0]}", '{"reactie_tekst": "Watersnip"}')
    verslag.vaststellen(store, overleg_id, kader(), op=DAG, wijze="schriftelijk")
    wis_dossier(store, c.dossier_twee)
    with store.reader() as r:
        assert [t.id for t in deelnemers(r, overleg_id) if t.reactie.reactie == "wijziging"] == wie
        assert r.value("SELECT count(*) FROM document WHERE dossier_id = ?", c.dossier_een) == 2
    assert store.controleer_zegels().fouten == 0
    assert sporen(store, "wermvogel", "atersnip", "wartelkoning") == []


def test_the_record_of_a_datalek_names_nobody_of_its_dossiers(store: Store, c: Casussen) -> None:
    lek = Datalek("2026-10-14T10:00:00+02:00", None, "papier_vermist", "Een verslag lag in de trein.")
    naam = "Verslag over Joris D'Hondt-Özdemir."
    with no_act(store):
        datalek.open_lek(store, replace(lek, wat=naam), {c.dossier_een: "Het verslag."})
    lek_id = datalek.open_lek(store, lek, {c.dossier_een: naam})
    with no_act(store):
        datalek.update_lek(store, lek_id, replace(lek, les=naam))
    datalek.update_lek(store, lek_id, replace(lek, les="Niet meer met de trein."))


# ---- paper that was frozen before


def test_frozen_paper_with_an_item_that_was_restricted_since_stays_here(store: Store, c: Casussen) -> None:
    overleg_id = leg_overleg_vast(store, c)
    overleg.begin_overleg(store, overleg_id)
    gezegd = informatie(c.partijen["om"], "Hij is gezien bij de brug.\nEen collega was erbij.")
    item = register_informatie(
        store, c.dossier_een, gezegd, waarbij={"bespreking_id": punt(store, overleg_id)}
    )
    with store.reader() as r:
        stuk = verslag.concept_uittreksel(r, overleg_id, kader(), "C2026-001")
        lijst = verslag.concept_actielijst(r, overleg_id, kader(), "C2026-001")
    vooraf = [freeze(store, wat, op=DAG) for wat in (stuk, lijst)]
    beperking_id = restrict(store, c.dossier_een, replace(HEEL, informatie_id=item))
    with no_act(store) as storing:
        geef_uit(store, vooraf[0], "mr. P. van 't Hoff", voor="deelnemer")
    assert "beperkt" in storing.value.raad
    geef_uit(store, vooraf[0], "S. Aydın", voor="eigen_dossier")
    geef_uit(store, vooraf[1], "mr. P. van 't Hoff", voor="deelnemer")
    lift(store, beperking_id, Opheffing(DAG, "Nagevraagd: het klopt."))
    geef_uit(store, vooraf[0], "mr. P. van 't Hoff", voor="deelnemer")
