# SPDX-License-Identifier: EUPL-1.2
"""Kluizen that were put aside: still readable with the wachtzin of then, so they are not kept for ever."""

from PySide6 import QtWidgets

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.handelingen.waarneming import log_opzij_verwijderd
from gemeente_pga.ui import messages
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.inrichting_deel import regel
from gemeente_pga.ui.widgets.indeling import maak_leeg
from gemeente_pga.ui.widgets.kaart import Kaart

_UITLEG = (
    "Deze kluizen leiden niet meer. Ze gaan nog open met de wachtzin van toen, en alles staat er nog in. Is "
    "alles opnieuw ingevoerd en nagekeken? Verwijder ze dan."
)


class OpzijKaart(Kaart):
    """Each with a button to remove it; hidden when there are none."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__("Opzij gezette kluizen")
        self.omgeving = omgeving
        self.inhoud.addWidget(regel(_UITLEG, "stil"))
        self._rijen = QtWidgets.QVBoxLayout()
        self.inhoud.addLayout(self._rijen)

    def herlaad(self) -> None:
        """What lies aside now."""
        maak_leeg(self._rijen)
        namen = [pad.name for pad in self.omgeving.dienst.waarneming.opzij()]
        for naam in namen:
            self._rijen.addWidget(self._rij(naam))
        self.setVisible(bool(namen))

    def verwijder(self, naam: str) -> None:
        """After the wachtzin and a question."""
        zin = "U verwijdert een kluis die opzij is gezet. Dat kan niet ongedaan worden gemaakt."
        self.omgeving.window.bevestig(zin, lambda: self._verwijder(naam))

    def _verwijder(self, naam: str) -> None:
        vraag = "Wat alleen in deze kluis stond, is daarna weg."
        if not messages.vraag(self, "Opzij gezette kluis verwijderen?", vraag, "Verwijderen", "Bewaren"):
            return
        try:
            self.omgeving.dienst.waarneming.verwijder_opzij(naam)
        except Storing as storing:
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return
        log_opzij_verwijderd(self.omgeving.store)
        self.herlaad()
        self.omgeving.window.meld("De opzij gezette kluis is verwijderd.", "goed")

    def _rij(self, naam: str) -> QtWidgets.QWidget:
        rij = QtWidgets.QWidget(self)
        indeling = QtWidgets.QHBoxLayout(rij)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.addWidget(QtWidgets.QLabel(_woorden(naam)), 1)
        knop = QtWidgets.QPushButton("Verwijderen …", rij)
        knop.setAccessibleName(f"{_woorden(naam)} verwijderen")
        knop.clicked.connect(lambda: self.verwijder(naam))
        indeling.addWidget(knop)
        return rij


def _woorden(naam: str) -> str:
    """opzij-2026-09-08-1642-2, as a person says it."""
    jaar, maand, dag, tijd, *rest = naam.split("-")[1:]
    nummer = f" ({rest[0]})" if rest else ""
    return f"Opzij gezet op {int(dag)}-{int(maand)}-{jaar}, {tijd[:2]}.{tijd[2:]} uur{nummer}"
