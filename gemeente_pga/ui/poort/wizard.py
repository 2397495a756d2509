# SPDX-License-Identifier: EUPL-1.2
"""The first start: practise, put a back-up back, or set up a kluis in seven short steps.

Gathers what was typed; the app makes the kluis and records it, one act each.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.backup import Terugzetplan
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.inrichting import Gebruiker, Gemeente, Partij
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.kluisdienst import Kluisdienst, KluisSoort
from gemeente_pga.domain.stukken import Kop
from gemeente_pga.domain.stukken.herstelblad import herstelblad_kop
from gemeente_pga.ui import messages, theme
from gemeente_pga.ui.forms.ui_wizard import Ui_Wizard
from gemeente_pga.ui.forms.ui_wizard_begin import Ui_WizardBegin
from gemeente_pga.ui.poort.herstelblad import HerstelcodeBlad
from gemeente_pga.ui.poort.terugzetten import TerugzetBlad
from gemeente_pga.ui.poort.wizard_bladen import (
    BackupBlad,
    Blad,
    GebruikerBlad,
    GemeenteBlad,
    KaderBlad,
    PartnersBlad,
    WachtzinBlad,
)
from gemeente_pga.ui.worker import Worker

T = TypeVar("T")
_BREEDTE = 640
_SMAL = 820


@dataclass(frozen=True)
class Inrichting:
    """What the wizard gathered."""

    gebruiker: Gebruiker
    gemeente: Gemeente
    partijen: tuple[Partij, ...]
    kader: Kader
    backupmap: str = ""
    uitgiften: tuple[bool, ...] = ()  # how the herstelblad went out; True: as a file


class Beginblad(Blad):
    """Two doors, and the honest word about the back door that is not there."""

    titel = "Persoonsgerichte aanpak"
    uitleg = "Welkom. Kies hoe u wilt beginnen. Met F1 krijgt u uitleg, hier en overal."

    def __init__(self) -> None:
        super().__init__()
        self.ui = Ui_WizardBegin()
        self.ui.setupUi(self)


class Wizard(QtWidgets.QWidget):
    """Emits what was chosen; `klaar` when the key files are made and everything was asked."""

    klaar = QtCore.Signal(object)
    oefenen = QtCore.Signal()
    teruggezet = QtCore.Signal()

    def __init__(
        self, dienst: Kluisdienst, worker: Worker, kader: Kader, vandaag: date, *, kapot: bool = False
    ) -> None:
        """kapot: a kluis that does not open lies here; only putting a back-up in its place is offered."""
        super().__init__()
        self._kapot = kapot
        self._dienst, self._worker, self._kader = dienst, worker, kader
        self._vandaag = vandaag
        self._uitgiften: list[bool] = []
        self._gemaakt_voor = ""
        self._bezig = False
        self._zin = ""  # what is going on, or what went wrong
        self._stappen: list[Blad] = []
        self.begin = Beginblad()
        self._blad: Blad = self.begin
        self.ui = Ui_Wizard()
        self.ui.setupUi(self)
        self.gemeente = GemeenteBlad(vandaag)
        self.gebruiker = GebruikerBlad(vandaag)
        self.partners = PartnersBlad(kader, self.gemeente)
        self.wachtzin = WachtzinBlad(dienst)
        self.herstelcode = HerstelcodeBlad(worker, self._kop)
        self.herstelcode.uitgegeven.connect(self._uitgiften.append)
        self.herstelcode.gewisseld.connect(self._schik_hoofdknop)
        self.backup = BackupBlad(dienst.map(), dienst.beleid.backupmap)
        self.terugzetten = TerugzetBlad()
        self.terugzetten.gekozen.connect(self._zet_gekozen_terug)
        self.terugzetten.terug.connect(self.teruggezet if kapot else lambda: self._toon(self.begin))
        self._stappen = [
            self.gemeente,
            self.gebruiker,
            self.partners,
            KaderBlad(kader),
            self.wachtzin,
            self.herstelcode,
            self.backup,
        ]
        self._labels: list[QtWidgets.QLabel] = []
        self._bouw()
        self._toon(self.begin)

    @property
    def blad(self) -> Blad:
        """The page that is shown."""
        return self._blad

    def eerste_focus(self) -> None:
        """Ready to go."""
        self.begin.ui.inrichtenPushButton.setFocus()

    def toon_bezig(self, tekst: str) -> None:
        """Say what is going on, and take no other order meanwhile."""
        self._zet_bezig(tekst)

    def toon_storing(self, storing: Storing) -> None:
        """Say what is wrong; the page stays."""
        self._zet_bezig("")
        self.ui.knoppenbalk.show()
        self._zin = f"{storing.melding} {storing.raad}".strip()
        self._toon_zin("gebrek")

    def volgende(self) -> None:
        """On to the next page, if this one is in order."""
        blad = self.blad
        if self._bezig or not blad.is_goed():
            return
        if blad is self.wachtzin and self._gemaakt_voor != self.wachtzin.wachtzin:
            self._maak_kluis(self.wachtzin.wachtzin)
        elif blad is self._stappen[-1]:
            self._rond_af()
        else:
            self._toon(self._stappen[self._stappen.index(blad) + 1])

    def terug(self) -> None:
        """One page back; everything that was typed stays."""
        if self.blad in self._stappen:
            n = self._stappen.index(self.blad)
            self._toon(self._stappen[n - 1] if n else self.begin)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """On a small screen the page needs all the room."""
        super().resizeEvent(event)
        self._schik()

    # ---- inside

    def _schik(self) -> None:
        self.ui.rail.setVisible(self._blad in self._stappen and self.width() >= _SMAL)
        if not self._zin:
            self._toon_zin("stil")

    def _schik_hoofdknop(self) -> None:
        """One main button: that of the page, when it has one."""
        rol = "" if self._blad.hoofdknop() is not None else "primair"
        theme.zet_eigenschap(self.ui.volgendePushButton, "rol", rol)

    def _toon_zin(self, rol: str) -> None:
        """In the bar with the buttons; which step this is, where the list of steps is not there to say so."""
        stap = ""
        if self._blad in self._stappen and self.ui.rail.isHidden():
            stap = f"Stap {self._stappen.index(self._blad) + 1} van {len(self._stappen)}"
        theme.zet_eigenschap(self.ui.bezigLabel, "rol", rol)
        self.ui.bezigLabel.setText(self._zin or stap)

    def _bouw(self) -> None:
        for blad in (self.begin, self.terugzetten, *self._stappen):
            blad.hide()
            self.ui.bladenLayout.addWidget(blad)
        for deel in (self.ui.titelLabel, self.ui.uitlegLabel, self.ui.bladen):
            deel.setMaximumWidth(_BREEDTE)
        for n, blad in enumerate(self._stappen, start=1):
            label = QtWidgets.QLabel(f"{n}.  {blad.kort}")
            self.ui.stappenLayout.addWidget(label)
            self._labels.append(label)
        begin = self.begin.ui
        begin.inrichtenPushButton.clicked.connect(lambda: self._toon(self.gemeente))
        begin.oefenPushButton.clicked.connect(self.oefenen)
        begin.terugzettenPushButton.clicked.connect(self.zet_terug)
        begin.waarnemingPushButton.clicked.connect(self._begin_waarneming)
        self.ui.volgendePushButton.clicked.connect(self.volgende)
        for blad in self._stappen:
            for regel in blad.findChildren(QtWidgets.QLineEdit):
                regel.returnPressed.connect(self.volgende)
        self.ui.terugPushButton.clicked.connect(self.terug)
        theme.zet_iconen(self)

    def _toon(self, blad: Blad) -> None:
        stap = self._stappen.index(blad) if blad in self._stappen else -1
        blad.toon()
        self.ui.titelLabel.setText(blad.titel)
        self.ui.uitlegLabel.setText(blad.uitleg)
        self._blad.hide()  # pages of one container, not of a stack: a stack is as high as its highest page
        self._blad = blad
        blad.show()
        self._schik()
        for knop in (self.ui.terugPushButton, self.ui.volgendePushButton):
            knop.setVisible(stap >= 0)
        self.ui.volgendePushButton.setText("Kluis &openen" if blad is self._stappen[-1] else "&Volgende")
        self._zet_bezig("")
        for n, label in enumerate(self._labels):
            theme.zet_eigenschap(label, "rol", "subkop" if n == stap else "stil")
            teken = "✓" if n < stap else f"{n + 1}."
            label.setText(f"{teken}  {self._stappen[n].kort}")
            label.setAccessibleName(f"Stap {n + 1}: {self._stappen[n].kort}{', klaar' if n < stap else ''}")
        self.ui.scrollArea.ensureVisible(0, 0)
        self._schik_hoofdknop()
        invoer = [regel for regel in blad.findChildren(QtWidgets.QLineEdit) if regel.isVisibleTo(blad)]
        (invoer[0] if invoer else blad.hoofdknop() or self.ui.volgendePushButton).setFocus()

    def _maak_kluis(self, wachtzin: str) -> None:
        self._doe(
            "De sleutel wordt gemaakt. Dat duurt een paar seconden.",
            lambda: self._dienst.maak(wachtzin),
            lambda code: self._toon_code(wachtzin, code),
        )

    def _toon_code(self, wachtzin: str, code: str) -> None:
        self._gemaakt_voor = wachtzin
        self.herstelcode.zet_blad(self._dienst.sleutels.herstelblad(code))
        self._toon(self.herstelcode)

    def _kop(self) -> Kop:
        gemeente = self.gemeente.waarde
        return herstelblad_kop(
            gemeente.naam if gemeente is not None else "", self._vandaag, oefening=self._oefening()
        )

    def _oefening(self) -> bool:
        return self._dienst.soort is KluisSoort.OEFENKLUIS

    def zet_terug(self) -> None:
        """Ask for the folder with back-ups, and show what is in it."""
        bron = messages.kies_map(self, "In welke map staat de back-up?")
        if bron is None and self._kapot:
            self.teruggezet.emit()
        elif bron is not None:
            self._doe("De back-ups worden gelezen.", lambda: self._plannen(bron), self._toon_plannen)

    def _plannen(self, bron: Path) -> tuple[Terugzetplan, ...]:
        beheer = self._dienst.backup
        plannen = tuple(beheer.plan(kopie.map) for kopie in beheer.kopieen(bron))
        if not plannen:
            raise Storing("In deze map staat geen back-up.", "Kies de map waarin u de back-ups bewaart.")
        return plannen

    def _toon_plannen(self, plannen: tuple[Terugzetplan, ...]) -> None:
        self.terugzetten.zet(plannen)
        self._toon(self.terugzetten)
        self.terugzetten.doe_knop.setFocus()

    def _zet_gekozen_terug(self, bron: Path) -> None:
        self._doe(
            "De back-up wordt teruggezet en gecontroleerd.", lambda: self._terug_uit(bron), self._is_terug
        )

    def _begin_waarneming(self) -> None:
        bron = messages.kies_map(self, "In welke map op de stick staat de overdracht?")
        if bron is not None:
            self._doe(
                "De overdracht wordt gelezen en gecontroleerd.",
                lambda: self._dienst.waarneming.begin_elders(bron),
                self._is_terug,
            )

    def _terug_uit(self, bron: Path) -> None:
        if self._kapot:
            self._dienst.backup.bereid_terugzetten_voor(bron)
        else:
            self._dienst.zet_backup_terug(bron)

    def _is_terug(self, _niets: None) -> None:
        if self._kapot:
            self._dienst.backup.zet_klaar()  # what lay here is kept, under another name
        self.teruggezet.emit()

    def _rond_af(self) -> None:
        gebruiker, gemeente = self.gebruiker.waarde, self.gemeente.waarde
        if gebruiker is None or gemeente is None:
            return
        self._zet_bezig("De kluis wordt gemaakt.")
        partijen = tuple(self.partners.partijen())
        self.klaar.emit(
            Inrichting(gebruiker, gemeente, partijen, self._kader, self.backup.map(), tuple(self._uitgiften))
        )

    def _doe(self, tekst: str, taak: Callable[[], T], dan: Callable[[T], None]) -> None:
        self._zet_bezig(tekst)
        self._worker.run(taak, dan, self._mislukt)

    def _mislukt(self, fout: Exception) -> None:
        self._zet_bezig("")
        if not isinstance(fout, Storing):
            raise fout
        self.toon_storing(fout)

    def _zet_bezig(self, tekst: str) -> None:
        self._bezig = bool(tekst)
        self._zin = tekst
        self._toon_zin("stil")
        self.ui.bezigProgressBar.setVisible(bool(tekst))
        self.ui.knoppenbalk.setVisible(bool(tekst) or self._blad in self._stappen)
        self.ui.bladen.setEnabled(not tekst)
        self.ui.volgendePushButton.setEnabled(not tekst)
        self.ui.terugPushButton.setEnabled(not tekst)
