# SPDX-License-Identifier: EUPL-1.2
"""When the kluis locks by itself: idle time counts from the last key, and sleep locks at once."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.ui.lock import Slotwacht

ROOT = Path(__file__).resolve().parents[2]
SLAAP = """
import os
os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
from PySide6 import QtCore, QtDBus, QtGui
from gemeente_pga.ui.lock import Slotwacht
qt = QtGui.QGuiApplication([])
wacht = Slotwacht(qt)
wacht.tijd_om.connect(lambda: (print("OP SLOT"), qt.quit()))
assert wacht.watch_sleep()
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
