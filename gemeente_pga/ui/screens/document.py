# SPDX-License-Identifier: EUPL-1.2
"""A document or attachment on screen, from memory; printing it or saving it as a file.

Pages are drawn in the worker when they come into sight. Nothing is written to disk unless the user saves a
file, and the screen says honestly where that file then lies.
"""

from pathlib import Path

from PySide6 import QtCore, QtGui, QtPrintSupport, QtWidgets

from gemeente_pga.domain.document import SOORTNAMEN, Documentkop
from gemeente_pga.domain.exemplaar import Uitgiftewens
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.uitwisseling import Uitwisseling
from gemeente_pga.handelingen.document import log_bijlage_opslaan, log_tonen, log_uitgifte
from gemeente_pga.handelingen.dossier import log_bijlage_inzien
from gemeente_pga.handelingen.poort import require_bijlage_uit, require_houders, require_uitgifte
from gemeente_pga.paths import save_outside
from gemeente_pga.store.queries.document import uitgiften
from gemeente_pga.store.queries.fg import dossier_van_bijlage, dossiers_van_document
from gemeente_pga.ui import messages, theme
from gemeente_pga.ui.afdrukken import Afdruk
from gemeente_pga.ui.form import nieuwe_sneltoets
from gemeente_pga.ui.meekijken import may_lezen
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.scherm import Scherm
from gemeente_pga.ui.screens.document_inhoud import Getoond, bestandsnaam_van, lees_bijlage, lees_document
from gemeente_pga.ui.screens.document_terugnemen import may_terugnemen, neem_terug, terugneemzin
from gemeente_pga.ui.screens.document_uitgifte import Uitgiftevorm, uitgiftezin
from gemeente_pga.ui.widgets.bladen import Bladen
from gemeente_pga.ui.widgets.opsomming import Opsomming
from gemeente_pga.ui.widgets.rolblad import Rolblad
from gemeente_pga.ui.widgets.stroom import StroomLayout

BIJLAGE = "bijlage"
_REGELS_IN_BEELD = 4
_BLADEN_MINSTENS = 200  # with less above the panel the pages only take room
_BLADEN_LAAGST = 24
_SMAL = 400  # beside the guidance in a small window; the title above says the kenmerk too
_GEEN_GRENS = 16_777_215
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
    "gegevens": (
        "U gaat de uitkomst van dit overleg buiten de kluis opslaan: wat over deze casus is besproken, "
        "besloten en afgesproken, met naam en adres van betrokkene. Dat bestand is niet versleuteld: "
        "wie erbij kan, kan het lezen. Verwijder het zodra de ontvanger het heeft. Dit gaat niet mee:"
    ),
}
KOP = {"afdruk": "Afdrukken", "bestand": "Opslaan als bestand", "gegevens": "Opslaan voor een ander systeem"}

ALS_GEGEVENS = "als JSON voor een ander systeem"
NOG_NIET = "Dit document wordt nog gemaakt. Open het zo meteen opnieuw."
DICHT = "In dit stuk kunnen namen staan. Het gaat pas open als u een reden geeft."
WACHTZIN = {
    "afdruk": "U drukt een document af. Het komt dan buiten de kluis.",
    "bestand": "U slaat een bestand op buiten de kluis. Het is daar niet versleuteld.",
}


