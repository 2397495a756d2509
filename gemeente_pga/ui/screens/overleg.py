# SPDX-License-Identifier: EUPL-1.2
"""Casusoverleg: preparing it, holding it or working out the notes, and its minutes. One screen, in parts.

Left the parts, right the part that is open. Ctrl+PageUp and Ctrl+PageDown go through the parts.
"""

import json
from dataclasses import replace

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.inrichting import VERGRENDELTIJD_OVERLEG
from gemeente_pga.domain.overleg import CONCEPT, STANDEN, TER_REACTIE, VASTGESTELD, VOORBEREIDING
from gemeente_pga.domain.overlegstand import ontbreekt
from gemeente_pga.domain.tekst import datum_kort, datum_lang
from gemeente_pga.handelingen.overleg import begin_overleg, log_langer_open, take_back
from gemeente_pga.store.queries.document import documenten_van_overleg
from gemeente_pga.store.queries.overleg import agenda, deelnemers, stand
from gemeente_pga.store.queries.overleg import overleg as lees_overleg
from gemeente_pga.store.store import Reader
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import nieuwe_sneltoets, weer_wiel
from gemeente_pga.ui.forms.ui_overleg import Ui_Overleg
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.scherm import Scherm, zet_plek
from gemeente_pga.ui.screens.overleg_agenda import AgendaDeel
from gemeente_pga.ui.screens.overleg_casus import CasusDeel
from gemeente_pga.ui.screens.overleg_deel import Beeld, Deel, getypt_bij
from gemeente_pga.ui.screens.overleg_hoofd import HoofdDeel
from gemeente_pga.ui.screens.overleg_tafel import TafelDeel
from gemeente_pga.ui.screens.overleg_verslag import VerslagDeel
from gemeente_pga.ui.widgets.checklist import GETYPT, KLAAR, OPEN, Regel
from gemeente_pga.ui.widgets.tabvolgorde import focus_eerste

_MERK = {
    VOORBEREIDING: "merk_open",
    CONCEPT: "merk_let_op",
    TER_REACTIE: "merk_let_op",
    VASTGESTELD: "merk_goed",
}
# Where a word from the rules, a concept or another screen belongs; words not named here belong to a casus.
_DEEL_VAN = {
    "overleg": "overleg",
    "agenda": "agenda",
    "deelnemers": "deelnemers",
    "deelnemer": "deelnemers",
    "verslag": "verslag",
    "reacties": "verslag",
    "zvh": "verslag",
    "reageren_voor": "verslag",
}
BEGIN_ZIN = "Klaar met voorbereiden? Begin als het overleg begint, of als u uw aantekeningen uitwerkt."
TER_REACTIE_ZIN = "Dit verslag ligt ter reactie. Zo lang blijft de tekst zoals hij is."
SMAL = 720  # below this width the parts do not fit beside the page

_SOORTEN: dict[str, type[Deel]] = {
    "overleg": HoofdDeel,
    "agenda": AgendaDeel,
    "deelnemers": TafelDeel,
    "casus": CasusDeel,
    "verslag": VerslagDeel,
}


