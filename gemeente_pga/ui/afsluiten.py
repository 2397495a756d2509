# SPDX-License-Identifier: EUPL-1.2
"""Before leaving, when a back-up is due: one calm question over the window, and never a second one.

Locking never asks, nor does a computer that is shutting down. Hides when a back-up is due, and making one.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.backup import backup_nodig
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.inrichting import INSTELLING_BACKUPMAP
from gemeente_pga.handelingen.backup import register_reservekopie
from gemeente_pga.store.queries.backup import backupstand
from gemeente_pga.store.queries.inrichting import instelling
from gemeente_pga.ui import theme

if TYPE_CHECKING:
    from gemeente_pga.ui.window import Window

_BREEDTE = 480
_GEEN_MAP = "De map voor de back-up is er niet. Steek de stick in de computer, of kies een andere map."


class Afsluitvraag(QtWidgets.QFrame):
    """One per window."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._stil = window.omgeving.oefenkluis  # nothing more to ask
        self._terug: QtWidgets.QWidget | None = None
        self.setObjectName("bevestiging")
        self._bouw()
        self.hide()
        qt = QtWidgets.QApplication.instance()
        if isinstance(qt, QtWidgets.QApplication):
            qt.commitDataRequest.connect(self.zwijg)

    def zwijg(self, *_: object) -> None:
        """Do not ask: the computer is shutting down."""
        self._stil = True

    def houdt_tegen(self) -> bool:
        """Is there something to ask before the window may close? If so, ask it."""
        omgeving = self._window.omgeving
        store = omgeving.store
        if self._stil or not store.is_open or store.wie.alleen_lezen:
            return False
        with store.reader() as r:
            waarom = backup_nodig(backupstand(r), omgeving.vandaag())
        if not waarom:
            return False
        self._terug = self._window.focusWidget()
        self.waarom.setText(waarom)
        self._zeg("")
        self.schik()
        self.show()
        self.raise_()
        self.maak_knop.setFocus()
        return True

    def schik(self) -> None:
        """Over the whole window, so that nothing else can be clicked."""
        self.setGeometry(self._window.rect())
        self.kaart.setFixedWidth(min(_BREEDTE, self._window.width() - 48))

    def sluit(self) -> None:
        """Stay in the program."""
        self.hide()
        if self._terug is not None:
            self._terug.setFocus()

    # ---- inside

    def _verlaat(self) -> None:
        self._stil = True
        self.hide()
        self._window.close()

    def _maak(self) -> None:
        omgeving = self._window.omgeving
        with omgeving.store.reader() as r:
            map_ = instelling(r, INSTELLING_BACKUPMAP)
        if not map_:
            self.hide()
            self._window.open("inrichting", None, "backup")
            return
        if not Path(map_).is_dir():
            self._zeg(_GEEN_MAP)
            return
        self._zeg("De back-up wordt gemaakt en gecontroleerd. Daarna sluit het programma.", rol="stil")
        self._zet_bezig(True)
        dienst = omgeving.dienst
        omgeving.worker.run(lambda: dienst.maak_backup(Path(map_)), self._gemaakt, self._mislukt)

    def _gemaakt(self, map_: Path) -> None:
        self._zet_bezig(False)
        register_reservekopie(self._window.omgeving.store, map_)
        self._verlaat()

    def _mislukt(self, fout: Exception) -> None:
        self._zet_bezig(False)
        if not isinstance(fout, Storing):
            self.sluit()
            raise fout
        self._zeg(f"{fout.melding} {fout.raad}".strip())

    def _zet_bezig(self, bezig: bool) -> None:
        self._window.zet_onderhoud(bezig)
        for knop in self.knoppen:
            knop.setEnabled(not bezig)

    def _zeg(self, tekst: str, rol: str = "gebrek") -> None:
        theme.zet_eigenschap(self.melding, "rol", rol)
        self.melding.setText(tekst)
        self.melding.setVisible(bool(tekst))

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Escape: stay."""
        if event.key() == QtCore.Qt.Key.Key_Escape and self.maak_knop.isEnabled():
            self.sluit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, verder: bool) -> bool:
        """Tab stays inside the panel."""
        rij = [knop for knop in self.knoppen if knop.isEnabled()]
        if rij:
            huidig = self._window.focusWidget()
            plaats = next((n for n, knop in enumerate(rij) if knop is huidig), -1)
            rij[(plaats + (1 if verder else -1)) % len(rij)].setFocus(QtCore.Qt.FocusReason.TabFocusReason)
        return True

    def _bouw(self) -> None:
        self.kaart = QtWidgets.QFrame(self)
        self.kaart.setProperty("rol", "kaart")
        kop = QtWidgets.QLabel("Nog een back-up maken?")
        kop.setProperty("rol", "kop")
        self.waarom = QtWidgets.QLabel()
        self.melding = QtWidgets.QLabel()
        uitleg = QtWidgets.QLabel(
            "Gaat deze computer kapot of raakt u hem kwijt, dan hebt u alleen de back-up nog."
        )
        uitleg.setProperty("rol", "hulp")
        inhoud = QtWidgets.QVBoxLayout(self.kaart)
        inhoud.setContentsMargins(*(theme.RUIMTE[3],) * 4)
        inhoud.setSpacing(theme.RUIMTE[1])
        for deel in (kop, self.waarom, uitleg, self.melding):
            deel.setWordWrap(True)
            inhoud.addWidget(deel)
        self.maak_knop = self._knop("Nu een &back-up maken", self._maak, "primair")
        self.zonder_knop = self._knop("&Zonder back-up afsluiten", self._verlaat)
        self.niet_knop = self._knop("Niet afsluiten", self.sluit)
        self.knoppen = (self.maak_knop, self.zonder_knop, self.niet_knop)
        for knop in self.knoppen:
            inhoud.addWidget(knop)
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.addWidget(self.kaart, 0, QtCore.Qt.AlignmentFlag.AlignCenter)

    def _knop(self, tekst: str, doe: Callable[[], object], rol: str = "") -> QtWidgets.QPushButton:
        knop = QtWidgets.QPushButton(tekst)
        knop.setProperty("rol", rol)
        knop.clicked.connect(doe)
        return knop
