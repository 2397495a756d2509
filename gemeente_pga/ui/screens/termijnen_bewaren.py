# SPDX-License-Identifier: EUPL-1.2
"""Over all dossiers, by number: until when each is kept, and what stands in the way of destroying it."""

from gemeente_pga.domain.bewaren import GEEN_EINDDATUM
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.store.queries.bewaarlijst import Bewaarregel, bewaarregels
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.inrichting_deel import Deel, regel
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan

UITLEG = (
    "Gesloten dossiers, het vroegste einde eerst. Het programma vernietigt niets vanzelf. "
    "Open een dossier om de bewaring vast te stellen of te verlengen."
)
NIETS = "Er is geen gesloten dossier."


class BewarenDeel(Deel):
    """The tab Bewaren en vernietigen."""

    titel = "Bewaren en vernietigen"
    wegwijzersleutel = "bewaren"
    tabellen = frozenset({"bewaring", "bewaarverlenging", "opschorting", "dossier", "casus", "signaal"})

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self._bouw_termijnen()
        self.sluit_af()

    def herlaad(self) -> None:
        """The list of closed dossiers."""
        with self.omgeving.store.reader() as r:
            regels = bewaarregels(r)
        self.dossiers.toon(regels)
        pas_hoogte_aan(self.dossiers, len(regels))
        self.dossiers.setVisible(bool(regels))
        self.niets.setVisible(not regels)
        self.zonder.setVisible(any(rij.waardering == "" for rij in regels))

    def _bouw_termijnen(self) -> Kaart:
        kaart = self.kaart("Bewaartermijnen", UITLEG)
        self.zonder = regel(GEEN_EINDDATUM, "merk_let_op")
        self.dossiers = Lijst(self)
        self.dossiers.setObjectName("bewaarlijst")
        self.dossiers.setAccessibleName("Gesloten dossiers met hun bewaartermijn")
        self.dossiers.stel_in(
            [
                Kolom[Bewaarregel]("Dossier", lambda b: b.nummer),
                Kolom[Bewaarregel]("Soort", self._soort, rek=True),
                Kolom[Bewaarregel]("Bewaren tot", _tot),
                Kolom[Bewaarregel]("Stand", lambda b: b.stand(self.omgeving.vandaag()), rek=True),
            ],
            sleutel=lambda b: b.dossier_id,
        )
        self.dossiers.geopend.connect(lambda b: self.omgeving.window.open("dossier", b.dossier_id, "bewaren"))
        self.niets = regel(NIETS, "stil")
        for deel in (self.zonder, self.dossiers, self.niets):
            kaart.inhoud.addWidget(deel)
        return kaart

    def _soort(self, rij: Bewaarregel) -> str:
        if not rij.bewaartermijn:
            return "Casus" if rij.met_casus else "Signaal"
        return self.omgeving.kader.bewaartermijn(rij.bewaartermijn).onderwerp


def _tot(rij: Bewaarregel) -> str:
    if rij.waardering == "bewaren":
        return "Blijvend"
    return datum_kort(rij.einde) if rij.einde else "Geen einddatum"
