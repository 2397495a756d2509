# SPDX-License-Identifier: EUPL-1.2
"""Inrichting, tab Back-up: making one, the list of them, rehearsing a restore and putting one back.

The list is read in the worker when it comes into sight: a network folder may answer slowly.
"""

from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.backup import Backupbeheer, Kopie, Oefenuitslag, Terugzetplan
from gemeente_pga.domain.beleid import VAN_WIE
from gemeente_pga.domain.gebrek import Gebrek, Storing
from gemeente_pga.domain.inrichting import INSTELLING_BACKUPMAP
from gemeente_pga.domain.moment import moment_kort, moment_lang
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.handelingen.backup import log_oefening, register_reservekopie
from gemeente_pga.handelingen.inrichting import set_instelling
from gemeente_pga.store.queries.backup import backupstand
from gemeente_pga.store.queries.inrichting import instelling
from gemeente_pga.ui import messages, theme
from gemeente_pga.ui.forms.ui_backup import Ui_Backup
from gemeente_pga.ui.forms.ui_wachtzin_wijzigen import Ui_WachtzinWijzigen
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.inrichting_deel import regel
from gemeente_pga.ui.screens.inrichting_kluis import TraagDeel
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.opsomming import Opsomming
from gemeente_pga.ui.widgets.vast import zet_vast

_UITLEG = (
    "De back-up is een versleutelde kopie, met alles erin. Hij gaat open met uw wachtzin of herstelcode van "
    "nu. Het programma bewaart de laatste tien; de oudste gaat pas weg als een nieuwe is nagekeken."
)
_OEFENEN = (
    "Het programma zet de gekozen back-up terug in een eigen map, opent hem en kijkt alles na. Aan uw kluis "
    "verandert niets en de map verdwijnt daarna. Typ de wachtzin die gold toen de back-up werd gemaakt."
)
_GEEN_MAP = "Deze map is er niet. Steek de stick in de computer, of kies een andere map."
_PLAATS = "U wijzigt de plaats van de back-up."
_TERUGZETTEN = "U zet een back-up terug in plaats van de kluis die hier staat."
_MB = 1_000_000


