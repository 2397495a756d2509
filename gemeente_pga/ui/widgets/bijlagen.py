# SPDX-License-Identifier: EUPL-1.2
"""Attachments before they are recorded: chosen or dropped, with name and size, and to be taken off again."""

import mimetypes
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.bericht import BerichtBijlage
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.lijstbestand import GEEN_LIJST, is_lijst
from gemeente_pga.domain.tekst import check_bijlage
from gemeente_pga.ui import messages, theme
from gemeente_pga.ui.widgets.indeling import maak_leeg

_LEEG = "Er zijn nog geen bijlagen."


def omvang(aantal: int) -> str:
    """How large, as people say it: 512 kB, 1,4 MB."""
    if aantal < 1024:
        return f"{aantal} bytes"
    if aantal < 1024 * 1024:
        return f"{aantal // 1024} kB"
    return f"{aantal / (1024 * 1024):.1f} MB".replace(".", ",")


def lees_bijlage(pad: Path) -> BerichtBijlage | Gebrek:
    """A file from the disk as attachment, or why not. Its contents go nowhere but into the kluis."""
    if is_lijst(pad.name):
        return Gebrek("bijlagen", GEEN_LIJST)
    try:
        grootte = pad.stat().st_size
        te_groot = check_bijlage("bijlagen", pad.name, grootte)
        if te_groot is not None:
            return te_groot
        inhoud = pad.read_bytes()
    except OSError:
        return Gebrek("bijlagen", "Dit bestand is niet te lezen. Kies een ander bestand.")
    if not inhoud:
        return Gebrek("bijlagen", "Dit bestand is leeg. Kies een ander bestand.")
    soort = mimetypes.guess_type(pad.name)[0] or "application/octet-stream"
    return BerichtBijlage(pad.name, soort, inhoud)


class Bijlagen(QtWidgets.QWidget):
    """A list that grows by button or by dropping a file; `gewijzigd` after every change."""

    gewijzigd = QtCore.Signal()

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._bijlagen: list[BerichtBijlage] = []
        self.melding = QtWidgets.QLabel(self)
        self.melding.setProperty("rol", "gebrek")
        self.melding.setWordWrap(True)
        self.melding.hide()
        self._rijen = QtWidgets.QVBoxLayout()
        self._rijen.setSpacing(theme.RUIMTE[0])
        self.toevoegen = QtWidgets.QPushButton("Bijlage &toevoegen …", self)
        theme.zet_icoon(self.toevoegen, "paperclip")
        self.toevoegen.clicked.connect(self._kies)
        knoppen = QtWidgets.QHBoxLayout()
        knoppen.addWidget(self.toevoegen)
        knoppen.addStretch()
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(theme.RUIMTE[1])
        indeling.addLayout(self._rijen)
        indeling.addWidget(self.melding)
        indeling.addLayout(knoppen)
        self._toon()

    def bijlagen(self) -> tuple[BerichtBijlage, ...]:
        """What is attached now."""
        return tuple(self._bijlagen)

    def zet(self, bijlagen: Sequence[BerichtBijlage]) -> None:
        """Show these; this is not a change by the user."""
        self._bijlagen = list(bijlagen)
        self.melding.hide()
        self._toon()

    def voeg_toe(self, bijlagen: Sequence[BerichtBijlage]) -> None:
        """Add these, but not the same file twice."""
        nieuw = [b for b in bijlagen if b not in self._bijlagen]
        self._bijlagen += nieuw
        self.melding.hide()
        self._toon()
        if nieuw:
            self.gewijzigd.emit()

    def voeg_bestand_toe(self, pad: Path) -> bool:
        """Add a file from the disk; False when that cannot be, with the reason shown."""
        gelezen = lees_bijlage(pad)
        if isinstance(gelezen, Gebrek):
            self.melding.setText(gelezen.melding)
            self.melding.show()
            return False
        self.voeg_toe([gelezen])
        return True

    def _kies(self) -> None:
        pad = messages.kies_bestand(self, "Bijlage toevoegen")
        if pad is not None:
            self.voeg_bestand_toe(pad)

    def _verwijder(self, bijlage: BerichtBijlage) -> None:
        self._bijlagen.remove(bijlage)
        self._toon()
        self.toevoegen.setFocus()
        self.gewijzigd.emit()

    def _toon(self) -> None:
        maak_leeg(self._rijen)
        if not self._bijlagen:
            leeg = QtWidgets.QLabel(_LEEG, self)
            leeg.setProperty("rol", "stil")
            self._rijen.addWidget(leeg)
        for bijlage in self._bijlagen:
            self._rijen.addWidget(self._rij(bijlage))

    def _rij(self, bijlage: BerichtBijlage) -> QtWidgets.QWidget:
        rij = QtWidgets.QWidget(self)
        naam = QtWidgets.QLabel(bijlage.naam, rij)
        naam.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        naam.setWordWrap(True)
        grootte = QtWidgets.QLabel(omvang(len(bijlage.inhoud)), rij)
        grootte.setProperty("rol", "stil")
        weg = QtWidgets.QPushButton("Weghalen", rij)
        weg.setProperty("rol", "plat")
        weg.setAccessibleName(f"Bijlage {bijlage.naam} weghalen")
        theme.zet_icoon(weg, "x", "accent")
        weg.clicked.connect(partial(self._verwijder, bijlage))
        indeling = QtWidgets.QHBoxLayout(rij)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.addWidget(naam, 1)
        indeling.addWidget(grootte)
        indeling.addWidget(weg)
        return rij
