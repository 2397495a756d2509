# SPDX-License-Identifier: EUPL-1.2
"""Op- en afschalen after a review, and handing over: nothing is over before the other side says so."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from gemeente_pga.domain.aanhouding import Aanhouding
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.overdracht import Aanbod, Antwoord, beoordeel_aanbod, beoordeel_antwoord
from gemeente_pga.domain.schaling import Schaling, beoordeel_schaling
from gemeente_pga.domain.signaalstap import Overdracht
from gemeente_pga.domain.stappen import ontbreekt_voor_signaal
from gemeente_pga.handelingen import aanhouding, signaal
from gemeente_pga.handelingen import casus as h
from gemeente_pga.handelingen import herbeoordeling as herzien
from gemeente_pga.handelingen.overdracht import answer, offer
from gemeente_pga.handelingen.overgang import move_casus
from gemeente_pga.handelingen.schaling import scale
from gemeente_pga.store.queries.bureau_stappen import punten
from gemeente_pga.store.queries.overdracht import overdrachten
from gemeente_pga.store.queries.signaalfeiten import signaalfeiten
from gemeente_pga.store.store import Store
from tests.casus_hulp import SLUITING, VANDAAG, acts, herbeoordeel, met_deelnemer, plan_vast, refused, status
from tests.inrichting_hulp import NU, kader
from tests.rechten_hulp import dossier_van
from tests.signaal_hulp import CONTROLE, registreer

SCHALING = Schaling(
    "af", VANDAAG, "Wijkteam West", "Gewone hulp is genoeg.", "De schuldhulp.", "Afspraken met school.",
    "De wijkcoach", "casusoverleg",
)  # fmt: skip
AANBOD = Aanbod("Gemeente Oudeveen", "R. Poelstra, coördinator", "wet_pga", "Weegverslag en plan.", VANDAAG)
JA = Antwoord(VANDAAG, "R. Poelstra", None, "")
NEE = Antwoord(None, "", VANDAAG, "Hij woont hier niet.")


@pytest.fixture
def loopt(store: Store, ids: dict[str, int]) -> int:
    casus_id = met_deelnemer(store, ids, stand="in_uitvoering")
    plan_vast(store, casus_id)
    return casus_id


# ---- op- en afschalen


@pytest.mark.eis("a.C7")
def test_scaling_follows_on_a_review_and_only_on_one(store: Store, loopt: int):
    refused(store, lambda: scale(store, loopt, SCHALING), "kan een casus niet naar")
    herzien.begin(store, loopt, op=VANDAAG)
    refused(store, lambda: scale(store, loopt, SCHALING), "uitkomst van de herbeoordeling")

    def zomaar() -> None:
        with store.write(Handeling.CASUS_SCHALEN) as w:
            move_casus(w, loopt, "op_of_afgeschaald", op=VANDAAG, reden="Omdat.")

    herbeoordeel(store, loopt, kader(), "afschalen")
    refused(store, zomaar, "wat verhuist")
    was = len(acts(store))
    scale(store, loopt, SCHALING)
    assert acts(store)[was:] == [Handeling.CASUS_SCHALEN.code]
    assert status(store, loopt) == "op_of_afgeschaald"
    h.move(store, loopt, "in_uitvoering", op=VANDAAG)
    assert status(store, loopt) == "in_uitvoering"


@pytest.mark.eis("a.C7")
@pytest.mark.parametrize(
    "mist", ["naar", "reden", "wat_verhuist", "wat_blijft", "wie_vertelt", "besloten_door"]
)
def test_scaling_needs_each_of_its_answers(mist: str):
    invoer = {veld: getattr(SCHALING, veld) for veld in SCHALING.__slots__}
    assert beoordeel_schaling(invoer, kader(), VANDAAG) == SCHALING
    uitkomst = beoordeel_schaling(invoer | {mist: ""}, kader(), VANDAAG)
    assert isinstance(uitkomst, list)
    assert [gebrek.veld for gebrek in uitkomst] == [mist]


# ---- overdragen


@pytest.mark.eis("a.S10")
def test_a_signal_handed_over_waits_for_its_receipt_too(store: Store, ids: dict[str, int]):
    signaal_id = registreer(store, ids)
    signaal.check_signaal(store, signaal_id, replace(CONTROLE, gemeente_verblijf="nee"), NU)
    weg = Overdracht("Gemeente Oudeveen", "Het hele signaal.", "avg_6_1_e", NU.date())
    signaal.transfer_signaal(store, signaal_id, weg)
    with store.reader() as r:
        (rij,) = r.rows("SELECT id, dossier_id, onderwerp_soort, onderwerp_id FROM overdracht")
        voor = signaalfeiten(r, signaal_id)
    assert (rij["onderwerp_soort"], rij["onderwerp_id"]) == ("signaal", signaal_id)
    assert voor is not None
    assert ontbreekt_voor_signaal(voor, "gesloten", VANDAAG)[0].veld == "overdracht"
    answer(store, rij["id"], JA)
    with store.reader() as r:
        na = signaalfeiten(r, signaal_id)
    assert na is not None
    assert ontbreekt_voor_signaal(na, "gesloten", VANDAAG)[0].veld == "kader", "only the term is missing now"


@pytest.mark.eis("a.C9")
def test_a_casus_stays_here_until_receipt_is_confirmed(store: Store, loopt: int):
    dossier_id = dossier_van(store, loopt)
    aanbod_id = offer(store, dossier_id, AANBOD)
    refused(store, lambda: offer(store, dossier_id, AANBOD), "niets over te dragen")
    h.close_casus(store, loopt, replace(SLUITING, gesloten_op=VANDAAG))
    assert status(store, loopt) == "afgesloten"

    def verder(naar: str) -> Callable[[], None]:
        def doe() -> None:
            with store.write(Handeling.CASUS_AFSLUITEN) as w:
                move_casus(w, loopt, naar, op=VANDAAG)

        return doe

    refused(store, verder("overgedragen"), "nog niet bevestigd")
    with store.reader() as r:
        assert f"overdracht:{aanbod_id}" in [p.veld for p in punten(r, kader(), VANDAAG)]
    answer(store, aanbod_id, JA)
    assert status(store, loopt) == "overgedragen"
    refused(store, verder("gesloten"), "niet vastgesteld")
    refused(store, lambda: answer(store, aanbod_id, NEE), "al geantwoord")
    with store.reader() as r:
        assert punten(r, kader(), VANDAAG) == []


def test_confirmed_before_closing_it_goes_over_on_closing(store: Store, loopt: int):
    answer(store, offer(store, dossier_van(store, loopt), AANBOD), JA)
    assert status(store, loopt) == "in_uitvoering", "the work goes on until it is closed here"
    h.close_casus(store, loopt, replace(SLUITING, gesloten_op=VANDAAG))
    assert status(store, loopt) == "overgedragen"


def test_a_refused_offer_leaves_everything_as_it_was(store: Store, loopt: int):
    dossier_id = dossier_van(store, loopt)
    answer(store, offer(store, dossier_id, AANBOD), NEE)
    assert status(store, loopt) == "in_uitvoering"
    offer(store, dossier_id, replace(AANBOD, gemeente="Gemeente Rietbroek"))
    with store.reader() as r:
        assert {o.stand for o in overdrachten(r, dossier_id)} == {
            "Geweigerd op 4-11-2026",
            "Wacht op bevestiging",
        }
    h.close_casus(store, loopt, replace(SLUITING, gesloten_op=VANDAAG))
    assert status(store, loopt) == "afgesloten"


def test_a_hold_on_giving_stops_an_offer(store: Store, ids: dict[str, int], loopt: int):
    dossier_id = dossier_van(store, loopt)
    hold = Aanhouding(
        "verstrekking", ids["om"], "mr. P. van 't Hoff", "officier", "onderzoek", "Wacht.",
        VANDAAG, VANDAAG + timedelta(days=9),
    )  # fmt: skip
    aanhouding.begin(store, dossier_id, hold)
    refused(store, lambda: offer(store, dossier_id, AANBOD), "Dit wacht tot en met")


@pytest.mark.parametrize("mist", ["gemeente", "contact", "grondslag", "inhoud"])
def test_an_offer_needs_all_of_it(mist: str):
    grond = sorted(g.code for g in kader().grondslagen("geven", "gemeente", op=VANDAAG))[0]
    invoer = {veld: getattr(AANBOD, veld) for veld in AANBOD.__slots__} | {"grondslag": grond}
    assert isinstance(beoordeel_aanbod(invoer, kader(), VANDAAG), Aanbod)
    uitkomst = beoordeel_aanbod(invoer | {mist: ""}, kader(), VANDAAG)
    assert isinstance(uitkomst, list)
    assert [gebrek.veld for gebrek in uitkomst] == [mist]


@pytest.mark.parametrize(
    ("invoer", "fout"),
    [
        ({"antwoord": "bevestigd", "antwoord_op": VANDAAG}, {"bevestigd_door"}),
        ({"antwoord": "geweigerd", "antwoord_op": VANDAAG}, {"geweigerd_reden"}),
        ({"antwoord": "", "antwoord_op": VANDAAG}, {"antwoord"}),
        (
            {"antwoord": "bevestigd", "antwoord_op": date(2026, 11, 1), "bevestigd_door": "R. Poelstra"},
            {"antwoord_op"},
        ),
    ],
)
def test_an_answer_says_who_or_why(invoer: dict[str, object], fout: set[str]):
    uitkomst = beoordeel_antwoord(invoer, kader(), VANDAAG, aangeboden_op=VANDAAG)
    assert isinstance(uitkomst, list)
    assert {gebrek.veld for gebrek in uitkomst} == fout
