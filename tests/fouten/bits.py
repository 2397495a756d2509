# SPDX-License-Identifier: EUPL-1.2
"""B17 flipped bits and B18 files that were cut, swapped, put back or emptied: what the user notices of each.

Counts as noticed: the kluis stays shut, opens with a word about what was mended, or the file was made whole
again from its other copy. What only reading everything after opening finds is counted apart.
"""

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from gemeente_pga.binnen import log_binnenkomst, meldingen
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.sleutels import SlotSoort
from gemeente_pga.handelingen import inrichting, sleutels
from gemeente_pga.kluis import bestanden
from gemeente_pga.store import backup
from gemeente_pga.store.wissen import wis_dossier
from tests.fouten import stand, verhaal
from tests.fouten.campagne import Uitslag, of
from tests.fouten.dood import Melder, dood

_PAGINA = 4096
DICHT, GEMELD, GEZOND = "bleef dicht", "gemeld", "hersteld"
ZONDER, NALEZEN, NIETS = "zonder enig gevolg", "pas bij nalezen", "niet gemerkt"
Ingreep = Callable[[Path], object]


@dataclass(frozen=True)
class Proefstuk:
    """Closed folders: as it is, as it was some acts ago, killed while writing, and another kluis."""

    nu: Path
    vroeger: Path
    heet: Path
    ander: Path
    kopie: str  # the back-up, within each folder


def maak(map_: Path) -> Proefstuk:
    """The same kluis at three moments."""
    s = stand.maak(map_ / "nu")
    for stap in verhaal.stappen(s, (verhaal.inrichten, verhaal.notities, verhaal.signalen)):
        stap.doe()
    log_binnenkomst(s.dienst)  # from here on the kluis knows its keys
    s.dienst.sleutels.voeg_vervanger_toe(stand.WACHTZIN, "vervanger fietsbel pannenkoek regenjas")
    _leg_sleutels_vast(s, Handeling.KLUIS_VERVANGER_TOEVOEGEN)
    kopie = s.dienst.maak_backup(s.stick)
    vroeger = stand.kopieer(s.map, map_ / "vroeger")
    for stap in verhaal.stappen(s, (verhaal.notities,)):
        stap.doe()
    inrichting.set_instelling(s.store, "proef", "nee")
    with s.store.reader() as r:
        ander = r.value("SELECT min(id) FROM dossier WHERE id <> ?", s.ids["dossier"])
    wis_dossier(s.store, ander)
    weg = next(slot for slot in s.dienst.sleutels.sloten() if slot.soort is SlotSoort.VERVANGER)
    s.dienst.sleutels.trek_in(stand.WACHTZIN, weg.slot_id)
    _leg_sleutels_vast(s, Handeling.KLUIS_SLEUTEL_INTREKKEN)
    s.sluit()
    andere = stand.maak(map_ / "ander")
    inrichting.log_openen(andere.store)
    andere.sluit()
    stuk = Proefstuk(s.map, vroeger, map_ / "heet", andere.map, str(kopie.relative_to(s.map)))
    _maak_heet(stuk)
    return stuk


def _leg_sleutels_vast(s: stand.Stand, act: Handeling) -> None:
    sleutels.register_sleutels(s.store, act, s.dienst.sleutels.sloten(), stand.VANDAAG)


def _maak_heet(stuk: Proefstuk) -> None:
    """Kill the program while half an act has been written into the file: its journal is hot."""
    stand.kopieer(stuk.nu, stuk.heet)

    def werk(melder: Melder) -> None:
        s = stand.open_(stuk.heet)
        s.store._v._conn.set_authorizer(None)
        s.store._v.doe("PRAGMA cache_size = 5")  # pages go to the file before the act is done
        with s.store.write(Handeling.NOTITIE_VASTLEGGEN) as w:
            for _ in range(100):
                w.insert("telefoonnotitie", {"tekst": "woord " * 400, "ontvangen_op": "2026-01-01"})
            melder.begin()
            melder.wacht()

    dood(werk, 0.0)
    journaal = (stuk.heet / "kluis" / bestanden.JOURNAL).read_bytes()
    if not journaal[:8].strip(b"\0"):
        raise AssertionError("the journal is not hot")


def oordeel(map_: Path, gezond: Path, goed: dict[str, list[str]] | None = None) -> str:
    """What the user notices of what was done to this folder, which was gezond and said what goed holds."""
    voor = _koppen(map_)
    try:
        s = stand.open_(map_)
    except Storing:
        return DICHT
    try:
        gelijk = goed is not None and _gelijk(s, goed)
        log_binnenkomst(s.dienst)
        if meldingen(s.dienst):
            return GEMELD
        if voor != _koppen(gezond) == _koppen(map_):
            return GEZOND
        return ZONDER if gelijk else NALEZEN if _nagelezen(s) else NIETS
    except Storing:
        return NALEZEN
    finally:
        s.sluit()


def _koppen(map_: Path) -> list[bytes]:
    paden = [map_ / "kluis" / naam for naam in bestanden.KOPIEEN]
    return [pad.read_bytes() if pad.exists() else b"" for pad in paden]


