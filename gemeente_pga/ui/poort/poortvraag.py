# SPDX-License-Identifier: EUPL-1.2
"""What stands between the start and the first screen when the kluis cannot simply be shown.

The program may not work in this folder, the mark disagrees and the user says why, the clock is hard to
believe, the kluis cannot be written. None shows anything of a dossier. When nobody answers for a while the
keys are forgotten.
"""

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.gebrek import Gebrek, Storing
from gemeente_pga.domain.klok import KlokStoring
from gemeente_pga.domain.merk import REDENEN, MerkStoring
from gemeente_pga.ui import messages, theme
from gemeente_pga.ui.form import Formulier, vul_keuzes
from gemeente_pga.ui.forms.ui_poortvraag import Ui_Poortvraag
from gemeente_pga.ui.widgets.rolblad import maak_leesbaar

_GEDULD_MS = 5 * 60_000
_GEWEIGERD = "De kluis kan nu niet worden geopend"
_MERK = "Is dit de nieuwste kluis?"
_KLOK = "Is dit de goede datum?"
_NIET_SCHRIJFBAAR = "De kluis kan nu niet worden gebruikt"
_UITLEG = (
    "Ook bekijken wordt vastgelegd in het journaal. Zolang dat niet kan, opent het programma geen dossier. "
    "Maak een back-up op een andere plaats en herstel daarna de schijf of de map."
)


class Poortvraag(QtWidgets.QWidget):
    """A page with what is wrong, what to do, and a few buttons. `verlopen`: nobody answered."""

    verlopen = QtCore.Signal()

    def __init__(self, titel: str, melding: str, raad: str) -> None:
        super().__init__()
        self.ui = Ui_Poortvraag()
        self.ui.setupUi(self)
        self.ui.titelLabel.setText(titel)
        self.ui.meldingLabel.setText(melding)
        self.ui.raadLabel.setText(raad)
        self.ui.sluitPushButton.clicked.connect(self.close)
        rol = self.ui.scrollArea
        rol.setAccessibleName(titel)
        rol.setAccessibleDescription(f"{melding} {raad}")
        rol.verticalScrollBar().rangeChanged.connect(self._begin_bovenaan)
        self._geduld = QtCore.QTimer(self)
        self._geduld.setSingleShot(True)
        self._geduld.timeout.connect(self.verlopen)
        self._geduld.start(_GEDULD_MS)
        self._zeg("")
        self._zet_bezig(False)
        theme.zet_iconen(self)

    def eerste_focus(self) -> None:
        """To the first button when it is seen from the top, else to the page: that is read first."""
        self.ui.scrollArea.verticalScrollBar().setValue(0)
        self._begin_bovenaan()
        self._begin().setFocus()

    def _eerste(self) -> QtWidgets.QPushButton:
        """The button that does no harm."""
        return self.ui.sluitPushButton

    def _begin(self) -> QtWidgets.QWidget:
        """Where to begin: the first button when that is seen from the top, else the page."""
        rol, knop = self.ui.scrollArea, self._eerste()
        onder = knop.mapTo(self.ui.blad, QtCore.QPoint(0, knop.height())).y()
        return knop if onder <= rol.viewport().height() else rol

    def _begin_bovenaan(self) -> None:
        """The room changed. As long as nobody chose another place, the focus is where it can be seen."""
        rol = self.ui.scrollArea
        maak_leesbaar(rol, aan=rol.verticalScrollBar().maximum() > 0)
        if self.focusWidget() in (rol, self._eerste()):
            self._begin().setFocus()

    def toon_bezig(self, tekst: str) -> None:
        """Say what is going on, and take no other order meanwhile."""
        self._geduld.stop()
        self.ui.bezigLabel.setText(tekst)
        self._zeg("")
        self._zet_bezig(True)

    def toon_voortgang(self, deel: float) -> None:
        """How much is done."""
        self.ui.bezigProgressBar.setMaximum(100)
        self.ui.bezigProgressBar.setValue(round(100 * deel))

    def toon_storing(self, storing: Storing) -> None:
        """Say what is wrong and what can be done."""
        self.toon_uitkomst(f"{storing.melding} {storing.raad}".strip(), goed=False)

    def toon_uitkomst(self, tekst: str, *, goed: bool) -> None:
        """Say how it went, and wait for the next order."""
        self._zet_bezig(False)
        self._zeg(tekst)
        theme.zet_eigenschap(self.ui.uitkomstLabel, "rol", "merk_goed" if goed else "gebrek")
        self._geduld.start(_GEDULD_MS)

    def _zet_bezig(self, bezig: bool) -> None:
        self.ui.bezigProgressBar.setMaximum(0)
        self.ui.bezigDeel.setVisible(bezig)
        for deel in (self.ui.redenDeel, self.ui.verderPushButton, self.ui.backupPushButton):
            deel.setEnabled(not bezig)

    def _zeg(self, tekst: str) -> None:
        self.ui.uitkomstLabel.setText(tekst)
        self.ui.uitkomstLabel.setVisible(bool(tekst))