class DocumentScherm(Scherm):
    """Pages, zoom, text; and below them the panel for printing or saving."""

    code = "document"
    titel = "Document"
    tabellen = frozenset({"uitgifte"})  # taking back reads it again by itself
    wegwijzersleutel = "document_tonen"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self._getoond: Getoond | None = None
        self._wijze = ""
        self._dicht = False
        self._teruggenomen: Documentkop | None = None
        self._terug: QtWidgets.QWidget | None = None  # where the user was before the panel opened
        self._afdruk: Afdruk | None = None
        self.bladen = Bladen(omgeving.worker, self)
        self._bouw()

    @property
    def dossier_id(self) -> int | None:
        """Ctrl+K looks in the dossier of this document."""
        return self._getoond.dossier_id if self._getoond else None

    def titel_nu(self) -> str:
        """The kind of document and its kenmerk; an attachment is called just that."""
        kop = self._getoond.kop if self._getoond else self._teruggenomen
        return f"{SOORTNAMEN[kop.soort]} {kop.kenmerk}" if kop else "Bijlage"

    def acties(self) -> list[QtGui.QAction]:
        """Printing, saving, turning pages and zooming."""
        soms = [actie for actie in (self.gegevens_actie, self.terug_actie) if actie.isEnabled()]
        return [self.druk_actie, self.bewaar_actie, *soms, *self.bladen.acties]

    def toon(self, onderwerp_id: int | None, veld: str = "") -> None:
        """veld "bijlage": the subject is an attachment. Looking is recorded, once per opening."""
        self._sluit_paneel()
        self._teruggenomen = None
        bijlage = veld == BIJLAGE
        self._dicht = not self._mag_open(onderwerp_id or 0, bijlage=bijlage)
        if self._dicht:
            self._getoond = None
        else:
            self._getoond = self._lees(onderwerp_id or 0, bijlage=bijlage)
        super().toon(onderwerp_id)
        self.bladen.setFocus()
        if self._getoond is None:
            return
        if self._getoond.kop is None:
            log_bijlage_inzien(self.omgeving.store, onderwerp_id or 0, self._getoond.dossier_id or 0)
        else:
            log_tonen(self.omgeving.store, self._getoond.kop.id, self._getoond.dossier_id)
        self.bladen.toon(self._getoond.inhoud, self._getoond.mediatype)

    def herlaad(self) -> None:
        """The line that says what became of this document."""
        getoond = self._getoond
        mag = getoond is not None and not self.omgeving.alleen_kijken
        uitkomst = mag and getoond is not None and getoond.gegevens is not None
        self.gegevens_actie.setEnabled(uitkomst)
        self.gegevens_knop.setVisible(uitkomst)
        terug = mag and getoond is not None and may_terugnemen(getoond.kop)
        self.terug_actie.setEnabled(terug)
        self.terug_knop.setVisible(terug)
        self.bewaar_knop.setVisible(self._teruggenomen is None)
        self.druk_actie.setEnabled(mag and getoond is not None and getoond.kop is not None)
        self.bewaar_actie.setEnabled(mag)
        self.druk_knop.setVisible(self.druk_actie.isEnabled())
        if getoond is None:
            self._toon_niets()
            return
        if getoond.kop is None:
            self.kenmerk.setText(f"Bijlage: {getoond.naam}")
            self.uitgegeven.hide()
            return
        code = f" · controlecode {getoond.kop.controlecode}" if getoond.kop.controlecode else ""
        self.kenmerk.setText(f"Kenmerk {getoond.kop.kenmerk}{code}")
        self._toon_uitgiften(getoond.kop)

    def _toon_niets(self) -> None:
        """There are no pages: still being made, screened off, or taken back."""
        kop = self._teruggenomen
        zin = terugneemzin(kop, self.omgeving.kader) if kop else DICHT if self._dicht else NOG_NIET
        self.bladen.leeg(zin)
        self.kenmerk.setText(f"Kenmerk {kop.kenmerk}" if kop else "")
        self.uitgegeven.hide()
        if kop is not None:
            self._toon_uitgiften(kop)

    def _toon_uitgiften(self, kop: Documentkop) -> None:
        with self.omgeving.store.reader() as r:
            keren = uitgiften(r, kop.id)
        regels = [uitgiftezin(keer) for keer in keren[:_REGELS_IN_BEELD]]
        if len(keren) > _REGELS_IN_BEELD:  # the pages keep their place; Controle has every time
            regels.append(f"En nog {len(keren) - _REGELS_IN_BEELD} keer eerder; zie Controle.")
        self.uitgegeven.setText("\n".join(regels))
        self.uitgegeven.setVisible(bool(regels))

    # ---- reading

    def _mag_open(self, onderwerp_id: int, *, bijlage: bool) -> bool:
        """Pages cannot be screened off in part: whoever looks along gives a reason first."""
        with self.omgeving.store.reader() as r:
            lees = dossier_van_bijlage if bijlage else dossiers_van_document
            dossiers = lees(r, onderwerp_id)
        return may_lezen(self, self.omgeving, dossiers)

    def _lees(self, onderwerp_id: int, *, bijlage: bool) -> Getoond | None:
        with self.omgeving.store.reader() as r:
            if bijlage:
                return lees_bijlage(r, onderwerp_id, self.omgeving.kader)
            kop, getoond = lees_document(r, onderwerp_id)
        self._teruggenomen = kop if kop is not None and kop.terugname is not None else None
        return getoond

    # ---- leaving the kluis

    def _vraag_uitgifte(self, wijze: str) -> None:
        """Open the panel below the pages; nothing has left the kluis yet."""
        if self._getoond is None:
            return
        self._wijze = wijze
        if self.paneel.isHidden():
            self._terug = self.window().focusWidget()
        is_druk = wijze == "afdruk"
        self.omgeving.store.require(Handeling.DOCUMENT_AFDRUKKEN if is_druk else Handeling.DOCUMENT_OPSLAAN)
        self.paneelkop.setText(KOP[wijze])
        afspraak = f" Afgesproken is: {self._getoond.afspraak}." if self._getoond.afspraak else ""
        self.gevolg.setText(GEVOLG[wijze] + afspraak)
        gegevens = self._getoond.gegevens if wijze == "gegevens" else None
        self.leemten.zet(gegevens.zinnen if gegevens else ())
        self.leemten.setVisible(gegevens is not None)
        self.uitgifte.begin(self._getoond.kop, bestand=not is_druk)
        self.doe_knop.setText("Kies een printer en druk af" if is_druk else "Kies een plaats en sla op")
        self.paneel.show()
        self.rolpaneel.show()
        self._schik()
        self.omgeving.window.wegwijzer("afdrukken")
        self.formulier.focus("bestemd_voor")

    def _doe_uitgifte(self) -> None:
        if self._getoond is None:
            return
        wens = self.uitgifte.wens()
        if wens is None:
            return
        if self._wijze == "afdruk":
            self._druk_af(wens)
        else:
            self._sla_op(wens)

    def _druk_af(self, wens: Uitgiftewens) -> None:
        getoond = self._getoond
        if not self._mag_eruit(wens):
            return
        printer = messages.kies_printer(self, len(wens.houders))
        if printer is None or getoond is None or getoond.kop is None:
            return
        self.omgeving.window.bevestig(WACHTZIN["afdruk"], lambda: self._begin_afdruk(printer, wens))

    def _mag_eruit(self, wens: Uitgiftewens) -> bool:
        """Asked before a printer or a file is chosen; the act asks it again."""
        bijlage = self._getoond is None or self._getoond.kop is None
        mag = require_bijlage_uit if bijlage else require_uitgifte
        try:
            with self.omgeving.store.reader() as r:
                mag(r, self.onderwerp_id or 0, wens.bestemd_voor, self.omgeving.vandaag())
                if not bijlage:
                    require_houders(r, self.onderwerp_id or 0, wens)
        except Storing as storing:
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return False
        return True

    def _begin_afdruk(self, printer: QtPrintSupport.QPrinter, wens: Uitgiftewens) -> None:
        getoond = self._getoond
        if getoond is None:
            return
        self._log("afdruk", wens)
        self._sluit_paneel()
        self._afdruk = Afdruk(self.omgeving.worker, printer, getoond.inhoud, len(self.bladen.bladen), self)
        self._afdruk.klaar.connect(self._is_afgedrukt)
        self._afdruk.start()

    def _is_afgedrukt(self, gelukt: bool) -> None:
        self._afdruk = None
        if gelukt:
            zin = "Het document is naar de printer gestuurd. Het programma liet geen bestand achter."
            self.omgeving.window.meld(zin, "goed")
        else:
            zin = "Het afdrukken is niet gelukt. Controleer de printer en probeer het opnieuw."
            self.omgeving.window.meld(zin, "fout")

    def _sla_op(self, wens: Uitgiftewens) -> None:
        getoond = self._getoond
        if getoond is None or not self._mag_eruit(wens):
            return
        gegevens = getoond.gegevens if self._wijze == "gegevens" else None
        naam = bestandsnaam_van(getoond, self.omgeving.vandaag(), gegevens=gegevens is not None)
        doel = messages.bewaar_als(self, "Waar wilt u het bestand opslaan?", naam)
        if doel is not None:
            self.omgeving.window.bevestig(
                WACHTZIN["bestand"], lambda: self._schrijf(gegevens or getoond, doel, wens)
            )

    def _schrijf(self, wat: Getoond | Uitwisseling, doel: Path, wens: Uitgiftewens) -> None:
        """First the register, then the file: no file outside the kluis that nobody knows of."""
        gegevens = isinstance(wat, Uitwisseling)
        self._log("gegevens" if gegevens else "bestand", wens)
        self._sluit_paneel()
        try:
            save_outside(doel, wat.to_bytes() if isinstance(wat, Uitwisseling) else wat.inhoud)
        except Storing as storing:
            zin = "Het exemplaar staat al in het register: zet het daar op vernietigd."
            self.omgeving.window.meld(f"{storing.melding} {storing.raad} {zin}", "fout")
            return
        self.omgeving.window.meld(
            f"Opgeslagen, niet versleuteld: {doel}. Verwijder het als u klaar bent.", "let_op"
        )

    def _log(self, wijze: str, wens: Uitgiftewens) -> None:
        if self._getoond is None:
            return
        store, voor = self.omgeving.store, self.omgeving.kader.label("bestemd_voor", wens.bestemd_voor)
        op = self.omgeving.nu().isoformat(timespec="seconds")
        if self._getoond.kop is None:
            log_bijlage_opslaan(store, self.onderwerp_id or 0, wens=wens, bestemd_voor=voor, op=op)
        else:
            if wijze == "gegevens":  # in the register a file like any other, and what kind
                wijze, voor = "bestand", f"{voor} ({ALS_GEGEVENS})"
            log_uitgifte(store, self._getoond.kop.id, wijze=wijze, wens=wens, bestemd_voor=voor, op=op)

    def _sluit_paneel(self) -> None:
        self.formulier.wis()
        was_open, terug = self.paneel.isVisible(), self._terug
        self.paneel.hide()
        self.rolpaneel.hide()
        self._schik()
        if was_open:  # the focus goes back to where the user was, not to whatever comes next in the window
            blijft = terug is not None and self.isAncestorOf(terug) and not self.paneel.isAncestorOf(terug)
            (terug if terug is not None and blijft else self.bladen).setFocus()

    def _neem_terug(self) -> None:
        getoond = self._getoond
        if getoond is None or getoond.kop is None:
            return
        with self.omgeving.store.reader() as r:
            uitgegeven = bool(uitgiften(r, getoond.kop.id))
        neem_terug(
            self,
            self.omgeving,
            getoond.kop,
            uitgegeven=uitgegeven,
            klaar=lambda: self.toon(self.onderwerp_id),
        )

    # ---- building

    def _bouw(self) -> None:
        self.druk_actie = nieuwe_sneltoets(QtGui.QAction("&Afdrukken", self), "Ctrl+P")
        self.druk_actie.triggered.connect(lambda: self._vraag_uitgifte("afdruk"))
        self.bewaar_actie = nieuwe_sneltoets(QtGui.QAction("&Opslaan als bestand", self), "Ctrl+S")
        self.bewaar_actie.triggered.connect(lambda: self._vraag_uitgifte("bestand"))
        self.terug_actie = QtGui.QAction("&Terugnemen …", self)
        self.terug_actie.triggered.connect(self._neem_terug)
        self.gegevens_actie = QtGui.QAction("Opslaan voor een ander systeem (&JSON) …", self)
        self.gegevens_actie.triggered.connect(lambda: self._vraag_uitgifte("gegevens"))
        self.addActions([self.druk_actie, self.bewaar_actie, self.gegevens_actie, self.terug_actie])
        self.kenmerk = QtWidgets.QLabel(self)
        self.kenmerk.setProperty("rol", "stil")
        self.kenmerk.setWordWrap(True)
        self.kenmerk.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        self.druk_knop = _knop(self.druk_actie, "printer")
        self.stuk = QtWidgets.QWidget(self)
        balk = QtWidgets.QWidget(self)
        rij = StroomLayout(balk, ruimte=theme.RUIMTE[2])  # two lines when the window is narrow
        self.bewaar_knop = _knop(self.bewaar_actie, "download")
        self.terug_knop = _knop(self.terug_actie, "undo-2")
        self.terug_knop.setToolTip("Dit stuk hoort hier niet: het bestand gaat weg uit de kluis")
        self.gegevens_knop = _knop(self.gegevens_actie, "share-2")
        for deel in (
            self.bladen.balk,
            self.druk_knop,
            self.bewaar_knop,
            self.gegevens_knop,
            self.terug_knop,
        ):
            rij.addWidget(deel)
        self.uitgegeven = QtWidgets.QLabel(self)
        self.uitgegeven.setProperty("rol", "stil")
        self.uitgegeven.setWordWrap(True)
        boven = QtWidgets.QVBoxLayout(self.stuk)
        boven.setContentsMargins(0, 0, 0, 0)
        boven.setSpacing(theme.RUIMTE[1])
        boven.addWidget(balk)
        boven.addWidget(self.kenmerk)
        boven.addWidget(self.bladen, 1)
        self.bladen.setMinimumHeight(_BLADEN_LAAGST)  # where room is short, the buttons come first
        boven.addWidget(self.uitgegeven)
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.setContentsMargins(theme.RUIMTE[4], theme.RUIMTE[2], theme.RUIMTE[4], theme.RUIMTE[2])
        indeling.setSpacing(theme.RUIMTE[1])
        indeling.addWidget(self.stuk, 1)
        self.rolpaneel = Rolblad(self._bouw_paneel())
        self.rolpaneel.hide()
        indeling.addWidget(self.rolpaneel)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """The panel gets the room it needs."""
        super().resizeEvent(event)
        self._schik()

    def _schik(self) -> None:
        """The panel below the pages, or in their place where both do not fit."""
        nodig = self.paneel.heightForWidth(self.width() - 2 * theme.RUIMTE[4])
        krap = self.rolpaneel.isVisibleTo(self) and self.height() < nodig + _BLADEN_MINSTENS
        self.stuk.setVisible(not krap)
        self.kenmerk.setVisible(self.width() >= _SMAL)
        self.rolpaneel.setMinimumHeight(0 if krap else nodig)
        self.rolpaneel.setMaximumHeight(_GEEN_GRENS if krap else nodig)

    def _bouw_paneel(self) -> QtWidgets.QFrame:
        self.paneel = QtWidgets.QFrame(self)
        self.paneel.setProperty("rol", "kaart")
        self.paneelkop = QtWidgets.QLabel(self.paneel)
        self.paneelkop.setProperty("rol", "kop")
        self.gevolg = QtWidgets.QLabel(self.paneel)
        self.gevolg.setWordWrap(True)
        self.uitgifte = Uitgiftevorm(self.omgeving, self.paneel)
        self.formulier = self.uitgifte.formulier
        self.doe_knop = QtWidgets.QPushButton(self.paneel)
        self.doe_knop.setProperty("rol", "primair")
        self.doe_knop.clicked.connect(self._doe_uitgifte)
        niet = QtWidgets.QPushButton("Niet doen", self.paneel)
        niet.clicked.connect(self._sluit_paneel)
        knoppen = QtWidgets.QHBoxLayout()
        knoppen.addWidget(self.doe_knop)
        knoppen.addWidget(niet)
        knoppen.addStretch(1)
        indeling = QtWidgets.QVBoxLayout(self.paneel)
        indeling.setContentsMargins(*(theme.RUIMTE[3],) * 4)
        indeling.setSpacing(theme.RUIMTE[1])
        self.leemten = Opsomming()
        for deel in (self.paneelkop, self.gevolg, self.leemten, self.uitgifte):
            indeling.addWidget(deel)
        indeling.addLayout(knoppen)
        self.paneel.hide()
        return self.paneel


def _knop(actie: QtGui.QAction, icoon: str) -> QtWidgets.QPushButton:
    """A button with words and an icon that does what the action does, and is off when it is."""
    knop = QtWidgets.QPushButton(actie.text())
    knop.setToolTip(actie.toolTip())
    theme.zet_icoon(knop, icoon)
    knop.clicked.connect(actie.trigger)
    actie.enabledChanged.connect(knop.setEnabled)
    return knop
