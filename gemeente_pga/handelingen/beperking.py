# SPDX-License-Identifier: EUPL-1.2
"""Acts on restricted processing: restrict an item or a whole dossier, and lift it.

Acts that would make use of an item or a dossier ask `refuse_beperkt`. Not held back: keeping, correcting what
is contested, the request itself, what a betrokkene is told, and acute danger to somebody.
"""

from collections.abc import Iterable

from gemeente_pga.domain.beperking import DOSSIER_BEPERKT, MAG_NOG, Beperking, Opheffing
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.store.queries.beperking import beperkte_items, is_beperkt
from gemeente_pga.store.store import Store, Writer

Conceptsleutel = tuple[str, str] | None


def restrict(store: Store, dossier_id: int, beperking: Beperking, *, concept: Conceptsleutel = None) -> int:
    """From now on this is kept and nothing else; also in a closed dossier."""
    with store.write(Handeling.BEPERKING_ZETTEN, dossier_id=dossier_id) as w:
        if w.value(
            "SELECT 1 FROM beperking WHERE dossier_id = ? AND informatie_id IS ? AND opgeheven_op IS NULL",
            dossier_id,
            beperking.informatie_id,
        ):
            raise Storing("Dit is al beperkt.", "Hef die beperking eerst op.")
        if beperking.informatie_id is not None:
            eigen = w.value("SELECT dossier_id FROM informatie WHERE id = ?", beperking.informatie_id)
            if eigen != dossier_id:
                raise Storing("Dit gegeven hoort niet bij dit dossier.", "Open het dossier opnieuw.")
        beperking_id = w.insert("beperking", beperking, dossier_id=dossier_id)
        w.onderwerp = ("beperking", beperking_id)
        if concept:
            w.discard_concept(*concept)
    return beperking_id


def lift(store: Store, beperking_id: int, opheffing: Opheffing, *, concept: Conceptsleutel = None) -> None:
    """It takes part again, with the reason why."""
    with store.write(Handeling.BEPERKING_OPHEFFEN, onderwerp=("beperking", beperking_id)) as w:
        rij = w.row("SELECT dossier_id, opgeheven_op FROM beperking WHERE id = ?", beperking_id)
        if rij is None or rij["opgeheven_op"] is not None:
            raise Storing("Deze beperking is al opgeheven.", "Open het dossier opnieuw.")
        if not opheffing.opgeheven_reden:
            raise Storing("De reden ontbreekt.", "Schrijf op waarom de beperking eindigt.")
        w.dossier_id = rij["dossier_id"]
        w.update("beperking", beperking_id, opheffing)
        if concept:
            w.discard_concept(*concept)


def refuse_beperkt(w: Writer, dossier_id: int, informatie_ids: Iterable[int] = ()) -> None:
    """Storing when the dossier, or one of these items, may only be kept."""
    if is_beperkt(w, dossier_id):
        raise Storing(DOSSIER_BEPERKT, MAG_NOG)
    if beperkte_items(w, dossier_id) & set(informatie_ids):
        raise Storing(
            "De verwerking van dit gegeven is beperkt.",
            "Laat het weg, of hef eerst de beperking op op het tabblad Rechten.",
        )
