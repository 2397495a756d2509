# SPDX-License-Identifier: EUPL-1.2
"""The pocket guide on screen, made from the texts, the kader and the numbers of now; to paper or a file.

It names nobody and says nothing of a dossier. So it is no document of the kluis: looking at it and printing
it are no acts, its copies have no number and nobody has to give one back.
"""

from functools import partial

from PySide6 import QtGui, QtPrintSupport, QtWidgets

from gemeente_pga.documents import render_zakgids
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.stukken.zakgids import Zakgids, make_zakgids, zakgids_kop
from gemeente_pga.paths import save_outside
from gemeente_pga.store.queries.kop import kop
from gemeente_pga.ui import messages, theme
from gemeente_pga.ui.form import nieuwe_sneltoets
from gemeente_pga.ui.omgeving import KADERTABELLEN, Omgeving
from gemeente_pga.ui.scherm import Scherm
from gemeente_pga.ui.wegwijzer import gids, nummers_van
from gemeente_pga.ui.widgets.bladen import Bladen
from gemeente_pga.ui.widgets.stroom import StroomLayout

_UITLEG = "Zonder gegevens over personen. Ontbreekt een nummer? Vul het in bij Inrichting, Partners."


class ZakgidsScherm(Scherm):
    """The pages, and the two ways out."""

    code = "zakgids"
    titel = "Zakgids"
    wegwijzersleutel = "zakgids"
    tabellen = frozenset({"partij", "gemeente"}) | KADERTABELLEN

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self._pdf = b""
        self._van: Zakgids | None = None  # what that was made from
        self._ronde = 0
        self._afdruk: object = None
        self.bladen = Bladen(omgeving.worker, self)
        self.druk_actie = nieuwe_sneltoets(QtGui.QAction("&Afdrukken", self), "Ctrl+P")
        self.druk_actie.triggered.connect(self.druk_af)
        self.bewaar_actie = nieuwe_sneltoets(QtGui.QAction("&Opslaan als bestand", self), "Ctrl+S")
        self.bewaar_actie.triggered.connect(self.sla_op)
        self.addActions([self.druk_actie, self.bewaar_actie])
        balk = QtWidgets.QWidget(self)
        rij = StroomLayout(balk, ruimte=theme.RUIMTE[2])
        rij.addWidget(self.bladen.balk)
        for actie, icoon in ((self.druk_actie, "printer"), (self.bewaar_actie, "download")):
            rij.addWidget(_knop(self, actie, icoon))
        uitleg = QtWidgets.QLabel(_UITLEG, self)
        uitleg.setProperty("rol", "stil")
        uitleg.setWordWrap(True)
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.setContentsMargins(theme.RUIMTE[4], theme.RUIMTE[2], theme.RUIMTE[4], theme.RUIMTE[2])
        indeling.setSpacing(theme.RUIMTE[1])
        indeling.addWidget(balk)
        indeling.addWidget(uitleg)
        indeling.addWidget(self.bladen, 1)

    def acties(self) -> list[QtGui.QAction]:
        """Printing, saving, turning pages and zooming."""
        return [self.druk_actie, self.bewaar_actie, *self.bladen.acties]

    def herlaad(self) -> None:
        """Make it from what holds now, unless it was made from just that."""
        gegevens = self._gegevens()
        if self._pdf and gegevens == self._van:
            self.bladen.naar(0)
            return
        self._ronde += 1
        self._pdf, self._van = b"", gegevens
        ronde = self._ronde
        self.omgeving.worker.run(
            lambda: render_zakgids(gegevens), lambda pdf: self._toon_pdf(ronde, pdf), _stuk
        )

    def druk_af(self) -> None:
        """To paper."""
        if self._is_er_nog_niet():
            return
        printer = messages.kies_printer(self, 1)
        if printer is not None:
            self._druk(printer)

    def sla_op(self) -> None:
        """To a file; there is nothing in it to keep secret."""
        if self._is_er_nog_niet():
            return
        doel = messages.bewaar_als(self, "Waar komt de zakgids?", "zakgids.pdf", "PDF (*.pdf)")
        if doel is None:
            return
        try:
            save_outside(doel, self._pdf)
        except Storing as storing:
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return
        self.omgeving.window.meld(f"De zakgids is opgeslagen: {doel.name}.")

    # ---- inside

    def _gegevens(self) -> Zakgids:
        vandaag = self.omgeving.vandaag()
        with self.omgeving.store.reader() as r:
            hoofd = kop(r, self.omgeving.kader, "Zakgids", kenmerk="", datum=vandaag)
            nummers = nummers_van(r)
        return make_zakgids(gids(), self.omgeving.kader, nummers, zakgids_kop(hoofd, vandaag))

    def _toon_pdf(self, ronde: int, pdf: bytes) -> None:
        if ronde == self._ronde:  # a later one is on its way
            self._pdf = pdf
            self.bladen.toon(pdf, "application/pdf")

    def _is_er_nog_niet(self) -> bool:
        """It takes a moment to make; a button that went off meanwhile would take the focus with it."""
        if not self._pdf:
            self.omgeving.window.meld("De zakgids wordt nog gemaakt. Probeer het zo opnieuw.", "let_op")
        return not self._pdf

    def _zet_aan(self, aan: bool) -> None:
        for actie in (self.druk_actie, self.bewaar_actie):
            actie.setEnabled(aan)

    def _druk(self, printer: QtPrintSupport.QPrinter) -> None:
        from gemeente_pga.ui.afdrukken import Afdruk, Drukdeel
        from gemeente_pga.ui.pdf import read_maten

        afdruk = Afdruk(
            self.omgeving.worker, printer, [Drukdeel(self._pdf, len(read_maten(self._pdf)))], self
        )
        self._afdruk = afdruk
        afdruk.klaar.connect(self._is_afgedrukt)
        self._zet_aan(False)
        afdruk.start()

    def _is_afgedrukt(self, gelukt: bool) -> None:
        self._zet_aan(True)
        if gelukt:
            self.omgeving.window.meld("De zakgids is naar de printer gestuurd.")
        else:
            self.omgeving.window.meld("Afdrukken is niet gelukt. Probeer een andere printer.", "fout")


def _knop(scherm: QtWidgets.QWidget, actie: QtGui.QAction, icoon: str) -> QtWidgets.QPushButton:
    knop = QtWidgets.QPushButton(actie.text(), scherm)
    theme.zet_icoon(knop, icoon)
    knop.clicked.connect(actie.trigger)
    actie.enabledChanged.connect(partial(knop.setEnabled))
    return knop


def _stuk(fout: Exception) -> None:
    raise fout
