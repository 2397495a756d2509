# SPDX-License-Identifier: EUPL-1.2
"""The band above every screen of a kluis that is not in use yet: only acute danger may be recorded."""

from typing import TYPE_CHECKING

from gemeente_pga.store.queries.ingebruikname import zinnen_onvolledig
from gemeente_pga.ui.band import Band

if TYPE_CHECKING:
    from gemeente_pga.ui.window import Window

_KORT = "Ingebruikname niet compleet: alleen acuut gevaar mag worden vastgelegd."


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
