# SPDX-License-Identifier: EUPL-1.2
"""Verifies the whole chain and compares every row with its seal while the user works.

Hides that it goes in slices of less than ten milliseconds with rests between, so that the window never
stalls, and that it waits while a long job has the kluis.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6 import QtCore

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.store.store import Store

_PLAK_S = 0.006  # the last step of a slice may take a few milliseconds more
_RUST_MS = 20
_AANLOOP_MS = 3_000
_HULP = "Wijzig niets meer en bel uw ICT-beheerder: dit is een beveiligingsincident."


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """How the last verification that came to its end went."""

    goed: bool
    zin: str
    moment: datetime


class Nakijken(QtCore.QObject):
    """One per window. Begins by itself after opening, and again when the user asks."""

    voortgang = QtCore.Signal(int)
    klaar = QtCore.Signal(bool, str)

    def __init__(self, store: Store, nu: Callable[[], datetime], parent: QtCore.QObject) -> None:
        super().__init__(parent)
        self._store, self._nu = store, nu
        self.laatste: Uitkomst | None = None
        self._totaal = 1
        self._klok = QtCore.QTimer(self)
        self._klok.timeout.connect(self._plak)
        self._aanloop = QtCore.QTimer(self)
        self._aanloop.setSingleShot(True)
        self._aanloop.timeout.connect(partial(self.begin, rustig=True))

    @property
    def bezig(self) -> bool:
        """It has begun and is not at its end."""
        return self._klok.isActive()

    @property
    def komt(self) -> bool:
        """It runs, or begins in a moment."""
        return self.bezig or self._aanloop.isActive()

    def straks(self) -> None:
        """Begin by itself, in a moment and without hurry: the first screen comes first."""
        self._aanloop.start(_AANLOOP_MS)

    def begin(self, *, rustig: bool = False) -> None:
        """Start at the first act, or hurry with what runs already. rustig: nobody waits for it."""
        self._klok.setInterval(_RUST_MS if rustig else 0)
        if self.bezig or not self._store.is_open:
            return
        try:
            self._keten = self._store.controleer_keten(seconden=0.0)
            self._zegels = self._store.controleer_zegels(seconden=0.0)
            self._totaal = max(1, self._store.laatste()[0])
        except Storing as storing:
            if storing.gaat_over:
                self.straks()
            else:
                self._rond_af(goed=False, zin=f"{storing.melding} {storing.raad}")
            return
        self.voortgang.emit(0)
        self._klok.start()

    def stop(self) -> None:
        """Leave it for now; `begin` starts anew."""
        self._klok.stop()
        self._aanloop.stop()

    def _plak(self) -> None:
        if not self._store.is_open:
            self._klok.stop()
            return
        try:
            self._volgende_plak()
        except Storing as storing:
            if not storing.gaat_over:  # else a long job has the kluis: later again
                self._rond_af(goed=False, zin=f"{storing.melding} {storing.raad}")

    def _volgende_plak(self) -> None:
        if not self._keten.klaar:
            self._keten = self._store.controleer_keten(self._keten, seconden=_PLAK_S)
            self.voortgang.emit(50 * self._keten.n // self._totaal)
            if self._keten.bevinding is not None:
                n = self._keten.bevinding.n
                self._rond_af(
                    goed=False, zin=f"Het journaal klopt niet{f' bij handeling {n}' if n else ''}. {_HULP}"
                )
        elif not self._zegels.klaar:
            self._zegels = self._store.controleer_zegels(self._zegels, seconden=_PLAK_S)
            self.voortgang.emit(75)
        elif self._zegels.fouten:
            aantal = self._zegels.fouten
            wat = "1 gegeven is" if aantal == 1 else f"{aantal} gegevens zijn"
            self._rond_af(goed=False, zin=f"{wat} veranderd buiten het programma om. {_HULP}")
        else:
            gezien = self._zegels.gezien
            zin = f"Het journaal klopt: {self._keten.n} handelingen en {gezien} gegevens nagekeken."
            self._rond_af(goed=True, zin=zin)

    def _rond_af(self, *, goed: bool, zin: str) -> None:
        self._klok.stop()
        self.laatste = Uitkomst(goed, zin, self._nu())
        self.klaar.emit(goed, zin)
