# SPDX-License-Identifier: EUPL-1.2
"""Sends the pages of a PDF to a printer, one by one, without a file of ours on disk."""

from PySide6 import QtCore, QtGui, QtPrintSupport

from gemeente_pga.ui.pdf import Beeld, draw_blad
from gemeente_pga.ui.worker import Worker

DPI = 200  # sharp for text, and a page takes a fraction of a second


class Afdruk(QtCore.QObject):
    """One print job: the worker draws a page, the printer gets it, then the next."""

    klaar = QtCore.Signal(bool)

    def __init__(
        self,
        worker: Worker,
        printer: QtPrintSupport.QPrinter,
        pdf: bytes,
        aantal: int,
        parent: QtCore.QObject,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._printer = printer
        self._pdf = pdf
        self._aantal = aantal
        self._schilder = QtGui.QPainter()

    def start(self) -> None:
        """Begin; `klaar` says whether it worked."""
        self._printer.setFullPage(True)
        if not self._schilder.begin(self._printer):
            self.klaar.emit(False)
            return
        self._vraag(0)

    def _vraag(self, nummer: int) -> None:
        self._worker.run(
            lambda: draw_blad(self._pdf, nummer, DPI), self._druk, lambda _fout: self._stop(False)
        )

    def _druk(self, beeld: Beeld) -> None:
        vel = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        self._schilder.drawImage(QtCore.QRect(QtCore.QPoint(0, 0), vel.size()), as_image(beeld))
        if beeld.nummer + 1 == self._aantal:
            self._stop(True)
            return
        self._printer.newPage()
        self._vraag(beeld.nummer + 1)

    def _stop(self, gelukt: bool) -> None:
        if not gelukt:
            self._printer.abort()
        self._schilder.end()
        self.klaar.emit(gelukt)


def as_image(beeld: Beeld) -> QtGui.QImage:
    """The pixels as an image of its own, so that the bytes may go."""
    vorm = QtGui.QImage.Format.Format_RGB32
    return QtGui.QImage(beeld.pixels, beeld.breedte, beeld.hoogte, beeld.stap, vorm).copy()
