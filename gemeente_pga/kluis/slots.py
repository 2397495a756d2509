# SPDX-License-Identifier: EUPL-1.2
"""Making the slots of a header, and what one says to whoever may see it.

Hides which secret a kind of slot takes and that an FG slot carries its last day, readable, in the header.
"""

from datetime import date

from gemeente_pga.domain.sleutels import Slotgegevens
from gemeente_pga.kluis import herstelcode
from gemeente_pga.kluis import sleutels as sl
from gemeente_pga.kluis.header import KdfParameters, Slot, SlotSoort

_TOT = "tot"
_WACHTZIN_SOORTEN = frozenset((SlotSoort.WACHTZIN, SlotSoort.VERVANGER))


def wachtzin_slot(
    mk: bytearray,
    kluis_id: bytes,
    zin: str,
    kdf: KdfParameters,
    *,
    soort: SlotSoort,
    kenmerken: dict[str, str] | None = None,
) -> Slot:
    """Slow. A slot for a wachtzin: of the coordinator, a vervanger or the FG."""
    if not zin.strip():
        raise ValueError("lege wachtzin")
    slot = sl.nieuw_slot(soort, kdf, kenmerken)
    return sl.verpak(mk, sl.kek_uit_wachtzin(zin, slot), slot, kluis_id)


def herstelcode_slot(mk: bytearray, kluis_id: bytes) -> tuple[Slot, str]:
    """A slot for a new herstelcode, and the code for on paper."""
    code = herstelcode.nieuwe_code()
    slot = sl.nieuw_slot(SlotSoort.HERSTELCODE, None)
    slot = sl.verpak(mk, sl.kek_uit_herstelcode(code, slot), slot, kluis_id)
    tekst = herstelcode.format_code(code)
    sl.wis(code)
    return slot, tekst


def fg_kenmerken(tot: date) -> dict[str, str]:
    """What an FG slot carries: the last day on which it opens."""
    return {_TOT: tot.isoformat()}


def is_verlopen(slot: Slot, vandaag: date) -> bool:
    """Is the last day of this FG slot over? One without a readable last day opens on no day at all."""
    if slot.soort is not SlotSoort.FG:
        return False
    tot = _tot(slot)
    return tot is None or tot < vandaag


def gegevens(slot: Slot) -> Slotgegevens:
    """What may be told of a slot."""
    return Slotgegevens(slot.id, slot.soort, _tot(slot))


def eis_wachtzin_soort(soort: SlotSoort) -> None:
    """Refuse a kind of slot that takes something else than a wachtzin, or has an end."""
    if soort not in _WACHTZIN_SOORTEN:
        raise ValueError(f"{soort.value} is geen soort wachtzin")


def _tot(slot: Slot) -> date | None:
    try:
        return date.fromisoformat(slot.kenmerken[_TOT])
    except (KeyError, ValueError):
        return None
