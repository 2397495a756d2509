# SPDX-License-Identifier: EUPL-1.2
"""F1 before the kluis is open: the Wegwijzer at the side of the page. Loaded when it is asked for."""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

if TYPE_CHECKING:
    from gemeente_pga.ui.wegwijzer import Wegwijzerpaneel

# The page by its class, or the step of the wizard -> the guidance.
_SLEUTEL = {
    "Wizard": "eerste_start",
    "WachtzinBlad": "kluis_wachtzin",
    "HerstelcodeBlad": "kluis_sleutels",
    "BackupBlad": "backup",
    "TerugzetBlad": "herstel",
    "GemeenteBlad": "inrichting_gemeente",
    "PartnersBlad": "inrichting_partners",
    "KaderBlad": "inrichting_kader",
    "Ontgrendelen": "kluis_openen",
}


class Uitleg(QtCore.QObject):
    """Belongs to one page; shows and hides the panel."""

    def __init__(self, poort: QtWidgets.QWidget) -> None:
        super().__init__(poort)
        self._poort = poort
        self.paneel: Wegwijzerpaneel | None = None
        QtGui.QShortcut(QtGui.QKeySequence("F1"), poort).activated.connect(self.wissel)
        poort.installEventFilter(self)

    @property
    def sleutel(self) -> str:
        """What the page is about now."""
        blad = getattr(self._poort, "blad", None)
        return _SLEUTEL.get(type(blad).__name__) or _SLEUTEL.get(type(self._poort).__name__, "herstel")

    def wissel(self) -> None:
        """Fold the guidance out, or away. The cursor stays where it is."""
        if self.paneel is None:
            from gemeente_pga.ui.wegwijzer import Wegwijzerpaneel

            self.paneel = Wegwijzerpaneel()
            self.paneel.setParent(self._poort)
            self.paneel.hide()
        self.paneel.toon(self.sleutel)
        self._schik()
        self.paneel.setVisible(self.paneel.isHidden())
        self.paneel.raise_()

    def eventFilter(self, bron: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """The panel keeps to the right side."""
        if event.type() == QtCore.QEvent.Type.Resize:
            self._schik()
        return super().eventFilter(bron, event)

    def _schik(self) -> None:
        if self.paneel is not None:
            breed = self.paneel.width()
            self.paneel.setGeometry(self._poort.width() - breed, 0, breed, self._poort.height())
