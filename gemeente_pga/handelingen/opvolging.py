# SPDX-License-Identifier: EUPL-1.2
"""The act that makes the overdrachtsdocument. Nobody who is in a dossier gets on it."""

from dataclasses import asdict
from datetime import date

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.lekcontrole import zoek_lekken
from gemeente_pga.domain.opvolging import Opvolging
from gemeente_pga.handelingen.document import write_frozen
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.lekcontrole import verboden
from gemeente_pga.store.queries.opvolging import opvolgstuk
from gemeente_pga.store.store import Store


def make_overdrachtsdocument(
    store: Store,
    opvolging: Opvolging,
    kader: Kader,
    *,
    op: date,
    concept: tuple[str, str] | None = None,
) -> int | list[Gebrek]:
    """The document, frozen; or what was typed that names somebody in a dossier."""
    with store.reader() as r:
        gebreken = _named(r, opvolging)
    if gebreken:
        return gebreken
    with store.write(Handeling.DOCUMENT_VASTSTELLEN) as w:
        stuk = opvolgstuk(w, opvolging, kader, op, store.wie.gebruiker_id)
        document_id = write_frozen(w, stuk, op=op)
        w.onderwerp = ("document", document_id)
        if concept:
            w.discard_concept(*concept)
    return document_id


def _named(r: Lezer, opvolging: Opvolging) -> list[Gebrek]:
    """Each field in which a person of any dossier is named."""
    dossiers = [rij["id"] for rij in r.rows("SELECT id FROM dossier")]
    grond = verboden(r, dossiers, zonder_namen=True)
    return [
        Gebrek(veld, f"Hier staat iemand uit een dossier: {lekken[0].fragment}. Gebruik het nummer.")
        for veld, tekst in asdict(opvolging).items()
        if tekst and (lekken := zoek_lekken((tekst,), grond.verboden, toegestaan=grond.toegestaan))
    ]
