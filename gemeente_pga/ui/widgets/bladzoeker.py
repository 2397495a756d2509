# SPDX-License-Identifier: EUPL-1.2
"""Looking for words in the pages on the screen: a bar with a field, how many hits, the way along them."""

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.tekst import getal
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import nieuwe_sneltoets
from gemeente_pga.ui.pdf import Vondst, find_woorden
from gemeente_pga.ui.widgets.bladen import Bladen
from gemeente_pga.ui.worker import Worker

_WACHT_MS = 250  # after the last key
_KORTST = 2


class Bladzoeker(QtWidgets.QFrame):
    """Hidden until it is asked for. Nothing that is typed here is kept."""

    def __init__(self, worker: Worker, bladen: Bladen, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self._worker, self._bladen = worker, bladen
        self._vondsten: tuple[Vondst, ...] = ()
        self._welke, self._ronde = 0, 0
        self.setProperty("rol", "kaart")
        self.veld = QtWidgets.QLineEdit(self)
        self.veld.setAccessibleName("Zoeken in dit document")
        self.veld.setPlaceholderText("Zoeken in dit document")
        self.stand = QtWidgets.QLabel(self)
        self.stand.setMinimumWidth(110)
        self.vorige, self.volgende, self.dicht = (
            self._knop(tekst, icoon, doe)
            for tekst, icoon, doe in (
                ("Vorige (Shift+F3)", "chevron-up", lambda: self.stap(-1)),
                ("Volgende (F3)", "chevron-down", lambda: self.stap(1)),
                ("Zoeken sluiten (Esc)", "x", self.sluit),
            )
        )
        rij = QtWidgets.QHBoxLayout(self)
        rij.setContentsMargins(*(theme.RUIMTE[1],) * 4)
        rij.addWidget(self.veld, 1)
        for deel in (self.stand, self.vorige, self.volgende, self.dicht):
            rij.addWidget(deel)
        self._klok = QtCore.QTimer(self, singleShot=True, interval=_WACHT_MS)
        self._klok.timeout.connect(self._zoek)
        self.veld.textChanged.connect(lambda _tekst: self._klok.start())
        self.veld.returnPressed.connect(lambda: self.stap(1))
        self.acties = [
            self._actie("Zoeken in dit document", "Ctrl+F", self.begin),
            self._actie("Volgende vindplaats", "F3", lambda: self.stap(1)),
            self._actie("Vorige vindplaats", "Shift+F3", lambda: self.stap(-1)),
        ]
        self.hide()

    def begin(self) -> None:
        """Open the bar; what was looked for before stands there to be typed over."""
        if not self._bladen.bladen:
            return
        self.show()
        self.veld.setFocus()
        self.veld.selectAll()
        self._zoek()

    def sluit(self) -> None:
        """Close it and take the marks away; the focus goes back to the pages."""
        if self.isHidden():
            return
        self.vergeet()
        self._bladen.setFocus()

    def vergeet(self) -> None:
        """Another document: nothing of the search stays."""
        self._ronde += 1
        self._klok.stop()
        self.veld.clear()
        self.hide()
        self._neem(())

    def stap(self, kant: int) -> None:
        """The next hit, or the one before; after the last comes the first."""
        if self.isHidden():
            self.begin()
        elif self._klok.isActive():
            self._zoek()
        elif self._vondsten:
            self._toon((self._welke + kant) % len(self._vondsten))

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Escape closes the bar."""
        if event.key() == QtCore.Qt.Key.Key_Escape:
            self.sluit()
        else:
            super().keyPressEvent(event)

    # ---- inside

    def _zoek(self) -> None:
        self._klok.stop()
        self._ronde += 1
        woord, pdf, ronde = self.veld.text().strip(), self._bladen.pdf, self._ronde
        if len(woord) < _KORTST or not pdf:
            self._neem(())
            return

        def neem(vondsten: tuple[Vondst, ...]) -> None:
            if ronde == self._ronde:
                self._neem(vondsten)

        self._worker.run(lambda: find_woorden(pdf, woord), neem, lambda _fout: neem(()))

    def _neem(self, vondsten: tuple[Vondst, ...]) -> None:
        self._vondsten = vondsten
        for knop in (self.vorige, self.volgende):
            knop.setEnabled(bool(vondsten))
        if vondsten:
            hier = self._bladen.huidig()
            self._toon(next((n for n, v in enumerate(vondsten) if v.blad >= hier), 0))
            return
        self._bladen.merk((), -1)
        kort = len(self.veld.text().strip()) < _KORTST
        self.stand.setText("" if kort else "Niet gevonden")
        self.veld.setAccessibleDescription(self.stand.text())

    def _toon(self, welke: int) -> None:
        self._welke = welke
        self._bladen.merk(self._vondsten, welke)
        blad = self._vondsten[welke].blad + 1
        self.stand.setText(f"{getal(welke + 1)} van {getal(len(self._vondsten))}")
        self.veld.setAccessibleDescription(f"{self.stand.text()}, op bladzijde {blad}")

    def _knop(self, tekst: str, icoon: str, doe: object) -> QtWidgets.QToolButton:
        knop = QtWidgets.QToolButton(self)
        knop.setAccessibleName(tekst.partition(" (")[0])
        knop.setToolTip(tekst)
        theme.zet_icoon(knop, icoon)
        knop.clicked.connect(doe)
        return knop

    def _actie(self, tekst: str, toetsen: str, doe: object) -> QtGui.QAction:
        actie = nieuwe_sneltoets(QtGui.QAction(tekst, self._bladen), toetsen)
        actie.triggered.connect(doe)
        self._bladen.addAction(actie)
        return actie
