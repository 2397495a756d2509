# SPDX-License-Identifier: EUPL-1.2
"""A whole kluis folder against its mark: what was put back, taken away or cut short is told beforehand."""

import hashlib
import itertools
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gemeente_pga.binnen import log_binnenkomst, meldingen
from gemeente_pga.dienst import Dienst
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kluisdienst import KluisSoort, KluisStaat
from gemeente_pga.domain.merk import Merkbevinding, MerkStoring
from gemeente_pga.handelingen.inrichting import set_instelling
from gemeente_pga.kluis.bestanden import DATABASE, JOURNAL, MERK
from gemeente_pga.kluis.sleutelbos import Sleutelbos
from gemeente_pga.store.queries import journaal
from tests.niet_root import NietRoot
from tests.ui_hulp import LICHT, LICHTE_GRENZEN, NU, WACHTZIN, lichte_dienst

WORTEL = Path(__file__).parents[2]


def _maak(map_: Path) -> Path:
    """A closed kluis with a few acts; its folder."""
    dienst = lichte_dienst(map_)
    dienst.kies(KluisSoort.KLUIS)
    dienst.maak(WACHTZIN)
    dienst.betreed()
    _werk(dienst, 3)
    dienst.laat_los()
    return map_ / "kluis"


def _werk(dienst: Dienst, keer: int) -> None:
    assert dienst.store is not None
    for n in range(keer):
        set_instelling(dienst.store, "proef", str(n))


def _open(dienst: Dienst, toch: str = "") -> Dienst:
    """As the program does it, up to where the window would open."""
    dienst.kies(KluisSoort.KLUIS)
    dienst.ontgrendel(WACHTZIN)
    dienst.betreed(toch)
    dienst.keur()
    dienst.rond_keuring_af()
    log_binnenkomst(dienst)
    return dienst


@pytest.fixture
def plek(tmp_path: Path) -> Path:
    return tmp_path / "plek"


@pytest.fixture
def kluismap(plek: Path) -> Path:
    return _maak(plek)


@pytest.fixture
def dienst(plek: Path) -> Iterator[Dienst]:
    d = lichte_dienst(plek)
    yield d
    d.laat_los()


def _sinds_instelling(dienst: Dienst) -> list[tuple[str, str]]:
    """Code and reason of the acts since the last setting, oldest first; those about the keys left out."""
    assert dienst.store is not None
    with dienst.store.reader() as r:
        regels = [(regel.code, regel.reden) for regel in journaal.journaal(r, journaal.Filter(), maximum=50)]
    sinds = list(itertools.takewhile(lambda paar: paar[0] != Handeling.SYSTEEM_INSTELLING.code, regels))
    return [paar for paar in reversed(sinds) if not paar[0].startswith("kluis.sleutel")]


def test_a_kluis_in_order_opens_without_a_word(kluismap: Path, dienst: Dienst) -> None:
    for keer in range(3):
        _open(dienst)
        assert meldingen(dienst) == ""
        assert _sinds_instelling(dienst) == [("kluis.openen", "")] * (keer + 1)
        dienst.laat_los()


# ---- what was put back or taken away


def _oude_database(map_: Path, oud: Path) -> None:
    shutil.copyfile(oud / DATABASE, map_ / DATABASE)


def _oude_database_met_journaal(map_: Path, oud: Path) -> None:
    for naam in (DATABASE, JOURNAL):
        shutil.copyfile(oud / naam, map_ / naam)


def _oude_paginas(map_: Path, oud: Path) -> None:
    """Every old page that differs, as far as the old file went."""
    nieuw = bytearray((map_ / DATABASE).read_bytes())
    was = (oud / DATABASE).read_bytes()
    for plaats in range(0, min(len(nieuw), len(was)), 4096):
        nieuw[plaats : plaats + 4096] = was[plaats : plaats + 4096]
    (map_ / DATABASE).write_bytes(nieuw)


def _oud_merk(map_: Path, oud: Path) -> None:
    shutil.copyfile(oud / MERK, map_ / MERK)


def _geen_merk(map_: Path, _oud: Path) -> None:
    (map_ / MERK).unlink()


def _leeg_merk(map_: Path, _oud: Path) -> None:
    (map_ / MERK).write_bytes(b"")


