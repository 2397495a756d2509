# SPDX-License-Identifier: EUPL-1.2
"""One casus in the meeting: actions of last time, inbreng, considerations, decisions, actions, informing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from PySide6 import QtGui, QtWidgets

from gemeente_pga.domain.beperking import DOSSIER_BEPERKT, NIET_BESPROKEN
from gemeente_pga.domain.informatie import InformatieItem
from gemeente_pga.domain.informeren import NOG_NIET
from gemeente_pga.domain.overleg import beoordeel_bespreking
from gemeente_pga.domain.tekst import datum_lang
from gemeente_pga.handelingen.overleg import record_bespreking
from gemeente_pga.store.queries.casus import casus as lees_casus
from gemeente_pga.store.queries.informatie import informatie_van_bespreking
from gemeente_pga.store.queries.inrichting import partijen
from gemeente_pga.store.queries.kader import kader_van_dossier
from gemeente_pga.store.queries.overleg import Agendapunt, acties, acties_vorige_keer, besluiten
from gemeente_pga.ui.form import Formulier, nieuwe_sneltoets, vul_keuzes
from gemeente_pga.ui.forms.ui_overleg_casus import Ui_OverlegCasus
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.overleg_deel import CODE, Beeld, Deel, toon_stand, vul_formulier
from gemeente_pga.ui.screens.overleg_inbreng import InbrengRegels
from gemeente_pga.ui.screens.overleg_regels import ActieRegels, BesluitRegels, Regels
from gemeente_pga.ui.screens.overleg_voortgang import VoortgangRegels
from gemeente_pga.ui.screens.rechten_informeertermijn import toon_informeertermijn
from gemeente_pga.ui.widgets.formulierdeel import zet_alleen_lezen
from gemeente_pga.ui.widgets.hint import attach_overal
from gemeente_pga.ui.widgets.inbeeld import breng_in_beeld
from gemeente_pga.ui.widgets.invoer import Groeiend, Jaarvuller

_AANWEZIG = "aanwezig"


class CasusDeel(Deel):
    """Everything about one casus, in the order in which a meeting goes."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.ui = Ui_OverlegCasus()
        self.ui.setupUi(self.inhoud)
        self.plaats(self.ui.layout)
        self.voortgang = VoortgangRegels(omgeving)
        self.inbreng = InbrengRegels(omgeving)
        self.besluiten = BesluitRegels(omgeving)
        self.actieregels = ActieRegels(omgeving)
        self.ui.vorigeLayout.addWidget(self.voortgang)
        self.ui.inbrengLayout.addWidget(self.inbreng)
        self.ui.besluitenLayout.addWidget(self.besluiten)
        self.ui.actiesLayout.addWidget(self.actieregels)
        for rijen in (self.voortgang, self.besluiten, self.actieregels):
            rijen.herlezen.connect(self.herlezen)
        self.formulier = Formulier(self.inhoud, omgeving)
        attach_overal(self.formulier)
        self.groei = [
            Groeiend(self.ui.overwegingenPlainTextEdit, regels=5, hoogstens=24),
            Groeiend(self.ui.minderheidsstandpuntPlainTextEdit, regels=2, hoogstens=10),
            Groeiend(self.ui.informeren_redenPlainTextEdit, regels=2, hoogstens=10),
        ]
        vul_keuzes(self.ui.informerenKeuzeGroep, omgeving.kader.codelijst("informeren"))
        gronden = omgeving.kader.codelijst("reden_uitstel_informeren")
        vul_keuzes(self.ui.informeren_grondslagComboBox, gronden)
        self.ui.informerenKeuzeGroep.gewijzigd.connect(self._toon_grond)
        self.formulier.gewijzigd.connect(lambda: toon_stand(self.formulier, self.ui.standLabel))
        self.jaar = Jaarvuller(
            [self.ui.informeren_opnieuw_opDatumEdit, self.ui.volgende_herbeoordelingDatumEdit],
            lambda: self.beeld.kop.inhoud.datum if self.beeld else None,
        )
        self.ui.vastleggenPushButton.clicked.connect(self.vastleggen)
        self.ui.dossierPushButton.clicked.connect(self._open_dossier)
        self.besluit_actie = nieuwe_sneltoets(QtGui.QAction("Regel wordt &besluit", self), "Ctrl+B")
        self.besluit_actie.triggered.connect(lambda: self._neem_over("besluit"))
        self.actie_actie = nieuwe_sneltoets(QtGui.QAction("Regel wordt &actie", self), "Ctrl+Shift+A")
        self.actie_actie.triggered.connect(lambda: self._neem_over("actie"))
        self.inbreng_actie = nieuwe_sneltoets(QtGui.QAction("Inbreng &toevoegen", self), "Ctrl+I")
        self.inbreng_actie.triggered.connect(lambda: self.ga_naar("inbreng"))
        self.addActions(self.acties())

    def acties(self) -> list[QtGui.QAction]:
        """From the line that is being typed to a decision or an action; and what somebody brings in."""
        return [self.inbreng_actie, self.besluit_actie, self.actie_actie]

    @property
    def dossier_id(self) -> int | None:
        """The dossier of the casus that is shown."""
        return self.beeld.punt.dossier_id if self.beeld and self.beeld.punt else None

    # ---- showing

    def vul(self, beeld: Beeld) -> None:
        """The casus of beeld.bespreking_id."""
        punt = beeld.punt
        if punt is None:
            return
        self.beeld = beeld = replace(beeld, beperkt=punt.beperkt)
        with self.omgeving.store.reader() as r:
            vorige = acties_vorige_keer(r, punt.id)
            genomen, gemaakt = besluiten(r, punt.id), acties(r, punt.id)
            items: Sequence[InformatieItem] = informatie_van_bespreking(r, punt.id)
            partners = partijen(r, ook_gestopte=True)
            casus = lees_casus(r, punt.casus_id)
            kader = kader_van_dossier(r, punt.dossier_id)
            toon_informeertermijn(self.ui.termijnLabel, r, punt.dossier_id, kader, self.omgeving)
        self.ui.casusLabel.setText(f"Casus {punt.casusnummer}")
        self.ui.aanTafelLabel.setText(_aan_tafel(beeld, punt))
        self._toon_merk(beeld, casus.gesloten_op if casus and not beeld.vast else None)
        vul_formulier(self.formulier, f"{beeld.kop.id}:bespreking:{punt.id}", punt.inhoud)
        self.voortgang.toon(beeld, vorige)
        self.inbreng.toon(beeld, punt, items, partners)
        self.besluiten.toon(beeld, genomen)
        self.actieregels.toon(beeld, gemaakt)
        self._schik(beeld, bool(vorige))
        self._toon_grond()
        zet_alleen_lezen(self.formulier, beeld.vast)
        toon_stand(self.formulier, self.ui.standLabel)

    def _toon_grond(self) -> None:
        """A ground is asked only for not telling yet."""
        wacht = self.ui.informerenKeuzeGroep.waarde() in NOG_NIET
        self.formulier.veld("informeren_grondslag").setVisible(wacht)
        self.ui.informeren_grondslagLabel.setVisible(wacht)

    def _toon_merk(self, beeld: Beeld, gesloten_op: date | None) -> None:
        """That nothing is recorded about this casus now, or that it changes nothing any more."""
        beperkt = beeld.beperkt and not beeld.dicht
        self.ui.geslotenLabel.setVisible(beperkt or gesloten_op is not None)
        if beperkt:
            self.ui.geslotenLabel.setText(_beperkt(beeld))
        elif gesloten_op is not None:
            self.ui.geslotenLabel.setText(_gesloten(gesloten_op))

    def _schik(self, beeld: Beeld, vorige: bool) -> None:
        """Only what belongs to this stage: the agenda first, everything later; of the ZVH the outcome."""
        ui, na = self.ui, not beeld.voorbereiding
        ui.vorigeKaart.setVisible(vorige)
        ui.doelKaart.setVisible(not beeld.zvh or beeld.voorbereiding)
        ui.inbrengKaart.setVisible(na and not beeld.zvh)
        ui.overwegingenKaart.setVisible(na and not beeld.zvh)
        for kaart in (ui.besluitenKaart, ui.actiesKaart, ui.informerenKaart):
            kaart.setVisible(na)
        ui.vastleggenPushButton.setVisible(not beeld.vast)
        ui.vastleggenPushButton.setText("Bespreking vast&leggen" if na else "Doel vast&leggen")

    # ---- recording

    def vastleggen(self) -> None:
        """Record the row that is being typed; else purpose, considerations, informing and next review."""
        if self.beeld is None or self._regel_vastgelegd():
            return
        if self.beeld.punt is None or self.beeld.vast:
            return
        self.jaar.vul_aan()
        omgeving, punt, op = self.omgeving, self.beeld.punt, self.beeld.kop.inhoud.datum
        uitkomst = self.formulier.beoordeel(
            lambda invoer: beoordeel_bespreking(invoer, omgeving.kader, omgeving.vandaag(), op=op)
        )
        if uitkomst is None:
            return
        concept = (CODE, f"{self.beeld.kop.id}:bespreking:{punt.id}")
        with self.formulier.wordt_vastgelegd():
            record_bespreking(omgeving.store, punt.id, uitkomst, concept=concept)
        toon_stand(self.formulier, self.ui.standLabel)
        wat = "Doel van" if self.beeld.voorbereiding else "Bespreking van"
        omgeving.window.meld(f"{wat} casus {punt.casusnummer} vastgelegd.")

    def _regel_vastgelegd(self) -> bool:
        """True when the focus is in a row or item with something typed in it: that is what is meant."""
        focus = QtWidgets.QApplication.focusWidget()
        for paneel, formulier in (
            (self.voortgang, self.voortgang.formulier),
            (self.inbreng, self.inbreng.editor.formulier),
            (self.besluiten, self.besluiten.formulier),
            (self.actieregels, self.actieregels.formulier),
        ):
            if focus is not None and paneel.isAncestorOf(focus) and formulier.vuil:
                paneel.vastleggen()
                return True
        return False

    def _neem_over(self, soort: Literal["besluit", "actie"]) -> None:
        """The line at the cursor (or the marked text) leaves the notes and becomes a row."""
        veld = self.ui.overwegingenPlainTextEdit
        doel = self.besluiten if soort == "besluit" else self.actieregels
        if self.beeld is None or self.beeld.vast or self.beeld.voorbereiding:
            return
        if not veld.hasFocus():
            doel.formulier.focus(doel.eerste_veld)
            return
        cursor = veld.textCursor()
        if not cursor.hasSelection():
            cursor.select(QtGui.QTextCursor.SelectionType.LineUnderCursor)
            cursor.select(QtGui.QTextCursor.SelectionType.BlockUnderCursor)
        tekst = cursor.selectedText().replace("\u2029", "\n").strip()
        if not tekst:
            doel.formulier.focus(doel.eerste_veld)  # an empty line: a new row
            return
        if doel.neem_over(tekst):
            cursor.removeSelectedText()
            self.formulier.bewaar_concept()
            if not doel.formulier.vuil:
                veld.setFocus()

    def _open_dossier(self) -> None:
        if self.dossier_id is not None:
            self.omgeving.window.open("dossier", self.dossier_id)

    # ---- being sent here

    def begin(self) -> QtWidgets.QWidget | None:
        """The actions of last time, then the notes."""
        if self.beeld is None or self.beeld.voorbereiding or self.beeld.vast:
            return self.ui.doelLineEdit
        if any(a.voortgang is None for a in self.voortgang.rijen()):
            return self.voortgang.ui.regelsLijst
        return self.besluiten.ui.tekstPlainTextEdit if self.beeld.zvh else self.ui.overwegingenPlainTextEdit

    def ga_naar(self, veld: str) -> bool:
        """A field of the casus, one of its lists, or the field of a row ("besluit:12.tekst")."""
        soort, rijteken, rest = veld.partition(":")
        if rijteken:
            rij, _, eigen = rest.partition(".")
            rijen: dict[str, Regels | VoortgangRegels | InbrengRegels] = {
                "besluit": self.besluiten,
                "actie": self.actieregels,
                "voortgang": self.voortgang,
                "inbreng": self.inbreng,
            }
            rijen[soort].bewerk(int(rij), eigen)
            return True
        delen: dict[str, QtWidgets.QWidget] = {
            "acties_vorige_keer": self.voortgang.ui.regelsLijst,
            "voortgang": self.voortgang.ui.regelsLijst,
            "inbreng": self.inbreng.editor.ui.partij_idComboBox,
            "besluiten": self.besluiten.ui.tekstPlainTextEdit,
            "besluit": self.besluiten.ui.tekstPlainTextEdit,
            "acties": self.actieregels.ui.watLineEdit,
            "actie": self.actieregels.ui.watLineEdit,
        }
        doel = delen.get(veld)
        if veld == "inbreng" and (self.beeld is None or self.beeld.voorbereiding or self.beeld.beperkt):
            return False
        if doel is None:
            return super().ga_naar(veld)
        if veld == "inbreng":
            self.inbreng.open_editor()
        doel.setFocus()
        breng_in_beeld(doel)
        return True


def _beperkt(beeld: Beeld) -> str:
    if beeld.voorbereiding:
        return f"{DOSSIER_BEPERKT} Haal deze casus van de agenda, dan kan het overleg beginnen."
    return f"{NIET_BESPROKEN} Zo komt het ook in het verslag. De andere casussen kunt u gewoon afmaken."


def _gesloten(gesloten_op: date) -> str:
    return (
        f"Deze casus is gesloten per {datum_lang(gesloten_op)}. Wat u hier vastlegt, komt in het verslag. "
        "Het verandert niets meer aan de casus."
    )


def _aan_tafel(beeld: Beeld, punt: Agendapunt) -> str:
    erbij = [t for t in beeld.tafel if punt.id in t.bespreking_ids]
    wie = [t for t in erbij if t.inhoud.aanwezig == _AANWEZIG] if not beeld.voorbereiding else erbij
    if not wie:
        return "Nog niet bekend wie hierbij aan tafel zat."
    namen = ", ".join(f"{t.inhoud.naam} ({t.partij})" for t in wie)
    return f"{'Uitgenodigd' if beeld.voorbereiding else 'Aan tafel'}: {namen}"
