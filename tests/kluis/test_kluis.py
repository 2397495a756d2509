# SPDX-License-Identifier: EUPL-1.2
"""The kluis folder: made, opened, changed, damaged, half written, mixed up."""

import os
import shutil
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from gemeente_pga.domain.kluisdienst import KluisSoort, KluisStaat
from gemeente_pga.kluis import bestanden, storingen
from gemeente_pga.kluis.header import KdfParameters, SlotSoort, parse_header
from gemeente_pga.kluis.herstelcode import nieuwe_code, parse_code
from gemeente_pga.kluis.kluis import Kluis
from gemeente_pga.kluis.sleutels import Sleutels
from tests.kluis.conftest import LICHT, RUIM, WACHTZIN, Proefkluis, maak_proefkluis

NIEUW = "een heel andere nieuwe wachtzin"
VERVANGER = "de wachtzin van de vervanger"


def code_bytes(tekst: str) -> bytearray:
    code = parse_code(tekst)
    assert isinstance(code, bytearray)
    return code


def opent(proef: Proefkluis, sleutels: Sleutels) -> bool:
    return bool(sleutels.k_db == proef.sleutels.k_db)


def staat(map_: Path) -> KluisStaat:
    return Kluis.aanwezig(map_, grenzen=RUIM)


def test_wachtzin_and_herstelcode_open_the_same_kluis(proefkluis: Proefkluis) -> None:
    met_zin = proefkluis.lees().open_met_wachtzin(WACHTZIN)
    met_code = proefkluis.lees().open_met_herstelcode(code_bytes(proefkluis.code))
    for naam in ("mk", "k_db", "k_hdr", "k_log", "k_mark", "db_zout", "kluis_id"):
        assert getattr(met_zin, naam) == getattr(met_code, naam) == getattr(proefkluis.sleutels, naam)
    assert (met_zin.slot, met_code.slot) == (SlotSoort.WACHTZIN, SlotSoort.HERSTELCODE)
    assert met_zin.soort is KluisSoort.KLUIS


def test_two_kluizen_share_nothing(tmp_path: Path) -> None:
    een, ander = ((tmp_path / naam) for naam in "ab")
    een.mkdir()
    ander.mkdir()
    a, b = maak_proefkluis(een), maak_proefkluis(ander)
    assert a.code != b.code
    for naam in ("mk", "k_db", "k_hdr", "k_log", "k_mark", "db_zout", "kluis_id"):
        assert getattr(a.sleutels, naam) != getattr(b.sleutels, naam)


def test_default_cost_is_the_decided_one(map_: Path) -> None:
    Kluis.maak(map_, WACHTZIN)
    kluis = Kluis.lees(map_)
    assert kluis.slots[0].parameters == KdfParameters(m_kib=256 * 1024, t=4, p=2)
    assert kluis.open_met_wachtzin(WACHTZIN).slot is SlotSoort.WACHTZIN


def test_wrong_secrets_have_their_own_sentences(proefkluis: Proefkluis) -> None:
    kluis = proefkluis.lees()
    with pytest.raises(storingen.WachtzinOnjuist, match="wachtzin klopt niet"):
        kluis.open_met_wachtzin(WACHTZIN + " ")
    with pytest.raises(storingen.WachtzinOnjuist):
        kluis.open_met_wachtzin("")
    with pytest.raises(storingen.HerstelcodeOnjuist):
        kluis.open_met_herstelcode(nieuwe_code())
    with pytest.raises(storingen.WachtzinOnjuist):
        kluis.open_met_wachtzin(WACHTZIN, soort=SlotSoort.VERVANGER)
    assert opent(proefkluis, kluis.open_met_wachtzin(WACHTZIN))


def test_typed_code_is_wiped_after_use(proefkluis: Proefkluis) -> None:
    code = code_bytes(proefkluis.code)
    proefkluis.lees().open_met_herstelcode(code)
    assert not any(code)


def test_files_are_for_the_owner_only(map_: Path) -> None:
    oud = os.umask(0)
    try:
        maak_proefkluis(map_)
    finally:
        os.umask(oud)
    rechten = {pad.name: stat.S_IMODE(pad.stat().st_mode) for pad in map_.iterdir()}
    assert rechten == {"kluis.db": 0o600, "kluis.sleutel-a": 0o600, "kluis.sleutel-b": 0o600}


