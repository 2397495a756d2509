# SPDX-License-Identifier: EUPL-1.2
"""Notices that somebody walked away from a page on which something was typed that nobody else may read."""

from PySide6 import QtCore, QtWidgets

GEDULD_MS = 5 * 60_000


class Wegloopwacht(QtCore.QObject):
    """`verlopen`: nothing was typed for a while."""

    verlopen = QtCore.Signal()

    def __init__(self, parent: QtCore.QObject) -> None:
        super().__init__(parent)
        self.klok = QtCore.QTimer(self)
        self.klok.setSingleShot(True)
        self.klok.setInterval(GEDULD_MS)
        self.klok.timeout.connect(self.verlopen)

    def let_op(self, *velden: QtWidgets.QLineEdit | QtWidgets.QPlainTextEdit) -> None:
        """Count from every change of these."""
        for veld in velden:
            veld.textChanged.connect(self.begin)

    def begin(self) -> None:
        """Count from now."""
        self.klok.start()

    def stop(self) -> None:
        """Nothing stands there any more."""
        self.klok.stop()
