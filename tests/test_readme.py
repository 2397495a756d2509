# SPDX-License-Identifier: EUPL-1.2
"""The map of the program in README.md names what is there, and nothing else."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "gemeente_pga"


def mapped() -> set[str]:
    """The files and folders of the program that the table under Opbouw names; folders end with a slash."""
    chapter = (ROOT / "README.md").read_text(encoding="utf-8").partition("\n## Opbouw\n")[2]
    rows = [row for row in chapter.splitlines() if row.startswith("| `gemeente_pga/")]
    names = {name for row in rows for name in re.findall(r"`(?:gemeente_pga/)?(\w+(?:\.py|/))`", row)}
    return {name for name in names if name.endswith(".py") or (PROGRAM / name).is_dir()}


def test_every_file_and_folder_of_the_program_is_on_the_map_and_nothing_else():
    there = {f"{entry.name}/" for entry in PROGRAM.iterdir() if entry.is_dir() and entry.name[0] != "_"}
    there |= {entry.name for entry in PROGRAM.glob("*.py") if entry.name != "__init__.py"}
    assert mapped() == there


def rooms(folder: Path) -> set[str]:
    """The folders in this folder that hold something of ours."""
    return {entry.name for entry in folder.iterdir() if entry.is_dir() and entry.name[0] not in "._"}


def test_every_room_within_a_folder_is_named_in_its_row():
    chapter = (ROOT / "README.md").read_text(encoding="utf-8").partition("\n## Opbouw\n")[2]
    rows = dict(re.findall(r"^\| `([\w/]+)/` \| (.*)$", chapter, flags=re.MULTILINE))
    layers = rooms(PROGRAM)
    folders = [PROGRAM / layer for layer in layers]
    folders += [ROOT / top for top in ("resources", "installer", "tests")]
    for folder in folders:
        place = folder.relative_to(ROOT).as_posix()
        named = set(re.findall(r"`(?:\w+/)*(\w+)/`", rows[place]))
        there = rooms(folder) - (layers if place == "tests" else set())
        assert there - named == set(), place
