# SPDX-License-Identifier: EUPL-1.2
"""The menu bar: everything that can be done, with its shortcut."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6 import QtGui, QtWidgets

from gemeente_pga import __version__
from gemeente_pga.domain.rondleiding import NAMEN
from gemeente_pga.ui import messages, theme
from gemeente_pga.ui.widgets.zinknop import ZINTOETS

if TYPE_CHECKING:
    from gemeente_pga.ui.balken import Kopbalk
    from gemeente_pga.ui.window import Window

OVER = (
    f"Versie {__version__}. Vrije software onder de EUPL 1.2.\n\n"
    "Dit programma werkt zonder netwerk. Alles wat u vastlegt staat versleuteld op deze computer, "
    "en nergens anders. Het geeft geen score en rangschikt niemand."
)
EML = "E-mailbericht of meldformulier (*.eml *.pdf)"


class Menubalk(QtWidgets.QMenuBar):
    """Bestand, Bewerken, Dossier, Ga naar, Help. F10 opens it: Alt with a letter is for a field."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self.opdrachten: list[QtGui.QAction] = []
        self._bestand()
        if not window.omgeving.alleen_kijken:
            self._bewerken()
        self._dossier = self.addMenu("Dossier")
        # Kept, because PySide frees the menu when its action is asked for anew each time.
        self._dossieractie = self._dossier.menuAction()
        self._ga_naar()
        self._help()
        open_menu = QtGui.QShortcut(QtGui.QKeySequence("F10"), window)
        open_menu.activated.connect(lambda: self.setActiveAction(self.actions()[0]))
        self.zet_acties(())

    def zet_acties(self, acties: Sequence[QtGui.QAction]) -> None:
        """Show the actions of the screen that is open now."""
        self._dossier.clear()
        self._dossier.addActions(list(acties))
        self._dossieractie.setEnabled(bool(acties))

    def verbind_kopbalk(self, kopbalk: "Kopbalk") -> None:
        """The buttons of the top bar do what the menu does."""
        kopbalk.zoek.clicked.connect(self.zoek.trigger)
        kopbalk.wegwijzer.clicked.connect(self.wegwijzer.trigger)
        kopbalk.vergrendel.clicked.connect(self.vergrendel.trigger)

    def alle_opdrachten(self) -> list[QtGui.QAction]:
        """What can be done now, for Ctrl+K."""
        return [*self._dossier.actions(), *self.opdrachten]

    def _bestand(self) -> None:
        menu, window = self.addMenu("Bestand"), self._window
        if "nieuw_signaal" in window.soorten:
            self._actie(menu, "&Nieuw signaal", "Ctrl+N", partial(window.open, "nieuw_signaal"))
        if "telefoonnotitie" in window.soorten:
            self._actie(menu, "&Telefoonnotitie", "Ctrl+T", partial(window.open, "telefoonnotitie"))
        if "nieuw_signaal" in window.soorten:
            self._actie(menu, "&E-mail of meldformulier openen …", "Ctrl+O", self._open_bestand)
        if "overnemen" in window.soorten:
            self._actie(menu, "&Lopende casus overnemen", "", partial(window.open, "overnemen"))
            andere = partial(window.open, "andere_kluis")
            self._actie(menu, "Dossiers naar of uit een andere &kluis", "", andere)
        if "consultatie" in window.soorten:
            nieuw = partial(window.open, "consultatie")
            self._actie(menu, "&Consultatie zonder naam", "Ctrl+Shift+C", nieuw)
        if "inrichting" in window.soorten:
            naar = partial(window.open, "inrichting", None, "waarneming")
            self._actie(menu, "&Waarneming: kluis uitgeven, teruggeven of terugnemen", "", naar)
        if "verzoek" in window.soorten:
            naar = partial(window.open, "verzoek")
            self._actie(menu, "Nieuw verzoek (inzage, &bezwaar, klacht)", "", naar)
        menu.addSeparator()
        self.vergrendel = self._actie(menu, "&Vergrendel", "Ctrl+L", window.vergrendel_gevraagd.emit)
        self._actie(menu, "Programma &sluiten", "Ctrl+Q", window.close)

    def _bewerken(self) -> None:
        menu, window = self.addMenu("Bewerken"), self._window
        self._actie(menu, "&Standaardzin invoegen", ZINTOETS, window.kies_zin)
        if "inrichting" in window.soorten:
            naar = partial(window.open, "inrichting", None, "standaardzin_lijst")
            self._actie(menu, "Standaardzinnen &wijzigen", "", naar)

    def _ga_naar(self) -> None:
        menu, window = self.addMenu("Ga naar"), self._window
        plaatsen = [soort for soort in window.soorten.values() if soort.railicoon]
        for n, soort in enumerate(plaatsen, start=1):
            self._actie(menu, soort.titel, f"Ctrl+{n}", partial(window.open, soort.code))
        menu.addSeparator()
        if "consultaties" in window.soorten:
            self._actie(menu, "&Consultaties zonder naam", "", partial(window.open, "consultaties"))
        self._actie(menu, "&Terug", "Alt+Left", window.terug)
        self.zoek = self._actie(menu, "&Zoeken", "Ctrl+K", self._toon_zoeken)

    def _help(self) -> None:
        menu, window = self.addMenu("Help"), self._window
        self.wegwijzer = self._actie(menu, "&Wegwijzer tonen of verbergen", "F1", window.wissel_wegwijzer)
        if window.rondleiding.mag:
            naam = NAMEN[window.rondleiding.route]
            self._actie(menu, f"{naam}: &aan of uit", "", window.rondleiding.wissel)
            self._actie(menu, f"{naam}: &opnieuw beginnen", "", window.rondleiding.begin_opnieuw)
        if "zakgids" in window.soorten:
            self._actie(menu, "&Zakgids om af te drukken", "", partial(window.open, "zakgids"))
        if "controle" in window.soorten:
            nagaan = partial(window.open, "controle", None, "controlecode")
            self._actie(menu, "&Controlecode nagaan", "", nagaan)
        contrast = self._actie(menu, "&Hoog contrast aan of uit", "", self._wissel_contrast)
        contrast.setToolTip("Zwart op wit of wit op zwart, met scherpe randen, op deze computer")
        self._actie(menu, "&Over dit programma", "", self._toon_over)

    def _wissel_contrast(self) -> None:
        """For this computer; what the system asks for holds besides."""
        dienst = self._window.omgeving.dienst
        aan = dienst.voorkeur(*theme.CONTRASTKEUZE) != theme.HOOG
        dienst.onthoud(*theme.CONTRASTKEUZE, theme.HOOG if aan else "")
        theme.zet_contrast(aan=aan)

    def _actie(
        self, menu: QtWidgets.QMenu, tekst: str, toetsen: str, doe: Callable[[], object]
    ) -> QtGui.QAction:
        actie = QtGui.QAction(tekst, self._window)
        if toetsen:
            actie.setShortcut(QtGui.QKeySequence(toetsen))
        actie.triggered.connect(lambda _aan=False: doe())
        menu.addAction(actie)
        self.opdrachten.append(actie)
        return actie

    def _toon_zoeken(self) -> None:
        self._window.zoekpaneel.toon()  # made after this menu

    def _open_bestand(self) -> None:
        pad = messages.kies_bestand(self._window, "Welk bericht wilt u uitwerken?", EML)
        if pad is not None:
            self._window.open_bestand(pad)

    def _toon_over(self) -> None:
        messages.vertel(self._window, "Persoonsgerichte aanpak", OVER)
