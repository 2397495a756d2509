# SPDX-License-Identifier: EUPL-1.2
"""The acts themselves refuse what may not be here, whoever calls them and however it got there."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from gemeente_pga.domain.bericht import BerichtBijlage
from gemeente_pga.domain.bijlage import Bijlage
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.grond import HEIMELIJK_WEEGT_NIET, HULP_WEEGT_NIET
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.weging import Oordeel
from gemeente_pga.handelingen.bijlage import add_dossierbijlagen
from gemeente_pga.handelingen.informatie import correct_informatie, register_informatie
from gemeente_pga.handelingen.weging import begin_weging, record_oordeel, vaststellen
from gemeente_pga.store.queries.informatie import informatie_item, informatie_van_weging
from gemeente_pga.store.store import Store
from tests.weegploeg import DATUM, VANDAAG, Zaak, informatie, kader, nieuwe_zaak, volledige_weging

OORDEEL = Oordeel("k1", "spreekt_voor", "Dat blijkt hieruit.", "", "")
HULP: dict[str, Any] = {"contactdoel": "hulpverlening", "markering": "ter_kennisneming"}
MET_GROND = HULP | {"grondslag_gever": "toestemming", "noodzaak": "Alleen de hulpverlener weet dit."}


@pytest.fixture
def zaak(tmp_path: Path) -> Iterator[Zaak]:
    zaak = nieuwe_zaak(tmp_path)
    yield zaak
    zaak.store.close()


def _op_tafel(zaak: Zaak, weging_id: int, **anders: Any) -> int:
    waarbij = {"weging_id": weging_id}
    return register_informatie(zaak.store, zaak.dossier_id, informatie(zaak, **anders), waarbij=waarbij)


def _acts(store: Store) -> int:
    with store.reader() as r:
        return int(r.value("SELECT count(*) FROM handeling"))


@pytest.mark.eis("c04", "c05", "n2", "n4")
@pytest.mark.parametrize(
    "anders",
    [
        {"verkregen": "heimelijk"},
        {"categorie": "strafrechtelijk", "noodzaak": "Nodig.", "grondslag_gever": "avg_6_1_e"},
        {"categorie": "bijzonder"},
        {"verkregen": "open_bron"},
        {"contactdoel": "hulpverlening"},
    ],
    ids=str,
)
def test_what_the_form_refuses_the_act_refuses_too(zaak: Zaak, anders: dict[str, Any]):
    weging_id = begin_weging(zaak.store, zaak.dossier_id, DATUM)
    goed = _op_tafel(zaak, weging_id)
    was = _acts(zaak.store)
    with pytest.raises(Storing):
        _op_tafel(zaak, weging_id, **anders)
    with pytest.raises(Storing):
        correct_informatie(zaak.store, goed, informatie(zaak, **anders))
    assert _acts(zaak.store) == was
    with zaak.store.reader() as r:
        item = informatie_item(r, goed)
    assert item is not None
    assert item.inhoud == informatie(zaak)


@pytest.mark.eis("c07", "n6")
def test_a_line_of_a_signal_from_an_open_source_names_who_saw_it(zaak: Zaak):
    store, (signaal_id, ander) = zaak.store, zaak.signalen
    with store.write(Handeling.SIGNAAL_CORRIGEREN) as w:
        w.update("signaal", signaal_id, {"bron_kennis": "open_bron"})
    weging_id = begin_weging(store, zaak.dossier_id, DATUM)

    def leg(signaal: int, **anders: Any) -> int:
        waarbij: dict[str, int | str | None] = {
            "weging_id": weging_id, "signaal_id": signaal, "signaal_deel": "zelf_waargenomen:0",
        }  # fmt: skip
        return register_informatie(store, zaak.dossier_id, informatie(zaak, **anders), waarbij=waarbij)

    assert leg(ander)
    with pytest.raises(Storing) as storing:
        leg(signaal_id)
    assert storing.value.raad == "Vul in wie dit zag."
    assert leg(signaal_id, vinder="de mentor", vindplaats="openbaar bericht", gevonden_op=DATUM)


@pytest.mark.eis("c07", "n6")
def test_looking_at_one_place_again_and_again_is_following_and_is_refused(zaak: Zaak):
    weging_id = begin_weging(zaak.store, zaak.dossier_id, DATUM)
    bron = {"verkregen": "open_bron", "vinder": "de mentor", "vindplaats": "Openbaar profiel"}
    dagen = [DATUM - timedelta(days=n) for n in (3, 2, 1)]
    een = _op_tafel(zaak, weging_id, **bron, gevonden_op=dagen[0])
    _op_tafel(zaak, weging_id, **bron, gevonden_op=dagen[0])  # more than one thing seen on one day
    twee = _op_tafel(zaak, weging_id, **bron, gevonden_op=dagen[1])
    was = _acts(zaak.store)
    for anders in ({}, {"vindplaats": " openbaar  PROFIEL"}, {"vinder": "een ander"}):
        with pytest.raises(Storing) as storing:
            _op_tafel(zaak, weging_id, **bron | anders, gevonden_op=dagen[2])
        assert "volgen" in storing.value.raad
    assert _acts(zaak.store) == was
    _op_tafel(zaak, weging_id, **bron | {"vindplaats": "de krant"}, gevonden_op=dagen[2])
    correct_informatie(zaak.store, twee, informatie(zaak, **bron, gevonden_op=dagen[2]))
    assert een


@pytest.mark.eis("n5", "w10")
def test_a_note_of_a_help_conversation_is_no_fact_without_a_ground_of_its_own(zaak: Zaak):
    store = zaak.store
    weging_id = begin_weging(store, zaak.dossier_id, DATUM)
    gewoon, hulp = _op_tafel(zaak, weging_id), _op_tafel(zaak, weging_id, **HULP)
    record_oordeel(store, weging_id, OORDEEL, feiten={gewoon: "voor"})
    was = _acts(store)
    with pytest.raises(Storing) as storing:
        record_oordeel(store, weging_id, OORDEEL, feiten={gewoon: "voor", hulp: "tegen"})
    assert storing.value.raad == HULP_WEEGT_NIET
    assert _acts(store) == was
    correct_informatie(store, hulp, informatie(zaak, **MET_GROND))
    record_oordeel(store, weging_id, OORDEEL, feiten={gewoon: "voor", hulp: "tegen"})
    with pytest.raises(Storing, match="staat als feit"):
        correct_informatie(store, hulp, informatie(zaak, **HULP))


def test_an_item_of_another_dossier_is_no_fact_here(zaak: Zaak):
    weging_id = begin_weging(zaak.store, zaak.dossier_id, DATUM)
    with pytest.raises(Storing):
        record_oordeel(zaak.store, weging_id, OORDEEL, feiten={12345: "voor"})


@pytest.mark.eis("c04", "w09")
@pytest.mark.parametrize(
    ("geplant", "zin"),
    [
        ({"verkregen": "heimelijk"}, HEIMELIJK_WEEGT_NIET),
        ({"contactdoel": "hulpverlening"}, HULP_WEEGT_NIET),
    ],
)
def test_what_was_put_into_the_kluis_past_the_acts_stops_the_decision(
    zaak: Zaak, geplant: dict[str, str], zin: str
):
    store = zaak.store
    weging_id = volledige_weging(zaak)
    with store.reader() as r:
        feit = r.value("SELECT informatie_id FROM weging_feit LIMIT 1")
        nummer = [item.id for item in informatie_van_weging(r, weging_id)].index(feit) + 1
    with store.write(Handeling.INFORMATIE_CORRIGEREN) as w:
        w.update("informatie", feit, geplant)
    with pytest.raises(Storing) as storing:
        vaststellen(store, weging_id, kader(), VANDAAG)
    assert storing.value.raad == f"Informatie {nummer}: {zin}"
    with store.write(Handeling.INFORMATIE_CORRIGEREN) as w:
        w.update("informatie", feit, {"verkregen": "openlijk", "contactdoel": "eigen_taak"})
    assert vaststellen(store, weging_id, kader(), VANDAAG)


@pytest.mark.eis("c04", "n2", "w09")
@pytest.mark.parametrize(
    "anders",
    [{"verkregen": "heimelijk"}, {"categorie": "bijzonder"}, {"grondslag_gever": "avg_6_1_e"}],
    ids=str,
)
def test_a_file_does_not_bring_in_what_a_sentence_may_not(zaak: Zaak, anders: dict[str, Any]):
    goed: dict[str, Any] = {
        "grondslag_gever": "wjsg_8a_39f", "doel": "De voorwaarden kennen.", "categorie": "strafrechtelijk",
        "noodzaak": "Zonder dit is er geen plan.", "verkregen": "document",
    }  # fmt: skip
    scan = [BerichtBijlage("vonnis.pdf", "application/pdf", b"%PDF-1.7")]
    basis = ("Vonnis", "Rechtbank", None, "wet_pga", "vrij")
    add_dossierbijlagen(zaak.store, zaak.dossier_id, scan, Bijlage(*basis, **goed))
    was = _acts(zaak.store)
    with pytest.raises(Storing):
        add_dossierbijlagen(zaak.store, zaak.dossier_id, scan, Bijlage(*basis, **goed | anders))
    assert _acts(zaak.store) == was


@pytest.mark.eis("i11")
def test_an_item_keeps_what_was_typed_about_its_source(zaak: Zaak):
    weging_id = begin_weging(zaak.store, zaak.dossier_id, DATUM)
    item = replace(
        informatie(zaak),
        verkregen="open_bron", vinder="L. Nguyễn", vindplaats="site van de krant", gevonden_op=DATUM,
        contactdoel="eigen_taak", gecontroleerd="deels",
    )  # fmt: skip
    waarbij = {"weging_id": weging_id}
    informatie_id = register_informatie(zaak.store, zaak.dossier_id, item, waarbij=waarbij)
    with zaak.store.reader() as r:
        gelezen = informatie_item(r, informatie_id)
    assert gelezen is not None
    assert gelezen.inhoud == item
