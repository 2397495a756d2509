# SPDX-License-Identifier: EUPL-1.2
"""The act of the jaarrapportage: the counts are kept, and what is shown is frozen, in one act."""

from datetime import date

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.jaarrapportage import Bereik
from gemeente_pga.domain.kader import Kader
from gemeente_pga.handelingen.document import write_frozen
from gemeente_pga.store.queries.jaarcijfers import maten, tel
from gemeente_pga.store.queries.jaarstuk import TE_WEINIG, jaarstuk
from gemeente_pga.store.store import Store, Writer


def vaststellen(store: Store, bereik: Bereik, kader: Kader, *, op: date) -> int:
    """Keep the counts of these years and freeze the report over them. Gives the document."""
    if not bereik.gemeenten or not bereik.jaren or max(bereik.jaren) >= op.year:
        raise Storing("Dit jaar is nog niet voorbij.", "Kies jaren die helemaal voorbij zijn.")
    if bereik.jaren != tuple(range(bereik.jaren[0], bereik.jaren[-1] + 1)):
        raise Storing("Er ontbreekt een jaar.", "Kies jaren die op elkaar volgen.")
    with store.write(Handeling.JAARRAPPORTAGE_VASTSTELLEN) as w:
        for gemeente_id in bereik.gemeenten:
            for jaar in bereik.jaren:
                _bewaar(w, gemeente_id, jaar, kader, op)
        stuk = jaarstuk(w, bereik, kader, op)
        if not any(tabel.totaal for tabel in stuk.stuk.tabellen):
            raise Storing("Elk aantal valt weg.", TE_WEINIG)
        document_id = write_frozen(w, stuk.bevroren, op=op)
        w.onderwerp = ("document", document_id)
    return document_id


def _bewaar(w: Writer, gemeente_id: int, jaar: int, kader: Kader, op: date) -> None:
    """The counts of this year, once: from now on they stay, whatever becomes of the dossiers."""
    if w.value("SELECT 1 FROM jaarcijfer WHERE gemeente_id = ? AND jaar = ?", gemeente_id, jaar):
        return
    cijfers = dict(tel(w, gemeente_id, jaar, kader, op))
    leeg = {(maat.code, deel): 0 for maat in maten(kader) for deel, _ in maat.delen}
    for (maat_code, deel_code), waarde in (leeg | cijfers).items():
        rij = {"gemeente_id": gemeente_id, "jaar": jaar, "maat": maat_code, "uitsplitsing": deel_code}
        w.insert("jaarcijfer", rij, waarde=waarde)
