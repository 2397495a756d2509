# SPDX-License-Identifier: EUPL-1.2
"""A walk over every screen of a full practice kluis, with Tab and through the tree that a screen reader sees.

python -m pytest -s tests/ui/test_rondgang.py prints how much was walked.
"""

import re
from collections import Counter
from collections.abc import Iterator

from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.ui.window import Window
from tests.ui.alle_schermen import plekken
from tests.ui.test_toegankelijk import boom_van, naamloos

_MEESTE = 600  # presses of Tab on one screen


def test_every_screen_has_names_and_labels(vol: Window) -> None:
    gezien = 0
    for plek in plekken(vol):
        vol.open(*plek)
        assert vol.scherm is not None
        assert naamloos(vol) == [], plek
        gezien += sum(1 for _ in boom_van(vol))
        kiezers = [k for k in vol.scherm.findChildren(QtWidgets.QComboBox) if k.isVisible()]
        assert [k.objectName() for k in kiezers if not k.accessibleName()] == [], plek
    print(f"\n{gezien} elements in the tree, 0 without a name")
    assert gezien > 10_000


def test_tab_gets_everywhere_and_what_has_the_focus_is_seen(vol: Window, qtbot: QtBot) -> None:
    stappen = schermen = 0
    for plek in plekken(vol):
        vol.open(*plek)
        assert vol.scherm is not None
        qtbot.waitUntil(lambda: not vol.omgeving.worker.bezig)  # pages that are being made
        QtWidgets.QApplication.processEvents()
        QtCore.QCoreApplication.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete.value)
        if vol.focusWidget() is None:
            vol.scherm.eerste_focus()
        gelopen = list(_walk(vol, qtbot))
        assert [_name(deel) for deel in gelopen if not _is_seen(deel)] == [], plek
        bereikt = {deel for deel, _ in gelopen}
        assert [_name((deel, 0)) for deel in _tab_stops(vol.scherm) if deel not in bereikt] == [], plek
        stappen, schermen = stappen + len(gelopen), schermen + 1
    print(f"\n{stappen} steps with Tab over {schermen} screens, 0 traps, 0 out of sight")
    assert stappen > 2_000


def test_no_letter_with_alt_means_two_things_on_a_screen(vol: Window) -> None:
    for plek in plekken(vol):
        vol.open(*plek)
        letters = Counter(letter for tekst in _alt_texts(vol) if (letter := _letter(tekst)))
        dubbel = [tekst for tekst in _alt_texts(vol) if letters[_letter(tekst)] > 1]
        assert dubbel == [], plek
        assert all(letter.isascii() for letter in letters), (plek, letters)


def _walk(vol: Window, qtbot: QtBot) -> Iterator[tuple[QtWidgets.QWidget, int]]:
    """What Tab comes to until it is back, each with the height of it that is seen at that moment."""
    begin = vol.focusWidget()  # where somebody is put; perhaps no stop of Tab, as the second of two choices
    assert begin is not None
    qtbot.keyClick(begin, QtCore.Qt.Key.Key_Tab)
    eerste = vol.focusWidget()
    zelfde = 0
    for _ in range(_MEESTE):
        deel = vol.focusWidget()
        assert deel is not None
        QtWidgets.QApplication.processEvents()
        yield deel, deel.visibleRegion().boundingRect().height()
        qtbot.keyClick(deel, QtCore.Qt.Key.Key_Tab)
        zelfde = zelfde + 1 if vol.focusWidget() is deel else 0
        koppelingen = deel.text().count("<a ") if isinstance(deel, QtWidgets.QLabel) else -1
        assert zelfde <= koppelingen + 1, f"Tab does not leave {_name((deel, 0))}"
        if vol.focusWidget() is eerste:
            return
    rest = []
    for _ in range(12):
        deel = vol.focusWidget()
        assert deel is not None
        rest.append(_name((deel, 0)))
        qtbot.keyClick(deel, QtCore.Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never came round: {_name((begin, 0))}, {rest}")


def _is_seen(stap: tuple[QtWidgets.QWidget, int]) -> bool:
    deel, hoogte = stap
    # A page that can be read with the arrows is covered by what stands on it.
    return isinstance(deel, QtWidgets.QAbstractScrollArea) or hoogte > 0


def _tab_stops(scherm: QtWidgets.QWidget) -> Iterator[QtWidgets.QWidget]:
    """What must be reached: a group of radio buttons is one stop, and so is a field with a part inside."""
    for deel in scherm.findChildren(QtWidgets.QWidget):
        tab = deel.focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus
        los = deel.focusProxy() is None and not isinstance(deel, QtWidgets.QRadioButton)
        if tab and los and deel.isVisible() and deel.isEnabled():
            yield deel


def _alt_texts(vol: Window) -> Iterator[str]:
    for balk in vol.findChildren(QtWidgets.QMenuBar):
        yield from (actie.text() for actie in balk.actions())
    for knop in vol.findChildren(QtWidgets.QAbstractButton):
        if knop.isVisible():
            yield knop.text()
    for label in vol.findChildren(QtWidgets.QLabel):
        if label.isVisible() and label.buddy() is not None:
            yield label.text()
    for tabs in vol.findChildren(QtWidgets.QTabBar):
        if tabs.isVisible():
            yield from (tabs.tabText(n) for n in range(tabs.count()) if tabs.isTabVisible(n))


def _letter(tekst: str) -> str:
    gevonden = re.search(r"&(\w)", tekst.replace("&&", ""))
    return gevonden[1].lower() if gevonden else ""


def _name(stap: tuple[QtWidgets.QWidget, int]) -> str:
    deel = stap[0]
    return f"{type(deel).__name__} {deel.objectName() or deel.accessibleName()}"
