# SPDX-License-Identifier: EUPL-1.2
"""The wachtzin again, before something that cannot be taken back: a panel over the whole window.

For a colleague who sits down at an open screen (one minute, no tools). Hides how long an answer counts, that
checking it takes a second in the worker, and that guessing ends in a locked kluis.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.tekst import telwoord
from gemeente_pga.handelingen.inrichting import log_wachtzin_onjuist
from gemeente_pga.ui import theme
from gemeente_pga.ui.poort.ontgrendelen import OEFENWACHTZIN

if TYPE_CHECKING:
    from gemeente_pga.ui.window import Window

GELDIG_S = 60.0
POGINGEN = 5
_BREEDTE = 480
UITLEG = (
    "Dit geldt één minuut. Zo kan niemand anders dit doen aan uw open scherm. Na vijf foute wachtzinnen "
    "vergrendelt het programma. Wat u typte, blijft bewaard."
)


def _nog(pogingen: int) -> str:
    """What is left before the kluis locks; a lost wachtzin is answered on the page for unlocking."""
    return (
        f"Let op hoofdletters, spaties en Caps Lock. U kunt het nog {telwoord(pogingen)} keer proberen. "
        "Daarna vergrendelt het programma. Weet u de wachtzin niet meer? Kies ‘Niet doen’."
    )


class Bevestiging(QtWidgets.QFrame):
    """One per window. `vraag` does what was asked at once when the wachtzin was typed a moment ago."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._dan: Callable[[], object] | None = None
        self._terug: QtWidgets.QWidget | None = None
        self._sinds = float("-inf")
        self._fouten = 0
        self._bezig = False
        self.setObjectName("bevestiging")
        self._bouw()
        self.hide()

    def vraag(self, waarom: str, dan: Callable[[], object]) -> None:
        """Do `dan` once the wachtzin has been typed; Escape leaves it undone.

        waarom: a sentence that says what is going to happen, and why that asks for the wachtzin.
        """
        if time.monotonic() - self._sinds <= GELDIG_S:
            dan()
            return
        self._dan = dan
        self._terug = self._window.focusWidget()
        self.waarom.setText(waarom)
        self._zeg("")
        self.regel.setText(OEFENWACHTZIN if self._window.omgeving.oefenkluis else "")
        self.schik()
        self.show()
        self.raise_()
        self.regel.setFocus()

    def sluit(self) -> None:
        """Close without doing anything; the focus goes back to where it was."""
        self._dan = None
        self.regel.clear()
        self.hide()
        with suppress(RuntimeError):  # that widget may be gone
            if self._terug is not None:
                self._terug.setFocus()

    def schik(self) -> None:
        """Over the whole window, so that nothing else can be clicked."""
        self.setGeometry(self._window.rect())
        self.kaart.setFixedWidth(min(_BREEDTE, self._window.width() - 48))

    # ---- inside

    def _controleer(self) -> None:
        zin = self.regel.text().strip()  # as it was when it was chosen
        if self._bezig:
            return
        if not zin:
            self._zeg("Typ eerst uw wachtzin.")
            self.regel.setFocus()
            return
        self.regel.clear()
        self._zeg("")
        self._zet_bezig(True)
        omgeving = self._window.omgeving
        omgeving.worker.run(lambda: omgeving.dienst.bevestig_wachtzin(zin), self._goed, self._fout)

    def _goed(self, _niets: object) -> None:
        self._zet_bezig(False)
        self._fouten = 0
        self._sinds = time.monotonic()
        dan = self._dan
        self.sluit()
        if dan is not None:
            dan()

    def _fout(self, fout: Exception) -> None:
        self._zet_bezig(False)
        if not isinstance(fout, Storing):
            self.sluit()
            raise fout
        self._fouten += 1
        log_wachtzin_onjuist(self._window.omgeving.store)
        if self._fouten >= POGINGEN:
            self.sluit()
            self._window.vergrendel_gevraagd.emit()
            return
        self._zeg(f"{fout.melding} {_nog(POGINGEN - self._fouten)}")
        if self.isVisible():  # not when the user went somewhere else meanwhile
            self.regel.setFocus()

    def _zet_bezig(self, bezig: bool) -> None:
        self._bezig = bezig
        for deel in (self.regel, self.doe_knop):
            deel.setEnabled(not bezig)
        self.doe_knop.setText("Wachtzin nakijken …" if bezig else "Doorgaan")

    def _zeg(self, tekst: str) -> None:
        self.melding.setText(tekst)
        self.melding.setVisible(bool(tekst))
        theme.zet_eigenschap(self.regel, "gebrek", bool(tekst))
        if tekst:
            QtGui.QAccessible.updateAccessibility(
                QtGui.QAccessibleEvent(self.melding, QtGui.QAccessible.Event.Alert)
            )

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Escape: do not do it."""
        if event.key() == QtCore.Qt.Key.Key_Escape:
            self.sluit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, verder: bool) -> bool:
        """Tab stays inside the panel: what lies under it cannot be reached meanwhile."""
        rij = [deel for deel in (self.regel, self.doe_knop, self.niet_knop) if deel.isEnabled()]
        huidig = self._window.focusWidget()
        plaats = rij.index(huidig) if huidig in rij else -1
        rij[(plaats + (1 if verder else -1)) % len(rij)].setFocus(QtCore.Qt.FocusReason.TabFocusReason)
        return True

    def _bouw(self) -> None:
        self.kaart = QtWidgets.QFrame(self)
        self.kaart.setProperty("rol", "kaart")
        kop = QtWidgets.QLabel("Typ uw wachtzin")
        kop.setProperty("rol", "kop")
        self.waarom = QtWidgets.QLabel()
        self.waarom.setWordWrap(True)
        label = QtWidgets.QLabel("Uw wacht&zin")
        label.setProperty("rol", "subkop")
        self.regel = QtWidgets.QLineEdit()
        self.regel.setObjectName("bevestigLineEdit")
        self.regel.setEchoMode(QtWidgets.QLineEdit.EchoMode.Password)
        self.regel.returnPressed.connect(self._controleer)
        label.setBuddy(self.regel)
        self.melding = QtWidgets.QLabel()
        self.melding.setProperty("rol", "gebrek")
        self.melding.setWordWrap(True)
        uitleg = QtWidgets.QLabel(UITLEG)
        uitleg.setProperty("rol", "hulp")
        uitleg.setWordWrap(True)
        self.doe_knop = QtWidgets.QPushButton("Doorgaan")
        self.doe_knop.setProperty("rol", "primair")
        self.doe_knop.clicked.connect(self._controleer)
        self.niet_knop = QtWidgets.QPushButton("Niet doen")
        self.niet_knop.clicked.connect(self.sluit)
        knoppen = QtWidgets.QHBoxLayout()
        for knop in (self.doe_knop, self.niet_knop):
            knoppen.addWidget(knop)
        knoppen.addStretch(1)
        inhoud = QtWidgets.QVBoxLayout(self.kaart)
        inhoud.setContentsMargins(*(theme.RUIMTE[3],) * 4)
        inhoud.setSpacing(theme.RUIMTE[1])
        for deel in (kop, self.waarom, label, self.regel, self.melding, uitleg):
            inhoud.addWidget(deel)
        inhoud.addLayout(knoppen)
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.addWidget(self.kaart, 0, QtCore.Qt.AlignmentFlag.AlignCenter)
