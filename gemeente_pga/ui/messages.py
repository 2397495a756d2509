# SPDX-License-Identifier: EUPL-1.2
"""Questions, and the file dialogs of the system: the only user of QMessageBox and QFileDialog.

Buttons are named after what they do. Hides that Qt's file dialog would write the folders that were
visited, in clear, into a settings file. Tests put their answers in `beantwoorder`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6 import QtCore, QtGui, QtPrintSupport, QtWidgets

from gemeente_pga.domain.beleid import VAN_WIE
from gemeente_pga.domain.huisstijl import STANDAARDKLEUR
from gemeente_pga.ui import vastgelegd

Vraagsoort = Literal[
    "vraag", "vertel", "kies_bestand", "kies_map", "bewaar_als", "kies_reden", "kies_printer", "kies_kleur"
]


@dataclass(frozen=True)
class Vraag:
    """What would have been put before the user."""

    soort: Vraagsoort
    titel: str
    tekst: str = ""
    keuzes: tuple[str, ...] = ()


GEEN_PRINTER = (
    "Er is niets afgedrukt. Sluit een printer aan, of vraag de beheerder van uw computer om er een."
)

WACHTRIJ = (
    "Deze printer loopt via een server",
    "De bladzijden staan dan even op die server, waar een beheerder bij kan. Is er een printer die aan deze "
    "computer zit, of één waar u uw pas voor houdt? Kies dan liever die.",
    "Toch afdrukken",
    "Niet afdrukken",
)

OPSLAAN_UIT = (
    "Opslaan als bestand staat uit",
    f"{VAN_WIE}. Er is niets opgeslagen. Hebt u het bestand toch nodig? Overleg dan met uw ICT-beheerder.",
)
AFDRUKKEN_UIT = (
    "Afdrukken staat uit",
    f"{VAN_WIE}. Er is niets afgedrukt. Hebt u het op papier nodig? Overleg dan met uw ICT-beheerder.",
)

# Set by tests only: gets the question, gives what the user would have answered.
beantwoorder: Callable[[Vraag], object] | None = None


def vraag(parent: QtWidgets.QWidget, titel: str, tekst: str, ja: str, nee: str) -> bool:
    """Ask; True when the button `ja` is chosen. Escape and closing mean `nee`."""
    if beantwoorder is not None:
        return bool(beantwoorder(Vraag("vraag", titel, tekst, (ja, nee))))
    doos = QtWidgets.QMessageBox(parent)
    doos.setWindowTitle(titel)
    doos.setText(titel)
    doos.setInformativeText(tekst)
    rol = QtWidgets.QMessageBox.ButtonRole
    ja_knop = doos.addButton(ja, rol.AcceptRole)
    nee_knop = doos.addButton(nee, rol.RejectRole)
    doos.setDefaultButton(nee_knop)
    doos.setEscapeButton(nee_knop)
    doos.exec()
    return doos.clickedButton() is ja_knop


def vertel(parent: QtWidgets.QWidget, titel: str, tekst: str, sluit: str = "Sluiten") -> None:
    """Tell something that was asked for and wants no answer."""
    if beantwoorder is not None:
        beantwoorder(Vraag("vertel", titel, tekst))
        return
    doos = QtWidgets.QMessageBox(parent)
    doos.setWindowTitle(titel)
    doos.setText(titel)
    doos.setInformativeText(tekst)
    doos.addButton(sluit, QtWidgets.QMessageBox.ButtonRole.AcceptRole)
    doos.exec()


def kies_bestand(parent: QtWidgets.QWidget, titel: str, filter_: str = "Alle bestanden (*)") -> Path | None:
    """Let the user choose a file that exists; None when not."""
    if beantwoorder is not None:
        return _pad(beantwoorder(Vraag("kies_bestand", titel, filter_)))
    _leave_no_trace()
    naam, _ = QtWidgets.QFileDialog.getOpenFileName(parent, titel, str(Path.home()), filter_)
    return _pad(naam)


def kies_map(parent: QtWidgets.QWidget, titel: str) -> Path | None:
    """Let the user choose a folder; None when not."""
    if beantwoorder is not None:
        return _pad(beantwoorder(Vraag("kies_map", titel)))
    _leave_no_trace()
    return _pad(QtWidgets.QFileDialog.getExistingDirectory(parent, titel, str(Path.home())))


def bewaar_als(
    parent: QtWidgets.QWidget, titel: str, naam: str, filter_: str = "Alle bestanden (*)"
) -> Path | None:
    """Let the user say where a file goes; None when not. Asks by itself before replacing a file."""
    if not vastgelegd.beleid.bestand_opslaan:
        vertel(parent, *OPSLAAN_UIT)
        return None
    if beantwoorder is not None:
        return _pad(beantwoorder(Vraag("bewaar_als", titel, naam)))
    _leave_no_trace()
    dialoog = bewaardialoog(parent, titel, naam, filter_)
    return _pad(dialoog.selectedFiles()[0]) if dialoog.exec() else None


def bewaardialoog(parent: QtWidgets.QWidget, titel: str, naam: str, filter_: str) -> QtWidgets.QFileDialog:
    """That of the system where there is one. A name that is typed without an ending gets that of `naam`."""
    dialoog = QtWidgets.QFileDialog(parent, titel, str(Path.home()), filter_)
    dialoog.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
    dialoog.setDefaultSuffix(Path(naam).suffix)
    dialoog.selectFile(naam)
    return dialoog


def kies_kleur(parent: QtWidgets.QWidget, titel: str, nu: str) -> str:
    """Let the user choose a colour, as "#rrggbb"; "" when not."""
    if beantwoorder is not None:
        return str(beantwoorder(Vraag("kies_kleur", titel, nu)) or "")
    gekozen = QtWidgets.QColorDialog.getColor(QtGui.QColor(nu or STANDAARDKLEUR), parent, titel)
    return gekozen.name() if gekozen.isValid() else ""


def kies_reden(
    parent: QtWidgets.QWidget, titel: str, tekst: str, redenen: Sequence[tuple[str, str]], ja: str
) -> str | None:
    """Let the user choose one reason out of (code, words); None when not."""
    if beantwoorder is not None:
        antwoord = beantwoorder(Vraag("kies_reden", titel, tekst, tuple(code for code, _ in redenen)))
        return str(antwoord) if antwoord else None
    doos = _RedenDialoog(parent, titel, tekst, redenen, ja)
    doos.exec()
    return doos.reden or None


def kies_printer(parent: QtWidgets.QWidget, exemplaren: int) -> QtPrintSupport.QPrinter | None:
    """Let the user choose a printer through the system's dialog; None when not.

    The printer makes one of each page: the program itself prints every copy, with its own number.
    """
    if not vastgelegd.beleid.afdrukken:
        vertel(parent, *AFDRUKKEN_UIT)
        return None
    printer = QtPrintSupport.QPrinter(QtPrintSupport.QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Document")  # a neutral name: the print queue shows it to others
    printer.setColorMode(QtPrintSupport.QPrinter.ColorMode.GrayScale)
    printer.setPageSize(QtGui.QPageSize(QtGui.QPageSize.PageSizeId.A4))
    if beantwoorder is not None:
        doel = beantwoorder(Vraag("kies_printer", "Afdrukken", str(exemplaren)))
        if not doel:
            return None
        printer.setOutputFileName(str(doel))
        return printer
    if not _naar_een_printer(printer, parent):
        return None
    printer.setCopyCount(1)  # whatever was chosen there: two papers with one number would be untraceable
    return printer


def _naar_een_printer(printer: QtPrintSupport.QPrinter, parent: QtWidgets.QWidget) -> bool:
    """The system's dialog without its "print to a file": that would leave a readable file, unsaid."""
    if not QtPrintSupport.QPrinterInfo.availablePrinterNames():
        vertel(parent, "Geen printer gevonden", GEEN_PRINTER)
        return False
    dialoog = QtPrintSupport.QPrintDialog(printer, parent)
    for niet in (
        QtPrintSupport.QAbstractPrintDialog.PrintDialogOption.PrintToFile,
        QtPrintSupport.QAbstractPrintDialog.PrintDialogOption.PrintPageRange,
        QtPrintSupport.QAbstractPrintDialog.PrintDialogOption.PrintCollateCopies,
    ):
        dialoog.setOption(niet, False)
    gekozen = dialoog.exec() == QtWidgets.QDialog.DialogCode.Accepted
    if not gekozen or printer.outputFileName():
        return False
    return not is_server_queue(printer.printerName()) or vraag(parent, *WACHTRIJ)


