# SPDX-License-Identifier: EUPL-1.2
"""The journaal as a file for the FG or an auditor, and such a file compared with the kluis later on."""

from collections.abc import Callable
from pathlib import Path

from PySide6 import QtWidgets

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.journaalbestand import (
    GROOTSTE,
    GelezenBestand,
    hash_regels,
    read_bestand,
    sign_regels,
    write_regels,
)
from gemeente_pga.handelingen.journaal import log_nagaan, register_export
from gemeente_pga.paths import save_outside
from gemeente_pga.store.queries import journaal as queries
from gemeente_pga.store.queries.journaal import Filter
from gemeente_pga.store.store import Store
from gemeente_pga.ui import messages, theme
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.widgets.stroom import StroomLayout

_FILTER = "Journaal (*.csv)"
_WAAROM = "U slaat het journaal op buiten de kluis. Er staan geen namen van betrokkenen in."


class Journaalbestand(QtWidgets.QWidget):
    """Buttons: save what the filter shows, check a file that was saved before, and what the FG looked at."""

    def __init__(self, omgeving: Omgeving, filter_: Callable[[], Filter], parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self._omgeving = omgeving
        self._filter = filter_
        self.opslaan = QtWidgets.QPushButton("Journaal op&slaan als bestand", self)
        theme.zet_icoon(self.opslaan, "download")
        self.opslaan.setToolTip("Met de ketenwaarden erbij, zodat later te zien is of er iets is veranderd")
        self.nagaan = QtWidgets.QPushButton("Opgeslagen &bestand nagaan", self)
        theme.zet_icoon(self.nagaan, "shield-check")
        self.opslaan.clicked.connect(self._vraag)
        self.nagaan.clicked.connect(self._ga_na)
        self.toezicht = QtWidgets.QPushButton("Toe&zicht door de FG", self)
        theme.zet_icoon(self.toezicht, "scale")
        self.toezicht.setToolTip("Wat de functionaris gegevensbescherming heeft bekeken en vastgelegd")
        self.toezicht.clicked.connect(lambda: omgeving.window.open("toezicht"))
        self.verantwoording = QtWidgets.QPushButton("Ver&antwoording", self)
        theme.zet_icoon(self.verantwoording, "file-text")
        self.verantwoording.setToolTip("De jaarrapportage en wat u verder aan anderen laat zien")
        self.verantwoording.clicked.connect(lambda: omgeving.window.open("verantwoording"))
        rij = StroomLayout(self, ruimte=theme.RUIMTE[2])
        for knop in (self.opslaan, self.nagaan, self.toezicht, self.verantwoording):
            rij.addWidget(knop)

    def _vraag(self) -> None:
        naam = f"journaal-{self._omgeving.vandaag().isoformat()}.csv"
        doel = messages.bewaar_als(self, "Waar wilt u het journaal opslaan?", naam, _FILTER)
        if doel is not None:
            self._omgeving.window.bevestig(_WAAROM, lambda: self._sla_op(doel))

    def _sla_op(self, doel: Path) -> None:
        """First the act, then the file: what left the kluis is always in the journaal."""
        store = self._omgeving.store
        with store.reader() as r:
            lijst = queries.bestandsregels(r, self._filter())
        if not lijst:
            self._omgeving.window.meld("Er is niets om op te slaan. Kies een ruimere periode.", "let_op")
            return
        regels = write_regels(lijst)
        n = register_export(
            store,
            sha256=hash_regels(regels),
            van_n=lijst[0].nummer,
            tot_n=lijst[-1].nummer,
            aantal=len(lijst),
            nu=self._omgeving.nu(),
        )
        code = store.controlecode(n) or ""
        try:
            save_outside(doel, sign_regels(regels, code))
        except Storing as storing:
            self._omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return
        self._omgeving.window.meld(f"Opgeslagen: {doel}. Controlecode: {code}.", "goed")

    def _ga_na(self) -> None:
        pad = messages.kies_bestand(self, "Welk opgeslagen journaal wilt u nagaan?", _FILTER)
        if pad is None:
            return
        try:
            inhoud = pad.read_bytes() if pad.stat().st_size <= GROOTSTE else b""
        except OSError:
            self._omgeving.window.meld("Dit bestand kan niet worden gelezen. Kies een ander bestand.", "fout")
            return
        gelezen = read_bestand(inhoud)
        if gelezen is None:
            zin = "Dit is geen journaal dat met dit programma is opgeslagen, of het einde ontbreekt."
            self._omgeving.window.meld(zin, "fout")
            return
        goed, zin = compare(self._omgeving.store, gelezen)
        log_nagaan(self._omgeving.store)
        self._omgeving.window.meld(zin, "goed" if goed else "fout")


def compare(store: Store, bestand: GelezenBestand) -> tuple[bool, str]:
    """Does the file say what this kluis says? And if not, which of the two was changed."""
    if not bestand.klopt:
        return False, "Het bestand is veranderd nadat het is opgeslagen. Gebruik het niet als bewijs."
    with store.reader() as r:
        bekend = queries.is_geexporteerd(r, bestand.sha256)
    anders = next((n for n, h in bestand.schakels if (store.schakel(n) or b"").hex() != h), None)
    if anders is not None and not bekend:
        return False, "Dit bestand komt niet uit deze kluis, of uit een andere kopie ervan."
    if anders is not None:
        return False, (
            f"De kluis is veranderd nadat dit bestand is opgeslagen: handeling {anders} is nu anders. "
            "Bel uw ICT-beheerder en wijzig niets."
        )
    if not bekend:
        return (
            False,
            "Deze kluis heeft dit bestand niet gemaakt. Wat erin staat, staat wel zo in het journaal.",
        )
    aantal = len(bestand.schakels)
    return True, f"Bestand en kluis kloppen met elkaar: {aantal} handelingen vergeleken, geen verschil."
