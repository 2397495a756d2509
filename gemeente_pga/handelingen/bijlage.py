# SPDX-License-Identifier: EUPL-1.2
"""Acts on attachments: adding files to a dossier."""

from collections.abc import Sequence

from gemeente_pga.domain.bericht import BerichtBijlage
from gemeente_pga.domain.bijlage import Bijlage, mist_bijlagegrond
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.handelingen.beperking import refuse_beperkt
from gemeente_pga.handelingen.poort import require_open
from gemeente_pga.handelingen.signaal import write_bijlagen
from gemeente_pga.store.queries.kader import kader_van_dossier
from gemeente_pga.store.store import Store


def add_dossierbijlagen(
    store: Store,
    dossier_id: int,
    bijlagen: Sequence[BerichtBijlage],
    gegevens: Bijlage,
    *,
    concepten: Sequence[tuple[str, str]] = (),
) -> None:
    """Files that belong to the dossier as a whole, all with the same description."""
    onderwerp = ("dossier", dossier_id)
    with store.write(Handeling.BIJLAGE_TOEVOEGEN, onderwerp=onderwerp, dossier_id=dossier_id) as w:
        require_open(w, dossier_id)
        refuse_beperkt(w, dossier_id)
        if not bijlagen:
            raise Storing("Er is nog geen bestand gekozen.", "Kies eerst het bestand dat u wilt toevoegen.")
        gebreken = mist_bijlagegrond(gegevens, kader_van_dossier(w, dossier_id))
        if gebreken:
            raise Storing("Dit bestand mag zo niet in het dossier.", gebreken[0].melding)
        write_bijlagen(w, dossier_id, onderwerp, bijlagen, gegevens)
        for concept in concepten:
            w.discard_concept(*concept)
