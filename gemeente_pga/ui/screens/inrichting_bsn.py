# SPDX-License-Identifier: EUPL-1.2
"""The switch for the burgerservicenummer: off, until somebody names the law that allows it."""

from gemeente_pga.domain.bsn import Bsngebruik, beoordeel_gebruik
from gemeente_pga.domain.tekst import getal
from gemeente_pga.handelingen.bsn import set_gebruik
from gemeente_pga.store.queries.bsn import aantal_bsn, bsngebruik
from gemeente_pga.ui import messages
from gemeente_pga.ui.forms.ui_bsn_gebruik import Ui_BsnGebruik
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import knop, label, links
from gemeente_pga.ui.widgets.paneel import Formulierpaneel

CONCEPT = ("inrichting", "bsn")
UITLEG = (
    "Dit staat uit. U schakelt het burgerservicenummer in. Het komt nooit op papier. Noem de wet die dit "
    "toestaat (UAVG, artikel 46)."
)
_AAN = "Het burgerservicenummer is ingeschakeld. De wet die het toestaat: {wet}."


class BsnKaart(Formulierpaneel):
    """On with a law; off takes all numbers away."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(
            omgeving, "Burgerservicenummer", Ui_BsnGebruik(), naam="inrichting_bsn",
            knop="Burgerservicenummer inschakelen", met_terug=False,
        )  # fmt: skip
        self.stand = label("", "stil")
        self.inhoud.insertWidget(1, self.stand)
        self.uit = knop("Uitschakelen", self._schakel_uit, naam="inrichting_bsn_uit")
        self.inhoud.addLayout(links(self.uit))
        self.stel_in(lambda invoer: beoordeel_gebruik(invoer, omgeving.vandaag()), self._schakel_in)
        self.vastgelegd.connect(self.herlaad)

    def herlaad(self) -> None:
        """Show how it stands."""
        with self.omgeving.store.reader() as r:
            gebruik = bsngebruik(r)
        self.stand.setText(_AAN.format(wet=gebruik.wet) if gebruik.aan else UITLEG)
        self.toon(CONCEPT, {"wet": ""}, alleen_lezen=gebruik.aan or self.omgeving.alleen_kijken)
        self.vorm.setVisible(not gebruik.aan)
        self.uit.setVisible(gebruik.aan and not self.omgeving.alleen_kijken)

    def _schakel_in(self, gebruik: Bsngebruik, concept: tuple[str, str]) -> None:
        set_gebruik(self.omgeving.store, gebruik, concept=concept)
        self.omgeving.window.meld("Het burgerservicenummer is ingeschakeld.")

    def _schakel_uit(self) -> None:
        with self.omgeving.store.reader() as r:
            aantal = aantal_bsn(r)
        weg = (
            "Het vastgelegde nummer verdwijnt" if aantal == 1 else f"Alle {getal(aantal)} nummers verdwijnen"
        )
        tekst = f"{weg} uit de kluis." if aantal else "Er is geen nummer vastgelegd."
        if messages.vraag(self, "Burgerservicenummer uitschakelen?", tekst, "Uitschakelen", "Laten staan"):
            set_gebruik(self.omgeving.store, Bsngebruik(aan=False, wet=""))
            self.herlaad()
            self.omgeving.window.meld("Het burgerservicenummer is uitgeschakeld.")
