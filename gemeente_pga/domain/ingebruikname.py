# SPDX-License-Identifier: EUPL-1.2
"""What a municipality has to have in order before anything but acute danger is recorded for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

GEREED: Final = "gereed"
NIET_VAN_TOEPASSING: Final = "niet_van_toepassing"
PUNTEN: Final = (
    ("dpia", "DPIA"),
    ("regeling_avg_26", "Regeling gezamenlijke verantwoordelijkheid (AVG 26)"),
    ("convenant", "Convenant"),
    ("verwerkingsregister", "Verwerkingsregister"),
    ("mandaat", "Mandaat"),
    ("afspraken_zvh", "Afspraken met het Zorg- en Veiligheidshuis"),
    ("advies_fg", "Advies van de FG"),
)
MAG_ONTBREKEN: Final = frozenset({"afspraken_zvh"})
"""Points that need not be there, if a reason is given."""


@dataclass(frozen=True, slots=True)
class Punt:
    """One point of one municipality. stand: gereed or niet_van_toepassing."""

    punt: str
    stand: str
    op: date
    kenmerk: str = ""
    toelichting: str = ""

    @property
    def telt(self) -> bool:
        """In order; what does not apply counts only where that is possible, and with a reason."""
        if self.stand == GEREED:
            return True
        return self.stand == NIET_VAN_TOEPASSING and self.punt in MAG_ONTBREKEN and bool(self.toelichting)


def ontbrekend(rijen: Iterable[Punt]) -> tuple[str, ...]:
    """The names of the points that are not in order yet, as they stand on the list."""
    klaar = {rij.punt for rij in rijen if rij.telt}
    return tuple(naam for code, naam in PUNTEN if code not in klaar)
