# SPDX-License-Identifier: EUPL-1.2
"""Sends the pages of PDFs to a printer, one by one, without a file of ours on disk.

Of numbered copies every page is drawn once, in grey, and kept packed in memory; what differs from copy to
copy comes on top: the watermark in the picture, number and holder as sharp as the printer can.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6 import QtCore, QtGui, QtPrintSupport

from gemeente_pga.domain.exemplaar import Opdruk, Vak
from gemeente_pga.ui.pdf import PUNTEN_PER_INCH, Beeld, draw_blad, draw_grijs
from gemeente_pga.ui.worker import Worker

DPI = 200  # sharp for text, and a page takes a fraction of a second
_SCHERPST = 600  # of the line with the number: more is not seen
_DUBBELZIJDIG = (
    QtPrintSupport.QPrinter.DuplexMode.DuplexLongSide,
    QtPrintSupport.QPrinter.DuplexMode.DuplexShortSide,
)


@dataclass(frozen=True)
class Drukdeel:
    """Pages that belong together and begin on a new sheet. nummer: of the copy; 0 for what has no number.

    opdruk: what comes on top of the pages; those of voorblad come first and have it on them already.
    """

    pdf: bytes
    bladen: int
    nummer: int = 0
    opdruk: Opdruk | None = None
    voorblad: bytes = b""
    voorbladen: int = 0

    @property
    def aantal(self) -> int:
        """How many pages."""
        return self.bladen + self.voorbladen


@dataclass(frozen=True)
class _Vel:
    """A page ready for the printer: its picture, and the sharp line with its place on the page."""

    beeld: QtGui.QImage
    strook: QtGui.QImage | None = None
    vak: Vak | None = None
    maat: tuple[float, float] = (0.0, 0.0)


@dataclass
class _Tekenaar:
    """Makes pages in the worker; remembers those that come again in the next copy."""

    scherpte: int
    bewaar: bool
    _bekend: dict[tuple[int, int], tuple[int, int, int, bytes]] = field(default_factory=dict)
    _merken: dict[tuple[int, int], QtGui.QImage] = field(default_factory=dict)
    _stroken: dict[tuple[int, int], QtGui.QImage] = field(default_factory=dict)

    def teken(self, deel: Drukdeel, blad: int) -> _Vel:
        if blad < deel.voorbladen:
            return _Vel(as_image(draw_grijs(deel.voorblad, blad, DPI), grijs=True))
        nummer = blad - deel.voorbladen
        if deel.opdruk is None:
            return _Vel(as_image(draw_blad(deel.pdf, nummer, DPI)))
        return self._met_opdruk(deel, deel.opdruk, nummer)

    def _met_opdruk(self, deel: Drukdeel, opdruk: Opdruk, nummer: int) -> _Vel:
        welke = opdruk.maat_van[nummer]
        sleutel = (deel.nummer, welke)
        if sleutel not in self._merken:
            vak = opdruk.vakken[welke]
            self._merken[sleutel] = as_image(draw_grijs(opdruk.pdf, 2 * welke, DPI), grijs=True)
            strook = draw_grijs(opdruk.pdf, 2 * welke + 1, self.scherpte, vak)
            self._stroken[sleutel] = as_image(strook, grijs=True)
        beeld = as_image(self._grijs(deel.pdf, nummer), grijs=True)
        schilder = QtGui.QPainter(beeld)
        schilder.setCompositionMode(QtGui.QPainter.CompositionMode.CompositionMode_Multiply)
        schilder.drawImage(0, 0, self._merken[sleutel])
        schilder.end()
        maat = (beeld.width() * PUNTEN_PER_INCH / DPI, beeld.height() * PUNTEN_PER_INCH / DPI)
        return _Vel(beeld, self._stroken[sleutel], opdruk.vakken[welke], maat)

    def _grijs(self, pdf: bytes, nummer: int) -> Beeld:
        sleutel = (id(pdf), nummer)
        if sleutel in self._bekend:
            breedte, hoogte, stap, pixels = self._bekend[sleutel]
            return Beeld(nummer, breedte, hoogte, stap, zlib.decompress(pixels))
        beeld = draw_grijs(pdf, nummer, DPI)
        if self.bewaar:
            pakket = zlib.compress(beeld.pixels, 1)
            self._bekend[sleutel] = (beeld.breedte, beeld.hoogte, beeld.stap, pakket)
        return beeld


class Afdruk(QtCore.QObject):
    """One print job: the worker draws a page, the printer gets it, then the next; part after part."""

    klaar = QtCore.Signal(bool)
    voortgang = QtCore.Signal(int, int)  # the part (from 0) and the page (from 1) that went to the printer

    def __init__(
        self,
        worker: Worker,
        printer: QtPrintSupport.QPrinter,
        delen: Sequence[Drukdeel],
        parent: QtCore.QObject,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._printer = printer
        self._delen = tuple(delen)
        self._schilder = QtGui.QPainter()
        self._gestopt = False
        genummerd = sum(deel.opdruk is not None for deel in self._delen)
        self._tekenaar = _Tekenaar(min(printer.resolution(), _SCHERPST), bewaar=genummerd > 1)
        self.verstuurd: list[int] = [0] * len(self._delen)
        """How many pages of each part went to the printer."""

    @property
    def delen(self) -> tuple[Drukdeel, ...]:
        """What is being printed."""
        return self._delen

    def start(self) -> None:
        """Begin; `klaar` says whether it worked."""
        self._worker.vergeten.connect(self._breek_af)
        self._printer.setFullPage(True)
        if not self._schilder.begin(self._printer):
            self.klaar.emit(False)
            self._vergeet()
            return
        self._vraag(0, 0)

    def stop(self) -> None:
        """Send no more pages; `klaar` follows."""
        self._gestopt = True

    def _vraag(self, welk: int, blad: int) -> None:
        deel = self._delen[welk]
        self._worker.run(
            lambda: self._tekenaar.teken(deel, blad),
            lambda vel: self._druk(vel, welk, blad),
            lambda _fout: self._stop(False),
        )

    def _druk(self, vel: _Vel, welk: int, blad: int) -> None:
        if self._gestopt:
            self._stop(False)
            return
        self._teken(vel)
        self.verstuurd[welk] = blad + 1
        self.voortgang.emit(welk, blad + 1)
        if blad + 1 < self._delen[welk].aantal:
            verder, straks = self._printer.newPage(), (welk, blad + 1)
        elif welk + 1 < len(self._delen):
            verder, straks = self._nieuw_vel(self._delen[welk].aantal), (welk + 1, 0)
        else:
            self._stop(True)
            return
        if verder:
            self._vraag(*straks)
        else:
            self._stop(False)

    def _nieuw_vel(self, bladen: int) -> bool:
        """The next copy begins on paper of its own, also when both sides are printed."""
        if bladen % 2 and is_dubbelzijdig(self._printer) and not self._printer.newPage():
            return False
        return self._printer.newPage()

    def _teken(self, vel: _Vel) -> None:
        """The page on the sheet: turned when it lies, as large as fits, nothing stretched."""
        blad = self._printer.pageLayout().fullRectPixels(self._printer.resolution()).size()
        schilder = self._schilder
        schilder.save()
        ligt = (vel.beeld.width() > vel.beeld.height()) != (blad.width() > blad.height())
        if ligt and vel.beeld.width() != vel.beeld.height():
            schilder.translate(blad.width(), 0)
            schilder.rotate(90)
            blad = blad.transposed()
        schaal = min(blad.width() / vel.beeld.width(), blad.height() / vel.beeld.height())
        breed, hoog = vel.beeld.width() * schaal, vel.beeld.height() * schaal
        doel = QtCore.QRectF((blad.width() - breed) / 2, (blad.height() - hoog) / 2, breed, hoog)
        schilder.drawImage(doel, vel.beeld)
        if vel.strook is not None and vel.vak is not None:
            x, y = doel.width() / vel.maat[0], doel.height() / vel.maat[1]
            boven = vel.maat[1] - vel.vak.y - vel.vak.hoog
            plek = QtCore.QRectF(
                doel.x() + vel.vak.x * x, doel.y() + boven * y, vel.vak.breed * x, vel.vak.hoog * y
            )
            schilder.drawImage(plek, vel.strook)
        schilder.restore()

    def _stop(self, gelukt: bool) -> None:
        if not gelukt:
            self._printer.abort()
        self._schilder.end()
        self.klaar.emit(gelukt)
        self._vergeet()

    def _breek_af(self) -> None:
        """The program is locked or ends: no job stays open, with the pages so far in a queue or a file."""
        if self._schilder.isActive():
            self._printer.abort()
            self._schilder.end()
            self._vergeet()

    def _vergeet(self) -> None:
        """No page stays in memory once it has gone, whoever still holds this object."""
        self._delen = ()
        self._tekenaar = _Tekenaar(DPI, bewaar=False)
        self.deleteLater()


def is_dubbelzijdig(printer: QtPrintSupport.QPrinter) -> bool:
    """Are both sides of the sheet printed? When the printer decides: as it is set up itself."""
    stand = printer.duplex()
    if stand == QtPrintSupport.QPrinter.DuplexMode.DuplexAuto:
        stand = QtPrintSupport.QPrinterInfo(printer).defaultDuplexMode()
    return stand in _DUBBELZIJDIG


def as_image(beeld: Beeld, *, grijs: bool = False) -> QtGui.QImage:
    """The pixels as an image of its own, so that the bytes may go."""
    vorm = QtGui.QImage.Format.Format_Grayscale8 if grijs else QtGui.QImage.Format.Format_RGB32
    return QtGui.QImage(beeld.pixels, beeld.breedte, beeld.hoogte, beeld.stap, vorm).copy()