class Geweigerd(Poortvraag):
    """This folder was refused before anything was asked: no wachtzin helps, only trying again."""

    opnieuw = QtCore.Signal()
    echte_kluis = QtCore.Signal()

    def __init__(self, storing: Storing, *, oefenen: bool) -> None:
        super().__init__(_GEWEIGERD, storing.melding, storing.raad)
        self.ui.redenDeel.hide()
        self.ui.verderPushButton.setText("&Opnieuw proberen")
        self.ui.verderPushButton.clicked.connect(self.opnieuw)
        self.ui.backupPushButton.setText("Naar de echte &kluis")
        self.ui.backupPushButton.setIcon(QtGui.QIcon())
        self.ui.backupPushButton.setVisible(oefenen)
        self.ui.backupPushButton.clicked.connect(self.echte_kluis)

    def _eerste(self) -> QtWidgets.QPushButton:
        """What helps once the other window is closed."""
        return self.ui.verderPushButton


class Merkvraag(Poortvraag):
    """The mark disagrees: stop, or say why and go on."""

    verder = QtCore.Signal(str)

    def __init__(self, storing: MerkStoring) -> None:
        super().__init__(_MERK, storing.melding, storing.raad)
        vul_keuzes(self.ui.redenKeuzeGroep, REDENEN)
        self._formulier = Formulier(self)
        self.ui.verderPushButton.setText("&Ga verder en leg vast waarom")
        self.ui.backupPushButton.hide()
        self.ui.verderPushButton.clicked.connect(self._verder)

    def _verder(self) -> None:
        reden = str(self._formulier.lees()["reden"])
        if not reden:
            self._formulier.toon_gebreken([Gebrek("reden", "Kies eerst wat er is gebeurd.")])
            return
        self._formulier.wis_gebreken()
        self.verder.emit(reden)


class Klokvraag(Poortvraag):
    """The day is hard to believe: stop, or say that it is right."""

    verder = QtCore.Signal()

    def __init__(self, storing: KlokStoring) -> None:
        super().__init__(_KLOK, storing.melding, storing.raad)
        self.ui.redenDeel.hide()
        self.ui.backupPushButton.hide()
        self.ui.verderPushButton.setText("&De datum klopt, ga verder")
        self.ui.verderPushButton.clicked.connect(self.verder)


class NietSchrijfbaar(Poortvraag):
    """Nothing can be recorded: make a back-up elsewhere, or try again."""

    opnieuw = QtCore.Signal()
    backup = QtCore.Signal(object)

    def __init__(self, storing: Storing) -> None:
        super().__init__(_NIET_SCHRIJFBAAR, storing.melding, f"{storing.raad} {_UITLEG}")
        self.ui.redenDeel.hide()
        self.ui.verderPushButton.setText("&Opnieuw proberen")
        self.ui.verderPushButton.clicked.connect(self.opnieuw)
        self.ui.backupPushButton.clicked.connect(self._kies_plaats)

    def _eerste(self) -> QtWidgets.QPushButton:
        """What helps most."""
        return self.ui.backupPushButton

    def _kies_plaats(self) -> None:
        doel = messages.kies_map(self, "Map voor de back-up")
        if doel is not None:
            self.backup.emit(doel)