def _merk_met_andere_mac(map_: Path, _oud: Path) -> None:
    inhoud = bytearray((map_ / MERK).read_bytes())
    for plaats in (100, 4096 + 100):
        inhoud[plaats] ^= 1
    (map_ / MERK).write_bytes(inhoud)


def _merk_van_een_ander(map_: Path, _oud: Path) -> None:
    buur = _maak(map_.parent / "buur")
    shutil.copyfile(buur / MERK, map_ / MERK)


def _half_merk(map_: Path, _oud: Path) -> None:
    inhoud = (map_ / MERK).read_bytes()
    (map_ / MERK).write_bytes(inhoud[:4096] + bytes(4096))


GEVALLEN: list[tuple[Callable[[Path, Path], None], Merkbevinding]] = [
    (_oude_database, Merkbevinding.OUDER),
    (_oude_database_met_journaal, Merkbevinding.OUDER),
    (_oude_paginas, Merkbevinding.OUDER),
    (_oud_merk, Merkbevinding.ACHTER),
    (_geen_merk, Merkbevinding.ONTBREEKT),
    (_leeg_merk, Merkbevinding.BESCHADIGD),
    (_merk_met_andere_mac, Merkbevinding.BESCHADIGD),
    (_merk_van_een_ander, Merkbevinding.VREEMD),
    (_half_merk, Merkbevinding.HALF),
]


@pytest.mark.parametrize(("knoei", "bevinding"), GEVALLEN)
def test_what_was_put_back_is_named_and_going_on_is_recorded(
    kluismap: Path,
    dienst: Dienst,
    tmp_path: Path,
    knoei: Callable[[Path, Path], None],
    bevinding: Merkbevinding,
) -> None:
    oud = Path(shutil.copytree(kluismap, tmp_path / "oud"))
    _open(dienst)
    _werk(dienst, 4)
    dienst.laat_los()
    knoei(kluismap, oud)

    dienst.kies(KluisSoort.KLUIS)
    dienst.ontgrendel(WACHTZIN)
    if bevinding.vraagt:
        with pytest.raises(MerkStoring) as fout:
            dienst.betreed()
        assert fout.value.bevinding is bevinding
        assert dienst.store is None
        dienst.betreed("backup_teruggezet")
    else:
        dienst.betreed()
    dienst.keur()
    dienst.rond_keuring_af()
    log_binnenkomst(dienst)
    reden = "backup_teruggezet" if bevinding.vraagt else bevinding.code
    assert _sinds_instelling(dienst)[-2:] == [(bevinding.handeling.code, reden), ("kluis.openen", "")]
    assert (bevinding.zin in meldingen(dienst)) is not bevinding.vraagt
    dienst.laat_los()

    _open(dienst)  # and from then on all is well
    assert meldingen(dienst) == ""


def test_going_on_leaves_no_new_mark_before_it_is_recorded(
    kluismap: Path, dienst: Dienst, tmp_path: Path
) -> None:
    oud = Path(shutil.copytree(kluismap, tmp_path / "oud"))
    _open(dienst)
    dienst.laat_los()
    _oude_database(kluismap, oud)
    dienst.kies(KluisSoort.KLUIS)
    dienst.ontgrendel(WACHTZIN)
    dienst.betreed("backup_teruggezet")
    dienst.laat_los()  # the program stops here
    dienst.kies(KluisSoort.KLUIS)
    dienst.ontgrendel(WACHTZIN)
    with pytest.raises(MerkStoring):
        dienst.betreed()


def test_another_history_of_the_same_length_is_noticed(
    kluismap: Path, dienst: Dienst, tmp_path: Path
) -> None:
    """Two copies of one kluis that were both worked on: each has its own mark."""
    ander = tmp_path / "ander"
    shutil.copytree(kluismap.parent, ander)
    _open(dienst)
    _werk(dienst, 2)
    dienst.laat_los()
    tweede = lichte_dienst(ander)
    _open(tweede)
    _werk(tweede, 2)
    tweede.laat_los()
    shutil.copyfile(ander / "kluis" / DATABASE, kluismap / DATABASE)
    dienst.kies(KluisSoort.KLUIS)
    dienst.ontgrendel(WACHTZIN)
    with pytest.raises(MerkStoring) as fout:
        dienst.betreed()
    assert fout.value.bevinding is Merkbevinding.ANDERS


