# SPDX-License-Identifier: EUPL-1.2
"""Keys: derived the same everywhere, wiped when asked, never shown, and never cheaper than decided."""

import unicodedata

import pytest
from argon2.low_level import Type, hash_secret_raw

from gemeente_pga.kluis import sleutels as sl
from gemeente_pga.kluis.header import KdfParameters, SlotSoort
from gemeente_pga.kluis.storingen import SleutelsGewist, TeWeinigGeheugen
from tests.kluis.conftest import LICHT, WACHTZIN, Proefkluis

KEYS = ("mk", "k_db", "k_hdr", "k_log", "k_mark")


def test_working_keys_are_all_different(proefkluis: Proefkluis) -> None:
    sleutels = {bytes(getattr(proefkluis.sleutels, naam)) for naam in KEYS}
    assert len(sleutels) == 5
    assert all(len(sleutel) == 32 for sleutel in sleutels)


def test_wiping_leaves_only_zeros(proefkluis: Proefkluis) -> None:
    sleutels = proefkluis.sleutels
    sleutels.wis()
    assert not any(any(getattr(sleutels, naam)) for naam in KEYS)


def test_keys_do_not_show_themselves(proefkluis: Proefkluis) -> None:
    sleutels = proefkluis.sleutels
    tekst = repr(sleutels) + str(sleutels) + f"{sleutels}"
    for naam in KEYS:
        sleutel = getattr(sleutels, naam)
        assert sleutel.hex() not in tekst
        assert repr(bytes(sleutel))[2:-1] not in tekst


def test_wiped_keys_make_no_slot(proefkluis: Proefkluis) -> None:
    kluis = proefkluis.lees()
    proefkluis.sleutels.wis()
    with pytest.raises(SleutelsGewist):
        kluis.wijzig_wachtzin(proefkluis.sleutels, "een nieuwe wachtzin")
    with pytest.raises(SleutelsGewist):
        kluis.bereid_herstelcode_voor(proefkluis.sleutels)


@pytest.mark.parametrize("kdf", [LICHT, KdfParameters(m_kib=256, t=3, p=2)])
def test_argon2id_agrees_with_the_reference_implementation(kdf: KdfParameters) -> None:
    slot = sl.nieuw_slot(SlotSoort.WACHTZIN, kdf)
    verwacht = hash_secret_raw(WACHTZIN.encode(), slot.zout, kdf.t, kdf.m_kib, kdf.p, 32, Type.ID)
    assert sl.kek_uit_wachtzin(WACHTZIN, slot) == verwacht


def test_wachtzin_is_the_same_however_its_letters_were_composed() -> None:
    zin = "crème brûlée bij het café ﬁjn"
    vormen = {
        bytes(sl.wachtzin_bytes(unicodedata.normalize(vorm, zin))) for vorm in ("NFC", "NFD", "NFKC", "NFKD")
    }
    assert vormen == {"crème brûlée bij het café fijn".encode()}


def test_wachtzin_is_otherwise_left_alone() -> None:
    vormen = ["Een zin", "een zin", "een  zin", " een zin", "een zin "]
    assert len({bytes(sl.wachtzin_bytes(vorm)) for vorm in vormen}) == len(vormen)
    assert sl.wachtzin_bytes("half \ud83d teken")


def test_slot_opens_only_in_its_own_kluis() -> None:
    slot = sl.nieuw_slot(SlotSoort.HERSTELCODE, None)
    code = bytearray(range(20))
    mk = sl.nieuwe_hoofdsleutel()
    slot = sl.verpak(mk, sl.kek_uit_herstelcode(code, slot), slot, bytes(16))
    assert sl.pak_uit(sl.kek_uit_herstelcode(code, slot), slot, bytes(16)) == mk
    assert sl.pak_uit(sl.kek_uit_herstelcode(code, slot), slot, b"\x01" + bytes(15)) is None


def test_wrapping_wipes_the_key_that_wraps() -> None:
    slot = sl.nieuw_slot(SlotSoort.HERSTELCODE, None)
    kek = bytearray(range(32))
    sl.verpak(sl.nieuwe_hoofdsleutel(), kek, slot, bytes(16))
    assert not any(kek)


@pytest.mark.parametrize(
    ("duur", "verwacht"),
    [
        (1.0, KdfParameters(256 * 1024, 4, 2)),
        (0.7, KdfParameters(256 * 1024, 4, 2)),
        (1.5, KdfParameters(256 * 1024, 4, 2)),
        (0.36, KdfParameters(256 * 1024, 10, 2)),
        (0.001, KdfParameters(256 * 1024, 20, 2)),
        (0.0, KdfParameters(256 * 1024, 20, 2)),
        (1.6, KdfParameters(144 * 1024, 4, 2)),
        (1.8, KdfParameters(128 * 1024, 4, 2)),
        (60.0, KdfParameters(128 * 1024, 4, 2)),
    ],
)
def test_cost_follows_the_machine_but_has_a_floor(duur: float, verwacht: KdfParameters) -> None:
    assert sl.calibrate_kdf(lambda kdf: duur) == verwacht


def test_cost_on_a_machine_with_little_memory() -> None:
    def te_klein(kdf: KdfParameters) -> float:
        raise TeWeinigGeheugen

    assert sl.calibrate_kdf(te_klein) == sl.MINSTE_KDF


def test_measuring_takes_real_time() -> None:
    assert sl.measure_kdf(KdfParameters(m_kib=1024, t=1, p=1)) > 0
