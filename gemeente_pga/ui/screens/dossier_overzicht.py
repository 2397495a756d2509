# SPDX-License-Identifier: EUPL-1.2
"""Overzicht: what comes now, what asks attention, and the panels for regie, informing, steps and closing."""

from collections.abc import Sequence
from functools import partial

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain import stappen
from gemeente_pga.domain.casus import Casus, stapkeuzes
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.informeren import WEL
from gemeente_pga.domain.stap import Stap
from gemeente_pga.domain.stappen import Ontbreekt, aandacht_casus, stappen_casus, stappen_signaal
from gemeente_pga.domain.tekst import midden_in_zin
from gemeente_pga.domain.weging import OPNEMEN
from gemeente_pga.handelingen.casus import open_casus
from gemeente_pga.handelingen.herbeoordeling import begin as begin_herbeoordeling
from gemeente_pga.store.queries.casusfeiten import casusfeiten
from gemeente_pga.store.queries.consultatie import consultaties_van_dossier
from gemeente_pga.store.queries.dossierstuk import bewaarzin
from gemeente_pga.store.queries.herbeoordeling import laatste_herbeoordeling, open_herbeoordeling
from gemeente_pga.store.queries.heropening import heropeningen
from gemeente_pga.store.queries.kader import kader_van_dossier
from gemeente_pga.store.queries.overgenomen import overgenomen
from gemeente_pga.store.queries.signaal import signalen_van_dossier
from gemeente_pga.store.queries.signaalfeiten import signaalfeiten
from gemeente_pga.store.queries.weging import Wegingkop, wegingen_van_dossier
from gemeente_pga.store.queries.weging_vergelijking import aantal_beoordelingen
from gemeente_pga.store.store import Reader
from gemeente_pga.ui import theme
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.consultatiekaart import Consultatiekaart
from gemeente_pga.ui.screens.dossier_casus import PANELEN, Casuspaneel
from gemeente_pga.ui.screens.dossier_deel import (
    Beeld,
    Deel,
    Feitenlijst,
    Koppelingen,
    dag,
    knop,
    label,
    links,
)
from gemeente_pga.ui.screens.dossier_overzichtkaarten import Overlegkaart, Signalenkaart, Wegingenkaart
from gemeente_pga.ui.screens.dossier_waarom import Waaromkaart
from gemeente_pga.ui.screens.heropenkaart import Heropenkaart
from gemeente_pga.ui.screens.overgenomenkaart import Overgenomenkaart
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.stappenbalk import Stappenbalk
from gemeente_pga.ui.widgets.stroom import StroomLayout

_PANEELVELDEN = {
    "regie": "regie",
    "volgende_herbeoordeling": "regie",
    "herbeoordeling": "regie",  # as long as there is no plan to review, its day is all there is
    "casusregisseur": "regie",
    "informeren": "informeren",
    "informeren_reden": "informeren",
    "informeren_door": "informeren",
    "stap": "stap",
    "schaling": "schaling",
    "afsluiten": "afsluiten",
    "sluitreden": "afsluiten",
    "resultaat": "afsluiten",
}


_STAPVELDEN = {
    "voorbereiding": "deelnemer",
    "in_uitvoering": "interventies",
    "herbeoordeling": "herbeoordeling",
    "afgesloten": "afsluiten",
}


