# SPDX-License-Identifier: EUPL-1.2
"""The mark outside the kluis: a torn half does no harm, every changed bit is seen, an old kluis too."""

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.merk import REDENEN, REDENNAMEN, Merkbevinding, MerkStoring
from gemeente_pga.kluis.bestanden import MERK
from gemeente_pga.kluis.merk import HELFT, Merk, MerkOnbruikbaar, Stand, vergelijk
from tests.niet_root import NietRoot

ID = bytes(range(16))
K_MARK = bytes(range(50, 82))


def _h(n: int) -> bytes:
    return bytes([n % 256]) * 32


def _merk(map_: Path, kluis_id: bytes = ID, sleutel: bytes = K_MARK) -> Merk:
    return Merk(map_, kluis_id, sleutel)


def _lees(map_: Path) -> Stand | None:
    merk = _merk(map_)
    try:
        return merk.lees()
    finally:
        merk.wis()


@pytest.fixture
def merk(tmp_path: Path) -> Iterator[Merk]:
    """A mark at act 7."""
    gemaakt = _merk(tmp_path)
    assert gemaakt.lees() is None
    gemaakt.begin(7, _h(7))
    yield gemaakt
    gemaakt.wis()


def test_the_newest_act_is_read_back_by_another_program(merk: Merk, tmp_path: Path) -> None:
    for n in range(8, 20):
        merk.schrijf(n, _h(n))
        stand = _lees(tmp_path)
        assert stand is not None
        assert (stand.n, stand.h, stand.heel) == (n, _h(n), True)
    pad = tmp_path / MERK
    assert pad.stat().st_size == 2 * HELFT
    assert pad.stat().st_mode & 0o077 == 0


def test_the_hash_of_the_tombstones_is_written_along_and_kept(merk: Merk, tmp_path: Path) -> None:
    merk.grafstenen = b"g" * 32
    merk.schrijf(8, _h(8))
    ander = _merk(tmp_path)
    stand = ander.lees()
    assert stand is not None
    assert stand.grafstenen == b"g" * 32
    ander.schrijf(9, _h(9))
    later = _lees(tmp_path)
    assert later is not None
    assert (later.n, later.grafstenen) == (9, b"g" * 32)
    ander.wis()


def test_a_torn_write_leaves_the_other_half(merk: Merk, tmp_path: Path) -> None:
    pad = tmp_path / MERK
    for n in range(8, 14):
        voor = pad.read_bytes()
        merk.schrijf(n, _h(n))
        na = pad.read_bytes()
        for grens in range(0, 2 * HELFT, 512):  # what of it reached the disk
            pad.write_bytes(na[:grens] + voor[grens:])
            stand = _lees(tmp_path)
            assert stand is not None
            assert (stand.n, stand.h) in {(n - 1, _h(n - 1)), (n, _h(n))}
        pad.write_bytes(na)


def test_after_a_torn_write_the_torn_half_is_the_next_to_be_written(merk: Merk, tmp_path: Path) -> None:
    pad = tmp_path / MERK
    merk.schrijf(8, _h(8))
    stuk = bytearray(pad.read_bytes())
    stuk[30] ^= 1  # act 8 stands in the first half: 2 and 3 were the making
    pad.write_bytes(stuk)
    ander = _merk(tmp_path)
    stand = ander.lees()
    assert stand is not None
    assert (stand.n, stand.heel) == (7, False)
    ander.schrijf(9, _h(9))
    ander.wis()
    heel = _lees(tmp_path)
    assert heel is not None
    assert (heel.n, heel.heel) == (9, True)


def test_every_flipped_bit_is_noticed(merk: Merk, tmp_path: Path) -> None:
    pad = tmp_path / MERK
    merk.schrijf(8, _h(8))
    goed = pad.read_bytes()
    kans = random.Random(20261122)  # noqa: S311 - a repeatable choice of places
    plaatsen = [8 * (helft + byte) + bit for helft in (0, HELFT) for byte in range(140) for bit in range(8)]
    plaatsen += [kans.randrange(8 * len(goed)) for _ in range(500)]
    for plaats in plaatsen:
        stuk = bytearray(goed)
        stuk[plaats // 8] ^= 1 << plaats % 8
        pad.write_bytes(stuk)
        stand = _lees(tmp_path)
        assert stand is not None
        assert not stand.heel
        assert vergelijk(stand, (8, _h(8)), _h) is Merkbevinding.HALF


@pytest.mark.parametrize(
    "inhoud", [b"", b"x", bytes(2 * HELFT), b"\xff" * 2 * HELFT, b"PGA-MERK", b"PGA-MERK" + bytes(HELFT)]
)
def test_a_file_that_is_no_mark_counts_for_nothing(tmp_path: Path, inhoud: bytes) -> None:
    (tmp_path / MERK).write_bytes(inhoud)
    with pytest.raises(MerkOnbruikbaar) as fout:
        _lees(tmp_path)
    assert fout.value.bevinding in (Merkbevinding.BESCHADIGD, Merkbevinding.VREEMD)


def test_a_shorter_or_longer_file_is_not_whole(merk: Merk, tmp_path: Path) -> None:
    pad = tmp_path / MERK
    goed = pad.read_bytes()
    for inhoud in (goed[:HELFT], goed[:-1], goed + b"\x00"):
        pad.write_bytes(inhoud)
        stand = _lees(tmp_path)
        assert stand is not None
        assert not stand.heel


def test_the_mark_of_another_kluis_and_one_with_another_key_are_told_apart(
    merk: Merk, tmp_path: Path
) -> None:
    with pytest.raises(MerkOnbruikbaar) as fout:
        _merk(tmp_path, kluis_id=bytes(16)).lees()
    assert fout.value.bevinding is Merkbevinding.VREEMD
    with pytest.raises(MerkOnbruikbaar) as fout:
        _merk(tmp_path, sleutel=bytes(32)).lees()
    assert fout.value.bevinding is Merkbevinding.BESCHADIGD


def test_halves_cannot_change_places_or_be_doubled(merk: Merk, tmp_path: Path) -> None:
    pad = tmp_path / MERK
    merk.schrijf(8, _h(8))
    goed = pad.read_bytes()
    eerste, tweede = goed[:HELFT], goed[HELFT:]
    pad.write_bytes(tweede + eerste)
    with pytest.raises(MerkOnbruikbaar):
        _lees(tmp_path)
    for dubbel in (eerste, tweede):
        pad.write_bytes(dubbel + dubbel)
        stand = _lees(tmp_path)
        assert stand is not None
        assert not stand.heel


@pytest.mark.skipif(os.name != "posix", reason="rights of files as Linux knows them")
def test_a_file_that_may_not_be_read_counts_for_nothing(merk: Merk, tmp_path: Path) -> None:
    with NietRoot(tmp_path, bestand=0), pytest.raises(MerkOnbruikbaar):
        _lees(tmp_path)


def test_a_mark_that_was_unusable_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / MERK).write_bytes(b"kapot")
    merk = _merk(tmp_path)
    with pytest.raises(MerkOnbruikbaar):
        merk.lees()
    merk.begin(3, _h(3))
    merk.schrijf(4, _h(4))
    merk.wis()
    stand = _lees(tmp_path)
    assert stand is not None
    assert (stand.n, stand.heel) == (4, True)


