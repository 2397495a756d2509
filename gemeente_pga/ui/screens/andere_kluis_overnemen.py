# SPDX-License-Identifier: EUPL-1.2
"""Taking dossiers over out of another kluis: open the file, look at each, and accept or refuse it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6 import QtWidgets

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.overname import (
    EINDE,
    SOORTEN,
    Aanbieding,
    Aanvaarding,
    Pakket,
    beoordeel_aanvaarding,
    beoordeel_weigering,
)
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.handelingen.overname import Aangeboden, accept, refuse
from gemeente_pga.store.queries.inrichting import gemeenten
from gemeente_pga.store.queries.overname import Bekend, eerder
from gemeente_pga.store.store import Reader
from gemeente_pga.ui import messages
from gemeente_pga.ui.form import Formulier, vul_keuzes
from gemeente_pga.ui.forms.ui_overname import Ui_Overname
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.andere_kluis_meegeven import tellingen
from gemeente_pga.ui.screens.dossier_deel import Feitenlijst, knop, label, links, tussenkop
from gemeente_pga.ui.widgets.groei import Groei
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan

UITLEG = (
    "Een gemeente die dit programma gebruikt, kan u hele dossiers geven in één versleuteld bestand. U "
    "beslist over elk dossier apart. Wat u overneemt, blijft herkenbaar als werk van de afzender: uw kluis "
    "verzegelt hoe het binnenkwam, niet hoe het ontstond."
)
_WAAROM = "U neemt een dossier uit een andere kluis over."
_CONCEPT = "andere_kluis_overname"


@dataclass(frozen=True, slots=True)
class _Rij:
    plek: int
    aanbieding: Aanbieding
    besloten: str


class Overnemen(Kaart):
    """The file, its dossiers, and the decision about one of them."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__("Dossier overnemen uit een andere kluis")
        self.omgeving = omgeving
        self._pad: Path | None = None
        self._pakket: Pakket | None = None
        self._gekozen: tuple[_Rij, Aangeboden] | None = None
        self._gemeenten: list[tuple[int, str]] = []
        self.inhoud.addWidget(label(UITLEG, "stil"))
        self._bouw_openen()
        self._bouw_lijst()
        self._bouw_besluit()

    def toon(self, r: Reader) -> None:
        """What was decided meanwhile; the file stays open."""
        self._gemeenten = [(g.id, g.gemeente.naam) for g in gemeenten(r)]
        self._toon_lijst(r)

    # ---- opening

    def _kies(self) -> None:
        pad = messages.kies_bestand(self, "Welk bestand wilt u openen?", f"Dossiers (*{EINDE});;Alles (*)")
        if pad is None:
            return
        self._sluit()
        self._pad = pad
        self.bestand.setText(f"Gekozen: {pad.name}")
        self.openen.show()
        self.wachtwoord.setFocus()

    def _open(self) -> None:
        pad, zin = self._pad, self.wachtwoord.text().strip()
        if pad is None or not self.open_knop.isEnabled():
            return
        if not zin:
            self.omgeving.window.meld("Typ eerst het wachtwoord dat u van de afzender kreeg.", "fout")
            self.wachtwoord.setFocus()
            return
        self.open_knop.setEnabled(False)
        beheer = self.omgeving.dienst.pakketten
        self.omgeving.worker.run(
            lambda: beheer.open(pad, zin),
            lambda pakket: self._is_open(pad, pakket),
            partial(self._niet, self.wachtwoord),
        )

    def _is_open(self, pad: Path, pakket: Pakket) -> None:
        self.open_knop.setEnabled(True)
        if pad != self._pad:
            pakket.sluit()  # the user chose another file meanwhile
            return
        self.wachtwoord.clear()
        self.openen.hide()
        self._pakket = pakket
        o = pakket.overzicht
        op = _dag(o.gemaakt_op)
        self.feiten.toon(
            [
                ("Van", o.afzender),
                ("Bestemd voor", o.ontvanger),
                ("Gemaakt op", datum_kort(op) if op else ""),
                ("Waarom", SOORTEN[o.soort]),
                ("Reden", o.reden),
            ]
        )
        with self.omgeving.store.reader() as r:
            self._toon_lijst(r)
        self.lijst.selectRow(0)
        self.lijst.setFocus()

    def _niet(self, terug: QtWidgets.QWidget, fout: Exception) -> None:
        self.open_knop.setEnabled(True)
        if not isinstance(fout, Storing):
            raise fout
        self.omgeving.window.meld(f"{fout.melding} {fout.raad}", "fout")
        terug.setFocus()

    def _sluit(self) -> None:
        """Forget the file, its key and what was read of it."""
        if self._pakket is not None:
            self._pakket.sluit()
        self._pakket, self._pad, self._gekozen = None, None, None
        self.wachtwoord.clear()
        for deel in (self.openen, self.blad, self.besluit):
            deel.hide()

    # ---- looking

    def _toon_lijst(self, r: Reader) -> None:
        pakket = self._pakket
        self.blad.setVisible(pakket is not None)
        if pakket is None:
            return
        rijen = [_Rij(n, a, eerder(r, a.sha256)) for n, a in enumerate(pakket.overzicht.dossiers)]
        self.lijst.toon(rijen)
        pas_hoogte_aan(self.lijst, len(rijen))

    def _bekijk(self, rij: object) -> None:
        """Read this dossier from the file; what is known here of it is said before anything is asked."""
        self.besluit.hide()
        self._gekozen = None
        pakket = self._pakket
        if pakket is None or not isinstance(rij, _Rij):
            return
        self.omgeving.worker.run(
            lambda: pakket.dossier(rij.plek),
            lambda gelezen: self._is_gelezen(pakket, rij, gelezen),
            lambda fout: self._niet(self.lijst, fout) if pakket is self._pakket else None,
        )

    def _is_gelezen(self, pakket: Pakket, rij: _Rij, gelezen: Aangeboden) -> None:
        if pakket is not self._pakket or self.lijst.rij() != rij:
            return  # the user went on to another one
        self._gekozen = rij, gelezen
        with self.omgeving.store.reader() as r:
            hier = gelezen.bekend(r)
        a = rij.aanbieding
        self.wat.toon(
            [
                ("Nummer daar", a.nummer),
                ("Gemeente", a.gemeente),
                ("Stand", a.stand),
                ("Eerste signaal", datum_kort(dag) if (dag := _dag(a.van)) else ""),
                ("Juridisch kader", a.kader),
                ("Inhoud", tellingen(a.signalen, a.wegingen, a.overleggen, a.documenten, a.bijlagen)),
                ("Bewaartermijn", gelezen.bewaring),
                ("Niet meegekomen", "\n".join(gelezen.weggelaten)),
            ]
        )
        zin = _bekend(hier, rij.besloten)
        self.bekend.setText(zin)
        self.bekend.setVisible(bool(zin))
        self._vraag(rij, hier)

    def _vraag(self, rij: _Rij, hier: Bekend) -> None:
        kan = not (rij.besloten or hier.hier_als)
        vandaag = self.omgeving.vandaag()
        vul_keuzes(self.ui.gemeente_idComboBox, self._gemeenten)
        gronden = self.omgeving.kader.grondslagen("ontvangen", op=vandaag)
        vul_keuzes(self.ui.grondslagComboBox, [(g.code, g.naam) for g in gronden])
        self.formulier.wis_gebreken()
        self.formulier.zet_concept((_CONCEPT, rij.aanbieding.sha256[:16]) if kan else None)
        een = self._gemeenten[0][0] if len(self._gemeenten) == 1 else None
        self.formulier.vul({"gemeente_id": een, "grondslag": None, "reden": None})
        self.formulier.herstel_concept()
        self.vorm.setVisible(kan)
        self.neem_knop.setVisible(kan and not hier.vernietigd_op)
        self.weiger_knop.setVisible(kan)
        self.besluit.show()

    # ---- deciding

    def _neem_over(self) -> None:
        bekenden = [g for g, _ in self._gemeenten]
        kader, vandaag = self.omgeving.kader, self.omgeving.vandaag()
        besluit = self.formulier.beoordeel(
            lambda invoer: beoordeel_aanvaarding(invoer, kader, vandaag, bekenden)
        )
        if besluit is not None:
            self.omgeving.window.bevestig(_WAAROM, lambda: self._leg_vast(besluit))

    def _leg_vast(self, besluit: Aanvaarding) -> None:
        if self._gekozen is None or self._pakket is None:
            return
        overzicht, (rij, gelezen) = self._pakket.overzicht, self._gekozen
        op, store = self.omgeving.vandaag(), self.omgeving.store
        nummer: list[str] = []

        def doe() -> None:
            dossier_id = accept(store, gelezen, overzicht, besluit, op=op)
            with store.reader() as r:
                nummer.append(str(r.value("SELECT nummer FROM dossier WHERE id = ?", dossier_id)))

        if self._doe(doe):
            zin = f"Dossier {rij.aanbieding.nummer} is overgenomen als {nummer[0]}."
            self.omgeving.window.meld(zin, "goed")

    def _weiger(self) -> None:
        vandaag = self.omgeving.vandaag()
        reden = self.formulier.beoordeel(lambda invoer: beoordeel_weigering(invoer, vandaag))
        if reden is None or self._gekozen is None or self._pakket is None:
            return
        overzicht, (rij, _) = self._pakket.overzicht, self._gekozen
        store = self.omgeving.store
        if self._doe(lambda: refuse(store, rij.aanbieding, overzicht, reden, op=vandaag)):
            zin = f"Dossier {rij.aanbieding.nummer} is geweigerd. Er is niets over de persoon bewaard."
            self.omgeving.window.meld(f"{zin} Laat het de afzender weten.", "goed")

    def _doe(self, daad: Callable[[], object]) -> bool:
        try:
            with self.formulier.wordt_vastgelegd():
                daad()
        except Storing as storing:
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return False
        self.formulier.vergeet_concept()
        self.formulier.wis()
        self.besluit.hide()
        self._gekozen = None
        with self.omgeving.store.reader() as r:
            self._toon_lijst(r)
        self.lijst.clearSelection()
        self.lijst.setCurrentIndex(self.lijst.model().index(-1, -1))
        self.lijst.setFocus()
        return True

    # ---- building

    def _bouw_openen(self) -> None:
        self.kies_knop = knop("Bestand &kiezen …", self._kies, icoon="folder", naam="overname_kiezen")
        self.inhoud.addLayout(links(self.kies_knop))
        self.openen = QtWidgets.QWidget()
        kolom = QtWidgets.QVBoxLayout(self.openen)
        kolom.setContentsMargins(0, 0, 0, 0)
        self.bestand = label("")
        self.wachtwoord = QtWidgets.QLineEdit()
        self.wachtwoord.setObjectName("overname_wachtwoord")
        self.wachtwoord.setEchoMode(QtWidgets.QLineEdit.EchoMode.Password)
        self.wachtwoord.returnPressed.connect(self._open)
        kop = tussenkop("Wacht&woord van het bestand")
        kop.setTextFormat(kop.textFormat())
        kop.setBuddy(self.wachtwoord)
        self.open_knop = knop("Bestand &openen", self._open, naam="overname_openen")
        for deel in (self.bestand, kop, self.wachtwoord):
            kolom.addWidget(deel)
        kolom.addLayout(links(self.open_knop))
        self.openen.hide()
        self.inhoud.addWidget(self.openen)

    def _bouw_lijst(self) -> None:
        self.blad = QtWidgets.QWidget()
        kolom = QtWidgets.QVBoxLayout(self.blad)
        kolom.setContentsMargins(0, 0, 0, 0)
        self.feiten = Feitenlijst()
        self.lijst = Lijst()
        self.lijst.setObjectName("overname_lijst")
        self.lijst.setAccessibleName("Dossiers in dit bestand")
        self.lijst.stel_in(
            [
                Kolom[_Rij]("Nummer daar", lambda rij: rij.aanbieding.nummer),
                Kolom[_Rij]("Stand", lambda rij: rij.aanbieding.stand, rek=True),
                Kolom[_Rij]("Besloten", lambda rij: rij.besloten or "nog niet"),
            ],
            sleutel=lambda rij: rij.plek,
        )
        self.lijst.gekozen.connect(self._bekijk)
        sluit = knop("Bestand sluiten", self._sluit, rol="plat", naam="overname_sluiten")
        for deel in (self.feiten, self.lijst):
            kolom.addWidget(deel)
        kolom.addLayout(links(sluit))
        self.blad.hide()
        self.inhoud.addWidget(self.blad)

    def _bouw_besluit(self) -> None:
        self.besluit = QtWidgets.QWidget()
        kolom = QtWidgets.QVBoxLayout(self.besluit)
        kolom.setContentsMargins(0, 0, 0, 0)
        self.wat, self.bekend = Feitenlijst(), label("", "let_op")
        self.vorm = QtWidgets.QWidget()
        self.ui = Ui_Overname()
        self.ui.setupUi(self.vorm)
        Groei(self.ui.redenPlainTextEdit, 2)
        self.formulier = Formulier(self.vorm, self.omgeving)
        for veld in self.formulier.velden():
            widget = self.formulier.widget(veld)
            widget.setObjectName(f"overname_{widget.objectName()}")
        self.neem_knop = knop(
            "Dossier o&vernemen", self._neem_over, rol="primair", icoon="check", naam="overname_overnemen"
        )
        self.weiger_knop = knop("Dossier weige&ren", self._weiger, naam="overname_weigeren")
        for deel in (tussenkop("Dit dossier"), self.wat, self.bekend, self.vorm):
            kolom.addWidget(deel)
        kolom.addLayout(links(self.neem_knop, self.weiger_knop))
        self.besluit.hide()
        self.inhoud.addWidget(self.besluit)


def _bekend(hier: Bekend, besloten: str) -> str:
    """What is known here, most important first."""
    if hier.hier_als:
        return f"Dit dossier staat hier al, als {hier.hier_als}."
    if besloten:
        return f"Over dit dossier is al besloten. {besloten}."
    dag = _dag(hier.vernietigd_op)
    if dag:
        return f"Dit dossier is in deze kluis vernietigd op {datum_kort(dag)}. Vernietigd blijft vernietigd."
    if hier.lijkt_op:
        nummers = ", ".join(hier.lijkt_op)
        return (
            f"Er staat hier al iemand met een gelijkende naam: {nummers}. Vergelijk ze voor u beslist. Er "
            "wordt niets samengevoegd."
        )
    return ""


def _dag(waarde: str) -> date | None:
    """The sender's program wrote this day; another spelling of it is shown as none."""
    try:
        return date.fromisoformat(waarde[:10])
    except ValueError:
        return None
