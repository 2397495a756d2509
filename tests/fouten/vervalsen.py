# SPDX-License-Identifier: EUPL-1.2
"""B24: eleven forgeries of the log by somebody with every key; what chain, mark and paper each catch."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.merk import MerkStoring
from gemeente_pga.handelingen import dossier, inrichting
from gemeente_pga.kluis import bestanden
from tests.fouten import stand, verhaal
from tests.fouten.campagne import Uitslag, of
from tests.fouten.inbreker import Inbreker

_VRAAG = "UPDATE handeling SET reden = 'een andere' WHERE n = ?"
_KETEN, _MERK, _PAPIER, _NIETS = "keten", "merk", "papier", "niets"


class Zaak(NamedTuple):
    """The kluis before the forgery: how it was earlier, and what was printed of which act."""

    vroeger: Path
    n: int
    code: str


def wijzig(map_: Path, z: Zaak) -> None:
    with Inbreker(map_) as i:
        i.doe(_VRAAG, z.n - 3)


def verwijder(map_: Path, z: Zaak) -> None:
    with Inbreker(map_) as i:
        for tabel, kolom in (("ketting", "n"), ("handeling", "n")):
            i.doe(f"DELETE FROM {tabel} WHERE {kolom} = ?", z.n + 2)  # noqa: S608 - names of ours


def voeg_in(map_: Path, z: Zaak) -> None:
    del z
    with Inbreker(map_) as i:
        velden = "code, tijd, gebruiker_id, slot, resultaat, herkomst, versie"
        i.doe(
            f"INSERT INTO handeling (n, {velden}) SELECT n + 1, {velden} FROM handeling "  # noqa: S608 - names of ours
            "ORDER BY n DESC LIMIT 1"
        )
        i.doe("INSERT INTO ketting (n, h) SELECT n + 1, randomblob(32) FROM ketting ORDER BY n DESC LIMIT 1")


def verwissel(map_: Path, z: Zaak) -> None:
    with Inbreker(map_) as i:
        een, twee = z.n - 3, z.n + 1
        for van, naar in ((een, -1), (twee, een), (-1, twee)):
            i.doe("UPDATE handeling SET n = ? WHERE n = ?", naar, van)


def kort_in(map_: Path, z: Zaak) -> None:
    _kort_in(map_, z.n)


def _kort_in(map_: Path, n: int, *, merk: bool = False) -> None:
    with Inbreker(map_) as i:
        for tabel in ("ketting", "handeling"):
            i.doe(f"DELETE FROM {tabel} WHERE n > ?", n)  # noqa: S608 - names of ours
        if merk:
            i.herschrijf_merk()


def zet_terug(map_: Path, z: Zaak) -> None:
    shutil.copyfile(z.vroeger / "kluis" / bestanden.DATABASE, map_ / "kluis" / bestanden.DATABASE)


def herketen(map_: Path, z: Zaak) -> None:
    _herketen(map_, z.n - 3)


def _herketen(map_: Path, n: int, *, merk: bool = False) -> None:
    with Inbreker(map_) as i:
        i.doe(_VRAAG, n)
        i.herketen(n)
        if merk:
            i.herschrijf_merk()


def herketen_met_merk(map_: Path, z: Zaak) -> None:
    _herketen(map_, z.n - 3, merk=True)


def kort_in_met_merk(map_: Path, z: Zaak) -> None:
    _kort_in(map_, z.n - 2, merk=True)


def zet_terug_met_merk(map_: Path, z: Zaak) -> None:
    zet_terug(map_, z)
    shutil.copyfile(z.vroeger / "kluis" / bestanden.MERK, map_ / "kluis" / bestanden.MERK)


def na_het_papier(map_: Path, z: Zaak) -> None:
    _herketen(map_, z.n + 2, merk=True)


# What each must be caught by at the latest.
VERVALSINGEN: tuple[tuple[Callable[[Path, Zaak], None], str], ...] = (
    (wijzig, _KETEN),
    (verwijder, _KETEN),
    (voeg_in, _KETEN),
    (verwissel, _KETEN),
    (kort_in, _MERK),
    (zet_terug, _MERK),
    (herketen, _MERK),
    (herketen_met_merk, _PAPIER),
    (kort_in_met_merk, _PAPIER),
    (zet_terug_met_merk, _PAPIER),
    (na_het_papier, _NIETS),
)


def ziet_keten(map_: Path) -> bool:
    """Do the log and its chain tell, without the mark?"""
    (map_ / "kluis" / bestanden.MERK).unlink(missing_ok=True)
    try:
        s = stand.open_(map_)
    except Storing:
        return True
    keten = s.store.controleer_keten().bevinding is not None
    s.sluit()
    return keten


def ziet_merk(map_: Path) -> bool:
    """Is the kluis kept shut?"""
    try:
        stand.open_(map_).sluit()
    except MerkStoring:
        return True
    return False


def ziet_papier(map_: Path, z: Zaak) -> bool:
    """Does the program no longer know the code that was printed?"""
    s = stand.open_(map_)
    onbekend = s.store.zoek_controlecode(z.code) != z.n
    s.sluit()
    return onbekend


def _maak(map_: Path) -> Zaak:
    s = stand.maak(map_ / "echt")
    for stap in verhaal.stappen(s, (verhaal.inrichten, verhaal.signalen)):
        stap.doe()
    vroeger = stand.kopieer(s.map, map_ / "vroeger")
    for _ in range(3):
        dossier.log_inzien(s.store, s.ids["dossier"])
    with s.store.write(Handeling.CASUS_INZIEN) as w:
        pass
    for _ in range(3):
        inrichting.log_openen(s.store)
    s.sluit()
    return Zaak(vroeger, w.n, w.uitslag.code)


def _gevangen_door(map_: Path, vervals: Callable[[Path, Zaak], None], z: Zaak) -> str:
    """The first of the three that notices, each on a copy of its own."""
    for naam in (_KETEN, _MERK, _PAPIER):
        kopie = stand.kopieer(map_ / "echt", map_ / "kopie")
        try:
            vervals(kopie, z)
            ziet = {
                _KETEN: lambda kopie=kopie: ziet_keten(kopie),
                _MERK: lambda kopie=kopie: ziet_merk(kopie),
                _PAPIER: lambda kopie=kopie: ziet_papier(kopie, z),
            }[naam]
            if ziet():
                return naam
        finally:
            stand.ruim_op(kopie)
    return _NIETS


def run(_n: int) -> Uitslag:
    """All eleven, and none at all."""
    fouten = []
    with stand.tijdelijk() as map_:
        z = _maak(map_)
        if _gevangen_door(map_, lambda _map, _z: None, z) != _NIETS:
            fouten.append("alarm zonder vervalsing")
        gevangen = [
            (vervals.__name__, _gevangen_door(map_, vervals, z), door) for vervals, door in VERVALSINGEN
        ]
    fouten += [f"{naam}: {door} in plaats van {hoort}" for naam, door, hoort in gevangen if door != hoort]
    door_keten, door_merk, door_papier = (
        sum(door in soorten for _, door, _ in gevangen)
        for soorten in ((_KETEN,), (_KETEN, _MERK), (_KETEN, _MERK, _PAPIER))
    )
    cijfer = f"keten {door_keten}, met merk {door_merk}, met papier {door_papier} van {len(gevangen)}"
    return of(fouten, cijfer)
