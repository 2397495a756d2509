# SPDX-License-Identifier: EUPL-1.2
"""Terugbellen: who called is called back through a number that was known already, or why that cannot be."""

from collections.abc import Iterator, Mapping

from PySide6 import QtGui

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.moment import moment_kort, read_moment
from gemeente_pga.domain.notitie import KAN_NIET, TERUGGEBELD, Terugbellen, beoordeel_terugbellen
from gemeente_pga.handelingen.notitie import TERUGBELCONCEPT, call_back
from gemeente_pga.store.queries.signaal import Notitieblad
from gemeente_pga.store.queries.signaal import notitie as lees_notitie
from gemeente_pga.ui.form import FormScherm, Formulier, nieuwe_sneltoets, vul_keuzes
from gemeente_pga.ui.forms.ui_terugbellen import Ui_Terugbellen
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.signaal_blad import Leeskaart, Regel

_VIA = {False: "Via welk &bekend nummer", True: "Waarom kan terug&bellen niet"}


class TerugbellenScherm(FormScherm[Terugbellen]):
    """onderwerp_id: the telephone note."""

    code = "terugbellen"
    titel = "Terugbellen"
    wegwijzersleutel = "terugbellen"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.blad: Notitieblad | None = None
        self.ui = Ui_Terugbellen()
        self.ui.setupUi(self)
        self.kaart = Leeskaart("Het telefoontje")
        self.ui.notitieLayout.addWidget(self.kaart)
        self.formulier = Formulier(self, omgeving)
        vul_keuzes(self.ui.teruggebeldKeuzeGroep, TERUGGEBELD)
        self.ui.teruggebeldKeuzeGroep.gewijzigd.connect(self._schik)
        self.ui.vastleggenButton.clicked.connect(self.vastleggen)
        self.vastleg_actie = nieuwe_sneltoets(QtGui.QAction("Terugbellen &vastleggen", self), "Ctrl+Return")
        self.vastleg_actie.triggered.connect(self.vastleggen)
        self.addAction(self.vastleg_actie)

    def acties(self) -> list[QtGui.QAction]:
        """Recording, also from the menu."""
        return [self.vastleg_actie]

    def toon(self, onderwerp_id: int | None, veld: str = "") -> None:
        """A note that is no more leads to Bureau."""
        self.blad = None
        if onderwerp_id is not None:
            with self.omgeving.store.reader() as r:
                self.blad = lees_notitie(r, onderwerp_id)
        if self.blad is None:
            self.omgeving.window.open("bureau")
            return
        self.formulier.zet_concept((TERUGBELCONCEPT, str(onderwerp_id)))
        super().toon(onderwerp_id, veld or "teruggebeld")

    def herlaad(self) -> None:
        """The call as noted, and what was recorded or typed about calling back."""
        blad = self.blad
        if blad is None or self.formulier.vuil:
            return
        self.kaart.toon(_regels(blad))
        self.formulier.wis()
        eerder = blad.terugbellen
        op = read_moment(eerder.teruggebeld_op) if eerder else self.omgeving.nu()
        self.formulier.vul(
            {
                "teruggebeld": eerder.teruggebeld if eerder else "",
                "teruggebeld_op": op.date(),
                "teruggebeld_tijd": f"{op:%H:%M}",
                "teruggebeld_via": eerder.teruggebeld_via if eerder else "",
            }
        )
        self.formulier.herstel_concept()
        self._schik()

    def beoordeel(self, invoer: Mapping[str, object]) -> Terugbellen | list[Gebrek]:
        """A Terugbellen, or what is wrong with it."""
        assert self.blad is not None  # noqa: S101 - without a note this screen is not shown
        return beoordeel_terugbellen(invoer, self.omgeving.nu(), self.blad.notitie)

    def registreer(self, waarde: Terugbellen) -> None:
        """Record it and go back to where the user came from."""
        assert self.blad is not None  # noqa: S101 - without a note this screen is not shown
        call_back(self.omgeving.store, self.blad.id, waarde)
        self.omgeving.window.terug()
        self.omgeving.window.meld("Terugbellen vastgelegd.")

    def _schik(self) -> None:
        kan_niet = self.ui.teruggebeldKeuzeGroep.waarde() == KAN_NIET
        self.ui.teruggebeld_viaLabel.setText(_VIA[kan_niet])


def _regels(blad: Notitieblad) -> Iterator[Regel]:
    """What is needed to call; once it is a signal its contents are read there, with an entry in the log."""
    yield "Ontvangen", moment_kort(blad.notitie.ontvangen_op)
    yield "Beller", blad.notitie.beller or "Geen naam genoemd"
    yield "Nummer van de beller", blad.notitie.terugbelnummer or "Geen nummer gegeven"
    if blad.is_open:
        yield "Notitie", blad.notitie.tekst
