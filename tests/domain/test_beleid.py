# SPDX-License-Identifier: EUPL-1.2
"""The policy of an administrator: read strictly, only narrowing, and a fault is told with its line."""

import os
from pathlib import Path

import pytest

from gemeente_pga import app, paths
from gemeente_pga.domain.beleid import GEEN_BELEID, Beleid, BeleidFout, parse_beleid

VOL = """\
[kluis]
map = "/srv/kluis"

[vergrendelen]
hoogstens_minuten = 5

[backup]
map = "/mnt/stick"

[uit]
bestand_opslaan = true
afdrukken = true
"""
posix_only = pytest.mark.skipif(os.name != "posix", reason="de paden in deze test zijn van Linux")


@posix_only
def test_everything_that_can_be_laid_down_is_read_and_told():
    beleid = parse_beleid(VOL, "beleid.toml")
    assert beleid == Beleid("/srv/kluis", 5, "/mnt/stick", afdrukken=False, bestand_opslaan=False)
    assert [zin.split()[1] for zin in beleid.zinnen()] == ["kluis", "kluis", "back-up", "staat", "als"]


def test_an_empty_file_lays_nothing_down():
    assert parse_beleid("# niets\n", "beleid.toml") == GEEN_BELEID
    assert GEEN_BELEID.zinnen() == ()


@pytest.mark.parametrize("deel", ["afdrukken", "bestand_opslaan"])
def test_what_is_not_named_stays_as_it_is(deel):
    beleid = parse_beleid(f"[uit]\n{deel} = true\n", "beleid.toml")
    assert (beleid.afdrukken, beleid.bestand_opslaan) == (deel != "afdrukken", deel != "bestand_opslaan")


@pytest.mark.parametrize(
    ("tekst", "regel", "reden"),
    [
        ("[kluis\n", 1, "TOML"),
        ("[uit]\nafdruken = true\n", 2, "onbekende sleutel"),
        ("[printen]\nuit = true\n", 1, "onbekend onderdeel"),
        ("uit = true\n", 1, "moet een tabel zijn"),
        ('\n[uit]\nafdrukken = "ja"\n', 3, "true of false"),
        ('[kluis]\nmap = "pga/kluis"\n', 2, "volledig pad"),
        ('[kluis]\nmap = ""\n', 2, "is leeg"),
        ("[kluis]\n", 1, "ontbreekt"),
        ("[backup]\nmap = 3\n", 2, "tekst tussen aanhalingstekens"),
        ("[vergrendelen]\nhoogstens_minuten = 0\n", 2, "kies uit 2, 5, 10, 15"),
        ("[vergrendelen]\nhoogstens_minuten = 60\n", 2, "kies uit 2, 5, 10, 15"),
        ("[vergrendelen]\nhoogstens_minuten = true\n", 2, "heel getal"),
        ('[vergrendelen]\nhoogstens_minuten = "5"\n', 2, "heel getal"),
    ],
)
def test_a_fault_is_told_with_its_line(tekst, regel, reden):
    with pytest.raises(BeleidFout) as fout:
        parse_beleid(tekst, "beleid.toml")
    assert f"beleid.toml, regel {regel}" in fout.value.melding
    assert reden in fout.value.melding
    assert "ICT-beheerder" in fout.value.raad


@pytest.mark.parametrize(("hoogstens", "gevraagd", "dan"), [(0, 20, 20), (5, 20, 5), (5, 2, 2), (15, 15, 15)])
def test_a_policy_only_shortens_the_time_until_locking(hoogstens, gevraagd, dan):
    assert Beleid(hoogstens_minuten=hoogstens).minuten(gevraagd) == dan


def test_the_choices_are_those_that_the_policy_leaves():
    assert Beleid(hoogstens_minuten=5).vergrendeltijden() == (2, 5)
    assert GEEN_BELEID.vergrendeltijden() == (2, 5, 10, 15)


def test_no_file_is_no_policy_and_an_unreadable_one_is_a_fault(tmp_path):
    bestand = tmp_path / "beleid.toml"
    assert paths.read_policy(bestand) == GEEN_BELEID
    bestand.write_bytes(b"\xff\xfe[uit]")
    with pytest.raises(BeleidFout, match="geen tekst"):
        paths.read_policy(bestand)
    bestand.unlink()
    bestand.mkdir()
    with pytest.raises(BeleidFout, match="niet worden gelezen"):
        paths.read_policy(bestand)


def test_a_file_made_with_notepad_is_read(tmp_path):
    (tmp_path / "beleid.toml").write_bytes(b"\xef\xbb\xbf[uit]\r\nafdrukken = true\r\n")
    assert not paths.read_policy(tmp_path / "beleid.toml").afdrukken


def test_the_example_that_ships_is_a_policy(monkeypatch):
    """On Linux its Windows paths are no whole paths, so they are made into some."""
    tekst = paths.resource("beheer/beleid-voorbeeld.toml").read_text(encoding="utf-8")
    if os.name == "posix":
        tekst = tekst.replace(r"'D:\PGA", "'/srv").replace(r"'\\server", "'/srv")
    beleid = parse_beleid(tekst, "beleid-voorbeeld.toml")
    assert (beleid.hoogstens_minuten, beleid.bestand_opslaan, beleid.afdrukken) == (5, False, True)
    assert beleid.kluismap
    assert beleid.backupmap


def test_the_place_of_the_policy_is_not_the_users_to_write():
    plek = paths.policy_file()
    assert plek.is_absolute()
    assert not plek.is_relative_to(Path.home())


@posix_only
def test_the_laid_down_folder_goes_before_the_command_line_and_that_before_the_usual_one(tmp_path):
    laid, asked = tmp_path / "vast", tmp_path / "gevraagd"
    assert app.kluismap(Beleid(kluismap=str(laid)), asked) == laid
    assert app.kluismap(GEEN_BELEID, asked) == asked
    assert app.kluismap(GEEN_BELEID, None) == paths.kluis_folder()
