# SPDX-License-Identifier: EUPL-1.2
"""All open terms of all dossiers in one list; Enter goes to where one is dealt with."""

from gemeente_pga.domain.tekst import datum_kort, getal
from gemeente_pga.store.queries.termijnen import Termijn, eerste_termijnen, informeertermijnen, op_volgorde
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import label
from gemeente_pga.ui.screens.inrichting_deel import Deel
from gemeente_pga.ui.widgets.kolomgeheugen import Kolomgeheugen
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan

UITLEG = (
    "Hier staan: verzoeken, wachten op verzoek, herbeoordelingen, informeren, de weegploeg en haar vragen, "
    "antwoorden van houders, datalekken, naasten en bewaren. Wat het eerst komt, staat bovenaan. Open een "
    "regel met Enter."
)
ZONDER_DAG = (
    "Termijnen die niet zijn vastgesteld, staan hier niet bij. Een verzoek zonder laatste dag staat op "
    "Bureau en op het tabblad Verzoeken. Acties, verslagen, memo's, mandaten en exemplaren die terug moeten "
    "komen, ziet u op Bureau als ze aandacht vragen."
)

MEEST = 200


class Termijnendeel(Deel):
    """The tab Termijnen."""

    titel = "Termijnen"
    wegwijzersleutel = "termijnen"
    tabellen = frozenset(
        {"verzoek", "aanhouding", "casus", "informeerbesluit", "houderbericht", "opschorting", "bewaring",
         "weging", "datalek", "signaal", "persoon"}
    )  # fmt: skip

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        kaart = self.kaart("Open termijnen", UITLEG)
        self.lijst = Lijst()
        self.lijst.setObjectName("termijnen")
        self.lijst.setAccessibleName("Open termijnen")
        self.lijst.stel_in(
            [
                Kolom[Termijn]("Uiterlijk", lambda t: datum_kort(t.dag), sorteer=lambda t: t.dag),
                Kolom[Termijn]("Termijn", lambda t: t.soort, rek=True, sorteer=lambda t: t.soort),
                Kolom[Termijn]("Waarvan", lambda t: t.wat, rek=True, sorteer=lambda t: t.wat),
                Kolom[Termijn]("Stand", self._stand, rek=True),
            ],
            sleutel=lambda t: (t.soort, t.onderwerp_id, t.veld),
        )
        self.geheugen = Kolomgeheugen(self.lijst, omgeving, "termijnen")
        self.lijst.geopend.connect(lambda t: omgeving.window.open(t.scherm, t.onderwerp_id, t.veld))
        self.leeg = label("Er loopt geen termijn.", "stil")
        self.meer = label("", "stil")
        for deel in (self.lijst, self.meer, self.leeg, label(ZONDER_DAG, "stil")):
            kaart.inhoud.addWidget(deel)
        self.sluit_af()

    def herlaad(self) -> None:
        """The list; the chosen row stays chosen."""
        with self.omgeving.store.reader() as r:
            eerste, aantal = eerste_termijnen(r, MEEST)
            vertellen = informeertermijnen(r, self.omgeving.kader, self.omgeving.vandaag(), MEEST)
        rijen = op_volgorde((*eerste, *vertellen), MEEST)
        rest = aantal + len(vertellen) - len(rijen)
        self.lijst.toon(rijen)
        pas_hoogte_aan(self.lijst, len(rijen))
        self.lijst.setVisible(bool(rijen))
        self.meer.setText(f"En nog {getal(rest)}, met een latere datum.")
        self.meer.setVisible(rest > 0)
        self.leeg.setVisible(not rijen)

    def _stand(self, termijn: Termijn) -> str:
        dagen = (termijn.dag - self.omgeving.vandaag()).days
        if dagen < 0:
            return "Voorbij"
        return "Vandaag" if dagen == 0 else "Morgen" if dagen == 1 else f"Over {dagen} dagen"
