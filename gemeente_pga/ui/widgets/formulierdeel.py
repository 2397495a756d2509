# SPDX-License-Identifier: EUPL-1.2
"""Small helpers around a Formulier: read-only, and tick boxes made from data that act as one text field."""

from collections.abc import Callable, Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.ui.form import Code, Formulier, vul_keuzes
from gemeente_pga.ui.widgets.keuzegroep import KeuzeGroep
from gemeente_pga.ui.widgets.stroom import StroomLayout
from gemeente_pga.ui.widgets.vast import zet_vast


def zet_alleen_lezen(formulier: Formulier, aan: bool) -> None:
    """Let the fields of this form be read but not changed; for the FG they stay so."""
    for naam in formulier.velden():
        zet_vast(formulier.widget(naam), aan or formulier.op_slot)


def vul_eens(widget: QtWidgets.QComboBox | KeuzeGroep, codes: Sequence[Code]) -> None:
    """Fill with this list of the kader, unless it is filled with it: making buttons anew is not typing."""
    vingerafdruk = "|".join(f"{code.code}={code.naam}" for code in codes)
    if widget.property("gevuld_met") != vingerafdruk:
        widget.setProperty("gevuld_met", vingerafdruk)
        vul_keuzes(widget, codes)


class Vinkje(QtWidgets.QCheckBox):
    """A tick box in a column: words that do not fit end in an ellipsis, and do not widen the page."""

    def __init__(self, tekst: str, parent: QtWidgets.QWidget) -> None:
        super().__init__(tekst, parent)
        breed, hoog = QtWidgets.QSizePolicy.Policy.Ignored, QtWidgets.QSizePolicy.Policy.Fixed
        self.setSizePolicy(breed, hoog)
        self.setToolTip(tekst.replace("&&", "&"))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """The box, and as many words as there is room for."""
        del event
        opties = QtWidgets.QStyleOptionButton()
        self.initStyleOption(opties)
        ruimte = (
            self.style().subElementRect(QtWidgets.QStyle.SubElement.SE_CheckBoxContents, opties, self).width()
        )
        eind = QtCore.Qt.TextElideMode.ElideRight
        opties.text = self.fontMetrics().elidedText(
            self.text(), eind, ruimte, int(QtCore.Qt.TextFlag.TextShowMnemonic.value)
        )
        schilder = QtWidgets.QStylePainter(self)
        schilder.drawControl(QtWidgets.QStyle.ControlElement.CE_CheckBox, opties)


class Vinkjes(QtCore.QObject):
    """Tick boxes for ids, kept in step with a hidden text field of a Formulier: so they are concept too."""

    def __init__(self, vak: QtWidgets.QWidget, veld: QtWidgets.QLineEdit, *, kolom: bool = False) -> None:
        super().__init__(vak)
        self._vak = vak
        self._veld = veld
        self._kolom = kolom
        self._vinkjes: dict[str, QtWidgets.QCheckBox] = {}
        veld.hide()
        veld.textChanged.connect(self._volg)

    def toon(self, keuzes: Sequence[tuple[int | str, str]]) -> None:
        """Make a box for each (id, words); what was ticked stays ticked."""
        nieuw = {str(sleutel): tekst for sleutel, tekst in keuzes}
        if {s: v.text() for s, v in self._vinkjes.items()} == nieuw:
            return
        for vinkje in self._vinkjes.values():
            vinkje.deleteLater()
        indeling = self._vak.layout()
        if indeling is None:
            indeling = QtWidgets.QVBoxLayout(self._vak) if self._kolom else StroomLayout(self._vak)
            indeling.setContentsMargins(0, 0, 0, 0)
        while indeling.takeAt(0) is not None:
            pass
        self._vinkjes = {}
        for sleutel, tekst in nieuw.items():
            vinkje = (Vinkje if self._kolom else QtWidgets.QCheckBox)(tekst, self._vak)
            vinkje.setObjectName(f"vinkje_{sleutel}")
            vinkje.toggled.connect(self._getikt)
            indeling.addWidget(vinkje)
            self._vinkjes[sleutel] = vinkje
        self._volg()

    def gekozen(self) -> tuple[str, ...]:
        """The ids that are ticked, in the order of the boxes."""
        return tuple(sleutel for sleutel, vinkje in self._vinkjes.items() if vinkje.isChecked())

    def ids(self) -> tuple[int, ...]:
        """The same as numbers."""
        return tuple(int(sleutel) for sleutel in self.gekozen())

    def zet_alleen_lezen(self, aan: bool) -> None:
        """Let the boxes be read but not changed."""
        for vinkje in self._vinkjes.values():
            vinkje.setEnabled(not aan)

    def _getikt(self) -> None:
        self._veld.setText(",".join(self.gekozen()))

    def _volg(self) -> None:
        aan = set(self._veld.text().split(","))
        for sleutel, vinkje in self._vinkjes.items():
            stil = vinkje.blockSignals(True)
            vinkje.setChecked(sleutel in aan)
            vinkje.blockSignals(stil)


def snelvastleggen(widget: QtWidgets.QWidget, doe: Callable[[], object], tekst: str) -> QtGui.QAction:
    """Ctrl+Enter anywhere in this part records it."""
    actie = QtGui.QAction(tekst, widget)
    actie.setShortcuts([QtGui.QKeySequence("Ctrl+Return"), QtGui.QKeySequence("Ctrl+Enter")])
    actie.setShortcutContext(QtCore.Qt.ShortcutContext.WidgetWithChildrenShortcut)
    actie.triggered.connect(doe)
    widget.addAction(actie)
    return actie
