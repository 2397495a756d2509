# SPDX-License-Identifier: EUPL-1.2
"""What Bureau finds on a real kluis: every kind of point appears when it is due and goes when it is done."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gemeente_pga.domain.bureau import Aandacht, Onderwerp
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.notitie import Telefoonnotitie
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.domain.signaalstap import Agendering, Sluiting, Spoed
from gemeente_pga.handelingen.notitie import close_notitie, register_notitie
from gemeente_pga.handelingen.signaal import (
    check_signaal,
    close_signaal,
    inform_weegploeg,
    register_signaal,
    register_spoed,
    schedule_signaal,
)
from gemeente_pga.store.queries import bureau
from gemeente_pga.store.queries.signaal import signaalblad
from gemeente_pga.store.store import Store
from tests.inrichting_hulp import NU, kader
from tests.signaal_hulp import CONTROLE, SCHOOL

VANDAAG = NU.date()


def punten(store: Store, op: date = VANDAAG) -> list[Aandacht]:
    """All points but the two of a kluis that was just made."""
    with store.reader() as r:
        alle = bureau.aandacht(r, kader(), op, oefenkluis=True)
    return [p for p in alle if p.onderwerp is not Onderwerp.KADER]


def registreer(store: Store, ids: dict[str, int], *, acuut: bool = False, naam: str = "Bakker") -> int:
    signaal = replace(SCHOOL, acuut=acuut)
    return register_signaal(store, signaal, Persoon(geslachtsnaam=naam), gemeente_id=ids["gemeente_id"])


def test_a_kluis_in_order_asks_for_its_kader_and_a_backup_only(store: Store, ids: dict[str, int]):
    with store.reader() as r:
        alle = bureau.aandacht(r, kader(), VANDAAG)
    assert [p.onderwerp for p in alle] == [Onderwerp.BACKUP, Onderwerp.KADER]
    assert punten(store) == []


def test_a_backup_quiets_bureau_for_a_week(store: Store, ids: dict[str, int]):
    with store.write(Handeling.KLUIS_RESERVEKOPIE) as w:
        kopie = {"plaats": "stick", "gemaakt_op": NU, "handeling_n": 1, "grootte": 1, "sha256": ""}
        w.insert("reservekopie", kopie)
    with store.reader() as r:
        for dagen, onderwerpen in ((6, [Onderwerp.KADER]), (7, [Onderwerp.BACKUP, Onderwerp.KADER])):
            alle = bureau.aandacht(r, kader(), VANDAAG + timedelta(days=dagen))
            assert [p.onderwerp for p in alle] == onderwerpen


def stappen(store: Store) -> list[Aandacht]:
    """Without the month in which somebody hears of it: that runs beside the steps."""
    return [p for p in punten(store) if p.onderwerp is not Onderwerp.INFORMEREN]


def test_a_note_stays_until_it_is_dealt_with(store: Store, ids: dict[str, int]):
    notitie_id = register_notitie(
        store, Telefoonnotitie("Belt terug.", "K. Brouwer", "", False, NU.isoformat())
    )
    assert [(p.scherm, p.onderwerp_id) for p in punten(store)] == [("nieuw_signaal", notitie_id)]
    close_notitie(store, notitie_id, "doorverwezen", NU)
    assert [(p.onderwerp, p.veld) for p in punten(store)] == [(Onderwerp.WEEGPLOEG, "telefoonnotitie")]
    inform_weegploeg(store, "telefoonnotitie", notitie_id, VANDAAG)
    assert punten(store) == []


def test_a_signaal_asks_for_each_step_in_turn(store: Store, ids: dict[str, int]):
    signaal_id = registreer(store, ids)
    assert [p.veld for p in stappen(store)] == ["over_persoon"]
    check_signaal(store, signaal_id, CONTROLE, NU)
    assert [p.veld for p in stappen(store)] == ["geagendeerd_voor"]
    weegploeg = Agendering(date(2026, 10, 9), (ids["gemeente"], ids["om"], ids["politie"]))
    schedule_signaal(store, signaal_id, weegploeg, VANDAAG)
    assert [(p.wat, p.voor) for p in stappen(store)] == [("Wegen: dossier 2026-001", date(2026, 10, 9))]
    with store.reader() as r:
        assert [(a.dag, a.wat, a.onderwerp_id) for a in bureau.afspraken(r, VANDAAG)] == [
            (date(2026, 10, 9), "Weegploeg, 1 signaal", signaal_id)
        ]
        assert bureau.afspraken(r, date(2026, 10, 10)) == ()


def test_a_concept_weging_takes_the_place_of_its_signaal(store: Store, ids: dict[str, int]):
    from gemeente_pga.handelingen.weging import begin_weging

    signaal_id = registreer(store, ids)
    check_signaal(store, signaal_id, CONTROLE, NU)
    weegploeg = Agendering(date(2026, 10, 2), (ids["gemeente"], ids["om"], ids["politie"]))
    schedule_signaal(store, signaal_id, weegploeg, VANDAAG)
    with store.reader() as r:
        blad = signaalblad(r, signaal_id)
    assert blad is not None
    weging_id = begin_weging(store, blad.dossier_id, VANDAAG)
    assert [(p.scherm, p.onderwerp_id) for p in stappen(store)] == [("weging", weging_id)]


def test_acute_danger_stands_on_top_until_somebody_was_called(store: Store, ids: dict[str, int]):
    registreer(store, ids, naam="Visser")
    signaal_id = registreer(store, ids, acuut=True, naam="Smit")
    eerste = punten(store)[0]
    assert (eerste.onderwerp_id, eerste.meteen, eerste.veld) == (signaal_id, True, "partij")
    register_spoed(store, signaal_id, Spoed("politie_112", "", NU.isoformat(), "Alles.", "avg_6_1_e"))
    assert not any(p.meteen for p in punten(store))


@pytest.mark.eis("i5", "a.S9")
def test_the_weegploeg_hears_of_what_was_closed_without_it(store: Store, ids: dict[str, int]):
    signaal_id = registreer(store, ids)
    close_signaal(store, signaal_id, Sluiting("dubbel_vastgelegd", "Stond er al."), VANDAAG)
    (punt,) = [p for p in punten(store) if p.onderwerp is Onderwerp.WEEGPLOEG]
    assert (punt.wat, punt.onderwerp_id, punt.veld) == (
        "Melden aan de weegploeg: dossier 2026-001",
        signaal_id,
        "signaal",
    )
    inform_weegploeg(store, "signaal", signaal_id, VANDAAG)
    assert not [p for p in punten(store) if p.onderwerp is Onderwerp.WEEGPLOEG]
    with store.reader() as r:
        regel = r.row("SELECT code, onderwerp_soort, onderwerp_id, dossier_id FROM handeling ORDER BY n DESC")
    assert regel is not None
    assert (regel["code"], regel["onderwerp_id"]) == ("weegploeg.berichten", signaal_id)
    assert regel["dossier_id"] is not None


def test_a_closing_by_the_weegploeg_itself_is_known_to_it(store: Store, ids: dict[str, int]):
    casus(store, ids)
    with store.write(Handeling.WEGING_VASTSTELLEN) as w:
        signaal = w.row("SELECT id, dossier_id FROM signaal")
        assert signaal is not None
        w.update("signaal", signaal["id"], {"status": "afgesloten", "gesloten_op": VANDAAG})
        weging_id = w.value("SELECT id FROM weging")
        w.insert(
            "weging_signaal", {**signaal, "id": None, "signaal_id": signaal["id"], "weging_id": weging_id}
        )
    assert not any(p.onderwerp is Onderwerp.WEEGPLOEG for p in punten(store))


def test_unfinished_typing_is_offered_back(store: Store, ids: dict[str, int]):
    store.save_concept("nieuw_signaal", "", "{}")
    store.save_concept("nieuw_signaal_bijlage", "", "{}")
    store.save_concept("plek", "", "{}")
    assert [(p.onderwerp, p.scherm) for p in punten(store)] == [(Onderwerp.CONCEPT, "nieuw_signaal")]


@pytest.mark.eis("c16", "c17", "a.r2")
def test_what_a_casus_owes(store: Store, ids: dict[str, int]):
    """Review, informing, plan, action and minutes, each from its own column."""
    casus_id, dossier_id = casus(store, ids)
    assert {(p.onderwerp, p.scherm, p.veld, p.voor) for p in punten(store)} == {
        (Onderwerp.HERBEOORDELING, "dossier", "herbeoordeling", date(2026, 10, 20)),
        (Onderwerp.INFORMEREN, "dossier", "informeren", date(2026, 10, 30)),
        (Onderwerp.PLAN, "dossier", "plan", date(2026, 9, 12)),
        (Onderwerp.ACTIE, "dossier", "acties", date(2026, 10, 4)),
        (Onderwerp.OVERLEG, "overleg", "", date(2026, 10, 1)),
    }
    assert {p.onderwerp_id for p in punten(store) if p.scherm == "dossier"} == {dossier_id}
    with store.write(Handeling.CASUS_AFSLUITEN) as w:
        w.update("casus", casus_id, {"status": "afgesloten"})
    over = {Onderwerp.ACTIE, Onderwerp.OVERLEG, Onderwerp.BEWAREN}  # its term has to be set now
    assert {p.onderwerp for p in punten(store)} == over


def casus(store: Store, ids: dict[str, int]) -> tuple[int, int]:
    """A casus with everything due, written as rows: the acts that make one have tests of their own."""
    signaal_id = registreer(store, ids)
    with store.write(Handeling.CASUS_OPENEN) as w:
        dossier_id = w.value("SELECT dossier_id FROM signaal WHERE id = ?", signaal_id)
        w.update("signaal", signaal_id, {"status": "opgenomen"})
        gemeen = {"dossier_id": dossier_id, "kader_id": ids["kader"]}
        weging_id = w.insert(
            "weging",
            {**gemeen, "status": "vastgesteld", "datum": "2026-08-01", "informeren": "later"},
            informeren_opnieuw_op=date(2026, 9, 1),
        )
        casus_id = w.insert(
            "casus",
            {**gemeen, "nummer": "C2026-001", "status": "in_uitvoering", "weging_id": weging_id},
            geopend_op=date(2026, 8, 1),
            volgende_herbeoordeling=date(2026, 10, 20),
            informeren="later",
            informeren_opnieuw_op=date(2026, 10, 30),
        )
        overleg_id = w.insert(
            "overleg",
            {"nummer": "O1", "datum": "2026-10-01", "verslag_door": "gemeente", "status": "concept"},
        )
        bespreking = {"dossier_id": dossier_id, "overleg_id": overleg_id, "casus_id": casus_id, "volgorde": 1}
        bespreking_id = w.insert("bespreking", bespreking)
        for nr, (voor, status) in enumerate(
            [("2026-10-04", "open"), ("2026-10-04", "gedaan"), ("2026-10-05", "open"), (None, "open")], 1
        ):
            actie = {"dossier_id": dossier_id, "casus_id": casus_id, "bespreking_id": bespreking_id}
            w.insert("actie", actie, volgnummer=nr, wat="Bellen", wie="K. Brouwer", voor=voor, status=status)
    return casus_id, dossier_id
