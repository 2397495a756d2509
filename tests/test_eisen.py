# SPDX-License-Identifier: EUPL-1.2
"""Every requirement has a test that tries to break it, and README shows which."""

import pytest

from tests import eisen

EISEN, MERKEN = eisen.lees_eisen(), eisen.lees_merken()


def test_every_requirement_has_a_test_and_every_mark_a_requirement():
    assert eisen.fouten(EISEN, MERKEN) == []


def test_the_rows_are_all_there():
    """Twenty-three rows of annex c, both state machines and their rules, Inspectie, NTA, users, refusals."""
    ids = [eis.id for eis in EISEN]
    for groep, aantal in {
        "c": 23,
        "a.S": 12,
        "a.C": 12,
        "a.r": 3,
        "a.t": 1,
        "i": 11,
        "n": 7,
        "w": 10,
        "G": 15,
    }.items():
        assert len([i for i in ids if i.startswith(groep)]) == aantal, groep
    assert all(eis.zin and eis.bron and all(eis.woordelijk) and eis.woordelijk for eis in EISEN)


def test_readme_shows_what_the_marks_say():
    """A run of all tests (installer/dev.py test) renews it."""
    readme = eisen.README.read_text(encoding="utf-8")
    assert eisen.met_tabel(readme, eisen.maak_tabel(EISEN, MERKEN)) == readme


def test_a_row_without_a_test_an_unknown_id_and_a_double_one_are_seen():
    een = eisen.Eis("c01", "Zin.", ("words",), "bron")
    assert eisen.fouten((een, een), {}) == ["c01: geen test", "c01: geen test", "c01: dubbel"]
    assert eisen.fouten((een,), {"tests/x.py::test_x": ("c01", "c99")}) == ["tests/x.py::test_x: c99"]


def test_marks_are_read_from_the_source():
    bron = "@pytest.mark.eis('c01', 'n1')\n@pytest.mark.traag\ndef test_x(x): pass\ndef test_y(): pass"
    assert list(eisen.merken_in(bron)) == [("test_x", ("c01", "n1"))]
    assert len(MERKEN) > 50


@pytest.mark.parametrize(("uitslag", "code"), [("passed", 0), ("failed", 1), (None, 1)])
def test_the_table_is_renewed_only_by_a_run_in_which_everything_held(tmp_path, uitslag, code):
    een = eisen.Eis("c01", "Zin.", ("words",), "bron")
    merken = {"tests/x.py::test_it_holds": ("c01",)}
    readme = tmp_path / "README.md"
    readme.write_text(f"# x\n{eisen.BEGIN}\noud\n{eisen.EINDE}\nna\n", encoding="utf-8")
    gelopen = {"tests/x.py::test_it_holds": uitslag} if uitslag else {}
    assert eisen.vernieuw(readme, gelopen, (een,), merken) == code
    tekst = readme.read_text(encoding="utf-8")
    assert ("| c01 | Zin. | `x.py`: it holds |" in tekst) is (code == 0)
    assert tekst.startswith("# x\n")
    assert tekst.endswith("\nna\n")
