# SPDX-License-Identifier: EUPL-1.2
"""What is copied out of the program: marked so that the system keeps no history of it, and taken back.

A secret (a field with property `geheim`) is gone after ten seconds; the rest when the kluis locks. What
another program put on the clipboard is never touched.
"""

from PySide6 import QtCore, QtGui, QtWidgets

GEHEIM_MS = 10_000
# Windows keeps no history and sends nothing to the cloud; KDE's history leaves it out.
_GEEN_GESCHIEDENIS = {
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\x01\x00\x00\x00",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\x00\x00\x00\x00",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\x00\x00\x00\x00",
    "x-kde-passwordManagerHint": b"secret",
}
_MERK = "x-kde-passwordManagerHint"


class Klembordwacht(QtCore.QObject):
    """Watches the clipboard for as long as the program runs."""

    def __init__(self, klembord: QtGui.QClipboard, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._klembord = klembord
        self._eigen = ""  # the text that came from here
        self._klok = QtCore.QTimer(self)
        self._klok.setSingleShot(True)
        self._klok.setInterval(GEHEIM_MS)
        self._klok.timeout.connect(self.wis)
        klembord.dataChanged.connect(self._veranderd)

    def wis(self) -> None:
        """Take back what this program put there."""
        self._klok.stop()
        if self._eigen and self._klembord.text() == self._eigen:
            self._klembord.clear()
        self._eigen = ""

    def _veranderd(self) -> None:
        inhoud = self._klembord.mimeData()
        # Not every platform knows who owns the clipboard; what comes while we are in front came from here.
        van_ons = self._klembord.ownsClipboard() or QtWidgets.QApplication.activeWindow() is not None
        if not van_ons or inhoud is None or not inhoud.formats():
            self._klok.stop()
            self._eigen = ""
            return
        if not inhoud.hasFormat(_MERK):
            self._klembord.setMimeData(_gemerkt(inhoud))  # comes back here
            return
        self._eigen = inhoud.text()
        veld = QtWidgets.QApplication.focusWidget()
        if veld is not None and veld.property("geheim"):
            self._klok.start()
        else:
            self._klok.stop()


def _gemerkt(inhoud: QtCore.QMimeData) -> QtCore.QMimeData:
    kopie = QtCore.QMimeData()
    for vorm in inhoud.formats():
        kopie.setData(vorm, inhoud.data(vorm))
    for vorm, waarde in _GEEN_GESCHIEDENIS.items():
        kopie.setData(vorm, QtCore.QByteArray(waarde))
    return kopie
