# SPDX-License-Identifier: EUPL-1.2
"""Acts on a consultatie zonder naam: record it, and correct it or put it with a dossier.

What a corrected text said before is not kept: the usual reason is that it said too much.
"""

from datetime import date

from gemeente_pga.domain.consultatie import Consultatie, traceable
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.store.queries.consultatie import consultatieblad
from gemeente_pga.store.queries.dossiers import is_gesloten
from gemeente_pga.store.queries.lekcontrole import herleidbaar
from gemeente_pga.store.store import Store, Writer

CONCEPT = "consultatie"


def register_consultatie(store: Store, consultatie: Consultatie, vandaag: date) -> int:
    """Record that advice was asked and given without naming anybody."""
    with store.write(Handeling.CONSULTATIE_VASTLEGGEN) as w:
        _check(w, consultatie, vandaag, eerder=None)
        consultatie_id = w.insert("consultatie", consultatie)
        w.onderwerp, w.dossier_id = ("consultatie", consultatie_id), consultatie.dossier_id
        w.discard_concept(CONCEPT)
    return consultatie_id


def correct_consultatie(
    store: Store, consultatie_id: int, consultatie: Consultatie, *, reden: str, vandaag: date
) -> None:
    """Change what was recorded, or put it with a dossier, for a reason code."""
    with store.write(
        Handeling.CONSULTATIE_CORRIGEREN, onderwerp=("consultatie", consultatie_id), reden=reden
    ) as w:
        w.clear_traces()  # of what it said too much
        blad = consultatieblad(w, consultatie_id)
        if blad is None:
            raise Storing("Deze consultatie is er niet meer.", "Ga terug naar de lijst.")
        _check(w, consultatie, vandaag, eerder=blad.inhoud.dossier_id)
        w.update("consultatie", consultatie_id, consultatie)
        w.dossier_id = consultatie.dossier_id or blad.inhoud.dossier_id
        w.discard_concept(CONCEPT, str(consultatie_id))


def _check(w: Writer, consultatie: Consultatie, vandaag: date, *, eerder: int | None) -> None:
    """Nobody is named, whatever happened since the form was read; a closed dossier stays closed."""
    dossier_id = consultatie.dossier_id
    if dossier_id is not None and dossier_id != eerder and is_gesloten(w, dossier_id):
        raise Storing("Dat dossier is gesloten.", "Laat de consultatie los staan, of kies een ander dossier.")
    bekend = herleidbaar(w, dossier_id) if dossier_id is not None else ()
    gebreken = traceable(consultatie, vandaag, bekend)
    if gebreken:
        raise Storing("In deze consultatie staat iets waaraan iemand te herkennen is.", gebreken[0].melding)
