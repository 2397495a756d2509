# SPDX-License-Identifier: EUPL-1.2
"""What is restricted is kept and takes part in nothing: every door, for one item and for a dossier."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from gemeente_pga.domain.beperking import (
    ALLES,
    Beperking,
    Opheffing,
    beoordeel_beperking,
    beoordeel_opheffing,
)
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.poort import Deur, belet
from gemeente_pga.domain.weging import Oordeel
from gemeente_pga.domain.zienswijze import Zienswijze
from gemeente_pga.handelingen.beperking import lift, restrict
from gemeente_pga.handelingen.informatie import correct_informatie, register_informatie, strike_informatie
from gemeente_pga.handelingen.informeren import record_zienswijze
from gemeente_pga.handelingen.weging import begin_weging, record_oordeel
from gemeente_pga.store.queries.beperking import beperkingen, beperkte_items
from gemeente_pga.store.queries.herbeoordeling import nieuw_sinds
from gemeente_pga.store.queries.informatie import (
    informatie_item,
    informatie_van_bespreking,
    informatie_van_dossier,
    informatie_van_weging,
)
from gemeente_pga.store.queries.poort import poortfeiten
from gemeente_pga.store.queries.tijdlijn import tijdlijn
from gemeente_pga.store.queries.verstrekking import keuzes
from gemeente_pga.store.queries.weging import feiten
from gemeente_pga.store.store import Store
from tests.casus_hulp import VANDAAG, acts, met_deelnemer
from tests.inrichting_hulp import kader
from tests.rechten_hulp import breng_in, dossier_van, persoon_van, registreer
from tests.weegploeg import DATUM, nieuwe_zaak

HEEL = Beperking(None, None, "Zij betwist dat het klopt.", VANDAAG)
EINDE = Opheffing(VANDAAG, "Nagevraagd: het klopt.")


def refused(store: Store, doe: Callable[[], object], woorden: str = "beperkt") -> None:
    was = acts(store)
    with pytest.raises(Storing) as storing:
        doe()
    assert woorden in f"{storing.value.melding} {storing.value.raad}"
    assert acts(store) == was


def test_what_is_typed_names_an_item_of_this_dossier_or_all_of_it():
    invoer: dict[str, object] = {"informatie_id": ALLES, "reden": "Betwist.", "vanaf": VANDAAG}
    heel = beoordeel_beperking(invoer, VANDAAG, items={3}, verzoeken=())
    assert heel == Beperking(None, None, "Betwist.", VANDAAG)
    een = beoordeel_beperking(invoer | {"informatie_id": "3"}, VANDAAG, items={3}, verzoeken=())
    assert een == Beperking(3, None, "Betwist.", VANDAAG)
    for fout in ({"informatie_id": "4"}, {"informatie_id": ""}, {"reden": ""}):
        assert isinstance(beoordeel_beperking(invoer | fout, VANDAAG, items={3}, verzoeken=()), list)
    vroeg = {"opgeheven_op": date(2026, 11, 1), "opgeheven_reden": "x"}
    assert isinstance(beoordeel_opheffing(vroeg, VANDAAG, vanaf=VANDAAG), list)


def test_a_restricted_item_is_in_no_weging(tmp_path: Path):
    zaak = nieuwe_zaak(tmp_path)
    store = zaak.store
    weging_id = begin_weging(store, zaak.dossier_id, DATUM)
    een, twee = (
        breng_in(store, zaak.dossier_id, zaak.partijen["politie"], tekst) for tekst in ("Eerste.", "Tweede.")
    )
    with store.write(Handeling.INFORMATIE_CORRIGEREN) as w:
        for n in (een, twee):
            w.update("informatie", n, {"weging_id": weging_id})
    code = next(c.code for c in kader().wettelijke_criteria if c.soort == "criterium")
    oordeel = Oordeel(code, "spreekt_voor", "Daarom.", "", "")
    record_oordeel(store, weging_id, oordeel, feiten={een: "voor", twee: "tegen"})
    beperking_id = restrict(store, zaak.dossier_id, replace(HEEL, informatie_id=een))
    with store.reader() as r:
        assert [i.id for i in informatie_van_weging(r, weging_id)] == [twee]
        assert [f.informatie_id for f in feiten(r, weging_id)] == [twee]
        item = informatie_item(r, een)
    assert item is not None
    refused(store, lambda: record_oordeel(store, weging_id, oordeel, feiten={een: "voor"}))
    refused(store, lambda: correct_informatie(store, een, item.inhoud))
    refused(store, lambda: strike_informatie(store, een))
    record_oordeel(store, weging_id, oordeel, feiten={twee: "tegen"})
    lift(store, beperking_id, EINDE)
    with store.reader() as r:  # it comes back as it was
        assert {f.informatie_id for f in feiten(r, weging_id)} == {een, twee}
    store.close()


def test_a_restricted_item_is_in_no_overleg_paper_review_or_verstrekking(store: Store, ids: dict[str, int]):
    dossier_id = dossier_van(store, met_deelnemer(store, ids))
    vrij = breng_in(store, dossier_id, ids["om"], "Vrij gegeven.")
    vast = breng_in(store, dossier_id, ids["om"], "Betwist gegeven.")
    with store.reader() as r:
        assert {i.tekst for i in keuzes(r, dossier_id)} >= {"Betwist gegeven."}
    restrict(store, dossier_id, replace(HEEL, informatie_id=vast))
    with store.reader() as r:
        assert beperkte_items(r, dossier_id) == {vast}
        assert {i.id for i in informatie_van_dossier(r, dossier_id)} == {
            vrij,
            vast,
        }  # kept, and shown as such
        assert not any("Betwist" in tekst for tekst in nieuw_sinds(r, dossier_id, date(2000, 1, 1)))
        op_papier = [p.wat for p in tijdlijn(r, dossier_id, kader()) if p.op_papier]
        assert "Vrij gegeven." in op_papier
        assert "Betwist gegeven." not in op_papier
        (geven,) = [i for i in keuzes(r, dossier_id) if i.id == vast]
        assert geven.beperkt
        assert informatie_van_bespreking(r, 1) == ()


def test_a_restricted_dossier_stops_at_every_door_but_takes_a_request(store: Store, ids: dict[str, int]):
    dossier_id = dossier_van(store, met_deelnemer(store, ids))
    vast = breng_in(store, dossier_id, ids["om"])
    was = len(acts(store))
    beperking_id = restrict(store, dossier_id, HEEL)
    assert acts(store)[was:] == [Handeling.BEPERKING_ZETTEN.code]
    with store.reader() as r:
        nu = poortfeiten(r, dossier_id, VANDAAG)
        item = informatie_item(r, vast)
        assert beperkte_items(r, dossier_id) == {vast}
    for deur in (Deur.WEGING, Deur.CASUS, Deur.OVERLEG, Deur.PAPIER, Deur.VERSTREKKING):
        assert "beperkt" in belet(nu, deur, VANDAAG)[0].zin
    assert belet(nu, Deur.INFORMEREN, VANDAAG) == ()
    assert item is not None
    refused(store, lambda: register_informatie(store, dossier_id, item.inhoud, waarbij={}))
    refused(store, lambda: restrict(store, dossier_id, HEEL), "al beperkt")
    registreer(store, ids, dossier_id)
    record_zienswijze(
        store, persoon_van(store, dossier_id), Zienswijze(VANDAAG, "brief", "", "Ik betwist dit.")
    )
    refused(store, lambda: lift(store, beperking_id, replace(EINDE, opgeheven_reden="")), "reden")
    lift(store, beperking_id, EINDE)
    refused(store, lambda: lift(store, beperking_id, EINDE), "al opgeheven")
    with store.reader() as r:
        assert not poortfeiten(r, dossier_id, VANDAAG).beperkt
        assert [b.stand for b in beperkingen(r, dossier_id)] == ["Opgeheven op 4-11-2026"]


def test_an_item_of_another_dossier_is_not_restricted_here(store: Store, ids: dict[str, int]):
    dossier_id = dossier_van(store, met_deelnemer(store, ids))
    refused(store, lambda: restrict(store, dossier_id, replace(HEEL, informatie_id=12345)), "niet bij dit")