class Overzicht(Deel):
    """The first tab."""

    code = "overzicht"
    titel = "Overzicht"
    wegwijzersleutel = "casus_overzicht"
    blijft = True

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.paneelcode = ""
        self.paneel: Casuspaneel | None = None
        self._te_openen: int | None = None  # the weging whose casus is not there yet
        self.overzicht = QtWidgets.QWidget()
        kolom = QtWidgets.QVBoxLayout(self.overzicht)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(self.kolom.spacing())
        self.stappenbalk = Stappenbalk()
        self.stappenbalk.gekozen.connect(self._naar_stap)
        self.stappenbalk.ontbreekt_gekozen.connect(self._naar_punt)
        kolom.addWidget(self.stappenbalk)
        self.heropenkaart = Heropenkaart(omgeving)
        kolom.addWidget(self.heropenkaart)
        self.overgenomenkaart = Overgenomenkaart()
        kolom.addWidget(self.overgenomenkaart)
        kolom.addWidget(self._bouw_openen())
        kolom.addWidget(self._bouw_aandacht())
        kolom.addWidget(self._bouw_casus())  # its buttons in sight, before what is long to read
        self.waaromkaart = Waaromkaart(omgeving)
        kolom.addWidget(self.waaromkaart)
        kolom.addWidget(self._bouw_informeren())
        self.overlegkaart = Overlegkaart(omgeving)
        self.signalenkaart = Signalenkaart(omgeving)
        self.wegingenkaart = Wegingenkaart(omgeving)
        for kaart in (self.overlegkaart, self.signalenkaart, self.wegingenkaart):
            kolom.addWidget(kaart)
        self.consultatiekaart = Consultatiekaart(omgeving, nieuw=True)
        kolom.addWidget(self.consultatiekaart)
        kolom.addStretch(1)
        self.kolom.addWidget(self.overzicht)
        self.kolom.addStretch(1)

    def toon(self, r: Reader, beeld: Beeld) -> None:
        """Steps, attention, facts and lists; an open panel stays open."""
        super().toon(r, beeld)
        casus = beeld.casus
        self._toon_stappen(r, beeld)
        for kaart in (self.casuskaart, self.informeerkaart, self.overlegkaart):
            kaart.setVisible(casus is not None)
        if casus is not None:
            self._toon_casus(casus, beeld)
            self.overlegkaart.toon(r, casus)
        self.waaromkaart.toon(r, beeld, kader_van_dossier(r, beeld.dossier_id))
        self.heropenkaart.toon(heropeningen(r, beeld.dossier_id))
        self.overgenomenkaart.toon(overgenomen(r, beeld.dossier_id))
        self.signalenkaart.toon(signalen_van_dossier(r, beeld.dossier_id))
        wegingen = wegingen_van_dossier(r, beeld.dossier_id)
        self.wegingenkaart.toon(wegingen, beeld.dossier_id, aantal_beoordelingen(r, beeld.dossier_id))
        consultaties = consultaties_van_dossier(r, beeld.dossier_id)
        self.consultatiekaart.toon(beeld.dossier_id, consultaties, gesloten=beeld.gesloten)
        self._te_openen = to_open(wegingen) if casus is None else None
        self.openkaart.setVisible(self._te_openen is not None)
        if self.paneel is not None and casus is not None:
            self.paneel.vul(r, beeld, casus)
        self.overzicht.setVisible(self.paneel is None)

    def maak_leeg(self) -> None:
        """Nothing of this dossier stays in any card; all of it is out of sight until the next is shown."""
        super().maak_leeg()
        self.overzicht.hide()
        if self.paneel is not None:
            self.paneel.hide()
            self.paneel.deleteLater()
            self.paneel, self.paneelcode = None, ""
        self._te_openen = None
        self.stappenbalk.toon(())
        self.aandacht.toon(())
        for feiten in (self.casusfeiten, self.informeerfeiten):
            feiten.toon(())
        self.heropenkaart.toon(())
        self.overgenomenkaart.toon(None)
        self.waaromkaart.maak_leeg()
        self.overlegkaart.maak_leeg()
        self.signalenkaart.toon(())
        self.wegingenkaart.toon((), 0, 0)
        self.consultatiekaart.toon(0, ())

    def naar_onderdeel(self, veld: str) -> bool:
        """Open the panel in which this is answered."""
        if veld in {"", "overzicht"}:
            self.sluit_paneel()
            return True
        if veld == "herbeoordeling" and not self.herzienknop.isHidden():
            self.sluit_paneel()
            self.ensureWidgetVisible(self.herzienknop)
            self.herzienknop.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
            return True
        code = _PANEELVELDEN.get(veld, "")
        if not code or self.beeld is None or self.beeld.casus is None:
            return False
        self.open_paneel(code)
        veld = "volgende_herbeoordeling" if veld == "herbeoordeling" else veld
        if self.paneel is not None and veld in self.paneel.formulier.velden():
            self.paneel.formulier.focus(veld)
        return True

    def sleutel_nu(self) -> str:
        """The guidance of the panel that is open; without a casus that of the signal."""
        if self.paneel is not None:
            return self.paneel.wegwijzersleutel
        return "signaal" if self.beeld is not None and self.beeld.casus is None else self.wegwijzersleutel

    def plek(self) -> str:
        """The panel that is open."""
        return self.paneelcode

    def open_paneel(self, code: str) -> None:
        """Show this panel in place of the overview."""
        if self.beeld is None or self.beeld.casus is None:
            return
        self.sluit_paneel()
        self.paneelcode = code
        self.paneel = PANELEN[code](self.omgeving)
        self.paneel.vastgelegd.connect(self.sluit_paneel)
        self.paneel.terug.connect(self.sluit_paneel)
        self.kolom.insertWidget(0, self.paneel)
        self.paneel.show()  # what is not shown yet takes no focus
        self.overzicht.hide()
        with self.omgeving.store.reader() as r:
            self.paneel.vul(r, self.beeld, self.beeld.casus)
        theme.zet_iconen(self.paneel)
        self.omgeving.window.wegwijzer(self.paneel.wegwijzersleutel)
        self.verticalScrollBar().setValue(0)
        self.paneel.begin()

    def sluit_paneel(self) -> None:
        """Back to the overview."""
        if self.paneel is None:
            return
        self.paneel.formulier.bewaar_concept()
        self.paneel.hide()
        self.paneel.deleteLater()
        self.paneel, self.paneelcode = None, ""
        self.overzicht.show()
        self.omgeving.window.wegwijzer(self.wegwijzersleutel)
        QtCore.QTimer.singleShot(0, self, partial(self._naar_stappen, self.beeld))

    def _naar_stappen(self, van: Beeld | None) -> None:
        """Unless another panel or dossier was opened meanwhile: the focus is in that one."""
        hier = van is not None and self.beeld is not None and van.dossier_id == self.beeld.dossier_id
        if self.paneel is None and hier:
            self.verticalScrollBar().setValue(0)  # a long panel was scrolled down
            self.stappenbalk.setFocus()

    def _naar_stap(self, stap: Stap) -> None:
        """What this step still asks; without that, the place where it is done."""
        if stap.ontbreekt:
            self._naar_punt(stap.ontbreekt[0])
        else:
            self._naar_punt(Ontbreekt("", stap.scherm, _STAPVELDEN.get(stap.code, "")))

    def _naar_punt(self, punt: Ontbreekt) -> None:
        """To the review itself where that is asked, else as the dossier does."""
        if punt.veld == "herbeoordeling" and not self.herzienknop.isHidden():
            self._herbeoordeel()
        else:
            self.naar.emit(punt)

    # ---- showing

    def _toon_stappen(self, r: Reader, beeld: Beeld) -> None:
        vandaag = self.vandaag()
        if beeld.casus is not None:
            feiten = casusfeiten(r, beeld.casus.id, self.omgeving.kader)
            if feiten is not None:
                self.stappenbalk.toon(stappen_casus(feiten, vandaag))
                punten = aandacht_casus(feiten, vandaag)
                self.aandacht.toon(punten)
                self.aandachtkaart.setVisible(bool(punten))
            return
        self.aandachtkaart.hide()
        signaal = signaalfeiten(r, beeld.kop.signaal_id) if beeld.kop.signaal_id else None
        self.stappenbalk.setVisible(signaal is not None)
        if signaal is not None:
            self.stappenbalk.toon(stappen_signaal(signaal, vandaag))

    def _toon_casus(self, casus: Casus, beeld: Beeld) -> None:
        gesloten = beeld.gesloten
        self.casusfeiten.toon(
            [
                ("Stand", stappen.label("casus", casus.status)),
                ("Casusregisseur", casus.casusregisseur or ("" if gesloten else "Nog niet vastgelegd")),
                ("Geopend op", dag(casus.geopend_op)),
                (
                    "Volgende herbeoordeling",
                    "" if gesloten else dag(casus.volgende_herbeoordeling, "Nog geen datum"),
                ),
                ("Afgesloten per", dag(casus.gesloten_op)),
                ("Reden", self.woord("sluitreden_casus", casus.sluitreden)),
                ("Toelichting", casus.sluit_toelichting),
                ("Resultaat en nazorg", casus.resultaat),
                ("Wat de partners bewaren", casus.partners_bewaren),
                ("Bewaartermijn", bewaarzin(casus, self.omgeving.kader)),
            ]
        )
        self.regieknop.setVisible(not gesloten)
        self.sluitknop.setVisible(not gesloten and stappen.mag("casus", casus.status, "afgesloten"))
        self.herzienknop.setVisible(not gesloten and casus.status in {"in_uitvoering", "herbeoordeling"})
        self.schaalknop.setVisible(not gesloten and casus.status == "herbeoordeling")
        self.stapknop.setVisible(not gesloten and bool(stapkeuzes(casus.status)))
        self.informeerfeiten.toon(
            [
                ("Besluit", self.woord("informeren", casus.informeren) or "Nog geen besluit"),
                ("Grond", self.woord("reden_uitstel_informeren", casus.informeren_grondslag)),
                ("Reden", casus.informeren_reden),
                ("Besloten door", casus.informeren_door),
                ("Opnieuw bekijken op", dag(casus.informeren_opnieuw_op)),
                (
                    "Geïnformeerd",
                    _geinformeerd(casus, self.woord("geinformeerd_hoe", casus.geinformeerd_hoe)),
                ),
            ]
        )
        self.informeerknop.setVisible(not gesloten)
        te_vertellen = casus.informeren == WEL and casus.geinformeerd_op is None
        self.briefknop.setVisible(not gesloten and te_vertellen)

    # ---- acts

    def _open_casus(self) -> None:
        """The weegploeg decided to take this person up, and the casus is not there yet."""
        if self._te_openen is None:
            return
        try:
            open_casus(self.omgeving.store, self._te_openen, op=self.vandaag())
        except Storing as storing:
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return
        self.omgeving.window.meld("De casus is geopend. Leg nu de deelnemers vast.")

    def _herbeoordeel(self) -> None:
        """To the review that is open or was the last; without one, begin it."""
        if self.beeld is None or self.beeld.casus is None:
            return
        casus = self.beeld.casus
        store = self.omgeving.store
        with store.reader() as r:
            bestaand = open_herbeoordeling(r, casus.id)
            if bestaand is None and casus.status == "herbeoordeling":
                bestaand = laatste_herbeoordeling(r, casus.id)
        try:
            nummer = bestaand or begin_herbeoordeling(store, casus.id, op=self.vandaag())
        except Storing as storing:
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return
        self.omgeving.window.open("herbeoordeling", nummer)

    # ---- building

    def _bouw_openen(self) -> QtWidgets.QWidget:
        self.openkaart = Kaart("Casus openen")
        self.openkaart.inhoud.addWidget(
            label(
                "De weegploeg besloot deze persoon op te nemen. Dat besluit is de grondslag van de casus.",
                "stil",
            )
        )
        self.openknop = knop(
            "&Casus openen", self._open_casus, rol="primair", icoon="folder-plus", naam="knop_casus_openen"
        )
        self.openkaart.inhoud.addLayout(links(self.openknop))
        return self.openkaart

    def _bouw_aandacht(self) -> QtWidgets.QWidget:
        self.aandachtkaart = Kaart("Vraagt aandacht")
        self.aandacht = Koppelingen()
        self.aandacht.gekozen.connect(self._naar_punt)
        self.aandachtkaart.inhoud.addWidget(self.aandacht)
        return self.aandachtkaart

    def _bouw_casus(self) -> QtWidgets.QWidget:
        self.casuskaart = Kaart("Casus")
        self.casusfeiten = Feitenlijst()
        self.regieknop = knop(
            "&Regie en datum", lambda: self.open_paneel("regie"), icoon="pencil", naam="knop_regie"
        )
        self.stapknop = knop(
            "&Volgende stap", lambda: self.open_paneel("stap"), icoon="arrow-right", naam="knop_stap"
        )
        self.herzienknop = knop(
            "&Herbeoordelen", self._herbeoordeel, icoon="list-checks", naam="knop_herbeoordelen"
        )
        self.schaalknop = knop(
            "Op- of &afschalen", lambda: self.open_paneel("schaling"), icoon="share-2", naam="knop_schalen"
        )
        self.sluitknop = knop(
            "Casus af&sluiten", lambda: self.open_paneel("afsluiten"), icoon="archive", naam="knop_afsluiten"
        )
        self.casuskaart.inhoud.addWidget(self.casusfeiten)
        rij = StroomLayout(ruimte=theme.RUIMTE[1])
        for stap in (self.herzienknop, self.schaalknop, self.regieknop, self.stapknop, self.sluitknop):
            rij.addWidget(stap)
        self.casuskaart.inhoud.addLayout(rij)
        return self.casuskaart

    def _naar_brief(self) -> None:
        if self.beeld is not None:
            self.omgeving.window.open("dossier", self.beeld.dossier_id, "brief")

    def _bouw_informeren(self) -> QtWidgets.QWidget:
        self.informeerkaart = Kaart("Informeren van betrokkene")
        self.informeerfeiten = Feitenlijst()
        self.informeerknop = knop(
            "&Besluit over informeren",
            lambda: self.open_paneel("informeren"),
            icoon="pencil",
            naam="knop_informeren",
        )
        self.informeerkaart.inhoud.addWidget(self.informeerfeiten)
        self.briefknop = knop("Brief maken …", self._naar_brief, icoon="mail", naam="knop_naar_brief")
        self.informeerkaart.inhoud.addLayout(links(self.informeerknop, self.briefknop))
        return self.informeerkaart


def _geinformeerd(casus: Casus, hoe: str) -> str:
    if casus.geinformeerd_op is None:
        return "Nog niet"
    return dag(casus.geinformeerd_op) + (f", {midden_in_zin(hoe)}" if hoe else "")


def to_open(wegingen: Sequence[Wegingkop]) -> int | None:
    """The weging whose decision asks for a casus, if there is one."""
    return next((w.id for w in wegingen if w.status == "vastgesteld" and w.besluit == OPNEMEN), None)
