# SPDX-License-Identifier: EUPL-1.2
"""Acts on a telephone note: record it, and close one that leads to no signal."""

from datetime import datetime

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.notitie import Telefoonnotitie
from gemeente_pga.store.queries.signaal import notitie as lees_notitie
from gemeente_pga.store.store import Store

CONCEPT = "telefoonnotitie"


def register_notitie(store: Store, notitie: Telefoonnotitie) -> int:
    """Record the note; from now on it waits on Bureau to be worked out."""
    with store.write(Handeling.NOTITIE_VASTLEGGEN) as w:
        notitie_id = w.insert("telefoonnotitie", notitie)
        w.onderwerp = ("telefoonnotitie", notitie_id)
        w.discard_concept(CONCEPT)
    return notitie_id


def close_notitie(store: Store, notitie_id: int, reden: str, nu: datetime) -> None:
    """Close a note that leads to no signal, with a reason code; the weegploeg hears of it."""
    with store.write(
        Handeling.NOTITIE_AFHANDELEN, onderwerp=("telefoonnotitie", notitie_id), reden=reden
    ) as w:
        blad = lees_notitie(w, notitie_id)
        if blad is None or not blad.is_open:
            raise Storing("Deze telefoonnotitie is al afgehandeld.", "Ga terug naar Bureau.")
        w.update("telefoonnotitie", notitie_id, {"afgehandeld_reden": reden, "afgehandeld_op": nu})
        w.discard_concept("nieuw_signaal", str(notitie_id))
