# SPDX-License-Identifier: EUPL-1.2
"""Acts on a dossier as such: making one inside another act, and recording that somebody looked."""

from datetime import date

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.poort import Deur
from gemeente_pga.domain.tafelmoment import belet_oordeel
from gemeente_pga.handelingen.beperking import refuse_beperkt
from gemeente_pga.handelingen.nummering import next_nummer
from gemeente_pga.handelingen.poort import require, require_bestaat, require_open
from gemeente_pga.store.queries.casus import tafelmomenten
from gemeente_pga.store.queries.dossiers import actief_kader_id, is_gesloten
from gemeente_pga.store.queries.heropening import is_heropend
from gemeente_pga.store.schrijver import Writer
from gemeente_pga.store.store import Store

NIEUW_SIGNAAL = "nieuw_signaal"
"""The code of list reden_inzien that needs a decision of the weegploeg."""


def write_dossier(
    w: Writer, *, gemeente_id: int, jaar: int, overgenomen: bool = False, acuut: bool = False
) -> int:
    """A new dossier inside a running act: a signal, or a running casus taken over from paper, makes one.

    acuut: danger now; nothing else is recorded for a municipality that is not ready for use.
    """
    kader_id = actief_kader_id(w)
    if kader_id is None:
        raise Storing(
            "Er is nog geen juridisch kader in gebruik.", "Neem eerst bij Inrichting een kader in gebruik."
        )
    dossier = {
        "nummer": next_nummer(w, "dossier", f"{jaar}-", 3),
        "gemeente_id": gemeente_id,
        "kader_id": kader_id,
        "overgenomen": overgenomen,
    }
    dossier_id = w.insert("dossier", dossier)
    require(w, dossier_id, Deur.INTAKE, date.fromisoformat(w.vastgelegd_op[:10]), acuut=acuut)
    return dossier_id


def log_inzien(store: Store, dossier_id: int, *, reden: str | None = None) -> None:
    """Record that the contents of a dossier were opened on screen. A closed dossier needs a reason code.

    A new signal is a reason only once the weegploeg took it up.
    """
    with store.write(
        Handeling.CASUS_INZIEN, onderwerp=("dossier", dossier_id), dossier_id=dossier_id, reden=reden
    ) as w:
        require_bestaat(w, dossier_id)
        if not reden and is_gesloten(w, dossier_id):
            raise Storing("Dit dossier is gesloten.", "Kies eerst de reden waarom u het wilt inzien.")
        if reden == NIEUW_SIGNAAL and not is_heropend(w, dossier_id):
            raise Storing(
                "Dit dossier blijft dicht tot de weegploeg heeft besloten.",
                "Leg het nieuwe signaal voor aan de weegploeg.",
            )


def log_bijlage_inzien(store: Store, bijlage_id: int, dossier_id: int) -> None:
    """Record that an attachment was opened on screen."""
    with store.write(Handeling.BIJLAGE_INZIEN, onderwerp=("bijlage", bijlage_id), dossier_id=dossier_id):
        pass


def set_ideologie(
    store: Store,
    dossier_id: int,
    ideologie: str,
    op: date | None,
    *,
    concept: tuple[str, str] | None = None,
) -> None:
    """Which kind of ideology a table saw, with the date of that view; "onbekend" is an answer.

    Before a table met there is only a signal, and nobody who can have judged. Emptying it always may.
    """
    with store.write(Handeling.DOSSIER_IDEOLOGIE, onderwerp=("dossier", dossier_id)) as w:
        w.dossier_id = dossier_id
        require_open(w, dossier_id)
        refuse_beperkt(w, dossier_id)
        reden = belet_oordeel(op, tafelmomenten(w, dossier_id)) if ideologie else ""
        if reden:
            raise Storing("De ideologie is niet vastgelegd.", reden)
        w.update("dossier", dossier_id, {"ideologie": ideologie, "ideologie_op": op})
        if concept:
            w.discard_concept(*concept)
