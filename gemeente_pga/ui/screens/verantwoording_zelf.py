# SPDX-License-Identifier: EUPL-1.2
"""The zelfevaluatie: what the data say to each finding of the Inspectie, with room for words, and the PDF."""

from gemeente_pga.domain.document import Documentkop
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.domain.zelfevaluatie import CODES, VRAGEN, Zelfevaluatie, beoordeel_zelfevaluatie
from gemeente_pga.handelingen.zelfevaluatie import vaststellen
from gemeente_pga.store.queries.document import documenten_van_soort
from gemeente_pga.store.queries.zelfevaluatie import SOORT, feiten
from gemeente_pga.ui.forms.ui_zelfevaluatie import Ui_Zelfevaluatie
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.opbergen import maak_af
from gemeente_pga.ui.screens.inrichting_deel import Deel, regel
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.paneel import Formulierpaneel
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan

UITLEG = "Dit staat er nu in de kluis, zonder namen en zonder precieze aantallen."
_CONCEPT = ("verantwoording", "zelfevaluatie")


class ZelfDeel(Deel):
    """Read, write, record."""

    titel = "Zelfevaluatie"
    wegwijzersleutel = "zelfevaluatie"
    tabellen = frozenset(
        {"afwijking", "signaal", "weging", "casus", "bewaring", "houderbericht", "informatiecorrectie",
         "verzoek", "sleutel", "reservekopie", "terugzetting", "ingebruikname", "gemeente", "document"}
    )  # fmt: skip

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        kaart = self.kaart("Wat de gegevens zeggen", UITLEG)
        self.feiten = {}
        for nummer, vraag in enumerate(VRAGEN, start=1):
            kaart.inhoud.addWidget(regel(f"{nummer}. {vraag.vraag}", "subkop"))
            self.feiten[vraag.code] = regel("")
            kaart.inhoud.addWidget(self.feiten[vraag.code])
        self.paneel = Formulierpaneel(
            omgeving, "Wat u er zelf van vindt", Ui_Zelfevaluatie(), naam="zelfevaluatie",
            knop="Zelfevaluatie &vaststellen", met_terug=False,
        )  # fmt: skip
        self.paneel.stel_in(
            lambda invoer: beoordeel_zelfevaluatie(invoer, omgeving.vandaag()), self._leg_vast
        )
        self.inhoud.addWidget(self.paneel)
        onder = self.kaart("Eerdere zelfevaluaties")
        self.eerdere = Lijst(self)
        self.eerdere.setObjectName("zelfevaluaties")
        self.eerdere.setAccessibleName("Eerdere zelfevaluaties")
        self.eerdere.stel_in(
            [
                Kolom[Documentkop]("Kenmerk", lambda d: d.kenmerk, rek=True),
                Kolom[Documentkop]("Vastgesteld op", lambda d: datum_kort(d.vastgesteld_op)),
            ],
            sleutel=lambda d: d.id,
        )
        self.eerdere.geopend.connect(lambda d: omgeving.window.open("document", d.id))
        self.geen = regel("Er is nog geen zelfevaluatie vastgesteld.", "stil")
        onder.inhoud.addWidget(self.eerdere)
        onder.inhoud.addWidget(self.geen)
        self.sluit_af()

    def herlaad(self) -> None:
        """What the data say now; typing stays."""
        omgeving = self.omgeving
        with omgeving.store.reader() as r:
            wat = feiten(r, omgeving.kader, omgeving.vandaag())
            stukken = documenten_van_soort(r, SOORT)
        for code, zinnen in wat.items():
            self.feiten[code].setText("\n".join(zinnen))
        self.paneel.toon(_CONCEPT, dict.fromkeys(CODES, ""), alleen_lezen=omgeving.alleen_kijken)
        self.paneel.setVisible(not omgeving.alleen_kijken)
        self.eerdere.toon(stukken)
        pas_hoogte_aan(self.eerdere, len(stukken))
        self.eerdere.setVisible(bool(stukken))
        self.geen.setVisible(not stukken)

    def _leg_vast(self, zelf: Zelfevaluatie, concept: tuple[str, str]) -> None:
        omgeving = self.omgeving
        document_id = vaststellen(
            omgeving.store, zelf, omgeving.kader, op=omgeving.vandaag(), concept=concept
        )
        self.paneel.formulier.wis()
        maak_af(omgeving, lambda: omgeving.window.open("document", document_id))
