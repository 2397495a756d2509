# SPDX-License-Identifier: EUPL-1.2
"""A list of copies on paper, for the meeting: who still has what, with room to tick off what comes back."""

from collections.abc import Sequence
from datetime import date

from PySide6 import QtCore, QtPrintSupport, QtWidgets

from gemeente_pga.documents import render_exemplarenlijst
from gemeente_pga.domain.exemplaar import UITGEREIKT, VERMIST, wat_gevraagd
from gemeente_pga.domain.stukken.exemplaar import Exemplaarpunt, Exemplarenlijst, lijst_kop
from gemeente_pga.domain.tekst import datum_lang
from gemeente_pga.handelingen.exemplaar import log_lijst
from gemeente_pga.store.queries.houders import Exemplaarregel
from gemeente_pga.store.queries.inrichting import gemeenten
from gemeente_pga.ui import messages
from gemeente_pga.ui.afdrukken import Afdruk, Drukdeel
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.pdf import read_maten

TERUG, ALLE = "Terug te vragen exemplaren", "Lijst van exemplaren"
_WAAROM = "U drukt een lijst af met houders en kenmerken, buiten de kluis."


class Lijstdruk(QtCore.QObject):
    """One list at a time; nothing of it is kept."""

    def __init__(self, omgeving: Omgeving, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.omgeving, self._venster = omgeving, parent
        self._afdruk: Afdruk | None = None

    def vraag(self, rijen: Sequence[Exemplaarregel]) -> None:
        """Choose a printer, type the wachtzin, and it goes."""
        if not rijen or self._afdruk is not None:
            return
        printer = messages.kies_printer(self._venster, 1)
        if printer is not None:
            lijst = maak_lijst(self.omgeving, rijen)
            self.omgeving.window.bevestig(_WAAROM, lambda: self._maak(lijst, printer))

    def _maak(self, lijst: Exemplarenlijst, printer: QtPrintSupport.QPrinter) -> None:
        def teken() -> Drukdeel:
            pdf = render_exemplarenlijst(lijst)
            return Drukdeel(pdf, len(read_maten(pdf)))

        self.omgeving.worker.run(teken, lambda deel: self._druk(deel, printer), _stuk)

    def _druk(self, deel: Drukdeel, printer: QtPrintSupport.QPrinter) -> None:
        log_lijst(self.omgeving.store)
        self._afdruk = Afdruk(self.omgeving.worker, printer, [deel], self)
        self._afdruk.klaar.connect(self._is_klaar)
        self._afdruk.start()

    def _is_klaar(self, gelukt: bool) -> None:
        self._afdruk = None
        if gelukt:
            self.omgeving.window.meld("De lijst is naar de printer gestuurd. Houd haar zelf.", "goed")
        else:
            self.omgeving.window.meld("Afdrukken is niet gelukt. Probeer een andere printer.", "fout")


def maak_lijst(omgeving: Omgeving, rijen: Sequence[Exemplaarregel]) -> Exemplarenlijst:
    """The list, by holder: that is how they are asked for it."""
    with omgeving.store.reader() as r:
        namen = [rij.gemeente.naam for rij in gemeenten(r)]
    vandaag = omgeving.vandaag()
    soort = TERUG if all(e.stand in (UITGEREIKT, VERMIST) for e in rijen) else ALLE
    termijn = omgeving.kader.streeftermijn("exemplaar_terug").periode
    punten = []
    for e in sorted(rijen, key=lambda e: (e.houder.casefold(), e.kenmerk, e.nummer)):
        op = date.fromisoformat(e.uitgegeven_op[:10])
        gevraagd = wat_gevraagd(e.stand, bestand=e.bestand, terug_op=termijn.after(op) if termijn else None)
        stuk = f"{e.titel} {e.kenmerk}"
        punten.append(
            Exemplaarpunt(nummer=e.nummer, houder=e.houder, uitgereikt=op, gevraagd=gevraagd, stuk=stuk)
        )
    kop = lijst_kop(
        namen[0] if namen else "", soort, vandaag.isoformat(), vandaag, oefening=omgeving.oefenkluis
    )
    return Exemplarenlijst(kop=kop, over=f"Stand op {datum_lang(vandaag)}", regels=tuple(punten))


def _stuk(fout: Exception) -> None:
    raise fout
