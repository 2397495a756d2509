# SPDX-License-Identifier: EUPL-1.2
"""The one tool for whoever builds the program: sets up .venv by hash, then starts, tests or measures.

Standard library only, so that it runs on a bare Debian 12 or Windows: `python3 installer/dev.py start`.
Hides apt, venv, pip and the stamp by which a finished set-up is recognised in no time.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "ingericht.json"
LOCK = ROOT / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"
OLDEST, NEWEST = (3, 11), (3, 13)
TAIL_LINES = 40
PDF_IF_POSSIBLE = "--pdf-if-possible"  # as --pdf, but where Java cannot be had it is said and no failure
PDF_SWITCHES = ("--pdf", PDF_IF_POSSIBLE)
MOST_PROCESSES = 4  # each has a window and a kluis of its own in memory

# What Qt loads at run time and a bare Debian 12 lacks: library, Debian package.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfreetype.so.6": "libfreetype6",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


class Halt(Exception):
    """Something the user must solve; the text says what, in Dutch."""


# --- running things -------------------------------------------------------------------------------


def environment(**extra: str) -> dict[str, str]:
    """The environment for children: with bytecode, whatever the shell says."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **extra}


def run_step(title: str, command: Sequence[str | Path], *, finish: bool = False) -> None:
    """Run a long command with a line that shows the seconds; its output only when it fails.

    finish: on Ctrl+C let the command finish first (a package manager may not be left half-way).
    """
    with tempfile.TemporaryFile() as output:
        child = subprocess.Popen(
            [str(part) for part in command],
            cwd=ROOT,
            env=environment(DEBIAN_FRONTEND="noninteractive"),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=finish,
        )
        try:
            show_progress(title, child)
        except KeyboardInterrupt:
            print("\nAfbreken … even afronden." if finish else "\nAfbreken …", flush=True)
            stop_child(child, finish=finish)
            raise
        if child.returncode:
            output.seek(0)
            lines = output.read().decode("utf-8", "replace").splitlines()
            print("\n".join(lines[-TAIL_LINES:]), file=sys.stderr)
            raise Halt(f"{title}: mislukt. Hierboven staat waarom.")


def show_progress(title: str, child: subprocess.Popen[bytes]) -> None:
    """Wait for the child; on a terminal the seconds run, elsewhere only begin and end are printed."""
    begin, live = time.monotonic(), sys.stdout.isatty()
    if not live:
        print(f"{title} …", flush=True)
    while True:
        try:
            child.wait(timeout=1)
        except subprocess.TimeoutExpired:
            if live:
                print(f"\r{title} … {time.monotonic() - begin:.0f} s ", end="", flush=True)
            continue
        took = f"{time.monotonic() - begin:.0f} s"
        end = f"klaar in {took}" if child.returncode == 0 else f"gestopt na {took}"
        print(f"\r{title}: {end}        " if live else f"{title}: {end}", flush=True)
        return


def stop_child(child: subprocess.Popen[bytes], *, finish: bool) -> None:
    """Let the child end by itself (finish), or end it: first politely, after ten seconds not."""
    if not finish:
        child.terminate()
    try:
        child.wait(timeout=None if finish else 10)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def run_open(*command: str | Path, cwd: Path | None = None, extra: Mapping[str, str] | None = None) -> int:
    """Run a command whose output the user is to see as it comes; extra: environment to add."""
    return subprocess.call([str(part) for part in command], cwd=cwd, env=environment(**(extra or {})))


# --- setting up -----------------------------------------------------------------------------------


def digest(file: Path) -> str:
    """What a file contains, as one short text."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def read_stamp() -> dict[str, str]:
    """What the last finished set-up was made from; empty when there was none, or for another folder."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if stamp.get("plaats") == str(VENV) and PYTHON.exists() else {}


def set_up(level: str) -> None:
    """Make .venv fit the lock and the project. level: "start" or "test" (which holds start)."""
    found = read_stamp()
    wanted = {"plaats": str(VENV), "lock": digest(LOCK), "project": digest(PROJECT), "niveau": level}
    packages_ready = found.get("lock") == wanted["lock"] and found.get("niveau") in (level, "test")
    if packages_ready and found["project"] == wanted["project"]:
        return
    if VENV.is_symlink():
        raise Halt(f"{VENV} verwijst naar een andere map, en die zou nu worden leeggemaakt. Haal hem weg.")
    if packages_ready:
        wanted["niveau"] = found["niveau"]
    get_system_packages()
    STAMP.unlink(missing_ok=True)
    try:
        if not found:
            make_venv()
        if not packages_ready:
            install_packages(level)
        install_project()
    except BaseException:
        # Without the stamp nobody trusts this folder any more, so leave no half one behind.
        shutil.rmtree(VENV, ignore_errors=True)
        raise
    STAMP.write_text(json.dumps(wanted), encoding="utf-8")


