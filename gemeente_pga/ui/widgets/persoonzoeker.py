# SPDX-License-Identifier: EUPL-1.2
"""Search first: while a person is typed, who looks like that person appears, to be confirmed or refused.

The fields belong to the Formulier of the screen, so that they are kept with its concept; the answers about
candidates are its hidden field `vergelijking`. Nothing joins by itself.
"""

import itertools
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.dossier import Dossierkop
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.naamvergelijking import Kandidaat, zoek_kandidaten, zoeksleutels
from gemeente_pga.domain.persoon import Persoon, beoordeel_persoon, split_naam
from gemeente_pga.domain.signaal import Vergelijking, check_vergelijkingen, joined_dossier
from gemeente_pga.store.queries.dossiers import dossierkoppen
from gemeente_pga.store.queries.signaal import zoek_bekenden
from gemeente_pga.ui.form import Formulier
from gemeente_pga.ui.forms.ui_persoonzoeker import Ui_Persoonzoeker
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.widgets.inbeeld import toon_erbij
from gemeente_pga.ui.widgets.kandidaat import SIGNAAL, WAT, KandidaatKaart

NAAMDELEN = ("voornamen", "voorletters", "voorvoegsel", "geslachtsnaam")
_WACHT_MS = 200
_LAAG = 480
_NIETS_GETYPT = "Typ de naam. Staat deze persoon al in de kluis, dan ziet u dat hier."
_NIEMAND = "Niemand in deze kluis lijkt op deze persoon. {wat} krijgt een nieuw dossier."
_GEVONDEN = "Deze dossiers lijken erop. Geef bij elk aan of het dezelfde persoon is."


@dataclass(frozen=True, slots=True)
class Persoonkeuze:
    """The person as typed, what was decided about each candidate, and the dossier that is joined."""

    persoon: Persoon
    vergelijkingen: tuple[Vergelijking, ...]
    dossier_id: int | None


