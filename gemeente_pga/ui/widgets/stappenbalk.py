# SPDX-License-Identifier: EUPL-1.2
"""The bar of steps: done, current, blocked or later, in icon, word and spoken name; and what is missing."""

from collections.abc import Sequence
from functools import partial

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.stap import Ontbreekt, Stand, Stap, volgende
from gemeente_pga.ui import theme
from gemeente_pga.ui.widgets.indeling import maak_leeg
from gemeente_pga.ui.widgets.koppelzin import koppelzin
from gemeente_pga.ui.widgets.stroom import StroomLayout

_ICOON = {
    Stand.KLAAR: ("circle-check", "goed"),
    Stand.HUIDIG: ("arrow-right", "accent"),
    Stand.GEBLOKKEERD: ("hand", "let_op"),
    Stand.LATER: ("circle", "uit"),
}
_WOORD = {
    Stand.KLAAR: "klaar",
    Stand.HUIDIG: "nu aan de beurt",
    Stand.GEBLOKKEERD: "kan nog niet",
    Stand.LATER: "later",
}
_KOPPELING = (
    QtCore.Qt.TextInteractionFlag.LinksAccessibleByMouse
    | QtCore.Qt.TextInteractionFlag.LinksAccessibleByKeyboard
)
_AANHEF = {Stand.HUIDIG: "Volgende stap", Stand.GEBLOKKEERD: "Kan nog niet"}


class Stappenbalk(QtWidgets.QFrame):
    """`gekozen` gives the step that was clicked, `ontbreekt_gekozen` what is missing and was clicked."""

    gekozen = QtCore.Signal(object)
    ontbreekt_gekozen = QtCore.Signal(object)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rol", "kaart")
        self._stappen: tuple[Stap, ...] = ()
        self._rij = QtWidgets.QWidget(self)
        self._stroom = StroomLayout(self._rij, ruimte=theme.RUIMTE[0], regelruimte=theme.RUIMTE[0])
        self._onder = QtWidgets.QVBoxLayout()
        self._onder.setSpacing(theme.RUIMTE[0])
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.setContentsMargins(theme.RUIMTE[3], theme.RUIMTE[2], theme.RUIMTE[3], theme.RUIMTE[2])
        indeling.setSpacing(theme.RUIMTE[1])
        indeling.addWidget(self._rij)
        indeling.addLayout(self._onder)

    def toon(self, stappen: tuple[Stap, ...]) -> None:
        """Show these steps; the current one says what there is to do."""
        if stappen == self._stappen:
            return
        self._stappen = stappen
        maak_leeg(self._stroom)
        maak_leeg(self._onder)
        for n, stap in enumerate(stappen, start=1):
            self._stroom.addWidget(self._knop(stap, f"Stap {n} van {len(stappen)}: "))
        nu = volgende(stappen)
        if nu is not None:
            self._toon_ontbreekt(nu, nu.ontbreekt)
        theme.zet_iconen(self)

    def stappen(self) -> tuple[Stap, ...]:
        """What is shown now."""
        return self._stappen

    def _knop(self, stap: Stap, vooraf: str) -> QtWidgets.QPushButton:
        icoon, kleur = _ICOON[stap.stand]
        knop = QtWidgets.QPushButton(stap.titel.replace("&", "&&"))
        knop.setProperty("rol", "stap")
        knop.setProperty("stand", stap.stand.value)
        knop.setAccessibleName(f"{vooraf}{stap.titel}, {_WOORD[stap.stand]}")
        knop.setToolTip(" ".join(stap.meldingen) or _WOORD[stap.stand].capitalize())
        theme.zet_icoon(knop, icoon, kleur)
        knop.clicked.connect(partial(self.gekozen.emit, stap))
        return knop

    def _toon_ontbreekt(self, stap: Stap, punten: Sequence[Ontbreekt]) -> None:
        kop = QtWidgets.QLabel(f"{_AANHEF[stap.stand]}: {stap.titel}")
        kop.setProperty("rol", "subkop")
        self._onder.addWidget(kop)
        for punt in punten:
            regel = QtWidgets.QLabel(koppelzin(punt.zin))
            regel.setProperty("rol", "koppeling")
            regel.setWordWrap(True)
            regel.setTextInteractionFlags(_KOPPELING)
            regel.setAccessibleName(f"{punt.zin} Ga daarheen.")
            regel.linkActivated.connect(partial(self._ga_naar, punt))
            self._onder.addWidget(regel)

    def _ga_naar(self, punt: Ontbreekt, _adres: str) -> None:
        self.ontbreekt_gekozen.emit(punt)
