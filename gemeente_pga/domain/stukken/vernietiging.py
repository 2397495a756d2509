# SPDX-License-Identifier: EUPL-1.2
"""The list that is authorised and the verklaring of what was destroyed. Neither names a dossier or a person.

kenmerk of a line: the first digits of the random id of a dossier, as the kluis keeps it afterwards too.
"""

from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.stukken.basis import Kop


@dataclass(frozen=True, slots=True, kw_only=True)
class Vernietigingsregel:
    """One dossier, before or after. wijze, door, op: how, by whom and when it was destroyed."""

    volgnummer: int
    kenmerk: str
    soort: str
    jaren: str
    bewaartermijn: str
    grond: str
    selectielijst: str
    stukken: int
    papier: int
    wijze: str = ""
    door: str = ""
    op: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vernietigingslijst:
    """What the archivaris is asked to judge."""

    kop: Kop
    opgesteld_door: str
    regels: tuple[Vernietigingsregel, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VerklaringVanVernietiging:
    """What one list destroyed. gebleven: so many lines were not. back_ups_tot: when the last one is gone."""

    kop: Kop
    lijst: str
    machtiging_door: str
    machtiging_functie: str
    machtiging_kenmerk: str
    machtiging_op: date | None = None
    regels: tuple[Vernietigingsregel, ...] = ()
    gebleven: int = 0
    back_ups_tot: date | None = None
