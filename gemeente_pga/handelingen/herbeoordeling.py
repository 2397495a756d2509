# SPDX-License-Identifier: EUPL-1.2
"""Acts of a review: begin it, answer each criterium and item again, conclude; the outcome moves the casus."""

from datetime import date

from gemeente_pga.domain.actualiteit import Actualiteit
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.herbeoordeling import (
    CONCEPT,
    VASTGESTELD,
    VOORTZETTEN,
    Herbeoordeling,
    Heroordeel,
    Uitkomst,
    ontbreekt,
)
from gemeente_pga.domain.kader import Kader
from gemeente_pga.handelingen.overgang import move_casus
from gemeente_pga.handelingen.poort import require_casus
from gemeente_pga.store.queries.casusfeiten import casusfeiten
from gemeente_pga.store.queries.herbeoordeling import (
    gegevens,
    laatste_herbeoordeling,
    open_herbeoordeling,
    vergelijk,
)
from gemeente_pga.store.queries.herbeoordeling import herbeoordeling as lees_herbeoordeling
from gemeente_pga.store.store import Store, Writer

Conceptsleutel = tuple[str, str] | None


def begin(store: Store, casus_id: int, *, op: date) -> int:
    """Begin the review of a casus that is carried out; gives the one that is already open."""
    with store.reader() as r:
        bestaand = open_herbeoordeling(r, casus_id)
    if bestaand is not None:
        return bestaand
    with store.write(Handeling.HERBEOORDELING_BEGINNEN) as w:
        rij = {
            "dossier_id": require_casus(w, casus_id),
            "kader_id": w.value("SELECT kader_id FROM casus WHERE id = ?", casus_id),
            "casus_id": casus_id,
            "vorige_id": laatste_herbeoordeling(w, casus_id),
        }
        herbeoordeling_id = w.insert("herbeoordeling", rij, status=CONCEPT, datum=op)
        w.onderwerp = ("herbeoordeling", herbeoordeling_id)
        move_casus(w, casus_id, "herbeoordeling", op=op)
    return herbeoordeling_id


def record_criterium(
    store: Store, herbeoordeling_id: int, oordeel: Heroordeel, *, concept: Conceptsleutel = None
) -> None:
    """The answer of now on one criterium."""
    with store.write(
        Handeling.HERBEOORDELING_BIJWERKEN, onderwerp=("herbeoordeling", herbeoordeling_id)
    ) as w:
        nu = _open(w, herbeoordeling_id)
        rij_id = w.value(
            "SELECT id FROM herbeoordeling_criterium WHERE herbeoordeling_id = ? AND criterium = ?",
            herbeoordeling_id,
            oordeel.criterium,
        )
        if rij_id is None:
            plek = {"dossier_id": nu.dossier_id, "herbeoordeling_id": herbeoordeling_id}
            w.insert("herbeoordeling_criterium", oordeel, **plek)
        else:
            w.update("herbeoordeling_criterium", rij_id, oordeel)
        if concept:
            w.discard_concept(*concept)


def record_actualiteit(
    store: Store,
    herbeoordeling_id: int,
    informatie_id: int,
    antwoord: Actualiteit,
    *,
    concept: Conceptsleutel = None,
) -> None:
    """Does this item still hold? Only what is on the table of this review can be answered."""
    with store.write(
        Handeling.HERBEOORDELING_BIJWERKEN, onderwerp=("herbeoordeling", herbeoordeling_id)
    ) as w:
        nu = _open(w, herbeoordeling_id)
        if informatie_id not in {g.id for g in gegevens(w, nu)}:
            raise Storing("Dit gegeven hoort niet bij deze herbeoordeling.", "Kies een gegeven uit de lijst.")
        rij_id = w.value(
            "SELECT id FROM actualiteit WHERE herbeoordeling_id = ? AND informatie_id = ?",
            herbeoordeling_id,
            informatie_id,
        )
        if rij_id is None:
            plek = {"dossier_id": nu.dossier_id, "herbeoordeling_id": herbeoordeling_id}
            w.insert("actualiteit", antwoord, informatie_id=informatie_id, **plek)
        else:
            w.update("actualiteit", rij_id, antwoord)
        if concept:
            w.discard_concept(*concept)


def record_uitkomst(
    store: Store, herbeoordeling_id: int, uitkomst: Uitkomst, *, concept: Conceptsleutel = None
) -> None:
    """What the table concludes. Not yet final."""
    with store.write(
        Handeling.HERBEOORDELING_BIJWERKEN, onderwerp=("herbeoordeling", herbeoordeling_id)
    ) as w:
        _open(w, herbeoordeling_id)
        w.update("herbeoordeling", herbeoordeling_id, uitkomst)
        if concept:
            w.discard_concept(*concept)


def vaststellen(store: Store, herbeoordeling_id: int, kader: Kader, op: date) -> None:
    """Make the review final; the outcome moves the casus, and the next day counts from now."""
    with store.write(
        Handeling.HERBEOORDELING_VASTSTELLEN, onderwerp=("herbeoordeling", herbeoordeling_id)
    ) as w:
        nu = _open(w, herbeoordeling_id)
        oud = vergelijk(w, herbeoordeling_id, kader)
        punten = ontbreekt(nu, oud, kader, op, gegevens=gegevens(w, nu))
        if punten:
            raise Storing("De herbeoordeling kan nog niet worden vastgesteld.", punten[0].zin)
        w.update("herbeoordeling", herbeoordeling_id, {"status": VASTGESTELD, "vastgesteld_op": op})
        slot = nu.uitkomst
        w.update("casus", nu.casus_id, {"volgende_herbeoordeling": slot.volgende_op})
        if slot.uitkomst == VOORTZETTEN:
            feiten = casusfeiten(w, nu.casus_id)
            verder = "in_uitvoering" if feiten and feiten.plan_vastgesteld else "casusoverleg_loopt"
            move_casus(w, nu.casus_id, verder, op=op, reden=slot.noodzaak)


def _open(w: Writer, herbeoordeling_id: int) -> Herbeoordeling:
    """A review that may still change, of a casus that is not closed."""
    nu = lees_herbeoordeling(w, herbeoordeling_id)
    if nu is None:
        raise Storing("Deze herbeoordeling is er niet meer.", "Ga terug naar het dossier.")
    if nu.status != CONCEPT:
        raise Storing(
            "Deze herbeoordeling is vastgesteld en kan niet meer veranderen.",
            "Begin op de afgesproken dag een nieuwe.",
        )
    require_casus(w, nu.casus_id)
    return nu
