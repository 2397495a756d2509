# SPDX-License-Identifier: EUPL-1.2
"""On the first page of a dossier out of another kluis: from whom it came, and what to take up here."""

from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.store.queries.overgenomen import Overgenomen
from gemeente_pga.ui.screens.dossier_deel import Feitenlijst, label
from gemeente_pga.ui.widgets.kaart import Kaart

_STUKKEN = "{n} door de afzender vastgesteld, niet door u. De controlecode daarvan gaat u na bij de afzender."
_KLAAR = "Er staat niets meer open van de overname."


class Overgenomenkaart(Kaart):
    """Out of sight for a dossier that came into being here."""

    def __init__(self) -> None:
        super().__init__("Overgenomen uit een andere kluis")
        self.feiten = Feitenlijst()
        self.kop = label("Hier op te pakken", "subkop")
        self.te_doen = label("")
        self.te_doen.setObjectName("overgenomen_te_doen")
        self.te_doen.setAccessibleName("Hier op te pakken")
        for deel in (self.feiten, self.kop, self.te_doen):
            self.inhoud.addWidget(deel)

    def toon(self, overgenomen: Overgenomen | None) -> None:
        """Show where it came from and what is open; nothing for another dossier."""
        self.setVisible(overgenomen is not None)
        if overgenomen is None:
            self.feiten.toon(())
            self.te_doen.clear()
            return
        self.feiten.toon(
            [
                ("Van", overgenomen.afzender),
                ("Nummer daar", overgenomen.nummer),
                ("Overgenomen op", datum_kort(overgenomen.op)),
                ("Stukken", _STUKKEN.format(n=overgenomen.stukken) if overgenomen.stukken else ""),
            ]
        )
        self.te_doen.setText("\n".join(f"•  {zin}" for zin in overgenomen.te_doen) or _KLAAR)
