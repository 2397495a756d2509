# SPDX-License-Identifier: EUPL-1.2
"""A choice of one out of a few, all in sight: radio buttons made from codes. Starts with nothing chosen."""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from gemeente_pga.ui.widgets.stroom import StroomLayout


class KeuzeGroep(QtWidgets.QWidget):
    """Radio buttons in a row that wraps, or below each other when property `kolom` is true."""

    gewijzigd = QtCore.Signal()

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._groep = QtWidgets.QButtonGroup(self)
        self._groep.setExclusive(True)
        self._groep.buttonToggled.connect(self._is_gewijzigd)
        self._keuzes: list[tuple[str | int, str]] = []
        self._codes: list[str | int] = []
        self._kolom = False

    def kolom(self) -> bool:
        """True when the choices stand below each other."""
        return self._kolom

    def zet_kolom(self, kolom: bool) -> None:
        """Below each other instead of in a row; call before the choices are filled."""
        self._kolom = kolom

    def vul(self, keuzes: Sequence[tuple[str | int, str]]) -> None:
        """Make a button for each choice; what was chosen stays chosen if it is still there."""
        if list(keuzes) == self._keuzes:
            return  # whoever has the focus in here keeps it
        self._keuzes = list(keuzes)
        was = self.waarde()
        for knop in self._groep.buttons():
            self._groep.removeButton(knop)
            knop.hide()
            knop.deleteLater()
        self._codes = [code for code, _ in keuzes]
        indeling = self._verse_indeling()
        for n, (_, tekst) in enumerate(keuzes):
            knop = QtWidgets.QRadioButton(tekst.replace("&", "&&"), self)
            knop.setAccessibleName(tekst)
            self._groep.addButton(knop, n)
            indeling.addWidget(knop)
        self._zet_tabvolgorde()
        self.zet(was)

    def waarde(self) -> str | int:
        """The chosen code; "" when nothing is chosen."""
        n = self._groep.checkedId()
        return self._codes[n] if n >= 0 else ""

    def zet(self, waarde: object) -> None:
        """Choose this code; a code that is not in the list, or "", chooses nothing."""
        gekozen = self._groep.checkedButton()
        if waarde in self._codes:
            self._groep.button(self._codes.index(waarde)).setChecked(True)
        elif gekozen is not None:
            self._groep.setExclusive(False)
            gekozen.setChecked(False)
            self._groep.setExclusive(True)
            self.setFocusProxy(self._groep.buttons()[0])  # the next question does not begin at this answer
            self.gewijzigd.emit()

    def knoppen(self) -> list[QtWidgets.QAbstractButton]:
        """The radio buttons, in the order of the choices."""
        return self._groep.buttons()

    def codes(self) -> list[str | int]:
        """The codes, in the order of the buttons."""
        return list(self._codes)

    def _zet_tabvolgorde(self) -> None:
        """New buttons come last in the window's Tab order; put them where this group stands."""
        self.setFocusProxy(None)  # type: ignore[arg-type]  # that is how Qt takes it away
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)  # else the group has no place to put them behind
        vorige: QtWidgets.QWidget = self
        for knop in self._groep.buttons():
            QtWidgets.QWidget.setTabOrder(vorige, knop)
            vorige = knop
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        if self._groep.buttons():
            self.setFocusProxy(self._groep.buttons()[0])

    def _is_gewijzigd(self, knop: QtWidgets.QAbstractButton, aan: bool) -> None:
        if aan:
            self.setFocusProxy(knop)
            self.gewijzigd.emit()

    def _verse_indeling(self) -> QtWidgets.QLayout:
        indeling = self.layout()
        if indeling is None:
            indeling = QtWidgets.QVBoxLayout(self) if self._kolom else StroomLayout(self)
            indeling.setContentsMargins(0, 0, 0, 0)
            return indeling
        while indeling.takeAt(0) is not None:
            pass
        return indeling
