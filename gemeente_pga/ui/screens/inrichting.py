# SPDX-License-Identifier: EUPL-1.2
"""Inrichting: municipality, user, partners, the kader to read, the kluis and its back-up.

One tab a subject; each tab is a part of its own with its own form and its own button.
"""

from collections.abc import Mapping

from PySide6 import QtWidgets

from gemeente_pga.domain.inrichting import (
    BRONREGISTRATIES,
    Gebruiker,
    Gemeente,
    beoordeel_gebruiker,
    beoordeel_gemeente,
)
from gemeente_pga.handelingen.inrichting import register_gebruiker, register_gemeente
from gemeente_pga.store.queries.inrichting import aan_het_werk, gemeenten
from gemeente_pga.ui.form import vul_keuzes, weer_wiel
from gemeente_pga.ui.forms.ui_gebruiker import Ui_Gebruiker
from gemeente_pga.ui.forms.ui_gemeente import Ui_Gemeente
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.inrichting_backup import BackupDeel
from gemeente_pga.ui.screens.inrichting_bsn import BsnKaart
from gemeente_pga.ui.screens.inrichting_deel import Deel, als_dict
from gemeente_pga.ui.screens.inrichting_extern import ExternDeel
from gemeente_pga.ui.screens.inrichting_huisstijl import Huisstijlkaart
from gemeente_pga.ui.screens.inrichting_ingebruikname import IngebruiknameDeel
from gemeente_pga.ui.screens.inrichting_kader import KaderDeel
from gemeente_pga.ui.screens.inrichting_kluis import KluisDeel
from gemeente_pga.ui.screens.inrichting_mandaten import MandatenDeel
from gemeente_pga.ui.screens.inrichting_meldpunt import MeldpuntDeel
from gemeente_pga.ui.screens.inrichting_overdracht import OverdrachtDeel
from gemeente_pga.ui.screens.inrichting_partners import PartnersDeel
from gemeente_pga.ui.screens.inrichting_sleutels import SleutelsDeel
from gemeente_pga.ui.screens.inrichting_teksten import TekstenDeel
from gemeente_pga.ui.screens.inrichting_waarneming import WaarnemingDeel
from gemeente_pga.ui.screens.tabscherm import Tabscherm


