# SPDX-License-Identifier: EUPL-1.2
"""What of the self-test needs a screen: letters, icons, every form, the places of the window, a page.

Nothing is shown to anybody: a form is built, drawn and thrown away.
"""

import importlib
import pkgutil

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.paths import resource
from gemeente_pga.ui import forms, theme
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.pdf import draw_blad, read_bladen

_PROEFTEKENS = "aéïĳșŞŁłœß€–“”"
_MATEN = QtCore.QSize(24, 24)


def zie_letters() -> str:
    """The letter of the screen is there and has the letters that names are written with."""
    if theme.LETTER not in QtGui.QFontDatabase.families():
        raise Storing(f"De letter {theme.LETTER} is niet gevonden.")
    metriek = QtGui.QFontMetrics(QtGui.QFont(theme.LETTER))
    mist = [teken for teken in _PROEFTEKENS if not metriek.inFontUcs4(ord(teken))]
    if mist:
        raise Storing(f"De letter {theme.LETTER} mist {' '.join(mist)}.")
    bestanden = sorted(resource("fonts").glob("*.ttf"))
    for bestand in bestanden:
        if QtGui.QRawFont(str(bestand), 10).familyName() == "":
            raise Storing(f"Het letterbestand {bestand.name} is niet te lezen.")
    return f"{len(bestanden)} letterbestanden, schermletter {theme.LETTER}"


def zie_iconen() -> str:
    """Every icon of ours can be drawn."""
    namen = sorted(bestand.stem for bestand in resource("icons").glob("*.svg"))
    for naam in namen:
        beeld = theme.icoon(naam).pixmap(_MATEN).toImage()
        leeg = QtGui.QImage(beeld.size(), beeld.format())
        leeg.fill(QtCore.Qt.GlobalColor.transparent)
        if beeld == leeg:
            raise Storing(f"Het pictogram {naam} kan niet worden getekend.")
    return f"{len(namen)} pictogrammen"


def zie_formulieren() -> str:
    """Every compiled form can be built."""
    namen = [m.name for m in pkgutil.iter_modules(forms.__path__) if m.name.startswith("ui_")]
    for naam in namen:
        module = importlib.import_module(f"{forms.__name__}.{naam}")
        klasse = next(v for k, v in vars(module).items() if k.startswith("Ui_"))
        vlak = QtWidgets.QWidget()
        klasse().setupUi(vlak)
        if not vlak.findChildren(QtWidgets.QWidget):
            raise Storing(f"Het formulier {naam.removeprefix('ui_')} is leeg.")
        vlak.deleteLater()
    if not namen:
        raise Storing("Er is geen enkel formulier.")
    return f"{len(namen)} formulieren"


def zie_schermen(omgeving: Omgeving) -> str:
    """The window opens at every place of the rail, on this kluis."""
    from gemeente_pga.ui.screens import SCREENS
    from gemeente_pga.ui.window import Window

    window = Window(omgeving, SCREENS)
    plaatsen = [soort.code for soort in SCREENS if soort.railicoon]
    for code in plaatsen:
        window.open(code)
        if window.scherm is None or window.scherm.code != code:
            raise Storing(f"Het scherm {code} gaat niet open.")
        window.grab()
    window.hide()
    return f"{len(plaatsen)} schermen geopend en getekend"


def zie_pdf(pdf: bytes, woord: str) -> str:
    """This PDF can be read and drawn, and says this word."""
    bladen = read_bladen(pdf)
    if not any(woord in blad.tekst for blad in bladen):
        raise Storing("De PDF is gemaakt, maar de tekst staat er niet in.")
    beeld = draw_blad(pdf, 0, 50)
    if len(set(beeld.pixels)) == 1:
        raise Storing("De PDF is gemaakt, maar de bladzijde is leeg.")
    return f"{len(pdf) // 1000} kB, teruggelezen en getekend"
