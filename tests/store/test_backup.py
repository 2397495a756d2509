# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S608 - names of tables come from the schema
"""Back-up: it opens again with the same contents, damage is noticed, nothing is overwritten."""

import errno
import json
import os
import shutil
import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.store import backup, storingen
from gemeente_pga.store.backup import (
    MANIFEST,
    Reservekopie,
    controleer_reservekopie,
    lees_reservekopie,
    lijst_reservekopieen,
    maak_reservekopie,
    zet_terug,
)
from gemeente_pga.store.manifest import seal_manifest
from gemeente_pga.store.store import Store
from tests.store.bouw import NAAM, NU, leg_dossier_vast, nieuwe_kluis, open_kluis


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Where back-ups go."""
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def _headers(map_: Path) -> list[Path]:
    paden = [map_ / "kluis.sleutel-a", map_ / "kluis.sleutel-b"]
    for pad in paden:
        pad.write_bytes(b'{"sleutel": 1}')
    return paden


def _maak(store: Store, stick: Path, nu: datetime = NU) -> Reservekopie:
    return maak_reservekopie(store, stick, header_bestanden=_headers(store.pad.parent), nu=nu)


def _inhoud(store: Store) -> dict[str, object]:
    """Every row of every table that matters."""
    with store.reader() as r:
        tabellen = [
            *store._log.tabellen,
            "handeling",
            "wijziging",
            "zegel",
            "ketting",
            "concept",
            "zoekindex",
        ]
        return {tabel: sorted(map(str, r.rows(f"SELECT * FROM {tabel}"))) for tabel in tabellen}


@pytest.mark.eis("c23", "i3")
def test_a_backup_opens_elsewhere_with_the_same_contents(store: Store, stick: Path, tmp_path: Path) -> None:
    leg_dossier_vast(store)
    store.save_concept("signaal", "", "half")
    kopie = _maak(store, stick)
    assert kopie.map == stick / "gemeente-pga-backup-2026-11-22-1530"
    assert (kopie.n, kopie.h) == (store.laatste()[0], store.laatste()[1].hex())
    assert {pad.name for pad in kopie.map.iterdir()} == {NAAM, MANIFEST, "kluis.sleutel-a", "kluis.sleutel-b"}
    assert list(stick.iterdir()) == [kopie.map]
    for pad in (kopie.map, *kopie.map.iterdir()):
        assert pad.stat().st_mode & 0o077 == 0
    assert controleer_reservekopie(kopie.map, store) == kopie
    voor = _inhoud(store)
    leg_dossier_vast(store, "2026-002")
    assert controleer_reservekopie(kopie.map, store) == kopie  # an older back-up of this kluis is still good

    nieuw = tmp_path / "nieuwe laptop" / "kluis"
    zet_terug(kopie.map, nieuw)
    assert {pad.name for pad in nieuw.iterdir()} == {NAAM, "kluis.sleutel-a", "kluis.sleutel-b"}
    terug = open_kluis(nieuw / NAAM)
    assert _inhoud(terug) == voor
    assert terug.controleer_keten().bevinding is None
    assert terug.controleer_zegels().fouten == 0
    leg_dossier_vast(terug, "2026-003")
    terug.close()


def test_the_manifest_tells_nothing_about_people_or_dossiers(store: Store, stick: Path) -> None:
    leg_dossier_vast(store)
    manifest = json.loads((_maak(store, stick).map / MANIFEST).read_text())
    assert set(manifest) == {
        "formaat",
        "soort",
        "programma",
        "gemaakt_op",
        "n",
        "h",
        "rijen",
        "database",
        "sleutelbestanden",
        "kluis",
        "grafstenen",
        "waarmerk",
        "som",
    }
    assert isinstance(manifest["rijen"], int)


def test_backups_are_listed_newest_first_and_never_overwrite(store: Store, stick: Path) -> None:
    kopieen = [_maak(store, stick), _maak(store, stick, NU + timedelta(days=1)), _maak(store, stick)]
    assert [k.map.name[20:] for k in kopieen] == ["2026-11-22-1530", "2026-11-23-1530", "2026-11-22-1530-2"]
    (stick / "gemeente-pga-backup-vreemd").mkdir()
    (stick / "iets anders").mkdir()
    gevonden = lijst_reservekopieen(stick)
    assert gevonden[0] == kopieen[1]
    assert len(gevonden) == 3
    assert lijst_reservekopieen(stick / "weg") == []


def test_a_broken_off_backup_leaves_nothing_and_its_remains_are_cleared(store: Store, stick: Path) -> None:
    rest = stick / "gemeente-pga-backup-2026-01-01-0900.onvolledig"
    rest.mkdir()
    (rest / NAAM).write_bytes(b"half")
    with pytest.raises(storingen.Backupschijffout):
        maak_reservekopie(store, stick, header_bestanden=[stick / "weg"], nu=NU)
    assert list(stick.iterdir()) == []
    with pytest.raises(storingen.BackupschijfWeg):
        _maak(store, stick / "uitgenomen")
    leg_dossier_vast(store)


def test_a_backup_can_be_stopped_half_way(store: Store, stick: Path) -> None:
    with store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        for nummer in range(800):
            w.insert("instelling", {"sleutel": f"{nummer}", "waarde": "x" * 2000})
    standen: list[float] = []

    def volg(deel: float) -> None:
        standen.append(deel)
        store.cancel_maintenance()

    with pytest.raises(storingen.Onderbroken):
        maak_reservekopie(store, stick, header_bestanden=[], nu=NU, voortgang=volg)
    assert list(stick.iterdir()) == []
    assert standen[0] < 0.7
    standen.clear()
    maak_reservekopie(store, stick, header_bestanden=[], nu=NU, voortgang=standen.append)
    assert standen == sorted(standen)
    assert standen[-1] == 1


def test_a_backup_is_made_in_another_thread(store: Store, stick: Path) -> None:
    uit: list[Reservekopie] = []
    draad = threading.Thread(target=lambda: uit.append(_maak(store, stick)))
    draad.start()
    draad.join(20)
    assert lijst_reservekopieen(stick) == uit


def test_backups_between_acts_all_restore(store: Store, stick: Path, tmp_path: Path) -> None:
    for nummer in range(6):
        leg_dossier_vast(store, f"2026-{nummer:03}")
        kopie = _maak(store, stick)
        zet_terug(kopie.map, tmp_path / f"terug{nummer}")
        terug = open_kluis(tmp_path / f"terug{nummer}" / NAAM)
        assert _inhoud(terug) == _inhoud(store)
        terug.close()


# ---- damage


@pytest.mark.parametrize("naam", [NAAM, "kluis.sleutel-b", MANIFEST])
@pytest.mark.parametrize("schade", ["bit", "kort", "weg", "lang"])
def test_damage_to_any_file_of_a_backup_is_noticed(
    store: Store, stick: Path, tmp_path: Path, naam: str, schade: str
) -> None:
    kopie = _maak(store, stick)
    pad = kopie.map / naam
    inhoud = bytearray(pad.read_bytes())
    if schade == "bit":
        inhoud[len(inhoud) // 2] ^= 1
    nieuw = {"bit": bytes(inhoud), "kort": bytes(inhoud[:-1]), "lang": bytes(inhoud) + b"}", "weg": b""}[
        schade
    ]
    pad.unlink()
    if schade != "weg":
        pad.write_bytes(nieuw)
    with pytest.raises(storingen.KopieOngeldig):
        controleer_reservekopie(kopie.map, store)
    with pytest.raises(storingen.KopieOngeldig):
        zet_terug(kopie.map, tmp_path / "terug")
    assert not (tmp_path / "terug").exists()


def test_a_changed_copy_with_a_changed_manifest_is_noticed_by_the_kluis(store: Store, stick: Path) -> None:
    kopie = _maak(store, stick)
    pad = kopie.map / NAAM
    stuk = bytearray(pad.read_bytes())
    stuk[5 * 4096 + 9] ^= 1
    pad.write_bytes(stuk)
    manifest = json.loads((kopie.map / MANIFEST).read_text())
    manifest["database"]["sha256"] = backup._deel(pad).sha256
    (kopie.map / MANIFEST).write_bytes(seal_manifest(manifest))
    assert controleer_reservekopie(kopie.map).n == kopie.n  # the hashes agree
    with pytest.raises(storingen.KopieOngeldig):
        controleer_reservekopie(kopie.map, store)
    leg_dossier_vast(store)


def test_a_backup_of_another_kluis_is_no_backup_of_this_one(
    store: Store, stick: Path, tmp_path: Path
) -> None:
    (tmp_path / "ander").mkdir()
    ander = open_kluis(nieuwe_kluis(tmp_path / "ander"))
    leg_dossier_vast(ander)
    kopie = _maak(ander, stick)
    ander.close()
    leg_dossier_vast(store)
    with pytest.raises(storingen.KopieOngeldig):
        controleer_reservekopie(kopie.map, store)


@pytest.mark.parametrize("naam", ["../weg.db", "/etc/weg.db", "a\\b", "C:x", "", ".", ".."])
def test_a_manifest_never_leads_out_of_its_folder(store: Store, stick: Path, naam: str) -> None:
    kopie = _maak(store, stick)
    manifest = json.loads((kopie.map / MANIFEST).read_text())
    manifest["database"]["naam"] = naam
    (kopie.map / MANIFEST).write_bytes(seal_manifest(manifest))
    with pytest.raises(storingen.KopieOngeldig):
        lees_reservekopie(kopie.map)


@pytest.mark.parametrize(
    "tekst", ["", "{}", "[]", "null", '{"formaat": 1}', "{" * 9000, '"' + "x" * 1_100_000, "\0"]
)
def test_a_strange_manifest_is_refused(stick: Path, tekst: str) -> None:
    (stick / MANIFEST).write_text(tekst)
    with pytest.raises(storingen.KopieOngeldig):
        lees_reservekopie(stick)


# ---- putting back


def test_nothing_is_ever_overwritten(store: Store, stick: Path, tmp_path: Path) -> None:
    kopie = _maak(store, stick)
    for naam in (NAAM, NAAM + "-journal", "vakantie.jpg"):
        doel = tmp_path / f"bezet {naam}"
        doel.mkdir()
        (doel / naam).write_bytes(b"van mij")
        with pytest.raises(storingen.PlaatsNietLeeg):
            zet_terug(kopie.map, doel)
        assert [(p.name, p.read_bytes()) for p in doel.iterdir()] == [(naam, b"van mij")]


def test_named_files_may_be_there_and_a_broken_off_restore_can_be_done_again(
    store: Store, stick: Path, tmp_path: Path
) -> None:
    kopie = _maak(store, stick)
    doel = tmp_path / "terug"
    doel.mkdir()
    (doel / "kluis.bezet").touch()
    (doel / (NAAM + ".onvolledig")).write_bytes(b"half")
    (doel / "kluis.sleutel-a").write_bytes((kopie.map / "kluis.sleutel-a").read_bytes())
    zet_terug(kopie.map, doel, negeer=frozenset({"kluis.bezet"}))
    assert {p.name for p in doel.iterdir()} == {NAAM, "kluis.sleutel-a", "kluis.sleutel-b", "kluis.bezet"}
    open_kluis(doel / NAAM).close()


# ---- ten generations


def _op(store: Store, stick: Path, dag: int, kluis: str = "aa") -> Reservekopie:
    return maak_reservekopie(
        store, stick, header_bestanden=[], nu=NU + timedelta(days=dag), kluis=kluis, bewaar=3
    )


def test_the_oldest_go_once_the_new_one_is_good(store: Store, stick: Path) -> None:
    ander = _op(store, stick, -9, kluis="bb")
    kopieen = [_op(store, stick, dag) for dag in range(5)]
    over = lijst_reservekopieen(stick)
    assert [k.map for k in over] == [*(k.map for k in reversed(kopieen[2:])), ander.map]
    assert {pad.name for pad in stick.iterdir()} == {k.map.name for k in over}


def test_a_damaged_one_does_not_push_a_good_one_out(store: Store, stick: Path) -> None:
    goed = [_op(store, stick, dag) for dag in range(2)]
    kapot = _op(store, stick, 2)
    (kapot.map / NAAM).write_bytes(b"half")
    nieuw = _op(store, stick, 3)
    assert {k.map for k in lijst_reservekopieen(stick)} == {*(k.map for k in goed), kapot.map, nieuw.map}


def test_nothing_goes_when_the_new_one_fails(
    store: Store, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    voor = [_op(store, stick, dag).map for dag in range(3)]

    def vol(*_: object) -> int:
        raise OSError(errno.ENOSPC, "vol")

    monkeypatch.setattr("os.fsync", vol)
    with pytest.raises(storingen.BackupschijfVol):
        _op(store, stick, 9)
    assert sorted(stick.iterdir()) == sorted(voor)


def test_the_newest_stays_even_when_the_clock_ran_ahead_before(store: Store, stick: Path) -> None:
    for dag in (400, 401, 402):
        _op(store, stick, dag)
    nieuw = _op(store, stick, 0)
    assert nieuw.map in {k.map for k in lijst_reservekopieen(stick)}
    assert len(lijst_reservekopieen(stick)) == 3


# ---- trouble with the place


@pytest.mark.parametrize(
    ("nummer", "storing"),
    [
        (errno.ENOSPC, storingen.BackupschijfVol),
        (errno.EDQUOT, storingen.BackupschijfVol),
        (errno.ENODEV, storingen.BackupschijfWeg),
        (errno.ESTALE, storingen.BackupnetwerkWeg),
        (errno.EHOSTDOWN, storingen.BackupnetwerkWeg),
        (errno.EROFS, storingen.BackupOpSlot),
        (errno.EIO, storingen.Backupschijffout),
    ],
)
@pytest.mark.parametrize("keer", [1, 3])
def test_each_trouble_has_its_own_sentence_and_leaves_nothing_half(
    store: Store, stick: Path, monkeypatch: pytest.MonkeyPatch, nummer: int, storing: type, keer: int
) -> None:
    eerste = _op(store, stick, 0)
    echt, gehad = os.fsync, []

    def kapot(bestand: int) -> None:
        gehad.append(bestand)
        if len(gehad) == keer:
            raise OSError(nummer, "")
        echt(bestand)

    monkeypatch.setattr("os.fsync", kapot)
    with pytest.raises(storing):
        maak_reservekopie(store, stick, header_bestanden=_headers(store.pad.parent), nu=NU)
    assert list(stick.iterdir()) == [eerste.map]
    leg_dossier_vast(store)  # the kluis itself goes on


def test_a_stick_that_is_pulled_out_half_way(store: Store, stick: Path) -> None:
    def trek(deel: float) -> None:
        if deel >= 0.7 and stick.exists():
            shutil.rmtree(stick)

    with pytest.raises(storingen.BackupschijfWeg):
        maak_reservekopie(store, stick, header_bestanden=_headers(store.pad.parent), nu=NU, voortgang=trek)
    leg_dossier_vast(store)


def test_what_is_still_being_made_is_no_backup(store: Store, stick: Path) -> None:
    kopie = _maak(store, stick)
    kopie.map.rename(kopie.map.with_name(kopie.map.name + ".onvolledig"))
    assert lijst_reservekopieen(stick) == []


def test_a_manifest_carries_the_tombstones(store: Store, stick: Path) -> None:
    steen = f"{7:016x} 2026-01-01T00:00:00.000+00:00 {'0' * 64}"
    kopie = maak_reservekopie(store, stick, header_bestanden=[], nu=NU, kluis="aa", grafstenen=(steen,))
    assert lees_reservekopie(kopie.map).grafstenen == (steen,)
    manifest = json.loads((kopie.map / MANIFEST).read_text())
    manifest["grafstenen"] = ["vernietig dossier 7"]
    (kopie.map / MANIFEST).write_bytes(seal_manifest(manifest))
    with pytest.raises(storingen.KopieOngeldig):
        lees_reservekopie(kopie.map)
