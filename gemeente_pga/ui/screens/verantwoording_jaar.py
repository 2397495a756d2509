# SPDX-License-Identifier: EUPL-1.2
"""The jaarrapportage: over which years and municipalities, what may be shown of it, and the earlier ones."""

from typing import NamedTuple

from PySide6 import QtWidgets

from gemeente_pga.domain.document import Documentkop
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.jaarrapportage import Bereik
from gemeente_pga.domain.stukken import Jaarrapportage
from gemeente_pga.domain.tekst import datum_kort, getal
from gemeente_pga.handelingen.jaarrapportage import vaststellen
from gemeente_pga.store.queries.document import documenten_van_soort
from gemeente_pga.store.queries.inrichting import gemeenten
from gemeente_pga.store.queries.jaarcijfers import jaren
from gemeente_pga.store.queries.jaarstuk import SOORT, TE_WEINIG, jaarstuk
from gemeente_pga.ui.form import weer_wiel
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.opbergen import maak_af
from gemeente_pga.ui.screens.inrichting_deel import Deel, regel
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan
from gemeente_pga.ui.widgets.stroom import StroomLayout

UITLEG = (
    "Aantallen kleiner dan vijf laten wij weg, ook als ze uit andere cijfers te halen zijn. Ook wat in een "
    "eerdere rapportage stond, telt daarbij mee."
)
GEEN_JAAR = "U kunt nog niets vaststellen: er is nog geen jaar voorbij waarover iets te vertellen is."
MEER_JAREN = "Neem meer jaren."
MEER_GEMEENTEN = "Neem alle gemeenten in deze kluis samen."
NIET_MEER = "Meer jaren zijn er nog niet: alleen jaren die voorbij zijn, tellen mee."
ALLES = "Alle gemeenten in deze kluis samen"


class Regel(NamedTuple):
    """One line of the preview."""

    id: str
    onderwerp: str
    wat: str
    aantal: str


