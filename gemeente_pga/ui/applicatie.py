# SPDX-License-Identifier: EUPL-1.2
"""The Qt application that everything on screen stands on."""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from gemeente_pga.ui import theme

NAAM = "Persoonsgerichte aanpak"


def make_qt(argv: Sequence[str]) -> QtWidgets.QApplication:
    """The Qt application: Dutch, our fonts and colours, neutral names."""
    qt = QtWidgets.QApplication(list(argv))
    qt.setApplicationName("gemeente-pga")
    qt.setApplicationDisplayName(NAAM)
    qt.setDesktopFileName("gemeente-pga")
    qt.setQuitOnLastWindowClosed(True)
    QtCore.QLocale.setDefault(QtCore.QLocale("nl_NL"))
    vertaler = QtCore.QTranslator(qt)
    if vertaler.load("qtbase_nl", QtCore.QLibraryInfo.path(QtCore.QLibraryInfo.LibraryPath.TranslationsPath)):
        qt.installTranslator(vertaler)
    theme.start(qt)
    return qt
