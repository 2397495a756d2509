# SPDX-License-Identifier: EUPL-1.2
"""The Wegwijzer: the panel beside the screen with the guidance for exactly this step."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.wegwijzer import Contact, Wegwijzer, parse_wegwijzer
from gemeente_pga.paths import resource
from gemeente_pga.ui import theme


@cache
def gids() -> Mapping[str, Wegwijzer]:
    """All guidance, by key; read once."""
    bestand = resource("teksten/wegwijzer.toml")
    return parse_wegwijzer(bestand.read_text("utf-8"), bestand.name)


class Wegwijzerpaneel(QtWidgets.QFrame):
    """What to do, what the law asks, an example, what to mind, whom to call."""

    def __init__(self, nummers: Callable[[], Mapping[str, str]], *, kijkt: bool = False) -> None:
        """nummers: telephone numbers of partners, by their kind. kijkt: for who only looks."""
        super().__init__()
        self._nummers = nummers
        self._kijkt = kijkt
        self.setObjectName("zijpaneel")
        self.setAccessibleName("Wegwijzer")
        self.setFixedWidth(theme.WEGWIJZERBREEDTE)
        self.sleutel = ""
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        self._rol = QtWidgets.QScrollArea()
        self._rol.setWidgetResizable(True)
        self._rol.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rol.setAccessibleName("Wegwijzer")
        indeling.addWidget(self._rol)

    def toon(self, sleutel: str) -> None:
        """Show the guidance of this step; an unknown step shows nothing."""
        if sleutel == self.sleutel:
            return
        self.sleutel = sleutel
        self._rol.setWidget(self._blad(gids().get(sleutel)))

    def _blad(self, stuk: Wegwijzer | None) -> QtWidgets.QWidget:
        blad = QtWidgets.QWidget()
        indeling = QtWidgets.QVBoxLayout(blad)
        indeling.setContentsMargins(theme.RUIMTE[3], theme.RUIMTE[3], theme.RUIMTE[3], theme.RUIMTE[4])
        indeling.setSpacing(theme.RUIMTE[1])
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


def _contact(contact: Contact, nummer: str) -> str:
    return f"{contact.regel}\nTelefoon: {nummer}" if nummer else contact.regel


def _voeg_toe(indeling: QtWidgets.QVBoxLayout, kop: str, regels: Sequence[str]) -> None:
    if not regels:
        return
    indeling.addSpacing(theme.RUIMTE[1])
    indeling.addWidget(_regel(kop, "subkop"))
    for regel in regels:
        indeling.addWidget(_regel(regel, ""))


def _inzet(kop: str, tekst: str) -> QtWidgets.QFrame:
    kader = QtWidgets.QFrame()
    kader.setProperty("rol", "inzet")
    binnen = QtWidgets.QVBoxLayout(kader)
    binnen.setContentsMargins(*(theme.RUIMTE[2],) * 4)
    binnen.setSpacing(theme.RUIMTE[0])
    binnen.addWidget(_regel(kop, "subkop"))
    binnen.addWidget(_regel(tekst, ""))
    return kader


def _regel(tekst: str, rol: str) -> QtWidgets.QLabel:
    label = QtWidgets.QLabel(tekst)
    label.setProperty("rol", rol)
    label.setWordWrap(True)
    label.setTextFormat(QtCore.Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
