# SPDX-License-Identifier: EUPL-1.2
"""What every test stands on: Qt without a screen, fresh forms, and a home folder that is thrown away."""

import atexit
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from gemeente_pga.store.store import Store

# All of this comes before the first import of Qt or of the program.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # whoever wants to watch sets it himself
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
_TIJDELIJK = tempfile.TemporaryDirectory(prefix="pga-test-")
atexit.register(_TIJDELIJK.cleanup)
_THUIS = Path(_TIJDELIJK.name)
for _naam, _plek in {
    "HOME": ".",
    "USERPROFILE": ".",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "run",
    "APPDATA": "data",
    "LOCALAPPDATA": "data",
}.items():
    (_THUIS / _plek).mkdir(mode=0o700, exist_ok=True)
    os.environ[_naam] = str(_THUIS / _plek)

hypothesis.settings.register_profile("vlot", deadline=None, max_examples=50)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "vlot")


def _compile_forms() -> None:
    """Tests never see a stale form; what uic complains about is the subject of a test of its own."""
    from installer.forms import compile_forms

    for klacht in compile_forms():
        print(klacht, file=sys.stderr)


_compile_forms()


# --- which requirement was tried by which test (tests/eisen.py) ------------------------------------


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--eisen", metavar="BESTAND", help="schrijf per test met het merk eis op hoe die afliep")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("eisen") and not hasattr(config, "workerinput"):  # the one that gathers writes
        config.pluginmanager.register(_Eisenschrijver(Path(config.getoption("eisen"))), "eisenschrijver")


def pytest_itemcollected(item: pytest.Item) -> None:
    """The mark travels with the report, also from another process."""
    if item.get_closest_marker("eis"):
        item.user_properties.append(("eis", True))


class _Eisenschrijver:
    """Keeps, for every marked test, the worst of its outcomes; writes them down at the end."""

    def __init__(self, bestand: Path) -> None:
        self._bestand = bestand.absolute()
        self._uitslag: dict[str, str] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if ("eis", True) not in report.user_properties or (report.when != "call" and report.passed):
            return
        bestand, _, naam = report.nodeid.partition("::")
        test = f"{bestand}::{naam.rpartition('::')[2].partition('[')[0]}"
        if self._uitslag.get(test, "passed") == "passed":
            self._uitslag[test] = report.outcome

    def pytest_sessionfinish(self) -> None:
        self._bestand.write_text(json.dumps(self._uitslag, indent=1), encoding="utf-8")


# --- fixtures of the program: store, kader, venster, antwoord -------------------------------------


@pytest.fixture
def store(tmp_path: Path) -> Iterator["Store"]:
    """A real encrypted kluis, open, in a folder of its own; only its first act is in the log."""
    from tests.store.bouw import nieuwe_kluis, open_kluis

    open_store = open_kluis(nieuwe_kluis(tmp_path))
    yield open_store
    open_store.close()


# --- fixtures of the window: dienst, venster, antwoord (tests/ui_hulp.py) -------------------------

from tests.ui_hulp import antwoord, dienst, echt_kader, huisstijl, venster  # noqa: E402,F401 - after the settings above
