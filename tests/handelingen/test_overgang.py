# SPDX-License-Identifier: EUPL-1.2
"""No act can take a step that the states forbid, or one for which a fact is missing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest

from gemeente_pga.domain.afwijking import HERBEOORDELING_OVERGESLAGEN, Afwijking
from gemeente_pga.domain.casus import Regie, Regiewijziging
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.overleg import Bespreking
from gemeente_pga.domain.stappen import CasusStaat, SignaalStaat, mag
from gemeente_pga.handelingen import casus as h
from gemeente_pga.handelingen import overleg as o
from gemeente_pga.handelingen.overgang import move_casus, move_signaal
from gemeente_pga.handelingen.weging import begin_weging, record_besluit, record_tafel, vaststellen
from gemeente_pga.store.queries.casus import casus
from gemeente_pga.store.store import Store
from tests.casus_hulp import VANDAAG, acts, afwijkingen, met_deelnemer, neem_over, refused, status
from tests.handelingen.test_casus import stel_plan_vast
from tests.inrichting_hulp import kader
from tests.overleg_hulp import overleg as overleghoofd
from tests.weegploeg import DATUM, besluit, nieuwe_zaak, tafel, tafelpartijen, volledige_weging

BEWEGER: dict[str, Callable[..., None]] = {"signaal": move_signaal, "casus": move_casus}


@pytest.mark.eis("a.t")
@pytest.mark.parametrize(
    ("soort", "van", "naar"),
    [
        (soort, str(van), str(naar))
        for soort, staten in (("signaal", SignaalStaat), ("casus", CasusStaat))
        for van, naar in product(staten, staten)
        if van != naar and not mag(soort, van, naar)
    ],
)
def test_every_pair_that_the_table_forbids_is_refused_by_the_writer(
    paren: tuple[Store, dict[str, int]], soort: str, van: str, naar: str
):
    store, rijen = paren
    was = acts(store)
    with pytest.raises(Storing), store.write(Handeling.CASUS_BIJWERKEN) as w:  # noqa: PT012 - one act
        w.update(soort, rijen[soort], {"status": van})
        BEWEGER[soort](w, rijen[soort], naar, op=VANDAAG)
    assert acts(store) == was


@pytest.fixture(scope="module")
def paren(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, dict[str, int]]:
    """One signaal and one casus for all pairs: every attempt is rolled back."""
    zaak = nieuwe_zaak(tmp_path_factory.mktemp("paren"))
    with zaak.store.reader() as r:
        gemeente_id = r.value("SELECT id FROM gemeente")
    casus_id = neem_over(zaak.store, {"gemeente_id": gemeente_id})
    return zaak.store, {"signaal": zaak.signalen[0], "casus": casus_id}


def force(store: Store, soort: str, rij_id: int, staat: str) -> None:
    """Put a row in a state, past every rule: what a test stands on."""
    with store.write(Handeling.CASUS_BIJWERKEN) as w:
        w.update(soort, rij_id, {"status": staat})


# ---- the signal


@pytest.mark.eis("a.S7")
def test_out_of_a_weging_a_signal_goes_only_where_the_decision_sends_it(tmp_path: Path):
    zaak = nieuwe_zaak(tmp_path)
    volledige_weging(zaak)

    def beweeg(naar: str) -> Callable[[], None]:
        def doe() -> None:
            with zaak.store.write(Handeling.SIGNAAL_AFSLUITEN) as w:
                move_signaal(w, zaak.signalen[0], naar, op=DATUM)

        return doe

    for naar in ("opgenomen", "afgesloten", "nadere_informatie", "doorgeleid"):
        refused(zaak.store, beweeg(naar), "vastgesteld besluit")
    zaak.store.close()


@pytest.mark.eis("a.S6")
def test_a_question_that_waits_is_closed_by_a_weging_and_by_nothing_else(tmp_path: Path):
    zaak = nieuwe_zaak(tmp_path)
    for signaal_id in zaak.signalen:
        force(zaak.store, "signaal", signaal_id, "nadere_informatie")

    def sluit() -> None:
        with zaak.store.write(Handeling.SIGNAAL_AFSLUITEN) as w:
            move_signaal(w, zaak.signalen[0], "afgesloten", op=DATUM)

    refused(zaak.store, sluit, "vastgesteld besluit")
    assert begin_weging(zaak.store, zaak.dossier_id, DATUM)
    zaak.store.close()


# ---- the casus


@pytest.mark.eis("a.C2")
def test_a_meeting_does_not_begin_before_somebody_takes_part(store: Store, ids: dict[str, int]):
    casus_id = neem_over(store, ids)
    overleg_id = o.prepare_overleg(store, overleghoofd(), casus_ids=(casus_id,), deelnemers={})
    refused(store, lambda: o.begin_overleg(store, overleg_id), "Leg vast wie deelneemt")


@pytest.mark.eis("c10", "a.C2")
def test_a_meeting_does_not_begin_before_the_informing_decision(store: Store, ids: dict[str, int]):
    casus_id = met_deelnemer(store, ids)
    with store.write(Handeling.CASUS_INFORMEREN) as w:
        w.update("casus", casus_id, {"informeren": ""})
    overleg_id = o.prepare_overleg(store, overleghoofd(), casus_ids=(casus_id,), deelnemers={})
    refused(store, lambda: o.begin_overleg(store, overleg_id), "besluit over het informeren")
    assert status(store, casus_id) == "voorbereiding"


@pytest.mark.eis("a.C5")
def test_a_casus_is_not_carried_out_without_a_plan(store: Store, ids: dict[str, int]):
    casus_id = met_deelnemer(store, ids)
    force(store, "casus", casus_id, "plan_vastgesteld")
    refused(store, lambda: h.move(store, casus_id, "in_uitvoering", op=VANDAAG), "plan van aanpak")


@pytest.mark.eis("a.S11", "a.C10", "G8")
def test_closing_stops_at_afgesloten_as_long_as_no_term_is_vastgesteld(store: Store, ids: dict[str, int]):
    casus_id = met_deelnemer(store, ids)
    force(store, "casus", casus_id, "afgesloten")

    def verder() -> None:
        with store.write(Handeling.CASUS_AFSLUITEN) as w:
            move_casus(w, casus_id, "gesloten", op=VANDAAG)

    refused(store, verder, "niet vastgesteld")


# ---- the review that is due


def te_laat(store: Store, ids: dict[str, int]) -> int:
    """A casus that is carried out and whose review was due yesterday."""
    casus_id = met_deelnemer(store, ids, stand="in_uitvoering")
    stel_plan_vast(store, casus_id)
    with store.write(Handeling.CASUS_BIJWERKEN) as w:
        w.update("casus", casus_id, {"volgende_herbeoordeling": VANDAAG - timedelta(days=1)})
    return casus_id


AFWIJKING = Afwijking(
    HERBEOORDELING_OVERGESLAGEN, "beslissing_tafel", "De zitting gaat voor.", "casusoverleg", VANDAAG
)


@pytest.mark.eis("a.r1", "i8", "c16")
def test_a_due_review_is_passed_over_only_with_a_deviation_on_record(store: Store, ids: dict[str, int]):
    casus_id = te_laat(store, ids)
    naar = "casusoverleg_loopt"
    refused(store, lambda: h.move(store, casus_id, naar, op=VANDAAG, reden="Omdat."), "is voorbij")
    was = len(acts(store))
    h.move(store, casus_id, naar, op=VANDAAG, afwijking=AFWIJKING)
    assert acts(store)[was:] == [Handeling.CASUS_BIJWERKEN.code]
    with store.reader() as r:
        nu = casus(r, casus_id)
        assert nu is not None
        assert afwijkingen(r, nu.dossier_id) == (AFWIJKING,)
    assert nu.status == naar


@pytest.mark.eis("a.r1")
def test_a_due_review_is_not_put_off_in_silence(store: Store, ids: dict[str, int]):
    casus_id = te_laat(store, ids)
    later = Regie("S. Aydın", date(2027, 5, 3))
    refused(store, lambda: h.record_regie(store, casus_id, Regiewijziging(later), op=VANDAAG), "voorbij")
    h.record_regie(store, casus_id, Regiewijziging(later, AFWIJKING), op=VANDAAG)
    with store.reader() as r:
        nu = casus(r, casus_id)
        assert nu is not None
        assert nu.volgende_herbeoordeling == date(2027, 5, 3)
        assert len(afwijkingen(r, nu.dossier_id)) == 1


@pytest.mark.eis("a.r1")
def test_a_meeting_does_not_put_off_a_due_review(store: Store, ids: dict[str, int]):
    casus_id = te_laat(store, ids)
    overleg_id = o.prepare_overleg(
        store, replace(overleghoofd(), datum=VANDAAG), casus_ids=(casus_id,), deelnemers={}
    )
    o.begin_overleg(store, overleg_id)
    assert status(store, casus_id) == "in_uitvoering", "the meeting may begin; the review stays due"
    with store.reader() as r:
        punt = r.value("SELECT id FROM bespreking WHERE overleg_id = ?", overleg_id)
    later = Bespreking("Voortgang", "Het gaat beter.", "", "", None, date(2027, 5, 3))
    o.record_bespreking(store, punt, later)
    with store.reader() as r:
        nu = casus(r, casus_id)
    assert nu is not None
    assert nu.volgende_herbeoordeling == VANDAAG - timedelta(days=1)


# ---- the weging deviates


@pytest.mark.eis("i8")
def test_a_weging_without_all_three_leaves_a_deviation(tmp_path: Path):
    zaak = nieuwe_zaak(tmp_path)
    vraag = besluit(
        besluit="nadere_informatie", vraag="Is er een eerdere melding?", vraag_aan="politie",
        vraag_grondslag="wet_pga", vraag_voor=date(2026, 10, 30),
    )  # fmt: skip
    weging_id = volledige_weging(zaak, met_besluit=vraag)
    afwezig = tuple(
        replace(p, aanwezig="nee", standpunt="") if p.partij_id == zaak.partijen["om"] else p
        for p in tafelpartijen(zaak)
    )
    onvolledig = tafel(
        onvolledig_reden="acuut_gevaar", onvolledig_toelichting="Het OM kon niet.",
        onvolledig_opvolgdatum=date(2026, 10, 9),
    )  # fmt: skip
    record_tafel(zaak.store, weging_id, onvolledig, afwezig, signaal_ids=zaak.signalen)
    record_besluit(zaak.store, weging_id, vraag, afwezig)
    vaststellen(zaak.store, weging_id, kader(), date(2026, 10, 5))
    with zaak.store.reader() as r:
        (rij,) = afwijkingen(r, zaak.dossier_id)
    assert (rij.regel, rij.toelichting) == ("weging_onvolledig", "Het OM kon niet.")
    zaak.store.close()
