# SPDX-License-Identifier: EUPL-1.2
"""A torn page without data: found, cured by a verified copy, and there is a whole kluis at every moment."""

import resource
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.store import herstel, storingen
from gemeente_pga.store.store import Store
from tests.store.bouw import NAAM, leg_dossier_vast, nieuwe_kluis, open_kluis


def _kluis_met_lege_paginas(map_: Path) -> Path:
    """A closed kluis with a dossier, and a dozen pages that hold nothing any more."""
    pad = nieuwe_kluis(map_)
    store = open_kluis(pad)
    leg_dossier_vast(store)
    leeg = dict.fromkeys(("code", "versie", "titel", "sha256", "geactiveerd_op"), "")
    with store.write(Handeling.BIJLAGE_TOEVOEGEN) as w:
        rij = w.insert("kader", leeg | {"tekst": "x" * 50_000})
    with store.write(Handeling.BIJLAGE_TOEVOEGEN) as w:
        w.delete("kader", rij)
    store.close()
    return pad


def tear_free_page(goed: bytes) -> Iterator[bytes]:
    """The file with one page torn, each page in turn from the end: some of them hold no data."""
    for plaats in range(len(goed) - 2048, 4096, -4096):
        yield goed[:plaats] + bytes(512) + goed[plaats + 512 :]


@pytest.fixture
def gescheurd(tmp_path: Path) -> Path:
    """A closed kluis with one torn page without data."""
    pad = _kluis_met_lege_paginas(tmp_path)
    for stuk in tear_free_page(pad.read_bytes()):
        pad.write_bytes(stuk)
        try:
            store = open_kluis(pad)
        except storingen.KluisBeschadigd:
            continue
        losse = store.maintenance(lambda o: o.bestand()).losse_paginas
        store.close()
        if losse == 1:
            return pad
    pytest.fail("no page without data")


def _open(pad: Path) -> Store:
    return open_kluis(pad, controleer=False)


def _inhoud(store: Store) -> dict[str, int]:
    assert store.controleer_keten().bevinding is None
    assert store.controleer_zegels().fouten == 0
    return store.maintenance(lambda o: o.rijen())


def _namen(pad: Path) -> set[str]:
    return {p.name for p in pad.parent.iterdir()}


def test_a_sound_kluis_is_read_and_left_alone(tmp_path: Path) -> None:
    pad = _kluis_met_lege_paginas(tmp_path)
    store = _open(pad)
    voor = pad.read_bytes()
    deel: list[float] = []
    assert herstel.keur(store, deel.append) == herstel.Keuring()
    assert deel == sorted(deel)
    assert deel[-1] == 1.0
    store.close()
    assert pad.read_bytes() == voor
    assert _namen(pad) == {NAAM, NAAM + "-journal"}


def test_a_torn_free_page_is_cured_and_nothing_else_changes(gescheurd: Path) -> None:
    store = _open(gescheurd)
    voor, laatste = _inhoud(store), store.laatste()
    keuring = herstel.keur(store)
    assert keuring.losse_paginas == 1
    assert keuring.kopie is not None
    store.close()
    nieuw, gelukt = herstel.wissel(gescheurd, keuring.kopie, lambda: _open(gescheurd))
    assert gelukt
    assert (_inhoud(nieuw), nieuw.laatste()) == (voor, laatste)
    controle = nieuw.maintenance(lambda o: o.bestand())
    assert controle.goed
    assert controle.losse_paginas == 0
    leg_dossier_vast(nieuw, nummer="2026-002")
    nieuw.close()
    assert _namen(gescheurd) == {NAAM, NAAM + "-journal"}
    assert gescheurd.stat().st_mode & 0o077 == 0
    store = _open(gescheurd)
    assert herstel.keur(store) == herstel.Keuring()
    store.close()


def test_without_room_for_a_copy_the_kluis_just_goes_on(gescheurd: Path) -> None:
    store = _open(gescheurd)
    zacht, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, hard))  # less than the copy needs
    try:
        keuring = herstel.keur(store)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (zacht, hard))
    assert keuring == herstel.Keuring(losse_paginas=1, kopie=None)
    assert _namen(gescheurd) == {NAAM, NAAM + "-journal"}
    leg_dossier_vast(store, nummer="2026-002")
    store.close()


def test_a_copy_that_does_not_open_leaves_the_old_kluis(gescheurd: Path) -> None:
    store = _open(gescheurd)
    voor = _inhoud(store)
    kopie = herstel.keur(store).kopie
    assert kopie is not None
    store.close()
    oud = gescheurd.read_bytes()
    inhoud = bytearray(kopie.read_bytes())
    inhoud[100] ^= 1  # between verifying and opening
    kopie.write_bytes(inhoud)
    store, gelukt = herstel.wissel(gescheurd, kopie, lambda: _open(gescheurd))
    assert not gelukt
    assert _inhoud(store) == voor
    store.close()
    assert gescheurd.read_bytes() == oud
    assert _namen(gescheurd) == {NAAM, NAAM + "-journal"}


@pytest.mark.parametrize("moment", ["copy made", "old kept", "new in place"])
def test_broken_off_anywhere_there_is_a_whole_kluis_and_the_rest_is_removed(
    gescheurd: Path, moment: str
) -> None:
    store = _open(gescheurd)
    voor = _inhoud(store)
    kopie = herstel.keur(store).kopie
    assert kopie is not None
    store.close()
    if moment != "copy made":
        shutil.copy2(gescheurd, gescheurd.with_name(NAAM + ".voor-herstel"))
    if moment == "new in place":
        kopie.replace(gescheurd)
    store = _open(gescheurd)
    assert _inhoud(store) == voor
    assert herstel.keur(store).losse_paginas == (moment != "new in place")
    store.close()
    assert _namen(gescheurd) <= {NAAM, NAAM + "-journal", NAAM + ".hersteld"}


def test_a_page_that_holds_data_is_damage_and_is_not_repaired(gescheurd: Path) -> None:
    inhoud = bytearray(gescheurd.read_bytes())
    inhoud[4096 * 3 + 99] ^= 1
    gescheurd.write_bytes(inhoud)
    store = _open(gescheurd)
    with pytest.raises(storingen.KluisBeschadigd):
        herstel.keur(store)
    store.close()
    assert gescheurd.read_bytes() == inhoud
    assert _namen(gescheurd) == {NAAM, NAAM + "-journal"}
