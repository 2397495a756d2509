# SPDX-License-Identifier: EUPL-1.2
"""Copies on their way to the printer: made, registered, and only then printed; with progress and a stop.

What did not come out is said as far as it is known: the register has every copy that might exist. That it
broke off, because the program was locked or went down, is kept in the kluis until somebody has looked.
"""

from collections.abc import Callable, Sequence

from PySide6 import QtPrintSupport, QtWidgets

from gemeente_pga.documents import render_exemplarenlijst
from gemeente_pga.domain.exemplaar import Bewijs
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.tekst import getal
from gemeente_pga.ui import theme
from gemeente_pga.ui.afdrukken import Afdruk, Drukdeel
from gemeente_pga.ui.exemplaren import Opdracht, bewijs_van
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.pdf import read_maten

NIET_TE_MAKEN = "Van dit stuk zijn geen exemplaren te maken: het bestand is beschadigd."
_IN_REGISTER = "Alle exemplaren staan bij Wie heeft wat: zet wat niet uit de printer kwam daar op vernietigd."
_GELUKT = "Het document is naar de printer gestuurd. Het programma liet geen bestand achter."
_NIETS_UIT = "Er is niets afgedrukt en niets vastgelegd."
_AFGEBROKEN = "Het afdrukken is afgebroken: het programma ging op slot of ging dicht. Kijk bij de printer. {}"
CONCEPT = "afdruk"  # kept while a document, the key, is on its way to the printer