def make_venv() -> None:
    """Make an empty .venv with the Python that runs this, or with the one behind an active .venv."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        raise Halt(
            f"Dit programma heeft Python 3.11, 3.12 of 3.13 nodig; dit is Python {sys.version.split()[0]}."
        )
    base = getattr(sys, "_base_executable", None) or sys.executable
    run_step("Eigen Python-omgeving maken", [base, "-m", "venv", "--clear", VENV])


def install_packages(level: str) -> None:
    """Install the locked packages; each must have the hash that the lock names."""
    sys.path.insert(0, str(ROOT))
    from installer.lock import part_of_lock

    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder, "pakketten.txt")
        wanted.write_text(part_of_lock(LOCK, level), encoding="utf-8")
        options = ["--disable-pip-version-check", "--no-input", "--compile", "--only-binary", ":all:"]
        run_step(
            "Pakketten ophalen, controleren en installeren",
            [PYTHON, "-m", "pip", "install", *options, "--require-hashes", "-r", wanted],
        )


def install_project() -> None:
    """Put the program itself into .venv, with its forms and its bytecode."""
    options = ["--disable-pip-version-check", "--no-index", "--no-build-isolation", "--no-deps"]
    run_step("Formulieren maken", [PYTHON, ROOT / "installer" / "forms.py", "--alles"])
    run_step("Programma inrichten", [PYTHON, "-m", "pip", "install", *options, "-e", ROOT])
    run_step("Voorbereiden om snel te starten", [PYTHON, "-m", "compileall", "-q", ROOT / "gemeente_pga"])


def missing_libraries() -> list[str]:
    """The Debian packages of the libraries that Qt needs and that this Linux does not have."""
    if not sys.platform.startswith("linux"):
        return []
    missing = []
    for library, package in QT_LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def get_system_packages() -> None:
    """Have apt install what is missing to run the program."""
    missing = missing_libraries()
    if os.name == "posix" and not importlib.util.find_spec("ensurepip"):
        missing.insert(0, f"python3.{sys.version_info.minor}-venv")
    install_with_apt(missing)


def install_with_apt(missing: Sequence[str]) -> None:
    """Have apt install these packages, or say in one line what the user must do; nothing for none."""
    if not missing:
        return
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    if not shutil.which("apt-get"):
        raise Halt(f"Installeer eerst wat op Debian zo heet: {' '.join(missing)}")
    rights = rights_for_apt()
    if rights is None:
        line = f"sudo apt-get update && sudo {' '.join(install)}"
        raise Halt(f"Voer eerst dit uit en probeer het dan opnieuw:\n\n    {line}\n")
    run_step("Lijst van systeempakketten ophalen", [*rights, "apt-get", "update"], finish=True)
    run_step("Systeempakketten installeren", [*rights, *install], finish=True)


def rights_for_apt() -> list[str] | None:
    """What to put before apt-get: nothing for root, sudo where it asks no password; None: no rights."""
    if os.name == "posix" and os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.call(["sudo", "-n", "true"], stderr=subprocess.DEVNULL) == 0:
        return ["sudo", "-n"]
    return None


# --- the commands ---------------------------------------------------------------------------------


def compile_forms(arguments: Sequence[str] = ()) -> int:
    """Compile the forms that changed; the complaints of the compiler go to the screen."""
    return run_open(PYTHON, ROOT / "installer" / "forms.py", *arguments)


def has_display() -> bool:
    """Whether a window can be shown."""
    return not sys.platform.startswith("linux") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )


def start(arguments: list[str]) -> int:
    """start [opties]: richt alles in en open het programma (zonder beeldscherm: speel de oefencasus af)"""
    set_up("start")
    if compile_forms():
        raise Halt("Een formulier kon niet worden gemaakt. Hierboven staat welk.")
    extra = {}
    if not has_display():
        extra["QT_QPA_PLATFORM"] = "offscreen"
        if not arguments:
            folder = tempfile.mkdtemp(prefix="gemeente-pga-oefencasus-")
            print(f"Er is geen beeldscherm. De oefencasus wordt afgespeeld; het resultaat komt in:\n{folder}")
            arguments = ["--oefencasus", folder]
    command = [str(PYTHON), "-m", "gemeente_pga", *arguments]
    if os.name == "posix":
        sys.stdout.flush()
        os.execve(command[0], command, environment(**extra))
    return run_open(*command, extra=extra)


def test(arguments: list[str]) -> int:
    """test [--quick] [--pdf] [opties van pytest]: doe alle controles en tests; --pdf: keur ook elke PDF"""
    set_up("test")
    pdf = next((switch for switch in PDF_SWITCHES if switch in arguments), "")
    arguments = [argument for argument in arguments if argument not in PDF_SWITCHES]
    whole = not arguments  # only then is it known of every requirement whether its tests hold
    if "--quick" in arguments:
        arguments = ["-m", "not traag", *(argument for argument in arguments if argument != "--quick")]
    if not any(Path(ROOT, argument.partition("::")[0]).exists() for argument in arguments):
        arguments = [*spread(), *arguments]
    failed = ["formulieren"] if compile_forms() else []
    with tempfile.TemporaryDirectory() as folder:
        failed += run_checks(Path(folder, "eisen.json"), arguments, whole=whole, pdf=pdf)
    if failed:
        print(f"\nNiet in orde: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def spread() -> list[str]:
    """Options that share the tests out over the processors; each process has a home folder of its own."""
    processes = min(os.cpu_count() or 1, MOST_PROCESSES)
    return ["--numprocesses", str(processes), "--dist", "worksteal"] if processes > 1 else []


def run_checks(outcome: Path, arguments: list[str], *, whole: bool, pdf: str = "") -> list[str]:
    """All checks, each with its output in sight; gives the names of those that failed."""
    failed = []
    checks: dict[str, list[str | Path]] = {
        "ruff": [PYTHON, "-m", "ruff", "check"],
        "mypy": [PYTHON, "-m", "mypy"],
        "lint-imports": [BIN / "lint-imports"],
        "pytest": [PYTHON, "-m", "pytest", "--eisen", outcome, *arguments],
    }
    if pdf:
        checks["veraPDF"] = [PYTHON, "-m", "tests.verapdf", pdf]
    if whole:
        checks["eisen"] = [PYTHON, "-m", "tests.eisen", "README.md", outcome]
    for name, check in checks.items():
        print(f"\n== {name}", flush=True)
        code = run_open(*check, cwd=ROOT)
        if code:
            # A process that was ended from outside or by a library prints nothing itself.
            failed.append(f"{name} (gestopt door signaal {-code})" if code < 0 else name)
    return failed


def measure(module: str, arguments: list[str]) -> int:
    """Run a module that measures, makes or tries something."""
    set_up("test")
    compile_forms()
    extra = {} if has_display() else {"QT_QPA_PLATFORM": "offscreen"}
    return run_open(PYTHON, "-m", module, *arguments, extra={**extra, "PYTHONPATH": str(ROOT)})


def bench(arguments: list[str]) -> int:
    """bench [--json BESTAND] [--alleen DEEL]: meet hoe snel het programma is"""
    return measure("tests.meten.bench", arguments)


def faults(arguments: list[str]) -> int:
    """faults [--long] [--only B7,B12] [--json BESTAND]: val het programma aan en toon wat het houdt"""
    return measure("tests.fouten", arguments)


def jaren(arguments: list[str]) -> int:
    """jaren [--long] [--years AANTAL] [--steps AANTAL]: leef jaren in één kluis en toon elk jaar"""
    return measure("tests.model.jaren", arguments)


def fixture(arguments: list[str]) -> int:
    """fixture: bewaar bij het uitbrengen, één keer, een kluis van deze versie voor de tests"""
    return measure("tests.kluis.versies", arguments)


def shots(arguments: list[str]) -> int:
    """shots MAP: maak van elk scherm een afbeelding in MAP"""
    if not arguments:
        raise Halt("Noem de map waarin de afbeeldingen moeten komen: shots MAP")
    return measure("tests.meten.shots", arguments)


def forms(arguments: list[str]) -> int:
    """forms [--alles]: maak de formulieren die zijn gewijzigd opnieuw"""
    set_up("start")
    return compile_forms(arguments)


def lock(_arguments: list[str]) -> int:
    """lock: leg na een wijziging in pyproject.toml alle pakketten opnieuw vast"""
    set_up("test")
    return run_open(PYTHON, ROOT / "installer" / "lock.py")


def package(arguments: list[str]) -> int:
    """package [proef-]windows|[proef-]deb MAP: maak in MAP wat wordt geïnstalleerd; proef-: probeer het"""
    return measure("installer.package", arguments)


def sizes(_arguments: list[str]) -> int:
    """sizes: toon de grootste bestanden en functies"""
    return run_open(sys.executable, ROOT / "installer" / "sizes.py")


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    command.__name__: command
    for command in (
        start,
        test,
        bench,
        faults,
        jaren,
        fixture,
        shots,
        forms,
        lock,
        package,
        sizes,
    )
}


def main(arguments: list[str]) -> int:
    """Carry out one command; answer with the exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr] # a Windows console may lack …
    command = COMMANDS.get(arguments[0]) if arguments else None
    if command is None:
        print("Gebruik: python3 installer/dev.py OPDRACHT\n")
        print("\n".join(f"  {known.__doc__}" for known in COMMANDS.values()))
        return 2
    try:
        return command(arguments[1:])
    except Halt as halt:
        print(f"\n{halt}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nAfgebroken. Er is niets half achtergebleven; u kunt de opdracht gewoon opnieuw geven.")
        return 130


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
