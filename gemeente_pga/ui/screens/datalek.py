# SPDX-License-Identifier: EUPL-1.2
"""One datalek: the clock, what happened, who was told, what was decided, and closing it."""

from collections.abc import Mapping

from PySide6 import QtGui, QtWidgets

from gemeente_pga.domain.datalek import (
    JA_NEE,
    Datalek,
    beoordeel_datalek,
    beoordeel_inhoud,
    klok,
    mist_voor_sluiten,
)
from gemeente_pga.domain.gebrek import Gebrek, Storing
from gemeente_pga.domain.moment import read_moment
from gemeente_pga.domain.tekst import datum_lang
from gemeente_pga.handelingen.datalek import close_lek, open_lek, update_lek
from gemeente_pga.store.queries.datalek import Datalekregel, datalek, dossiernummers
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import FormScherm, Formulier, nieuwe_sneltoets, vul_keuzes
from gemeente_pga.ui.forms.ui_datalek import Ui_Datalek
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import Feitenlijst, knop, label, links
from gemeente_pga.ui.screens.signaal_deel import velden_van
from gemeente_pga.ui.widgets.formulierdeel import zet_alleen_lezen
from gemeente_pga.ui.widgets.groei import Groei
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.rolblad import maak_rolpagina

_NIEUW = "Leg een datalek meteen vast, ook als u nog niet alles weet. U kunt het daarna aanvullen."
_SLUIT = "Na het afsluiten verandert dit datalek niet meer. Het blijft staan als verantwoording."
_NOG = "Afsluiten kan nog niet."
_GEDAAN = "Het datalek is afgesloten."


