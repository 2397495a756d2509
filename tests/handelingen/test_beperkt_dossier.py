# SPDX-License-Identifier: EUPL-1.2
"""A dossier under a whole restriction: what the law leaves, what it does not, and a meeting that goes on."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from gemeente_pga.domain.beperking import NIET_BESPROKEN, Beperking, Opheffing
from gemeente_pga.domain.bericht import BerichtBijlage
from gemeente_pga.domain.bijlage import Bijlage
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.naaste import Naaste
from gemeente_pga.domain.overleg import Actie, Besluit, Bespreking, Deelnemer, Reactie, Voortgang
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.domain.signaal import Correctie
from gemeente_pga.domain.signaalstap import FormeleControle, Overdracht, Sluiting, Spoed
from gemeente_pga.handelingen import overleg as h
from gemeente_pga.handelingen import signaal as sh
from gemeente_pga.handelingen.beperking import lift, restrict
from gemeente_pga.handelingen.bijlage import add_dossierbijlagen
from gemeente_pga.handelingen.dossier import set_ideologie
from gemeente_pga.handelingen.persoon import register_naaste, update_persoon
from gemeente_pga.handelingen.poort import require_uitgifte
from gemeente_pga.handelingen.verslag import vaststellen
from gemeente_pga.store.queries import overleg as vragen
from gemeente_pga.store.queries.document import documenten_van_overleg
from gemeente_pga.store.store import Store
from tests.casus_hulp import acts
from tests.inrichting_hulp import NU, kader, richt_in
from tests.overleg_hulp import DAG, Casussen, leg_casussen_vast, leg_overleg_vast, maak_compleet
from tests.rechten_hulp import registreer
from tests.signaal_hulp import SCHOOL, agendering, lees
from tests.signaal_hulp import registreer as registreer_signaal

HEEL = Beperking(None, None, "Zij betwist dat het klopt.", DAG)
EINDE = Opheffing(DAG, "Nagevraagd: het klopt.")


SCAN = BerichtBijlage("scan.pdf", "application/pdf", b"%PDF-1.7")
SOORT = Bijlage("Brief", "School", None, "wet_pga", "vrij", grondslag_gever="avg_6_1_e", doel="Plan.",
                categorie="gewoon", noodzaak="", verkregen="document")  # fmt: skip


def refused(store: Store, doe: Callable[[], object], woorden: str = "beperkt") -> str:
    was = acts(store)
    with pytest.raises(Storing) as storing:
        doe()
    zin = f"{storing.value.melding} {storing.value.raad}"
    assert woorden in zin
    assert acts(store) == was
    return zin


class Zaal:
    """A meeting about two casussen, of which the second becomes restricted."""

    def __init__(self, store: Store) -> None:
        self.store, self.ids = store, richt_in(store)
        from gemeente_pga.domain.inrichting import Partij
        from gemeente_pga.handelingen.inrichting import register_partij

        for soort in ("zvh", "rvdk", "reclassering"):
            register_partij(store, Partij(soort, kader().partij(soort).naam))
        self.c: Casussen = leg_casussen_vast(store)
        self.id = leg_overleg_vast(store, self.c, beide=True)

    @property
    def punten(self) -> tuple[vragen.Agendapunt, ...]:
        with self.store.reader() as r:
            return vragen.agenda(r, self.id)

    @property
    def tafel(self) -> tuple[vragen.Tafelgenoot, ...]:
        with self.store.reader() as r:
            return vragen.deelnemers(r, self.id)

    def beperk(self) -> int:
        return restrict(self.store, self.c.dossier_twee, HEEL)


@pytest.fixture
def zaal(store: Store) -> Zaal:
    return Zaal(store)


@pytest.mark.eis("a.C3")
def test_a_restricted_casus_is_not_minuted(zaal: Zaal) -> None:
    store = zaal.store
    maak_compleet(store, zaal.id)
    een, twee = (p.id for p in zaal.punten)
    with store.reader() as r:
        actie_id = vragen.acties(r, twee)[0].id
        besluit_id = vragen.besluiten(r, twee)[0].id
    zaal.beperk()
    bespreking = Bespreking("", "Afweging.", "later", "Reden.", date(2026, 10, 30), None)
    actie = Actie("Bellen", "S. Aydın", None, date(2026, 10, 23), "", "", "")
    wie = Deelnemer(zaal.ids["school"], "R. El Amrani", "leerplicht", "deelnemer", "", False, "")
    for doe in (
        lambda: h.record_bespreking(store, twee, bespreking),
        lambda: h.record_besluit(store, twee, Besluit("Besluit.", False)),
        lambda: h.record_besluit(store, twee, Besluit("Anders.", False), besluit_id=besluit_id),
        lambda: h.record_actie(store, twee, actie),
        lambda: h.remove_regel(store, twee, "actie", actie_id),
        lambda: h.record_voortgang(store, actie_id, Voortgang("gedaan", "", DAG)),
        lambda: h.record_deelnemer(store, zaal.id, wie, bespreking_ids=[twee]),
    ):
        refused(store, doe)
    h.record_besluit(store, een, Besluit("Over de ander.", False))
    h.record_deelnemer(store, zaal.id, wie, bespreking_ids=[een])


@pytest.mark.eis("G6")
def test_what_was_given_to_somebody_outside_is_on_record_all_the_same(zaal: Zaal) -> None:
    store = zaal.store
    h.begin_overleg(store, zaal.id)
    twee = zaal.punten[1].id
    buiten = Actie(
        "Bellen", "S. Aydın", None, date(2026, 10, 23), "", "", "", naar_buiten=True,
        buiten_wie="Woningcorporatie", buiten_wat="Dat er een afspraak is.", buiten_grondslag="avg_6_1_e",
    )  # fmt: skip
    actie_id = h.record_actie(store, twee, buiten)
    zaal.beperk()
    refused(store, lambda: h.record_voortgang(store, actie_id, Voortgang("loopt", "", None)))
    h.record_voortgang(store, actie_id, Voortgang("gedaan", "", DAG))
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM verstrekking WHERE actie_id = ?", actie_id) == 1


def test_before_the_meeting_the_casus_leaves_the_agenda_and_the_others_go_on(zaal: Zaal) -> None:
    store, c = zaal.store, zaal.c
    zaal.beperk()
    zin = refused(store, lambda: h.begin_overleg(store, zaal.id))
    assert "Haal casus C2026-002 van de agenda" in zin
    h.change_agenda(store, zaal.id, [c.een])
    maak_compleet(store, zaal.id)
    assert vaststellen(store, zaal.id, kader(), op=DAG + timedelta(days=21), wijze="volgend_overleg")
    refused(store, lambda: leg_overleg_vast(store, c, beide=True))


@pytest.mark.eis("a.C3")
def test_after_the_meeting_the_minutes_of_the_others_become_final(zaal: Zaal) -> None:
    store = zaal.store
    h.begin_overleg(store, zaal.id)
    een, twee = (p.id for p in zaal.punten)
    h.record_besluit(store, twee, Besluit("Gezegd vóór de beperking.", False))
    zaal.beperk()
    zin = refused(store, lambda: h.change_agenda(store, zaal.id, [zaal.c.een]), "blijft op de agenda")
    assert "niet verder is besproken" in zin
    h.record_aanwezigheid(
        store, zaal.id,
        {t.id: replace(t.inhoud, aanwezig="aanwezig", geheimhouding=True) for t in zaal.tafel},
    )  # fmt: skip
    h.record_bespreking(
        store, een, Bespreking("", "Afweging.", "later", "Reden.", date(2026, 10, 30), date(2027, 1, 14))
    )
    h.record_besluit(store, een, Besluit("Besluit over de ander.", False))
    h.put_ter_reactie(store, zaal.id, op=DAG, reageren_voor=DAG)
    for genoot in zaal.tafel:
        if genoot.bespreking_ids != (twee,):  # who came for the restricted casus alone has nothing to read
            h.record_reactie(store, zaal.id, genoot.id, Reactie("akkoord", "", DAG, "e-mail"))
    assert any(genoot.bespreking_ids == (twee,) for genoot in zaal.tafel)
    vaststellen(store, zaal.id, kader(), op=DAG, wijze="schriftelijk")
    with store.reader() as r:
        stukken = documenten_van_overleg(r, zaal.id)
        deur = {}
        for stuk in stukken:
            try:
                require_uitgifte(r, stuk.id, "deelnemer", DAG)
                deur[stuk.soort, stuk.dossier_id] = "open"
            except Storing:
                deur[stuk.soort, stuk.dossier_id] = "dicht"
        geheel = next(s for s in stukken if s.soort == "verslag")
        gegevens = r.value("SELECT gegevens FROM document WHERE id = ?", geheel.id)
    assert deur["uittreksel", zaal.c.dossier_een] == "open"
    assert deur["uittreksel", zaal.c.dossier_twee] == "dicht"
    assert deur["verslag", None] == "dicht"
    assert "Gezegd vóór de beperking." in gegevens
    assert gegevens.count(NIET_BESPROKEN) == 1


def test_the_paper_says_that_the_casus_was_not_discussed_any_further(zaal: Zaal) -> None:
    store = zaal.store
    maak_compleet(store, zaal.id)
    zaal.beperk()
    stuk_ids = vaststellen(store, zaal.id, kader(), op=DAG + timedelta(days=21), wijze="volgend_overleg")
    with store.reader() as r:
        soorten = {
            i: r.row("SELECT soort, dossier_id, gegevens FROM document WHERE id = ?", i) for i in stuk_ids
        }
    van_twee = {
        rij["soort"]: rij["gegevens"]
        for rij in soorten.values()
        if rij and rij["dossier_id"] == zaal.c.dossier_twee
    }
    assert all(NIET_BESPROKEN in gegevens for gegevens in van_twee.values())
    assert set(van_twee) == {"uittreksel", "actielijst"}


def test_when_the_restriction_ends_the_minutes_ask_everything_again(zaal: Zaal) -> None:
    store = zaal.store
    h.begin_overleg(store, zaal.id)
    beperking_id = zaal.beperk()

    def mist() -> list[str]:
        from gemeente_pga.domain.overlegstand import ontbreekt

        with store.reader() as r:
            nu = vragen.stand(r, zaal.id)
        assert nu is not None
        return [punt.zin for punt in ontbreekt(nu)]

    assert not any("C2026-002" in zin for zin in mist())
    assert any("C2026-001" in zin for zin in mist())
    lift(store, beperking_id, EINDE)
    assert any("C2026-002" in zin for zin in mist())


@pytest.mark.eis("a.S2", "a.S3", "a.S4")
def test_a_restricted_signal_takes_no_step_but_danger_is_reported_and_faults_are_put_right(
    store: Store,
) -> None:
    ids = richt_in(store)
    signaal_id = registreer_signaal(store, ids)
    nu = lees(store, signaal_id)
    beperking_id = restrict(store, nu.dossier_id, replace(HEEL, vanaf=NU.date()))
    controle = FormeleControle("ja", "ja", "ja", "Zo is het.")
    dag = NU.date()
    over = Overdracht("Gemeente Duinrand", "Het signaal.", "avg_6_1_e", dag)
    for doe in (
        lambda: sh.check_signaal(store, signaal_id, controle, NU),
        lambda: sh.schedule_signaal(store, signaal_id, agendering(ids), dag),
        lambda: sh.add_bijlagen(store, signaal_id, [SCAN]),
        lambda: add_dossierbijlagen(store, nu.dossier_id, [SCAN], SOORT),
        lambda: sh.close_signaal(store, signaal_id, Sluiting("geen_persoon", "Een pand."), dag),
        lambda: sh.transfer_signaal(store, signaal_id, over),
    ):
        zin = refused(store, doe)
        assert "acuut gevaar" in zin
    sh.register_spoed(
        store, signaal_id, Spoed("politie", "meldkamer", NU.isoformat(), "Er dreigt iets.", "avg_6_1_e")
    )
    sh.correct_signaal(
        store, signaal_id, Correctie("schrijffout", replace(SCHOOL, interpretatie="Een ander dan gedacht."))
    )
    registreer(store, ids, nu.dossier_id)
    lift(store, beperking_id, replace(EINDE, opgeheven_op=NU.date()))
    sh.check_signaal(store, signaal_id, controle, NU)
    sh.schedule_signaal(store, signaal_id, agendering(ids), dag)


def test_nobody_is_added_around_a_restricted_betrokkene_but_a_fault_is_put_right(zaal: Zaal) -> None:
    store, dossier_id = zaal.store, zaal.c.dossier_twee
    wie = Persoon(voornamen="Sanne", geslachtsnaam="Brandsma")
    waarom = Naaste("ouder", "avg_6_1_e", "Belt hem elke week.", date(2027, 1, 1))
    naaste_id = register_naaste(store, dossier_id, wie, waarom)
    zaal.beperk()
    refused(store, lambda: register_naaste(store, dossier_id, wie, waarom))
    refused(store, lambda: set_ideologie(store, dossier_id, "onbekend", DAG))
    anders = replace(wie, voornamen="Sanna")
    refused(store, lambda: update_persoon(store, naaste_id, anders, naaste=waarom))
    update_persoon(store, naaste_id, anders, naaste=waarom, reden="schrijffout")


def test_a_closed_dossier_takes_no_file_no_agenda_and_no_other_name_unless_it_is_put_right(
    store: Store,
) -> None:
    ids = richt_in(store)
    signaal_id = registreer_signaal(store, ids)
    dossier_id = lees(store, signaal_id).dossier_id
    sh.close_signaal(store, signaal_id, Sluiting("geen_persoon", "Een pand."), NU.date())
    with store.reader() as r:
        persoon_id = int(r.value("SELECT id FROM persoon WHERE dossier_id = ?", dossier_id))
    wie = Persoon(voornamen="Sanne", geslachtsnaam="Brandsma")
    for doe in (
        lambda: sh.schedule_signaal(store, signaal_id, agendering(ids), NU.date()),
        lambda: sh.add_bijlagen(store, signaal_id, [SCAN]),
        lambda: add_dossierbijlagen(store, dossier_id, [SCAN], SOORT),
        lambda: update_persoon(store, persoon_id, wie),
    ):
        refused(store, doe, "gesloten")
    update_persoon(store, persoon_id, wie, reden="schrijffout")  # after a request to put it right
