# SPDX-License-Identifier: EUPL-1.2
"""The first start: the wizard from the first page to an open kluis, and the people in Inrichting."""

from collections.abc import Callable
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.oefencasus.bediening import Vastgelopen
from gemeente_pga.oefencasus.speler import GROOTTE, Speler, lees_invoer
from gemeente_pga.ui.poort.wizard import Wizard


def set_up(s: Speler) -> None:
    """A practice kluis, set up as if it were the real one."""
    wie = lees_invoer("dossiers")
    s.app.start(KluisSoort.OEFENKLUIS, leeg=True)
    wizard = s.app.poort
    if not isinstance(wizard, Wizard):
        raise Vastgelopen("de eerste start begint niet met de wizard")
    s.hand.top = wizard
    wizard.setWindowState(QtCore.Qt.WindowState.WindowNoState)
    wizard.resize(*GROOTTE)
    s.foto("eerste-start")
    s.hand.druk("Kluis inrichten")
    s.hand.vul(wie["gemeente"])
    s.hand.druk("Volgende")
    s.hand.vul(wie["gebruiker"])
    s.hand.druk("Volgende")
    for partij in ("onderwijs", "lse"):
        s.hand.klik(s.hand.zie(QtWidgets.QCheckBox, f"{partij}CheckBox"))
    s.foto("partners")
    s.hand.druk("Volgende")
    s.hand.druk("Volgende")
    s.wachtzin = s.hand.zie(QtWidgets.QLineEdit, "wachtzinLineEdit").text()
    s.hand.schrijf(s.hand.zie(QtWidgets.QLineEdit, "herhaalLineEdit"), s.wachtzin)
    s.hand.druk("Volgende")
    _type_back(s)
    s.hand.druk("Volgende")
    s.hand.druk("Kluis openen")
    s.hand.wacht(lambda: s.app.window is not None, "de kluis gaat open")
    s.hand.top = s.window
    s.app.waken.slotwacht.stop()  # nobody leaves this desk
    s.hand.rust()
    s.stap("Kluis ingericht voor Gemeente Waterhoven: wachtzin gekozen, herstelcode overgenomen.")


def introduce_partners(s: Speler) -> None:
    """Who speaks for each partner, from Inrichting: with function and mandate."""
    s.hand.toets("Ctrl+7")
    s.scherm("inrichting")
    s.hand.tab("Partners")
    for partij in lees_invoer("dossiers")["partij"]:
        s.hand.kies_rij(s.hand.lijst("Partners"), _of_kind(partij["soort"]))
        velden = {v: partij[v] for v in ("naam", "contactpersoon", "functie", "mandaat") if v in partij}
        s.hand.vul(velden)
        s.hand.druk("Partner vastleggen")
    s.foto("inrichting-partners")
    s.stap("Partners aangevuld: wie spreekt voor wie, met functie en mandaat.")


def _type_back(s: Speler) -> None:
    """The herstelcode is on paper; two groups of it are asked back."""
    blad = QtGui.QTextDocument()
    blad.setHtml(s.hand.zie(QtWidgets.QLabel, "codeLabel").text())
    woorden = blad.toPlainText().split()
    groepen = dict(zip(woorden[::2], woorden[1::2], strict=True))
    s.hand.klik(s.hand.zie(QtWidgets.QPushButton, "overgenomenPushButton"))
    for naam in ("eerste", "tweede"):
        nummer = s.hand.zie(QtWidgets.QLabel, f"{naam}Label").text().replace("&", "").split()[-1]
        s.hand.schrijf(s.hand.zie(QtWidgets.QLineEdit, f"{naam}LineEdit"), groepen[nummer])


def _of_kind(soort: str) -> Callable[[Any], bool]:
    return lambda rij: bool(rij.partij.soort == soort)
