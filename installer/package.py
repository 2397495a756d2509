# SPDX-License-Identifier: EUPL-1.2
"""Makes what is installed: `python3 installer/dev.py package windows|deb MAP`. Runs in .venv, on Debian.

Beside each package come its parts (CycloneDX), the licences, the hash of every file in it, and SHA256SUMS.
"""

import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from installer import bom, debian, windows
from installer.dev import ROOT, Halt

KINDS: dict[str, Callable[[Path, Path], list[Path]]] = {"windows": windows.build, "deb": debian.build}
MB = 1_000_000


def main(arguments: Sequence[str]) -> int:
    """Build one kind into a folder outside the checkout; print how large it became."""
    if len(arguments) != 2 or arguments[0] not in KINDS:
        raise Halt("Noem wat u wilt bouwen en waar het moet komen: package windows|deb MAP")
    out = Path(arguments[1]).absolute()
    if out.is_relative_to(ROOT) and not out.is_relative_to(ROOT / "dist"):
        raise Halt("Kies een map buiten deze map, of dist.")
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="gemeente-pga-bouw-") as work:
        made = KINDS[arguments[0]](out, Path(work))
    listed = sorted(file for file in out.iterdir() if file.is_file() and file.name != "SHA256SUMS")
    (out / "SHA256SUMS").write_text(bom.sums(out, listed), encoding="utf-8")
    for file in made:
        print(f"{file.stat().st_size / MB:8.1f} MB  {file}")
    return 0


if __name__ == "__main__":
    try:
        raise SystemExit(main(sys.argv[1:]))
    except Halt as halt:
        print(f"\n{halt}", file=sys.stderr)
        raise SystemExit(1) from halt
