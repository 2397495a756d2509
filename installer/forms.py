# SPDX-License-Identifier: EUPL-1.2
"""Compiles forms/*.ui into gemeente_pga/ui/forms/ui_*.py, only what changed.

A compiled form gets the time of its source, so "changed" is "another time".
Hides how uic is found and called: dev.py, the build hook and tests/conftest.py only call compile_forms.
"""

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
AT_ONCE = 2
_IMPORT = re.compile(r"from (?P<module>PySide6\.\w+) import \((?P<names>[^)]*)\)\n")
# The pyside6-uic script is not always on the PATH (isolated builds, Windows); its module always is.
UIC = (sys.executable, "-c", "from PySide6.scripts.pyside_tool import uic; uic()", "--no-autoconnection")


def compile_forms(
    source: Path = ROOT / "forms",
    target: Path = ROOT / "gemeente_pga" / "ui" / "forms",
    *,
    force: bool = False,
) -> list[str]:
    """Bring the compiled forms up to date; return the complaints of uic, one text per form."""
    pairs = {target / f"ui_{form.stem}.py": form for form in sorted(source.glob("*.ui"))}
    target.mkdir(parents=True, exist_ok=True)
    for compiled in target.glob("ui_*.py"):
        if compiled not in pairs:
            compiled.unlink(missing_ok=True)
    stale = [pair for pair in pairs.items() if force or _is_stale(*pair)]
    if not stale:
        return []
    with ThreadPoolExecutor(AT_ONCE) as pool:
        complaints = list(pool.map(lambda pair: _compile(*pair), stale))
    return [complaint for complaint in complaints if complaint]


def _is_stale(compiled: Path, form: Path) -> bool:
    try:
        return compiled.stat().st_mtime_ns != form.stat().st_mtime_ns
    except FileNotFoundError:
        return True


def _compile(compiled: Path, form: Path) -> str:
    """Compile one form beside its goal and swap it in, so that nobody ever reads half a form."""
    moment = form.stat().st_mtime_ns
    draft = compiled.with_name(f"{compiled.stem}.{os.getpid()}.tmp")
    try:
        run = subprocess.run([*UIC, "-o", str(draft), str(form)], capture_output=True, text=True, check=False)
        if run.returncode == 0 and draft.exists():
            draft.write_text(_only_used_imports(draft.read_text("utf-8")), "utf-8")
            os.utime(draft, ns=(moment, moment))
            draft.replace(compiled)
        else:
            compiled.unlink(missing_ok=True)
    finally:
        draft.unlink(missing_ok=True)
    said = (run.stdout + run.stderr).strip()
    return f"{form.name}: {said or 'uic stopte zonder uitleg'}" if said or run.returncode else ""


def _only_used_imports(code: str) -> str:
    """Without the dozens of names that uic always imports: each costs time when it is first asked of Qt."""
    words = set(re.findall(r"\w+", _IMPORT.sub("", code)))

    def keep(match: re.Match[str]) -> str:
        used = [name for name in re.findall(r"\w+", match["names"]) if name in words]
        return f"from {match['module']} import ({', '.join(used)})\n" if used else ""

    return _IMPORT.sub(keep, code)


def main() -> int:
    """Compile from the command line; --alles compiles what is up to date as well."""
    complaints = compile_forms(force="--alles" in sys.argv[1:])
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    return 1 if complaints else 0


if __name__ == "__main__":
    raise SystemExit(main())
