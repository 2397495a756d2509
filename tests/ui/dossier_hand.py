# SPDX-License-Identifier: EUPL-1.2
"""A dossier with a casus, open in the real window."""

from datetime import date
from typing import Any

from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.store.queries.casus import casus as lees_casus
from gemeente_pga.ui.screens.dossier import DossierScherm
from gemeente_pga.ui.widgets.regelbewerker import Regelbewerker
from gemeente_pga.ui.window import Window

OP = date(2026, 9, 8)  # the day of the window


def nu(venster: Window, casus_id: int) -> Any:
    with venster.omgeving.store.reader() as r:
        casus = lees_casus(r, casus_id)
    assert casus is not None
    return casus


def open_dossier(venster: Window, dossier_id: int, veld: str = "") -> DossierScherm:
    venster.open("dossier", dossier_id, veld)
    scherm = venster.scherm
    assert isinstance(scherm, DossierScherm)
    return scherm


def klik(qtbot: QtBot, knop: QtWidgets.QAbstractButton) -> None:
    qtbot.mouseClick(knop, QtCore.Qt.MouseButton.LeftButton)


def vul_in(qtbot: QtBot, bewerker: Regelbewerker[Any], **waarden: object) -> None:
    """Type texts and dates with keys; choices are set as the mouse would."""
    for veld, waarde in waarden.items():
        widget = bewerker.formulier.widget(veld)
        if isinstance(widget, QtWidgets.QComboBox):
            assert widget.findData(waarde) > 0, (veld, waarde)
            widget.setCurrentIndex(widget.findData(waarde))
        elif isinstance(widget, QtWidgets.QCheckBox):
            widget.setChecked(bool(waarde))
        elif isinstance(widget, QtWidgets.QLineEdit | QtWidgets.QPlainTextEdit):
            widget.setFocus()
            widget.selectAll()
            qtbot.keyClicks(widget, str(waarde))
        else:
            widget.zet(waarde)  # type: ignore[attr-defined] # a KeuzeGroep