class Drukwerk(QtWidgets.QFrame):
    """A line with how far it is and a button to stop; hidden when nothing is being printed."""

    def __init__(self, omgeving: Omgeving, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.omgeving = omgeving
        self.setProperty("rol", "kaart")
        self.setObjectName("drukwerk")
        self._opdracht: Opdracht | None = None
        self._document_id = 0  # that is being printed
        self._getoond_id = 0  # that is on screen, perhaps another one
        self._eerder = ""  # copies of this document of which printing broke off before
        self._gestopt = False
        self.afdruk: Afdruk | None = None
        self.stand = QtWidgets.QLabel(self)
        self.stand.setWordWrap(True)
        self.stopknop = QtWidgets.QPushButton("&Stoppen", self)
        self.stopknop.clicked.connect(self.stop)
        rij = QtWidgets.QHBoxLayout(self)
        rij.setContentsMargins(*(theme.RUIMTE[2],) * 4)
        self.wieknop = QtWidgets.QPushButton("&Wie heeft wat", self)
        self.wieknop.clicked.connect(lambda: self.omgeving.window.open("wie_heeft_wat"))
        self.klaarknop = QtWidgets.QPushButton("Nage&keken", self)
        self.klaarknop.clicked.connect(self._is_nagekeken)
        rij.addWidget(self.stand, 1)
        for knop in (self.stopknop, self.wieknop, self.klaarknop):
            rij.addWidget(knop)
        self.hide()

    @property
    def bezig(self) -> bool:
        """Is something being made or printed?"""
        return self._opdracht is not None or self.afdruk is not None

    def begin(
        self,
        document_id: int,
        opdracht: Opdracht,
        printer: QtPrintSupport.QPrinter,
        leg_vast: Callable[[Bewijs], object],
    ) -> None:
        """Make the copies, have them registered (leg_vast), print them."""
        self._opdracht, self._gestopt, self._document_id = opdracht, False, document_id
        self.stopknop.setEnabled(True)
        self.stand.setText("De exemplaren worden gemaakt …")
        self._toon(afgebroken=False)
        self._printer, self._leg_vast = printer, leg_vast
        self._delen: list[Drukdeel] = []
        self._hashes: list[str] = []
        self.omgeving.worker.run(opdracht.vel, lambda vel: self._maak(opdracht, vel), self._mislukt)

    def toon(self, document_id: int) -> None:
        """Say that printing this document broke off last time, when it did."""
        self._getoond_id = document_id
        if self.bezig:
            return
        nummers = self.omgeving.store.concept(CONCEPT, str(document_id))
        if nummers is None:
            self.hide()
            return
        self.stand.setText(_AFGEBROKEN.format(f"Het ging om exemplaar {nummers}. {_IN_REGISTER}"))
        self._toon(afgebroken=True)

    def stop(self) -> None:
        """No more pages; what went to the printer is said."""
        self._gestopt = True
        self.stopknop.setEnabled(False)
        if self.afdruk is not None:
            self.afdruk.stop()

    def _toon(self, *, afgebroken: bool) -> None:
        self.stopknop.setVisible(not afgebroken)
        self.wieknop.setVisible(afgebroken)
        self.klaarknop.setVisible(afgebroken)
        self.show()

    def _is_nagekeken(self) -> None:
        self.omgeving.store.discard_concept(CONCEPT, str(self._getoond_id))
        self.hide()
        self.omgeving.window.meld("Genoteerd: u hebt de afdruk nagekeken.", "goed")

    # ---- making

    def _maak(self, opdracht: Opdracht, vel: bytes) -> None:
        plaats = len(self._delen)
        if self._gestopt:
            self._sluit()
            self.omgeving.window.meld(f"Gestopt. {_NIETS_UIT}")
            return
        if plaats == len(opdracht.stempels):
            self._maak_lijst(opdracht)
            return
        self.stand.setText(
            f"Exemplaar {getal(plaats + 1)} van {getal(len(opdracht.stempels))} wordt gemaakt …"
        )
        self.omgeving.worker.run(
            lambda: opdracht.druk(plaats, vel), lambda af: self._neem(opdracht, vel, *af), self._mislukt
        )

    def _neem(self, opdracht: Opdracht, vel: bytes, deel: Drukdeel, sha256: str) -> None:
        self._delen.append(deel)
        self._hashes.append(sha256)
        self._maak(opdracht, vel)

    def _maak_lijst(self, opdracht: Opdracht) -> None:
        lijst = opdracht.verdeellijst
        if lijst is None:
            self._druk(opdracht, ())
            return

        def maak() -> Drukdeel:
            pdf = render_exemplarenlijst(lijst)
            return Drukdeel(pdf, len(read_maten(pdf)))

        self.omgeving.worker.run(maak, lambda deel: self._druk(opdracht, (deel,)), self._mislukt)

    def _mislukt(self, fout: Exception) -> None:
        self._sluit()
        if not isinstance(fout, ValueError):
            raise fout
        self.omgeving.window.meld(f"{NIET_TE_MAKEN} {_NIETS_UIT}", "fout")

    # ---- printing

    def _druk(self, opdracht: Opdracht, eerst: Sequence[Drukdeel]) -> None:
        """The register first: no paper outside the kluis that nobody knows of."""
        try:
            self._leg_vast(bewijs_van(opdracht, self._hashes))
        except Storing as storing:
            self._sluit()
            self.omgeving.window.meld(f"{storing.melding} {storing.raad} {_NIETS_UIT}", "fout")
            return
        nummers = [str(stempel.nummer) for stempel in opdracht.stempels]
        welke = nummers[0] if len(nummers) == 1 else f"{nummers[0]} tot en met {nummers[-1]}"
        self._eerder = self.omgeving.store.concept(CONCEPT, str(self._document_id)) or ""
        wat = f"{self._eerder}, {welke}" if self._eerder else welke
        self.omgeving.store.save_concept(CONCEPT, str(self._document_id), wat)
        self.afdruk = Afdruk(self.omgeving.worker, self._printer, [*eerst, *self._delen], self)
        self.afdruk.voortgang.connect(self._toon_voortgang)
        self.afdruk.klaar.connect(self._is_afgedrukt)
        self.afdruk.start()

    def _toon_voortgang(self, welk: int, blad: int) -> None:
        if self.afdruk is None:
            return
        deel = self.afdruk.delen[welk]
        wat = f"Exemplaar {deel.nummer}" if deel.nummer else "Verdeellijst"
        totaal = sum(een.aantal for een in self.afdruk.delen)
        gedaan = sum(self.afdruk.verstuurd)
        self.stand.setText(
            f"{wat}, bladzijde {blad} van {deel.aantal}. Afgedrukt: {getal(gedaan)} van {getal(totaal)}."
        )

    def _is_afgedrukt(self, gelukt: bool) -> None:
        afdruk, gestopt = self.afdruk, self._gestopt
        # This one is done; what broke off before it still has to be looked at.
        self.omgeving.store.save_concept(CONCEPT, str(self._document_id), self._eerder)
        self._sluit()
        if gelukt or afdruk is None:
            self.omgeving.window.meld(_GELUKT, "goed")
            return
        begin = "Het afdrukken is gestopt." if gestopt else "Het afdrukken is niet gelukt."
        self.omgeving.window.meld(
            f"{begin} {how_far(afdruk.delen, afdruk.verstuurd)} {_IN_REGISTER}",
            "fout",
            ("&Wie heeft wat", lambda: self.omgeving.window.open("wie_heeft_wat")),
        )

    def _sluit(self) -> None:
        self._opdracht, self.afdruk = None, None
        self._delen, self._hashes = [], []
        self.toon(self._getoond_id)


def how_far(delen: Sequence[Drukdeel], verstuurd: Sequence[int]) -> str:
    """Which copies went to the printer, whole or in part. What the printer did with them nobody knows."""
    paren = [(deel, n) for deel, n in zip(delen, verstuurd, strict=True) if deel.nummer]
    heel = [str(deel.nummer) for deel, n in paren if n == deel.aantal]
    half = [f"exemplaar {deel.nummer} tot en met bladzijde {n}" for deel, n in paren if 0 < n < deel.aantal]
    delen_ = [f"exemplaar {', '.join(heel)} helemaal"] if heel else []
    if not delen_ and not half:
        return "Er is geen bladzijde naar de printer gegaan."
    return f"Naar de printer ging: {' en '.join([*delen_, *half])}."
