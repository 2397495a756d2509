# SPDX-License-Identifier: EUPL-1.2
"""Controle: readable lines, filters, verification in slices, codes from paper."""

from typing import cast

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.journaalbestand import Bestandsregel, read_bestand, sign_regels, write_regels
from gemeente_pga.handelingen import inrichting
from gemeente_pga.store.queries.journaal import Journaalregel
from gemeente_pga.ui.screens.controle import ControleScherm
from gemeente_pga.ui.screens.controle_bestand import compare
from gemeente_pga.ui.window import Window
from tests.ui_hulp import bevestig

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
    assert _cellen(scherm, 0)[2] == "Punt van de ingebruikname vastgelegd"
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
    partner = next(n for n in range(20) if _cellen(scherm, n)[2] == "Partner vastgelegd")
    scherm.ui.journaalLijst.selectRow(partner)
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


def test_the_menu_leads_to_the_field_for_a_code(venster: Window) -> None:
    (nagaan,) = [a for a in venster.menubalk.alle_opdrachten() if "nagaan" in a.text()]
    nagaan.trigger()
    assert isinstance(venster.scherm, ControleScherm)
    assert venster.focusWidget() is venster.scherm.ui.controlecodeLineEdit


def test_long_journaal_is_shown_in_pages(scherm: ControleScherm, qtbot: QtBot) -> None:
    for n in range(205):
        inrichting.set_instelling(scherm.omgeving.store, "proef", str(n))
    qtbot.waitUntil(scherm.ui.meerPushButton.isVisible)
    assert len(_rijen(scherm)) == 200
    qtbot.mouseClick(scherm.ui.meerPushButton, LINKS)
    assert len(_rijen(scherm)) == scherm.omgeving.store.laatste()[0]
    assert not scherm.ui.meerPushButton.isVisible()


def test_the_journaal_is_saved_signed_and_checked_later(scherm, venster, antwoord, tmp_path, qtbot) -> None:
    doel = tmp_path / "journaal.csv"
    store = venster.omgeving.store
    antwoord(doel)
    scherm.bestand.opslaan.click()
    assert not doel.exists()  # not before the wachtzin
    bevestig(venster, qtbot)
    inhoud = doel.read_bytes()
    gelezen = read_bestand(inhoud)
    assert gelezen is not None
    assert gelezen.klopt
    assert [n for n, _ in gelezen.schakels] == list(range(1, len(gelezen.schakels) + 1))
    assert store.zoek_controlecode(gelezen.controlecode) == len(gelezen.schakels) + 1
    assert b"Partner vastgelegd" in inhoud
    assert compare(store, gelezen) == (True, venster_zin(len(gelezen.schakels)))

    veranderd = read_bestand(inhoud.replace(b"Partner vastgelegd", b"Partner verwijderd", 1))
    assert veranderd is not None
    assert "veranderd nadat het is opgeslagen" in compare(store, veranderd)[1]
    assert read_bestand(inhoud[:-30]) is None
    assert read_bestand(b"") is None

    antwoord(doel)
    scherm.bestand.nagaan.click()
    assert "kloppen met elkaar" in venster.meldbalk.tekst.text()
    antwoord(tmp_path / "weg.csv")
    scherm.bestand.nagaan.click()
    assert "kan niet worden gelezen" in venster.meldbalk.tekst.text()


def venster_zin(aantal: int) -> str:
    return f"Bestand en kluis kloppen met elkaar: {aantal} handelingen vergeleken, geen verschil."


def test_a_file_of_another_kluis_is_recognised(scherm, venster, tmp_path) -> None:
    regel = Bestandsregel(2, "t", "x", "X", "w", "s", "o", "d", "", "ok", "h", "v", "00" * 32)
    gelezen = read_bestand(sign_regels(write_regels([regel]), "1 0000"))
    assert gelezen is not None
    assert gelezen.klopt
    goed, zin = compare(venster.omgeving.store, gelezen)
    assert not goed
    assert "niet uit deze kluis" in zin


def test_a_text_that_looks_like_a_formula_is_made_harmless() -> None:
    regel = Bestandsregel(1, "t", "x", "X", '=HYPERLINK("http://a")', "s", "o", "d", "", "ok", "h", "v", "00")
    assert b"'=HYPERLINK" in write_regels([regel])


def test_on_a_small_window_the_act_is_whole_and_the_outcome_of_a_code_in_sight(
    scherm: ControleScherm, venster: Window, qtbot: QtBot
) -> None:
    venster.resize(683, 384)
    lijst = scherm.ui.journaalLijst
    woord = lijst.fontMetrics().horizontalAdvance("vastgelegd")
    qtbot.waitUntil(lambda: scherm.width() <= 683 and lijst.columnWidth(2) > woord)
    assert lijst.wordWrap()
    scherm.ui.controlecodeLineEdit.setText("AAAA-BBBB")
    balk = scherm.findChildren(QtWidgets.QScrollArea)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: balk.maximum() > 300)
    balk.setValue(balk.maximum())  # the button has a key of its own: it is pressed from anywhere
    scherm.ui.nagaanPushButton.click()
    uitkomst = scherm.ui.codeUitkomstLabel
    qtbot.waitUntil(lambda: uitkomst.visibleRegion().boundingRect().height() >= uitkomst.height() > 0)
    assert "hoort niet" in uitkomst.text()