def is_server_queue(printer: str) -> bool:
    r"""Does Windows send pages for this printer (\\server\queue) through a server?"""
    return printer.startswith("\\\\")


class _RedenDialoog(QtWidgets.QDialog):
    def __init__(
        self,
        parent: QtWidgets.QWidget,
        titel: str,
        tekst: str,
        redenen: Sequence[tuple[str, str]],
        ja: str,
    ) -> None:
        from gemeente_pga.ui.widgets.keuzegroep import KeuzeGroep

        super().__init__(parent)
        self.reden = ""
        self.setWindowTitle(titel)
        self.setMinimumWidth(460)
        uitleg = QtWidgets.QLabel(tekst, self)
        uitleg.setWordWrap(True)
        self._keuze = KeuzeGroep(self)
        self._keuze.setAccessibleName(titel)
        self._keuze.zet_kolom(True)
        self._keuze.vul(redenen)
        knoppen = QtWidgets.QDialogButtonBox(self)
        self._ja = knoppen.addButton(ja, QtWidgets.QDialogButtonBox.ButtonRole.AcceptRole)
        self._ja.setProperty("rol", "primair")
        self._ja.setEnabled(False)
        knoppen.addButton("Niet doen", QtWidgets.QDialogButtonBox.ButtonRole.RejectRole)
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.setSpacing(12)
        for deel in (uitleg, self._keuze, knoppen):
            indeling.addWidget(deel)
        self._keuze.gewijzigd.connect(lambda: self._ja.setEnabled(True))
        knoppen.accepted.connect(self._neem)
        knoppen.rejected.connect(self.reject)

    def _neem(self) -> None:
        self.reden = str(self._keuze.waarde())
        self.accept()


def _pad(antwoord: object) -> Path | None:
    return Path(str(antwoord)) if antwoord else None


def _leave_no_trace() -> None:
    """Point Qt's own settings (QtProject.conf) at a place where nothing can be written."""
    nergens = str(Path(QtCore.QDir.rootPath()) / "dev" / "null" / "nergens")
    for vorm in (QtCore.QSettings.Format.NativeFormat, QtCore.QSettings.Format.IniFormat):
        QtCore.QSettings.setPath(vorm, QtCore.QSettings.Scope.UserScope, nergens)
