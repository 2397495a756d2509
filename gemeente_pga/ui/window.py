# SPDX-License-Identifier: EUPL-1.2
"""The window of an open kluis: rail, top bar, one screen at a time, Wegwijzer and message bar.

Hides when screens are built, kept up to date and left; `open` is the only way to move.
"""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.ui import theme
from gemeente_pga.ui.afsluiten import Afsluitvraag
from gemeente_pga.ui.balken import Kopbalk, Meldbalk, Rail
from gemeente_pga.ui.bevestiging import Bevestiging
from gemeente_pga.ui.bezocht import Bezocht
from gemeente_pga.ui.ingebruikband import Ingebruikband
from gemeente_pga.ui.meekijken import GEEN_SCHERM, Meekijkband, hide_vastleggen
from gemeente_pga.ui.menubalk import Menubalk
from gemeente_pga.ui.nakijken import Nakijken
from gemeente_pga.ui.omgeving import KADERTABELLEN, PLEK, Actie, Omgeving, Soort
from gemeente_pga.ui.rondleiding import Rondleiding
from gemeente_pga.ui.scherm import Scherm
from gemeente_pga.ui.waarnemingsband import Waarnemingsband
from gemeente_pga.ui.wegwijzer import Wegwijzerpaneel
from gemeente_pga.ui.widgets.inbeeld import houd_focus_in_beeld
from gemeente_pga.ui.zinkiezer import Zinkiezer
from gemeente_pga.ui.zoeken import Zoekpaneel

T = TypeVar("T")
TITEL = "Persoonsgerichte aanpak"
BANIER = "Oefenomgeving. Alles hier is verzonnen. Leg hier nooit iets vast over iemand die bestaat."
# Below these widths (a small screen, or a large scale) the rail shows icons only and the guidance folds away.
# Below the last there is no room for both: the guidance stands in the place of the screen, until F1 again.
SMAL, KRAP, NAUW = 1040, 1100, 760


