# SPDX-License-Identifier: EUPL-1.2
"""Controle: readable lines, filters, verification in slices, codes from paper."""

from typing import cast

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from gemeente_pga.handelingen import inrichting
from gemeente_pga.store.queries.journaal import Journaalregel
from gemeente_pga.ui.screens.controle import ControleScherm
from gemeente_pga.ui.window import Window

LINKS = QtCore.Qt.MouseButton.LeftButton


@pytest.fixture
def scherm(venster: Window) -> ControleScherm:
    """The screen, shown."""
    venster.open("controle")
    return cast(ControleScherm, venster.scherm)


def _rijen(scherm: ControleScherm) -> list[Journaalregel]:
    return [rij for rij in scherm.ui.journaalLijst.rijen() if isinstance(rij, Journaalregel)]


def _cellen(scherm: ControleScherm, rij: int) -> list[str]:
    model = scherm.ui.journaalLijst.model()
    return [str(model.index(rij, kolom).data()) for kolom in range(model.columnCount())]


def test_lines_are_sentences_with_who_and_when(scherm: ControleScherm) -> None:
    assert _cellen(scherm, 0)[2] == "Partner vastgelegd"
    assert _cellen(scherm, 0)[5] == "Mirjam Hoekstra"
    assert _cellen(scherm, len(_rijen(scherm)) - 1)[2] == "Kluis aangemaakt"
    assert "handelingen" in scherm.ui.aantalLabel.text()


def test_filter_on_act(scherm: ControleScherm, qtbot: QtBot) -> None:
    kiezer = scherm.ui.codeComboBox
    kiezer.setCurrentIndex(kiezer.findData("kader.activeren"))
    qtbot.waitUntil(lambda: [rij.code for rij in _rijen(scherm)] == ["kader.activeren"])
    kiezer.setCurrentIndex(0)
    qtbot.waitUntil(lambda: len(_rijen(scherm)) > 1)


def test_filter_on_date(scherm: ControleScherm, qtbot: QtBot) -> None:
    alles = len(_rijen(scherm))
    dag = _rijen(scherm)[0].tijd.astimezone().date()
    scherm.ui.totDatumEdit.setText("1-1-2020")
    assert _rijen(scherm) == []
    scherm.ui.totDatumEdit.zet(dag)
    scherm.ui.vanafDatumEdit.zet(dag)
    assert len(_rijen(scherm)) == alles
    scherm.ui.vanafDatumEdit.setText("dat is geen datum")
    assert _rijen(scherm)


def test_searching_a_name_leaves_the_reason_and_not_the_name(scherm: ControleScherm, qtbot: QtBot) -> None:
    reden = scherm.omgeving.kader.codelijst("reden_zoeken")[0]
    inrichting.log_zoeken(scherm.omgeving.store, reden.code)
    qtbot.waitUntil(lambda: _rijen(scherm)[0].code == "zoeken.buiten_dossier")
    assert _cellen(scherm, 0)[4] == reden.naam


def test_chosen_line_tells_what_was_touched_and_nothing_of_its_content(scherm: ControleScherm) -> None:
    scherm.ui.journaalLijst.selectRow(0)
    tekst = scherm.ui.regelLabel.text()
    assert "partij: toegevoegd" in tekst
    assert "Zorg- en Veiligheidshuis" not in tekst


def test_whole_journaal_verifies_in_slices(scherm: ControleScherm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(scherm.nakijken.klaar, timeout=20_000) as klaar:
        qtbot.mouseClick(scherm.ui.controleerPushButton, LINKS)
        assert not scherm.ui.controleerPushButton.isEnabled()
    assert klaar.args is not None
    assert klaar.args[0] is True
    assert scherm.ui.uitkomstLabel.text().startswith("Het journaal klopt:")
    assert scherm.ui.controleerPushButton.isEnabled()


def test_code_from_paper_is_recognised(scherm: ControleScherm, qtbot: QtBot) -> None:
    code = scherm.omgeving.store.controlecode(4)
    assert code is not None
    scherm.ui.controlecodeLineEdit.setText(code.replace("-", " ").upper())
    qtbot.mouseClick(scherm.ui.nagaanPushButton, LINKS)
    assert "handeling 4, Juridisch kader in gebruik genomen" in scherm.ui.codeUitkomstLabel.text()
    scherm.ui.controlecodeLineEdit.setText(code[:-1] + ("0" if code[-1] != "0" else "1"))
    qtbot.keyClick(scherm.ui.controlecodeLineEdit, QtCore.Qt.Key.Key_Return)
    assert "hoort niet bij dit journaal" in scherm.ui.codeUitkomstLabel.text()


def test_long_journaal_is_shown_in_pages(scherm: ControleScherm, qtbot: QtBot) -> None:
    for n in range(205):
        inrichting.set_instelling(scherm.omgeving.store, "proef", str(n))
    qtbot.waitUntil(scherm.ui.meerPushButton.isVisible)
    assert len(_rijen(scherm)) == 200
    qtbot.mouseClick(scherm.ui.meerPushButton, LINKS)
    assert len(_rijen(scherm)) == scherm.omgeving.store.laatste()[0]
    assert not scherm.ui.meerPushButton.isVisible()
