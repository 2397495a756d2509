# SPDX-License-Identifier: EUPL-1.2
"""Inrichting, tabs Kluis and Back-up: wachtzin, herstelcode, lock time, and making a back-up.

Everything slow runs in the worker with the tab switched off; what is changed is logged afterwards.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.gebrek import Gebrek, Storing
from gemeente_pga.domain.inrichting import (
    INSTELLING_BACKUPMAP,
    INSTELLING_SCHERM_DELEN,
    INSTELLING_VERGRENDELTIJD,
    VERGRENDELTIJD,
    VERGRENDELTIJDEN,
)
from gemeente_pga.domain.moment import moment_lang
from gemeente_pga.handelingen import inrichting as handelingen
from gemeente_pga.handelingen.backup import register_reservekopie
from gemeente_pga.store.queries.inrichting import instelling
from gemeente_pga.ui import messages
from gemeente_pga.ui.form import Formulier, vul_keuzes
from gemeente_pga.ui.forms.ui_backup import Ui_Backup
from gemeente_pga.ui.forms.ui_vergrendeling import Ui_Vergrendeling
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.inrichting_deel import Deel, regel

T = TypeVar("T")


class TraagDeel(Deel):
    """A tab with work that takes a second or more."""

    def doe_traag(
        self, wat: str, job: Callable[[], T], klaar: Callable[[T], object], veld: str, f: Formulier
    ) -> None:
        """Run job in the worker with everything switched off; a Storing is shown at the field."""

        def mislukt(fout: Exception) -> None:
            if not isinstance(fout, Storing):
                raise fout
            f.toon_gebreken([Gebrek(veld, f"{fout.melding} {fout.raad}".strip())])

        self.omgeving.window.onderhoud(wat, job, klaar, mislukt)


class KluisDeel(TraagDeel):
    """Who gets in, and when the kluis locks itself."""

    titel = "Vergrendelen"
    wegwijzersleutel = "kluis_wachtzin"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self._bouw_vergrendeling()
        self.sluit_af()

    def herlaad(self) -> None:
        """Show the lock time as it is."""
        with self.omgeving.store.reader() as r:
            minuten = instelling(r, INSTELLING_VERGRENDELTIJD, str(VERGRENDELTIJD))
            delen = instelling(r, INSTELLING_SCHERM_DELEN, "nee") == "ja"
        if not self.slot.vuil:
            self.slot.vul({"vergrendeltijd": minuten, "scherm_delen": delen})

    def _bouw_vergrendeling(self) -> None:
        self.slot, ui = self.kaart_met_formulier("Vergrendelen", Ui_Vergrendeling, None)
        vul_keuzes(ui.vergrendeltijdKeuzeGroep, [(str(m), f"{m} minuten") for m in VERGRENDELTIJDEN])
        self.knop("Vergrendelen vastleggen", self._leg_tijd_vast)

    def _leg_tijd_vast(self) -> None:
        invoer = self.slot.lees()
        zin = "U wijzigt wanneer de kluis vergrendelt, of wie mag meekijken."
        self.omgeving.window.bevestig(zin, lambda: self._is_bevestigd(invoer))

    def _is_bevestigd(self, invoer: dict[str, object]) -> None:
        store, minuten = self.omgeving.store, str(invoer["vergrendeltijd"])
        nieuw = {
            INSTELLING_VERGRENDELTIJD: minuten,
            INSTELLING_SCHERM_DELEN: "ja" if invoer["scherm_delen"] else "nee",
        }
        with store.reader() as r:
            oud = {
                INSTELLING_VERGRENDELTIJD: instelling(r, INSTELLING_VERGRENDELTIJD, str(VERGRENDELTIJD)),
                INSTELLING_SCHERM_DELEN: instelling(r, INSTELLING_SCHERM_DELEN, "nee"),
            }
        for sleutel in nieuw:
            if nieuw[sleutel] != oud[sleutel]:
                handelingen.set_instelling(store, sleutel, nieuw[sleutel])
        self.slot.klaar()
        self.omgeving.window.meld(f"De kluis vergrendelt na {minuten} minuten zonder toets of klik.", "goed")


class BackupDeel(TraagDeel):
    """One button: a verified copy in the chosen folder."""

    titel = "Back-up"
    wegwijzersleutel = "backup"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        uitleg = (
            "De back-up is een versleutelde kopie, met alles erin. "
            "Hij gaat open met uw wachtzin of herstelcode van nu. "
            "Terugzetten doet u op een lege plaats, bij de eerste start van het programma."
        )
        self.formulier, ui = self.kaart_met_formulier("Back-up maken", Ui_Backup, None, uitleg)
        self.laatste = regel("")
        if self._kaart is not None:
            self._kaart.inhoud.insertWidget(1, self.laatste)
        kies = QtWidgets.QPushButton("Kies een map", self)
        kies.clicked.connect(self._kies)
        ui.layout.addWidget(kies, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        self.maak = self.knop("Back-up maken en controleren", self._maak)
        self.sluit_af()

    def herlaad(self) -> None:
        """The folder of last time and when that was."""
        with self.omgeving.store.reader() as r:
            map_ = instelling(r, INSTELLING_BACKUPMAP)
        if not self.formulier.vuil:
            self.formulier.vul({"backupmap": map_})
        wanneer = self.omgeving.dienst.laatste_backup()
        if wanneer is None:
            self.laatste.setText("Er is nog geen back-up gemaakt.")
        else:
            moment = moment_lang(wanneer.isoformat(timespec="seconds"))
            self.laatste.setText(f"Laatste goede back-up: {moment}.")

    def _kies(self) -> None:
        gekozen = messages.kies_map(self, "Waar komt de back-up?")
        if gekozen is not None:
            self.formulier.vul({"backupmap": str(gekozen)})

    def _maak(self) -> None:
        map_ = str(self.formulier.lees()["backupmap"])
        if not map_ or not Path(map_).is_dir():
            zin = "Deze map is er niet. Steek de stick in de computer, of kies een andere map."
            self.formulier.toon_gebreken([Gebrek("backupmap", zin if map_ else "Kies eerst een map.")])
            return
        with self.omgeving.store.reader() as r:
            was = instelling(r, INSTELLING_BACKUPMAP)
        if was != map_:
            handelingen.set_instelling(self.omgeving.store, INSTELLING_BACKUPMAP, map_)
        dienst = self.omgeving.dienst
        self.doe_traag(
            "De back-up wordt gemaakt, teruggelezen en gecontroleerd…",
            lambda: dienst.maak_backup(Path(map_)),
            self._is_gemaakt,
            "backupmap",
            self.formulier,
        )

    def _is_gemaakt(self, map_: Path) -> None:
        register_reservekopie(self.omgeving.store, map_)
        self.formulier.klaar()
        self.herlaad()
        self.omgeving.window.meld(f"De back-up is gemaakt en gecontroleerd: {map_.name}.", "goed")
