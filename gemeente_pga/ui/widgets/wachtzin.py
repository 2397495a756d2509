# SPDX-License-Identifier: EUPL-1.2
"""Choosing a wachtzin: six words are offered, an own one is judged, and it is typed back once."""

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.bestandswachtwoord import check_bestandswachtwoord
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kluisdienst import Kluisdienst, Sterkte
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import Formulier
from gemeente_pga.ui.forms.ui_wachtzin import Ui_Wachtzin

_PAUZE_MS = 300
ANDERS = "Dit is niet dezelfde zin. Kijk goed naar spaties en hoofdletters."
NIET_PLAKKEN = "Typ de zin hier zelf. Zo weet u zeker dat u hem kunt typen als u hem nodig hebt."
_BESTAND = (
    "Zes woorden die het programma koos, of een eigen wachtwoord van minstens 15 tekens. Neem nooit de "
    "wachtzin van de kluis."
)
_OVERTYPEN = "Schrijf het wachtwoord op papier en typ het daarvan over. Het programma bewaart het niet."
_KORT = "Drie woorden zijn genoeg, omdat de computer de andere helft bewaart. Minstens 10 tekens."


class Wachtzinkeuze(QtWidgets.QWidget):
    """Two lines: the wachtzin, and the same again. kort: a short phrase for beside the keystore.

    bestand: the password of one file; it is never the wachtzin, so it goes by another word.
    """

    def __init__(
        self,
        dienst: Kluisdienst,
        parent: QtWidgets.QWidget | None = None,
        *,
        kort: bool = False,
        bestand: bool = False,
    ) -> None:
        super().__init__(parent)
        self._dienst, self._kort, self._bestand = dienst, kort, bestand
        self.ui = Ui_Wachtzin()
        self.ui.setupUi(self)
        if kort:
            self.ui.wachtzinLabel.setText("Uw korte &zin")
            self.ui.wachtzinLineEdit.setProperty("hulp", _KORT)
            self.ui.herhaalLabel.setText("Typ de korte zin &nog een keer")
        if bestand:
            self.ui.wachtzinLabel.setText("Wac&htwoord van dit bestand")
            self.ui.wachtzinLineEdit.setProperty("hulp", _BESTAND)
            self.ui.herhaalLabel.setText("Typ het wachtwoord &nog een keer")
            self.ui.herhaalLineEdit.setProperty("hulp", _OVERTYPEN)
        self.formulier = Formulier(self)
        self._klok = QtCore.QTimer(self)
        self._klok.setSingleShot(True)
        self._klok.setInterval(_PAUZE_MS)
        self._klok.timeout.connect(self._toon_sterkte)
        for regel in (self.ui.wachtzinLineEdit, self.ui.herhaalLineEdit):
            regel.setProperty("geheim", True)  # copied, it leaves the clipboard by itself
        self.ui.wachtzinLineEdit.textChanged.connect(self._begin_klok)
        self.ui.anderePushButton.clicked.connect(self.bied_aan)
        self.ui.herhaalLineEdit.installEventFilter(self)
        self.ui.herhaalLineEdit.setAcceptDrops(False)
        theme.zet_iconen(self)

    def bied_aan(self) -> None:
        """Offer six new words."""
        beheer = self._dienst.sleutels
        self.ui.wachtzinLineEdit.setText(
            beheer.genereer_korte_zin() if self._kort else self._dienst.genereer_wachtzin()
        )
        self.ui.herhaalLineEdit.clear()
        self.formulier.wis_gebreken()

    def wachtzin(self) -> str:
        """The wachtzin; "" while it is too weak or not typed back, which is then said at the field."""
        zin = self.ui.wachtzinLineEdit.text().strip()
        oordeel = self._beoordeel(zin)
        if isinstance(oordeel, Gebrek):
            self._klok.stop()
            self.ui.sterkteLabel.clear()  # the field says it now
            self.formulier.toon_gebreken([Gebrek("wachtzin", oordeel.melding)])
            return ""
        if self.ui.herhaalLineEdit.text().strip() != zin:
            self.formulier.toon_gebreken([Gebrek("herhaal", ANDERS)])
            return ""
        self.formulier.wis_gebreken()
        return zin

    def wis(self) -> None:
        """Leave nothing in the lines."""
        self.ui.wachtzinLineEdit.clear()
        self.ui.herhaalLineEdit.clear()

    def eventFilter(self, bron: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """What is typed back is typed, not pasted, in whichever way: keys, menu, mouse, dropping.

        Everywhere else a wachtzin may be pasted, from a password manager for instance. Here typing shows that
        the phrase can be typed, before it is needed.
        """
        if bron is self.ui.herhaalLineEdit and _plakt(event):
            self.formulier.toon_gebreken([Gebrek("herhaal", NIET_PLAKKEN)])
            return True
        return super().eventFilter(bron, event)

    def _beoordeel(self, zin: str) -> Gebrek | Sterkte | None:
        if self._kort:
            return self._dienst.sleutels.beoordeel_korte_zin(zin)
        oordeel = self._dienst.beoordeel_wachtzin(zin)
        if not self._bestand:
            return oordeel
        if isinstance(oordeel, Gebrek):
            melding = oordeel.melding.replace("Deze wachtzin", "Dit wachtwoord")
            return Gebrek(oordeel.veld, melding.replace("wachtzin", "wachtwoord"))
        return check_bestandswachtwoord(zin) or oordeel

    def _begin_klok(self) -> None:
        self._klok.start()

    def _toon_sterkte(self) -> None:
        zin = self.ui.wachtzinLineEdit.text().strip()
        oordeel = self._beoordeel(zin) if zin else None
        if isinstance(oordeel, Gebrek):
            self.ui.sterkteLabel.setText(oordeel.melding)
        else:
            self.ui.sterkteLabel.setText(f"Sterkte: {oordeel.woorden}." if oordeel else "")


def _plakt(event: QtCore.QEvent) -> bool:
    """Would this put something there that was not typed? The menu has little else in it."""
    soort = QtCore.QEvent.Type
    if isinstance(event, QtGui.QKeyEvent):
        return event.type() in (soort.KeyPress, soort.ShortcutOverride) and event.matches(
            QtGui.QKeySequence.StandardKey.Paste
        )
    if isinstance(event, QtGui.QMouseEvent):
        return (
            event.type() == soort.MouseButtonRelease and event.button() == QtCore.Qt.MouseButton.MiddleButton
        )
    return event.type() in (soort.ContextMenu, soort.Drop)
