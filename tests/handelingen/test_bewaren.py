# SPDX-License-Identifier: EUPL-1.2
"""Keeping: without a signed term no end, without a reason not longer; what was signed is what counts."""

import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from gemeente_pga.domain.bewaren import (
    GEEN_EINDDATUM,
    Opheffing,
    Opschorting,
    Verlenging,
    beletselen,
    beoordeel_bewaring,
    beoordeel_opschorting,
    beoordeel_verlenging,
)
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.handelingen.bewaren import extend, resume, set_bewaring, suspend
from gemeente_pga.store.queries.bewaren import bewaarstand, opschortingen
from gemeente_pga.store.queries.casusfeiten import casusfeiten
from gemeente_pga.store.queries.dossiers import dossierkop
from gemeente_pga.store.store import Store
from tests.bewaar_hulp import (
    GESLOTEN_OP,
    KEUZE,
    NA,
    TERMIJNEN,
    VOORBIJ,
    bewaard,
    gesloten_casus,
    gesloten_signaal,
)
from tests.casus_hulp import neem_over, refused
from tests.inrichting_hulp import kader, richt_in, stel_vast
from tests.model.machine import hier
from tests.store.bouw import nieuwe_kluis, open_kluis

EINDE = date(2031, 5, 20)
LANGER = Verlenging(date(2032, 5, 20), "nazorg", "De nazorg loopt nog.", "Team Veiligheid", NA)
CLAIM = Opschorting("rechtszaak", "Er is een schadeclaim.", NA, NA + timedelta(days=90))


def stand(store: Store, dossier_id: int) -> Any:
    with store.reader() as r:
        return bewaarstand(r, dossier_id)


def status(store: Store, dossier_id: int) -> str:
    with store.reader() as r:
        kop = dossierkop(r, dossier_id)
    assert kop is not None
    return kop.status


@pytest.mark.eis("c18", "c19", "i3", "G8", "a.S11")
def test_without_a_signature_there_is_no_end_and_nothing_closes(store: Store, ids: dict[str, int]) -> None:
    dossier_id = gesloten_casus(store, ids["gemeente_id"])
    refused(store, lambda: set_bewaring(store, dossier_id, KEUZE, kader(), op=NA), GEEN_EINDDATUM)
    assert status(store, dossier_id) == "afgesloten"
    assert [p.zin for p in beletselen(stand(store, dossier_id).feiten, VOORBIJ)] == [GEEN_EINDDATUM]


@pytest.mark.eis("G8")
def test_a_value_without_a_signature_is_no_term(store: Store, ids: dict[str, int]) -> None:
    dossier_id = gesloten_casus(store, ids["gemeente_id"])
    waarde = {"kader_id": ids["kader"], "soort": "bewaartermijn", "code": "casus_gesloten"}
    with store.write(Handeling.KADER_WAARDE) as w:
        w.insert("kaderwaarde", waarde | {"veld": "termijn", "waarde": "P1Y", "reden": "besluit_gemeente"})
    refused(store, lambda: set_bewaring(store, dossier_id, KEUZE, kader(), op=NA), GEEN_EINDDATUM)


def test_a_signed_term_gives_the_end_and_closes_everything(store: Store, ids: dict[str, int]) -> None:
    dossier_id = bewaard(store, ids["gemeente_id"])
    nu = stand(store, dossier_id).bewaring
    assert nu is not None
    assert (nu.bewaartermijn, nu.begin, nu.einde) == ("casus_gesloten", GESLOTEN_OP, EINDE)
    assert nu.herinneren_op == date(2031, 2, 20)
    assert status(store, dossier_id) == "gesloten"
    with store.reader() as r:
        feiten = casusfeiten(r, r.value("SELECT id FROM casus WHERE dossier_id = ?", dossier_id))
    assert feiten is not None
    assert feiten.slot.vernietigen_op == EINDE
    assert not feiten.slot.opgeschort


def test_a_signal_ends_by_its_own_term(store: Store, ids: dict[str, int]) -> None:
    stel_vast(store, ["signaal_afgesloten"], "P1Y", op=GESLOTEN_OP)
    dossier_id = gesloten_signaal(store, ids["gemeente_id"])
    set_bewaring(store, dossier_id, KEUZE, kader(), op=NA)
    nu = stand(store, dossier_id).bewaring
    assert nu is not None
    assert (nu.bewaartermijn, nu.einde) == ("signaal_afgesloten", date(2027, 5, 20))
    assert status(store, dossier_id) == "gesloten"


def test_what_still_runs_is_not_kept(store: Store, ids: dict[str, int]) -> None:
    stel_vast(store, TERMIJNEN)
    casus_id = neem_over(store, ids)
    with store.reader() as r:
        dossier_id = r.value("SELECT dossier_id FROM casus WHERE id = ?", casus_id)
    refused(store, lambda: set_bewaring(store, dossier_id, KEUZE, kader(), op=NA), "nog niet gesloten")


def test_after_a_change_the_signature_does_not_count_any_more(store: Store, ids: dict[str, int]) -> None:
    dossier_id = bewaard(store, ids["gemeente_id"])
    assert not beletselen(stand(store, dossier_id).feiten, VOORBIJ)
    waarde = {"kader_id": ids["kader"], "soort": "bewaartermijn", "code": "casus_gesloten"}
    with store.write(Handeling.KADER_WAARDE) as w:
        waarde |= {"veld": "termijn", "waarde": "P6Y", "vastgelegd_op": "2026-12-01T10:00:00.000+00:00"}
        w.insert("kaderwaarde", waarde | {"reden": "besluit_gemeente"})
    (punt,) = beletselen(stand(store, dossier_id).feiten, VOORBIJ)
    assert "opnieuw vaststellen" in punt.zin