class DatalekScherm(FormScherm[Datalek]):
    """onderwerp_id: the leak, None for a new one."""

    code = "datalek"
    titel = "Datalek"
    wegwijzersleutel = "datalek"
    tabellen = frozenset({"datalek", "datalek_dossier"})

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.setObjectName("Form")
        self.lek: Datalekregel | None = None
        self._bouw()
        self.formulier = Formulier(self.vorm, omgeving)
        for veld in self.vorm.findChildren(QtWidgets.QPlainTextEdit):
            Groei(veld, 2)
        vul_keuzes(self.ui.aardComboBox, omgeving.kader.codelijst("datalekaard"))
        for keuze in (self.ui.melden_apKeuzeGroep, self.ui.betrokkenenKeuzeGroep):
            vul_keuzes(keuze, JA_NEE)
        self.vastleg_actie = nieuwe_sneltoets(QtGui.QAction("Datalek &vastleggen", self), "Ctrl+Return")
        self.vastleg_actie.triggered.connect(self.vastleggen)
        self.addAction(self.vastleg_actie)

    # ---- the window

    def titel_nu(self) -> str:
        """With its number."""
        return f"Datalek {self.lek.nummer}" if self.lek else "Nieuw datalek"

    def acties(self) -> list[QtGui.QAction]:
        """Recording, also from the menu."""
        return [] if self._dicht else [self.vastleg_actie]

    def toon(self, onderwerp_id: int | None, veld: str = "") -> None:
        """Another leak starts afresh; unfinished typing of each is kept."""
        self.formulier.bewaar_concept()
        self.formulier.klaar()
        self.formulier.zet_concept((self.code, "" if onderwerp_id is None else str(onderwerp_id)))
        super().toon(onderwerp_id, veld)

    def herlaad(self) -> None:
        """The clock always; the fields unless something is being typed."""
        with self.omgeving.store.reader() as r:
            self.lek = datalek(r, self.onderwerp_id) if self.onderwerp_id is not None else None
        if not self.formulier.vuil:
            self.formulier.wis()
            if self.lek is not None:
                self.formulier.vul(_velden(self.lek.inhoud))
            if not self._dicht:
                self.formulier.herstel_concept()
        self._schik()

    # ---- recording

    def beoordeel(self, invoer: Mapping[str, object]) -> Datalek | list[Gebrek]:
        """The leak, or what is wrong with it; of a new one also what of which dossier was in it."""
        uitkomst = beoordeel_datalek(invoer, self.omgeving.kader, self.omgeving.nu())
        inhoud = self._inhoud(invoer) if self.lek is None else {}
        if isinstance(inhoud, list):
            return [*uitkomst, *inhoud] if isinstance(uitkomst, list) else inhoud
        return uitkomst

    def registreer(self, waarde: Datalek) -> None:
        """A new leak, or what was found out since."""
        store, concept = self.omgeving.store, (self.code, str(self.onderwerp_id or ""))
        if self.lek is not None:
            update_lek(store, self.lek.id, waarde, concept=concept)
        else:
            inhoud = self._inhoud(self.formulier.lees())
            assert isinstance(inhoud, dict)  # noqa: S101 - judged just now
            self.omgeving.window.open(self.code, open_lek(store, waarde, inhoud, concept=concept))
        self.omgeving.window.meld("Datalek vastgelegd.")

    def _inhoud(self, invoer: Mapping[str, object]) -> dict[int, str] | list[Gebrek]:
        with self.omgeving.store.reader() as r:
            return beoordeel_inhoud(invoer, dossiernummers(r), self.omgeving.vandaag())

    def _sluit_af(self) -> None:
        """First record what was typed; then close, or say what is still missing."""
        if self.formulier.vuil:
            self.vastleggen()
            if self.formulier.vuil:
                return
        self.herlaad()  # what was recorded a moment ago
        if self.lek is None:
            return
        gebreken = mist_voor_sluiten(self.lek.inhoud)
        if gebreken:
            self.formulier.toon_gebreken(gebreken)
            return
        try:
            close_lek(self.omgeving.store, self.lek.id, op=self.omgeving.vandaag())
        except Storing as storing:
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return
        self.omgeving.window.meld(_GEDAAN)

    # ---- showing

    @property
    def _dicht(self) -> bool:
        return self.lek is not None and self.lek.gesloten_op is not None

    def _schik(self) -> None:
        lek = self.lek
        self.kaart.zet_titel(self.titel_nu())
        if lek is None:
            self.klokzin.setText(_NIEUW)
            theme.zet_eigenschap(self.klokzin, "rol", "stil")
        else:
            stand = klok(lek.inhoud, self.omgeving.nu())
            op = f"Afgesloten op {datum_lang(lek.gesloten_op)}. " if lek.gesloten_op else ""
            self.klokzin.setText(op + stand.zin)
            rol = "merk_fout" if stand.te_laat else "merk_let_op" if stand.loopt else "merk_goed"
            theme.zet_eigenschap(self.klokzin, "rol", rol)
        self.wat_erin.toon([(f"Dossier {d.nummer}", d.inhoud) for d in lek.dossiers] if lek else [])
        for veld, kop in (("dossiers", self.ui.dossiersLabel), ("inhoud", self.ui.inhoudLabel)):
            self.formulier.veld(veld).setVisible(lek is None)  # afterwards they stand above, by dossier
            kop.setVisible(lek is None)
        zet_alleen_lezen(self.formulier, self._dicht)
        self.vastlegknop.setVisible(not self._dicht)
        self.sluitknop.setVisible(lek is not None and not self._dicht)
        self.sluituitleg.setVisible(lek is not None and not self._dicht)
        nog = mist_voor_sluiten(lek.inhoud) if lek is not None else []
        self.sluituitleg.setText(" ".join([_NOG, *(punt.melding for punt in nog)]) if nog else _SLUIT)

    # ---- building

    def _bouw(self) -> None:
        kolom = maak_rolpagina(self)
        self.kaart = Kaart("Datalek")
        self.klokzin = label("")
        self.klokzin.setObjectName("klokzin")
        self.wat_erin = Feitenlijst()
        self.vorm = QtWidgets.QWidget()
        self.ui = Ui_Datalek()
        self.ui.setupUi(self.vorm)
        self.vastlegknop = knop("Datalek &vastleggen", self.vastleggen, rol="primair", naam="lek_vastleggen")
        self.sluitknop = knop("Datalek afsluite&n", self._sluit_af, icoon="check", naam="lek_afsluiten")
        naar = self.omgeving.window
        lijst = knop("Naar Wie heeft wat", lambda: naar.open("wie_heeft_wat"), rol="plat", icoon="arrow-left")
        self.sluituitleg = label(_SLUIT, "stil")
        for deel in (self.klokzin, self.wat_erin, self.vorm):
            self.kaart.inhoud.addWidget(deel)
        self.kaart.inhoud.addLayout(links(self.vastlegknop, self.sluitknop, lijst))
        self.kaart.inhoud.addWidget(self.sluituitleg)
        kolom.addWidget(self.kaart)
        kolom.addStretch(1)


def _velden(lek: Datalek) -> dict[str, object]:
    """The fields of the form: a moment stands in two."""
    velden = dict(velden_van(lek))
    for veld, dag, tijd in (
        ("ontdekt_op", "ontdekt_dag", "ontdekt_tijd"),
        ("gemeld_ap_op", "gemeld_ap_dag", "gemeld_ap_tijd"),
    ):
        waarde = velden.pop(veld)
        if waarde:
            moment = read_moment(str(waarde))
            velden |= {dag: moment.date(), tijd: moment.time()}
    return velden
