# SPDX-License-Identifier: EUPL-1.2
"""Overleggen: the meetings where this casus was discussed, and what is still to be done."""

from PySide6 import QtWidgets

from gemeente_pga.domain.overleg import STANDEN
from gemeente_pga.domain.stukken import actienummer
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.store.queries.overleg import Actieregel, Overlegkop, open_acties, overleggen_van_casus
from gemeente_pga.store.store import Reader
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import Beeld, Deel, knop, label, links
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan


class OverleggenTab(Deel):
    """The tab."""

    code = "overleggen"
    titel = "Overleggen"
    wegwijzersleutel = "overleggen"
    met_casus = True

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.lijst = Lijst()
        self.lijst.setObjectName("dossier_overleggen_lijst")
        self.lijst.setAccessibleName("Overleggen over deze casus")
        standen = dict(STANDEN)
        self.lijst.stel_in(
            [
                Kolom[Overlegkop]("Datum", lambda o: datum_kort(o.inhoud.datum)),
                Kolom[Overlegkop]("Nummer", lambda o: o.nummer),
                Kolom[Overlegkop]("Plaats", lambda o: o.inhoud.plaats, rek=True),
                Kolom[Overlegkop]("Stand", lambda o: standen[o.status]),
            ],
            sleutel=lambda o: o.id,
        )
        self.lijst.geopend.connect(lambda o: omgeving.window.open("overleg", o.id))
        self.leeg = label("Deze casus is nog niet besproken.", "stil")
        self.nieuwknop = knop("Overleg &voorbereiden", self._bereid_voor, icoon="calendar-plus")
        self.acties = Lijst()
        self.acties.setObjectName("dossier_acties_lijst")
        self.acties.setAccessibleName("Open acties")
        self.acties.stel_in(
            [
                Kolom[Actieregel]("Nr.", lambda a: actienummer(a.overleg, a.volgnummer)),
                Kolom[Actieregel]("Wat", lambda a: a.inhoud.wat, rek=True),
                Kolom[Actieregel]("Wie", lambda a: a.inhoud.wie),
                Kolom[Actieregel]("Vóór", lambda a: datum_kort(a.inhoud.voor) if a.inhoud.voor else "–"),
                Kolom[Actieregel]("Afgesproken op", lambda a: datum_kort(a.overleg_op)),
                Kolom[Actieregel]("Stand", lambda a: self.woord("actiestatus", a.status)),
            ],
            sleutel=lambda a: a.id,
        )
        self.geenacties = label("Er staan geen acties open.", "stil")
        self.kolom.addWidget(_kaart("Overleggen over deze casus", self.lijst, self.leeg, self.nieuwknop))
        self.kolom.addWidget(_kaart("Open acties", self.acties, self.geenacties))
        self.kolom.addStretch(1)

    def _bereid_voor(self) -> None:
        if self.beeld is not None and self.beeld.casus is not None:
            self.omgeving.window.open("overleg", None, f"casus:{self.beeld.casus.id}")

    def toon(self, r: Reader, beeld: Beeld) -> None:
        """The meetings and the open actions."""
        super().toon(r, beeld)
        casus_id = beeld.casus.id if beeld.casus else 0
        keren, acties = overleggen_van_casus(r, casus_id), open_acties(r, casus_id)
        for lijst, rijen, leeg in ((self.lijst, keren, self.leeg), (self.acties, acties, self.geenacties)):
            lijst.toon(rijen)
            pas_hoogte_aan(lijst, len(rijen))
            lijst.setVisible(bool(rijen))
            leeg.setVisible(not rijen)
        self.nieuwknop.setVisible(not beeld.gesloten)

    def naar_onderdeel(self, veld: str) -> bool:
        """The list of actions, or of meetings."""
        if veld not in {"", self.code, "acties"}:
            return False
        (self.acties if veld == "acties" else self.lijst).setFocus()
        return True


def _kaart(titel: str, *delen: QtWidgets.QWidget) -> Kaart:
    kaart = Kaart(titel)
    for deel in delen:
        if isinstance(deel, QtWidgets.QPushButton):
            kaart.inhoud.addLayout(links(deel))
        else:
            kaart.inhoud.addWidget(deel)
    return kaart
