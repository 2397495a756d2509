# SPDX-License-Identifier: EUPL-1.2
"""Destroying a dossier: nothing of it is left anywhere, everything else is, and it cannot come back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from gemeente_pga.domain.grafsteen import parse_grafsteen
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.store import storingen
from gemeente_pga.store.store import Store
from gemeente_pga.store.wissen import echte_grafstenen, grafstenen, wis_dossier, wis_weer
from tests.store.bouw import (
    K_LOG,
    leg_dossier_vast,
    nieuwe_kluis,
    ontcijfer,
    ontcijfer_journaal,
    open_kluis,
    volle_kluis,
)


def test_a_row_in_every_table_of_a_dossier_goes_with_it(tmp_path: Path) -> None:
    pad, ids = volle_kluis(tmp_path)
    store = open_kluis(pad)
    with store.reader() as r:
        voor = {tabel: r.value(f"SELECT count(*) FROM {tabel}") for tabel in ids}  # noqa: S608 - names from the schema
    assert wis_dossier(store, ids["dossier"])
    with store.reader() as r:
        na = {tabel: r.value(f"SELECT count(*) FROM {tabel}") for tabel in ids}  # noqa: S608 - names from the schema
        assert r.value("SELECT count(*) FROM zoekindex WHERE dossier_id = ?", ids["dossier"]) == 0
    van_dossier = {
        tabel
        for tabel, kolommen in store._log.tabellen.items()
        if "dossier_id" in kolommen or tabel == "dossier"
    }
    # The sample rows of these belong to no dossier.
    los = {
        *("telefoonnotitie", "consultatie", "document", "lekbesluit", "uitgifte", "waarneming_handeling"),
        *("exemplaar", "verzoek", "verzoekstap", "overname"),
    }
    assert {tabel for tabel in van_dossier if na[tabel]} <= los
    for tabel in set(ids) - van_dossier:
        assert na[tabel] == voor[tabel], tabel
    assert store.controleer_keten().bevinding is None
    assert store.controleer_zegels().fouten == 0
    assert not wis_dossier(store, ids["dossier"])
    store.close()


def test_not_a_word_is_left_on_a_page_or_in_the_journal(store: Store) -> None:
    blijft = leg_dossier_vast(store, "2026-001", "Kabeljauw zwemt onder de brug.")
    weg = leg_dossier_vast(store, "2026-002", "Wolhandkrab wandelt over de dijk. " * 40)
    store.save_concept("dossier", f"{weg}:regie", '{"tekst": "Wolhandkrab"}')
    store.save_concept("plek", "", f'{{"scherm": "dossier", "onderwerp_id": {weg}}}')
    store.save_concept("dossier", f"{blijft}:regie", '{"tekst": "Kabeljauw"}')
    wis_dossier(store, weg, reden="proef")
    assert [(c.soort, c.sleutel) for c in store.concepten()] == [("dossier", f"{blijft}:regie")]
    pad = store.pad
    assert b"olhandkrab" not in ontcijfer_journaal(pad).lower()
    store.close()
    tekst = ontcijfer(pad).lower()
    assert b"olhandkrab" not in tekst
    assert b"2026-002" not in tekst
    assert b"abeljauw" in tekst
    assert b"2026-001" in tekst


def test_a_comparison_in_another_dossier_goes_too(store: Store) -> None:
    een, ander = leg_dossier_vast(store, "2026-001"), leg_dossier_vast(store, "2026-002")
    with store.write(Handeling.SIGNAAL_REGISTREREN) as w:
        signaal = w.value("SELECT id FROM signaal WHERE dossier_id = ?", een)
        w.insert(
            "vergelijking",
            {
                "dossier_id": een, "signaal_id": signaal, "ander_dossier_id": ander,
                "uitkomst": "afgewezen", "reden": "andere_persoon", "toelichting": "Die woont elders.",
            },
        )  # fmt: skip
    wis_dossier(store, ander)
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM vergelijking") == 0
        assert r.value("SELECT id FROM dossier") == een


def test_a_document_of_a_whole_meeting_goes_with_one_of_its_dossiers(store: Store) -> None:
    een, ander = leg_dossier_vast(store, "2026-001"), leg_dossier_vast(store, "2026-002")
    stuk = {
        "soort": "verslag", "onderwerp_soort": "overleg", "onderwerp_id": 5, "kenmerk": "O-1",
        "titel": "Verslag", "gegevens": "{}", "vastgesteld_op": date(2026, 11, 22),
    }  # fmt: skip
    with store.write(Handeling.DOCUMENT_VASTSTELLEN) as w:
        geheel = w.insert("document", stuk)
        for dossier in (een, ander):
            w.insert("document_dossier", {"dossier_id": dossier, "document_id": geheel})
        uittreksel = w.insert("document", stuk | {"dossier_id": een, "soort": "uittreksel"})
        w.insert("uitgifte", {"document_id": geheel, "wijze": "afdruk", "op": "2026-11-22"})
    wis_dossier(store, ander)
    with store.reader() as r:
        assert [rij["id"] for rij in r.rows("SELECT id FROM document")] == [uittreksel]
        assert r.value("SELECT count(*) FROM uitgifte") == 0


# ---- tombstones


def test_a_tombstone_is_known_by_the_kluis_that_made_it(store: Store) -> None:
    weg = leg_dossier_vast(store)
    assert grafstenen(store) == ()
    wis_dossier(store, weg)
    (steen,) = grafstenen(store)
    assert steen.onderwerp_id == weg
    assert parse_grafsteen(steen.regel) == steen
    vals = [
        replace(steen, onderwerp_id=weg ^ 1),
        replace(steen, op="2026-01-01T00:00:00.000+00:00"),
        replace(steen, mac="0" * 64),
    ]
    assert echte_grafstenen(store, [*vals, steen, steen]) == (steen,)


def test_a_tombstone_outlives_the_main_key(store: Store) -> None:
    weg = leg_dossier_vast(store)
    wis_dossier(store, weg)
    oud = grafstenen(store)
    with store.write(Handeling.KLUIS_HOOFDSLEUTEL_VERNIEUWEN) as w:
        store.renew_logsleutel(w, K_LOG[::-1])
    assert grafstenen(store) == oud
    assert echte_grafstenen(store, oud) == oud


def test_what_came_back_is_destroyed_again(store: Store) -> None:
    weg, blijft = leg_dossier_vast(store, "2026-001"), leg_dossier_vast(store, "2026-002")
    wis_dossier(store, weg)
    (steen,) = grafstenen(store)
    terug = replace(steen, onderwerp_id=blijft)  # as if it had come back
    assert wis_weer(store, [steen, terug], reden="proef") == 1
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM dossier") == 0
        assert r.value("SELECT reden FROM handeling ORDER BY n DESC LIMIT 1") == "proef"
    assert len(grafstenen(store)) == 2


def test_lines_that_are_no_tombstone_are_none() -> None:
    for regel in (
        "",
        "x",
        "0" * 16,
        f"{5:016x} 2026-01-01 {'0' * 64}",
        f"{5:016x} 2026-01-01T00:00:00.000+00:00 x",
    ):
        assert parse_grafsteen(regel) is None


def test_rows_that_moved_between_pages_leave_nothing_in_the_gaps(store: Store) -> None:
    blijft, weg = leg_dossier_vast(store, "2026-001"), leg_dossier_vast(store, "2026-002")
    for n in range(600):  # ids are random: every row lands between others, pages split and rows move
        naam = f"kwikstaart{n:03}" if n % 3 else f"kabeljauw{n:03}"
        rij = {"rol": "betrokkene", "geslachtsnaam": "X", "voornamen": naam * (1 + n % 9)}
        with store.write(Handeling.PERSOON_VASTLEGGEN) as w:
            w.insert("persoon", rij, dossier_id=weg if n % 3 else blijft)
    wis_dossier(store, weg)
    paginas = ontcijfer(store.pad)
    assert b"kabeljauw" in paginas
    assert b"kwikstaart" not in paginas


def test_traces_that_could_not_be_removed_go_at_the_next_opening(tmp_path: Path) -> None:
    pad = nieuwe_kluis(tmp_path)
    store = open_kluis(pad)
    dossier = leg_dossier_vast(store, tekst="Zij hoorde het xylofoonkwartet.")

    def breek_af(n: int, h: bytes) -> None:
        raise storingen.Schijffout

    store.merk = breek_af
    with pytest.raises(storingen.Schijffout):
        wis_dossier(store, dossier)
    store.close()
    assert b"xylofoonkwartet" in ontcijfer_journaal(pad)  # the page as it was
    open_kluis(pad).close()
    assert ontcijfer_journaal(pad) == b""
    assert b"xylofoonkwartet" not in ontcijfer(pad)
