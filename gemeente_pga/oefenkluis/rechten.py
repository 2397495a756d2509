# SPDX-License-Identifier: EUPL-1.2
"""A request that runs, about the person of the casus that is carried out."""

from gemeente_pga.domain.verzoek import Verzoek
from gemeente_pga.handelingen.verzoek import register_verzoek
from gemeente_pga.oefenkluis.bouw import Bouw


def ask(bouw: Bouw) -> None:
    """Access, asked ten days ago; who asks is not established yet."""
    verzoek = Verzoek(
        soort="inzage",
        ontvangen_op=bouw.over(-10),
        kanaal="brief",
        wat="Een kopie van alles wat de gemeente over mij bewaart.",
        verzoeker="de betrokkene zelf",
        contact="",
        hoedanigheid="betrokkene",
        verwerking="casusoverleg",
    )
    dossier_id = bouw.dossiers["uitvoering"]
    register_verzoek(bouw.store, verzoek, bouw.kader, gemeente_id=bouw.gemeente_id, dossier_id=dossier_id)
