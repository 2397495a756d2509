# SPDX-License-Identifier: EUPL-1.2
"""The campaigns themselves: each must see what is wrong when something is."""

import random
import re
import sys
from pathlib import Path

import pytest

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.inrichting import Partij
from gemeente_pga.handelingen import inrichting
from tests.fouten import kosten, lek, stand
from tests.fouten.campagne import of
from tests.fouten.inbreker import Inbreker
from tests.fouten.schijf import Schijf
from tests.fouten.sporen import Daad, lees
from tests.fouten.tabel import CAMPAGNES
from tests.fouten.verhaal import zonder_weg
from tests.fouten.vijandig import strengen

WORTEL = "/w"


def test_every_bar_is_in_the_table_once() -> None:
    bars = [c.bar for c in CAMPAGNES]
    assert [bar for bar in bars if bar[1:].isdigit()] == [f"B{nummer}" for nummer in range(1, 30)]
    assert len(bars) == len(set(bars))


def test_what_things_cost_is_printed_beside_the_bars() -> None:
    assert [c.run for c in CAMPAGNES if c.bar.startswith("KOSTEN")] == [
        kosten.leg_vast,
        kosten.open_kluis,
        kosten.keur,
        kosten.lees_als_fg,
    ]
    assert re.match(r"journaal lezen als FG \d+\.\d\d s, als coördinator", kosten.lees_als_fg(40).cijfer)
    openen, nakijken = kosten.open_kluis(40), kosten.keur(40)
    assert openen.haalt is not True  # so small a kluis proves nothing
    assert "grens 150 ms (bij 40 handelingen en " in openen.cijfer
    assert "kleiner dan de eis van 100000, die meet --long" in openen.cijfer
    assert re.match(r"\d+\.\d s per 100 MB \(bij 40 handelingen", nakijken.cijfer)
    assert "mediaan " in (act := kosten.leg_vast(1).cijfer)
    assert "grens 5 ms" in act


def test_an_act_without_a_way_is_named() -> None:
    assert zonder_weg(set(Handeling) - {Handeling.CASUS_INZIEN}) == ["casus.inzien"]
    assert zonder_weg(set(Handeling)) == []


def test_a_fault_makes_a_bar_fall_short() -> None:
    assert of([], "alles").haalt is True
    assert of(["kapot"], "alles") == ("alles; 1 fout: kapot", False)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE partij SET naam = 'iemand anders'",
        "DELETE FROM instelling",
        "UPDATE handeling SET reden = 'x' WHERE n = 2",
        "DELETE FROM zoekindex",
    ],
)
def test_a_kluis_that_was_tampered_with_is_seen(tmp_path: Path, sql: str) -> None:
    s = stand.maak(tmp_path)
    inrichting.set_instelling(s.store, "proef", "ja")
    inrichting.register_partij(s.store, Partij("om", "Openbaar Ministerie", kernpartij=True))
    with s.store.write(Handeling.NOTITIE_VASTLEGGEN) as w:
        w.insert("telefoonnotitie", {"tekst": "vindbaar", "ontvangen_op": "2026-01-01"})
    s.sluit()
    assert stand.keur(tmp_path).gebreken == []
    with Inbreker(tmp_path) as i:
        i.doe(sql)
    assert stand.keur(tmp_path).gebreken != []


def _schijf(*daden: Daad) -> Schijf:
    schijf = Schijf()
    for daad in daden:
        schijf.verwerk(daad)
    return schijf


def _uitkomsten(schijf: Schijf, map_: Path, keer: int = 60) -> set[tuple[tuple[str, bytes], ...]]:
    """All disks that chance makes of this one."""
    kans = random.Random(1)  # noqa: S311 - a repeatable choice
    uit = set()
    for nummer in range(keer):
        plek = map_ / str(nummer)
        plek.mkdir()
        schijf.schrijf(WORTEL, plek, kans)
        uit.add(tuple(sorted((pad.name, pad.read_bytes()) for pad in plek.iterdir())))
    return uit


