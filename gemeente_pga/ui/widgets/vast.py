# SPDX-License-Identifier: EUPL-1.2
"""An input that can be read but not changed."""

from PySide6 import QtWidgets

from gemeente_pga.ui.widgets.datum import DatumEdit


def zet_vast(widget: QtWidgets.QWidget, aan: bool) -> None:
    """Fix this input, or let it go again. Text stays selectable."""
    if isinstance(widget, DatumEdit):  # can be changed from its calendar too
        widget.setEnabled(not aan)
    elif isinstance(widget, QtWidgets.QLineEdit | QtWidgets.QPlainTextEdit):
        if widget.isReadOnly() != aan:
            widget.setReadOnly(aan)
            widget.style().unpolish(widget)
            widget.style().polish(widget)
    else:
        widget.setEnabled(not aan)
