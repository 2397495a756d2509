# SPDX-License-Identifier: EUPL-1.2
"""What a step is, how steps stand in a row, and how every dossier ends: kept, then destroyed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gemeente_pga.domain.staten import SignaalStaat as S
from gemeente_pga.domain.staten import label
from gemeente_pga.domain.tekst import datum_kort


class Stand(StrEnum):
    """How a step stands."""

    KLAAR = "klaar"
    HUIDIG = "huidig"
    GEBLOKKEERD = "geblokkeerd"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Ontbreekt:
    """What is missing, in one sentence, and the screen and field where it is answered."""

    zin: str
    scherm: str
    veld: str = ""


@dataclass(frozen=True, slots=True)
class Stap:
    """One step of the bar. HUIDIG: can be done now, `ontbreekt` says what is left to do.

    GEBLOKKEERD: comes now, but cannot be done before what `ontbreekt` says.
    """

    code: str
    titel: str
    stand: Stand
    scherm: str
    ontbreekt: tuple[Ontbreekt, ...] = ()

    @property
    def uitleg(self) -> str:
        """The first thing that is missing; empty when nothing is."""
        return self.ontbreekt[0].zin if self.ontbreekt else ""

    @property
    def meldingen(self) -> tuple[str, ...]:
        """Everything that is missing, as sentences."""
        return tuple(punt.zin for punt in self.ontbreekt)


@dataclass(frozen=True, slots=True)
class Slotfeiten:
    """What decides on keeping and destroying. No number is ever assumed: a term counts once vastgesteld."""

    bewaartermijn_vastgesteld: bool = False
    vernietigen_op: date | None = None
    opgeschort: bool = False
    machtiging_vernietiging: bool = False


GEEN_SLOT = Slotfeiten()


def volgende(stappen: Iterable[Stap]) -> Stap | None:
    """The step that comes now; None when nothing is left to do."""
    return next((stap for stap in stappen if stap.stand in (Stand.HUIDIG, Stand.GEBLOKKEERD)), None)


def is_past(dag: date | None, vandaag: date) -> bool:
    """Has this day gone by? A day that is not set has not."""
    return dag is not None and dag < vandaag


class Bouw:
    """Puts steps in a row: after the first that is not done, all others are for later."""

    def __init__(self) -> None:
        self._stappen: list[Stap] = []
        self._open = False

    def klaar(self, code: str, titel: str, scherm: str) -> None:
        """A step that is done."""
        self._stappen.append(Stap(str(code), titel, Stand.KLAAR, scherm))

    def stap(
        self,
        code: str,
        titel: str,
        scherm: str,
        klaar: bool,
        *,
        belet: tuple[Ontbreekt, ...] = (),
        nodig: tuple[Ontbreekt, ...] = (),
    ) -> None:
        """A step that may be done. belet: what stands in its way; nodig: what there is to do in it."""
        if klaar:
            self.klaar(code, titel, scherm)
        elif self._open:
            self._stappen.append(Stap(str(code), titel, Stand.LATER, scherm))
        else:
            self._open = True
            stand = Stand.GEBLOKKEERD if belet else Stand.HUIDIG
            self._stappen.append(Stap(str(code), titel, stand, scherm, (*belet, *nodig)))

    def gereed(self) -> tuple[Stap, ...]:
        """The row."""
        return tuple(self._stappen)


def mist_slot(slot: Slotfeiten, naar: str, vandaag: date) -> tuple[Ontbreekt, ...]:
    """What stands between a closed dossier and keeping it under a term, or destroying it."""
    if not slot.bewaartermijn_vastgesteld:
        zin = (
            "De bewaartermijn is nog niet vastgesteld. Laat het kader vaststellen; tot die tijd telt er geen "
            "termijn en wordt er niets vernietigd."
        )
        return (Ontbreekt(zin, "inrichting", "kader"),)
    if naar == S.GESLOTEN:
        return ()
    punten = []
    if slot.opgeschort:
        punten.append(
            Ontbreekt("Vernietigen is opgeschort, want er loopt een verzoek of procedure.", "casus")
        )
    if slot.vernietigen_op is None or slot.vernietigen_op > vandaag:
        wanneer = f"tot {datum_kort(slot.vernietigen_op)}" if slot.vernietigen_op else "nog zonder einddatum"
        punten.append(Ontbreekt(f"De bewaartermijn loopt {wanneer}.", "casus"))
    if not slot.machtiging_vernietiging:
        punten.append(Ontbreekt("De machtiging om te vernietigen ontbreekt.", "casus"))
    return tuple(punten)


def add_slot(bouw: Bouw, soort: str, staat: str, slot: Slotfeiten, vandaag: date) -> None:
    """The last two steps of every dossier."""
    dicht = staat in (S.GESLOTEN, S.VERNIETIGD)
    bouw.stap(S.GESLOTEN, label(soort, S.GESLOTEN), soort, dicht, belet=mist_slot(slot, S.GESLOTEN, vandaag))
    bouw.stap(S.VERNIETIGD, label(soort, S.VERNIETIGD), soort, staat == S.VERNIETIGD,
              belet=mist_slot(slot, S.VERNIETIGD, vandaag))  # fmt: skip
