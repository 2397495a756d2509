# SPDX-License-Identifier: EUPL-1.2
"""What the document screen shows: a document or attachment with its bytes, and how a file of it is named.

Of an outcome also the same in JSON, for another system.
"""

from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.document import Documentkop, bestandsnaam
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.uitwisseling import Uitwisseling, bestandsnaam_json, uitkomst_json
from gemeente_pga.store.queries.document import document, document_pdf
from gemeente_pga.store.queries.signaal import bijlage, bijlagemarkering
from gemeente_pga.store.queries.uitwisseling import uitkomst_van
from gemeente_pga.store.store import Reader


@dataclass(frozen=True, slots=True)
class Getoond:
    """What is on screen. kop is None for an attachment; afspraak: what was agreed on sharing it, in words.

    gegevens: the outcome that it holds, for another system; None for every other paper.
    """

    kop: Documentkop | None
    dossier_id: int | None
    naam: str
    mediatype: str
    inhoud: bytes
    afspraak: str = ""
    gegevens: Uitwisseling | None = None


def lees_document(r: Reader, document_id: int) -> tuple[Documentkop | None, Getoond | None]:
    """The document, and what to show of it: nothing while it is being made or after it was taken back."""
    kop, pdf = document(r, document_id), document_pdf(r, document_id)
    if kop is None or pdf is None:
        return kop, None
    uitkomst = uitkomst_van(r, document_id)
    gegevens = uitkomst_json(uitkomst) if uitkomst else None
    return kop, Getoond(kop, kop.dossier_id, kop.titel, "application/pdf", pdf, gegevens=gegevens)


def lees_bijlage(r: Reader, bijlage_id: int, kader: Kader) -> Getoond | None:
    """An attachment with what was agreed on sharing it."""
    gevonden = bijlage(r, bijlage_id)
    if gevonden is None:
        return None
    markering = bijlagemarkering(r, bijlage_id)
    dossier_id, inhoud = gevonden
    afspraak = kader.label("markering", markering) if markering else ""
    return Getoond(None, dossier_id, inhoud.naam, inhoud.mediatype, inhoud.inhoud, afspraak)


def bestandsnaam_van(getoond: Getoond, dag: date, *, gegevens: bool = False) -> str:
    """A file name that says nothing: the own name of an attachment often holds a person's."""
    if getoond.kop is not None:
        if gegevens:
            return bestandsnaam_json("uitkomst-overleg", getoond.kop.vastgesteld_op)
        return bestandsnaam(getoond.kop.soort, getoond.kop.vastgesteld_op)
    eind = getoond.naam.rpartition(".")[2].lower() if "." in getoond.naam else "bin"
    return f"bijlage-{dag.isoformat()}.{eind}"
