# SPDX-License-Identifier: EUPL-1.2
"""Acts on a signaal: recorded whole or not at all, one line in the log each."""

from dataclasses import replace
from datetime import date

import pytest

from gemeente_pga.domain.bericht import BerichtBijlage
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.domain.signaal import Correctie, Vergelijking
from gemeente_pga.domain.signaalstap import (
    Agendering,
    Melderbericht,
    Overdracht,
    Sluiting,
    Spoed,
)
from gemeente_pga.handelingen import signaal
from gemeente_pga.store.queries import dossiers
from gemeente_pga.store.queries import signaal as vraag
from gemeente_pga.store.queries.signaalfeiten import signaalfeiten
from gemeente_pga.store.store import Store
from tests.inrichting_hulp import NU
from tests.signaal_hulp import (
    CONTROLE,
    DHONT,
    JORIS,
    SCHOOL,
    VANDAAG,
    WIJKAGENT,
    agendering,
    lees,
    no_act,
    one_act,
    registreer,
)

SCAN = BerichtBijlage("scan aansprakelijkstelling 1-9.pdf", "application/pdf", b"%PDF-1.4 \x00\xff")


SPOED = Spoed("politie_112", "meldkamer", "2026-10-05T09:20:00+02:00", "Wat er gezegd is.", "avg_6_1_e")


