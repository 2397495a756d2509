# SPDX-License-Identifier: EUPL-1.2
"""The act of giving whole dossiers to another kluis. It stands in the register before there is a file."""

from collections.abc import Sequence
from datetime import date

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.overname import MEESTE_DOSSIERS, OVERDRACHT, SOORTEN, Meegave
from gemeente_pga.domain.poort import Deur
from gemeente_pga.domain.verstrekking import GEMEENTE, Verstrekking
from gemeente_pga.handelingen.poort import require_dossier
from gemeente_pga.handelingen.verstrekking import write_verstrekking
from gemeente_pga.store.queries.overname import Meegaand, pack
from gemeente_pga.store.queries.overname_melder import LeesPdf, names_reporter, unreadable
from gemeente_pga.store.queries.verstrekking import keuzes
from gemeente_pga.store.store import Store, Writer

GROOTST_SAMEN = 384 * 1024 * 1024
MELDER_GENOEMD = "Uit wat u opschreef is een melder te herkennen die niet genoemd wil worden."
_ZWAAR = ("strafrechtelijk", "bijzonder")


def give(
    store: Store, dossier_ids: Sequence[int], meegave: Meegave, *, op: date, lees_pdf: LeesPdf = unreadable
) -> list[Meegaand]:
    """Record in each dossier that it goes, then give what is to be sealed. Nothing if one of them may not.

    lees_pdf: as in pack.
    """
    if not 1 <= len(dossier_ids) <= MEESTE_DOSSIERS:
        raise Storing("Er is geen dossier gekozen.", "Kies ten minste één dossier, en hoogstens 200.")
    uit: list[Meegaand] = []
    with store.reader() as r:
        gezegd = f"{meegave.reden}\n{meegave.contact}\n{meegave.ontvanger}"
        if meegave.soort == OVERDRACHT and names_reporter(r, dossier_ids, gezegd):
            raise Storing(MELDER_GENOEMD, "Schrijf het anders. Er is niets meegegeven.")
        for dossier_id in dossier_ids:
            require_dossier(r, dossier_id, Deur.VERSTREKKING, op, ook_gesloten=True)
        if sum(len(pack(r, i, meegave.soort, lees_pdf).inhoud) for i in dossier_ids) > GROOTST_SAMEN:
            raise Storing("Dit is te veel voor één bestand.", "Geef minder dossiers tegelijk mee.")
    with store.write(Handeling.OVERNAME_MEEGEVEN) as w:
        for dossier_id in dossier_ids:
            require_dossier(w, dossier_id, Deur.VERSTREKKING, op, ook_gesloten=True)
            _register(w, dossier_id, meegave, op)
            uit.append(pack(w, dossier_id, meegave.soort, lees_pdf))
        w.dossier_id = dossier_ids[0] if len(dossier_ids) == 1 else None
    return uit


def _register(w: Writer, dossier_id: int, meegave: Meegave, op: date) -> None:
    """In the register, with every item. To another municipality the rule of any item holds."""
    items = keuzes(w, dossier_id)
    zwaarst = next((c for c in _ZWAAR if any(item.categorie == c for item in items)), "gewoon")
    regel = Verstrekking(
        op=op,
        ontvanger_soort=GEMEENTE,
        partij_id=None,
        ontvanger=meegave.ontvanger,
        functie=meegave.contact,
        wijze="systeem",
        wat="Het hele dossier, als versleuteld bestand voor een andere kluis.",
        doel=f"{SOORTEN[meegave.soort]}. {meegave.reden}",
        grondslag_gever=meegave.grondslag,
        grondslag_ontvanger="",
        categorie=zwaarst,
        noodzaak="" if zwaarst == "gewoon" else meegave.reden,
    )
    ids = [item.id for item in items]
    if meegave.soort == OVERDRACHT:
        w.onderwerp = ("verstrekking", write_verstrekking(w, dossier_id, regel, ids))
        return
    # The same work goes on under the same responsibility: nothing is passed on to somebody else.
    rij_id = w.insert("verstrekking", regel, dossier_id=dossier_id)
    for item in ids:
        rij = {"dossier_id": dossier_id, "verstrekking_id": rij_id, "informatie_id": item}
        w.insert("verstrekking_informatie", rij)
    w.onderwerp = ("verstrekking", rij_id)
