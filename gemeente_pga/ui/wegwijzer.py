# SPDX-License-Identifier: EUPL-1.2
"""The Wegwijzer: the panel beside the screen with the guidance for exactly this step."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.velduitleg import parse_velduitleg, uitleg_bij
from gemeente_pga.domain.wegwijzer import Contact, Wegwijzer, parse_wegwijzer
from gemeente_pga.paths import resource
from gemeente_pga.store.queries.inrichting import partijen
from gemeente_pga.store.store import Reader
from gemeente_pga.ui import theme
from gemeente_pga.ui.widgets.veld import Veld, veld_van

if TYPE_CHECKING:
    from gemeente_pga.ui.omgeving import Omgeving
    from gemeente_pga.ui.rondleiding import Begeleiding

_ONBEPERKT = 16_777_215


@cache
def velduitleg() -> Mapping[str, str]:
    """What to fill in at each field; read once."""
    bestand = resource("teksten/velden.toml")
    return parse_velduitleg(bestand.read_text("utf-8"), bestand.name)


@cache
def gids() -> Mapping[str, Wegwijzer]:
    """All guidance, by key; read once."""
    bestand = resource("teksten/wegwijzer.toml")
    return parse_wegwijzer(bestand.read_text("utf-8"), bestand.name)


class Wegwijzerpaneel(QtWidgets.QFrame):
    """What to do, what the law asks, an example, what to mind, whom to call."""

    def __init__(self, omgeving: "Omgeving | None" = None) -> None:
        """omgeving: None before the kluis is open; then there are no numbers."""
        super().__init__()
        self._store = omgeving.store if omgeving is not None else None
        self._kijkt = omgeving is not None and omgeving.alleen_kijken
        self.setObjectName("zijpaneel")
        self.setAccessibleName("Wegwijzer")
        self.setFixedWidth(theme.WEGWIJZERBREEDTE)
        self._in_plaats = False
        self._stond: QtWidgets.QWidget | None = None
        self.terug = QtWidgets.QPushButton("Terug naar het scherm (F1)")
        self.terug.setProperty("rol", "plat")
        theme.zet_icoon(self.terug, "arrow-left")
        self.terug.hide()
        self.sleutel = ""
        self._begeleiding: Begeleiding | None = None
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        self._rol = QtWidgets.QScrollArea()
        self._rol.setWidgetResizable(True)
        self._rol.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rol.setAccessibleName("Wegwijzer")
        indeling.addWidget(self.terug, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        self._rol.setMinimumHeight(theme.RUIMTE[4])  # where room is short, the field comes first
        indeling.addWidget(self._rol, 1)
        self.bij_veld = Bijveld()
        indeling.addWidget(self.bij_veld)
        if isinstance(qt := QtWidgets.QApplication.instance(), QtWidgets.QApplication):
            qt.focusChanged.connect(self._volg)

    def schik(self, scherm: QtWidgets.QWidget, *, open_: bool, in_plaats: bool) -> None:
        """Show or hide it beside the screen, or in its place; the cursor comes back where it was."""
        was, self._in_plaats = self._in_plaats, open_ and in_plaats
        if self._in_plaats and not was:
            self._stond = self.window().focusWidget()
        if in_plaats:
            self.setMinimumWidth(0)
            self.setMaximumWidth(_ONBEPERKT)
        else:
            self.setFixedWidth(theme.WEGWIJZERBREEDTE)
        self.terug.setVisible(self._in_plaats)
        self.setVisible(open_)
        if self._in_plaats and not was:
            self._rol.setFocus()  # before the screen goes: else the cursor wanders, and its field with it
        scherm.setVisible(not self._in_plaats)
        if was and not self._in_plaats and self._stond is not None:
            with suppress(RuntimeError):  # that widget may be gone: the screen was filled anew
                self._stond.setFocus()

    def _volg(self, _oud: QtWidgets.QWidget | None, nieuw: QtWidgets.QWidget | None) -> None:
        """The field where the cursor is; reading here or in the menu leaves it as it was."""
        if nieuw is None or nieuw.window() is not self.window() or self.isAncestorOf(nieuw):
            return
        self.bij_veld.toon(veld_van(nieuw))

    def toon(self, sleutel: str) -> None:
        """Show the guidance of this step; an unknown step shows nothing."""
        if sleutel == self.sleutel:
            return
        self.sleutel = sleutel
        self._rol.setWidget(self._blad(gids().get(sleutel)))

    def begeleid(self, begeleiding: "Begeleiding | None") -> None:
        """Above the guidance: how the stop of the walk is done; None takes it away."""
        if begeleiding == self._begeleiding:
            return
        self._begeleiding = begeleiding
        self._rol.setWidget(self._blad(gids().get(self.sleutel)))

    def _nummers(self) -> dict[str, str]:
        if self._store is None:
            return {}
        with self._store.reader() as r:
            return nummers_van(r)

    def naar_boven(self) -> None:
        """To the beginning of the page."""
        self._rol.verticalScrollBar().setValue(0)

    def _blad(self, stuk: Wegwijzer | None) -> QtWidgets.QWidget:
        blad = QtWidgets.QWidget()
        indeling = QtWidgets.QVBoxLayout(blad)
        indeling.setContentsMargins(theme.RUIMTE[3], theme.RUIMTE[3], theme.RUIMTE[3], theme.RUIMTE[4])
        indeling.setSpacing(theme.RUIMTE[1])
        if self._begeleiding is not None:
            indeling.addWidget(_kaart(self._begeleiding))
            indeling.addSpacing(theme.RUIMTE[2])
        indeling.addWidget(_regel("Wegwijzer", "stil"))
        if stuk is None:
            indeling.addWidget(_regel("Bij deze stap hoort geen uitleg.", "stil"))
        else:
            indeling.addWidget(_regel(stuk.titel, "kop"))
            if self._kijkt and not stuk.meekijken:
                _voeg_toe(indeling, "Voor de coördinator", stuk.wat_nu)
            else:
                _voeg_toe(indeling, "Wat nu", stuk.meekijken if self._kijkt else stuk.wat_nu)
            _voeg_toe(indeling, "Wat vraagt de wet", stuk.wet)
            if stuk.voorbeeld:
                indeling.addWidget(_inzet("Goed voorbeeld", stuk.voorbeeld))
            _voeg_toe(indeling, "Let op", stuk.let_op)
            nummers = self._nummers()
            _voeg_toe(indeling, "Wie bellen", [_contact(c, nummers.get(c.wie, "")) for c in stuk.contacten])
            _voeg_toe(indeling, "Afkortingen", [f"{a.kort}: {a.voluit}" for a in stuk.afkortingen])
        indeling.addStretch()
        return blad


class Bijveld(QtWidgets.QFrame):
    """Below the guidance: what to fill in at the field where the cursor is. Gone outside a field."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bijVeld")
        self.setAccessibleName("Uitleg bij dit veld")
        self.kop, self.tekst = _regel("", "subkop"), _regel("", "")
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.setContentsMargins(theme.RUIMTE[3], theme.RUIMTE[2], theme.RUIMTE[3], theme.RUIMTE[2])
        indeling.setSpacing(theme.RUIMTE[0])
        indeling.addWidget(_regel("Bij dit veld", "stil"))
        indeling.addWidget(self.kop)
        indeling.addWidget(self.tekst)
        self.hide()

    def toon(self, veld: Veld | None) -> None:
        """What belongs to this field."""
        tekst = (veld.hulp or uitleg_bij(velduitleg(), veld.naam, veld.label)) if veld is not None else ""
        if veld is not None and tekst:
            self.kop.setText(veld.label)
            self.kop.setVisible(bool(veld.label))
            self.tekst.setText(tekst)
        self.setVisible(bool(tekst))


