# SPDX-License-Identifier: EUPL-1.2
"""The acts of the weegploeg on a real kluis: one act, one line in the log; what is frozen stays frozen."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.stukken import SOORTEN, Weegverslag, from_json
from gemeente_pga.domain.weging import Oordeel
from gemeente_pga.handelingen.informatie import (
    correct_informatie,
    register_informatie,
    strike_informatie,
)
from gemeente_pga.handelingen.weging import (
    begin_weging,
    close_groep,
    record_afweging,
    record_besluit,
    record_informeren,
    record_oordeel,
    record_tafel,
    vaststellen,
)
from gemeente_pga.store.queries.document import te_maken
from gemeente_pga.store.queries.houders import voorgesteld
from gemeente_pga.store.queries.informatie import informatie_van_weging, signaaldelen, vorige_gronden
from gemeente_pga.store.queries.weegverslag import weegverslag_gegevens
from gemeente_pga.store.queries.weging import (
    eerdere_oordelen,
    omstandigheden,
    open_weging,
    weegkop,
    weegsignalen,
    weging,
)
from tests.weegploeg import (
    DATUM,
    GEBLOKKEERD,
    MELDER,
    VANDAAG,
    Zaak,
    besluit,
    informatie,
    informeerbesluit,
    kader,
    nieuwe_zaak,
    tafel,
    tafelpartijen,
    volledige_weging,
)


@pytest.fixture
def zaak(tmp_path: Path) -> Iterator[Zaak]:
    zaak = nieuwe_zaak(tmp_path)
    yield zaak
    zaak.store.close()


def acts(zaak: Zaak) -> list[str]:
    with zaak.store.reader() as r:
        return [rij["code"] for rij in r.rows("SELECT code FROM handeling ORDER BY n")]


def statussen(zaak: Zaak) -> set[str]:
    with zaak.store.reader() as r:
        return {rij["status"] for rij in r.rows("SELECT status FROM signaal")}


def test_every_part_is_one_act_with_one_line_in_the_log(zaak: Zaak):
    store = zaak.store
    was = len(acts(zaak))
    weging_id = begin_weging(store, zaak.dossier_id, DATUM)
    partijen = tafelpartijen(zaak)
    record_tafel(store, weging_id, tafel(), partijen, signaal_ids=zaak.signalen)
    feit = register_informatie(store, zaak.dossier_id, informatie(zaak), waarbij={"weging_id": weging_id})
    record_oordeel(store, weging_id, Oordeel("k1", "spreekt_voor", "Reden.", "", ""), feiten={feit: "voor"})
    close_groep(store, weging_id, ["k9", "k10"], "Speelt hier niet.")
    with store.reader() as r:
        afweging = weging(r, weging_id)
    assert afweging is not None
    record_afweging(store, weging_id, afweging.afweging)
    record_informeren(store, weging_id, informeerbesluit())
    record_besluit(store, weging_id, besluit(), partijen)
    assert acts(zaak)[was:] == [
        "weging.beginnen", "weging.tafel", "informatie.toevoegen", "weging.oordeel", "weging.oordeel",
        "weging.afsluiting", "weging.afsluiting", "weging.afsluiting",
    ]  # fmt: skip


def test_beginning_takes_all_waiting_signals_and_the_three_core_parties(zaak: Zaak):
    weging_id = begin_weging(zaak.store, zaak.dossier_id, DATUM)
    assert begin_weging(zaak.store, zaak.dossier_id, DATUM) == weging_id
    assert statussen(zaak) == {"in_weging"}
    with zaak.store.reader() as r:
        gelezen = weging(r, weging_id)
        assert open_weging(r, zaak.dossier_id) == weging_id
        assert len(weegsignalen(r, zaak.dossier_id, weging_id)) == 2
    assert gelezen is not None
    assert set(gelezen.signaal_ids) == set(zaak.signalen)
    assert {p.partij_id for p in gelezen.partijen} == {
        zaak.partijen[s] for s in ("gemeente", "om", "politie")
    }
    assert all(p.aanwezig == "" for p in gelezen.partijen)


def test_what_was_recorded_reads_back_the_same(zaak: Zaak):
    weging_id = volledige_weging(zaak)
    with zaak.store.reader() as r:
        gelezen = weging(r, weging_id)
        rond = omstandigheden(r, weging_id)
    assert gelezen is not None
    assert gelezen.tafel == tafel()
    assert {p.partij_id: p for p in gelezen.partijen} == {p.partij_id: p for p in tafelpartijen(zaak)}
    assert gelezen.besluit == besluit()
    assert gelezen.informeren == informeerbesluit()
    assert len(gelezen.oordelen) == 12
    assert rond.bron_weegt_mee == ("Politie Waterhoven-West",)
    assert rond.informatie == 2


@pytest.mark.eis("a.S7", "a.S8", "a.S9")
@pytest.mark.parametrize(
    ("anders", "status", "sluitreden"),
    [
        ({"besluit": "opnemen"}, "opgenomen", ""),
        ({"besluit": "niet_opnemen"}, "afgesloten", "niet_opgenomen"),
        (
            {
                "besluit": "doorgeleid",
                "doorgeleid_naar": "Jeugdhulp",
                "doorgeleid_wat": "Het signaal.",
                "doorgeleid_grondslag": "Wet PGA",
            },
            "doorgeleid",
            "",
        ),
        (
            {
                "besluit": "nadere_informatie",
                "vraag": "Wie?",
                "vraag_aan": "politie",
                "vraag_grondslag": "Wet PGA",
                "vraag_voor": date(2026, 10, 30),
            },
            "nadere_informatie",
            "",
        ),
        (
            {
                "besluit": "overdragen",
                "doorgeleid_naar": "Gemeente Hoogerveen",
                "doorgeleid_wat": "Alles.",
                "doorgeleid_grondslag": "Wet PGA",
            },
            "overgedragen",
            "andere_gemeente",
        ),
    ],
)
def test_the_decision_takes_the_signals_along(
    zaak: Zaak, anders: dict[str, object], status: str, sluitreden: str
):
    weging_id = volledige_weging(zaak, met_besluit=besluit(**anders))
    vaststellen(zaak.store, weging_id, kader(), VANDAAG)
    assert statussen(zaak) == {status}
    with zaak.store.reader() as r:
        rij = r.row("SELECT * FROM signaal LIMIT 1")
    assert rij is not None
    assert rij["sluitreden"] == sluitreden
    assert rij["overgedragen_aan"] == anders.get("doorgeleid_naar", "")
    assert rij["vraag"] == anders.get("vraag", "")
    if sluitreden:
        assert kader().label("sluitreden_signaal", sluitreden)


@pytest.mark.eis("i6")
def test_vaststellen_freezes_weging_and_weegverslag_in_one_act(zaak: Zaak):
    weging_id = volledige_weging(zaak)
    was = len(acts(zaak))
    document_id = vaststellen(zaak.store, weging_id, kader(), VANDAAG)
    assert acts(zaak)[was:] == ["weging.vaststellen"]
    with zaak.store.reader() as r:
        (maken,) = te_maken(r)
        kop = weegkop(r, weging_id)
        rij = r.row("SELECT gegevens, sha256 FROM document WHERE id = ?", document_id)
    assert maken.id == document_id
    assert kop is not None
    assert kop.document_id == document_id
    assert rij is not None
    assert rij["sha256"] == ""
    stuk = from_json(SOORTEN["weegverslag"], rij["gegevens"])
    assert isinstance(stuk, Weegverslag)
    assert stuk.besluit == "Opnemen in de persoonsgerichte aanpak"
    assert [len(g.criteria) for g in stuk.groepen] == [8, 4]
    # the blocked police line and the reporter's name are not even in the frozen data
    assert GEBLOKKEERD not in rij["gegevens"]
    assert MELDER not in rij["gegevens"]
    with zaak.store.reader() as r:  # who weighed is offered a copy, before there is any casus
        bekend = {wie.partij_id for wie in voorgesteld(r, document_id)}
        rijen = r.rows("SELECT partij_id FROM weging_partij WHERE aanwezig = 'ja'")
    assert bekend == {rij["partij_id"] for rij in rijen}
    assert len(bekend) >= 3


@pytest.mark.eis("c02", "i5", "a.S7")
def test_what_is_missing_blocks_inside_the_act_and_leaves_nothing(zaak: Zaak):
    weging_id = begin_weging(zaak.store, zaak.dossier_id, DATUM)
    was = len(acts(zaak))
    with pytest.raises(Storing) as fout:
        vaststellen(zaak.store, weging_id, kader(), VANDAAG)
    assert fout.value.raad.startswith("Leg vast of ")
    assert len(acts(zaak)) == was
    assert statussen(zaak) == {"in_weging"}


@pytest.mark.eis("i6")
def test_what_is_vastgesteld_does_not_change_any_more(zaak: Zaak):
    store = zaak.store
    weging_id = volledige_weging(zaak)
    with store.reader() as r:
        item = informatie_van_weging(r, weging_id)[0]
    vaststellen(store, weging_id, kader(), VANDAAG)
    waar = {"weging_id": weging_id}
    for act in (
        lambda: record_tafel(store, weging_id, tafel(), tafelpartijen(zaak), signaal_ids=()),
        lambda: record_oordeel(store, weging_id, Oordeel("k1", "onbekend", "R", "V", "A"), feiten={}),
        lambda: close_groep(store, weging_id, ["k1"], "Nee."),
        lambda: record_informeren(store, weging_id, informeerbesluit()),
        lambda: record_besluit(store, weging_id, besluit(), tafelpartijen(zaak)),
        lambda: vaststellen(store, weging_id, kader(), VANDAAG),
        lambda: correct_informatie(store, item.id, informatie(zaak)),
        lambda: strike_informatie(store, item.id),
        lambda: register_informatie(store, zaak.dossier_id, informatie(zaak), waarbij=waar),
    ):
        with pytest.raises(Storing):
            act()


@pytest.mark.eis("i11")
def test_a_correction_of_what_is_vastgesteld_is_an_addition_with_a_reason(zaak: Zaak):
    weging_id = volledige_weging(zaak)
    vaststellen(zaak.store, weging_id, kader(), VANDAAG)
    register_informatie(
        zaak.store,
        zaak.dossier_id,
        informatie(zaak, tekst="De brief was van 3 september."),
        waarbij={"weging_id": weging_id},
        aanvulling="onjuist",
    )
    with zaak.store.reader() as r:
        assert len(informatie_van_weging(r, weging_id)) == 3
        assert r.value("SELECT reden FROM handeling ORDER BY n DESC LIMIT 1") == "onjuist"


@pytest.mark.eis("c02")
def test_an_interim_decision_keeps_the_signals_in_weging_until_all_three_confirm(tmp_path: Path):
    zaak = nieuwe_zaak(tmp_path, acuut=True)
    store = zaak.store
    weging_id = volledige_weging(zaak)
    partijen = list(tafelpartijen(zaak))
    partijen[1] = tafelpartijen(zaak, aanwezig="nee", standpunt="")[1]
    voorlopig = tafel(
        soort="voorlopig",
        soort_reden="Er is nu gevaar.",
        onvolledig_reden="acuut_gevaar",
        onvolledig_opvolgdatum=date(2026, 10, 6),
    )
    record_tafel(store, weging_id, voorlopig, partijen, signaal_ids=zaak.signalen)
    vaststellen(store, weging_id, kader(), VANDAAG)
    assert statussen(zaak) == {"in_weging"}
    tweede = begin_weging(store, zaak.dossier_id, VANDAAG)
    assert tweede != weging_id
    with store.reader() as r:
        assert {o.criterium for o in eerdere_oordelen(r, tweede)} >= {"k1", "k6"}
        assert weegverslag_gegevens(r, tweede, kader()).kop.kenmerk == "2026-007-W2"
    store.close()


def test_one_sentence_closes_a_group_and_leaves_earlier_answers(zaak: Zaak):
    weging_id = begin_weging(zaak.store, zaak.dossier_id, DATUM)
    record_oordeel(zaak.store, weging_id, Oordeel("k9", "spreekt_tegen", "Broer.", "", ""), feiten={})
    close_groep(zaak.store, weging_id, ["k9", "k10"], "Speelt hier niet.")
    with zaak.store.reader() as r:
        gelezen = weging(r, weging_id)
    assert gelezen is not None
    assert {o.criterium: o.antwoord for o in gelezen.oordelen} == {
        "k9": "spreekt_tegen",
        "k10": "niet_van_toepassing",
    }


def test_lines_of_the_signal_become_items_once(zaak: Zaak):
    weging_id = begin_weging(zaak.store, zaak.dossier_id, DATUM)
    with zaak.store.reader() as r:
        delen = signaaldelen(r, weging_id, kader())
    assert [d.soort_uitspraak for d in delen] == ["feit", "feit", "van_horen_zeggen", "interpretatie", "feit"]
    assert delen[0].bron == "Praktijkcollege Waterhoven"
    assert delen[4].partij_id == zaak.partijen["politie"]
    assert all(MELDER not in d.bron for d in delen)
    eerste = delen[0]
    register_informatie(
        zaak.store,
        zaak.dossier_id,
        informatie(zaak, tekst="Anders opgeschreven."),
        waarbij={
            "weging_id": weging_id,
            "signaal_id": eerste.signaal_id,
            "signaal_deel": eerste.sleutel,
        },
    )
    with zaak.store.reader() as r:
        assert eerste not in signaaldelen(r, weging_id, kader())
        assert len(signaaldelen(r, weging_id, kader())) == 4
        gronden = vorige_gronden(r, zaak.dossier_id, zaak.partijen["gemeente"])
        assert gronden == ("wet_pga", "wet_pga")
        assert vorige_gronden(r, zaak.dossier_id, zaak.partijen["om"]) is None


@pytest.mark.eis("G3")
def test_struck_text_is_gone_from_row_index_and_concept(zaak: Zaak):
    store = zaak.store
    weging_id = begin_weging(store, zaak.dossier_id, DATUM)
    tekst = "Zijn vrouw komt uit een ander land."
    item = register_informatie(
        store, zaak.dossier_id, informatie(zaak, tekst=tekst), waarbij={"weging_id": weging_id}
    )
    record_oordeel(store, weging_id, Oordeel("k6", "spreekt_tegen", "R.", "", ""), feiten={item: "tegen"})
    sleutel = ("weging", f"{weging_id}:informatie:{item}")
    store.save_concept(*sleutel, f'{{"tekst": "{tekst}"}}')
    strike_informatie(store, item, concepten=[sleutel])
    with store.reader() as r:
        assert r.value("SELECT tekst FROM informatie WHERE id = ?", item) == ""
        assert r.rows("SELECT 1 FROM zoekindex WHERE zoekindex MATCH 'vrouw'") == []
        assert r.rows("SELECT 1 FROM weging_feit") == []
        assert informatie_van_weging(r, weging_id) == ()
    assert store.concept(*sleutel) is None
