# SPDX-License-Identifier: EUPL-1.2
"""Texts for the verwerkingsregister, the DPIA and the public: read one, save it, take it over elsewhere."""

from PySide6 import QtWidgets

from gemeente_pga.domain.tekst import midden_in_zin
from gemeente_pga.domain.verantwoordingstekst import dpia, publiekstekst, verwerkingsregister
from gemeente_pga.paths import save_outside
from gemeente_pga.store.queries.inrichting import gemeenten
from gemeente_pga.store.queries.verantwoordingstekst import registerfeiten
from gemeente_pga.ui import messages
from gemeente_pga.ui.form import weer_wiel
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.inrichting_deel import Deel
from gemeente_pga.ui.widgets.stroom import StroomLayout

UITLEG = (
    "Gemaakt uit het juridisch kader en Inrichting. Er staat niets in over personen. Wat geen bron heeft, "
    "is niet vastgesteld."
)
TEKSTEN = (
    ("Verwerkingsregister", verwerkingsregister),
    ("Invoer voor de DPIA", dpia),
    ("Publiekstekst over melden", publiekstekst),
)


class RegisterDeel(Deel):
    """Choose the text and the municipality."""

    titel = "Register en DPIA"
    wegwijzersleutel = "verwerkingsregister"
    tabellen = frozenset(
        {"gemeente", "partij", "kader", "kaderwaarde", "vaststelling", "ingebruikname", "externe_partij",
         "instelling"}
    )  # fmt: skip

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        kaart = self.kaart("Tekst om elders over te nemen", UITLEG)
        self.welke, self.wie = QtWidgets.QComboBox(kaart), QtWidgets.QComboBox(kaart)
        rij = StroomLayout(ruimte=8, regelruimte=8)
        for keuze, naam in ((self.welke, "Welke tekst"), (self.wie, "Welke gemeente")):
            keuze.setAccessibleName(naam)
            weer_wiel(keuze)
            keuze.activated.connect(lambda _n: self.toon_tekst())
            rij.addWidget(keuze)
        for naam, _ in TEKSTEN:
            self.welke.addItem(naam)
        kaart.inhoud.addLayout(rij)
        self.tekst = QtWidgets.QPlainTextEdit(kaart)
        self.tekst.setReadOnly(True)
        self.tekst.setTabChangesFocus(True)
        self.tekst.setObjectName("registertekst")
        self.tekst.setAccessibleName("De tekst")
        self.tekst.setMinimumHeight(320)
        kaart.inhoud.addWidget(self.tekst)
        self.bewaarknop = self.knop("&Tekst opslaan als bestand", self.bewaar)
        self.bewaarknop.setObjectName("register_opslaan")
        self.sluit_af()

    def herlaad(self) -> None:
        """The municipalities, and the text of the one that is chosen."""
        with self.omgeving.store.reader() as r:
            alle = gemeenten(r)
        was = self.wie.currentData()
        self.wie.clear()
        for rij in alle:
            self.wie.addItem(rij.gemeente.naam, rij.id)
        self.wie.setCurrentIndex(max(0, self.wie.findData(was)))
        self.wie.setVisible(len(alle) > 1)
        self.bewaarknop.setVisible(bool(alle) and not self.omgeving.alleen_kijken)
        self.toon_tekst()

    def toon_tekst(self) -> None:
        """The text as it is today."""
        omgeving = self.omgeving
        with omgeving.store.reader() as r:
            gemeente = next((rij for rij in gemeenten(r) if rij.id == self.wie.currentData()), None)
            feiten = registerfeiten(r, gemeente, omgeving.kader, omgeving.vandaag()) if gemeente else None
        _, maak = TEKSTEN[max(0, self.welke.currentIndex())]
        self.tekst.setPlainText(maak(feiten) if feiten else "")

    def bewaar(self) -> None:
        """As a text file; nothing about anyone leaves the kluis with it."""
        naam = midden_in_zin(TEKSTEN[self.welke.currentIndex()][0]).replace(" ", "-").lower()
        bestand = f"{naam}-{self.omgeving.vandaag().isoformat()}.txt"
        pad = messages.bewaar_als(self, "Tekst opslaan", bestand, "Tekst (*.txt)")
        if pad is not None:
            save_outside(pad, self.tekst.toPlainText().encode("utf-8"))
            self.omgeving.window.meld(f"Opgeslagen: {pad.name}.", "goed")