def test_umask_is_tightened(tmp_path: Path) -> None:
    oud = os.umask(0o022)
    try:
        bestanden.restrict_umask()
        (tmp_path / "bestand").touch()
    finally:
        os.umask(oud)
    assert stat.S_IMODE((tmp_path / "bestand").stat().st_mode) == 0o600


# What lies in the folder


def test_states_of_the_folder(map_: Path) -> None:
    assert staat(map_) is KluisStaat.GEEN
    proef = maak_proefkluis(map_)
    assert staat(map_) is KluisStaat.COMPLEET
    database = proef.map / "kluis.db"
    inhoud = database.read_bytes()
    database.write_bytes(b"")
    assert staat(map_) is KluisStaat.DATABASE_LEEG
    database.write_bytes(b"SQLite format 3\x00" + inhoud)
    assert staat(map_) is KluisStaat.DATABASE_ONVERSLEUTELD
    database.unlink()
    assert staat(map_) is KluisStaat.SLEUTELBESTAND_ZONDER_DATABASE
    database.write_bytes(inhoud)
    proef.kopie("a").unlink()
    assert staat(map_) is KluisStaat.COMPLEET
    proef.kopie("b").unlink()
    assert staat(map_) is KluisStaat.DATABASE_ZONDER_SLEUTELBESTAND


def test_nothing_that_lies_there_leads_to_a_new_kluis(proefkluis: Proefkluis) -> None:
    inhoud = (proefkluis.map / "kluis.db").read_bytes()
    for database, kopieen in (
        (b"", True),
        (inhoud, True),
        (b"SQLite format 3\x00", True),
        (None, True),
        (inhoud, False),
    ):
        (proefkluis.map / "kluis.db").unlink(missing_ok=True)
        if database is not None:
            (proefkluis.map / "kluis.db").write_bytes(database)
        if not kopieen:
            proefkluis.kopie("a").unlink()
            proefkluis.kopie("b").unlink()
        voor = {pad.name: pad.read_bytes() for pad in proefkluis.map.iterdir()}
        with pytest.raises(storingen.KluisBestaatAl):
            Kluis.maak(proefkluis.map, NIEUW, kdf=LICHT, grenzen=RUIM)
        assert {pad.name: pad.read_bytes() for pad in proefkluis.map.iterdir()} == voor


def test_making_broken_off_before_the_database_can_be_done_again(map_: Path) -> None:
    _, eerste, _ = Kluis.maak(map_, WACHTZIN, kdf=LICHT, grenzen=RUIM)
    assert staat(map_) is KluisStaat.AANLEG_AFGEBROKEN
    (map_ / "kluis.db").touch()
    assert staat(map_) is KluisStaat.AANLEG_AFGEBROKEN
    _, tweede, _ = Kluis.maak(map_, NIEUW, kdf=LICHT, grenzen=RUIM)
    assert eerste.kluis_id != tweede.kluis_id
    (opzij,) = map_.glob("afgebroken-*")
    assert {pad.name for pad in opzij.iterdir()} == {"kluis.db", "kluis.sleutel-a", "kluis.sleutel-b"}
    assert Kluis.lees(opzij, grenzen=RUIM).open_met_wachtzin(WACHTZIN).k_db == eerste.k_db


def test_making_broken_off_after_the_database_is_a_kluis(map_: Path) -> None:
    _, sleutels, _ = Kluis.maak(map_, WACHTZIN, kdf=LICHT, grenzen=RUIM)
    (map_ / "kluis.db").write_bytes(sleutels.db_zout + bytes(4080))
    assert staat(map_) is KluisStaat.COMPLEET
    Kluis.lees(map_, grenzen=RUIM).open_met_wachtzin(WACHTZIN)
    (map_ / "kluis.db").unlink()
    assert staat(map_) is KluisStaat.SLEUTELBESTAND_ZONDER_DATABASE


def test_empty_wachtzin_makes_nothing(map_: Path) -> None:
    with pytest.raises(ValueError, match="lege wachtzin"):
        Kluis.maak(map_, "   ", kdf=LICHT, grenzen=RUIM)
    assert list(map_.iterdir()) == []


