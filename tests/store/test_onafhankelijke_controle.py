# SPDX-License-Identifier: EUPL-1.2
"""The independent verifier agrees with the program on a sound kluis, and finds what was done to another."""

import ast
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kluisdienst import KluisSoort
from tests.store import onafhankelijke_controle as onafhankelijk
from tests.store.bouw import leg_dossier_vast, vul_alles
from tests.store.groot import fill_acts
from tests.ui_hulp import WACHTZIN, lichte_dienst

PROGRAMMA = Path(onafhankelijk.__file__)


class Kluismap(NamedTuple):
    """A closed kluis: where, what opens it, and what the program says of its last acts."""

    map: Path
    herstelcode: str
    n: int
    code: str


@pytest.fixture(scope="module")
def voorbeeld(tmp_path_factory: pytest.TempPathFactory) -> Kluismap:
    """A row in every table, changed and removed rows, and some hundred acts."""
    plek = tmp_path_factory.mktemp("onafhankelijk")
    dienst = lichte_dienst(plek)
    dienst.kies(KluisSoort.KLUIS)
    herstelcode = dienst.maak(WACHTZIN)
    dienst.betreed()
    store = dienst.store
    assert store is not None
    vul_alles(store)
    dossier = leg_dossier_vast(store, nummer="2026-900", tekst="Zij schrijft: ‘tot later’ – é, 🙂, NUL.")
    with store.write(Handeling.PERSOON_VASTLEGGEN, dossier_id=dossier) as w:
        naaste = w.insert("persoon", {"dossier_id": dossier, "rol": "naaste", "geslachtsnaam": "Öztürk"})
    with store.write(Handeling.PERSOON_VASTLEGGEN, dossier_id=dossier) as w:
        w.update("persoon", naaste, {"voornamen": "Ali"})
        w.update("persoon", naaste, {"voornamen": "Ali Rıza"})
    with store.write(Handeling.PERSOON_VASTLEGGEN, dossier_id=dossier) as w:
        w.delete("persoon", naaste)
    fill_acts(store, 300)
    n = store.laatste()[0]
    code = store.controlecode(n)
    assert code is not None
    dienst.laat_los()
    return Kluismap(plek / "kluis", herstelcode, n, code)


@pytest.fixture
def kopie(voorbeeld: Kluismap, tmp_path: Path) -> Kluismap:
    """The same, to spoil."""
    return voorbeeld._replace(map=Path(shutil.copytree(voorbeeld.map, tmp_path / "kluis")))


def test_it_knows_nothing_of_the_program() -> None:
    boom = ast.parse(PROGRAMMA.read_text("utf-8"))
    namen = [a.name for k in ast.walk(boom) if isinstance(k, ast.Import) for a in k.names]
    namen += [k.module or "" for k in ast.walk(boom) if isinstance(k, ast.ImportFrom)]
    assert not [naam for naam in namen if naam.startswith(("gemeente_pga", "tests"))]


def test_on_a_sound_kluis_it_says_what_the_program_says(voorbeeld: Kluismap) -> None:
    for geheim in (WACHTZIN, voorbeeld.herstelcode, voorbeeld.herstelcode.lower().replace("-", " ")):
        b = onafhankelijk.controleer(voorbeeld.map, geheim, [voorbeeld.code])
        assert b.fouten == []
        assert (b.handelingen, b.code) == (voorbeeld.n, voorbeeld.code)
        assert b.rijen > 100


def test_it_is_a_command(voorbeeld: Kluismap) -> None:
    def draai(geheim: str, *meer: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, str(PROGRAMMA), str(voorbeeld.map), *meer],
            input=geheim + "\n",
            capture_output=True,
            text=True,
            check=False,
        )

    goed = draai(voorbeeld.herstelcode, voorbeeld.code)
    assert goed.returncode == 0
    assert "Alles klopt." in goed.stdout
    assert voorbeeld.code in goed.stdout
    anders = draai(WACHTZIN, f"{voorbeeld.n}-0000-0000-0000-0000-0000")
    assert anders.returncode == 1
    assert "hoort niet bij deze kluis" in anders.stdout
    fout = draai("dit is hem niet hoor")
    assert fout.returncode == 2
    assert "Gaat niet open" in fout.stdout


def test_nothing_is_written(kopie: Kluismap) -> None:
    voor = {pad.name: pad.read_bytes() for pad in kopie.map.iterdir()}
    onafhankelijk.controleer(kopie.map, WACHTZIN)
    assert {pad.name: pad.read_bytes() for pad in kopie.map.iterdir()} == voor


# ---- somebody with the key, outside the program


def _sql(*opdrachten: str) -> Callable[[Kluismap], None]:
    def knoei(k: Kluismap) -> None:
        kop, sleutels = onafhankelijk.open_map(k.map, WACHTZIN)
        conn = sqlcipher.connect(str(k.map / "kluis.db"), isolation_level=None)
        conn.set_key(bytearray(f"x'{sleutels['db'].hex()}{kop['db_zout']}'".encode()))
        triggers = conn.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for naam, _ in triggers:
            conn.execute(f"DROP TRIGGER {naam}")
        for opdracht in opdrachten:
            assert conn.execute(opdracht).rowcount > 0
        for _, maak in triggers:
            conn.execute(maak)
        conn.close()

    return knoei