def _gelijk(s: stand.Stand, goed: dict[str, list[str]]) -> bool:
    try:
        return stand.inhoud(s.store) == goed
    except Storing:
        return False


def _nagelezen(s: stand.Stand) -> list[str]:
    try:
        return stand.gebreken(s.store)
    except Storing as storing:
        return [type(storing).__name__]


def oordeel_backup(map_: Path, kopie: str) -> str:
    """Is this back-up refused?"""
    try:
        backup.controleer_reservekopie(map_ / kopie)
    except Storing:
        return DICHT
    return NIETS


def keer_om(pad: Path, kans: random.Random) -> None:
    """One bit, anywhere in the file."""
    inhoud = bytearray(pad.read_bytes())
    inhoud[kans.randrange(len(inhoud))] ^= 1 << kans.randrange(8)
    pad.write_bytes(inhoud)


def flips(n: int) -> Uitslag:
    """B17: n flips, in turn in database, hot journal, key file, mark, tombstones and back-up."""
    kans = random.Random(17)  # noqa: S311 - a repeatable choice of places
    gezien: Counter[str] = Counter()
    fouten = []
    with stand.tijdelijk() as map_:
        stuk = maak(map_)
        goed = _goed(stuk, map_ / "kopie")
        for keer in range(n):
            naam = _BESTANDEN[keer % len(_BESTANDEN)]
            kopie = stand.kopieer(stuk.heet if naam == bestanden.JOURNAL else stuk.nu, map_ / "kopie")
            if naam == "back-up":
                bestand = kans.choice(sorted((kopie / stuk.kopie).iterdir()))
                keer_om(bestand, kans)
                uit = oordeel_backup(kopie, stuk.kopie)
            else:
                keer_om(kopie / "kluis" / naam, kans)
                uit = oordeel(kopie, stuk.nu, goed)
            gezien[uit] += 1
            if uit in (NIETS, NALEZEN):
                fouten.append(f"{naam}: {uit}")
            stand.ruim_op(kopie)
    return of(fouten, f"{n} bits: {_tel(gezien)}")


_BESTANDEN = (
    bestanden.DATABASE, bestanden.JOURNAL, bestanden.SLEUTEL_A, bestanden.MERK, bestanden.GRAFSTENEN,
    "back-up",
)  # fmt: skip


def _inhoud(map_: Path) -> dict[str, list[str]]:
    s = stand.open_(map_)
    try:
        return stand.inhoud(s.store)
    finally:
        s.sluit()


def _goed(stuk: Proefstuk, kopie: Path) -> dict[str, list[str]]:
    """What stands in the kluis; also in the hot copy, once the program has rolled it back by itself."""
    stand.kopieer(stuk.nu, kopie)
    goed = _inhoud(kopie)
    stand.ruim_op(kopie)
    stand.kopieer(stuk.heet, kopie)
    if oordeel(kopie, stuk.nu, goed) != ZONDER:
        raise AssertionError("a killed program must open as if nothing happened")
    stand.ruim_op(kopie)
    return goed


def _tel(gezien: Counter[str]) -> str:
    return ", ".join(f"{aantal} {wat}" for wat, aantal in gezien.most_common())


# ---- whole files and pages


def _kort(map_: Path, naam: str, over: Callable[[int], int]) -> None:
    inhoud = (map_ / naam).read_bytes()
    (map_ / naam).write_bytes(inhoud[: over(len(inhoud))])


def _weg(map_: Path, naam: str) -> None:
    (map_ / naam).unlink()


def _neem(map_: Path, van: Path, *namen: str) -> None:
    for naam in namen:
        shutil.copyfile(van / naam, map_ / naam)


def _pagina(map_: Path, naar: int, inhoud: bytes) -> None:
    bytes_ = bytearray((map_ / _DB).read_bytes())
    bytes_[naar * _PAGINA : (naar + 1) * _PAGINA] = inhoud
    (map_ / _DB).write_bytes(bytes_)


def _lees_pagina(map_: Path, n: int) -> bytes:
    return (map_ / _DB).read_bytes()[n * _PAGINA : (n + 1) * _PAGINA]


def _verwissel(map_: Path, een: int, twee: int) -> None:
    eerste, tweede = _lees_pagina(map_, een), _lees_pagina(map_, twee)
    _pagina(map_, een, tweede)
    _pagina(map_, twee, eerste)


def _langer(map_: Path) -> None:
    with (map_ / _DB).open("ab") as bestand:
        bestand.write(b"\x5a" * _PAGINA)


def _ruis(map_: Path) -> None:
    (map_ / _JOURNAAL).write_bytes(b"\xa5" * 40_000)