class BackupDeel(TraagDeel):
    """Three cards: make, rehearse, put back."""

    titel = "Back-up"
    wegwijzersleutel = "backup"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self._plek = ""
        self._nieuw: Path | None = None  # the back-up just made: the list chooses it when it has been read
        self._bouw_maken()
        self._bouw_lijst()
        self._bouw_oefenen()
        self._bouw_terugzetten()
        self.sluit_af()
        self._kies_kopie()

    @property
    def beheer(self) -> Backupbeheer:
        """The back-ups of this kluis."""
        return self.omgeving.dienst.backup

    def herlaad(self) -> None:
        """The folder of last time, and when a back-up was made and a restore rehearsed."""
        with self.omgeving.store.reader() as r:
            map_, stand = instelling(r, INSTELLING_BACKUPMAP), backupstand(r)
        if not self.formulier.vuil:
            self.formulier.vul({"backupmap": map_})
        if not self._plek:
            self._plek = map_
        wanneer = self.omgeving.dienst.laatste_backup()
        moment = moment_lang(wanneer.isoformat(timespec="seconds")) if wanneer else ""
        self.laatste.setText(
            f"Laatste goede back-up: {moment}." if moment else "Er is nog geen back-up gemaakt."
        )
        geoefend = stand.geoefend
        self.geoefend.setText(
            f"Laatst geoefend: {datum_kort(geoefend)}." if geoefend else "Het herstel is nog niet geoefend."
        )

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        """Look which back-ups there are."""
        super().showEvent(event)
        self.lees_lijst()

    def lees_lijst(self) -> None:
        """Read the folder again, in the worker."""
        plek, beheer = self._plek, self.beheer
        if plek:
            self.omgeving.worker.run(lambda: beheer.kopieen(Path(plek)), self._toon_lijst, self._geen_lijst)
        else:
            self._toon_lijst(())

    # ---- making

    def _bouw_maken(self) -> None:
        self.formulier, ui = self.kaart_met_formulier("Back-up maken", Ui_Backup, None, _UITLEG)
        self.laatste = regel("")
        if self._kaart is not None:
            self._kaart.inhoud.insertWidget(1, self.laatste)
        kies = QtWidgets.QPushButton("Map kiezen …", self)
        kies.clicked.connect(self._kies)
        ui.layout.addWidget(kies, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        if self.omgeving.dienst.beleid.backupmap:
            kies.hide()
            zet_vast(ui.backupmapLineEdit, True)
            ui.layout.addWidget(regel(f"{VAN_WIE}.", "stil"))
        self.maak = self.knop("Back-up maken en controleren", self._maak)

    def _kies(self) -> None:
        gekozen = messages.kies_map(self, "Waar komt de back-up?")
        if gekozen is not None:
            self.formulier.vul({"backupmap": str(gekozen)})

    def _maak(self) -> None:
        map_ = str(self.formulier.lees()["backupmap"])
        if not map_ or not Path(map_).is_dir():
            self.formulier.toon_gebreken([Gebrek("backupmap", _GEEN_MAP if map_ else "Kies eerst een map.")])
            return
        with self.omgeving.store.reader() as r:
            was = instelling(r, INSTELLING_BACKUPMAP)
        if was == map_:
            self._maak_in(map_)
        else:
            self.omgeving.window.bevestig(_PLAATS, lambda: self._maak_in(map_))

    def _maak_in(self, map_: str) -> None:
        store, dienst = self.omgeving.store, self.omgeving.dienst
        with store.reader() as r:
            was = instelling(r, INSTELLING_BACKUPMAP)
        if was != map_:
            set_instelling(store, INSTELLING_BACKUPMAP, map_)
        self._plek = map_
        self.doe_traag(
            "De back-up wordt gemaakt, teruggelezen en gecontroleerd…",
            lambda: dienst.maak_backup(Path(map_)),
            self._is_gemaakt,
            "backupmap",
            self.formulier,
        )

    def _is_gemaakt(self, map_: Path) -> None:
        register_reservekopie(self.omgeving.store, map_)
        self.formulier.klaar()
        self._nieuw = map_
        self.herlaad()
        self.lees_lijst()
        self.omgeving.window.meld(f"De back-up is gemaakt en gecontroleerd: {map_.name}.", "goed")

    # ---- which there are

    def _bouw_lijst(self) -> None:
        kaart = self.kaart("Welke back-ups zijn er?")
        self.lijst = Lijst(self)
        self.lijst.setAccessibleName("Back-ups")
        self.lijst.setMinimumHeight(150)
        self.lijst.stel_in(
            [
                Kolom[Kopie]("Gemaakt", lambda k: moment_kort(k.gemaakt_op.isoformat()), rek=True),
                Kolom[Kopie]("Gaat open met", lambda k: k.sleutel.woorden),
                Kolom[Kopie]("Handelingen", lambda k: str(k.handelingen)),
                Kolom[Kopie]("Grootte", lambda k: f"{k.grootte / _MB:.1f} MB".replace(".", ",")),
                Kolom[Kopie]("Van deze kluis", _van_deze_kluis),
            ],
            sleutel=lambda k: k.map,
        )
        self.lijst.gekozen.connect(lambda _rij: self._kies_kopie())
        self.leeg = regel("", "stil")
        kaart.inhoud.addWidget(self.lijst)
        kaart.inhoud.addWidget(self.leeg)
        self.knop("Andere map bekijken", self._andere_map, primair=False)

    def _andere_map(self) -> None:
        gekozen = messages.kies_map(self, "In welke map staan de back-ups?")
        if gekozen is not None:
            self._plek = str(gekozen)
            self.lees_lijst()

    def _toon_lijst(self, kopieen: tuple[Kopie, ...]) -> None:
        self.lijst.toon(kopieen)
        self.lijst.setVisible(bool(kopieen))
        self.leeg.setText(
            f"Map: {self._plek}"
            if kopieen
            else (f"In {self._plek} staat geen back-up." if self._plek else "Er is nog geen map gekozen.")
        )
        nieuw, self._nieuw = self._nieuw, None
        if nieuw is not None:
            self.lijst.kies(nieuw)
        if kopieen and self.lijst.rij() is None:
            self.lijst.selectRow(0)
        self._kies_kopie()

    def _geen_lijst(self, fout: Exception) -> None:
        if not isinstance(fout, Storing):
            raise fout
        self._toon_lijst(())

    def _kies_kopie(self) -> None:
        """Another back-up is chosen: what was shown of the one before goes."""
        gekozen = self.lijst.rij() is not None
        for knop in (self.oefen_knop, self.plan_knop):
            knop.setEnabled(gekozen)
            knop.setToolTip("" if gekozen else "Kies eerst een back-up in de lijst.")
        self.uitslag.hide()
        self.punten.hide()
        self._toon_plan(None)

    # ---- rehearsing

    def _bouw_oefenen(self) -> None:
        self.oefenformulier, ui = self.kaart_met_formulier(
            "Herstel oefenen", Ui_WachtzinWijzigen, None, _OEFENEN
        )
        ui.oudLabel.setText("&Wachtzin van de back-up")
        self.geoefend = regel("")
        self.uitslag, self.punten = regel(""), regel("")
        if self._kaart is not None:
            self._kaart.inhoud.insertWidget(1, self.geoefend)
            self._kaart.inhoud.addWidget(self.uitslag)
            self._kaart.inhoud.addWidget(self.punten)
        self.oefen_knop = self.knop("Herstel oefenen", self._oefen)

    def _oefen(self) -> None:
        kopie, zin = self.lijst.rij(), str(self.oefenformulier.lees()["oud"])
        if not isinstance(kopie, Kopie):
            return
        if not zin:
            self.oefenformulier.toon_gebreken([Gebrek("oud", "Typ eerst de wachtzin.")])
            return
        self.oefenformulier.wis_gebreken()
        beheer, map_ = self.beheer, kopie.map
        self.doe_traag(
            "De back-up wordt teruggezet in een eigen map en nagekeken…",
            lambda: beheer.oefen(map_, zin),
            self._is_geoefend,
            "oud",
            self.oefenformulier,
        )

    def _is_geoefend(self, uitslag: Oefenuitslag) -> None:
        log_oefening(self.omgeving.store, uitslag.terugzetting)
        self.oefenformulier.wis()
        self.herlaad()
        punten = "\n".join(f"{'✓' if p.goed else '✗'}  {_punt(p.wat, goed=p.goed)}" for p in uitslag.punten)
        wanneer = moment_kort(uitslag.terugzetting.op.isoformat())
        kopie = f"de back-up van {moment_kort(uitslag.terugzetting.kopie_gemaakt_op.isoformat())}"
        kop = f"Geoefend op {wanneer}: " + (
            f"{kopie} is goed." if uitslag.goed else f"{kopie} is niet goed. Gebruik een andere."
        )
        self.uitslag.setText(kop)
        self.punten.setText(punten)
        self.punten.show()
        theme.zet_eigenschap(self.uitslag, "rol", "merk_goed" if uitslag.goed else "merk_fout")
        self.uitslag.show()
        self.omgeving.window.meld(kop, "goed" if uitslag.goed else "fout")

    # ---- putting back

    def _bouw_terugzetten(self) -> None:
        uitleg = "Eerst ziet u wat er verandert. Daarna vraagt het programma uw wachtzin."
        kaart = self.kaart("Back-up terugzetten", uitleg)
        self.plan = Opsomming()
        kaart.inhoud.addWidget(self.plan)
        self.plan_knop = self.knop("Laat zien wat er verandert", self._lees_plan, primair=False)
        self.terug_knop = self.knop("Deze back-up terugzetten", self._zet_terug, primair=False)
        self.terug_knop.setProperty("rol", "gevaar")

    def _lees_plan(self) -> None:
        kopie = self.lijst.rij()
        if not isinstance(kopie, Kopie):
            return
        try:
            self._toon_plan(self.beheer.plan(kopie.map))
        except Storing as storing:
            self._toon_plan(None)
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")

    def _toon_plan(self, plan: Terugzetplan | None) -> None:
        self._plan = plan
        self.plan.zet(() if plan is None else plan.zinnen())
        self.plan.setVisible(plan is not None)
        self.terug_knop.setVisible(plan is not None and plan.mag)

    def _zet_terug(self) -> None:
        if self._plan is not None:
            bron = self._plan.kopie.map
            self.omgeving.window.bevestig(_TERUGZETTEN, lambda: self._bereid_voor(bron))

    def _bereid_voor(self, bron: Path) -> None:
        beheer = self.beheer
        self.omgeving.window.onderhoud(
            "De back-up wordt gecontroleerd en klaargezet. Zet de computer niet uit…",
            lambda: beheer.bereid_terugzetten_voor(bron),
            lambda _: self._rond_af(),
            self._mislukt,
        )

    def _rond_af(self) -> None:
        try:
            self.beheer.zet_klaar()
        except Storing as storing:
            self._mislukt(storing)
            return
        self.omgeving.window.vergrendel()

    def _mislukt(self, fout: Exception) -> None:
        if not isinstance(fout, Storing):
            raise fout
        self.omgeving.window.meld(f"{fout.melding} {fout.raad}".strip(), "fout")


def _van_deze_kluis(kopie: Kopie) -> str:
    return {True: "ja", False: "nee", None: "onbekend"}[kopie.eigen]


def _punt(wat: str, *, goed: bool) -> str:
    return wat if goed else f"Niet in orde: {wat}"