def test_keeping_for_good_has_no_end_and_no_destruction(store: Store, ids: dict[str, int]) -> None:
    dossier_id = bewaard(store, ids["gemeente_id"])
    set_bewaring(store, dossier_id, replace(KEUZE, waardering="bewaren"), kader(), op=NA)
    feiten = stand(store, dossier_id).feiten
    assert feiten.bewaring.einde is None
    (punt,) = beletselen(feiten, date(2099, 1, 1))
    assert "blijvend bewaard" in punt.zin
    refused(store, lambda: extend(store, dossier_id, LANGER, kader()), "geen einddatum")


def test_keeping_longer_moves_the_end_with_who_and_why(store: Store, ids: dict[str, int]) -> None:
    dossier_id = bewaard(store, ids["gemeente_id"])
    extend(store, dossier_id, LANGER, kader())
    assert stand(store, dossier_id).bewaring.einde == LANGER.naar
    assert beletselen(stand(store, dossier_id).feiten, VOORBIJ)
    with store.reader() as r:
        rij = r.row("SELECT van, naar, reden, door FROM bewaarverlenging")
    assert rij == {"van": "2031-05-20", "naar": "2032-05-20", "reden": "nazorg", "door": "Team Veiligheid"}
    refused(store, lambda: extend(store, dossier_id, LANGER, kader()), "loopt al langer")
    zonder = replace(LANGER, naar=date(2033, 1, 1), toelichting="")
    refused(store, lambda: extend(store, dossier_id, zonder, kader()), "met een reden")
    set_bewaring(store, dossier_id, KEUZE, kader(), op=NA)  # corrected afterwards: the extension stays
    assert stand(store, dossier_id).bewaring.einde == LANGER.naar


@pytest.mark.eis("G14")
def test_a_claim_holds_it_up_until_somebody_says_why_not(store: Store, ids: dict[str, int]) -> None:
    dossier_id = bewaard(store, ids["gemeente_id"])
    opschorting_id = suspend(store, dossier_id, CLAIM)
    (punt,) = beletselen(stand(store, dossier_id).feiten, VOORBIJ)
    assert "opgeschort" in punt.zin
    refused(store, lambda: resume(store, opschorting_id, Opheffing(NA, "")), "reden ontbreekt")
    resume(store, opschorting_id, Opheffing(NA, "De rechter wees de claim af."))
    assert not beletselen(stand(store, dossier_id).feiten, VOORBIJ)
    refused(store, lambda: resume(store, opschorting_id, Opheffing(NA, "Nog eens.")), "al opgeheven")
    with store.reader() as r:
        assert [regel.opheffing is not None for regel in opschortingen(r, dossier_id)] == [True]


@pytest.mark.eis("c19")
@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        ({"naar": EINDE}, {"naar"}),
        ({"naar": None}, {"naar"}),
        ({"naar": date(2099, 1, 1)}, {"naar"}),
        ({"reden": ""}, {"reden"}),
        ({"toelichting": ""}, {"toelichting"}),
        ({"door": ""}, {"door"}),
    ],
)
def test_an_extension_without_a_reason_is_refused(anders: dict[str, object], fout: set[str]) -> None:
    invoer = {"naar": date(2032, 5, 20), "reden": "nazorg", "toelichting": "Loopt nog.", "door": "Team"}
    assert isinstance(beoordeel_verlenging(invoer, kader(), NA, van=EINDE), Verlenging)
    uitkomst = beoordeel_verlenging(invoer | anders, kader(), NA, van=EINDE)
    assert isinstance(uitkomst, list)
    assert {gebrek.veld for gebrek in uitkomst} == fout


@pytest.mark.eis("c19")
def test_a_suspension_is_looked_at_within_a_year() -> None:
    invoer = {"reden": "rechtszaak", "toelichting": "Claim.", "vanaf": NA, "nakijken_op": date(2027, 5, 22)}
    assert isinstance(beoordeel_opschorting(invoer, kader(), NA), Opschorting)
    for dag in (None, NA, date(2027, 5, 23)):
        uitkomst = beoordeel_opschorting(invoer | {"nakijken_op": dag}, kader(), NA)
        assert isinstance(uitkomst, list), dag
        assert {gebrek.veld for gebrek in uitkomst} == {"nakijken_op"}


def test_nothing_is_chosen_for_the_coordinator() -> None:
    uitkomst = beoordeel_bewaring({}, kader(), NA)
    assert isinstance(uitkomst, list)
    assert {gebrek.veld for gebrek in uitkomst} == {"waardering", "selectielijst", "grond"}


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the clock of this computer cannot be set apart")
def test_the_last_day_of_work_is_the_day_on_the_calendar_here(tmp_path: Path) -> None:
    """Half past one at night in summer is the day before in UTC: the term would end a day too soon."""
    nacht = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    with hier():
        store = open_kluis(nieuwe_kluis(tmp_path), klok=lambda: nacht)
        ids = richt_in(store)
        dossier_id = gesloten_casus(store, ids["gemeente_id"])
        stel_vast(store, TERMIJNEN, "P1Y", startpunt="laatste_verwerking", op=GESLOTEN_OP)
        einde = stand(store, dossier_id).uitkomst.datum
        store.close()
    assert einde == date(2027, 7, 2)
