# SPDX-License-Identifier: EUPL-1.2
"""Acts on the burgerservicenummer: switching it on with a law, off with all numbers gone, and one number."""

from gemeente_pga.domain.bsn import UIT, Bsn, Bsngebruik
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.inrichting import INSTELLING_BSN_WET
from gemeente_pga.handelingen.beperking import refuse_beperkt
from gemeente_pga.store.queries.bsn import bsngebruik
from gemeente_pga.store.store import Store, Writer


def set_gebruik(store: Store, gebruik: Bsngebruik, *, concept: tuple[str, str] | None = None) -> None:
    """On only with a law; off takes every number out of the kluis in the same act."""
    with store.write(Handeling.SYSTEEM_INSTELLING) as w:
        if gebruik.aan and not gebruik.wet:
            raise Storing("De wet ontbreekt.", "Noem de wet die het burgerservicenummer toestaat.")
        waarde = gebruik.wet if gebruik.aan else ""
        rij = w.row("SELECT id FROM instelling WHERE sleutel = ?", INSTELLING_BSN_WET)
        if rij is None:
            w.insert("instelling", {"sleutel": INSTELLING_BSN_WET, "waarde": waarde})
        else:
            w.update("instelling", rij["id"], {"waarde": waarde})
        if not gebruik.aan:
            w.clear_traces()
            for nummer in w.rows("SELECT id FROM persoon_bsn"):
                w.delete("persoon_bsn", nummer["id"])
        if concept:
            w.discard_concept(*concept)


def set_bsn(
    store: Store, persoon_id: int, bsn: Bsn | None, *, concept: tuple[str, str] | None = None
) -> None:
    """Record the number of the betrokkene, or take it away (None). Never of anybody around."""
    with store.write(Handeling.PERSOON_BSN, onderwerp=("persoon", persoon_id)) as w:
        w.clear_traces()
        dossier_id = w.value("SELECT dossier_id FROM persoon WHERE id = ? AND rol = 'betrokkene'", persoon_id)
        if dossier_id is None:
            raise Storing("Dit is niet de betrokkene.", "Van anderen legt u geen burgerservicenummer vast.")
        w.dossier_id = dossier_id
        _remove(w, persoon_id)
        if bsn is not None:
            _refuse(w, dossier_id, bsn)
            w.insert("persoon_bsn", bsn, dossier_id=dossier_id, persoon_id=persoon_id)
        if concept:
            w.discard_concept(*concept)


def _refuse(w: Writer, dossier_id: int, bsn: Bsn) -> None:
    if not bsngebruik(w).aan:
        raise Storing("Dit mag nu niet.", UIT)
    refuse_beperkt(w, dossier_id)
    if not (bsn.bsn and bsn.grondslag and bsn.noodzaak):
        raise Storing("De grondslag of de noodzaak ontbreekt.", "Vul beide in, of leg het nummer niet vast.")


def _remove(w: Writer, persoon_id: int) -> None:
    for rij in w.rows("SELECT id FROM persoon_bsn WHERE persoon_id = ?", persoon_id):
        w.delete("persoon_bsn", rij["id"])
