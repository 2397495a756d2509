# SPDX-License-Identifier: EUPL-1.2
"""Acts on a telephone note: record it, call back, and close one that leads to no signal."""

from datetime import date, datetime

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.notitie import Telefoonnotitie, Terugbellen
from gemeente_pga.domain.poort import Deur
from gemeente_pga.handelingen.poort import require
from gemeente_pga.store.queries.signaal import notitie as lees_notitie
from gemeente_pga.store.store import Store

CONCEPT = "telefoonnotitie"
TERUGBELCONCEPT = "terugbellen"


def register_notitie(store: Store, notitie: Telefoonnotitie) -> int:
    """Record the note; from now on it waits on Bureau to be worked out."""
    with store.write(Handeling.NOTITIE_VASTLEGGEN) as w:
        require(w, None, Deur.INTAKE, date.fromisoformat(w.vastgelegd_op[:10]), acuut=notitie.acuut)
        notitie_id = w.insert("telefoonnotitie", notitie)
        w.onderwerp = ("telefoonnotitie", notitie_id)
        w.discard_concept(CONCEPT)
    return notitie_id


def call_back(store: Store, notitie_id: int, terugbellen: Terugbellen) -> None:
    """Record that the caller was called back, before or after the note was worked out."""
    with store.write(Handeling.NOTITIE_TERUGBELLEN, onderwerp=("telefoonnotitie", notitie_id)) as w:
        if lees_notitie(w, notitie_id) is None:
            raise Storing("Deze telefoonnotitie is er niet meer.", "Ga terug naar Bureau.")
        w.update("telefoonnotitie", notitie_id, terugbellen)
        w.discard_concept(TERUGBELCONCEPT, str(notitie_id))


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
