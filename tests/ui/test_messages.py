# SPDX-License-Identifier: EUPL-1.2
"""Real questions and real file dialogs: what the buttons do, what Escape means, and that no trace is left."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6 import QtCore, QtPrintSupport, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.ui import messages

W = TypeVar("W", bound=QtWidgets.QWidget)
REDENEN = [("verzoek", "Verzoek van betrokkene"), ("overdracht", "Overdracht")]


@pytest.fixture
def ouder(qtbot: QtBot, huisstijl: None) -> QtWidgets.QWidget:
    """A window to stand before."""
    widget = QtWidgets.QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def _straks(soort: type[W], doe: Callable[[W], object]) -> None:
    """As soon as such a dialog is open, do this with it."""

    def kijk() -> None:
        open_ = [
            w for w in QtWidgets.QApplication.topLevelWidgets() if isinstance(w, soort) and w.isVisible()
        ]
        if open_:
            doe(open_[0])
        else:
            QtCore.QTimer.singleShot(20, kijk)

    QtCore.QTimer.singleShot(0, kijk)


def _druk(tekst: str) -> Callable[[QtWidgets.QMessageBox], None]:
    def doe(doos: QtWidgets.QMessageBox) -> None:
        next(knop for knop in doos.buttons() if knop.text() == tekst).click()

    return doe


@pytest.mark.parametrize(("knop", "uitkomst"), [("Vernietigen", True), ("Bewaren", False)])
def test_buttons_are_named_after_what_they_do(ouder: QtWidgets.QWidget, knop: str, uitkomst: bool) -> None:
    _straks(QtWidgets.QMessageBox, _druk(knop))
    assert (
        messages.vraag(ouder, "U gaat 1 notitie vernietigen.", "Ja betekent …", "Vernietigen", "Bewaren")
        is uitkomst
    )


@pytest.mark.parametrize("toets", [QtCore.Qt.Key.Key_Escape, QtCore.Qt.Key.Key_Return])
def test_escape_and_enter_do_nothing_that_cannot_be_undone(
    ouder: QtWidgets.QWidget, qtbot: QtBot, toets: QtCore.Qt.Key
) -> None:
    _straks(QtWidgets.QMessageBox, lambda doos: qtbot.keyClick(doos, toets))
    assert messages.vraag(ouder, "Titel", "Tekst", "Vernietigen", "Bewaren") is False


def test_reason_must_be_chosen_before_going_on(ouder: QtWidgets.QWidget) -> None:
    gezien: list[bool] = []

    def kies(doos: QtWidgets.QDialog) -> None:
        ja = next(k for k in doos.findChildren(QtWidgets.QPushButton) if k.text() == "Zoeken")
        gezien.append(ja.isEnabled())
        doos.findChildren(QtWidgets.QRadioButton)[1].click()
        ja.click()

    _straks(QtWidgets.QDialog, kies)
    assert messages.kies_reden(ouder, "Waarom?", "Kies een reden.", REDENEN, "Zoeken") == "overdracht"
    assert gezien == [False]


def test_reason_can_be_refused(ouder: QtWidgets.QWidget) -> None:
    _straks(QtWidgets.QDialog, lambda doos: doos.reject())
    assert messages.kies_reden(ouder, "Waarom?", "Kies een reden.", REDENEN, "Zoeken") is None


def test_file_dialog_leaves_no_folder_names_behind(ouder: QtWidgets.QWidget, tmp_path: Path) -> None:
    geheim = tmp_path / "mapje-met-naam"
    geheim.mkdir()

    def kies(doos: QtWidgets.QFileDialog) -> None:
        doos.setDirectory(str(geheim))
        doos.reject()

    for open_dialoog in (
        lambda: messages.kies_bestand(ouder, "Welk bestand?"),
        lambda: messages.kies_map(ouder, "Welke map?"),
        lambda: messages.bewaar_als(ouder, "Waar?", "document.pdf"),
    ):
        _straks(QtWidgets.QFileDialog, kies)
        assert open_dialoog() is None
    QtCore.QCoreApplication.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete)
    sporen = [p for p in Path.home().rglob("*") if p.is_file() and b"mapje-met-naam" in p.read_bytes()]
    assert sporen == []
    assert not list(Path.home().rglob("QtProject*"))


def test_without_a_printer_nothing_is_written_to_a_file(
    ouder: QtWidgets.QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The system's dialog offers "print to a file": a readable recovery code in the home folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    if QtPrintSupport.QPrinterInfo.availablePrinterNames():
        pytest.skip("this computer has a printer")
    _straks(QtWidgets.QMessageBox, lambda doos: doos.buttons()[0].click())
    assert messages.kies_printer(ouder, 1) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("getypt", "naam"), [("blad", "blad.pdf"), ("blad.pdf", "blad.pdf")])
def test_a_name_without_an_ending_gets_one(ouder: QtWidgets.QWidget, getypt: str, naam: str) -> None:
    dialoog = messages.bewaardialoog(ouder, "Waar komt het?", "herstelblad.pdf", "PDF (*.pdf)")
    assert [Path(pad).name for pad in dialoog.selectedFiles()] == ["herstelblad.pdf"]
    dialoog.selectFile(getypt)
    assert [Path(pad).name for pad in dialoog.selectedFiles()] == [naam]
