# SPDX-License-Identifier: EUPL-1.2
"""What became of the actions of last time: one key each, a word why, Enter, and on to the next."""

from datetime import date
from functools import partial

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.overleg import Voortgang, beoordeel_voortgang
from gemeente_pga.domain.stukken import actienummer
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.handelingen.overleg import record_voortgang
from gemeente_pga.store.queries.overleg import Actieregel
from gemeente_pga.ui.form import Formulier, vul_keuzes
from gemeente_pga.ui.forms.ui_overleg_voortgang import Ui_OverlegVoortgang
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.overleg_deel import CODE, Beeld, vul_formulier
from gemeente_pga.ui.widgets.invoer import Entertoets, Jaarvuller, Passend, Toetsen
from gemeente_pga.ui.widgets.lijst import Kolom

_TOETS = {"g": "gedaan", "l": "loopt", "v": "vervalt", "n": "niet_gedaan"}


class VoortgangRegels(QtWidgets.QWidget):
    """The open actions of earlier meetings, each with what became of it."""

    herlezen = QtCore.Signal()

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__()
        self.omgeving = omgeving
        self.beeld: Beeld | None = None
        self._actie_id: int | None = None
        self._bespreking_id: int | None = None
        self.setProperty("eigen_formulier", True)
        self.ui = Ui_OverlegVoortgang()
        self.ui.setupUi(self)
        self.formulier = Formulier(self, omgeving)
        standen = [c for c in omgeving.kader.codelijst("actiestatus") if c.code != "open"]
        vul_keuzes(self.ui.statusKeuzeGroep, standen)
        kader = omgeving.kader
        kolommen: list[Kolom[Actieregel]] = [
            Kolom("Wat", lambda a: f"{actienummer(a.overleg, a.volgnummer)}: {a.inhoud.wat}", rek=True),
            Kolom("Wie", lambda a: a.inhoud.wie),
            Kolom("Vóór", lambda a: datum_kort(a.inhoud.voor) if a.inhoud.voor else ""),
            Kolom(
                "Stand",
                lambda a: kader.label("actiestatus", a.voortgang.status) if a.voortgang else "nog invullen",
            ),
            Kolom("Toelichting", _toelichting, rek=True),
        ]
        self.ui.regelsLijst.stel_in(kolommen, sleutel=lambda a: a.id)
        self.ui.regelsLijst.gekozen.connect(self._kies)
        self.ui.regelsLijst.geopend.connect(lambda _: self.formulier.focus("toelichting"))
        self.passend = Passend(self.ui.regelsLijst)
        self.toetsen = Toetsen(
            self.ui.regelsLijst, {toets: partial(self._zet, code) for toets, code in _TOETS.items()}
        )
        self.enter = Entertoets([self.ui.toelichtingLineEdit, self.ui.gebeurd_opDatumEdit], self.vastleggen)
        self.jaar = Jaarvuller([self.ui.gebeurd_opDatumEdit], self._dag, terug=True)
        self.ui.vastleggenPushButton.clicked.connect(self.vastleggen)

    def toon(self, beeld: Beeld, rijen: tuple[Actieregel, ...]) -> None:
        """The actions that were open when this meeting began."""
        self.beeld = beeld
        if beeld.bespreking_id != self._bespreking_id:
            self._bespreking_id, self._actie_id = beeld.bespreking_id, None
        lijst = self.ui.regelsLijst
        lijst.toon(rijen)
        self.passend.pas_aan()
        mag = not beeld.vast and not beeld.voorbereiding
        self.ui.toetsenLabel.setVisible(mag)
        if self._regel() is None:
            open_ = next((a for a in rijen if a.voortgang is None), rijen[0] if rijen else None)
            self._actie_id = open_.id if open_ else None
            if open_ is not None:
                lijst.kies(open_.id)
        self.ui.invoerFrame.setVisible(mag and self._regel() is not None)
        self._toon_invoer()

    def vastleggen(self) -> None:
        """Record what became of this action and go on to the next that is open."""
        regel = self._regel()
        if regel is None or self.beeld is None or self.beeld.vast:
            return
        self.jaar.vul_aan()
        omgeving = self.omgeving
        uitkomst = self.formulier.beoordeel(
            lambda invoer: beoordeel_voortgang(invoer, omgeving.kader, omgeving.vandaag())
        )
        if uitkomst is None:
            return
        with self.formulier.wordt_vastgelegd():
            record_voortgang(
                omgeving.store,
                regel.id,
                uitkomst,
                bespreking_id=self._bespreking_id,
                concept=(CODE, self._sleutel()),
            )
        self.herlezen.emit()
        rijen = self.rijen()
        plek = [a.id for a in rijen].index(regel.id)
        volgende = next((a for a in [*rijen[plek + 1 :], *rijen[:plek]] if a.voortgang is None), None)
        if volgende is not None:
            self.ui.regelsLijst.kies(volgende.id)
        self.ui.regelsLijst.setFocus()

    def bewerk(self, actie_id: int, veld: str) -> None:
        """Show what became of this action, with the focus on this field of it."""
        self.ui.regelsLijst.kies(actie_id)
        if self.ui.invoerFrame.isHidden():
            self.ui.regelsLijst.setFocus()
        else:
            self.formulier.focus(veld)

    # ---- inside

    def rijen(self) -> list[Actieregel]:
        """All actions that are shown."""
        return [a for a in self.ui.regelsLijst.rijen() if isinstance(a, Actieregel)]

    def _regel(self) -> Actieregel | None:
        return next((a for a in self.rijen() if a.id == self._actie_id), None)

    def _kies(self, regel: Actieregel) -> None:
        if regel.id != self._actie_id:
            self._actie_id = regel.id
            self._toon_invoer()

    def _zet(self, code: str) -> None:
        if self.beeld is None or self.beeld.vast or self._regel() is None:
            return
        self.ui.statusKeuzeGroep.zet(code)
        self.formulier.focus("toelichting")

    def _toon_invoer(self) -> None:
        regel = self._regel()
        if regel is None:
            return
        self.ui.actieLabel.setText(f"{regel.inhoud.wat} ({regel.inhoud.wie})")
        vul_formulier(self.formulier, self._sleutel(), regel.voortgang or Voortgang("", "", None))

    def _sleutel(self) -> str:
        oid = self.beeld.kop.id if self.beeld else ""
        return f"{oid}:voortgang:{self._bespreking_id}:{self._actie_id}"

    def _dag(self) -> date | None:
        return self.beeld.kop.inhoud.datum if self.beeld else None


def _toelichting(a: Actieregel) -> str:
    if a.voortgang is None:
        return ""
    dag = datum_kort(a.voortgang.gebeurd_op) if a.voortgang.gebeurd_op else ""
    return ", ".join(deel for deel in (a.voortgang.toelichting, dag) if deel)
