# SPDX-License-Identifier: EUPL-1.2
"""Acts about the kluis file and its computer: what was found on opening, and what was done about it."""

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.klok import Klokbevinding
from gemeente_pga.domain.merk import Merkbevinding
from gemeente_pga.store.store import Store


def log_merk(store: Store, bevinding: Merkbevinding, reden: str) -> None:
    """Record that kluis and mark disagreed, and why the kluis was opened all the same."""
    with store.write(bevinding.handeling, reden=reden):
        pass


def log_klok(store: Store, bevinding: Klokbevinding) -> None:
    """Record that the user said that the clock is right; what was recorded before then dates nothing."""
    with store.write(Handeling.KLUIS_KLOK_BEVESTIGEN, reden=bevinding.code):
        pass


def log_bestand_hersteld(store: Store) -> None:
    """Record that a torn page without data was found and the file made anew without it."""
    with store.write(Handeling.KLUIS_BESTAND_HERSTELLEN):
        pass