class TestRegistreren:
    def test_a_signaal_makes_dossier_person_and_attachment_in_one_act(
        self, store: Store, ids: dict[str, int]
    ):
        with one_act(store, "signaal.registreren"):
            signaal_id = signaal.register_signaal(
                store, SCHOOL, JORIS, gemeente_id=ids["gemeente_id"], bijlagen=[SCAN]
            )
        blad = lees(store, signaal_id)
        assert blad.inhoud == SCHOOL
        assert (blad.nummer, blad.gemeente, blad.persoon) == ("2026-001", "Gemeente Waterhoven", JORIS)
        assert blad.gemeld_als == "Joris D'Hondt-Özdemir; geboren 3-4-1981; Zwanebloem 14, Waterhoven"
        assert [b.naam for b in blad.bijlagen] == [SCAN.naam]
        with store.reader() as r:
            assert vraag.bijlage(r, blad.bijlagen[0].id) == (blad.dossier_id, SCAN)
            assert r.value("SELECT partij_id FROM signaal") == ids["school"]

    @pytest.mark.parametrize(
        ("soort", "organisatie", "partij"),
        [
            ("politie", "basisteam Waterhoven-West", "politie"),
            ("gemeente", "Leerplicht", "gemeente"),
            ("onderwijs", "praktijkcollege waterhoven", "school"),
            ("onderwijs", "Basisschool De Wilg", None),
            ("burger", "", None),
        ],
    )
    def test_a_source_is_a_partner_only_when_it_is_that_partner(
        self, store: Store, ids: dict[str, int], soort: str, organisatie: str, partij: str | None
    ):
        registreer(store, ids, replace(SCHOOL, bron_soort=soort, bron_organisatie=organisatie))
        with store.reader() as r:
            assert r.value("SELECT partij_id FROM signaal") == (ids[partij] if partij else None)

    def test_the_log_says_what_and_never_about_whom(self, store: Store, ids: dict[str, int]):
        signaal_id = registreer(store, ids)
        with store.reader() as r:
            regel = r.row("SELECT * FROM handeling ORDER BY n DESC LIMIT 1")
            tekst = str(r.rows("SELECT * FROM handeling")) + str(r.rows("SELECT * FROM wijziging"))
        assert regel is not None
        assert (regel["onderwerp_soort"], regel["onderwerp_id"]) == ("signaal", signaal_id)
        assert regel["dossier_id"] == lees(store, signaal_id).dossier_id
        for geheim in ("Hondt", "Marloes", "wapens", "aansprakelijkstelling"):
            assert geheim not in tekst

    def test_numbers_count_within_the_year_of_receipt(self, store: Store, ids: dict[str, int]):
        eerste, tweede = registreer(store, ids), registreer(store, ids, wie=Persoon(geslachtsnaam="Bakker"))
        oud = replace(SCHOOL, ontvangen_op="2025-12-31T10:00:00+01:00", gebeurd_op=None)
        derde = registreer(store, ids, oud, Persoon(geslachtsnaam="Visser"))
        assert [lees(store, s).nummer for s in (eerste, tweede, derde)] == [
            "2026-001",
            "2026-002",
            "2025-001",
        ]

    def test_a_confirmed_candidate_takes_the_signaal_into_its_dossier(
        self, store: Store, ids: dict[str, int]
    ):
        eerste = lees(store, registreer(store, ids))
        bevestigd = Vergelijking(eerste.dossier_id, "bevestigd", "naam_en_adres")
        with one_act(store, "signaal.registreren"):
            tweede = signaal.register_signaal(
                store,
                WIJKAGENT,
                DHONT,
                gemeente_id=ids["gemeente_id"],
                dossier_id=eerste.dossier_id,
                vergelijkingen=[bevestigd],
            )
        blad = lees(store, tweede)
        assert blad.dossier_id == eerste.dossier_id
        assert blad.persoon == JORIS
        assert blad.gemeld_als == "J. Dhont; geboren 4-3-1981"
        assert [(v.nummer, v.uitkomst) for v in blad.vergeleken] == [("2026-001", "bevestigd")]
        with store.reader() as r:
            assert len(vraag.signalen_van_dossier(r, eerste.dossier_id)) == 2
            assert dossiers.aantal_dossiers(r) == 1
            assert r.value("SELECT partij_id FROM signaal WHERE id = ?", tweede) == ids["politie"]

    def test_nothing_joins_a_dossier_without_a_confirmation(self, store: Store, ids: dict[str, int]):
        eerste = lees(store, registreer(store, ids))
        afgewezen = Vergelijking(eerste.dossier_id, "afgewezen", "ander_adres")
        for keuzes in ([], [afgewezen]):
            with no_act(store):
                signaal.register_signaal(
                    store,
                    WIJKAGENT,
                    DHONT,
                    gemeente_id=ids["gemeente_id"],
                    dossier_id=eerste.dossier_id,
                    vergelijkingen=keuzes,
                )

    def test_two_people_with_one_name_have_two_dossiers(self, store: Store, ids: dict[str, int]):
        eerste = lees(store, registreer(store, ids))
        ander = Vergelijking(eerste.dossier_id, "afgewezen", "andere_geboortedatum")
        tweede = signaal.register_signaal(
            store, SCHOOL, JORIS, gemeente_id=ids["gemeente_id"], vergelijkingen=[ander]
        )
        assert lees(store, tweede).dossier_id != eerste.dossier_id
        assert lees(store, tweede).vergeleken[0].uitkomst == "afgewezen"

    def test_a_closed_dossier_is_never_joined(self, store: Store, ids: dict[str, int]):
        eerste = registreer(store, ids)
        signaal.close_signaal(store, eerste, Sluiting("andere_gemeente", "Woont elders."), VANDAAG)
        dossier_id = lees(store, eerste).dossier_id
        bevestigd = [Vergelijking(dossier_id, "bevestigd", "naam_en_adres")]
        with no_act(store):
            signaal.register_signaal(
                store,
                WIJKAGENT,
                DHONT,
                gemeente_id=ids["gemeente_id"],
                dossier_id=dossier_id,
                vergelijkingen=bevestigd,
            )
        nieuw = signaal.register_signaal(
            store, WIJKAGENT, DHONT, gemeente_id=ids["gemeente_id"], vergelijkingen=bevestigd
        )
        assert lees(store, nieuw).dossier_id != dossier_id
        assert lees(store, nieuw).vergeleken[0].ander_dossier_id == dossier_id

    def test_the_typing_it_fulfils_is_thrown_away_and_other_typing_is_not(
        self, store: Store, ids: dict[str, int]
    ):
        for soort in (signaal.CONCEPT, signaal.BIJLAGECONCEPT):
            store.save_concept(soort, "", "{}")
            store.save_concept(soort, "77", "{}")
        registreer(store, ids)
        assert {(c.soort, c.sleutel) for c in store.concepten()} == {
            (signaal.CONCEPT, "77"),
            (signaal.BIJLAGECONCEPT, "77"),
        }

    def test_without_a_kader_nothing_is_registered(self, store: Store):
        with store.reader() as r:
            assert dossiers.actief_kader_id(r) is None
        with no_act(store) as fout:
            signaal.register_signaal(store, SCHOOL, JORIS, gemeente_id=1)
        assert "kader" in fout.value.melding


