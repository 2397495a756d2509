# SPDX-License-Identifier: EUPL-1.2
"""Acts about who can open the kluis. The key files are changed first; the act then says what and why.

The key header decides what opens. Table sleutel follows it and adds whose a key is and since when; where the
two differ without an act, somebody changed the key files, and that becomes an act by itself.
"""

from collections.abc import Sequence
from datetime import date

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.inrichting import Gebruiker
from gemeente_pga.domain.sleutels import Slotgegevens, SlotSoort, alleen_verlopen
from gemeente_pga.store.queries import sleutels as queries
from gemeente_pga.store.store import Store, Writer


def register_sleutels(
    store: Store,
    handeling: Handeling,
    sloten: Sequence[Slotgegevens],
    vandaag: date,
    *,
    van: Gebruiker | None = None,
) -> None:
    """Record what opens the kluis from now on. van: whose the new key is, for a vervanger or the FG."""
    with store.write(handeling) as w:
        _werk_bij(w, sloten, vandaag, van)


def reconcile_sleutels(
    store: Store, sloten: Sequence[Slotgegevens], vandaag: date, *, wachtzin_nieuw: bool = False
) -> Handeling | None:
    """On opening: record a difference with the key files, and which act that was; None when there is none.

    wachtzin_nieuw: the user just replaced a lost wachtzin with the herstelcode.
    """
    with store.reader() as r:
        bekend = queries.sleutels(r)
    gekend, aanwezig = {s.slot_id for s in bekend}, {s.slot_id for s in sloten}
    if gekend == aanwezig:
        return None
    weg = [s.gegevens for s in bekend if s.slot_id not in aanwezig]
    if not bekend:
        handeling = Handeling.KLUIS_SLEUTELS_VASTLEGGEN
    elif wachtzin_nieuw:
        handeling = Handeling.KLUIS_WACHTZIN_WIJZIGEN
    elif aanwezig < gekend and alleen_verlopen(weg, vandaag):
        handeling = Handeling.KLUIS_SLEUTEL_VERLOPEN
    else:
        handeling = Handeling.KLUIS_SLEUTELS_AFWIJKEND
    register_sleutels(store, handeling, sloten, vandaag)
    return handeling


def renew_hoofdsleutel(store: Store, k_log: bytes, sloten: Sequence[Slotgegevens], vandaag: date) -> None:
    """In the new kluis: another key of the log, and only these keys left."""
    with store.write(Handeling.KLUIS_HOOFDSLEUTEL_VERNIEUWEN) as w:
        store.renew_logsleutel(w, k_log)
        _werk_bij(w, sloten, vandaag, None)


def log_herstelblad(store: Store, *, opgeslagen: bool) -> None:
    """Record that the herstelblad went to a printer or into a file."""
    opslaan, afdrukken = Handeling.KLUIS_HERSTELBLAD_OPSLAAN, Handeling.KLUIS_HERSTELBLAD_AFDRUKKEN
    with store.write(opslaan if opgeslagen else afdrukken):
        pass


def log_sleutelbestand_hersteld(store: Store) -> None:
    """Record that the key files were made again from the herstelblad."""
    with store.write(Handeling.KLUIS_SLEUTELBESTAND_HERSTELD):
        pass


def _werk_bij(w: Writer, sloten: Sequence[Slotgegevens], vandaag: date, van: Gebruiker | None) -> None:
    """Make table sleutel agree. A key that takes the place of another of its kind has the same owner."""
    bekend = queries.sleutels(w)
    aanwezig = {slot.slot_id for slot in sloten}
    weg = [rij for rij in bekend if rij.slot_id not in aanwezig]
    eigenaars = {rij.soort: rij.gebruiker_id for rij in weg}
    for rij in weg:
        w.delete("sleutel", rij.id)
        w.onderwerp = ("sleutel", rij.id)
    gekend = {rij.slot_id for rij in bekend}
    for slot in (slot for slot in sloten if slot.slot_id not in gekend):
        eigenaar = eigenaars.get(slot.soort)
        if eigenaar is None and slot.soort in (SlotSoort.WACHTZIN, SlotSoort.SLEUTELBOS):
            eigenaar = queries.coordinator_id(w)
        if van is not None and slot.soort in (SlotSoort.VERVANGER, SlotSoort.FG):
            eigenaar = w.insert("gebruiker", van, rol=slot.soort.value)
        rij_id = w.insert(
            "sleutel",
            {
                "slot_id": slot.slot_id,
                "soort": slot.soort.value,
                "gebruiker_id": eigenaar,
                "sinds": vandaag,
                "tot": slot.tot,
            },
        )
        w.onderwerp = ("sleutel", rij_id)
