# SPDX-License-Identifier: EUPL-1.2
"""Acts on a memo: made as a document that does not change, and answered once. No name gets on it."""

from dataclasses import astuple
from datetime import date

from gemeente_pga.domain.document import TeBevriezen
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.lekcontrole import zoek_lekken
from gemeente_pga.domain.memo import Memo, Memoantwoord, mist_voor_antwoord
from gemeente_pga.domain.poort import Deur
from gemeente_pga.handelingen.document import write_frozen
from gemeente_pga.handelingen.poort import require_dossier
from gemeente_pga.store.queries.lekcontrole import verboden
from gemeente_pga.store.queries.memo import memo as lees_memo
from gemeente_pga.store.queries.memo import memostuk
from gemeente_pga.store.store import Store

Conceptsleutel = tuple[str, str] | None


def write_memo(
    store: Store, dossier_id: int, memo: Memo, kader: Kader, *, op: date, concept: Conceptsleutel = None
) -> int:
    """The memo with its page. Gives the memo."""
    with store.write(Handeling.MEMO_VASTSTELLEN, dossier_id=dossier_id) as w:
        require_dossier(w, dossier_id, Deur.PAPIER, op)
        grond = verboden(w, [dossier_id], zonder_namen=True)
        tekst = "\n".join(deel for deel in astuple(memo) if isinstance(deel, str))
        lekken = zoek_lekken((tekst,), grond.verboden, toegestaan=grond.toegestaan)
        if lekken:
            raise Storing(
                f"In de memo staat wat er niet in mag: {lekken[0].fragment}.", "Gebruik het nummer."
            )
        memo_id = w.insert("memo", memo, dossier_id=dossier_id)
        w.onderwerp = ("memo", memo_id)
        stuk = memostuk(w, dossier_id, memo, kader, op)
        document_id = write_frozen(
            w, TeBevriezen("memo", stuk, stuk.kop.kenmerk, ("memo", memo_id), dossier_id), op=op
        )
        w.update("memo", memo_id, {"document_id": document_id})
        if concept:
            w.discard_concept(*concept)
    return memo_id


def record_antwoord(
    store: Store, memo_id: int, antwoord: Memoantwoord, *, concept: Conceptsleutel = None
) -> None:
    """What the burgemeester or the driehoek answered; it does not change any more."""
    with store.write(Handeling.MEMO_ANTWOORD, onderwerp=("memo", memo_id)) as w:
        regel = lees_memo(w, memo_id)
        if regel is None or regel.antwoord is not None:
            raise Storing("Op deze memo is al een antwoord vastgelegd.", "Open het dossier opnieuw.")
        gebreken = mist_voor_antwoord(antwoord, regel.op)
        if gebreken:
            raise Storing("Dit antwoord is niet compleet.", gebreken[0].melding)
        w.dossier_id = regel.dossier_id
        w.update("memo", memo_id, antwoord)
        if concept:
            w.discard_concept(*concept)
