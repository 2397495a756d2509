# SPDX-License-Identifier: EUPL-1.2
"""A list of acts by date, act, dossier and who: of a copy of the kluis, or still to be entered again."""

from datetime import datetime
from typing import Protocol

from PySide6 import QtWidgets

from gemeente_pga.domain.moment import moment_kort
from gemeente_pga.store.queries.journaal import act_zin
from gemeente_pga.ui.widgets.invoer import Passend
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst


class Regel(Protocol):
    """What a line of the list shows."""

    @property
    def n(self) -> int: ...
    @property
    def code(self) -> str: ...
    @property
    def tijd(self) -> datetime: ...
    @property
    def wie(self) -> str: ...
    @property
    def dossiernummer(self) -> str: ...


def wanneer(regel: Regel) -> str:
    """The moment of an act, as it was here."""
    return moment_kort(regel.tijd.astimezone().isoformat(timespec="seconds"))


def handelingenlijst(parent: QtWidgets.QWidget, naam: str) -> Lijst:
    """An empty list with these four columns. naam: what a screen reader calls it."""
    lijst = Lijst(parent)
    lijst.setAccessibleName(naam)
    lijst.stel_in(
        [
            Kolom[Regel]("Datum", wanneer),
            Kolom[Regel]("Handeling", lambda r: act_zin(r.code), rek=True),
            Kolom[Regel]("Dossier", lambda r: r.dossiernummer or "–"),
            Kolom[Regel]("Door", lambda r: r.wie or "onbekend"),
        ],
        sleutel=lambda r: r.n,
    )
    Passend(lijst, rijen=8)
    return lijst
