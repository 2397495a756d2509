# SPDX-License-Identifier: EUPL-1.2
"""Wie heeft wat: every copy that left the kluis with its holder, what is not back, and the data breaches."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from PySide6 import QtWidgets

from gemeente_pga.domain.datalek import klok, uiterlijk
from gemeente_pga.domain.exemplaar import (
    STANDEN,
    TERUGGENOMEN,
    VERMIST,
    VERNIETIGD,
    Standwijziging,
    beoordeel_stand,
    volgende_standen,
)
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.moment import moment_kort, moment_lang, read_moment
from gemeente_pga.domain.tekst import datum_kort, getal
from gemeente_pga.handelingen.exemplaar import set_stand
from gemeente_pga.store.queries.datalek import Datalekregel, datalekken
from gemeente_pga.store.queries.houders import Exemplaarregel, exemplaren
from gemeente_pga.store.queries.verstrekking import Registerregel, register
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import vul_keuzes
from gemeente_pga.ui.forms.ui_exemplaar_stand import Ui_ExemplaarStand
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.scherm import Scherm
from gemeente_pga.ui.screens.dossier_deel import knop, label, links
from gemeente_pga.ui.screens.wie_heeft_wat_lijst import Lijstdruk
from gemeente_pga.ui.screens.wie_heeft_wat_nagaan import Nagaankaart
from gemeente_pga.ui.widgets.groei import Groei
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.kolomgeheugen import Kolomgeheugen
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.paneel import Formulierpaneel
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan
from gemeente_pga.ui.widgets.rolblad import maak_rolpagina
from gemeente_pga.ui.widgets.stroom import StroomLayout

UITLEG = (
    "Ieder afgedrukt of opgeslagen exemplaar heeft een nummer en een houder. Kreeg u het terug, of is het "
    "vernietigd? Leg dat hier vast. Kies er meer tegelijk met Ctrl of Shift."
)
GEEN_KOPIE = (
    "Wie dit papier terugkreeg en versnipperde, noteert dat hier. Weet u zeker dat er geen kopie is? "
    "Dat kan het programma niet zien."
)
VERMIST_GEVOLG = (
    "Vermist: hiermee opent u een datalek. Het moment van ontdekken is nu. De termijn van 72 uur loopt tot "
    "{moment}."
)
NIETS = "Niets is buiten de kluis dat nog terug moet komen."
NOG_NIETS = "Er is nog niets afgedrukt of opgeslagen."
GEGEVEN_UITLEG = (
    "Wat mondeling, per brief of door een actie is gegeven. U legt het vast in het dossier, bij Rechten."
)
GEEN_LEK = "Er is geen datalek vastgelegd."
R = TypeVar("R")
_TERUG, _ALLES = "niet_terug", "alles"


class WieHeeftWatScherm(Scherm):
    """onderwerp_id: a copy, to record what became of it."""

    code = "wie_heeft_wat"
    titel = "Wie heeft wat"
    railicoon = "share-2"
    wegwijzersleutel = "wie_heeft_wat"
    tabellen = frozenset({"exemplaar", "uitgifte", "verstrekking", "datalek", "datalek_dossier"})

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.setObjectName("Form")
        self._bouw()

    # ---- the window

    def toon(self, onderwerp_id: int | None, veld: str = "") -> None:
        """With a copy: choose it and open its form."""
        self.paneel.formulier.bewaar_concept()
        super().toon(onderwerp_id)
        if onderwerp_id is not None and not self._kies(onderwerp_id):
            self.keuze.setCurrentIndex(self.keuze.findData(_ALLES))
            self._kies(onderwerp_id)
        if onderwerp_id is not None and not self.omgeving.alleen_kijken:
            self._begin()
            if veld in self.paneel.formulier.velden():
                self.paneel.formulier.focus(veld)

    def herlaad(self) -> None:
        """Both lists; what is being typed stays."""
        alles = self.keuze.currentData() == _ALLES
        with self.omgeving.store.reader() as r:
            rijen, lekken, gegeven = exemplaren(r, alles=alles), datalekken(r), register(r)
        self._vul(self.lijst, rijen)
        self.leeg.setText(NOG_NIETS if alles else NIETS)
        self.leeg.setVisible(not rijen)
        self._vul(self.gegeven, gegeven)
        self.gegeven_leeg.setVisible(not gegeven)
        self._vul(self.lekken, lekken)
        self.leklijst_leeg.setVisible(not lekken)
        self._volg_keuze()

    def _zet_keuze(self, stand: Mapping[str, object]) -> None:
        self.keuze.setCurrentIndex(max(0, self.keuze.findData(stand["welke"])))

    def _anders(self) -> None:
        """What was chosen is remembered; while the screen is built there is nothing to read yet."""
        if self._gebouwd:
            self.geheugen.gefilterd()
            self.herlaad()

    # ---- what became of it

    def _gekozen(self) -> list[Exemplaarregel]:
        rijen = self.lijst.rijen()
        indexen = sorted(index.row() for index in self.lijst.selectionModel().selectedRows())
        return [rij for n in indexen if isinstance(rij := rijen[n], Exemplaarregel)]

    def _kies(self, exemplaar_id: int) -> bool:
        return self.lijst.kies(exemplaar_id)

    def _wijs_aan(self, exemplaar_id: int) -> None:
        """A copy that was looked up is the chosen one."""
        if not self._kies(exemplaar_id):
            self.keuze.setCurrentIndex(self.keuze.findData(_ALLES))
            self._kies(exemplaar_id)

    def _druk_lijst(self) -> None:
        """Of what is chosen when more than one is; otherwise of all that is shown."""
        gekozen = self._gekozen()
        alle = [rij for rij in self.lijst.rijen() if isinstance(rij, Exemplaarregel)]
        self.lijstdruk.vraag(gekozen if len(gekozen) > 1 else alle)

    def _volg_keuze(self) -> None:
        """The buttons fit what is chosen."""
        gekozen = self._gekozen()
        for doe, stand in ((self.terugknop, TERUGGENOMEN), (self.wegknop, VERNIETIGD)):
            doe.setEnabled(bool(gekozen) and all(stand in volgende_standen(e.stand) for e in gekozen))
        self.lijstknop.setEnabled(bool(self.lijst.rijen()))
        self.andersknop.setEnabled(len(gekozen) == 1 and bool(volgende_standen(gekozen[0].stand)))
        if not self.paneel.isHidden() and [e.id for e in gekozen] != [self._open_id]:
            self._sluit()

    def _leg_snel_vast(self, stand: str) -> None:
        """Today, for all that are chosen: what happens after every meeting."""
        gekozen = self._gekozen()
        ids = [e.id for e in gekozen]
        if not ids or not all(stand in volgende_standen(e.stand) for e in gekozen):
            return
        vandaag = self.omgeving.vandaag()
        set_stand(self.omgeving.store, ids, Standwijziging(stand, vandaag, ""), nu=self.omgeving.nu())
        wat = "1 exemplaar" if len(ids) == 1 else f"{getal(len(ids))} exemplaren"
        self.omgeving.window.meld(f"{wat} vastgelegd als {STANDEN[stand].lower()}.")
        self.lijst.setFocus()

    def _begin(self) -> None:
        """The form of the one that is chosen."""
        gekozen = self._gekozen()
        if len(gekozen) != 1 or not volgende_standen(gekozen[0].stand):
            return
        exemplaar = gekozen[0]
        self._open_id = exemplaar.id
        standen = [(stand, STANDEN[stand]) for stand in volgende_standen(exemplaar.stand)]
        self.paneel.formulier.wis()
        vul_keuzes(self.ui.standKeuzeGroep, standen)
        self.paneel.zet_titel(f"{exemplaar.kenmerk}, exemplaar {exemplaar.nummer}, {exemplaar.houder}")
        self.paneel.stel_in(
            lambda invoer: beoordeel_stand(
                invoer, self.omgeving.vandaag(), was=exemplaar.stand, sinds=exemplaar.stand_op
            ),
            self._leg_vast,
        )
        self.paneel.toon(
            (self.code, str(exemplaar.id)), {"stand_op": self.omgeving.vandaag()}, alleen_lezen=False
        )
        self.paneel.show()
        self._toon_gevolg()
        self.paneel.formulier.focus("stand")

    def _toon_gevolg(self) -> None:
        """What follows from the choice."""
        stand = self.paneel.formulier.lees()["stand"]
        zin = GEEN_KOPIE if stand == VERNIETIGD else ""
        if stand == VERMIST:
            tot = uiterlijk(self.omgeving.nu()).isoformat(timespec="seconds")
            zin = VERMIST_GEVOLG.format(moment=moment_lang(tot))
        self.gevolg.setText(zin)
        self.gevolg.setVisible(bool(zin))

    def _leg_vast(self, wijziging: Standwijziging, concept: tuple[str, str]) -> None:
        store, window = self.omgeving.store, self.omgeving.window
        try:
            lek_id = set_stand(store, [self._open_id], wijziging, nu=self.omgeving.nu(), concept=concept)
        except Storing as storing:
            window.meld(f"{storing.melding} {storing.raad}", "fout")
            return
        self._sluit()
        if lek_id is None:
            window.meld("Vastgelegd.")
            self.lijst.setFocus()
            return
        window.open("datalek", lek_id)
        window.meld("Het exemplaar is vermist en er is een datalek geopend. Vul aan wat u weet.", "let_op")

    def _sluit(self) -> None:
        self.paneel.formulier.bewaar_concept()
        self.paneel.formulier.zet_concept(None)
        self._open_id = 0
        self.paneel.hide()

    def _niet(self) -> None:
        self.paneel.formulier.vergeet_concept()
        self._sluit()
        self.lijst.setFocus()

    # ---- building

    def _bouw(self) -> None:
        self._open_id = 0
        self._gebouwd = False
        self.kolom = maak_rolpagina(self)
        self.kolom.addWidget(self._bouw_exemplaren())
        self.nagaan = Nagaankaart(self.omgeving)
        self.nagaan.gevonden.connect(self._wijs_aan)
        self.kolom.addWidget(self.nagaan)
        self.kolom.addWidget(self._bouw_verstrekkingen())
        self.kolom.addWidget(self._bouw_lekken())
        self.kolom.addStretch(1)
        self._gebouwd = True

    def _bouw_exemplaren(self) -> Kaart:
        kaart = Kaart("Exemplaren")
        kaart.inhoud.addWidget(label(UITLEG, "stil"))
        self.keuze = QtWidgets.QComboBox()
        self.keuze.setObjectName("welkeComboBox")
        self.keuze.setAccessibleName("Welke exemplaren")
        self.keuze.addItem("Wat niet terug is", _TERUG)
        self.keuze.addItem("Alle exemplaren", _ALLES)
        self.keuze.currentIndexChanged.connect(lambda _n: self._anders())
        kaart.inhoud.addLayout(links(self.keuze))
        self.lijst = _lijst(
            "exemplaren",
            "Exemplaren",
            [
                Kolom[Exemplaarregel](
                    "Stuk", lambda e: f"{e.titel} {e.kenmerk}", rek=True, sorteer=lambda e: e.kenmerk
                ),
                Kolom[Exemplaarregel]("Nr.", lambda e: str(e.nummer)),
                Kolom[Exemplaarregel](
                    "Houder", lambda e: e.houder, rek=True, sorteer=lambda e: e.houder.casefold()
                ),
                Kolom[Exemplaarregel]("Dossier", lambda e: e.nummers or "–", sorteer=lambda e: e.nummers),
                Kolom[Exemplaarregel]("Hoe", _hoe),
                Kolom[Exemplaarregel]("Stand", _stand, sorteer=lambda e: (STANDEN[e.stand], e.stand_op)),
            ],
        )
        self.lijst.setSelectionMode(QtWidgets.QAbstractItemView.SelectionMode.ExtendedSelection)
        self.lijst.selectionModel().selectionChanged.connect(lambda *_: self._volg_keuze())
        self.geheugen = Kolomgeheugen(
            self.lijst,
            self.omgeving,
            "exemplaren",
            lees=lambda: {"welke": self.keuze.currentData()},
            zet=self._zet_keuze,
        )
        self.lijst.geopend.connect(lambda _e: self._begin())
        self.leeg = label(NIETS, "stil")
        self.terugknop = knop(
            "Als &teruggenomen vastleggen", lambda: self._leg_snel_vast(TERUGGENOMEN), naam="als_terug"
        )
        self.wegknop = knop(
            "Als &vernietigd vastleggen", lambda: self._leg_snel_vast(VERNIETIGD), naam="als_vernietigd"
        )
        self.wegknop.setToolTip(GEEN_KOPIE)
        self.andersknop = knop("Iets a&nders vastleggen …", self._begin, naam="anders")
        self.lijstdruk = Lijstdruk(self.omgeving, self)
        self.lijstknop = knop("Lijst afdrukken …", self._druk_lijst, icoon="printer", naam="lijst_afdrukken")
        self.lijstknop.setToolTip("Per houder wat u terugvraagt, om in het overleg af te vinken")
        self.lijstknop.setVisible(not self.omgeving.alleen_kijken)
        for deel in (self.lijst, self.leeg):
            kaart.inhoud.addWidget(deel)
        knoppen = QtWidgets.QWidget()
        rij = StroomLayout(knoppen, ruimte=theme.RUIMTE[1])  # two lines when the window is narrow
        for een in (self.terugknop, self.wegknop, self.andersknop, self.lijstknop):
            rij.addWidget(een)
        kaart.inhoud.addWidget(knoppen)
        kaart.inhoud.addWidget(self._bouw_paneel())
        return kaart

    def _bouw_paneel(self) -> Formulierpaneel:
        self.ui = Ui_ExemplaarStand()
        self.paneel = Formulierpaneel(
            self.omgeving, "Exemplaar", self.ui, naam="exemplaar", knop="Stand vastle&ggen", met_terug=False
        )
        Groei(self.ui.toelichtingPlainTextEdit, 2)
        self.gevolg = label("")
        self.gevolg.setProperty("rol", "merk_let_op")
        self.gevolg.hide()
        self.paneel.inhoud.insertWidget(self.paneel.inhoud.count() - 1, self.gevolg)
        self.paneel.formulier.gewijzigd.connect(self._toon_gevolg)
        self.paneel.inhoud.addLayout(links(knop("Niet doen", self._niet, rol="plat", naam="exemplaar_niet")))
        self.paneel.hide()
        return self.paneel

    def _bouw_verstrekkingen(self) -> Kaart:
        kaart = Kaart("Verstrekkingen buiten het overleg")
        kaart.inhoud.addWidget(label(GEGEVEN_UITLEG, "stil"))
        self.gegeven = _lijst(
            "verstrekkingen",
            "Verstrekkingen buiten het overleg",
            [
                Kolom[Registerregel]("Op", lambda v: datum_kort(v.op), sorteer=lambda v: v.op),
                Kolom[Registerregel](
                    "Aan", lambda v: v.ontvanger, rek=True, sorteer=lambda v: v.ontvanger.casefold()
                ),
                Kolom[Registerregel]("Wat", lambda v: v.wat, rek=True),
                Kolom[Registerregel]("Dossier", lambda v: v.nummer, sorteer=lambda v: v.nummer),
            ],
        )
        self.geheugen_gegeven = Kolomgeheugen(self.gegeven, self.omgeving, "verstrekkingen")
        self.gegeven.geopend.connect(
            lambda v: self.omgeving.window.open("dossier", v.dossier_id, f"verstrekking:{v.id}")
        )
        self.gegeven_leeg = label("Er is niets buiten een overleg verstrekt.", "stil")
        for deel in (self.gegeven, self.gegeven_leeg):
            kaart.inhoud.addWidget(deel)
        return kaart

    def _bouw_lekken(self) -> Kaart:
        kaart = Kaart("Datalekken")
        self.lekken = _lijst(
            "datalekken",
            "Datalekken",
            [
                Kolom[Datalekregel]("Nummer", lambda x: x.nummer, sorteer=lambda x: x.nummer),
                Kolom[Datalekregel]("Ontdekt", lambda x: moment_kort(x.inhoud.ontdekt_op)),
                Kolom[Datalekregel](
                    "Aard", lambda x: self.omgeving.kader.label("datalekaard", x.inhoud.aard), rek=True
                ),
                Kolom[Datalekregel]("Dossiers", lambda x: ", ".join(d.nummer for d in x.dossiers) or "–"),
                Kolom[Datalekregel]("Stand", self._lekstand, rek=True),
            ],
        )
        self.geheugen_lekken = Kolomgeheugen(self.lekken, self.omgeving, "datalekken")
        self.lekken.geopend.connect(lambda x: self.omgeving.window.open("datalek", x.id))
        self.leklijst_leeg = label(GEEN_LEK, "stil")
        nieuw = knop(
            "Ander &datalek vastleggen …", lambda: self.omgeving.window.open("datalek"), naam="nieuw_lek"
        )
        theme.zet_icoon(nieuw, "triangle-alert")
        for deel in (self.lekken, self.leklijst_leeg):
            kaart.inhoud.addWidget(deel)
        kaart.inhoud.addLayout(links(nieuw))
        return kaart

    def _lekstand(self, lek: Datalekregel) -> str:
        if lek.gesloten_op is not None:
            return f"Afgesloten op {datum_kort(lek.gesloten_op)}"
        stand = klok(lek.inhoud, self.omgeving.nu())
        if not stand.loopt:
            return "Nog niet afgesloten"
        tot = moment_kort(uiterlijk(read_moment(lek.inhoud.ontdekt_op)).isoformat(timespec="seconds"))
        return f"72 uur voorbij sinds {tot}: meld alsnog" if stand.te_laat else f"Meld vóór {tot}"

    def _vul(self, lijst: Lijst, rijen: Sequence[object]) -> None:
        lijst.toon(rijen)
        pas_hoogte_aan(lijst, len(rijen))
        lijst.setVisible(bool(rijen))


def _lijst(naam: str, uitleg: str, kolommen: Sequence[Kolom[R]]) -> Lijst:
    lijst = Lijst()
    lijst.setObjectName(naam)
    lijst.setAccessibleName(uitleg)
    lijst.stel_in(kolommen, sleutel=lambda rij: getattr(rij, "id", None))
    return lijst


def _hoe(e: Exemplaarregel) -> str:
    if not e.bestand:
        return "Papier"
    return "Bestand, met wachtwoord" if e.versleuteld else "Bestand"


def _stand(e: Exemplaarregel) -> str:
    if e.stand == VERMIST:
        return f"Vermist op {datum_kort(e.stand_op)}{f'; datalek {e.lek} loopt' if e.lek else ''}"
    return f"{STANDEN[e.stand]}, {datum_kort(e.stand_op)}"