class JaarDeel(Deel):
    """Choose a range, look, and record."""

    titel = "Jaarrapportage"
    wegwijzersleutel = "jaarrapportage"
    tabellen = frozenset(
        {"signaal", "weging", "casus", "herbeoordeling", "informeerbesluit", "afwijking", "verzoek",
         "exemplaar", "dossier", "jaarcijfer", "document", "gemeente"}
    )  # fmt: skip

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        kaart = self.kaart("Cijfers over een of meer jaren", UITLEG)
        self._bouw_keuzes(kaart)
        self.zin = regel("", "merk_let_op")
        kaart.inhoud.addWidget(self.zin)
        self.lijst = Lijst(self)
        self.lijst.setObjectName("jaarcijfers")
        self.lijst.setAccessibleName("Cijfers die u kunt laten zien")
        self.lijst.stel_in(
            [
                Kolom[Regel]("Onderwerp", lambda r: r.onderwerp, rek=True),
                Kolom[Regel]("Wat", lambda r: r.wat, rek=True),
                Kolom[Regel]("Aantal", lambda r: r.aantal),
            ],
            sleutel=lambda r: r.id,
        )
        kaart.inhoud.addWidget(self.lijst)
        self.vaststelknop = self.knop("Jaarrapportage &vaststellen", self.stel_vast)
        self.vaststelknop.setObjectName("jaarrapportage_vaststellen")
        self._bouw_eerdere()
        self.sluit_af()

    def herlaad(self) -> None:
        """The choices there are, and what they give."""
        with self.omgeving.store.reader() as r:
            alle, keuze = gemeenten(r), jaren(r, self.omgeving.vandaag())
            stukken = documenten_van_soort(r, SOORT)
        self._vul(self.van, [(str(jaar), jaar) for jaar in keuze])
        self._vul(self.tot, [(str(jaar), jaar) for jaar in keuze], laatste=True)
        namen: list[tuple[str, int]] = [(rij.gemeente.naam, rij.id) for rij in alle]
        self._vul(self.wie, [*namen, (ALLES, 0)] if len(alle) > 1 else namen)
        self.wie.setVisible(len(alle) > 1)
        self.eerdere.toon(stukken)
        pas_hoogte_aan(self.eerdere, len(stukken))
        self.eerdere.setVisible(bool(stukken))
        self.geen_eerdere.setVisible(not stukken)
        self.toon_cijfers()

    def bereik(self) -> Bereik | None:
        """What is chosen; the years are put in order."""
        if self.van.currentData() is None or self.tot.currentData() is None or self.wie.currentData() is None:
            return None
        van, tot = sorted((int(self.van.currentData()), int(self.tot.currentData())))
        gekozen = int(self.wie.currentData())
        wie = [gekozen] if gekozen else [int(self.wie.itemData(n)) for n in range(self.wie.count() - 1)]
        return Bereik(tuple(sorted(wie)), tuple(range(van, tot + 1)))

    def toon_cijfers(self) -> None:
        """What may be shown over this range."""
        bereik = self.bereik()
        rijen: list[Regel] = []
        zin = GEEN_JAAR
        if bereik is not None:
            with self.omgeving.store.reader() as r:
                stuk = jaarstuk(r, bereik, self.omgeving.kader, self.omgeving.vandaag()).stuk
            rijen = _regels(stuk)
            zin = "" if any(tabel.totaal for tabel in stuk.tabellen) else self._te_weinig(bereik)
        self.zin.setText(zin)
        self.zin.setVisible(bool(zin))
        self.lijst.toon(rijen)
        pas_hoogte_aan(self.lijst, len(rijen))
        self.lijst.setVisible(bool(rijen))
        self.vaststelknop.setVisible(bereik is not None and not zin and not self.omgeving.alleen_kijken)

    def stel_vast(self) -> None:
        """Keep the counts and make the paper."""
        bereik, omgeving = self.bereik(), self.omgeving
        if bereik is None:
            return
        try:
            document_id = vaststellen(omgeving.store, bereik, omgeving.kader, op=omgeving.vandaag())
        except Storing as storing:
            omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return
        maak_af(omgeving, lambda: omgeving.window.open("document", document_id))

    # ---- inside

    def _te_weinig(self, bereik: Bereik) -> str:
        """Why there is nothing to record, and only what can still be done about it."""
        raad = [MEER_JAREN] if len(bereik.jaren) < self.van.count() else []
        if len(bereik.gemeenten) < self.wie.count() - 1:  # the last choice is all of them together
            raad.append(MEER_GEMEENTEN)
        return " ".join([TE_WEINIG, *(raad or [NIET_MEER])])

    def _bouw_keuzes(self, kaart: Kaart) -> None:
        self.van, self.tot, self.wie = (QtWidgets.QComboBox(kaart) for _ in range(3))
        rij = StroomLayout(ruimte=8, regelruimte=8)
        for keuze, naam, mnemo in (
            (self.van, "Vanaf welk jaar", "Van&af"),
            (self.tot, "Tot en met welk jaar", "&Tot en met"),
            (self.wie, "Welke gemeente", ""),
        ):
            keuze.setAccessibleName(naam)
            weer_wiel(keuze)
            keuze.activated.connect(lambda _n: self.toon_cijfers())
            if mnemo:
                label = QtWidgets.QLabel(mnemo, kaart)
                label.setBuddy(keuze)
                rij.addWidget(label)
            rij.addWidget(keuze)
        kaart.inhoud.addLayout(rij)

    def _bouw_eerdere(self) -> None:
        kaart = self.kaart("Eerdere rapportages")
        self.eerdere = Lijst(self)
        self.eerdere.setObjectName("jaarrapportages")
        self.eerdere.setAccessibleName("Eerdere jaarrapportages")
        self.eerdere.stel_in(
            [
                Kolom[Documentkop]("Kenmerk", lambda d: d.kenmerk),
                Kolom[Documentkop]("Wat", lambda d: d.titel, rek=True),
                Kolom[Documentkop]("Vastgesteld op", lambda d: datum_kort(d.vastgesteld_op)),
            ],
            sleutel=lambda d: d.id,
        )
        self.eerdere.geopend.connect(lambda d: self.omgeving.window.open("document", d.id))
        self.geen_eerdere = regel("Er is nog geen rapportage vastgesteld.", "stil")
        kaart.inhoud.addWidget(self.eerdere)
        kaart.inhoud.addWidget(self.geen_eerdere)

    def _vul(self, keuze: QtWidgets.QComboBox, wat: list[tuple[str, int]], *, laatste: bool = False) -> None:
        """Fill a choice; what was chosen stays chosen."""
        was = keuze.currentData()
        keuze.clear()
        for naam, waarde in wat:
            keuze.addItem(naam, waarde)
        gevonden = keuze.findData(was) if was is not None else -1
        keuze.setCurrentIndex(gevonden if gevonden >= 0 else (len(wat) - 1 if laatste else 0))


def _regels(stuk: Jaarrapportage) -> list[Regel]:
    uit: list[Regel] = []
    for t in stuk.tabellen:
        if t.totaal is None:
            uit.append(Regel(t.maat, t.naam, "alles", "weggelaten"))
            continue
        delen = zip(t.delen, t.namen, t.waarden, strict=True) if t.totaal or len(t.delen) == 1 else ()
        for code, naam, waarde in delen:
            aantal = "weggelaten" if waarde is None else getal(waarde)
            uit.append(Regel(f"{t.maat}:{code}", t.naam, naam, aantal))
        if len(t.delen) > 1:
            uit.append(Regel(f"{t.maat}:", t.naam, "Totaal", getal(t.totaal)))
    if stuk.weken is not None:
        uit.append(Regel("weken", "Doorlooptijd", "Signaal tot weging, middelste", f"{stuk.weken} weken"))
    return uit
