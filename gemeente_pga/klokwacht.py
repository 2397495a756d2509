# SPDX-License-Identifier: EUPL-1.2
"""Holds the clock of the computer against an opened kluis, before anything is recorded with a wrong day."""

from datetime import date
from typing import TYPE_CHECKING

from gemeente_pga.domain.klok import Klokbevinding, KlokOnzeker, KlokStoring, compare_klok

if TYPE_CHECKING:
    from gemeente_pga.store.store import Store


def toets_klok(store: "Store", vandaag: date, *, datum_klopt: bool) -> Klokbevinding | None:
    """What the user says is right all the same, to be recorded; KlokStoring as long as she has not.

    KlokOnzeker for the FG, whose own last day depends on it.
    """
    from gemeente_pga.store.queries.sleutels import laatste_dag

    with store.reader() as r:
        bevinding = compare_klok(laatste_dag(r), vandaag)
    if bevinding is not None and store.wie.alleen_lezen:
        raise KlokOnzeker
    if bevinding is not None and not datum_klopt:
        raise KlokStoring(bevinding)
    return bevinding
