# SPDX-License-Identifier: EUPL-1.2
"""What should be in the kluis, in plain Python: the machine changes this beside the program and compares."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Protocol, TypeVar

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import Kader
from gemeente_pga.store.store import Store
from tests.model import orakel
from tests.model.dingen import Casus, Dossier, Lek, Lijst, Overleg, Punt, Signaal, Weging

T = TypeVar("T")


class Afgewezen(Exception):
    """What was typed is refused before there is an act; the first fault is the message."""


def goed(uitkomst: "T | list[Gebrek]") -> T:
    """What a form gives when it has no fault to name."""
    if isinstance(uitkomst, list):
        raise Afgewezen(uitkomst[0].melding)
    return uitkomst


class Keus(Protocol):
    """Where every choice of a step comes from."""

    def uit(self, keuzes: Sequence[T]) -> T:
        """One of these."""

    def beste(self, alles: Iterable[T], kan: Callable[[T], bool]) -> T | None:
        """One for which it can be done, or now and then just any; None when there is none."""

    def fout(self) -> bool:
        """Put something wrong in this attempt?"""


@dataclass(frozen=True)
class Poging:
    """One act about to be tried. belet: why it must be refused; empty when it must be accepted; None when
    nothing is said of it, as long as it leaves one line or none.

    na: what changes in the model once it was accepted, given the outcome. regels: lines in the log.
    """

    doe: Callable[[], Any]
    belet: str | None = ""
    na: Callable[[Any], None] = lambda _: None
    regels: int = 1
    dossier: "Dossier | None" = None


class Model:
    """The kluis as it should be, and the clock."""

    def __init__(self, store: Store, ids: dict[str, int], kader: Kader, nu: datetime) -> None:
        self.store, self.ids, self.kader, self.nu = store, ids, kader, nu
        self.dossiers: list[Dossier] = []
        self.focus: Dossier | None = None
        self.weg: list[Dossier] = []
        self.overleggen: list[Overleg] = []
        self.lijsten: list[Lijst] = []
        self.lekken: list[Lek] = []
        self.notities: list[Any] = []
        self.termijnen: dict[str, tuple[str, str]] = {}
        """signed: code of the term -> (how long, from what)"""
        self.extra: dict[str, Any] = {}

    @property
    def vandaag(self) -> date:
        """Today, here."""
        return orakel.lokaal(self.nu).date()

    def klok(self) -> datetime:
        """What the program is told that the time is."""
        return self.nu

    def tik(self, **verschil: float) -> None:
        """Time goes by."""
        self.nu = (self.nu.astimezone(UTC) + timedelta(**verschil)).astimezone(UTC)

    def kies(self, k: Keus, alles: Iterable[T]) -> T | None:
        """One of these, the newest most often; None when there is none."""
        lijst = list(alles)
        return k.uit(lijst) if lijst else None

    @property
    def beeld(self) -> list[Dossier]:
        """The dossiers that a step may choose from: all, or the one that is worked on."""
        return [self.focus] if self.focus else self.dossiers

    def signalen(self) -> list[Signaal]:
        """Every signal in sight."""
        return [s for d in self.beeld for s in d.signalen]

    def casussen(self) -> list[Casus]:
        """Every casus in sight."""
        return [c for d in self.beeld for c in d.casussen]

    def wegingen(self) -> list[Weging]:
        """Every weging in sight."""
        return [w for d in self.beeld for w in d.wegingen]

    def punten(self) -> list[Punt]:
        """Every point on an agenda in sight."""
        return [p for o in self.overleggen for p in o.punten if p.casus.dossier in self.beeld]

    def alle_punten(self) -> list[Punt]:
        """Every point on an agenda."""
        return [p for o in self.overleggen for p in o.punten]

    def rij(self, sql: str, *waarden: object) -> Any:
        """One value out of the kluis, for what only the program knows: an id that it drew."""
        with self.store.reader() as r:
            return r.value(sql, *waarden)  # type: ignore[arg-type]
