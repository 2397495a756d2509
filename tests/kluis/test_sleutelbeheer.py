# SPDX-License-Identifier: EUPL-1.2
"""Who can open the kluis, through the service: added, replaced, taken away, expired, and a new main key."""

import errno
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from gemeente_pga.binnen import log_binnenkomst, meldingen
from gemeente_pga.dienst import Dienst
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.inrichting import Gebruiker
from gemeente_pga.domain.klok import KlokOnzeker, KlokStoring
from gemeente_pga.domain.kluisdienst import KluisSoort, KluisStaat
from gemeente_pga.domain.sleutels import SlotSoort, kan_weg
from gemeente_pga.handelingen import sleutels as handelingen
from gemeente_pga.handelingen.inrichting import register_gebruiker, set_instelling
from gemeente_pga.kluis import storingen
from gemeente_pga.kluis.bestanden import KOPIEEN
from gemeente_pga.kluis.header import MAX_SLOTS
from gemeente_pga.kluis.sleutelbos import Sleutelbos
from gemeente_pga.kluis.wissel import MAP
from gemeente_pga.store.queries.sleutels import gebruiker_bij_slot, sleutels
from gemeente_pga.store.store import Store
from gemeente_pga.store.storingen import AlleenKijken
from tests.kluis.test_sleutelbos import ALLEEN_GEHEUGENBOS, Geheugenbos
from tests.store.onafhankelijke_controle import controleer
from tests.ui_hulp import LICHT, LICHTE_GRENZEN, NU, WACHTZIN

VERVANGER = "ladder kaneel zwemvest papegaai"
FG = "rietstengel dakpan viool sneeuwpop"
NIEUW = "deurmat fluisterde zeven blauwe kapiteins omver"
KORT = "egel fluit kano"
VANDAAG = NU.date()


