# SPDX-License-Identifier: EUPL-1.2
"""The strip below the top bar that walks along: what to do now, the way to it, and how it is done.

It covers nothing and asks nothing. It goes on when the kluis says that a stop is done, so it knows the place
again after locking, after a crash and on another computer.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.rondleiding import (
    AAN_DE_SLAG,
    NAMEN,
    VOORBEELDCASUS,
    Halte,
    Stand,
    Tocht,
    huidig,
    parse_rondleiding,
)
from gemeente_pga.domain.weegregels import kaarten
from gemeente_pga.paths import resource
from gemeente_pga.store.queries.rondleiding import is_leeg, laatste_handeling, stand
from gemeente_pga.ui import theme

if TYPE_CHECKING:
    from gemeente_pga.ui.window import Window

CONCEPT = "rondleiding"
_SMAL = 1040  # as the window: below this the rail shows icons only
_AANBOD = {
    VOORBEELDCASUS: "Nieuw hier? De rondleiding loopt met u een casus door, van telefoontje tot afsluiten.",
    AAN_DE_SLAG: "Een nieuwe kluis. Wilt u stap voor stap alles op orde brengen?",
}
_KLAAR = {
    VOORBEELDCASUS: "U hebt de voorbeeldcasus van begin tot einde gedaan.",
    AAN_DE_SLAG: "Alles van de eerste dagen is op orde.",
}
_GESTRAND = (
    "Dit dossier is geen casus geworden. Kies in het menu Help opnieuw beginnen, met een nieuwe notitie."
)


@cache
def haltes() -> Mapping[str, tuple[Halte, ...]]:
    """The stops of every walk; read once."""
    bestand = resource("teksten/rondleiding.toml")
    return parse_rondleiding(bestand.read_text("utf-8"), bestand.name)


@dataclass(frozen=True, slots=True)
class Begeleiding:
    """What the panel beside the screen shows of the stop: how, what to type, and how far one is."""

    kop: str
    titel: str
    zo: tuple[str, ...]
    verhaal: tuple[str, ...] = ()
    rij: tuple[tuple[str, bool], ...] = ()


class Rondleiding(QtWidgets.QFrame):
    """Out of sight until it is begun; whoever only looks along never sees it."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._omgeving = window.omgeving
        self.route = VOORBEELDCASUS if self._omgeving.oefenkluis else AAN_DE_SLAG
        self.haltes = haltes()[self.route]
        self.stand = Stand()
        self.nummer: int | None = None
        self._tocht: Tocht | None = None
        self._gezegd = ""
        self.setObjectName("rondleiding")
        self.setAccessibleName(NAMEN[self.route])
        self._bouw()
        self.hide()
        self._omgeving.store.na_vastleggen.append(self._na_vastleggen)

    # ---- beginning and ending

    @property
    def mag(self) -> bool:
        """The FG has nothing to practise."""
        return not self._omgeving.alleen_kijken

    @property
    def aan(self) -> bool:
        """Is the walk on?"""
        return self._tocht is not None and self._tocht.aan

    def hervat(self) -> None:
        """On opening the kluis: go on where it was; offer it where nobody ever began."""
        if not self.mag:
            return
        self._tocht = Tocht.from_tekst(self._omgeving.store.concept(CONCEPT))
        self.herlaad()
        if self._tocht is None and not self._window.meldbalk.isVisible() and self._is_nieuw():
            self._window.meld(_AANBOD[self.route], "goed", (f"{NAMEN[self.route]} beginnen", self.begin))

    def begin(self) -> None:
        """Begin, or go on with what was turned off."""
        tocht = self._tocht
        self._bewaar(self._nieuw() if tocht is None else replace(tocht, aan=True))

    def begin_opnieuw(self) -> None:
        """From the first stop, with a dossier that is still to come."""
        self._bewaar(self._nieuw())

    def stop(self) -> None:
        """Turn it off; the place stays."""
        if self._tocht is not None:
            self._bewaar(replace(self._tocht, aan=False))
            self._window.meld("Uitgezet. U vindt dit terug in het menu Help.")

    def wissel(self) -> None:
        """From the menu: on or off."""
        self.stop() if self.aan else self.begin()

    # ---- being on the way

    @property
    def halte(self) -> Halte | None:
        """The stop that comes now; None when all are done."""
        return self.haltes[self.nummer] if self.nummer is not None else None

    def herlaad(self) -> None:
        """Read from the kluis how far it is, and say what comes now."""
        if not self.aan or self._tocht is None:
            self.hide()
            self._window.zijpaneel.begeleid(None)
            return
        criteria = frozenset(c.code for lijst in kaarten(self._omgeving.kader) for c in lijst)
        with self._omgeving.store.reader() as r:
            self.stand = stand(r, self.route, self._tocht.vanaf, criteria)
        self.nummer = huidig(self.haltes, self.stand, self._tocht.later)
        self._toon()

    def ga_heen(self) -> None:
        """To the place, and the field, where this stop is done."""
        halte = self.halte
        if halte is None:
            return
        onderwerp_id = self.stand.ids.get(halte.onderwerp)
        if halte.code == "tafel" and (weging := self.stand.ids.get("weging")) is not None:
            self._window.open("weging", weging, "tafel")
        elif halte.code == "herbeoordeling" and (open_ := self.stand.ids.get("herbeoordeling")) is not None:
            self._window.open("herbeoordeling", open_)
        else:
            self._window.open(halte.scherm, onderwerp_id, halte.veld)

    def sla_over(self) -> None:
        """This one later; it comes back when the others are done."""
        halte, tocht = self.halte, self._tocht
        if halte is None or tocht is None:
            return
        later = (*(code for code in tocht.later if code != halte.code), halte.code)
        open_ = {h.code for h in self.haltes} - self.stand.klaar
        self._bewaar(replace(tocht, later=later if open_ - set(later) else ()))

    def toon_uitleg(self) -> None:
        """How it is done, in the panel beside the screen, also where that was folded away."""
        self._window.toon_wegwijzer(self._window.zijpaneel.sleutel)
        self._window.zijpaneel.naar_boven()

    # ---- inside

    def _na_vastleggen(self, _tabellen: frozenset[str]) -> None:
        """After the act, and after what the screen itself does then."""
        if self.aan:
            QtCore.QTimer.singleShot(0, self._volg)

    def _volg(self) -> None:
        with suppress(Storing):  # a job has the kluis; it ends with an act, and so do we
            if self._omgeving.store.is_open:
                self.herlaad()

    def _is_nieuw(self) -> bool:
        if self.route == VOORBEELDCASUS:
            return True
        with self._omgeving.store.reader() as r:
            return is_leeg(r)

    def _nieuw(self) -> Tocht:
        with self._omgeving.store.reader() as r:
            return Tocht(vanaf=laatste_handeling(r))

    def _bewaar(self, tocht: Tocht) -> None:
        self._tocht = tocht
        self._window.neem_terug(_AANBOD[self.route])
        self._omgeving.store.save_concept(CONCEPT, "", tocht.as_tekst())
        self.herlaad()

    def _toon(self) -> None:
        halte, n = self.halte, self.nummer
        naam, aantal = NAMEN[self.route], len(self.haltes)
        if halte is None or n is None:
            kop, zin = naam, _KLAAR[self.route]
        else:
            kop = f"{naam}, stap {n + 1} van {aantal}: {halte.titel}"
            zin = _GESTRAND if self.stand.gestrand else halte.nu
        self.kop.setText(kop)
        self.zin.setText(zin)
        self.kop.setAccessibleName(f"{kop}. {zin}")
        self.heenknop.setVisible(halte is not None)
        self.uitlegknop.setVisible(halte is not None)
        self.laterknop.setVisible(halte is not None and halte.later)
        self._schik()
        self.show()
        self._window.zijpaneel.begeleid(self._begeleiding(halte, kop))
        if self._gezegd not in ("", kop):  # a screen reader hears that it went on
            self.kop.setAccessibleDescription(zin)
            QtGui.QAccessible.updateAccessibility(
                QtGui.QAccessibleEvent(self.kop, QtGui.QAccessible.Event.Alert)
            )
        self._gezegd = kop

    def _begeleiding(self, halte: Halte | None, kop: str) -> Begeleiding | None:
        if halte is None:
            return None
        rij = tuple((h.titel, h.code in self.stand.klaar) for h in self.haltes)
        return Begeleiding(kop.partition(":")[0], halte.titel, (halte.nu, *halte.zo), halte.verhaal, rij)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """A small window has room for the stop only; the panel says how."""
        super().resizeEvent(event)
        self._schik()

    def _schik(self) -> None:
        smal = self._window.width() < _SMAL
        self.icoon.setVisible(not smal)
        self.zin.setVisible(not smal or self.halte is None or self.stand.gestrand)
        if smal and self.halte is not None and self.nummer is not None:
            self.kop.setText(f"{self.nummer + 1}/{len(self.haltes)}  {self.halte.titel}")
            self.kop.setToolTip(self.halte.nu)
        elif self.halte is not None and self.nummer is not None:
            naam = NAMEN[self.route]
            self.kop.setText(f"{naam}, stap {self.nummer + 1} van {len(self.haltes)}: {self.halte.titel}")
            self.kop.setToolTip("")

    def _bouw(self) -> None:
        self.icoon = QtWidgets.QLabel()
        self._teken()
        self.kop = QtWidgets.QLabel()
        self.kop.setProperty("rol", "subkop")
        self.zin = QtWidgets.QLabel()
        for label in (self.kop, self.zin):
            label.setTextFormat(QtCore.Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.heenknop = self._knop("Ga erheen", "Naar de plaats waar u dit doet")
        self.uitlegknop = self._knop("Zo doet u dit", "De uitleg en het verhaal, naast het scherm")
        self.laterknop = self._knop("Later", "Deze stap komt terug als de andere klaar zijn")
        self.stopknop = self._knop("", f"{NAMEN[self.route]} uitzetten; terug te vinden in het menu Help")
        self.stopknop.setAccessibleName(f"{NAMEN[self.route]} uitzetten")
        theme.zet_icoon(self.stopknop, "x")
        for knop, doe in (
            (self.heenknop, self.ga_heen),
            (self.uitlegknop, self.toon_uitleg),
            (self.laterknop, self.sla_over),
            (self.stopknop, self.stop),
        ):
            knop.clicked.connect(lambda _aan=False, doe=doe: doe())
        teksten = QtWidgets.QVBoxLayout()
        teksten.setSpacing(0)
        teksten.addWidget(self.kop)
        teksten.addWidget(self.zin)
        rij = QtWidgets.QHBoxLayout(self)
        rij.setContentsMargins(theme.RUIMTE[3], theme.RUIMTE[0], theme.RUIMTE[1], theme.RUIMTE[0])
        rij.setSpacing(theme.RUIMTE[1])
        rij.addWidget(self.icoon)
        rij.addLayout(teksten, 1)
        for knop in (self.heenknop, self.uitlegknop, self.laterknop, self.stopknop):
            rij.addWidget(knop)

    def changeEvent(self, event: QtCore.QEvent) -> None:
        """The icon follows from light to dark."""
        super().changeEvent(event)
        if event.type() == QtCore.QEvent.Type.PaletteChange and hasattr(self, "icoon"):
            self._teken()

    def _teken(self) -> None:
        self.icoon.setPixmap(theme.icoon("map-pin", "accent").pixmap(20, 20))

    def _knop(self, tekst: str, uitleg: str) -> QtWidgets.QPushButton:
        knop = QtWidgets.QPushButton(tekst, self)
        knop.setProperty("rol", "plat")
        knop.setToolTip(uitleg)
        knop.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)  # a click leaves the cursor where it is
        return knop