def test_missing_and_unreadable_files_have_their_own_sentences(map_: Path, tmp_path: Path) -> None:
    with pytest.raises(storingen.SleutelbestandOntbreekt):
        Kluis.lees(map_)
    with pytest.raises(storingen.SleutelbestandOntbreekt):
        Kluis.lees(tmp_path / "weg")
    (map_ / "kluis.sleutel-a").mkdir()
    with pytest.raises(storingen.SleutelbestandOnleesbaar):
        Kluis.lees(map_)
    with pytest.raises(storingen.SleutelbestandOnleesbaar):
        staat(map_)


# Changing who can open it


def test_changed_wachtzin_replaces_the_old_one(proefkluis: Proefkluis) -> None:
    voor = (proefkluis.map / "kluis.db").read_bytes()
    kluis = proefkluis.lees()
    kluis.wijzig_wachtzin(kluis.open_met_wachtzin(WACHTZIN), NIEUW)
    assert kluis.slots[0].parameters == LICHT
    assert opent(proefkluis, proefkluis.lees().open_met_wachtzin(NIEUW))
    assert opent(proefkluis, proefkluis.lees().open_met_herstelcode(code_bytes(proefkluis.code)))
    with pytest.raises(storingen.WachtzinOnjuist):
        proefkluis.lees().open_met_wachtzin(WACHTZIN)
    assert (proefkluis.map / "kluis.db").read_bytes() == voor


def test_lost_wachtzin_is_replaced_with_the_herstelcode(proefkluis: Proefkluis) -> None:
    kluis = proefkluis.lees()
    kluis.wijzig_wachtzin(kluis.open_met_herstelcode(code_bytes(proefkluis.code)), NIEUW)
    assert opent(proefkluis, proefkluis.lees().open_met_wachtzin(NIEUW))


def test_new_herstelcode_replaces_the_old_one(proefkluis: Proefkluis) -> None:
    kluis = proefkluis.lees()
    kop, nieuw = kluis.bereid_herstelcode_voor(proefkluis.sleutels)
    proefkluis.lees().open_met_herstelcode(code_bytes(proefkluis.code))  # until it is taken
    kluis.neem_opvolger(kop)
    assert opent(proefkluis, proefkluis.lees().open_met_herstelcode(code_bytes(nieuw)))
    with pytest.raises(storingen.HerstelcodeOnjuist):
        proefkluis.lees().open_met_herstelcode(code_bytes(proefkluis.code))


def test_prepared_herstelcode_is_not_taken_after_another_change(proefkluis: Proefkluis) -> None:
    kop, _ = proefkluis.lees().bereid_herstelcode_voor(proefkluis.sleutels)
    proefkluis.lees().wijzig_wachtzin(proefkluis.sleutels, NIEUW)
    with pytest.raises(storingen.HerstelbladAchterhaald):
        proefkluis.lees().neem_opvolger(kop)
    assert opent(proefkluis, proefkluis.lees().open_met_wachtzin(NIEUW))


def test_vervanger_comes_and_goes(proefkluis: Proefkluis) -> None:
    slot = proefkluis.lees().voeg_slot_toe(
        proefkluis.sleutels, VERVANGER, kdf=LICHT, kenmerken={"gemaakt_op": "2026-11-21"}
    )
    assert slot.kenmerken == {"gemaakt_op": "2026-11-21"}
    met_vervanger = proefkluis.lees().open_met_wachtzin(VERVANGER, soort=SlotSoort.VERVANGER)
    assert opent(proefkluis, met_vervanger)
    assert met_vervanger.slot is SlotSoort.VERVANGER
    proefkluis.lees().verwijder_slot(proefkluis.sleutels, slot.id)
    with pytest.raises(storingen.WachtzinOnjuist):
        proefkluis.lees().open_met_wachtzin(VERVANGER, soort=SlotSoort.VERVANGER)
    assert opent(proefkluis, proefkluis.lees().open_met_wachtzin(WACHTZIN))


def test_last_key_stays(proefkluis: Proefkluis) -> None:
    kluis = proefkluis.lees()
    papier = next(slot for slot in kluis.slots if slot.soort is SlotSoort.HERSTELCODE)
    zin = next(slot for slot in kluis.slots if slot.soort is SlotSoort.WACHTZIN)
    kluis.verwijder_slot(proefkluis.sleutels, papier.id)
    with pytest.raises(storingen.LaatsteSleutel):
        kluis.verwijder_slot(proefkluis.sleutels, zin.id)
    assert opent(proefkluis, proefkluis.lees().open_met_wachtzin(WACHTZIN))
    with pytest.raises(ValueError, match="onbekend"):
        kluis.verwijder_slot(proefkluis.sleutels, "00" * 8)


