# SPDX-License-Identifier: EUPL-1.2
"""The unlock page: the first thing seen. Wachtzin, or the herstelcode when that is lost.

Loads nothing but Qt and the form: the rest of the program comes while the user types.
"""

import itertools
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.gebrek import Gebrek, Storing
from gemeente_pga.domain.kluisdienst import Kluisdienst, KluisSoort, KluisStaat
from gemeente_pga.domain.moment import moment_lang
from gemeente_pga.domain.sleutels import SlotSoort
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import Formulier
from gemeente_pga.ui.forms.ui_ontgrendelen import Ui_Ontgrendelen
from gemeente_pga.ui.poort import berichten
from gemeente_pga.ui.poort.sleutelwijze import Sleutelwijze
from gemeente_pga.ui.poort.wegloopwacht import Wegloopwacht
from gemeente_pga.ui.worker import Worker

if TYPE_CHECKING:
    from gemeente_pga.ui.widgets.wachtzin import Wachtzinkeuze

OEFENWACHTZIN = "oefenen oefenen oefenen"
_GEWIST = "Er is vijf minuten niets getypt. Wat er stond is gewist. Typ het opnieuw."
# Seconds to wait after the first, second, third … mistake.
_WACHT = (0, 0, 3, 5, 10, 20, 30)