class OverlegScherm(Scherm):
    """The meeting."""

    code = "overleg"
    titel = "Casusoverleg"
    tabellen = frozenset(
        {
            "overleg", "overleg_deelnemer", "bespreking", "bespreking_deelnemer", "besluit", "actie",
            "actie_voortgang", "informatie", "document", "casus",
        }
    )  # fmt: skip
    wegwijzersleutel = "overleg_uitwerken"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.ui = Ui_Overleg()
        self.ui.setupUi(self)
        self._beeld: Beeld | None = None
        self._onderdeel: tuple[str, int | None] = ("overleg", None)
        self._vult = False
        self.delen: dict[str, Deel] = {}
        self.ui.onderdelenLijst.gekozen.connect(self._kies)
        self.ui.onderdeelComboBox.activated.connect(self._kies_smal)
        weer_wiel(self.ui.onderdeelComboBox)
        self.ui.beginPushButton.clicked.connect(self._begin)
        self._maak_acties()

    def deel(self, naam: str) -> Deel:
        """A part of the screen, built when it is first needed."""
        if naam not in self.delen:
            deel = self.delen[naam] = _SOORTEN[naam](self.omgeving)
            self.ui.delen.addWidget(deel)
            deel.naar.connect(self._ga_naar)
            deel.herlezen.connect(self.herlaad)
            deel.gemaakt.connect(lambda id_: self.omgeving.window.open("overleg", id_, "deelnemers"))
        return self.delen[naam]

    def _maak_acties(self) -> None:
        paren = (
            ("Dit onderdeel &vastleggen", "Ctrl+Return", self._leg_vast),
            ("&Volgende onderdeel", "Ctrl+PgDown", lambda: self._stap(+1)),
            ("V&orige onderdeel", "Ctrl+PgUp", lambda: self._stap(-1)),
            ("Kluis lan&ger open tijdens dit overleg", "", self._blijf_open),
        )
        self._acties: list[QtGui.QAction] = []
        for tekst, toetsen, doe in paren:
            actie = nieuwe_sneltoets(QtGui.QAction(tekst, self), toetsen)
            actie.triggered.connect(lambda _=False, doe=doe: doe())
            self.addAction(actie)
            self._acties.append(actie)

    def _blijf_open(self) -> None:
        """Nobody types while the table talks; the kluis would lock every five minutes."""
        if self.onderwerp_id is None:
            return
        overleg_id = self.onderwerp_id
        minuten = self.omgeving.dienst.beleid.minuten(VERGRENDELTIJD_OVERLEG)
        zin = f"De kluis vergrendelt bij dit overleg pas na {minuten} minuten."
        self.omgeving.window.bevestig(zin, lambda: self._is_langer_open(overleg_id, zin))

    def _is_langer_open(self, overleg_id: int, zin: str) -> None:
        log_langer_open(self.omgeving.store, overleg_id)
        self.omgeving.window.blijf_open(VERGRENDELTIJD_OVERLEG)
        self.omgeving.window.meld(f"{zin} Gaat u naar een ander scherm, dan geldt weer de gewone tijd.")

    # ---- Scherm

    def titel_nu(self) -> str:
        """Number and day."""
        if self._beeld is None:
            return "Nieuw casusoverleg"
        return f"Casusoverleg {self._beeld.kop.nummer}, {datum_kort(self._beeld.kop.inhoud.datum)}"

    @property
    def dossier_id(self) -> int | None:
        """The dossier of the casus that is shown, if one is."""
        punt = self._beeld.punt if self._beeld else None
        return punt.dossier_id if punt else None

    def acties(self) -> list[QtGui.QAction]:
        """For the menu."""
        return [*self._acties, *self._deel().acties()]

    def toon(self, onderwerp_id: int | None, veld: str = "") -> None:
        """A meeting, or None for a new one; veld is then "casus:<id>" when it was asked for that casus."""
        if onderwerp_id != self.onderwerp_id:
            self._onderdeel = ("overleg", None)
        soort, _, casus = veld.partition(":")
        voor_casus = onderwerp_id is None and soort == "casus" and casus.isdigit()
        hoofd = self.deel("overleg")
        assert isinstance(hoofd, HoofdDeel)  # noqa: S101 - that is this part
        hoofd.gevraagd = int(casus) if voor_casus else None
        super().toon(onderwerp_id, "" if voor_casus else veld)

    def herlaad(self) -> None:
        """Read the meeting once and show the open part."""
        with self.omgeving.store.reader() as r:
            self._beeld = self._lees(r)
        if self._beeld is None:
            self._toon_nieuw()
            return
        beeld = self._beeld
        if self._onderdeel[0] == "casus" and beeld.punt is None:
            self._onderdeel = ("overleg", None)
        self.ui.titelLabel.setText(f"Overleg {beeld.kop.nummer}")
        self.ui.standLabel.setText(dict(STANDEN)[beeld.kop.status])
        theme.zet_eigenschap(self.ui.standLabel, "rol", _MERK[beeld.kop.status])
        self.ui.standLabel.show()
        self._vul_onderdelen(beeld)
        self._toon_band(beeld)
        self._deel().toon(beeld)
        self.ui.delen.setCurrentWidget(self._deel())
        self.wegwijzersleutel = self._hulp(beeld)
        theme.zet_iconen(self)

    def naar_veld(self, veld: str) -> None:
        """ "onderdeel[:bespreking[:rij]][.veld]", as rules, concepts and other screens name a place."""
        plaats, _, veldnaam = veld.partition(".")
        onderdeel, _, rest = plaats.partition(":")
        rij, _, regel = rest.partition(":")
        if onderdeel == "deelnemer":
            veldnaam = f"{rij}.{veldnaam}" if veldnaam else rij
        elif (onderdeel == "reacties" and rij) or (regel.isdigit() and veldnaam):
            veldnaam = f"{onderdeel}:{regel or rij}.{veldnaam}"
        self._ga_naar(onderdeel, int(rij) if rij.isdigit() else None, veldnaam)

    def eerste_focus(self) -> None:
        """Where the work of this part begins."""
        begin = self._deel().begin()
        if begin is not None and begin.isVisibleTo(self):
            begin.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        else:
            if not focus_eerste(self._deel()):
                focus_eerste(self)

    def plek(self) -> str:
        """Also which part, and which of the widgets of that name."""
        plek = json.loads(super().plek())
        zelfde = self._deel().findChildren(QtWidgets.QWidget, plek.get("widget") or "-")
        nu = self.window().focusWidget()  # also when the window is hidden already: it is, on locking
        nummer = next((n for n, w in enumerate(zelfde) if nu is w or w.isAncestorOf(nu)), 0) if nu else 0
        return json.dumps(plek | {"onderdeel": self._onderdeel, "nummer": nummer})

    def naar_plek(self, plek: str) -> None:
        """Back to the part, then to the place in it."""
        gegevens = json.loads(plek or "{}")
        if self._beeld is not None and gegevens.get("onderdeel"):
            deel, punt = gegevens["onderdeel"]
            self._open(str(deel), punt)
        naam, nummer = gegevens.get("widget") or "-", int(gegevens.get("nummer", 0))
        zelfde = self._deel().findChildren(QtWidgets.QWidget, naam)
        if not 0 < nummer < len(zelfde):
            super().naar_plek(plek)
            return
        zet_plek(zelfde[nummer], int(gegevens.get("cursor", 0)))

    # ---- inside

    def _lees(self, r: Reader) -> Beeld | None:
        if self.onderwerp_id is None:
            return None
        kop = lees_overleg(r, self.onderwerp_id)
        nu = stand(r, self.onderwerp_id)
        if kop is None or nu is None:
            return None
        return Beeld(
            kop=kop,
            punten=agenda(r, kop.id),
            tafel=deelnemers(r, kop.id),
            stand=nu,
            vorig=lees_overleg(r, kop.vorig_overleg_id) if kop.vorig_overleg_id else None,
            stukken=documenten_van_overleg(r, kop.id),
            bespreking_id=self._onderdeel[1],
        )

    def _toon_nieuw(self) -> None:
        self._onderdeel = ("overleg", None)
        self.wegwijzersleutel = "overleg_voorbereiden"
        self.ui.titelLabel.setText("Nieuw overleg")
        self.ui.standLabel.hide()
        self.ui.beginBand.hide()
        self._toon_onderdelen([Regel("overleg", "Voorbereiden")])
        hoofd = self.deel("overleg")
        self.ui.delen.setCurrentWidget(hoofd)
        hoofd.toon_nieuw()

    def _vul_onderdelen(self, beeld: Beeld) -> None:
        """The parts, each with how it stands: open, typed but not recorded, or done."""
        open_ = {(_deel_van(p.onderdeel), p.bespreking_id) for p in ontbreekt(beeld.stand)}
        getypt = {(_deel_van(p.onderdeel), p.bespreking_id) for p in getypt_bij(self.omgeving.store, beeld)}

        def regel(titel: str, deel: str, punt: int | None = None) -> Regel:
            merk = GETYPT if (deel, punt) in getypt else OPEN if (deel, punt) in open_ else KLAAR
            if deel == "verslag":
                toon = beeld.dicht or merk is GETYPT
            else:
                toon = not beeld.dicht and (merk is GETYPT or not beeld.voorbereiding)
            return Regel(_sleutel(deel, punt), titel, merk if toon else None)

        self._toon_onderdelen(
            [
                regel("Overleg", "overleg"),
                regel("Agenda", "agenda"),
                regel("Aan tafel", "deelnemers"),
                *(regel(f"Casus {p.casusnummer}", "casus", p.id) for p in beeld.punten),
                regel("Verslag", "verslag"),
            ]
        )

    def _toon_onderdelen(self, regels: list[Regel]) -> None:
        self._vult = True
        self.ui.onderdelenLijst.toon(regels)
        self.ui.onderdelenLijst.kies(_sleutel(*self._onderdeel))
        smal = self.ui.onderdeelComboBox
        smal.clear()
        for regel in regels:
            smal.addItem(f"{regel.titel} – {regel.merk.woord}" if regel.merk else regel.titel, regel.sleutel)
        smal.setCurrentIndex(max(0, smal.findData(_sleutel(*self._onderdeel))))
        self._vult = False

    def _deel(self) -> Deel:
        return self.deel(self._onderdeel[0])

    def _kies(self, sleutel: str) -> None:
        if not self._vult and self._beeld is not None:
            deel, _, punt = sleutel.partition(":")
            self._open(deel, int(punt) if punt else None)

    def _kies_smal(self) -> None:
        self._kies(str(self.ui.onderdeelComboBox.currentData()))
        self.eerste_focus()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """On a small screen, or with large letters, the parts are in a line above the page."""
        super().resizeEvent(event)
        smal = self.width() < SMAL
        self.ui.zij.setVisible(not smal)
        self.ui.smal.setVisible(smal)
        inspring = theme.RUIMTE[1] if smal else 0  # as far in as the page of every other screen
        links, onder = theme.RUIMTE[3] + inspring, theme.RUIMTE[1]
        self.ui.smalLayout.setContentsMargins(links, theme.RUIMTE[2], theme.RUIMTE[4], onder)
        boven = 0 if smal else theme.RUIMTE[2]
        self.ui.bandLayout.setContentsMargins(links, boven, theme.RUIMTE[4], onder)
        self.ui.delen.setContentsMargins(inspring, 0, 0, 0)
        self.ui.grensFrame.setVisible(smal)  # the page scrolls away under what stays

    def _open(self, deel: str, punt: int | None) -> None:
        """Show this part; what was typed in the one before is kept."""
        if self._beeld is None:
            return
        self.bewaar_concepten()
        self._onderdeel = (deel, punt)
        self._beeld = replace(self._beeld, bespreking_id=punt)
        self._vul_onderdelen(self._beeld)
        self._toon_band(self._beeld)
        self._deel().toon(self._beeld)
        self._deel().verticalScrollBar().setValue(0)
        self.ui.delen.setCurrentWidget(self._deel())
        theme.zet_iconen(self._deel())
        self.wegwijzersleutel = self._hulp(self._beeld)
        self.omgeving.window.wegwijzer(self.wegwijzersleutel)

    def _ga_naar(self, onderdeel: str, bespreking_id: object = None, veld: str = "") -> None:
        """To a part, a casus and a field."""
        if self._beeld is None:
            self.deel("overleg").ga_naar(veld or onderdeel)
            return
        deel = _deel_van(onderdeel)
        if deel != "casus":
            self._open(deel, None)
            self._deel().ga_naar(veld or ("" if onderdeel == deel else onderdeel))
            return
        eerste = self._beeld.punten[0].id if self._beeld.punten else None
        punt = bespreking_id if isinstance(bespreking_id, int) else eerste
        if punt in {p.id for p in self._beeld.punten}:
            self._open("casus", punt)
            self._deel().ga_naar(veld or onderdeel)

    def _hulp(self, beeld: Beeld) -> str:
        """The guidance for this part at this stage."""
        deel = self._onderdeel[0]
        if beeld.zvh and deel == "verslag":
            return "verslag_zvh"
        if beeld.vast:
            return "overleg_vastgesteld" if beeld.dicht else "overleg_reacties"
        if deel == "verslag":
            return "verslag_vaststellen"
        if beeld.voorbereiding:
            return "overleg_voorbereiden"
        return "overleg_besluiten_acties" if deel == "casus" else "overleg_uitwerken"

    def _stap(self, stap: int) -> None:
        lijst = self.ui.onderdelenLijst
        naar = lijst.currentRow() + stap
        if 0 <= naar < lijst.count():
            lijst.setCurrentRow(naar)
            self.eerste_focus()

    def _leg_vast(self) -> None:
        self._deel().vastleggen()

    def _toon_band(self, beeld: Beeld) -> None:
        """What the whole meeting waits for, with the one button that moves it on."""
        rond = beeld.kop.status == TER_REACTIE and self._onderdeel[0] != "verslag"
        self.ui.beginBand.setVisible(beeld.voorbereiding or rond)
        self.ui.beginLabel.setText(TER_REACTIE_ZIN if rond else BEGIN_ZIN)
        self.ui.beginPushButton.setText("&Terug naar concept" if rond else "Begin met &uitwerken")

    def _begin(self) -> None:
        if self._beeld is None:
            return
        if self._beeld.kop.status == TER_REACTIE:
            take_back(self.omgeving.store, self._beeld.kop.id)
            self.omgeving.window.meld("Het verslag is weer een concept. De reacties blijven bewaard.")
            self.herlaad()
            return
        dag = self._beeld.kop.inhoud.datum
        if dag > self.omgeving.vandaag():  # minutes of a day that has yet to come
            zin = f"Dit overleg is pas op {datum_lang(dag)}. Is het eerder? Verander dan eerst de datum."
            self.omgeving.window.meld(zin, "let_op")
            self._ga_naar("overleg", None, "datum")
            return
        try:
            begin_overleg(self.omgeving.store, self._beeld.kop.id)
        except Storing as storing:
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return
        self.omgeving.window.meld("U kunt nu uitwerken. Begin met wie er waren.")
        self._onderdeel = ("deelnemers", None)
        self.herlaad()
        self._deel().ga_naar("")


def _deel_van(onderdeel: str) -> str:
    return _DEEL_VAN.get(onderdeel, "casus")


def _sleutel(deel: str, punt: int | None) -> str:
    return deel if punt is None else f"{deel}:{punt}"