def test_what_was_synced_survives_a_power_cut(tmp_path: Path) -> None:
    schijf = _schijf(
        Daad("maak", "/w/a", 3), Daad("schrijf", "/w/a", 3, 0, b"een"), Daad("sync", "/w/a", 3),
        Daad("schrijf", "/w/a", 3, 0, b"twee"),
    )  # fmt: skip
    assert _uitkomsten(schijf, tmp_path) == {(("a", b"een"),), (("a", b"twee"),)}


def test_what_was_not_synced_may_be_gone_or_torn(tmp_path: Path) -> None:
    schijf = _schijf(Daad("maak", "/w/a", 3), Daad("schrijf", "/w/a", 3, 0, b"x" * 1024))
    uitkomsten = _uitkomsten(schijf, tmp_path)
    assert () in uitkomsten
    assert {len(inhoud) for uit in uitkomsten for _, inhoud in uit} == {0, 512, 1024}


def test_a_new_name_is_sure_only_after_its_folder_was_synced(tmp_path: Path) -> None:
    daden = [
        Daad("maak", "/w/nieuw", 3), Daad("schrijf", "/w/nieuw", 3, 0, b"een"), Daad("sync", "/w/nieuw", 3),
        Daad("rena", "/w/nieuw", naar="/w/echt"),
    ]  # fmt: skip
    los, vast = tmp_path / "los", tmp_path / "vast"
    los.mkdir()
    vast.mkdir()
    assert _uitkomsten(_schijf(*daden), los) == {(("nieuw", b"een"),), (("echt", b"een"),)}
    open_map = (Daad("open", "/w", 4), Daad("sync", "/w", 4))
    assert _uitkomsten(_schijf(*daden, *open_map), vast) == {(("echt", b"een"),)}


def test_a_trace_is_read(tmp_path: Path) -> None:
    def hex_(tekst: str) -> str:
        return "".join(f"\\x{byte:02x}" for byte in tekst.encode())

    pad = hex_("/w/a")
    spoor = tmp_path / "spoor"
    spoor.write_text(
        f'openat(AT_FDCWD, "{pad}", O_WRONLY|O_CREAT, 0600) = 3<{pad}>\n'
        f'write(3<{pad}>, "{hex_("ab")}", 2) = 2\n'
        f'write(3<{pad}>, "{hex_("c")}", 1) = 1\n'
        f"fsync(3<{pad}>) = 0\n"
        f'pwrite64(3<{pad}>, "{hex_("z")}", 1, 7) = -1 ENOSPC (No space left on device)\n'
        f'rename("{pad}", "{hex_("/w/b")}") = 0\n'
    )
    assert list(lees(spoor, Path(WORTEL))) == [
        Daad("maak", "/w/a", 3), Daad("schrijf", "/w/a", 3, 0, b"ab"), Daad("schrijf", "/w/a", 3, 2, b"c"),
        Daad("sync", "/w/a", 3), Daad("rena", "/w/a", naar="/w/b"),
    ]  # fmt: skip


@pytest.mark.parametrize("code", ["utf-8", "utf-16-le", "cp1252"])
def test_a_word_on_the_disk_is_found(code: str) -> None:
    assert lek.vind(b"\x00\xff" + "ZWANEBLOEM en Özdemir".encode(code), ("Zwanebloem", "Özdemir"))
    assert lek.vind(b"niets", ("Zwanebloem",)) == []


def test_there_are_enough_hostile_strings() -> None:
    lijst = list(strengen(1000, random.Random(1)))  # noqa: S311 - a repeatable choice
    assert len(lijst) == 1000
    assert len(set(lijst)) > 900


@pytest.mark.skipif(sys.platform != "linux", reason="forks")
def test_a_killed_child_tells_how_far_it_came() -> None:
    from tests.fouten.dood import Melder, dood

    def werk(melder: Melder) -> None:
        melder.begin()
        melder.vastgelegd()
        melder.wacht()

    gedood = dood(werk, 0.1)
    assert gedood == (1, False)