class Persoonzoeker(QtWidgets.QWidget):
    """The fields of a person and the candidates below them."""

    gewijzigd = QtCore.Signal()

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_Persoonzoeker()
        self.ui.setupUi(self)
        self._formulier: Formulier
        self._omgeving: Omgeving
        self._kandidaten: dict[int, Kandidaat] = {}
        self._koppen: dict[int, Dossierkop] = {}
        self._kaarten: dict[int, KandidaatKaart] = {}
        self._gezocht: Persoon | None = None
        self._gesplitst: dict[str, object] = {}
        self._wat = SIGNAAL
        self._laag = False
        self._klok = QtCore.QTimer(self)
        self._klok.setSingleShot(True)
        self._klok.setInterval(_WACHT_MS)
        self._klok.timeout.connect(self._zoek_later)
        self._uitleg = QtWidgets.QLabel(_NIETS_GETYPT)
        self._uitleg.setObjectName("kandidatenUitleg")
        self._uitleg.setProperty("rol", "stil")
        self._uitleg.setWordWrap(True)
        self.ui.kandidatenIndeling.addWidget(self._uitleg)

    def koppel(self, formulier: Formulier, omgeving: Omgeving, *, wat: str = SIGNAAL) -> None:
        """Make it live; the Formulier was made over a root that holds this widget. wat: for the sentences."""
        self._formulier, self._omgeving, self._wat = formulier, omgeving, wat
        formulier.veld("vergelijking").hide()
        formulier.gewijzigd.connect(self._klok.start)
        self.ui.naamLineEdit.textEdited.connect(self._split_naam)

    def ververs(self) -> None:
        """After filling: search at once, and show again what was answered."""
        self._gezocht = None
        self.zoek_nu()

    def zoek_nu(self) -> None:
        """Search for who looks like what is typed now."""
        self._klok.stop()
        persoon = self._getypt()
        if persoon == self._gezocht:
            return
        self._gezocht = persoon
        with self._omgeving.store.reader() as r:
            gevonden = zoek_kandidaten(persoon, zoek_bekenden(r, zoeksleutels(persoon)))
            self._kandidaten = _per_dossier(gevonden)
            self._koppen = dossierkoppen(r, self._kandidaten)
        self._toon_kandidaten()

    def lees(self) -> Persoonkeuze | list[Gebrek]:
        """The person and the choices, or everything that is wrong with them."""
        self.zoek_nu()
        kader = self._omgeving.kader
        persoon = beoordeel_persoon(self._formulier.lees(), self._omgeving.vandaag())
        nummers = {dossier_id: self._koppen[dossier_id].nummer for dossier_id in self._kandidaten}
        verwijzen = self._alleen_verwijzen()
        keuzes = check_vergelijkingen(nummers, self._keuzes(), kader, alleen_verwijzen=verwijzen)
        gebreken = [
            *(persoon if isinstance(persoon, list) else []),
            *(keuzes if isinstance(keuzes, list) else []),
        ]
        if isinstance(persoon, list) or isinstance(keuzes, list):
            return gebreken
        return Persoonkeuze(persoon, keuzes, joined_dossier(keuzes, verwijzen))

    def kaarten(self) -> list[KandidaatKaart]:
        """The cards of the candidates, in order."""
        return list(self._kaarten.values())

    def focus_open_kandidaat(self) -> None:
        """To the first candidate that still needs an answer."""
        for kaart in self.kaarten():
            if kaart.gebrek():
                kaart.focus()
                return

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """The window got another size."""
        super().resizeEvent(event)
        self._schik()
        self._zet_tabvolgorde()

    # ---- inside

    def _zoek_later(self) -> None:
        """By then the kluis may have been closed."""
        if self._omgeving.store.is_open:
            self.zoek_nu()

    def _getypt(self) -> Persoon:
        """What can be used of the fields as they are: a half-typed date does not stop the search."""
        invoer = self._formulier.lees()
        uitkomst = beoordeel_persoon(invoer, self._omgeving.vandaag())
        if isinstance(uitkomst, list):
            leeg: Mapping[str, object] = {gebrek.veld: "" for gebrek in uitkomst}
            achternaam = str(leeg.get("geslachtsnaam", invoer.get("geslachtsnaam")) or "onbekend")
            uitkomst = beoordeel_persoon(
                {**invoer, **leeg, "geslachtsnaam": achternaam}, self._omgeving.vandaag()
            )
        return uitkomst if isinstance(uitkomst, Persoon) else Persoon(geslachtsnaam="onbekend")

    def _split_naam(self, naam: str) -> None:
        """Fill the parts, as long as nobody changed them by hand."""
        delen = split_naam(naam)
        nu = {veld: self._formulier.lees()[veld] for veld in NAAMDELEN}
        if any(nu.values()) and nu != self._gesplitst:
            return
        self._gesplitst = {veld: getattr(delen, veld) for veld in NAAMDELEN}
        self._formulier.vul(self._gesplitst)

    def _toon_kandidaten(self) -> None:
        keuzes = self._opgeslagen()
        oud, self._kaarten = self._kaarten, {}
        voorheen = set(oud)
        for dossier_id, kandidaat in self._kandidaten.items():
            kaart = oud.pop(dossier_id, None)
            if kaart is None:
                kaart = KandidaatKaart(self._omgeving.kader, self, wat=self._wat)
                kaart.zet(keuzes.get(dossier_id))
                kaart.gewijzigd.connect(self._bewaar_keuzes)
            kaart.toon(kandidaat, self._koppen[dossier_id])
            self._kaarten[dossier_id] = kaart
            self.ui.kandidatenIndeling.addWidget(kaart)
        nieuw = self._kaarten.keys() - voorheen
        for weg in oud.values():
            weg.hide()
            weg.deleteLater()
        self._schik()
        self._zet_tabvolgorde()
        self._uitleg.setText(self._zin())
        self.gewijzigd.emit()
        if nieuw:
            QtCore.QTimer.singleShot(0, self, self._toon_eerste_kaart)

    def _toon_eerste_kaart(self) -> None:
        """Somebody was found while a name is typed: that is seen, and the typing goes on where it was."""
        bij = QtWidgets.QApplication.focusWidget()
        if self._kaarten and bij is not None and self.isAncestorOf(bij):
            toon_erbij(self.kaarten()[0], bij)

    def _schik(self) -> None:
        """Where little can be seen at once, who was found stands right below the name."""
        laag = self.window().height() < _LAAG
        indeling = self.ui.indeling74
        if laag == self._laag:
            return
        self._laag = laag
        indeling.removeWidget(self.ui.kandidatenVak)
        plek = 1 if laag else indeling.indexOf(self.ui.vergelijkingVak) + 1
        indeling.insertWidget(plek, self.ui.kandidatenVak)
        self.ui.vergelijkingVak.setVisible(not laag)  # there is no room for a heading then

    def _zin(self) -> str:
        if self._kandidaten:
            return _GEVONDEN
        leeg = replace(self._getypt(), geslachtsnaam="onbekend", eerdere_namen="") == Persoon(
            geslachtsnaam="onbekend"
        )
        return (
            _NIETS_GETYPT
            if leeg and not self._formulier.lees()["geslachtsnaam"]
            else _NIEMAND.format(wat=WAT[self._wat])
        )

    def _zet_tabvolgorde(self) -> None:
        ui = self.ui
        kandidaten = [widget for kaart in self._kaarten.values() for widget in kaart.invoer()]
        naam = [ui.geboortedatumDatumEdit]
        adres = [
            ui.straatnaamLineEdit,
            ui.huisnummerLineEdit,
            ui.toevoegingLineEdit,
            ui.postcodeLineEdit,
            ui.plaatsLineEdit,
        ]
        rij = [*naam, *kandidaten, *adres] if self._laag else [*naam, *adres, *kandidaten]
        for een, ander in itertools.pairwise([*rij, ui.voornamenLineEdit]):
            QtWidgets.QWidget.setTabOrder(een, ander)

    def _alleen_verwijzen(self) -> set[int]:
        return {
            dossier_id
            for dossier_id, kandidaat in self._kandidaten.items()
            if kandidaat.rol != "betrokkene" or self._koppen[dossier_id].gesloten
        }

    def _keuzes(self) -> dict[int, Vergelijking]:
        keuzes = {dossier_id: kaart.keuze() for dossier_id, kaart in self._kaarten.items()}
        return {dossier_id: keuze for dossier_id, keuze in keuzes.items() if keuze is not None}

    def _bewaar_keuzes(self) -> None:
        """Into the hidden field, and so into the concept."""
        keuzes = self._opgeslagen() | self._keuzes()
        tekst = json.dumps({str(d): [k.uitkomst, k.reden, k.toelichting] for d, k in keuzes.items()})
        self.ui.vergelijkingLineEdit.setText(tekst)
        self.gewijzigd.emit()

    def _opgeslagen(self) -> dict[int, Vergelijking]:
        tekst = self.ui.vergelijkingLineEdit.text()
        gegevens: dict[str, list[str]] = json.loads(tekst) if tekst else {}
        return {int(d): Vergelijking(int(d), *delen) for d, delen in gegevens.items()}


def _per_dossier(kandidaten: list[Kandidaat]) -> dict[int, Kandidaat]:
    """One candidate a dossier: the betrokkene before a naaste."""
    beste: dict[int, Kandidaat] = {}
    for kandidaat in kandidaten:
        bekend = beste.get(kandidaat.dossier_id)
        if bekend is None or (bekend.rol != "betrokkene" and kandidaat.rol == "betrokkene"):
            beste[kandidaat.dossier_id] = kandidaat
    return beste


def geboortedatum_van(formulier: Formulier) -> date | None:
    """The birth date as typed, when it is one."""
    waarde = formulier.lees().get("geboortedatum")
    return waarde if isinstance(waarde, date) else None