class TestStappen:
    def test_check_then_schedule(self, store: Store, ids: dict[str, int]):
        signaal_id = registreer(store, ids)
        with one_act(store, "signaal.controleren"):
            signaal.check_signaal(store, signaal_id, CONTROLE, NU)
        assert lees(store, signaal_id).status == "formele_controle"
        with one_act(store, "signaal.agenderen"):
            signaal.schedule_signaal(store, signaal_id, agendering(ids), VANDAAG)
        blad = lees(store, signaal_id)
        assert (blad.status, blad.geagendeerd_voor) == ("geagendeerd", date(2026, 10, 2))
        assert blad.uitgenodigd == ("Gemeente Waterhoven", "Openbaar Ministerie", "Politie")
        with store.reader() as r:
            overgangen = r.rows(
                "SELECT van, naar FROM statusovergang WHERE onderwerp_id = ? ORDER BY rowid", signaal_id
            )
        assert {(o["van"], o["naar"]) for o in overgangen} == {
            ("", "ontvangen"),
            ("ontvangen", "formele_controle"),
            ("formele_controle", "geagendeerd"),
        }

    def test_scheduling_again_replaces_the_invitations(self, store: Store, ids: dict[str, int]):
        signaal_id = registreer(store, ids)
        signaal.check_signaal(store, signaal_id, CONTROLE, NU)
        signaal.schedule_signaal(store, signaal_id, agendering(ids), VANDAAG)
        later = Agendering(date(2026, 10, 9), (*agendering(ids).uitgenodigd, ids["school"]))
        signaal.schedule_signaal(store, signaal_id, later, VANDAAG)
        blad = lees(store, signaal_id)
        assert blad.geagendeerd_voor == date(2026, 10, 9)
        assert len(blad.uitgenodigd) == 4

    @pytest.mark.eis("a.S4")
    @pytest.mark.parametrize("mist", ["gemeente", "om", "politie"])
    def test_no_weegploeg_without_all_three(self, store: Store, ids: dict[str, int], mist: str):
        signaal_id = registreer(store, ids)
        signaal.check_signaal(store, signaal_id, CONTROLE, NU)
        rest = tuple(p for p in agendering(ids).uitgenodigd if p != ids[mist])
        with no_act(store) as fout:
            signaal.schedule_signaal(store, signaal_id, Agendering(date(2026, 10, 2), rest), VANDAAG)
        assert "samen" in fout.value.melding

    @pytest.mark.eis("a.S2")
    def test_nothing_is_scheduled_before_the_formal_check(self, store: Store, ids: dict[str, int]):
        signaal_id = registreer(store, ids)
        with no_act(store):
            signaal.schedule_signaal(store, signaal_id, agendering(ids), VANDAAG)
        assert lees(store, signaal_id).status == "ontvangen"

    @pytest.mark.eis("a.S3")
    def test_acute_danger_first_asks_who_was_called(self, store: Store, ids: dict[str, int]):
        signaal_id = registreer(store, ids, replace(SCHOOL, acuut=True))
        signaal.check_signaal(store, signaal_id, CONTROLE, NU)
        with no_act(store) as fout:
            signaal.schedule_signaal(store, signaal_id, agendering(ids), VANDAAG)
        assert "wie u belde" in fout.value.melding
        with one_act(store, "signaal.spoed"):
            signaal.register_spoed(store, signaal_id, SPOED)
        assert lees(store, signaal_id).status == "spoed_gemeld"
        assert lees(store, signaal_id).spoed == (SPOED,)
        signaal.schedule_signaal(store, signaal_id, agendering(ids), VANDAAG)
        assert lees(store, signaal_id).status == "geagendeerd"

    def test_spoed_can_be_recorded_before_the_formal_check_and_counts_then(
        self, store: Store, ids: dict[str, int]
    ):
        signaal_id = registreer(store, ids, replace(SCHOOL, acuut=True))
        signaal.register_spoed(store, signaal_id, SPOED)
        assert lees(store, signaal_id).status == "ontvangen"
        signaal.check_signaal(store, signaal_id, CONTROLE, NU)
        assert lees(store, signaal_id).status == "spoed_gemeld"

    def test_closing_for_a_formal_reason(self, store: Store, ids: dict[str, int]):
        signaal_id = registreer(store, ids)
        with one_act(store, "signaal.afsluiten"):
            signaal.close_signaal(store, signaal_id, Sluiting("niet_over_persoon", "Een bedrijf."), VANDAAG)
        blad = lees(store, signaal_id)
        assert (blad.status, blad.gesloten_op) == ("afgesloten", VANDAAG.isoformat())
        with no_act(store):
            signaal.check_signaal(store, signaal_id, CONTROLE, NU)

    @pytest.mark.eis("a.S9", "i5")
    def test_the_coordinator_does_not_close_what_is_being_weighed(self, store: Store, ids: dict[str, int]):
        signaal_id = weegbaar(store, ids)
        with no_act(store) as fout:
            signaal.close_signaal(store, signaal_id, Sluiting("andere_gemeente", "Elders."), VANDAAG)
        assert "weegploeg" in fout.value.melding

    def test_handing_over_ends_the_signaal_here(self, store: Store, ids: dict[str, int]):
        signaal_id = registreer(store, ids)
        overdracht = Overdracht("Gemeente Oeverdam", "Het hele signaal.", "avg_6_1_e", VANDAAG)
        with no_act(store):
            signaal.transfer_signaal(store, signaal_id, overdracht)
        signaal.check_signaal(store, signaal_id, replace(CONTROLE, gemeente_verblijf="nee"), NU)
        with one_act(store, "signaal.overdragen"):
            signaal.transfer_signaal(store, signaal_id, overdracht)
        assert lees(store, signaal_id).overdracht == overdracht
        assert lees(store, signaal_id).status == "overgedragen"

    def test_the_reporter_hears_that_it_came_and_was_discussed(self, store: Store, ids: dict[str, int]):
        signaal_id = registreer(store, ids)
        bericht = Melderbericht("ontvangen", date(2026, 9, 9), "e_mail", "Wij hebben uw bericht ontvangen.")
        with one_act(store, "signaal.melder_berichten"):
            signaal.inform_melder(store, signaal_id, bericht)
        assert lees(store, signaal_id).berichten == (bericht,)
        with store.reader() as r:
            feiten = signaalfeiten(r, signaal_id)
        assert feiten is not None
        assert (feiten.melder_bereikbaar, feiten.melder_bericht) == (True, True)


