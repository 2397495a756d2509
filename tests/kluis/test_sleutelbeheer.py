# SPDX-License-Identifier: EUPL-1.2
"""The keys of a kluis: the vervanger, the short phrase, taking keys away, each asked for and logged."""

import time

import pytest

from gemeente_pga.binnen import log_binnenkomst
from gemeente_pga.domain.bureau import Onderwerp
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.sleutels import SlotSoort, kan_weg
from gemeente_pga.handelingen import sleutels as handelingen
from gemeente_pga.kluis import storingen
from gemeente_pga.kluis.bestanden import KOPIEEN
from gemeente_pga.kluis.header import MAX_SLOTS
from gemeente_pga.store.queries.bureau import aandacht
from gemeente_pga.store.queries.sleutels import gebruiker_bij_slot, sleutels
from tests.inrichting_hulp import kader
from tests.kluis.proef import FG, KORT, NIEUW, VANDAAG, VERVANGER, Proef, voeg_vervanger_toe
from tests.ui_hulp import WACHTZIN

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
        lambda: beheer.bereid_herstelcode_voor(VERVANGER),
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
    proef.dienst.sleutels.bereid_herstelcode_voor(NIEUW)
    proef.dienst.sleutels.neem_herstelcode()
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
        lambda: beheer.bereid_herstelcode_voor(NIEUW),
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


def test_a_sheet_that_was_used_is_asked_for_until_there_is_another(proef: Proef) -> None:
    def gevraagd() -> list[str]:
        with proef.store.reader() as r:
            punten = aandacht(r, kader(), VANDAAG)
        return [punt.waarom for punt in punten if punt.onderwerp is Onderwerp.SLEUTELS]

    log_binnenkomst(proef.dienst)
    assert gevraagd() == []
    proef.herstart()
    proef.dienst.ontgrendel_met_herstelcode(proef.code, NIEUW)
    proef.binnen()
    log_binnenkomst(proef.dienst, wachtzin_vervangen=True)
    assert gevraagd() == ["De kluis is op 8-9-2026 geopend met de herstelcode. Dat blad is dus gebruikt."]
    proef.open(NIEUW)
    log_binnenkomst(proef.dienst)
    assert len(gevraagd()) == 1
    proef.dienst.sleutels.bereid_herstelcode_voor(NIEUW)
    proef.dienst.sleutels.neem_herstelcode()
    sloten = proef.dienst.sleutels.sloten()
    handelingen.register_sleutels(proef.store, Handeling.KLUIS_HERSTELCODE_VERNIEUWEN, sloten, VANDAAG)
    assert gevraagd() == []
