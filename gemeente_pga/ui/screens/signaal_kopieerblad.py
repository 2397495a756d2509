# SPDX-License-Identifier: EUPL-1.2
"""A signal to copy into a form of the Zorg- en Veiligheidshuis: in the register first, then shown."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.gebrek import Gebrek, Storing
from gemeente_pga.domain.kopieerblad import WAT_KOPIEERBLAD, kopieerblad
from gemeente_pga.domain.stukken import Kopieervak
from gemeente_pga.domain.uitwisseling import Meldingsdeel, Meldingswens
from gemeente_pga.handelingen.signaal import deelconcept
from gemeente_pga.handelingen.verstrekking import register_kopieerblad
from gemeente_pga.store.queries.signaal import Signaalblad
from gemeente_pga.ui import theme
from gemeente_pga.ui.opbergen import maak_af
from gemeente_pga.ui.screens.dossier_deel import label
from gemeente_pga.ui.screens.signaal_melding import GEWIJZIGD, Meldingdeel
from gemeente_pga.ui.widgets.indeling import maak_leeg

WACHTZIN = "U zet gegevens klaar om te kopiëren naar een formulier buiten de kluis."
UITLEG_NA = (
    "Vastgelegd in het register. Kopieer per vak en plak het in hun formulier. Het klembord houdt het "
    "laatste vak "
    "vast tot u vergrendelt of hieronder leegmaakt. Hetzelfde blad ligt als document in het dossier."
)


class Kopieerdeel(Meldingdeel):
    """The same question as for a file; what comes out stands on the screen, field by field."""

    deel, knop = "kopieerblad", "Zet klaar om te kopiëren"
    titel = "Kopieerblad voor het Zorg- en Veiligheidshuis …"
    uitleg = (
        "Voor een huis dat met een eigen formulier werkt. U legt vast aan wie u dit geeft en waarom. "
        "Daarna staat "
        "elk vak klaar om te kopiëren, in de volgorde van een aanmelding. U kunt het blad ook afdrukken."
    )
    wegwijzer = "kopieerblad"
    gevolg = (
        "U geeft gegevens uit de kluis. Er staan een naam, een adres en het signaal in, en niet wie de "
        "melder is. "
        "U legt meteen vast dat u dit verstrekt."
    )

    def na_bouw(self) -> None:
        """The place of the sheet."""
        super().na_bouw()
        self._van: int | None = None
        self.blad_vak = QtWidgets.QWidget()
        self._rijen = QtWidgets.QVBoxLayout(self.blad_vak)
        self._rijen.setContentsMargins(0, 0, 0, 0)
        self._rijen.setSpacing(theme.RUIMTE[1])
        self.inhoud.addWidget(self.blad_vak)
        self.blad_vak.hide()

    def toon(self, blad: Signaalblad) -> None:
        """The sheet stays while the same signal is looked at."""
        super().toon(blad)
        if self._van != blad.id:
            self._wis_blad()

    def annuleer(self) -> None:
        """Nothing stays in sight."""
        self._wis_blad()
        super().annuleer()

    def beoordeel(self, invoer: Mapping[str, object]) -> Meldingswens | list[Gebrek]:
        """The same judgement; the register says how it went."""
        wens = super().beoordeel(invoer)
        if isinstance(wens, list):
            return wens
        return replace(wens, verstrekking=replace(wens.verstrekking, wat=WAT_KOPIEERBLAD))

    def vastleggen(self) -> None:
        """Judge, ask for the wachtzin, record, show."""
        wens = self.formulier.beoordeel(self.beoordeel)
        if wens is None or not self._mag():
            return
        gezien = self._deel_van(wens)
        self.omgeving.window.bevestig(WACHTZIN, lambda: self._zet_klaar(wens, gezien))

    def _deel_van(self, wens: Meldingswens) -> Meldingsdeel:
        return self._lees({"partij_id": wens.verstrekking.partij_id})

    def _zet_klaar(self, wens: Meldingswens, gezien: Meldingsdeel) -> None:
        if self._deel_van(wens) != gezien:
            self._bij()
            self.omgeving.window.meld(GEWIJZIGD, "let_op")
            return
        self._van = self.blad.id
        try:
            with self.formulier.wordt_vastgelegd():
                document_id = self._registreer_blad(wens, gezien)
        except Storing as storing:
            self._van = None
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return
        self.formulier.wis()
        self._toon_blad(kopieerblad(gezien, wens), document_id)
        maak_af(self.omgeving)
        self.omgeving.window.meld("De verstrekking is vastgelegd. De vakken staan klaar om te kopiëren.")

    def _registreer_blad(self, wens: Meldingswens, gezien: Meldingsdeel) -> int:
        omgeving = self.omgeving
        return register_kopieerblad(
            omgeving.store,
            self.blad.id,
            wens,
            gezien,
            omgeving.kader,
            op=omgeving.vandaag(),
            concept=deelconcept(self.blad.id, self.deel),
        )

    def _toon_blad(self, vakken: Sequence[Kopieervak], document_id: int) -> None:
        maak_leeg(self._rijen)
        self._rijen.addWidget(label(UITLEG_NA, "stil"))
        groep, eerste = "", None
        for nummer, vak in enumerate(vakken):
            if vak.groep != groep:
                groep = vak.groep
                self._rijen.addWidget(label(groep, "subkop"))
            knop = self._rij(nummer, vak)
            eerste = eerste or knop
        papier = QtWidgets.QPushButton("Blad openen om af te &drukken …")
        papier.setObjectName("kopieerblad_document")
        papier.clicked.connect(partial(self._open_document, document_id))
        self._rijen.addWidget(papier, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        leeg = QtWidgets.QPushButton("Klembord &leegmaken en blad sluiten")
        leeg.setObjectName("kopieerblad_sluiten")
        leeg.clicked.connect(self._sluit_blad)
        self._rijen.addWidget(leeg, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        for deel in (self.vorm, self.vastlegknop, self.wegknop):
            deel.hide()
        self.blad_vak.show()
        if eerste is not None:
            QtCore.QTimer.singleShot(0, eerste, eerste.setFocus)

    def _rij(self, nummer: int, vak: Kopieervak) -> QtWidgets.QPushButton | None:
        houder = QtWidgets.QWidget()
        rij = QtWidgets.QHBoxLayout(houder)
        rij.setContentsMargins(0, 0, 0, 0)
        tekst = label(f"{vak.vraag}\n{_antwoord(vak)}", "" if vak.tekst else "stil")
        tekst.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        rij.addWidget(tekst, 1)
        knop = None
        if vak.tekst:
            knop = QtWidgets.QPushButton("Kopieer")
            knop.setObjectName(f"kopieer_{nummer}")
            knop.setAccessibleName(f"Kopieer {vak.groep}: {vak.vraag}")
            theme.zet_icoon(knop, "copy")
            knop.clicked.connect(partial(self._kopieer, vak))
            rij.addWidget(knop, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        self._rijen.addWidget(houder)
        return knop

    def _kopieer(self, vak: Kopieervak) -> None:
        """Marked for no history and taken back at locking, by the watch over the clipboard."""
        QtWidgets.QApplication.clipboard().setText(vak.tekst)
        self.omgeving.window.meld(f"Gekopieerd: {vak.vraag}.")

    def _open_document(self, document_id: int) -> None:
        """Printing goes through the page of the document, with its register."""
        maak_af(self.omgeving, lambda: self.omgeving.window.open("document", document_id))

    def _sluit_blad(self) -> None:
        QtWidgets.QApplication.clipboard().clear()
        self._wis_blad()
        self.gesloten.emit(self)

    def _wis_blad(self) -> None:
        self._van = None
        maak_leeg(self._rijen)
        self.blad_vak.hide()
        for deel in (self.vorm, self.vastlegknop, self.wegknop):
            deel.show()


def _antwoord(vak: Kopieervak) -> str:
    if not vak.tekst:
        return f"Leeg laten. {vak.leeg}"
    return f"{vak.tekst}\n{vak.leeg}".rstrip()
