# SPDX-License-Identifier: EUPL-1.2
"""Who signs for whom, who was hired, and what the burgemeester was asked about a dossier."""

from typing import Any

from gemeente_pga.domain.extern import ExternePartij
from gemeente_pga.domain.mandaat import Mandaat
from gemeente_pga.domain.memo import Memo, Memoantwoord
from gemeente_pga.handelingen.memo import record_antwoord, write_memo
from gemeente_pga.handelingen.registers import record_externe_partij, record_mandaat
from gemeente_pga.oefenkluis.bouw import Bouw, Verhaal


def account(bouw: Bouw, verhalen: Verhaal) -> None:
    """The registers, and two memos of which one was answered."""
    for regel in verhalen["mandaat"]:
        record_mandaat(bouw.store, bouw.gemeente_id, Mandaat(**_met_dagen(bouw, regel)))
    for regel in verhalen["externe_partij"]:
        record_externe_partij(bouw.store, ExternePartij(geheimhouding=True, **_met_dagen(bouw, regel)))
    for verhaal in verhalen["memo"]:
        _memo(bouw, verhaal)


def _memo(bouw: Bouw, verhaal: Verhaal) -> None:
    velden = {naam: verhaal[naam] for naam in Memo.__dataclass_fields__ if naam in verhaal}
    voor = bouw.over(verhaal["dagen_voor"])
    op = bouw.over(verhaal["dagen"])
    dossier_id = bouw.dossiers[verhaal["bij"]]
    memo_id = write_memo(bouw.store, dossier_id, Memo(**velden, antwoord_voor=voor), bouw.kader, op=op)
    if "antwoord" in verhaal:
        antwoord = Memoantwoord(
            verhaal["antwoord"], verhaal["antwoord_tekst"], verhaal["antwoord_door"], bouw.over(-1)
        )
        record_antwoord(bouw.store, memo_id, antwoord)


def _met_dagen(bouw: Bouw, regel: Verhaal) -> dict[str, Any]:
    """The line with its numbers of days, from today, written as dates."""
    return {naam: bouw.over(w) if isinstance(w, int) else str(w) for naam, w in regel.items()}
