# SPDX-License-Identifier: EUPL-1.2
"""Makes what is installed, and tries it: `dev.py package windows MAP`, then `package proef-windows MAP`.

Runs in .venv, on Debian. Beside each package come its parts (CycloneDX), the licences, the hash of every file
in it, and SHA256SUMS.
"""

import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from installer import bom, debian, trial, windows
from installer.dev import ROOT, Halt

MAKE: dict[str, Callable[[Path, Path], list[Path]]] = {"windows": windows.build, "deb": debian.build}
TRY: dict[str, Callable[[Path, Path], None]] = {
    "proef-windows": trial.try_windows,
    "proef-deb": trial.try_deb,
}
MB = 1_000_000


def main(arguments: Sequence[str]) -> int:
    """One kind, in a folder outside the checkout."""
    if len(arguments) != 2 or arguments[0] not in {*MAKE, *TRY}:
        raise Halt(f"Noem wat u wilt en in welke map: package {'|'.join((*MAKE, *TRY))} MAP")
    kind, out = arguments[0], Path(arguments[1]).absolute()
    if out.is_relative_to(ROOT) and not out.is_relative_to(ROOT / "dist"):
        raise Halt("Kies een map buiten deze map, of dist.")
    with tempfile.TemporaryDirectory(prefix="gemeente-pga-bouw-", ignore_cleanup_errors=True) as work:
        if kind in TRY:
            TRY[kind](out, Path(work))
        else:
            make(kind, out, Path(work))
    return 0


def make(kind: str, out: Path, work: Path) -> None:
    """Build it, sum up everything in the folder, print how large it became."""
    out.mkdir(parents=True, exist_ok=True)
    made = MAKE[kind](out, work)
    listed = (file for file in out.iterdir() if file.is_file() and file.name != "SHA256SUMS")
    (out / "SHA256SUMS").write_text(bom.sums(out, listed), encoding="utf-8")
    for file in made:
        print(f"{file.stat().st_size / MB:8.1f} MB  {file}")


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(line_buffering=True)  # type: ignore[union-attr] # between the output of what it starts
    try:
        raise SystemExit(main(sys.argv[1:]))
    except Halt as halt:
        print(f"\n{halt}", file=sys.stderr)
        raise SystemExit(1) from halt
