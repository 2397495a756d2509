# SPDX-License-Identifier: EUPL-1.2
"""The band above every screen of a kluis that does not simply lead: who has it, and until when."""

from typing import TYPE_CHECKING

from gemeente_pga.domain.waarneming import zin_band
from gemeente_pga.store.queries.waarneming import waarneming
from gemeente_pga.ui.band import Band

if TYPE_CHECKING:
    from gemeente_pga.ui.window import Window


class Waarnemingsband(Band):
    """What this copy of the kluis is now."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window, "Waarneming", "waarneming")

    def zin(self) -> str:
        """Who has the kluis; "" when it simply leads here."""
        omgeving = self._window.omgeving
        with omgeving.store.reader() as r:
            return zin_band(omgeving.store.toestand, waarneming(r), omgeving.vandaag())
