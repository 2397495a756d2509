# SPDX-License-Identifier: EUPL-1.2
"""Part of the weging: when, where, which signals, and who is at the table."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import cast

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.moment import moment_kort, read_moment
from gemeente_pga.domain.weegregels import bron_weegt_mee
from gemeente_pga.domain.weging import GEWOON, Tafel, Tafelpartij, beoordeel_tafel, beoordeel_tafelpartij
from gemeente_pga.handelingen.weging import record_tafel
from gemeente_pga.store.queries.weging import Weegsignaal
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import Formulier, vul_keuzes
from gemeente_pga.ui.forms.ui_weging_partij import Ui_WegingPartij
from gemeente_pga.ui.forms.ui_weging_tafel import Ui_WegingTafel
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.weging_deel import Deel, Weegblad
from gemeente_pga.ui.widgets.formulierdeel import Vinkjes, vul_eens

AANWEZIGHEID = ("aanwezig", "naam", "functie", "mandaat")


class Partijrij(QtWidgets.QWidget):
    """One party: present or not, who, and on what ground that person may decide."""

    weg = QtCore.Signal(object)

    def __init__(self, omgeving: Omgeving, blad: Weegblad, partij_id: int, *, kern: bool) -> None:
        super().__init__()
        self.partij_id = partij_id
        self.setProperty("eigen_formulier", True)
        self.ui = Ui_WegingPartij()
        self.ui.setupUi(self)
        self.ui.partijLabel.setText(blad.partijnaam(partij_id))
        vul_eens(self.ui.aanwezigKeuzeGroep, blad.kader.codelijst("weging_aanwezigheid"))
        self.ui.aanwezigKeuzeGroep.setAccessibleName(f"Weegt {blad.partijnaam(partij_id)} mee?")
        self.ui.weghalenButton.setVisible(not kern)
        self.ui.weghalenButton.clicked.connect(lambda: self.weg.emit(self.partij_id))
        self.formulier = Formulier(self, omgeving)


class Tafeldeel(Deel):
    """Who weighs."""

    wegwijzersleutel = "weging_tafel"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.ui = Ui_WegingTafel()
        self.ui.setupUi(self)
        self.signalen = Vinkjes(self.ui.signalenVak, self.ui.signaal_idsLineEdit, kolom=True)
        self.formulier = Formulier(self, omgeving)
        self.rijen: dict[int, Partijrij] = {}
        self._indeling = cast("QtWidgets.QVBoxLayout", self.ui.partijenVak.layout())
        self._erbij: list[int] = []
        self.ui.erbijButton.clicked.connect(self._voeg_toe)
        self.ui.soortKeuzeGroep.gewijzigd.connect(self._volg)
        self.ui.signaal_idsLineEdit.textChanged.connect(self._volg)
        self.maak_snel(self.ui.vastleggenButton)

    def formulieren(self) -> Sequence[Formulier]:
        """The head and one form for each party."""
        return (self.formulier, *(rij.formulier for rij in self.rijen.values()))

    def formulieren_bij(self, rij_id: int) -> Sequence[Formulier]:
        """The form of this party."""
        return (self.rijen[rij_id].formulier,) if rij_id in self.rijen else self.formulieren()

    def eerste_veld(self) -> None:
        """The date when nothing was answered yet, or everything; else the first party without an answer."""
        leeg = [rij for rij in self.rijen.values() if not rij.ui.aanwezigKeuzeGroep.waarde()]
        if leeg and len(leeg) < len(self.rijen):
            leeg[0].formulier.focus("aanwezig")
        else:
            self.formulier.focus("datum")

    def toon(self, blad: Weegblad) -> None:
        """Fill head, signals and rows."""
        if self.blad is not None and self.blad.weging.id != blad.weging.id:
            self._erbij = []
        super().toon(blad)
        kader, weging = blad.kader, blad.weging
        vul_eens(self.ui.soortKeuzeGroep, kader.codelijst("wegingsoort"))
        vul_eens(self.ui.onvolledig_redenComboBox, kader.codelijst("reden_onvolledige_weegploeg"))
        self.signalen.toon([(s.id, _signaalzin(s, blad)) for s in blad.signalen])
        signalen = ",".join(str(id_) for id_ in weging.signaal_ids)
        self.vul(self.formulier, asdict(weging.tafel) | {"signaal_ids": signalen}, self.concept("tafel"))
        self._toon_rijen(blad)
        self.zet_leesbaar([self.ui.vastleggenButton, self.ui.erbijVak, self.ui.erbijButton])
        self.signalen.zet_alleen_lezen(blad.alleen_lezen)
        self._volg()

    def vastleggen(self) -> None:
        """One act for the head, the signals and all rows."""
        if self.blad is None:
            return
        vandaag, kader = self.omgeving.vandaag(), self.blad.kader
        gekozen = set(self.signalen.ids())
        dagen = [read_moment(s.ontvangen_op).date() for s in self.blad.signalen if s.id in gekozen]
        tafel = beoordeel_tafel(self.formulier.lees(), kader, vandaag, ontvangen=max(dagen, default=None))
        partijen = [
            beoordeel_tafelpartij(self._invoer(rij), kader, vandaag)
            for rij in self.rijen.values()
            if rij.ui.aanwezigKeuzeGroep.waarde() or self._is_begonnen(rij)
        ]
        goed = self._toon_gebreken(tafel, partijen)
        if not goed or isinstance(tafel, list):
            return
        concepten = [self.concept("tafel"), *(self.concept("tafel", id_) for id_ in self.rijen)]
        record_tafel(
            self.omgeving.store,
            self.blad.weging.id,
            tafel,
            self._met_wie_nog_leeg_is([p for p in partijen if isinstance(p, Tafelpartij)]),
            signaal_ids=self.signalen.ids(),
            concepten=concepten,
        )
        for formulier in self.formulieren():
            formulier.klaar()
        wie = any(isinstance(p, Tafelpartij) and p.aanwezig for p in partijen)
        self.klaar.emit("Aanwezigheid vastgelegd." if wie else "Gegevens van de weging vastgelegd.")

    # ---- rows

    def _toon_rijen(self, blad: Weegblad) -> None:
        kern = [id_ for id_, _ in blad.rond.kernpartijen]
        bekend = {p.partij_id: p for p in blad.weging.partijen}
        nodig = [*kern, *(id_ for id_ in bekend if id_ not in kern)]
        nodig += [id_ for id_ in self._erbij if id_ not in nodig]
        if list(self.rijen) != nodig or any(rij.ui.partijLabel.text() == "" for rij in self.rijen.values()):
            self._maak_rijen(blad, nodig, kern)
        for partij_id, rij in self.rijen.items():
            partij = bekend.get(partij_id)
            waarden = {veld: getattr(partij, veld) for veld in AANWEZIGHEID} if partij else {}
            self.vul(rij.formulier, waarden, self.concept("tafel", partij_id))
        overig = [(r.id, r.partij.naam) for r in blad.partijen if r.id not in nodig]
        vul_keuzes(self.ui.erbijKeuze, overig)

    def _maak_rijen(self, blad: Weegblad, nodig: Sequence[int], kern: Sequence[int]) -> None:
        indeling = self._indeling
        for oud in self.rijen.values():
            oud.formulier.bewaar_concept()
            indeling.removeWidget(oud)
            oud.deleteLater()
        self.rijen = {}
        for partij_id in nodig:
            rij = Partijrij(self.omgeving, blad, partij_id, kern=partij_id in kern)
            rij.ui.aanwezigKeuzeGroep.gewijzigd.connect(self._volg)
            rij.ui.naamLineEdit.textChanged.connect(self._volg)
            rij.weg.connect(self._haal_weg)
            indeling.addWidget(rij)
            self.rijen[partij_id] = rij
        theme.zet_iconen(self.ui.partijenVak)

    def _voeg_toe(self) -> None:
        partij_id = self.ui.erbijKeuze.currentData()
        if isinstance(partij_id, int) and self.blad is not None:
            self._erbij.append(partij_id)
            self._toon_rijen(self.blad)
            self.rijen[partij_id].formulier.focus("aanwezig")

    def _haal_weg(self, partij_id: int) -> None:
        """Only from the screen: it is recorded with the rest. A row in the kluis goes with that act."""
        rij = self.rijen.pop(partij_id, None)
        if rij is None:
            return
        self._erbij = [id_ for id_ in self._erbij if id_ != partij_id]
        rij.formulier.klaar()
        self.omgeving.store.discard_concept(*self.concept("tafel", partij_id))
        self._indeling.removeWidget(rij)
        rij.deleteLater()
        if self.blad is not None and any(p.partij_id == partij_id for p in self.blad.weging.partijen):
            self.omgeving.window.meld("Deze partij gaat eraf zodra u de aanwezigheid vastlegt.", "let_op")

    def _invoer(self, rij: Partijrij) -> dict[str, object]:
        """What stands in the row, with the stance that was recorded elsewhere."""
        eerder = self._eerder(rij.partij_id)
        basis: dict[str, object] = {"partij_id": rij.partij_id}
        return basis | (asdict(eerder) if eerder else {}) | rij.formulier.lees()

    def _eerder(self, partij_id: int) -> Tafelpartij | None:
        rijen = self.blad.weging.partijen if self.blad else ()
        return next((p for p in rijen if p.partij_id == partij_id), None)

    def _is_begonnen(self, rij: Partijrij) -> bool:
        """Something was typed in a row without saying whether this party weighs: then that is asked."""
        return rij.formulier.vuil or rij.partij_id in self._erbij

    def _met_wie_nog_leeg_is(self, partijen: list[Tafelpartij]) -> list[Tafelpartij]:
        """A core party of which nothing is known yet stays in the weging."""
        gegeven = {p.partij_id for p in partijen}
        leeg = [self._eerder(id_) for id_ in self.rijen if id_ not in gegeven]
        return partijen + [p for p in leeg if p is not None]

    def _toon_gebreken(
        self, tafel: Tafel | list[Gebrek], partijen: Sequence[Tafelpartij | list[Gebrek]]
    ) -> bool:
        for formulier in self.formulieren():
            formulier.wis_gebreken()
        goed = True
        rijen = [r for r in self.rijen.values() if r.ui.aanwezigKeuzeGroep.waarde() or self._is_begonnen(r)]
        for rij, uitkomst in reversed(list(zip(rijen, partijen, strict=True))):
            if isinstance(uitkomst, list):
                rij.formulier.toon_gebreken(uitkomst)
                goed = False
        if isinstance(tafel, list):
            self.formulier.toon_gebreken(tafel)
            goed = False
        return goed

    # ---- what the screen says along

    def _volg(self) -> None:
        """Show what this answer asks for: a reason, a follow-up date, how the source was dealt with."""
        if self.blad is None:
            return
        soort = self.ui.soortKeuzeGroep.waarde()
        self.ui.soort_redenVak.setVisible(soort not in ("", GEWOON))
        nu = [self._nu(rij) for rij in self.rijen.values()]
        kern = {id_ for id_, _ in self.blad.rond.kernpartijen}
        weg = any(p.aanwezig == "nee" for p in nu if p.partij_id in kern)
        self.ui.onvolledigKaart.setVisible(weg)
        gekozen = set(self.signalen.ids())
        bronnen = [s.herkomst for s in self.blad.signalen if s.id in gekozen]
        mee = bron_weegt_mee(bronnen, nu)
        self.ui.bronKaart.setVisible(bool(mee))
        namen = " en ".join(sorted(self.blad.partijnaam(id_) for id_ in mee))
        self.ui.bronLabel.setText(
            f"{namen} gaf een van deze signalen en weegt ook mee. Dat mag, maar de weegploeg moet het weten."
        )

    @staticmethod
    def _nu(rij: Partijrij) -> Tafelpartij:
        aanwezig, naam, functie, mandaat = (str(rij.formulier.lees()[veld]) for veld in AANWEZIGHEID)
        return Tafelpartij(rij.partij_id, aanwezig, naam, functie, mandaat)


def _signaalzin(signaal: Weegsignaal, blad: Weegblad) -> str:
    soort = blad.kader.label("signaalsoort", signaal.soort)
    bron = signaal.bron or blad.partijnaam(signaal.herkomst.partij_id or 0)
    spoed = " (acuut gevaar)" if signaal.acuut else ""
    return f"{soort} van {moment_kort(signaal.ontvangen_op)}{', ' + bron if bron else ''}{spoed}"
