# SPDX-License-Identifier: EUPL-1.2
"""What left the practice kluis: copies of minutes, of which one is back, one is not and one is lost."""

from datetime import datetime, timedelta

from gemeente_pga.domain.exemplaar import TERUGGENOMEN, VERMIST, Standwijziging, Uitgiftewens
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.verstrekking import BUITEN, Verstrekking
from gemeente_pga.handelingen.document import log_uitgifte
from gemeente_pga.handelingen.exemplaar import set_stand
from gemeente_pga.handelingen.verstrekking import register_verstrekking
from gemeente_pga.store.queries.houders import exemplaren_van_document, voorgesteld
from gemeente_pga.store.store import Store

_EXEMPLAREN = 3
_VERMIST = "Bleef vrijdag liggen in de trein. De vervoerder is gebeld, het is nog niet gevonden."


def hand_out(store: Store, kader: Kader, nu: datetime) -> None:
    """After the papers were made: an extract of the newest minutes goes to three of those who were there."""
    with store.reader() as r:
        stuk = r.row(
            "SELECT id, dossier_id, vastgesteld_op FROM document WHERE soort = 'uittreksel' "
            "AND dossier_id IS NOT NULL ORDER BY vastgesteld_op DESC, kenmerk LIMIT 1"
        )
        wie = voorgesteld(r, stuk["id"])[:_EXEMPLAREN] if stuk else ()
    if stuk is None or len(wie) < _EXEMPLAREN:
        return
    log_uitgifte(
        store,
        stuk["id"],
        wijze="afdruk",
        wens=Uitgiftewens("overleg", wie),
        bestemd_voor=kader.label("bestemd_voor", "overleg"),
        op=(nu - timedelta(days=8)).isoformat(timespec="seconds"),
    )
    with store.reader() as r:
        een, twee, _drie = sorted(exemplaren_van_document(r, stuk["id"]), key=lambda e: e.nummer)
    terug = Standwijziging(TERUGGENOMEN, nu.date() - timedelta(days=7), "")
    set_stand(store, [een.id], terug, nu=nu)
    ontdekt = nu - timedelta(hours=5)
    set_stand(store, [twee.id], Standwijziging(VERMIST, ontdekt.date(), _VERMIST), nu=ontdekt)
    gegeven = Verstrekking(
        op=nu.date() - timedelta(days=3),
        ontvanger_soort=BUITEN,
        partij_id=None,
        ontvanger="de woningcorporatie",
        functie="de wijkbeheerder",
        wijze="mondeling",
        wat="Dat de gemeente helpt met de achterstand in de huur.",
        doel="Voorkomen dat de ontruiming doorgaat voordat er hulp is.",
        grondslag_gever="avg_6_1_e",
        grondslag_ontvanger="",
        categorie="gewoon",
        zonder_pga_context=True,
        zonder_rol_reden="Alleen de corporatie kan de ontruiming uitstellen.",
    )
    register_verstrekking(store, stuk["dossier_id"], gegeven, (), op=nu.date())
