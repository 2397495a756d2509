# SPDX-License-Identifier: EUPL-1.2
"""The list of acts that only the other copy of a kluis has: numbers, acts and dates, nothing of a dossier."""

from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.stukken.basis import Kop, Staat


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdoenregel:
    """One act. wanneer: as it is shown."""

    wanneer: str
    handeling: str
    dossier: str
    wie: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdoenlijst:
    """What has to be entered again, oldest first."""

    kop: Kop
    regels: tuple[Overdoenregel, ...]


def overdoen_kop(gemeente: str, vandaag: date, *, oefening: bool) -> Kop:
    """The head: neutral, and named after its day."""
    return Kop(
        gemeente=gemeente,
        documentsoort="Lijst opnieuw in te voeren",
        kenmerk=vandaag.isoformat(),
        datum=vandaag,
        staat=Staat.VASTGESTELD,
        oefening=oefening,
    )
