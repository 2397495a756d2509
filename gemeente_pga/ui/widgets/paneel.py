# SPDX-License-Identifier: EUPL-1.2
"""One form about one thing, with its button: a card that opens in place of an overview, or stands on a page.

What is typed is concept until it is recorded.
"""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import Formulier
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.widgets.formulierdeel import zet_alleen_lezen
from gemeente_pga.ui.widgets.kaart import Kaart


class Ontwerp(Protocol):
    """A compiled form."""

    def setupUi(self, Form: QtWidgets.QWidget, /) -> None:  # noqa: N803 - the name that uic gives it
        """Build the widgets."""


class Formulierpaneel(Kaart):
    """A card with a form. `vastgelegd` after it was recorded, `terug` when the user leaves without."""

    vastgelegd = QtCore.Signal()
    terug = QtCore.Signal()

    def __init__(
        self,
        omgeving: Omgeving,
        titel: str,
        ontwerp: Ontwerp,
        *,
        naam: str,
        knop: str = "",
        uitleg: str = "",
        met_terug: bool = True,
    ) -> None:
        super().__init__(titel)
        self.omgeving = omgeving
        self.naam = naam
        self.ui = ontwerp
        self._concept: tuple[str, str] | None = None
        self._beoordeel: Callable[[Mapping[str, object]], object] = lambda invoer: invoer
        self._leg_vast: Callable[[Any, tuple[str, str]], object] = lambda _waarde, _concept: None
        if uitleg:
            label = QtWidgets.QLabel(uitleg, self)
            label.setProperty("rol", "stil")
            label.setWordWrap(True)
            self.inhoud.addWidget(label)
        self.vorm = vorm_van(ontwerp)
        self.formulier = Formulier(self.vorm, omgeving)
        for veld in self.formulier.velden():
            widget = self.formulier.widget(veld)
            widget.setObjectName(f"{naam}_{widget.objectName()}")
        self.inhoud.addWidget(self.vorm)
        self.vastlegknop = self._maak_knop(ontwerp, knop)
        self.vastlegknop.setObjectName(f"{naam}_vastleggen")
        theme.zet_icoon(self.vastlegknop, "check")
        self.vastlegknop.clicked.connect(lambda _aan=False: self.leg_vast())
        if met_terug:
            terug = QtWidgets.QPushButton("Terug", self)
            terug.setToolTip("Sluit dit formulier. Wat u typte, blijft bewaard.")
            terug.setProperty("rol", "plat")
            theme.zet_icoon(terug, "arrow-left")
            terug.clicked.connect(self._ga_terug)
            self._zet_ernaast(terug)
        for toetsen in ("Ctrl+Return", "Ctrl+Enter"):
            snel = QtGui.QShortcut(QtGui.QKeySequence(toetsen), self)
            snel.setContext(QtCore.Qt.ShortcutContext.WidgetWithChildrenShortcut)
            snel.activated.connect(self.leg_vast)

    def stel_in(
        self,
        beoordeel: Callable[[Mapping[str, object]], object],
        leg_vast: Callable[[Any, tuple[str, str]], object],
    ) -> None:
        """How the typing is judged, and the act that records it (with the concept to discard)."""
        self._beoordeel, self._leg_vast = beoordeel, leg_vast

    def toon(self, concept: tuple[str, str], waarden: Mapping[str, object], *, alleen_lezen: bool) -> None:
        """Show what is recorded, and over it what was typed and not recorded. Never loses typing."""
        self._concept = concept
        self.formulier.zet_concept(None if alleen_lezen else concept)
        if not self.formulier.vuil:
            self.formulier.vul(waarden)
            if not alleen_lezen:
                self.formulier.herstel_concept()
        zet_alleen_lezen(self.formulier, alleen_lezen)
        self.vastlegknop.setVisible(not alleen_lezen)

    def leg_vast(self) -> None:
        """Judge what was typed, and record it or say what is wrong."""
        if self.vastlegknop.isHidden() or self._concept is None:
            return
        uitkomst = self.formulier.beoordeel(self._beoordeel)
        if uitkomst is None:
            return
        try:
            with self.formulier.wordt_vastgelegd():
                self._leg_vast(uitkomst, self._concept)
        except Storing as storing:
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return
        self.vastgelegd.emit()

    def ruim_op(self) -> None:
        """Away with the card; what was typed stays concept. Hidden first: Qt deletes it only later."""
        self.formulier.bewaar_concept()
        self.hide()
        self.deleteLater()

    def _ga_terug(self) -> None:
        self.formulier.bewaar_concept()
        self.terug.emit()

    def _maak_knop(self, ontwerp: Ontwerp, tekst: str) -> QtWidgets.QPushButton:
        """The button of the form itself, or one below it."""
        knop = getattr(ontwerp, "vastleggenPushButton", None)
        if isinstance(knop, QtWidgets.QPushButton):
            return knop
        knop = QtWidgets.QPushButton(tekst, self)
        knop.setProperty("rol", "primair")
        rij = QtWidgets.QHBoxLayout()
        rij.setSpacing(theme.RUIMTE[1])
        rij.addWidget(knop)
        rij.addStretch(1)
        self.inhoud.addLayout(rij)
        return knop

    def _zet_ernaast(self, knop: QtWidgets.QPushButton) -> None:
        """Beside the button that records; below it where that one does not stand in a row."""
        rij = _rij_van(self.vastlegknop, self.inhoud) or _rij_van(self.vastlegknop, self.vorm.layout())
        if rij is None:
            self.inhoud.addWidget(knop, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        else:
            rij.insertWidget(rij.indexOf(self.vastlegknop) + 1, knop)
            QtWidgets.QWidget.setTabOrder(self.vastlegknop, knop)


def _rij_van(knop: QtWidgets.QWidget, binnen: QtWidgets.QLayout | None) -> QtWidgets.QHBoxLayout | None:
    """The row in this layout in which the button stands."""
    if binnen is None:
        return None
    if binnen.indexOf(knop) >= 0:
        return binnen if isinstance(binnen, QtWidgets.QHBoxLayout) else None
    delen = (binnen.itemAt(n) for n in range(binnen.count()))
    rijen = (_rij_van(knop, deel.layout()) for deel in delen if deel is not None)
    return next((rij for rij in rijen if rij is not None), None)


def vorm_van(ontwerp: Ontwerp) -> QtWidgets.QWidget:
    """The widgets of a compiled form, with a form of their own."""
    vorm = QtWidgets.QWidget()
    vorm.setProperty("eigen_formulier", True)
    ontwerp.setupUi(vorm)
    for keuze in vorm.findChildren(QtWidgets.QComboBox):  # a long choice may not push the page out of sight
        keuze.setSizeAdjustPolicy(QtWidgets.QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        keuze.setMinimumContentsLength(10)
    return vorm
