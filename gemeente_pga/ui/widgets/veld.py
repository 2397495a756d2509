# SPDX-License-Identifier: EUPL-1.2
"""What stands around an input field: its help above or below it, and the sentence that says what is wrong.

Hides that a field taken from a Designer form is put into a small box of its own, in the same place.
"""

from PySide6 import QtCore, QtWidgets

from gemeente_pga.ui import theme

ZINPLEK = "standaardzin"  # property of a field in forms/: which sentences are offered there


class Veld(QtWidgets.QWidget):
    """An input with its help line and its fault line."""

    def __init__(self, invoer: QtWidgets.QWidget) -> None:
        super().__init__()
        self.invoer = invoer
        self.naam = self.label = ""  # of the field, and what stands beside it
        self._hulp = str(invoer.property("hulp") or "")
        self._hulplabel: QtWidgets.QLabel | None = None
        self.gebreklabel = QtWidgets.QLabel(self)
        self.gebreklabel.setProperty("rol", "gebrek")
        self.gebreklabel.setWordWrap(True)
        self.gebreklabel.hide()
        if isinstance(invoer, QtWidgets.QSpinBox):
            geef_ruimte(invoer)
        beleid = invoer.sizePolicy()
        if beleid.verticalPolicy() == QtWidgets.QSizePolicy.Policy.Fixed:
            beleid.setVerticalPolicy(QtWidgets.QSizePolicy.Policy.Minimum)  # the lines below it may wrap
        self.setSizePolicy(beleid)

    @property
    def hulp(self) -> str:
        """The line that stands below the input, or ""."""
        return self._hulp

    @property
    def melding(self) -> str:
        """The sentence that is shown now, or ""."""
        return "" if self.gebreklabel.isHidden() else self.gebreklabel.text()

    def toon_gebrek(self, melding: str) -> None:
        """Mark the field and say what is wrong with it; "" takes the mark away."""
        self.gebreklabel.setText(melding)
        self.gebreklabel.setVisible(bool(melding))
        theme.zet_eigenschap(self.invoer, "gebrek", bool(melding))
        self.invoer.setAccessibleDescription(melding or self._hulp)

    def vul_indeling(self) -> None:
        """Take the input in, once this box stands in its place."""
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(theme.RUIMTE[0])
        indeling.addWidget(self.invoer)
        if self._hulp:
            self._hulplabel = QtWidgets.QLabel(self._hulp, self)
            self._hulplabel.setProperty("rol", "hulp")
            self._hulplabel.setWordWrap(True)
            indeling.addWidget(self._hulplabel)
            self.invoer.setAccessibleDescription(self._hulp)
        indeling.addWidget(self.gebreklabel)

    def zet_onder(self, regel: QtWidgets.QWidget) -> None:
        """Put this line below the input and its help."""
        indeling = self.layout()
        if isinstance(indeling, QtWidgets.QVBoxLayout):
            indeling.insertWidget(indeling.indexOf(self.gebreklabel), regel)

    def zet_knop(self, knop: QtWidgets.QWidget) -> None:
        """Put this at the right, below the input, beside its help."""
        indeling = self.layout()
        if not isinstance(indeling, QtWidgets.QVBoxLayout):
            return
        voet = QtWidgets.QHBoxLayout()  # only where there is a button: a row in a column hides its best width
        if self._hulplabel is not None:
            indeling.removeWidget(self._hulplabel)
            voet.addWidget(self._hulplabel, 1)
        else:
            voet.addStretch(1)
        boven = QtCore.Qt.AlignmentFlag.AlignTop | QtCore.Qt.AlignmentFlag.AlignRight
        voet.addWidget(knop, 0, boven)
        indeling.insertLayout(indeling.indexOf(self.invoer) + 1, voet)


def geef_ruimte(getal: QtWidgets.QSpinBox) -> None:
    """Keep the number off the edge: the padding of the style sheet does not reach the line inside."""
    getal.lineEdit().setTextMargins(theme.RUIMTE[1], 0, 0, 0)


def veld_van(widget: QtWidgets.QWidget | None) -> Veld | None:
    """The field that this widget is in, or None."""
    while widget is not None and not isinstance(widget, Veld):
        widget = widget.parentWidget()
    return widget


def omkleed(invoer: QtWidgets.QWidget) -> Veld:
    """Put this input into a Veld, at the place in the layout where it stands."""
    ouder = invoer.parentWidget()
    verborgen = invoer.isHidden() and invoer.testAttribute(
        QtCore.Qt.WidgetAttribute.WA_WState_ExplicitShowHide
    )
    veld = Veld(invoer)
    indeling = ouder.layout() if ouder is not None else None
    if indeling is not None:
        indeling.replaceWidget(invoer, veld)
    veld.vul_indeling()
    if verborgen:
        veld.hide()
    invoer.show()
    return veld


def label_van(invoer: QtWidgets.QWidget, root: QtWidgets.QWidget) -> QtWidgets.QLabel | None:
    """The label that has this input as its buddy."""
    return next((label for label in root.findChildren(QtWidgets.QLabel) if label.buddy() is invoer), None)
