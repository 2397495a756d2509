# SPDX-License-Identifier: EUPL-1.2
"""Ter reactie: the concept goes round, and what each participant says of it."""

from functools import partial

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.overleg import CONCEPT, TER_REACTIE, Reactie, beoordeel_reactie
from gemeente_pga.domain.tekst import Invoer, datum_kort, datum_lang
from gemeente_pga.handelingen.overleg import put_ter_reactie, record_reactie, record_stilte, take_back
from gemeente_pga.store.queries.overleg import Tafelgenoot
from gemeente_pga.ui.form import Formulier, vul_keuzes
from gemeente_pga.ui.forms.ui_overleg_ronde import Ui_OverlegRonde
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.overleg_deel import CODE, Beeld, vul_formulier
from gemeente_pga.ui.widgets.indeling import maak_leeg
from gemeente_pga.ui.widgets.invoer import Entertoets, Groeiend, Jaarvuller, Passend, Toetsen
from gemeente_pga.ui.widgets.lijst import Kolom

_TOETS = {"k": "akkoord", "w": "wijziging", "r": "geen_reactie"}
_LEEG = Reactie("", "", None, "")


class Ronde(QtWidgets.QWidget):
    """Before: by when. During: one row per participant, one key each."""

    herlezen = QtCore.Signal()
    concept_gevraagd = QtCore.Signal(str)
    """Casus number of which the concept minutes are wanted on paper."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__()
        self.omgeving = omgeving
        self.beeld: Beeld | None = None
        self._deelnemer_id: int | None = None
        self.ui = Ui_OverlegRonde()
        self.ui.setupUi(self)
        self.setProperty("eigen_formulier", True)
        self.ui.invoerFrame.setProperty("eigen_formulier", True)
        self.begin = Formulier(self.ui.beginFrame, omgeving)
        self.formulier = Formulier(self.ui.invoerFrame, omgeving)
        kader = omgeving.kader
        vul_keuzes(self.ui.reactieKeuzeGroep, kader.codelijst("reactie"))
        kolommen: list[Kolom[Tafelgenoot]] = [
            Kolom("Naam", lambda t: t.inhoud.naam, rek=True),
            Kolom("Organisatie", lambda t: t.partij),
            Kolom(
                "Reactie",
                lambda t: kader.label("reactie", t.reactie.reactie) if t.reactie.reactie else "nog geen",
            ),
            Kolom("Wijziging", lambda t: " ".join(t.reactie.reactie_tekst.split()), rek=True),
            Kolom("Op", lambda t: datum_kort(t.reactie.reactie_op) if t.reactie.reactie_op else ""),
        ]
        self.ui.reactiesLijst.stel_in(kolommen, sleutel=lambda t: t.id)
        self.ui.reactiesLijst.gekozen.connect(self._kies)
        self.ui.reactiesLijst.geopend.connect(lambda _: self.formulier.focus("reactie"))
        self.passend = Passend(self.ui.reactiesLijst)
        self.groei = Groeiend(self.ui.reactie_tekstPlainTextEdit, regels=2, hoogstens=10)
        self.toetsen = Toetsen(
            self.ui.reactiesLijst, {toets: partial(self._zet, code) for toets, code in _TOETS.items()}
        )
        velden: list[QtWidgets.QWidget] = [
            self.ui.reactie_tekstPlainTextEdit,
            self.ui.reactie_opDatumEdit,
            self.ui.reactie_kanaalLineEdit,
        ]
        self.enter = Entertoets(velden, self.vastleggen)
        self.jaar = Jaarvuller([self.ui.reageren_voorDatumEdit], omgeving.vandaag)
        self.jaar_op = Jaarvuller([self.ui.reactie_opDatumEdit], omgeving.vandaag, terug=True)
        self.ui.terReactiePushButton.clicked.connect(self._ter_reactie)
        self.ui.vastleggenPushButton.clicked.connect(self.vastleggen)
        self.ui.stiltePushButton.clicked.connect(self._stilte)
        self.ui.terugPushButton.clicked.connect(self._terug)

    # ---- showing

    def toon(self, beeld: Beeld) -> None:
        """Before, during or after the round."""
        self.beeld = beeld
        bezig = beeld.kop.status == TER_REACTIE
        self.ui.beginFrame.setVisible(beeld.kop.status == CONCEPT)
        self.ui.reactieFrame.setVisible(bezig)
        if beeld.kop.status == CONCEPT:
            vul_formulier(
                self.begin, f"{beeld.kop.id}:reageren_voor", {"reageren_voor": beeld.kop.reageren_voor}
            )
        if not bezig:
            return
        voor = beeld.kop.reageren_voor
        sinds = datum_lang(beeld.kop.ter_reactie_op) if beeld.kop.ter_reactie_op else ""
        self.ui.rondeLabel.setText(
            f"Ter reactie sinds {sinds}" + (f", reageren uiterlijk {datum_lang(voor)}." if voor else ".")
        )
        self._toon_concepten(beeld)
        self.ui.reactiesLijst.toon(beeld.tafel)
        if self._wie() is None:
            open_ = next((t for t in beeld.tafel if not t.reactie.reactie), None)
            self._deelnemer_id = open_.id if open_ else None
            self.ui.reactiesLijst.kies(self._deelnemer_id)
        self.ui.invoerFrame.setVisible(self._wie() is not None)
        self.ui.stiltePushButton.setVisible(any(not t.reactie.reactie for t in beeld.tafel))
        self.passend.pas_aan()
        self._toon_invoer()

    def _toon_concepten(self, beeld: Beeld) -> None:
        maak_leeg(self.ui.conceptLayout)
        for punt in (p for p in beeld.punten if not p.beperkt):
            knop = QtWidgets.QPushButton(f"Conceptverslag van casus {punt.casusnummer} als PDF", self)
            knop.setProperty("icoon", "file-text")
            knop.clicked.connect(partial(self.concept_gevraagd.emit, punt.casusnummer))
            self.ui.conceptLayout.addWidget(knop, 0, QtCore.Qt.AlignmentFlag.AlignLeft)

    # ---- the acts

    def _ter_reactie(self) -> None:
        if self.beeld is None:
            return
        self.jaar.vul_aan()
        lees = Invoer(self.begin.lees(), self.omgeving.vandaag())
        voor = lees.datum("reageren_voor", "Reageren uiterlijk", verplicht=True, toekomst=True)
        if voor is not None and voor < self.omgeving.vandaag():
            lees.gebreken.append(Gebrek("reageren_voor", "Reageren uiterlijk: deze dag is al voorbij."))
        if lees.gebreken or voor is None:
            self.begin.toon_gebreken(lees.gebreken)
            return
        with self.begin.wordt_vastgelegd():
            put_ter_reactie(
                self.omgeving.store, self.beeld.kop.id, op=self.omgeving.vandaag(), reageren_voor=voor
            )
        self.omgeving.store.discard_concept(CODE, f"{self.beeld.kop.id}:reageren_voor")
        self.omgeving.window.meld("Het verslag ligt ter reactie. Leg hier vast wat ieder ervan zegt.")

    def ga_verder(self) -> None:
        """The next thing here: put it round, or record the reaction that was typed."""
        if self.beeld is not None and self.beeld.kop.status == CONCEPT:
            self._ter_reactie()
        else:
            self.vastleggen()

    def bewerk(self, deelnemer_id: int, veld: str) -> None:
        """Show the reaction of this participant, with the focus on this field of it."""
        self.ui.reactiesLijst.kies(deelnemer_id)
        self.formulier.focus(veld)

    def vastleggen(self) -> None:
        """Record the reaction of the chosen participant, and go on to the next."""
        wie = self._wie()
        if wie is None or self.beeld is None or self.beeld.kop.status != TER_REACTIE:
            return
        self.jaar_op.vul_aan()
        omgeving, overleg = self.omgeving, self.beeld.kop.inhoud
        uitkomst = self.formulier.beoordeel(
            lambda invoer: beoordeel_reactie(invoer, omgeving.kader, omgeving.vandaag(), op=overleg.datum)
        )
        if uitkomst is None:
            return
        with self.formulier.wordt_vastgelegd():
            record_reactie(
                omgeving.store, self.beeld.kop.id, wie.id, uitkomst, concept=(CODE, self._sleutel())
            )
        self.herlezen.emit()
        volgende = next((t for t in self.beeld.tafel if not t.reactie.reactie and t.id != wie.id), None)
        if volgende is not None:
            self.ui.reactiesLijst.kies(volgende.id)
        self.ui.reactiesLijst.setFocus()

    def _stilte(self) -> None:
        if self.beeld is not None:
            aantal = record_stilte(self.omgeving.store, self.beeld.kop.id, op=self.omgeving.vandaag())
            wie = "1 deelnemer" if aantal == 1 else f"{aantal} deelnemers"
            self.omgeving.window.meld(f"Bij {wie} is vastgelegd: geen reactie.")

    def _terug(self) -> None:
        if self.beeld is not None:
            take_back(self.omgeving.store, self.beeld.kop.id)
            self.omgeving.window.meld("Het verslag is weer een concept. De reacties blijven bewaard.")

    # ---- inside

    def _wie(self) -> Tafelgenoot | None:
        tafel = self.beeld.tafel if self.beeld else ()
        return next((t for t in tafel if t.id == self._deelnemer_id), None)

    def _kies(self, wie: Tafelgenoot) -> None:
        if wie.id != self._deelnemer_id:
            self._deelnemer_id = wie.id
            self._toon_invoer()

    def _zet(self, code: str) -> None:
        if self._wie() is None:
            return
        self.ui.reactieKeuzeGroep.zet(code)
        if not self.ui.reactie_opDatumEdit.text():
            self.ui.reactie_opDatumEdit.zet(self.omgeving.vandaag())
        self.formulier.focus("reactie_tekst" if code == "wijziging" else "reactie_kanaal")

    def _toon_invoer(self) -> None:
        wie = self._wie()
        if wie is None:
            return
        self.ui.wieLabel.setText(f"{wie.inhoud.naam} ({wie.partij})")
        vul_formulier(self.formulier, self._sleutel(), wie.reactie or _LEEG)

    def _sleutel(self) -> str:
        return f"{self.beeld.kop.id if self.beeld else ''}:reacties:{self._deelnemer_id}"
