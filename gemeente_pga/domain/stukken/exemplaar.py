# SPDX-License-Identifier: EUPL-1.2
"""The sheet in front of a copy, and lists of copies with their holders; without contents of a dossier."""

from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.stukken.basis import Kop, Staat


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemplaarpunt:
    """One copy in a list. stuk: which paper, in a list over several. gevraagd: of the holder."""

    nummer: int
    houder: str
    uitgereikt: date
    gevraagd: str
    stuk: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorblad:
    """In front of one copy. anderen: the whole list, and only where the holders know of each other."""

    kop: Kop
    stuk: str
    controlecode: str
    zelf: Exemplaarpunt
    anderen: tuple[Exemplaarpunt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemplarenlijst:
    """For the coordinator: who holds what, with room to tick off what came back."""

    kop: Kop
    over: str
    regels: tuple[Exemplaarpunt, ...]


def lijst_kop(gemeente: str, soort: str, kenmerk: str, vandaag: date, *, oefening: bool) -> Kop:
    """The head of a list over several papers, or of a paper that others made."""
    return Kop(
        gemeente=gemeente,
        documentsoort=soort,
        kenmerk=kenmerk,
        datum=vandaag,
        staat=Staat.VASTGESTELD,
        oefening=oefening,
    )
