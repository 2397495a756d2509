# SPDX-License-Identifier: EUPL-1.2
"""A part of the page of a signal: a card with a form and one button, kept as concept under its own name."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import WEGING, Kader
from gemeente_pga.domain.signaal import Keuzes
from gemeente_pga.handelingen import signaal as handelingen
from gemeente_pga.store.queries.signaal import Signaalblad
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import Formulier
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.widgets.formulierdeel import snelvastleggen
from gemeente_pga.ui.widgets.groei import Groei
from gemeente_pga.ui.widgets.kaart import Kaart

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")


def keuzes(kader: Kader, lijst: str) -> Keuzes:
    """The choices of a list of the kader."""
    return tuple((c.code, c.naam) for c in kader.codelijst(lijst))


def grondslagen(omgeving: Omgeving) -> Keuzes:
    """The grounds on which the municipality may tell something to another, today."""
    gronden = omgeving.kader.grondslagen("geven", "gemeente", op=omgeving.vandaag(), fase=WEGING)
    return tuple((g.code, f"{g.naam} ({g.wet})") for g in gronden)


def velden_van(ding: "DataclassInstance") -> dict[str, object]:
    """A record as values for its form."""
    return {veld.name: getattr(ding, veld.name) for veld in fields(ding)}


class Deel(Kaart, Generic[T]):
    """One part, which records a T. It is filled when it is shown for another signal.

    Its typing is kept under its own name.
    """

    deel = ""
    titel = ""
    knop = ""
    uitleg = ""
    gezegd = ""
    wegwijzer = "signaal"
    groeit = True
    gesloten = QtCore.Signal(object)

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(self.titel)
        self.omgeving = omgeving
        self.blad: Signaalblad
        if self.uitleg:
            regel = QtWidgets.QLabel(self.uitleg)
            regel.setProperty("rol", "stil")
            regel.setWordWrap(True)
            self.inhoud.addWidget(regel)
        self.vorm = QtWidgets.QWidget()
        self.inhoud.addWidget(self.vorm)
        self.bouw()
        self.formulier = Formulier(self.vorm, omgeving)
        for keuze in self.vorm.findChildren(QtWidgets.QComboBox):  # a long choice may not widen the page
            keuze.setSizeAdjustPolicy(
                QtWidgets.QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            keuze.setMinimumContentsLength(12)
        for veld in self.vorm.findChildren(QtWidgets.QPlainTextEdit) if self.groeit else ():
            Groei(veld, 2)
        self._zet_knoppen()
        self.na_bouw()

    @abstractmethod
    def bouw(self) -> None:
        """Put the form on self.vorm."""

    def na_bouw(self) -> None:
        """What needs the Formulier."""

    def begin(self) -> dict[str, object]:
        """The fields as they start: empty, or as they were recorded."""
        return {}

    @abstractmethod
    def beoordeel(self, invoer: Mapping[str, object]) -> T | list[Gebrek]:
        """The domain's judgement: the thing itself, or a list of gebreken."""

    @abstractmethod
    def registreer(self, waarde: T) -> None:
        """The act."""

    def toon(self, blad: Signaalblad) -> None:
        """Show this part for this signal; typing comes back."""
        self.blad = blad
        self.formulier.zet_concept(handelingen.deelconcept(blad.id, self.deel))
        if self.formulier.vuil:
            return
        self.formulier.wis()
        self.formulier.vul(self.begin())
        self.formulier.herstel_concept()
        self.na_vullen()

    def na_vullen(self) -> None:
        """What follows from the fields."""

    def vastleggen(self) -> None:
        """Judge and record, or show what is wrong."""
        uitkomst = self.formulier.beoordeel(self.beoordeel)
        if uitkomst is None:
            return
        with self.formulier.wordt_vastgelegd():
            self.registreer(uitkomst)
        self.omgeving.window.meld(self.gezegd)
        self.gesloten.emit(self)

    def annuleer(self) -> None:
        """Throw away what was typed here and fold the part away."""
        self.formulier.klaar()
        self.omgeving.store.discard_concept(*handelingen.deelconcept(self.blad.id, self.deel))
        self.gesloten.emit(self)

    def _zet_knoppen(self) -> None:
        self.vastlegknop = QtWidgets.QPushButton(self.knop)
        self.vastlegknop.setObjectName(f"{self.deel}Button")
        self.vastlegknop.setProperty("rol", "primair")
        self.vastlegknop.setToolTip(f"{self.knop} (Ctrl+Enter)")
        theme.zet_icoon(self.vastlegknop, "check")
        self.vastlegknop.clicked.connect(self.vastleggen)
        self.snel = snelvastleggen(self, self.vastleggen, self.knop)
        self.wegknop = QtWidgets.QPushButton("Niet doen")
        self.wegknop.setProperty("rol", "plat")
        self.wegknop.setToolTip("Wat u hier typte gaat weg. Er wordt niets vastgelegd.")
        self.wegknop.clicked.connect(self.annuleer)
        rij = QtWidgets.QHBoxLayout()
        rij.addWidget(self.vastlegknop)
        rij.addWidget(self.wegknop)
        rij.addStretch()
        self.inhoud.addLayout(rij)
