# SPDX-License-Identifier: EUPL-1.2
"""Guards the next upgrade of PySide6: 6.12.0 takes a reference from None at every call that returns nothing,
and so kills CPython 3.11 after about five thousand of them.
"""

import subprocess
import sys

CALLS = 20_000
PROGRAM = f"""
import sys
from PySide6 import QtWidgets
app = QtWidgets.QApplication([])
label = QtWidgets.QLabel()
before = sys.getrefcount(None)
for _ in range({CALLS}):
    label.setText("a")
print(before - sys.getrefcount(None))
"""


def test_none_survives_twenty_thousand_calls():
    # In a process of its own: the fault ends the process, and must not take the test run with it.
    run = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) < CALLS // 100
