# SPDX-License-Identifier: EUPL-1.2
"""What waits or lasts too long is on Bureau from its day on, and gone when it was done."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from gemeente_pga.domain.bureau import Aandacht, Onderwerp
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.handelingen.casus import close_casus
from gemeente_pga.handelingen.overdracht import answer, offer
from gemeente_pga.handelingen.weging import begin_weging, record_tafel, vaststellen
from gemeente_pga.store.queries.bureau import aandacht
from gemeente_pga.store.queries.bureau_stappen import punten
from gemeente_pga.store.store import Store
from tests.casus_hulp import SLUITING, neem_over
from tests.handelingen.test_overdracht import AANBOD, JA
from tests.inrichting_hulp import kader
from tests.weegploeg import DATUM, VANDAAG, nieuwe_zaak, tafel, tafelpartijen, volledige_weging


def op_bureau(store: Store, dag: date, woorden: str) -> list[Aandacht]:
    with store.reader() as r:
        return [punt for punt in punten(r, kader(), dag) if woorden in f"{punt.wat} {punt.waarom}"]


@pytest.mark.eis("c02")
def test_an_interim_decision_waits_on_bureau_until_all_three_sit_down_again(tmp_path: Path):
    zaak = nieuwe_zaak(tmp_path, acuut=True)
    weging_id = volledige_weging(zaak)
    partijen = list(tafelpartijen(zaak))
    partijen[1] = tafelpartijen(zaak, aanwezig="nee", standpunt="")[1]
    volgt = date(2026, 10, 6)
    voorlopig = tafel(
        soort="voorlopig", soort_reden="Er is nu gevaar.", onvolledig_reden="acuut_gevaar",
        onvolledig_opvolgdatum=volgt,
    )  # fmt: skip
    record_tafel(zaak.store, weging_id, voorlopig, partijen, signaal_ids=zaak.signalen)
    assert op_bureau(zaak.store, VANDAAG, "Voorlopig besluit") == []
    vaststellen(zaak.store, weging_id, kader(), VANDAAG)
    (punt,) = op_bureau(zaak.store, VANDAAG, "Voorlopig besluit")
    assert (punt.onderwerp, punt.voor) == (Onderwerp.WEGING, volgt)
    begin_weging(zaak.store, zaak.dossier_id, DATUM)
    assert op_bureau(zaak.store, VANDAAG, "Voorlopig besluit") == []
    zaak.store.close()


@pytest.mark.eis("c17", "a.r2")
def test_a_casus_that_is_open_for_a_year_is_on_bureau_until_it_closes(store: Store, ids: dict[str, int]):
    geopend = date(2026, 4, 8)
    casus_id = neem_over(store, ids, geopend_op=geopend)
    jaar = kader().streeftermijn("casus_lang_open").periode
    assert jaar is not None
    dag = jaar.after(geopend)
    assert op_bureau(store, dag - timedelta(days=1), "open sinds") == []
    (punt,) = op_bureau(store, dag, "open sinds")
    assert punt.voor == dag
    close_casus(store, casus_id, SLUITING)
    assert op_bureau(store, dag, "open sinds") == []


@pytest.mark.eis("c17", "a.r2")
def test_a_casus_without_a_plan_after_six_weeks_is_on_bureau(store: Store, ids: dict[str, int]):
    geopend = date(2026, 4, 8)
    neem_over(store, ids, geopend_op=geopend)
    with store.reader() as r:
        (punt,) = [p for p in aandacht(r, kader(), date(2026, 10, 5)) if p.onderwerp is Onderwerp.PLAN]
    assert punt.voor == geopend + timedelta(weeks=6)


@pytest.mark.eis("c16", "a.r2")
@pytest.mark.parametrize("volgende", [date(2026, 11, 1), date(2026, 9, 1)])
def test_a_review_that_is_due_is_on_bureau(store: Store, ids: dict[str, int], volgende: date):
    neem_over(store, ids, volgende_herbeoordeling=volgende)
    with store.reader() as r:
        alle = aandacht(r, kader(), date(2026, 10, 5))
        nog_niet = aandacht(r, kader(), volgende - timedelta(days=60))
    assert [p.voor for p in alle if p.onderwerp is Onderwerp.HERBEOORDELING] == [volgende]
    assert [p for p in nog_niet if p.onderwerp is Onderwerp.HERBEOORDELING] == []


@pytest.mark.eis("a.C9")
def test_an_offer_without_an_answer_is_on_bureau(store: Store, ids: dict[str, int]):
    casus_id = neem_over(store, ids)
    with store.reader() as r:
        dossier_id = r.value("SELECT dossier_id FROM casus WHERE id = ?", casus_id)
    overdracht_id = offer(store, dossier_id, AANBOD)
    assert len(op_bureau(store, VANDAAG, AANBOD.gemeente)) == 1
    answer(store, overdracht_id, JA)
    assert op_bureau(store, VANDAAG, AANBOD.gemeente) == []


@pytest.mark.eis("a.C6")
def test_a_half_typed_review_is_on_bureau_once_and_leads_back(store: Store, ids: dict[str, int]):
    casus_id = neem_over(store, ids)
    with store.reader() as r:
        casus = r.row("SELECT dossier_id, kader_id FROM casus WHERE id = ?", casus_id) or {}
    dossier_id = str(casus["dossier_id"])
    with store.write(Handeling.HERBEOORDELING_BEGINNEN) as w:
        blad_id = w.insert("herbeoordeling", casus, casus_id=casus_id, status="concept", datum=VANDAAG)
    store.save_concept("herbeoordeling_uitkomst", str(blad_id), '{"noodzaak": "Nog"}')
    store.save_concept("herbeoordeling_criterium_3", dossier_id, '{"reden": "Nog"}')

    def half() -> list[tuple[str, int | None]]:
        with store.reader() as r:
            alle = aandacht(r, kader(), VANDAAG)
        return [(p.scherm, p.onderwerp_id) for p in alle if p.wat == "Herbeoordeling verder invullen"]

    assert half() == [("herbeoordeling", blad_id)]
    store.save_concept("herbeoordeling_uitkomst", str(blad_id), "")
    assert half() == [("herbeoordeling", blad_id)]
    with store.write(Handeling.HERBEOORDELING_VASTSTELLEN) as w:
        w.update("herbeoordeling", blad_id, {"status": "vastgesteld", "vastgesteld_op": VANDAAG})
    assert half() == [], "what is final asks nothing any more"
