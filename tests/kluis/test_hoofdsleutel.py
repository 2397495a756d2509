# SPDX-License-Identifier: EUPL-1.2
"""A new main key: whole or not at all, whenever it is broken off, and every other key ends."""

import errno
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gemeente_pga.binnen import log_binnenkomst, meldingen
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.domain.sleutels import SlotSoort
from gemeente_pga.handelingen.inrichting import set_instelling
from gemeente_pga.kluis import storingen
from gemeente_pga.kluis.wissel import MAP
from gemeente_pga.store.store import Store
from tests.kluis.proef import NIEUW, VERVANGER, Proef, voeg_vervanger_toe
from tests.store.onafhankelijke_controle import controleer
from tests.ui_hulp import NU, WACHTZIN

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
    beheer.bereid_herstelcode_voor(WACHTZIN)
    beheer.neem_herstelcode()
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
from tests.kluis.proef import Proef
from gemeente_pga.domain.kluisdienst import KluisSoort
from tests.ui_hulp import WACHTZIN
proef = Proef.__new__(Proef)
from tests.kluis.sleutelbossen import Geheugenbos
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
    log_binnenkomst(proef.dienst)
    assert "De nieuwe hoofdsleutel is in gebruik" in meldingen(proef.dienst)
    proef.open(WACHTZIN)
    log_binnenkomst(proef.dienst)
    assert "hoofdsleutel" not in meldingen(proef.dienst)


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
