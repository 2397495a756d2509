# SPDX-License-Identifier: EUPL-1.2
"""The gate at the beginning of an act: asked inside it, so that no screen and no import goes around it."""

from datetime import date

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.poort import Deur, belet
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.poort import poortfeiten


def require(w: Lezer, dossier_id: int | None, deur: Deur, op: date, *, acuut: bool = False) -> None:
    """Storing with the first thing that stands in the way.

    dossier_id None: the municipality that a new dossier starts with; better ask once the dossier is there.
    """
    punten = belet(poortfeiten(w, dossier_id, op), deur, op, acuut=acuut)
    if punten:
        raise Storing("Dit kan nu niet.", punten[0].zin)
