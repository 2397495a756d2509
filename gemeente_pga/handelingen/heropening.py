# SPDX-License-Identifier: EUPL-1.2
"""Reopening inside other acts: a new signal asks for it, the weging of that signal decides.

The new casus lives in the new dossier. The old one stays as it was closed; it becomes readable.
"""

from collections.abc import Collection
from datetime import date

from gemeente_pga.handelingen.overgang import move_casus
from gemeente_pga.store.queries.heropening import HEROPEND, NIET_HEROPEND
from gemeente_pga.store.store import Writer


def ask(w: Writer, signaal_id: int, oud_dossier_id: int, *, op: date) -> None:
    """This signal is about the person of a closed dossier; that waits for the weegploeg."""
    dossier_id = w.value("SELECT dossier_id FROM signaal WHERE id = ?", signaal_id)
    plek = {"dossier_id": dossier_id, "oud_dossier_id": oud_dossier_id, "signaal_id": signaal_id}
    w.insert("heropening", plek, gevraagd_op=op)
    for casus in w.rows("SELECT id FROM casus WHERE dossier_id = ? AND status = 'gesloten'", oud_dossier_id):
        move_casus(w, casus["id"], "heropening_gevraagd", op=op)


def decide(
    w: Writer, signaal_ids: Collection[int], *, opgenomen: bool, op: date, weging_id: int | None = None
) -> None:
    """The signals were taken up, or they ended: the old dossiers stay closed, and readable or not."""
    for signaal_id in signaal_ids:
        for vraag in w.rows(
            "SELECT id, oud_dossier_id FROM heropening WHERE signaal_id = ? AND uitkomst = ''", signaal_id
        ):
            uitkomst = HEROPEND if opgenomen else NIET_HEROPEND
            besluit = {"uitkomst": uitkomst, "weging_id": weging_id, "besloten_op": op}
            w.update("heropening", vraag["id"], besluit)
            _close_again(w, vraag["oud_dossier_id"], op)


def _close_again(w: Writer, oud_dossier_id: int, op: date) -> None:
    """Back under its term, once no signal asks any more."""
    vraag = "SELECT id FROM casus WHERE dossier_id = ? AND status = 'heropening_gevraagd'"
    for casus in w.rows(vraag, oud_dossier_id):
        move_casus(w, casus["id"], "gesloten", op=op, mits_toegestaan=True)
