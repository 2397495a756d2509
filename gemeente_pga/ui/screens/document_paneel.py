# SPDX-License-Identifier: EUPL-1.2
"""The panel below the pages: for whom a document leaves the kluis, and letting it go.

Every copy is made in the worker, with its number and holder on it; then it is registered with its hash; only
then a page goes to the printer or a file to the disk.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6 import QtCore, QtPrintSupport, QtWidgets

from gemeente_pga.domain.exemplaar import Bewijs, Uitgiftewens
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.handelingen.document import log_bijlage_opslaan, log_uitgifte
from gemeente_pga.handelingen.poort import require_bijlage_uit, require_houders, require_uitgifte
from gemeente_pga.paths import save_outside
from gemeente_pga.ui import messages, theme
from gemeente_pga.ui.exemplaren import (
    Opdracht,
    Wensen,
    bewijs_van,
    hash_van,
    maak_bijlageopdracht,
    maak_opdracht,
)
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.document_druk import NIET_TE_MAKEN, Drukwerk
from gemeente_pga.ui.screens.document_inhoud import Getoond, bestandsnaam_van
from gemeente_pga.ui.screens.document_uitgifte import Uitgiftevorm
from gemeente_pga.ui.widgets.opsomming import Opsomming

PDF = "application/pdf"
GEVOLG = {
    "afdruk": (
        "U gaat dit document afdrukken. Op papier kan het programma het niet meer beschermen. "
        "Haal de exemplaren na afloop terug en vernietig ze."
    ),
    "bestand": (
        "U gaat dit document buiten de kluis opslaan. Dat bestand is niet versleuteld: "
        "wie erbij kan, kan het lezen. "
        "Verwijder het bestand zodra u het niet meer nodig hebt."
    ),
    "wachtwoord": (
        "U gaat dit document buiten de kluis opslaan met een wachtwoord. Het programma bewaart het "
        "wachtwoord niet: bent u het kwijt, dan gaat dit bestand nooit meer open. Geef het langs een andere "
        "weg dan het bestand, liefst door te bellen. Met een wachtwoord is het bestand geen PDF/A voor een "
        "archief."
    ),
    "gegevens": (
        "U gaat de uitkomst van dit overleg buiten de kluis opslaan: wat over deze casus is besproken, "
        "besloten en afgesproken, met naam en adres van betrokkene. Dat bestand is niet versleuteld: "
        "wie erbij kan, kan het lezen. Verwijder het zodra de ontvanger het heeft. Dit gaat niet mee:"
    ),
}
KOP = {"afdruk": "Afdrukken", "bestand": "Opslaan als bestand", "gegevens": "Opslaan voor een ander systeem"}
ALS_GEGEVENS = "als JSON voor een ander systeem"
WACHTZIN = {
    "afdruk": "U drukt een document af. Het komt dan buiten de kluis.",
    "bestand": "U slaat een bestand op buiten de kluis. Het is daar niet versleuteld.",
    "wachtwoord": "U slaat een bestand op buiten de kluis, met een eigen wachtwoord.",
}
_GENUMMERD = "Op elke bladzijde komen het nummer en de houder."
_NOG_BEZIG = "Er wordt nog afgedrukt. Wacht tot dat klaar is, of kies ‘Stoppen’."
_NIETS_OPGESLAGEN = "Er is niets opgeslagen."
_ZONDER_NUMMER = " Op deze bijlage staat geen nummer: het bestand laat dat niet toe."


@dataclass(frozen=True)
class _Uitgang:
    """What was asked for, as it was when the button was pressed. wijze: a key of KOP."""

    getoond: Getoond
    onderwerp_id: int
    wijze: str
    wens: Uitgiftewens
    wensen: Wensen
    wachtwoord: str = ""


class Uitgiftepaneel(QtWidgets.QFrame):
    """Hidden until something is to leave. `veranderd`: it opened, closed, or needs other room."""

    veranderd = QtCore.Signal()
    gesloten = QtCore.Signal()

    def __init__(self, omgeving: Omgeving, drukwerk: Drukwerk, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.omgeving = omgeving
        self.drukwerk = drukwerk
        self._getoond: Getoond | None = None
        self._onderwerp_id = 0
        self._wijze = ""
        self._in_de_maak: _Uitgang | None = None  # a file that is being made, until it is stopped
        self._bouw()

    # ---- asking

    def begin(self, getoond: Getoond, onderwerp_id: int, wijze: str) -> None:
        """Open the panel; nothing has left the kluis yet."""
        is_druk = wijze == "afdruk"
        self.omgeving.store.require(Handeling.DOCUMENT_AFDRUKKEN if is_druk else Handeling.DOCUMENT_OPSLAAN)
        if is_druk and self.drukwerk.bezig:
            self.omgeving.window.meld(_NOG_BEZIG, "let_op")
            return
        self._getoond, self._onderwerp_id, self._wijze = getoond, onderwerp_id, wijze
        self.kop.setText(KOP[wijze])
        gegevens = getoond.gegevens if wijze == "gegevens" else None
        self.leemten.zet(gegevens.zinnen if gegevens else ())
        self.leemten.setVisible(gegevens is not None)
        pdf = getoond.mediatype == PDF and gegevens is None
        self.uitgifte.begin(getoond.kop, bestand=not is_druk, pdf=pdf)
        self._zet_bezig(False)
        self._toon_gevolg()
        self.show()
        self.veranderd.emit()
        self.omgeving.window.wegwijzer("exemplaar" if pdf else "afdrukken")
        self.formulier.focus("bestemd_voor")

    def sluit(self) -> None:
        """Close it; nothing that was typed stays."""
        self.uitgifte.wis()
        if not self.isHidden():
            self.hide()
            self.veranderd.emit()
            self.gesloten.emit()

    def _toch_niet(self) -> None:
        """Close it, and the file that is being made is not written."""
        if self._in_de_maak is not None:
            self._in_de_maak = None
            self.omgeving.window.meld(f"Gestopt. {_NIETS_OPGESLAGEN}")
        self.sluit()

    def _toon_gevolg(self) -> None:
        """Cause and effect, for the choice as it is now."""
        if self._getoond is None:
            return
        welk = "wachtwoord" if self.uitgifte.met_wachtwoord else self._wijze
        afspraak = f" Afgesproken is: {self._getoond.afspraak}." if self._getoond.afspraak else ""
        genummerd = self._wijze != "gegevens" and self._getoond.mediatype == PDF
        nummer = f" {_GENUMMERD}" if genummerd else ""
        self.gevolg.setText(GEVOLG[welk] + nummer + afspraak)
        self.veranderd.emit()

    def _doe(self) -> None:
        wens = self.uitgifte.wens()
        if wens is None or self._getoond is None:
            return
        wachtwoord = self.uitgifte.wachtwoord.wachtzin() if self.uitgifte.met_wachtwoord else ""
        if (self.uitgifte.met_wachtwoord and not wachtwoord) or not self._mag_eruit(wens):
            return
        uit = _Uitgang(
            self._getoond, self._onderwerp_id, self._wijze, wens, self.uitgifte.wensen(), wachtwoord
        )
        if uit.wijze == "afdruk":
            self._kies_printer(uit)
        else:
            self._kies_plaats(uit)

    def _mag_eruit(self, wens: Uitgiftewens) -> bool:
        """Asked before a printer or a file is chosen; the act asks it again."""
        bijlage = self._getoond is None or self._getoond.kop is None
        mag = require_bijlage_uit if bijlage else require_uitgifte
        try:
            with self.omgeving.store.reader() as r:
                mag(r, self._onderwerp_id, wens.bestemd_voor, self.omgeving.vandaag())
                if not bijlage:
                    require_houders(r, self._onderwerp_id, wens)
        except Storing as storing:
            self._zeg_fout(storing)
            return False
        return True

    # ---- to the printer

    def _kies_printer(self, uit: _Uitgang) -> None:
        printer = messages.kies_printer(self, len(uit.wens.houders))
        if printer is not None:
            self.omgeving.window.bevestig(WACHTZIN["afdruk"], lambda: self._begin_afdruk(uit, printer))

    def _begin_afdruk(self, uit: _Uitgang, printer: QtPrintSupport.QPrinter) -> None:
        opdracht = self._opdracht(uit)
        self.sluit()
        self.drukwerk.begin(uit.onderwerp_id, opdracht, printer, self._vastlegger(uit))

    def _opdracht(self, uit: _Uitgang) -> Opdracht:
        if uit.getoond.kop is None:
            return maak_bijlageopdracht(self.omgeving, uit.onderwerp_id, uit.getoond.inhoud, uit.wens)
        return maak_opdracht(self.omgeving, uit.getoond.kop, uit.getoond.inhoud, uit.wens, uit.wensen)

    # ---- to a file

    def _kies_plaats(self, uit: _Uitgang) -> None:
        naam = bestandsnaam_van(uit.getoond, self.omgeving.vandaag(), gegevens=uit.wijze == "gegevens")
        doel = messages.bewaar_als(self, "Waar wilt u het bestand opslaan?", naam)
        if doel is not None:
            zin = WACHTZIN["wachtwoord" if uit.wachtwoord else "bestand"]
            self.omgeving.window.bevestig(zin, lambda: self._maak_bestand(uit, doel))

    def _maak_bestand(self, uit: _Uitgang, doel: Path) -> None:
        opdracht, gegevens = self._opdracht(uit), uit.getoond.gegevens
        if uit.wijze == "gegevens" and gegevens is not None:
            self._schrijf(uit, gegevens.to_bytes(), doel, opdracht)
            return
        if uit.getoond.mediatype != PDF:
            self._schrijf(uit, uit.getoond.inhoud, doel, opdracht)
            return
        self._zet_bezig(True)
        self._in_de_maak = uit

        def klaar(inhoud: bytes) -> None:
            if self._in_de_maak is uit:
                self._in_de_maak = None
                self._schrijf(uit, inhoud, doel, opdracht)

        def mislukt(fout: Exception) -> None:
            if self._in_de_maak is not uit:
                return
            self._in_de_maak = None
            self._zet_bezig(False)
            if not isinstance(fout, ValueError):
                raise fout
            if uit.getoond.kop is None and not uit.wachtwoord:  # an attachment is what it is
                self._schrijf(uit, uit.getoond.inhoud, doel, opdracht, bij=_ZONDER_NUMMER)
            else:
                self.omgeving.window.meld(f"{NIET_TE_MAKEN} {_NIETS_OPGESLAGEN}", "fout")

        self.omgeving.worker.run(lambda: opdracht.bestand(uit.wachtwoord), klaar, mislukt)

    def _schrijf(
        self, uit: _Uitgang, inhoud: bytes, doel: Path, opdracht: Opdracht, *, bij: str = ""
    ) -> None:
        """First the register, then the file: no file outside the kluis that nobody knows of."""
        window = self.omgeving.window
        self._zet_bezig(False)
        bewijs = bewijs_van(opdracht, [hash_van(inhoud)], versleuteld=bool(uit.wachtwoord))
        try:
            self._vastlegger(uit)(bewijs)
        except Storing as storing:
            self._zeg_fout(storing)
            return
        self.sluit()
        try:
            save_outside(doel, inhoud)
        except Storing as storing:
            self._zeg_fout(storing, " Het exemplaar staat al in het register: zet het daar op vernietigd.")
            return
        if uit.wachtwoord:
            window.meld(f"Opgeslagen met wachtwoord: {doel}. Geef het wachtwoord langs een andere weg.")
        else:
            zin = f"Opgeslagen, niet versleuteld: {doel}. Verwijder het als u klaar bent."
            window.meld(zin + bij, "let_op")

    def _zeg_fout(self, storing: Storing, bij: str = "") -> None:
        self.omgeving.window.meld(f"{storing.melding} {storing.raad}{bij}", "fout")

    # ---- the register

    def _vastlegger(self, uit: _Uitgang) -> Callable[[Bewijs], None]:
        """Records that these copies leave, once they have been made."""
        omgeving, kop, wens, wijze = self.omgeving, uit.getoond.kop, uit.wens, uit.wijze
        voor = omgeving.kader.label("bestemd_voor", wens.bestemd_voor)
        if wijze == "gegevens":  # in the register a file like any other, and what kind
            wijze, voor = "bestand", f"{voor} ({ALS_GEGEVENS})"

        def leg_vast(bewijs: Bewijs) -> None:
            store, op = omgeving.store, omgeving.nu().isoformat(timespec="seconds")
            if kop is None:
                log_bijlage_opslaan(
                    store, uit.onderwerp_id, wens=wens, bestemd_voor=voor, op=op, bewijs=bewijs
                )
            else:
                log_uitgifte(store, kop.id, wijze=wijze, wens=wens, bestemd_voor=voor, op=op, bewijs=bewijs)

        return leg_vast

    # ---- building

    def _zet_bezig(self, bezig: bool) -> None:
        is_druk = self._wijze == "afdruk"
        self.doe_knop.setEnabled(not bezig)
        woord = "Kies een printer en druk af" if is_druk else "Kies een plaats en sla op"
        self.doe_knop.setText("Het bestand wordt gemaakt …" if bezig else woord)

    def _bouw(self) -> None:
        self.setProperty("rol", "kaart")
        self.kop = QtWidgets.QLabel(self)
        self.kop.setProperty("rol", "kop")
        self.gevolg = QtWidgets.QLabel(self)
        self.gevolg.setWordWrap(True)
        self.uitgifte = Uitgiftevorm(self.omgeving, self)
        self.uitgifte.gewijzigd.connect(self._toon_gevolg)
        self.formulier = self.uitgifte.formulier
        self.doe_knop = QtWidgets.QPushButton(self)
        self.doe_knop.setProperty("rol", "primair")
        self.doe_knop.clicked.connect(self._doe)
        self.niet_knop = QtWidgets.QPushButton("Niet doen", self)
        self.niet_knop.clicked.connect(self._toch_niet)
        knoppen = QtWidgets.QHBoxLayout()
        knoppen.addWidget(self.doe_knop)
        knoppen.addWidget(self.niet_knop)
        knoppen.addStretch(1)
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.setContentsMargins(*(theme.RUIMTE[3],) * 4)
        indeling.setSpacing(theme.RUIMTE[1])
        self.leemten = Opsomming()
        for deel in (self.kop, self.gevolg, self.leemten, self.uitgifte):
            indeling.addWidget(deel)
        indeling.addLayout(knoppen)
        indeling.addStretch(1)  # where there is more room than it needs, the fields keep together
        self.hide()
