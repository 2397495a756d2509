# SPDX-License-Identifier: EUPL-1.2
"""Dossiers: what runs, with where each stands. Filtered by number and state, never by name.

Closed dossiers are there when asked for, by number only.
"""

from PySide6 import QtCore, QtGui

from gemeente_pga.domain.dossier import GESLOTEN, Dossierkop, volgende_stap
from gemeente_pga.domain.persoon import sorteernaam
from gemeente_pga.domain.staten import label, staten
from gemeente_pga.domain.tekst import datum_kort, getal
from gemeente_pga.store.queries import dossiers as queries
from gemeente_pga.store.store import Reader
from gemeente_pga.ui.form import Formulier, vul_keuzes
from gemeente_pga.ui.forms.ui_dossiers import Ui_Dossiers
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.scherm import Scherm
from gemeente_pga.ui.screens.dossiers_standkaart import TABELLEN, Standplek
from gemeente_pga.ui.widgets.invoer import Wikkelend
from gemeente_pga.ui.widgets.kolomgeheugen import Kolomgeheugen
from gemeente_pga.ui.widgets.lijst import Kolom

BLADZIJDE = 200
_WACHT_MS = 150
_ALLE = [(soort, staat) for soort in ("signaal", "casus") for staat in staten(soort)]
_VOLGORDE = {0: "nummer", 2: "stand", 4: "sinds"}  # by column
_GROEPEN = {
    "lopend": ("Alles wat loopt", [stand for stand in _ALLE if stand not in GESLOTEN]),
    "gesloten": ("Alles wat gesloten is", [stand for stand in _ALLE if stand in GESLOTEN]),
}


class DossiersScherm(Scherm):
    """Enter or double click opens a dossier."""

    code = "dossiers"
    titel = "Dossiers"
    railicoon = "folder"
    wegwijzersleutel = "dossiers"
    tabellen = frozenset({"dossier", "persoon", "signaal", "casus", "statusovergang"}) | TABELLEN

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.ui = Ui_Dossiers()
        self.ui.setupUi(self)
        self.formulier = Formulier(self)
        self._koppen: list[Dossierkop] = []
        self._vul_standen()
        self.ui.dossiersLijst.stel_in(
            [
                Kolom[Dossierkop]("Nummer", lambda k: k.nummer, sorteer=lambda k: k.nummer),
                Kolom[Dossierkop]("Betrokkene", _naam, rek=True),
                Kolom[Dossierkop](
                    "Stand", lambda k: label(k.soort, k.status), sorteer=lambda k: (k.soort, k.status)
                ),
                Kolom[Dossierkop]("Volgende stap", lambda k: volgende_stap(k) or "–"),
                Kolom[Dossierkop](
                    "Sinds", lambda k: datum_kort(k.sinds) if k.sinds else "–", sorteer=lambda k: k.sinds
                ),
            ],
            sleutel=lambda k: k.id,
        )
        self.wikkelend = Wikkelend(self.ui.dossiersLijst)
        self.ui.dossiersLijst.sorteert_zelf = False  # only a part of the list is here
        self.geheugen = Kolomgeheugen(
            self.ui.dossiersLijst,
            omgeving,
            "dossiers",
            lees=self.formulier.lees,
            zet=self.formulier.vul,
        )
        self.standplek = Standplek(omgeving, self, self.ui.dossiersLijst)
        self.ui.naastIndeling.addWidget(self.standplek.kaart)
        self.ui.dossiersLijst.gesorteerd.connect(self._filter)
        self.ui.dossiersLijst.geopend.connect(self._open)
        self.ui.meerPushButton.clicked.connect(self._meer)
        window = omgeving.window
        self.ui.nieuwPushButton.clicked.connect(lambda: window.open("nieuw_signaal"))
        self.ui.overnemenPushButton.clicked.connect(lambda: window.open("overnemen"))
        self.ui.anderekluisPushButton.clicked.connect(lambda: window.open("andere_kluis"))
        self._klok = QtCore.QTimer(self)
        self._klok.setSingleShot(True)
        self._klok.setInterval(_WACHT_MS)
        self._klok.timeout.connect(self._filter)
        self.formulier.gewijzigd.connect(self._klok.start)
        self.formulier.gewijzigd.connect(self.geheugen.gefilterd)

    def acties(self) -> list[QtGui.QAction]:
        """The card beside the list, also from the menu."""
        return [self.standplek.actie]

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """The card stands there when there is room for it."""
        super().resizeEvent(event)
        self.standplek.pas()

    def herlaad(self) -> None:
        """Read the part of the list that is shown anew."""
        self._toon(max(BLADZIJDE, len(self._koppen)))

    def _filter(self) -> None:
        if self.omgeving.store.is_open:  # it may have been closed while the clock ran
            self._toon(BLADZIJDE)

    def _toon(self, aantal: int) -> None:
        self._klok.stop()
        with self.omgeving.store.reader() as r:
            self._koppen = self._lees(r, 0, aantal + 1)
            totaal = queries.aantal_dossiers(r)
        meer = len(self._koppen) > aantal
        del self._koppen[aantal:]
        self.ui.dossiersLijst.toon(self._koppen)
        self.ui.meerPushButton.setVisible(meer)
        self.ui.aantalLabel.setText(self._telling(totaal, meer=meer))
        self.ui.naastVak.setVisible(bool(self._koppen))
        self.ui.leegKaart.setVisible(totaal == 0)
        self.standplek.ververs()

    def _meer(self) -> None:
        self._toon(len(self._koppen) + BLADZIJDE)

    def _lees(self, r: Reader, vanaf: int, aantal: int) -> list[Dossierkop]:
        keuze = str(self.ui.standComboBox.currentData() or "")
        standen = _GROEPEN[keuze][1] if keuze in _GROEPEN else None
        if keuze and standen is None:
            soort, _, staat = keuze.partition("/")
            standen = [(soort, staat)]
        nummer = self.ui.nummerLineEdit.text().strip()
        kolom, oplopend = self.ui.dossiersLijst.volgorde() or (0, False)
        return queries.lijst_dossiers(
            r,
            nummer=nummer,
            standen=standen,
            vanaf=vanaf,
            aantal=aantal,
            volgorde=_VOLGORDE[kolom],
            oplopend=oplopend,
        )

    def _telling(self, totaal: int, *, meer: bool) -> str:
        getoond = len(self._koppen)
        if not totaal:
            return ""
        if not getoond:
            return "Geen dossier met dit nummer en deze stand."
        if meer or getoond < totaal:
            return f"{getal(getoond)} van {getal(totaal)} dossiers"
        return "1 dossier" if totaal == 1 else f"{getal(totaal)} dossiers"

    def _open(self, kop: object) -> None:
        if isinstance(kop, Dossierkop):
            self.omgeving.window.open("dossier", kop.id)

    def _vul_standen(self) -> None:
        """Groups first, then each state by its own name; what both kinds share is told apart."""
        keuzes: list[tuple[str | int, str]] = [(code, naam) for code, (naam, _) in _GROEPEN.items()]
        keuzes += [
            (f"{soort}/{staat}", f"{soort.capitalize()}: {label(soort, staat)}") for soort, staat in _ALLE
        ]
        vul_keuzes(self.ui.standComboBox, keuzes)
        self.ui.standComboBox.setItemText(0, "Alle dossiers")
        self.ui.standComboBox.setCurrentIndex(self.ui.standComboBox.findData("lopend"))


def _naam(kop: Dossierkop) -> str:
    """Of a closed dossier only the number stands in a list: its name asks for a reason."""
    return "gesloten" if kop.gesloten else sorteernaam(kop.persoon)
