# SPDX-License-Identifier: EUPL-1.2
"""Copies that left the kluis: each a row with a holder, and accounted for. A missing one is a datalek."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from gemeente_pga.domain.beperking import Beperking
from gemeente_pga.domain.bericht import BerichtBijlage
from gemeente_pga.domain.bijlage import Bijlage
from gemeente_pga.domain.bureau import Aandacht
from gemeente_pga.domain.datalek import Datalek
from gemeente_pga.domain.exemplaar import Houdernaam, Paperstand, Standwijziging, Uitgiftewens
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.persoon import volledige_naam
from gemeente_pga.handelingen.beperking import restrict
from gemeente_pga.handelingen.bijlage import add_dossierbijlagen
from gemeente_pga.handelingen.datalek import close_lek, open_lek, update_lek
from gemeente_pga.handelingen.document import log_bijlage_opslaan
from gemeente_pga.handelingen.exemplaar import set_stand
from gemeente_pga.store.queries import bureau_houders
from gemeente_pga.store.queries.datalek import Datalekregel, datalek, datalekken
from gemeente_pga.store.queries.houders import exemplaar, exemplaren, houders, openstaand
from gemeente_pga.store.queries.persoon import personen
from gemeente_pga.store.wissen import wis_dossier
from tests.casus_hulp import acts
from tests.houder_hulp import geef_uit, maak_stuk
from tests.inrichting_hulp import kader
from tests.overleg_hulp import Casussen, leg_casussen_vast
from tests.ui_hulp import richt_in


def voeg_bijlage_toe(store, dossier_id: int) -> int:
    scan = BerichtBijlage("scan.pdf", "application/pdf", b"%PDF-1.7")
    waarom = Bijlage("Brief", "School", None, "wet_pga", "vrij", grondslag_gever="avg_6_1_e", doel="Plan.",
                     categorie="gewoon", noodzaak="", verkregen="document")  # fmt: skip
    add_dossierbijlagen(store, dossier_id, [scan], waarom)
    with store.reader() as r:
        return int(r.value("SELECT id FROM bijlage WHERE dossier_id = ?", dossier_id))


NU = datetime(2026, 9, 8, 16, 42, tzinfo=timezone(timedelta(hours=2)))
DAG = NU.date()
KLAAR = {
    "maatregelen": "De vervoerder is gebeld.",
    "fg_ingelicht_op": DAG,
    "melden_ap": "nee",
    "melden_ap_reden": "Het papier lag in een gesloten kast.",
    "betrokkenen": "nee",
    "betrokkenen_reden": "Niemand heeft het gezien.",
}


@pytest.fixture
def c(store) -> Casussen:
    richt_in(store, kader())
    return leg_casussen_vast(store)


def zet(
    store, exemplaar_id: int, stand: str, toelichting: str = "Zo is het.", *, nu: datetime = NU
) -> int | None:
    return set_stand(store, [exemplaar_id], Standwijziging(stand, nu.date(), toelichting), nu=nu)


def stand(store, dossier_id: int) -> Paperstand:
    with store.reader() as r:
        return openstaand(r, dossier_id)


def lek(store, lek_id: int | None) -> Datalekregel:
    with store.reader() as r:
        regel = datalek(r, lek_id or 0)
    assert regel is not None
    return regel


@pytest.mark.eis("c14")
def test_every_printed_copy_is_a_row_with_a_holder(store, c):
    stuk = maak_stuk(store, dossier_id=c.dossier_een)
    rijen = geef_uit(
        store, stuk, Houdernaam("K. Brouwer, Politie", c.partijen["politie"]), "L. Nguyễn", "de tolk"
    )
    assert [(e.nummer, e.houder, e.partij, e.stand) for e in rijen] == [
        (1, "K. Brouwer, Politie", "Politie", "uitgereikt"),
        (2, "L. Nguyễn", "", "uitgereikt"),
        (3, "de tolk", "", "uitgereikt"),
    ]
    assert {e.nummers for e in rijen} == {"2026-001"}
    assert acts(store)[-1] == "document.afdrukken"


def test_numbers_run_on_over_every_print_of_a_document(store, c):
    stuk = maak_stuk(store, dossier_id=c.dossier_een)
    geef_uit(store, stuk, "a", "b")
    rijen = geef_uit(store, stuk, "c", wijze="bestand", voor="deelnemer")
    assert [(e.nummer, e.bestand) for e in rijen] == [(1, False), (2, False), (3, True)]
    ander = maak_stuk(store, dossier_id=c.dossier_een, kenmerk="O2026-02-A")
    assert [e.nummer for e in geef_uit(store, ander, "a")] == [1]


def test_a_copy_counts_until_it_is_destroyed(store, c):
    stuk = maak_stuk(store, dossier_id=c.dossier_een)
    een, twee = geef_uit(store, stuk, "a", "b")
    assert stand(store, c.dossier_een) == Paperstand(exemplaren=2)
    zet(store, een.id, "teruggenomen")
    assert stand(store, c.dossier_een) == Paperstand(exemplaren=2)  # it is still paper
    zet(store, een.id, "vernietigd")
    zet(store, twee.id, "behouden")
    assert not stand(store, c.dossier_een).is_open
    with store.reader() as r:
        assert exemplaren(r) == ()
        assert {e.stand for e in exemplaren(r, alles=True)} == {"vernietigd", "behouden"}


def test_what_is_for_the_betrokkene_is_not_asked_back(store, c):
    stuk = maak_stuk(store, dossier_id=c.dossier_een)
    (e,) = geef_uit(store, stuk, "Betrokkene", voor="betrokkene")
    assert e.stand == "behouden"
    assert not stand(store, c.dossier_een).is_open


def test_files_are_counted_apart(store, c):
    geef_uit(store, maak_stuk(store, dossier_id=c.dossier_een), "a", wijze="bestand")
    assert stand(store, c.dossier_een) == Paperstand(bestanden=1)
    assert not stand(store, c.dossier_twee).is_open


def test_a_paper_about_two_dossiers_counts_for_both(store, c):
    stuk = maak_stuk(store, dossier_ids=(c.dossier_een, c.dossier_twee))
    (e,) = geef_uit(store, stuk, "K. Brouwer")
    assert e.nummers == "2026-001, 2026-002"
    assert {*e.dossier_ids} == {c.dossier_een, c.dossier_twee}
    for dossier_id in (c.dossier_een, c.dossier_twee):
        assert stand(store, dossier_id) == Paperstand(exemplaren=1)


@pytest.mark.parametrize(("eerst", "dan"), [("vernietigd", "teruggenomen"), ("vermist", "vernietigd")])
def test_a_stand_that_cannot_follow_is_refused_and_changes_nothing(store, c, eerst, dan):
    (e,) = geef_uit(store, maak_stuk(store, dossier_id=c.dossier_een), "a")
    zet(store, e.id, eerst)
    voor = acts(store)
    with pytest.raises(Storing):
        zet(store, e.id, dan)
    assert acts(store) == voor
    with store.reader() as r:
        assert exemplaar(r, e.id).stand == eerst  # type: ignore[union-attr]


def test_several_copies_are_taken_back_in_one_act(store, c):
    rijen = geef_uit(store, maak_stuk(store, dossier_id=c.dossier_een), *"abc")
    set_stand(store, [e.id for e in rijen], Standwijziging("teruggenomen", DAG, ""), nu=NU)
    assert acts(store).count("exemplaar.stand") == 1
    with store.reader() as r:
        assert {exemplaar(r, e.id).stand for e in rijen} == {"teruggenomen"}  # type: ignore[union-attr]


# ---- missing


@pytest.mark.eis("G15")
def test_a_missing_copy_opens_its_datalek_in_the_same_act(store, c):
    rijen = geef_uit(store, maak_stuk(store, dossier_id=c.dossier_een), "a", "b", "c")
    lek_id = zet(store, rijen[2].id, "vermist", "Bleef liggen in de trein.")
    regel = lek(store, lek_id)
    assert acts(store)[-1] == "exemplaar.stand"
    assert (regel.nummer, regel.inhoud.aard) == ("L2026-01", "papier_vermist")
    assert regel.inhoud.ontdekt_op == "2026-09-08T16:42:00+02:00"
    assert regel.inhoud.aantal_personen == 1
    assert [(d.nummer, d.inhoud) for d in regel.dossiers] == [
        ("2026-001", "Agenda casusoverleg (concept) O2026-01-A, exemplaar 3, houder: c.")
    ]
    assert stand(store, c.dossier_een) == Paperstand(exemplaren=2, vermist=1)


def test_what_is_lost_together_is_one_datalek(store, c):
    een, twee = geef_uit(store, maak_stuk(store, dossier_id=c.dossier_een), "a", "b")
    (drie,) = geef_uit(store, maak_stuk(store, dossier_id=c.dossier_twee, kenmerk="O2026-02-A"), "a")
    ids = {zet(store, e.id, "vermist") for e in (een, twee, drie)}
    assert len(ids) == 1
    regel = lek(store, ids.pop())
    assert [d.nummer for d in regel.dossiers] == ["2026-001", "2026-002"]
    assert regel.dossiers[0].inhoud.count("\n") == 1
    assert regel.inhoud.aantal_personen == 2


def test_found_and_lost_again_is_a_new_datalek_once_the_old_one_is_closed(store, c):
    (e,) = geef_uit(store, maak_stuk(store, dossier_id=c.dossier_een), "a")
    eerste = zet(store, e.id, "vermist")
    zet(store, e.id, "teruggenomen")
    assert zet(store, e.id, "vermist") == eerste
    update_lek(store, eerste or 0, replace(lek(store, eerste).inhoud, **KLAAR))  # type: ignore[arg-type]
    close_lek(store, eerste or 0, op=DAG)
    zet(store, e.id, "teruggenomen")
    tweede = zet(store, e.id, "vermist")
    assert tweede != eerste
    assert lek(store, tweede).nummer == "L2026-02"


@pytest.mark.eis("G15")
@pytest.mark.parametrize("veld", [v for v in KLAAR if not v.endswith("_reden")])
def test_a_leak_is_not_closed_unanswered(store, c, veld):
    (e,) = geef_uit(store, maak_stuk(store, dossier_id=c.dossier_een), "a")
    lek_id = zet(store, e.id, "vermist") or 0
    leeg = None if veld.endswith("_op") else ""
    update_lek(store, lek_id, replace(lek(store, lek_id).inhoud, **(KLAAR | {veld: leeg})))
    with pytest.raises(Storing):
        close_lek(store, lek_id, op=DAG)
    assert stand(store, c.dossier_een).vermist == 1


def test_a_closed_leak_lets_go_of_the_dossier_and_does_not_change_any_more(store, c):
    (e,) = geef_uit(store, maak_stuk(store, dossier_id=c.dossier_een), "a")
    lek_id = zet(store, e.id, "vermist") or 0
    inhoud = replace(lek(store, lek_id).inhoud, **KLAAR)  # type: ignore[arg-type]
    update_lek(store, lek_id, inhoud)
    close_lek(store, lek_id, op=DAG)
    assert not stand(store, c.dossier_een).is_open
    with pytest.raises(Storing):
        update_lek(store, lek_id, inhoud)
    with pytest.raises(Storing):
        close_lek(store, lek_id, op=DAG)


def test_a_leak_outlives_the_dossier_and_says_nothing_of_it(store, c):
    (e,) = geef_uit(store, maak_stuk(store, dossier_id=c.dossier_een), "Xanthippe")
    lek_id = zet(store, e.id, "vermist")
    wis_dossier(store, c.dossier_een)
    with store.reader() as r:
        (over,) = datalekken(r)
        rij = r.row("SELECT * FROM datalek WHERE id = ?", lek_id)
    assert (over.id, over.dossiers) == (lek_id, ())
    tekst = " ".join(str(waarde) for waarde in (rij or {}).values())
    assert "Xanthippe" not in tekst
    assert "2026-001" not in tekst
    assert "O2026-01" not in tekst


def test_a_leak_of_another_kind_is_opened_by_hand(store, c):
    inhoud = Datalek(
        "2026-09-08T09:00:00+02:00", None, "verkeerde_ontvanger", "Een mail ging naar de verkeerde school."
    )
    lek_id = open_lek(store, inhoud, {c.dossier_twee: "Besluiten van 2 september."})
    regel = lek(store, lek_id)
    assert acts(store)[-1] == "datalek.openen"
    assert [(d.dossier_id, d.inhoud) for d in regel.dossiers] == [
        (c.dossier_twee, "Besluiten van 2 september.")
    ]
    assert stand(store, c.dossier_twee) == Paperstand()  # no copy of it is missing
    later = replace(inhoud, les="Adressen nakijken.")
    update_lek(store, lek_id, later)
    assert lek(store, lek_id).inhoud == later


def test_a_date_of_a_leak_survives_being_stored(store, c):
    del c
    inhoud = Datalek("2026-09-08T09:00:00+02:00", date(2026, 9, 7), "ingezien", "Iemand keek mee.", **KLAAR)  # type: ignore[arg-type]
    assert lek(store, open_lek(store, inhoud, {})).inhoud == inhoud


# ---- Bureau


@pytest.mark.eis("c14")
def test_a_copy_that_is_not_back_after_a_week_stands_on_bureau(store, c):
    stuk = maak_stuk(store, dossier_id=c.dossier_een)
    een, twee = geef_uit(store, stuk, "K. Brouwer", "b", op="2026-09-02T10:00:00+02:00")
    geef_uit(store, maak_stuk(store, dossier_id=c.dossier_een, kenmerk="X"), "Eigen", voor="eigen_dossier")

    def punten(op: date) -> list[tuple[str, int | None]]:
        with store.reader() as r:
            return [(p.wat, p.onderwerp_id) for p in bureau_houders.punten(r, kader(), op)]

    assert punten(date(2026, 9, 8)) == []
    (punt,) = punten(date(2026, 9, 9))
    assert punt[0] == "Agenda casusoverleg (concept) O2026-01-A: 2 exemplaren niet terug"
    zet(store, een.id, "teruggenomen")
    assert "1 exemplaar niet terug" in punten(date(2026, 9, 9))[0][0]
    zet(store, twee.id, "behouden")
    assert punten(date(2026, 9, 30)) == []


@pytest.mark.eis("c21")
def test_an_open_leak_stands_on_bureau_until_it_is_closed(store, c):
    (e,) = geef_uit(store, maak_stuk(store, dossier_id=c.dossier_een), "a")
    lek_id = zet(store, e.id, "vermist") or 0

    def punt() -> Aandacht | None:
        with store.reader() as r:
            return next(iter(bureau_houders.punten(r, kader(), DAG)), None)

    open_ = punt()
    assert open_ is not None
    assert (open_.meteen, open_.voor, open_.veld) == (True, date(2026, 9, 11), "melden_ap")
    ja = KLAAR | {"melden_ap": "ja"}
    update_lek(store, lek_id, replace(lek(store, lek_id).inhoud, **ja))  # type: ignore[arg-type]
    te_melden = punt()
    assert te_melden is not None
    assert (te_melden.meteen, te_melden.veld) == (True, "gemeld_ap_dag")
    assert "Meld het bij de Autoriteit Persoonsgegevens" in te_melden.waarom
    update_lek(store, lek_id, replace(lek(store, lek_id).inhoud, **KLAAR))  # type: ignore[arg-type]
    besloten = punt()
    assert besloten is not None
    assert not besloten.meteen
    close_lek(store, lek_id, op=DAG)
    assert punt() is None


@pytest.mark.eis("c14")
def test_an_attachment_that_was_saved_as_a_file_is_a_copy_with_a_holder(store, c):
    bijlage_id = voeg_bijlage_toe(store, c.dossier_een)
    voor = Uitgiftewens("deelnemer", (Houdernaam("K. Brouwer, Politie", c.partijen["politie"]),))
    eigen = Uitgiftewens("eigen_dossier", (Houdernaam("Coördinator"),))
    for wens in (voor, eigen):
        log_bijlage_opslaan(store, bijlage_id, wens=wens, bestemd_voor="x", op=NU.isoformat())
    assert stand(store, c.dossier_een) == Paperstand(bestanden=2)
    assert not stand(store, c.dossier_twee).is_open
    with store.reader() as r:
        (een,) = exemplaren(r)
        alle = exemplaren(r, alles=True)
        assert [wie.houder for wie in houders(r, c.dossier_een) if wie.houder.startswith("K. Br")]
        assert bureau_houders.punten(r, kader(), DAG + timedelta(days=400))
    assert (een.houder, een.bestand, een.titel, een.nummers) == (
        "K. Brouwer, Politie", True, "Bijlage", "2026-001",
    )  # fmt: skip
    assert een.dossier_ids == (c.dossier_een,)
    assert sorted(e.nummer for e in alle) == [1, 2]
    for e in alle:
        zet(store, e.id, "vernietigd")
    assert not stand(store, c.dossier_een).is_open
    wis_dossier(store, c.dossier_een)
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM uitgifte") == 0


@pytest.mark.eis("c14")
def test_an_attachment_of_a_restricted_dossier_stays_here(store, c):
    bijlage_id = voeg_bijlage_toe(store, c.dossier_een)
    restrict(store, c.dossier_een, Beperking(None, None, "Hij betwist de melding.", DAG))
    was = acts(store)
    wens = Uitgiftewens("deelnemer", (Houdernaam("K. Brouwer"),))
    with pytest.raises(Storing, match="niet de deur uit"):
        log_bijlage_opslaan(store, bijlage_id, wens=wens, bestemd_voor="x", op=NU.isoformat())
    assert acts(store) == was
    assert not stand(store, c.dossier_een).is_open


def test_what_was_in_a_leak_names_nobody_of_another_dossier(store, c):
    """One text is typed for all dossiers named; a name in it would stay with the other one."""
    with store.reader() as r:
        naam = volledige_naam(next(p.persoon for p in personen(r, c.dossier_een) if p.rol == "betrokkene"))
    inhoud = Datalek("2026-09-08T09:00:00+02:00", None, "verkeerde_ontvanger", "Een mail ging verkeerd.")
    beide = dict.fromkeys((c.dossier_een, c.dossier_twee), f"Het verslag over {naam}.")
    was = acts(store)
    with pytest.raises(Storing, match="ander dossier"):
        open_lek(store, inhoud, beide)
    assert acts(store) == was
    open_lek(store, inhoud, beide | {c.dossier_twee: "Het verslag van 2 september."})