class Proef:
    """A service on one folder, whose clock and keystore the test holds in its hands."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        self.nu = NU
        self.bos = Geheugenbos()
        self.code = ""
        self.dienst = self.nieuw()

    def nieuw(self) -> Dienst:
        """As after a new start of the program."""
        mappen = {soort: lambda: self.map for soort in KluisSoort}
        return Dienst(
            mappen,
            self.map.parent / "instellingen.ini",
            lambda: self.nu,
            kdf=LICHT,
            grenzen=LICHTE_GRENZEN,
            bos=lambda limiet: Sleutelbos(lambda: self.bos, toegestaan=ALLEEN_GEHEUGENBOS, limiet=limiet),
        )

    def maak(self) -> None:
        self.dienst.kies(KluisSoort.KLUIS)
        self.code = self.dienst.maak(WACHTZIN)
        self.dienst.betreed()
        register_gebruiker(self.store, Gebruiker("Mirjam Hoekstra", "procesregisseur"))
        self.bij()

    def open(self, zin: str, met: SlotSoort = SlotSoort.WACHTZIN, *, klopt: bool = False) -> Store:
        """Lock, start anew, unlock with this. klopt: say that the clock is right."""
        self.herstart()
        self.dienst.ontgrendel(zin, met=met)
        return self.binnen(klopt=klopt)

    def herstart(self) -> None:
        self.dienst.laat_los()
        self.dienst = self.nieuw()
        self.dienst.kies(KluisSoort.KLUIS)

    def binnen(self, *, klopt: bool = False) -> Store:
        self.dienst.betreed(datum_klopt=klopt)
        self.dienst.keur()
        self.dienst.rond_keuring_af()
        return self.store

    def bij(self, **extra: bool) -> Handeling | None:
        """What is done on entering."""
        sloten = self.dienst.sleutels.sloten()
        return handelingen.reconcile_sleutels(self.store, sloten, self.nu.date(), **extra)

    @property
    def store(self) -> Store:
        assert self.dienst.store is not None
        return self.dienst.store

    def soorten(self) -> list[SlotSoort]:
        return [slot.soort for slot in self.dienst.sleutels.sloten()]

    def codes(self) -> list[str]:
        with self.store.reader() as r:
            return [rij["code"] for rij in r.rows("SELECT code FROM handeling ORDER BY n")]


@pytest.fixture
def proef(tmp_path: Path) -> Iterator[Proef]:
    map_ = tmp_path / "kluis"
    map_.mkdir(mode=0o700)
    proef = Proef(map_)
    proef.maak()
    yield proef
    proef.dienst.laat_los()


def voeg_vervanger_toe(proef: Proef) -> None:
    proef.dienst.sleutels.voeg_vervanger_toe(WACHTZIN, VERVANGER)
    handelingen.register_sleutels(
        proef.store,
        Handeling.KLUIS_VERVANGER_TOEVOEGEN,
        proef.dienst.sleutels.sloten(),
        VANDAAG,
        van=Gebruiker("Bram Visser", "beleidsadviseur"),
    )


# The vervanger


def test_vervanger_opens_with_a_wachtzin_of_his_own_and_acts_under_his_own_name(proef: Proef) -> None:
    voeg_vervanger_toe(proef)
    store = proef.open(VERVANGER, SlotSoort.VERVANGER)
    assert store.wie.slot == "vervanger"
    met = proef.dienst.sleutels.geopend_met()
    assert met is not None
    with store.reader() as r:
        wie = gebruiker_bij_slot(r, met.slot_id)
        naam = r.value("SELECT naam FROM gebruiker WHERE id = ?", wie)
        (rij,) = [rij for rij in sleutels(r) if rij.soort is SlotSoort.VERVANGER]
    assert naam == "Bram Visser" == rij.naam
    assert rij.sinds == VANDAAG
    assert b"Visser" not in (proef.map / "kluis.sleutel-a").read_bytes()


def test_nobody_gets_the_wachtzin_of_who_lets_him_in(proef: Proef) -> None:
    beheer, sloten = proef.dienst.sleutels, proef.dienst.sleutels.sloten()
    for maak in (
        lambda: beheer.voeg_vervanger_toe(WACHTZIN, f" {WACHTZIN}"),
        lambda: beheer.laat_fg_toe(WACHTZIN, WACHTZIN, VANDAAG),
        lambda: beheer.wijzig_wachtzin(WACHTZIN, WACHTZIN),
    ):
        with pytest.raises(storingen.ZelfdeZin):
            maak()
    assert beheer.sloten() == sloten


def test_vervanger_replaces_only_his_own_wachtzin(proef: Proef) -> None:
    voeg_vervanger_toe(proef)
    proef.dienst.sleutels.voeg_vervanger_toe(WACHTZIN, FG)
    proef.open(VERVANGER, SlotSoort.VERVANGER)
    proef.dienst.sleutels.wijzig_wachtzin(VERVANGER, NIEUW)
    proef.dienst.sleutels.bevestig(NIEUW)
    for zin, soort in (
        (NIEUW, SlotSoort.VERVANGER),
        (FG, SlotSoort.VERVANGER),
        (WACHTZIN, SlotSoort.WACHTZIN),
    ):
        proef.open(zin, soort)
    proef.herstart()
    with pytest.raises(storingen.WachtzinOnjuist):
        proef.dienst.ontgrendel(VERVANGER, met=SlotSoort.VERVANGER)


def test_vervanger_cannot_keep_the_kluis_to_himself(proef: Proef) -> None:
    """Whatever he tries, the wachtzin of the coordinator and the paper in the safe still open it."""
    voeg_vervanger_toe(proef)
    proef.dienst.sleutels.laat_fg_toe(WACHTZIN, FG, VANDAAG)
    proef.open(VERVANGER, SlotSoort.VERVANGER)
    beheer = proef.dienst.sleutels
    voor = (proef.map / "kluis.sleutel-a").read_bytes()
    van = {slot.soort: slot.slot_id for slot in beheer.sloten()}
    for doe in (
        lambda: beheer.trek_in(VERVANGER, van[SlotSoort.WACHTZIN]),
        lambda: beheer.trek_in(VERVANGER, van[SlotSoort.HERSTELCODE]),
        lambda: beheer.nieuwe_herstelcode(VERVANGER),
        lambda: beheer.stel_korte_zin_in(VERVANGER, KORT),
        lambda: beheer.voeg_vervanger_toe(VERVANGER, NIEUW),
        lambda: beheer.bereid_wissel_voor(VERVANGER),
    ):
        with pytest.raises(storingen.GeenVerlof):
            doe()
    assert (proef.map / "kluis.sleutel-a").read_bytes() == voor
    beheer.trek_in(VERVANGER, van[SlotSoort.FG])  # supervision does not wait for the coordinator
    beheer.laat_fg_toe(VERVANGER, FG, VANDAAG)
    beheer.trek_in(VERVANGER, van[SlotSoort.VERVANGER])  # he may give up his own
    proef.herstart()
    proef.dienst.ontgrendel_met_herstelcode(proef.code, NIEUW)  # and the municipality gets in without either
    proef.binnen()
    proef.dienst.sleutels.nieuwe_herstelcode(NIEUW)
    proef.dienst.sleutels.trek_in(NIEUW, proef.dienst.sleutels.sloten()[-1].slot_id)


def test_key_keeps_its_owner_when_its_wachtzin_is_replaced(proef: Proef) -> None:
    voeg_vervanger_toe(proef)
    store = proef.open(VERVANGER, SlotSoort.VERVANGER)
    proef.dienst.sleutels.wijzig_wachtzin(VERVANGER, NIEUW)
    handelingen.register_sleutels(
        store, Handeling.KLUIS_WACHTZIN_WIJZIGEN, proef.dienst.sleutels.sloten(), VANDAAG
    )
    with store.reader() as r:
        assert [rij.naam for rij in sleutels(r) if rij.soort is SlotSoort.VERVANGER] == ["Bram Visser"]


def test_taken_away_key_opens_no_more_and_the_last_one_stays(proef: Proef) -> None:
    voeg_vervanger_toe(proef)
    beheer = proef.dienst.sleutels
    for soort in (SlotSoort.VERVANGER, SlotSoort.HERSTELCODE):
        (slot,) = [slot for slot in beheer.sloten() if slot.soort is soort]
        assert kan_weg(beheer.sloten(), slot.slot_id)
        beheer.trek_in(WACHTZIN, slot.slot_id)
    (laatste,) = beheer.sloten()
    assert not kan_weg(beheer.sloten(), laatste.slot_id)
    with pytest.raises(storingen.LaatsteSleutel):
        beheer.trek_in(WACHTZIN, laatste.slot_id)
    proef.open(WACHTZIN)
    assert proef.bij() is Handeling.KLUIS_SLEUTELS_AFWIJKEND  # nobody recorded it


def test_every_change_asks_the_wachtzin_of_who_is_at_work(proef: Proef) -> None:
    beheer = proef.dienst.sleutels
    voor = (proef.map / "kluis.sleutel-a").read_bytes()
    for doe in (
        lambda: beheer.nieuwe_herstelcode(NIEUW),
        lambda: beheer.voeg_vervanger_toe(NIEUW, VERVANGER),
        lambda: beheer.laat_fg_toe(NIEUW, FG, VANDAAG),
        lambda: beheer.stel_korte_zin_in(NIEUW, KORT),
        lambda: beheer.trek_in(NIEUW, beheer.sloten()[1].slot_id),
        lambda: beheer.wijzig_wachtzin(NIEUW, VERVANGER),
        lambda: beheer.bereid_wissel_voor(NIEUW),
    ):
        with pytest.raises(storingen.WachtzinOnjuist):
            doe()
    assert (proef.map / "kluis.sleutel-a").read_bytes() == voor


def test_header_has_room_for_so_many_keys_and_says_when_it_is_full(proef: Proef) -> None:
    for n in range(MAX_SLOTS - 2):
        proef.dienst.sleutels.voeg_vervanger_toe(WACHTZIN, f"{VERVANGER} {n}")
    with pytest.raises(storingen.TeVeelSleutels):
        proef.dienst.sleutels.voeg_vervanger_toe(WACHTZIN, NIEUW)
    proef.open(WACHTZIN)


# The FG


def test_fg_opens_until_the_last_day_and_then_no_more(proef: Proef) -> None:
    tot = VANDAAG + timedelta(days=2)
    proef.dienst.sleutels.laat_fg_toe(WACHTZIN, FG, tot)
    assert proef.dienst.sleutels.sloten()[-1].tot == tot
    proef.nu = NU + timedelta(days=2)
    assert proef.open(FG, SlotSoort.FG).wie.slot == "fg"
    proef.nu = NU + timedelta(days=3)
    proef.herstart()
    with pytest.raises(storingen.FgToegangVerlopen, match="verlopen"):
        proef.dienst.ontgrendel(FG, met=SlotSoort.FG)


def test_expired_access_is_cleared_away_by_the_next_who_opens(proef: Proef) -> None:
    proef.dienst.sleutels.laat_fg_toe(WACHTZIN, FG, VANDAAG)
    handelingen.register_sleutels(
        proef.store,
        Handeling.KLUIS_FG_TOELATEN,
        proef.dienst.sleutels.sloten(),
        VANDAAG,
        van=Gebruiker("Noor Dekker"),
    )
    proef.nu = NU + timedelta(days=1)
    proef.open(WACHTZIN)
    assert SlotSoort.FG not in proef.soorten()
    assert proef.bij() is Handeling.KLUIS_SLEUTEL_VERLOPEN
    assert proef.bij() is None


def _na(proef: Proef, dagen: int) -> None:
    proef.nu = NU + timedelta(days=dagen)


def test_a_clock_far_ahead_is_asked_about_and_takes_no_access_away(proef: Proef) -> None:
    proef.dienst.sleutels.laat_fg_toe(WACHTZIN, FG, VANDAAG + timedelta(days=30))
    proef.bij()
    eerder = proef.codes()
    _na(proef, 60 * 365)
    with pytest.raises(KlokStoring) as fout:
        proef.open(WACHTZIN)
    assert "2086" in fout.value.melding
    assert "8 september 2026" in fout.value.melding
    _na(proef, 1)  # she has the clock mended
    proef.open(WACHTZIN)
    log_binnenkomst(proef.dienst)
    assert proef.codes() == [*eerder, "kluis.openen"]
    proef.open(FG, SlotSoort.FG)
    log_binnenkomst(proef.dienst)


def test_one_act_with_a_wrong_clock_does_not_end_the_access_of_the_fg(proef: Proef) -> None:
    _na(proef, 200)  # not enough to be asked about
    proef.open(WACHTZIN)
    log_binnenkomst(proef.dienst)
    _na(proef, 0)
    proef.open(WACHTZIN, klopt=True)
    log_binnenkomst(proef.dienst)
    assert proef.codes()[-2:] == ["kluis.klok_bevestigen", "kluis.openen"]
    assert "klok" not in meldingen(proef.dienst)
    proef.dienst.sleutels.laat_fg_toe(WACHTZIN, FG, VANDAAG + timedelta(days=30))
    handelingen.register_sleutels(
        proef.store,
        Handeling.KLUIS_FG_TOELATEN,
        proef.dienst.sleutels.sloten(),
        VANDAAG,
        van=Gebruiker("Naima Bakker", "FG"),
    )
    proef.open(FG, SlotSoort.FG)
    log_binnenkomst(proef.dienst)
    assert proef.store.wie.alleen_lezen
    proef.open(WACHTZIN)  # and she is not asked again
    log_binnenkomst(proef.dienst)


def test_fg_cannot_put_the_clock_back(proef: Proef) -> None:
    proef.dienst.sleutels.laat_fg_toe(WACHTZIN, FG, VANDAAG)
    _na(proef, 5)
    set_instelling(proef.store, "proef", "1")
    _na(proef, 0)
    for klopt in (False, True):
        with pytest.raises(KlokOnzeker):
            proef.open(FG, SlotSoort.FG, klopt=klopt)


def test_fg_may_change_no_key(proef: Proef) -> None:
    proef.dienst.sleutels.laat_fg_toe(WACHTZIN, FG, VANDAAG)
    proef.open(FG, SlotSoort.FG)
    proef.dienst.bevestig_wachtzin(FG)
    for doe in (proef.dienst.sleutels.nieuwe_herstelcode, proef.dienst.sleutels.bereid_wissel_voor):
        with pytest.raises(storingen.GeenVerlof):
            doe(FG)


def test_fg_looks_and_the_store_refuses_everything_else(proef: Proef) -> None:
    proef.store.save_concept("signaal", "", "half getypt")
    proef.dienst.sleutels.laat_fg_toe(WACHTZIN, FG, VANDAAG)
    store = proef.open(FG, SlotSoort.FG)
    with store.write(Handeling.CASUS_INZIEN):
        pass
    n = store.laatste()
    with pytest.raises(AlleenKijken, match="niets wijzigen"):
        set_instelling(store, "proef", "van de FG")
    store.save_concept("signaal", "", "overschreven")
    store.discard_concept("signaal")
    assert store.laatste() == n
    assert proef.open(WACHTZIN).concept("signaal") == "half getypt"


# The short phrase


def test_short_phrase_opens_here_and_only_with_the_keystore(proef: Proef) -> None:
    beheer = proef.dienst.sleutels
    assert beheer.korte_zin_mogelijk() is False
    beheer.stel_korte_zin_in(WACHTZIN, KORT)
    proef.herstart()
    wacht_op(lambda: proef.dienst.sleutels.korte_zin_mogelijk() is not None)
    assert proef.dienst.sleutels.korte_zin_mogelijk()
    assert proef.open(KORT, SlotSoort.SLEUTELBOS).wie.slot == "sleutelbos"
    proef.dienst.bevestig_wachtzin(WACHTZIN)  # changing keys still takes the whole wachtzin
    proef.bos.inhoud.clear()
    proef.herstart()
    wacht_op(lambda: proef.dienst.sleutels.korte_zin_mogelijk() is not None)
    assert proef.dienst.sleutels.korte_zin_mogelijk() is False
    with pytest.raises(storingen.SleutelbosOnjuist):
        proef.dienst.ontgrendel(KORT, met=SlotSoort.SLEUTELBOS)
    proef.open(WACHTZIN)


def test_taking_the_short_phrase_away_empties_the_keystore(proef: Proef) -> None:
    beheer = proef.dienst.sleutels
    beheer.stel_korte_zin_in(WACHTZIN, KORT)
    (slot,) = [slot for slot in beheer.sloten() if slot.soort is SlotSoort.SLEUTELBOS]
    assert [naam for naam in proef.bos.inhoud if slot.slot_id in naam]
    beheer.trek_in(WACHTZIN, slot.slot_id)
    assert not [naam for naam in proef.bos.inhoud if slot.slot_id in naam]


def test_short_phrase_is_judged(proef: Proef) -> None:
    beheer = proef.dienst.sleutels
    for _ in range(5):
        assert beheer.beoordeel_korte_zin(beheer.genereer_korte_zin()) is None
    for zwak in ("", "kort", "welkom welkom", "0123456789", "amsterdam1"):
        assert isinstance(beheer.beoordeel_korte_zin(zwak), Gebrek), zwak
    with pytest.raises(storingen.KorteZinIsWachtzin):
        beheer.stel_korte_zin_in(WACHTZIN, WACHTZIN[:12])


# The herstelblad


def test_session_after_the_herstelcode_is_logged_as_such(proef: Proef) -> None:
    proef.herstart()
    proef.dienst.ontgrendel_met_herstelcode(proef.code, NIEUW)
    store = proef.binnen()
    assert store.wie.slot == "herstelcode"
    assert proef.bij(wachtzin_nieuw=True) is Handeling.KLUIS_WACHTZIN_WIJZIGEN
    proef.open(NIEUW)


def test_key_files_come_back_from_paper(proef: Proef) -> None:
    blad = proef.dienst.sleutels.herstelblad(proef.code)
    proef.dienst.sleutels.wijzig_wachtzin(WACHTZIN, NIEUW)  # the sheet stays true
    for letter in "ab":
        (proef.map / f"kluis.sleutel-{letter}").unlink()
    proef.dienst.laat_los()
    proef.dienst = proef.nieuw()
    proef.dienst.kies(KluisSoort.KLUIS)
    assert proef.dienst.staat() is KluisStaat.DATABASE_ZONDER_SLEUTELBESTAND
    assert proef.dienst.controleer_sleutelgegevens(blad.gegevens) is None
    proef.dienst.herstel_van_papier(blad.code, blad.gegevens, VERVANGER)
    assert proef.binnen().wie.slot == "herstelcode"
    proef.open(VERVANGER)
    assert proef.soorten() == [SlotSoort.HERSTELCODE, SlotSoort.WACHTZIN]


def test_damaged_key_files_are_moved_aside_and_made_again(proef: Proef) -> None:
    blad = proef.dienst.sleutels.herstelblad(proef.code)
    for letter in "ab":
        (proef.map / f"kluis.sleutel-{letter}").write_bytes(b"kapot")
    proef.herstart()
    with pytest.raises(storingen.SleutelbestandBeschadigd):
        proef.dienst.ontgrendel(WACHTZIN)
    proef.dienst.herstel_van_papier(blad.code.lower(), blad.gegevens.replace("\n", " "), NIEUW)
    proef.binnen()
    (opzij,) = proef.map.glob("afgebroken-*")
    assert {pad.read_bytes() for pad in opzij.iterdir()} == {b"kapot"}


def test_wrong_group_on_paper_is_named(proef: Proef) -> None:
    blad = proef.dienst.sleutels.herstelblad(proef.code)
    groepen = blad.gegevens.split()
    groepen[40] = ("1" if groepen[40][0] != "1" else "2") + groepen[40][1:]
    gebrek = proef.dienst.controleer_sleutelgegevens(" ".join(groepen))
    assert gebrek is not None
    assert gebrek.veld == "gegevens"
    assert gebrek.melding.startswith("Groep 41 van de sleutelgegevens")
    assert proef.dienst.controleer_sleutelgegevens(blad.code) is not None


def test_paper_of_another_kluis_or_an_older_code_changes_nothing(proef: Proef) -> None:
    oud = proef.dienst.sleutels.herstelblad(proef.code)
    nieuw = proef.dienst.sleutels.nieuwe_herstelcode(WACHTZIN)
    voor = (proef.map / "kluis.sleutel-a").read_bytes()
    proef.herstart()
    with pytest.raises(storingen.PapierOnjuist):
        proef.dienst.herstel_van_papier(nieuw.code, oud.gegevens, NIEUW)
    (proef.map / "kluis.db").write_bytes(bytes(4096))
    with pytest.raises(storingen.SleutelbestandVreemd):
        proef.dienst.herstel_van_papier(nieuw.code, nieuw.gegevens, NIEUW)
    assert (proef.map / "kluis.sleutel-a").read_bytes() == voor


# A new main key


def wissel(proef: Proef) -> str:
    blad = proef.dienst.sleutels.bereid_wissel_voor(WACHTZIN)
    proef.dienst.sleutels.wissel()
    proef.dienst.sleutels.rond_wissel_af()
    return blad.code


def test_new_main_key_keeps_everything_and_ends_every_other_key(proef: Proef) -> None:
    voeg_vervanger_toe(proef)
    set_instelling(proef.store, "proef", "één")
    n, h = proef.store.laatste()
    zout, oude_code = (proef.map / "kluis.db").read_bytes()[:16], proef.code
    code = wissel(proef)
    assert not (proef.map / MAP).exists()
    store = proef.open(WACHTZIN)
    assert (proef.map / "kluis.db").read_bytes()[:16] != zout
    assert store.schakel(n) == h  # control codes on paper stay true
    assert proef.codes()[-1] == "kluis.hoofdsleutel_vernieuwen"
    assert store.controleer_keten().bevinding is None
    assert store.controleer_zegels().bevinding is None
    assert proef.dienst.merkwacht is not None
    assert proef.dienst.merkwacht.bevinding is None
    assert proef.soorten() == [SlotSoort.WACHTZIN, SlotSoort.HERSTELCODE]
    assert proef.bij() is None
    set_instelling(store, "proef", "twee")
    proef.herstart()
    for verkeerd in (
        lambda: proef.dienst.ontgrendel(VERVANGER, met=SlotSoort.VERVANGER),
        lambda: proef.dienst.ontgrendel_met_herstelcode(oude_code, NIEUW),
    ):
        with pytest.raises((storingen.WachtzinOnjuist, storingen.HerstelcodeOnjuist)):
            verkeerd()
    proef.dienst.ontgrendel_met_herstelcode(code, NIEUW)
    assert proef.binnen().controleer_keten().bevinding is None


def test_three_main_keys_later_the_whole_chain_still_verifies(proef: Proef) -> None:
    for n in range(3):
        set_instelling(proef.store, "proef", str(n))
        wissel(proef)
        proef.open(WACHTZIN)
    assert proef.store.controleer_keten().gezien == proef.store.laatste()[0]
    assert proef.store.controleer_keten().bevinding is None
    assert proef.store.controleer_zegels().bevinding is None
    with proef.store.reader() as r:
        assert r.value("SELECT count(DISTINCT k_log) FROM logsleutel") == 3


def test_stranger_to_the_program_approves_of_the_kluis_after_two_changes(proef: Proef) -> None:
    set_instelling(proef.store, "proef", "voor")
    code = proef.store.controlecode(proef.store.laatste()[0])
    assert code is not None
    for _ in range(2):
        wissel(proef)
        proef.open(WACHTZIN)
    proef.dienst.laat_los()
    gevonden = controleer(proef.map, WACHTZIN, [code])
    assert gevonden.fouten == []


def test_act_after_the_change_cannot_be_vouched_for_with_the_old_key(proef: Proef) -> None:
    oud = proef.dienst._lees().open_met_wachtzin(WACHTZIN)
    wissel(proef)
    proef.herstart()
    nieuw = proef.dienst._lees().open_met_wachtzin(WACHTZIN)
    assert oud.k_log != nieuw.k_log
    wie = proef.dienst._klaar
    assert wie is None
    with pytest.raises(Exception, match="journaal"):
        Store.open(
            proef.map / "kluis.db",
            bytearray(nieuw.k_db),
            bytes(oud.k_log),
            zout=nieuw.db_zout,
            wie=_wie(),
        )


def test_change_that_was_overtaken_is_refused_and_leaves_the_old_kluis(proef: Proef) -> None:
    beheer = proef.dienst.sleutels
    beheer.bereid_wissel_voor(WACHTZIN)
    beheer.wissel()
    set_instelling(proef.store, "proef", "net daarna")
    with pytest.raises(storingen.WisselAchterhaald):
        beheer.rond_wissel_af()
    proef.open(WACHTZIN)
    assert proef.codes()[-1] != "kluis.hoofdsleutel_vernieuwen"
    assert [pad.name for pad in proef.map.iterdir() if "wissel" in pad.name] == []
    beheer = proef.dienst.sleutels
    beheer.bereid_wissel_voor(WACHTZIN)
    beheer.nieuwe_herstelcode(WACHTZIN)
    with pytest.raises(storingen.WisselAchterhaald):
        beheer.wissel()


def test_change_that_fails_leaves_no_copy_behind(proef: Proef, monkeypatch: pytest.MonkeyPatch) -> None:
    beheer = proef.dienst.sleutels
    beheer.bereid_wissel_voor(WACHTZIN)
    voor = sorted(pad.name for pad in proef.map.iterdir())
    echt = os.fsync

    def vol(nummer: int) -> None:
        if "wissel" in os.readlink(f"/proc/self/fd/{nummer}"):
            raise OSError(errno.ENOSPC, "No space left on device")
        echt(nummer)

    monkeypatch.setattr(os, "fsync", vol)
    with pytest.raises(storingen.WisselMislukt):
        beheer.wissel()
    assert sorted(pad.name for pad in proef.map.iterdir()) == voor
    monkeypatch.undo()
    proef.open(WACHTZIN)


def test_old_backup_opens_with_the_old_code_only(proef: Proef, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    kopie = proef.dienst.maak_backup(stick)
    code = wissel(proef)
    terug = Proef.__new__(Proef)
    terug.map, terug.nu, terug.bos = kopie, NU, proef.bos
    ander = terug.nieuw()
    with pytest.raises(storingen.HerstelcodeOnjuist):
        ander.ontgrendel_met_herstelcode(code, NIEUW)
    ander.ontgrendel_met_herstelcode(proef.code, NIEUW)


WISSELAAR = """
import sys, threading, os, time
from pathlib import Path
from tests.kluis.test_sleutelbeheer import Proef
from gemeente_pga.domain.kluisdienst import KluisSoort
from tests.ui_hulp import WACHTZIN
proef = Proef.__new__(Proef)
from tests.kluis.test_sleutelbos import Geheugenbos
from tests.ui_hulp import NU
proef.map, proef.nu, proef.bos = Path(sys.argv[1]), NU, Geheugenbos()
proef.dienst = proef.nieuw()
proef.dienst.kies(KluisSoort.KLUIS)
proef.dienst.ontgrendel(WACHTZIN)
proef.binnen()
print("open", flush=True)
blad = proef.dienst.sleutels.bereid_wissel_voor(WACHTZIN)
proef.dienst.sleutels.wissel()
proef.dienst.sleutels.rond_wissel_af()
print("klaar", flush=True)
time.sleep(60)
"""


def test_kill_at_any_moment_leaves_the_old_or_the_new_kluis(proef: Proef) -> None:
    set_instelling(proef.store, "proef", "blijft")
    proef.dienst.laat_los()
    with _wisselaar(proef) as kind:
        assert kind.stdout is not None
        assert kind.stdout.readline() == "open\n"
        begin = time.monotonic()
        assert kind.stdout.readline() == "klaar\n"
        duur = time.monotonic() - begin
        kind.kill()
    gewisseld, rondes = 1, 8
    for ronde in range(rondes):
        with _wisselaar(proef) as kind:
            assert kind.stdout is not None
            assert kind.stdout.readline() == "open\n"
            time.sleep(duur * (ronde + 0.5) / rondes)
            kind.kill()
            kind.wait()
        proef.dienst = proef.nieuw()
        proef.dienst.kies(KluisSoort.KLUIS)
        proef.dienst.ontgrendel(WACHTZIN)
        store = proef.binnen()
        assert store.controleer_keten().bevinding is None
        assert store.controleer_zegels().bevinding is None
        assert proef.dienst.merkwacht is not None
        assert proef.dienst.merkwacht.bevinding is None
        with store.reader() as r:
            assert r.value("SELECT waarde FROM instelling WHERE sleutel = 'proef'") == "blijft"
        gewisseld = proef.codes().count("kluis.hoofdsleutel_vernieuwen")
        proef.dienst.laat_los()
        assert [pad.name for pad in proef.map.iterdir() if "wissel" in pad.name] == []
    assert gewisseld >= 1


def _klaargezet(proef: Proef, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new main key of which nothing has been moved yet: the computer stopped right after the change."""
    beheer = proef.dienst.sleutels
    beheer.bereid_wissel_voor(WACHTZIN)
    beheer.wissel()
    echt = Path.replace

    def stroomstoring(van: Path, naar: Path) -> Path:
        if van.parent.name == MAP:
            raise OSError
        return echt(van, naar)

    with monkeypatch.context() as m:
        m.setattr(Path, "replace", stroomstoring)
        with pytest.raises(storingen.WisselMislukt):
            beheer.rond_wissel_af()
    proef.dienst.laat_los()
    assert (proef.map / MAP).is_dir()


