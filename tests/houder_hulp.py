# SPDX-License-Identifier: EUPL-1.2
"""Documents that were frozen and left the kluis, with a holder for every copy."""

from datetime import date

from gemeente_pga import documents
from gemeente_pga.domain.document import TeBevriezen
from gemeente_pga.domain.exemplaar import Houdernaam, Uitgiftewens
from gemeente_pga.domain.stukken import Agenda, Kop
from gemeente_pga.handelingen.document import freeze, log_uitgifte, store_pdf
from gemeente_pga.store.queries.document import te_maken
from gemeente_pga.store.queries.houders import Exemplaarregel, exemplaren_van_document
from gemeente_pga.store.store import Store

DAG = date(2026, 9, 1)


def maak_stuk(
    store: Store,
    *,
    dossier_id: int | None = None,
    dossier_ids: tuple[int, ...] = (),
    kenmerk: str = "O2026-01-A",
    pdf: bool = False,
) -> int:
    """A frozen paper about this dossier or these; pdf: with its bytes, so that it can be shown."""
    kop = Kop(gemeente="Waterhoven", documentsoort="Agenda casusoverleg", kenmerk=kenmerk, datum=DAG)
    stuk = Agenda(kop=kop, datum=DAG, begin="13:30", plaats="zaal Reiger")
    wat = TeBevriezen("agenda", stuk, kenmerk, ("dossier", dossier_id or 1), dossier_id, dossier_ids)
    document_id = freeze(store, wat, op=DAG)
    if not pdf:
        return document_id
    with store.reader() as r:
        (maken,) = te_maken(r)
    store_pdf(store, maken, documents.render(maken.soort, maken.stuk, maken.code))
    return document_id


def geef_uit(
    store: Store,
    document_id: int,
    *houders: str | Houdernaam,
    wijze: str = "afdruk",
    voor: str = "overleg",
    op: str = "2026-09-02T10:00:00+02:00",
) -> tuple[Exemplaarregel, ...]:
    """Print (or save) it for these; gives all copies of the document, by number."""
    namen = tuple(Houdernaam(wie) if isinstance(wie, str) else wie for wie in houders)
    log_uitgifte(
        store,
        document_id,
        wijze=wijze,
        wens=Uitgiftewens(voor, namen),
        bestemd_voor="Tafel van het overleg",
        op=op,
    )
    with store.reader() as r:
        return tuple(sorted(exemplaren_van_document(r, document_id), key=lambda e: e.nummer))
