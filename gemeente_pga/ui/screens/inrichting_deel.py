# SPDX-License-Identifier: EUPL-1.2
"""A tab of Inrichting, or of a screen like it: cards with a form and a button named after its result."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any, ClassVar, TypeVar

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import Formulier
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.stroom import StroomLayout

T = TypeVar("T")


class Deel(QtWidgets.QWidget):
    """One tab."""

    titel: ClassVar[str] = ""
    wegwijzersleutel: ClassVar[str] = ""
    tabellen: ClassVar[frozenset[str]] = frozenset()  # after whose change it is read again
    leeswerk: ClassVar[bool] = False  # long to read: Tab comes to the page too, and the arrows scroll it

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__()
        self.omgeving = omgeving
        self.inhoud = QtWidgets.QVBoxLayout(self)
        self.inhoud.setContentsMargins(theme.RUIMTE[4], theme.RUIMTE[3], theme.RUIMTE[4], theme.RUIMTE[4])
        self.inhoud.setSpacing(theme.RUIMTE[3])
        self._kaart: Kaart | None = None
        self._knoppen: StroomLayout | None = None

    def herlaad(self) -> None:
        """Show what is recorded; never loses unsaved typing."""

    # ---- building

    def kaart(self, titel: str, uitleg: str = "") -> Kaart:
        """A new card below the others; what follows goes into it."""
        self._kaart = Kaart(titel, self)
        if uitleg:
            self._kaart.inhoud.addWidget(regel(uitleg, "stil"))
        self.inhoud.addWidget(self._kaart)
        return self._kaart

    def kaart_met_formulier(
        self, titel: str, soort: type[Any], concept: tuple[str, str] | None, uitleg: str = ""
    ) -> tuple[Formulier, Any]:
        """A new card with this form in it; gives the Formulier and the widgets."""
        return self.formulier_in(self.kaart(titel, uitleg), soort, concept)

    def formulier_in(
        self, kaart: Kaart, soort: type[Any], concept: tuple[str, str] | None
    ) -> tuple[Formulier, Any]:
        """This form, in a card that is already there."""
        vak = QtWidgets.QWidget(kaart)
        ui = soort()
        ui.setupUi(vak)
        kaart.inhoud.addWidget(vak)
        return Formulier(vak, self.omgeving, concept), ui

    def knop(self, tekst: str, doe: Callable[[], object], *, primair: bool = True) -> QtWidgets.QPushButton:
        """A button at the foot of the last card, beside the one before it."""
        knop = QtWidgets.QPushButton(tekst, self)
        if primair:
            knop.setProperty("rol", "primair")
        knop.clicked.connect(doe)
        if self._kaart is None:
            return knop
        laatste = self._kaart.inhoud.itemAt(self._kaart.inhoud.count() - 1)
        if self._knoppen is None or laatste is None or laatste.layout() is not self._knoppen:
            self._knoppen = StroomLayout(ruimte=theme.RUIMTE[1], regelruimte=theme.RUIMTE[1])
            self._kaart.inhoud.addSpacing(theme.RUIMTE[1])
            self._kaart.inhoud.addLayout(self._knoppen)
        self._knoppen.addWidget(knop)
        return knop

    def sluit_af(self) -> None:
        """Keep the cards at the top."""
        self.inhoud.addStretch(1)

    # ---- working

    def vul(self, formulier: Formulier, waarden: Mapping[str, object]) -> None:
        """Show values, unless somebody is typing; then bring back what was typed before."""
        if formulier.vuil:
            return
        formulier.vul(waarden)
        formulier.herstel_concept()

    def leg_vast(
        self,
        formulier: Formulier,
        beoordeel: Callable[[Mapping[str, object], date], T | list[Gebrek]],
        doe: Callable[[T], object],
        klaar: str,
    ) -> None:
        """Read once, judge, record, say so."""
        uitkomst = beoordeel(formulier.lees(), self.omgeving.vandaag())
        if isinstance(uitkomst, list):
            formulier.toon_gebreken(uitkomst)
            return
        formulier.wis_gebreken()
        with formulier.wordt_vastgelegd():
            doe(uitkomst)
        formulier.vergeet_concept()
        self.omgeving.window.meld(klaar, "goed")


def als_dict(rij: Any) -> dict[str, object]:
    """The fields of a dataclass."""
    return asdict(rij)


def regel(tekst: str, rol: str = "") -> QtWidgets.QLabel:
    """A line of text that wraps, shown letter for letter: what was typed is never read as markup."""
    label = QtWidgets.QLabel(tekst)
    label.setTextFormat(QtCore.Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("rol", rol)
    return label
