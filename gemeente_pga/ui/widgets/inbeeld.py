# SPDX-License-Identifier: EUPL-1.2
"""Scrolling a page so that one widget on it is seen, with the top of the page when both fit.

Hides that a page which is shown for the first time gets its sizes only after the event that shows it.
"""

from functools import partial

from PySide6 import QtCore, QtWidgets

_NAAST, _ONDER = 24, 48
_HERKENBAAR = 40  # so much of a tall field is enough
_ADEM, _LABEL = 8, 28  # below what is shown; the label above the field where somebody types
_BOVEN = 88  # room for its label, and for the heading of the card when it is the first field


def breng_in_beeld(deel: QtWidgets.QWidget) -> None:
    """Scroll the page around this widget now, and once more when its sizes are known."""
    rol = deel.parentWidget()
    while rol is not None and not isinstance(rol, QtWidgets.QScrollArea):
        rol = rol.parentWidget()
    if rol is not None:
        _rol(rol, deel)
        QtCore.QTimer.singleShot(0, deel, partial(_rol_na, rol, deel))


def toon_erbij(deel: QtWidgets.QWidget, bij: QtWidgets.QWidget) -> None:
    """Scroll on until this is seen, as far as `bij`, where somebody types, stays in sight; never back."""
    rol = deel.parentWidget()
    while rol is not None and not isinstance(rol, QtWidgets.QScrollArea):
        rol = rol.parentWidget()
    blad = rol.widget() if rol is not None else None
    if rol is None or blad is None or not blad.isAncestorOf(bij):
        return
    onder = deel.mapTo(blad, QtCore.QPoint(0, deel.height())).y() + _ADEM
    hoogstens = bij.mapTo(blad, QtCore.QPoint()).y() - _LABEL
    balk = rol.verticalScrollBar()
    balk.setValue(max(balk.value(), min(onder - rol.viewport().height(), hoogstens)))


def houd_focus_in_beeld(venster: QtWidgets.QWidget) -> None:
    """The page lost some of its height, or Tab came in: what has the focus is seen, if it was not."""
    deel = venster.focusWidget()
    if deel is not None and deel.visibleRegion().boundingRect().height() < min(deel.height(), _HERKENBAAR):
        breng_in_beeld(deel)


def _rol_na(rol: QtWidgets.QScrollArea, deel: QtWidgets.QWidget) -> None:
    """What was put on the page just now gets its place first."""
    QtCore.QCoreApplication.sendPostedEvents(None, QtCore.QEvent.Type.LayoutRequest.value)
    _rol(rol, deel)


def _rol(rol: QtWidgets.QScrollArea, deel: QtWidgets.QWidget) -> None:
    blad = rol.widget()
    if blad is None or not blad.isAncestorOf(deel):  # moved meanwhile
        return
    onder = deel.mapTo(blad, QtCore.QPoint(0, deel.height())).y() + _ONDER
    if onder <= rol.viewport().height():
        rol.verticalScrollBar().setValue(0)
    else:
        rol.ensureWidgetVisible(deel, _NAAST, _ONDER)
        balk = rol.verticalScrollBar()
        balk.setValue(min(balk.value(), deel.mapTo(blad, QtCore.QPoint()).y() - _BOVEN))
