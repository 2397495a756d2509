# SPDX-License-Identifier: EUPL-1.2
"""The rules of the house, read from the syntax trees; which folder may import which is in pyproject.toml.

Every rule carries a small offence, and a test shows that the rule sees it: one that never bites is no rule.
"""

import ast
import functools
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from installer.forms import compile_forms

ROOT = Path(__file__).resolve().parent.parent
GENERATED = ROOT / "gemeente_pga" / "ui" / "forms"

Vondst = tuple[int, str]
Vinder = Callable[[str, ast.Module], Iterator[Vondst]]

TOP_LEVEL = {
    *("gemeente_pga", "resources", "forms", "installer", "tests"),
    *("pyproject.toml", "README.md", "LICENSE", "requirements.lock", "publiccode.yml"),
}
BUILD_REMAINS = {"build", "dist", "__pycache__"}

OUTSIDE = {
    "domain": {"rapidfuzz", "dateutil", "stdnum"},
    "kluis": {"cryptography", "argon2", "keyring", "zxcvbn"},
    "store": {"sqlcipher3"},
    "paths": {"platformdirs"},
    "documents": {"reportlab", "pikepdf"},
    "ui": {"PySide6", "pypdfium2"},
    "app": {"PySide6"},
    "oefencasus": {"PySide6"},
}
# The program is offline, keeps its data in one place, and runs nothing that it reads.
NEVER = {
    *("socket", "socketserver", "ssl", "http", "urllib.request", "ftplib", "smtplib", "imaplib", "poplib"),
    *("xmlrpc", "webbrowser", "asyncio", "sqlite3", "pickle", "marshal", "shelve", "dbm"),
}


def imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and full name of everything that is imported."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def outside_package(place: str, tree: ast.Module) -> Iterator[Vondst]:
    """An import of a package from outside that this folder may not know."""
    folder = place.split("/")[0].removesuffix(".py")
    known = sys.stdlib_module_names | {"gemeente_pga", "_typeshed"} | OUTSIDE.get(folder, set())
    for line, name in imports(tree):
        if name.split(".")[0] not in known:
            yield line, name


def never_imported(place: str, tree: ast.Module) -> Iterator[Vondst]:
    """An import that has no place in an offline program."""
    for line, name in imports(tree):
        if any(f"{name}.".startswith(f"{banned}.") for banned in NEVER) or "QtNetwork" in name:
            yield line, name


