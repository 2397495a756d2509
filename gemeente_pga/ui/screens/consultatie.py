# SPDX-License-Identifier: EUPL-1.2
"""Consultatie zonder naam: record one, read it, correct it or put it with a dossier."""

from collections.abc import Mapping

from PySide6 import QtGui, QtWidgets

from gemeente_pga.domain.consultatie import Consultatie, beoordeel_consultatie
from gemeente_pga.domain.dossier import GESLOTEN
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.gevoelig import HINT_ELDERS
from gemeente_pga.domain.moment import moment_kort
from gemeente_pga.domain.staten import staten
from gemeente_pga.domain.tekst import check_code, datum_kort
from gemeente_pga.handelingen.consultatie import CONCEPT, correct_consultatie, register_consultatie
from gemeente_pga.store.queries.consultatie import Consultatieblad, consultatieblad
from gemeente_pga.store.queries.dossiers import dossierkop, lijst_dossiers
from gemeente_pga.store.queries.lekcontrole import herleidbaar
from gemeente_pga.ui.form import FormScherm, Formulier, nieuwe_sneltoets, vul_keuzes
from gemeente_pga.ui.forms.ui_consultatie import Ui_Consultatie
from gemeente_pga.ui.inzien import may_inzien
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.signaal_deel import keuzes, velden_van
from gemeente_pga.ui.widgets.formulierdeel import zet_alleen_lezen
from gemeente_pga.ui.widgets.groei import Groei
from gemeente_pga.ui.widgets.hint import attach_overal

_DOSSIER = "dossier:"
_OPEN = [(s, staat) for s in ("signaal", "casus") for staat in staten(s) if (s, staat) not in GESLOTEN]
_NIEUW = "Nog niet vastgelegd. Wat u typt, wordt meteen bewaard."
_HERSTELD = "Deze consultatie was nog niet vastgelegd. U kunt verder typen."
_WIJZIGT = "Wat er stond, verdwijnt. Het journaal houdt bij dat u dit wijzigde en waarom."