@pytest.mark.parametrize("verplaatst", range(6))
def test_change_broken_off_between_two_files_is_finished_when_the_kluis_is_unlocked(
    proef: Proef, verplaatst: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    voeg_vervanger_toe(proef)
    _klaargezet(proef, monkeypatch)
    klaar = proef.map / MAP
    for naam in ("kluis.db", "kluis.merk", "kluis.sleutel-a", "kluis.sleutel-b", "kluis.bewijs")[:verplaatst]:
        if naam == "kluis.bewijs":
            (klaar / naam).unlink()
        else:
            (klaar / naam).replace(proef.map / naam)
    if verplaatst % 2:  # who lost his key with the change finishes it too, and does not get in
        proef.herstart()
        with pytest.raises(storingen.WachtzinOnjuist):
            proef.dienst.ontgrendel(VERVANGER, met=SlotSoort.VERVANGER)
    proef.open(WACHTZIN)
    assert proef.codes()[-1] == "kluis.hoofdsleutel_vernieuwen"
    assert not proef.dienst.vreemd
    assert not klaar.exists()


def test_a_kluis_that_somebody_put_ready_replaces_nothing(proef: Proef, tmp_path: Path) -> None:
    """Of a stranger, and an old one of her own that opens with her own wachtzin."""
    oud, vreemd = tmp_path / "oud", tmp_path / "vreemd"
    proef.dienst.laat_los()
    shutil.copytree(proef.map, oud)
    vreemd.mkdir(mode=0o700)
    ander = Proef(vreemd)
    ander.maak()
    ander.dienst.laat_los()
    proef.open(WACHTZIN)
    set_instelling(proef.store, "proef", "blijft")
    for bron in (oud, vreemd):
        proef.dienst.laat_los()
        shutil.copytree(bron, proef.map / MAP)
        proef.open(WACHTZIN)
        assert proef.dienst.vreemd
        with proef.store.reader() as r:
            assert r.value("SELECT waarde FROM instelling WHERE sleutel = 'proef'") == "blijft"
        assert not (proef.map / MAP).exists()
        log_binnenkomst(proef.dienst)
        assert "vreemd" in meldingen(proef.dienst)
    assert len(list(proef.map.glob("vreemd-*"))) == 2
    assert {pad.name for pad in (proef.map / "vreemd-2026-09-08-1642").iterdir()} >= {"kluis.db"}


def test_a_change_put_ready_once_does_not_undo_what_was_recorded_since(
    proef: Proef, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The real folder of a change, kept by somebody and put back after the work went on."""
    _klaargezet(proef, monkeypatch)
    shutil.move(proef.map / MAP, tmp_path / "bewaard")
    proef.open(WACHTZIN)
    set_instelling(proef.store, "proef", "blijft")
    proef.dienst.laat_los()
    shutil.move(tmp_path / "bewaard", proef.map / MAP)
    proef.open(WACHTZIN)
    assert proef.dienst.vreemd
    with proef.store.reader() as r:
        assert r.value("SELECT waarde FROM instelling WHERE sleutel = 'proef'") == "blijft"


def test_folder_that_was_not_finished_is_thrown_away(proef: Proef) -> None:
    proef.dienst.sleutels.bereid_wissel_voor(WACHTZIN)
    proef.dienst.sleutels.wissel()
    proef.open(WACHTZIN)
    assert proef.codes()[-1] != "kluis.hoofdsleutel_vernieuwen"
    assert not list(proef.map.glob("*wissel*"))


def _wisselaar(proef: Proef) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", WISSELAAR, str(proef.map)], stdout=subprocess.PIPE, text=True
    )


def _wie():
    from gemeente_pga.store.store import Wie

    return Wie(None, "wachtzin", "proef")


def wacht_op(klaar) -> None:
    """Until it is so, at most five seconds."""
    einde = time.monotonic() + 5
    while not klaar():
        assert time.monotonic() < einde
        time.sleep(0.01)


# What an old pair of key files is worth


def test_vervanger_taken_away_does_not_come_back_with_old_key_files(proef: Proef) -> None:
    voeg_vervanger_toe(proef)
    oud = {naam: (proef.map / naam).read_bytes() for naam in KOPIEEN}
    (slot,) = [s for s in proef.dienst.sleutels.sloten() if s.soort is SlotSoort.VERVANGER]
    proef.dienst.sleutels.trek_in(WACHTZIN, slot.slot_id)
    sloten = proef.dienst.sleutels.sloten()
    handelingen.register_sleutels(proef.store, Handeling.KLUIS_SLEUTEL_INTREKKEN, sloten, VANDAAG)
    eerder = proef.codes()
    proef.dienst.laat_los()
    for naam, inhoud in oud.items():
        (proef.map / naam).write_bytes(inhoud)

    proef.open(VERVANGER, SlotSoort.VERVANGER)
    with pytest.raises(storingen.SleutelOnbekend):
        log_binnenkomst(proef.dienst)
    assert proef.codes() == eerder  # nothing was done on anybody's name

    proef.open(WACHTZIN)
    log_binnenkomst(proef.dienst)
    assert proef.dienst.sleutelverschil is Handeling.KLUIS_SLEUTELS_AFWIJKEND  # so the coordinator is told
    with proef.store.reader() as r:
        assert gebruiker_bij_slot(r, slot.slot_id) is None  # and never is he her