def qt_by_module(place: str, tree: ast.Module) -> Iterator[Vondst]:
    """`from PySide6.QtCore import Signal` beside our own Signaal invites mistakes: import QtCore."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6."):
            yield node.lineno, node.module or ""


def store_as_type(place: str, tree: ast.Module) -> Iterator[Vondst]:
    """In ui the store is a type and its queries; the rest of it is not for screens."""
    allowed = tuple(f"gemeente_pga.store.{name}" for name in ("queries", "store.Store", "store.Reader"))
    in_ui = place.startswith("ui/")
    for line, name in imports(tree):
        if in_ui and name.startswith("gemeente_pga.store") and not name.startswith(allowed):
            yield line, name


def name_only_in(names: set[str], *places: str) -> Vinder:
    """These names may be used in these places only."""

    def find(place: str, tree: ast.Module) -> Iterator[Vondst]:
        if place.startswith(places):
            return
        for node in ast.walk(tree):
            used = {getattr(node, field, None) for field in ("id", "attr", "name")}
            if isinstance(node, ast.Name | ast.Attribute | ast.alias) and used & names:
                yield node.lineno, str(used & names)

    return find


def call_only_in(methods: set[str], *places: str) -> Vinder:
    """These methods may be called in these places only."""

    def find(place: str, tree: ast.Module) -> Iterator[Vondst]:
        if place.startswith(places):
            return
        calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
        for call in calls:
            if isinstance(call.func, ast.Attribute) and call.func.attr in methods:
                yield call.lineno, f".{call.func.attr}("

    return find


@dataclass(frozen=True)
class Regel:
    naam: str
    vind: Vinder
    overtredingen: tuple[tuple[str, str], ...]  # in which file of the program, which text


REGELS = (
    Regel(
        "buitenpakketten",
        outside_package,
        (
            ("handelingen/x.py", "import reportlab.platypus"),
            ("__main__.py", "from PySide6 import QtCore"),
            ("app.py", "def f():\n  import numpy"),
        ),
    ),
    Regel(
        "geen netwerk, één database, niets inlezen als code",
        never_imported,
        (
            ("kluis/x.py", "from urllib.request import urlopen"),
            ("ui/x.py", "from PySide6 import QtNetwork"),
            ("store/x.py", "import sqlite3"),
        ),
    ),
    Regel("Qt als module", qt_by_module, (("ui/x.py", "from PySide6.QtCore import Signal"),)),
    Regel(
        "store in ui alleen als type en voor vragen",
        store_as_type,
        (
            ("ui/x.py", "from gemeente_pga.store.store import open_store"),
            ("ui/x.py", "import gemeente_pga.store"),
        ),
    ),
    Regel(
        "schrijven alleen door een handeling",
        call_only_in({"write"}, "handelingen/", "store/", "kluis/", "documents/"),
        (("ui/screens/x.py", "with store.write(Handeling.X) as w: pass"), ("app.py", "self.store.write(x)")),
    ),
    Regel(
        "SQL alleen in store",
        call_only_in({"execute", "executemany", "executescript"}, "store/"),
        (("handelingen/x.py", "verbinding.execute('select 1')"), ("app.py", "c.cursor().executemany(q, r)")),
    ),
    Regel(
        "dialogen alleen in messages",
        name_only_in({"QMessageBox", "QFileDialog", "QInputDialog"}, "ui/messages.py"),
        (
            ("ui/screens/x.py", "QtWidgets.QMessageBox.information(None, '', '')"),
            ("app.py", "from PySide6.QtWidgets import QFileDialog"),
        ),
    ),
    Regel(
        "één draad voor het werk, één voor een sleutelbos die kan hangen",
        name_only_in(
            {"QThread", "QThreadPool", "Thread", "ThreadPoolExecutor"}, "ui/worker.py", "kluis/sleutelbos.py"
        ),
        (("ui/x.py", "threading.Thread(target=f).start()"), ("app.py", "draad = QtCore.QThread()")),
    ),
    Regel(
        "geen tweede gebeurtenislus",
        name_only_in({"QEventLoop", "processEvents"}, "oefencasus/"),
        (("ui/x.py", "app.processEvents()"), ("ui/screens/x.py", "lus = QtCore.QEventLoop()")),
    ),
    Regel(
        "geen dialoog die de lus overneemt",
        call_only_in({"exec", "exec_"}, "ui/messages.py", "app.py"),
        (("ui/screens/x.py", "dialoog.exec()"),),
    ),
    Regel(
        "de klok staat in app en store",
        name_only_in(
            {"now", "today", "utcnow", "currentDate", "currentDateTime", "currentDateTimeUtc"},
            *("app.py", "store/store.py"),
        ),
        (
            ("domain/x.py", "from datetime import date\nvandaag = date.today()"),
            ("ui/x.py", "QtCore.QDate.currentDate()"),
        ),
    ),
)
RIGHT = (
    ("handelingen/x.py", "with store.write(Handeling.X) as w: w.insert('signaal', s)"),
    ("store/queries/x.py", "verbinding.execute('select 1')"),
    ("ui/x.py", "from PySide6 import QtCore\nfrom gemeente_pga.store.store import Store"),
    ("store/store.py", "import sqlcipher3\nfrom datetime import datetime\nnu = datetime.now()"),
    ("ui/messages.py", "from PySide6 import QtWidgets\nQtWidgets.QMessageBox().exec()"),
)


@functools.cache
def sources(*folders: str) -> dict[str, str]:
    """Every Python source of these folders, by place; compiled forms are not ours."""
    files = (file for folder in folders for file in (ROOT / folder).rglob("*.py"))
    return {
        file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(files)
        if file.parent != GENERATED or file.name == "__init__.py"
    }


@functools.cache
def trees() -> dict[str, ast.Module]:
    """The syntax trees of the program, by place inside it."""
    return {
        place.removeprefix("gemeente_pga/"): ast.parse(text)
        for place, text in sources("gemeente_pga").items()
    }


@pytest.mark.eis("c07", "n6")
@pytest.mark.parametrize("regel", REGELS, ids=lambda regel: regel.naam)
def test_rule_holds_in_the_whole_program(regel: Regel):
    found = [(place, *vondst) for place, tree in trees().items() for vondst in regel.vind(place, tree)]
    assert found == []


@pytest.mark.eis("c07", "n6")
@pytest.mark.parametrize("regel", REGELS, ids=lambda regel: regel.naam)
def test_rule_bites(regel: Regel):
    for place, text in regel.overtredingen:
        assert list(regel.vind(place, ast.parse(text))) != [], text


@pytest.mark.parametrize(("place", "text"), RIGHT)
def test_rules_leave_the_right_places_alone(place, text):
    assert [regel.naam for regel in REGELS if list(regel.vind(place, ast.parse(text)))] == []


def broken_contracts(folder: Path) -> set[str]:
    """The names of the import contracts that the copy of the program in this folder breaks."""
    lint = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run([lint, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False)
    assert "Contracts:" in run.stdout, run.stdout + run.stderr
    return set(re.findall(r"^(.+) BROKEN", run.stdout, flags=re.MULTILINE))


def test_every_import_contract_bites(tmp_path):
    shutil.copytree(ROOT / "gemeente_pga", tmp_path / "gemeente_pga")
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(settings, encoding="utf-8")
    assert broken_contracts(tmp_path) == set()
    for module, offence in {
        "domain/fout": "import gemeente_pga.store, PySide6, pypdfium2",
        "documents/fout": "import gemeente_pga.kluis, sqlcipher3, rapidfuzz",
        "handelingen/fout": "import gemeente_pga.paths, reportlab, argon2",
        "ui/fout": "import gemeente_pga.kluis, platformdirs",
        "voorkeuren": "import gemeente_pga.ui",
    }.items():
        (tmp_path / "gemeente_pga" / f"{module}.py").write_text(offence)
    contracts = settings.partition("[tool.importlinter]")[2]
    names = set(re.findall(r'^name = "(.+)"$', contracts, flags=re.MULTILINE))
    assert broken_contracts(tmp_path) == names


# --- words that have no place here ----------------------------------------------------------------

# In two parts, so that this file does not hold them itself.
NEEDLES = tuple(
    "".join(halves)
    for halves in (("../", "shared"), ("/wo", "rk/"), ("/te", "am/"), ("pypi.", "org"), ("npm", "js."))
)
BINARY = {".ttf", ".png", ".pdf", ".db", ".kluis", ".pyc"}


def words_out_of_place(text: str) -> list[str]:
    return [needle for needle in NEEDLES if needle in text]


def test_no_file_points_outside_the_repository():
    files = [
        *(file for file in ROOT.iterdir() if file.is_file() and file.name != ".git"),
        *(
            file
            for name in ("gemeente_pga", "resources", "forms", "installer", "tests", ".ci")
            for file in (ROOT / name).rglob("*")
            if file.is_file()
        ),
    ]
    texts = [file for file in files if file.suffix not in BINARY]
    assert len(texts) > 50
    read = ((file, file.read_text(encoding="utf-8", errors="replace")) for file in texts)
    assert {file: words for file, text in read if (words := words_out_of_place(text))} == {}


def test_word_out_of_place_is_seen():
    assert words_out_of_place("lees ../" + "shared/architectuur.md") != []


# --- the shape of the repository ------------------------------------------------------------------


def strangers(names: set[str]) -> set[str]:
    """What lies at the top of the repository without having been asked for."""
    return {name for name in names - TOP_LEVEL - BUILD_REMAINS if not name.startswith(".")}


def test_top_of_the_repository_holds_what_was_commissioned():
    assert strangers({entry.name for entry in ROOT.iterdir()}) == set()


def test_stranger_at_the_top_is_seen():
    assert strangers({"docs", ".ci", "README.md"}) == {"docs"}


def head_faults(text: str) -> list[str]:
    """What is wrong with the head of a source file."""
    licensed = text.startswith("# SPDX-License-Identifier: EUPL-1.2\n")
    told = ast.get_docstring(ast.parse(text)) is not None
    return [*([] if licensed else ["geen SPDX-regel"]), *([] if told else ["geen docstring"])]


def test_every_source_names_its_licence_and_says_what_it_does():
    ours = sources("gemeente_pga", "installer", "tests")
    found = {place: faults for place, text in ours.items() if (faults := head_faults(text))}
    assert found == {}


def test_missing_head_is_seen():
    assert head_faults("import os\n") == ["geen SPDX-regel", "geen docstring"]


SILENCED = re.compile(r"#\s*(?:noqa|type:\s*ignore)(?::\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*|\[[a-z, -]+\])?(.*)")


def unexplained(text: str) -> list[str]:
    """Silenced warnings without a reason behind them."""
    return [hit.group() for hit in SILENCED.finditer(text) if not re.search(r"\w{3}", hit.group(1))]


def test_every_silenced_warning_gives_its_reason():
    ours = sources("gemeente_pga", "installer")
    assert {place: lines for place, text in ours.items() if (lines := unexplained(text))} == {}


def test_warning_silenced_without_reason_is_seen():
    assert len(unexplained("x = 1  # no" + "qa: S105\ny = 2  # type: ig" + "nore[misc]\n")) == 2
    assert unexplained("x = 1  # no" + "qa: S105 - a name, not a secret\n") == []


# --- forms ----------------------------------------------------------------------------------------


def test_every_form_compiles_without_a_complaint(tmp_path):
    assert compile_forms(ROOT / "forms", tmp_path) == []
    made = {file.stem.removeprefix("ui_") for file in tmp_path.glob("ui_*.py")}
    assert made == {form.stem for form in (ROOT / "forms").glob("*.ui")}


def test_form_with_a_fault_is_seen(tmp_path):
    (tmp_path / "kapot.ui").write_text("<ui version='4.0'")
    (complaint,) = compile_forms(tmp_path, tmp_path / "uit")
    assert complaint.startswith("kapot.ui: ")
    assert not (tmp_path / "uit" / "ui_kapot.py").exists()


def test_compiled_form_follows_its_source(tmp_path):
    form, compiled = tmp_path / "a.ui", tmp_path / "uit" / "ui_a.py"
    form.write_text('<ui version="4.0"><class>A</class><widget class="QWidget" name="A"/></ui>')
    compile_forms(tmp_path, tmp_path / "uit")
    first = compiled.stat().st_ino
    compile_forms(tmp_path, tmp_path / "uit")
    assert compiled.stat().st_ino == first
    form.write_text('<ui version="4.0"><class>B</class><widget class="QWidget" name="B"/></ui>')
    compile_forms(tmp_path, tmp_path / "uit")
    assert "class Ui_B" in compiled.read_text()
    form.unlink()
    compile_forms(tmp_path, tmp_path / "uit")
    assert not compiled.exists()


def test_every_compiled_form_that_is_imported_has_its_source():
    used = {
        part
        for tree in trees().values()
        for _, name in imports(tree)
        for part in name.split(".")
        if part.startswith("ui_") and name.startswith("gemeente_pga.ui.forms")
    }
    assert used - {f"ui_{form.stem}" for form in (ROOT / "forms").glob("*.ui")} == set()