def test_a_kluis_without_journal_file_opens(kluismap: Path, dienst: Dienst) -> None:
    (kluismap / JOURNAL).unlink()
    _open(dienst)
    assert meldingen(dienst) == ""


@pytest.mark.parametrize(
    ("knoei", "soort"),
    [
        (lambda inhoud: inhoud[: len(inhoud) // 2 // 4096 * 4096], "KluisBeschadigd"),
        (lambda inhoud: inhoud[:-1000], "KluisBeschadigd"),
        (lambda inhoud: inhoud[:4096] + bytes(4096) + inhoud[8192:], "KluisBeschadigd"),
        (lambda inhoud: bytes(len(inhoud)), "SleutelbestandVreemd"),
    ],
)
def test_a_cut_or_emptied_database_is_damaged_and_not_merely_old(
    kluismap: Path, dienst: Dienst, knoei: Callable[[bytes], bytes], soort: str
) -> None:
    pad = kluismap / DATABASE
    pad.write_bytes(knoei(pad.read_bytes()))
    with pytest.raises(Storing) as fout:
        _open(dienst)
    assert type(fout.value).__name__ == soort


def test_a_database_of_zero_bytes_is_an_alarm(kluismap: Path, dienst: Dienst) -> None:
    (kluismap / DATABASE).write_bytes(b"")
    dienst.kies(KluisSoort.KLUIS)
    assert dienst.staat() is KluisStaat.DATABASE_LEEG


def test_a_kluis_of_which_only_the_mark_is_left_is_an_alarm_and_takes_a_backup(
    kluismap: Path, dienst: Dienst, tmp_path: Path
) -> None:
    _open(dienst)
    kopie = dienst.red(tmp_path)
    _werk(dienst, 2)
    dienst.laat_los()
    for pad in kluismap.iterdir():
        if pad.name != MERK:
            pad.unlink()
    dienst.kies(KluisSoort.KLUIS)
    assert dienst.staat() is KluisStaat.WEG
    with pytest.raises(Storing):
        dienst.maak(WACHTZIN)
    dienst.zet_backup_terug(kopie)
    dienst.laat_los()
    with pytest.raises(MerkStoring) as fout:
        _open(dienst)
    assert fout.value.bevinding is Merkbevinding.OUDER
    dienst.laat_los()
    _open(dienst, "backup_teruggezet")


# ---- stopped half-way

_STOP = """
import os, signal, sys
from pathlib import Path
from tests.kluis.test_merkwacht import _open, _werk
from tests.ui_hulp import lichte_dienst
dienst = _open(lichte_dienst(Path(sys.argv[1])))
_werk(dienst, 1)
schrijf = dienst.store.merk
def stop(n, h):
    if sys.argv[2] == "na":
        schrijf(n, h)
    os.kill(os.getpid(), signal.SIGKILL)
dienst.store.merk = stop
_werk(dienst, 1)
"""


@pytest.mark.parametrize("wanneer", ["voor", "na"])
def test_killed_between_commit_and_mark_opens_without_a_word(
    kluismap: Path, plek: Path, dienst: Dienst, wanneer: str
) -> None:
    uit = subprocess.run([sys.executable, "-c", _STOP, str(plek), wanneer], cwd=WORTEL, check=False)
    assert uit.returncode == -signal.SIGKILL
    _open(dienst)
    assert meldingen(dienst) == ""
    assert _sinds_instelling(dienst) == [("kluis.openen", "")]
    assert dienst.store is not None
    assert dienst.store.controleer_keten().bevinding is None


def test_a_mark_that_cannot_be_written_is_told_and_the_act_stands(kluismap: Path, dienst: Dienst) -> None:
    _open(dienst)
    assert dienst.merkwacht is not None
    gehoord: list[Storing] = []
    dienst.merkwacht.bij_fout = gehoord.append
    dienst.merkwacht._merk._sluit()
    merk = kluismap / MERK
    merk.rename(kluismap / "weg")
    merk.mkdir()  # nothing can be written there
    _werk(dienst, 2)
    assert [type(storing).__name__ for storing in gehoord] == ["MerkNietGeschreven"] * 2
    assert "merkbestand" in meldingen(dienst)
    merk.rmdir()
    _werk(dienst, 1)
    assert meldingen(dienst) == ""
    dienst.laat_los()
    _open(dienst)
    assert meldingen(dienst) == ""


# ---- the copy in the keystore


class Bewaarplaats:
    """A keystore that works, or does not."""

    def __init__(self) -> None:
        self.inhoud: dict[tuple[str, str], str] = {}
        self.stuk = False

    def get_password(self, service: str, username: str) -> str | None:
        self._mag()
        return self.inhoud.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._mag()
        self.inhoud[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._mag()
        del self.inhoud[service, username]

    def _mag(self) -> None:
        if self.stuk:
            raise OSError("keystore on strike")


def _dienst_met_bos(map_: Path, plaats: Bewaarplaats) -> Dienst:
    naam = f"{Bewaarplaats.__module__}.{Bewaarplaats.__qualname__}"
    mappen: dict[KluisSoort, Callable[[], Path]] = {soort: lambda: map_ / "kluis" for soort in KluisSoort}
    return Dienst(
        mappen,
        map_ / "instellingen.ini",
        lambda: NU,
        kdf=LICHT,
        grenzen=LICHTE_GRENZEN,
        bos=lambda limiet: Sleutelbos(lambda: plaats, toegestaan=frozenset({naam}), limiet=limiet),
    )


def test_the_whole_folder_put_back_is_noticed_by_the_keystore(
    kluismap: Path, plek: Path, tmp_path: Path
) -> None:
    plaats = Bewaarplaats()
    dienst = _dienst_met_bos(plek, plaats)
    _open(dienst).laat_los()
    oud = Path(shutil.copytree(kluismap, tmp_path / "oud"))
    _open(dienst)
    assert len(plaats.inhoud) == 1
    voor = dict(plaats.inhoud)
    _werk(dienst, 3)
    assert plaats.inhoud == voor  # only when locking
    dienst.laat_los()
    assert plaats.inhoud != voor

    for naam in (DATABASE, JOURNAL, MERK):
        shutil.copyfile(oud / naam, kluismap / naam)
    with pytest.raises(MerkStoring) as fout:
        _open(dienst)
    assert fout.value.bevinding is Merkbevinding.OUDER
    dienst.laat_los()
    _open(dienst, "backup_teruggezet").laat_los()
    _open(dienst).laat_los()


@pytest.mark.parametrize("rommel", ["", "geen hex", "00" * 32, "ff" * 31])
def test_a_keystore_never_keeps_the_kluis_shut(kluismap: Path, plek: Path, rommel: str) -> None:
    plaats = Bewaarplaats()
    dienst = _dienst_met_bos(plek, plaats)
    _open(dienst).laat_los()
    for naam in plaats.inhoud:
        plaats.inhoud[naam] = rommel
    _open(dienst)
    plaats.stuk = True
    dienst.laat_los()
    _open(dienst).laat_los()


# ---- a kluis that cannot be written


@pytest.mark.skipif(os.name != "posix", reason="rights of files as Linux knows them")
def test_a_kluis_on_a_locked_medium_gives_a_verified_backup_and_nothing_else(
    kluismap: Path, plek: Path, dienst: Dienst, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    stick.chmod(0o777)
    _open(dienst).laat_los()
    voor = {pad.name: hashlib.sha256(pad.read_bytes()).hexdigest() for pad in kluismap.iterdir()}
    with NietRoot(kluismap):
        dienst.kies(KluisSoort.KLUIS)
        dienst.ontgrendel(WACHTZIN)
        with pytest.raises(Storing) as fout:
            dienst.betreed()
        assert fout.value.kan_niet_schrijven
        dienst.betreed(alleen_lezen=True)
        kopie = dienst.red(stick)
        with pytest.raises(Storing):
            dienst.betreed()
    assert {pad.name: hashlib.sha256(pad.read_bytes()).hexdigest() for pad in kluismap.iterdir()} == voor
    dienst.betreed()  # the medium can be written again: go on with the keys that are held
    dienst.keur()
    dienst.rond_keuring_af()
    log_binnenkomst(dienst)
    assert dienst.store is not None
    gemaakt = dienst.store.laatste()[0]
    dienst.laat_los()

    ander = lichte_dienst(tmp_path / "ander")
    ander.zet_backup_terug(kopie)
    _open(ander)
    assert ander.store is not None
    assert ander.store.laatste()[0] < gemaakt + 3  # the copy was made before the first one was opened again
    ander.laat_los()
