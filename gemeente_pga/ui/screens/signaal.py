# SPDX-License-Identifier: EUPL-1.2
"""The page of a registered signal: its steps, what can be done now, and everything recorded of it."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.gebrek import Gebrek, Storing
from gemeente_pga.domain.stappen import Ontbreekt, SignaalFeiten, Stap, mag, stappen_signaal
from gemeente_pga.domain.staten import SignaalStaat as S
from gemeente_pga.handelingen.signaal import add_bijlagen
from gemeente_pga.handelingen.weging import begin_weging
from gemeente_pga.store.queries.consultatie import consultaties_van_dossier
from gemeente_pga.store.queries.dossiers import is_gesloten
from gemeente_pga.store.queries.signaal import Signaalblad, signaalblad
from gemeente_pga.store.queries.signaalfeiten import signaalfeiten
from gemeente_pga.ui import messages, theme
from gemeente_pga.ui.inzien import may_inzien
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.scherm import Scherm
from gemeente_pga.ui.screens.consultatiekaart import Consultatiekaart
from gemeente_pga.ui.screens.signaal_blad import (
    Bijlagenkaart,
    Leeskaart,
    betrokkene_regels,
    bron_regels,
    gedaan_regels,
    inhoud_regels,
    ontvangen_dag,
    versie_regels,
    weegploegzin,
)
from gemeente_pga.ui.screens.signaal_deel import Deel
from gemeente_pga.ui.screens.signaal_delen import DELEN
from gemeente_pga.ui.widgets.bijlagen import lees_bijlage
from gemeente_pga.ui.widgets.indeling import maak_leeg
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.rolblad import Rolblad
from gemeente_pga.ui.widgets.stappenbalk import Stappenbalk
from gemeente_pga.ui.widgets.stroom import StroomLayout

_VOOR_WEGING = (S.ONTVANGEN, S.FORMELE_CONTROLE, S.SPOED_GEMELD, S.GEAGENDEERD)
_BIJ_WEEGPLOEG = (S.GEAGENDEERD, S.IN_WEGING, S.NADERE_INFORMATIE)
_WEGINGKNOP = {
    S.GEAGENDEERD: "Weging beginnen",
    S.IN_WEGING: "Naar de weging",
    S.NADERE_INFORMATIE: "Weging hervatten",
}
# Field in a rule's sentence, or key of kept typing -> the part of the page.
_PLEK = {
    "partij": "spoed",
    "over_persoon": "controle",
    "gemeente_verblijf": "controle",
    "bron_bekend": "controle",
    "geagendeerd_voor": "agenderen",
    "uitgenodigd": "agenderen",
    "sluitreden": "afsluiten",
    "overgedragen_aan": "overdragen",
    "melderbericht": "melder",
}


class SignaalScherm(Scherm):
    """onderwerp_id: the signal. Opening it is an act; a closed dossier asks for a reason first."""

    code = "signaal"
    titel = "Signaal"
    wegwijzersleutel = "signaal"
    tabellen = frozenset({
        "signaal", "telefoonnotitie", "consultatie", "spoed", "melderbericht", "bijlage", "signaal_versie",
        "signaal_uitnodiging", "weging", "casus",
    })  # fmt: skip

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.blad: Signaalblad | None = None
        self._status = ""
        self._uitgeklapt: set[str] = set()
        self._gesloten = False
        self.delen: dict[str, Deel[Any]] = {}
        self._bouw()

    # ---- the window

    def toon(self, onderwerp_id: int | None, veld: str = "") -> None:
        """Without a signal: the intake. Looking is recorded, once per opening."""
        blad = self._lees(onderwerp_id)
        if blad is None:
            self.omgeving.window.open("nieuw_signaal" if onderwerp_id is None else "bureau")
            return
        self.bewaar_concepten()
        if not may_inzien(self, self.omgeving, blad.dossier_id):
            self.omgeving.window.open("dossiers")
            return
        if onderwerp_id != self.onderwerp_id:
            self._status = ""
            self._uitgeklapt = set()
        super().toon(onderwerp_id, veld)
        if not veld:
            self._rol.verticalScrollBar().setValue(0)

    @property
    def dossier_id(self) -> int | None:
        """Ctrl+K looks for words in this dossier."""
        return self.blad.dossier_id if self.blad else None

    def titel_nu(self) -> str:
        """With the number of the dossier and the day it came."""
        if self.blad is None:
            return self.titel
        return f"Signaal van {ontvangen_dag(self.blad)} – dossier {self.blad.nummer}"

    def acties(self) -> list[QtGui.QAction]:
        """Everything that can be done now."""
        return list(self._acties)

    def herlaad(self) -> None:
        """Read the signal anew; what is being typed stays."""
        blad = self._lees(self.onderwerp_id)
        if blad is None:
            return
        self.blad = blad
        with self.omgeving.store.reader() as r:
            feiten = signaalfeiten(r, blad.id)
            consultaties = consultaties_van_dossier(r, blad.dossier_id)
            self._gesloten = is_gesloten(r, blad.dossier_id)
        assert feiten is not None  # noqa: S101 - the signal was just read
        self.stappenbalk.toon(stappen_signaal(feiten, self.omgeving.vandaag()))
        if blad.status != self._status:
            self._status = blad.status
            self._uitgeklapt |= self._vanzelf(feiten)
        self.consultatiekaart.toon(blad.dossier_id, consultaties)
        self._toon_blad(blad)
        self._toon_delen(blad)
        nu = [soort.wegwijzer for soort in DELEN if soort.deel in self._uitgeklapt]
        self._wijs_de_weg(nu[0] if nu else SignaalScherm.wegwijzersleutel)

    def plek(self) -> str:
        """Also which parts lie open."""
        return json.dumps(json.loads(super().plek()) | {"open": sorted(self._uitgeklapt)})

    def naar_plek(self, plek: str) -> None:
        """Those parts first: the place is in one of them."""
        if self.blad is not None:
            self._uitgeklapt |= {*json.loads(plek or "{}").get("open", ())} & {*self._mogelijk()}
            self._toon_delen(self.blad)
        super().naar_plek(plek)

    def naar_veld(self, veld: str) -> None:
        """Unfold the part that holds this field ("deel.veld" when several do), and go there."""
        if veld == "wegingButton":
            self.wegingknop.setFocus()
            return
        deel, punt, eigen = veld.partition(".")
        deel, veld = (deel, eigen) if punt else (_PLEK.get(veld, veld), veld)
        if deel not in self._mogelijk():
            return
        self._klap_uit(deel)
        vorm = self.delen[deel].formulier
        doel = veld if veld in vorm.velden() else next(iter(self._velden_op_volgorde(deel)), "")
        if doel:
            vorm.focus(doel)

    # ---- parts

    def _vanzelf(self, feiten: SignaalFeiten) -> set[str]:
        """What is asked now lies open."""
        open_nu = {"spoed"} if feiten.acuut and not feiten.spoed_gemeld else set()
        if feiten.staat == S.ONTVANGEN:
            return open_nu | {"controle"}
        if feiten.staat in (S.FORMELE_CONTROLE, S.SPOED_GEMELD):
            return open_nu | {"agenderen"}
        return open_nu

    def _mogelijk(self) -> list[str]:
        """The parts that may be used in this state."""
        status = self._status
        if not status or status == S.VERNIETIGD:
            return []
        buiten_weging = status in _VOOR_WEGING
        mogelijk = {
            "spoed": buiten_weging or status in _BIJ_WEEGPLOEG,
            "controle": status in _VOOR_WEGING[:3],
            "agenderen": status in (S.FORMELE_CONTROLE, S.SPOED_GEMELD, S.GEAGENDEERD),
            "melder": True,
            "correctie": True,
            "melding": not (self._gesloten or self.omgeving.alleen_kijken),
            "kopieerblad": not (self._gesloten or self.omgeving.alleen_kijken),
            "overdragen": buiten_weging and mag("signaal", status, S.OVERGEDRAGEN),
            "afsluiten": buiten_weging and mag("signaal", status, S.AFGESLOTEN),
        }
        return [deel for deel, mag_nu in mogelijk.items() if mag_nu]

    def _toon_delen(self, blad: Signaalblad) -> None:
        mogelijk = self._mogelijk()
        self._uitgeklapt &= set(mogelijk)
        for soort in DELEN:
            if soort.deel in self._uitgeklapt:
                self._deel(soort).toon(blad)
            if soort.deel in self.delen:
                self.delen[soort.deel].setVisible(soort.deel in self._uitgeklapt)
        self._toon_keuzes([soort for soort in DELEN if soort.deel in mogelijk])
        self.wegingkaart.setVisible(blad.status in _BIJ_WEEGPLOEG)
        self.wegingknop.setText(_WEGINGKNOP.get(S(blad.status), ""))
        self.wegingzin.setText(weegploegzin(blad))

    def _deel(self, soort: type[Deel[Any]]) -> Deel[Any]:
        """Built when it is first used, in the order of the page."""
        if soort.deel not in self.delen:
            deel = soort(self.omgeving)
            deel.setObjectName(soort.deel)
            deel.gesloten.connect(self._klap_in)
            self.delen[soort.deel] = deel
            plaats = sum(s.deel in self.delen for s in DELEN[: DELEN.index(soort)])
            self._delen_rij.insertWidget(plaats, deel)
            theme.zet_iconen(deel)
        return self.delen[soort.deel]

    def _klap_uit(self, deel: str) -> None:
        # One form at a time, except for one in which somebody typed.
        self._uitgeklapt = {
            code for code in self._uitgeklapt & set(self.delen) if self.delen[code].formulier.vuil
        } | {deel}
        self.herlaad()
        kaart = self.delen[deel]
        self._wijs_de_weg(kaart.wegwijzer)
        QtWidgets.QApplication.sendPostedEvents()
        self._rol.ensureWidgetVisible(kaart, 0, 24)
        eerste = next(iter(self._velden_op_volgorde(deel)), "")
        if eerste:
            kaart.formulier.focus(eerste)

    def _klap_in(self, kaart: Deel[Any]) -> None:
        self._uitgeklapt.discard(kaart.deel)
        self.herlaad()
        self._naar_wat_nu_komt()
        QtCore.QTimer.singleShot(0, self, self._naar_wat_nu_komt)  # again once the new parts have their place

    def _naar_wat_nu_komt(self) -> None:
        """The top of the page, and the first field of what is asked now."""
        self._rol.verticalScrollBar().setValue(0)
        nu = next((s.deel for s in DELEN if s.deel in self._uitgeklapt and s.deel in self.delen), "")
        velden = self._velden_op_volgorde(nu) if nu else []
        if velden:
            self.delen[nu].formulier.focus(velden[0])
        else:
            self.eerste_focus()
        self.omgeving.window.onthoud_plek()  # killed from here on, it comes back here

    def _wijs_de_weg(self, sleutel: str) -> None:
        self.wegwijzersleutel = sleutel
        if self.isVisible():
            self.omgeving.window.wegwijzer(sleutel)

    def _velden_op_volgorde(self, deel: str) -> list[str]:
        vorm = self.delen[deel].formulier
        return [v for v in vorm.lees() if vorm.widget(v).isVisibleTo(self.delen[deel])]

    # ---- showing

    def _toon_blad(self, blad: Signaalblad) -> None:
        kader = self.omgeving.kader
        self.wie.toon(betrokkene_regels(blad))
        self.inhoudkaart.toon(inhoud_regels(blad))
        self.bronkaart.toon(bron_regels(blad, kader))
        self.gedaan.toon(gedaan_regels(blad, kader))
        self.versies.toon(versie_regels(blad, kader))
        self.bijlagenkaart.toon(blad.bijlagen)

    def _toon_keuzes(self, soorten: list[type[Deel[Any]]]) -> None:
        maak_leeg(self._keuzes)
        self._acties: list[QtGui.QAction] = []
        for soort in soorten:
            actie = self._nieuwe_actie(soort.titel, partial(self._klap_uit, soort.deel))
            if soort.deel not in self._uitgeklapt:
                self._nieuwe_keuze(f"{soort.deel}Keuze", actie)
        for naam, titel, doe in self._elders():
            self._nieuwe_keuze(naam, self._nieuwe_actie(titel, doe))
        self.keuzekaart.setVisible(self._keuzes.count() > 0)

    def _nieuwe_actie(self, titel: str, doe: Callable[[], None]) -> QtGui.QAction:
        actie = QtGui.QAction(titel, self)
        actie.triggered.connect(doe)
        self._acties.append(actie)
        return actie

    def _nieuwe_keuze(self, naam: str, actie: QtGui.QAction) -> None:
        knop = QtWidgets.QPushButton(actie.text())
        knop.setObjectName(naam)
        knop.clicked.connect(actie.trigger)
        self._keuzes.addWidget(knop)

    def _elders(self) -> Iterator[tuple[str, str, Callable[[], None]]]:
        """What is done on a screen of its own."""
        window = self.omgeving.window
        for notitie in self.blad.notities if self.blad else ():
            if notitie.wacht_op_terugbellen:
                yield (
                    "terugbellenKeuze",
                    "Terugbellen vastleggen",
                    partial(window.open, "terugbellen", notitie.id),
                )
        if self.blad and not self._gesloten:
            consultatie = partial(window.open, "consultatie", None, f"dossier:{self.blad.dossier_id}")
            yield "consultatieKeuze", "Consultatie zonder naam", consultatie

    # ---- doing

    def _naar_weging(self) -> None:
        if self.blad is None:
            return
        try:
            weging_id = begin_weging(self.omgeving.store, self.blad.dossier_id, self.omgeving.vandaag())
        except Storing as storing:
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return
        self.omgeving.window.open("weging", weging_id)

    def _naar_dossier(self) -> None:
        if self.blad is not None:
            self.omgeving.window.open("dossier", self.blad.dossier_id)

    def _open_bijlage(self, bijlage_id: int) -> None:
        self.omgeving.window.open("document", bijlage_id, "bijlage")

    def _voeg_bijlage_toe(self) -> None:
        pad = messages.kies_bestand(self, "Bijlage toevoegen")
        if pad is None or self.blad is None:
            return
        bijlage = lees_bijlage(pad)
        if isinstance(bijlage, Gebrek):
            self.omgeving.window.meld(bijlage.melding, "fout")
            return
        add_bijlagen(self.omgeving.store, self.blad.id, [bijlage])
        self.omgeving.window.meld("Bijlage toegevoegd.")

    def _kies_stap(self, stap: Stap) -> None:
        if stap.ontbreekt:
            self._ga_naar(stap.ontbreekt[0])
        elif stap.scherm == "weging" and self.blad and self.blad.status in _BIJ_WEEGPLOEG:
            self._naar_weging()

    def _ga_naar(self, punt: Ontbreekt) -> None:
        if punt.scherm == "signaal":
            self.naar_veld(punt.veld)
        elif punt.scherm == "weging":
            self._naar_weging()
        else:
            self._naar_dossier()

    def _lees(self, signaal_id: int | None) -> Signaalblad | None:
        if signaal_id is None:
            return None
        with self.omgeving.store.reader() as r:
            return signaalblad(r, signaal_id)

    # ---- building

    def _bouw(self) -> None:
        self._acties = []
        self.stappenbalk = Stappenbalk()
        self.stappenbalk.gekozen.connect(self._kies_stap)
        self.stappenbalk.ontbreekt_gekozen.connect(self._ga_naar)
        self.wie, self.inhoudkaart = Leeskaart("Over wie"), Leeskaart("Wat is er gemeld", onder_elkaar=True)
        self.bronkaart, self.gedaan = Leeskaart("Van wie en wanneer"), Leeskaart("Wat er is gedaan")
        self.versies = Leeskaart("Gecorrigeerd", onder_elkaar=True)
        self.dossierknop = QtWidgets.QPushButton("N&aar het dossier")
        self.dossierknop.setObjectName("dossierButton")
        theme.zet_icoon(self.dossierknop, "folder-open")
        self.dossierknop.clicked.connect(self._naar_dossier)
        self.wie.inhoud.addWidget(self.dossierknop, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        self.consultatiekaart = Consultatiekaart(self.omgeving)
        self.bijlagenkaart = Bijlagenkaart(self._open_bijlage, self._voeg_bijlage_toe)
        self._delen_rij = QtWidgets.QVBoxLayout()
        self._delen_rij.setSpacing(theme.RUIMTE[3])
        blad = QtWidgets.QWidget()
        rij = QtWidgets.QVBoxLayout(blad)
        rij.setContentsMargins(theme.RUIMTE[4], theme.RUIMTE[3], theme.RUIMTE[4], theme.RUIMTE[3])
        rij.setSpacing(theme.RUIMTE[3])
        rij.addWidget(self.stappenbalk)
        rij.addWidget(self._bouw_wegingkaart())
        rij.addLayout(self._delen_rij)
        rij.addWidget(self._bouw_keuzekaart())
        for kaart in (
            self.wie,
            self.inhoudkaart,
            self.bronkaart,
            self.gedaan,
            self.consultatiekaart,
            self.bijlagenkaart,
            self.versies,
        ):
            rij.addWidget(kaart)
        rij.addStretch()
        self._rol = Rolblad(blad)
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.addWidget(self._rol)

    def _bouw_wegingkaart(self) -> Kaart:
        self.wegingkaart = Kaart("Weegploeg")
        self.wegingknop = QtWidgets.QPushButton("Weging beginnen")
        self.wegingknop.setObjectName("wegingButton")
        self.wegingknop.setProperty("rol", "primair")
        theme.zet_icoon(self.wegingknop, "scale")
        self.wegingknop.clicked.connect(self._naar_weging)
        self.wegingzin = QtWidgets.QLabel()
        self.wegingzin.setWordWrap(True)
        self.wegingkaart.inhoud.addWidget(self.wegingzin)
        self.wegingkaart.inhoud.addWidget(self.wegingknop, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        return self.wegingkaart

    def _bouw_keuzekaart(self) -> Kaart:
        self.keuzekaart = Kaart("Ook mogelijk")
        vak = QtWidgets.QWidget()
        self._keuzes = StroomLayout(vak, ruimte=theme.RUIMTE[1], regelruimte=theme.RUIMTE[1])
        self.keuzekaart.inhoud.addWidget(vak)
        return self.keuzekaart
