# SPDX-License-Identifier: EUPL-1.2
"""Inrichting, tab Meldpunt: the blank meldformulier, and the texts for reporters and the public.

None of it is about anyone, so nothing is registered and no wachtzin is asked.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6 import QtPrintSupport, QtWidgets

from gemeente_pga.documents import render_meldformulier
from gemeente_pga.domain.verantwoordingstekst import Registerfeiten, ontvangstbevestiging, publiekstekst
from gemeente_pga.paths import save_outside
from gemeente_pga.store.queries.inrichting import GemeenteRij, gemeenten
from gemeente_pga.store.queries.meldformulier import leeg_formulier
from gemeente_pga.store.queries.verantwoordingstekst import registerfeiten
from gemeente_pga.ui import messages
from gemeente_pga.ui.afdrukken import Afdruk, Drukdeel
from gemeente_pga.ui.form import weer_wiel
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.pdf import read_bladen
from gemeente_pga.ui.screens.inrichting_deel import Deel

FORMULIER = (
    "Leeg, om uit te delen, op de website te zetten of af te drukken. Wie het op een computer invult, "
    "kan het "
    "bestand aan het meldpunt geven. Open het dan met Ctrl+O: de antwoorden komen naast een nieuw "
    "signaal te staan."
)
BEVESTIGING = (
    "Zonder inhoud: u zegt niet over wie het gaat, of u iemand kent, en wat eruit komt. Leg bij het "
    "signaal vast "
    "dat u dit hebt verstuurd, bij Bericht aan de melder."
)
PUBLIEK = "Voor de website van de gemeente. Laat de tekst nalezen door communicatie en de FG."


class MeldpuntDeel(Deel):
    """Form and texts of one municipality."""

    titel = "Meldpunt"
    wegwijzersleutel = "meldpunt"
    tabellen = frozenset({"gemeente", "partij", "kader", "kaderwaarde", "vaststelling", "ingebruikname",
                          "externe_partij", "instelling"})  # fmt: skip

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        kaart = self.kaart("Meldformulier", FORMULIER)
        self.wie = QtWidgets.QComboBox(kaart)
        self.wie.setAccessibleName("Welke gemeente")
        weer_wiel(self.wie)
        self.wie.activated.connect(lambda _n: self._toon_teksten())
        kaart.inhoud.addWidget(self.wie)
        self.bewaarknop = self.knop("Leeg &meldformulier opslaan …", self.bewaar_formulier)
        self.bewaarknop.setObjectName("meldformulier_opslaan")
        self.drukknop = self.knop("Leeg meldformulier a&fdrukken …", self.druk_formulier, primair=False)
        self.drukknop.setObjectName("meldformulier_afdrukken")
        self.bevestiging = self._tekstkaart("Ontvangstbevestiging aan de melder", BEVESTIGING, "bevestiging")
        self.publiek = self._tekstkaart("Tekst voor de website", PUBLIEK, "publiek")
        self.sluit_af()

    def herlaad(self) -> None:
        """The municipalities, and the texts of the one that is chosen."""
        with self.omgeving.store.reader() as r:
            self._gemeenten = gemeenten(r)
        was = self.wie.currentData()
        self.wie.clear()
        for rij in self._gemeenten:
            self.wie.addItem(rij.gemeente.naam, rij.id)
        self.wie.setCurrentIndex(max(0, self.wie.findData(was)))
        self.wie.setVisible(len(self._gemeenten) > 1)
        for knop in (self.bewaarknop, self.drukknop):
            knop.setEnabled(bool(self._gemeenten))
        self._toon_teksten()

    def bewaar_formulier(self) -> None:
        """The PDF to type in."""
        naam = f"meldformulier-{self.omgeving.vandaag().isoformat()}.pdf"
        pad = messages.bewaar_als(self, "Waar wilt u het lege meldformulier opslaan?", naam, "PDF (*.pdf)")
        if pad is not None:
            self._maak(lambda pdf: self._schrijf(pad, pdf))

    def druk_formulier(self) -> None:
        """The same on paper, with lines to write on."""
        printer = messages.kies_printer(self, 1)
        if printer is not None:
            self._maak(lambda pdf: self._druk(printer, pdf))

    def _schrijf(self, pad: Path, pdf: bytes) -> None:
        save_outside(pad, pdf)
        self.omgeving.window.meld(
            f"Leeg meldformulier opgeslagen: {pad.name}. Er staat niets in over personen."
        )

    def _druk(self, printer: QtPrintSupport.QPrinter, pdf: bytes) -> None:
        afdruk = Afdruk(self.omgeving.worker, printer, [Drukdeel(pdf, len(read_bladen(pdf)))], self)
        afdruk.klaar.connect(self._gedrukt)
        afdruk.start()

    def _gedrukt(self, gelukt: bool) -> None:
        if gelukt:
            self.omgeving.window.meld("Het lege meldformulier is naar de printer.")
        else:
            self.omgeving.window.meld("Afdrukken is niet gelukt. Kijk of de printer aan staat.", "fout")

    def _maak(self, verder: Callable[[bytes], object]) -> None:
        gemeente = self._gemeente()
        if gemeente is None:
            return
        with self.omgeving.store.reader() as r:
            formulier = leeg_formulier(r, gemeente, self.omgeving.kader, self.omgeving.vandaag())
        self.omgeving.worker.run(lambda: render_meldformulier(formulier), verder, self._mislukt)

    def _mislukt(self, fout: Exception) -> None:
        zin = f"Het formulier kon niet worden gemaakt ({type(fout).__name__}). Probeer het opnieuw."
        self.omgeving.window.meld(zin, "fout")

    def _gemeente(self) -> GemeenteRij | None:
        return next((rij for rij in self._gemeenten if rij.id == self.wie.currentData()), None)

    def _toon_teksten(self) -> None:
        gemeente = self._gemeente()
        feiten: Registerfeiten | None = None
        if gemeente is not None:
            with self.omgeving.store.reader() as r:
                feiten = registerfeiten(r, gemeente, self.omgeving.kader, self.omgeving.vandaag())
        self.bevestiging.setPlainText(ontvangstbevestiging(feiten) if feiten else "")
        self.publiek.setPlainText(publiekstekst(feiten) if feiten else "")

    def _tekstkaart(self, titel: str, uitleg: str, naam: str) -> QtWidgets.QPlainTextEdit:
        kaart = self.kaart(titel, uitleg)
        tekst = QtWidgets.QPlainTextEdit(kaart)
        tekst.setReadOnly(True)
        tekst.setTabChangesFocus(True)
        tekst.setObjectName(f"{naam}Tekst")
        tekst.setAccessibleName(titel)
        tekst.setMinimumHeight(220)
        kaart.inhoud.addWidget(tekst)
        woorden = {"bevestiging": "Ontvangstbevestiging &kopiëren", "publiek": "&Websitetekst kopiëren"}
        knop = self.knop(woorden[naam], partial(self._kopieer, tekst), primair=False)
        knop.setObjectName(f"{naam}_kopieren")
        return tekst

    def _kopieer(self, tekst: QtWidgets.QPlainTextEdit) -> None:
        QtWidgets.QApplication.clipboard().setText(tekst.toPlainText())
        self.omgeving.window.meld("Gekopieerd. Plak de tekst in uw brief of bericht.")
