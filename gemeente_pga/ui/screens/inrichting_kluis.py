# SPDX-License-Identifier: EUPL-1.2
"""Inrichting, tab Vergrendelen: when the kluis locks itself, and who may look along."""

from collections.abc import Callable
from typing import TypeVar

from gemeente_pga.domain.beleid import VAN_WIE, Beleid
from gemeente_pga.domain.gebrek import Gebrek, Storing
from gemeente_pga.domain.inrichting import (
    INSTELLING_SCHERM_DELEN,
    INSTELLING_VERGRENDELTIJD,
    VERGRENDELTIJD,
)
from gemeente_pga.handelingen import inrichting as handelingen
from gemeente_pga.store.queries.inrichting import instelling
from gemeente_pga.ui.form import Formulier, vul_keuzes
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
        self._bouw_beleid()
        self.sluit_af()

    def herlaad(self) -> None:
        """Show the lock time as it is."""
        with self.omgeving.store.reader() as r:
            minuten = int(instelling(r, INSTELLING_VERGRENDELTIJD, str(VERGRENDELTIJD)))
            delen = instelling(r, INSTELLING_SCHERM_DELEN, "nee") == "ja"
        if not self.slot.vuil:
            self.slot.vul({"vergrendeltijd": str(self._beleid.minuten(minuten)), "scherm_delen": delen})

    def _bouw_vergrendeling(self) -> None:
        self.slot, ui = self.kaart_met_formulier("Vergrendelen", Ui_Vergrendeling, None)
        vul_keuzes(
            ui.vergrendeltijdKeuzeGroep, [(str(m), f"{m} minuten") for m in self._beleid.vergrendeltijden()]
        )
        self.knop("Vergrendelen vastleggen", self._leg_tijd_vast)

    def _bouw_beleid(self) -> None:
        """What cannot be changed here, and why not."""
        zinnen = self._beleid.zinnen()
        if zinnen:
            kaart = self.kaart(VAN_WIE, "Dit geldt op deze computer. U kunt het hier niet wijzigen.")
            for zin in zinnen:
                kaart.inhoud.addWidget(regel(zin))

    @property
    def _beleid(self) -> Beleid:
        return self.omgeving.dienst.beleid

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
