# SPDX-License-Identifier: EUPL-1.2
"""Acts on the registers that give account: mandates and external parties. Nothing in them is ever removed."""

from datetime import date

from gemeente_pga.domain.extern import ExternePartij
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.mandaat import BEVOEGDHEDEN, Mandaat
from gemeente_pga.store.store import Store

Conceptsleutel = tuple[str, str] | None


def record_mandaat(
    store: Store, gemeente_id: int, mandaat: Mandaat, *, concept: Conceptsleutel = None
) -> int:
    """A mandate as it was decided. It does not change; a new decision is a new row."""
    if mandaat.bevoegdheid not in BEVOEGDHEDEN or not mandaat.kenmerk:
        raise Storing("Dit mandaat is niet compleet.", "Kies waarvoor het is en vul het kenmerk in.")
    if mandaat.tot is not None and mandaat.tot < mandaat.vanaf:
        raise Storing("Het einde ligt vóór het begin.", "Controleer de datums.")
    with store.write(Handeling.MANDAAT_VASTLEGGEN) as w:
        mandaat_id = w.insert("mandaat", mandaat, gemeente_id=gemeente_id)
        w.onderwerp = ("mandaat", mandaat_id)
        if concept:
            w.discard_concept(*concept)
    return mandaat_id


def withdraw_mandaat(store: Store, mandaat_id: int, op: date, *, concept: Conceptsleutel = None) -> None:
    """From this day on nobody signs with it."""
    with store.write(Handeling.MANDAAT_VASTLEGGEN, onderwerp=("mandaat", mandaat_id)) as w:
        rij = w.row("SELECT vanaf, ingetrokken_op FROM mandaat WHERE id = ?", mandaat_id)
        if rij is None or rij["ingetrokken_op"] is not None:
            raise Storing("Dit mandaat is al ingetrokken.", "Open het register opnieuw.")
        if op < date.fromisoformat(rij["vanaf"]):
            raise Storing("Dit mandaat gold toen nog niet.", "Controleer de datum.")
        w.update("mandaat", mandaat_id, {"ingetrokken_op": op})
        if concept:
            w.discard_concept(*concept)


def record_externe_partij(store: Store, partij: ExternePartij, *, concept: Conceptsleutel = None) -> int:
    """A party with its agreement. A new agreement is a new row."""
    if not partij.geheimhouding or not partij.grondslag or partij.tot < partij.vanaf:
        raise Storing(
            "Deze overeenkomst is niet compleet.", "Er horen geheimhouding, een grond en een einddatum in."
        )
    with store.write(Handeling.EXTERNE_PARTIJ_VASTLEGGEN) as w:
        partij_id = w.insert("externe_partij", partij)
        w.onderwerp = ("externe_partij", partij_id)
        if concept:
            w.discard_concept(*concept)
    return partij_id


def end_externe_partij(store: Store, partij_id: int, op: date, *, concept: Conceptsleutel = None) -> None:
    """Sooner than the agreement says: from this day on it receives nothing."""
    with store.write(Handeling.EXTERNE_PARTIJ_VASTLEGGEN, onderwerp=("externe_partij", partij_id)) as w:
        rij = w.row("SELECT vanaf, beeindigd_op FROM externe_partij WHERE id = ?", partij_id)
        if rij is None or rij["beeindigd_op"] is not None:
            raise Storing("Deze overeenkomst is al beëindigd.", "Open het register opnieuw.")
        if op < date.fromisoformat(rij["vanaf"]):
            raise Storing("Deze overeenkomst liep toen nog niet.", "Controleer de datum.")
        w.update("externe_partij", partij_id, {"beeindigd_op": op})
        if concept:
            w.discard_concept(*concept)
