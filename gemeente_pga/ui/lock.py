# SPDX-License-Identifier: EUPL-1.2
"""When to lock by itself (nobody there for a while, or sleep), and replacing the process.

Hides how activity is seen: at the window that has the focus, not at the whole application, because a Python
filter on every event of every object costs time on each repaint.
"""

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from PySide6 import QtCore, QtGui

_ACTIEF = frozenset(
    {
        QtCore.QEvent.Type.KeyPress,
        QtCore.QEvent.Type.MouseButtonPress,
        QtCore.QEvent.Type.MouseMove,
        QtCore.QEvent.Type.Wheel,
        QtCore.QEvent.Type.TouchBegin,
        QtCore.QEvent.Type.TabletPress,
    }
)


class Slotwacht(QtCore.QObject):
    """Says when it is time to lock."""

    tijd_om = QtCore.Signal()

    def __init__(self, app: QtGui.QGuiApplication, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._klok = QtCore.QTimer(self)
        self._klok.setSingleShot(True)
        self._klok.setTimerType(QtCore.Qt.TimerType.PreciseTimer)
        self._klok.timeout.connect(self.tijd_om)
        self._vensters: set[QtGui.QWindow] = set()
        app.focusWindowChanged.connect(self._volg)
        self._volg(QtGui.QGuiApplication.focusWindow())

    def watch_sleep(self) -> bool:
        """Also lock when this computer goes to sleep; False when nobody here tells about that."""
        if sys.platform != "linux":
            return False
        from PySide6 import QtDBus

        bus = QtDBus.QDBusConnection.systemBus()
        plek = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
        if not bus.isConnected():
            return False
        slot = QtCore.SLOT("slaap(bool)")
        return bus.connect(*plek, "PrepareForSleep", self, slot)  # type: ignore[call-overload,no-any-return] # the stub says bytes, the binding takes str

    @QtCore.Slot(bool)
    def slaap(self, gaat_slapen: bool) -> None:
        """The computer goes to sleep, or wakes."""
        if gaat_slapen:
            self.tijd_om.emit()

    def begin(self, minuten: float) -> None:
        """Count from now; every key or click starts the count again."""
        self._klok.start(int(minuten * 60_000))

    def stop(self) -> None:
        """Count no more."""
        self._klok.stop()

    def eventFilter(self, bron: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Look, never touch."""
        if event.type() in _ACTIEF and self._klok.isActive():
            self._klok.start()
        return super().eventFilter(bron, event)

    def _volg(self, venster: QtGui.QWindow | None) -> None:
        if venster is None or venster in self._vensters:
            return
        self._vensters.add(venster)
        venster.installEventFilter(self)
        venster.destroyed.connect(lambda _obj=None, weg=venster: self._vensters.discard(weg))


def replace_process(argumenten: Sequence[str]) -> NoReturn:
    """Start the program afresh in place of this process; nothing is handed over but these arguments."""
    begin = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "gemeente_pga"]
    opdracht = [*begin, *argumenten]
    if sys.platform == "win32":
        import subprocess  # only here: it is slow to load, and locking must be quick

        subprocess.Popen(opdracht, close_fds=True)  # noqa: S603 - our own program
        os._exit(0)
    os.execv(opdracht[0], opdracht)  # noqa: S606 - our own program
