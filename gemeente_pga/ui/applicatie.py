# SPDX-License-Identifier: EUPL-1.2
"""The Qt application that everything on screen stands on."""

import sys
from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.paths import resource
from gemeente_pga.ui import theme

NAAM = "Persoonsgerichte aanpak"


def make_qt(argv: Sequence[str]) -> QtWidgets.QApplication:
    """The Qt application: Dutch, our fonts and colours, neutral names."""
    qt = QtWidgets.QApplication(list(argv))
    qt.setApplicationName("gemeente-pga")
    qt.setApplicationDisplayName(NAAM)
    qt.setDesktopFileName("gemeente-pga")
    qt.setWindowIcon(QtGui.QIcon(str(resource("programma/gemeente-pga.svg"))))
    _noem_voor_windows()
    qt.setQuitOnLastWindowClosed(True)
    QtCore.QLocale.setDefault(QtCore.QLocale("nl_NL"))
    vertaler = QtCore.QTranslator(qt)
    if vertaler.load("qtbase_nl", QtCore.QLibraryInfo.path(QtCore.QLibraryInfo.LibraryPath.TranslationsPath)):
        qt.installTranslator(vertaler)
    theme.start(qt)
    return qt


def _noem_voor_windows() -> None:
    """A place of our own in the taskbar: else Windows puts us with every other program that Python runs."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID("gemeente-pga")
