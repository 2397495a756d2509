# SPDX-License-Identifier: EUPL-1.2
"""What stands on the screens of a full practice kluis: Dutch days and words, never a code of the database."""

import re
from collections.abc import Iterator

from PySide6 import QtWidgets

from gemeente_pga.ui.widgets.lijst import Lijst
from gemeente_pga.ui.window import Window
from tests.ui.alle_schermen import plekken

_ISO_DAG = re.compile(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")
_MAAND_KORT = re.compile(r"\b[0-9]{1,2} (jan|feb|mrt|apr|jun|jul|aug|sep|okt|nov|dec)\b")
_CODE = re.compile(r"\b[a-z]+_[a-z_0-9]+\b")
_BESTAND = re.compile(r"[\w.-]*/\S*|\S+\.(pdf|txt|csv|toml|db|pga|eml)\b")


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
    gelezen = 0
    for code, onderwerp_id, veld in plekken(vol):
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
