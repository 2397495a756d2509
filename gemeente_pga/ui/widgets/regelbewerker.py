# SPDX-License-Identifier: EUPL-1.2
"""A list of records with the form of the chosen one below it: choose, change, record; or add one.

Used for participants, naasten and the rows of a plan. What is typed is concept until it is recorded; every
row, and the new one, has a concept of its own.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, Protocol, TypeVar

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import Formulier
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.widgets.formulierdeel import zet_alleen_lezen
from gemeente_pga.ui.widgets.hint import attach_overal
from gemeente_pga.ui.widgets.invoer import Passend
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.paneel import Ontwerp, vorm_van
from gemeente_pga.ui.widgets.tabvolgorde import focus_vorm

_MAX_RIJEN, _MAX_REGELS = 14, 6
_WIKKELT = 200  # a longer list keeps rows of one line: nobody reads it through


class Rij(Protocol):
    """A record in the list."""

    @property
    def id(self) -> int:
        """What makes it this one."""


R = TypeVar("R", bound=Rij)


@dataclass(frozen=True)
class Opzet(Generic[R]):
    """What is listed, how one is edited, and what recording it means.

    concept: first part of the kind of concept; the dossier is its key. lijsten: (title, which rows) per list,
    side by side. kop: what stands above the form of a row. leg_vast gets the judged value, the row id (None:
    a new one) and the concept to discard.
    """

    concept: str
    ontwerp: Callable[[], Ontwerp]
    kolommen: Sequence[Kolom[R]]
    waarden: Callable[[R], Mapping[str, object]]
    beoordeel: Callable[[Mapping[str, object]], object]
    leg_vast: Callable[[Any, int | None, tuple[str, str]], object]
    nieuw: str
    vastleggen: str
    leeg: str
    verwijder: Callable[[R], object] | None = None
    verwijderen: str = "Verwijderen"
    vul: Callable[[Formulier], object] = lambda _formulier: None
    begin: Callable[[], Mapping[str, object]] = dict
    kop: Callable[[R], str] = lambda _rij: ""
    lijsten: Sequence[tuple[str, Callable[[R], bool]]] = (("", lambda _rij: True),)


class Regelbewerker(QtWidgets.QWidget, Generic[R]):
    """The list or lists, the button for a new one, and the form."""

    def __init__(self, omgeving: Omgeving, opzet: Opzet[R], parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.omgeving = omgeving
        self.opzet = opzet
        self._dossier_id = 0
        self._alleen_lezen = False
        self._rijen: Sequence[R] = ()
        self._rij_id: int | None = None
        self._gebouwd = False  # the form is made when a row is first opened
        self._bouw()

    @property
    def open(self) -> bool:
        """Is a row, or a new one, being edited?"""
        return self._gebouwd and not self.paneel.isHidden()

    def toon(self, dossier_id: int, rijen: Sequence[R], *, alleen_lezen: bool = False) -> None:
        """Show these rows; what is being typed stays."""
        self._dossier_id = dossier_id
        self._rijen = rijen
        self._alleen_lezen = alleen_lezen
        self.nieuwknop.setVisible(not alleen_lezen)
        self.leeglabel.setVisible(not rijen)
        for lijst, (_, hoort) in zip(self.lijsten, self.opzet.lijsten, strict=True):
            eigen = [rij for rij in rijen if hoort(rij)]
            stil = lijst.blockSignals(True)
            lijst.toon(eigen)
            lijst.blockSignals(stil)
            kader = lijst.parentWidget()
            if kader is not None:
                kader.setVisible(bool(rijen))
            pas_hoogte_aan(lijst, len(eigen))
        if not self.open:
            return
        huidig = next((rij for rij in rijen if rij.id == self._rij_id), None)
        if self._rij_id is not None and huidig is None:
            self.sluit()
        elif not self.formulier.vuil:
            self._open(huidig, focus=False)

    def bewerk(self, rij_id: int | None, veld: str = "") -> None:
        """Open this row, on this field; None: a new one."""
        rij = next((r for r in self._rijen if r.id == rij_id), None)
        if rij is None and (rij_id is not None or self._alleen_lezen):
            return
        if self._gebouwd:
            self.formulier.bewaar_concept()
        self._open(rij, focus=True)
        if veld in self.formulier.velden():
            self.formulier.focus(veld)

    def bewerk_plek(self, plek: str) -> bool:
        """Open the row named so: "nieuw", "id" or "id.veld"; False when it is no such name."""
        rij, _, veld = plek.partition(".")
        if plek != "nieuw" and not rij.isdigit():
            return False
        self.bewerk(int(rij) if rij.isdigit() else None, veld)
        return True

    def open_rij(self) -> str:
        """Which row is open, for coming back after locking: "", "nieuw" or its id."""
        if not self.open:
            return ""
        return "nieuw" if self._rij_id is None else str(self._rij_id)

    def sluit(self) -> None:
        """Close the form; unfinished typing stays as concept."""
        if not self._gebouwd:
            return
        self.formulier.bewaar_concept()
        self.formulier.zet_concept(None)
        self.formulier.wis()
        self.paneel.hide()
        self._rij_id = None
        for lijst in self.lijsten:
            lijst.clearSelection()
            lijst.setCurrentIndex(QtCore.QModelIndex())

    def leg_vast(self) -> None:
        """Judge what was typed, and record it or say what is wrong."""
        if self._alleen_lezen or not self.open:
            return
        uitkomst = self.formulier.beoordeel(self.opzet.beoordeel)
        if uitkomst is None:
            return
        rij_id, concept = self._rij_id, self._concept()
        try:
            with self.formulier.wordt_vastgelegd():
                self.opzet.leg_vast(uitkomst, rij_id, concept)
        except Storing as storing:
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return
        nieuw = rij_id is None
        self.sluit()
        if nieuw:
            self.nieuwknop.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        else:
            self.lijsten[0].setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    # ---- the form

    def _concept(self) -> tuple[str, str]:
        welke = "nieuw" if self._rij_id is None else str(self._rij_id)
        return f"{self.opzet.concept}_{welke}", str(self._dossier_id)

    def _open(self, rij: R | None, *, focus: bool) -> None:
        if not self._gebouwd:
            self._kolom.addWidget(self._maak_paneel())
            self._gebouwd = True
        self._rij_id = None if rij is None else rij.id
        self.formulier.zet_concept(None)
        self.formulier.wis()
        self.opzet.vul(self.formulier)
        self.formulier.zet_concept(None if self._alleen_lezen else self._concept())
        self.formulier.vul(self.opzet.waarden(rij) if rij is not None else self.opzet.begin())
        hersteld = self.formulier.herstel_concept()
        self.conceptlabel.setVisible(hersteld)
        self.koplabel.setText(self.opzet.kop(rij) if rij is not None else "")
        self.koplabel.setVisible(bool(self.koplabel.text()))
        zet_alleen_lezen(self.formulier, self._alleen_lezen)
        self.vastlegknop.setVisible(not self._alleen_lezen)
        self.verwijderknop.setVisible(
            rij is not None and self.opzet.verwijder is not None and not self._alleen_lezen
        )
        self.paneel.show()
        for veld in self.formulier.velden():
            self.formulier.veld(
                veld
            ).updateGeometry()  # made while hidden: the help below it has no height yet
        theme.zet_iconen(self.paneel)
        if focus:
            self._naar_eerste_veld()

    def _naar_eerste_veld(self) -> None:
        focus_vorm(self.vorm)
        QtCore.QTimer.singleShot(0, self, self._scrol_naar_formulier)

    def _scrol_naar_formulier(self) -> None:
        ouder = self.parentWidget()
        while ouder is not None and not isinstance(ouder, QtWidgets.QScrollArea):
            ouder = ouder.parentWidget()
        blad = ouder.widget() if isinstance(ouder, QtWidgets.QScrollArea) else None
        if not isinstance(ouder, QtWidgets.QScrollArea) or blad is None:
            return
        if self.paneel.height() < ouder.viewport().height():
            ouder.ensureWidgetVisible(self.paneel, 0, theme.RUIMTE[2])
        else:
            boven = self.paneel.mapTo(blad, QtCore.QPoint(0, 0)).y()
            ouder.verticalScrollBar().setValue(boven - theme.RUIMTE[1])

    def _annuleer(self) -> None:
        """The user does not want this typing: the concept goes too."""
        concept = self._concept()
        self.formulier.klaar()
        self.omgeving.store.save_concept(*concept, "")
        self.sluit()

    def _verwijder(self) -> None:
        rij = next((r for r in self._rijen if r.id == self._rij_id), None)
        if rij is None or self.opzet.verwijder is None:
            return
        try:
            if self.opzet.verwijder(rij) is not False:
                self._annuleer()
        except Storing as storing:
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")

    # ---- building

    def _bouw(self) -> None:
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(theme.RUIMTE[1])
        rij = QtWidgets.QHBoxLayout()
        rij.setSpacing(theme.RUIMTE[2])
        self.lijsten: list[Lijst] = []
        for titel, _ in self.opzet.lijsten:
            rij.addWidget(self._maak_lijst(titel))
        indeling.addLayout(rij)
        self.leeglabel = QtWidgets.QLabel(self.opzet.leeg, self)
        self.leeglabel.setProperty("rol", "stil")
        self.leeglabel.setWordWrap(True)
        indeling.addWidget(self.leeglabel)
        self.nieuwknop = QtWidgets.QPushButton(self.opzet.nieuw, self)
        self.nieuwknop.setObjectName(f"{self.opzet.concept}_nieuw")
        theme.zet_icoon(self.nieuwknop, "plus")
        self.nieuwknop.clicked.connect(partial(self.bewerk, None))
        links = QtWidgets.QHBoxLayout()
        links.addWidget(self.nieuwknop)
        links.addStretch(1)
        indeling.addLayout(links)
        self._kolom = indeling

    def _maak_lijst(self, titel: str) -> QtWidgets.QWidget:
        vak = QtWidgets.QWidget(self)
        onder = QtWidgets.QVBoxLayout(vak)
        onder.setContentsMargins(0, 0, 0, 0)
        onder.setSpacing(theme.RUIMTE[0])
        if titel:
            kop = QtWidgets.QLabel(titel, vak)
            kop.setProperty("rol", "subkop")
            onder.addWidget(kop)
        lijst = Lijst(vak)
        lijst.setObjectName(f"{self.opzet.concept}_lijst{len(self.lijsten) or ''}")
        lijst.setAccessibleName(titel or self.opzet.nieuw.replace("&", ""))
        lijst.stel_in(self.opzet.kolommen, sleutel=lambda r: r.id)
        lijst.geopend.connect(lambda r: self.bewerk(r.id))
        lijst.clicked.connect(partial(self._geklikt, lijst))
        onder.addWidget(lijst)
        onder.addStretch(1)
        self.lijsten.append(lijst)
        return vak

    def _geklikt(self, lijst: Lijst, _index: QtCore.QModelIndex) -> None:
        rij = lijst.rij()
        if rij is not None:
            self.bewerk(rij.id)  # type: ignore[attr-defined] # the list holds nothing but rows with an id

    def _maak_paneel(self) -> QtWidgets.QFrame:
        self.paneel = QtWidgets.QFrame(self)
        self.paneel.setProperty("rol", "kaart")
        self.vorm = vorm_van(self.opzet.ontwerp())
        self.formulier = Formulier(self.vorm, self.omgeving)
        attach_overal(self.formulier)
        for veld in self.formulier.velden():
            widget = self.formulier.widget(veld)
            widget.setObjectName(f"{self.opzet.concept}_{widget.objectName()}")
        self.conceptlabel = QtWidgets.QLabel("Dit had u getypt en nog niet vastgelegd.", self.paneel)
        self.conceptlabel.setProperty("rol", "merk_open")
        self.conceptlabel.setSizePolicy(
            QtWidgets.QSizePolicy.Policy.Maximum, QtWidgets.QSizePolicy.Policy.Maximum
        )
        self.koplabel = QtWidgets.QLabel("", self.paneel)
        self.koplabel.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self.koplabel.setWordWrap(True)
        self.vastlegknop = _knop(self.opzet.vastleggen, "primair", self.leg_vast)
        theme.zet_icoon(self.vastlegknop, "check")
        self.vastlegknop.setToolTip(f"{self.opzet.vastleggen.replace('&', '')} (Ctrl+Enter)")
        self.vastlegknop.setObjectName(f"{self.opzet.concept}_vastleggen")
        sluitknop = _knop("Niet doen", "plat", self._annuleer)
        self.verwijderknop = _knop(self.opzet.verwijderen, "gevaar", self._verwijder)
        self.verwijderknop.setObjectName(f"{self.opzet.concept}_verwijderen")
        theme.zet_icoon(self.verwijderknop, "trash-2")
        self.knoppen = QtWidgets.QWidget(self.paneel)
        rij = QtWidgets.QHBoxLayout(self.knoppen)
        rij.setContentsMargins(0, theme.RUIMTE[1], 0, 0)
        for knop in (self.vastlegknop, sluitknop):
            rij.addWidget(knop)
        rij.addStretch(1)
        rij.addWidget(self.verwijderknop)
        indeling = QtWidgets.QVBoxLayout(self.paneel)
        indeling.setContentsMargins(*(theme.RUIMTE[3],) * 4)
        indeling.setSpacing(theme.RUIMTE[1])
        for deel in (self.conceptlabel, self.koplabel, self.vorm, self.knoppen):
            indeling.addWidget(deel)
        for toetsen in ("Ctrl+Return", "Ctrl+Enter"):
            snel = QtGui.QShortcut(QtGui.QKeySequence(toetsen), self.paneel)
            snel.setContext(QtCore.Qt.ShortcutContext.WidgetWithChildrenShortcut)
            snel.activated.connect(self.leg_vast)
        self.paneel.hide()
        return self.paneel


def _knop(tekst: str, rol: str, doe: Callable[[], object]) -> QtWidgets.QPushButton:
    knop = QtWidgets.QPushButton(tekst)
    knop.setProperty("rol", rol)
    knop.clicked.connect(lambda _aan=False: doe())
    return knop


def pas_hoogte_aan(lijst: Lijst, aantal: int) -> None:
    """As high as its rows, whose texts wrap, so that the page scrolls and not the list."""
    passend = next((deel for deel in lijst.children() if isinstance(deel, Passend)), None)
    if passend is None and aantal <= _WIKKELT:
        passend = Passend(lijst, rijen=_MAX_RIJEN, regels=_MAX_REGELS)
    if passend is not None:
        passend.pas_aan()
        return
    rij = lijst.verticalHeader().defaultSectionSize()
    kop = lijst.horizontalHeader().sizeHint().height()
    lijst.setFixedHeight(kop + max(1, min(aantal, _MAX_RIJEN)) * rij + 2 * lijst.frameWidth())
