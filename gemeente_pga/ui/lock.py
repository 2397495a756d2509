# SPDX-License-Identifier: EUPL-1.2
"""When to lock by itself (nobody there for a while, or sleep), and replacing the process.

Hides how activity is seen: at the window that has the focus, not at the whole application, because a Python
filter on every event of every object costs time on each repaint.
"""

import os
import sys
from collections.abc import Callable, Sequence
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
        self._systeem: Windowsberichten | None = None
        app.focusWindowChanged.connect(self._volg)
        self._volg(QtGui.QGuiApplication.focusWindow())

    def watch_system(self, venster: QtGui.QWindow | None = None) -> bool:
        """Also lock when the computer goes to sleep or its screen locks; False when nobody here tells."""
        if sys.platform == "win32":
            self._systeem = Windowsberichten(self.tijd_om.emit)
            return self._systeem.watch(venster)
        if sys.platform != "linux":
            return False
        from PySide6 import QtDBus

        systeem, sessie = QtDBus.QDBusConnection.systemBus(), QtDBus.QDBusConnection.sessionBus()
        login, scherm = "org.freedesktop.login1", "org.freedesktop.ScreenSaver"
        slaap, op_slot = QtCore.SLOT("slaap(bool)"), QtCore.SLOT("op_slot()")
        gelukt = [
            bus.connect(*plek, self, slot)  # type: ignore[call-overload] # the stub says bytes, the binding takes str
            for bus, plek, slot in (
                (systeem, (login, "/org/freedesktop/login1", f"{login}.Manager", "PrepareForSleep"), slaap),
                (systeem, (login, "", f"{login}.Session", "Lock"), op_slot),
                (sessie, (scherm, "", scherm, "ActiveChanged"), slaap),
            )
            if bus.isConnected()
        ]
        return any(gelukt)

    @QtCore.Slot(bool)
    def slaap(self, begint: bool) -> None:
        """The computer goes to sleep, or its screen goes dark; or it wakes."""
        if begint:
            self.tijd_om.emit()

    @QtCore.Slot()
    def op_slot(self) -> None:
        """The session of the user was locked."""
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


_WM_POWERBROADCAST, _PBT_APMSUSPEND = 0x0218, 4
_WM_WTSSESSION_CHANGE, _WTS_WEG = 0x02B1, frozenset({2, 4, 7})  # disconnected (console, remote), locked


class Windowsberichten(QtCore.QAbstractNativeEventFilter):
    """What Windows tells a window: the session is locked or taken over, or the computer goes to sleep."""

    def __init__(self, op_slot: Callable[[], object]) -> None:
        super().__init__()
        self._op_slot = op_slot

    def watch(self, venster: QtGui.QWindow | None) -> bool:
        """Ask Windows to tell this window; sleep is told to every window by itself."""
        app = QtCore.QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self)
        if sys.platform == "win32" and venster is not None:
            import ctypes

            return bool(ctypes.windll.wtsapi32.WTSRegisterSessionNotification(int(venster.winId()), 0))
        return False

    def nativeEventFilter(self, soort: object, bericht: object) -> tuple[bool, int]:
        """Look, never touch."""
        if bytes(soort) == b"windows_generic_MSG":  # type: ignore[call-overload] # a QByteArray
            from ctypes import wintypes

            msg = wintypes.MSG.from_address(int(bericht))  # type: ignore[call-overload] # a void pointer
            if is_reason_to_lock(msg.message, msg.wParam):
                self._op_slot()
        return False, 0


def is_reason_to_lock(bericht: int, parameter: int) -> bool:
    """Does this Windows message say that the user has gone?"""
    return (bericht == _WM_POWERBROADCAST and parameter == _PBT_APMSUSPEND) or (
        bericht == _WM_WTSSESSION_CHANGE and parameter in _WTS_WEG
    )


def hide_from_capture(venster: QtGui.QWindow | None, aan: bool) -> bool:
    """Ask Windows to leave this window out of screen shots and shared screens; False where that cannot be."""
    if sys.platform == "win32" and venster is not None:
        import ctypes

        wda_none, wda_excludefromcapture = 0x00, 0x11
        stand = wda_excludefromcapture if aan else wda_none
        return bool(ctypes.windll.user32.SetWindowDisplayAffinity(int(venster.winId()), stand))
    return False


def replace_process(argumenten: Sequence[str]) -> NoReturn:
    """Start the program afresh in place of this process; nothing is handed over but these arguments."""
    begin = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "gemeente_pga"]
    opdracht = [*begin, *argumenten]
    if sys.platform == "win32":
        import subprocess  # only here: it is slow to load, and locking must be quick

        subprocess.Popen(opdracht, close_fds=True)  # noqa: S603 - our own program
        os._exit(0)
    os.execv(opdracht[0], opdracht)  # noqa: S606 - our own program