class Ontgrendelen(QtWidgets.QWidget):
    """Emits `ontgrendeld` when the keys are there; the app does the rest."""

    ontgrendeld = QtCore.Signal()
    mislukt = QtCore.Signal()
    andere_kluis = QtCore.Signal()
    opnieuw = QtCore.Signal()
    terugzetten = QtCore.Signal()

    def __init__(self, dienst: Kluisdienst, worker: Worker, soort: KluisSoort, *, bericht: str = "") -> None:
        super().__init__()
        self._dienst, self._worker, self._soort = dienst, worker, soort
        self._oefenen = soort is KluisSoort.OEFENKLUIS
        self._backup_knop: QtWidgets.QPushButton | None = None
        self._fouten = 0
        self._nog = 0
        self._bezig = False
        self._herstel = self._papier = False
        self._weer_hier = True  # as far as known, whoever sits here goes on where they were
        self.wachtzin_vervangen = False
        self.ui = Ui_Ontgrendelen()
        self.ui.setupUi(self)
        self.formulier = Formulier(self)
        self.keuze: Wachtzinkeuze | None = None
        self._tik = QtCore.QTimer(self)
        self._tik.setInterval(1000)
        self._tik.timeout.connect(self._tel_af)
        self._geduld = Wegloopwacht(self)
        self._geduld.verlopen.connect(self._verloop)
        self._wijze = Sleutelwijze(self.ui, dienst, self)
        self._vul(bericht)
        self._verbind()
        theme.zet_iconen(self)

    def eerste_focus(self) -> None:
        """Ready to type."""
        (self.ui.herstelcodeLineEdit if self._herstel else self.ui.wachtzinLineEdit).setFocus()

    def toon_bezig(self, tekst: str) -> None:
        """Say what is going on, and take no other order meanwhile."""
        self.ui.bezigLabel.setText(tekst)
        self._zet_bezig(True)

    def toon_voortgang(self, deel: float) -> None:
        """How much of the reading of the kluis is done."""
        self.ui.bezigProgressBar.setMaximum(100)
        self.ui.bezigProgressBar.setValue(round(100 * deel))

    def toon_storing(self, storing: Storing) -> None:
        """Say what is wrong and what can be done."""
        self._zet_bezig(False)
        self.ui.papierPushButton.setVisible(storing.van_papier and not self._papier)
        self.ui.uitBackupPushButton.setVisible(storing.van_papier or self._papier)
        raad = berichten.OEFENEN_RAAD if self._oefenen and storing.beschadigd else storing.raad
        self._zeg(f"{storing.melding} {raad}".strip())
        if storing.beschadigd:
            self._bied_backup_aan()

    def toon_kapot(self, staat: KluisStaat) -> None:
        """What lies there is no whole kluis; without key files the herstelblad can make it one."""
        if self._oefenen:
            self.toon_storing(Storing(berichten.KAPOT[staat], berichten.OEFENEN_RAAD))
        elif staat is KluisStaat.DATABASE_ZONDER_SLEUTELBESTAND:
            self._weer_hier = False
            self.naar_papier()
            self.ui.berichtLabel.setText(f"{berichten.KAPOT[staat]} {berichten.PAPIER_RAAD}")
            self.ui.berichtLabel.show()
        else:
            self.toon_storing(Storing(berichten.KAPOT[staat], berichten.KAPOT_RAAD))
        self._bied_backup_aan()
        if not self._herstel:
            self._vraag_geen_sleutel()

    def _vraag_geen_sleutel(self) -> None:
        """There is nothing here that a wachtzin or herstelcode opens: leave only what helps."""
        ui, knop = self.ui, self._backup_knop
        for deel in (ui.uitlegLabel, ui.wachtzinDeel, ui.openPushButton):
            deel.hide()
        if knop is None:  # of a practice kluis there is no back-up, but it is soon made anew
            knop = ui.kwijtPushButton
        else:
            ui.kwijtPushButton.hide()
        theme.zet_eigenschap(knop, "rol", "primair")
        knop.setDefault(True)
        knop.show()  # hidden it takes no focus
        knop.setFocus()
        if ui.backupLabel.text() == berichten.GEEN_BACKUP:
            ui.backupLabel.setText(berichten.GEEN_BACKUP_BEKEND)

    def _bied_backup_aan(self) -> None:
        """The kluis does not open by any key: a back-up can take its place."""
        if self._oefenen or self._backup_knop is not None:
            return
        self._backup_knop = knop = QtWidgets.QPushButton("&Back-up terugzetten", self)
        knop.clicked.connect(self.terugzetten)
        onder = self.ui.meldingLabel.parentWidget()
        indeling = onder.layout() if onder is not None else None
        if isinstance(indeling, QtWidgets.QVBoxLayout):
            indeling.insertWidget(indeling.indexOf(self.ui.meldingLabel) + 1, knop)

    def open(self) -> None:
        """Try what was typed."""
        if self._nog or self._bezig:
            return
        if self._papier:
            self._herstel_van_papier()
        elif self._herstel:
            self._open_met_herstelcode()
        else:
            self._open_met_wachtzin()

    def naar_herstel(self) -> None:
        """The wachtzin is lost: ask for the herstelcode and a new wachtzin; or back."""
        self._papier = False
        self._zet_herstel(not self._herstel)

    def naar_papier(self) -> None:
        """The key files are lost: ask for everything that the herstelblad holds."""
        self._papier = True
        self.ui.papierPushButton.hide()
        self.ui.uitBackupPushButton.show()
        self._zet_herstel(True)

    def haal_uit_backup(self) -> None:
        """The key files are lost, and a back-up has them."""
        from gemeente_pga.ui import messages  # it loads printing, which the unlock page does not need

        bron = messages.kies_map(self, "In welke map staat de back-up?")
        if bron is not None:
            self._zet_bezig(True)
            self._worker.run(
                lambda: self._dienst.sleutels.haal_uit_backup(bron), self._is_teruggehaald, self._mislukt
            )

    def _is_teruggehaald(self, _niets: object) -> None:
        self._zet_bezig(False)
        self._papier = False
        for deel in (self.ui.papierPushButton, self.ui.uitBackupPushButton, self.ui.berichtLabel):
            deel.hide()
        self._wijze.toon()
        self._zet_herstel(False)
        self._zeg(berichten.TERUGGEHAALD)

    def _zet_herstel(self, herstel: bool) -> None:
        self._herstel = herstel
        if herstel and self.keuze is None:
            from gemeente_pga.ui.widgets.wachtzin import Wachtzinkeuze

            self.keuze = Wachtzinkeuze(self._dienst)
            self.ui.herstelLayout.replaceWidget(self.ui.nieuweWachtzin, self.keuze)
            self.ui.nieuweWachtzin.hide()
            self.keuze.bied_aan()
            nieuw = self.keuze.ui
            rij = (
                self.ui.herstelcodeLineEdit,
                self.ui.gegevensPlainTextEdit,
                nieuw.wachtzinLineEdit,
                nieuw.anderePushButton,
            )
            for een, ander in itertools.pairwise((*rij, nieuw.herhaalLineEdit, self.ui.openPushButton)):
                QtWidgets.QWidget.setTabOrder(een, ander)
            for regel in (nieuw.wachtzinLineEdit, nieuw.herhaalLineEdit):
                regel.returnPressed.connect(self.open)
            self._geduld.let_op(nieuw.wachtzinLineEdit, nieuw.herhaalLineEdit)
        if not herstel:  # nobody may read later what was half typed
            self._wis_herstel()
        self._toon_deel()
        self._zeg("")
        self.eerste_focus()

    def eventFilter(self, bron: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Notice Caps Lock from what a key gives."""
        if isinstance(event, QtGui.QKeyEvent) and event.type() == QtCore.QEvent.Type.KeyPress:
            teken = event.text()
            if len(teken) == 1 and teken.isalpha():
                shift = bool(event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier)
                self.ui.capsLabel.setVisible(teken.isupper() != shift)
            elif event.key() == QtCore.Qt.Key.Key_CapsLock:
                self.ui.capsLabel.hide()
        return super().eventFilter(bron, event)

    def hideEvent(self, event: QtGui.QHideEvent) -> None:
        """The user goes elsewhere: leave nothing that was typed."""
        super().hideEvent(event)
        if not event.spontaneous() and not self._oefenen:  # else only made small
            self._wis()

    # ---- inside

    def _verloop(self) -> None:
        """Nobody typed on: what stands there goes."""
        if self._bezig:
            self._geduld.begin()
            return
        self._wis()
        self._zeg(_GEWIST)
        self.eerste_focus()

    def _wis(self) -> None:
        self.ui.toonPushButton.setChecked(False)
        self.ui.wachtzinLineEdit.clear()
        self._wis_herstel()

    def _wis_herstel(self) -> None:
        self.ui.herstelcodeLineEdit.clear()
        self.ui.gegevensPlainTextEdit.clear()
        if self.keuze is not None:
            self.keuze.wis()
            self.keuze.bied_aan()
        self._geduld.stop()

    def _vul(self, bericht: str) -> None:
        self.ui.berichtLabel.setText(bericht)
        self.ui.berichtLabel.setVisible(bool(bericht))
        self.ui.capsLabel.hide()
        self._zeg("")
        self._zet_bezig(False)
        self.ui.papierPushButton.hide()
        self.ui.uitBackupPushButton.hide()
        self._toon_deel()
        self._wijze.toon()
        if self._oefenen:
            self.ui.uitlegLabel.setText(
                "Dit is de oefenomgeving. Alles is verzonnen. De wachtzin staat al klaar."
            )
            self.ui.wachtzinLineEdit.setText(OEFENWACHTZIN)
            self.ui.openPushButton.setText("Oefenomgeving openen")
            self.ui.anderePushButton.setText("Naar de echte &kluis")
            self.ui.kwijtPushButton.setText("Oefenomgeving opnieuw &maken")
            self.ui.backupLabel.hide()
            self.ui.lijn.hide()
            return
        if vooraf := berichten.bericht_vooraf(self._dienst, self._soort):
            self.ui.berichtLabel.setText(vooraf)
            self.ui.berichtLabel.show()
            self._weer_hier = False
            self.ui.uitlegLabel.hide()
        wanneer = self._dienst.laatste_backup(self._soort)
        moment = moment_lang(wanneer.isoformat(timespec="seconds")) if wanneer else ""
        self.ui.backupLabel.setText(f"Laatste back-up: {moment}." if moment else berichten.GEEN_BACKUP)

    def _verbind(self) -> None:
        ui = self.ui
        ui.openPushButton.clicked.connect(self.open)
        ui.wachtzinLineEdit.returnPressed.connect(self.open)
        ui.herstelcodeLineEdit.returnPressed.connect(self.open)
        ui.kwijtPushButton.clicked.connect(self._vraag_opnieuw if self._oefenen else self.naar_herstel)
        ui.papierPushButton.clicked.connect(self.naar_papier)
        ui.uitBackupPushButton.clicked.connect(self.haal_uit_backup)
        ui.anderePushButton.clicked.connect(self.andere_kluis)
        ui.toonPushButton.toggled.connect(self._toon_tekens)
        if not self._oefenen:
            self._geduld.let_op(ui.wachtzinLineEdit, ui.herstelcodeLineEdit, ui.gegevensPlainTextEdit)
        ui.wachtzinLineEdit.installEventFilter(self)

    def _open_met_wachtzin(self) -> None:
        zin = self.ui.wachtzinLineEdit.text().strip()  # as it was when it was chosen
        if not zin:
            self._zeg(
                f"Typ eerst uw {'korte zin' if self._wijze.soort is SlotSoort.SLEUTELBOS else 'wachtzin'}."
            )
            return
        met = self._wijze.soort
        self._begin(lambda: self._dienst.ontgrendel(zin, self._soort, met=met))

    def _open_met_herstelcode(self) -> None:
        if self.keuze is None:
            return
        code = self.ui.herstelcodeLineEdit.text()
        gebrek = self._dienst.controleer_herstelcode(code)
        if gebrek is not None:
            self.formulier.toon_gebreken([Gebrek("herstelcode", gebrek.melding)])
            return
        self.formulier.wis_gebreken()
        zin = self.keuze.wachtzin()
        if not zin:
            return

        self.wachtzin_vervangen = True
        self._begin(lambda: self._dienst.ontgrendel_met_herstelcode(code, zin, self._soort))

    def _herstel_van_papier(self) -> None:
        if self.keuze is None:
            return
        code, gegevens = (str(self.formulier.lees()[veld]) for veld in ("herstelcode", "gegevens"))
        oordelen = (
            self._dienst.controleer_herstelcode(code),
            self._dienst.controleer_sleutelgegevens(gegevens),
        )
        gebreken = [gebrek for gebrek in oordelen if gebrek is not None]
        self.formulier.toon_gebreken(gebreken)
        zin = "" if gebreken else self.keuze.wachtzin()
        if zin:
            self.wachtzin_vervangen = True
            self._begin(lambda: self._dienst.herstel_van_papier(code, gegevens, zin, self._soort))

    def _begin(self, taak: Callable[[], None]) -> None:
        self._zeg("")
        self._zet_bezig(True)
        self._worker.run(taak, self._gelukt, self._mislukt)

    def _gelukt(self, _niets: object) -> None:
        self.ui.wachtzinLineEdit.clear()
        self.ui.herstelcodeLineEdit.clear()
        self.ui.gegevensPlainTextEdit.clear()
        if self.keuze is not None:
            self.keuze.wis()
        self.ontgrendeld.emit()

    def _mislukt(self, fout: Exception) -> None:
        self.wachtzin_vervangen = False
        if not isinstance(fout, Storing):
            self._zet_bezig(False)
            raise fout
        self._fouten += 1
        self.toon_storing(fout)
        self.ui.wachtzinLineEdit.selectAll()
        self._nog = _WACHT[min(self._fouten, len(_WACHT)) - 1]
        if self._nog:
            self._tik.start()
            self._toon_wachten()
        self.eerste_focus()
        self.mislukt.emit()

    def _tel_af(self) -> None:
        self._nog -= 1
        if self._nog <= 0:
            self._nog = 0
            self._tik.stop()
        self._toon_wachten()

    def _toon_wachten(self) -> None:
        self.ui.openPushButton.setEnabled(self._nog == 0)
        tekst = "Oefenomgeving openen" if self._oefenen else "Kluis openen"
        self.ui.openPushButton.setText(f"Wacht nog {self._nog} seconden" if self._nog else tekst)

    def _toon_deel(self) -> None:
        self.ui.wachtzinDeel.setVisible(not self._herstel)
        self.ui.herstelDeel.setVisible(self._herstel)
        self.ui.gegevensDeel.setVisible(self._papier)
        self.ui.uitlegLabel.setVisible(self._weer_hier and not self._herstel)
        if not self._oefenen:
            self.ui.kwijtPushButton.setText(
                "&Terug naar de wachtzin" if self._herstel else "Ik ben mijn wachtzin &kwijt"
            )

    def _vraag_opnieuw(self) -> None:
        """Also the way out when the practice kluis does not open."""
        from gemeente_pga.ui import messages  # as above

        titel = "De oefenomgeving opnieuw maken?"
        zin = "Wat u hebt geoefend, verdwijnt. De verzonnen dossiers staan er daarna weer als nieuw."
        if messages.vraag(self, titel, zin, "Opnieuw maken", "Niet doen"):
            self.opnieuw.emit()

    def _toon_tekens(self, zichtbaar: bool) -> None:
        stand = QtWidgets.QLineEdit.EchoMode
        self.ui.wachtzinLineEdit.setEchoMode(stand.Normal if zichtbaar else stand.Password)
        self.ui.toonPushButton.setText("Verbergen" if zichtbaar else "Tonen")
        theme.zet_icoon(self.ui.toonPushButton, "eye-off" if zichtbaar else "eye")

    def _zet_bezig(self, bezig: bool) -> None:
        self._bezig = bezig
        self.ui.bezigProgressBar.setMaximum(0)
        self.ui.bezigDeel.setVisible(bezig)
        for deel in (
            self.ui.wachtzinDeel,
            self.ui.herstelDeel,
            self.ui.openPushButton,
            self.ui.kwijtPushButton,
            self.ui.papierPushButton,
            self.ui.uitBackupPushButton,
        ):
            deel.setEnabled(not bezig)
        self.ui.anderePushButton.setEnabled(not bezig)

    def _zeg(self, tekst: str) -> None:
        self.ui.meldingLabel.setText(tekst)
        self.ui.meldingLabel.setVisible(bool(tekst))
        if tekst:
            melding = QtGui.QAccessibleEvent(self.ui.meldingLabel, QtGui.QAccessible.Event.Alert)
            QtGui.QAccessible.updateAccessibility(melding)