class GemeenteDeel(Deel):
    """For which municipality, and who works here."""

    titel = "Gemeente en uzelf"
    wegwijzersleutel = "inrichting_gemeente"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self._gemeente_id: int | None = None
        self._gebruiker_id: int | None = None
        self._nieuw = False
        uitleg = "Werkt u voor meer gemeenten? Voeg ze toe; elk dossier hoort bij één gemeente."
        kaart = self.kaart("Uw gemeente", uitleg)
        self.welke = QtWidgets.QComboBox(kaart)
        self.welke.setAccessibleName("Welke gemeente")
        weer_wiel(self.welke)
        self.welke.activated.connect(self._kies_gemeente)
        kaart.inhoud.addWidget(self.welke)
        self.gemeente, vak = self.formulier_in(kaart, Ui_Gemeente, ("inrichting", "gemeente"))
        vul_keuzes(vak.bronregistratieKeuzeGroep, BRONREGISTRATIES)
        self.knop("Gegevens van de gemeente vastleggen", self._leg_gemeente_vast)
        self.knop("Gemeente toevoegen", self._begin_nieuw, primair=False)
        self.huisstijl = Huisstijlkaart(omgeving)
        self.inhoud.addWidget(self.huisstijl)
        app = QtWidgets.QApplication.instance()
        assert isinstance(app, QtWidgets.QApplication)  # noqa: S101 - there are widgets
        app.focusChanged.connect(self._volg_focus)
        self.gebruiker, _ = self.kaart_met_formulier("Uzelf", Ui_Gebruiker, ("inrichting", "gebruiker"))
        self.knop("Uw gegevens vastleggen", self._leg_gebruiker_vast)
        self.bsn = BsnKaart(omgeving)
        self.inhoud.addWidget(self.bsn)
        self.sluit_af()

    def herlaad(self) -> None:
        """Show what is recorded."""
        with self.omgeving.store.reader() as r:
            alle, wie = gemeenten(r), aan_het_werk(r, self.omgeving.store.wie.gebruiker_id)
        self.welke.clear()
        for rij in alle:
            self.welke.addItem(rij.gemeente.naam, rij.id)
        self.welke.setVisible(len(alle) > 1)
        if alle and not self._nieuw:
            huidig = next((rij for rij in alle if rij.id == self._gemeente_id), alle[0])
            self._gemeente_id = huidig.id
            self.welke.setCurrentIndex(self.welke.findData(huidig.id))
            self.vul(self.gemeente, als_dict(huidig.gemeente))
            self.huisstijl.toon_gemeente(huidig.id, huidig.gemeente.naam)
        self.huisstijl.setVisible(bool(alle) and not self._nieuw)
        if wie:
            self._gebruiker_id = wie.id
            self.vul(self.gebruiker, als_dict(wie.gebruiker))
        self.bsn.herlaad()

    def _volg_focus(self, _was: QtWidgets.QWidget | None, nu: QtWidgets.QWidget | None) -> None:
        """The guidance is about the card in which the user works."""
        if nu is not None and self.isVisible() and self.isAncestorOf(nu):
            in_stijl = self.huisstijl.isAncestorOf(nu)
            self.omgeving.window.wegwijzer("huisstijl" if in_stijl else self.wegwijzersleutel)

    def _leg_gemeente_vast(self) -> None:
        self.leg_vast(
            self.gemeente, beoordeel_gemeente, self._gemeente, "Gegevens van de gemeente vastgelegd."
        )

    def _leg_gebruiker_vast(self) -> None:
        self.leg_vast(self.gebruiker, beoordeel_gebruiker, self._gebruiker, "Uw gegevens zijn vastgelegd.")

    def _kies_gemeente(self, _nummer: int) -> None:
        self._nieuw = False
        self._gemeente_id = self.welke.currentData()
        self.gemeente.zet_concept(("inrichting", f"gemeente:{self._gemeente_id}"))
        self.gemeente.wis_gebreken()
        self.herlaad()

    def _begin_nieuw(self) -> None:
        """An empty form for one more municipality (a coordinator may serve several)."""
        self._nieuw, self._gemeente_id = True, None
        self.gemeente.zet_concept(("inrichting", "gemeente:nieuw"))
        self.gemeente.wis()
        self.gemeente.vul({"bronregistratie": "gemeente"})
        self.gemeente.herstel_concept()
        self.gemeente.focus("naam")
        self.huisstijl.hide()

    def _gemeente(self, gemeente: Gemeente) -> None:
        self._gemeente_id = register_gemeente(self.omgeving.store, gemeente, self._gemeente_id)
        self._nieuw = False

    def _gebruiker(self, gebruiker: Gebruiker) -> None:
        register_gebruiker(self.omgeving.store, gebruiker, self._gebruiker_id)


# The parts, by the name that leads to them.
DELEN: Mapping[str, type[Deel]] = {
    "gemeente": GemeenteDeel,
    "partners": PartnersDeel,
    "extern": ExternDeel,
    "mandaten": MandatenDeel,
    "meldpunt": MeldpuntDeel,
    "teksten": TekstenDeel,
    "ingebruikname": IngebruiknameDeel,
    "kader": KaderDeel,
    "sleutels": SleutelsDeel,
    "kluis": KluisDeel,
    "backup": BackupDeel,
    "waarneming": WaarnemingDeel,
    "overdracht": OverdrachtDeel,
}


GROEPEN: Mapping[str, tuple[str, ...]] = {
    "Uw gemeente": ("gemeente", "partners", "extern", "mandaten", "meldpunt", "teksten"),
    "Volgens de wet": ("ingebruikname", "kader"),
    "De kluis": ("sleutels", "kluis", "backup", "waarneming", "overdracht"),
}


class InrichtingScherm(Tabscherm):
    """The parts. window.open("inrichting", None, veld) opens the one of that name."""

    code = "inrichting"
    titel = "Inrichting"
    railicoon = "settings"
    wegwijzersleutel = "inrichting_gemeente"
    tabellen = frozenset(
        {
            *("gemeente", "gebruiker", "partij", "kader", "instelling", "reservekopie", "sleutel"),
            "terugzetting",
            *("waarneming", "waarneming_handeling"),
        }
    ).union(*(deel.tabellen for deel in DELEN.values()))

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(
            omgeving,
            DELEN,
            naam="inrichtingStackedWidget",
            uitleg="Onderdelen van de inrichting",
            groepen=GROEPEN,
        )