@pytest.mark.parametrize("soort", [SlotSoort.FG, SlotSoort.HERSTELCODE, SlotSoort.SLEUTELBOS])
def test_only_wachtzinnen_are_added_as_wachtzin(proefkluis: Proefkluis, soort: SlotSoort) -> None:
    with pytest.raises(ValueError, match="geen soort wachtzin"):
        proefkluis.lees().voeg_slot_toe(proefkluis.sleutels, VERVANGER, soort=soort, kdf=LICHT)


def test_seventeenth_slot_is_refused_before_anything_is_written(proefkluis: Proefkluis) -> None:
    kluis = proefkluis.lees()
    for n in range(14):
        kluis.voeg_slot_toe(proefkluis.sleutels, f"vervanger nummer {n}", kdf=LICHT)
    voor = proefkluis.kopie("a").read_bytes()
    with pytest.raises(storingen.TeVeelSleutels):
        kluis.voeg_slot_toe(proefkluis.sleutels, "een te veel", kdf=LICHT)
    assert proefkluis.kopie("a").read_bytes() == proefkluis.kopie("b").read_bytes() == voor


def test_unknown_kenmerken_survive_a_change(proefkluis: Proefkluis) -> None:
    kop = parse_header(proefkluis.kopie("a").read_bytes(), RUIM)
    later = replace(kop, kenmerken={"van_later": "ja"}).verzegel(proefkluis.sleutels.k_hdr)
    for letter in "ab":
        proefkluis.kopie(letter).write_bytes(later.tekst())
    proefkluis.lees().wijzig_wachtzin(proefkluis.sleutels, NIEUW)
    assert parse_header(proefkluis.kopie("a").read_bytes(), RUIM).kenmerken == {"van_later": "ja"}


# Two copies


@pytest.mark.parametrize("letter", ["a", "b"])
@pytest.mark.parametrize("schade", [None, b"", b"\x00" * 900, b"{}\n", b"x" * 70_000])
def test_one_bad_copy_is_made_good_again(proefkluis: Proefkluis, letter: str, schade: bytes | None) -> None:
    goed = proefkluis.kopie("a").read_bytes()
    if schade is None:
        proefkluis.kopie(letter).unlink()
    else:
        proefkluis.kopie(letter).write_bytes(schade)
    kluis = proefkluis.lees()
    assert opent(proefkluis, kluis.open_met_wachtzin(WACHTZIN))
    assert kluis.hersteld == (f"kluis.sleutel-{letter}",)
    assert proefkluis.kopie(letter).read_bytes() == goed


def test_healthy_copies_are_not_rewritten(proefkluis: Proefkluis) -> None:
    voor = [proefkluis.kopie(letter).stat().st_mtime_ns for letter in "ab"]
    kluis = proefkluis.lees()
    kluis.open_met_wachtzin(WACHTZIN)
    assert kluis.hersteld == kluis.onhersteld == ()
    assert [proefkluis.kopie(letter).stat().st_mtime_ns for letter in "ab"] == voor


def test_wrong_wachtzin_repairs_nothing(proefkluis: Proefkluis) -> None:
    proefkluis.kopie("b").write_bytes(b"kapot")
    with pytest.raises(storingen.WachtzinOnjuist):
        proefkluis.lees().open_met_wachtzin(NIEUW)
    assert proefkluis.kopie("b").read_bytes() == b"kapot"


def test_copy_that_cannot_be_repaired_does_not_keep_the_kluis_shut(proefkluis: Proefkluis) -> None:
    proefkluis.kopie("b").unlink()
    proefkluis.kopie("b").mkdir()
    (proefkluis.kopie("b") / "vol").touch()
    kluis = proefkluis.lees()
    assert opent(proefkluis, kluis.open_met_wachtzin(WACHTZIN))
    assert kluis.onhersteld == ("kluis.sleutel-b",)


def test_failed_write_leaves_the_old_wachtzin(proefkluis: Proefkluis) -> None:
    voor = proefkluis.kopie("a").read_bytes()
    kluis = proefkluis.lees()
    (proefkluis.map / "kluis.sleutel-b.nieuw").mkdir()
    with pytest.raises(storingen.SleutelbestandNietOpgeslagen):
        kluis.wijzig_wachtzin(proefkluis.sleutels, NIEUW)
    assert proefkluis.kopie("a").read_bytes() == proefkluis.kopie("b").read_bytes() == voor
    assert opent(proefkluis, kluis.open_met_wachtzin(WACHTZIN))


