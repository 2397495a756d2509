# SPDX-License-Identifier: EUPL-1.2
"""Every kept kluis of an earlier version opens, shows every screen and takes work; a newer one does not."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets

from gemeente_pga.app import App
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.store import schema
from gemeente_pga.store.schema import Migratie
from gemeente_pga.ui.poort.ontgrendelen import Ontgrendelen
from tests.kluis import versies
from tests.store.bouw import leg_los_vast
from tests.ui_hulp import NU, WACHTZIN, lichte_dienst, typ

NU_GEMAAKT = Path("nu")
BEWAARD = [pytest.param(map_, id=map_.name) for map_ in versies.bewaard()]


@pytest.fixture(scope="session")
def vers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    map_ = tmp_path_factory.mktemp("versie") / "plek"
    versies.maak(map_)
    return map_


@pytest.fixture
def apps() -> Iterator[list[App]]:
    lijst: list[App] = []
    yield lijst
    for app in lijst:
        app.sluit()
        for venster in (app.window, app.poort):
            if venster is not None:
                venster.hide()
                venster.deleteLater()


def _kopie(bron: Path, doel: Path) -> Path:
    """Opening changes the files, and what is kept never changes."""
    return Path(shutil.copytree(bron, doel))


def _typ_wachtzin(map_: Path, qapp: QtWidgets.QApplication, qtbot, apps: list[App]) -> App:
    app = App(qapp, lichte_dienst(map_), vervang=lambda _argumenten: None, klok=lambda: NU)
    apps.append(app)
    app.start()
    assert isinstance(app.poort, Ontgrendelen)
    typ(app.poort.ui.wachtzinLineEdit, WACHTZIN)
    qtbot.keyClick(app.poort.ui.wachtzinLineEdit, QtCore.Qt.Key.Key_Return)
    return app


@pytest.mark.parametrize("map_", [pytest.param(NU_GEMAAKT, id="nu"), *BEWAARD])
def test_a_kluis_of_this_or_an_earlier_version_shows_every_screen_and_takes_new_work(
    map_: Path, vers: Path, tmp_path: Path, qapp, qtbot, huisstijl, apps: list[App]
) -> None:
    app = _typ_wachtzin(_kopie(vers if map_ == NU_GEMAAKT else map_, tmp_path / "plek"), qapp, qtbot, apps)
    qtbot.waitUntil(lambda: app.window is not None, timeout=30_000)
    window, store = app.window, app.dienst.store
    assert window is not None
    assert store is not None
    for soort in window.soorten:
        window.open(soort)
        qtbot.waitUntil(lambda: not app.worker.bezig, timeout=30_000)  # pages that are being made
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM dossier") > 5
    notitie = leg_los_vast(store, "telefoonnotitie")
    with store.reader() as r:
        assert r.value("SELECT tekst FROM telefoonnotitie WHERE id = ?", notitie) == "Iemand belt."
    assert store.controleer_zegels().fouten == 0


def test_a_kluis_of_a_newer_version_is_refused_in_the_window_and_stays_as_it_was(
    vers: Path, tmp_path: Path, qapp, qtbot, huisstijl, apps: list[App], monkeypatch: pytest.MonkeyPatch
) -> None:
    plek = _kopie(vers, tmp_path / "plek")
    nu = schema.migraties()
    erbij = "CREATE TABLE later (id INTEGER PRIMARY KEY, tekst TEXT NOT NULL) STRICT;"
    scripts = (*nu, Migratie(len(nu) + 1, erbij))
    with monkeypatch.context() as later:
        later.setattr(schema, "migraties", lambda: scripts)
        dienst = lichte_dienst(plek)
        dienst.kies(KluisSoort.KLUIS)
        dienst.ontgrendel(WACHTZIN)
        dienst.betreed()
        dienst.laat_los()
    was = (plek / "kluis" / "kluis.db").read_bytes()
    app = _typ_wachtzin(plek, qapp, qtbot, apps)

    def gezegd() -> str:
        assert app.poort is not None
        return " ".join(label.text() for label in app.poort.findChildren(QtWidgets.QLabel))

    qtbot.waitUntil(lambda: "nieuwere versie van het programma" in gezegd(), timeout=30_000)
    assert "Gebruik de nieuwste versie van het programma." in gezegd()
    assert app.window is None
    assert (plek / "kluis" / "kluis.db").read_bytes() == was


def test_a_release_without_its_kluis_is_not_ready() -> None:
    fout = versies.ontbreekt(versies.versie(), versies.bewaard())
    assert not fout, fout


def test_from_the_first_release_on_a_kluis_is_asked_for() -> None:
    assert versies.ontbreekt("0.1.0", []) == ""
    assert "dev.py fixture" in versies.ontbreekt("1.0.0", [])
    assert "1.2.0" in versies.ontbreekt("1.2.0", [Path("1.0.0")])
    assert versies.ontbreekt("1.2.0", [Path("1.0.0"), Path("1.2.0")]) == ""
