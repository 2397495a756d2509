# SPDX-License-Identifier: EUPL-1.2
"""A correction reaches every holder and nobody else, and no notice tells more than its holder has."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from gemeente_pga import documents
from gemeente_pga.domain.correctie import Houderantwoord, Informatiecorrectie
from gemeente_pga.domain.exemplaar import Houdernaam, Paperstand, Standwijziging
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.overleg import Deelnemer
from gemeente_pga.domain.verstrekking import Akkoord
from gemeente_pga.handelingen.document import store_pdf
from gemeente_pga.handelingen.exemplaar import set_stand
from gemeente_pga.handelingen.houder import notify_houders, record_antwoord, report_onjuist
from gemeente_pga.handelingen.informatie import register_informatie
from gemeente_pga.handelingen.overleg import begin_overleg, record_aanwezigheid
from gemeente_pga.handelingen.verstrekking import record_akkoord, register_verstrekking
from gemeente_pga.store.queries.document import te_maken
from gemeente_pga.store.queries.houders import (
    Berichtregel,
    berichten,
    correcties,
    exemplaren,
    houdergroepen,
    kregen_iets_anders,
    openstaand,
)
from gemeente_pga.store.queries.overleg import agenda, deelnemers
from gemeente_pga.store.queries.zelfevaluatie import feiten
from gemeente_pga.ui.pdf import read_bladen
from gemeente_pga.ui.screens.rechten_houderwoorden import zekerheid
from tests.casus_hulp import acts
from tests.handelingen.test_verstrekking import SCHOOL
from tests.houder_hulp import geef_uit, maak_stuk
from tests.inrichting_hulp import kader
from tests.overleg_hulp import Casussen, informatie, leg_casussen_vast, leg_overleg_vast
from tests.ui_hulp import richt_in

DAG = date(2026, 10, 26)
WOORDEN = "Aangehouden bij een vechtpartij op het plein."
FOUT = Informatiecorrectie("onjuist", "K. Brouwer, politie", date(2026, 10, 25), "Hij was getuige.")


@pytest.fixture
def c(store) -> Casussen:
    richt_in(store, kader())
    return leg_casussen_vast(store)


@pytest.fixture
def item(store, c) -> int:
    """An item of the police, told on 14 October to gemeente, politie and ZVH; the OM was not there."""
    overleg_id = leg_overleg_vast(store, c)
    begin_overleg(store, overleg_id)
    with store.reader() as r:
        (punt,) = agenda(r, overleg_id)
        tafel = deelnemers(r, overleg_id)
    record_aanwezigheid(
        store,
        overleg_id,
        {
            t.id: Deelnemer(
                t.inhoud.partij_id, t.inhoud.naam, t.inhoud.functie, t.inhoud.rol,
                "aanwezig" if t.partijsoort in {"gemeente", "politie", "zvh"} else "afwezig", True, "",
            )
            for t in tafel
        },
    )  # fmt: skip
    wat = informatie(c.partijen["politie"], WOORDEN)
    return register_informatie(store, c.dossier_een, wat, waarbij={"bespreking_id": punt.id})


def namen(store, c: Casussen, item: int | None = None) -> dict[str, bool]:
    with store.reader() as r:
        return {g.naam: g.zeker for g in houdergroepen(r, c.dossier_een, informatie_id=item)}


def bericht_aan(store, c: Casussen, correctie_id: int) -> dict[str, Berichtregel]:
    with store.reader() as r:
        regels = berichten(r, c.dossier_een)
    assert {regel.aanleiding for regel in regels} == {("informatiecorrectie", correctie_id)}
    return {regel.houder: regel for regel in regels}


def pdf_teksten(store) -> dict[int, str]:
    """Make what was frozen and read it back: document -> its words."""
    with store.reader() as r:
        werk = te_maken(r)
    uit = {}
    for stuk in werk:
        if stuk.soort == "houderbericht":
            pdf = documents.render(stuk.soort, stuk.stuk, stuk.code)
            store_pdf(store, stuk, pdf)
            uit[stuk.id] = " ".join(" ".join(blad.tekst for blad in read_bladen(pdf)).split())
    return uit


def test_who_sat_at_the_table_has_it_and_who_did_not_has_not(store, c, item):
    assert namen(store, c, item) == {
        kader().partij(soort).naam: True for soort in ("gemeente", "politie", "zvh")
    }


def test_paper_of_later_holds_it_possibly_and_paper_of_before_not(store, c, item):
    vroeg = maak_stuk(store, dossier_id=c.dossier_een, kenmerk="VROEG")  # of 1 September
    geef_uit(store, vroeg, "de oude advocaat")
    laat = maak_stuk(store, dossier_id=c.dossier_een, kenmerk="LAAT")
    with store.write(Handeling.DOCUMENT_VASTSTELLEN) as w:
        w.update("document", laat, {"vastgesteld_op": DAG})
    geef_uit(store, laat, Houdernaam("P. van 't Hoff, OM", c.partijen["om"]), "de tolk")
    wie = namen(store, c, item)
    assert (wie["Openbaar Ministerie"], wie["de tolk"]) == (False, False)
    assert "de oude advocaat" not in wie
    assert "de oude advocaat" in namen(store, c)  # of the dossier he does hold something


def test_an_item_for_some_parties_did_not_reach_the_others(store, c):
    overleg_id = leg_overleg_vast(store, c)
    begin_overleg(store, overleg_id)
    with store.reader() as r:
        (punt,) = agenda(r, overleg_id)
    politie, gemeente = c.partijen["politie"], c.partijen["gemeente"]
    smal = register_informatie(
        store, c.dossier_een, informatie(politie, WOORDEN), waarbij={"bespreking_id": punt.id},
        deelbaar_met=[gemeente],
    )  # fmt: skip
    assert set(namen(store, c, smal)) == {kader().partij(s).naam for s in ("gemeente", "politie")}


def test_who_was_given_the_item_has_it_surely(store, c, item):
    ja = Akkoord("De school", date(2026, 10, 15), "K. Brouwer", "", "akkoord", "", date(2026, 10, 16))
    record_akkoord(store, item, ja)
    register_verstrekking(store, c.dossier_een, SCHOOL, [item], op=DAG)
    assert namen(store, c, item)["De school"] is True


def test_who_was_told_something_else_has_not_this_item_and_gets_no_notice(store, c, item):
    """The woningcorporatie heard of the arrears in rent; a correction of the arrest would tell of it."""
    huur = replace(
        SCHOOL,
        ontvanger="de woningcorporatie",
        wat="Dat de gemeente helpt met de achterstand in de huur.",
        zonder_pga_context=True,
    )
    register_verstrekking(store, c.dossier_een, huur, [], op=DAG)
    assert "de woningcorporatie" in namen(store, c)
    assert "de woningcorporatie" not in namen(store, c, item)
    with store.reader() as r:
        assert kregen_iets_anders(r, c.dossier_een, item) == ("de woningcorporatie",)
    correctie_id = report_onjuist(store, item, FOUT)
    notify_houders(
        store, c.dossier_een, ("informatiecorrectie", correctie_id), "rectificatie", kader=kader(), op=DAG
    )
    assert "de woningcorporatie" not in bericht_aan(store, c, correctie_id)


def test_who_was_told_the_very_words_of_the_item_has_it_also_when_it_was_not_chosen(store, c, item):
    verteld = replace(SCHOOL, wat=f"Dit: {WOORDEN.rstrip('.')}, meer niet.")
    register_verstrekking(store, c.dossier_een, verteld, [], op=DAG)
    assert namen(store, c, item)["De school"] is True
    with store.reader() as r:
        assert kregen_iets_anders(r, c.dossier_een, item) == ()


@pytest.mark.parametrize(("woorden", "heeft"), [(WOORDEN, True), ("Iets anders.", None)])
def test_an_edition_counts_by_what_it_holds(store, c, item, woorden, heeft):
    """The OM was not at the table; its own edition says word by word what it got."""
    laat = maak_stuk(store, dossier_id=c.dossier_een, kenmerk="LAAT")
    with store.write(Handeling.DOCUMENT_VASTSTELLEN) as w:
        gegevens = json.dumps({"tekst": ["Vooraf.", woorden]}, ensure_ascii=False)
        w.update(
            "document",
            laat,
            {"vastgesteld_op": DAG, "partij_id": c.partijen["om"], "gegevens": gegevens},
        )
    geef_uit(store, laat, Houdernaam("P. van 't Hoff, OM", c.partijen["om"]), voor="deelnemer")
    assert namen(store, c, item).get("Openbaar Ministerie") is heeft


def test_a_missing_copy_is_not_held_and_names_its_datalek(store, c, item):
    laat = maak_stuk(store, dossier_id=c.dossier_een, kenmerk="LAAT")
    (e,) = geef_uit(store, laat, "de tolk")
    weg = Standwijziging("vermist", DAG, "In de trein blijven liggen.")
    set_stand(store, [e.id], weg, nu=datetime(2026, 10, 26, 12, tzinfo=UTC))
    with store.reader() as r:
        (tolk,) = [g for g in houdergroepen(r, c.dossier_een) if g.naam == "de tolk"]
        (regel,) = [x for x in exemplaren(r) if x.id == e.id]
    assert (tolk.zeker, tolk.kwijt) == (False, True)
    assert tolk.heeft[0].endswith("exemplaar 1 (vermist op 26-10-2026; datalek L2026-01 loopt)")
    assert regel.lek == "L2026-01"
    assert zekerheid(tolk) == "Vermist"


def test_one_act_makes_a_notice_with_a_paper_for_every_holder(store, c, item):
    correctie_id = report_onjuist(store, item, FOUT)
    voor = len(acts(store))
    ids = notify_houders(
        store, c.dossier_een, ("informatiecorrectie", correctie_id), "rectificatie", kader=kader(), op=DAG
    )
    assert acts(store)[voor:] == ["houders.berichten"]
    regels = bericht_aan(store, c, correctie_id)
    assert {regel.id for regel in regels.values()} == set(ids)
    assert set(regels) == set(namen(store, c, item))
    assert {regel.antwoord_voor for regel in regels.values()} == {date(2026, 11, 9)}
    assert all(regel.document_id for regel in regels.values())
    with store.reader() as r:
        assert openstaand(r, c.dossier_een) == Paperstand(berichten=3)
        (correctie,) = correcties(r, c.dossier_een)
    assert (correctie.inhoud, correctie.tekst, correctie.gever) == (FOUT, WOORDEN, "Politie")


def test_the_notice_to_one_holds_no_word_of_what_only_another_has(store, c, item):
    geef_uit(store, maak_stuk(store, dossier_id=c.dossier_een, kenmerk="VROEG"), "de oude advocaat")
    laat = maak_stuk(store, dossier_id=c.dossier_een, kenmerk="GEHEIM-7")
    with store.write(Handeling.DOCUMENT_VASTSTELLEN) as w:
        w.update("document", laat, {"vastgesteld_op": DAG})
    geef_uit(store, laat, "de tolk")
    correctie_id = report_onjuist(store, item, FOUT)
    notify_houders(
        store, c.dossier_een, ("informatiecorrectie", correctie_id), "rectificatie", kader=kader(), op=DAG
    )
    teksten, regels = pdf_teksten(store), bericht_aan(store, c, correctie_id)
    tolk, politie = teksten[regels["de tolk"].document_id or 0], teksten[regels["Politie"].document_id or 0]
    assert "GEHEIM-7" in tolk
    assert "GEHEIM-7" not in politie
    assert WOORDEN in politie
    assert "Hij was getuige." in politie
    for woord in ("vechtpartij", "getuige", "Brouwer", "O2026-01 van", "D'Hondt"):
        assert woord not in tolk, woord
    for tekst in teksten.values():
        assert "de oude advocaat" not in tekst
        assert "D'Hondt" not in tekst


def test_who_does_not_know_of_the_approach_gets_no_letter(store, c, item):
    ja = Akkoord("De school", date(2026, 10, 15), "K. Brouwer", "", "akkoord", "", date(2026, 10, 16))
    record_akkoord(store, item, ja)
    stil = replace(SCHOOL, zonder_pga_context=True)
    register_verstrekking(store, c.dossier_een, stil, [item], op=DAG)
    correctie_id = report_onjuist(store, item, FOUT)
    notify_houders(
        store, c.dossier_een, ("informatiecorrectie", correctie_id), "rectificatie", kader=kader(), op=DAG
    )
    regels = bericht_aan(store, c, correctie_id)
    assert regels["De school"].document_id is None
    assert regels["Politie"].document_id is not None


def test_a_notice_that_was_not_sent_has_no_answer_either(store, c, item):
    """The zelfevaluatie counts what waits, sent or not."""
    with store.reader() as r:
        assert feiten(r, kader(), DAG)["delen"][1:] == (
            "Berichten aan houders zonder antwoord: geen.", "Daarvan nog niet verstuurd: geen.",
        )  # fmt: skip
    correctie_id = report_onjuist(store, item, FOUT)
    notify_houders(
        store, c.dossier_een, ("informatiecorrectie", correctie_id), "rectificatie", kader=kader(), op=DAG
    )
    with store.reader() as r:
        assert feiten(r, kader(), DAG)["delen"][1:] == (
            "Berichten aan houders zonder antwoord: minder dan vijf.",
            "Daarvan nog niet verstuurd: minder dan vijf.",
        )


def test_nobody_is_told_twice_and_a_new_holder_is_told_later(store, c, item):
    correctie_id = report_onjuist(store, item, FOUT)
    waarom = ("informatiecorrectie", correctie_id)
    notify_houders(store, c.dossier_een, waarom, "rectificatie", kader=kader(), op=DAG)
    with pytest.raises(Storing):
        notify_houders(store, c.dossier_een, waarom, "rectificatie", kader=kader(), op=DAG)
    laat = maak_stuk(store, dossier_id=c.dossier_een)
    with store.write(Handeling.DOCUMENT_VASTSTELLEN) as w:
        w.update("document", laat, {"vastgesteld_op": DAG})
    geef_uit(store, laat, "de tolk")
    assert len(notify_houders(store, c.dossier_een, waarom, "rectificatie", kader=kader(), op=DAG)) == 1


@pytest.mark.parametrize("soort", ["sluiting", "teruggave"])
def test_at_the_end_every_holder_of_anything_is_told(store, c, item, soort):
    del item
    geef_uit(store, maak_stuk(store, dossier_id=c.dossier_een), "de oude advocaat")
    notify_houders(store, c.dossier_een, ("dossier", c.dossier_een), soort, kader=kader(), op=DAG)
    with store.reader() as r:
        assert {regel.houder for regel in berichten(r, c.dossier_een)} == set(namen(store, c))
    for tekst in pdf_teksten(store).values():
        assert "vechtpartij" not in tekst


def test_an_answer_closes_the_notice_once(store, c, item):
    correctie_id = report_onjuist(store, item, FOUT)
    eerste, *_ = notify_houders(
        store, c.dossier_een, ("informatiecorrectie", correctie_id), "rectificatie", kader=kader(), op=DAG
    )
    antwoord = Houderantwoord("gedaan", "", DAG)
    record_antwoord(store, eerste, antwoord)
    with store.reader() as r:
        assert openstaand(r, c.dossier_een).berichten == 2
    with pytest.raises(Storing):
        record_antwoord(store, eerste, antwoord)


def test_a_printed_notice_was_sent_and_is_not_asked_back(store, c, item):
    correctie_id = report_onjuist(store, item, FOUT)
    notify_houders(
        store, c.dossier_een, ("informatiecorrectie", correctie_id), "rectificatie", kader=kader(), op=DAG
    )
    politie = bericht_aan(store, c, correctie_id)["Politie"]
    (e,) = geef_uit(
        store, politie.document_id or 0, "Politie", voor="deelnemer", op="2026-10-27T09:00:00+01:00"
    )
    assert e.stand == "behouden"
    assert bericht_aan(store, c, correctie_id)["Politie"].verstuurd_op == date(2026, 10, 27)
    assert set(namen(store, c, item)) == {kader().partij(s).naam for s in ("gemeente", "politie", "zvh")}


def test_what_was_reported_as_wrong_is_not_given_any_more(store, c, item):
    ja = Akkoord("De school", date(2026, 10, 15), "K. Brouwer", "", "akkoord", "", date(2026, 10, 16))
    record_akkoord(store, item, ja)
    report_onjuist(store, item, FOUT)
    with pytest.raises(Storing):
        register_verstrekking(store, c.dossier_een, SCHOOL, [item], op=DAG)


def test_who_was_called_in_acute_danger_has_a_name_and_no_code(store, c):
    with store.reader() as r:
        signaal_id = r.value("SELECT id FROM signaal WHERE dossier_id = ?", c.dossier_een)
    with store.write(Handeling.SIGNAAL_SPOED, onderwerp=("signaal", signaal_id)) as w:
        rij = {"dossier_id": c.dossier_een, "signaal_id": signaal_id, "partij": "politie_112"}
        w.insert("spoed", rij, gebeld_op="2026-09-08T10:00:00+02:00", verteld="Alles.", grondslag="avg_6_1_e")
    gevonden = namen(store, c)
    assert "Politie" in " ".join(gevonden)
    assert not [naam for naam in gevonden if "_" in naam]
