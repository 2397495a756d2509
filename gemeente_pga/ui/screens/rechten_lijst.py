# SPDX-License-Identifier: EUPL-1.2
"""A card with a list of records that are begun with one form and answered with another."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6 import QtWidgets

from gemeente_pga.store.store import Reader
from gemeente_pga.ui import theme
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import CODE, Beeld, knop, label, links
from gemeente_pga.ui.screens.rechtenkaart import Rechtenkaart
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.paneel import Formulierpaneel
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan
from gemeente_pga.ui.widgets.tabvolgorde import focus_vorm

Conceptsleutel = tuple[str, str]


class Lijstkaart(Rechtenkaart):
    """The list, a warning above it, the button for a new one and the button for its end."""

    uitleg: ClassVar[str] = ""
    niets: ClassVar[str] = ""
    tabel: ClassVar[str] = ""
    nieuw: ClassVar[tuple[str, str]] = ("", "")  # words and icon of the button
    einde: ClassVar[str] = ""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.inhoud.addWidget(label(self.uitleg, "stil"))
        self.let_op = label("", "gebrek")
        self.inhoud.addWidget(self.let_op)
        self.lijst = Lijst(self)
        self.lijst.setAccessibleName(self.titel)
        self.lijst.setSelectionMode(QtWidgets.QAbstractItemView.SelectionMode.SingleSelection)
        self.lijst.stel_in(self.kolommen(), sleutel=lambda regel: regel.id)
        self.lijst.geopend.connect(self.beantwoord)
        self.inhoud.addWidget(self.lijst)
        self.leeg = label(self.niets, "stil")
        self.inhoud.addWidget(self.leeg)
        woorden, icoon = self.nieuw
        self.nieuwknop = knop(woorden, self.begin, icoon=icoon, naam=f"knop_{self.tabel}_nieuw")
        self.eindknop = knop(
            self.einde, self._beantwoord_gekozen, icoon="check", naam=f"knop_{self.tabel}_einde"
        )
        self.inhoud.addLayout(links(self.nieuwknop, self.eindknop))
        self.paneel: Formulierpaneel | None = None
        self._mag_nieuw = False

    # ---- what each card says

    @abstractmethod
    def kolommen(self) -> Sequence[Kolom[Any]]:
        """The columns of the list."""

    @abstractmethod
    def lees(self, r: Reader, beeld: Beeld) -> tuple[Sequence[Any], str, bool]:
        """The records, a warning above them, and whether a new one may be begun."""

    @abstractmethod
    def is_open(self, regel: Any) -> bool:
        """Does this record still wait for its end?"""

    @abstractmethod
    def begin(self) -> None:
        """Open the form for a new one."""

    @abstractmethod
    def beantwoord(self, regel: Any) -> None:
        """Open the form for the end of this one."""

    # ---- what they share

    def toon(self, r: Reader, beeld: Beeld) -> None:
        """The records of this dossier; a form that is open stays open."""
        if self.beeld is not None and self.beeld.dossier_id != beeld.dossier_id:
            self._vergeet_paneel()
        super().toon(r, beeld)
        regels, waarschuwing, self._mag_nieuw = self.lees(r, beeld)
        self.lijst.toon(regels)
        pas_hoogte_aan(self.lijst, len(regels))
        self.lijst.setVisible(bool(regels))
        self.leeg.setVisible(not regels)
        self.let_op.setText(waarschuwing)
        self.let_op.setVisible(bool(waarschuwing))
        self._toon_knoppen()

    def naar_onderdeel(self, veld: str) -> bool:
        """The card, or one record to end it."""
        tabel, _, rij = veld.partition(":")
        if tabel != self.tabel:
            return False
        if rij.isdigit() and self.lijst.kies(int(rij)):
            self._beantwoord_gekozen()
        elif self.paneel is None:
            (self.nieuwknop if self.lijst.isHidden() else self.lijst).setFocus()
        return True

    def open_paneel(self, paneel: Formulierpaneel, soort: str, waarden: Mapping[str, object]) -> None:
        """Show this form below the list."""
        self.sluit()
        self.paneel = paneel
        paneel.vastgelegd.connect(self.sluit)
        paneel.terug.connect(self.sluit)
        self.inhoud.addWidget(paneel)
        sleutel = (f"{CODE}_{soort}", str(self.beeld.dossier_id if self.beeld else 0))
        paneel.toon(sleutel, waarden, alleen_lezen=False)
        theme.zet_iconen(paneel)
        self._toon_knoppen()
        focus_vorm(paneel.vorm)

    def sluit(self) -> None:
        """Back to the list; unfinished typing stays as concept."""
        if self.paneel is None:
            return
        self._vergeet_paneel()
        if self.beeld is not None:
            with self.omgeving.store.reader() as r:
                self.toon(r, self.beeld)

    def _vergeet_paneel(self) -> None:
        if self.paneel is not None:
            self.paneel.ruim_op()
            self.paneel = None

    def _toon_knoppen(self) -> None:
        vrij = self.paneel is None and not self.omgeving.alleen_kijken
        self.nieuwknop.setVisible(self._mag_nieuw and vrij)
        wacht = any(self.is_open(regel) for regel in self.lijst.rijen())
        self.eindknop.setVisible(wacht and vrij)

    def _beantwoord_gekozen(self) -> None:
        """The record that is chosen, or the first that waits."""
        gekozen = self.lijst.rij()
        wachtend = [regel for regel in self.lijst.rijen() if self.is_open(regel)]
        if gekozen in wachtend:
            self.beantwoord(gekozen)
        elif wachtend:
            self.beantwoord(wachtend[0])
