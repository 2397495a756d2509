# SPDX-License-Identifier: EUPL-1.2
"""Where forms open one at a time, below the overview that leads to them; closing one keeps its typing."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.gevoelig import HINT_ELDERS
from gemeente_pga.ui import theme
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.widgets.groei import Groei
from gemeente_pga.ui.widgets.hint import attach_overal
from gemeente_pga.ui.widgets.paneel import Formulierpaneel, Ontwerp
from gemeente_pga.ui.widgets.tabvolgorde import focus_vorm


class Paneelplek(QtWidgets.QWidget):
    """At most one form. `gesloten` after it went, recorded or not."""

    gesloten = QtCore.Signal()

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__()
        self.omgeving = omgeving
        self.paneel: Formulierpaneel | None = None
        self._kolom = QtWidgets.QVBoxLayout(self)
        self._kolom.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def maak(self, titel: str, ontwerp: Ontwerp, *, naam: str, uitleg: str = "") -> Formulierpaneel:
        """A form that is not open yet: fill its lists, then call `open`."""
        paneel = Formulierpaneel(self.omgeving, titel, ontwerp, naam=naam, uitleg=uitleg)
        for veld in paneel.vorm.findChildren(QtWidgets.QPlainTextEdit):
            Groei(veld, 3)
        attach_overal(paneel.formulier, zin=HINT_ELDERS)
        return paneel

    def open(
        self,
        paneel: Formulierpaneel,
        concept: tuple[str, str],
        waarden: Mapping[str, object],
        beoordeel: Callable[[Mapping[str, object]], object],
        leg_vast: Callable[..., object],
    ) -> None:
        """Show this form in place of the one before it."""
        self.sluit()
        self.paneel = paneel
        paneel.stel_in(beoordeel, leg_vast)
        paneel.vastgelegd.connect(self.sluit)
        paneel.terug.connect(self.sluit)
        self._kolom.addWidget(paneel)
        paneel.toon(concept, waarden, alleen_lezen=False)
        theme.zet_iconen(paneel)
        self.show()
        focus_vorm(paneel.vorm)

    def sluit(self) -> None:
        """Back to the overview, with the focus at its first link or button."""
        if self.paneel is None:
            return
        focus = QtWidgets.QApplication.focusWidget()
        hier = focus is not None and self.isAncestorOf(focus)
        self.paneel.ruim_op()
        self.paneel = None
        self.hide()
        self.gesloten.emit()
        if hier:  # twice: what came on the page meanwhile shows itself first
            weer = partial(QtCore.QTimer.singleShot, 0, self, self._geef_focus_terug)
            QtCore.QTimer.singleShot(0, self, weer)

    def _geef_focus_terug(self) -> None:
        """Unless it has a place here already. Qt lets it go to whatever comes next, which is the rail."""
        ouder, focus = self.parentWidget(), QtWidgets.QApplication.focusWidget()
        if self.paneel is not None or ouder is None or not ouder.isVisible():
            return
        if focus is not None and ouder.isAncestorOf(focus):
            return
        doel = next((w for w in ouder.findChildren(QtWidgets.QWidget) if _neemt_focus(w)), None)
        if doel is not None:
            doel.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)


def _neemt_focus(widget: QtWidgets.QWidget) -> bool:
    return (
        widget.isVisible()
        and widget.isEnabled()
        and bool(widget.focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus)
        and not isinstance(widget, QtWidgets.QAbstractScrollArea)
    )