def nummers_van(r: Reader) -> dict[str, str]:
    """The telephone numbers of partners, by their kind."""
    return {rij.partij.soort: rij.partij.telefoon for rij in partijen(r)}


def _contact(contact: Contact, nummer: str) -> str:
    return f"{contact.regel}\nTelefoon: {nummer}" if nummer else contact.regel


def _voeg_toe(indeling: QtWidgets.QVBoxLayout, kop: str, regels: Sequence[str]) -> None:
    if not regels:
        return
    indeling.addSpacing(theme.RUIMTE[1])
    indeling.addWidget(_regel(kop, "subkop"))
    for regel in regels:
        indeling.addWidget(_regel(regel, ""))


def _kaart(stap: "Begeleiding") -> QtWidgets.QWidget:
    """The stop of the walk: how, what may be typed, and what is done already."""
    kaart = QtWidgets.QWidget()
    indeling = QtWidgets.QVBoxLayout(kaart)
    indeling.setContentsMargins(0, 0, 0, 0)
    indeling.setSpacing(theme.RUIMTE[1])
    indeling.addWidget(_regel(stap.kop, "stil"))
    indeling.addWidget(_regel(stap.titel, "kop"))
    for regel in stap.zo:
        indeling.addWidget(_regel(regel, ""))
    if stap.verhaal:
        indeling.addWidget(_inzet("Het verhaal", *stap.verhaal))
    gedaan = [titel for titel, klaar in stap.rij if klaar]
    straks = [titel for titel, klaar in stap.rij if not klaar and titel != stap.titel]
    if gedaan:
        _voeg_toe(indeling, "Gedaan", [f"\u2713 {titel}" for titel in gedaan])
    if straks:
        _voeg_toe(indeling, "Daarna", ["\n".join(straks)])
    lijn = QtWidgets.QFrame()
    lijn.setProperty("rol", "lijn")
    indeling.addSpacing(theme.RUIMTE[1])
    indeling.addWidget(lijn)
    return kaart


def _inzet(kop: str, *teksten: str) -> QtWidgets.QFrame:
    kader = QtWidgets.QFrame()
    kader.setProperty("rol", "inzet")
    binnen = QtWidgets.QVBoxLayout(kader)
    binnen.setContentsMargins(*(theme.RUIMTE[2],) * 4)
    binnen.setSpacing(theme.RUIMTE[0])
    binnen.addWidget(_regel(kop, "subkop"))
    for tekst in teksten:
        binnen.addWidget(_regel(tekst, ""))
    return kader


def _regel(tekst: str, rol: str) -> QtWidgets.QLabel:
    label = QtWidgets.QLabel(tekst)
    label.setProperty("rol", rol)
    label.setWordWrap(True)
    label.setTextFormat(QtCore.Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
