# SPDX-License-Identifier: EUPL-1.2
"""The read door, concepts, the search index, and what errors may say."""

import traceback
from datetime import date

import pytest

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.store.store import Concept, Store
from gemeente_pga.store.verbinding import SqlFout
from tests.store.bouw import leg_dossier_vast, ontcijfer, ontcijfer_journaal


def test_rows_row_and_value(store: Store) -> None:
    with store.reader() as r:
        assert r.rows("SELECT 1 AS a, 'x' AS b UNION ALL SELECT 2, NULL") == [
            {"a": 1, "b": "x"},
            {"a": 2, "b": None},
        ]
        assert r.row("SELECT 1 AS a WHERE 0") is None
        assert r.value("SELECT 1 WHERE 0") is None
        assert r.value("SELECT ? || ?", date(2026, 9, 8), True) == "2026-09-081"


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO instelling (id, sleutel, waarde) VALUES (1, 'a', 'b')",
        "DELETE FROM handeling",
        "DELETE FROM concept",
        "INSERT INTO lopend VALUES (2)",
        "PRAGMA query_only = 0",
        "WITH x AS (SELECT 1) DELETE FROM concept",
        "  vacuum",
    ],
)
def test_the_read_door_does_not_write(store: Store, sql: str) -> None:
    store.save_concept("signaal", "", "half")
    with store.reader() as r, pytest.raises(SqlFout):
        r.rows(sql)
    assert store.concept("signaal") == "half"
    assert store.laatste()[0] == 1


def test_readers_nest_and_end(store: Store) -> None:
    with store.reader() as buiten:
        with store.reader() as binnen:
            assert binnen.value("SELECT 1") == 1
        assert buiten.value("SELECT 1") == 1
        with pytest.raises(SqlFout):
            buiten.rows("DELETE FROM concept")
    with pytest.raises(RuntimeError):
        buiten.rows("SELECT 1")
    store.save_concept("x", "", "y")  # writing is possible again


def test_a_closed_kluis_does_nothing(store: Store) -> None:
    store.close()
    assert not store.is_open
    with pytest.raises(RuntimeError), store.reader():
        pass
    with pytest.raises(RuntimeError), store.write(Handeling.CASUS_INZIEN):
        pass
    with pytest.raises(RuntimeError):
        store.save_concept("x", "", "y")


# ---- errors


@pytest.mark.parametrize(
    ("sql", "param"),
    [
        ("SELECT * FROM zoekindex WHERE zoekindex MATCH ?", "Verstraaten:"),
        ("SELECT * FROM zoekindex WHERE zoekindex MATCH ?", '"Verstraaten'),
        ("SELECT * FROM zoekindex WHERE zoekindex MATCH ?", "Verstraaten AND"),
        ("SELECT json_extract(?, '$')", "{Verstraaten"),
        ("SELECT * FROM handeling WHERE nergens = ?", "Verstraaten"),
        ("SELECT json_extract('{}', ?)", "$Verstraaten"),
    ],
)
def test_no_error_carries_a_parameter(store: Store, sql: str, param: str) -> None:
    with pytest.raises(SqlFout) as gevangen, store.reader() as r:
        r.rows(sql, param)
    fout = gevangen.value
    assert fout.__cause__ is None
    assert fout.__context__ is None
    assert "Verstraaten" not in "".join(traceback.format_exception(fout, chain=True)).replace(param, "")
    assert "Verstraaten" not in f"{fout!r}{fout}{vars(fout)}"


def test_a_refused_row_is_not_quoted(store: Store) -> None:
    dossier = leg_dossier_vast(store, "2026-777")
    with pytest.raises(SqlFout, match=r"UNIQUE.*dossier\.nummer") as gevangen:
        leg_dossier_vast(store, "2026-777")
    assert "2026-777" not in f"{gevangen.value!r}"
    with (
        pytest.raises(SqlFout, match=r"persoon\.huisnummer") as gevangen,
        store.write(Handeling.PERSOON_VASTLEGGEN) as w,
    ):
        w.insert(
            "persoon",
            {"dossier_id": dossier, "rol": "naaste", "geslachtsnaam": "Zoetelief", "huisnummer": "Kade"},
        )
    assert "Kade" not in f"{gevangen.value!r}"
    assert "Zoetelief" not in f"{gevangen.value!r}"


