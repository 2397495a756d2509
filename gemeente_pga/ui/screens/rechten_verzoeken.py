# SPDX-License-Identifier: EUPL-1.2
"""The requests and remedies about the person of this dossier, and why nothing is destroyed meanwhile."""

from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.domain.verzoek import Verzoekregel, schort_op
from gemeente_pga.store.queries.verzoek import verzoeken_van_dossier
from gemeente_pga.store.store import Reader
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import Beeld, knop, label, links
from gemeente_pga.ui.screens.rechtenkaart import Rechtenkaart
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan

_LEEG = "Er is over deze persoon geen verzoek vastgelegd."


class Verzoekkaart(Rechtenkaart):
    """The list; a request opens in a screen of its own."""

    titel = "Verzoeken en rechtsmiddelen"
    wegwijzersleutel = "verzoek"
    velden = frozenset({"verzoeken"})
    tabellen = frozenset({"verzoek", "verzoekstap"})

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        kader = omgeving.kader
        self.schorst = label("", "stil")
        self.lijst = Lijst(self)
        self.lijst.setObjectName("verzoeken_van_dossier")
        self.lijst.setAccessibleName("Verzoeken over deze persoon")
        self.lijst.stel_in(
            [
                Kolom[Verzoekregel]("Nummer", lambda v: v.nummer),
                Kolom[Verzoekregel]("Soort", lambda v: kader.label("verzoeksoort", v.inhoud.soort), rek=True),
                Kolom[Verzoekregel]("Ontvangen", lambda v: datum_kort(v.inhoud.ontvangen_op)),
                Kolom[Verzoekregel]("Stand", lambda v: v.stand(omgeving.vandaag()), rek=True),
            ],
            sleutel=lambda v: v.id,
        )
        self.lijst.geopend.connect(lambda v: omgeving.window.open("verzoek", v.id))
        self.leeg = label(_LEEG, "stil")
        self.nieuwknop = knop("&Verzoek vastleggen …", self._nieuw, icoon="mail", naam="knop_verzoek")
        for deel in (self.schorst, self.lijst, self.leeg):
            self.inhoud.addWidget(deel)
        self.inhoud.addLayout(links(self.nieuwknop))

    def toon(self, r: Reader, beeld: Beeld) -> None:
        """The requests of this dossier; a closed one may get new ones too."""
        super().toon(r, beeld)
        regels = verzoeken_van_dossier(r, beeld.dossier_id)
        self.lijst.toon(regels)
        pas_hoogte_aan(self.lijst, len(regels))
        self.lijst.setVisible(bool(regels))
        self.leeg.setVisible(not regels)
        vandaag = self.omgeving.vandaag()
        zinnen = [zin for regel in regels if (zin := schort_op(regel, vandaag))]
        self.schorst.setText("\n".join(zinnen))
        self.schorst.setVisible(bool(zinnen))
        self.nieuwknop.setVisible(not self.omgeving.alleen_kijken)

    def naar_onderdeel(self, veld: str) -> bool:
        """The card, or one request."""
        tabel, _, rij = veld.partition(":")
        if tabel not in {"verzoeken", "verzoek"}:
            return False
        if rij.isdigit():
            self.lijst.kies(int(rij))
        (self.lijst if self.lijst.isVisibleTo(self) else self.nieuwknop).setFocus()
        return True

    def _nieuw(self) -> None:
        if self.beeld is not None:
            self.omgeving.window.open("verzoek", None, f"dossier:{self.beeld.kop.nummer}")
