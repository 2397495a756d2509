# SPDX-License-Identifier: EUPL-1.2
"""Inrichting, tab Mandaten: who signs for whom, for what, until when."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6 import QtWidgets

from gemeente_pga.domain.mandaat import BEVOEGDHEDEN, Mandaatregel, beoordeel_mandaat
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.handelingen.registers import record_mandaat, withdraw_mandaat
from gemeente_pga.store.queries.inrichting import gemeenten
from gemeente_pga.store.queries.mandaat import mandaten
from gemeente_pga.ui.form import vul_keuzes, weer_wiel
from gemeente_pga.ui.forms.ui_mandaat import Ui_Mandaat
from gemeente_pga.ui.screens.inrichting_register import Conceptsleutel, RegisterDeel
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.lijst import Kolom


class MandatenDeel(RegisterDeel):
    """The mandates of one municipality."""

    titel = "Mandaten"
    wegwijzersleutel = "mandaat"
    tabellen = frozenset({"mandaat", "gemeente"})
    naam = "mandaat"
    uitleg = (
        "Wie tekent namens een ander? Zonder geldig mandaat in dit register tekent de burgemeester zelf, "
        "en machtigt de archivaris."
    )
    leeg = "Er is nog geen mandaat vastgelegd."
    nieuw_tekst = "&Mandaat vastleggen …"
    einde_tekst = "Mandaat &intrekken …"

    def bouw_boven(self, kaart: Kaart) -> None:
        """Which municipality, when there are more."""
        self._gemeente_id = 0
        self.welke = QtWidgets.QComboBox(kaart)
        self.welke.setAccessibleName("Welke gemeente")
        weer_wiel(self.welke)
        self.welke.activated.connect(self._kies_gemeente)
        kaart.inhoud.addWidget(self.welke)

    def kolommen(self) -> Sequence[Kolom[Any]]:
        """Who, what for, and how it stands."""
        return [
            Kolom[Mandaatregel]("Wie", lambda m: m.inhoud.nemer, rek=True),
            Kolom[Mandaatregel]("Waarvoor", lambda m: BEVOEGDHEDEN[m.inhoud.bevoegdheid], rek=True),
            Kolom[Mandaatregel](
                "Tot en met", lambda m: datum_kort(m.inhoud.tot) if m.inhoud.tot else "geen einde"
            ),
            Kolom[Mandaatregel]("Stand", lambda m: m.stand(self.omgeving.vandaag())),
        ]

    def rijen(self) -> Sequence[Mandaatregel]:
        """Of the municipality that is chosen."""
        with self.omgeving.store.reader() as r:
            alle = gemeenten(r)
            if not any(rij.id == self._gemeente_id for rij in alle):
                self._gemeente_id = alle[0].id if alle else 0
            regels = mandaten(r, self._gemeente_id)
        self.welke.clear()
        for rij in alle:
            self.welke.addItem(rij.gemeente.naam, rij.id)
        self.welke.setCurrentIndex(self.welke.findData(self._gemeente_id))
        self.welke.setVisible(len(alle) > 1)
        return regels

    def beschrijf(self, rij: Mandaatregel) -> str:
        """Who gave it, the number of the decision, the conditions."""
        m = rij.inhoud
        delen = [f"Gegeven door {m.gever}, besluit {m.kenmerk}, vanaf {datum_kort(m.vanaf)}."]
        if m.voorwaarden:
            delen.append(f"Voorwaarden: {m.voorwaarden}")
        return " ".join(delen)

    def mag_eindigen(self, rij: Mandaatregel) -> bool:
        """Not withdrawn yet, and not over."""
        tot = rij.inhoud.tot
        voorbij = tot is not None and tot < self.omgeving.vandaag()
        return rij.ingetrokken_op is None and not voorbij

    def wie(self, rij: Mandaatregel) -> str:
        """Who has it."""
        return rij.inhoud.nemer

    def vanaf(self, rij: Mandaatregel) -> date:
        """Its first day."""
        return rij.inhoud.vanaf

    def begin(self) -> None:
        """The form for a new mandate."""
        ontwerp = Ui_Mandaat()
        gemeente_id, omgeving = self._gemeente_id, self.omgeving
        waarden = {"gever": "", "nemer": "", "voorwaarden": "", "vanaf": None, "tot": None, "kenmerk": ""}
        self.open_vorm(
            "Mandaat vastleggen",
            ontwerp,
            f"mandaat:{gemeente_id}",
            waarden,
            lambda invoer: beoordeel_mandaat(invoer, omgeving.vandaag()),
            lambda mandaat, concept: record_mandaat(omgeving.store, gemeente_id, mandaat, concept=concept),
            lambda: _stel_in(ontwerp),
        )

    def beeindig(self, rij: Mandaatregel, op: date, concept: Conceptsleutel) -> None:
        """Withdraw it."""
        withdraw_mandaat(self.omgeving.store, rij.id, op, concept=concept)

    def _kies_gemeente(self, _nummer: int) -> None:
        self._gemeente_id = self.welke.currentData()
        self.sluit()
        self.herlaad()


def _stel_in(ontwerp: Ui_Mandaat) -> None:
    ontwerp.bevoegdheidKeuzeGroep.zet_kolom(True)
    vul_keuzes(ontwerp.bevoegdheidKeuzeGroep, list(BEVOEGDHEDEN.items()))
