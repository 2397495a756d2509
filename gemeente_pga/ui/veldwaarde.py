# SPDX-License-Identifier: EUPL-1.2
"""The kinds of input that a form knows: which field a widget is of, what stands in it, when it changes."""

import unicodedata

from PySide6 import QtCore, QtWidgets

from gemeente_pga.ui.widgets.datum import DatumEdit
from gemeente_pga.ui.widgets.keuzegroep import KeuzeGroep
from gemeente_pga.ui.widgets.tijd import TijdEdit

# The longer suffixes first: LineEdit is not the end of ...PlainTextEdit, but order makes that no question.
SOORTEN: tuple[tuple[str, type[QtWidgets.QWidget]], ...] = (
    ("PlainTextEdit", QtWidgets.QPlainTextEdit),
    ("KeuzeGroep", KeuzeGroep),
    ("DatumEdit", DatumEdit),
    ("TijdEdit", TijdEdit),
    ("LineEdit", QtWidgets.QLineEdit),
    ("ComboBox", QtWidgets.QComboBox),
    ("CheckBox", QtWidgets.QCheckBox),
    ("SpinBox", QtWidgets.QSpinBox),
)


def read_waarde(widget: QtWidgets.QWidget) -> object:
    """What stands in it, as the domain judges it."""
    match widget:
        case DatumEdit() | TijdEdit() | KeuzeGroep():
            return widget.waarde()
        case QtWidgets.QLineEdit():
            return _schoon(widget.text())
        case QtWidgets.QPlainTextEdit():
            return _schoon(widget.toPlainText())
        case QtWidgets.QComboBox():
            return "" if widget.currentData() is None else widget.currentData()
        case QtWidgets.QCheckBox():
            return widget.isChecked()
        case QtWidgets.QSpinBox():
            return widget.value()
    raise TypeError(type(widget).__name__)


def read_letterlijk(widget: QtWidgets.QWidget) -> object:
    """What is typed, letter for letter, for the concept."""
    if isinstance(widget, QtWidgets.QLineEdit):
        return widget.text()
    return widget.toPlainText() if isinstance(widget, QtWidgets.QPlainTextEdit) else read_waarde(widget)


def is_tekst(widget: QtWidgets.QWidget, waarde: object) -> bool:
    """Is it a field for words, with these words in it already? Spaces around them make no difference."""
    if isinstance(widget, DatumEdit | TijdEdit) or not isinstance(
        widget, QtWidgets.QLineEdit | QtWidgets.QPlainTextEdit
    ):
        return False
    return read_waarde(widget) == ("" if waarde is None else str(waarde))


def set_waarde(widget: QtWidgets.QWidget, waarde: object) -> None:
    """Put this in it; None empties it."""
    match widget:
        case DatumEdit() | TijdEdit() | KeuzeGroep():
            widget.zet(waarde)
        case QtWidgets.QLineEdit():
            widget.setText("" if waarde is None else str(waarde))
            widget.setCursorPosition(0)
        case QtWidgets.QPlainTextEdit():
            widget.setPlainText("" if waarde is None else str(waarde))
        case QtWidgets.QComboBox():
            widget.setCurrentIndex(max(0, widget.findData("" if waarde is None else waarde)))
        case QtWidgets.QCheckBox():
            widget.setChecked(bool(waarde))
        case QtWidgets.QSpinBox():
            widget.setValue(int(str(waarde or 0)))


def signaal_van(widget: QtWidgets.QWidget) -> QtCore.SignalInstance:
    """What it emits when somebody changes it."""
    match widget:
        case KeuzeGroep():
            return widget.gewijzigd
        case QtWidgets.QLineEdit() | QtWidgets.QPlainTextEdit():
            return widget.textChanged
        case QtWidgets.QComboBox():
            return widget.currentIndexChanged
        case QtWidgets.QCheckBox():
            return widget.toggled
        case QtWidgets.QSpinBox():
            return widget.valueChanged
    raise TypeError(type(widget).__name__)


def _schoon(tekst: str) -> str:
    return unicodedata.normalize("NFC", tekst).strip()


def veldnaam_van(widget: QtWidgets.QWidget) -> str:
    """The name of its field; "" for a widget that is no input."""
    for eind, soort in SOORTEN:
        if widget.objectName().endswith(eind) and isinstance(widget, soort):
            return widget.objectName().removesuffix(eind)
    return ""
