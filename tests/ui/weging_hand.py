# SPDX-License-Identifier: EUPL-1.2
"""A weging open in the real window."""

from PySide6 import QtCore, QtWidgets
from PySide6.QtTest import QTest

from gemeente_pga.store.queries.weging import weging as lees_weging
from gemeente_pga.ui.screens.weging import WegingScherm
from tests.ui_hulp import typ

Key = QtCore.Qt.Key


def geopend(venster) -> WegingScherm:
    assert isinstance(venster.scherm, WegingScherm)
    return venster.scherm


def deel(scherm: WegingScherm):
    return scherm.ui.delenStapel.currentWidget()


def merken(scherm: WegingScherm) -> dict[str, str]:
    return {r.sleutel: r.merk.woord for r in scherm.ui.onderdelenLijst.regels() if r.merk}


def kies(groep, code: str) -> None:
    """The radio button of this code, by the space bar."""
    knop = groep.knoppen()[groep._codes.index(code)]
    knop.setFocus()
    QTest.keyClick(knop, Key.Key_Space)
    assert groep.waarde() == code


def schrijf(widget: QtWidgets.QWidget, tekst: str) -> None:
    widget.setFocus()
    typ(widget, tekst)


def ctrl_enter(widget: QtWidgets.QWidget) -> None:
    widget.setFocus()
    QTest.keyClick(widget, Key.Key_Return, QtCore.Qt.KeyboardModifier.ControlModifier)


def weging_id(scherm: WegingScherm) -> int:
    assert scherm.onderwerp_id is not None
    return scherm.onderwerp_id


def gelezen(scherm: WegingScherm):
    with scherm.omgeving.store.reader() as r:
        weging = lees_weging(r, weging_id(scherm))
    assert weging is not None
    return weging


def acts(scherm: WegingScherm) -> list[str]:
    with scherm.omgeving.store.reader() as r:
        return [rij["code"] for rij in r.rows("SELECT code FROM handeling ORDER BY n")]
