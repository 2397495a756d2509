# SPDX-License-Identifier: EUPL-1.2
"""Opening: whatever is wrong has its own sentence, and never is a file made or changed."""

import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.store import storingen, verbinding
from gemeente_pga.store.store import Store
from gemeente_pga.store.verbinding import INSTELLINGEN, Instelling, Moment
from tests.store.bouw import (
    K_DB,
    K_LOG,
    NAAM,
    WIE,
    ZOUT,
    Inbreker,
    leg_dossier_vast,
    nieuwe_kluis,
    open_kluis,
)


def _niets(pad: Path) -> None:
    pass


def _leeg(pad: Path) -> None:
    pad.touch()


def _map(pad: Path) -> None:
    pad.mkdir()


def _kaal(pad: Path) -> None:
    conn = sqlite3.connect(pad)
    conn.execute("CREATE TABLE t (a)")
    conn.close()


def _ruis(pad: Path) -> None:
    pad.write_bytes(random.Random(7).randbytes(8 * 4096))  # noqa: S311 - repeatable noise


def _nieuwer(pad: Path) -> None:
    with Inbreker(nieuwe_kluis(pad.parent)) as conn:
        conn.execute("PRAGMA user_version = 99")


def _vreemd(pad: Path) -> None:
    other = bytearray(bytes(32 * [9]))
    Store.maak(pad, other, K_LOG, zout=ZOUT, wie=WIE).close()


def _afgekapt(pad: Path) -> None:
    inhoud = nieuwe_kluis(pad.parent).read_bytes()
    pad.write_bytes(inhoud[: -3 * 4096])


def _afgekapt_in_een_pagina(pad: Path) -> None:
    inhoud = nieuwe_kluis(pad.parent).read_bytes()
    pad.write_bytes(inhoud[:-100])


def _verwisseld(pad: Path) -> None:
    inhoud = nieuwe_kluis(pad.parent).read_bytes()
    p = 4096
    pad.write_bytes(inhoud[: 5 * p] + inhoud[6 * p : 7 * p] + inhoud[5 * p : 6 * p] + inhoud[7 * p :])


def _extra_tabel(pad: Path) -> None:
    with Inbreker(nieuwe_kluis(pad.parent)) as conn:
        conn.execute("CREATE TABLE erbij (id INTEGER PRIMARY KEY)")


def _zonder_trigger(pad: Path) -> None:
    with Inbreker(nieuwe_kluis(pad.parent)) as conn:
        conn.execute("DROP TRIGGER log_signaal_gewijzigd")


def _zonder_wissen(pad: Path) -> None:
    with Inbreker(nieuwe_kluis(pad.parent)) as conn:
        conn.execute("INSERT INTO zoekindex (zoekindex, rank) VALUES ('secure-delete', 0)")


def _open_handeling(pad: Path) -> None:
    with Inbreker(nieuwe_kluis(pad.parent)) as conn:
        conn.execute("INSERT INTO lopend VALUES (2)")


GEVALLEN: list[tuple[Callable[[Path], None], bool, type[storingen.OpslagStoring]]] = [
    (_niets, True, storingen.KluisOntbreekt),
    (_map, True, storingen.KluisOntbreekt),
    (_leeg, True, storingen.KluisLeeg),
    (_kaal, True, storingen.NietVersleuteld),
    (_ruis, True, storingen.KluisBeschadigd),
    (_ruis, False, storingen.SleutelPastNiet),
    (_vreemd, False, storingen.SleutelPastNiet),
    (_nieuwer, True, storingen.NieuwereVersie),
    (_afgekapt, True, storingen.KluisBeschadigd),
    (_afgekapt_in_een_pagina, True, storingen.KluisBeschadigd),
    (_verwisseld, True, storingen.KluisBeschadigd),
    (_extra_tabel, True, storingen.SchemaWijktAf),
    (_zonder_trigger, True, storingen.SchemaWijktAf),
    (_zonder_wissen, True, storingen.InstellingWijktAf),
    (_open_handeling, True, storingen.JournaalWijktAf),
]


@pytest.mark.parametrize(("maak", "bekend", "soort"), GEVALLEN)
def test_every_wrong_file_has_its_own_sentence_and_nothing_is_made(
    tmp_path: Path, maak: Callable[[Path], None], bekend: bool, soort: type[storingen.OpslagStoring]
) -> None:
    pad = tmp_path / NAAM
    maak(pad)
    voor = {p.name: p.read_bytes() for p in tmp_path.iterdir() if p.is_file()}
    sleutel = bytearray(K_DB)
    with pytest.raises(soort):
        Store.open(pad, sleutel, K_LOG, zout=ZOUT, wie=WIE, sleutel_bekend=bekend)
    assert not any(sleutel)
    na = {p.name: p.read_bytes() for p in tmp_path.iterdir() if p.is_file()}
    for bestanden in (voor, na):
        bestanden.setdefault(NAAM + "-journal", b"")  # an empty one says nothing
    assert na == voor


