# SPDX-License-Identifier: EUPL-1.2
"""Acts of handing over to another municipality: offer, and record the answer. Unconfirmed, it stays here."""

from datetime import date

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.overdracht import Aanbod, Antwoord
from gemeente_pga.domain.poort import Deur
from gemeente_pga.handelingen.overgang import move_casus
from gemeente_pga.handelingen.poort import require_dossier
from gemeente_pga.store.queries.overdracht import over_te_dragen
from gemeente_pga.store.queries.overdracht import overdracht as lees_overdracht
from gemeente_pga.store.store import Store, Writer

Conceptsleutel = tuple[str, str] | None


def offer(store: Store, dossier_id: int, aanbod: Aanbod, *, concept: Conceptsleutel = None) -> int:
    """Offer the casus of this dossier, or a signal that went over, to another municipality."""
    with store.write(Handeling.OVERDRACHT_AANBIEDEN, dossier_id=dossier_id) as w:
        require_dossier(w, dossier_id, Deur.VERSTREKKING, aanbod.aangeboden_op, ook_gesloten=True)
        onderwerp = over_te_dragen(w, dossier_id)
        if onderwerp is None:
            raise Storing(
                "Er is nu niets over te dragen.",
                "Wacht op het antwoord van de andere gemeente, of controleer hoe het dossier staat.",
            )
        overdracht_id = write_aanbod(w, dossier_id, onderwerp, aanbod)
        w.onderwerp = ("overdracht", overdracht_id)
        if concept:
            w.discard_concept(*concept)
    return overdracht_id


def write_aanbod(w: Writer, dossier_id: int, onderwerp: tuple[str, int], aanbod: Aanbod) -> int:
    """The row of an offer inside a running act."""
    plek = {"dossier_id": dossier_id, "onderwerp_soort": onderwerp[0], "onderwerp_id": onderwerp[1]}
    return w.insert("overdracht", aanbod, **plek)


def answer(store: Store, overdracht_id: int, antwoord: Antwoord, *, concept: Conceptsleutel = None) -> None:
    """The receipt, or the refusal. A closed casus is handed over by the receipt; refused, it stays."""
    with store.write(Handeling.OVERDRACHT_BEANTWOORDEN, onderwerp=("overdracht", overdracht_id)) as w:
        regel = lees_overdracht(w, overdracht_id)
        if regel is None or regel.antwoord is not None:
            raise Storing("Op dit aanbod is al geantwoord.", "Open het dossier opnieuw.")
        if (antwoord.bevestigd_op is None) == (antwoord.geweigerd_op is None):
            raise Storing("Het antwoord ontbreekt.", "Leg vast of de andere gemeente bevestigt of weigert.")
        w.dossier_id = w.value("SELECT dossier_id FROM overdracht WHERE id = ?", overdracht_id)
        w.update("overdracht", overdracht_id, antwoord)
        soort, rij_id = regel.onderwerp
        if soort == "casus" and antwoord.bevestigd_op is not None:
            hand_over(w, rij_id, op=antwoord.bevestigd_op)
        if concept:
            w.discard_concept(*concept)


def hand_over(w: Writer, casus_id: int, *, op: date) -> None:
    """A closed casus whose receipt is confirmed is with the other municipality from now on."""
    move_casus(w, casus_id, "overgedragen", op=op, mits_toegestaan=True)
