# SPDX-License-Identifier: EUPL-1.2
"""Acts on a dossier and its person, and the list in which they are found."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.naaste import Naaste
from gemeente_pga.domain.opvolging import Opvolging
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.domain.signaal import Vergelijking
from gemeente_pga.domain.signaalstap import (
    Sluiting,
)
from gemeente_pga.domain.stukken import Overdrachtsdocument
from gemeente_pga.handelingen import dossier, persoon, signaal
from gemeente_pga.store.queries import bureau_gegevens, dossiers
from gemeente_pga.store.queries import signaal as vraag
from gemeente_pga.store.queries.bureaubron import PER_SOORT
from gemeente_pga.store.queries.opvolging import opvolgstuk
from gemeente_pga.store.store import Store
from tests.bewaar_hulp import gesloten_casus
from tests.inrichting_hulp import NU, kader
from tests.signaal_hulp import CONTROLE, DHONT, JORIS, VANDAAG, WIJKAGENT, lees, one_act, registreer

BROER = Naaste("broer_zus", "avg_6_1_e", "Hij gaat mee naar het gesprek.", date(2027, 6, 30))


class TestDossierEnPersoon:
    def test_looking_into_a_dossier_is_an_act(self, store: Store, ids: dict[str, int]):
        dossier_id = lees(store, registreer(store, ids)).dossier_id
        with one_act(store, "casus.inzien"):
            dossier.log_inzien(store, dossier_id)
        with store.reader() as r:
            assert r.value("SELECT dossier_id FROM handeling ORDER BY n DESC LIMIT 1") == dossier_id

    def test_a_changed_name_is_found_under_the_new_one_only(self, store: Store, ids: dict[str, int]):
        dossier_id = lees(store, registreer(store, ids)).dossier_id
        with store.reader() as r:
            persoon_id = r.value("SELECT id FROM persoon")
        with one_act(store, "persoon.vastleggen"):
            persoon.update_persoon(store, persoon_id, Persoon(geslachtsnaam="Vandersteen"), reden="onjuist")
        assert gevonden(store, Persoon(geslachtsnaam="Vandersteen")) == [dossier_id]
        assert gevonden(store, JORIS) == []

    def test_a_naaste_is_found_too_and_can_leave(self, store: Store, ids: dict[str, int]):
        dossier_id = lees(store, registreer(store, ids)).dossier_id
        broer = Persoon(voornamen="Bram", geslachtsnaam="Vandersteen")
        with one_act(store, "persoon.vastleggen"):
            persoon_id = persoon.register_naaste(store, dossier_id, broer, BROER)
        assert gevonden(store, broer) == [dossier_id]
        with one_act(store, "persoon.vastleggen"):
            persoon.remove_naaste(store, persoon_id, reden="onjuist")
        assert gevonden(store, broer) == []

    @pytest.mark.parametrize(
        "anders", [{"grondslag": ""}, {"doel": ""}, {"grondslag": "avg_9_uavg_23"}], ids=str
    )
    def test_a_naaste_without_a_ground_or_a_purpose_is_refused(
        self, store: Store, ids: dict[str, int], anders: dict[str, Any]
    ):
        dossier_id = lees(store, registreer(store, ids)).dossier_id
        broer = Persoon(voornamen="Bram", geslachtsnaam="Vandersteen")
        with pytest.raises(Storing):
            persoon.register_naaste(store, dossier_id, broer, replace(BROER, **anders))
        assert gevonden(store, broer) == []
        persoon_id = persoon.register_naaste(store, dossier_id, broer, BROER)
        with pytest.raises(Storing):
            persoon.update_persoon(store, persoon_id, broer, naaste=replace(BROER, **anders))

    def test_bureau_says_when_the_last_day_of_a_naaste_has_passed(self, store: Store, ids: dict[str, int]):
        dossier_id = lees(store, registreer(store, ids)).dossier_id
        broer = Persoon(voornamen="Bram", geslachtsnaam="Vandersteen")
        persoon_id = persoon.register_naaste(store, dossier_id, broer, BROER)
        with store.reader() as r:
            assert bureau_gegevens.punten(r, kader(), BROER.bewaren_tot) == []
            (punt,) = bureau_gegevens.punten(r, kader(), BROER.bewaren_tot + timedelta(days=1))
        assert (punt.scherm, punt.onderwerp_id, punt.veld) == ("dossier", dossier_id, f"persoon:{persoon_id}")
        assert "Vandersteen" not in punt.wat + punt.waarom
        later = replace(BROER, bewaren_tot=date(2028, 1, 1))
        persoon.update_persoon(store, persoon_id, broer, naaste=later)
        with store.reader() as r:
            assert bureau_gegevens.punten(r, kader(), BROER.bewaren_tot + timedelta(days=1)) == []

    def test_naasten_of_closed_dossiers_take_no_room_on_bureau(self, store: Store, ids: dict[str, int]):
        dossier_id = lees(store, registreer(store, ids)).dossier_id
        dicht = gesloten_casus(store, ids["gemeente_id"])
        oud = {"dossier_id": dicht, "rol": "naaste", "geslachtsnaam": "Buizerd", "bewaren_tot": "2027-01-01"}
        with store.write(Handeling.SYSTEEM_INRICHTEN) as w:
            for _ in range(PER_SOORT):
                w.insert("persoon", oud)
        persoon.register_naaste(store, dossier_id, Persoon(geslachtsnaam="Vandersteen"), BROER)
        with store.reader() as r:
            punten = bureau_gegevens.punten(r, kader(), BROER.bewaren_tot + timedelta(days=1))
        assert [punt.onderwerp_id for punt in punten] == [dossier_id]

    def test_the_other_spelling_is_a_candidate(self, store: Store, ids: dict[str, int]):
        dossier_id = lees(store, registreer(store, ids)).dossier_id
        anders = replace(DHONT, straatnaam="Zwaneblom", huisnummer=14, plaats="Waterhoven")
        assert gevonden(store, anders) == [dossier_id]


def gevonden(store: Store, wie: Persoon) -> list[int]:
    from gemeente_pga.domain.naamvergelijking import zoek_kandidaten, zoeksleutels

    with store.reader() as r:
        return [k.dossier_id for k in zoek_kandidaten(wie, vraag.zoek_bekenden(r, zoeksleutels(wie)))]


class TestLijst:
    def test_newest_first_by_number_in_pages_and_by_state(self, store: Store, ids: dict[str, int]):
        signalen = [
            registreer(store, ids, wie=Persoon(geslachtsnaam=naam)) for naam in ("Bakker", "Visser", "Smit")
        ]
        signaal.close_signaal(store, signalen[0], Sluiting("dubbel_vastgelegd", "Stond er al."), VANDAAG)
        signaal.check_signaal(store, signalen[2], CONTROLE, NU + timedelta(days=1))
        with store.reader() as r:
            alle = dossiers.lijst_dossiers(r)
            assert [k.nummer for k in alle] == ["2026-003", "2026-002", "2026-001"]
            assert [k.gesloten for k in alle] == [False, False, True]
            assert alle[0].sinds == VANDAAG + timedelta(days=1)
            assert [k.nummer for k in dossiers.lijst_dossiers(r, vanaf=1, aantal=1)] == ["2026-002"]
            assert [k.nummer for k in dossiers.lijst_dossiers(r, nummer="6-003")] == ["2026-003"]
            assert dossiers.lijst_dossiers(r, nummer="%") == []
            stand = [("signaal", "afgesloten")]
            assert [k.nummer for k in dossiers.lijst_dossiers(r, standen=stand)] == ["2026-001"]
            assert dossiers.lijst_dossiers(r, standen=[("casus", "afgesloten")]) == []

    def test_a_dossier_stands_where_its_open_signaal_stands(self, store: Store, ids: dict[str, int]):
        eerste = registreer(store, ids)
        dossier_id = lees(store, eerste).dossier_id
        tweede = signaal.register_signaal(
            store,
            WIJKAGENT,
            DHONT,
            gemeente_id=ids["gemeente_id"],
            dossier_id=dossier_id,
            vergelijkingen=[Vergelijking(dossier_id, "bevestigd", "naam_en_adres")],
        )
        signaal.close_signaal(store, eerste, Sluiting("dubbel_vastgelegd", "Stond er al."), VANDAAG)
        with store.reader() as r:
            kop = dossiers.dossierkop(r, dossier_id)
            assert dossiers.lijst_dossiers(r, standen=[("signaal", "afgesloten")]) == []
        assert kop is not None
        assert (kop.signaal_id, kop.status, kop.gesloten) == (tweede, "ontvangen", False)

    def test_what_was_taken_up_and_waits_for_its_casus_is_not_closed(self, store: Store, ids: dict[str, int]):
        eerste = registreer(store, ids)
        dossier_id = lees(store, eerste).dossier_id
        tweede = signaal.register_signaal(
            store,
            WIJKAGENT,
            DHONT,
            gemeente_id=ids["gemeente_id"],
            dossier_id=dossier_id,
            vergelijkingen=[Vergelijking(dossier_id, "bevestigd", "naam_en_adres")],
        )
        signaal.close_signaal(store, eerste, Sluiting("dubbel_vastgelegd", "Stond er al."), VANDAAG)
        with store.write(Handeling.SIGNAAL_CORRIGEREN) as w:  # as the weging leaves it
            w.onderwerp, w.dossier_id = ("signaal", tweede), dossier_id
            w.update("signaal", tweede, {"status": "opgenomen"})
        with store.reader() as r:
            kop = dossiers.dossierkop(r, dossier_id)
            assert kop is not None
            assert (kop.signaal_id, kop.status, kop.gesloten) == (tweede, "opgenomen", False)
            stuk = opvolgstuk(r, Opvolging("B. Opvolger", "Goed.", "", "", ""), kader(), VANDAAG, None).stuk
        assert isinstance(stuk, Overdrachtsdocument)
        assert [regel.stand for regel in stuk.dossiers] == ["Opgenomen"]
