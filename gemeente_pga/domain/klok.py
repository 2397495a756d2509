# SPDX-License-Identifier: EUPL-1.2
"""The clock of the computer against the days of the journaal: when it cannot be right, and what is asked.

One act with a wrong clock must not count for ever: once somebody has said which day it is, only what was
recorded since then counts.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.tekst import datum_lang

VER_VOORUIT = timedelta(days=366)
"""After so long without any act the clock is asked about, not just believed."""
ACHTER = timedelta(days=2)
"""A day less can be a journey or a change of the clock; that is only told."""
VOORUIT_CODE, ACHTER_CODE = "klok_vooruit", "klok_achter"
REDENNAMEN: dict[str, str] = {
    VOORUIT_CODE: "De klok stond veel later dan de laatste handeling",
    ACHTER_CODE: "De klok stond eerder dan de laatste handeling",
}
_VRAAG = (
    "Kijk op een telefoon of een andere klok welke dag het is. Is dit de goede datum, ga dan verder; dat "
    "wordt vastgelegd. Zo niet, sluit dan het programma en laat de klok van de computer goed zetten."
)


@dataclass(frozen=True, slots=True)
class Klokbevinding:
    """The clock differs too much from the last day in the journaal to be believed."""

    laatste: date
    vandaag: date

    @property
    def code(self) -> str:
        """Why it was asked, in the log."""
        return VOORUIT_CODE if self.vandaag > self.laatste else ACHTER_CODE


class KlokStoring(Storing):
    """The kluis was not opened: the user must first say whether this is the right day."""

    def __init__(self, bevinding: Klokbevinding) -> None:
        super().__init__(
            f"Volgens deze computer is het {datum_lang(bevinding.vandaag)}. De laatste handeling in deze "
            f"kluis is van {datum_lang(bevinding.laatste)}.",
            _VRAAG,
        )
        self.bevinding = bevinding


class KlokOnzeker(Storing):
    """Whoever only looks may not say which day it is: an end date depends on it."""

    def __init__(self) -> None:
        super().__init__(
            "De klok van deze computer past niet bij het journaal van de kluis.",
            "Laat de klok goed zetten, of laat de coördinator de kluis eerst openen.",
        )


def compare_klok(laatste: date, vandaag: date) -> Klokbevinding | None:
    """laatste: the latest day in the journaal. None when the clock can be right."""
    if vandaag - laatste > VER_VOORUIT or laatste - vandaag >= ACHTER:
        return Klokbevinding(laatste, vandaag)
    return None
