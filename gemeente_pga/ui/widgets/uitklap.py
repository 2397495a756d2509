# SPDX-License-Identifier: EUPL-1.2
"""A button that shows or hides the part of a form that is rarely needed; a line says what holds meanwhile."""

from collections.abc import Callable

from PySide6 import QtWidgets

from gemeente_pga.ui import theme


class Uitklap:
    """Binds a flat button, the part below it, and the line that stands there instead while it is shut."""

    def __init__(
        self,
        knop: QtWidgets.QPushButton,
        deel: QtWidgets.QWidget,
        stand: QtWidgets.QLabel,
        zin: Callable[[], str],
    ) -> None:
        self._knop, self._deel, self._stand, self._zin = knop, deel, stand, zin
        knop.setCheckable(True)
        knop.toggled.connect(self._toon)
        self._toon(False)

    def zet(self, open_: bool) -> None:
        """Show or hide the part; what stands in it stays."""
        self._knop.setChecked(open_)
        self._toon(open_)

    def _toon(self, open_: bool) -> None:
        self._deel.setVisible(open_)
        self._stand.setText(self._zin())
        self._stand.setVisible(not open_)
        theme.zet_icoon(self._knop, "chevron-up" if open_ else "chevron-down")
