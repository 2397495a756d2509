# SPDX-License-Identifier: EUPL-1.2
"""When a table spoke about somebody, and so who can have judged: before that there is only a signal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.tekst import datum_lang

NOG_NIET = (
    "Dit kan pas als de weegploeg of het overleg over deze persoon heeft gesproken. Tot dan is er alleen een "
    "signaal."
)


@dataclass(frozen=True, slots=True)
class Tafelmoment:
    """One time that the weegploeg sat about somebody, or the casusoverleg did. wie: which of the two."""

    wie: str
    op: date


def belet_oordeel(op: date | None, momenten: Sequence[Tafelmoment]) -> str:
    """Why nobody can have judged on this day; "" when a table had met by then."""
    if not momenten:
        return NOG_NIET
    eerste = min(momenten, key=lambda m: m.op)
    if op is None:
        return "Vul in op welke dag de tafel dit zo beoordeelde."
    if op < eerste.op:
        return (
            f"De tafel sprak hier voor het eerst over op {datum_lang(eerste.op)}. Kies die dag of een latere."
        )
    return ""


def beoordeeld_door(op: date | None, momenten: Sequence[Tafelmoment]) -> str:
    """Who judged this: the last table that had met by that day; "" when none had."""
    eerder = [m for m in momenten if op is not None and m.op <= op]
    if not eerder:
        return ""
    laatste = max(eerder, key=lambda m: m.op)
    return f"Beoordeeld door: {laatste.wie} van {datum_lang(laatste.op)}."


def eerste_zin(momenten: Sequence[Tafelmoment]) -> str:
    """Which table may have judged, while nothing is filled in."""
    if not momenten:
        return NOG_NIET
    laatste = max(momenten, key=lambda m: m.op)
    keer = f"{laatste.wie} van {datum_lang(laatste.op)}"
    return f"Vul dit alleen in als de tafel dit zo zag. Laatste keer: {keer}."
