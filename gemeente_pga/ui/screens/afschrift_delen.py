# SPDX-License-Identifier: EUPL-1.2
"""What the screen of the copy is built from: lists, rows of buttons, and an item in words."""

from typing import TypeVar

from PySide6 import QtWidgets

from gemeente_pga.domain.afschrift import GEVEN, MASKEREN, Gegeven, Oordeel, grondzin
from gemeente_pga.domain.tekst import midden_in_zin
from gemeente_pga.ui import theme
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.stroom import StroomLayout

_BREED = 90
R = TypeVar("R")


def knoppenrij(*knoppen: QtWidgets.QWidget) -> QtWidgets.QWidget:
    """Buttons beside each other, on more lines when there is no room."""
    rij = QtWidgets.QWidget()
    stroom = StroomLayout(rij, ruimte=theme.RUIMTE[1])
    for deel in knoppen:
        stroom.addWidget(deel)
    return rij


def maak_lijst(naam: str, uitleg: str, kolommen: list[Kolom[R]]) -> Lijst:
    """A list of parts or of items."""
    lijst = Lijst()
    lijst.setObjectName(naam)
    lijst.setAccessibleName(uitleg)
    lijst.stel_in(kolommen, sleutel=lambda rij: getattr(rij, "sleutel", None))
    return lijst


def kort(tekst: str) -> str:
    """The beginning of a text, on one line."""
    een = " ".join(tekst.split())
    return f"{een[:_BREED]}…" if len(een) > _BREED else een


def uitkomst(g: Gegeven) -> str:
    """What happens with it, or what is proposed."""
    return zin(g.geldt) if g.geldt else f"Te beoordelen. Voorstel: {midden_in_zin(zin(g.voorstel))}"


def zin(oordeel: Oordeel) -> str:
    """What happens with it, in words."""
    if oordeel.uitkomst == GEVEN:
        return "Geven"
    wat = "Deels geven" if oordeel.uitkomst == MASKEREN else "Niet geven"
    return f"{wat}. {grondzin(oordeel.grond)}."
