# SPDX-License-Identifier: EUPL-1.2
"""Writes requirements.lock from pyproject.toml: first what the program needs to run and to be built,
then, after a marker line, what only the tests need. Every line by hash, no address in it.

Run it with the Python of .venv (`python3 installer/dev.py lock`) after changing a dependency.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
TEST_MARKER = "# Alleen voor de tests"
HEADER = """\
# SPDX-License-Identifier: EUPL-1.2
# Vastgelegd met: python3 installer/dev.py lock. Wijzig dit bestand niet met de hand.
"""


def resolve(group: str) -> dict[str, str]:
    """Ask uv for every package that the project and one group need; name to locked lines."""
    run = subprocess.run(
        [
            *(sys.executable, "-m", "uv", "pip", "compile", "--universal", "--generate-hashes"),
            *("--no-annotate", "--no-header", "--only-binary", ":all:", "--python-version", "3.11"),
            *("--group", group, "pyproject.toml"),
        ],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return split_lock(run.stdout)


def split_lock(text: str) -> dict[str, str]:
    """The lines of each package in a lock, by its name."""
    entries = re.split(r"^(?=\S)", text, flags=re.MULTILINE)
    return {re.split(r"[=\[]", entry, maxsplit=1)[0]: entry for entry in entries if "==" in entry}


def part_of_lock(lock: Path, level: str) -> str:
    """The lines of the lock to install: all for level "test", what running needs for "start"."""
    text = lock.read_text(encoding="utf-8")
    return text if level == "test" else text.partition(TEST_MARKER)[0]


def main() -> None:
    """Resolve twice and write the file in its two parts."""
    everything, running = resolve("dev"), resolve("build").keys()
    parts = [
        "".join(entry for name, entry in everything.items() if (name in running) is wanted)
        for wanted in (True, False)
    ]
    LOCK.write_text(f"{HEADER}{parts[0]}\n{TEST_MARKER}\n{parts[1]}", encoding="utf-8")


if __name__ == "__main__":
    main()
