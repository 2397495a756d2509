# SPDX-License-Identifier: EUPL-1.2
"""The lock holds what the project asks for, by hash; the tool knows when there is nothing to do."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import pytest

from installer import dev
from installer.lock import LOCK, part_of_lock
from installer.sizes import SHOWN, source_files

ROOT = Path(__file__).resolve().parent.parent
ENTRY = re.compile(
    r"^([a-z0-9-]+)==([^ ;]+)(?: ;[^\\]+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.M
)


def locked(level: str) -> dict[str, str]:
    return {name: version for name, version, _ in ENTRY.findall(part_of_lock(LOCK, level))}


def asked() -> dict[str, list[str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    return {
        "start": [
            *project["project"]["dependencies"],
            *groups["build"],
            *project["build-system"]["requires"],
        ],
        "test": [line for line in groups["dev"] if isinstance(line, str)],
    }


@pytest.mark.parametrize("level", ["start", "test"])
def test_lock_has_every_dependency_in_the_version_that_the_project_names(level):
    held = locked(level)
    for line in asked()[level]:
        name, version = re.sub(r"\[.*\]", "", line).split("==")
        assert held[name.lower().replace("_", "-")] == version, line


def test_lock_is_nothing_but_hashed_lines():
    rest = ENTRY.sub("", LOCK.read_text(encoding="utf-8"))
    assert [line for line in rest.splitlines() if line and not line.startswith("# ")] == []


def test_start_does_not_fetch_the_test_tools():
    start, everything = locked("start"), locked("test")
    assert start.items() < everything.items()
    assert {"pytest", "ruff", "mypy", "uv"} <= everything.keys() - start.keys()


@pytest.fixture
def omgeving(tmp_path, monkeypatch):
    """A pretended finished set-up, in which every command of the set-up is noted and none is run."""
    monkeypatch.setattr(dev, "VENV", tmp_path)
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(dev, "STAMP", tmp_path / "ingericht.json")
    monkeypatch.setattr(dev, "missing_libraries", list)
    steps: list[str] = []
    monkeypatch.setattr(dev, "run_step", lambda title, command, **_: steps.append(title))
    dev.set_up("start")
    return steps


def test_first_set_up_does_everything(omgeving):
    assert omgeving[0].startswith("Eigen Python-omgeving")
    assert len(omgeving) == 5


def test_second_set_up_does_nothing(omgeving):
    omgeving.clear()
    dev.set_up("start")
    assert omgeving == []


def test_tests_add_their_packages_and_starting_then_keeps_them(omgeving):
    omgeving.clear()
    dev.set_up("test")
    assert omgeving[0].startswith("Pakketten ophalen")
    omgeving.clear()
    dev.set_up("start")
    assert omgeving == []
    assert json.loads(dev.STAMP.read_text())["niveau"] == "test"


def test_changed_project_is_installed_again_without_its_packages(omgeving, tmp_path, monkeypatch):
    (tmp_path / "anders.toml").write_text("")
    monkeypatch.setattr(dev, "PROJECT", tmp_path / "anders.toml")
    omgeving.clear()
    dev.set_up("start")
    assert omgeving == ["Formulieren maken", "Programma inrichten", "Voorbereiden om snel te starten"]


def test_copied_environment_is_not_trusted(omgeving, tmp_path):
    stamp = json.loads(dev.STAMP.read_text())
    dev.STAMP.write_text(json.dumps({**stamp, "plaats": "ergens anders"}))
    omgeving.clear()
    dev.set_up("start")
    assert omgeving[0].startswith("Eigen Python-omgeving")


def test_the_environment_of_another_folder_is_left_alone(omgeving, tmp_path, monkeypatch):
    hier = tmp_path / "hier"
    hier.symlink_to(tmp_path)
    monkeypatch.setattr(dev, "VENV", hier)
    omgeving.clear()
    with pytest.raises(dev.Halt, match="verwijst naar een andere map"):
        dev.set_up("start")
    assert omgeving == []
    assert dev.STAMP.is_file()


def test_cancelled_set_up_leaves_nothing_half(omgeving, tmp_path, monkeypatch):
    (tmp_path / "half").write_text("")
    dev.STAMP.unlink()

    def cancel(title, command, **_):
        raise KeyboardInterrupt

    monkeypatch.setattr(dev, "run_step", cancel)
    with pytest.raises(KeyboardInterrupt):
        dev.set_up("start")
    assert not tmp_path.exists()


def test_missing_library_without_rights_is_one_line_to_copy(monkeypatch):
    monkeypatch.setattr(dev, "missing_libraries", lambda: ["libegl1"])
    monkeypatch.setattr(dev, "rights_for_apt", lambda: None)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(dev.Halt, match=r"sudo apt-get install --yes --no-install-recommends .*libegl1\n"):
        dev.get_system_packages()


def test_failing_step_shows_why(capfd):
    with pytest.raises(dev.Halt, match="Proef: mislukt"):
        dev.run_step("Proef", [sys.executable, "-c", "raise SystemExit('hierom')"])
    assert "hierom" in capfd.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="Windows kent geen signalen die een proces beëindigen")
def test_of_a_check_that_was_ended_from_outside_the_signal_is_named(monkeypatch, capfd):
    monkeypatch.setattr(dev, "set_up", lambda level: None)
    monkeypatch.setattr(dev, "compile_forms", lambda: 0)
    ends = {"ruff": "raise SystemExit(3)", "pytest": "os.kill(os.getpid(), signal.SIGTERM)"}
    run_open = dev.run_open

    def stand_in(*command, **_):
        """A process of its own in the place of each check."""
        end = next((code for name, code in ends.items() if name in command), "")
        return run_open(sys.executable, "-c", f"import os, signal\n{end}")

    monkeypatch.setattr(dev, "run_open", stand_in)
    assert dev.test([]) == 1
    assert "Niet in orde: ruff, pytest (gestopt door signaal 15)\n" in capfd.readouterr().err


def test_cancelled_step_ends_its_child(tmp_path, monkeypatch):
    children = []

    def cancel(title, child):
        children.append(child)
        raise KeyboardInterrupt

    monkeypatch.setattr(dev, "show_progress", cancel)
    with pytest.raises(KeyboardInterrupt):
        dev.run_step("Proef", [sys.executable, "-c", "import time; time.sleep(60)"])
    assert children[0].poll() is not None


def test_without_a_command_the_tool_tells_what_it_can():
    run = subprocess.run(
        [sys.executable, ROOT / "installer/dev.py"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 2
    assert all(f"  {name}" in run.stdout for name in dev.COMMANDS)


@pytest.mark.skipif(sys.platform != "linux", reason="alleen Linux kan zonder beeldscherm draaien")
def test_start_without_a_display_plays_the_practice_case(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    started: list[tuple[list[str], dict[str, str]]] = []
    monkeypatch.setattr(dev, "set_up", lambda level: None)
    monkeypatch.setattr(dev, "compile_forms", lambda: 0)
    monkeypatch.setattr(os, "execve", lambda path, command, env: started.append((command, env)))
    monkeypatch.setattr(dev, "run_open", lambda *command, **_: 0)
    dev.start([])
    ((command, env),) = started
    assert command[-2] == "--oefencasus"
    assert env["QT_QPA_PLATFORM"] == "offscreen"
    assert list(Path(command[-1]).iterdir()) == []
    assert command[-1] in capsys.readouterr().out


def test_sizes_names_the_largest_file_first():
    command = [sys.executable, str(ROOT / "installer/dev.py"), "sizes"]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    shown = [int(line.split()[0]) for line in lines[1 : SHOWN + 1]]
    assert shown == sorted(shown, reverse=True)
    largest = max(text.read_text(encoding="utf-8").count("\n") for text in source_files())
    assert shown[0] == largest
