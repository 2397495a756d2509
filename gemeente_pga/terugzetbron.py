# SPDX-License-Identifier: EUPL-1.2
"""A back-up as something to put back: what will open it, and its files in a folder of their own.

Hides what happens when the key files are missing on the stick: one good copy is enough, those of the kluis
here are used when they fit, and otherwise the herstelblad can make them again.
"""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from gemeente_pga.domain.backup import Sleutelstand
from gemeente_pga.domain.sleutels import SlotSoort
from gemeente_pga.kluis import bestanden
from gemeente_pga.kluis.header import Grenzen, Header
from gemeente_pga.kluis.kopieen import newest_first, read_kopieen, write_kopieen
from gemeente_pga.kluis.storingen import KluisStoring, TerugzettenMislukt

if TYPE_CHECKING:
    from gemeente_pga.store.manifest import Reservekopie


def judge_sleutels(kopie: "Reservekopie", hier: Header | None, grenzen: Grenzen) -> Sleutelstand:
    """What opens this back-up. hier: the key file of the kluis here, when it is of the same kluis."""
    daar = _header(kopie.map, grenzen) if len(_slecht(kopie)) < len(kopie.sleutelbestanden) else None
    if daar is None:
        return Sleutelstand.VAN_HIER if hier is not None and _past(kopie.map, hier) else Sleutelstand.GEEN
    if hier is None or hier.kluis_id != daar.kluis_id:
        return Sleutelstand.TOEN
    if hier.db_zout != daar.db_zout:
        return Sleutelstand.HOOFDSLEUTEL
    return Sleutelstand.NU if _wachtzinnen(hier) == _wachtzinnen(daar) else Sleutelstand.WACHTZIN


def put_files(bron: Path, doel: Path, hier: Header | None, grenzen: Grenzen) -> tuple["Reservekopie", bool]:
    """Slow. The files of this back-up, checked, in an empty folder; False when there are no key files."""
    from gemeente_pga.store import backup

    kopie = backup.lees_reservekopie(bron)
    stand = judge_sleutels(kopie, hier, grenzen)
    backup.zet_terug(bron, doel, zonder=_slecht(kopie))
    if stand is Sleutelstand.VAN_HIER and hier is not None:
        _, mislukt = write_kopieen(doel, hier)
        if mislukt:
            raise TerugzettenMislukt
    return kopie, stand is not Sleutelstand.GEEN


def _slecht(kopie: "Reservekopie") -> frozenset[str]:
    """The key files that are not there as they should be."""
    from gemeente_pga.store.backup import is_gaaf

    with suppress(OSError):
        return frozenset(deel.naam for deel in kopie.sleutelbestanden if not is_gaaf(kopie.map, deel))
    return frozenset()


def _header(map_: Path, grenzen: Grenzen) -> Header | None:
    try:
        return newest_first(read_kopieen(map_, grenzen))[0]
    except KluisStoring:
        return None


def _past(map_: Path, hier: Header) -> bool:
    """The database begins with the salt that the key file knows."""
    with suppress(OSError):
        return bestanden.read_begin(map_ / bestanden.DATABASE, len(hier.db_zout)) == hier.db_zout
    return False


def _wachtzinnen(header: Header) -> frozenset[str]:
    return frozenset(slot.id for slot in header.slots if slot.soort is SlotSoort.WACHTZIN)
