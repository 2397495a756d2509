# SPDX-License-Identifier: EUPL-1.2
"""What the kluis remembers of its keys: whose each is, and since when."""

from dataclasses import dataclass
from datetime import date, datetime

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.sleutels import Slotgegevens, SlotSoort
from gemeente_pga.store.lezer import Lezer


@dataclass(frozen=True, slots=True)
class SleutelRij:
    """A key. naam: "" when it is nobody's in particular, such as the herstelcode."""

    id: int
    slot_id: str
    soort: SlotSoort
    gebruiker_id: int | None
    naam: str
    functie: str
    sinds: date
    tot: date | None

    @property
    def gegevens(self) -> Slotgegevens:
        return Slotgegevens(self.slot_id, self.soort, self.tot)


def sleutels(r: Lezer) -> tuple[SleutelRij, ...]:
    """All keys, in the order in which they were recorded."""
    rijen = r.rows(
        "SELECT s.id, s.slot_id, s.soort, s.gebruiker_id, coalesce(g.naam, '') AS naam, "
        "coalesce(g.functie, '') AS functie, s.sinds, s.tot "
        "FROM sleutel s LEFT JOIN gebruiker g ON g.id = s.gebruiker_id ORDER BY s.sinds, s.id"
    )
    return tuple(
        SleutelRij(
            **rij
            | {
                "soort": SlotSoort(rij["soort"]),
                "sinds": date.fromisoformat(rij["sinds"]),
                "tot": date.fromisoformat(rij["tot"]) if rij["tot"] else None,
            }
        )
        for rij in rijen
    )


def gebruiker_bij_slot(r: Lezer, slot_id: str) -> int | None:
    """Who is at work when this slot opened the kluis: its owner, and otherwise the coordinator.

    But never she for the key of another: a vervanger or FG of whom the kluis has no name stays nameless.
    """
    rij = r.row("SELECT soort, gebruiker_id FROM sleutel WHERE slot_id = ?", slot_id)
    if rij is not None and rij["gebruiker_id"] is not None:
        return int(rij["gebruiker_id"])
    if rij is not None and SlotSoort(rij["soort"]) in (SlotSoort.VERVANGER, SlotSoort.FG):
        return None
    return coordinator_id(r)


def laatste_dag(r: Lezer) -> date:
    """The latest day on which anything was recorded, since somebody last said which day it was.

    Of the openings and the last act: every session begins with one, and reading all acts takes long.
    """
    moment = r.value(
        "SELECT max(coalesce((SELECT max(tijd) FROM handeling WHERE code = ?1 AND n >= "
        "(SELECT coalesce(max(n), 0) FROM handeling WHERE code = ?2)), ''), "
        "(SELECT tijd FROM handeling ORDER BY n DESC LIMIT 1))",
        Handeling.KLUIS_OPENEN.code,
        Handeling.KLUIS_KLOK_BEVESTIGEN.code,
    )
    return datetime.fromisoformat(str(moment)).astimezone().date()


def herstelcode_gebruikt(r: Lezer) -> date | None:
    """When the kluis was last opened with the herstelcode that counts now; None when it never was."""
    moment = r.value(
        "SELECT max(tijd) FROM handeling WHERE code = ?1 AND slot = ?2 AND n > "
        "(SELECT coalesce(max(n), 0) FROM handeling WHERE code = ?3 OR code = ?4)",
        Handeling.KLUIS_OPENEN.code,
        SlotSoort.HERSTELCODE.value,
        Handeling.KLUIS_HERSTELCODE_VERNIEUWEN.code,
        Handeling.KLUIS_HOOFDSLEUTEL_VERNIEUWEN.code,
    )
    return None if moment is None else datetime.fromisoformat(str(moment)).astimezone().date()


def is_net_vernieuwd(r: Lezer) -> bool:
    """Is a new main key the last thing that happened to this kluis?"""
    code = r.value("SELECT code FROM handeling ORDER BY n DESC LIMIT 1")
    return bool(code == Handeling.KLUIS_HOOFDSLEUTEL_VERNIEUWEN.code)


def coordinator_id(r: Lezer) -> int | None:
    """Whose kluis this is; None before set-up."""
    wie = r.value("SELECT id FROM gebruiker WHERE rol = 'coordinator' LIMIT 1")
    return None if wie is None else int(wie)