_DB, _JOURNAAL, _MERK = (f"kluis/{n}" for n in (bestanden.DATABASE, bestanden.JOURNAL, bestanden.MERK))
_GRAFSTENEN = f"kluis/{bestanden.GRAFSTENEN}"
_KOPPEN = tuple(f"kluis/{naam}" for naam in bestanden.KOPIEEN)
_HALF_EN_LEEG: dict[str, Callable[[int], int]] = {"half": lambda n: n // 2, "leeg": lambda _: 0}
_KORTER: dict[str, Callable[[int], int]] = {
    "een pagina korter": lambda lengte: lengte - _PAGINA,
    "drie pagina's korter": lambda lengte: lengte - 3 * _PAGINA,
    "honderd bytes korter": lambda lengte: lengte - 100,
    "half": lambda lengte: lengte // 2 // _PAGINA * _PAGINA,
    "leeg": lambda _: 0,
}
Ingrepen = Iterator[tuple[str, Ingreep]]


def in_database(stuk: Proefstuk) -> Ingrepen:
    """Cut, swapped, emptied, strange and old, in the database."""
    for hoe, over in _KORTER.items():
        yield f"database {hoe}", partial(_kort, naam=_DB, over=over)
    yield "database weg", partial(_weg, naam=_DB)
    yield "database langer", _langer
    laatste = (stuk.nu / _DB).stat().st_size // _PAGINA - 2
    for een in (0, 1, laatste // 2):
        yield f"pagina's {een} en {laatste} verwisseld", partial(_verwissel, een=een, twee=laatste)
    vreemd = _lees_pagina(stuk.ander, 3)
    yield "pagina van een andere kluis", partial(_pagina, naar=3, inhoud=vreemd)
    yield "oude database", lambda map_: _neem(map_, stuk.vroeger, _DB)
    yield "andere database", lambda map_: _neem(map_, stuk.ander, _DB)
    for n in range((stuk.vroeger / _DB).stat().st_size // _PAGINA):
        oud = _lees_pagina(stuk.vroeger, n)
        if oud != _lees_pagina(stuk.nu, n):
            yield f"oude pagina {n}", partial(_pagina, naar=n, inhoud=oud)


def in_kleine_bestanden(stuk: Proefstuk) -> Ingrepen:
    """The same for mark and key files."""
    yield "merk weg", partial(_weg, naam=_MERK)
    yield "oud merk", lambda map_: _neem(map_, stuk.vroeger, _MERK)
    yield "ander merk", lambda map_: _neem(map_, stuk.ander, _MERK)
    yield "grafstenen weg", partial(_weg, naam=_GRAFSTENEN)
    for naam in (_MERK, _GRAFSTENEN, *_KOPPEN):
        for hoe, over in _HALF_EN_LEEG.items():
            yield f"{naam} {hoe}", partial(_kort, naam=naam, over=over)
    yield "sleutelbestanden van voor het intrekken", lambda map_: _neem(map_, stuk.vroeger, *_KOPPEN)
    yield "andere sleutelbestanden", lambda map_: _neem(map_, stuk.ander, *_KOPPEN)
    for naam in _KOPPEN:
        yield f"{naam} weg", partial(_weg, naam=naam)
    yield "sleutel-a van een andere kluis", lambda map_: _neem(map_, stuk.ander, _KOPPEN[0])
    yield "sleutel-b van een andere kluis", lambda map_: _neem(map_, stuk.ander, _KOPPEN[1])


def in_heet_journaal(_stuk: Proefstuk) -> Ingrepen:
    """A journal that the program needs to undo half an act."""
    yield "heet journaal weg", partial(_weg, naam=_JOURNAAL)
    for hoe, over in _HALF_EN_LEEG.items():
        yield f"heet journaal {hoe}", partial(_kort, naam=_JOURNAAL, over=over)
    yield "heet journaal: ruis", _ruis


def in_backup(stuk: Proefstuk) -> Ingrepen:
    """Every file of a back-up: cut, emptied, gone, or of another kluis."""
    for bestand in sorted((stuk.nu / stuk.kopie).iterdir()):
        pad = f"{stuk.kopie}/{bestand.name}"
        for hoe, over in _HALF_EN_LEEG.items():
            yield f"back-up: {bestand.name} {hoe}", partial(_kort, naam=pad, over=over)
        yield f"back-up: {bestand.name} weg", partial(_weg, naam=pad)
        ander = stuk.ander / "kluis" / bestand.name
        if ander.exists():
            yield f"back-up: andere {bestand.name}", partial(_vervang, van=ander, naam=pad)


def _vervang(map_: Path, van: Path, naam: str) -> None:
    shutil.copyfile(van, map_ / naam)


def ingrepen(_n: int) -> Uitslag:
    """B18: each once, on a copy of its own."""
    gezien: Counter[str] = Counter()
    fouten = []
    with stand.tijdelijk() as map_:
        stuk = maak(map_)
        goed = _goed(stuk, map_ / "kopie")
        for soort in (in_database, in_kleine_bestanden, in_heet_journaal, in_backup):
            for naam, ingreep in soort(stuk):
                bron = stuk.heet if soort is in_heet_journaal else stuk.nu
                kopie = stand.kopieer(bron, map_ / "kopie")
                ingreep(kopie)
                in_kluis = soort is not in_backup
                uit = oordeel(kopie, stuk.nu, goed) if in_kluis else oordeel_backup(kopie, stuk.kopie)
                gezien[uit] += 1
                if uit == NIETS:
                    fouten.append(naam)
                stand.ruim_op(kopie)
    return of(fouten, f"{gezien.total()} ingrepen: {_tel(gezien)}")
