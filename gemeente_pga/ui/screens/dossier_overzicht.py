# SPDX-License-Identifier: EUPL-1.2
"""Overzicht: what comes now, what asks attention, and the panels for regie, informing, steps and closing."""

from collections.abc import Sequence
from typing import Any

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain import stappen
from gemeente_pga.domain.casus import Casus, stapkeuzes
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.moment import read_moment
from gemeente_pga.domain.stappen import Ontbreekt, aandacht_casus, stappen_casus, stappen_signaal
from gemeente_pga.domain.stukken import actienummer
from gemeente_pga.domain.tekst import datum_kort, midden_in_zin
from gemeente_pga.domain.weging import OPNEMEN
from gemeente_pga.handelingen.casus import open_casus
from gemeente_pga.handelingen.herbeoordeling import begin as begin_herbeoordeling
from gemeente_pga.store.queries.casusfeiten import casusfeiten
from gemeente_pga.store.queries.consultatie import consultaties_van_dossier
from gemeente_pga.store.queries.dossierstuk import bewaarzin
from gemeente_pga.store.queries.herbeoordeling import laatste_herbeoordeling, open_herbeoordeling
from gemeente_pga.store.queries.heropening import heropeningen
from gemeente_pga.store.queries.kader import kader_van_dossier
from gemeente_pga.store.queries.overleg import Actieregel, open_acties, overleggen_van_casus
from gemeente_pga.store.queries.signaal import Signaalregel, signalen_van_dossier
from gemeente_pga.store.queries.signaalfeiten import signaalfeiten
from gemeente_pga.store.queries.weging import Wegingkop, wegingen_van_dossier
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
from gemeente_pga.ui.screens.dossier_waarom import Waaromkaart
from gemeente_pga.ui.screens.heropenkaart import Heropenkaart
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan
from gemeente_pga.ui.widgets.stappenbalk import Stappenbalk
from gemeente_pga.ui.widgets.stroom import StroomLayout

