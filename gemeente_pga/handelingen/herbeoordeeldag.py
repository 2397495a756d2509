# SPDX-License-Identifier: EUPL-1.2
"""Setting the day of the next review, inside an act: one that is overdue is not put off in silence."""

from datetime import date

from gemeente_pga.domain.afwijking import Afwijking
from gemeente_pga.domain.casus import is_overgeslagen
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.handelingen.afwijking import write_afwijking
from gemeente_pga.store.lezer import lees_dag
from gemeente_pga.store.store import Writer


def set_herbeoordeling(
    w: Writer,
    casus_id: int,
    dag: date | None,
    *,
    op: date,
    afwijking: Afwijking | None = None,
    mits_toegestaan: bool = False,
) -> None:
    """The next review of this casus. mits_toegestaan: an overdue day stays when there is no deviation."""
    rij = w.row("SELECT status, volgende_herbeoordeling FROM casus WHERE id = ?", casus_id)
    if rij is None:
        raise LookupError("no such casus")
    if is_overgeslagen(rij["status"], lees_dag(rij["volgende_herbeoordeling"]), dag, op):
        if afwijking is None:
            if mits_toegestaan:
                return
            raise Storing(
                "De datum van de herbeoordeling is voorbij.",
                "Doe de herbeoordeling eerst, of leg vast waarom niet.",
            )
        write_afwijking(w, ("casus", casus_id), afwijking)
    w.update("casus", casus_id, {"volgende_herbeoordeling": dag})
