# SPDX-License-Identifier: EUPL-1.2
"""All requests and remedies, by number of the dossier: what still runs, or everything."""

from PySide6 import QtWidgets

from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.domain.verzoek import Verzoekregel
from gemeente_pga.store.queries.verzoek import verzoeken
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import knop, label, links
from gemeente_pga.ui.screens.inrichting_deel import Deel
from gemeente_pga.ui.widgets.kolomgeheugen import Kolomgeheugen
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan

UITLEG = (
    "Verzoeken van betrokkenen, bezwaar, klachten en Woo-verzoeken. Zolang een verzoek niet onherroepelijk "
    "is, wordt er van dat dossier niets vernietigd."
)
_LEEG, _GEEN = "Er loopt geen verzoek.", "Er is nog geen verzoek vastgelegd."
_LOPEND, _ALLES = "lopend", "alles"


class Verzoekendeel(Deel):
    """The tab Verzoeken."""

    titel = "Verzoeken"
    wegwijzersleutel = "verzoek"
    tabellen = frozenset({"verzoek", "verzoekstap"})

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        kaart = self.kaart("Verzoeken en rechtsmiddelen", UITLEG)
        self.keuze = QtWidgets.QComboBox()
        self.keuze.setObjectName("welke_verzoekenComboBox")
        self.keuze.setAccessibleName("Welke verzoeken")
        self.keuze.addItem("Wat nog loopt", _LOPEND)
        self.keuze.addItem("Alle verzoeken", _ALLES)
        kaart.inhoud.addLayout(links(self.keuze))
        self.lijst = self._maak_lijst()
        self.geheugen = Kolomgeheugen(
            self.lijst,
            omgeving,
            "verzoeken",
            lees=lambda: {"welke": self.keuze.currentData()},
            zet=lambda stand: self.keuze.setCurrentIndex(max(0, self.keuze.findData(stand["welke"]))),
        )
        self.keuze.currentIndexChanged.connect(lambda _n: self._anders())
        self.leeg = label(_LEEG, "stil")
        for deel in (self.lijst, self.leeg):
            kaart.inhoud.addWidget(deel)
        if not omgeving.alleen_kijken:
            nieuw = knop(
                "&Nieuw verzoek vastleggen …",
                lambda: omgeving.window.open("verzoek"),
                icoon="mail",
                naam="nieuw_verzoek",
            )
            kaart.inhoud.addLayout(links(nieuw))
        self.sluit_af()

    def herlaad(self) -> None:
        """The list; the chosen row stays chosen."""
        lopend = self.keuze.currentData() == _LOPEND
        with self.omgeving.store.reader() as r:
            rijen = verzoeken(r, lopend=lopend)
        self.lijst.toon(rijen)
        pas_hoogte_aan(self.lijst, len(rijen))
        self.lijst.setVisible(bool(rijen))
        self.leeg.setText(_LEEG if lopend else _GEEN)
        self.leeg.setVisible(not rijen)

    def _anders(self) -> None:
        self.geheugen.gefilterd()
        self.herlaad()

    def _maak_lijst(self) -> Lijst:
        kader, lijst = self.omgeving.kader, Lijst()
        lijst.setObjectName("verzoeken")
        lijst.setAccessibleName("Verzoeken en rechtsmiddelen")
        lijst.stel_in(
            [
                Kolom[Verzoekregel]("Nummer", lambda v: v.nummer, sorteer=lambda v: v.nummer),
                Kolom[Verzoekregel]("Soort", lambda v: kader.label("verzoeksoort", v.inhoud.soort), rek=True),
                Kolom[Verzoekregel]("Dossier", lambda v: v.dossier or "–", sorteer=lambda v: v.dossier or ""),
                Kolom[Verzoekregel](
                    "Ontvangen",
                    lambda v: datum_kort(v.inhoud.ontvangen_op),
                    sorteer=lambda v: v.inhoud.ontvangen_op,
                ),
                Kolom[Verzoekregel]("Stand", lambda v: v.stand(self.omgeving.vandaag()), rek=True),
                Kolom[Verzoekregel]("Politiedeel", self._politie),
            ],
            sleutel=lambda v: v.id,
        )
        lijst.geopend.connect(lambda v: self.omgeving.window.open("verzoek", v.id))
        return lijst

    def _politie(self, regel: Verzoekregel) -> str:
        if not regel.inhoud.politiedelen:
            return "–"
        op = regel.behandeling.politie_besluit_op
        if op is not None:
            return f"Besloten op {datum_kort(op)}"
        return f"Voor {datum_kort(regel.politie_uiterlijk)}" if regel.politie_uiterlijk else "Loopt"
