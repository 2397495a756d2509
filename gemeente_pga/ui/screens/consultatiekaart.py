# SPDX-License-Identifier: EUPL-1.2
"""The consultaties zonder naam of one dossier, on the page of a signal and of the dossier."""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.store.queries.consultatie import Consultatieblad
from gemeente_pga.ui import theme
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan

KOLOMMEN = (
    Kolom[Consultatieblad]("Datum", lambda c: datum_kort(c.inhoud.datum)),
    Kolom[Consultatieblad]("Waar ging het over", lambda c: c.inhoud.titel, rek=True),
    Kolom[Consultatieblad]("Met wie", lambda c: c.met_wie, rek=True),
)


class Consultatiekaart(Kaart):
    """Enter opens one. With `nieuw` there is a button for another, and the card is always there."""

    def __init__(self, omgeving: Omgeving, *, nieuw: bool = False) -> None:
        super().__init__("Consultaties zonder naam")
        self._omgeving = omgeving
        self._dossier_id = 0
        self._nieuw = nieuw
        self.lijst = Lijst()
        self.lijst.setAccessibleName("Consultaties zonder naam in dit dossier")
        self.lijst.stel_in(KOLOMMEN, sleutel=lambda c: c.id)
        self.lijst.geopend.connect(lambda c: omgeving.window.open("consultatie", c.id))
        self.geen = QtWidgets.QLabel("Er is geen raad gevraagd zonder naam.")
        self.geen.setProperty("rol", "stil")
        self.knop = QtWidgets.QPushButton("Consultatie &zonder naam")
        self.knop.setObjectName("knop_consultatie")
        theme.zet_icoon(self.knop, "message-square")
        self.knop.clicked.connect(self._begin)
        for widget in (self.lijst, self.geen):
            self.inhoud.addWidget(widget)
        self.inhoud.addWidget(self.knop, 0, QtCore.Qt.AlignmentFlag.AlignLeft)

    def toon(self, dossier_id: int, bladen: Sequence[Consultatieblad], *, gesloten: bool = False) -> None:
        """Show these; a closed dossier gets no new ones."""
        self._dossier_id = dossier_id
        self.lijst.toon(bladen)
        pas_hoogte_aan(self.lijst, len(bladen))
        self.lijst.setVisible(bool(bladen))
        self.geen.setVisible(not bladen)
        self.knop.setVisible(self._nieuw and not gesloten)
        self.setVisible(bool(bladen) or self._nieuw)

    def _begin(self) -> None:
        self._omgeving.window.open("consultatie", None, f"dossier:{self._dossier_id}")
