# SPDX-License-Identifier: EUPL-1.2
"""One dossier: its head, and the tabs that work for it. Looking is recorded once per opening.

A closed dossier first asks why it is looked at; nothing of its contents is read before that.
"""

import json
from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.dossier import Dossierkop
from gemeente_pga.domain.stap import Ontbreekt
from gemeente_pga.handelingen.dossier import log_inzien
from gemeente_pga.store.queries.casus import casus_van_dossier
from gemeente_pga.store.queries.dossiers import dossierkop
from gemeente_pga.store.queries.merktekens import merktekens
from gemeente_pga.store.queries.overleg import overleggen_van_casus
from gemeente_pga.store.queries.weging import open_weging
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import nieuwe_sneltoets
from gemeente_pga.ui.inzien import CONTROLE_FG, redenen_inzien
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.scherm import Scherm
from gemeente_pga.ui.screens.dossier_betrokkene import Betrokkene
from gemeente_pga.ui.screens.dossier_deel import Beeld, Deel
from gemeente_pga.ui.screens.dossier_deelnemers import Deelnemers
from gemeente_pga.ui.screens.dossier_documenten import Documenten
from gemeente_pga.ui.screens.dossier_hoofd import Dossierhoofd, Slotvraag
from gemeente_pga.ui.screens.dossier_informatie import InformatieTab
from gemeente_pga.ui.screens.dossier_overleggen import OverleggenTab
from gemeente_pga.ui.screens.dossier_overzicht import Overzicht
from gemeente_pga.ui.screens.dossier_plan import Planscherm
from gemeente_pga.ui.screens.dossier_rechten import TABELLEN, VELDEN, Rechten
from gemeente_pga.ui.screens.dossier_tijdlijn import TijdlijnTab

DELEN: tuple[type[Deel], ...] = (
    Overzicht,
    Betrokkene,
    InformatieTab,
    Planscherm,
    OverleggenTab,
    Deelnemers,
    TijdlijnTab,
    Documenten,
    Rechten,
)
# Where a hit of Ctrl+K or a step leads: table or screen -> tab.
_TABEL = {
    "informatie": "informatie",
    "doel": "plan",
    "factor": "plan",
    "interventie": "plan",
    "plan": "plan",
    "persoon": "betrokkene",
    "casusdeelnemer": "deelnemers",
    "casus": "overzicht",
    "weging": "overzicht",
    "bespreking": "overleggen",
    "besluit": "overleggen",
    "actie": "overleggen",
    "bijlage": "documenten",
    "document": "documenten",
    **dict.fromkeys(TABELLEN, Rechten.code),
}
_VELD = {
    "acties": "overleggen",
    "doelen": "plan",
    "factoren": "plan",
    "interventies": "plan",
    "herbeoordeling_op": "plan",
    "deelnemer": "deelnemers",
    "naaste": "betrokkene",
    "bijlage": "documenten",
    "tijdlijn_papier": "documenten",
    **dict.fromkeys(VELDEN, Rechten.code),
}
# Tables of which a tab wants to know the name too.
_MET_TABEL = frozenset({"doel", "factor", "interventie"}) | TABELLEN


