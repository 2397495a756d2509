# SPDX-License-Identifier: EUPL-1.2
"""What the FG may record: a reason to see names, a sample, a control. And what was done with a control."""

from datetime import date
from secrets import SystemRandom

from gemeente_pga.domain.fg import LOGCONTROLE, Opvolging, Toets, beoordeel_aantal
from gemeente_pga.domain.gebrek import Gebrek, Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.store.queries import fg as queries
from gemeente_pga.store.store import Store


def show_namen(store: Store, dossier_id: int, reden: str) -> None:
    """Record why the FG wants to see who this dossier is about; the store then shows it, until locking."""
    with store.write(
        Handeling.FG_NAMEN_TONEN, onderwerp=("dossier", dossier_id), dossier_id=dossier_id, reden=reden
    ):
        pass


def draw_steekproef(store: Store, gevraagd: int) -> int | Gebrek:
    """Let chance choose so many dossiers; the id of the sample."""
    with store.reader() as r:
        gebrek = beoordeel_aantal(gevraagd, len(queries.dossier_ids(r)))
    if gebrek is not None:
        return gebrek
    with store.write(Handeling.FG_STEEKPROEF) as w:
        alle = queries.dossier_ids(w)
        steekproef_id = w.insert(
            "fg_steekproef", {"gevraagd": gevraagd, "uit": len(alle), "getrokken_op": w.vastgelegd_op}
        )
        for dossier_id in SystemRandom().sample(alle, gevraagd):
            w.insert("fg_steekproef_dossier", {"dossier_id": dossier_id, "steekproef_id": steekproef_id})
        w.onderwerp = ("fg_steekproef", steekproef_id)
    return steekproef_id


def register_toets(store: Store, toets: Toets) -> int:
    """Record a logcontrole or a juridische toets, as the FG who is at work."""
    act = Handeling.FG_LOGCONTROLE if toets.soort == LOGCONTROLE else Handeling.FG_TOETS
    with store.write(act) as w:
        toets_id = w.insert("fg_toets", toets, gebruiker_id=store.wie.gebruiker_id)
        w.onderwerp = ("fg_toets", toets_id)
    return toets_id


def record_opvolging(
    store: Store, toets_id: int, opvolging: Opvolging, *, concept: tuple[str, str] | None = None
) -> int:
    """What the municipality did with a control; the FG itself does not record this."""
    with store.write(Handeling.FG_OPVOLGING, onderwerp=("fg_toets", toets_id)) as w:
        datum = w.value("SELECT datum FROM fg_toets WHERE id = ?", toets_id)
        if datum is None or opvolging.op < date.fromisoformat(datum) or not opvolging.wat:
            raise Storing("Deze opvolging past niet bij de controle.", "Controleer de datum en de tekst.")
        opvolging_id = w.insert("fg_opvolging", opvolging, toets_id=toets_id)
        if concept:
            w.discard_concept(*concept)
    return opvolging_id
