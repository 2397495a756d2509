# SPDX-License-Identifier: EUPL-1.2
"""Destroying a note or a request that belongs to no dossier: asked again, recorded and gone in one act."""

from dataclasses import asdict
from datetime import date

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.los import belet_los, einddatum, mist_machtiging
from gemeente_pga.domain.vernietiging import Machtiging
from gemeente_pga.store.queries.los import losstuk, mandaten_voor
from gemeente_pga.store.queries.vernietiging import medewerkers, naam_van
from gemeente_pga.store.store import Store, Writer
from gemeente_pga.store.wissen import wis_los

_WEG = ("Dit stuk is er niet meer, of het hoort bij een dossier.", "Open de lijst opnieuw.")


def destroy_los(
    store: Store, soort: str, rij_id: int, machtiging: Machtiging, kader: Kader, *, op: date
) -> None:
    """Destroy it now, and keep only that it was done and who allowed it. All or nothing.

    Unfinished typing about it goes too, also that of the authorisation.
    """

    def leg_vast(w: Writer) -> None:
        stuk = losstuk(w, soort, rij_id, kader)
        if stuk is None:
            raise Storing(*_WEG)
        einde = einddatum(stuk.feiten)
        if punten := belet_los(stuk.feiten, op):
            raise Storing("Vernietigen kan nu niet.", punten[0].zin)
        if einde is None or stuk.vaststelling is None:
            raise Storing("Vernietigen kan nu niet.", "Er is geen einddatum.")
        zin = mist_machtiging(
            machtiging, op, einde=einde, hier=medewerkers(w), mandaten=mandaten_voor(w, stuk)
        )
        if zin:
            raise Storing("Deze machtiging geldt niet.", zin)
        w.insert(
            "losse_vernietiging",
            asdict(machtiging)
            | {
                "soort": soort,
                "van_jaar": int(stuk.ontvangen_op[:4]),
                "bewaartermijn": stuk.termijn,
                "grond": stuk.vaststelling.grond,
                "door": naam_van(w, store.wie.gebruiker_id),
                "vernietigd_op": op,
            },
        )

    if not wis_los(store, soort, rij_id, mee=leg_vast):
        raise Storing(*_WEG)
