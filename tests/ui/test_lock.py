# SPDX-License-Identifier: EUPL-1.2
"""When the kluis locks by itself: idle time counts from the last key, and sleep locks at once."""

import ctypes
import os
import shutil
import subprocess
import sys
from ctypes import wintypes
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.ui.lock import Slotwacht, Windowsberichten, is_reason_to_lock

ROOT = Path(__file__).resolve().parents[2]
SLAAP = """
import os
os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
from PySide6 import QtCore, QtDBus, QtGui
from gemeente_pga.ui.lock import Slotwacht
qt = QtGui.QGuiApplication([])
wacht = Slotwacht(qt)
wacht.tijd_om.connect(lambda: (print("OP SLOT"), qt.quit()))
assert wacht.watch_system()
logind = QtDBus.QDBusConnection.connectToBus(os.environ["DBUS_SESSION_BUS_ADDRESS"], "logind")
assert logind.registerService("org.freedesktop.login1")
plek = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep")
for slaapt in (False, True):
    sein = QtDBus.QDBusMessage.createSignal(*plek)
    sein.setArguments([slaapt])
    logind.send(sein)
QtCore.QTimer.singleShot(20000, qt.quit)
qt.exec()
"""


def test_every_key_starts_the_count_again(qapp: QtWidgets.QApplication, qtbot: QtBot) -> None:
    regel = QtWidgets.QLineEdit()
    qtbot.addWidget(regel)
    with qtbot.waitActive(regel):
        regel.show()
        regel.activateWindow()
    wacht = Slotwacht(qapp)
    wacht.begin(1)
    voor = wacht._klok.remainingTime()
    qtbot.waitUntil(lambda: wacht._klok.remainingTime() < voor - 100)
    qtbot.keyClick(regel.windowHandle(), QtCore.Qt.Key.Key_A)
    qtbot.waitUntil(lambda: wacht._klok.remainingTime() > voor - 100)
    wacht.stop()
    assert not wacht._klok.isActive()


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no dbus here")
def test_sleep_locks() -> None:
    uit = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", SLAAP],  # noqa: S607 - found on the path above
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert uit.stdout.strip() == "OP SLOT", uit.stderr


def test_windows_says_when_the_user_has_gone() -> None:
    assert is_reason_to_lock(0x0218, 4)  # going to sleep
    assert not is_reason_to_lock(0x0218, 18)  # waking up
    assert all(is_reason_to_lock(0x02B1, weg) for weg in (2, 4, 7))  # taken over, disconnected, locked
    assert not is_reason_to_lock(0x02B1, 8)  # unlocked


def test_a_message_of_windows_is_read_and_left_alone() -> None:
    gezien: list[int] = []
    filter_ = Windowsberichten(lambda: gezien.append(1))
    msg = wintypes.MSG()
    msg.message, msg.wParam = 0x02B1, 7
    assert filter_.nativeEventFilter(QtCore.QByteArray(b"windows_generic_MSG"), ctypes.addressof(msg)) == (
        False,
        0,
    )
    assert filter_.nativeEventFilter(QtCore.QByteArray(b"xcb_generic_event_t"), 0) == (False, 0)
    assert gezien == [1]


def test_the_session_lock_of_the_desktop_locks(qapp: QtWidgets.QApplication, qtbot: QtBot) -> None:
    wacht = Slotwacht(qapp)
    for sein in (wacht.op_slot, lambda: wacht.slaap(True)):
        with qtbot.waitSignal(wacht.tijd_om):
            sein()
    with qtbot.assertNotEmitted(wacht.tijd_om):
        wacht.slaap(False)