# ---- concepts


def test_a_concept_is_kept_replaced_and_discarded_and_is_no_act(store: Store) -> None:
    voor = store.laatste()
    store.save_concept("signaal", "", "half")
    store.save_concept("signaal", "", "half woord")
    store.save_concept("weging", "77", "iets")
    assert store.concept("signaal") == "half woord"
    assert store.concept("weging") is None
    assert {(c.soort, c.sleutel, c.inhoud) for c in store.concepten()} == {
        ("signaal", "", "half woord"),
        ("weging", "77", "iets"),
    }
    assert [c.sleutel for c in store.concepten("weging")] == ["77"]
    assert isinstance(store.concepten("weging")[0], Concept)
    store.discard_concept("weging", "77")
    store.save_concept("signaal", "", "")
    assert store.concepten() == []
    assert store.laatste() == voor
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM wijziging") == 0


def test_the_act_that_fulfils_a_concept_discards_it_with_the_same_commit(store: Store) -> None:
    store.save_concept("notitie", "", "half")

    def breek_af() -> None:
        with store.write(Handeling.NOTITIE_VASTLEGGEN) as w:
            w.discard_concept("notitie")
            raise InterruptedError

    with pytest.raises(InterruptedError):
        breek_af()
    assert store.concept("notitie") == "half"
    with store.write(Handeling.NOTITIE_VASTLEGGEN) as w:
        w.discard_concept("notitie")
    assert store.concept("notitie") is None


# ---- the search index


def zoek(store: Store, woord: str) -> list[str]:
    with store.reader() as r:
        return [rij["tabel"] for rij in r.rows("SELECT tabel FROM zoekindex WHERE zoekindex MATCH ?", woord)]


def test_words_are_found_by_dossier_without_accents(store: Store) -> None:
    dossier = leg_dossier_vast(store, tekst="Een coördinator zag de kwikstaart.")
    assert zoek(store, "kwikstaart") == ["signaal"]
    assert zoek(store, "coordinator") == ["signaal"]
    assert zoek(store, "verstraaten") == ["persoon"]
    with store.reader() as r:
        assert {rij["dossier_id"] for rij in r.rows("SELECT dossier_id FROM zoekindex")} == {dossier}


def test_changed_and_removed_words_are_gone_from_the_index_and_from_the_disk(store: Store) -> None:
    woord = b"xylofoonkwartet"
    leg_dossier_vast(store, tekst="Zij hoorde het xylofoonkwartet.")
    with store.reader() as r:
        signaal = r.value("SELECT id FROM signaal")

    def blokken() -> int:
        with store.reader() as r:
            return int(r.value("SELECT count(*) FROM zoekindex_data WHERE instr(block, ?)", woord[4:]))

    assert blokken() == 1
    assert woord in ontcijfer(store.pad)
    with store.write(Handeling.SIGNAAL_CORRIGEREN) as w:
        w.update("signaal", signaal, {"zelf_waargenomen": "Zij hoorde niets."})
    assert zoek(store, "xylofoonkwartet") == []
    assert zoek(store, "niets") == ["signaal"]
    assert blokken() == 0
    assert woord not in ontcijfer(store.pad)
    assert woord in ontcijfer_journaal(store.pad)  # the page as it was, for a rollback
    with store.write(Handeling.SIGNAAL_CORRIGEREN) as w:
        w.clear_traces()
    assert ontcijfer_journaal(store.pad) == b""
    leg_dossier_vast(store, "2026-002")  # and the journal works again


def test_a_deleted_row_leaves_the_index(store: Store) -> None:
    with store.write(Handeling.NOTITIE_VASTLEGGEN) as w:
        notitie = w.insert("telefoonnotitie", {"tekst": "Een kwikstaart", "ontvangen_op": "2026-01-01"})
    assert zoek(store, "kwikstaart") == ["telefoonnotitie"]
    with store.write(Handeling.NOTITIE_AFHANDELEN) as w:
        w.delete("telefoonnotitie", notitie)
    assert zoek(store, "kwikstaart") == []
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM zoekindex_content") == 0
