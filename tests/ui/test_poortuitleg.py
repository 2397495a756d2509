# SPDX-License-Identifier: EUPL-1.2
"""F1 before the kluis is open: at the first start, step by step, and at the unlock page, while typing."""

from PySide6 import QtCore, QtWidgets

from gemeente_pga.ui.poort.ontgrendelen import Ontgrendelen
from gemeente_pga.ui.poort.uitleg import Uitleg
from gemeente_pga.ui.poort.wizard import Wizard
from gemeente_pga.ui.wegwijzer import gids
from tests.ui.toestel import Toestel

F1 = QtCore.Qt.Key.Key_F1


def _uitleg(poort: QtWidgets.QWidget) -> Uitleg:
    uitleg = poort.findChild(Uitleg)
    assert isinstance(uitleg, Uitleg)
    return uitleg


def test_each_page_of_the_first_start_has_its_guidance(toestel: Toestel) -> None:
    wizard = toestel.start().poort
    assert isinstance(wizard, Wizard)
    uitleg = _uitleg(wizard)
    gezien = {uitleg.sleutel}
    for blad in (*wizard._stappen, wizard.terugzetten):
        wizard._toon(blad)
        gezien.add(uitleg.sleutel)
    assert gezien <= set(gids())
    assert {"eerste_start", "kluis_wachtzin", "kluis_sleutels", "backup", "herstel"} <= gezien


def test_f1_at_the_unlock_page_leaves_what_is_typed(toestel: Toestel) -> None:
    eerste = toestel.start()
    toestel.doorloop_wizard(eerste)
    eerste.sluit()
    poort = toestel.start().poort
    assert isinstance(poort, Ontgrendelen)
    poort.activateWindow()
    toestel.qtbot.waitUntil(poort.isActiveWindow)
    regel = poort.ui.wachtzinLineEdit
    toestel.qtbot.keyClicks(regel, "half getypt")
    toestel.qtbot.keyClick(regel, F1)
    paneel = _uitleg(poort).paneel
    assert paneel is not None
    assert paneel.isVisible()
    assert paneel.sleutel == "kluis_openen"
    assert poort.focusWidget() is regel
    assert regel.text() == "half getypt"
    assert paneel.geometry().right() <= poort.width()
    toestel.qtbot.keyClick(regel, F1)
    assert paneel.isHidden()