def test_old_copy_a_beside_new_copy_b_counts_for_nothing(proefkluis: Proefkluis) -> None:
    """What a crash between the two writes leaves, and what someone leaves who puts an old copy back."""
    oud = proefkluis.kopie("a").read_bytes()
    proefkluis.lees().wijzig_wachtzin(proefkluis.sleutels, NIEUW)
    nieuw = proefkluis.kopie("b").read_bytes()
    for oude_letter in "ab":
        for letter in "ab":
            proefkluis.kopie(letter).write_bytes(oud if letter == oude_letter else nieuw)
        with pytest.raises(storingen.GeheimVervangen):
            proefkluis.lees().open_met_wachtzin(WACHTZIN)
        kluis = proefkluis.lees()
        assert opent(proefkluis, kluis.open_met_wachtzin(NIEUW))
        assert kluis.hersteld == (f"kluis.sleutel-{oude_letter}",)
        assert proefkluis.kopie(oude_letter).read_bytes() == nieuw


def test_removed_slot_does_not_come_back_with_an_old_copy(proefkluis: Proefkluis) -> None:
    kluis = proefkluis.lees()
    slot = kluis.voeg_slot_toe(proefkluis.sleutels, VERVANGER, kdf=LICHT)
    oud = proefkluis.kopie("a").read_bytes()
    kluis.verwijder_slot(proefkluis.sleutels, slot.id)
    proefkluis.kopie("a").write_bytes(oud)
    with pytest.raises(storingen.GeheimVervangen):
        proefkluis.lees().open_met_wachtzin(VERVANGER, soort=SlotSoort.VERVANGER)


def test_forged_higher_number_does_not_win(proefkluis: Proefkluis) -> None:
    kop = parse_header(proefkluis.kopie("a").read_bytes(), RUIM)
    proefkluis.kopie("b").write_bytes(replace(kop, volgnummer=99).tekst())
    kluis = proefkluis.lees()
    assert opent(proefkluis, kluis.open_met_wachtzin(WACHTZIN))
    assert kluis.hersteld == ("kluis.sleutel-b",)


def test_both_copies_changed_by_hand_is_damage_not_a_wrong_wachtzin(proefkluis: Proefkluis) -> None:
    kop = parse_header(proefkluis.kopie("a").read_bytes(), RUIM)
    for letter in "ab":
        proefkluis.kopie(letter).write_bytes(replace(kop, slots=kop.slots[:1]).tekst())
    with pytest.raises(storingen.SleutelbestandBeschadigd):
        proefkluis.lees().open_met_wachtzin(WACHTZIN)


# Another kluis


@pytest.fixture
def buurkluis(tmp_path: Path) -> Proefkluis:
    plek = tmp_path / "buur"
    plek.mkdir()
    return maak_proefkluis(plek)


def test_key_files_of_another_kluis_are_named_as_such(proefkluis: Proefkluis, buurkluis: Proefkluis) -> None:
    for letter in "ab":
        shutil.copyfile(buurkluis.kopie(letter), proefkluis.kopie(letter))
    with pytest.raises(storingen.SleutelbestandVreemd):
        proefkluis.lees().open_met_wachtzin(WACHTZIN)


@pytest.mark.parametrize("letter", ["a", "b"])
def test_one_key_file_of_another_kluis_does_no_harm(
    proefkluis: Proefkluis, buurkluis: Proefkluis, letter: str
) -> None:
    shutil.copyfile(buurkluis.kopie("a"), proefkluis.kopie(letter))
    assert opent(proefkluis, proefkluis.lees().open_met_wachtzin(WACHTZIN))
    assert proefkluis.kopie("a").read_bytes() == proefkluis.kopie("b").read_bytes()


def test_damaged_start_of_the_database_is_not_called_foreign(proefkluis: Proefkluis) -> None:
    database = proefkluis.map / "kluis.db"
    inhoud = bytearray(database.read_bytes())
    inhoud[3] ^= 0x10
    database.write_bytes(inhoud)
    assert opent(proefkluis, proefkluis.lees().open_met_wachtzin(WACHTZIN))