class Window(QtWidgets.QMainWindow):
    """The window; to the screens it is a Navigatie."""

    vergrendel_gevraagd = QtCore.Signal()
    gesloten = QtCore.Signal()
    langer_open = QtCore.Signal(int)

    def __init__(self, omgeving: Omgeving, soorten: Sequence[type[Scherm]]) -> None:
        super().__init__()
        omgeving.window = self
        omgeving.nakijken = Nakijken(omgeving.store, omgeving.nu, self)
        omgeving.nakijken.klaar.connect(self._nagekeken)
        self.omgeving = omgeving
        self.soorten = {soort.code: soort for soort in soorten}
        self._schermen: dict[str, Scherm] = {}
        self._weg: list[tuple[str, int | None]] = []
        self._bezocht = Bezocht(omgeving, tuple(self.soorten))
        self._toont: tuple[str, int | None] | None = None
        self._verouderd = False
        self._in_onderhoud = False
        self._wegwijzer_gekozen: bool | None = None
        self._wegwijzer_even = False
        self._langer_op = ""
        self._plek_van: tuple[str, int | None] | None = None  # the place that is kept for after a crash
        self.meekijkband = Meekijkband(omgeving, self._begin_opnieuw) if omgeving.alleen_kijken else None
        self.setWindowTitle(TITEL)
        self.setAcceptDrops(True)
        self.setMinimumSize(640, 360)
        self._bouw()
        omgeving.store.na_vastleggen.append(self._na_vastleggen)
        theme.zet_iconen(self)

    # ---- Navigatie: what screens use

    def open(self, code: str, onderwerp_id: int | None = None, veld: str = "") -> None:
        """Show a screen, about this subject, with the focus on this field."""
        if self.meekijkband is not None and not self._mag_meekijken(code):
            return
        self.bewaar_concepten()
        weg = list(self._weg)
        if self._toont is not None and self._weg and self._weg[-1] == self._toont:
            self._weg.pop()  # a screen that leads on to another one is no place to go back to
        if not self._weg or self._weg[-1] != (code, onderwerp_id):
            self._weg.append((code, onderwerp_id))
            del self._weg[:-50]
        try:
            self._toon(code, onderwerp_id, veld)
        except Storing:
            self._weg = weg  # what cannot be recorded is not shown
            raise

    def terug(self) -> None:
        """Go back to the screen before this one."""
        if len(self._weg) < 2:
            return
        self.bewaar_concepten()
        self._weg.pop()
        self._toon(*self._weg[-1])

    def meld(self, tekst: str, soort: Soort = "goed", actie: Actie | None = None) -> None:
        """Say one sentence in the message bar, perhaps with one button beside it."""
        self.meldbalk.meld(tekst, soort, actie)
        QtCore.QTimer.singleShot(0, self, lambda: houd_focus_in_beeld(self))

    def neem_terug(self, tekst: str) -> None:
        """Take this sentence out of the message bar, if it still stands there."""
        self.meldbalk.neem_terug(tekst)

    def wegwijzer(self, sleutel: str) -> None:
        """Show the guidance for this step, and what the screen is called now."""
        self.zijpaneel.toon(sleutel)
        self._zet_titel()

    def toon_wegwijzer(self, sleutel: str) -> None:
        """Show the guidance for this step; when it was folded away, only until the next screen."""
        self.zijpaneel.toon(sleutel)
        self._wegwijzer_even = True
        self._schik()

    def kies_zin(self, veld: QtWidgets.QWidget | None = None) -> None:
        """Offer the sentences that are kept, for this text field, or for the one that was typed in last."""
        self.zinkiezer.toon(veld)

    def bevestig(self, waarom: str, dan: Callable[[], object]) -> None:
        """Ask for the wachtzin, unless it was typed less than a minute ago; then do this."""
        self.bevestiging.vraag(waarom, dan)

    def vergrendel(self) -> None:
        """Lock the kluis now."""
        self.vergrendel_gevraagd.emit()

    def blijf_open(self, minuten: int) -> None:
        """Lock only after so many idle minutes, until another kind of screen is shown."""
        self._langer_op = self.scherm.code if self.scherm is not None else ""
        self.langer_open.emit(minuten)

    def onderhoud(
        self,
        wat: str,
        job: Callable[[], T],
        klaar: Callable[[T], object],
        mislukt: Callable[[Exception], object],
    ) -> None:
        """Run a job that needs the whole kluis (a back-up); until it ends nothing can be read or typed."""
        self.bewaar_concepten()
        self.zet_onderhoud(True)
        self.meld(wat)

        def na(doe: Callable[[], object]) -> None:
            self.zet_onderhoud(False)
            doe()

        self.omgeving.worker.run(
            job, lambda uit: na(lambda: klaar(uit)), lambda fout: na(lambda: mislukt(fout))
        )

    def zet_onderhoud(self, aan: bool) -> None:
        """While a job has the kluis nothing is read or typed; what changed meanwhile is shown after it."""
        self._in_onderhoud = aan
        for deel in (self._stapel, self.rail, self.menubalk):
            deel.setEnabled(not aan)
        self.kopbalk.alleen_vergrendelen(aan, terug=len(self._weg) > 1)
        self._op_slot.setEnabled(aan)
        if not aan:
            self._ververs()

    def bezocht(self) -> list[tuple[str, int | None]]:
        """Where somebody was, the last first, without where he is now."""
        return self._bezocht.plekken(self._weg)

    def bewaar_bezocht(self) -> None:
        """Keep where somebody was, for after the lock."""
        self._bezocht.bewaar(self._weg)

    # ---- for the app

    @property
    def scherm(self) -> Scherm | None:
        """The screen that is shown."""
        huidig = self._stapel.currentWidget()
        return huidig if isinstance(huidig, Scherm) else None

    def bewaar_concepten(self) -> None:
        """Keep all unfinished typing on the visible screen; the others did so when they were left."""
        if self.scherm is not None:
            self.scherm.bewaar_concepten()

    def plek(self) -> str:
        """Where the user is, to the letter, as JSON."""
        if self.scherm is None or not self._weg:
            return ""
        for paneel in (self.zoekpaneel, self.zinkiezer):
            if not paneel.isHidden():
                paneel.sluit()  # the place is the field behind it
        code, onderwerp_id = self._weg[-1]
        return json.dumps({"scherm": code, "onderwerp_id": onderwerp_id, "plek": self.scherm.plek()})

    def onthoud_plek(self) -> None:
        """Keep where is typed now, for when there is no time to say goodbye."""
        scherm, focus = self.scherm, self.focusWidget()
        if scherm is not None and focus is not None and scherm.isAncestorOf(focus):
            self.omgeving.store.save_concept(PLEK, "", self.plek())
            self._plek_van = self._weg[-1]

    def naar_plek(self, plek: str) -> bool:
        """Back to where plek() was taken; False when that place is no more."""
        gegevens = json.loads(plek) if plek else {}
        if gegevens.get("scherm") not in self.soorten:
            return False
        self.open(gegevens["scherm"], gegevens["onderwerp_id"])
        if self.scherm is not None:
            self.scherm.naar_plek(gegevens["plek"])
        return True

    def open_bestand(self, pad: Path) -> None:
        """A file that was dropped or chosen: the intake knows what to do with it."""
        if "nieuw_signaal" not in self.soorten:
            return
        if self.scherm is None or self.scherm.code != "nieuw_signaal":
            self.open("nieuw_signaal")
        lees = getattr(self.scherm, "open_bestand", None)
        if lees is not None:
            lees(pad)

    # ---- moving

    def _toon(self, code: str, onderwerp_id: int | None, veld: str = "") -> None:
        scherm = self._schermen.get(code)
        if scherm is None:
            scherm = self._schermen[code] = self.soorten[code](self.omgeving)
            self._stapel.addWidget(scherm)
        self._verouderd = False
        self.meldbalk.andere_plek()
        if self._langer_op not in ("", code):
            self._langer_op = ""
            self.langer_open.emit(0)
        if self.bevestiging.isVisible():
            self.bevestiging.sluit()  # what was asked belongs to the screen that is left
        self.zinkiezer.hide()  # and so does the field that a sentence was looked for
        if self._wegwijzer_even:
            self._wegwijzer_even = False
            self._schik()
        if self._plek_van not in (None, (code, onderwerp_id)):
            self._plek_van = None  # left: what was unfinished there waits on Bureau
            self.omgeving.store.discard_concept(PLEK)
        self._toont = (code, onderwerp_id)
        try:
            scherm.toon(onderwerp_id, veld)
        finally:
            self._toont = None
        if self._weg and self._weg[-1] != (code, onderwerp_id):
            return  # showing it led on to another screen
        self._kijk_mee(scherm)
        heeft_plek = scherm.focusWidget() is not None  # asked for, or of the last visit
        self._stapel.setCurrentWidget(scherm)  # Qt gives the focus to its first widget when it has none
        self.zijpaneel.toon(scherm.wegwijzersleutel)
        self.menubalk.zet_acties(scherm.acties())
        self._zet_titel()
        focus = self.focusWidget()
        if not heeft_plek or focus is None or not scherm.isAncestorOf(focus):
            scherm.eerste_focus()

    def _zet_titel(self) -> None:
        scherm = self.scherm
        if scherm is None:
            return
        plaats = next((code for code, _ in reversed(self._weg) if self.soorten[code].railicoon), "")
        self.rail.kies(plaats)
        boven = self.soorten[plaats].titel if plaats and plaats != scherm.code else ""
        self.kopbalk.zet_titel(boven, scherm.titel_nu(), terug=len(self._weg) > 1)

    def _nagekeken(self, goed: bool, zin: str) -> None:
        """Of a verification that nobody asked for, only what is wrong is told."""
        if not goed:
            self.meld(zin, "fout")

    def _na_vastleggen(self, tabellen: frozenset[str]) -> None:
        if "waarneming" in tabellen:
            self.waarnemingsband.herlaad()
        if tabellen & {"ingebruikname", "gemeente", "instelling"}:
            self.ingebruikband.herlaad()
        if tabellen & KADERTABELLEN:
            self.omgeving.lees_kader()
            QtCore.QTimer.singleShot(0, self._vergeet_andere)
        scherm = self.scherm
        gewijzigd = tabellen | {"handeling"}  # every act is a line in the journaal
        if scherm is None or not scherm.tabellen & gewijzigd or self._verouderd:
            return
        self._verouderd = True
        QtCore.QTimer.singleShot(0, self._ververs)

    def _ververs(self) -> None:
        if (
            self._in_onderhoud
            or not self._verouderd
            or self.scherm is None
            or not self.omgeving.store.is_open
        ):
            return
        self._verouderd = False
        self.scherm.herlaad()
        theme.zet_iconen(self.scherm)
        self._kijk_mee(self.scherm)
        self.menubalk.zet_acties(self.scherm.acties())
        self._zet_titel()

    # ---- while the FG looks along

    def _mag_meekijken(self, code: str) -> bool:
        """Not after the last day, and not where there is nothing but recording."""
        tot = self.omgeving.meekijken_tot
        if tot is not None and self.omgeving.vandaag() > tot:
            self.vergrendel_gevraagd.emit()
            return False
        if code not in self.soorten:
            self.meld(GEEN_SCHERM, "let_op")
            return False
        return True

    def _kijk_mee(self, scherm: Scherm) -> None:
        if self.meekijkband is not None:
            hide_vastleggen(scherm)
            self.meekijkband.volg(scherm)

    def _begin_opnieuw(self) -> None:
        """More may be seen now: no screen keeps what it showed before."""
        self._vergeet(list(self._schermen))
        self._toon(*self._weg[-1])

    def _vergeet_andere(self) -> None:
        """The choices come from another kader now: a screen that is out of sight is built anew."""
        huidig = self.scherm
        self._vergeet([code for code, scherm in self._schermen.items() if scherm is not huidig])

    def _vergeet(self, codes: Sequence[str]) -> None:
        for code in codes:
            scherm = self._schermen.pop(code)
            self._stapel.removeWidget(scherm)
            scherm.deleteLater()

    # ---- building

    def _bouw(self) -> None:
        self.rail = Rail([soort for soort in self.soorten.values() if soort.railicoon])
        self.rail.gekozen.connect(self.open)
        self.kopbalk = Kopbalk()
        self.kopbalk.terug.clicked.connect(self.terug)
        self._stapel = QtWidgets.QStackedWidget()
        self.zijpaneel = Wegwijzerpaneel(self.omgeving)
        self.zijpaneel.terug.clicked.connect(self.wissel_wegwijzer)
        self.meldbalk = Meldbalk()
        self.rondleiding = Rondleiding(self)
        self.menubalk = Menubalk(self)
        self.menubalk.verbind_kopbalk(self.kopbalk)
        self.setMenuBar(self.menubalk)
        # The menu has this key too, but not while it is switched off, and locking must always work.
        self._op_slot = QtGui.QShortcut(self.menubalk.vergrendel.shortcut(), self)
        self._op_slot.activated.connect(self.vergrendel_gevraagd)
        self._op_slot.setEnabled(False)
        self.zoekpaneel = Zoekpaneel(self, self.omgeving)
        self.zinkiezer = Zinkiezer(self, self.omgeving)
        self.bevestiging = Bevestiging(self)
        self.afsluitvraag = Afsluitvraag(self)

        rooster = QtWidgets.QGridLayout()
        rooster.setContentsMargins(0, 0, 0, 0)
        rooster.setSpacing(0)
        if self.omgeving.oefenkluis:
            banier = QtWidgets.QLabel(BANIER)
            banier.setObjectName("oefenbanier")
            banier.setWordWrap(True)
            rooster.addWidget(banier, 0, 0, 1, 3)
        if self.meekijkband is not None:
            rooster.addWidget(self.meekijkband, 1, 0, 1, 3)
        rooster.addWidget(self.rail, 2, 0, 3, 1)
        rooster.addWidget(self.kopbalk, 2, 1, 1, 2)
        rooster.addWidget(self.rondleiding, 3, 1, 1, 2)
        naast = QtWidgets.QHBoxLayout()
        naast.addWidget(self._stapel, 1)
        naast.addWidget(self.zijpaneel)
        rooster.addLayout(naast, 4, 1, 1, 2)
        rooster.addWidget(self.meldbalk, 5, 0, 1, 3)
        rooster.setRowStretch(4, 1)
        rooster.setColumnStretch(1, 1)
        midden = QtWidgets.QWidget()
        midden.setLayout(rooster)
        self.waarnemingsband = Waarnemingsband(self)
        self.ingebruikband = Ingebruikband(self)
        self.setCentralWidget(self.ingebruikband.boven(self.waarnemingsband.boven(midden)))

    def wissel_wegwijzer(self) -> None:
        """Fold the guidance away, or out."""
        if self.width() < NAUW:
            self._wegwijzer_even = self.zijpaneel.isHidden()
        else:
            self._wegwijzer_gekozen, self._wegwijzer_even = self.zijpaneel.isHidden(), False
        self._schik()

    def _schik(self) -> None:
        self.rail.maak_smal(self.width() < SMAL)
        self.kopbalk.maak_smal(self.width() < SMAL)
        nauw, gekozen = self.width() < NAUW, self._wegwijzer_gekozen
        open_ = not nauw and (self.width() >= KRAP if gekozen is None else gekozen)
        self.zijpaneel.schik(self._stapel, open_=open_ or self._wegwijzer_even, in_plaats=nauw)

    # ---- Qt

    def focusNextPrevChild(self, naar_voren: bool) -> bool:
        """Tab. A page scrolls along by itself only when Tab was on it already."""
        gelukt = super().focusNextPrevChild(naar_voren)
        if gelukt:
            houd_focus_in_beeld(self)
        return gelukt

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Make room for the screen when the window is narrow."""
        super().resizeEvent(event)
        self._schik()
        self.zoekpaneel.schik()
        self.zinkiezer.schik()
        self.bevestiging.schik()
        self.afsluitvraag.schik()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Escape takes the message away."""
        if event.key() == QtCore.Qt.Key.Key_Escape and self.meldbalk.isVisible():
            self.meldbalk.sluit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QtGui.QDragEnterEvent) -> None:
        """A single file may be dropped anywhere."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QtGui.QDropEvent) -> None:
        """Hand a dropped file to the intake."""
        event.acceptProposedAction()
        self.open_bestand(Path(event.mimeData().urls()[0].toLocalFile()))

    def closeEvent(self, event: QtGui.QCloseEvent) -> None:
        """Leaving never loses a word. It asks one thing, and only when a back-up is due."""
        self.bewaar_concepten()
        if self.afsluitvraag.houdt_tegen():
            event.ignore()
            return
        event.accept()
        self.gesloten.emit()
