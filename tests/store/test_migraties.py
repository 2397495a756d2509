# SPDX-License-Identifier: EUPL-1.2
"""Migrations: a backup first, all or nothing, logged and sealed, and the same schema as made from scratch."""

from pathlib import Path

import pytest

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.store import schema, storingen, verbinding
from gemeente_pga.store.schema import Migratie
from gemeente_pga.store.store import Store
from tests.store.bouw import Inbreker, leg_dossier_vast, nieuwe_kluis, open_kluis

TWEEDE = Migratie(
    2,
    """
    -- A new column; old rows get a value; a table; a row moves; a comment with 'quotes;' and a semicolon
    ALTER TABLE signaal ADD COLUMN herkomst TEXT NOT NULL DEFAULT 'a;b';
    ALTER TABLE persoon ADD COLUMN bijnaam TEXT;
    CREATE TABLE kenmerk (id INTEGER PRIMARY KEY, dossier_id INTEGER, tekst TEXT NOT NULL) STRICT;
    INSERT INTO kenmerk (id, dossier_id, tekst) SELECT 9, id, 'x;y' FROM dossier;
    UPDATE telefoonnotitie SET beller = 'onbekend; niet gevraagd' WHERE beller = '';
    DELETE FROM instelling;
    -- the end;
    """,
)
STUK = Migratie(  # fails only where there are notes, so not when the schema is computed
    2, "DELETE FROM instelling; INSERT INTO telefoonnotitie SELECT * FROM telefoonnotitie;"
)


def _oud(map_: Path) -> Path:
    """A kluis of version 1 with a few rows."""
    pad = nieuwe_kluis(map_)
    store = open_kluis(pad)
    leg_dossier_vast(store)
    with store.write(Handeling.NOTITIE_VASTLEGGEN) as w:
        w.insert("telefoonnotitie", {"tekst": "x", "ontvangen_op": "2026-01-01"})
        w.insert("instelling", {"sleutel": "oud", "waarde": "weg"})
    store.close()
    return pad


def _nieuwer_programma(monkeypatch: pytest.MonkeyPatch, tweede: Migratie = TWEEDE) -> None:
    scripts = (*schema.migraties(), tweede)
    monkeypatch.setattr(schema, "migraties", lambda: scripts)


def test_a_semicolon_in_a_trigger_text_or_comment_does_not_end_a_statement() -> None:
    script = """
    -- first; comment
    CREATE TABLE a (b TEXT DEFAULT ';');
    CREATE TRIGGER t AFTER INSERT ON a BEGIN
      DELETE FROM a WHERE b = 'x;y'; -- inside;
      SELECT CASE WHEN 1 THEN 2 END;
    END;
    SELECT 1; ;
    -- last;
    """
    opdrachten = [o for o in verbinding.opdrachten(script) if o != ";"]
    assert [o.split()[-1] for o in opdrachten[:2]] == ["';');", "END;"]
    assert len(opdrachten) == 3
    with pytest.raises(ValueError, match="middle"):
        list(verbinding.opdrachten("SELECT 1; SELECT 2"))


def test_an_older_kluis_is_not_touched_without_a_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = _oud(tmp_path)
    voor = pad.read_bytes()
    _nieuwer_programma(monkeypatch)
    with pytest.raises(storingen.OudereVersie):
        open_kluis(pad)

    def mislukt(_: Store) -> None:
        raise storingen.BackupschijfVol

    with pytest.raises(storingen.BackupschijfVol):
        open_kluis(pad, voor_migratie=mislukt)
    assert pad.read_bytes() == voor


def test_a_migration_is_one_act_that_vouches_for_what_it_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = _oud(tmp_path)
    _nieuwer_programma(monkeypatch)
    gezien: list[int] = []

    def kopie(open_store: Store) -> None:
        with open_store.reader() as r:
            gezien.append(r.value("SELECT count(*) FROM signaal"))

    store = open_kluis(pad, voor_migratie=kopie)
    assert gezien == [1]
    with store.reader() as r:
        laatste = r.row("SELECT n, code FROM handeling ORDER BY n DESC LIMIT 1")
        assert laatste is not None
        wijzigingen = r.rows(
            "SELECT tabel, soort FROM wijziging WHERE handeling = ? ORDER BY tabel", laatste["n"]
        )
        assert r.row("SELECT herkomst FROM signaal") == {"herkomst": "a;b"}
        assert r.value("SELECT beller FROM telefoonnotitie") == "onbekend; niet gevraagd"
    assert laatste["code"] == "systeem.migratie"
    assert [tuple(w.values()) for w in wijzigingen] == [
        ("instelling", "verwijderd"),
        ("kenmerk", "nieuw"),
        ("signaal", "gewijzigd"),  # a column with a value came in; persoon only got an empty one
        ("telefoonnotitie", "gewijzigd"),
    ]
    assert store.controleer_keten().bevinding is None
    assert store.controleer_zegels().fouten == 0
    with store.write(Handeling.SIGNAAL_CORRIGEREN) as w:  # the new column is logged by name
        signaal = w.value("SELECT id FROM signaal")
        w.update("signaal", signaal, {"herkomst": "c"})
        w.update("kenmerk", 9, {"tekst": "z"})
    with store.reader() as r:
        velden = [rij["velden"] for rij in r.rows("SELECT velden FROM wijziging WHERE handeling = ?", w.n)]
    assert velden == ["herkomst", "tekst"]
    store.close()
    open_kluis(pad).close()


def test_schema_by_migration_equals_schema_from_scratch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = _oud(tmp_path)
    _nieuwer_programma(monkeypatch)
    store = open_kluis(pad, voor_migratie=lambda _: None)
    gegroeid = store._v.lees("SELECT type, name, tbl_name, sql FROM sqlite_master")
    store.close()
    vers = verbinding.geheugen()
    schema.voer_migraties_uit(vers, schema.migraties())
    assert set(gegroeid) == schema.catalogus(vers)
    vers.sluit()


def test_a_broken_migration_leaves_the_old_kluis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pad = _oud(tmp_path)
    _nieuwer_programma(monkeypatch, STUK)
    with pytest.raises(verbinding.SqlFout, match=r"UNIQUE.*telefoonnotitie"):
        open_kluis(pad, voor_migratie=lambda _: None)
    monkeypatch.undo()
    store = open_kluis(pad)
    assert store.controleer_zegels().fouten == 0
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM instelling") == 1
    store.close()


def test_a_migration_does_not_vouch_for_what_was_forged_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = _oud(tmp_path)
    inbreker = Inbreker(pad)
    with inbreker:
        inbreker.zonder_triggers("UPDATE signaal SET zelf_waargenomen = 'niets'")
    _nieuwer_programma(monkeypatch)
    with pytest.raises(storingen.JournaalWijktAf):
        open_kluis(pad, voor_migratie=lambda _: None)


def test_the_scripts_of_this_program_are_numbered_without_gaps() -> None:
    assert [m.nummer for m in schema.migraties()] == list(range(1, len(schema.migraties()) + 1))
