# SPDX-License-Identifier: EUPL-1.2
"""The second act of freezing: make the bytes of what was frozen, and put them away.

Used after every freeze, and once after unlocking for what a crash left between the two acts.
"""

from collections.abc import Callable, Sequence

from gemeente_pga import documents
from gemeente_pga.domain.document import TeMaken
from gemeente_pga.handelingen.document import store_pdf
from gemeente_pga.store.queries.document import te_maken
from gemeente_pga.ui.omgeving import Omgeving

_Gemaakt = list[tuple[TeMaken, bytes]]


def maak_af(omgeving: Omgeving, klaar: Callable[[], object] = lambda: None) -> None:
    """Render every frozen document that has no bytes yet, store them, then call klaar.

    What cannot be made keeps its frozen data and is tried again after the next unlocking.
    """
    if omgeving.alleen_kijken:
        klaar()  # the coordinator's work, and screened off from the FG
        return
    with omgeving.store.reader() as r:
        werk = te_maken(r)
    if not werk:
        klaar()
        return
    omgeving.worker.run(
        lambda: _make(werk),
        lambda gemaakt: _put_away(omgeving, gemaakt, klaar),
        lambda fout: _say(omgeving, fout),
    )


def _make(werk: Sequence[TeMaken]) -> _Gemaakt:
    return [(document, documents.render(document.soort, document.stuk, document.code)) for document in werk]


def _put_away(omgeving: Omgeving, gemaakt: _Gemaakt, klaar: Callable[[], object]) -> None:
    with omgeving.store.reader() as r:
        nog = {document.id for document in te_maken(r)}  # asked twice at the same time: once is enough
    for document, pdf in gemaakt:
        if document.id in nog:
            store_pdf(omgeving.store, document, pdf)
    klaar()


def _say(omgeving: Omgeving, fout: Exception) -> None:
    """The decision stands; only the paper is missing. The kind of fault, never its text (it may quote)."""
    omgeving.window.meld(
        f"Het besluit is vastgesteld, maar het document kon niet worden gemaakt ({type(fout).__name__}). "
        "Het programma probeert het opnieuw als u de kluis weer opent.",
        "fout",
    )
