# SPDX-License-Identifier: EUPL-1.2
"""Acts around a meeting on a real kluis: one act one line in the log, and what was vastgesteld stays."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from gemeente_pga import documents
from gemeente_pga.domain.document import TeBevriezen, Terugname
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.lekcontrole import LekSoort, zoek_lekken
from gemeente_pga.domain.overleg import Actie, Besluit, Bespreking, Deelnemer, Reactie, Voortgang
from gemeente_pga.handelingen import casus as casussen
from gemeente_pga.handelingen import overleg as h
from gemeente_pga.handelingen import verslag as hv
from gemeente_pga.handelingen.document import freeze, store_pdf
from gemeente_pga.handelingen.informatie import register_informatie
from gemeente_pga.store.queries import overleg as vragen
from gemeente_pga.store.queries.casusfeiten import casusfeiten, open_overleggen
from gemeente_pga.store.queries.document import (
    document,
    document_pdf,
    documenten_van_dossier,
    documenten_van_overleg,
    te_maken,
)
from gemeente_pga.store.queries.lekcontrole import verboden
from gemeente_pga.store.queries.verslag import agenda_gegevens, verslag_gegevens
from gemeente_pga.store.store import Store
from gemeente_pga.ui.pdf import read_bladen
from tests.casus_hulp import SLUITING
from tests.inrichting_hulp import kader, richt_in
from tests.overleg_hulp import DAG, informatie, leg_casussen_vast, leg_overleg_vast, maak_compleet, overleg
from tests.store.bouw import nieuwe_kluis, open_kluis


class Zaal:
    """A kluis with two casussen and one meeting about both."""

    def __init__(self, store: Store, *, beide: bool = True) -> None:
        from gemeente_pga.domain.inrichting import Partij
        from gemeente_pga.handelingen.inrichting import register_partij

        self.store = store
        richt_in(store)
        for soort in ("zvh", "rvdk", "reclassering"):
            register_partij(store, Partij(soort, kader().partij(soort).naam))
        self.c = leg_casussen_vast(store)
        self.id = leg_overleg_vast(store, self.c, beide=beide)

    def lees(self, vraag, *args):
        with self.store.reader() as r:
            return vraag(r, *args)

    @property
    def punten(self):
        return self.lees(vragen.agenda, self.id)

    @property
    def tafel(self):
        return self.lees(vragen.deelnemers, self.id)

    def acts(self):
        return [rij["code"] for rij in self.lees(lambda r: r.rows("SELECT code FROM handeling ORDER BY n"))]


@pytest.fixture
def zaal(store):
    return Zaal(store)


def een_act(zaal, code, doe):
    voor = zaal.acts()
    uit = doe()
    assert zaal.acts()[len(voor) :] == [code]
    return uit


def test_each_act_is_one_line_in_the_log(zaal):
    store, oid = zaal.store, zaal.id
    bid = zaal.punten[0].id
    wie = Deelnemer(zaal.c.partijen["onderwijs"], "R. El Amrani", "leerplicht", "deelnemer", "", False, "")
    een_act(zaal, "overleg.bijwerken", lambda: h.change_overleg(store, oid, overleg(plaats="zaal Ooievaar")))
    een_act(zaal, "overleg.bijwerken", lambda: h.change_agenda(store, oid, [zaal.c.een, zaal.c.twee]))
    did = een_act(
        zaal, "overleg.bijwerken", lambda: h.record_deelnemer(store, oid, wie, bespreking_ids=[bid])
    )
    een_act(zaal, "overleg.bijwerken", lambda: h.remove_deelnemer(store, oid, did))
    een_act(zaal, "overleg.beginnen", lambda: h.begin_overleg(store, oid))
    bespreking = Bespreking("", "Afweging.", "later", "Reden.", date(2026, 10, 30), None)
    een_act(zaal, "bespreking.bijwerken", lambda: h.record_bespreking(store, bid, bespreking))
    een_act(zaal, "besluit.vastleggen", lambda: h.record_besluit(store, bid, Besluit("Besluit.", False)))
    actie = Actie("Bellen", "S. Aydın", None, date(2026, 10, 23), "", "", "")
    aid = een_act(zaal, "actie.vastleggen", lambda: h.record_actie(store, bid, actie))
    gedaan = Voortgang("gedaan", "", date(2026, 10, 20))
    een_act(zaal, "actie.bijwerken", lambda: h.record_voortgang(store, aid, gedaan))
    een_act(zaal, "actie.vastleggen", lambda: h.remove_regel(store, bid, "actie", aid))


def test_beginning_moves_the_casussen(zaal):
    h.begin_overleg(zaal.store, zaal.id)
    assert zaal.lees(lambda r: {c["status"] for c in r.rows("SELECT status FROM casus")}) == {
        "casusoverleg_loopt"
    }
    with pytest.raises(Storing, match="al begonnen"):
        h.begin_overleg(zaal.store, zaal.id)


def test_who_joins_for_a_new_casus_is_invited_and_nobody_twice(store):
    zaal = Zaal(store, beide=False)
    assert "H. Claessen" not in {t.inhoud.naam for t in zaal.tafel}
    beide = [zaal.c.een, zaal.c.twee]
    genodigden = zaal.lees(vragen.voorstel_deelnemers, beide, DAG)
    h.change_agenda(store, zaal.id, beide, deelnemers=genodigden)
    namen = [t.inhoud.naam for t in zaal.tafel]
    assert len(namen) == len(set(namen))
    erbij = {t.inhoud.naam: t.bespreking_ids for t in zaal.tafel}
    een, twee = (p.id for p in zaal.punten)
    assert erbij["H. Claessen"] == (twee,)
    assert erbij["K. Brouwer"] == (een,)
    assert set(erbij["S. Aydın"]) == {een, twee}


@pytest.mark.parametrize("aanwezig", ["", "schriftelijk"])
def test_who_came_only_for_a_casus_that_went_off_is_not_invited_any_more(zaal, aanwezig):
    kwam = {t.inhoud.naam: t for t in zaal.tafel}
    een, twee = (p.id for p in zaal.punten)
    claessen = kwam["H. Claessen"]
    assert claessen.bespreking_ids == (twee,)
    stand = replace(claessen.inhoud, aanwezig=aanwezig)
    h.record_aanwezigheid(zaal.store, zaal.id, {claessen.id: stand})
    h.change_agenda(zaal.store, zaal.id, [zaal.c.een])
    namen = {t.inhoud.naam for t in zaal.tafel}
    assert ("H. Claessen" in namen) == bool(aanwezig), "only of whom something was recorded stays"
    assert {naam for naam, t in kwam.items() if een in t.bespreking_ids} <= namen


def test_a_casus_with_something_recorded_stays_on_the_agenda(zaal):
    h.record_besluit(zaal.store, zaal.punten[1].id, Besluit("Besluit.", False))
    with pytest.raises(Storing, match="blijft op de agenda"):
        h.change_agenda(zaal.store, zaal.id, [zaal.c.een])
    assert len(zaal.punten) == 2


def test_what_the_table_decides_holds_for_the_casus(zaal):
    maak_compleet(zaal.store, zaal.id)
    ja = Bespreking("", "", "ja", "Brief en gesprek.", None, date(2027, 1, 14))
    h.record_bespreking(zaal.store, zaal.punten[0].id, ja)
    (rij,) = zaal.lees(lambda r: r.rows("SELECT * FROM casus WHERE id = ?", zaal.c.een))
    assert (rij["informeren"], rij["informeren_door"], rij["informeren_grondslag"]) == (
        "ja", "casusoverleg", "",
    )  # fmt: skip
    assert rij["volgende_herbeoordeling"] == "2027-01-14"


@pytest.mark.eis("c10")
@pytest.mark.parametrize("besluit", ["later", "nee"])
def test_not_telling_decided_at_the_table_holds_only_with_its_ground(zaal, besluit):
    """The casus was to tell; the table turns that. Without its ground it is no decision, and no close."""
    maak_compleet(zaal.store, zaal.id)
    een, opnieuw = zaal.punten[0].id, date(2026, 12, 1)
    feiten = lambda: zaal.lees(casusfeiten, zaal.c.een)  # noqa: E731  read again each time
    h.record_bespreking(zaal.store, een, Bespreking("", "", besluit, "Broer eerst.", opnieuw, None))
    assert not feiten().informeerbesluit
    with pytest.raises(Storing) as geweigerd:
        casussen.close_casus(zaal.store, zaal.c.een, SLUITING)
    assert "informeren van betrokkene" in geweigerd.value.raad
    met = Bespreking("", "", besluit, "Broer eerst.", opnieuw, None, informeren_grondslag="doel_geschaad")
    h.record_bespreking(zaal.store, een, met)
    assert zaal.punten[0].inhoud == met
    assert feiten().informeerbesluit
    (grond,) = zaal.lees(lambda r: r.rows("SELECT informeren_grondslag FROM casus WHERE id = ?", zaal.c.een))
    assert grond["informeren_grondslag"] == "doel_geschaad"


def test_a_casus_that_was_closed_since_stays_as_it_was_closed(zaal):
    maak_compleet(zaal.store, zaal.id)
    (open_,) = zaal.lees(open_overleggen, zaal.c.een)
    assert (open_.nummer, open_.datum, open_.gehouden) == ("O2026-01", DAG, True)
    casussen.close_casus(zaal.store, zaal.c.een, SLUITING)
    vraag = "SELECT informeren, informeren_door, volgende_herbeoordeling FROM casus WHERE id = ?"
    was = zaal.lees(lambda r: r.row(vraag, zaal.c.een))
    ja = Bespreking("", "", "ja", "Brief en gesprek.", None, date(2027, 3, 1))
    h.record_bespreking(zaal.store, zaal.punten[0].id, ja)
    assert zaal.lees(lambda r: r.row(vraag, zaal.c.een)) == was
    assert zaal.punten[0].inhoud == ja, "the minutes hold what the table said"


def test_rows_are_numbered_again_when_one_goes(zaal):
    bid = zaal.punten[0].id
    ids = [h.record_besluit(zaal.store, bid, Besluit(f"Besluit {n}", False)) for n in (1, 2, 3)]
    h.remove_regel(zaal.store, bid, "besluit", ids[1])
    over = zaal.lees(vragen.besluiten, bid)
    assert [(b.volgnummer, b.inhoud.tekst) for b in over] == [(1, "Besluit 1"), (2, "Besluit 3")]
    with pytest.raises(ValueError, match="persoon"):
        h.remove_regel(zaal.store, bid, "persoon", ids[0])


def test_earlier_actions_come_back_until_they_are_done(zaal):
    maak_compleet(zaal.store, zaal.id)
    tweede = leg_overleg_vast(zaal.store, zaal.c, datum=date(2026, 11, 4), vorig_verslag="")
    (punt,) = zaal.lees(vragen.agenda, tweede)
    (actie,) = zaal.lees(vragen.acties_vorige_keer, punt.id)
    h.begin_overleg(zaal.store, tweede)
    h.record_voortgang(zaal.store, actie.id, Voortgang("loopt", "", None), bespreking_id=punt.id)
    h.record_voortgang(zaal.store, actie.id, Voortgang("gedaan", "op 27-10", None), bespreking_id=punt.id)
    (nu,) = zaal.lees(vragen.acties_vorige_keer, punt.id)
    assert nu.voortgang == Voortgang("gedaan", "op 27-10", None)
    derde = leg_overleg_vast(zaal.store, zaal.c, datum=date(2026, 12, 2), vorig_verslag="")
    (later,) = zaal.lees(vragen.agenda, derde)
    assert zaal.lees(vragen.acties_vorige_keer, later.id) == ()
    # The minutes of the first meeting do not say what became of the action afterwards.
    eerste = zaal.lees(verslag_gegevens, zaal.id, kader())
    assert eerste.casussen[0].acties[0].status == ""


def test_an_action_keeps_the_number_of_its_meeting_on_every_later_paper(store):
    """Each meeting begins at 1; so elsewhere the number says of which meeting it is, in that order."""
    zaal = Zaal(store, beide=False)
    maak_compleet(store, zaal.id)
    vroeger = Actie("Eerst klaar", "K. Brouwer", None, date(2026, 10, 16), "", "", "")
    h.record_actie(store, zaal.punten[0].id, vroeger)
    tweede = leg_overleg_vast(store, zaal.c, datum=date(2026, 11, 4), vorig_verslag="")
    (punt,) = zaal.lees(vragen.agenda, tweede)
    h.begin_overleg(store, tweede)
    h.record_actie(store, punt.id, Actie("Nieuw", "S. Aydın", None, date(2026, 11, 9), "", "", ""))
    eerste = [("O2026-01", 1, "Uitstel bespreken"), ("O2026-01", 2, "Eerst klaar")]
    (agendapunt,) = zaal.lees(agenda_gegevens, tweede, kader()).punten
    alles = [*eerste, ("O2026-02", 1, "Nieuw")]
    assert [(a.overleg, a.nummer, a.wat) for a in agendapunt.open_acties] == alles
    (deel,) = zaal.lees(verslag_gegevens, tweede, kader()).casussen
    assert [(a.overleg, a.nummer, a.wat) for a in deel.vorige_acties] == eerste
    assert [(a.overleg, a.nummer, a.wat) for a in deel.acties] == [("", 1, "Nieuw")]
    stuk = zaal.lees(agenda_gegevens, tweede, kader())
    bladen = read_bladen(documents.render("agenda", stuk))
    tekst = " ".join(" ".join(b.tekst for b in bladen).split())
    for nummer in ("O2026-01 nr. 1", "O2026-01 nr. 2", "O2026-02 nr. 1"):
        assert nummer in tekst


def test_the_extract_says_what_became_of_the_earlier_minutes_of_its_casus(store):
    """The first meeting was about casus 1 alone; the second about both."""
    zaal = Zaal(store, beide=False)
    maak_compleet(zaal.store, zaal.id)
    with zaal.store.reader() as r:
        genodigden = vragen.voorstel_deelnemers(r, (zaal.c.een, zaal.c.twee), date(2026, 11, 4))
    tweede = h.prepare_overleg(
        zaal.store,
        overleg(datum=date(2026, 11, 4), vorig_verslag="gewijzigd_vastgesteld"),
        casus_ids=(zaal.c.een, zaal.c.twee),
        deelnemers=genodigden,
        vorig_overleg_id=zaal.id,
    )
    een, twee = zaal.lees(verslag_gegevens, tweede, kader()).casussen
    nummer = zaal.lees(vragen.overleg, zaal.id).nummer
    assert een.vorig_verslag == f"Verslag van 14 oktober 2026 ({nummer}): gewijzigd vastgesteld."
    assert twee.vorig_verslag == ""
    assert zaal.lees(verslag_gegevens, zaal.id, kader()).casussen[0].vorig_verslag == ""


def test_the_round_of_reactions(zaal):
    store, oid = zaal.store, zaal.id
    with pytest.raises(Storing):
        h.put_ter_reactie(store, oid, op=DAG, reageren_voor=None)
    maak_compleet(store, oid)
    een_act(
        zaal,
        "overleg.ter_reactie",
        lambda: h.put_ter_reactie(store, oid, op=DAG, reageren_voor=date(2026, 10, 28)),
    )
    with pytest.raises(Storing, match="ligt ter reactie"):
        h.record_besluit(store, zaal.punten[0].id, Besluit("Nog een.", False))
    eerste = zaal.tafel[0]
    akkoord = Reactie("akkoord", "", DAG, "mail")
    een_act(zaal, "overleg.reactie", lambda: h.record_reactie(store, oid, eerste.id, akkoord))
    assert een_act(zaal, "overleg.reactie", lambda: h.record_stilte(store, oid, op=DAG)) == 5
    assert {t.reactie.reactie for t in zaal.tafel} == {"akkoord", "geen_reactie"}
    een_act(zaal, "overleg.bijwerken", lambda: h.take_back(store, oid))
    assert zaal.tafel[0].reactie.reactie == "akkoord"
    h.put_ter_reactie(store, oid, op=date(2026, 10, 23), reageren_voor=date(2026, 10, 30))
    kop = zaal.lees(vragen.overleg, oid)
    assert (kop.ter_reactie_op, kop.reageren_voor) == (DAG, date(2026, 10, 30))


def test_vaststellen_is_one_act_with_one_code(zaal):
    maak_compleet(zaal.store, zaal.id)
    ids = een_act(
        zaal,
        "verslag.vaststellen",
        lambda: hv.vaststellen(zaal.store, zaal.id, kader(), op=date(2026, 11, 4), wijze="volgend_overleg"),
    )
    werk = zaal.lees(te_maken)
    assert [w.id for w in werk] == list(ids)
    assert {w.code for w in werk} == {zaal.store.controlecode(zaal.store.laatste()[0])}
    assert {d.soort for d in zaal.lees(documenten_van_dossier, zaal.c.dossier_een)} == {
        "uittreksel", "actielijst",
    }  # fmt: skip
    with pytest.raises(Storing, match="al vastgesteld"):
        hv.vaststellen(zaal.store, zaal.id, kader(), op=DAG + timedelta(days=21), wijze="volgend_overleg")


def test_what_was_vastgesteld_stays(zaal):
    store, oid = zaal.store, zaal.id
    maak_compleet(store, oid)
    hv.vaststellen(store, oid, kader(), op=date(2026, 11, 4), wijze="volgend_overleg")
    bid, wie = zaal.punten[0].id, zaal.tafel[0]
    (besluit,) = zaal.lees(vragen.besluiten, bid)
    for doe in (
        lambda: h.change_overleg(store, oid, overleg(plaats="elders")),
        lambda: h.change_agenda(store, oid, [zaal.c.een]),
        lambda: h.record_deelnemer(store, oid, wie.inhoud, bespreking_ids=(), deelnemer_id=wie.id),
        lambda: h.record_aanwezigheid(store, oid, {wie.id: wie.inhoud}),
        lambda: h.remove_deelnemer(store, oid, wie.id),
        lambda: h.begin_overleg(store, oid),
        lambda: h.record_bespreking(store, bid, zaal.punten[0].inhoud),
        lambda: h.record_besluit(store, bid, besluit.inhoud, besluit_id=besluit.id),
        lambda: h.record_actie(store, bid, Actie("x", "y", None, DAG, "", "", "")),
        lambda: h.remove_regel(store, bid, "besluit", besluit.id),
        lambda: h.record_reactie(store, oid, wie.id, Reactie("akkoord", "", DAG, "")),
        lambda: h.put_ter_reactie(store, oid, op=DAG, reageren_voor=None),
        lambda: h.take_back(store, oid),
        lambda: h.record_stilte(store, oid, op=DAG),
        lambda: hv.file_zvh_verslag(store, oid, b"%PDF", "Z1", op=DAG),
    ):
        voor = zaal.acts()
        with pytest.raises(Storing):
            doe()
        assert zaal.acts() == voor


def test_not_begun_or_not_ready_is_not_vastgesteld(zaal):
    with pytest.raises(Storing, match="nog niet begonnen"):
        hv.vaststellen(zaal.store, zaal.id, kader(), op=DAG + timedelta(days=21), wijze="volgend_overleg")
    h.begin_overleg(zaal.store, zaal.id)
    with pytest.raises(Storing, match="nog niet worden vastgesteld"):
        hv.vaststellen(zaal.store, zaal.id, kader(), op=DAG + timedelta(days=21), wijze="volgend_overleg")
    maak = zaal.lees(te_maken)
    assert maak == ()


def test_an_extract_and_its_list_hold_nothing_of_another_casus(zaal):
    maak_compleet(zaal.store, zaal.id)
    dicht = informatie(zaal.c.partijen["politie"], "Een oude melding over overlast.", "niet_verstrekken")
    register_informatie(zaal.store, zaal.c.dossier_een, dicht, waarbij={"bespreking_id": zaal.punten[0].id})
    with zaal.store.reader() as r:
        stukken = hv.verslag_stukken(r, zaal.id, kader())
        agenda = hv.agenda_stuk(r, zaal.id, kader(), ("C2026-002",))
    per = {(s.soort, s.dossier_id): str(s.stuk) for s in (*stukken, agenda)}
    for soort in ("uittreksel", "actielijst", "agenda"):
        tekst = per[(soort, zaal.c.dossier_twee)]
        assert "C2026-001" not in tekst
        assert "D'Hondt" not in tekst
        assert "Brouwer" not in tekst
    assert "oude melding" not in per[("uittreksel", zaal.c.dossier_een)]
    assert "oude melding" in per[("verslag", None)]


def test_a_casus_with_notes_stays_on_the_agenda(zaal):
    h.begin_overleg(zaal.store, zaal.id)
    notities = replace(zaal.punten[1].inhoud, overwegingen="Een middag aantekeningen.")
    h.record_bespreking(zaal.store, zaal.punten[1].id, notities)
    with pytest.raises(Storing, match="blijft op de agenda"):
        h.change_agenda(zaal.store, zaal.id, [zaal.c.een])
    assert [p.inhoud.overwegingen for p in zaal.lees(vragen.agenda, zaal.id)][1] == notities.overwegingen


def test_a_name_in_the_purpose_is_found_in_the_agenda(zaal):
    doel = replace(zaal.punten[0].inhoud, doel="Voortgang van de heer D'Hondt-Özdemir")
    h.record_bespreking(zaal.store, zaal.punten[0].id, doel)
    with zaal.store.reader() as r:
        tekst = str(hv.agenda_stuk(r, zaal.id, kader()).stuk)
        dossiers = [zaal.c.dossier_een, zaal.c.dossier_twee]
        met, zonder = verboden(r, dossiers), verboden(r, dossiers, zonder_namen=True)
    assert zoek_lekken([tekst], met.verboden, toegestaan=met.toegestaan) == []
    gevonden = zoek_lekken([tekst], zonder.verboden, toegestaan=zonder.toegestaan)
    assert [lek.soort for lek in gevonden] == [LekSoort.BETROKKENE]


def test_agenda_names_no_betrokkene(zaal):
    maak_compleet(zaal.store, zaal.id)
    tweede = leg_overleg_vast(zaal.store, zaal.c, datum=date(2026, 11, 4))
    agenda = zaal.lees(agenda_gegevens, tweede, kader())
    assert "Hondt" not in str(agenda)
    assert [a.wat for a in agenda.punten[0].open_acties] == ["Uitstel bespreken"]


def test_the_zvh_minutes_are_kept_as_they_are(zaal):
    maak_compleet(zaal.store, zaal.id)
    pdf = b"%PDF-1.7 van hen"
    een_act(
        zaal,
        "verslag.zvh_opbergen",
        lambda: hv.file_zvh_verslag(zaal.store, zaal.id, pdf, "ZVH-88", op=DAG),
    )
    with pytest.raises(Storing, match="ligt al bij dit overleg"):
        hv.file_zvh_verslag(zaal.store, zaal.id, pdf, "ZVH-88", op=DAG)
    assert zaal.lees(te_maken) == ()
    (stuk,) = zaal.lees(documenten_van_overleg, zaal.id)
    assert (stuk.soort, stuk.kenmerk) == ("zvh_verslag", "ZVH-88")
    assert zaal.lees(lambda r: r.value("SELECT count(*) FROM document_dossier")) == 2
    hv.vaststellen(zaal.store, zaal.id, kader(), op=date(2026, 11, 4), wijze="schriftelijk")
    gegevens = zaal.lees(verslag_gegevens, zaal.id, kader())
    assert gegevens.verslag_zvh == "kenmerk ZVH-88"


@pytest.mark.parametrize("al_vastgesteld", [False, True])
def test_minutes_of_the_zvh_that_do_not_belong_here_are_taken_back(zaal, al_vastgesteld):
    """The bytes go; that they were here, when, by whom and why stays."""
    maak_compleet(zaal.store, zaal.id)
    wie = zaal.lees(lambda r: r.row("SELECT id, naam FROM gebruiker"))
    zaal.store.wie = replace(zaal.store.wie, gebruiker_id=wie["id"])
    merk = b"Verslag over iemand anders " * 400
    stuk_id = hv.file_zvh_verslag(zaal.store, zaal.id, merk, "ZVH-88", op=DAG)
    if al_vastgesteld:
        hv.vaststellen(zaal.store, zaal.id, kader(), op=DAG, wijze="schriftelijk")
    op = "2026-11-05T14:10:00+01:00"
    een_act(
        zaal,
        "verslag.zvh_terugnemen",
        lambda: hv.take_back_zvh(zaal.store, stuk_id, op=op, reden="andere_persoon"),
    )
    with pytest.raises(Storing, match="niet terug te nemen"):
        hv.take_back_zvh(zaal.store, stuk_id, op=op, reden="andere_persoon")
    assert zaal.lees(document_pdf, stuk_id) is None
    assert stuk_id not in {d.id for d in zaal.lees(te_maken)}, "it is not made again"
    kop = zaal.lees(document, stuk_id)
    assert kop is not None
    assert kop.terugname == Terugname(op, "andere_persoon", wie["naam"])
    (was,) = zaal.lees(lambda r: r.rows("SELECT reden FROM handeling ORDER BY n DESC LIMIT 1"))
    assert was["reden"] == "andere_persoon"
    kenmerk = zaal.lees(lambda r: r.value("SELECT kenmerk_zvh FROM overleg WHERE id = ?", zaal.id))
    assert kenmerk == ("ZVH-88" if al_vastgesteld else ""), "what is vastgesteld stays as it is"
    hv.file_zvh_verslag(zaal.store, zaal.id, b"%PDF-1.7 het goede", "ZVH-89", op=DAG)
    if al_vastgesteld:
        with pytest.raises(Storing, match="vastgesteld"):
            hv.file_zvh_verslag(zaal.store, zaal.id, b"%PDF-1.7 nog een", "ZVH-90", op=DAG)
    stukken = zaal.lees(documenten_van_overleg, zaal.id)
    assert [d.kenmerk for d in stukken if d.soort == "zvh_verslag" and not d.terugname] == ["ZVH-89"]


def test_what_the_program_made_is_never_taken_back(zaal):
    maak_compleet(zaal.store, zaal.id)
    hv.file_zvh_verslag(zaal.store, zaal.id, b"%PDF-1.7 van hen", "ZVH-88", op=DAG)
    eigen = hv.vaststellen(zaal.store, zaal.id, kader(), op=DAG, wijze="schriftelijk")[0]
    with pytest.raises(Storing, match="niet terug te nemen"):
        hv.take_back_zvh(zaal.store, eigen, op="2026-11-05T14:10:00+01:00", reden="ander_overleg")


def test_a_concept_that_goes_round_says_so(zaal):
    maak_compleet(zaal.store, zaal.id)
    h.put_ter_reactie(zaal.store, zaal.id, op=DAG, reageren_voor=None)
    with zaal.store.reader() as r:
        stuk = hv.concept_uittreksel(r, zaal.id, kader(), "C2026-001")
    assert isinstance(stuk, TeBevriezen)
    freeze(zaal.store, stuk, op=DAG)
    (kop,) = zaal.lees(documenten_van_overleg, zaal.id)
    assert kop.titel == "Uittreksel verslag casusoverleg (ter reactie)"


_KIND = """
import os, sys
from pathlib import Path
from datetime import date
from tests.store.bouw import open_kluis
from tests.inrichting_hulp import kader
from gemeente_pga.handelingen import verslag
store = open_kluis(Path(sys.argv[1]))
verslag.vaststellen(store, int(sys.argv[2]), kader(), op=date(2026, 11, 4), wijze="volgend_overleg")
print("vastgesteld", flush=True)
sys.stdin.read()
"""


def test_killed_between_the_two_acts_the_papers_are_made_on_opening(tmp_path: Path):
    pad = nieuwe_kluis(tmp_path)
    store = open_kluis(pad)
    zaal = Zaal(store)
    maak_compleet(store, zaal.id)
    store.close()
    with subprocess.Popen(
        [sys.executable, "-c", _KIND, str(pad), str(zaal.id)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
        env=os.environ,
    ) as kind:
        assert kind.stdout is not None
        assert kind.stdout.readline() == "vastgesteld\n"
        kind.send_signal(signal.SIGKILL)
    store = open_kluis(pad)
    try:
        with store.reader() as r:
            werk = te_maken(r)
            kop = vragen.overleg(r, zaal.id)
        assert kop is not None
        assert kop.status == "vastgesteld"
        assert len(werk) == 5
        for stuk in werk:
            store_pdf(store, stuk, documents.render(stuk.soort, stuk.stuk, stuk.code))
        with store.reader() as r:
            assert te_maken(r) == ()
            assert all(d.klaar for d in documenten_van_overleg(r, zaal.id))
    finally:
        store.close()
