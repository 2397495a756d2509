# SPDX-License-Identifier: EUPL-1.2
"""The sealed file for another kluis: what was changed, cut, moved or asked too much of is refused."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gemeente_pga.kluis import pakket, sleutels
from gemeente_pga.kluis.header import Grenzen, KdfParameters, canoniek
from gemeente_pga.kluis.storingen import (
    KluisStoring,
    PakketBeschadigd,
    PakketOpentNiet,
    PakketTeNieuw,
    PakketVreemd,
    PakketWeg,
)

LICHT = KdfParameters(m_kib=64, t=1, p=1)
GRENZEN = Grenzen(m_min_kib=64, t_min=1)
ZIN = "tulp fiets kade wolk anker"
DELEN = (b"overzicht", b"dossier een", b"dossier twee" * 1000)


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    doel = tmp_path / "dossiers.pgadossiers"
    doel.write_bytes(pakket.seal(ZIN, DELEN, LICHT))
    return doel


def test_what_went_in_comes_out_and_nothing_of_it_can_be_read(pad: Path):
    geopend, eerste = pakket.unseal(pad, ZIN, GRENZEN)
    assert (eerste, geopend.deel(1), geopend.deel(2)) == DELEN
    assert b"dossier" not in pad.read_bytes().partition(b"\n")[2]
    geopend.sluit()
    with pytest.raises(PakketOpentNiet):
        geopend.deel(1)


def test_the_same_dossiers_under_the_same_password_give_another_file():
    assert pakket.seal(ZIN, DELEN, LICHT) != pakket.seal(ZIN, DELEN, LICHT)


def test_another_password_does_not_open(pad: Path):
    with pytest.raises(PakketOpentNiet):
        pakket.unseal(pad, ZIN + "x", GRENZEN)


def test_every_byte_that_changes_is_seen(pad: Path):
    heel = pad.read_bytes()
    for plek in (*range(0, len(heel), 97), len(heel) - 1):
        pad.write_bytes(heel[:plek] + bytes([heel[plek] ^ 1]) + heel[plek + 1 :])
        with pytest.raises(KluisStoring):
            _lees_alles(pad)


def _lees_alles(pad: Path) -> None:
    geopend, _ = pakket.unseal(pad, ZIN, GRENZEN)
    for nummer in (1, 2):
        geopend.deel(nummer)


@pytest.mark.parametrize("einde", [0, 1, 100, 400, -1, -1000])
def test_a_file_that_was_cut_off_is_refused(pad: Path, einde: int):
    pad.write_bytes(pad.read_bytes()[:einde])
    with pytest.raises((PakketBeschadigd, PakketVreemd)):
        pakket.unseal(pad, ZIN, GRENZEN)


def test_something_behind_it_is_refused(pad: Path):
    pad.write_bytes(pad.read_bytes() + b"x")
    with pytest.raises(PakketBeschadigd):
        pakket.unseal(pad, ZIN, GRENZEN)


def test_parts_do_not_change_places(tmp_path: Path):
    pad = tmp_path / "x"
    heel = pakket.seal(ZIN, (b"overzicht", b"aaaa", b"bbbb"), LICHT)
    regel, rest = heel[: heel.index(b"\n") + 1], heel[heel.index(b"\n") + 1 :]
    pad.write_bytes(regel + rest[:25] + rest[45:65] + rest[25:45])
    geopend, _ = pakket.unseal(pad, ZIN, GRENZEN)
    with pytest.raises(PakketBeschadigd):
        geopend.deel(1)


@pytest.mark.parametrize(
    "wijzig",
    [
        lambda v: v.update(m_kib=1 << 40),
        lambda v: v.update(m_kib=8),
        lambda v: v.update(t=10**9),
        lambda v: v.update(t=True),
        lambda v: v.update(p=10**6),
        lambda v: v.update(p=-1),
        lambda v: v.update(kdf="md5"),
        lambda v: v.update(zout="00"),
        lambda v: v.update(nonce="zz" * 8),
        lambda v: v.update(delen=[]),
        lambda v: v.update(delen=[1, 2]),
        lambda v: v.update(delen=[100] * 100_000),
        lambda v: v.update(delen=[10**15, 10**15]),
        lambda v: v.update(delen="../../etc"),
        lambda v: v.update(extra=1),
        lambda v: v.pop("zout"),
    ],
)
def test_what_the_first_line_asks_is_bounded_before_any_key_is_derived(
    wijzig: Callable[[dict[str, Any]], object], pad: Path, monkeypatch: pytest.MonkeyPatch
):
    def nooit(*_: object) -> bytearray:
        raise AssertionError("a key was derived")

    regel, _, rest = pad.read_bytes().partition(b"\n")
    velden = json.loads(regel)
    wijzig(velden)
    pad.write_bytes(canoniek(velden) + b"\n" + rest)
    monkeypatch.setattr(pakket, "argon2id", nooit)
    with pytest.raises((PakketBeschadigd, PakketVreemd)):
        pakket.unseal(pad, ZIN, GRENZEN)
    assert sleutels.argon2id is not nooit


@pytest.mark.parametrize("inhoud", [b"", b"{}\n", b"[" * 100_000, b"%PDF-1.7\n", b"\xff\n", b'"x"\n'])
def test_another_file_is_told_apart(pad: Path, inhoud: bytes):
    pad.write_bytes(inhoud)
    with pytest.raises(PakketVreemd):
        pakket.unseal(pad, ZIN, GRENZEN)


def test_a_later_version_is_told_apart(pad: Path):
    pad.write_bytes(pad.read_bytes().replace(b'"versie":1', b'"versie":2'))
    with pytest.raises(PakketTeNieuw):
        pakket.unseal(pad, ZIN, GRENZEN)


def test_a_file_that_is_not_there_is_said(tmp_path: Path):
    with pytest.raises(PakketWeg):
        pakket.unseal(tmp_path / "weg", ZIN, GRENZEN)