def weegbaar(store: Store, ids: dict[str, int]) -> int:
    """A signal on the table of the weegploeg."""
    from gemeente_pga.handelingen.weging import begin_weging

    signaal_id = registreer(store, ids)
    signaal.check_signaal(store, signaal_id, CONTROLE, NU)
    signaal.schedule_signaal(store, signaal_id, agendering(ids), VANDAAG)
    begin_weging(store, lees(store, signaal_id).dossier_id, VANDAAG)
    assert lees(store, signaal_id).status == "in_weging"
    return signaal_id


class TestCorrigeren:
    @pytest.mark.eis("i11")
    def test_the_old_text_stays_beside_the_new_and_out_of_the_log(self, store: Store, ids: dict[str, int]):
        signaal_id = registreer(store, ids)
        nieuw = replace(SCHOOL, van_anderen="Niets.", bron_soort="politie", gebeurd_op=date(2026, 9, 1))
        with one_act(store, "signaal.corrigeren"):
            signaal.correct_signaal(store, signaal_id, Correctie("onjuist", nieuw))
        blad = lees(store, signaal_id)
        assert blad.inhoud == nieuw
        assert {v.veld: v.oude_waarde for v in blad.versies} == {
            "van_anderen": SCHOOL.van_anderen,
            "bron_soort": "onderwijs",
            "gebeurd_op": "2026-09-07",
        }
        with store.reader() as r:
            velden = r.value(
                "SELECT velden FROM wijziging WHERE tabel = 'signaal' AND soort = 'gewijzigd' "
                "ORDER BY id DESC LIMIT 1"
            )
            assert r.value("SELECT partij_id FROM signaal") == ids["politie"]
            assert r.value("SELECT reden FROM handeling ORDER BY n DESC LIMIT 1") == "onjuist"
        assert set(velden.split(",")) == {"van_anderen", "bron_soort", "gebeurd_op", "partij_id"}

    def test_the_search_index_forgets_what_was_corrected(self, store: Store, ids: dict[str, int]):
        signaal_id = registreer(store, ids)
        signaal.correct_signaal(
            store, signaal_id, Correctie("onjuist", replace(SCHOOL, van_anderen="Niets."))
        )
        with store.reader() as r:
            assert r.value("SELECT count(*) FROM zoekindex WHERE zoekindex MATCH 'wapens'") == 0

    def test_correcting_nothing_is_refused(self, store: Store, ids: dict[str, int]):
        signaal_id = registreer(store, ids)
        with no_act(store):
            signaal.correct_signaal(store, signaal_id, Correctie("typefout", SCHOOL))
