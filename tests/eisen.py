# SPDX-License-Identifier: EUPL-1.2
"""The table of requirements and the tests that try to break them: python -m tests.eisen README.md UITSLAG.

UITSLAG is what `pytest --eisen UITSLAG` wrote. The table is renewed only when every test in it ran and held.
"""

import ast
import json
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
BEGIN, EINDE = "<!-- eisen: begin -->", "<!-- eisen: einde -->"
GEHOUDEN = "passed"


@dataclass(frozen=True, slots=True)
class Eis:
    """One requirement. woordelijk: as it was written down; zin: the same in Dutch, in one sentence."""

    id: str
    zin: str
    woordelijk: tuple[str, ...]
    bron: str


def lees_eisen(bestand: Path = ROOT / "tests" / "eisen.toml") -> tuple[Eis, ...]:
    """The requirements, in the order of the file."""
    gelezen = tomllib.loads(bestand.read_text(encoding="utf-8"))["eis"]
    return tuple(Eis(**{**rij, "woordelijk": tuple(rij["woordelijk"])}) for rij in gelezen)


def merken_in(bron: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each test of a source with the ids in its mark `eis`."""
    for knoop in ast.walk(ast.parse(bron)):
        if not isinstance(knoop, ast.FunctionDef):
            continue
        for merk in knoop.decorator_list:
            if isinstance(merk, ast.Call) and ast.unparse(merk.func) == "pytest.mark.eis":
                yield knoop.name, tuple(str(ast.literal_eval(arg)) for arg in merk.args)


def lees_merken(map_: Path = ROOT / "tests") -> dict[str, tuple[str, ...]]:
    """Every marked test, as path::name, with the ids it tries to break."""
    return {
        f"{bestand.relative_to(map_.parent).as_posix()}::{naam}": ids
        for bestand in sorted(map_.rglob("test_*.py"))
        for naam, ids in merken_in(bestand.read_text(encoding="utf-8"))
    }


def tests_bij(merken: Mapping[str, tuple[str, ...]], eis_id: str) -> list[str]:
    """The tests that try to break this requirement."""
    return [naam for naam, ids in merken.items() if eis_id in ids]


def fouten(eisen: tuple[Eis, ...], merken: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Requirements without a test, marks that name no requirement, and ids that come twice."""
    bekend = [eis.id for eis in eisen]
    onbekend = [f"{naam}: {i}" for naam, ids in merken.items() for i in ids if i not in bekend]
    zonder = [f"{i}: geen test" for i in bekend if not tests_bij(merken, i)]
    return [*onbekend, *zonder, *sorted({f"{i}: dubbel" for i in bekend if bekend.count(i) > 1})]


def _cel(tests: list[str]) -> str:
    """The tests of one row, by file, in words."""
    per_bestand: dict[str, list[str]] = {}
    for test in tests:
        bestand, _, naam = test.partition("::")
        woorden = naam.removeprefix("test_").replace("_", " ")
        per_bestand.setdefault(bestand.removeprefix("tests/"), []).append(woorden)
    return "<br>".join(f"`{bestand}`: {'; '.join(namen)}" for bestand, namen in per_bestand.items())


def maak_tabel(eisen: tuple[Eis, ...], merken: Mapping[str, tuple[str, ...]]) -> str:
    """The block of README."""
    rijen = [f"| {eis.id} | {eis.zin} | {_cel(tests_bij(merken, eis.id))} |" for eis in eisen]
    return "\n".join(
        [
            BEGIN,
            "",
            "| nr. | eis | de test die het probeert te breken |",
            "| --- | --- | --- |",
            *rijen,
            "",
            EINDE,
        ]
    )


def met_tabel(readme: str, tabel: str) -> str:
    """README with this block in the place of the one that is there."""
    voor, begin, rest = readme.partition(BEGIN)
    _, einde, na = rest.partition(EINDE)
    if not begin or not einde:
        raise ValueError("README.md has no place for the table of requirements")
    return voor + tabel + na


def niet_gehouden(merken: Mapping[str, tuple[str, ...]], uitslag: Mapping[str, str]) -> list[str]:
    """Marked tests that did not run, or did not pass."""
    return [
        f"{naam}: {uitslag.get(naam, 'niet gelopen')}" for naam in merken if uitslag.get(naam) != GEHOUDEN
    ]


def vernieuw(
    readme: Path, uitslag: Mapping[str, str], eisen: tuple[Eis, ...], merken: Mapping[str, tuple[str, ...]]
) -> int:
    """Write the table anew, unless something in it did not hold; gives the exit code."""
    open_ = fouten(eisen, merken) or niet_gehouden(merken, uitslag)
    if open_:
        print("De tabel met eisen blijft zoals hij was:", *open_, sep="\n  ", file=sys.stderr)
        return 1
    was = readme.read_text(encoding="utf-8")
    wordt = met_tabel(was, maak_tabel(eisen, merken))
    if wordt != was:
        readme.write_text(wordt, encoding="utf-8")
        print("De tabel met eisen in README.md is vernieuwd.")
    return 0


def main(argumenten: list[str]) -> int:
    """Renew the table of the README named first from the run named second."""
    uitslag = json.loads(Path(argumenten[1]).read_text(encoding="utf-8"))
    return vernieuw(Path(argumenten[0]), uitslag, lees_eisen(), lees_merken())


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
