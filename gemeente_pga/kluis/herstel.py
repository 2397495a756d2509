# SPDX-License-Identifier: EUPL-1.2
"""Both copies of the key header are lost: making them again from the herstelblad.

What lay there is moved aside, never removed. Every slot but that of the herstelcode is gone, so a new
wachtzin follows at once.
"""

from pathlib import Path

from gemeente_pga.kluis import bestanden
from gemeente_pga.kluis import sleutels as sl
from gemeente_pga.kluis.header import LEESGRENZEN, Grenzen, Header, SlotSoort
from gemeente_pga.kluis.kluis import Kluis
from gemeente_pga.kluis.kopieen import commit_header, is_vreemd, write_kopieen
from gemeente_pga.kluis.sleutels import Sleutels
from gemeente_pga.kluis.storingen import PapierOnjuist, SleutelbestandVreemd


def restore_header(
    map_: Path, code: bytearray, papier: Header, *, grenzen: Grenzen = LEESGRENZEN
) -> tuple[Kluis, Sleutels]:
    """The kluis with new key files, and its keys. papier: what `parse_gegevens` read. Wipes the code."""
    slot = papier.slots[0]
    kek = sl.kek_uit_herstelcode(code, slot)
    sl.wis(code)
    mk = sl.pak_uit(kek, slot, papier.kluis_id)
    sl.wis(kek)
    if mk is None:
        raise PapierOnjuist
    sleutels = sl.derive_sleutels(mk, papier, SlotSoort.HERSTELCODE, slot.id)
    try:
        if is_vreemd(map_, papier):
            raise SleutelbestandVreemd
        header = papier.volgende(slots=papier.slots, kenmerken={}).verzegel(sleutels.k_hdr)
        bestanden.move_aside(map_, bestanden.KOPIEEN)
        commit_header(map_, header)
        write_kopieen(map_, header)
        return Kluis.lees(map_, grenzen=grenzen), sleutels
    except BaseException:
        sleutels.wis()
        raise
