# SPDX-License-Identifier: EUPL-1.2
"""Inrichting, tab Ingebruikname: what has to be in order before anything but acute danger is recorded."""

from pathlib import Path

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.ingebruikname import GEREED, MAG_ONTBREKEN, STANDEN, Bestand, Punt, beoordeel_punt
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.handelingen.ingebruikname import record_punt
from gemeente_pga.paths import save_outside
from gemeente_pga.store.queries.ingebruikname import Puntregel, lees_bestand, punten
from gemeente_pga.store.queries.inrichting import gemeenten
from gemeente_pga.ui import messages, theme
from gemeente_pga.ui.form import vul_keuzes, weer_wiel
from gemeente_pga.ui.forms.ui_ingebruikname import Ui_Ingebruikname
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.inrichting_deel import Deel, regel
from gemeente_pga.ui.widgets.groei import Groei
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.paneel import Formulierpaneel
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan

UITLEG = "Tot de ingebruikname compleet is, legt u alleen acuut gevaar vast. Dat staat ook boven in beeld."
_NOG_DOEN = "Nog te doen"
_COMPLEET = "De ingebruikname is compleet. U kunt nu signalen vastleggen."


class IngebruiknameDeel(Deel):
    """The points of one municipality, and the form of the one that is chosen."""

    titel = "Ingebruikname"
    wegwijzersleutel = "ingebruikname"
    tabellen = frozenset({"ingebruikname", "gemeente"})

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self._gemeente_id = 0
        self._bestand: Bestand | None = None
        self.paneel: Formulierpaneel | None = None
        kaart = self.kaart("Wat op orde moet zijn", UITLEG)
        breed = QtWidgets.QSizePolicy.Policy.Preferred  # as high as what is in it; its labels do not stretch
        kaart.setSizePolicy(breed, QtWidgets.QSizePolicy.Policy.Maximum)
        self.welke = QtWidgets.QComboBox(kaart)
        self.welke.setAccessibleName("Welke gemeente")
        weer_wiel(self.welke)
        self.welke.activated.connect(self._kies_gemeente)
        kaart.inhoud.addWidget(self.welke)
        self.lijst = Lijst(self)
        self.lijst.setAccessibleName("Punten van de ingebruikname")
        self.lijst.stel_in(
            [
                Kolom[Puntregel]("Punt", lambda p: p.naam, rek=True),
                Kolom[Puntregel]("Stand", _stand),
                Kolom[Puntregel]("Vastgesteld", _vastgesteld),
                Kolom[Puntregel]("Document", lambda p: p.bestand),
            ],
            sleutel=lambda p: p.code,
        )
        self.lijst.geopend.connect(self._open)
        kaart.inhoud.addWidget(self.lijst)
        self.openknop = self.knop("&Punt vastleggen", self._open_gekozen)
        self.bewaarknop = self.knop("&Document opslaan als", self._bewaar_als, primair=False)
        self.bewaarknop.setToolTip("Slaat het document van het gekozen punt op een andere plaats op")
        self.sluit_af()

    def herlaad(self) -> None:
        """How far this municipality is; a form that is open stays open."""
        with self.omgeving.store.reader() as r:
            alle = gemeenten(r)
            if not any(rij.id == self._gemeente_id for rij in alle):
                self._gemeente_id = alle[0].id if alle else 0
            rijen = punten(r, self._gemeente_id)
        self.welke.clear()
        for rij in alle:
            self.welke.addItem(rij.gemeente.naam, rij.id)
        self.welke.setCurrentIndex(self.welke.findData(self._gemeente_id))
        self.welke.setVisible(len(alle) > 1)
        self.lijst.toon(rijen)
        pas_hoogte_aan(self.lijst, len(rijen))
        self.openknop.setVisible(self.paneel is None and not self.omgeving.alleen_kijken)
        self.bewaarknop.setVisible(any(rij.bestand for rij in rijen))

    def begin(self, rij: Puntregel) -> None:
        """The form of this point."""
        self.sluit()
        ontwerp = Ui_Ingebruikname()
        paneel = self.paneel = Formulierpaneel(
            self.omgeving, rij.naam, ontwerp, naam="ingebruikname", knop="&Punt vastleggen"
        )
        mag_ontbreken = rij.code in MAG_ONTBREKEN
        vul_keuzes(ontwerp.standKeuzeGroep, [s for s in STANDEN if s[0] == GEREED or mag_ontbreken])
        for deel in (ontwerp.standLabel, paneel.formulier.veld("stand")):
            deel.setVisible(mag_ontbreken)  # one choice is none
        Groei(ontwerp.toelichtingPlainTextEdit, 2)
        kiesknop = QtWidgets.QPushButton("Document kie&zen", paneel)
        theme.zet_icoon(kiesknop, "file-text")
        naam = regel(rij.bestand or "Nog geen document.", "stil")
        kiesknop.clicked.connect(lambda _aan=False: self._kies_bestand(naam))
        plek = paneel.inhoud.indexOf(paneel.vorm) + 1
        paneel.inhoud.insertWidget(plek, kiesknop, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        paneel.inhoud.insertWidget(plek + 1, naam)
        paneel.stel_in(
            lambda invoer: beoordeel_punt(invoer, self.omgeving.vandaag(), punt=rij.code), self._leg_punt_vast
        )
        paneel.vastgelegd.connect(self._naar_volgende)
        paneel.terug.connect(self.sluit)
        p = rij.punt
        waarden: dict[str, object] = {
            "stand": p.stand if p else "" if mag_ontbreken else GEREED, "op": p.op if p else None,
            "kenmerk": p.kenmerk if p else "", "toelichting": p.toelichting if p else "",
        }  # fmt: skip
        self.inhoud.insertWidget(1, paneel)
        concept = ("inrichting", f"ingebruikname:{self._gemeente_id}:{rij.code}")
        paneel.toon(concept, waarden, alleen_lezen=self.omgeving.alleen_kijken)
        theme.zet_iconen(paneel)
        self.openknop.hide()
        paneel.formulier.focus("stand" if mag_ontbreken else "op")

    def sluit(self) -> None:
        """Back to the list."""
        if self.paneel is None:
            return
        self.paneel.ruim_op()
        self.paneel, self._bestand = None, None
        self.herlaad()

    # ---- inside

    def _naar_volgende(self) -> None:
        """The next point that has to be done; back to the list when there is none."""
        self.sluit()
        rijen = [rij for rij in self.lijst.rijen() if isinstance(rij, Puntregel)]
        volgende = next((rij for rij in rijen if rij.punt is None or not rij.punt.telt), None)
        if volgende is not None:
            self.lijst.kies(volgende.code)
            self.begin(volgende)
            return
        self.lijst.setFocus()
        self.omgeving.window.meld(_COMPLEET)

    def _kies_gemeente(self, _nummer: int) -> None:
        self._gemeente_id = self.welke.currentData()
        self.sluit()
        self.herlaad()

    def _gekozen(self) -> Puntregel | None:
        gekozen = self.lijst.rij()
        return gekozen if isinstance(gekozen, Puntregel) else None

    def _open(self, rij: object) -> None:
        if isinstance(rij, Puntregel):
            self.begin(rij)

    def _open_gekozen(self) -> None:
        """The point that is chosen, or the first that has to be done."""
        rijen = [rij for rij in self.lijst.rijen() if isinstance(rij, Puntregel)]
        eerste = next((rij for rij in rijen if rij.punt is None), rijen[0])
        self.begin(self._gekozen() or eerste)

    def _kies_bestand(self, naam: QtWidgets.QLabel) -> None:
        pad = messages.kies_bestand(self, "Document kiezen", "Documenten (*.pdf);;Alle bestanden (*)")
        if pad is None:
            return
        self._bestand = _lees(pad)
        naam.setText(f"{pad.name}: wordt bewaard als u het punt vastlegt.")

    def _leg_punt_vast(self, punt: Punt, concept: tuple[str, str]) -> None:
        record_punt(self.omgeving.store, self._gemeente_id, punt, self._bestand, concept=concept)
        self.omgeving.window.meld("Punt van de ingebruikname vastgelegd.")

    def _bewaar_als(self) -> None:
        rij = self._gekozen()
        with self.omgeving.store.reader() as r:
            bestand = lees_bestand(r, self._gemeente_id, rij.code) if rij else None
        if bestand is None:
            self.omgeving.window.meld("Kies in de lijst een punt met een document.", "let_op")
            return
        pad = messages.bewaar_als(self, "Document opslaan", bestand.naam)
        if pad is not None:
            save_outside(pad, bestand.inhoud)
            self.omgeving.window.meld(f"Opgeslagen: {pad.name}.")


def _vastgesteld(rij: Puntregel) -> str:
    """The day and the number of its document, in one column: the others keep room for their words."""
    delen = (datum_kort(rij.punt.op), rij.punt.kenmerk) if rij.punt is not None else ()
    return ", ".join(deel for deel in delen if deel)


def _stand(rij: Puntregel) -> str:
    return dict(STANDEN)[rij.punt.stand] if rij.punt is not None and rij.punt.telt else _NOG_DOEN


def _lees(pad: Path) -> Bestand:
    try:
        return Bestand(pad.name, pad.read_bytes())
    except OSError as fout:
        raise Storing("Dit bestand kan niet worden gelezen.", "Kies een ander bestand.") from fout
