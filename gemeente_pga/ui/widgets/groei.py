# SPDX-License-Identifier: EUPL-1.2
"""Lets a text field grow with what is typed in it, between a few lines and a screenful."""

from PySide6 import QtCore, QtWidgets

_MEEST = 16
_GENOEG = 4_000  # characters: more than fill the largest size
_RAND = 20


class Groei(QtCore.QObject):
    """Keeps the height of one QPlainTextEdit; lives as long as the field."""

    def __init__(self, veld: QtWidgets.QPlainTextEdit, minst: int) -> None:
        super().__init__(veld)
        self._veld = veld
        self._minst = minst
        veld.textChanged.connect(self._pas_aan)
        veld.installEventFilter(self)
        self._pas_aan()

    def eventFilter(self, bron: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Another width makes other lines."""
        if event.type() == QtCore.QEvent.Type.Resize:
            self._pas_aan()
        return super().eventFilter(bron, event)

    def _pas_aan(self) -> None:
        maat, breed = self._veld.fontMetrics(), max(80, self._veld.width() - 2 * _RAND)
        tekst = self._veld.toPlainText()[:_GENOEG] + " "
        vlak = maat.boundingRect(0, 0, breed, 100_000, int(QtCore.Qt.TextFlag.TextWordWrap), tekst)
        regels = max(self._minst, min(_MEEST, -(-vlak.height() // maat.lineSpacing())))
        self._veld.setFixedHeight(regels * maat.lineSpacing() + _RAND)
