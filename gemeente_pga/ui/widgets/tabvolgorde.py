# SPDX-License-Identifier: EUPL-1.2
"""The first thing in a part of the window that Tab reaches.

Looks among the parts themselves, never along Qt's own focus chain: PySide makes what nextInFocusChain() and
previousInFocusChain() give a child of what was asked, so that the window goes with the first label that does.
"""

from PySide6 import QtCore, QtWidgets

from gemeente_pga.ui.widgets.inbeeld import breng_in_beeld


def eerste_met_tab(binnen: QtWidgets.QWidget, *, lijsten: bool = True) -> QtWidgets.QWidget | None:
    """The first input or button below this widget, in the order in which they were made; or list."""
    for widget in binnen.findChildren(QtWidgets.QWidget):
        if (
            widget.focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus
            and widget.isEnabled()
            and widget.isVisibleTo(binnen)
            and not isinstance(widget, QtWidgets.QScrollArea)
            and (lijsten or not isinstance(widget, QtWidgets.QAbstractItemView))
        ):
            return widget
    return None


def focus_eerste_veld(binnen: QtWidgets.QWidget) -> bool:
    """Put the focus on the first field of a form; a field with its label is made after the buttons."""
    for widget in binnen.findChildren(QtWidgets.QWidget):
        if (
            widget.focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus
            and widget.isEnabled()
            and widget.isVisibleTo(binnen)
            and not isinstance(widget, QtWidgets.QPushButton | QtWidgets.QScrollArea)
        ):
            widget.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
            return True
    return False


def focus_vorm(vorm: QtWidgets.QWidget) -> None:
    """Put the focus where typing begins, in sight; a form to read only has no field: then it is a button."""
    if not focus_eerste_veld(vorm):
        focus_eerste(vorm)
    widget = vorm.focusWidget()
    if widget is not None:
        breng_in_beeld(widget)


def focus_eerste(binnen: QtWidgets.QWidget, *, lijsten: bool = True) -> bool:
    """Put the focus there; False when there is nothing. A list chooses a row when it gets the focus."""
    widget = eerste_met_tab(binnen, lijsten=lijsten)
    if widget is None:
        return False
    widget.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
    return True
