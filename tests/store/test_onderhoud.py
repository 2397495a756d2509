# SPDX-License-Identifier: EUPL-1.2
"""Long work: the connection is lent out, nothing else happens meanwhile, and it can be stopped."""

import threading
from pathlib import Path

import pytest

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.store import storingen
from gemeente_pga.store.onderhoud import Onderhoud
from gemeente_pga.store.store import Store
from tests.store.bouw import K_DB, leg_dossier_vast, nieuwe_kluis, open_kluis


class Werk:
    """A job in another thread that waits until the test lets it go on."""

    def __init__(self, store: Store) -> None:
        self.begonnen, self.verder = threading.Event(), threading.Event()
        self.uitkomst: object = None
        self.draad = threading.Thread(target=self._doe, args=(store,))
        self.draad.start()
        assert self.begonnen.wait(10)

    def _doe(self, store: Store) -> None:
        try:
            self.uitkomst = store.maintenance(self._taak)
        except storingen.OpslagStoring as fout:
            self.uitkomst = type(fout)

    def _taak(self, o: Onderhoud) -> object:
        self.begonnen.set()
        assert self.verder.wait(10)
        return o.value("SELECT count(*) FROM handeling")

    def einde(self) -> object:
        self.verder.set()
        self.draad.join(10)
        return self.uitkomst


def test_every_door_is_closed_while_a_job_runs(store: Store) -> None:
    werk = Werk(store)
    with pytest.raises(storingen.OnderhoudLoopt), store.write(Handeling.CASUS_INZIEN):
        pass
    with pytest.raises(storingen.OnderhoudLoopt), store.reader():
        pass
    with pytest.raises(storingen.OnderhoudLoopt):
        store.save_concept("x", "", "y")
    assert werk.einde() == 1
    leg_dossier_vast(store)


def test_a_stopped_job_ends_and_the_kluis_goes_on(store: Store) -> None:
    werk = Werk(store)
    store.cancel_maintenance()
    assert werk.einde() is storingen.Onderbroken
    leg_dossier_vast(store)
    store.cancel_maintenance()  # nothing runs: nothing happens
    assert store.maintenance(lambda o: o.value("SELECT count(*) FROM dossier")) == 1


def test_closing_stops_the_job(store: Store) -> None:
    werk = Werk(store)
    sluiter = threading.Thread(target=store.close)
    sluiter.start()
    assert werk.einde() is storingen.Onderbroken
    sluiter.join(10)
    assert not store.is_open


def test_maintenance_does_not_run_inside_another_door(store: Store) -> None:
    with pytest.raises(RuntimeError), store.reader():
        store.maintenance(lambda o: None)
    with pytest.raises(RuntimeError), store.write(Handeling.CASUS_INZIEN):
        store.maintenance(lambda o: None)


def test_a_job_checks_file_chain_and_seals(store: Store) -> None:
    leg_dossier_vast(store)
    deel: list[float] = []

    def taak(o: Onderhoud) -> tuple[bool, bool, int]:
        o.meld(0.0)
        return o.bestand().goed, o.keten().bevinding is None, o.zegels().fouten

    assert store.maintenance(taak, deel.append) == (True, True, 0)
    assert deel[0] == 0.0
    assert deel == sorted(deel)  # the file reports too


def test_a_torn_page_without_data_is_no_damage(tmp_path: Path) -> None:
    pad = nieuwe_kluis(tmp_path)
    store = open_kluis(pad)
    with store.write(Handeling.BIJLAGE_TOEVOEGEN) as w:
        rij = w.insert(
            "kader",
            dict.fromkeys(("code", "versie", "titel", "sha256", "geactiveerd_op"), "")
            | {"tekst": "x" * 50_000},
        )
    with store.write(Handeling.BIJLAGE_TOEVOEGEN) as w:
        w.delete("kader", rij)  # its pages are free now
    store.close()
    goed = pad.read_bytes()
    oordelen = []
    for plaats in range(len(goed) - 2048, len(goed) - 14 * 4096, -4096):
        stuk = bytearray(goed)
        stuk[plaats] ^= 1
        pad.write_bytes(stuk)
        try:
            store = open_kluis(pad)
        except storingen.KluisBeschadigd:
            continue
        oordelen.append(store.maintenance(lambda o: o.bestand()))
        leg_dossier_vast(store)
        assert store.controleer_zegels().fouten == 0
        store.close()
    assert len(oordelen) > 3
    assert {(o.goed, o.losse_paginas, len(o.bevindingen)) for o in oordelen} == {(True, 1, 1)}


def test_damage_while_the_kluis_is_open_is_found_though_pages_are_in_memory(tmp_path: Path) -> None:
    pad = nieuwe_kluis(tmp_path)
    store = open_kluis(pad)
    leg_dossier_vast(store)
    stuk = bytearray(pad.read_bytes())
    stuk[2 * 4096 + 100] ^= 1
    pad.write_bytes(stuk)
    assert not store.maintenance(lambda o: o.bestand()).goed
    store.close()


def test_the_key_of_the_kluis_is_not_kept(store: Store) -> None:
    lid = {naam: waarde for deel in (store, store._log, store._v) for naam, waarde in vars(deel).items()}
    assert not any(K_DB in waarde for waarde in lid.values() if isinstance(waarde, bytes | bytearray))
