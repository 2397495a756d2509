# SPDX-License-Identifier: EUPL-1.2
"""Committed key files: the good ones open for ever, for an independent reader too; the bad never."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from gemeente_pga.kluis import storingen
from gemeente_pga.kluis.header import SlotSoort
from gemeente_pga.kluis.herstelcode import parse_code
from gemeente_pga.kluis.kluis import Kluis
from gemeente_pga.kluis.sleutelbos import Sleutelbos
from gemeente_pga.kluis.sleutels import Sleutels
from tests.kluis.onafhankelijke_lezer import open_sleutelbestand
from tests.kluis.sleutelbossen import Geheugenbos

VECTOREN = Path(__file__).with_name("vectoren")
GOED: list[dict[str, Any]] = json.loads((VECTOREN / "goed.json").read_text(encoding="utf-8"))
SLECHT: list[dict[str, Any]] = json.loads((VECTOREN / "slecht.json").read_text(encoding="utf-8"))
WEGEN = [(vector, weg) for vector in GOED for weg in vector["openen"]]


def zet_neer(map_: Path, bron: Path) -> None:
    for letter in "ab":
        shutil.copyfile(bron, map_ / f"kluis.sleutel-{letter}")


def open_kluis(map_: Path, weg: dict[str, str]) -> Sleutels:
    kluis = Kluis.lees(map_)
    soort = SlotSoort(weg["soort"])
    if soort is SlotSoort.HERSTELCODE:
        code = parse_code(weg["geheim"])
        assert isinstance(code, bytearray)
        return kluis.open_met_herstelcode(code)
    if soort is SlotSoort.SLEUTELBOS:
        plek = Geheugenbos()
        slot = next(slot for slot in kluis.slots if slot.soort is soort)
        plek.inhoud[f"{kluis.kluis_id}-{slot.id}"] = weg["sleutelbos"]
        bos = Sleutelbos(lambda: plek, toegestaan=frozenset((Geheugenbos.NAAM,)))
        return kluis.open_met_sleutelbos(weg["geheim"], bos)
    return kluis.open_met_wachtzin(weg["geheim"], soort=soort)


def test_there_are_enough_vectors() -> None:
    assert len(GOED) >= 10
    assert len(SLECHT) >= 40
    assert {v["bestand"] for v in GOED} == {p.name for p in (VECTOREN / "goed").iterdir()}
    assert {v["bestand"] for v in SLECHT} == {p.name for p in (VECTOREN / "slecht").iterdir()}


@pytest.mark.parametrize(("vector", "weg"), WEGEN, ids=[f"{v['bestand']}-{w['soort']}" for v, w in WEGEN])
def test_good_file_opens_and_gives_its_keys(map_: Path, vector: dict[str, Any], weg: dict[str, str]) -> None:
    bron = VECTOREN / "goed" / vector["bestand"]
    zet_neer(map_, bron)
    sleutels = open_kluis(map_, weg)
    assert {naam: getattr(sleutels, naam).hex() for naam in vector["verwacht"]} == vector["verwacht"]
    assert sleutels.slot.value == weg["soort"]
    assert (map_ / "kluis.sleutel-a").read_bytes() == bron.read_bytes()


@pytest.mark.parametrize(("vector", "weg"), WEGEN, ids=[f"{v['bestand']}-{w['soort']}" for v, w in WEGEN])
def test_independent_reader_gives_the_same_keys(vector: dict[str, Any], weg: dict[str, str]) -> None:
    pad = VECTOREN / "goed" / vector["bestand"]
    assert open_sleutelbestand(pad, weg["soort"], weg["geheim"], weg["sleutelbos"]) == vector["verwacht"]


@pytest.mark.parametrize("vector", SLECHT, ids=[v["bestand"] for v in SLECHT])
def test_bad_file_is_refused_with_its_own_sentence(
    map_: Path, vector: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    zet_neer(map_, VECTOREN / "slecht" / vector["bestand"])
    weg = vector.get("openen")
    if weg is None or weg["soort"] == "herstelcode":  # refusing may not cost a derivation
        monkeypatch.delattr("cryptography.hazmat.primitives.kdf.argon2.Argon2id")
    with pytest.raises(getattr(storingen, vector["fout"])) as gevangen:
        open_kluis(map_, weg) if weg else Kluis.lees(map_)
    assert gevangen.value.melding
    assert gevangen.value.raad
