# SPDX-License-Identifier: EUPL-1.2
"""Deviating from the agreed way of working where the law leaves room: never without a written reason.

What is not in REGELS cannot be deviated from (Kamerstuk 29754, nr. 731: a deviation is written down).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.tekst import Invoer

HERBEOORDELING_OVERGESLAGEN, WEGING_ONVOLLEDIG, KORTE_WEGING = (
    "herbeoordeling_overgeslagen", "weging_onvolledig", "korte_weging",
)  # fmt: skip
REGELS: Final[Mapping[str, str]] = {
    HERBEOORDELING_OVERGESLAGEN: "De herbeoordeling is niet gedaan op de afgesproken dag.",
    WEGING_ONVOLLEDIG: "De weging is gehouden zonder alle drie de kernpartijen.",
    KORTE_WEGING: "De weging is kort gehouden, zonder een antwoord per criterium.",
}


@dataclass(frozen=True, slots=True)
class Afwijking:
    """One deviation. Field names equal the columns of table afwijking. reden: a code."""

    regel: str
    reden: str
    toelichting: str
    door: str
    op: date


def read_afwijking(lees: Invoer, kader: Kader, regel: str, vandaag: date) -> Afwijking:
    """A deviation from the fields afwijking_reden, afwijking_toelichting and afwijking_door."""
    if regel not in REGELS:
        raise ValueError(regel)
    return Afwijking(
        regel=regel,
        reden=lees.code(
            "afwijking_reden", "Reden om af te wijken", kader.codes("reden_afwijking"), verplicht=True
        ),
        toelichting=lees.tekst("afwijking_toelichting", "Toelichting bij de afwijking", verplicht=True),
        door=lees.regel("afwijking_door", "Wie besloot dit", verplicht=True),
        op=vandaag,
    )
