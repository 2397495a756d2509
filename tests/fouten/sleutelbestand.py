# SPDX-License-Identifier: EUPL-1.2
"""The key files: B9 an independent reader, B12 flipped bits, B13 lost copies, B20 committed vectors."""

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.kluis import bestanden, storingen
from gemeente_pga.kluis.herstelcode import parse_code
from gemeente_pga.kluis.kluis import Kluis
from gemeente_pga.store import backup
from tests.fouten import stand
from tests.fouten.campagne import Uitslag, of
from tests.kluis.onafhankelijke_lezer import open_sleutelbestand
from tests.kluis.test_vectoren import GOED, SLECHT, VECTOREN, WEGEN, open_kluis, zet_neer

_BOVENGRENS_S = 0.1


def _met_code(map_: Path) -> tuple[Path, str]:
    """A new kluis in this folder; where it lies and its herstelcode, which opens it without slow work."""
    dienst = stand.nieuwe_dienst(map_)
    dienst.kies(KluisSoort.KLUIS)
    code = dienst.maak(stand.WACHTZIN)
    dienst.betreed()
    dienst.laat_los()
    return map_ / "kluis", code


def _opent(plek: Path, code: str) -> bool:
    gelezen = parse_code(code)
    assert isinstance(gelezen, bytearray)
    Kluis.lees(plek, grenzen=stand.RUIM).open_met_herstelcode(gelezen).wis()
    return True


def _weigert(plek: Path, code: str) -> bool:
    try:
        return not _opent(plek, code)
    except Storing:
        return True


def _bits(lengte: int, n: int) -> Iterator[tuple[int, int]]:
    """n bits spread evenly over so many bytes; all of them when n is as great."""
    totaal = 8 * lengte
    keren = min(n, totaal)
    for keer in range(keren):
        yield divmod(keer * totaal // keren, 8)


def lees_onafhankelijk(_n: int) -> Uitslag:
    """B9: the reader that was written from the description alone opens key files and the database."""
    fouten = []
    for vector, weg in WEGEN:
        pad = VECTOREN / "goed" / vector["bestand"]
        gelezen = open_sleutelbestand(pad, weg["soort"], weg["geheim"], weg["sleutelbos"])
        if gelezen != vector["verwacht"]:
            fouten.append(vector["bestand"])
    with stand.tijdelijk() as map_:
        plek, code = _met_code(map_)
        sleutels = open_sleutelbestand(plek / bestanden.SLEUTEL_A, "herstelcode", code, "")
        zout = json.loads((plek / bestanden.SLEUTEL_A).read_text())["db_zout"]
        conn = sqlcipher.connect(str(plek / bestanden.DATABASE))
        conn.set_key(bytearray(f"x'{sleutels['k_db']}{zout}'".encode()))
        if conn.execute("SELECT code FROM handeling").fetchall() != [("kluis.aanmaken",)]:
            fouten.append("kluis")
        conn.close()
    return of(fouten, f"{len(WEGEN)} wegen in {len(GOED)} sleutelbestanden en 1 hele kluis geopend")


def keer_bits_om(n: int) -> Uitslag:
    """B12: n single-bit flips of one copy (the kluis opens from the other) and of both (it stays shut)."""
    fouten = []
    with stand.tijdelijk() as map_:
        plek, code = _met_code(map_)
        goed = (plek / bestanden.SLEUTEL_A).read_bytes()
        for plaats, bit in _bits(len(goed), n):
            stuk = bytearray(goed)
            stuk[plaats] ^= 1 << bit
            (plek / bestanden.SLEUTEL_A).write_bytes(stuk)
            if not _opent(plek, code) or (plek / bestanden.SLEUTEL_A).read_bytes() != goed:
                fouten.append(f"bit {8 * plaats + bit}: niet hersteld")
            for naam in bestanden.KOPIEEN:
                (plek / naam).write_bytes(stuk)
            if not _weigert(plek, code):
                fouten.append(f"bit {8 * plaats + bit}: stil aanvaard")
            for naam in bestanden.KOPIEEN:
                (plek / naam).write_bytes(goed)
        keren = min(n, 8 * len(goed))
    return of(fouten, f"{keren} van {8 * len(goed)} bits: 0 stil aanvaard, alle geopend uit de andere kopie")


def verlies_kopieen(n: int) -> Uitslag:
    """B13: one copy gone, or both, which then come back from the back-up."""
    fouten = []
    with stand.tijdelijk() as map_:
        s = stand.maak(map_)
        kopie = s.dienst.maak_backup(s.stick)
        s.sluit()
        for keer in range(n):
            weg = (bestanden.SLEUTEL_A, bestanden.SLEUTEL_B, "")[keer % 3]
            for naam in bestanden.KOPIEEN:
                if weg in ("", naam):
                    (map_ / "kluis" / naam).unlink()
            if not weg:
                if not isinstance(_fout(map_), storingen.SleutelbestandOntbreekt | Storing):
                    fouten.append("zonder sleutelbestanden toch open")
                for deel in backup.lees_reservekopie(kopie).sleutelbestanden:
                    shutil.copyfile(kopie / deel.naam, map_ / "kluis" / deel.naam)
            fouten += stand.keur(map_).gebreken
            fouten += [
                f"{naam} niet terug" for naam in bestanden.KOPIEEN if not (map_ / "kluis" / naam).exists()
            ]
    return of(fouten, f"{n} keer een kopie of beide kwijt: alle weer open (uit de andere, of uit de back-up)")


def _fout(map_: Path) -> Storing | None:
    try:
        stand.open_(map_).sluit()
    except Storing as storing:
        return storing
    return None


def lees_vectoren(_n: int) -> Uitslag:
    """B20: the committed good files give their keys; each bad one is refused by name, quickly."""
    fouten, traagst = [], 0.0
    with stand.tijdelijk() as map_:
        for vector, weg in WEGEN:
            zet_neer(map_, VECTOREN / "goed" / vector["bestand"])
            sleutels = open_kluis(map_, weg)
            if any(getattr(sleutels, naam).hex() != hex_ for naam, hex_ in vector["verwacht"].items()):
                fouten.append(vector["bestand"])
        for vector in SLECHT:
            zet_neer(map_, VECTOREN / "slecht" / vector["bestand"])
            weg = vector.get("openen")
            begin = time.perf_counter()
            try:
                open_kluis(map_, weg) if weg else Kluis.lees(map_)
                fouten.append(f"{vector['bestand']}: aanvaard")
            except getattr(storingen, vector["fout"]):
                duur = time.perf_counter() - begin
            except Storing as storing:
                fouten.append(f"{vector['bestand']}: {type(storing).__name__}")
            if weg is None or weg["soort"] == "herstelcode":
                traagst = max(traagst, duur)
    if traagst > _BOVENGRENS_S:
        fouten.append("te traag geweigerd")
    cijfer = (
        f"{len(GOED)} goede en {len(SLECHT)} slechte bestanden; traagste weigering {traagst * 1000:.0f} ms"
    )
    return of(fouten, cijfer)
