# SPDX-License-Identifier: EUPL-1.2
"""Reopening: which closed dossier a new signal is about, and what the weegploeg decided on it."""

from dataclasses import dataclass
from datetime import date

from gemeente_pga.store.lezer import Lezer, lees_dag

HEROPEND, NIET_HEROPEND = "heropend", "niet_heropend"


@dataclass(frozen=True, slots=True)
class Heropening:
    """One closed dossier that a signal of this dossier refers to. uitkomst "": not decided yet."""

    oud_dossier_id: int
    nummer: str
    gevraagd_op: date
    uitkomst: str
    besloten_op: date | None


def heropeningen(r: Lezer, dossier_id: int) -> tuple[Heropening, ...]:
    """What the signals of this dossier asked; by number of the old one, never with its name."""
    rijen = r.rows(
        "SELECT h.oud_dossier_id, d.nummer, h.gevraagd_op, h.uitkomst, h.besloten_op FROM heropening h "
        "JOIN dossier d ON d.id = h.oud_dossier_id WHERE h.dossier_id = ? ORDER BY d.nummer, h.gevraagd_op",
        dossier_id,
    )
    return tuple(
        Heropening(
            h["oud_dossier_id"],
            h["nummer"],
            date.fromisoformat(h["gevraagd_op"]),
            h["uitkomst"],
            lees_dag(h["besloten_op"]),
        )
        for h in rijen
    )


def is_heropend(r: Lezer, oud_dossier_id: int) -> bool:
    """Did the weegploeg take up a new signal about the person of this closed dossier?"""
    gevonden = r.value(
        "SELECT 1 FROM heropening WHERE oud_dossier_id = ? AND uitkomst = 'heropend'", oud_dossier_id
    )
    return gevonden is not None
