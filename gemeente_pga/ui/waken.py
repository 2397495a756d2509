# SPDX-License-Identifier: EUPL-1.2
"""Guards an open kluis against others in the room: idle time, sleep, session lock, clipboard, shared screens.

Hides which of these this computer can do. How long idle may last is a setting; during one casusoverleg it may
be longer, until that screen is left.
"""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.beleid import GEEN_BELEID
from gemeente_pga.ui.klembord import Klembordwacht
from gemeente_pga.ui.lock import Slotwacht, hide_from_capture

if TYPE_CHECKING:
    from gemeente_pga.store.store import Store
    from gemeente_pga.ui.window import Window


class Waken(QtCore.QObject):
    """`tijd_om`: lock now. Counts from `begin` on."""

    tijd_om = QtCore.Signal()

    def __init__(self, qt: QtWidgets.QApplication, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self.slotwacht = Slotwacht(qt, self)
        self.slotwacht.tijd_om.connect(self.tijd_om)
        self.klembord = Klembordwacht(qt.clipboard(), self)
        self.beleid = GEEN_BELEID
        self._window: Window | None = None
        self._store: Store | None = None

    def begin(self, window: "Window", store: "Store") -> None:
        """The kluis is open in this window."""
        self._window, self._store = window, store
        self.slotwacht.watch_system(window.windowHandle())
        window.langer_open.connect(self._begin_tijd)
        store.na_vastleggen.append(self._na_vastleggen)
        self._begin_tijd(0)
        self._verberg()

    def stop(self) -> None:
        """Nothing more to guard; what was copied from here is taken back."""
        self.slotwacht.stop()
        self.klembord.wis()

    def _na_vastleggen(self, tabellen: frozenset[str]) -> None:
        if "instelling" in tabellen:
            self._begin_tijd(0)
            self._verberg()

    def _begin_tijd(self, minuten: int) -> None:
        from gemeente_pga.domain.inrichting import INSTELLING_VERGRENDELTIJD, VERGRENDELTIJD

        gewoon = self._instelling(INSTELLING_VERGRENDELTIJD, str(VERGRENDELTIJD))
        self.slotwacht.begin(self.beleid.minuten(minuten or int(gewoon)))

    def _verberg(self) -> None:
        from gemeente_pga.domain.inrichting import INSTELLING_SCHERM_DELEN

        if self._window is not None:
            hide_from_capture(
                self._window.windowHandle(), self._instelling(INSTELLING_SCHERM_DELEN, "nee") != "ja"
            )

    def _instelling(self, sleutel: str, anders: str) -> str:
        from gemeente_pga.store.queries import inrichting as queries

        if self._store is None or not self._store.is_open:
            return anders
        with self._store.reader() as r:
            return queries.instelling(r, sleutel, anders)
