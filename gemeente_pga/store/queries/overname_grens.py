# SPDX-License-Identifier: EUPL-1.2
"""The bounds of a dossier that comes in a file: it is what its overview says, and reaches nobody else's rows.

Who gave a dossier before, or was given one, knows the ids of its rows and could name them in a later file.
"""

from collections.abc import Collection, Mapping
from typing import Any

from gemeente_pga.domain.overname import Aanbieding, BestandOngeldig
from gemeente_pga.domain.staten import label
from gemeente_pga.store import schema
from gemeente_pga.store.dossiervorm import GEDEELD, Rijen, tabellen, velden
from gemeente_pga.store.lezer import Lezer

_STATUS = ("signaal", "casus")  # what the standing of a dossier is told by


def require_overview(
    aanbieding: Aanbieding, gemeente: object, kaders: Mapping[str, Mapping[str, Any]], rijen: Rijen
) -> None:
    """BestandOngeldig unless the overview, on which is decided, says what the rows say."""
    dossier = rijen["dossier"][0]
    kader = kaders.get(dossier["kader_id"])
    standen = {f"{s.capitalize()}: {label(s, rij['status'])}" for s in _STATUS for rij in rijen[s]}
    gezegd = (
        aanbieding.nummer, aanbieding.gemeente, aanbieding.van, aanbieding.kader, aanbieding.signalen,
        aanbieding.wegingen, aanbieding.overleggen, aanbieding.documenten, aanbieding.bijlagen,
    )  # fmt: skip
    staat = (
        dossier["nummer"],
        gemeente,
        min(str(rij["ontvangen_op"])[:10] for rij in rijen["signaal"]),
        f"{kader['titel']} ({kader['versie']})" if kader else "",
        *(len(rijen[t]) for t in ("signaal", "weging", "bespreking", "document", "bijlage")),
    )
    if gezegd != staat or aanbieding.stand not in standen:
        raise BestandOngeldig


def require_own_rows(r: Lezer, rijen: Rijen) -> None:
    """BestandOngeldig when a row leads to one that is here already. A meeting is looked at by itself."""
    eigen = {rij["id"] for lijst in rijen.values() for rij in lijst}
    buiten = {
        rij[kolom]
        for tabel in tabellen()
        for kolom, soort in velden(tabel).items()
        if soort == "id"
        for rij in rijen[tabel]
        if rij[kolom] is not None
    } - eigen
    tabellen_hier = [tabel for tabel in schema.kolommen() if tabel not in GEDEELD]
    if any(_is_here(r, tabellen_hier, rij_id) for rij_id in buiten):
        raise BestandOngeldig


def _is_here(r: Lezer, namen: Collection[str], rij_id: int) -> bool:
    return any(r.value(f"SELECT 1 FROM {naam} WHERE id = ?", rij_id) is not None for naam in namen)