class DossierScherm(Scherm):
    """Head and tabs; tabs are made when they are first looked at."""

    code = "dossier"
    titel = "Dossier"
    wegwijzersleutel = "dossiers"  # as long as no tab is shown: a closed dossier asks for a reason first
    tabellen = frozenset(
        {"dossier", "persoon", "signaal", "weging", "casus", "casusdeelnemer", "plan", "doel", "factor",
         "interventie", "informatie", "overleg", "bespreking", "actie", "document", "bijlage",
         "consultatie", "heropening", "herbeoordeling"}
    ) | TABELLEN  # fmt: skip

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.setObjectName("Form")
        self.beeld: Beeld | None = None
        self._gezien: tuple[int, object] | None = (
            None  # the dossier of which looking was recorded, and the day
        )
        self._wens = ""
        self.delen: dict[str, Deel] = {}
        self._bouw()

    # ---- what the window asks

    @property
    def dossier_id(self) -> int | None:
        """Ctrl+K looks for words in this dossier, once it is open."""
        return self.beeld.dossier_id if self.beeld else None

    def titel_nu(self) -> str:
        """The number; never the name, for the window title shows it to everybody."""
        return f"Dossier {self.beeld.kop.nummer}" if self.beeld else self.titel

    def acties(self) -> list[QtGui.QAction]:
        """One for each tab."""
        return list(self._acties) if self.beeld else []

    def toon(self, onderwerp_id: int | None, veld: str = "") -> None:
        """Another dossier starts afresh; the same one keeps its tabs and what was typed."""
        if onderwerp_id != self.onderwerp_id:
            self._begin_anders()
        super().toon(onderwerp_id)
        if self.beeld is None:
            self._wens = veld
            return
        if veld:
            self.naar_veld(veld)
        self._wijs_de_weg()

    def herlaad(self) -> None:
        """Head and the tab that is in sight; a closed dossier first asks for the reason."""
        if self.onderwerp_id is None:
            return
        with self.omgeving.store.reader() as r:
            kop = dossierkop(r, self.onderwerp_id)
        if kop is None:
            self.beeld = None
            self._toon_slot("Dit dossier is er niet meer.")
            return
        if self._gezien != (kop.id, self.omgeving.vandaag()):
            if kop.gesloten and not self.omgeving.alleen_kijken:
                self.beeld = None
                redenen = redenen_inzien(self.omgeving, kop.id)
                self._toon_slot(f"Dossier {kop.nummer} is gesloten.", redenen)
                return
            self._zie(kop.id, CONTROLE_FG if kop.gesloten else None)
        self._lees(kop)

    def naar_veld(self, veld: str) -> None:
        """A tab, a part of one, a field, or "<tabel>:<rij>"."""
        if self.beeld is None:
            self._wens = veld
            return
        if veld == "informeren" and self.beeld.casus is None:
            veld = "informeren_persoon"  # of a signal that led to no casus it is decided at the rights
        tabel, _, rij = veld.partition(":")
        codes = [soort.code for soort in DELEN]
        if veld in codes:
            self.kies_deel(veld)
        elif veld in _VELD:
            self.kies_deel(_VELD[veld]).naar_onderdeel(veld)
        elif rij and tabel in _TABEL:
            deel = self.kies_deel(_TABEL[tabel])
            if not deel.naar_onderdeel(veld if tabel in _MET_TABEL else rij):
                deel.naar_onderdeel("")
        else:
            self._naar_veld_ergens(veld)

    def _naar_veld_ergens(self, veld: str) -> None:
        for code in ("overzicht", "plan", "betrokkene"):
            if self._is_zichtbaar(code) and self._deel(code).naar_onderdeel(veld):
                self.kies_deel(code)
                self._deel(code).naar_onderdeel(veld)
                return

    def plek(self) -> str:
        """The tab and what is open in it, with the cursor."""
        gegevens = json.loads(super().plek())
        if self.beeld is not None:
            deel = self._huidig_deel()
            gegevens |= {"deel": deel.code, "onderdeel": deel.plek()}
        return json.dumps(gegevens)

    def naar_plek(self, plek: str) -> None:
        """Back to where plek() was taken."""
        gegevens = json.loads(plek or "{}")
        if self.beeld is not None and self._is_zichtbaar(gegevens.get("deel", "")):
            self.kies_deel(gegevens["deel"]).naar_plek(gegevens.get("onderdeel", ""))
        super().naar_plek(plek)

    # ---- moving

    def kies_deel(self, code: str) -> Deel:
        """Show this tab."""
        deel = self._deel(code)
        self.tabs.setCurrentIndex(self._index(code))
        return deel

    def ga_naar(self, punt: Ontbreekt) -> None:
        """To the place where something is answered: here, or on another screen."""
        if self.beeld is None:
            return
        open_ = self.omgeving.window.open
        match punt.scherm:
            case "casus" | "dossier":
                self.naar_veld(punt.veld or "overzicht")
            case "plan":
                self.kies_deel("plan").naar_onderdeel(punt.veld)
            case "overleg":
                self._naar_overleg()
            case "weging":
                self._naar_weging(punt.veld)
            case "signaal":
                open_("signaal", self.beeld.kop.signaal_id, punt.veld)
            case "nieuw_signaal":
                open_("nieuw_signaal")
            case anders:
                open_(anders, None, punt.veld)

    def _naar_overleg(self) -> None:
        """The meeting that waits: being prepared, or with minutes that are not final; else a new one."""
        if self.beeld is None or self.beeld.casus is None:
            return
        with self.omgeving.store.reader() as r:
            keren = overleggen_van_casus(r, self.beeld.casus.id)
        wacht = next((o for o in reversed(keren) if o.status != "vastgesteld"), None)
        open_ = self.omgeving.window.open
        if wacht is not None:
            open_("overleg", wacht.id)
        else:
            open_("overleg", None, f"casus:{self.beeld.casus.id}")

    def _naar_weging(self, veld: str) -> None:
        if self.beeld is None:
            return
        with self.omgeving.store.reader() as r:
            loopt = open_weging(r, self.beeld.dossier_id)
        if loopt is not None:
            self.omgeving.window.open("weging", loopt, veld)
        elif self.beeld.casus is not None:
            self.omgeving.window.open("weging", self.beeld.casus.weging_id, veld)
        elif self.beeld.kop.signaal_id is not None:
            self.omgeving.window.open("signaal", self.beeld.kop.signaal_id)

    # ---- reading

    def _begin_anders(self) -> None:
        self.bewaar_concepten()
        self.beeld = None
        self._wens = ""
        if (focus := self.focusWidget()) is not None:
            focus.clearFocus()  # the next dossier begins at its own beginning
        self.kop.maak_leeg()
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(0)
        for code, deel in tuple(self.delen.items()):
            if deel.blijft:
                deel.maak_leeg()
            else:
                self._ruil(code, QtWidgets.QWidget())
                deel.hide()
                deel.deleteLater()
                del self.delen[code]
        self.tabs.blockSignals(False)

    def _zie(self, dossier_id: int, reden: str | None) -> None:
        """First the log: what cannot be recorded is not shown, now or when this screen is read again."""
        log_inzien(self.omgeving.store, dossier_id, reden=reden)
        self._gezien = (dossier_id, self.omgeving.vandaag())

    def _lees(self, kop: Dossierkop) -> None:
        with self.omgeving.store.reader() as r:
            self.beeld = Beeld(kop, casus_van_dossier(r, kop.id))
            self.kop.toon(self.beeld)
            self.kop.zet_merken(merktekens(r, kop.id))
            self._zet_tabs()
            gelezen = self._huidig_code() not in self.delen  # what is made now reads it at once
            deel = self._huidig_deel()
            if not gelezen:
                deel.toon(r, self.beeld)
        self.wegwijzersleutel = deel.sleutel_nu()
        self.stapel.setCurrentWidget(self.open_dossier)

    def _zet_tabs(self) -> None:
        """The tabs that work now; a dossier without a casus has fewer."""
        gewenst = [soort for soort in DELEN if self._hoort(soort)]
        codes = [soort.code for soort in gewenst]
        huidig = self._huidig_code() if self.tabs.count() else ""
        self.tabs.blockSignals(True)
        for n in reversed(range(self.tabs.count())):
            if self.tabs.tabBar().tabData(n) not in codes:
                self.tabs.removeTab(n)
        for n, soort in enumerate(gewenst):
            if self.tabs.tabBar().tabData(n) != soort.code:
                self.tabs.insertTab(n, self.delen.get(soort.code) or QtWidgets.QWidget(), "")
                self._benoem(n, soort)
        self.tabs.setCurrentIndex(max(0, self._index(huidig)))
        self.tabs.blockSignals(False)

    def _benoem(self, n: int, soort: type[Deel]) -> None:
        """The code of this tab, and its name in full for who points at it or listens."""
        self.tabs.setTabText(n, soort.kort or soort.titel)
        self.tabs.tabBar().setTabData(n, soort.code)
        self.tabs.tabBar().setAccessibleTabName(n, soort.titel)
        self.tabs.setTabToolTip(n, soort.titel if soort.kort else "")

    def _hoort(self, soort: type[Deel]) -> bool:
        return not soort.met_casus or (self.beeld is not None and self.beeld.casus is not None)

    def _is_zichtbaar(self, code: str) -> bool:
        return self._index(code) >= 0

    def _index(self, code: str) -> int:
        balk = self.tabs.tabBar()
        return next((n for n in range(self.tabs.count()) if balk.tabData(n) == code), -1)

    def _huidig_code(self) -> str:
        return str(self.tabs.tabBar().tabData(self.tabs.currentIndex()))

    def _huidig_deel(self) -> Deel:
        return self._deel(self._huidig_code())

    def _deel(self, code: str) -> Deel:
        """The tab, made on first use."""
        if code in self.delen:
            return self.delen[code]
        soort = next(s for s in DELEN if s.code == code)
        deel = self.delen[code] = soort(self.omgeving)
        deel.naar.connect(self.ga_naar)
        if (houder := self._ruil(code, deel)) is not None:
            houder.deleteLater()
        if self.beeld is not None:
            with self.omgeving.store.reader() as r:
                deel.toon(r, self.beeld)
        theme.zet_iconen(deel)
        return deel

    def _ruil(self, code: str, blad: QtWidgets.QWidget) -> QtWidgets.QWidget | None:
        """Put this page behind the tab; the one that was there, which belongs to nobody now."""
        n, huidig = self._index(code), self.tabs.currentIndex()
        if n < 0:
            return None
        stil = self.tabs.blockSignals(True)
        houder = self.tabs.widget(n)
        self.tabs.removeTab(n)
        self.tabs.insertTab(n, blad, "")
        self._benoem(n, next(soort for soort in DELEN if soort.code == code))
        self.tabs.setCurrentIndex(huidig)
        self.tabs.blockSignals(stil)
        return houder

    def _ander_deel(self, _index: int) -> None:
        """Another tab came in sight: it is read anew."""
        self.bewaar_concepten()
        if self.beeld is None or not self.tabs.count():
            return
        deel = self._huidig_deel()
        with self.omgeving.store.reader() as r:
            deel.toon(r, self.beeld)
        theme.zet_iconen(deel)
        self._wijs_de_weg()
        focus = self.window().focusWidget()
        if self.isVisible() and (focus is None or not self.isAncestorOf(focus)):
            self.tabs.tabBar().setFocus()  # what had it went out of sight

    def _wijs_de_weg(self) -> None:
        """The guidance of the tab; after the window has set that of the screen."""
        if self.beeld is not None:
            sleutel = self._huidig_deel().sleutel_nu()
            QtCore.QTimer.singleShot(0, self, lambda: self._toon_wegwijzer(sleutel))

    def _toon_wegwijzer(self, sleutel: str) -> None:
        if self.isVisible() and self.omgeving.store.is_open:  # it may have closed in the meantime
            self.omgeving.window.wegwijzer(sleutel)

    # ---- a closed dossier

    def _toon_slot(self, zin: str, redenen: Sequence[tuple[str, str]] = ()) -> None:
        self.wegwijzersleutel = type(self).wegwijzersleutel
        self.slot.toon(zin, redenen)
        self.stapel.setCurrentWidget(self.slot)

    def _open_gesloten(self, reden: str) -> None:
        if self.onderwerp_id is None:
            return
        self._zie(self.onderwerp_id, reden)
        self.herlaad()
        theme.zet_iconen(self)
        if self._wens:
            self.naar_veld(self._wens)
            self._wens = ""
        self._wijs_de_weg()

    # ---- building

    def _bouw(self) -> None:
        self.stapel = QtWidgets.QStackedWidget(self)
        self.open_dossier = QtWidgets.QWidget()
        kolom = QtWidgets.QVBoxLayout(self.open_dossier)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(0)
        self.kop = Dossierhoofd(self.omgeving)
        kolom.addWidget(self.kop)
        self.tabs = QtWidgets.QTabWidget()
        self.tabs.setObjectName("dossiertabs")
        self.tabs.tabBar().setAccessibleName("Delen van het dossier")
        self.tabs.currentChanged.connect(self._ander_deel)
        kolom.addWidget(self.tabs, 1)
        self.slot = Slotvraag()
        self.slot.gekozen.connect(self._open_gesloten)
        self.stapel.addWidget(self.open_dossier)
        self.stapel.addWidget(self.slot)
        geheel = QtWidgets.QVBoxLayout(self)
        geheel.setContentsMargins(0, 0, 0, 0)
        geheel.addWidget(self.stapel)
        self._acties: list[QtGui.QAction] = []
        for n, soort in enumerate(DELEN, start=1):
            actie = nieuwe_sneltoets(QtGui.QAction(soort.titel, self), f"Alt+{n}")
            actie.triggered.connect(lambda _aan=False, code=soort.code: self._kies_met_toets(code))
            self.addAction(actie)
            self._acties.append(actie)

    def _kies_met_toets(self, code: str) -> None:
        if self.beeld is not None and self._is_zichtbaar(code):
            self.kies_deel(code)
