# SPDX-License-Identifier: EUPL-1.2
"""What of this dossier is restricted: still kept, and taking part in nothing until somebody lifts it."""

from collections.abc import Mapping
from functools import partial

from gemeente_pga.domain.beperking import (
    ALLES,
    UITLEG,
    Beperking,
    Beperkingregel,
    Opheffing,
    beoordeel_beperking,
    beoordeel_opheffing,
)
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.handelingen import beperking as handelingen
from gemeente_pga.store.queries.beperking import beperkingen
from gemeente_pga.store.queries.informatie import informatie_van_dossier
from gemeente_pga.store.queries.verzoek import verzoeken_van_dossier
from gemeente_pga.store.store import Reader
from gemeente_pga.ui.form import vul_keuzes
from gemeente_pga.ui.forms.ui_beperking import Ui_Beperking
from gemeente_pga.ui.forms.ui_beperking_einde import Ui_BeperkingEinde
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import CODE, Beeld, knop, label, links
from gemeente_pga.ui.screens.paneelplek import Paneelplek
from gemeente_pga.ui.screens.rechtenkaart import Rechtenkaart
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan

_LEEG = "Er is niets beperkt."
_KORT = 90
Conceptsleutel = tuple[str, str]


class Beperkingkaart(Rechtenkaart):
    """A list, a form for a new restriction, a form for its end."""

    titel = "Beperking van de verwerking"
    wegwijzersleutel = "verzoek"
    velden = frozenset({"beperking", "rechten"})
    tabellen = frozenset({"beperking"})

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.lijst = Lijst(self)
        self.lijst.setObjectName("beperkingen")
        self.lijst.setAccessibleName("Beperkingen in dit dossier")
        self.lijst.stel_in(
            [
                Kolom[Beperkingregel]("Wat", lambda b: _kort(b.wat), rek=True),
                Kolom[Beperkingregel]("Verzoek", lambda b: b.verzoek or "–"),
                Kolom[Beperkingregel]("Stand", lambda b: b.stand, rek=True),
            ],
            sleutel=lambda b: b.id,
        )
        self.lijst.geopend.connect(self.eindig)
        self.leeg = label(_LEEG, "stil")
        self.plek = Paneelplek(omgeving)
        self.plek.gesloten.connect(self._opnieuw)
        self.nieuwknop = knop("Verwerking beper&ken …", self.begin, icoon="lock", naam="knop_beperking")
        self.eindknop = knop("Beperking opheffen …", self._eindig_gekozen, naam="knop_beperking_einde")
        for deel in (label(UITLEG, "stil"), self.lijst, self.leeg):
            self.inhoud.addWidget(deel)
        self.inhoud.addLayout(links(self.nieuwknop, self.eindknop))
        self.inhoud.addWidget(self.plek)

    def toon(self, r: Reader, beeld: Beeld) -> None:
        """The restrictions of this dossier; a closed one may be restricted too."""
        if self.beeld is not None and self.beeld.dossier_id != beeld.dossier_id:
            self.plek.sluit()
        super().toon(r, beeld)
        regels = beperkingen(r, beeld.dossier_id)
        self.lijst.toon(regels)
        pas_hoogte_aan(self.lijst, len(regels))
        self.lijst.setVisible(bool(regels))
        self.leeg.setVisible(not regels)
        vrij = self.plek.paneel is None and not self.omgeving.alleen_kijken
        self.nieuwknop.setVisible(vrij)
        self.eindknop.setVisible(vrij and any(regel.opheffing is None for regel in regels))

    def naar_onderdeel(self, veld: str) -> bool:
        """The form, the card, or one restriction."""
        tabel, _, rij = veld.partition(":")
        if tabel not in {"beperking", "rechten"}:
            return False
        if rij.isdigit() and self.lijst.kies(int(rij)):
            self.lijst.setFocus()
        elif tabel == "beperking" and not rij and self.plek.paneel is None:
            self.begin()
        elif self.lijst.isVisibleTo(self):
            self.lijst.setFocus()
        return True

    def begin(self) -> None:
        """The form for a new restriction."""
        if self.beeld is None or self.omgeving.alleen_kijken:
            return
        dossier_id, ontwerp = self.beeld.dossier_id, Ui_Beperking()
        paneel = self.plek.maak("Verwerking beperken", ontwerp, naam="beperking")
        with self.omgeving.store.reader() as r:
            items = informatie_van_dossier(r, dossier_id)
            verzoeken = verzoeken_van_dossier(r, dossier_id)
        keuzes = [(str(item.id), _kort(item.inhoud.tekst)) for item in items]
        vul_keuzes(ontwerp.informatie_idComboBox, [(ALLES, "Het hele dossier"), *keuzes])
        vul_keuzes(ontwerp.verzoek_idComboBox, [(v.id, v.nummer) for v in verzoeken])
        item_ids, verzoek_ids = {item.id for item in items}, {v.id for v in verzoeken}

        def beoordeel(invoer: Mapping[str, object]) -> Beperking | list[Gebrek]:
            vandaag = self.omgeving.vandaag()
            return beoordeel_beperking(invoer, vandaag, items=item_ids, verzoeken=verzoek_ids)

        def leg_vast(beperking: Beperking, concept: Conceptsleutel) -> None:
            handelingen.restrict(self.omgeving.store, dossier_id, beperking, concept=concept)
            self.omgeving.window.meld("De verwerking is beperkt.")

        waarden = {"informatie_id": "", "verzoek_id": "", "reden": "", "vanaf": self.omgeving.vandaag()}
        self.plek.open(paneel, (CODE, f"{dossier_id}:beperking"), waarden, beoordeel, leg_vast)
        self._opnieuw()

    def eindig(self, regel: Beperkingregel) -> None:
        """The form for the end of a restriction."""
        if regel.opheffing is not None or self.beeld is None or self.omgeving.alleen_kijken:
            return
        paneel = self.plek.maak("Beperking opheffen", Ui_BeperkingEinde(), naam="beperkingeinde")

        def leg_vast(opheffing: Opheffing, concept: Conceptsleutel) -> None:
            handelingen.lift(self.omgeving.store, regel.id, opheffing, concept=concept)
            self.omgeving.window.meld("De beperking is opgeheven.")

        concept = (CODE, f"{self.beeld.dossier_id}:beperking:{regel.id}")
        waarden = {"opgeheven_op": self.omgeving.vandaag(), "opgeheven_reden": ""}
        beoordeel = partial(beoordeel_opheffing, vandaag=self.omgeving.vandaag(), vanaf=regel.inhoud.vanaf)
        self.plek.open(paneel, concept, waarden, beoordeel, leg_vast)
        self._opnieuw()

    def _eindig_gekozen(self) -> None:
        """The restriction that is chosen, or the first that holds."""
        open_ = [b for b in self.lijst.rijen() if isinstance(b, Beperkingregel) and b.opheffing is None]
        gekozen = self.lijst.rij()
        if isinstance(gekozen, Beperkingregel) and gekozen.opheffing is None:
            self.eindig(gekozen)
        elif open_:
            self.eindig(open_[0])

    def _opnieuw(self) -> None:
        if self.beeld is not None:
            with self.omgeving.store.reader() as r:
                self.toon(r, self.beeld)


def _kort(tekst: str) -> str:
    regel = " ".join(tekst.split())
    return regel if len(regel) <= _KORT else f"{regel[:_KORT]}…"