class ConsultatieScherm(FormScherm[Consultatie]):
    """onderwerp_id: the consultatie, None for a new one; then veld "dossier:<id>" says for which dossier."""

    code = "consultatie"
    titel = "Consultatie zonder naam"
    wegwijzersleutel = "consultatie"
    tabellen = frozenset({"consultatie"})

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.blad: Consultatieblad | None = None
        self._wijzigt = False
        self._voor: int | None = None
        self.ui = Ui_Consultatie()
        self.ui.setupUi(self)
        self.formulier = Formulier(self, omgeving)
        attach_overal(self.formulier, zin=HINT_ELDERS)
        for veld in (self.ui.gevraagdPlainTextEdit, self.ui.adviesPlainTextEdit):
            Groei(veld, 4)
        smal = QtWidgets.QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        for keuze in (self.ui.dossier_idComboBox, self.ui.redenComboBox):
            keuze.setSizeAdjustPolicy(smal)
        vul_keuzes(self.ui.redenComboBox, keuzes(omgeving.kader, "reden_correctie"))
        self.ui.vastleggenButton.clicked.connect(self.vastleggen)
        self.ui.wijzigButton.clicked.connect(self._wijzig)
        self.ui.nietButton.clicked.connect(self._toch_niet)
        self.ui.dossierButton.clicked.connect(self._naar_dossier)
        self.ui.lijstButton.clicked.connect(lambda: omgeving.window.open("consultaties"))
        self.vastleg_actie = nieuwe_sneltoets(QtGui.QAction("Consultatie &vastleggen", self), "Ctrl+Return")
        self.vastleg_actie.triggered.connect(self.vastleggen)
        self.addAction(self.vastleg_actie)

    # ---- the window

    @property
    def dossier_id(self) -> int | None:
        """The dossier it was put with."""
        return self.blad.inhoud.dossier_id if self.blad else None

    def titel_nu(self) -> str:
        """With its day."""
        return f"{self.titel} van {datum_kort(self.blad.inhoud.datum)}" if self.blad else self.titel

    def acties(self) -> list[QtGui.QAction]:
        """Recording, also from the menu, while something can be recorded."""
        return [] if self._leest else [self.vastleg_actie]

    def toon(self, onderwerp_id: int | None, veld: str = "") -> None:
        """With a dossier it is a part of that: looking is recorded."""
        self._voor = int(veld.removeprefix(_DOSSIER)) if veld.startswith(_DOSSIER) else None
        blad = self._lees(onderwerp_id)
        dossier_id = blad.inhoud.dossier_id if blad else None
        if (onderwerp_id is not None and blad is None) or (
            dossier_id is not None and not may_inzien(self, self.omgeving, dossier_id)
        ):
            self.omgeving.window.open("consultaties")
            return
        self.formulier.zet_concept((CONCEPT, "" if onderwerp_id is None else str(onderwerp_id)))
        self._wijzigt = blad is not None and bool(self.omgeving.store.concept(CONCEPT, str(onderwerp_id)))
        super().toon(onderwerp_id, "" if self._voor else veld)
        if self._voor and self._voor != self.ui.dossier_idComboBox.currentData():
            self.formulier.vul({"dossier_id": self._voor})
        if (self._voor or not veld) and not self._leest:
            self.ui.titelLineEdit.setFocus()
        if self._voor or not veld:
            self.ui.rol.verticalScrollBar().setValue(0)  # what may not be written stands on top

    def herlaad(self) -> None:
        """As it was recorded, or an empty form; what was being typed comes back."""
        if self.formulier.vuil:
            return
        self.blad = self._lees(self.onderwerp_id)
        self._vul_dossiers()
        self.formulier.wis()
        if self.blad is not None:
            self.formulier.vul({**velden_van(self.blad.inhoud), "dossier_id": self.dossier_id or ""})
        else:
            self.formulier.vul({"datum": self.omgeving.vandaag(), "dossier_id": self._voor or ""})
        if not self._leest and self.formulier.herstel_concept():
            self.omgeving.window.meld(_HERSTELD, "let_op")
        self._schik()

    # ---- recording

    def beoordeel(self, invoer: Mapping[str, object]) -> Consultatie | list[Gebrek]:
        """A Consultatie, or what is wrong with it: above all, a name."""
        dossier_id = invoer["dossier_id"]
        with self.omgeving.store.reader() as r:
            bekend = herleidbaar(r, dossier_id) if isinstance(dossier_id, int) else ()
        uitkomst = beoordeel_consultatie(invoer, self.omgeving.vandaag(), bekend=bekend)
        reden = self._reden(invoer)
        if not isinstance(reden, Gebrek):
            return uitkomst
        return [*uitkomst, reden] if isinstance(uitkomst, list) else [reden]

    def _reden(self, invoer: Mapping[str, object]) -> str | Gebrek:
        """Only a change needs one."""
        codes = self.omgeving.kader.codes("reden_correctie")
        naam = "Waarom u dit wijzigt"
        return check_code("reden", invoer["reden"], naam=naam, toegestaan=codes, verplicht=self._wijzigt)

    def registreer(self, waarde: Consultatie) -> None:
        """Record it, and back to where it was asked from."""
        store, window, vandaag = self.omgeving.store, self.omgeving.window, self.omgeving.vandaag()
        if self.blad is not None:
            reden = str(self.ui.redenComboBox.currentData())
            correct_consultatie(store, self.blad.id, waarde, reden=reden, vandaag=vandaag)
            self._wijzigt = False
            window.meld("Wijziging vastgelegd.")
            return
        register_consultatie(store, waarde, vandaag)
        if self._voor:
            window.terug()
        else:
            window.open("consultaties")
        window.meld("Consultatie zonder naam vastgelegd.")

    def _wijzig(self) -> None:
        self._wijzigt = True
        self._schik()
        self.formulier.focus("titel")

    def _toch_niet(self) -> None:
        self._wijzigt = False
        self.formulier.vergeet_concept()
        self.herlaad()
        self.ui.wijzigButton.setFocus()

    # ---- showing

    @property
    def _leest(self) -> bool:
        return self.blad is not None and not self._wijzigt

    def _schik(self) -> None:
        ui, blad = self.ui, self.blad
        zet_alleen_lezen(self.formulier, self._leest)
        ui.redenVak.setVisible(self._wijzigt)
        ui.wijzigButton.setVisible(self._leest)
        ui.nietButton.setVisible(self._wijzigt)
        ui.dossierButton.setVisible(self._leest and self.dossier_id is not None)
        ui.vastleggenButton.setVisible(not self._leest)
        ui.vastleggenButton.setText("Wijziging vastleggen" if self._wijzigt else "Consultatie vastleggen")
        gelezen = f"Vastgelegd op {moment_kort(blad.vastgelegd_op)}." if blad else _NIEUW
        ui.standLabel.setText(_WIJZIGT if self._wijzigt else gelezen)

    def _vul_dossiers(self) -> None:
        """Open dossiers by number, and the one it is with; never a name."""
        with self.omgeving.store.reader() as r:
            koppen = lijst_dossiers(r, standen=_OPEN)
            eigen = self.dossier_id or self._voor
            kop = dossierkop(r, eigen) if eigen and eigen not in {k.id for k in koppen} else None
        keuze = self.ui.dossier_idComboBox
        vul_keuzes(keuze, [(k.id, f"Dossier {k.nummer}") for k in ([kop] if kop else []) + koppen])
        keuze.setItemText(0, "Nee, dit staat los")

    def _naar_dossier(self) -> None:
        if self.dossier_id is not None:
            self.omgeving.window.open("dossier", self.dossier_id)

    def _lees(self, consultatie_id: int | None) -> Consultatieblad | None:
        if consultatie_id is None:
            return None
        with self.omgeving.store.reader() as r:
            return consultatieblad(r, consultatie_id)
