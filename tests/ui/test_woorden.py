# SPDX-License-Identifier: EUPL-1.2
"""What stands on the screens of a full practice kluis: Dutch days and words, never a code of the database."""

import re
from collections.abc import Iterator

import pytest
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.dienst import Dienst
from gemeente_pga.domain.kader import Kader
from gemeente_pga.oefenkluis import fill
from gemeente_pga.store.queries.dossiers import dossierkop
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens import SCREENS
from gemeente_pga.ui.screens.tabscherm import Tabscherm
from gemeente_pga.ui.widgets.lijst import Lijst
from gemeente_pga.ui.window import Window
from gemeente_pga.ui.worker import Worker
from tests.ui.test_toegankelijk import ZONDER_ONDERWERP
from tests.ui_hulp import NU, VANDAAG, Antwoorden

_ISO_DAG = re.compile(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")
_MAAND_KORT = re.compile(r"\b[0-9]{1,2} (jan|feb|mrt|apr|jun|jul|aug|sep|okt|nov|dec)\b")
_CODE = re.compile(r"\b[a-z]+_[a-z_0-9]+\b")
_BESTAND = re.compile(r"[\w.-]*/\S*|\S+\.(pdf|txt|csv|toml|db|pga|eml)\b")
DOSSIERDELEN = (
    "overzicht", "betrokkene", "deelnemers", "informatie", "plan", "overleggen", "documenten", "tijdlijn",
    "rechten",
)  # fmt: skip
ONDERWERPEN = (
    ("signaal", "SELECT id, dossier_id FROM signaal"),
    ("weging", "SELECT id, dossier_id FROM weging"),
    ("herbeoordeling", "SELECT id, dossier_id FROM herbeoordeling"),
    ("document", "SELECT id, dossier_id FROM document WHERE dossier_id IS NOT NULL"),
    ("overleg", "SELECT id, 0 AS dossier_id FROM overleg"),
    ("datalek", "SELECT id, 0 AS dossier_id FROM datalek"),
)


@pytest.fixture
def vol(
    qtbot: QtBot, huisstijl: None, dienst: Dienst, echt_kader: Kader, antwoord: Antwoorden
) -> Iterator[Window]:
    """The window on a practice kluis with every dossier in it."""
    store = dienst.store
    assert store is not None
    store.oefening = True
    fill(store, echt_kader, NU)
    worker = Worker()
    omgeving = Omgeving(
        store=store, kader=echt_kader, worker=worker, dienst=dienst, vandaag=lambda: VANDAAG, nu=lambda: NU,
        oefenkluis=True,
    )  # fmt: skip
    window = Window(omgeving, SCREENS)
    qtbot.addWidget(window)
    window.resize(1366, 740)
    window.show()
    qtbot.waitExposed(window)
    yield window
    worker.stop()
    store.na_vastleggen.clear()


def teksten(scherm: QtWidgets.QWidget) -> Iterator[str]:
    """Every word that this screen can show: labels, buttons, texts to read, cells and choices."""
    for label in scherm.findChildren(QtWidgets.QLabel):
        yield re.sub(r"<[^>]*>", " ", label.text())
    for knop in scherm.findChildren(QtWidgets.QAbstractButton):
        yield knop.text()
    for regel in scherm.findChildren(QtWidgets.QLineEdit):
        yield from (regel.text(), regel.placeholderText())
    for blad in scherm.findChildren(QtWidgets.QTextEdit):
        yield blad.toPlainText()
    for combo in scherm.findChildren(QtWidgets.QComboBox):
        yield from (combo.itemText(n) for n in range(combo.count()))
    for lijst in scherm.findChildren(Lijst):
        model = lijst.model()
        for rij in range(model.rowCount()):
            for kolom in range(model.columnCount()):
                yield str(model.index(rij, kolom).data() or "")


def vreemd(scherm: QtWidgets.QWidget) -> set[str]:
    """What no reader should have to understand."""
    gevonden = set()
    for tekst in teksten(scherm):
        kaal = _BESTAND.sub(" ", tekst)
        if _ISO_DAG.search(kaal) or _MAAND_KORT.search(kaal) or _CODE.search(kaal):
            gevonden.add(kaal)
    return gevonden


def test_no_screen_shows_a_code_or_a_second_way_to_write_a_day(vol: Window) -> None:
    store = vol.omgeving.store
    with store.reader() as r:
        plekken: list[tuple[str, int | None, str]] = [(code, None, "") for code in ZONDER_ONDERWERP]
        koppen = [kop for rij in r.rows("SELECT id FROM dossier") if (kop := dossierkop(r, rij["id"]))]
        dicht = {kop.id for kop in koppen if kop.gesloten}
        plekken += [("dossier", kop.id, deel) for kop in koppen for deel in DOSSIERDELEN]
        for code, sql in ONDERWERPEN:
            plekken += [(code, rij["id"], "") for rij in r.rows(sql) if rij["dossier_id"] not in dicht]
    for code in ("inrichting", "verantwoording", "termijnen"):
        vol.open(code)
        assert isinstance(vol.scherm, Tabscherm)
        plekken += [(code, None, deel) for deel in vol.scherm.delen]
    gelezen = 0
    for code, onderwerp_id, veld in plekken:
        vol.open(code, onderwerp_id, veld)
        assert vol.scherm is not None
        assert vreemd(vol.scherm) == set(), (code, veld)
        gelezen += sum(map(len, teksten(vol.scherm)))
    assert gelezen > 100_000


def test_a_code_or_an_iso_day_would_be_found(vol: Window) -> None:
    vol.open("bureau")
    assert vol.scherm is not None
    label = QtWidgets.QLabel("Vernietigd op 2026-09-08", vol.scherm)
    assert vreemd(vol.scherm) == {"Vernietigd op 2026-09-08"}
    for woorden in ("8 sep 2026", "bewaartermijn.casus_gesloten"):
        label.setText(woorden)
        assert vreemd(vol.scherm) == {woorden}
    label.setText("8-9-2026 en 8 september 2026")
    assert vreemd(vol.scherm) == set()
