# SPDX-License-Identifier: EUPL-1.2
"""Both copies of the key header are lost: made again from the herstelblad, or taken from a back-up.

What lay there is moved aside, never removed.
"""

from pathlib import Path

from gemeente_pga.kluis import bestanden
from gemeente_pga.kluis import sleutels as sl
from gemeente_pga.kluis.header import LEESGRENZEN, Grenzen, Header, SlotSoort
from gemeente_pga.kluis.kluis import Kluis
from gemeente_pga.kluis.kopieen import commit_header, is_vreemd, newest_first, read_kopieen, write_kopieen
from gemeente_pga.kluis.sleutels import Sleutels
from gemeente_pga.kluis.storingen import PapierOnjuist, SleutelbestandVreemd


def restore_header(
    map_: Path, code: bytearray, papier: Header, *, grenzen: Grenzen = LEESGRENZEN
) -> tuple[Kluis, Sleutels]:
    """The kluis with new key files, and its keys. papier: what `parse_gegevens` read. Wipes the code.

    Every slot but that of the herstelcode is gone, so a new wachtzin follows at once.
    """
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


def copy_header(map_: Path, bron: Path, *, grenzen: Grenzen = LEESGRENZEN) -> None:
    """Take the key files of a back-up of this very kluis. What they open is what opened it then."""
    header = newest_first(read_kopieen(bron, grenzen))[0]
    if is_vreemd(map_, header):
        raise SleutelbestandVreemd
    bestanden.move_aside(map_, bestanden.KOPIEEN)
    commit_header(map_, header)
    write_kopieen(map_, header)
