# SPDX-License-Identifier: EUPL-1.2
"""Inrichting, tabs Kluis and Back-up: wachtzin, herstelcode, lock time, and making a back-up.

Everything slow runs in the worker with the tab switched off; what is changed is logged afterwards.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.gebrek import Gebrek, Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.inrichting import (
    INSTELLING_BACKUPMAP,
    INSTELLING_SCHERM_DELEN,
    INSTELLING_VERGRENDELTIJD,
    VERGRENDELTIJD,
    VERGRENDELTIJDEN,
)
from gemeente_pga.domain.moment import moment_lang
from gemeente_pga.handelingen import inrichting as handelingen
from gemeente_pga.handelingen.sleutels import register_sleutels
from gemeente_pga.store.queries.inrichting import instelling
from gemeente_pga.ui import messages
from gemeente_pga.ui.form import Formulier, vul_keuzes
from gemeente_pga.ui.forms.ui_backup import Ui_Backup
from gemeente_pga.ui.forms.ui_herstelcode_nieuw import Ui_HerstelcodeNieuw
from gemeente_pga.ui.forms.ui_vergrendeling import Ui_Vergrendeling
from gemeente_pga.ui.forms.ui_wachtzin_wijzigen import Ui_WachtzinWijzigen
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.poort.wizard_bladen import HerstelcodeBlad
from gemeente_pga.ui.screens.inrichting_deel import Deel, regel
from gemeente_pga.ui.widgets.wachtzin import Wachtzinkeuze

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

    titel = "Kluis"
    wegwijzersleutel = "kluis_wachtzin"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self._bouw_wachtzin()
        self._bouw_herstelcode()
        self._bouw_vergrendeling()
        self.sluit_af()

    def herlaad(self) -> None:
        """Show the lock time as it is."""
        with self.omgeving.store.reader() as r:
            minuten = instelling(r, INSTELLING_VERGRENDELTIJD, str(VERGRENDELTIJD))
            delen = instelling(r, INSTELLING_SCHERM_DELEN, "nee") == "ja"
        if not self.slot.vuil:
            self.slot.vul({"vergrendeltijd": minuten, "scherm_delen": delen})

    def _bouw_wachtzin(self) -> None:
        uitleg = (
            "Een oude back-up blijft opengaan met de wachtzin van toen. Bewaar of vernietig die dus bewust."
        )
        self.oud, _ = self.kaart_met_formulier("Wachtzin wijzigen", Ui_WachtzinWijzigen, None, uitleg)
        self.keuze = Wachtzinkeuze(self.omgeving.dienst, self)
        self.keuze.setProperty("eigen_formulier", True)
        if self._kaart is not None:
            self._kaart.inhoud.addWidget(self.keuze)
        self.knop("Wachtzin wijzigen", self._wijzig_wachtzin)

    def _wijzig_wachtzin(self) -> None:
        oud = str(self.oud.lees()["oud"])
        if not oud:
            self.oud.toon_gebreken([Gebrek("oud", "Vul uw wachtzin van nu in.")])
            return
        nieuw = self.keuze.wachtzin()
        if not nieuw:
            return
        dienst = self.omgeving.dienst
        self.doe_traag(
            "De wachtzin wordt gewijzigd…",
            lambda: dienst.sleutels.wijzig_wachtzin(oud, nieuw),
            lambda _: self._is_gewijzigd(),
            "oud",
            self.oud,
        )

    def _is_gewijzigd(self) -> None:
        self._leg_sleutels_vast(Handeling.KLUIS_WACHTZIN_WIJZIGEN)
        self.oud.wis()
        self.keuze.wis()
        self.omgeving.window.meld("Uw wachtzin is gewijzigd. Maak nu een nieuwe back-up.", "goed")

    def _leg_sleutels_vast(self, handeling: Handeling) -> None:
        sloten = self.omgeving.dienst.sleutels.sloten()
        register_sleutels(self.omgeving.store, handeling, sloten, self.omgeving.vandaag())

    def _bouw_herstelcode(self) -> None:
        uitleg = "Is het papier weg, of zag een ander het? Maak een nieuwe code. De oude werkt dan niet meer."
        self.herstel, _ = self.kaart_met_formulier("Nieuwe herstelcode", Ui_HerstelcodeNieuw, None, uitleg)
        self.maak_code = self.knop("Nieuwe herstelcode maken", self._maak_code)
        self.blad = HerstelcodeBlad()
        self.blad.hide()
        if self._kaart is not None:
            self._kaart.inhoud.addWidget(self.blad)
        self.controleer = self.knop("Twee groepen controleren", self._controleer_code)
        self.controleer.hide()

    def _maak_code(self) -> None:
        wachtzin = str(self.herstel.lees()["wachtzin"])
        if not wachtzin:
            self.herstel.toon_gebreken([Gebrek("wachtzin", "Vul uw wachtzin in.")])
            return
        dienst = self.omgeving.dienst
        self.doe_traag(
            "De nieuwe herstelcode wordt gemaakt…",
            lambda: dienst.sleutels.nieuwe_herstelcode(wachtzin).code,
            self._toon_code,
            "wachtzin",
            self.herstel,
        )

    def _toon_code(self, code: str) -> None:
        self._leg_sleutels_vast(Handeling.KLUIS_HERSTELCODE_VERNIEUWEN)
        self.herstel.wis()
        self.blad.zet_code(code)
        self.blad.show()
        self.controleer.show()
        zin = "Schrijf de nieuwe code over of druk hem af. U ziet hem één keer."
        self.omgeving.window.meld(zin, "let_op")

    def _controleer_code(self) -> None:
        if self.blad.is_goed():
            self.blad.hide()
            self.controleer.hide()
            zin = "De nieuwe herstelcode klopt. Vernietig het oude papier en maak een nieuwe back-up."
            self.omgeving.window.meld(zin, "goed")

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
        handelingen.register_reservekopie(self.omgeving.store, map_)
        self.formulier.klaar()
        self.herlaad()
        self.omgeving.window.meld(f"De back-up is gemaakt en gecontroleerd: {map_.name}.", "goed")
