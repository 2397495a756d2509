# SPDX-License-Identifier: EUPL-1.2
"""What every screen gets in its hands: the store, the kader, the worker, the clock and the way to move.

app.py makes one per opened kluis; a screen knows nothing that is not in here.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar

if TYPE_CHECKING:
    from PySide6 import QtWidgets

    from gemeente_pga.domain.kader import Kader
    from gemeente_pga.domain.kluisdienst import Kluisdienst
    from gemeente_pga.store.store import Store
    from gemeente_pga.ui.nakijken import Nakijken
    from gemeente_pga.ui.worker import Worker

T = TypeVar("T")
Soort = Literal["goed", "let_op", "fout"]
Actie = tuple[str, Callable[[], object]]
PLEK = "plek"  # the kind of concept that says where the user is
KADERTABELLEN = frozenset({"kader", "kaderwaarde", "vaststelling"})
"""After a change in one of these the kader counts otherwise."""


class Navigatie(Protocol):
    """The window, as far as a screen may know it."""

    def open(self, code: str, onderwerp_id: int | None = None, veld: str = "") -> None:
        """Show a screen, about this subject, with the focus on this field."""

    def terug(self) -> None:
        """Go back to the screen before this one."""

    def meld(self, tekst: str, soort: Soort = "goed", actie: Actie | None = None) -> None:
        """Say one sentence in the message bar, perhaps with one button beside it."""

    def neem_terug(self, tekst: str) -> None:
        """Take this sentence out of the message bar, if it still stands there."""

    def wegwijzer(self, sleutel: str) -> None:
        """Show the guidance for this step."""

    def onthoud_plek(self) -> None:
        """Keep where is typed now: after a crash the user comes back there."""

    def kies_zin(self, veld: "QtWidgets.QWidget | None" = None) -> None:
        """Offer the sentences that are kept, for this text field, or for the one that was typed in last."""

    def bevestig(self, waarom: str, dan: Callable[[], object]) -> None:
        """Ask for the wachtzin, unless it was typed less than a minute ago; then do this."""

    def vergrendel(self) -> None:
        """Lock the kluis now."""

    def blijf_open(self, minuten: int) -> None:
        """Lock only after so many idle minutes, until another kind of screen is shown."""

    def onderhoud(
        self,
        wat: str,
        job: Callable[[], T],
        klaar: Callable[[T], object],
        mislukt: Callable[[Exception], object],
    ) -> None:
        """Run a job that needs the whole kluis (a back-up); until it ends nothing can be read or typed."""


@dataclass
class Omgeving:
    """Everything a screen may use."""

    store: "Store"
    kader: "Kader"
    worker: "Worker"
    dienst: "Kluisdienst"
    vandaag: Callable[[], date]
    nu: Callable[[], datetime]
    oefenkluis: bool
    meekijken_tot: date | None = None  # the last day of the FG who looks along
    window: Navigatie = field(init=False)  # the window puts itself here
    nakijken: "Nakijken" = field(init=False)  # and its verification

    def lees_kader(self) -> None:
        """Work from now on with the kader in use as it counts now."""
        from gemeente_pga.store.queries.dossiers import actief_kader_id
        from gemeente_pga.store.queries.kader import kader_van

        with self.store.reader() as r:
            kader_id = actief_kader_id(r)
            if kader_id is not None:
                self.kader = kader_van(r, kader_id)

    def kader_van(self, kader_id: int) -> "Kader":
        """A kader of this kluis as it counts now; for what is done under an older one than that of now."""
        from gemeente_pga.store.queries.kader import kader_van

        with self.store.reader() as r:
            return kader_van(r, kader_id)

    def kader_van_dossier(self, dossier_id: int) -> "Kader":
        """The kader that this dossier was begun under."""
        from gemeente_pga.store.queries.kader import kader_van_dossier

        with self.store.reader() as r:
            return kader_van_dossier(r, dossier_id)

    @property
    def alleen_kijken(self) -> bool:
        """The FG looks along: nothing of the coordinator's work can be recorded."""
        return self.store.wie.alleen_lezen
