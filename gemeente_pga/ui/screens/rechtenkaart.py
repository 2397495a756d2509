# SPDX-License-Identifier: EUPL-1.2
"""A card of the tab Rechten en termijnen of a dossier: one subject, with its own data and its own fields."""

from typing import ClassVar

from PySide6 import QtCore

from gemeente_pga.store.store import Reader
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import Beeld
from gemeente_pga.ui.widgets.kaart import Kaart


class Rechtenkaart(Kaart):
    """One card. `naar` asks for another place, as an Ontbreekt(scherm, veld)."""

    titel: ClassVar[str] = ""
    wegwijzersleutel: ClassVar[str] = ""
    # Fields that lead here, as in Ontbreekt("dossier", veld); and tables whose rows stand in this card.
    velden: ClassVar[frozenset[str]] = frozenset()
    tabellen: ClassVar[frozenset[str]] = frozenset()

    naar = QtCore.Signal(object)

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(self.titel)
        self.omgeving = omgeving
        self.beeld: Beeld | None = None

    def toon(self, r: Reader, beeld: Beeld) -> None:
        """Show this dossier. Never loses unsaved typing."""
        self.beeld = beeld

    def naar_onderdeel(self, veld: str) -> bool:
        """Go to a field or a row ("<tabel>:<id>"); False when it is not here."""
        del veld
        return False
