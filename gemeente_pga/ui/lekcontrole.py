# SPDX-License-Identifier: EUPL-1.2
"""The check before freezing: render as printed, read the pages back, search what may not be there.

Runs in the worker; what the user let stand before, with a reason, is not asked again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from gemeente_pga import documents
from gemeente_pga.domain.lekcontrole import Lek, zoek_lekken
from gemeente_pga.domain.stukken import Stuk
from gemeente_pga.store.queries.document import toegelaten_lekken
from gemeente_pga.store.queries.lekcontrole import Lekgrond
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.pdf import read_bladen


@dataclass(frozen=True)
class TeControleren:
    """One document about to be frozen. sleutel: names it among the documents of its subject.

    soort: key of documents.render. titel: what the user reads above its hits.
    """

    sleutel: str
    soort: str
    titel: str
    stuk: Stuk
    grond: Lekgrond
    onderwerp: tuple[str, int]
    dossier_id: int | None


@dataclass(frozen=True)
class Gecontroleerd:
    """The text of its pages, and the hits that are still to be looked at."""

    document: TeControleren
    paginas: tuple[str, ...]
    lekken: tuple[Lek, ...]


def controleer(
    omgeving: Omgeving,
    werk: Sequence[TeControleren],
    klaar: Callable[[tuple[Gecontroleerd, ...]], object],
    mislukt: Callable[[Exception], object],
) -> None:
    """Check these documents; klaar gets each with its open hits (perhaps none)."""
    omgeving.worker.run(
        lambda: tuple(_check(document) for document in werk),
        lambda uitkomst: klaar(tuple(without_allowed(omgeving, stuk) for stuk in uitkomst)),
        mislukt,
    )


def without_allowed(omgeving: Omgeving, stuk: Gecontroleerd) -> Gecontroleerd:
    """The same, without the hits that the user let stand with a reason."""
    document = stuk.document
    with omgeving.store.reader() as r:
        toegelaten = toegelaten_lekken(r, *document.onderwerp, document.sleutel)
    return replace(stuk, lekken=tuple(lek for lek in stuk.lekken if lek.vindplaats not in toegelaten))


def _check(document: TeControleren) -> Gecontroleerd:
    pdf = documents.render(document.soort, document.stuk)
    paginas = tuple(blad.tekst for blad in read_bladen(pdf))
    grond = document.grond
    lekken = zoek_lekken(paginas, grond.verboden, toegestaan=grond.toegestaan)
    return Gecontroleerd(document, paginas, tuple(lekken))