def _oud_merk(k: Kluismap) -> None:
    """A mark that says that there were more acts."""
    kop, sleutels = onafhankelijk.open_map(k.map, WACHTZIN)
    kern = onafhankelijk.MERK.pack(
        b"PGA-MERK", 1, bytes.fromhex(kop["kluis_id"]), 1000, k.n + 1, bytes(32), bytes(32)
    )
    helft = (kern + onafhankelijk.mac(sleutels["mark"], kern)).ljust(onafhankelijk.HELFT, b"\x00")
    (k.map / "kluis.merk").write_bytes(helft + (k.map / "kluis.merk").read_bytes()[4096:])


def _geen_merk(k: Kluismap) -> None:
    (k.map / "kluis.merk").unlink()


def _bit(k: Kluismap) -> None:
    pad = k.map / "kluis.db"
    inhoud = bytearray(pad.read_bytes())
    inhoud[len(inhoud) // 2] ^= 1
    pad.write_bytes(inhoud)


GEVALLEN: list[tuple[Callable[[Kluismap], None], str]] = [
    (_sql("UPDATE persoon SET geslachtsnaam = 'Ander' WHERE rol = 'betrokkene'"), "zegel: persoon"),
    (_sql("DELETE FROM persoon WHERE rol = 'betrokkene'"), "ontbreekt"),
    (_sql("INSERT INTO instelling (id, sleutel, waarde) VALUES (5, 'x', 'y')"), "zegel: instelling 5"),
    (_sql("UPDATE dossier SET zout = randomblob(16)"), "zegel: dossier"),
    (_sql("UPDATE handeling SET tijd = '2020' WHERE n = 150"), "keten: handeling"),
    (_sql("UPDATE handeling SET dossier_id = NULL WHERE dossier_id IS NOT NULL"), "keten: handeling"),
    (
        _sql(
            "DELETE FROM ketting WHERE n = 150",
            "DELETE FROM handeling WHERE n = 150",
        ),
        "keten: handeling",
    ),
    (_sql("DELETE FROM wijziging WHERE id = (SELECT max(id) FROM wijziging)"), "keten: handeling"),
    (_sql("UPDATE wijziging SET velden = 'iets' WHERE velden <> ''"), "keten: handeling"),
    (_sql("UPDATE zegel SET mac = randomblob(32) WHERE tabel = 'partij'"), "keten: handeling"),
    (_sql("INSERT INTO lopend VALUES (9)"), "er staat een handeling open"),
    (
        _sql(
            "DELETE FROM ketting WHERE n > (SELECT max(n) - 3 FROM handeling)",
            "DELETE FROM handeling WHERE n > (SELECT max(n) - 3 FROM handeling)",
        ),
        "merk: de kluis is ouder",
    ),
    (_oud_merk, "merk: de kluis is ouder"),
    (_geen_merk, "merk: er is geen merkbestand"),
    (_bit, ""),
]


@pytest.mark.parametrize(("knoei", "woorden"), GEVALLEN)
def test_what_was_tampered_with_is_found(
    kopie: Kluismap, knoei: Callable[[Kluismap], None], woorden: str
) -> None:
    knoei(kopie)
    try:
        fouten = onafhankelijk.controleer(kopie.map, WACHTZIN).fouten
    except onafhankelijk.GaatNietOpen as fout:
        fouten = [str(fout)]
    assert fouten
    assert woorden in " ".join(fouten)


@pytest.mark.parametrize("namen", [("a",), ("b",), ("a", "b")])
def test_one_good_key_file_is_enough(kopie: Kluismap, namen: tuple[str, ...]) -> None:
    for naam in namen:
        pad = kopie.map / f"kluis.sleutel-{naam}"
        pad.write_bytes(pad.read_bytes()[:-9])
    if len(namen) == 1:
        assert onafhankelijk.controleer(kopie.map, WACHTZIN).fouten == []
    else:
        with pytest.raises(onafhankelijk.GaatNietOpen):
            onafhankelijk.controleer(kopie.map, WACHTZIN)


def test_after_a_new_key_of_the_log_the_old_acts_still_count(tmp_path: Path) -> None:
    dienst = lichte_dienst(tmp_path)
    dienst.kies(KluisSoort.KLUIS)
    dienst.maak(WACHTZIN)
    dienst.betreed()
    store = dienst.store
    assert store is not None
    leg_dossier_vast(store)
    with store.write(Handeling.KLUIS_HOOFDSLEUTEL_VERNIEUWEN) as w:
        store.renew_logsleutel(w, bytes(range(32)))
    leg_dossier_vast(store, nummer="2026-002")
    dienst.laat_los()
    kop, sleutels = onafhankelijk.open_map(tmp_path / "kluis", WACHTZIN)
    conn = onafhankelijk.verbind(tmp_path / "kluis" / "kluis.db", sleutels["db"], kop["db_zout"])
    for k_log, goed in ((bytes(range(32)), True), (sleutels["log"], False)):
        c = onafhankelijk.Controle(conn, k_log)
        c.keten()
        c.zegels()
        assert (c.fouten == []) is goed
    conn.close()
