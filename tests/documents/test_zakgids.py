# SPDX-License-Identifier: EUPL-1.2
"""The pocket guide: the words of the Wegwijzer, two sheets, accessible, about nobody, no guessed term."""

from datetime import date

from gemeente_pga.documents import render_zakgids
from gemeente_pga.domain.stukken import Kop
from gemeente_pga.domain.stukken.herstelblad import HERSTELSTAPPEN
from gemeente_pga.domain.stukken.zakgids import Zakgids, make_zakgids, zakgids_kop
from gemeente_pga.domain.wegwijzer import CONTACTEN, parse_wegwijzer
from gemeente_pga.kaderbestand import read_kader
from gemeente_pga.paths import resource
from tests.documents.lezen import page_texts, text, title
from tests.documents.test_toegankelijk import _check_pdfa, _check_structure

DAG = date(2026, 11, 4)
GIDS = parse_wegwijzer(resource("teksten/wegwijzer.toml").read_text("utf-8"), "wegwijzer.toml")
KADER = read_kader()


def zakgids(**nummers: str) -> Zakgids:
    """That of Waterhoven, with these telephone numbers."""
    kop = Kop(gemeente="Waterhoven", documentsoort="", kenmerk="", datum=DAG)
    return make_zakgids(GIDS, KADER, nummers or {"politie": "0900 0000"}, zakgids_kop(kop, DAG))


def _kaal(tekst: str) -> str:
    return "".join(tekst.split())


def test_it_says_what_the_wegwijzer_says_and_fits_on_two_sheets() -> None:
    inhoud = render_zakgids(zakgids())
    gelezen = _kaal(text(inhoud))
    for sleutel in ("telefoonnotitie", "spoed", "terugbellen"):
        assert all(_kaal(zin) in gelezen for zin in (*GIDS[sleutel].wat_nu, *GIDS[sleutel].let_op))
    assert all(_kaal(zin) in gelezen for zin in GIDS["eerste_start"].wat_nu[:3])
    assert all(_kaal(stap) in gelezen for stap in HERSTELSTAPPEN)
    assert all(_kaal(naam) in gelezen for naam in CONTACTEN.values())
    assert len(page_texts(inhoud)) == 4


def test_a_number_of_the_kluis_stands_in_it_and_the_rest_is_left_to_the_pen() -> None:
    gids = zakgids(om="088 0000000")
    assert [c.nummer for c in gids.bellen if c.nummer] == ["088 0000000"]
    assert "0880000000" in _kaal(text(render_zakgids(gids)))


def test_a_term_that_nobody_found_is_called_that() -> None:
    kader = {t.onderwerp: t for t in KADER.streeftermijnen}
    leeg = [t for t in zakgids().termijnen if not t.termijn]
    assert leeg
    assert all(not kader[t.onderwerp].termijn for t in leeg)
    assert _kaal(text(render_zakgids(zakgids()))).count("nietvastgesteld") >= len(leeg)


def test_what_must_be_there_and_who_decides_is_the_table_of_states() -> None:
    stappen = {stap.stap: stap for stap in zakgids().stappen}
    assert stappen["Opgenomen"].wie == "weegploeg"
    assert "besluit over informeren" in stappen["Opgenomen"].wat


def test_it_is_pdfa_accessible_and_the_same_each_time() -> None:
    een, twee = (render_zakgids(zakgids()) for _ in range(2))
    _check_pdfa(een)
    _check_structure(een)
    assert een == twee
    assert title(een) == "Zakgids 2026-11-04"
