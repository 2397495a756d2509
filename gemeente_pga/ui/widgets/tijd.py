# SPDX-License-Identifier: EUPL-1.2
"""A time as the Dutch write it: 16.50. May be empty; the value is 16:50, the shape that sorts."""

from datetime import time

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.moment import parse_tijd


def schrijf_tijd(tijd: time) -> str:
    """The time as it stands in a field: 9.05."""
    return f"{tijd.hour}.{tijd.minute:02}"


class TijdEdit(QtWidgets.QLineEdit):
    """A line in which a time is typed."""

    gewijzigd = QtCore.Signal()

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("uu.mm")
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * 14)
        self.textChanged.connect(self.gewijzigd)
        self.editingFinished.connect(self._maak_netjes)

    def waarde(self) -> str:
        """The time as HH:MM; "" when empty; the typed text when that is no time."""
        tekst = self.text().strip()
        tijd = parse_tijd(tekst)
        return tekst if tijd is None else f"{tijd:%H:%M}"

    def zet(self, waarde: object) -> None:
        """Show a time, a text, or nothing."""
        tekst = f"{waarde:%H:%M}" if isinstance(waarde, time) else str(waarde or "")
        gelezen = parse_tijd(tekst)
        self.setText(tekst if gelezen is None else schrijf_tijd(gelezen))

    def _maak_netjes(self) -> None:
        tijd = parse_tijd(self.text())
        if tijd is not None and self.text() != schrijf_tijd(tijd):
            self.setText(schrijf_tijd(tijd))
