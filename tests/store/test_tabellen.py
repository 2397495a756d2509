# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S608 - names of tables come from the schema
"""Every table, one by one: nothing changes in it without a line in the log and a seal."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.store import schema
from gemeente_pga.store.store import Store
from gemeente_pga.store.verbinding import SqlFout
from tests.store.bouw import open_kluis, tabellen, volle_kluis

TABELLEN = tabellen()


@pytest.fixture(scope="module")
def vol(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, dict[str, int]]]:
    """An open kluis with one row in every table, shared by the tests that spoil nothing."""
    yield from _open(tmp_path_factory.mktemp("vol"))


@pytest.fixture
def eigen(tmp_path: Path) -> Iterator[tuple[Store, dict[str, int]]]:
    """The same for one test alone, which may spoil it."""
    yield from _open(tmp_path)


def _open(map_: Path) -> Iterator[tuple[Store, dict[str, int]]]:
    pad, ids = volle_kluis(map_)
    store = open_kluis(pad, controleer=False)
    yield store, ids
    store.close()


def test_the_list_of_tables_that_are_not_logged_is_closed(store: Store) -> None:
    with store.reader() as r:
        alle = {rij["name"] for rij in r.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    zoekindex = {naam for naam in alle if naam.startswith("zoekindex")}
    assert alle - zoekindex - set(TABELLEN) == {
        "handeling", "wijziging", "zegel", "ketting", "lopend", "sporen", "concept",
    }  # fmt: skip
    assert len(zoekindex) == 6


def test_there_are_three_triggers_on_every_table_and_two_locks_on_the_log(store: Store) -> None:
    with store.reader() as r:
        triggers = {rij["name"] for rij in r.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    log = {f"log_{tabel}_{soort}" for tabel in TABELLEN for soort in ("nieuw", "gewijzigd", "verwijderd")}
    vast = {f"vast_{tabel}_{actie}" for tabel in schema.JOURNAALTABELLEN for actie in ("update", "delete")}
    assert triggers == log | vast


@pytest.mark.parametrize("tabel", TABELLEN)
def test_insert_is_logged_and_sealed(vol: tuple[Store, dict[str, int]], tabel: str) -> None:
    store, ids = vol
    with store.reader() as r:
        regels = r.rows("SELECT id, soort FROM wijziging WHERE tabel = ? AND rij = ?", tabel, ids[tabel])
        zegels = r.rows("SELECT wijziging, mac FROM zegel WHERE tabel = ? AND rij = ?", tabel, ids[tabel])
    assert [regel["soort"] for regel in regels] == ["nieuw"]
    assert [zegel["wijziging"] for zegel in zegels] == [regels[0]["id"]]
    assert len(zegels[0]["mac"]) == 32


@pytest.mark.parametrize("tabel", TABELLEN)
def test_update_of_any_column_is_logged_by_name(eigen: tuple[Store, dict[str, int]], tabel: str) -> None:
    store, ids = eigen
    # Only the log is looked at here, so the row need not obey the other rules of its table.
    store._v._conn.set_authorizer(None)
    store._v.doe("PRAGMA foreign_keys = OFF")
    store._v.doe("PRAGMA ignore_check_constraints = ON")
    soorten = store._v.lees("SELECT name, type FROM pragma_table_info(?) WHERE name <> 'id'", (tabel,))
    for kolom, soort in soorten:
        with store.write(Handeling.SYSTEEM_INRICHTEN) as w:
            w.update(tabel, ids[tabel], {kolom: {"INTEGER": 8, "BLOB": b"anders"}.get(soort, "7")})
        with store.reader() as r:
            regels = r.rows("SELECT soort, velden FROM wijziging WHERE handeling = ?", w.uitslag.n)
        assert regels == [{"soort": "gewijzigd", "velden": kolom}]


@pytest.mark.parametrize("tabel", TABELLEN)
def test_update_and_delete_keep_every_seal_true(eigen: tuple[Store, dict[str, int]], tabel: str) -> None:
    store, ids = eigen
    tekst = next((k for k in reversed(store._log.tabellen[tabel]) if k.endswith("_op") or k == "naam"), None)
    if tekst is not None:
        with store.write(Handeling.SYSTEEM_INRICHTEN) as w:
            w.update(tabel, ids[tabel], {tekst: "2026-12-01"})
        assert store.controleer_zegels().fouten == 0
    store._v._conn.set_authorizer(None)
    store._v.doe("PRAGMA foreign_keys = OFF")
    with store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        w.delete(tabel, ids[tabel])
    with store.reader() as r:
        regels = r.rows("SELECT tabel, rij, soort FROM wijziging WHERE handeling = ?", w.uitslag.n)
    assert regels == [{"tabel": tabel, "rij": ids[tabel], "soort": "verwijderd"}]
    assert store.controleer_keten().bevinding is None


@pytest.mark.parametrize("tabel", TABELLEN)
def test_no_change_without_an_act(vol: tuple[Store, dict[str, int]], tabel: str) -> None:
    store, ids = vol
    kolommen = ", ".join(k for k in store._log.tabellen[tabel] if k != "id")
    for sql in (
        f"INSERT INTO {tabel} (id, {kolommen}) SELECT 5, {kolommen} FROM {tabel}",
        f"UPDATE {tabel} SET id = id",
        f"DELETE FROM {tabel}",
    ):
        with pytest.raises(SqlFout, match=r"wijziging\.handeling|UNIQUE"):
            store._v.doe(sql)
    assert store._v.lees(f"SELECT id FROM {tabel}") == [(ids[tabel],)]


@pytest.mark.parametrize("tabel", TABELLEN)
def test_an_id_never_changes(vol: tuple[Store, dict[str, int]], tabel: str) -> None:
    store, _ = vol
    with pytest.raises(SqlFout, match="id verandert nooit"), store.write(Handeling.SYSTEEM_INRICHTEN):
        store._v.doe(f"UPDATE {tabel} SET id = id + 1")


@pytest.mark.parametrize("tabel", schema.JOURNAALTABELLEN)
def test_the_log_is_append_only(store: Store, tabel: str) -> None:
    with store.write(Handeling.NOTITIE_VASTLEGGEN) as w:
        w.insert("telefoonnotitie", {"tekst": "x", "ontvangen_op": "2026-01-01"})
    kolom = {"ketting": "n", "handeling": "n", "zegel": "rij", "wijziging": "rij"}[tabel]
    for sql in (
        f"UPDATE {tabel} SET {kolom} = {kolom}",
        f"DELETE FROM {tabel}",
        f"INSERT OR REPLACE INTO {tabel} SELECT * FROM {tabel}",
    ):
        with pytest.raises(SqlFout, match="het journaal ligt vast"):
            store._v.doe(sql)
        with pytest.raises(SqlFout), store.write(Handeling.NOTITIE_VASTLEGGEN):
            store._v.doe(sql)
    assert store.controleer_keten().bevinding is None


def test_insert_or_replace_is_logged_as_delete_and_insert(store: Store) -> None:
    with store.write(Handeling.SYSTEEM_INSTELLING) as w:
        rij = w.insert("instelling", {"sleutel": "taal", "waarde": "nl"})
    with store.write(Handeling.SYSTEEM_INSTELLING) as w:
        store._v.doe("INSERT OR REPLACE INTO instelling (id, sleutel, waarde) VALUES (77, 'taal', 'en')")
    with store.reader() as r:
        regels = r.rows("SELECT rij, soort FROM wijziging WHERE handeling = ? ORDER BY id", w.uitslag.n)
    assert regels == [{"rij": rij, "soort": "verwijderd"}, {"rij": 77, "soort": "nieuw"}]
    assert store.controleer_zegels().fouten == 0


@pytest.mark.parametrize("tabel", sorted(schema.ZOEKBAAR))
def test_every_searchable_column_exists_and_is_found(vol: tuple[Store, dict[str, int]], tabel: str) -> None:
    store, ids = vol
    for nummer, kolom in enumerate(schema.ZOEKBAAR[tabel]):
        woord = f"kwikstaart{nummer}{tabel.replace('_', '')}"
        with store.write(Handeling.SYSTEEM_INRICHTEN) as w:
            w.update(tabel, ids[tabel], {kolom: f"Een {woord} erbij"})
        with store.reader() as r:
            gevonden = r.rows("SELECT tabel, rij FROM zoekindex WHERE zoekindex MATCH ?", woord)
        assert gevonden == [{"tabel": tabel, "rij": ids[tabel]}]
