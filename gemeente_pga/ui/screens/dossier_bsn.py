# SPDX-License-Identifier: EUPL-1.2
"""The burgerservicenummer of the betrokkene: a card that exists only while a law was named in Inrichting."""

from dataclasses import asdict

from gemeente_pga.domain.bsn import Bsn, beoordeel_bsn, bsngronden
from gemeente_pga.handelingen.bsn import set_bsn
from gemeente_pga.store.queries.bsn import bsn_van, bsngebruik
from gemeente_pga.store.store import Reader
from gemeente_pga.ui import messages
from gemeente_pga.ui.form import vul_keuzes
from gemeente_pga.ui.forms.ui_bsn import Ui_Bsn
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import CODE, knop, links
from gemeente_pga.ui.widgets.paneel import Formulierpaneel

UITLEG = (
    "Dit nummer staat alleen hier. Het komt nooit op papier, de FG ziet het niet, en het gaat weg met het "
    "dossier. Leg het alleen vast als het echt nodig is."
)


class BsnPaneel(Formulierpaneel):
    """The number with its ground and necessity."""

    def __init__(self, omgeving: Omgeving) -> None:
        self._ui = Ui_Bsn()
        super().__init__(
            omgeving, "Burgerservicenummer", self._ui, naam=f"{CODE}_bsn", knop="Nu&mmer vastleggen",
            uitleg=UITLEG, met_terug=False,
        )  # fmt: skip
        self._persoon_id, self._dossier_id = 0, 0
        self.weg = knop("Nummer verwijderen", self._verwijder, rol="plat", icoon="trash-2")
        self.weg.setObjectName(f"{CODE}_bsn_verwijderen")
        self.inhoud.addLayout(links(self.weg))
        self.hide()

    def toon_van(
        self, r: Reader, dossier_id: int, persoon_id: int, concept: tuple[str, str], *, dicht: bool
    ) -> None:
        """What is recorded of this person; hidden while it is off, when closed, and from the FG."""
        gebruik = bsngebruik(r)
        self.setVisible(gebruik.aan and not dicht and not self.omgeving.alleen_kijken)
        self._persoon_id, self._dossier_id = persoon_id, dossier_id
        if self.isHidden():
            self.formulier.klaar()
            self.formulier.wis()
            return
        kader, vandaag = self.omgeving.kader_van_dossier(dossier_id), self.omgeving.vandaag()
        vul_keuzes(self._ui.grondslagComboBox, list(bsngronden(kader, vandaag).items()))
        self.stel_in(
            lambda invoer: beoordeel_bsn(invoer, kader, vandaag, aan=gebruik.aan), self._leg_bsn_vast
        )
        nu = bsn_van(r, persoon_id)
        self.weg.setVisible(nu is not None)
        self.toon(concept, asdict(nu) if nu else dict.fromkeys(self.formulier.velden()), alleen_lezen=False)

    def _leg_bsn_vast(self, bsn: Bsn, concept: tuple[str, str]) -> None:
        set_bsn(self.omgeving.store, self._persoon_id, bsn, concept=concept)
        self.weg.show()
        self.omgeving.window.meld("Het burgerservicenummer is vastgelegd.")

    def _verwijder(self) -> None:
        titel, tekst = "Burgerservicenummer verwijderen?", "Het nummer verdwijnt uit de kluis."
        if messages.vraag(self, titel, tekst, "Verwijderen", "Laten staan"):
            set_bsn(self.omgeving.store, self._persoon_id, None)
            self.formulier.wis()
            self.weg.hide()
            self.omgeving.window.meld("Het burgerservicenummer is verwijderd.")
