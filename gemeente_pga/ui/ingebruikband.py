# SPDX-License-Identifier: EUPL-1.2
"""The band above every screen of a kluis that is not in use yet: only acute danger may be recorded."""

from typing import TYPE_CHECKING

from gemeente_pga.store.queries.ingebruikname import zinnen_onvolledig
from gemeente_pga.ui.band import Band
from gemeente_pga.ui.omgeving import Omgeving

if TYPE_CHECKING:
    from gemeente_pga.ui.window import Window

_KORT = "Ingebruikname niet compleet: alleen acuut gevaar mag worden vastgelegd."
_VOORAF = "Is er geen acuut gevaar? Schrijf het dan op papier: de ingebruikname is nog niet compleet."


def zeg_vooraf(omgeving: Omgeving) -> bool:
    """Before somebody types what may not be recorded yet: say so, and the way on. Was it said?"""
    with omgeving.store.reader() as r:
        onvolledig = bool(zinnen_onvolledig(r))
    window = omgeving.window
    if onvolledig:
        window.meld(
            _VOORAF, "let_op", ("Ingebruikname", lambda: window.open("inrichting", None, "ingebruikname"))
        )
    return onvolledig


class Ingebruikband(Band):
    """What is missing before work may begin."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window, "Ingebruikname", "ingebruikname")

    def zin(self) -> str:
        """One sentence for each municipality that is not ready."""
        with self._window.omgeving.store.reader() as r:
            return " ".join(zinnen_onvolledig(r))

    def korte_zin(self) -> str:
        """What may not be done; the page behind the button says what is missing."""
        with self._window.omgeving.store.reader() as r:
            onvolledig = bool(zinnen_onvolledig(r))
        return _KORT if onvolledig else ""