def test_every_sentence_is_different() -> None:
    soorten = storingen.OpslagStoring.__subclasses__()
    assert len({s.zin for s in soorten}) == len(soorten) > 15
    for soort in soorten:
        assert soort.zin.endswith(".")
        assert soort.advies.endswith(".")


def test_who_is_told_to_put_a_back_up_back_is_offered_to_do_it() -> None:
    for soort in storingen.OpslagStoring.__subclasses__():
        assert ("goede back-up terug" in soort.advies) <= soort.beschadigd, soort.zin


def test_a_second_program_is_told_that_the_kluis_is_in_use(store: Store, tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from tests.store.bouw import open_kluis\n"
        "try: open_kluis(Path(sys.argv[1]))\n"
        "except Exception as fout: print(type(fout).__name__)"
    )
    wortel = Path(__file__).parents[2]
    uit = subprocess.run(
        [sys.executable, "-c", script, str(store.pad)], cwd=wortel, capture_output=True, text=True, check=True
    )
    assert uit.stdout.strip() == "KluisInGebruik"
    with pytest.raises(storingen.KluisInGebruik):
        open_kluis(store.pad)
    leg_dossier_vast(store)  # and the first one goes on


VORMEN: list[object] = [
    *(bytearray(b"k" * lengte) for lengte in (*range(32), 33, 48, 62, 64, 65, 66, 67, 96, 99)),
    bytearray(32),
    bytes(range(32)),
    "x'" + "ab" * 32 + "'",
    b"",
    None,
]


@pytest.mark.parametrize("sleutel", VORMEN, ids=lambda v: f"{type(v).__name__}-{len(v or b'')}")
def test_a_malformed_key_gives_no_kluis_and_no_file(tmp_path: Path, sleutel: object) -> None:
    pad = nieuwe_kluis(tmp_path)
    voor = pad.read_bytes()
    with pytest.raises(storingen.SleutelOngeldig):
        Store.open(pad, sleutel, K_LOG, wie=WIE)  # type: ignore[arg-type]
    assert pad.read_bytes() == voor
    nieuw = tmp_path / "nieuw"
    nieuw.mkdir()
    with pytest.raises(storingen.SleutelOngeldig):
        Store.maak(nieuw / NAAM, sleutel, K_LOG, wie=WIE)  # type: ignore[arg-type]
    assert list(nieuw.iterdir()) == []
    if isinstance(sleutel, bytearray):
        assert not any(sleutel)


@pytest.mark.parametrize("zout", [b"x", bytes(15), bytes(17), bytes(32)])
def test_a_malformed_salt_gives_no_kluis(tmp_path: Path, zout: bytes) -> None:
    with pytest.raises(storingen.SleutelOngeldig):
        Store.maak(tmp_path / NAAM, bytearray(K_DB), K_LOG, zout=zout, wie=WIE)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.eis("c13", "i3")
def test_a_new_kluis_is_encrypted_private_and_never_overwrites(tmp_path: Path) -> None:
    pad = tmp_path / NAAM
    sleutel = bytearray(K_DB)
    store = Store.maak(pad, sleutel, K_LOG, zout=ZOUT, wie=WIE)
    assert not any(sleutel)
    store.save_concept("x", "", "y")
    for bestand in tmp_path.iterdir():
        assert bestand.stat().st_mode & 0o077 == 0
    store.close()
    inhoud = pad.read_bytes()
    assert inhoud[:16] == ZOUT
    assert b"telefoonnotitie" not in inhoud
    with pytest.raises(storingen.KluisBestaatAl):
        Store.maak(pad, bytearray(K_DB), K_LOG, zout=ZOUT, wie=WIE)
    assert pad.read_bytes() == inhoud
    with pytest.raises(storingen.Schijffout):
        Store.maak(tmp_path / "nergens" / NAAM, bytearray(K_DB), K_LOG, wie=WIE)


def test_a_damaged_beginning_of_the_file_is_mended_with_the_salt_of_the_header(tmp_path: Path) -> None:
    pad = nieuwe_kluis(tmp_path)
    inhoud = bytearray(pad.read_bytes())
    inhoud[:16] = b"?" * 16
    pad.write_bytes(inhoud)
    with pytest.raises(storingen.KluisBeschadigd):
        open_kluis(pad, zout=None)
    store = open_kluis(pad)
    leg_dossier_vast(store)
    store.close()
    assert pad.read_bytes()[:16] == ZOUT
    open_kluis(pad, zout=None).close()


