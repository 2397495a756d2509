# SPDX-License-Identifier: EUPL-1.2
"""Inrichting, tab Overdracht: the document for who takes over the work, made from what is in the kluis."""

from gemeente_pga.domain.opvolging import beoordeel_opvolging
from gemeente_pga.handelingen.opvolging import make_overdrachtsdocument
from gemeente_pga.store.queries.opvolging import laatste_opvolgstuk
from gemeente_pga.ui.forms.ui_overdrachtsdocument import Ui_Overdrachtsdocument
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.opbergen import maak_af
from gemeente_pga.ui.screens.inrichting_deel import Deel

_CONCEPT = ("inrichting", "overdracht")
_UITLEG = (
    "Voor wie uw werk overneemt: wat er loopt, welke dagen eraan komen, met wie u werkt, waar alles ligt en "
    "wie de kluis kan openen. Dossiers staan erin met hun nummer, nooit met een naam. De rest van het "
    "document haalt het programma uit de kluis."
)


class OverdrachtDeel(Deel):
    """What the kluis cannot know is typed; the rest follows."""

    titel = "Overdracht"
    wegwijzersleutel = "opvolging"
    tabellen = frozenset({"document"})

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self._laatste: int | None = None
        self.formulier, _ = self.kaart_met_formulier(
            "Overdrachtsdocument", Ui_Overdrachtsdocument, _CONCEPT, _UITLEG
        )
        self.maakknop = self.knop("Overdrachtsdocument maken", self._maak)
        self.openknop = self.knop("Laatste overdrachtsdocument openen", self._open, primair=False)
        self.sluit_af()

    def herlaad(self) -> None:
        """Bring back what was typed; an earlier document can be opened."""
        with self.omgeving.store.reader() as r:
            self._laatste = laatste_opvolgstuk(r)
        self.openknop.setVisible(self._laatste is not None)
        self.maakknop.setVisible(not self.omgeving.alleen_kijken)
        self.vul(self.formulier, {})

    def _maak(self) -> None:
        omgeving = self.omgeving
        opvolging = self.formulier.beoordeel(lambda invoer: beoordeel_opvolging(invoer, omgeving.vandaag()))
        if opvolging is None:
            return
        with self.formulier.wordt_vastgelegd():
            gemaakt = make_overdrachtsdocument(
                omgeving.store, opvolging, omgeving.kader, op=omgeving.vandaag(), concept=_CONCEPT
            )
        if isinstance(gemaakt, list):
            self.formulier.toon_gebreken(gemaakt)
            return
        self.formulier.wis()
        maak_af(omgeving, lambda: omgeving.window.open("document", gemaakt))

    def _open(self) -> None:
        if self._laatste is not None:
            self.omgeving.window.open("document", self._laatste)
