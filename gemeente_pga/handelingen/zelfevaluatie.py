# SPDX-License-Identifier: EUPL-1.2
"""The act of the zelfevaluatie: what the data say that day and what was written, frozen. No name gets in."""

from datetime import date

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.lekcontrole import zoek_lekken
from gemeente_pga.domain.zelfevaluatie import VRAGEN, Zelfevaluatie
from gemeente_pga.handelingen.document import write_frozen
from gemeente_pga.store.queries.lekcontrole import verboden
from gemeente_pga.store.queries.zelfevaluatie import zelfstuk
from gemeente_pga.store.store import Store

Conceptsleutel = tuple[str, str] | None


def vaststellen(
    store: Store, zelf: Zelfevaluatie, kader: Kader, *, op: date, concept: Conceptsleutel = None
) -> int:
    """Gives the document."""
    if len(zelf.woorden) != len(VRAGEN) or not all(zelf.woorden):
        raise Storing("Niet elke vraag is beantwoord.", "Schrijf bij elke vraag ten minste één zin.")
    with store.write(Handeling.ZELFEVALUATIE_VASTSTELLEN) as w:
        dossiers = [rij["id"] for rij in w.rows("SELECT id FROM dossier")]
        grond = verboden(w, dossiers, zonder_namen=True)
        lekken = zoek_lekken(("\n".join(zelf.woorden),), grond.verboden, toegestaan=grond.toegestaan)
        if lekken:
            raise Storing(f"Er staat iets in wat er niet in mag: {lekken[0].fragment}.", "Haal het weg.")
        document_id = write_frozen(w, zelfstuk(w, zelf, kader, op), op=op)
        w.onderwerp = ("document", document_id)
        if concept:
            w.discard_concept(*concept)
    return document_id