_PANEELVELDEN = {
    "regie": "regie",
    "volgende_herbeoordeling": "regie",
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


class Overzicht(Deel):
    """The first tab."""

    code = "overzicht"
    titel = "Overzicht"
    wegwijzersleutel = "casus_overzicht"

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
        self.stappenbalk.gekozen.connect(lambda stap: self.naar.emit(Ontbreekt("", stap.scherm, "")))
        self.stappenbalk.ontbreekt_gekozen.connect(self.naar)
        kolom.addWidget(self.stappenbalk)
        self.heropenkaart = Heropenkaart(omgeving)
        kolom.addWidget(self.heropenkaart)
        kolom.addWidget(self._bouw_openen())
        kolom.addWidget(self._bouw_aandacht())
        self.waaromkaart = Waaromkaart(omgeving)
        kolom.addWidget(self.waaromkaart)
        kolom.addWidget(self._bouw_casus())
        kolom.addWidget(self._bouw_informeren())
        kolom.addWidget(self._bouw_overleg())
        kolom.addWidget(self._bouw_signalen())
        kolom.addWidget(self._bouw_wegingen())
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
            self._toon_overleg(r, casus)
        self.waaromkaart.toon(r, beeld, kader_van_dossier(r, beeld.dossier_id))
        self.heropenkaart.toon(heropeningen(r, beeld.dossier_id))
        signalen = signalen_van_dossier(r, beeld.dossier_id)
        self.signalenlijst.toon(signalen)
        pas_hoogte_aan(self.signalenlijst, len(signalen))
        wegingen = wegingen_van_dossier(r, beeld.dossier_id)
        self.wegingenlijst.toon(wegingen)
        pas_hoogte_aan(self.wegingenlijst, len(wegingen))
        self.wegingkaart.setVisible(bool(wegingen))
        consultaties = consultaties_van_dossier(r, beeld.dossier_id)
        self.consultatiekaart.toon(beeld.dossier_id, consultaties, gesloten=beeld.gesloten)
        self._te_openen = to_open(wegingen) if casus is None else None
        self.openkaart.setVisible(self._te_openen is not None)
        if self.paneel is not None and casus is not None:
            self.paneel.vul(r, beeld, casus)

    def naar_onderdeel(self, veld: str) -> bool:
        """Open the panel in which this is answered."""
        if veld in {"", "overzicht"}:
            self.sluit_paneel()
            return True
        if veld == "herbeoordeling":
            self.sluit_paneel()
            self.herzienknop.setFocus()
            return True
        code = _PANEELVELDEN.get(veld, "")
        if not code or self.beeld is None or self.beeld.casus is None:
            return False
        self.open_paneel(code)
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
        QtCore.QTimer.singleShot(0, self, self.stappenbalk.setFocus)

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

    def _toon_overleg(self, r: Reader, casus: Casus) -> None:
        keren = overleggen_van_casus(r, casus.id)
        gehouden = next((o for o in keren if o.status != "voorbereiding"), None)
        gepland = next((o for o in reversed(keren) if o.status == "voorbereiding"), None)
        self.overlegfeiten.toon(
            [
                ("Laatste overleg", _overleg(gehouden) if gehouden else "Nog geen overleg gehouden"),
                ("Volgend overleg", _overleg(gepland) if gepland else ""),
            ]
        )
        acties = open_acties(r, casus.id)
        self.actielijst.toon(acties)
        self.actielijst.setVisible(bool(acties))
        self.geenacties.setVisible(not acties)
        pas_hoogte_aan(self.actielijst, len(acties))

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
        self.aandacht.gekozen.connect(self.naar)
        self.aandachtkaart.inhoud.addWidget(self.aandacht)
        return self.aandachtkaart

    def _bouw_casus(self) -> QtWidgets.QWidget:
        self.casuskaart = Kaart("Casus")
        self.casusfeiten = Feitenlijst()
        self.regieknop = knop(
            "&Regie en herbeoordeling", lambda: self.open_paneel("regie"), icoon="pencil", naam="knop_regie"
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
        self.informeerkaart.inhoud.addLayout(links(self.informeerknop))
        return self.informeerkaart

    def _bouw_overleg(self) -> QtWidgets.QWidget:
        self.overlegkaart = Kaart("Overleg en open acties")
        self.overlegfeiten = Feitenlijst()
        self.geenacties = label("Er staan geen acties open.", "stil")
        self.actielijst = _lijst(
            "Open acties",
            [
                Kolom[Actieregel]("Nr.", lambda a: actienummer(a.overleg, a.volgnummer)),
                Kolom[Actieregel]("Wat", lambda a: a.inhoud.wat, rek=True),
                Kolom[Actieregel]("Wie", lambda a: a.inhoud.wie),
                Kolom[Actieregel](
                    "Vóór",
                    lambda a: _voor(a, self.vandaag()),
                ),
                Kolom[Actieregel]("Stand", lambda a: self.woord("actiestatus", a.status)),
            ],
        )
        for deel in (self.overlegfeiten, self.actielijst, self.geenacties):
            self.overlegkaart.inhoud.addWidget(deel)
        return self.overlegkaart

    def _bouw_signalen(self) -> QtWidgets.QWidget:
        kaart = Kaart("Signalen")
        self.signalenlijst = _lijst(
            "Signalen in dit dossier",
            [
                Kolom[Signaalregel]("Ontvangen", lambda s: datum_kort(read_moment(s.ontvangen_op))),
                Kolom[Signaalregel]("Soort", lambda s: self.woord("signaalsoort", s.soort)),
                Kolom[Signaalregel](
                    "Van", lambda s: s.bron or self.woord("bron_soort", s.bron_soort), rek=True
                ),
                Kolom[Signaalregel]("Stand", lambda s: stappen.label("signaal", s.status)),
            ],
        )
        self.signalenlijst.geopend.connect(lambda s: self.omgeving.window.open("signaal", s.id))
        kaart.inhoud.addWidget(self.signalenlijst)
        return kaart

    def _bouw_wegingen(self) -> QtWidgets.QWidget:
        self.wegingkaart = Kaart("Wegingen")
        self.wegingenlijst = _lijst(
            "Wegingen in dit dossier",
            [
                Kolom[Wegingkop]("Datum", lambda w: datum_kort(w.datum)),
                Kolom[Wegingkop](
                    "Besluit", lambda w: self.woord("weegbesluit", w.besluit) or "Nog geen besluit", rek=True
                ),
                Kolom[Wegingkop](
                    "Stand",
                    lambda w: (
                        "Overgenomen"
                        if w.overgenomen
                        else "Vastgesteld"
                        if w.status == "vastgesteld"
                        else "Concept"
                    ),
                ),
            ],
        )
        self.wegingenlijst.geopend.connect(lambda w: self.omgeving.window.open("weging", w.id))
        self.wegingkaart.inhoud.addWidget(self.wegingenlijst)
        return self.wegingkaart


def _lijst(naam: str, kolommen: list[Kolom[Any]]) -> Lijst:
    lijst = Lijst()
    lijst.setAccessibleName(naam)
    lijst.stel_in(kolommen, sleutel=lambda rij: rij.id)
    return lijst


def _overleg(kop: Any) -> str:
    """Date, number and how far its minutes are."""
    stand = {
        "voorbereiding": "in voorbereiding",
        "concept": "verslag in concept",
        "ter_reactie": "verslag ter reactie",
        "vastgesteld": "verslag vastgesteld",
    }[kop.status]
    return f"{dag(kop.inhoud.datum)} ({kop.nummer}, {stand})"


def _geinformeerd(casus: Casus, hoe: str) -> str:
    if casus.geinformeerd_op is None:
        return "Nog niet"
    return dag(casus.geinformeerd_op) + (f", {midden_in_zin(hoe)}" if hoe else "")


def _voor(actie: Actieregel, vandaag: Any) -> str:
    voor = actie.inhoud.voor
    if voor is None:
        return "–"
    return f"{datum_kort(voor)} – te laat" if voor < vandaag else datum_kort(voor)


def to_open(wegingen: Sequence[Wegingkop]) -> int | None:
    """The weging whose decision asks for a casus, if there is one."""
    return next((w.id for w in wegingen if w.status == "vastgesteld" and w.besluit == OPNEMEN), None)
