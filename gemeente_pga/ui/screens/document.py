# SPDX-License-Identifier: EUPL-1.2
"""A document or attachment on screen, from memory; printing it or saving it as a file.

Pages are drawn in the worker when they come into sight. Nothing is written to disk unless the user saves a
file, and the screen says honestly where that file then lies.
"""

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.document import SOORTNAMEN, Documentkop
from gemeente_pga.handelingen.document import log_tonen
from gemeente_pga.handelingen.dossier import log_bijlage_inzien
from gemeente_pga.store.queries.document import uitgiften
from gemeente_pga.store.queries.fg import dossier_van_bijlage, dossiers_van_document
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import nieuwe_sneltoets
from gemeente_pga.ui.meekijken import may_lezen
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.scherm import Scherm
from gemeente_pga.ui.screens.document_druk import Drukwerk
from gemeente_pga.ui.screens.document_inhoud import Getoond, lees_bijlage, lees_document
from gemeente_pga.ui.screens.document_paneel import Uitgiftepaneel
from gemeente_pga.ui.screens.document_terugnemen import may_terugnemen, neem_terug, terugneemzin
from gemeente_pga.ui.screens.document_uitgifte import uitgiftezin
from gemeente_pga.ui.widgets.bladen import Bladen
from gemeente_pga.ui.widgets.bladzoeker import Bladzoeker
from gemeente_pga.ui.widgets.rolblad import Rolblad
from gemeente_pga.ui.widgets.stroom import StroomLayout

BIJLAGE = "bijlage"
_REGELS_IN_BEELD = 4
_BLADEN_MINSTENS = 200  # with less above the panel the pages only take room
_BLADEN_LAAGST = 24
_SMAL = 400  # beside the guidance in a small window; the title above says the kenmerk too
_GEEN_GRENS = 16_777_215
NOG_NIET = "Dit document wordt nog gemaakt. Open het zo meteen opnieuw."
ZONDER_DOSSIER = "In dit stuk staat een naam. Het hoort bij geen dossier, en blijft voor u dicht."
DICHT = "In dit stuk kunnen namen staan. Het gaat pas open als u een reden geeft."


class DocumentScherm(Scherm):
    """Pages, zoom, text; and below them the panel for printing or saving."""

    code = "document"
    titel = "Document"
    tabellen = frozenset({"uitgifte"})  # taking back reads it again by itself
    wegwijzersleutel = "document_tonen"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self._getoond: Getoond | None = None
        self._dicht = False
        self._teruggenomen: Documentkop | None = None
        self._terug: QtWidgets.QWidget | None = None  # where the user was before the panel opened
        self.bladen = Bladen(omgeving.worker, self)
        self.zoeker = Bladzoeker(omgeving.worker, self.bladen, self)
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
        self.paneel.sluit()
        self.zoeker.vergeet()
        self._teruggenomen = None
        bijlage = veld == BIJLAGE
        self._dicht = not self._mag_open(onderwerp_id or 0, bijlage=bijlage)
        if self._dicht:
            self._getoond = None
        else:
            self._getoond = self._lees(onderwerp_id or 0, bijlage=bijlage)
        super().toon(onderwerp_id)
        self.drukwerk.toon(0 if bijlage else onderwerp_id or 0)
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
        zin = terugneemzin(kop, self.omgeving.kader) if kop else self._waarom_niet()
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

    def _waarom_niet(self) -> str:
        """Why there are no pages."""
        if self._dicht:
            return DICHT
        return ZONDER_DOSSIER if self.omgeving.alleen_kijken else NOG_NIET

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
        if self.paneel.isHidden():
            self._terug = self.window().focusWidget()
        self.paneel.begin(self._getoond, self.onderwerp_id or 0, wijze)

    @property
    def _afdruk(self) -> object:
        """What is being printed; None when nothing is."""
        return self.drukwerk if self.drukwerk.bezig else None

    def _paneel_gesloten(self) -> None:
        """The focus goes back to where the user was, not to whatever comes next in the window."""
        terug = self._terug
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
        boven.addWidget(self.zoeker)
        boven.addWidget(self.bladen, 1)
        self.bladen.setMinimumHeight(_BLADEN_LAAGST)  # where room is short, the buttons come first
        boven.addWidget(self.uitgegeven)
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.setContentsMargins(theme.RUIMTE[4], theme.RUIMTE[2], theme.RUIMTE[4], theme.RUIMTE[2])
        indeling.setSpacing(theme.RUIMTE[1])
        indeling.addWidget(self.stuk, 1)
        self.drukwerk = Drukwerk(self.omgeving, self)
        self.paneel = Uitgiftepaneel(self.omgeving, self.drukwerk, self)
        self.rolpaneel = Rolblad(self.paneel)
        self.rolpaneel.hide()
        self.paneel.veranderd.connect(self._schik)
        self.paneel.gesloten.connect(self._paneel_gesloten)
        self.uitgifte, self.formulier = self.paneel.uitgifte, self.paneel.formulier
        self.gevolg, self.leemten, self.doe_knop = (
            self.paneel.gevolg,
            self.paneel.leemten,
            self.paneel.doe_knop,
        )
        indeling.addWidget(self.rolpaneel)
        indeling.addWidget(self.drukwerk)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """The panel gets the room it needs."""
        super().resizeEvent(event)
        self._schik()

    def _schik(self) -> None:
        """The panel below the pages, or in their place where both do not fit."""
        self.rolpaneel.setVisible(not self.paneel.isHidden())
        nodig = self.paneel.heightForWidth(self.width() - 2 * theme.RUIMTE[4])
        krap = self.rolpaneel.isVisibleTo(self) and self.height() < nodig + _BLADEN_MINSTENS
        self.stuk.setVisible(not krap)
        self.kenmerk.setVisible(self.width() >= _SMAL)
        self.rolpaneel.setMinimumHeight(0 if krap else nodig)
        self.rolpaneel.setMaximumHeight(_GEEN_GRENS if krap else nodig)


def _knop(actie: QtGui.QAction, icoon: str) -> QtWidgets.QPushButton:
    """A button with words and an icon that does what the action does, and is off when it is."""
    knop = QtWidgets.QPushButton(actie.text())
    knop.setToolTip(actie.toolTip())
    theme.zet_icoon(knop, icoon)
    knop.clicked.connect(actie.trigger)
    actie.enabledChanged.connect(knop.setEnabled)
    return knop
