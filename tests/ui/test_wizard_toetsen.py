# SPDX-License-Identifier: EUPL-1.2
"""The first start with keys only: on no page does one letter stand for two things."""

from collections import Counter
from pathlib import Path

from PySide6 import QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.sleutels import Herstelblad
from gemeente_pga.ui.poort.wizard import Wizard
from gemeente_pga.ui.worker import Worker
from tests.ui_hulp import VANDAAG, lichte_dienst


def dubbel(venster: QtWidgets.QWidget) -> list[str]:
    """The letters with Alt that more than one visible button or label has."""
    teksten = [knop.text() for knop in venster.findChildren(QtWidgets.QAbstractButton) if knop.isVisible()]
    teksten += [
        regel.text()
        for regel in venster.findChildren(QtWidgets.QLabel)
        if regel.isVisible() and regel.buddy() is not None
    ]
    toetsen = Counter(QtGui.QKeySequence.mnemonic(tekst).toString() for tekst in teksten)
    return [toets for toets, n in toetsen.items() if toets and n > 1]


def test_no_letter_stands_for_two_things(
    qtbot: QtBot, huisstijl: None, tmp_path: Path, echt_kader: Kader
) -> None:
    wizard = Wizard(lichte_dienst(tmp_path), Worker(None), echt_kader, VANDAAG)
    qtbot.addWidget(wizard)
    wizard.resize(1366, 740)
    wizard.show()
    wizard.herstelcode.zet_blad(Herstelblad("-".join(["12345"] * 8), "", ""))
    gezien = {"begin": dubbel(wizard)}
    for blad in wizard._stappen:
        wizard._toon(blad)
        gezien[blad.kort] = dubbel(wizard)
    wizard._toon(wizard.herstelcode)
    wizard.herstelcode.ui.overgenomenPushButton.click()
    gezien["overtypen"] = dubbel(wizard)
    assert gezien == {naam: [] for naam in gezien}