def test_making_it_anew_keeps_counting(merk: Merk, tmp_path: Path) -> None:
    for n in (3, 4, 5):
        merk.begin(n, _h(n))
        stand = _lees(tmp_path)
        assert stand is not None
        assert (stand.n, stand.heel) == (n, True)
        merk.schrijf(n + 1, _h(n + 1))
        later = _lees(tmp_path)
        assert later is not None
        assert (later.n, later.heel) == (n + 1, True)
        assert later.teller > stand.teller


def test_a_disk_that_refuses_is_an_error_and_the_next_act_tries_again(merk: Merk, tmp_path: Path) -> None:
    pad = tmp_path / MERK
    pad.rename(tmp_path / "weg")
    with pytest.raises(FileNotFoundError):
        merk.schrijf(8, _h(8))
    (tmp_path / "weg").rename(pad)
    merk.schrijf(9, _h(9))
    stand = _lees(tmp_path)
    assert stand is not None
    assert (stand.n, stand.heel) == (9, True)


VERGELIJKINGEN = [
    (Stand(5, _h(5)), 5, None),
    (Stand(5, _h(5)), 6, None),  # stopped between the act and the mark
    (Stand(5, _h(5)), 7, Merkbevinding.ACHTER),
    (Stand(5, _h(5)), 4, Merkbevinding.OUDER),
    (Stand(5, _h(9)), 5, Merkbevinding.ANDERS),
    (Stand(5, _h(9)), 6, Merkbevinding.ANDERS),
    (Stand(5, _h(9)), 4, Merkbevinding.OUDER),
    (Stand(5, _h(5), heel=False), 5, Merkbevinding.HALF),
    (Stand(5, _h(5), heel=False), 6, Merkbevinding.HALF),
]


@pytest.mark.parametrize(("stand", "laatste", "bevinding"), VERGELIJKINGEN)
def test_mark_and_chain_are_compared(stand: Stand, laatste: int, bevinding: Merkbevinding | None) -> None:
    gevonden = vergelijk(stand, (laatste, _h(laatste)), lambda n: _h(n) if n <= laatste else None)
    assert gevonden is bevinding


def test_the_copy_for_the_keystore_is_believed_only_when_it_is_ours(merk: Merk, tmp_path: Path) -> None:
    kopie = merk.voor_sleutelbos(7, _h(7))
    assert len(kopie) == 32
    assert merk.uit_sleutelbos(kopie) == (7, _h(7)[:12])
    for plaats in range(32):
        stuk = bytearray(kopie)
        stuk[plaats] ^= 1
        assert merk.uit_sleutelbos(stuk) is None
    assert _merk(tmp_path, kluis_id=bytes(16)).uit_sleutelbos(kopie) is None
    assert merk.uit_sleutelbos(bytearray()) is None


def test_the_key_is_gone_after_wiping(merk: Merk) -> None:
    merk.wis()
    assert not any(merk._k_mark)


def test_every_finding_has_its_own_sentence_and_advice_to_act_on() -> None:
    zinnen = {bevinding.zin for bevinding in Merkbevinding}
    assert len(zinnen) == len(Merkbevinding)
    assert len({bevinding.code for bevinding in Merkbevinding}) == len(Merkbevinding)
    for bevinding in Merkbevinding:
        assert bevinding.zin.endswith(".")
        assert bevinding.raad.endswith(".")
        assert isinstance(bevinding.handeling, Handeling)
        assert MerkStoring(bevinding).melding == bevinding.zin
        if not bevinding.vraagt:
            assert bevinding.code in REDENNAMEN
    assert len(dict(REDENEN)) == len(REDENEN) >= 4
