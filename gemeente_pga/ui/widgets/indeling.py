# SPDX-License-Identifier: EUPL-1.2
"""Layouts whose contents are made anew."""

from PySide6 import QtWidgets


def maak_leeg(indeling: QtWidgets.QLayout) -> None:
    """Take all widgets out and let them go; hidden at once, because Qt deletes them only later."""
    while (item := indeling.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