def test_any_flipped_bit_is_noticed_before_the_first_screen(tmp_path: Path) -> None:
    pad = nieuwe_kluis(tmp_path)
    goed = pad.read_bytes()
    kans = random.Random(20261122)  # noqa: S311 - a repeatable choice of places
    for _ in range(40):
        plaats = kans.randrange(16, len(goed))
        stuk = bytearray(goed)
        stuk[plaats] ^= 1 << kans.randrange(8)
        pad.write_bytes(stuk)
        with pytest.raises(storingen.KluisBeschadigd):
            open_kluis(pad)


# ---- settings

ANDERS = {
    "cipher_log_level": "WARN", "locking_mode": "NORMAL",
    "journal_mode": "DELETE", "synchronous": "FULL", "foreign_keys": "OFF", "recursive_triggers": "OFF",
    "secure_delete": "OFF", "temp_store": "FILE", "trusted_schema": "ON", "cell_size_check": "OFF",
    "mmap_size": "65536", "cache_size": "-2000", "journal_size_limit": "4096",
}  # fmt: skip


def _met(instelling: Instelling) -> tuple[Instelling, ...]:
    return tuple(instelling if i.naam == instelling.naam else i for i in INSTELLINGEN)


def test_the_table_of_settings_is_complete() -> None:
    assert {i.naam for i in INSTELLINGEN if i.zet is not None} == set(ANDERS)
    assert {i.naam for i in INSTELLINGEN if i.zet is None} == {
        "cipher_status", "cipher_provider", "cipher_version", "cipher_page_size", "cipher_use_hmac",
        "cipher_hmac_algorithm", "cipher_plaintext_header_size", "encoding", "zoekindex secure-delete",
    }  # fmt: skip


@pytest.mark.parametrize("naam", sorted(ANDERS))
def test_a_setting_that_did_not_take_refuses_to_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, naam: str
) -> None:
    pad = nieuwe_kluis(tmp_path)
    goed = next(i for i in INSTELLINGEN if i.naam == naam)
    stuk = Instelling(naam, goed.verwacht, ANDERS[naam], goed.moment)
    monkeypatch.setattr(verbinding, "INSTELLINGEN", _met(stuk))
    with pytest.raises(storingen.InstellingWijktAf) as fout:
        open_kluis(pad)
    assert fout.value.naam == naam
    monkeypatch.undo()
    open_kluis(pad).close()


@pytest.mark.parametrize("instelling", INSTELLINGEN, ids=lambda i: i.naam)
def test_a_setting_that_reads_otherwise_refuses_to_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, instelling: Instelling
) -> None:
    pad = nieuwe_kluis(tmp_path)
    anders = Instelling(instelling.naam, "iets anders", instelling.zet, instelling.moment, instelling.lees)
    monkeypatch.setattr(verbinding, "INSTELLINGEN", _met(anders))
    with pytest.raises(storingen.InstellingWijktAf):
        open_kluis(pad)
    nieuw = tmp_path / "nieuw.db"
    with pytest.raises(storingen.InstellingWijktAf):
        Store.maak(nieuw, bytearray(K_DB), K_LOG, wie=WIE)
    assert not nieuw.exists()


def test_the_settings_still_hold_while_working(store: Store) -> None:
    leg_dossier_vast(store)
    store._v._conn.set_authorizer(None)
    for instelling in INSTELLINGEN:
        gelezen = store._v.waarde(instelling.lees or f"PRAGMA {instelling.naam}")
        assert str(gelezen).lower() == instelling.verwacht, instelling.naam
        assert instelling.moment in Moment


VERBODEN = [
    "ATTACH DATABASE ':memory:' AS erbij", "PRAGMA key = 'x'", "PRAGMA rekey = 'x'",
    "PRAGMA temp_store = FILE",
    "PRAGMA journal_mode = WAL", "PRAGMA cipher_log_level = TRACE", "PRAGMA synchronous = OFF",
    "PRAGMA foreign_keys = OFF", "PRAGMA trusted_schema = ON", "PRAGMA writable_schema = ON",
    "PRAGMA user_version = 9", "PRAGMA recursive_triggers = OFF", "SELECT load_extension('x')",
    "SELECT sqlcipher_export('x')", "VACUUM INTO '/tmp/kopie'", "DROP TRIGGER vast_handeling_update",
    "CREATE TABLE erbij (a)", "CREATE TEMP TABLE erbij (a)", "ALTER TABLE signaal ADD COLUMN x TEXT",
    "DROP TABLE signaal", "REINDEX", "ANALYZE",
]  # fmt: skip


@pytest.mark.parametrize("sql", VERBODEN)
def test_the_connection_refuses_what_could_undo_its_protection(store: Store, sql: str) -> None:
    with pytest.raises(verbinding.SqlFout):
        store._v.doe(sql)
    with pytest.raises(verbinding.SqlFout), store.reader() as r:
        r.rows(sql)
    with store.write(Handeling.SYSTEEM_INSTELLING):
        pass
